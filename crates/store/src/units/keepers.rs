//! Who answers for a plan from day to day, and which unit an account belongs to after a reform.

use crate::sql::{execute, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;

/// A unit that answered for a plan before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper {
    /// The unit.
    pub unit_id: String,
    /// Its last day.
    pub until: NaiveDate,
    /// `transfer:…`, `split` or `settle`.
    pub treatment: String,
    /// The reform.
    pub reform_id: String,
    /// Why, in words.
    pub reason: String,
}

impl Change {
    /// Writes down that a unit's time with a plan ends, and where it is handed on, who answers for it from then.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such plan.
    pub async fn end_keeping(&self, plan_id: &str, keeper: &Keeper, next: Option<&str>) -> Result<(), StoreError> {
        let counted =
            row(&self.tx, "SELECT COUNT(*) AS n FROM plan_keepers WHERE plan_id = $1", values![plan_id]).await?;
        let position: i64 = counted.map(|row| row.get("n")).transpose()?.unwrap_or_default();
        let sql = "INSERT INTO plan_keepers (plan_id, position, unit_id, until_day, treatment, reform_id, reason)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            plan_id,
            position,
            keeper.unit_id.as_str(),
            keeper.until,
            keeper.treatment.as_str(),
            keeper.reform_id.as_str(),
            keeper.reason.as_str(),
        ];
        execute(&self.tx, sql, values).await?;
        if let Some(next) = next {
            let sql = "UPDATE plans SET unit_id = $1, version = version + 1 WHERE id = $2";
            if execute(&self.tx, sql, values![next, plan_id]).await? == 0 {
                return Err(StoreError::Absent);
            }
        }
        Ok(())
    }

    /// Marks a plan as carrying out another.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_parent_plan(&self, plan_id: &str, parent_id: Option<&str>) -> Result<(), StoreError> {
        let sql = "UPDATE plans SET parent_plan_id = $1 WHERE id = $2";
        execute(&self.tx, sql, values![parent_id.map(str::to_owned), plan_id]).await?;
        Ok(())
    }

    /// Moves the accounts of a unit to another; how many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn move_accounts(&self, from: &str, to: &str) -> Result<u64, StoreError> {
        execute(&self.tx, "UPDATE accounts SET unit_id = $1 WHERE unit_id = $2", values![to, from]).await
    }
}

impl Store {
    /// The units that answered for a plan before the present one, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keepers(&self, plan_id: &str) -> Result<Vec<Keeper>, StoreError> {
        let sql = "SELECT unit_id, until_day, treatment, reform_id, reason FROM plan_keepers
                   WHERE plan_id = $1 ORDER BY position";
        rows(&self.db, sql, values![plan_id])
            .await?
            .iter()
            .map(|row| {
                Ok(Keeper {
                    unit_id: row.get("unit_id")?,
                    until: row.get("until_day")?,
                    treatment: row.get("treatment")?,
                    reform_id: row.get("reform_id")?,
                    reason: row.get("reason")?,
                })
            })
            .collect()
    }

    /// All units that came after one, in any number of steps.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn successors(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "WITH RECURSIVE later(id, depth) AS (
                     SELECT after_id, 1 FROM lineage WHERE before_id = $1
                     UNION SELECT l.after_id, later.depth + 1 FROM lineage l JOIN later ON l.before_id = later.id
                       WHERE later.depth < 16)
                   SELECT DISTINCT id FROM later";
        rows(&self.db, sql, values![id]).await?.iter().map(|row| row.get("id")).collect()
    }

    /// Names of the accounts bound to a unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn accounts_in(&self, unit_id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name FROM accounts WHERE unit_id = $1 ORDER BY login";
        rows(&self.db, sql, values![unit_id]).await?.iter().map(|row| row.get("name")).collect()
    }
}
