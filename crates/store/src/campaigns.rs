//! That units took part in campaigns: cuộc vận động, hoạt động xã hội.

use crate::registrations::{amount, stored};
use crate::regulations::one;
use crate::sql::{Row, execute, places, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::Amount;

/// That a unit took part on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Identifier.
    pub id: String,
    /// The movement or campaign of the plan; the plan's own for other social activities.
    pub movement_id: String,
    /// The unit.
    pub unit_id: String,
    /// When.
    pub held_on: NaiveDate,
    /// What was done.
    pub what: String,
    /// How many people.
    pub people: Option<i64>,
    /// Money, days of work, whatever was given.
    pub amount: Option<Amount>,
    /// Its unit.
    pub amount_unit: Option<String>,
    /// Evidence in words.
    pub evidence: Option<String>,
    /// The kept evidence.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Written by mistake and taken back.
    pub withdrawn: bool,
    /// Counts up with every correction; zero for one that is not there yet.
    pub version: i64,
    /// Who recorded it.
    pub account_name: String,
    /// When.
    pub recorded_at: Moment,
}

const COLUMNS: &str =
    "j.id, j.movement_id, j.unit_id, j.held_on, j.what, j.people, j.amount, j.amount_unit, j.evidence,
    j.file_digest, j.file_name, j.withdrawn, j.version, j.account_name, j.recorded_at";

impl Store {
    /// In what units took part under the movements of a plan, oldest first, also what was taken back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn campaign_joins(&self, plan_id: &str) -> Result<Vec<Joined>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM campaign_joins j JOIN movements m ON m.id = j.movement_id
             WHERE m.plan_id = $1 ORDER BY j.held_on, j.id"
        );
        rows(&self.db, &sql, values![plan_id]).await?.iter().map(joined).collect()
    }
}

impl Change {
    /// Records that a unit took part, or corrects that.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody corrected it since that version was seen.
    pub async fn write_join(&self, join: &Joined) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            join.movement_id.clone(),
            join.unit_id.clone(),
            join.held_on,
            join.what.clone(),
            join.people,
            stored(join.amount),
            join.amount_unit.clone(),
            join.evidence.clone(),
            join.file_digest.clone(),
            join.file_name.clone(),
            join.withdrawn,
            author.name.clone(),
            author.at,
            join.id.clone(),
        ];
        if join.version == 0 {
            let sql = format!(
                "INSERT INTO campaign_joins (movement_id, unit_id, held_on, what, people, amount, amount_unit, evidence,
                   file_digest, file_name, withdrawn, account_name, recorded_at, id, version) VALUES ({}, 1)",
                places(1, 14)
            );
            return execute(&self.tx, &sql, values).await.map(|_| ());
        }
        values.push(join.version.into());
        let sql = "UPDATE campaign_joins SET movement_id = $1, unit_id = $2, held_on = $3, what = $4, people = $5,
                     amount = $6, amount_unit = $7, evidence = $8, file_digest = $9, file_name = $10, withdrawn = $11,
                     account_name = $12, recorded_at = $13, version = version + 1 WHERE id = $14 AND version = $15";
        one(execute(&self.tx, sql, values).await?)
    }
}

fn joined(row: &Row) -> Result<Joined, StoreError> {
    Ok(Joined {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        unit_id: row.get("unit_id")?,
        held_on: row.get("held_on")?,
        what: row.get("what")?,
        people: row.get("people")?,
        amount: amount(row, "amount")?,
        amount_unit: row.get("amount_unit")?,
        evidence: row.get("evidence")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        recorded_at: row.get("recorded_at")?,
    })
}
