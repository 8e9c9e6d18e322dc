//! What is done to movements.

use crate::App;
use crate::face::{Refusal, Visitor, show};
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
    app.require(visitor, act, &plan.unit_id).await?;
    Ok(MovementView { movement, plan })
}

/// Whether the movement of a plan asks things of units below: it is launched, and not yet at its final review.
pub(crate) fn runs(plan: &PlanLine) -> bool {
    let state = plan.movement_state.as_deref().and_then(State::from_code);
    plan.issued && matches!(state, Some(State::Issued | State::Running | State::PreliminaryReview))
}

/// Takes the movement of a plan, and those attached to it, one step on.
pub(crate) async fn step(
    app: &App,
    author: Author,
    view: &MovementView,
    to: State,
    note: Option<&str>,
) -> Result<(), Refusal> {
    // attached movements follow the plan's own and are not led apart from it
    if !view.movement.named.own {
        return Err(Refusal::NotFound);
    }
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
    let c = crate::face::words::words(Language::Vietnamese);
    let detail = Some(format!("{} → {}", show::state(view.movement.state, c), show::state(to, c)));
    Ok(change.commit(entry(view, "movement.stepped", detail)).await?)
}

/// What a person writes at a review.
pub(crate) struct Review {
    /// The version of the movement that the person saw.
    pub(crate) seen: i64,
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
    let own = Written {
        result: view.movement.result.as_deref(),
        difficulties: review.difficulties.as_deref(),
        lessons: review.lessons.as_deref(),
        directions: review.directions.as_deref(),
    };
    change.write_review(&view.movement.id, review.seen, &own).await?;
    for movement in all.iter().filter(|movement| movement.id != view.movement.id) {
        let typed = review.results.iter().find(|(id, _)| *id == movement.id).map(|(_, result)| result.as_deref());
        let Some(result) = typed.filter(|result| *result != movement.result.as_deref()) else { continue };
        let written = Written { result, ..Written::default() };
        change.write_review(&movement.id, movement.version, &written).await?;
    }
    // the log keeps what was replaced, so that nothing written is ever lost for good
    let before = [&view.movement.difficulties, &view.movement.lessons, &view.movement.directions];
    let before: Vec<&str> = before.into_iter().flatten().map(String::as_str).collect();
    let detail = (!before.is_empty()).then(|| before.join(" / "));
    Ok(change.commit(entry(view, "movement.reviewed", detail)).await?)
}

fn entry(view: &MovementView, act: &'static str, detail: Option<String>) -> Entry {
    let unit_id = Some(view.plan.unit_id.clone());
    Entry { unit_id, act, subject: "movement", subject_id: view.movement.id.clone(), detail }
}
