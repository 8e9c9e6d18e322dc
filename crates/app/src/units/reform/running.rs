//! What runs under the units that end, and handing it on, dividing or settling it in the reform's own transaction.

use super::words::Words;
use crate::App;
use crate::face::Refusal;
use crate::face::forms::Typed;
use std::collections::HashMap;
use thidua_domain::basics::date::short;
use thidua_domain::movements::State;
use thidua_domain::plans::draft::{Piece, PlanDraft};
use thidua_domain::units::handing_on::{Treatment, divides, parts};
use thidua_domain::units::reform::{Outcome, Reform};
use thidua_store::audit::Entry;
use thidua_store::plans::{NewPlan, Plan};
use thidua_store::units::Keeper;
use thidua_store::{Change, StoreError};

/// A plan of a unit that ends, and what is to be done with it.
pub(super) struct Running {
    pub(super) plan: Plan,
    pub(super) state: Option<State>,
    pub(super) figures: usize,
    pub(super) treatment: Treatment,
}

/// The plans of the units that end which are not closed, each with the chosen treatment: unless somebody chose, it goes
/// to the first successor; without one it is settled.
pub(super) async fn running(
    app: &App,
    reform: &Reform,
    outcome: &Outcome,
    typed: &Typed,
) -> Result<Vec<Running>, Refusal> {
    let mut found = Vec::new();
    for unit in outcome.gone() {
        let successor = outcome.lineage.iter().find(|(before, _)| before == unit).map(|(_, after)| after.clone());
        for line in app.store.plans(Some(&[unit])).await? {
            let state = line.movement_state.as_deref().and_then(State::from_code).filter(|_| line.issued);
            if state == Some(State::Closed) {
                continue;
            }
            let Some(plan) = app.store.plan(&line.id).await? else { continue };
            let usual = match (&successor, line.issued) {
                (Some(successor), _) => Treatment::Transfer(successor.clone()),
                (None, true) => Treatment::Settle,
                (None, false) => Treatment::Leave,
            };
            let chosen = typed.get(&format!("plan-{}", plan.id)).and_then(|code| Treatment::from_code(code));
            let chosen = chosen.filter(|treatment| is_offered(treatment, reform, unit));
            let figures = app.store.figures_of_plan(&plan.id).await?.iter().filter(|one| one.current).count();
            found.push(Running { plan, state, figures, treatment: chosen.unwrap_or(usual) });
        }
    }
    Ok(found)
}

/// Whether the page offers this for something of a unit: what a form sends beyond that is not listened to.
pub(super) fn is_offered(treatment: &Treatment, reform: &Reform, unit: &str) -> bool {
    let Treatment::Transfer(to) = treatment else { return true };
    let above = reform.subjects.iter().find(|one| one.id == unit).and_then(|one| one.parent_id.as_ref());
    reform.successors.iter().any(|one| one.unit().id == *to)
        || (reform.successors.is_empty() && above.is_some_and(|above| above == to))
}

/// Writes what is done with one plan.
///
/// # Errors
/// [`StoreError`]; the reform is then not carried out at all.
pub(super) async fn hand_on(
    app: &App,
    change: &Change,
    running: &Running,
    keeper: Keeper,
    successors: &[(String, String, i64)],
    ids: &HashMap<String, String>,
    w: &'static Words,
) -> Result<(), StoreError> {
    let plan = &running.plan;
    let (act, detail) = match &running.treatment {
        Treatment::Leave => return Ok(()),
        Treatment::Transfer(to) => {
            let to = ids.get(to).cloned().unwrap_or_else(|| to.clone());
            change.end_keeping(&plan.id, &keeper, Some(&to)).await?;
            ("plan.handed-on", to)
        }
        Treatment::Settle => {
            settle(app, change, running, &keeper, w).await?;
            ("plan.settled", short(keeper.until))
        }
        Treatment::Split => {
            let weights: Vec<i64> = successors.iter().map(|(_, _, weight)| *weight).collect();
            for (index, (unit_id, name, _)) in successors.iter().enumerate() {
                let draft = part_of(&plan.draft, name, &weights, index);
                let id = change.new_id();
                let new = NewPlan {
                    id: &id,
                    unit_id,
                    illustrative: plan.illustrative,
                    source_digest: &plan.source_digest,
                    source_name: &plan.source_name,
                    source: &plan.source,
                    source_notes: &plan.source_notes,
                    draft: &draft,
                };
                change.add_plan(&new).await?;
                change.set_parent_plan(&id, None, Some(&plan.id)).await?;
                let entry = entry("plan.derived", unit_id, &id, &keeper.reason);
                change.note(entry).await?;
            }
            settle(app, change, running, &keeper, w).await?;
            let names: Vec<&str> = successors.iter().map(|(_, name, _)| name.as_str()).collect();
            ("plan.divided", names.join("; "))
        }
    };
    change.note(entry(act, &keeper.unit_id, &plan.id, &format!("{detail}. {}", keeper.reason))).await
}

/// Sums up and closes; a plan that was never issued only ends with its unit.
async fn settle(
    app: &App,
    change: &Change,
    running: &Running,
    keeper: &Keeper,
    w: &'static Words,
) -> Result<(), StoreError> {
    change.end_keeping(&running.plan.id, keeper, None).await?;
    if running.state.is_none() {
        return Ok(());
    }
    let note = w.settled_note.replace("{day}", &short(keeper.until));
    for movement in app.store.movements(&running.plan.id).await? {
        let mut state = movement.state;
        for next in [State::Running, State::FinalReview, State::Closed] {
            if state.step(next).is_ok() {
                change.step_movement(&movement.id, state, next, Some(&note)).await?;
                state = next;
            }
        }
    }
    Ok(())
}

/// The draft that one successor gets: its part of each value that can be divided, everything else as it was, and a head
/// without number, date and signature, which are its own.
fn part_of(whole: &PlanDraft, name: &str, weights: &[i64], index: usize) -> PlanDraft {
    let mut draft = whole.clone();
    draft.document.issuer = Some(Piece::typed(name.to_owned()));
    draft.document.number_symbol = None;
    draft.document.date = None;
    draft.document.signer_name = None;
    for target in &mut draft.targets {
        if divides(target.comparator, target.unit.as_deref()) {
            let part = |value| parts(value, weights).and_then(|parts| parts.get(index).copied());
            target.value = target.value.and_then(part);
            target.value_max = target.value_max.and_then(part);
        }
    }
    draft
}

fn entry(act: &'static str, unit_id: &str, plan_id: &str, detail: &str) -> Entry {
    Entry {
        unit_id: Some(unit_id.to_owned()),
        act,
        subject: "plan",
        subject_id: plan_id.to_owned(),
        detail: Some(detail.to_owned()),
    }
}
