//! How the conditions of a launch stood on the day of the launch, and who launched.

use crate::sql::{insert, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::plans::launching::{Condition, Standing};

/// A condition as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCondition {
    /// Which.
    pub condition: Condition,
    /// How it stood.
    pub standing: Standing,
    /// Why, in the sentence that was shown.
    pub says: String,
    /// Who launched.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

impl Change {
    /// Keeps how the conditions stand, beside the launch of a plan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_conditions(
        &self,
        plan_id: &str,
        kept: &[(Condition, Standing, String)],
    ) -> Result<(), StoreError> {
        let of = |(position, (condition, standing, says)): (usize, &(Condition, Standing, String))| {
            values![
                plan_id,
                i64::try_from(position).unwrap_or(i64::MAX),
                condition.code(),
                standing.code(),
                says.clone(),
                self.author().name.clone(),
                self.author().at,
            ]
        };
        let columns = ["plan_id", "position", "code", "standing", "says", "account_name", "at"];
        insert(&self.tx, "launch_conditions", &columns, kept.iter().enumerate().map(of).collect()).await
    }
}

impl Store {
    /// The conditions as they stood when a plan was launched; nothing for plans launched before they were kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn launch_conditions(&self, plan_id: &str) -> Result<Vec<KeptCondition>, StoreError> {
        let sql = "SELECT code, standing, says, account_name, at FROM launch_conditions
                   WHERE plan_id = $1 ORDER BY position";
        rows(&self.db, sql, values![plan_id])
            .await?
            .iter()
            .map(|row| {
                Ok(KeptCondition {
                    condition: row.code("code", Condition::from_code)?,
                    standing: row.code("standing", Standing::from_code)?,
                    says: row.get("says")?,
                    account_name: row.get("account_name")?,
                    at: row.get("at")?,
                })
            })
            .collect()
    }
}
