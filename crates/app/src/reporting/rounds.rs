//! `/movements/{id}/rounds`: the reporting calendar of a movement, opening its rounds, who reports which target.

use super::door::{Door, asked, door, due_for, noted_round, round_door};
use super::labels;
use super::proposing::{Offer, Proposed, proposed, year_of};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed, seen};
use crate::face::frame::{go, returned};
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::office::reach;
use crate::registrations::{kinds_asked, ticked_kinds};
use askama::Template;
use axum::extract::{Path, State};
use chrono::NaiveDate;
use std::collections::HashSet;
use thidua_domain::access::Act;
use thidua_domain::basics::date::read_date;
use thidua_domain::basics::{Language, Says};
use thidua_domain::periods::Period;
use thidua_domain::reporting::{DueRule, Standing, State as Stage, standing};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::reporting::{Round, RoundText};

struct Line {
    id: String,
    period: &'static str,
    due: String,
    rule: String,
    line: Option<u32>,
    note: String,
    asked: usize,
    sent: usize,
    late: usize,
    missing: usize,
    accepted: usize,
    consolidated: String,
    /// For a unit below: its own state, in words and colour, and where it reads it.
    own: Option<(String, &'static str, &'static str)>,
    fields: Vec<Field>,
    kinds: Vec<Field>,
    version: i64,
}

struct Reporter {
    id: String,
    name: String,
    given: String,
    office: bool,
}

#[derive(Template)]
#[template(path = "reporting/rounds.html")]
struct RoundsPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_id: String,
    plan_number: String,
    sees_all: bool,
    may_open: bool,
    lines: Vec<Line>,
    offers: Vec<Offer>,
    others: Vec<(&'static str, &'static str)>,
    problem: Option<String>,
    ask_sure: bool,
    reporters: Vec<Reporter>,
    /// The ticks for kinds of units that report, for rounds to be opened.
    kinds: Vec<Field>,
}

/// What came back of a form.
#[derive(Default)]
struct Came {
    offers: Option<Vec<Offer>>,
    /// The round whose form came back.
    changed: Option<(String, Vec<Field>)>,
    problem: Option<String>,
    ask_sure: bool,
    conflict: bool,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    render(&app, &caller, door, Came::default()).await
}

fn may_open(door: &Door) -> bool {
    door.leads && door.view.movement.named.own && door.view.movement.state.takes_figures()
}

async fn render(app: &App, caller: &Caller, door: Door, came: Came) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let id = door.view.movement.id.clone();
    let mut f = Frame::new(caller, Place::Movements);
    if door.sees_all {
        f = f.in_movement(caller, &id, Tab::Rounds);
    }
    let rounds = app.store.report_rounds(&id).await?;
    let may_open = may_open(&door);
    let offers = match came.offers {
        Some(offers) => offers,
        None if may_open => {
            proposed(app, &door, &rounds, language).await?.into_iter().map(|one| Offer::of(one, language)).collect()
        }
        None => Vec::new(),
    };
    let others = Period::ALL.into_iter().filter(|period| {
        may_open
            && !rounds.iter().any(|round| round.period == *period)
            && !offers.iter().any(|offer| offer.code == period.code())
    });
    let others = others.map(|period| (period.code(), show::period(period, c))).collect();
    let (refused, conflict) = (came.problem.is_some() || came.changed.is_some(), came.conflict);
    let below = reach::below(app, &door.view.plan.unit_id, crate::local_date((app.clock)())).await?;
    let mut lines = Vec::new();
    for round in &rounds {
        let mut line = line(app, &door, round, language).await?;
        if may_open {
            line.kinds = kinds_asked(&round.text.kinds, &below, language);
            line.fields = match &came.changed {
                Some((changed, fields)) if *changed == round.id => fields.iter().map(copied).collect(),
                _ => fields(round, w),
            };
        }
        lines.push(line);
    }
    let template = RoundsPage {
        plan_id: door.view.plan.id.clone(),
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        sees_all: door.sees_all,
        reporters: if may_open { reporters_of(app, &door, w).await? } else { Vec::new() },
        may_open,
        lines,
        offers,
        others,
        problem: came.problem,
        ask_sure: came.ask_sure,
        kinds: if may_open { kinds_asked(&[], &below, language) } else { Vec::new() },
        f,
        w,
        id,
    };
    returned(&template, conflict, refused)
}

fn copied(field: &Field) -> Field {
    let input = match &field.input {
        Input::Day => Input::Day,
        Input::Tick => Input::Tick,
        _ => Input::Line,
    };
    let mut copy = Field::new(field.name, field.label, input, field.value.clone());
    copy.problem = field.problem.clone();
    copy
}

fn fields(round: &Round, w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("due", w.col_due, Input::Day, show::day(Some(round.text.due))),
        Field::new("note", w.note, Input::Line, round.text.note.clone().unwrap_or_default()),
    ]
}

async fn line(app: &App, door: &Door, round: &Round, language: Language) -> Result<Line, Refusal> {
    let (w, c) = (words(language), crate::face::words::words(language));
    let today = crate::local_date((app.clock)());
    let reports = app.store.reports_of_round(&round.id).await?;
    let extensions = app.store.report_extensions(&round.id).await?;
    let units = asked(app, door, round).await?;
    let of = |unit: &str| reports.iter().find(|one| one.unit_id == unit);
    let standings: Vec<Standing> = units
        .iter()
        .map(|unit| {
            let due = due_for(round, &extensions, &unit.id);
            standing(due, of(&unit.id).and_then(|one| one.first_sent), today)
        })
        .collect();
    let count = |test: fn(&Standing) -> bool| standings.iter().filter(|one| test(one)).count();
    let own = door.own_units.iter().find(|unit| !door.sees_all && round.asks(unit.kind)).map(|unit| {
        let report = of(&unit.id);
        let due = due_for(round, &extensions, &unit.id);
        let now = standing(due, report.and_then(|one| one.first_sent), today);
        let state = report.map(|one| one.state);
        (
            format!("{}; {}", labels::state(state, w), labels::standing(now, due, today, w)),
            labels::class(state, now),
            "",
        )
    });
    Ok(Line {
        id: round.id.clone(),
        period: show::period(round.period, c),
        due: show::day(Some(round.text.due)),
        rule: labels::rule_of(round, w),
        line: round.text.rule_line.filter(|_| door.sees_all),
        note: round.text.note.clone().unwrap_or_default(),
        asked: units.len(),
        sent: reports.iter().filter(|one| one.state.is_handed_in()).count(),
        late: count(|one| matches!(one, Standing::Late(_))),
        missing: count(|one| matches!(one, Standing::Missing(_))),
        accepted: reports.iter().filter(|one| one.state == Stage::Accepted).count(),
        consolidated: match &round.consolidated {
            Some((at, who)) => w.consolidated_at.replace("{at}", &show::moment(*at)).replace("{who}", who),
            None => w.not_consolidated.to_owned(),
        },
        own,
        fields: Vec::new(),
        kinds: Vec::new(),
        version: round.version,
    })
}

async fn reporters_of(app: &App, door: &Door, w: &'static Words) -> Result<Vec<Reporter>, Refusal> {
    let office: HashSet<String> = app.store.office_targets(&door.view.plan.id).await?.into_iter().collect();
    let given = app.store.assignments(&door.view.plan.id).await?;
    let targets = app.store.targets(&door.view.plan.id).await?.into_iter();
    let leaves = targets.filter(|target| target.draft.comparator.is_some());
    Ok(leaves
        .map(|target| {
            let units =
                given.iter().filter(|one| one.given.target_id == target.id && one.given.state.holds()).count();
            Reporter {
                given: match units {
                    0 => w.given_none.to_owned(),
                    n => w.given_n.replace("{n}", &n.to_string()),
                },
                office: office.contains(&target.id),
                name: target.draft.name,
                id: target.id,
            }
        })
        .collect())
}

/// A refusal said in both languages.
pub(super) fn refuse(says: impl Fn(&'static Words) -> &'static str) -> Refusal {
    Refusal::Invalid(Says::new(says(words(Language::Vietnamese)), says(words(Language::English))))
}

/// `POST /movements/{id}/rounds`: opens the periods that were chosen.
pub(crate) async fn open(sent: Sent) -> Answer {
    let door = door(&sent.app, &sent.visitor, &sent.id).await?;
    if !door.leads {
        return Err(Refusal::NotAllowed);
    }
    if !may_open(&door) {
        return Err(refuse(|w| w.not_running));
    }
    let language = sent.caller.preferences.language;
    let w = words(language);
    let rounds = sent.app.store.report_rounds(&sent.id).await?;
    let offered = proposed(&sent.app, &door, &rounds, language).await?;
    let sure = sent.typed.get("sure").is_some_and(|value| !value.is_empty());
    let year = year_of(&door, crate::local_date((sent.app.clock)()));
    let mut came = Came::default();
    let mut shown = Vec::new();
    let mut chosen: Vec<(Period, RoundText)> = Vec::new();
    for one in offered {
        let typed = typed_round(&sent.typed, one.period, Some(&one), year, sure, w);
        let mut offer = Offer::of(one, language);
        offer.chosen = typed.ticked;
        offer.due = typed.due;
        offer.problem = typed.problem.filter(|_| typed.ticked);
        came.ask_sure |= typed.early;
        chosen.extend(typed.text.filter(|_| typed.ticked).map(|text| (typed.period, text)));
        shown.push(offer);
    }
    let other = sent.typed.get("other").and_then(|code| Period::from_code(code));
    if let Some(period) = other.filter(|period| !chosen.iter().any(|(one, _)| one == period)) {
        let typed = typed_round(&sent.typed, period, None, year, sure, w);
        came.problem = typed.problem;
        came.ask_sure |= typed.early;
        chosen.extend(typed.text.map(|text| (period, text)));
    }
    let wrong = came.problem.is_some() || shown.iter().any(|offer| offer.problem.is_some());
    if chosen.is_empty() || wrong {
        came.problem = Some(match came.problem {
            Some(problem) => problem,
            None if wrong => crate::face::words::words(language).form_errors.to_owned(),
            None => w.nothing_chosen.to_owned(),
        });
        came.offers = Some(shown);
        return render(&sent.app, &sent.caller, door, came).await;
    }
    let kinds = ticked_kinds(&sent.reader());
    let change = sent.app.store.change(sent.author()).await?;
    let mut detail = Vec::new();
    for (period, text) in &chosen {
        let text = &RoundText { kinds: kinds.clone(), ..text.clone() };
        match change.open_report_round(&sent.id, *period, text).await {
            Err(StoreError::AlreadyThere) => return Err(refuse(|w| w.already)),
            other => other?,
        };
        let c = crate::face::words::words(Language::Vietnamese);
        detail.push(format!("{}: {}", show::period(*period, c), show::day(Some(text.due))));
    }
    let entry = Entry {
        unit_id: Some(door.view.plan.unit_id.clone()),
        act: "report.opened",
        subject: "movement",
        subject_id: sent.id.clone(),
        detail: Some(detail.join("; ")),
    };
    change.commit(entry).await?;
    go(format!("/movements/{}/rounds?done=saved", sent.id))
}

struct TypedRound {
    period: Period,
    ticked: bool,
    due: String,
    text: Option<RoundText>,
    problem: Option<String>,
    /// The day lies before the end of the period, which is asked about.
    early: bool,
}

/// What was typed of one period; a day that was left as proposed keeps its rule.
fn typed_round(
    typed: &Typed,
    period: Period,
    proposed: Option<&Proposed>,
    year: i32,
    sure: bool,
    w: &'static Words,
) -> TypedRound {
    let name = |what: &str| format!("{what}-{}", period.code());
    let due = typed.get(&name("due")).or(typed.get("due-other")).cloned().unwrap_or_default();
    let mut found = TypedRound {
        period,
        ticked: proposed.is_none() || typed.contains_key(&name("open")),
        due: due.clone(),
        text: None,
        problem: None,
        early: false,
    };
    let Ok(day) = read_date(&due) else {
        found.problem = Some(w.due_needed.to_owned());
        return found;
    };
    let end = period.last_day(year);
    // a printed day may lie before the end of its period; one that was typed is asked about
    let as_proposed = proposed.filter(|one| one.text.due == day);
    if as_proposed.is_none() && end.is_some_and(|end| day < end) && !sure {
        found.early = true;
        found.problem = Some(w.due_early.replace("{day}", &show::day(end)));
        return found;
    }
    let kinds = Vec::new();
    let set = RoundText { due: day, rule: DueRule::Set, rule_source: None, rule_line: None, kinds, note: None };
    found.text = Some(as_proposed.map_or(set, |one| one.text.clone()));
    found
}

/// `POST /rounds/{id}/change`: another day.
pub(crate) async fn change(sent: Sent) -> Answer {
    let (round, door) = round_door(&sent.app, &sent.visitor, &sent.id).await?;
    if !door.leads {
        return Err(Refusal::NotAllowed);
    }
    if !may_open(&door) {
        return Err(refuse(|w| w.not_running));
    }
    let w = words(sent.caller.preferences.language);
    let mut reader = sent.reader();
    let due = reader.day("due");
    let note = reader.name("note");
    if due.is_none() {
        reader.problem("due", w.due_needed);
    }
    let Some(due) = due.filter(|_| reader.fine()) else {
        let marked = reader.mark(fields(&round, w));
        let came = Came { changed: Some((round.id, marked)), ..Came::default() };
        return render(&sent.app, &sent.caller, door, came).await;
    };
    let text = RoundText { kinds: ticked_kinds(&reader), ..changed_text(&round, due, note) };
    let change = sent.app.store.change(sent.author()).await?;
    match change.change_report_round(&round.id, seen(&sent.typed), &text).await {
        Ok(()) => {
            let detail = format!("{} → {}", show::day(Some(round.text.due)), show::day(Some(due)));
            change.commit(noted_round(&round, "report.round-changed", Some(detail))).await?;
            go(format!("/movements/{}/rounds?done=saved", round.movement_id))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = sent.app.store.report_round(&round.id).await?.ok_or(Refusal::NotFound)?;
            let newest_fields = fields(&newest, w);
            let mut reader = Reader::new(&sent.typed, crate::face::words::words(sent.caller.preferences.language));
            reader.beside(&newest_fields, |value| w.meanwhile.replace("{v}", value));
            let marked = reader.mark(newest_fields);
            let came = Came { changed: Some((newest.id, marked)), conflict: true, ..Came::default() };
            render(&sent.app, &sent.caller, door, came).await
        }
        Err(other) => Err(other.into()),
    }
}

fn changed_text(round: &Round, due: NaiveDate, note: Option<String>) -> RoundText {
    if due == round.text.due {
        return RoundText { note, ..round.text.clone() };
    }
    let kinds = round.text.kinds.clone();
    RoundText { due, rule: DueRule::Set, rule_source: None, rule_line: None, kinds, note }
}

/// `POST /movements/{id}/reporters`: which targets only the standing office enters.
pub(crate) async fn reporters(sent: Sent) -> Answer {
    let door = door(&sent.app, &sent.visitor, &sent.id).await?;
    sent.app.require(&sent.visitor, Act::ReceiveReport, &door.view.plan.unit_id).await?;
    if !door.leads {
        return Err(Refusal::NotAllowed);
    }
    let targets = sent.app.store.targets(&door.view.plan.id).await?;
    let change = sent.app.store.change(sent.author()).await?;
    let mut names = Vec::new();
    for target in targets.iter().filter(|target| target.draft.comparator.is_some()) {
        let office = sent.typed.contains_key(&format!("office-{}", target.id));
        change.set_office_target(&target.id, office).await?;
        if office {
            names.push(target.draft.name.as_str());
        }
    }
    let entry = Entry {
        unit_id: Some(door.view.plan.unit_id.clone()),
        act: "report.reporters",
        subject: "movement",
        subject_id: sent.id.clone(),
        detail: (!names.is_empty()).then(|| names.join("; ")),
    };
    change.commit(entry).await?;
    go(format!("/movements/{}/rounds?done=saved", sent.id))
}
