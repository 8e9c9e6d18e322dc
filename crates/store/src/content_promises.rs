//! Measurable promises that a plan makes outside its list of targets, each with a content item.

use crate::registrations::{amount, stored};
use crate::sql::{Row, execute, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Attainment;
use thidua_domain::targets::{Comparator, Direction};

/// A promise of a content item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentPromise {
    /// The content item.
    pub content_id: String,
    /// What is promised.
    pub promise: String,
    /// How a figure is compared.
    pub comparator: Comparator,
    /// Which way is better.
    pub direction: Direction,
    /// The value.
    pub value: Option<Amount>,
    /// Its unit.
    pub unit_of: Option<String>,
    /// The result as a figure.
    pub figure: Option<Amount>,
    /// The result as a judgement.
    pub attainment: Option<Attainment>,
    /// The day of the result.
    pub dated: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
}

const COLUMNS: &str =
    "h.content_id, h.promise, h.comparator, h.direction, h.value, h.unit_of, h.figure, h.attainment,
    h.dated, h.source, h.withdrawn, h.version";

impl Change {
    /// Writes a promise over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote it since.
    pub async fn write_content_promise(&self, it: &ContentPromise) -> Result<(), StoreError> {
        let sql = if it.version == 0 {
            "INSERT INTO content_promises (promise, comparator, direction, value, unit_of, figure, attainment, dated,
               source, withdrawn, account_name, written_at, content_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 + 1)"
        } else {
            "UPDATE content_promises SET promise = $1, comparator = $2, direction = $3, value = $4, unit_of = $5,
               figure = $6, attainment = $7, dated = $8, source = $9, withdrawn = $10, account_name = $11,
               written_at = $12, version = version + 1 WHERE content_id = $13 AND version = $14"
        };
        let values = values![
            it.promise.clone(),
            it.comparator.code(),
            it.direction.code(),
            stored(it.value),
            it.unit_of.clone(),
            stored(it.figure),
            it.attainment.map(Attainment::code),
            it.dated,
            it.source.clone(),
            it.withdrawn.clone(),
            self.author().name.clone(),
            self.author().at,
            it.content_id.clone(),
            it.version,
        ];
        match execute(&self.tx, sql, values).await {
            Ok(0) | Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }
}

impl Store {
    /// The promises of a movement's contents, in the order of the contents, also those taken back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn content_promises(&self, movement_id: &str) -> Result<Vec<ContentPromise>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM content_promises h JOIN contents c ON c.id = h.content_id
             WHERE c.movement_id = $1 ORDER BY c.position, c.id"
        );
        rows(&self.db, &sql, values![movement_id]).await?.iter().map(promise).collect()
    }
}

fn promise(row: &Row) -> Result<ContentPromise, StoreError> {
    Ok(ContentPromise {
        content_id: row.get("content_id")?,
        promise: row.get("promise")?,
        comparator: row.code("comparator", Comparator::from_code)?,
        direction: row.code("direction", Direction::from_code)?,
        value: amount(row, "value")?,
        unit_of: row.get("unit_of")?,
        figure: amount(row, "figure")?,
        attainment: row.optional_code("attainment", Attainment::from_code)?,
        dated: row.get("dated")?,
        source: row.get("source")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
    })
}
