//! What other features ask of reports of units: who reported, last year's values put together, the report above.

use super::{consolidation, door, proposing};
use crate::App;
use crate::face::{Refusal, Visitor};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::cascade::{Bar, Share, together};
use thidua_domain::periods::Period;
use thidua_domain::reporting::State;
use thidua_domain::units::Unit;
use thidua_store::plans::PlanLine;
use thidua_store::reporting::{Round, UnitReport};

/// The units that are asked in a round, each with its report.
pub(crate) async fn reported(
    app: &App,
    plan: &PlanLine,
    round: &Round,
) -> Result<Vec<(Unit, Option<UnitReport>)>, Refusal> {
    let mut reports = app.store.reports_of_round(&round.id).await?;
    let units = door::units_of(app, plan, round).await?;
    Ok(units
        .into_iter()
        .map(|unit| {
            let at = reports.iter().position(|one| one.unit_id == unit.id);
            (unit, at.map(|at| reports.swap_remove(at)))
        })
        .collect())
}

/// What the accepted reports say of the year before, put together by each target's rule where every one says it.
pub(crate) async fn year_before(app: &App, round: &Round) -> Result<HashMap<String, Amount>, Refusal> {
    let reports = app.store.reports_of_round(&round.id).await?;
    let is_in = |id: &str| reports.iter().any(|one| one.id == id && one.state == State::Accepted);
    let lines = app.store.lines_of_round(&round.id).await?;
    let (made, _) = consolidation::made(app, round).await?;
    let mut found = HashMap::new();
    for one in made {
        let of = lines.iter().filter(|line| {
            line.target_id == one.target.id && is_in(&line.report_id) && line.entered.number().is_some()
        });
        let shares: Option<Vec<Share>> =
            of.map(|line| Some(Share { value: line.entered.last_year?, weight: None, ratio: None })).collect();
        let Some(shares) = shares.filter(|shares| !shares.is_empty()) else { continue };
        let bar = Bar { value: None, direction: one.target.draft.direction, percent: false, units: 0 };
        if let Some(value) = together(one.method, &shares, bar) {
            found.insert(one.target.id, value);
        }
    }
    Ok(found)
}

/// The report of an authority to the one above for a period, with its round.
pub(crate) async fn above(
    app: &App,
    plan: &PlanLine,
    period: Period,
) -> Result<Option<(Round, UnitReport)>, Refusal> {
    let Some((_, rounds)) = proposing::above(app, &plan.id).await? else { return Ok(None) };
    let Some(round) = rounds.into_iter().find(|one| one.period == period) else { return Ok(None) };
    Ok(app.store.report_of_unit(&round.id, &plan.unit_id).await?.map(|report| (round, report)))
}

/// The report of a unit that somebody may see, with the authority it is sent to.
pub(crate) async fn seen(app: &App, visitor: &Visitor, id: &str) -> Result<(UnitReport, Round), Refusal> {
    let sheet = door::sheet(app, visitor, id).await?;
    Ok((sheet.report, sheet.round))
}
