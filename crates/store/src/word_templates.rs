//! Word templates of an authority: versions, each in force from a day. A document of any day is written again with the
//! template of its day.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;

/// A version of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordTemplate {
    /// Identifier.
    pub id: String,
    /// Whose it is.
    pub unit_id: String,
    /// The kind of document.
    pub kind: String,
    /// Which version, from 1.
    pub number: i64,
    /// From which day documents are written with it.
    pub from: NaiveDate,
    /// What changed.
    pub note: Option<String>,
    /// The file.
    pub file_digest: String,
    /// Its name.
    pub file_name: String,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Counts up with every change.
    pub version: i64,
    /// Who uploaded or withdrew it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str =
    "t.id, t.unit_id, t.kind, t.number, t.in_force_from, t.note, t.file_digest, t.file_name, t.state,
    t.version, t.account_name, t.written_at";

impl Change {
    /// Adds a version; its number is the next of its kind.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::AlreadyThere`] where another version came in between.
    pub async fn add_word_template(&self, it: &WordTemplate) -> Result<(), StoreError> {
        let sql = "SELECT COALESCE(MAX(number), 0) AS last FROM word_templates WHERE unit_id = $1 AND kind = $2";
        let last: i64 = match row(&self.tx, sql, values![it.unit_id.clone(), it.kind.clone()]).await? {
            Some(row) => row.get("last")?,
            None => 0,
        };
        let author = self.author();
        let columns = [
            "id",
            "unit_id",
            "kind",
            "number",
            "in_force_from",
            "note",
            "file_digest",
            "file_name",
            "state",
            "version",
            "account_name",
            "written_at",
        ];
        let kept = values![
            it.id.clone(),
            it.unit_id.clone(),
            it.kind.clone(),
            last + 1,
            it.from,
            it.note.clone(),
            it.file_digest.clone(),
            it.file_name.clone(),
            "valid",
            1_i64,
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "word_templates", &columns, vec![kept]).await
    }

    /// Withdraws a version from a day on, over the one that the person saw; documents of earlier days keep it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was withdrawn since.
    pub async fn withdraw_word_template(&self, id: &str, version: i64, on: NaiveDate) -> Result<(), StoreError> {
        let author = self.author();
        let sql =
            "UPDATE word_templates SET state = 'withdrawn', withdrawn_on = $1, account_name = $2, written_at = $3,
                     version = version + 1
                   WHERE id = $4 AND version = $5 AND state = 'valid'";
        one(execute(&self.tx, sql, values![on, author.name.clone(), author.at, id, version]).await?)
    }
}

impl Store {
    /// The templates of a unit: by kind, the newest version first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn word_templates(&self, unit_id: &str) -> Result<Vec<WordTemplate>, StoreError> {
        let sql =
            format!("SELECT {COLUMNS} FROM word_templates t WHERE t.unit_id = $1 ORDER BY t.kind, t.number DESC");
        rows(&self.db, &sql, values![unit_id]).await?.iter().map(template).collect()
    }

    /// One version.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn word_template(&self, id: &str) -> Result<Option<WordTemplate>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM word_templates t WHERE t.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(template).transpose()
    }

    /// The template that documents of a kind are written with on a day: the one that came into force last of those that were
    /// not withdrawn by then.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn word_template_of_day(
        &self,
        unit_id: &str,
        kind: &str,
        day: NaiveDate,
    ) -> Result<Option<WordTemplate>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM word_templates t
             WHERE t.unit_id = $1 AND t.kind = $2 AND t.in_force_from <= $3
               AND (t.state = 'valid' OR t.withdrawn_on > $3)
             ORDER BY t.in_force_from DESC, t.number DESC LIMIT 1"
        );
        row(&self.db, &sql, values![unit_id, kind, day]).await?.as_ref().map(template).transpose()
    }
}

fn template(row: &Row) -> Result<WordTemplate, StoreError> {
    let state: String = row.get("state")?;
    Ok(WordTemplate {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        kind: row.get("kind")?,
        number: row.get("number")?,
        from: row.get("in_force_from")?,
        note: row.get("note")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        withdrawn: state == "withdrawn",
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
