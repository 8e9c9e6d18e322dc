//! Index results of bodies per year: what was aimed at and what came of it; every version stays.

use crate::registrations::{amount, stored};
use crate::regulations::one;
use crate::sql::{Row, execute, places, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::indices::{Aim, Reading};

/// An index of a body in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexYear {
    /// The body.
    pub unit_id: String,
    /// The index, by its code in the catalogue.
    pub index: String,
    /// The year.
    pub year: i64,
    /// What was aimed at.
    pub aim: Aim,
    /// What came of it; nothing while it is not published.
    pub reading: Reading,
    /// Number and symbol of the document that published it.
    pub document: Option<String>,
    /// Its day.
    pub dated: Option<NaiveDate>,
    /// A remark.
    pub note: Option<String>,
    /// Why it was corrected.
    pub reason: Option<String>,
    /// Counts up from 1; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str =
    "unit_id, index_code, year, score_rises, rank_rises, aim_score, aim_rank, score, place, of_all,
    document, dated, note, reason, version, account_name, written_at";

impl Change {
    /// Writes an index of a year over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote one since.
    pub async fn write_index_year(&self, it: &IndexYear) -> Result<(), StoreError> {
        if it.version > 0 {
            let sql = "UPDATE index_years SET is_current = FALSE
                       WHERE unit_id = $1 AND index_code = $2 AND year = $3 AND version = $4 AND is_current = TRUE";
            let key = values![it.unit_id.clone(), it.index.clone(), it.year, it.version];
            one(execute(&self.tx, sql, key).await?)?;
        }
        let sql = format!("INSERT INTO index_years ({COLUMNS}, id, is_current) VALUES ({}, TRUE)", places(1, 18));
        let values = values![
            it.unit_id.clone(),
            it.index.clone(),
            it.year,
            it.aim.score_rises,
            it.aim.rank_rises,
            stored(it.aim.score),
            it.aim.rank.map(i64::from),
            stored(it.reading.score),
            it.reading.rank.map(i64::from),
            it.reading.of.map(i64::from),
            it.document.clone(),
            it.dated,
            it.note.clone(),
            it.reason.clone(),
            it.version + 1,
            self.author().name.clone(),
            self.author().at,
            self.new_id(),
        ];
        match execute(&self.tx, &sql, values).await {
            Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }
}

impl Store {
    async fn index_years_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<IndexYear>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM index_years WHERE {condition}");
        rows(&self.db, &sql, values).await?.iter().map(index_year).collect()
    }

    /// The indices of a body in all years, the newest year first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn index_years(&self, unit_id: &str) -> Result<Vec<IndexYear>, StoreError> {
        let condition = "unit_id = $1 AND is_current = TRUE ORDER BY year DESC, index_code";
        self.index_years_where(condition, values![unit_id]).await
    }

    /// Every version of an index of a body in a year, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn index_versions(
        &self,
        unit_id: &str,
        index: &str,
        year: i64,
    ) -> Result<Vec<IndexYear>, StoreError> {
        let condition = "unit_id = $1 AND index_code = $2 AND year = $3 ORDER BY version DESC";
        self.index_years_where(condition, values![unit_id, index, year]).await
    }
}

fn index_year(row: &Row) -> Result<IndexYear, StoreError> {
    let count = |column: &str| -> Result<Option<u32>, StoreError> {
        Ok(row.get::<Option<i64>>(column)?.and_then(|count| u32::try_from(count).ok()))
    };
    Ok(IndexYear {
        unit_id: row.get("unit_id")?,
        index: row.get("index_code")?,
        year: row.get("year")?,
        aim: Aim {
            score_rises: row.get("score_rises")?,
            rank_rises: row.get("rank_rises")?,
            score: amount(row, "aim_score")?,
            rank: count("aim_rank")?,
        },
        reading: Reading { score: amount(row, "score")?, rank: count("place")?, of: count("of_all")? },
        document: row.get("document")?,
        dated: row.get("dated")?,
        note: row.get("note")?,
        reason: row.get("reason")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
