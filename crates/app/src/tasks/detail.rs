//! One task: its five, where it stands, what everybody can do with it, what was done to it.

use super::actions::{self, NotDone, TaskView, task_for};
use super::labels::{self, Tick};
use super::{message, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::outside::absolute;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use thidua_domain::tasks::deadline::NotExtended;
use thidua_domain::tasks::{Manner, Refused, Side, State as TaskState};
use thidua_store::tasks::{TaskAct, TaskDay};

/// A step that can be asked for.
struct Next {
    code: &'static str,
    label: &'static str,
    needs_note: bool,
    primary: bool,
}

struct DayRow {
    position: i64,
    due: String,
    answer: Option<String>,
    who: String,
    late: bool,
}

struct HistoryRow {
    at: String,
    who: String,
    what: String,
    note: String,
    urging: bool,
}

struct ProblemRow {
    id: String,
    name: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "tasks/task.html")]
struct TaskPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    work: String,
    giver: String,
    lead: String,
    with_units: Vec<String>,
    responsible: String,
    responsibility: String,
    deadline: String,
    next_due: String,
    outcome: String,
    manner: &'static str,
    request: bool,
    weight: Option<&'static str>,
    programme: String,
    actor: String,
    source: Option<(String, i64)>,
    movement: Option<String>,
    problem: Option<String>,
    bottleneck: Option<String>,
    five: Vec<Tick>,
    missing: String,
    class: &'static str,
    standing: String,
    state: &'static str,
    escalated: bool,
    version: i64,
    give: Vec<Next>,
    answer: Vec<Next>,
    may_give: bool,
    may_tell: bool,
    may_answer_days: bool,
    may_note: bool,
    may_raise: bool,
    for_the_unit: bool,
    open: bool,
    draft: bool,
    is_final: bool,
    days: Vec<DayRow>,
    message: String,
    urgings: i64,
    urged_on: String,
    extensions: i64,
    history: Vec<HistoryRow>,
    problems: Vec<ProblemRow>,
    refused: Option<String>,
    typed: Typed,
}

impl TaskPage {
    fn kept(&self, name: &str) -> String {
        self.typed.get(name).cloned().unwrap_or_default()
    }
}

/// `GET /tasks/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let view = task_for(&app, &visitor, &id).await?;
    render(&app, &caller, &view, &headers, None, Typed::new()).await
}

/// Says in words why something was not done: which rule, which data, and what to do next.
pub(super) fn says(why: &NotDone, w: &'static words::Words) -> Option<String> {
    Some(match why {
        NotDone::Step(Refused::Unclear(missing)) => {
            w.refused_unclear.replace("{missing}", &labels::clears(missing, w))
        }
        NotDone::Step(Refused::NoArrow(next)) => {
            let next: Vec<&str> = next.iter().map(|state| labels::state(*state, w)).collect();
            w.refused_arrow
                .replace("{next}", &if next.is_empty() { w.nothing_more.to_owned() } else { next.join(", ") })
        }
        NotDone::Step(Refused::OtherSide(Side::Giver)) => w.refused_giver.to_owned(),
        NotDone::Step(Refused::OtherSide(Side::Doer)) => w.refused_doer.to_owned(),
        NotDone::Step(Refused::NeedsReason) | NotDone::NeedsWords => w.refused_reason.to_owned(),
        NotDone::Step(Refused::OpenDays(n)) => w.refused_days.replace("{n}", &n.to_string()),
        NotDone::Extension(NotExtended::NotOpen) | NotDone::NotOpen => w.refused_not_open.to_owned(),
        NotDone::Extension(NotExtended::NotLater) => w.refused_not_later.to_owned(),
        NotDone::Extension(NotExtended::NeedsReason) => w.refused_extension_reason.to_owned(),
        NotDone::OwnReport => w.refused_own_report.to_owned(),
        NotDone::Changed => w.refused_changed.to_owned(),
        NotDone::Other(_) => return None,
    })
}

/// The page again after something was not done, with what was typed.
pub(super) async fn refuse(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    headers: &HeaderMap,
    why: NotDone,
    typed: Typed,
) -> Answer {
    if let NotDone::Other(refusal) = why {
        return Err(refusal);
    }
    let view = task_for(app, visitor, id).await?;
    render(app, caller, &view, headers, Some(why), typed).await
}

fn steps(view: &TaskView, side: Side, w: &'static words::Words) -> Vec<Next> {
    let label = |to: TaskState| match to {
        TaskState::Given => w.step_give,
        TaskState::Accepted => w.step_accept,
        TaskState::InProgress => w.step_start,
        TaskState::DoneReported => w.step_done,
        TaskState::Confirmed => w.step_confirm,
        TaskState::Returned => w.step_return,
        TaskState::Cancelled => w.step_cancel,
        TaskState::Draft => w.state_draft,
    };
    let states = view.task.state.next().iter().filter(|to| to.side() == side);
    states
        .map(|to| Next {
            code: to.code(),
            label: label(*to),
            needs_note: matches!(to, TaskState::Returned | TaskState::Cancelled | TaskState::DoneReported),
            primary: !matches!(to, TaskState::Returned | TaskState::Cancelled),
        })
        .collect()
}

async fn render(
    app: &App,
    caller: &Caller,
    view: &TaskView,
    headers: &HeaderMap,
    refused: Option<NotDone>,
    typed: Typed,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Tasks);
    let task = &view.task;
    let rights = view.rights;
    let today = actions::today(app);
    let now = &labels::Now::of(app, std::slice::from_ref(task)).await?;
    let stands = labels::standing_of(task, now);
    let link = absolute(app, headers, &format!("/tasks/{}", task.id));
    let conflict = matches!(refused, Some(NotDone::Changed));
    let strictly = task.text.deadline.is_some_and(|deadline| deadline.strictly_before);
    let days = app.store.task_days(&task.id).await?;
    let p = crate::problems::words::words(caller.preferences.language);
    let problems = app.store.problems_of(&task.id).await?;
    let with_units = app.store.units_of(&task.text.with_units).await?;
    let template = TaskPage {
        id: task.id.clone(),
        work: task.text.work.clone(),
        giver: task.unit_name.clone(),
        lead: task.lead_name.clone().unwrap_or_default(),
        with_units: with_units.into_iter().map(|unit| unit.name).collect(),
        responsible: task.text.responsible.clone().unwrap_or_default(),
        responsibility: task.text.responsibility.clone().unwrap_or_default(),
        deadline: task.text.deadline.as_ref().map(|one| labels::deadline(one, w)).unwrap_or_default(),
        next_due: task.next_due.map(|day| labels::due(day, strictly, w)).unwrap_or_default(),
        outcome: task.text.outcome.clone().unwrap_or_default(),
        manner: labels::manner(task.text.manner, w),
        request: task.text.manner == Manner::Request,
        weight: task.text.weight.map(|one| labels::weight(one, w)),
        programme: task.text.programme.clone().unwrap_or_default(),
        actor: task.text.actor.clone().unwrap_or_default(),
        source: task
            .origin
            .plan_id
            .clone()
            .zip(task.origin.lines.map(|(first, _)| first))
            .filter(|(_, line)| rights.plan && *line > 0),
        movement: task.origin.movement_id.clone().filter(|_| rights.plan),
        problem: task.origin.problem_id.clone(),
        bottleneck: task.origin.bottleneck_id.clone(),
        five: labels::five(task, w),
        missing: labels::clears(&task.said().missing(), w),
        class: labels::class(stands),
        standing: labels::standing(stands, w),
        state: labels::state(task.state, w),
        escalated: labels::escalates(task, now),
        version: task.version,
        give: if rights.give { steps(view, Side::Giver, w) } else { Vec::new() },
        answer: if rights.answer || rights.give { steps(view, Side::Doer, w) } else { Vec::new() },
        may_give: rights.give,
        may_tell: rights.tell && task.state.is_open(),
        may_answer_days: (rights.answer || rights.give)
            && matches!(task.state, TaskState::Accepted | TaskState::InProgress | TaskState::Returned),
        may_note: rights.decide && task.state != TaskState::Draft && !task.state.is_final(),
        may_raise: rights.tell && task.state != TaskState::Draft,
        for_the_unit: rights.give && !rights.answer,
        open: task.state.is_open(),
        draft: task.state == TaskState::Draft,
        is_final: task.state.is_final(),
        days: days.iter().map(|day| day_row(day, today, strictly)).collect(),
        message: if rights.give && task.state.is_open() {
            message::urging(task, now, &link)
        } else {
            String::new()
        },
        urgings: task.urgings,
        urged_on: show::day(task.urged_on),
        extensions: task.extensions,
        history: app.store.task_acts(&task.id).await?.iter().map(|act| history(act, w)).collect(),
        problems: problems
            .into_iter()
            .map(|one| ProblemRow {
                state: crate::problems::labels::state(one.state, p),
                id: one.id,
                name: one.name,
            })
            .collect(),
        refused: refused.as_ref().and_then(|why| says(why, w)),
        typed,
        f,
        w,
    };
    let was_refused = template.refused.is_some();
    crate::face::frame::returned(&template, conflict, was_refused)
}

fn day_row(day: &TaskDay, today: chrono::NaiveDate, strictly: bool) -> DayRow {
    let last = thidua_domain::tasks::deadline::last_good_day(day.due, strictly);
    DayRow {
        position: day.position,
        due: show::day(Some(day.due)),
        answer: day.answer.clone(),
        who: match (&day.account_name, day.answered_on) {
            (Some(name), Some(on)) => format!("{name}, {}", show::day(Some(on))),
            _ => String::new(),
        },
        late: day.answered_on.unwrap_or(today) > last,
    }
}

fn history(act: &TaskAct, w: &'static words::Words) -> HistoryRow {
    let day = |day: Option<chrono::NaiveDate>| show::day(day);
    let what = match (act.kind.as_str(), act.to) {
        ("stepped", Some(to)) => format!("{} {}", w.act_stepped, labels::state(to, w)),
        ("told", _) => w.act_told.to_owned(),
        ("answered", _) => format!("{} {}", w.act_answered, day(act.days.0)),
        ("urged", _) => w.act_urged.to_owned(),
        ("extended", _) => format!("{} {} → {}", w.act_extended, day(act.days.0), day(act.days.1)),
        ("noted", _) => w.act_noted.to_owned(),
        ("handed-on", _) => w.act_handed_on.to_owned(),
        ("corrected", _) => w.act_corrected.to_owned(),
        _ => w.act_other.to_owned(),
    };
    HistoryRow {
        at: show::moment(act.at),
        who: act.account_name.clone(),
        what,
        note: act.note.clone().unwrap_or_default(),
        urging: act.kind == "urged",
    }
}

/// Whose page a refused door belongs to: nobody may see what is not theirs.
pub(super) async fn giver_of(app: &App, visitor: &Visitor, id: &str) -> Result<TaskView, Refusal> {
    let view = task_for(app, visitor, id).await?;
    if view.rights.give { Ok(view) } else { Err(Refusal::NotAllowed) }
}
