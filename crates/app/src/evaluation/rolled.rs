//! How the accepted reports of units make a target's figure: the rule, what it was applied to, and what came out.

use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::cascade::{Bar, Method, Share, better};
use thidua_domain::evaluation::{Applied, applied};
use thidua_domain::reporting::State;
use thidua_store::reporting::{LineVersion, Round};
use thidua_store::targets::Target;
use thidua_store::{Store, StoreError};

/// Units below one authority that are looked at.
const MOST_UNITS: i64 = 5_000;

/// A rule as it was applied to the reports of a round.
#[derive(Clone, Debug)]
pub struct Rolled {
    /// The round.
    pub round_id: String,
    /// What was made of what.
    pub applied: Applied,
}

/// Every target that an accepted report has a number for.
pub(super) async fn by_target(
    store: &Store,
    round: &Round,
    targets: &[Target],
    lines: &[LineVersion],
    today: NaiveDate,
) -> Result<HashMap<String, Rolled>, StoreError> {
    let reports = store.reports_of_round(&round.id).await?;
    let accepted: Vec<&str> =
        reports.iter().filter(|one| one.state == State::Accepted).map(|one| one.id.as_str()).collect();
    let mut found = HashMap::new();
    if accepted.is_empty() {
        return Ok(found);
    }
    let sharings = store.sharings(&round.plan_id).await?;
    let given = store.assignments(&round.plan_id).await?;
    let (children, _) = store.children_on(Some(&round.owner_id), today, 0, MOST_UNITS).await?;
    let all = children.iter().filter(|child| round.asks(child.unit.kind)).count();
    let mut by_target: HashMap<&str, Vec<&LineVersion>> = HashMap::new();
    for line in lines.iter().filter(|line| accepted.contains(&line.report_id.as_str())) {
        by_target.entry(line.target_id.as_str()).or_default().push(line);
    }
    for target in targets {
        let Some(lines) = by_target.get(target.id.as_str()) else { continue };
        let own = |unit: &str| {
            given.iter().find(|one| {
                one.given.target_id == target.id && one.given.unit_id == unit && one.given.state.holds()
            })
        };
        let shares: Vec<Share> = lines
            .iter()
            .filter_map(|line| {
                Some(Share {
                    value: line.entered.number()?,
                    weight: own(&line.unit_id).and_then(|own| own.given.weight),
                    ratio: line.entered.numerator.zip(line.entered.denominator),
                })
            })
            .collect();
        if shares.is_empty() {
            continue;
        }
        let draft = &target.draft;
        let chosen = sharings.get(&target.id);
        // rates that came with numerator and denominator are a ratio of sums, until a person chooses another rule
        let method = match Method::fitting(&draft.name, draft.comparator, draft.unit.as_deref()) {
            _ if chosen.is_some() => chosen.map_or(Method::Sum, |chosen| chosen.method),
            Method::Average if shares.iter().all(|share| share.ratio.is_some()) => Method::Ratio,
            fitting => fitting,
        };
        let holders = given
            .iter()
            .filter(|one| one.given.target_id == target.id && one.given.state.holds() && !one.given.requested)
            .count();
        let bar = Bar {
            value: chosen.and_then(|chosen| chosen.bar),
            direction: better(draft.comparator, draft.direction),
            percent: draft.unit.as_deref() == Some("%"),
            units: u32::try_from(if holders > 0 { holders } else { all }).unwrap_or(u32::MAX),
        };
        let applied = applied(method, &shares, bar);
        found.insert(target.id.clone(), Rolled { round_id: round.id.clone(), applied });
    }
    Ok(found)
}
