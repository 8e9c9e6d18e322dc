//! The one rule by which the accepted reports of a round make a target's value: what they say, by which method, counted
//! over which units. The page that takes figures over and the evaluation both ask here.

use crate::App;
use crate::cascade::plan_day_of;
use crate::clock::local_date;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::cascade::{Bar, Method, Share, better};
use thidua_domain::evaluation::{Applied, applied};
use thidua_domain::figures::Figure;
use thidua_domain::reporting::State;
use thidua_domain::units::Unit;
use thidua_store::plans::PlanLine;
use thidua_store::reporting::{LineVersion, Round};
use thidua_store::targets::Target;
use thidua_store::{Store, StoreError};

/// Units below one authority that are looked at.
const MOST_UNITS: i64 = 5_000;

/// What accepted reports say of a target, and how that is put together.
pub(crate) struct Rolling<'a> {
    pub(crate) target: &'a Target,
    /// The lines that answer it, with a number or a judgement.
    pub(crate) lines: Vec<&'a LineVersion>,
    pub(crate) method: Method,
    pub(crate) shares: Vec<Share>,
    pub(crate) bar: Bar,
}

impl Rolling<'_> {
    /// What comes out.
    pub(crate) fn applied(&self) -> Applied {
        applied(self.method, &self.shares, self.bar)
    }
}

/// The units that report: directly below the authority, of the kinds named, on the day that counts.
pub(crate) async fn asked_units(
    store: &Store,
    plan: &PlanLine,
    round: &Round,
    today: NaiveDate,
) -> Result<Vec<Unit>, StoreError> {
    let owner = store.unit(&plan.unit_id).await?;
    let day = plan_day_of(plan, owner.as_ref(), today).min(round.text.due.max(round.opened_at.date()));
    let (children, _) = store.children_on(Some(&plan.unit_id), day, 0, MOST_UNITS).await?;
    Ok(children.into_iter().map(|child| child.unit).filter(|unit| round.asks(unit.kind)).collect())
}

/// The same today.
pub(super) async fn asked_today(app: &App, plan: &PlanLine, round: &Round) -> Result<Vec<Unit>, StoreError> {
    asked_units(&app.store, plan, round, local_date((app.clock)())).await
}

/// Every target that an accepted report answers, in the order of `targets`, and how many reports were accepted.
pub(crate) async fn rolling<'a>(
    store: &Store,
    round: &Round,
    targets: &'a [Target],
    lines: &'a [LineVersion],
    today: NaiveDate,
) -> Result<(Vec<Rolling<'a>>, usize), StoreError> {
    let reports = store.reports_of_round(&round.id).await?;
    let accepted: Vec<&str> =
        reports.iter().filter(|one| one.state == State::Accepted).map(|one| one.id.as_str()).collect();
    if accepted.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let mut by_target: HashMap<&str, Vec<&LineVersion>> = HashMap::new();
    for line in lines.iter().filter(|line| accepted.contains(&line.report_id.as_str())) {
        if matches!(line.entered.figure, Figure::Number(_) | Figure::Judged(_)) {
            by_target.entry(line.target_id.as_str()).or_default().push(line);
        }
    }
    let sharings = store.sharings(&round.plan_id).await?;
    let given = store.assignments(&round.plan_id).await?;
    let all = match store.plan_line(&round.plan_id).await? {
        Some(plan) => asked_units(store, &plan, round, today).await?.len(),
        None => 0,
    };
    let mut found = Vec::new();
    for target in targets {
        let Some(lines) = by_target.remove(target.id.as_str()) else { continue };
        let holding: Vec<_> = given
            .iter()
            .map(|one| &one.given)
            .filter(|one| one.target_id == target.id && one.state.holds())
            .collect();
        let shares: Vec<Share> = lines
            .iter()
            .filter_map(|line| {
                let own = holding.iter().find(|one| one.unit_id == line.unit_id);
                Some(Share {
                    value: line.entered.number()?,
                    weight: own.and_then(|own| own.weight),
                    ratio: line.entered.numerator.zip(line.entered.denominator),
                })
            })
            .collect();
        let draft = &target.draft;
        let chosen = sharings.get(&target.id);
        // a partner that is only asked for help does not count among the units that owe a value
        let holders = holding.iter().filter(|one| !one.requested).count();
        let bar = Bar {
            value: chosen.and_then(|chosen| chosen.bar),
            direction: better(draft.comparator, draft.direction),
            percent: draft.unit.as_deref() == Some("%"),
            units: u32::try_from(if holders > 0 { holders } else { all }).unwrap_or(u32::MAX),
        };
        let method = chosen.map_or_else(|| fitting(target, &shares), |chosen| chosen.method);
        found.push(Rolling { target, lines, method, shares, bar });
    }
    Ok((found, accepted.len()))
}

/// The rule of a target that nobody set: rates that came with numerators and denominators are a ratio of sums.
fn fitting(target: &Target, shares: &[Share]) -> Method {
    let draft = &target.draft;
    match Method::fitting(&draft.name, draft.comparator, draft.unit.as_deref()) {
        Method::Average if !shares.is_empty() && shares.iter().all(|share| share.ratio.is_some()) => Method::Ratio,
        other => other,
    }
}
