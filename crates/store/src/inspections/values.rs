//! Values that were verified at a visit, beside those that the unit reported of itself.

use super::visits::subject_values;
use crate::sql::{Row, execute, places, rows, values};
use crate::{Change, Moment, Store, StoreError};
use sea_orm::Value;
use thidua_domain::basics::Amount;
use thidua_domain::inspections::State;
use thidua_domain::periods::Period;
use thidua_domain::targets::Direction;

/// A verified value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedValue {
    /// Identifier.
    pub id: String,
    /// The inspection.
    pub inspection_id: String,
    /// The visit.
    pub visit_id: String,
    /// The unit.
    pub unit_id: String,
    /// The target of the movement that is inspected.
    pub target_id: String,
    /// Its name; read, never written.
    pub target_name: String,
    /// Its unit; read, never written.
    pub measure: Option<String>,
    /// Which way is better; read, never written.
    pub direction: Direction,
    /// The reporting point.
    pub period: Period,
    /// The year of the movement.
    pub year: Option<i64>,
    /// The value of the unit as the team saw it.
    pub own: Option<Amount>,
    /// Where that stood.
    pub own_says: Option<String>,
    /// The verified value.
    pub verified: Amount,
    /// How it was verified.
    pub how: String,
    /// The attached file.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const SELECT: &str = "SELECT x.id, x.inspection_id, x.visit_id, x.unit_id, x.target_id, t.name AS target_name,
    t.unit AS measure, t.direction, x.period, x.year, x.own, x.own_says, x.verified, x.how, x.file_digest, x.file_name,
    x.version, x.account_name, x.written_at
    FROM inspection_values x JOIN targets t ON t.id = x.target_id JOIN inspections i ON i.id = x.inspection_id";

impl Store {
    async fn verified_where(
        &self,
        condition: &str,
        mut values: Vec<Value>,
    ) -> Result<Vec<VerifiedValue>, StoreError> {
        values.push(State::Withdrawn.code().into());
        let sql = format!(
            "{SELECT} WHERE {condition} AND i.state <> ${} ORDER BY x.year, x.written_at, x.id",
            values.len()
        );
        rows(&self.db, &sql, values).await?.iter().map(value).collect()
    }

    /// The values verified in an inspection, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn verified_in(&self, inspection_id: &str) -> Result<Vec<VerifiedValue>, StoreError> {
        self.verified_where("x.inspection_id = $1", values![inspection_id]).await
    }

    /// The values of some units that were verified over the years, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn verified_of_units(&self, units: &[String]) -> Result<Vec<VerifiedValue>, StoreError> {
        let mut found = Vec::new();
        for some in units.chunks(500) {
            let condition = format!("x.unit_id IN ({})", places(1, some.len()));
            found.extend(self.verified_where(&condition, subject_values(some)).await?);
        }
        Ok(found)
    }

    /// The values verified under a plan: of its targets, in any inspection, the oldest first. The newest of a unit, target
    /// and period is the one that holds.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn verified_of_plan(&self, plan_id: &str) -> Result<Vec<VerifiedValue>, StoreError> {
        self.verified_where("t.plan_id = $1", values![plan_id]).await
    }
}

impl Change {
    /// Writes a verified value, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody wrote it since.
    pub async fn write_verified(&self, it: &VerifiedValue) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            it.own.map(Amount::ten_thousandths),
            it.own_says.clone(),
            it.verified.ten_thousandths(),
            it.how.clone(),
            it.file_digest.clone(),
            it.file_name.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        let sql = if it.version == 0 {
            values.extend(values![
                it.inspection_id.clone(),
                it.visit_id.clone(),
                it.unit_id.clone(),
                it.target_id.clone(),
                it.period.code(),
                it.year,
            ]);
            "INSERT INTO inspection_values (own, own_says, verified, how, file_digest, file_name, account_name,
               written_at, id, inspection_id, visit_id, unit_id, target_id, period, year, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)"
        } else {
            values.push(it.version.into());
            "UPDATE inspection_values SET own = $1, own_says = $2, verified = $3, how = $4, file_digest = $5,
               file_name = $6, account_name = $7, written_at = $8, version = version + 1 WHERE id = $9 AND version = $10"
        };
        match execute(&self.tx, sql, values).await {
            Ok(0) | Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }
}

fn value(row: &Row) -> Result<VerifiedValue, StoreError> {
    let own: Option<i64> = row.get("own")?;
    Ok(VerifiedValue {
        id: row.get("id")?,
        inspection_id: row.get("inspection_id")?,
        visit_id: row.get("visit_id")?,
        unit_id: row.get("unit_id")?,
        target_id: row.get("target_id")?,
        target_name: row.get("target_name")?,
        measure: row.get("measure")?,
        direction: row.code("direction", Direction::from_code)?,
        period: row.code("period", Period::from_code)?,
        year: row.get("year")?,
        own: own.map(Amount::from_ten_thousandths),
        own_says: row.get("own_says")?,
        verified: Amount::from_ten_thousandths(row.get("verified")?),
        how: row.get("how")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
