//! The papers of tasks: the assignment, and the official letter that urges.

use super::{actions, labels, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::movements::actions::movement_for;
use crate::reports::letterhead;
use crate::reports::sending::{Paper, render};
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::tasks::State as TaskState;
use thidua_domain::tasks::deadline::last_good_day;
use thidua_domain::tasks::follow::Standing;
use thidua_paper::forms::DocumentReference;
use thidua_paper::forms::task_assignment::{AssignedTask, TaskAssignment};
use thidua_paper::forms::urging_letter::{UrgedTask, UrgingLetter};
use thidua_store::plans::Plan;
use thidua_store::tasks::Task;

/// Which unit; without one, all of them.
#[derive(Deserialize, Default)]
pub(crate) struct Whose {
    unit: Option<String>,
}

struct Gathered {
    plan: Plan,
    tasks: Vec<Task>,
    unit: Option<String>,
}

async fn gather(app: &App, visitor: &Visitor, id: &str, whose: &Whose) -> Result<Gathered, Refusal> {
    let view = movement_for(app, visitor, id, Act::ManageTasks).await?;
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let wanted = whose.unit.as_deref().filter(|unit| !unit.is_empty());
    let unit = match wanted {
        Some(unit) => Some(app.store.unit(unit).await?.ok_or(Refusal::NotFound)?.name),
        None => None,
    };
    let mut tasks = app.store.tasks_of_movement(id).await?;
    tasks.retain(|task| wanted.is_none() || task.text.lead_unit_id.as_deref() == wanted);
    let ids: Vec<String> = tasks.iter().map(|task| task.id.clone()).collect();
    let mut with = app.store.units_with(&ids).await?;
    for task in &mut tasks {
        task.text.with_units = with.remove(&task.id).unwrap_or_default();
    }
    Ok(Gathered { plan, tasks, unit })
}

fn plan_reference(plan: &Plan) -> DocumentReference {
    let head = &plan.draft.document;
    DocumentReference {
        number_symbol: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()),
        date: head.date.as_ref().map(|date| letterhead::issue_date(date.value)),
        issuer: head.issuer.as_ref().map(|issuer| issuer.value.clone()),
    }
}

fn file_name(start: &str, gathered: &Gathered) -> String {
    let unit = gathered.unit.clone().unwrap_or_default();
    format!("{start} {unit}").trim().replace(' ', "-")
}

async fn assignment(app: &App, visitor: &Visitor, id: &str, whose: &Whose, paper: Paper) -> Answer {
    let gathered = gather(app, visitor, id, whose).await?;
    let w = words::words(Language::Vietnamese);
    let mut rows = Vec::new();
    // what lacks one of the five is not given, not on paper either
    let ready = |task: &&Task| task.state != TaskState::Cancelled && task.said().missing().is_empty();
    for task in gathered.tasks.iter().filter(ready) {
        let with = app.store.units_of(&task.text.with_units).await?;
        rows.push(AssignedTask {
            unit: task.lead_name.clone().unwrap_or_default(),
            with_units: with.into_iter().map(|unit| unit.name).collect(),
            person: task.text.responsible.clone().unwrap_or_default(),
            work: task.text.work.clone(),
            responsibility: task.text.responsibility.clone().unwrap_or_default(),
            deadline: task.text.deadline.as_ref().map(|one| labels::deadline(one, w)).unwrap_or_default(),
            result: task.text.outcome.clone().unwrap_or_default(),
            request: task.text.manner == thidua_domain::tasks::Manner::Request,
        });
    }
    if rows.is_empty() {
        return Err(Refusal::Invalid(nothing(|w| w.paper_nothing_given)));
    }
    let form = TaskAssignment {
        letterhead: letterhead::of_report(&gathered.plan.draft.document, &[], w.symbol_notice),
        plan: Some(plan_reference(&gathered.plan)),
        unit: gathered.unit.clone(),
        tasks: rows,
    };
    let document = thidua_paper::forms::task_assignment::document(&form);
    render(app, document, paper, &file_name(w.file_assignment, &gathered)).await
}

fn nothing(of: fn(&'static words::Words) -> &'static str) -> thidua_domain::basics::Says {
    let says = |language| of(words::words(language));
    thidua_domain::basics::Says::new(says(Language::Vietnamese), says(Language::English))
}

/// Days of the calendar since the last day that was in time.
fn days_past(task: &Task, today: NaiveDate) -> Option<u32> {
    let strictly = task.text.deadline.is_some_and(|deadline| deadline.strictly_before);
    u32::try_from((today - last_good_day(task.next_due?, strictly)).num_days()).ok()
}

async fn urging(app: &App, visitor: &Visitor, id: &str, whose: &Whose, paper: Paper) -> Answer {
    let gathered = gather(app, visitor, id, whose).await?;
    let w = words::words(Language::Vietnamese);
    let today = actions::today(app);
    let now = &labels::Now::of(app, &gathered.tasks).await?;
    let rows: Vec<UrgedTask> = gathered
        .tasks
        .iter()
        .filter_map(|task| match labels::standing_of(task, now) {
            // the letter counts by the calendar
            Standing::Late(days) => Some(UrgedTask {
                unit: task.lead_name.clone().unwrap_or_default(),
                work: task.text.work.clone(),
                deadline: task.text.deadline.as_ref().map(|one| labels::deadline(one, w)).unwrap_or_default(),
                days_late: days_past(task, today).unwrap_or(days),
                urgings: u32::try_from(task.urgings).unwrap_or(u32::MAX),
            }),
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        return Err(Refusal::Invalid(nothing(|w| w.paper_nothing_late)));
    }
    let asks = gathered.tasks.iter().any(|task| task.text.manner == thidua_domain::tasks::Manner::Request);
    // a letter has the issuer's own symbol, without that of a kind
    let mut letterhead = letterhead::of_report(&gathered.plan.draft.document, &[], "");
    letterhead.symbol_hint = letterhead.symbol_hint.map(|symbol| symbol.trim_start_matches('-').to_owned());
    let form = UrgingLetter {
        letterhead,
        plan: Some(plan_reference(&gathered.plan)),
        unit: gathered.unit.clone(),
        request: asks,
        tasks: rows,
    };
    let document = thidua_paper::forms::urging_letter::document(&form);
    render(app, document, paper, &file_name(w.file_urging, &gathered)).await
}

macro_rules! papers {
    ($($(#[$doc:meta])* $name:ident: $of:ident $paper:ident;)*) => {$(
        $(#[$doc])*
        pub(crate) async fn $name(
            State(app): State<App>,
            visitor: Visitor,
            Path(id): Path<String>,
            Query(whose): Query<Whose>,
        ) -> Answer {
            $of(&app, &visitor, &id, &whose, Paper::$paper).await
        }
    )*};
}

papers! {
    /// `GET /movements/{id}/tasks/assignment.docx`.
    assignment_docx: assignment Docx;
    /// `GET /movements/{id}/tasks/assignment.pdf`.
    assignment_pdf: assignment Pdf;
    /// `GET /movements/{id}/tasks/urging.docx`.
    urging_docx: urging Docx;
    /// `GET /movements/{id}/tasks/urging.pdf`.
    urging_pdf: urging Pdf;
}
