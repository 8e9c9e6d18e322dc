//! The register of regulations with their versions.

use crate::sql::{Row, execute, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::text::sort_key;
use thidua_domain::regulations::{RegulationKind, ReviewState, Version, Way};

/// A regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regulation {
    /// Identifier.
    pub id: String,
    /// The unit that keeps it.
    pub unit_id: String,
    /// What sort of document.
    pub kind: RegulationKind,
    /// What it is about.
    pub title: String,
    /// Where its review stands.
    pub state: ReviewState,
    /// The day by which it is to be reviewed.
    pub review_due: Option<NaiveDate>,
    /// What the review found, in words.
    pub note: Option<String>,
    /// Counts up with every change of it or of its versions.
    pub version: i64,
}

/// A version of a regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegulationVersion {
    /// Its place in time.
    pub time: Version,
    /// The regulation.
    pub regulation_id: String,
    /// Number and symbol.
    pub number_symbol: String,
    /// Date of the document.
    pub dated: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: String,
    /// What it changes, in words.
    pub changes: Option<String>,
    /// The kept file.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Who recorded it.
    pub account_name: String,
    /// When.
    pub recorded_at: Moment,
}

const COLUMNS: &str = "id, unit_id, kind, title, state, review_due, note, version";
const VERSION_COLUMNS: &str =
    "id, regulation_id, way, number_symbol, dated, issuer, from_day, to_day, changes, file_digest,
    file_name, account_name, recorded_at";

impl Store {
    /// Regulations in Vietnamese order of what they are about.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn regulations(&self, within: &Within) -> Result<Vec<Regulation>, StoreError> {
        let (before, condition, values) = within.condition("unit_id");
        let sql = format!("{before}SELECT {COLUMNS} FROM regulations WHERE {condition} ORDER BY sort_key, id");
        rows(&self.db, &sql, values).await?.iter().map(regulation).collect()
    }

    /// The units in whose register a file is kept as the text of a regulation.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn regulation_owners_of_file(&self, digest: &str) -> Result<Vec<String>, StoreError> {
        let sql =
            "SELECT DISTINCT r.unit_id FROM regulation_versions v JOIN regulations r ON r.id = v.regulation_id
                   WHERE v.file_digest = $1";
        rows(&self.db, sql, values![digest]).await?.iter().map(|row| row.get("unit_id")).collect()
    }

    /// One regulation.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn regulation(&self, id: &str) -> Result<Option<Regulation>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM regulations WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(regulation).transpose()
    }

    /// The versions of some regulations, in the order in which they were recorded.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn regulation_versions(&self, ids: &[&str]) -> Result<Vec<RegulationVersion>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT {VERSION_COLUMNS} FROM regulation_versions WHERE regulation_id IN ({}) ORDER BY id",
                places(1, some.len())
            );
            let values = some.iter().map(|id| (*id).into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.push(version(&row)?);
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Enters a regulation.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_regulation(&self, new: &Regulation) -> Result<(), StoreError> {
        let sql = "INSERT INTO regulations (id, unit_id, kind, title, sort_key, state, review_due, note, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = values![
            new.id.clone(),
            new.unit_id.clone(),
            new.kind.code(),
            new.title.clone(),
            sort_key(&new.title),
            new.state.code(),
            new.review_due,
            new.note.clone(),
            new.version,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Corrects a regulation or takes its review on.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since that version was seen.
    pub async fn correct_regulation(&self, after: &Regulation, seen: i64) -> Result<(), StoreError> {
        let sql =
            "UPDATE regulations SET kind = $1, title = $2, sort_key = $3, state = $4, review_due = $5, note = $6,
                     version = version + 1 WHERE id = $7 AND version = $8";
        let values = values![
            after.kind.code(),
            after.title.clone(),
            sort_key(&after.title),
            after.state.code(),
            after.review_due,
            after.note.clone(),
            after.id.clone(),
            seen,
        ];
        one(execute(&self.tx, sql, values).await?)
    }

    /// Records a version, or corrects the one of that identifier.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed the regulation since that version of it was seen.
    pub async fn write_regulation_version(
        &self,
        new: &RegulationVersion,
        seen: i64,
        corrects: bool,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE regulations SET version = version + 1 WHERE id = $1 AND version = $2";
        one(execute(&self.tx, sql, values![new.regulation_id.clone(), seen]).await?)?;
        let written = values![
            new.time.id.clone(),
            new.regulation_id.clone(),
            new.time.way.code(),
            new.number_symbol.clone(),
            new.dated,
            new.issuer.clone(),
            new.time.from,
            new.time.to,
            new.changes.clone(),
            new.file_digest.clone(),
            new.file_name.clone(),
            self.author().name.clone(),
            self.author().at,
        ];
        if corrects {
            let sql = "UPDATE regulation_versions SET way = $3, number_symbol = $4, dated = $5, issuer = $6, from_day = $7,
                         to_day = $8, changes = $9, file_digest = $10, file_name = $11, account_name = $12,
                         recorded_at = $13 WHERE id = $1 AND regulation_id = $2";
            return one(execute(&self.tx, sql, written).await?);
        }
        let sql = format!("INSERT INTO regulation_versions ({VERSION_COLUMNS}) VALUES ({})", places(1, 13));
        execute(&self.tx, &sql, written).await.map(|_| ())
    }
}

/// One row was meant; none means that somebody else was first.
pub(crate) fn one(touched: u64) -> Result<(), StoreError> {
    if touched == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
}

fn regulation(row: &Row) -> Result<Regulation, StoreError> {
    Ok(Regulation {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        kind: row.code("kind", RegulationKind::from_code)?,
        title: row.get("title")?,
        state: row.code("state", ReviewState::from_code)?,
        review_due: row.get("review_due")?,
        note: row.get("note")?,
        version: row.get("version")?,
    })
}

fn version(row: &Row) -> Result<RegulationVersion, StoreError> {
    Ok(RegulationVersion {
        time: Version {
            id: row.get("id")?,
            way: row.code("way", Way::from_code)?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
        },
        regulation_id: row.get("regulation_id")?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        issuer: row.get("issuer")?,
        changes: row.get("changes")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        account_name: row.get("account_name")?,
        recorded_at: row.get("recorded_at")?,
    })
}
