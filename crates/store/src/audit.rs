//! The audit log: who did what to what, when. Written in the change's own transaction, never changed or deleted.

use crate::sql::{execute, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// What a change says of itself.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The authority it concerns.
    pub unit_id: Option<String>,
    /// What was done: `plan.imported`, `figure.entered`, …
    pub act: &'static str,
    /// The kind of thing: `plan`, `figure`, …
    pub subject: &'static str,
    /// Which one.
    pub subject_id: String,
    /// Before and after, in a sentence of data.
    pub detail: Option<String>,
}

/// An entry as it stands in the log.
#[derive(Clone, Debug)]
pub struct Logged {
    /// When.
    pub at: Moment,
    /// Who.
    pub account_name: String,
    /// What was done.
    pub act: String,
    /// The kind of thing.
    pub subject: String,
    /// Which one.
    pub subject_id: String,
    /// Data of it.
    pub detail: Option<String>,
}

impl Change {
    /// Writes one more entry into this change's transaction.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn note(&self, entry: Entry) -> Result<(), StoreError> {
        let sql = "INSERT INTO audit (id, at, account_id, account_name, unit_id, act, subject, subject_id, detail)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let Entry { unit_id, act, subject, subject_id, detail } = entry;
        let author = &self.author;
        let values = values![
            self.new_id(),
            author.at,
            author.account_id.clone(),
            author.name.clone(),
            unit_id,
            act,
            subject,
            subject_id,
            detail,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }
}

impl Store {
    /// The newest entries of an authority, or of all.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn audit_log(&self, units: Option<&[&str]>, limit: i64) -> Result<Vec<Logged>, StoreError> {
        let columns = "at, account_name, act, subject, subject_id, detail";
        let found = match units {
            Some([]) => Vec::new(),
            Some(units) => {
                let sql = format!(
                    "SELECT {columns} FROM audit WHERE unit_id IN ({}) ORDER BY at DESC, id DESC LIMIT $1",
                    crate::sql::places(2, units.len())
                );
                let mut values = values![limit];
                values.extend(units.iter().map(|unit| (*unit).into()));
                rows(&self.db, &sql, values).await?
            }
            None => {
                let sql = format!("SELECT {columns} FROM audit ORDER BY at DESC, id DESC LIMIT $1");
                rows(&self.db, &sql, values![limit]).await?
            }
        };
        found.iter().map(logged).collect()
    }

    /// Everything done to one thing, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn history_of(&self, subject: &str, subject_id: &str) -> Result<Vec<Logged>, StoreError> {
        let sql = "SELECT at, account_name, act, subject, subject_id, detail FROM audit
                   WHERE subject = $1 AND subject_id = $2 ORDER BY at, id";
        rows(&self.db, sql, values![subject, subject_id]).await?.iter().map(logged).collect()
    }
}

fn logged(row: &crate::sql::Row) -> Result<Logged, StoreError> {
    Ok(Logged {
        at: row.get("at")?,
        account_name: row.get("account_name")?,
        act: row.get("act")?,
        subject: row.get("subject")?,
        subject_id: row.get("subject_id")?,
        detail: row.get("detail")?,
    })
}
