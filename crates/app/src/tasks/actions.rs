//! What is done to tasks: drawn up, corrected, taken through their states, urged, extended.

use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor};
use chrono::NaiveDate;
use thidua_domain::access::{Act, may_approve};
use thidua_domain::tasks::deadline::{NotExtended, may_extend};
use thidua_domain::tasks::{Refused, Side, State, StepAsked};
use thidua_store::audit::Entry;
use thidua_store::tasks::{NewTask, Origin, StepDone, Task, TaskText};
use thidua_store::{Author, StoreError};

/// What somebody may do with a task.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rights {
    /// Gives, urges, extends, confirms.
    pub(crate) give: bool,
    /// Answers for the lead unit.
    pub(crate) answer: bool,
    /// Tells news: the lead unit, those that work with it, and who gave the task and heard it on the telephone.
    pub(crate) tell: bool,
    /// Decides as the head of the authority that gave it.
    pub(crate) decide: bool,
    /// May open the plan it comes from.
    pub(crate) plan: bool,
}

/// A task with what this person may do.
pub(crate) struct TaskView {
    pub(crate) task: Task,
    pub(crate) rights: Rights,
}

/// The task of an address, if this person may see it: who gave it, who leads it, who works with it. A draft is seen only
/// where it is drawn up.
pub(crate) async fn task_for(app: &App, visitor: &Visitor, id: &str) -> Result<TaskView, Refusal> {
    let task = app.store.task(id).await?.ok_or(Refusal::NotFound)?;
    let mut look = app.may(visitor, Act::Look, &task.unit_id).await?;
    let plan = look;
    let mut tell = false;
    let mut answer = false;
    if task.state != State::Draft {
        if let Some(lead) = &task.text.lead_unit_id {
            look = look || app.may(visitor, Act::Look, lead).await?;
            answer = app.may(visitor, Act::DoTask, lead).await?;
        }
        for unit in &task.text.with_units {
            look = look || app.may(visitor, Act::Look, unit).await?;
            tell = tell || app.may(visitor, Act::DoTask, unit).await?;
        }
    }
    if !look {
        return Err(Refusal::NotFound);
    }
    let give = app.may(visitor, Act::ManageTasks, &task.unit_id).await?;
    let decide = app.may(visitor, Act::DecideProblem, &task.unit_id).await?;
    let rights = Rights { give, answer, tell: tell || answer || give, decide, plan };
    Ok(TaskView { task, rights })
}

pub(crate) fn today(app: &App) -> NaiveDate {
    local_date((app.clock)())
}

fn entry(task_id: &str, unit_id: &str, act: &'static str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "task", subject_id: task_id.to_owned(), detail }
}

/// Draws up a task; its identifier.
pub(crate) async fn add(
    app: &App,
    author: Author,
    unit_id: &str,
    origin: &Origin,
    text: &TaskText,
) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    let id = change.new_id();
    change.add_task(&NewTask { id: &id, unit_id, origin, text }).await?;
    change.commit(entry(&id, unit_id, "task.added", Some(text.work.clone()))).await?;
    Ok(id)
}

/// Changes what a task says; `what` names the fields that differ.
pub(crate) async fn correct(
    app: &App,
    author: Author,
    task: &Task,
    seen: i64,
    text: &TaskText,
    what: &str,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_task(task, seen, text, what).await?;
    change.commit(entry(&task.id, &task.unit_id, "task.corrected", Some(what.to_owned()))).await
}

/// Why something was not done to a task.
#[derive(Debug)]
pub(crate) enum NotDone {
    /// The rule of the states.
    Step(Refused),
    /// The rule of extensions.
    Extension(NotExtended),
    /// Who reported it done does not confirm it alone.
    OwnReport,
    /// There is nothing to urge.
    NotOpen,
    /// Words are missing.
    NeedsWords,
    /// Somebody else changed it meanwhile.
    Changed,
    /// Anything else.
    Other(Refusal),
}

impl From<StoreError> for NotDone {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::ChangedMeanwhile => NotDone::Changed,
            other => NotDone::Other(other.into()),
        }
    }
}

/// Takes a task one step on.
pub(crate) async fn step(
    app: &App,
    visitor: &Visitor,
    view: &TaskView,
    to: State,
    seen: i64,
    note: Option<&str>,
) -> Result<(), NotDone> {
    let task = &view.task;
    // who gave a task may write down what a unit without an account says on the telephone
    let side = match to.side() {
        Side::Giver if view.rights.give => Side::Giver,
        Side::Doer if view.rights.answer || view.rights.give => Side::Doer,
        _ => return Err(NotDone::Other(Refusal::NotAllowed)),
    };
    let open_days = usize::try_from(task.open_days).unwrap_or_default();
    task.state.step(&StepAsked { to, side, said: task.said(), note, open_days }).map_err(NotDone::Step)?;
    if to == State::Confirmed && !may_approve(task.done_by.as_deref(), &visitor.actor) {
        return Err(NotDone::OwnReport);
    }
    let day = today(app);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_task(&task.id, seen, &StepDone { from: task.state, to, note, day }).await?;
    let w = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let arrow = format!("{} → {}", super::labels::state(task.state, w), super::labels::state(to, w));
    let detail = note.map_or_else(|| arrow.clone(), |note| format!("{arrow}: {note}"));
    Ok(change.commit(entry(&task.id, &task.unit_id, "task.stepped", Some(detail))).await?)
}

/// Gives every draft that is complete; how many.
pub(crate) async fn give_all(
    app: &App,
    author: Author,
    unit_id: &str,
    movement_id: &str,
) -> Result<usize, StoreError> {
    let day = today(app);
    let tasks = app.store.tasks_of_movement(movement_id).await?;
    let ready: Vec<&Task> = tasks
        .iter()
        .filter(|task| task.state == State::Draft && task.unit_id == unit_id && task.said().missing().is_empty())
        .collect();
    if ready.is_empty() {
        return Ok(0);
    }
    let change = app.store.change(author).await?;
    for task in &ready {
        let step = StepDone { from: State::Draft, to: State::Given, note: None, day };
        change.step_task(&task.id, task.version, &step).await?;
        change.note(entry(&task.id, unit_id, "task.stepped", Some(task.text.work.clone()))).await?;
    }
    let detail = Some(ready.len().to_string());
    let given = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "tasks.given",
        subject: "movement",
        subject_id: movement_id.to_owned(),
        detail,
    };
    change.commit(given).await?;
    Ok(ready.len())
}

/// Keeps news.
pub(crate) async fn tell(app: &App, author: Author, task: &Task, news: &str) -> Result<(), NotDone> {
    if !task.state.is_open() {
        return Err(NotDone::NotOpen);
    }
    let change = app.store.change(author).await?;
    change.tell_of_task(&task.id, news, today(app)).await?;
    Ok(change.commit(entry(&task.id, &task.unit_id, "task.told", Some(news.to_owned()))).await?)
}

/// Answers one day of a task that comes back.
pub(crate) async fn answer_day(
    app: &App,
    author: Author,
    task: &Task,
    position: i64,
    answer: &str,
) -> Result<(), NotDone> {
    if !matches!(task.state, State::Accepted | State::InProgress | State::Returned) {
        return Err(NotDone::NotOpen);
    }
    let change = app.store.change(author).await?;
    change.answer_day(&task.id, position, answer, today(app)).await?;
    Ok(change.commit(entry(&task.id, &task.unit_id, "task.answered", Some(answer.to_owned()))).await?)
}

/// Writes an urging down.
pub(crate) async fn urge(app: &App, author: Author, task: &Task, message: &str) -> Result<(), NotDone> {
    if !task.state.is_open() {
        return Err(NotDone::NotOpen);
    }
    let change = app.store.change(author).await?;
    change.urge(&task.id, message, today(app)).await?;
    Ok(change.commit(entry(&task.id, &task.unit_id, "task.urged", Some(message.to_owned()))).await?)
}

/// Moves the day of a task.
pub(crate) async fn extend(
    app: &App,
    author: Author,
    task: &Task,
    seen: i64,
    day: NaiveDate,
    reason: Option<&str>,
) -> Result<(), NotDone> {
    may_extend(task.state, task.next_due, day, reason).map_err(NotDone::Extension)?;
    let reason = reason.unwrap_or_default();
    let change = app.store.change(author).await?;
    change.extend_task(task, seen, day, reason).await?;
    let short = thidua_domain::basics::date::short;
    let old = task.next_due.map(short).unwrap_or_default();
    let detail = format!("{old} → {}: {reason}", short(day));
    Ok(change.commit(entry(&task.id, &task.unit_id, "task.extended", Some(detail))).await?)
}

/// Keeps the head's word.
pub(crate) async fn note(app: &App, author: Author, task: &Task, note: &str) -> Result<(), NotDone> {
    if task.state.is_final() {
        return Err(NotDone::NotOpen);
    }
    let change = app.store.change(author).await?;
    change.note_task(&task.id, note, today(app)).await?;
    Ok(change.commit(entry(&task.id, &task.unit_id, "task.noted", Some(note.to_owned()))).await?)
}
