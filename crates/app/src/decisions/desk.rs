//! The nominations of a round on the desk of who decides.

use super::law::{Weighed, catalogue, weigh};
use crate::App;
use crate::face::{Refusal, Visitor};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use thidua_domain::access::Act;
use thidua_domain::units::Unit;
use thidua_store::decisions::RoundHead;

/// A round with everything that may be decided or sent upward.
pub(super) struct Desk {
    pub(super) round: RoundHead,
    pub(super) unit: Unit,
    pub(super) day: NaiveDate,
    pub(super) all: Vec<Weighed>,
    /// Nominations that stand in a draft, and in which.
    pub(super) drafted: BTreeMap<String, String>,
}

/// The desk for a round on a day.
pub(super) async fn desk(
    app: &App,
    visitor: &Visitor,
    round_id: &str,
    day: NaiveDate,
    act: Act,
) -> Result<Desk, Refusal> {
    let round = app.store.round_head(round_id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, act, &round.unit_id).await?;
    let unit = app.store.unit(&round.unit_id).await?.ok_or(Refusal::NotFound)?;
    let catalogue = catalogue(app, &round.unit_id, day).await?;
    let all = app.store.nominated_in(round_id).await?.into_iter();
    let all = all.map(|it| weigh(&catalogue, unit.kind, day, it)).collect();
    let drafted = app.store.drafted_of_round(round_id).await?.into_iter().collect();
    Ok(Desk { round, unit, day, all, drafted })
}

impl Desk {
    /// What this authority may decide and has not drafted yet.
    pub(super) fn own(&self) -> impl Iterator<Item = &Weighed> {
        self.all.iter().filter(|one| one.decides() && !self.drafted.contains_key(&one.it.id))
    }

    /// What is to be sent upward.
    pub(super) fn upward(&self) -> impl Iterator<Item = &Weighed> {
        self.all.iter().filter(|one| one.goes_up())
    }
}
