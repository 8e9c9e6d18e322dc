//! How each movement stands: what is red, and what moved since the period before.

use crate::App;
use crate::evaluation::{Evaluation, Row, evaluate, newest_period};
use crate::face::Refusal;
use std::cmp::Ordering;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::movements::State;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;
use thidua_store::plans::PlanLine;

/// A movement at its newest period and at the one before.
pub(crate) struct Stand {
    pub(crate) plan: PlanLine,
    pub(crate) movement_id: String,
    pub(crate) state: State,
    pub(crate) now: Evaluation,
    pub(crate) before: Option<Evaluation>,
    pub(crate) illustrative: bool,
}

/// A target whose status changed.
pub(crate) struct Move<'a> {
    pub(crate) row: &'a Row,
    pub(crate) from: Status,
    pub(crate) to: Status,
    pub(crate) rates: Option<(Amount, Amount)>,
}

/// The movements of issued plans, each read and evaluated once.
pub(crate) async fn stands(app: &App, plans: &[PlanLine]) -> Result<Vec<Stand>, Refusal> {
    let mut found = Vec::new();
    for plan in plans.iter().filter(|plan| plan.issued) {
        let Some(movement_id) = plan.movement_id.clone() else { continue };
        let figures = app.store.figures_of_plan(&plan.id).await?;
        let targets = app.store.targets(&plan.id).await?;
        let period = newest_period(&figures).unwrap_or(Period::FirstQuarter);
        let earlier = Period::ALL.into_iter().rev().find(|one| {
            *one < period
                && figures.iter().any(|of| of.reported.period == *one && of.reported.figure != Figure::NotEntered)
        });
        found.push(Stand {
            state: plan.movement_state.as_deref().and_then(State::from_code).unwrap_or(State::Draft),
            before: earlier.map(|earlier| evaluate(targets.clone(), &figures, earlier)),
            now: evaluate(targets, &figures, period),
            illustrative: plan.illustrative || figures.iter().any(|one| one.reported.illustrative),
            plan: plan.clone(),
            movement_id,
        });
    }
    Ok(found)
}

/// How well a status is; those that say nothing yet have none.
fn rank(status: Status) -> Option<u8> {
    match status {
        Status::Missed => Some(0),
        Status::AtRisk => Some(1),
        Status::OnTrack => Some(2),
        Status::Met => Some(3),
        Status::Exceeded => Some(4),
        Status::NotBegun | Status::NeedsPerson => None,
    }
}

impl Move<'_> {
    /// Whether it stands better than before.
    pub(crate) fn is_better(&self) -> bool {
        rank(self.to) > rank(self.from)
    }
}

impl Stand {
    /// Whether the movement goes on.
    pub(crate) fn runs(&self) -> bool {
        !matches!(self.state, State::Draft | State::Closed)
    }

    /// Targets at risk or missed, the worst first.
    pub(crate) fn reds(&self) -> Vec<&Row> {
        let mut found: Vec<&Row> = self
            .now
            .rows
            .iter()
            .filter(|row| row.judgement.is_some())
            .filter(|row| matches!(row.status, Some(Status::AtRisk | Status::Missed)))
            .collect();
        let rate = |row: &Row| row.judgement.and_then(|judgement| judgement.rate);
        found.sort_by_key(|row| (row.status.and_then(rank), rate(row)));
        found
    }

    /// Targets that stand otherwise than at the period before: those that fell first.
    pub(crate) fn moves(&self) -> Vec<Move<'_>> {
        let Some(before) = &self.before else { return Vec::new() };
        let mut found: Vec<Move<'_>> = self
            .now
            .rows
            .iter()
            .zip(&before.rows)
            .filter(|(row, _)| row.judgement.is_some())
            .filter_map(|(row, old)| moved(row, old))
            .collect();
        found.sort_by(|a, b| match (a.is_better(), b.is_better()) {
            (false, true) => Ordering::Less,
            (true, false) => Ordering::Greater,
            _ => rank(a.to).cmp(&rank(b.to)),
        });
        found
    }
}

fn moved<'a>(row: &'a Row, old: &Row) -> Option<Move<'a>> {
    let (from, to) = (old.status?, row.status?);
    if from == to || rank(from).is_none() || rank(to).is_none() {
        return None;
    }
    let rate = |row: &Row| row.judgement.and_then(|judgement| judgement.rate);
    Some(Move { row, from, to, rates: rate(old).zip(rate(row)) })
}
