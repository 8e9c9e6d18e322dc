//! How the accepted reports of units make a target's figure, by the same rule that takes them over.

use crate::reporting::rolling::rolling;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::evaluation::Applied;
use thidua_store::reporting::{LineVersion, Round};
use thidua_store::targets::Target;
use thidua_store::{Store, StoreError};

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
    let (found, _) = rolling(store, round, targets, lines, today).await?;
    let numbers = found.into_iter().filter(|one| !one.shares.is_empty());
    Ok(numbers
        .map(|one| (one.target.id.clone(), Rolled { round_id: round.id.clone(), applied: one.applied() }))
        .collect())
}
