//! `GET /covenants/{id}`: the covenant on a day, its parties and signatures, annexes, outcomes and steps.

use super::door::{View, is_of, own_units, today, view};
use super::words::{Words, words};
use super::{editing, labels, promises, signing};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::face::forms::{Field, Input, Typed};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::office::reach;
use crate::registrations::Results;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::read_date;
use thidua_domain::covenants::{Amendment, AnnexState, Outcome, PartyKind, State as Stage};
use thidua_store::covenants::Party;

struct Promise {
    id: String,
    party: String,
    text: String,
    value: String,
    annex: Option<u32>,
    figure: String,
    target_id: Option<String>,
    rate: String,
    class: &'static str,
    outcome: &'static str,
    said: String,
    /// A person may still say what came of it.
    open: bool,
}

struct PartyLine {
    id: String,
    name: String,
    kind: &'static str,
    members: String,
    removable: bool,
    signed: Option<Signed>,
}

struct Signed {
    day: String,
    who: String,
    file: Option<(String, String)>,
    by: String,
}

struct AnnexView {
    number: i64,
    effective: String,
    reason: String,
    state: &'static str,
    class: &'static str,
    changes: Vec<String>,
    missing: Vec<String>,
    signed: Vec<String>,
    open: bool,
}

struct Choice {
    id: String,
    name: String,
}

#[derive(Template)]
#[template(path = "covenants/sheet.html")]
struct SheetPage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_number: String,
    title: String,
    class: &'static str,
    state: &'static str,
    facts: Vec<(&'static str, String)>,
    preamble: String,
    /// The day for which the promises are shown, when it was asked for.
    on: String,
    day: String,
    promises: Vec<Promise>,
    parties: Vec<PartyLine>,
    annexes: Vec<AnnexView>,
    keeps: bool,
    draft: bool,
    ready: bool,
    in_force: bool,
    /// Outcomes are shown from the day it is in force.
    with_results: bool,
    head_fields: Vec<Field>,
    version: i64,
    units: Vec<Choice>,
    members: Vec<Choice>,
    /// Blocks of the register that may be parties.
    blocs: BlockFilter,
    problems: Vec<&'static str>,
    unsigned: Vec<Choice>,
    own_unsigned: Vec<Choice>,
    paper: String,
    sign_fields: Vec<Field>,
    steps: Vec<(&'static str, &'static str)>,
    step_day: String,
    may_annex: bool,
    annex_fields: Vec<Field>,
    annex_new: Vec<Field>,
    problem: String,
    urging: String,
    history: Vec<String>,
    typed: Typed,
}

impl SheetPage {
    /// What was typed in a field of the annex.
    fn typed(&self, start: &str, id: &str) -> &str {
        self.typed.get(&format!("{start}{id}")).map_or("", String::as_str)
    }
}

/// Which form was refused, with what was typed.
pub(super) enum Marked {
    Head(Vec<Field>, StatusCode),
    Sign(Vec<Field>, &'static str, StatusCode),
    Annex(Vec<Field>, Vec<Field>, Typed),
    Says(String, StatusCode),
}

/// The day of an address.
#[derive(Deserialize, Default)]
pub(crate) struct On {
    on: Option<String>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(on): Query<On>,
) -> Answer {
    let view = view(&app, &visitor, &id).await?;
    let day = on.on.as_deref().and_then(|typed| read_date(typed).ok());
    render(&app, &caller, &visitor, view, day, None).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    view: View,
    on: Option<NaiveDate>,
    marked: Option<Marked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let mut f = Frame::new(caller, Place::Movements);
    if view.sees_all {
        f = f.in_movement(caller, &view.covenant.movement_id, Tab::Covenants);
    }
    let covenant = &view.covenant;
    let now = today(app);
    let day = on.unwrap_or(now);
    let round = app.store.registration_round(&covenant.movement_id).await?;
    let round = round.as_ref().map(|round| round.id.as_str());
    let results = Results::load(app, &view.view.plan, round).await?;
    let (promises, illustrative) = promise_views(&view, day, &results, language, &f);
    let (units, members) = if view.keeps && covenant.state.is_open() {
        let below = reach::below(app, &covenant.unit_id, now).await?;
        let choice = |id: &str, name: &str| Choice { id: id.to_owned(), name: name.to_owned() };
        let free = |id: &str| !view.parties.iter().any(|party| party.unit_id.as_deref() == Some(id));
        let members = below.iter().map(|unit| choice(&unit.id, &unit.name)).collect();
        let units = below.iter().filter(|unit| free(&unit.id));
        (units.map(|unit| choice(&unit.id, &unit.name)).collect(), members)
    } else {
        (Vec::new(), Vec::new())
    };
    let paper = view.open_annex().map_or(covenant.id.clone(), |annex| annex.id.clone());
    let signing =
        covenant.state == Stage::Ready || (covenant.state == Stage::InForce && view.open_annex().is_some());
    let unsigned: Vec<&Party> = if signing { view.unsigned(&paper) } else { Vec::new() };
    let choice = |party: &&Party| Choice { id: party.id.clone(), name: party.name.clone() };
    let signs: Vec<String> =
        own_units(visitor).into_iter().filter(|unit| visitor.actor.may_in(Act::SignCovenant, unit)).collect();
    let own_unsigned: Vec<Choice> = unsigned.iter().filter(|party| is_of(party, &signs)).map(choice).collect();
    let urging = if view.keeps && !unsigned.is_empty() {
        let names: Vec<&str> = unsigned.iter().map(|party| party.name.as_str()).collect();
        let line = w.urging_line.replace("{title}", &covenant.text.title).replace("{units}", &names.join(", "));
        w.urging.replace("{day}", &show::day(Some(now))).replace("{lines}", &line)
    } else {
        String::new()
    };
    let history = app.store.covenant_steps(&covenant.id).await?;
    let name = |code: &str| Stage::from_code(code).map_or("", |state| labels::state(state, w));
    let mut head_fields = editing::head_fields(w, &covenant.text);
    let mut sign_fields = signing::fields(w);
    let (mut annex_fields, mut annex_new) = (super::annexes::fields(w), super::annexes::new_fields(w));
    let (mut status, mut problem, mut typed) = (StatusCode::OK, String::new(), Typed::new());
    let refused = crate::face::words::words(language).form_errors.to_owned();
    match marked {
        Some(Marked::Head(fields, code)) => {
            (head_fields, status) = (fields, code);
            problem = if code == StatusCode::CONFLICT { w.changed.to_owned() } else { refused };
        }
        Some(Marked::Sign(fields, says, code)) => {
            (sign_fields, status, problem) = (fields, code, says.to_owned());
        }
        Some(Marked::Annex(head, new, sent)) => {
            (annex_fields, annex_new, typed) = (head, new, sent);
            (status, problem) = (StatusCode::UNPROCESSABLE_ENTITY, refused);
        }
        Some(Marked::Says(says, code)) => (problem, status) = (says, code),
        None => {}
    }
    let latest = view.signatures.iter().filter(|one| one.paper_id == covenant.id).map(|one| one.signed_on).max();
    let template = SheetPage {
        movement_id: covenant.movement_id.clone(),
        plan_number: view.view.plan.number_symbol.clone().unwrap_or_default(),
        title: covenant.text.title.clone(),
        class: labels::class(covenant.state),
        state: labels::state(covenant.state, w),
        facts: facts(&view, w),
        preamble: covenant.text.preamble.clone().unwrap_or_default(),
        on: on.map(|day| show::day(Some(day))).unwrap_or_default(),
        day: show::day(Some(day)),
        promises,
        parties: view.parties.iter().map(|party| party_line(party, &view, w)).collect(),
        annexes: annex_views(&view, language, w),
        keeps: view.keeps,
        draft: view.keeps && covenant.state.is_open(),
        ready: covenant.state == Stage::Ready,
        in_force: covenant.state == Stage::InForce,
        with_results: covenant.state >= Stage::InForce,
        problems: if view.keeps && covenant.state.is_open() { missing(&view, w) } else { Vec::new() },
        unsigned: if view.keeps { unsigned.iter().map(choice).collect() } else { Vec::new() },
        own_unsigned,
        paper,
        steps: if view.keeps { next_steps(&view, w) } else { Vec::new() },
        step_day: show::day(latest),
        may_annex: view.keeps && covenant.state == Stage::InForce && view.open_annex().is_none(),
        history: history
            .iter()
            .map(|step| {
                if step.from == step.to {
                    // it changed hands where it stands
                    let note = step.note.clone().unwrap_or_default();
                    return format!("{} — {note} ({})", show::moment(step.at), step.account_name);
                }
                let note = step.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
                let (from, to) = (name(&step.from), name(&step.to));
                format!("{} — {from} → {to}, {}{note}", show::moment(step.at), step.account_name)
            })
            .collect(),
        version: covenant.version,
        id: covenant.id.clone(),
        f: f.with_sample(illustrative),
        w,
        head_fields,
        units,
        members,
        blocs: BlockFilter::of(app, &covenant.unit_id, now, "", language).await?,
        sign_fields,
        annex_fields,
        annex_new,
        problem,
        urging,
        typed,
    };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}

/// What keeps a draft from being laid out for signing.
pub(super) fn missing(view: &View, w: &'static Words) -> Vec<&'static str> {
    let of = |party: &Party| {
        view.commitments.iter().filter(|one| one.terms.party_id.as_deref() == Some(party.id.as_str())).count()
    };
    let own: Vec<usize> = view.parties.iter().filter(|party| party.kind != PartyKind::Authority).map(of).collect();
    let common = view.commitments.iter().filter(|one| one.terms.party_id.is_none()).count();
    let found = thidua_domain::covenants::not_ready(view.parties.len(), &own, common);
    found.into_iter().map(|problem| labels::not_ready(problem, w)).collect()
}

fn facts(view: &View, w: &'static Words) -> Vec<(&'static str, String)> {
    let covenant = &view.covenant;
    let all = [
        (w.place, covenant.text.place.clone().unwrap_or_default()),
        (w.signing_day, show::day(covenant.text.signing_day)),
        (w.in_force_from, show::day(covenant.in_force_from)),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn next_steps(view: &View, w: &'static Words) -> Vec<(&'static str, &'static str)> {
    match view.covenant.state {
        Stage::Draft => vec![("ready", w.step_ready)],
        Stage::Ready if view.signatures.is_empty() => vec![("draft", w.step_draft)],
        Stage::Ready | Stage::Archived => Vec::new(),
        Stage::Signed => vec![("in-force", w.step_in_force)],
        Stage::InForce if view.open_annex().is_some() => Vec::new(),
        Stage::InForce => vec![("settled", w.step_settle)],
        Stage::Settled => vec![("archived", w.step_archive)],
    }
}

fn promise_views(
    view: &View,
    day: NaiveDate,
    results: &Results,
    language: Language,
    f: &Frame,
) -> (Vec<Promise>, bool) {
    let w = words(language);
    let mut illustrative = false;
    let settled = matches!(view.covenant.state, Stage::Settled | Stage::Archived);
    let one = |held: thidua_domain::covenants::Holding<thidua_store::covenants::Terms>| {
        let terms = &held.terms;
        let result = labels::result(terms, results, None);
        illustrative = illustrative || result.as_ref().is_some_and(|result| result.illustrative);
        let known = view.outcomes.iter().find(|one| one.commitment_id == held.id);
        let outcome = known
            .map_or_else(|| Outcome::of(result.as_ref().and_then(|result| result.status)), |known| known.outcome);
        let said = known.map(|known| {
            let by = if known.by_person { format!(" ({})", known.account_name) } else { String::new() };
            format!("{}{by}", known.said.clone().unwrap_or_default())
        });
        let figure = match (known.and_then(|known| known.actual.clone()), &result) {
            (Some(actual), _) => actual,
            (None, Some(result)) => show::figure(result.figure, f.c),
            (None, None) => String::new(),
        };
        let rate = known
            .filter(|_| settled)
            .map_or_else(|| result.as_ref().and_then(|result| result.rate), |known| known.rate);
        Promise {
            id: held.id.clone(),
            party: view.party_name(terms.party_id.as_deref(), w).to_owned(),
            text: labels::says(terms, language),
            value: show::amount(terms.value),
            annex: held.annex,
            figure,
            target_id: terms.target_id.clone(),
            rate: rate.map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
            class: outcome.code(),
            outcome: labels::outcome(outcome, w),
            said: said.unwrap_or_default(),
            open: view.keeps && view.covenant.state == Stage::InForce,
        }
    };
    (view.holding(day).into_iter().map(one).collect(), illustrative)
}

fn party_line(party: &Party, view: &View, w: &'static Words) -> PartyLine {
    let signature = view.signatures.iter().find(|one| one.paper_id == view.covenant.id && one.party_id == party.id);
    PartyLine {
        id: party.id.clone(),
        name: party.name.clone(),
        kind: labels::party_kind(party.kind, w),
        members: if party.members.is_empty() {
            String::new()
        } else {
            format!("{} {}", party.members.len(), w.units)
        },
        removable: view.keeps && view.covenant.state.is_open() && party.kind != PartyKind::Authority,
        signed: signature.map(|one| Signed {
            day: show::day(Some(one.signed_on)),
            who: signed_by(one),
            file: one.file_digest.clone().zip(one.file_name.clone()),
            by: one.account_name.clone(),
        }),
    }
}

/// Who signed: name, post, and in whose name.
fn signed_by(one: &thidua_store::covenants::Signature) -> String {
    let behalf = one.on_behalf.as_ref().map(|behalf| format!(" ({behalf})")).unwrap_or_default();
    format!("{}, {}{behalf}", one.signatory, one.post)
}

fn annex_views(view: &View, language: Language, w: &'static Words) -> Vec<AnnexView> {
    let before = |id: &str| {
        let found = view.commitments.iter().find(|one| one.id == id);
        found.map(|one| labels::says(&one.terms, language)).unwrap_or_default()
    };
    let says = |amendment: Amendment<thidua_store::covenants::Terms>| match amendment {
        Amendment::Replace(id, terms) => {
            w.replaced.replace("{a}", &before(&id)).replace("{b}", &labels::says(&terms, language))
        }
        Amendment::Drop(id) => w.dropped.replace("{a}", &before(&id)),
        Amendment::Add(_, terms) => {
            let party = view.party_name(terms.party_id.as_deref(), w);
            format!("{} ({party})", w.added.replace("{b}", &labels::says(&terms, language)))
        }
    };
    view.annexes
        .iter()
        .map(|annex| {
            let (class, state) = match annex.state {
                AnnexState::Open => ("needs-person", w.annex_open),
                AnnexState::InForce => ("met", w.annex_in_force),
                AnnexState::Withdrawn => ("missed", w.annex_withdrawn),
            };
            let open = annex.state == AnnexState::Open;
            AnnexView {
                number: annex.number,
                effective: show::day(Some(annex.effective)),
                reason: annex.reason.clone(),
                state,
                class,
                changes: view.amendments(&annex.id).into_iter().map(says).collect(),
                missing: if open {
                    view.unsigned(&annex.id).into_iter().map(|party| party.name.clone()).collect()
                } else {
                    Vec::new()
                },
                signed: view
                    .signatures
                    .iter()
                    .filter(|one| one.paper_id == annex.id)
                    .map(|one| {
                        let party = view.party_name(Some(&one.party_id), w);
                        format!("{party}: {}, {}", signed_by(one), show::day(Some(one.signed_on)))
                    })
                    .collect(),
                open,
            }
        })
        .collect()
}

/// The page with a sentence that says what was refused.
pub(super) async fn refused(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    says: impl Into<String>,
    status: StatusCode,
) -> Result<axum::response::Response, Refusal> {
    let view = view(app, visitor, id).await?;
    render(app, caller, visitor, view, None, Some(Marked::Says(says.into(), status))).await
}

/// Ways of comparing for the form of the annex.
pub(super) fn ways(w: &'static Words) -> Input {
    Input::Choice(promises::ways(w))
}
