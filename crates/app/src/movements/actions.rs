//! What is done to movements.

use crate::App;
use crate::face::{Refusal, Visitor};
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::movements::State;
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::movements::{Movement, Review as Written};
use thidua_store::plans::PlanLine;

/// A movement with the line of its plan.
pub(crate) struct MovementView {
    pub(crate) movement: Movement,
    pub(crate) plan: PlanLine,
}

/// The movement of an address, if this person may do this to it.
pub(crate) async fn movement_for(
    app: &App,
    visitor: &Visitor,
    id: &str,
    act: Act,
) -> Result<MovementView, Refusal> {
    let movement = app.store.movement(id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    visitor.require(act, &plan.unit_id)?;
    Ok(MovementView { movement, plan })
}

/// Takes the movement of a plan, and those attached to it, one step on.
pub(crate) async fn step(
    app: &App,
    author: Author,
    view: &MovementView,
    to: State,
    note: Option<&str>,
) -> Result<(), Refusal> {
    view.movement.state.step(to).map_err(|_| {
        let words = super::words::words;
        Refusal::Invalid(Says::new(words(Language::Vietnamese).refused_step, words(Language::English).refused_step))
    })?;
    let all = app.store.movements(&view.plan.id).await?;
    let change = app.store.change(author).await?;
    for movement in &all {
        // attached movements follow the plan's own wherever they can
        if movement.id == view.movement.id || movement.state.step(to).is_ok() {
            change.step_movement(&movement.id, movement.state, to, note).await?;
        }
    }
    let detail = Some(format!("{} → {}", view.movement.state.code(), to.code()));
    Ok(change.commit(entry(view, "movement.stepped", detail)).await?)
}

/// What a person writes at a review.
pub(crate) struct Review {
    /// Results of the attached movements, by identifier.
    pub(crate) results: Vec<(String, Option<String>)>,
    pub(crate) difficulties: Option<String>,
    pub(crate) lessons: Option<String>,
    pub(crate) directions: Option<String>,
}

/// Writes results, lessons and directions.
pub(crate) async fn write_review(
    app: &App,
    author: Author,
    view: &MovementView,
    review: &Review,
) -> Result<(), Refusal> {
    let all = app.store.movements(&view.plan.id).await?;
    let change = app.store.change(author).await?;
    for movement in &all {
        let typed = review.results.iter().find(|(id, _)| *id == movement.id).map(|(_, result)| result.as_deref());
        let result = typed.unwrap_or(movement.result.as_deref());
        let written = if movement.id == view.movement.id {
            Written {
                result,
                difficulties: review.difficulties.as_deref(),
                lessons: review.lessons.as_deref(),
                directions: review.directions.as_deref(),
            }
        } else {
            Written {
                result,
                difficulties: movement.difficulties.as_deref(),
                lessons: movement.lessons.as_deref(),
                directions: movement.directions.as_deref(),
            }
        };
        change.write_review(&movement.id, &written).await?;
    }
    Ok(change.commit(entry(view, "movement.reviewed", None)).await?)
}

fn entry(view: &MovementView, act: &'static str, detail: Option<String>) -> Entry {
    let unit_id = Some(view.plan.unit_id.clone());
    Entry { unit_id, act, subject: "movement", subject_id: view.movement.id.clone(), detail }
}
