//! Rounds of consideration of an authority.

use crate::regulations::one;
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError, Within};
use chrono::NaiveDate;
use thidua_domain::nominations::Occasion;

/// A round (đợt xét khen thưởng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Identifier.
    pub id: String,
    /// The authority that considers.
    pub unit_id: String,
    /// What it is called.
    pub name: String,
    /// On what occasion.
    pub occasion: Occasion,
    /// The movement it rewards.
    pub movement_id: Option<String>,
    /// The wave.
    pub wave_id: Option<String>,
    /// The year.
    pub year: i64,
    /// First day of the period that is rewarded.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Last day for the units to send.
    pub deadline: Option<NaiveDate>,
    /// A remark for the units.
    pub note: Option<String>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Sample data.
    pub illustrative: bool,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str =
    "r.id, r.unit_id, r.name, r.occasion, r.movement_id, r.wave_id, r.year, r.period_from, r.period_to,
    r.deadline, r.note, r.closed_on, r.illustrative, r.version, r.account_name, r.written_at";

impl Change {
    /// Writes a round, or corrects it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn write_award_round(&self, it: &Round) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            it.name.clone(),
            it.occasion.code(),
            it.movement_id.clone(),
            it.wave_id.clone(),
            it.year,
            it.from,
            it.to,
            it.deadline,
            it.note.clone(),
            it.closed_on,
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version == 0 {
            values.extend(values![it.unit_id.clone(), it.illustrative]);
            let sql = "INSERT INTO award_rounds (name, occasion, movement_id, wave_id, year, period_from, period_to, deadline,
                         note, closed_on, account_name, written_at, id, unit_id, illustrative, version)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)";
            return execute(&self.tx, sql, values).await.map(|_| ());
        }
        values.push(it.version.into());
        let sql = "UPDATE award_rounds SET name = $1, occasion = $2, movement_id = $3, wave_id = $4, year = $5,
                     period_from = $6, period_to = $7, deadline = $8, note = $9, closed_on = $10, account_name = $11,
                     written_at = $12, version = version + 1 WHERE id = $13 AND version = $14";
        one(execute(&self.tx, sql, values).await?)
    }
}

impl Store {
    /// One round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn award_round(&self, id: &str) -> Result<Option<Round>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM award_rounds r WHERE r.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(round).transpose()
    }

    /// The rounds of some authorities, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn award_rounds(&self, within: &Within) -> Result<Vec<Round>, StoreError> {
        let (before, condition, values) = within.condition("r.unit_id");
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM award_rounds r WHERE {condition} ORDER BY r.year DESC, r.period_to DESC, r.id DESC"
        );
        rows(&self.db, &sql, values).await?.iter().map(round).collect()
    }

    /// The rounds that reward a movement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn award_rounds_of_movement(&self, movement_id: &str) -> Result<Vec<Round>, StoreError> {
        let sql =
            format!("SELECT {COLUMNS} FROM award_rounds r WHERE r.movement_id = $1 ORDER BY r.period_to, r.id");
        rows(&self.db, &sql, values![movement_id]).await?.iter().map(round).collect()
    }
}

fn round(row: &Row) -> Result<Round, StoreError> {
    Ok(Round {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        occasion: row.code("occasion", Occasion::from_code)?,
        movement_id: row.get("movement_id")?,
        wave_id: row.get("wave_id")?,
        year: row.get("year")?,
        from: row.get("period_from")?,
        to: row.get("period_to")?,
        deadline: row.get("deadline")?,
        note: row.get("note")?,
        closed_on: row.get("closed_on")?,
        illustrative: row.get("illustrative")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
