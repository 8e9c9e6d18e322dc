//! A finding becomes a task of the unit, or a problem before the leadership.

use super::findings::{named, of_finding};
use super::visit::Here;
use super::words::words;
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Refusal, Visitor};
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::inspections::SubjectKind;
use thidua_domain::tasks::deadline::Deadline;
use thidua_domain::tasks::problems::Source;
use thidua_domain::tasks::{Manner, State as TaskState};
use thidua_store::audit::Entry;
use thidua_store::inspections::Finding;
use thidua_store::problems::NewProblem;
use thidua_store::tasks::{NewTask, Origin, StepDone, Task, TaskText};

/// The unit that mends: the one that was visited, or who leads the block.
async fn lead(app: &App, here: &Here) -> Result<Option<String>, Refusal> {
    if here.visit.kind == SubjectKind::Unit {
        return Ok(Some(here.visit.subject_id.clone()));
    }
    let leads = app.store.block_leads(&[here.visit.subject_id.as_str()]).await?;
    Ok(leads.into_iter().find_map(|lead| lead.unit_id))
}

async fn text(app: &App, here: &Here, it: &Finding) -> Result<TaskText, Refusal> {
    let w = words(Language::Vietnamese);
    let lead = lead(app, here).await?;
    let unit = match &lead {
        Some(lead) => app.store.unit(lead).await?,
        None => None,
    };
    let partner = unit.as_ref().is_some_and(|unit| unit.kind.is_partner());
    Ok(TaskText {
        manner: if partner { Manner::Request } else { Manner::Assignment },
        responsible: unit.map(|unit| unit.head.unwrap_or_else(|| w.task_responsible.to_owned())),
        lead_unit_id: lead,
        with_units: Vec::new(),
        actor: None,
        person_id: None,
        work: it.demand.clone(),
        responsibility: Some(w.task_responsibility.replace("{inspection}", &here.door.it.name)),
        deadline: it.mend_until.map(|day| Deadline { day, strictly_before: false, again: None }),
        outcome: Some(w.task_outcome.to_owned()),
        weight: None,
        programme: None,
    })
}

/// `POST /inspections/{id}/findings/{finding}/task`: drawn up with the five things clear, and given; a draft where one is
/// missing.
pub(crate) async fn task(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, finding)): Path<(String, String)>,
) -> Answer {
    let (here, it) = of_finding(&app, &visitor, &id, &finding).await?;
    if !here.door.gives {
        return Err(Refusal::NotAllowed);
    }
    if let Some(task) = &it.task_id {
        return go(format!("/tasks/{task}"));
    }
    if !it.state.is_open() || !here.door.it.state.is_followed() {
        return Err(super::door::invalid(|w| w.no_arrow));
    }
    let text = text(&app, &here, &it).await?;
    let origin = Origin {
        plan_id: Some(here.door.plan.id.clone()),
        movement_id: Some(here.door.it.movement_id.clone()),
        ..Origin::default()
    };
    let unit_id = here.door.it.unit_id.clone();
    let author = visitor.author((app.clock)());
    let change = app.store.change(author).await?;
    let task_id = change.new_id();
    change.add_task(&NewTask { id: &task_id, unit_id: &unit_id, origin: &origin, text: &text }).await?;
    let entry = |act: &'static str| Entry {
        unit_id: Some(unit_id.clone()),
        act,
        subject: "task",
        subject_id: task_id.clone(),
        detail: Some(text.work.clone()),
    };
    change.note(entry("task.added")).await?;
    if said(&text).missing().is_empty() {
        let step = StepDone { from: TaskState::Draft, to: TaskState::Given, note: None, day: here.door.today };
        change.step_task(&task_id, 0, &step).await?;
        change.note(entry("task.stepped")).await?;
    }
    change.write_finding(&Finding { task_id: Some(task_id.clone()), ..it.clone() }).await?;
    change.commit(here.door.entry("inspection.made-task", named(&it))).await?;
    go(format!("/tasks/{task_id}?done=saved"))
}

/// What a text says of the five.
fn said(text: &TaskText) -> thidua_domain::tasks::Said<'_> {
    thidua_domain::tasks::Said {
        lead_unit: text.lead_unit_id.is_some(),
        person: text.responsible.as_deref(),
        work: Some(&text.work),
        responsibility: text.responsibility.as_deref(),
        deadline: text.deadline.as_ref(),
        outcome: text.outcome.as_deref(),
    }
}

/// `POST /inspections/{id}/findings/{finding}/problem`: to the leadership of the authority that inspects.
pub(crate) async fn problem(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, finding)): Path<(String, String)>,
) -> Answer {
    let (here, it) = of_finding(&app, &visitor, &id, &finding).await?;
    if !here.door.raises {
        return Err(Refusal::NotAllowed);
    }
    if let Some(problem) = &it.problem_id {
        return go(format!("/problems/{problem}"));
    }
    if !it.state.is_open() || !here.door.it.state.is_followed() {
        return Err(super::door::invalid(|w| w.no_arrow));
    }
    let w = words(Language::Vietnamese);
    let description = w
        .problem_says
        .replace("{place}", &here.visit.name)
        .replace("{what}", &it.what)
        .replace("{basis}", &it.basis)
        .replace("{demand}", &it.demand);
    let name: String = it.what.replace('\n', " ").chars().take(200).collect();
    let unit_id = here.door.it.unit_id.clone();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let problem_id = change.new_id();
    let new = NewProblem {
        id: &problem_id,
        unit_id: &unit_id,
        raised_by: &unit_id,
        source: Source::Finding,
        source_id: Some(&it.id),
        name: &name,
        description: Some(&description),
        day: here.door.today,
    };
    change.raise_problem(&new).await?;
    change
        .note(Entry {
            unit_id: Some(unit_id.clone()),
            act: "problem.raised",
            subject: "problem",
            subject_id: problem_id.clone(),
            detail: Some(name.clone()),
        })
        .await?;
    change.write_finding(&Finding { problem_id: Some(problem_id.clone()), ..it.clone() }).await?;
    change.commit(here.door.entry("inspection.raised", named(&it))).await?;
    go(format!("/problems/{problem_id}?done=saved"))
}

/// The state of the task that a finding was made.
pub(super) fn state_of(task: &Task, language: Language) -> String {
    crate::tasks::labels::state(task.state, crate::tasks::words::words(language)).to_owned()
}
