//! Pre-printed blanks: each that came in, was used or spoiled. Entries are added up, never changed.

use crate::sql::{Row, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankEntry {
    /// Identifier.
    pub id: String,
    /// Whose blanks.
    pub unit_id: String,
    /// Blanks of which design.
    pub design: String,
    /// More than zero came in, less was used or spoiled.
    pub amount: i64,
    /// From whom, or for what.
    pub says: String,
    /// The batch that used them.
    pub batch_id: Option<String>,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

impl Change {
    /// Adds an entry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_blanks(&self, it: &BlankEntry) -> Result<(), StoreError> {
        let author = self.author();
        let columns = ["id", "unit_id", "design", "amount", "says", "batch_id", "account_name", "written_at"];
        let kept = values![
            it.id.clone(),
            it.unit_id.clone(),
            it.design.clone(),
            it.amount,
            it.says.clone(),
            it.batch_id.clone(),
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "blank_entries", &columns, vec![kept]).await
    }
}

impl Store {
    /// Blanks of a design that lie in printers: sheets of open batches whose result is not known.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn blanks_at_printers(&self, unit_id: &str, design: &str) -> Result<i64, StoreError> {
        let sql =
            "SELECT COUNT(*) AS waiting FROM certificate_prints p JOIN certificate_batches b ON b.id = p.batch_id
                   WHERE b.unit_id = $1 AND b.design = $2 AND b.onto_blanks AND b.state = 'open'";
        match row(&self.db, sql, values![unit_id, design]).await? {
            Some(row) => row.get("waiting"),
            None => Ok(0),
        }
    }

    /// The entries of a unit, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn blank_entries(&self, unit_id: &str) -> Result<Vec<BlankEntry>, StoreError> {
        let sql = "SELECT id, unit_id, design, amount, says, batch_id, account_name, written_at FROM blank_entries
                   WHERE unit_id = $1 ORDER BY written_at DESC, id DESC";
        let entry = |row: &Row| {
            Ok(BlankEntry {
                id: row.get("id")?,
                unit_id: row.get("unit_id")?,
                design: row.get("design")?,
                amount: row.get("amount")?,
                says: row.get("says")?,
                batch_id: row.get("batch_id")?,
                account_name: row.get("account_name")?,
                written_at: row.get("written_at")?,
            })
        };
        rows(&self.db, sql, values![unit_id]).await?.iter().map(entry).collect()
    }
}
