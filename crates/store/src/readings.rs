//! Reports that were read for a movement; the file is kept, what is accepted from it become figures.

use crate::sql::{execute, row, values};
use crate::{Change, Store, StoreError};
use thidua_domain::periods::Period;

/// A report that was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Identifier.
    pub id: String,
    /// The plan whose targets it answers.
    pub plan_id: String,
    /// Digest of the report, registered before.
    pub file_digest: String,
    /// Its name as uploaded.
    pub file_name: String,
    /// The period it reports on.
    pub period: Period,
}

impl Change {
    /// Notes that a report was read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_reading(&self, reading: &Reading) -> Result<(), StoreError> {
        let sql = "INSERT INTO report_readings (id, plan_id, file_digest, file_name, period, read_at)
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let values = values![
            reading.id.as_str(),
            reading.plan_id.as_str(),
            reading.file_digest.as_str(),
            reading.file_name.as_str(),
            reading.period.code(),
            self.author().at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }
}

impl Store {
    /// A report that was read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reading(&self, id: &str) -> Result<Option<Reading>, StoreError> {
        let sql = "SELECT id, plan_id, file_digest, file_name, period FROM report_readings WHERE id = $1";
        let Some(found) = row(&self.db, sql, values![id]).await? else { return Ok(None) };
        Ok(Some(Reading {
            id: found.get("id")?,
            plan_id: found.get("plan_id")?,
            file_digest: found.get("file_digest")?,
            file_name: found.get("file_name")?,
            period: found.code("period", Period::from_code)?,
        }))
    }
}
