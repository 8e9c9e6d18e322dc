//! Reading the grid of units and values that a target is given out with.

use super::actions::Giving;
use super::words::Words;
use crate::face::forms::{Typed, amount_problem};
use crate::figures::checks::sign_fits;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::{Amount, AmountProblem, Expectation, text};
use thidua_domain::cascade::AssignmentState;
use thidua_domain::targets::Comparator;
use thidua_domain::units::Unit;
use thidua_store::cascade::{Assignment, NewAssignment};

/// One unit of the grid with what was typed for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) value: String,
    pub(super) weight: String,
    pub(super) reason: String,
    /// The unit takes part in a target that has no number.
    pub(super) take: bool,
    pub(super) withdraw: bool,
    pub(super) seen: i64,
    pub(super) problem: Option<String>,
    /// What was read of value and weight.
    pub(super) read: (Option<Amount>, Option<Amount>),
}

/// What the whole form asks.
pub(super) struct Order<'a> {
    pub(super) target_id: &'a str,
    /// A target that is judged has no number; it is given as it is.
    pub(super) comparator: Comparator,
    pub(super) percent: bool,
    /// To tell the units, and not only to prepare.
    pub(super) tell: bool,
    pub(super) document: Option<String>,
    pub(super) dated: Option<NaiveDate>,
}

fn field<'a>(typed: &'a Typed, name: &str, unit: &str) -> &'a str {
    typed.get(&format!("{name}-{unit}")).map_or("", |value| value.trim())
}

/// Whether the form says anything of a unit; units on other pages are not in it.
pub(super) fn was_sent(typed: &Typed, unit: &str) -> bool {
    ["seen", "value", "take", "withdraw"].iter().any(|name| typed.contains_key(&format!("{name}-{unit}")))
}

/// Takes the fields of one unit out of the form and reads its numbers.
pub(super) fn cell(
    typed: &Typed,
    unit: &str,
    order: &Order<'_>,
    c: &'static crate::face::words::Words,
    w: &'static Words,
) -> Cell {
    let mut cell = Cell {
        value: field(typed, "value", unit).to_owned(),
        weight: field(typed, "weight", unit).to_owned(),
        reason: text::nfc(field(typed, "reason", unit)).chars().filter(|c| !c.is_control()).take(500).collect(),
        take: !field(typed, "take", unit).is_empty(),
        withdraw: !field(typed, "withdraw", unit).is_empty(),
        seen: field(typed, "seen", unit).parse().unwrap_or(0),
        ..Cell::default()
    };
    let expected = if order.percent { Expectation::Percent } else { Expectation::Quantity };
    let mut problem = None;
    let mut read = |typed: &str, expected| match Amount::read(typed, expected) {
        Ok(amount) => Some(amount),
        Err(AmountProblem::Empty) => None,
        Err(wrong) => {
            problem.get_or_insert_with(|| amount_problem(&wrong, c));
            None
        }
    };
    cell.read = (read(&cell.value, expected), read(&cell.weight, Expectation::Quantity));
    if cell.read.1.is_some_and(|weight| weight < Amount::ZERO) {
        problem = Some(w.weight_negative.to_owned());
    }
    if cell.read.0.is_some_and(|value| !sign_fits(value, Some(order.comparator))) {
        problem = Some(w.value_negative.to_owned());
    }
    cell.problem = problem;
    cell
}

/// What becomes of one unit: nothing, a new version, or a problem.
pub(super) fn step(
    unit: &Unit,
    cell: &Cell,
    current: Option<&Assignment>,
    order: &Order<'_>,
    w: &'static Words,
) -> Result<Option<Giving>, String> {
    let now = current.map(|one| one.given.state);
    let holds = now.is_some_and(AssignmentState::holds);
    let (value, weight) = cell.read;
    let wants = if order.comparator.is_judged() { cell.take } else { value.is_some() };
    let same = current.is_some_and(|one| one.given.value == value && one.given.weight == weight);
    let reason = (!cell.reason.is_empty()).then(|| cell.reason.clone());
    let next = match (holds, wants) {
        (true, _) if cell.withdraw => AssignmentState::Withdrawn,
        (true, true) if same => return Ok(None),
        // an empty place of a unit that was told something is no order to take it back
        (true, false) => return Err(w.empty_given.to_owned()),
        (true, true) if !order.tell => return Err(w.change_tells.to_owned()),
        (true, true) => AssignmentState::Changed,
        (false, false) => {
            let leaves_draft = now == Some(AssignmentState::Draft);
            return if leaves_draft
                && !order.comparator.is_judged()
                && current.is_some_and(|one| one.given.value.is_some())
            {
                Ok(Some(giving(unit, cell, order, AssignmentState::Draft, None)))
            } else {
                Ok(None)
            };
        }
        (false, true) if order.tell => AssignmentState::Assigned,
        (false, true) if same && now == Some(AssignmentState::Draft) => return Ok(None),
        (false, true) => AssignmentState::Draft,
    };
    if next.needs_reason() && reason.is_none() {
        return Err(w.reason_needed.to_owned());
    }
    Ok(Some(giving(unit, cell, order, next, reason)))
}

fn giving(unit: &Unit, cell: &Cell, order: &Order<'_>, state: AssignmentState, reason: Option<String>) -> Giving {
    let (value, weight) = cell.read;
    let told = state != AssignmentState::Draft;
    Giving {
        given: NewAssignment {
            target_id: order.target_id.to_owned(),
            unit_id: unit.id.clone(),
            state,
            requested: unit.kind.is_partner(),
            value,
            weight,
            document: order.document.clone().filter(|_| told),
            dated: order.dated.filter(|_| told),
            reason,
        },
        seen: cell.seen,
        unit_name: unit.name.clone(),
    }
}

/// The cell of a unit as it stands in the store.
pub(super) fn standing_cell(current: Option<&Assignment>) -> Cell {
    let Some(one) = current else { return Cell::default() };
    let shown = |amount: Option<Amount>| amount.map(Amount::vietnamese).unwrap_or_default();
    let gone = one.given.state == AssignmentState::Withdrawn;
    Cell {
        value: if gone { String::new() } else { shown(one.given.value) },
        weight: shown(one.given.weight),
        take: !gone,
        seen: one.version,
        read: (one.given.value.filter(|_| !gone), one.given.weight),
        ..Cell::default()
    }
}

/// The newest version of each unit.
pub(super) fn newest(all: &[Assignment]) -> HashMap<&str, &Assignment> {
    all.iter().filter(|one| one.current).map(|one| (one.given.unit_id.as_str(), one)).collect()
}
