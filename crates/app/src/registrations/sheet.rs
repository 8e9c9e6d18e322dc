//! `GET /registrations/{id}`: what one unit registers, with what came of it, and the steps.

use super::assigned::Assigned;
use super::door::{Sheet, sheet, today};
use super::labels;
use super::notices;
use super::results::Results;
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::law::{self, OfDay};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::access::may_approve;
use thidua_domain::basics::Language;
use thidua_domain::registrations::{Against, ItemKind, State as Registered, against, better};
use thidua_domain::targets::Direction;
use thidua_store::registrations::{Item, Written};

struct Note {
    day: String,
    said: String,
    value: String,
    source: String,
    who: String,
}

struct Line {
    id: String,
    name: String,
    note: String,
    hard: bool,
    planned: String,
    /// The document by which it was given.
    given: String,
    registered: String,
    better: bool,
    reason: String,
    remark: String,
    /// What is otherwise than it was given.
    notice: String,
    figure: String,
    target_id: Option<String>,
    difference: String,
    rate: String,
    class: &'static str,
    status: &'static str,
    whom: String,
    description: String,
    expected: String,
    notes: Vec<Note>,
    /// The unit tells how it goes on.
    tells: bool,
}

#[derive(Template)]
#[template(path = "registrations/sheet.html")]
struct SheetPage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_number: String,
    unit: String,
    unit_id: String,
    class: &'static str,
    state: &'static str,
    late: bool,
    until: String,
    sent: String,
    version: i64,
    targets: Vec<Line>,
    titles: Vec<Line>,
    tasks: Vec<Line>,
    writes: bool,
    /// The unit may write, and its registration is open.
    open: bool,
    may_send: bool,
    may_withdraw: bool,
    may_restart: bool,
    may_decide: bool,
    may_reopen: bool,
    own_sending: bool,
    notices: Vec<String>,
    problem: String,
    history: Vec<String>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let sheet = sheet(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, sheet, None).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    sheet: Sheet,
    problem: Option<(String, StatusCode)>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Movements);
    let registration = &sheet.registration;
    let items = app.store.registration_items(&registration.id).await?;
    let results = Results::load(app, &sheet.view.plan, Some(&sheet.round.id)).await?;
    let assigned = Assigned::load(app, &sheet).await?;
    let planned = app.store.targets(&sheet.view.plan.id).await?;
    let of_day = law::of_plan(app, &sheet.view.plan);
    let tells = sheet.writes && registration.state.is_handed_in();
    let illustrative = items.iter().any(|item| results.of(item).illustrative);
    let of = |kind: ItemKind| -> Vec<Line> {
        let of_kind = items.iter().filter(|item| item.written.kind == kind);
        of_kind
            .map(|item| {
                let target = item.written.target_id.as_deref();
                let given = target.and_then(|id| assigned.says(id, item.written.unit_of.as_deref(), w));
                let said = notices::notice(&item.written, &assigned, &planned, &sheet.unit.name, language);
                let line = line(item, &results, (&sheet.unit.name, given), (of_day, tells), language, &f);
                Line { notice: said.unwrap_or_default(), ..line }
            })
            .collect()
    };
    let state = registration.state;
    let history = app.store.registration_steps(&registration.id).await?;
    let name = |code: &str| Registered::from_code(code).map_or("", |state| labels::state(state, w));
    let own_sending = !may_approve(registration.submitted_by.as_deref(), &visitor.actor);
    let status = problem.as_ref().map_or(StatusCode::OK, |(_, status)| *status);
    let template = SheetPage {
        movement_id: sheet.view.movement.id.clone(),
        plan_number: sheet.view.plan.number_symbol.clone().unwrap_or_default(),
        unit: sheet.unit.name.clone(),
        unit_id: sheet.unit.id.clone(),
        class: labels::class(state),
        state: labels::state(state, w),
        late: registration.late,
        until: labels::until(sheet.round.deadline, w),
        sent: match (&registration.submitted_name, registration.submitted_at) {
            (Some(name), Some(at)) => format!("{name}, {}", show::moment(at)),
            _ => String::new(),
        },
        version: registration.version,
        targets: of(ItemKind::Target),
        titles: of(ItemKind::Title),
        tasks: of(ItemKind::Task),
        writes: sheet.writes,
        open: sheet.writes && state.is_open(),
        may_send: sheet.writes && state.is_open() && !items.is_empty(),
        may_withdraw: sheet.writes && state.step(Registered::Withdrawn).is_ok(),
        may_restart: sheet.writes && state == Registered::Withdrawn && sheet.round.deadline.takes(today(app)),
        may_decide: sheet.leads && state.waits(),
        may_reopen: sheet.leads && state == Registered::Approved,
        notices: notices::of_sheet(app, &sheet, &items, language).await?,
        own_sending,
        problem: problem.map(|(says, _)| says).unwrap_or_default(),
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
        f: f.with_sample(illustrative),
        w,
        id: registration.id.clone(),
    };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}

/// Whether more is registered than was asked.
pub(super) fn stands(written: &Written) -> Against {
    let way = written.comparator.map_or(Direction::Neither, |comparator| better(comparator, written.direction));
    against(written.registered, written.planned, way)
}

fn line(
    item: &Item,
    results: &Results,
    (unit, given): (&str, Option<String>),
    (of_day, tells): (OfDay, bool),
    language: Language,
    f: &Frame,
) -> Line {
    let w = words(language);
    let t = crate::targets::words::words(language);
    let written = &item.written;
    let result = results.of(item);
    let title = written
        .title_code
        .as_deref()
        .and_then(|code| of_day.title(code).or_else(|| law::called(code, &written.name)));
    let is_title = written.kind == ItemKind::Title;
    let unit_of = written.unit_of.clone().unwrap_or_default();
    let with_unit = |value: String| format!("{value} {unit_of}").trim().to_owned();
    let notes = results
        .progress(&item.id)
        .iter()
        .map(|one| Note {
            day: show::day(Some(one.dated)),
            said: one.said.clone(),
            value: match (one.value, one.attainment) {
                (Some(value), _) => with_unit(value.vietnamese()),
                (None, Some(attainment)) => show::attainment(attainment, f.c).to_owned(),
                (None, None) => String::new(),
            },
            source: one.source.clone().unwrap_or_default(),
            who: one.account_name.clone(),
        })
        .collect();
    Line {
        id: item.id.clone(),
        name: labels::name(written, language),
        note: match title {
            Some(title) => of_day.cited(title, language).to_string(),
            None if written.shared => w.shared_note.to_owned(),
            None => String::new(),
        },
        hard: written.hard,
        given: given.unwrap_or_default(),
        planned: written.planned.map(|value| with_unit(value.vietnamese())).unwrap_or_default(),
        registered: labels::registered(written, t),
        better: stands(written) == Against::Better,
        reason: written.reason.clone().unwrap_or_default(),
        remark: item.remark.clone().unwrap_or_default(),
        notice: String::new(),
        figure: if is_title { String::new() } else { show::figure(result.figure, f.c) },
        target_id: result.target_id.clone(),
        difference: result
            .difference
            .map(|difference| with_unit(signed_difference(difference)))
            .unwrap_or_default(),
        rate: result.rate.map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
        class: result.status.map_or("not-begun", |status| status.code()),
        status: if is_title { w.not_granted } else { show::status(result.status, f.c) },
        whom: written.person.clone().unwrap_or_else(|| unit.to_owned()),
        description: written.description.clone().unwrap_or_default(),
        expected: written.expected.clone().unwrap_or_default(),
        notes,
        tells: tells && !is_title && !written.shared,
    }
}

/// A difference with its sign.
pub(super) fn signed_difference(difference: thidua_domain::basics::Amount) -> String {
    let plus = if difference > thidua_domain::basics::Amount::ZERO { "+" } else { "" };
    format!("{plus}{}", difference.vietnamese())
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
    let sheet = sheet(app, visitor, id).await?;
    render(app, caller, visitor, sheet, Some((says.into(), status))).await
}
