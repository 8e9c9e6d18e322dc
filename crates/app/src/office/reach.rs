//! Whose things stand in a list, and on which day the units below are asked.

use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::access::{Act, Reach, Role, reach};
use thidua_domain::units::Unit;
use thidua_store::Within;

/// Units of a branch that are read for one page.
const MOST: usize = 5_000;
/// As many units directly below one are listed.
const BELOW: i64 = 2_000;
/// Tops of the tree that somebody who sees everything is shown.
const TOPS: i64 = 100;

/// The things of these units stand in lists of this person: their own, and those of branches that they look over.
pub(crate) fn within(visitor: &Visitor) -> Within {
    let (mut own, mut branches) = (Vec::new(), Vec::new());
    for grant in &visitor.actor.grants {
        match (&grant.unit_id, reach(grant.role, Act::Look)) {
            (None, _) if grant.role == Role::Administrator => return Within::All,
            (Some(unit), Reach::Own) => own.push(unit.clone()),
            (Some(unit), Reach::Branch) => branches.push(unit.clone()),
            _ => {}
        }
    }
    Within::Units { own, branches }
}

/// Today, or for a unit that has ended its last day.
pub(crate) fn day_of(unit: &Unit, today: NaiveDate) -> NaiveDate {
    unit.valid_to.map_or(today, |last| last.min(today))
}

/// The units directly below one, on a day, or on the last day of one that ended before.
pub(crate) async fn below(app: &App, owner: &str, day: NaiveDate) -> Result<Vec<Unit>, Refusal> {
    let owner = app.store.unit(owner).await?.ok_or(Refusal::NotFound)?;
    let (children, _) = app.store.children_on(Some(&owner.id), day_of(&owner, day), 0, BELOW).await?;
    Ok(children.into_iter().map(|child| child.unit).collect())
}

/// The units above those of this person, nearest first.
pub(crate) async fn above(app: &App, visitor: &Visitor) -> Result<Vec<String>, Refusal> {
    let mut found: Vec<String> = Vec::new();
    for own in visitor.actor.units(Act::Look).unwrap_or_default() {
        for above in app.store.path_ids(own).await?.into_iter().skip(1) {
            if !found.contains(&above) {
                found.push(above);
            }
        }
    }
    Ok(found)
}

/// Whether a unit's plans came with the demo: what stands beside them is invented like their figures.
pub(crate) async fn runs_on_samples(app: &App, unit_id: &str) -> Result<bool, Refusal> {
    Ok(app.store.plans(Some(&[unit_id])).await?.iter().any(|plan| plan.illustrative))
}

/// Today in Vietnam.
pub(crate) fn today(app: &App) -> NaiveDate {
    local_date((app.clock)())
}

/// The units that this person looks over, each branch with its top first; on the last day of a branch that has ended.
pub(crate) async fn units(app: &App, visitor: &Visitor) -> Result<Vec<Unit>, Refusal> {
    let today = today(app);
    let (own, tops) = match within(visitor) {
        Within::Units { own, branches } => (own, branches),
        Within::All => {
            let (tops, _) = app.store.children_on(None, today, 0, TOPS).await?;
            (Vec::new(), tops.into_iter().map(|top| top.unit.id).collect())
        }
    };
    let mut found: Vec<Unit> = Vec::new();
    for top in app.store.units_of(&tops).await? {
        for unit in app.store.branch_on(&top.id, day_of(&top, today), MOST).await? {
            if !found.iter().any(|known| known.id == unit.id) {
                found.push(unit);
            }
        }
    }
    for unit in app.store.units_of(&own).await? {
        if !found.iter().any(|known| known.id == unit.id) {
            found.push(unit);
        }
    }
    Ok(found)
}

/// Names of some units, by identifier.
pub(crate) async fn names(
    app: &App,
    ids: impl Iterator<Item = &String>,
) -> Result<HashMap<String, String>, Refusal> {
    let mut ids: Vec<String> = ids.cloned().collect();
    ids.sort();
    ids.dedup();
    Ok(app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect())
}
