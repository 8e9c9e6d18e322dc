//! Rule packs of ministries and provinces: versions of a text, none of them changed after it was loaded.

use crate::regulations::one;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;

/// A version of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePack {
    /// Identifier.
    pub id: String,
    /// Whose it is.
    pub unit_id: String,
    /// Its short name.
    pub code: String,
    /// Its version as its maker counts.
    pub label: String,
    /// What it is called.
    pub title: String,
    /// The document it rests on.
    pub source: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The text.
    pub content: String,
    /// Why it is not used any more.
    pub withdrawn: Option<String>,
    /// Counts up with every change of its standing.
    pub version: i64,
    /// Who loaded it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str = "id, unit_id, code, label, title, source, from_day, to_day, content, withdrawn, version,
    account_name, written_at";

impl Change {
    /// Keeps a version of a pack.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the unit has this version of it already.
    pub async fn add_rule_pack(&self, it: &RulePack) -> Result<(), StoreError> {
        let sql = format!("INSERT INTO rule_packs ({COLUMNS}) VALUES ({})", places(1, 13));
        let values = values![
            it.id.clone(),
            it.unit_id.clone(),
            it.code.clone(),
            it.label.clone(),
            it.title.clone(),
            it.source.clone(),
            it.from,
            it.to,
            it.content.clone(),
            None::<String>,
            1_i64,
            self.author().name.clone(),
            self.author().at,
        ];
        execute(&self.tx, &sql, values).await.map(|_| ())
    }

    /// Withdraws a version of a pack, with a reason, over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn withdraw_rule_pack(&self, id: &str, version: i64, reason: &str) -> Result<(), StoreError> {
        let sql = "UPDATE rule_packs SET withdrawn = $1, version = version + 1
                   WHERE id = $2 AND version = $3 AND withdrawn IS NULL";
        one(execute(&self.tx, sql, values![reason, id, version]).await?)
    }
}

impl Store {
    /// The packs of some units, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn rule_packs_of(&self, units: &[String]) -> Result<Vec<RulePack>, StoreError> {
        if units.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {COLUMNS} FROM rule_packs WHERE unit_id IN ({}) ORDER BY from_day DESC, id DESC",
            places(1, units.len())
        );
        rows(&self.db, &sql, units.iter().map(|id| id.as_str().into()).collect()).await?.iter().map(pack).collect()
    }

    /// One version of a pack.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn rule_pack(&self, id: &str) -> Result<Option<RulePack>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM rule_packs WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(pack).transpose()
    }
}

fn pack(row: &Row) -> Result<RulePack, StoreError> {
    Ok(RulePack {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        code: row.get("code")?,
        label: row.get("label")?,
        title: row.get("title")?,
        source: row.get("source")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        content: row.get("content")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
