//! One decision: its lines, the money, the principles while it is a draft; issuing; what was revoked and what relied on it.

use super::grounds::{self, ground_words};
use super::law::{catalogue, reckoned, weigh};
use super::principles::{Check, checks};
use super::recovering::money_back;
use super::revoking;
use super::signed::{self, SignatureRow};
use super::words::{Words, words};
use crate::App;
use crate::awards::labels::vnd;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, placed};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::Datelike;
use thidua_domain::access::{Act, may_approve};
use thidua_domain::basics::Language;
use thidua_domain::decisions::{Kind, State as Stage, words as decision_words};
use thidua_store::decisions::{Decision, Line};
use thidua_store::honours::{Honour, Standing};

/// The forms of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Correct,
    Issue,
    Revoke,
}

/// A line as it is shown.
struct Row {
    field: String,
    name: String,
    note: String,
    address: String,
    merit: String,
    money: String,
    class: &'static str,
    state: &'static str,
    revoked_by: Option<(String, String)>,
    revocable: bool,
}

/// What a revocation takes back of one honour, and what relied on it.
struct Trace {
    name: String,
    address: String,
    items: String,
    reached: Vec<(String, String, String)>,
    under_way: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "decisions/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    title: String,
    number: String,
    day: String,
    state: String,
    class: &'static str,
    round: Option<(String, String)>,
    revokes: Option<(String, String)>,
    ground: String,
    reason: String,
    bases: Vec<String>,
    signer: String,
    by: String,
    issued_by: String,
    file: Option<(String, String)>,
    money: String,
    groups: Vec<(String, Vec<Row>)>,
    n_lines: usize,
    checks: Vec<Check>,
    traces: Vec<Trace>,
    money_back: String,
    revocations: Vec<(String, String)>,
    says: Option<String>,
    waits: &'static str,
    correct: Option<FormView>,
    issue: Option<FormView>,
    revoke: Option<FormView>,
    discard: Option<i64>,
    signatures: Vec<SignatureRow>,
    /// The version of the authority's own template that the Word file is written with.
    own_template: Option<i64>,
    /// Whether certificates may be printed.
    certificates: bool,
    downloads: Vec<Download>,
    history: Vec<String>,
}

/// `GET /decisions/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let it = app.store.decision(&id).await?.ok_or(Refusal::NotFound)?;
    require_readable(&app, &visitor, &it).await?;
    render(&app, &caller, &visitor, &it, None, None).await
}

/// A decision is read by whoever looks at its authority; a draft, with names and money, only by who draws it up or decides.
pub(super) async fn require_readable(app: &App, visitor: &Visitor, it: &Decision) -> Result<(), Refusal> {
    app.require(visitor, Act::Look, &it.unit_id).await?;
    let theirs = !it.state.is_drawn_up()
        || app.may(visitor, Act::PrepareDecision, &it.unit_id).await?
        || app.may(visitor, Act::DecideAward, &it.unit_id).await?;
    if theirs { Ok(()) } else { Err(Refusal::NotFound) }
}

/// That a decision was issued already, and by whom.
pub(super) fn already(it: &Decision, w: &'static Words) -> String {
    let who = format!("{}, {}", it.account_name, shown::moment(it.written_at));
    w.already.replace("{n}", it.number.as_deref().unwrap_or_default()).replace("{who}", &who)
}

/// The fields of the head of a draft.
pub(super) fn head_fields(it: &Decision, w: &'static Words) -> Vec<Field> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let fields = vec![
        Field::new("title", w.title, Input::Line, it.title.clone()),
        Field::new("day", w.day, Input::Day, shown::day(it.dated)),
        Field::new("signer_title", w.signer_title, Input::Line, text(&it.signer_title)),
        Field::new("signer_name", w.signer_name, Input::Line, text(&it.signer_name)),
        Field::new("bases", w.bases, Input::Text, text(&it.bases)).hint(w.bases_hint),
    ];
    placed(fields, "correct")
}

/// The form that corrects a draft.
pub(super) fn correcting(it: &Decision, w: &'static Words) -> FormView {
    FormView::new(format!("/decisions/{}", it.id), it.version, head_fields(it, w), w.save)
}

/// The form that issues.
pub(super) async fn issuing(app: &App, it: &Decision, w: &'static Words) -> Result<FormView, Refusal> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = it.dated.unwrap_or_else(|| reach::today(app));
    // the next free number of the symbol that was used last
    let used = app.store.decision_numbers(&it.unit_id, it.kind, day.year()).await?;
    let symbol = used.last().and_then(|last| last.split_once('/').map(|(_, symbol)| symbol.to_owned()));
    let mut number = Field::new("number", w.number, Input::Line, "").hint(w.number_hint);
    if let Some(symbol) = symbol {
        let register = super::issuing::register(app, it, day).await?;
        let next = register.next(&it.unit_id, it.kind.code(), day.year(), &symbol);
        number.value = format!("{next:02}/{symbol}");
    }
    let mut fields = vec![
        number,
        Field::new("day", w.day, Input::Day, shown::day(Some(day))),
        Field::new("signer_title", w.signer_title, Input::Line, text(&it.signer_title)),
        Field::new("signer_name", w.signer_name, Input::Line, text(&it.signer_name)),
    ];
    if it.kind == Kind::Award {
        fields.push(Field::new("confirmed", w.confirm, Input::Tick, ""));
    }
    fields.push(Field::new("from_file", w.from_file, Input::Tick, "").hint(w.from_file_hint));
    fields.push(Field::new("differs", w.differs, Input::Tick, ""));
    let action = format!("/decisions/{}/issue", it.id);
    Ok(FormView::new(action, it.version, placed(fields, "issue"), w.issue).with_file(w.signed_paper, None))
}

/// Where a decision stands: class and words.
pub(super) fn standing(state: Stage, language: Language) -> (&'static str, String) {
    let class = match state {
        Stage::Draft => "needs-person",
        Stage::Issued => "met",
        Stage::PartlyRevoked => "at-risk",
        Stage::Revoked => "missed",
    };
    (class, decision_words::state(state).in_language(language).to_owned())
}

fn of_honour(
    it: &Honour,
    names: &std::collections::BTreeMap<String, String>,
    draft: bool,
    w: &'static Words,
) -> Row {
    let note = [it.whom.post.clone().unwrap_or_default(), it.whom.of_unit.clone()];
    let revoked = it.standing == Standing::Revoked;
    Row {
        field: format!("n-{}", it.id),
        name: it.whom.name.clone(),
        note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        address: format!("/honours/{}", it.id),
        merit: it.merit.clone(),
        money: it.paid.as_ref().map(reckoned).unwrap_or_default(),
        class: "missed",
        state: if revoked { w.revoked_mark } else { "" },
        revoked_by: it.revoked_by.as_ref().map(|id| {
            let name = names.get(id).cloned().unwrap_or_default();
            (format!("/decisions/{id}"), name)
        }),
        revocable: !revoked && !draft,
    }
}

/// The lines of a decision: of a draft as they were put in, of an issued one as they were written.
async fn rows(
    app: &App,
    it: &Decision,
    language: Language,
    w: &'static Words,
) -> Result<(Vec<(String, Vec<Row>)>, i64, Vec<Check>, Vec<Honour>), Refusal> {
    let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
    let mut put = |title: String, row: Row| match groups.iter_mut().find(|(known, _)| *known == title) {
        Some((_, rows)) => rows.push(row),
        None => groups.push((title, vec![row])),
    };
    let lines = app.store.decision_lines(&it.id).await?;
    let (mut total, mut found, mut honours) = (0, Vec::new(), Vec::new());
    if it.kind == Kind::Award && it.state.is_drawn_up() {
        let a = crate::awards::words::words(language);
        let ids: Vec<String> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Nomination(id) => Some(id.clone()),
                Line::Honour(_) => None,
            })
            .collect();
        let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
        let day = it.dated.unwrap_or_else(|| reach::today(app));
        let law = catalogue(app, &it.unit_id, day).await?;
        let nominated = app.store.nominated_of(&ids).await?.into_iter();
        let weighed: Vec<_> = nominated.map(|one| weigh(&law, unit.kind, day, one)).collect();
        for one in &weighed {
            total += one.amount();
            let (class, state) =
                one.it.verdict.map_or(("needs-person", ""), |verdict| crate::awards::labels::verdict(verdict, a));
            let note = [one.it.post.clone().unwrap_or_default(), one.it.of_unit.clone()];
            let row = Row {
                field: format!("n-{}", one.it.id),
                name: one.it.name.clone(),
                note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
                address: format!("/nominations/{}", one.it.id),
                merit: one.it.merit.clone(),
                money: one.money.as_ref().map(|money| reckoned(&super::law::paid(money))).unwrap_or_default(),
                class,
                state,
                revoked_by: None,
                revocable: false,
            };
            put(one.it.award_name.clone(), row);
        }
        if let Some(round) = &it.round_id
            && let Some(round) = app.store.round_head(round).await?
        {
            found = checks(app, &round, &weighed.iter().collect::<Vec<_>>(), day, language).await?;
        }
        return Ok((groups, total, found, honours));
    }
    if it.kind == Kind::Award {
        honours = app.store.honours_of_decision(&it.id).await?;
    } else {
        for line in &lines {
            if let Line::Honour(id) = line {
                honours.extend(app.store.honour(id).await?);
            }
        }
    }
    let revoking: Vec<String> = honours.iter().filter_map(|one| one.revoked_by.clone()).collect();
    let names = app.store.decision_names(&revoking).await?;
    for one in &honours {
        // what is revoked brings nothing any more; a revocation says what comes back
        if it.kind == Kind::Award && one.standing == Standing::Valid {
            total += one.paid.as_ref().map_or(0, |paid| paid.amount);
        }
        put(one.award_name.clone(), of_honour(one, &names, it.kind == Kind::Revocation, w));
    }
    Ok((groups, total, found, honours))
}

/// What a revocation takes back, and what relied on each.
async fn traces(
    app: &App,
    it: &Decision,
    honours: &[Honour],
    language: Language,
    w: &'static Words,
) -> Result<Vec<Trace>, Refusal> {
    let ground = it.ground.as_deref().and_then(grounds::ground);
    let mut found = Vec::new();
    for one in honours {
        let item = match ground {
            Some(ground) if ground.recovers_items() => revoking::item(app, one, language).await?,
            _ => None,
        };
        found.push(Trace {
            name: format!("{} – {}", one.whom.name, one.award_name),
            address: format!("/honours/{}", one.id),
            items: item.unwrap_or_default(),
            reached: crate::honours::reached_rows(app, &one.id, w).await?,
            under_way: crate::honours::under_way(app, one).await?,
        });
    }
    Ok(found)
}

async fn history(app: &App, id: &str, language: Language) -> Result<Vec<String>, Refusal> {
    let a = crate::audit::words::words(language);
    let entries = app.store.history_of("decision", id).await?.into_iter().rev();
    let line = |one: thidua_store::audit::Logged| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        let act = crate::audit::labels::label(&one.act, a);
        format!("{} {}, {act}{detail}", shown::moment(one.at), one.account_name)
    };
    Ok(entries.map(line).collect())
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    it: &Decision,
    marked: Option<(Which, FormView)>,
    says: Option<String>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let (groups, total, checks, honours) = rows(app, it, language, w).await?;
    let draft = it.state.is_drawn_up();
    let prepares = app.may(visitor, Act::PrepareDecision, &it.unit_id).await?;
    let decides = app.may(visitor, Act::DecideAward, &it.unit_id).await?;
    let fresh = may_approve(it.account_id.as_deref(), &visitor.actor);
    let day = it.dated.unwrap_or_else(|| reach::today(app));
    let own_template = app.store.word_template_of_day(&it.unit_id, "award_decision", day).await?;
    let came = marked.as_ref().map_or(Came::Fresh, |(_, form)| form.came);
    let mut correct = (draft && prepares).then(|| correcting(it, w));
    let mut issue = if draft && decides && fresh { Some(issuing(app, it, w).await?) } else { None };
    let revocable = !draft && it.kind == Kind::Award && it.state != Stage::Revoked && prepares;
    let mut revoke = if revocable {
        let action = format!("/decisions/{}/revoke", it.id);
        Some(FormView::new(action, it.version, revoking::fields(app, it.dated, language)?, w.revoke_button))
    } else {
        None
    };
    match marked {
        Some((Which::Correct, form)) => correct = Some(form),
        Some((Which::Issue, form)) => issue = Some(form),
        Some((Which::Revoke, form)) => revoke = Some(form),
        None => {}
    }
    let round = match &it.round_id {
        Some(id) => app.store.round_head(id).await?.map(|round| (format!("/decisions/rounds/{id}"), round.name)),
        None => None,
    };
    let revokes = match &it.revokes_id {
        Some(id) => app.store.decision(id).await?.map(|one| {
            (format!("/decisions/{id}"), format!("{} ({})", one.number.unwrap_or_default(), shown::day(one.dated)))
        }),
        None => None,
    };
    let revocations = app
        .store
        .revocations_of(&it.id)
        .await?
        .into_iter()
        .map(|one| (format!("/decisions/{}", one.id), one.number.unwrap_or(one.title)));
    let (drawn_up_by, issued_by) = if draft {
        (it.account_name.clone(), String::new())
    } else {
        let issued_by = format!("{}, {}", it.account_name, shown::moment(it.written_at));
        (app.store.drawn_up_by(&it.id).await?.unwrap_or_default(), issued_by)
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (class, state) = standing(it.state, language);
    let template = OnePage {
        f: frame(caller, Tab::Decisions).with_sample(it.illustrative),
        o: office::words(language),
        title: it.title.clone(),
        number: text(&it.number),
        day: shown::day(it.dated),
        state,
        class,
        round: if prepares { round } else { None },
        revokes,
        ground: it.ground.as_deref().map(|code| ground_words(code, language)).unwrap_or_default(),
        reason: text(&it.reason),
        bases: text(&it.bases).lines().map(str::to_owned).collect(),
        signer: [text(&it.signer_title), text(&it.signer_name)].join(" ").trim().to_owned(),
        by: drawn_up_by,
        issued_by,
        file: it.file_digest.as_ref().map(|digest| (format!("/files/{digest}"), text(&it.file_name))),
        money: if total > 0 { vnd(total) } else { String::new() },
        n_lines: groups.iter().map(|(_, rows)| rows.len()).sum(),
        groups,
        checks,
        traces: if it.kind == Kind::Revocation {
            traces(app, it, &honours, language, w).await?
        } else {
            Vec::new()
        },
        money_back: match it.kind {
            Kind::Revocation => money_back(app, it, language).await?,
            Kind::Award => String::new(),
        },
        revocations: revocations.collect(),
        waits: match (draft, decides, fresh) {
            (true, true, false) => w.own_draft,
            (true, false, _) => w.waits_head,
            _ => "",
        },
        correct,
        issue,
        revoke,
        discard: (draft && prepares).then_some(it.version),
        signatures: signed::signatures(app, it, language).await?,
        own_template: own_template.map(|one| one.number),
        certificates: prepares && !draft && it.kind == Kind::Award,
        downloads: if prepares && !draft && it.kind == Kind::Award {
            downloads(&format!("/decisions/{}", it.id), crate::certificates::FORMS, language)
        } else {
            Vec::new()
        },
        history: if prepares { history(app, &it.id, language).await? } else { Vec::new() },
        id: it.id.clone(),
        w,
        says: says.clone(),
    };
    let mut response = answered(page(&template), came)?;
    if says.is_some() {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    Ok(response)
}
