//! Evaluation of a plan's targets at a period, from the figures entered.

mod actions;
pub(crate) mod earlier;
pub(crate) mod export;
mod notes;
pub(crate) mod page;
mod rolled;
mod says;
pub(crate) mod sheet;
pub(crate) mod taking;
pub(crate) mod words;

pub use export::{csv, json, xlsx};
pub(crate) use export::{download_csv, download_json, download_people_csv, download_xlsx, quoted};
pub use notes::Note;
pub use rolled::Rolled;
pub use sheet::{Asked, Sheet};

use std::collections::HashMap;
use thidua_domain::evaluation::{Node, Summary, roll_up};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::{Bound, Goal, Judgement, Pace, Reference, Status, adds_up, judge};
use thidua_store::figures::Version;
use thidua_store::targets::Target;

/// A target with its figure and judgement.
#[derive(Clone, Debug)]
pub struct Row {
    /// The target.
    pub target: Target,
    /// What is known of it in the period; for containers nothing is ever entered.
    pub figure: Figure,
    /// The entered version, where there is one.
    pub version: Option<Version>,
    /// The judgement of a leaf.
    pub judgement: Option<Judgement>,
    /// The status: a leaf's own, or what follows from the leaves.
    pub status: Option<Status>,
}

/// The evaluation of all targets of a plan at a period.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The period.
    pub period: Period,
    /// Targets in document order.
    pub rows: Vec<Row>,
    /// Leaves by status.
    pub summary: Summary,
}

/// The goal of a stored target; a goal that cannot be put together is nothing.
pub(crate) fn goal(target: &Target) -> Option<Goal> {
    Goal::from_parts(target.goal_parts()?).ok()
}

/// What the figure of a target is when nobody entered one: waiting for the assignment, or simply not entered.
fn without_entry(goal: Option<&Goal>) -> Figure {
    match goal {
        Some(
            Goal::Exactly(bound, _)
            | Goal::AtLeast(bound)
            | Goal::MoreThan(bound)
            | Goal::AtMost(bound)
            | Goal::LessThan(bound),
        ) if matches!(bound, Bound::Referenced(Reference::AssignedFromAbove, None)) => Figure::NotAssigned,
        _ => Figure::NotEntered,
    }
}

/// Evaluates all targets of a plan at a period.
pub fn evaluate(targets: Vec<Target>, figures: &[Version], period: Period) -> Evaluation {
    let entered: HashMap<&str, &Version> = figures
        .iter()
        .filter(|one| one.reported.period == period)
        .map(|one| (one.reported.target_id.as_str(), one))
        .collect();
    let mut rows: Vec<Row> = targets
        .into_iter()
        .map(|target| {
            let version = entered.get(target.id.as_str()).map(|version| (*version).clone());
            let goal = goal(&target);
            let figure =
                version.as_ref().map_or_else(|| without_entry(goal.as_ref()), |version| version.reported.figure);
            let cumulative = adds_up(target.draft.comparator, target.draft.unit.as_deref());
            let judgement = goal.map(|goal| judge(&goal, figure, Pace { period, cumulative }));
            Row { target, figure, version, judgement, status: None }
        })
        .collect();
    let nodes: Vec<Node<'_>> = rows
        .iter()
        .map(|row| Node {
            id: &row.target.draft.id,
            parent_id: row.target.draft.parent_id.as_deref(),
            judged: row.judgement,
        })
        .collect();
    let statuses = roll_up(&nodes);
    let summary = Summary::of(rows.iter().filter_map(|row| row.judgement.as_ref()));
    for (row, status) in rows.iter_mut().zip(statuses) {
        row.status = status;
    }
    Evaluation { period, rows, summary }
}

/// The newest period that has been reported on: one with at least a third of the figures of the fullest. A single
/// early figure for the year does not turn every page to the year.
pub(crate) fn newest_period(figures: &[Version]) -> Option<Period> {
    let entered = |period| {
        let of_period = |one: &&Version| one.reported.period == period && one.reported.figure != Figure::NotEntered;
        figures.iter().filter(of_period).count()
    };
    let fullest = Period::ALL.into_iter().map(entered).max().unwrap_or(0);
    Period::ALL.into_iter().rev().find(|period| entered(*period) > 0 && entered(*period) * 3 >= fullest)
}
