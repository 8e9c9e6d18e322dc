//! Results of targets as they stood on a day: of an issued report, of the evaluation of a summing-up.

use crate::sql::{execute, insert, rows, values};
use crate::{Change, Store, StoreError};
use sea_orm::Value;

/// One line, in the words in which it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The target.
    pub target_id: String,
    /// Its number in the table.
    pub number: String,
    /// The heading that begins with it.
    pub group: Option<String>,
    /// Its name.
    pub name: String,
    /// Its unit of measure.
    pub measure: String,
    /// What was planned.
    pub planned: String,
    /// What was reached.
    pub actual: String,
    /// The rate in percent, without the sign.
    pub rate: String,
    /// The same period of the year before.
    pub last_year: String,
    /// Against it, with its sign and measure.
    pub compared: String,
    /// The code of its status; empty where nothing is judged.
    pub status: String,
}

impl Store {
    /// What was kept by a report or a summing-up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn kept_results(&self, kept_by: &str) -> Result<Vec<Kept>, StoreError> {
        let sql = "SELECT target_id, number, group_name, name, measure, planned, actual, rate, last_year, compared,
                     status FROM kept_results WHERE kept_by = $1 ORDER BY position";
        rows(&self.db, sql, values![kept_by])
            .await?
            .iter()
            .map(|row| {
                Ok(Kept {
                    target_id: row.get("target_id")?,
                    number: row.get("number")?,
                    group: row.get("group_name")?,
                    name: row.get("name")?,
                    measure: row.get("measure")?,
                    planned: row.get("planned")?,
                    actual: row.get("actual")?,
                    rate: row.get("rate")?,
                    last_year: row.get("last_year")?,
                    compared: row.get("compared")?,
                    status: row.get("status")?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Keeps results in the place of those that were kept before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_results(&self, kept_by: &str, kept: &[Kept]) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM kept_results WHERE kept_by = $1", values![kept_by]).await?;
        let columns = [
            "kept_by",
            "position",
            "target_id",
            "number",
            "group_name",
            "name",
            "measure",
            "planned",
            "actual",
            "rate",
            "last_year",
            "compared",
            "status",
        ];
        let rows: Vec<Vec<Value>> = kept
            .iter()
            .zip(0_i64..)
            .map(|(one, position)| {
                let one = one.clone();
                values![
                    kept_by,
                    position,
                    one.target_id,
                    one.number,
                    one.group,
                    one.name,
                    one.measure,
                    one.planned,
                    one.actual,
                    one.rate,
                    one.last_year,
                    one.compared,
                    one.status,
                ]
            })
            .collect();
        insert(&self.tx, "kept_results", &columns, rows).await
    }
}
