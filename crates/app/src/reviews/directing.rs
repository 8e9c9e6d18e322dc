//! Answering a report with a direction, and making a direction a task.

use super::directions::fields;
use super::words::words;
use super::{noted, one, report_for};
use crate::App;
use crate::face::forms::{Input, Reader};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::tasks::deadline::Deadline;
use thidua_domain::tasks::{Manner, State as TaskState};
use thidua_store::reviews::NewDirection;
use thidua_store::tasks::{NewTask, Origin, StepDone, TaskText};

/// What was typed; the error is that something has to be mended.
async fn read<'a>(sent: &'a Sent, unit_id: &str) -> Result<Result<NewDirection, Reader<'a>>, Refusal> {
    let mut reader = sent.reader();
    let says = reader.required("says");
    let to = reader.text("to");
    let today = crate::local_date((sent.app.clock)());
    let due = reader.day("due");
    reader.ask_passed("due", due, today);
    // only those who are offered are taken
    let w = words(sent.caller.preferences.language);
    let offered = fields(&sent.app, unit_id, None, w).await?;
    let known = |id: &String| {
        offered.iter().any(|field| {
            field.name == "to"
                && matches!(&field.input, Input::List(options)
                    if options.iter().any(|(code, _)| code == id))
        })
    };
    if to.as_ref().is_some_and(|to| !known(to)) {
        reader.problem("to", crate::face::words::words(sent.caller.preferences.language).bad_choice);
    }
    if !reader.fine() {
        return Ok(Err(reader));
    }
    Ok(Ok(NewDirection { unit_id: unit_id.to_owned(), to_unit_id: to, says, due, ..NewDirection::default() }))
}

async fn direct(sent: &Sent, new: &NewDirection, subject: &'static str) -> Result<(), Refusal> {
    let change = sent.app.store.change(sent.author()).await?;
    change.direct(new).await?;
    change.commit(noted(&new.unit_id, "report.directed", subject, &sent.id, Some(new.says.clone()))).await?;
    Ok(())
}

/// `POST /period-reports/{id}/directions`.
pub(crate) async fn upon_period_report(sent: Sent) -> Answer {
    let (report, view) = report_for(&sent.app, &sent.visitor, &sent.id, Act::ManageTasks).await?;
    match read(&sent, &view.plan.unit_id).await? {
        Ok(new) => {
            let new = NewDirection { period_report_id: Some(report.id), ..new };
            direct(&sent, &new, "period-report").await?;
            go(format!("/period-reports/{}?done=saved#directions", sent.id))
        }
        Err(reader) => one::with_direction(&sent, reader).await,
    }
}

/// `POST /reports/{id}/directions`.
pub(crate) async fn upon_unit_report(sent: Sent) -> Answer {
    let (report, round) = crate::reporting::outside::seen(&sent.app, &sent.visitor, &sent.id).await?;
    sent.app.require(&sent.visitor, Act::ManageTasks, &round.owner_id).await?;
    match read(&sent, &round.owner_id).await? {
        Ok(new) => {
            let new = NewDirection { unit_report_id: Some(report.id), ..new };
            direct(&sent, &new, "report").await?;
            go(format!("/reports/{}?done=saved#directions", sent.id))
        }
        Err(reader) => crate::reporting::with_direction(&sent, reader).await,
    }
}

/// The movement of the report that a direction is upon.
async fn movement_of(app: &App, direction: &NewDirection) -> Result<String, Refusal> {
    if let Some(id) = &direction.period_report_id {
        return Ok(app.store.period_report(id).await?.ok_or(Refusal::NotFound)?.movement_id);
    }
    let id = direction.unit_report_id.as_deref().ok_or(Refusal::NotFound)?;
    let report = app.store.unit_report(id).await?.ok_or(Refusal::NotFound)?;
    Ok(app.store.report_round(&report.round_id).await?.ok_or(Refusal::NotFound)?.movement_id)
}

/// `POST /directions/{id}/task`: the direction becomes a task; complete, it is given at once, else it waits as a draft for
/// what is missing.
pub(crate) async fn become_task(sent: Sent) -> Answer {
    let app = &sent.app;
    let found = app.store.direction(&sent.id).await?.ok_or(Refusal::NotFound)?;
    let direction = &found.direction;
    app.require(&sent.visitor, Act::ManageTasks, &direction.unit_id).await?;
    if let Some(task) = &found.task_id {
        return go(format!("/tasks/{task}"));
    }
    let w = words(Language::Vietnamese);
    let owner = app.store.unit(&direction.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let text = TaskText {
        manner: Manner::Assignment,
        lead_unit_id: direction.to_unit_id.clone(),
        with_units: Vec::new(),
        actor: None,
        responsible: found.to_name.as_ref().map(|unit| w.task_responsible.replace("{unit}", unit)),
        person_id: None,
        work: direction.says.clone(),
        responsibility: Some(w.task_responsibility.replace("{owner}", &owner)),
        deadline: direction.due.map(|day| Deadline { day, strictly_before: false, again: None }),
        outcome: Some(w.task_outcome.replace("{owner}", &owner)),
        weight: None,
        programme: None,
    };
    let origin = Origin { movement_id: Some(movement_of(app, direction).await?), ..Origin::default() };
    let complete = text.said().missing().is_empty();
    let change = app.store.change(sent.author()).await?;
    let id = change.new_id();
    change.add_task(&NewTask { id: &id, unit_id: &direction.unit_id, origin: &origin, text: &text }).await?;
    let entry = |act| noted(&direction.unit_id, act, "task", &id, Some(text.work.clone()));
    change.note(entry("task.added")).await?;
    if complete {
        let today = crate::local_date((app.clock)());
        let step = StepDone { from: TaskState::Draft, to: TaskState::Given, note: None, day: today };
        change.step_task(&id, 0, &step).await?;
        change.note(entry("task.stepped")).await?;
    }
    change.direction_became(&sent.id, &id).await?;
    change.commit(entry("report.direction-task")).await?;
    go(format!("/tasks/{id}?done=saved"))
}
