//! Certificates of honours: code and number in the book, batches that go to a printer and what came out of them, blanks,
//! printers.

mod batches;
mod blanks;
mod printers;

pub use batches::{Batch, BatchState, Print, PrintState};
pub use blanks::BlankEntry;
pub use printers::Printer;

use crate::sql::{insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// The certificate of an honour, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The honour.
    pub honour_id: String,
    /// Its verification code; nothing before it first goes to a printer.
    pub code: Option<String>,
    /// Its number in the book of commendations of the year.
    pub book: Option<i64>,
    /// Its place in the order of the ceremony.
    pub position: Option<i64>,
    /// How often it was printed.
    pub printed: i64,
    /// When it last was.
    pub printed_at: Option<Moment>,
    /// The batch that it waits in.
    pub waits_in: Option<String>,
}

const CERTIFIED: &str = "SELECT h.id AS honour_id, c.code, c.book, o.position,
        (SELECT COUNT(*) FROM certificate_prints p WHERE p.honour_id = h.id AND p.state = 'printed') AS printed,
        (SELECT MAX(b.written_at) FROM certificate_prints p JOIN certificate_batches b ON b.id = p.batch_id
          WHERE p.honour_id = h.id AND p.state = 'printed') AS printed_at,
        (SELECT MAX(p.batch_id) FROM certificate_prints p JOIN certificate_batches b ON b.id = p.batch_id
          WHERE p.honour_id = h.id AND p.state = 'waiting' AND b.state = 'open') AS waits_in
    FROM honours h LEFT JOIN certificates c ON c.honour_id = h.id LEFT JOIN ceremony_places o ON o.honour_id = h.id";

impl Change {
    /// Gives each honour without one a code and the next number in the book of its year. `dice` throws a code.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn number_certificates(
        &self,
        unit_id: &str,
        year: i64,
        honours: &[String],
        dice: &mut (dyn FnMut() -> String + Send),
    ) -> Result<(), StoreError> {
        let sql = "SELECT COALESCE(MAX(book), 0) AS last FROM certificates WHERE unit_id = $1 AND year = $2";
        let last: i64 = match row(&self.tx, sql, values![unit_id, year]).await? {
            Some(row) => row.get("last")?,
            None => 0,
        };
        let mut known: Vec<String> = Vec::new();
        for some in honours.chunks(500) {
            let sql = format!("SELECT honour_id FROM certificates WHERE honour_id IN ({})", places(1, some.len()));
            let values = some.iter().map(|id| id.clone().into()).collect();
            for row in rows(&self.tx, &sql, values).await? {
                known.push(row.get("honour_id")?);
            }
        }
        let columns = ["honour_id", "unit_id", "code", "year", "book", "written_at"];
        let at = self.author().at;
        let kept = honours.iter().filter(|id| !known.contains(id)).zip(last + 1..);
        let kept = kept.map(|(id, book)| values![id.clone(), unit_id, dice(), year, book, at]).collect();
        insert(&self.tx, "certificates", &columns, kept).await
    }

    /// Writes the order of a ceremony.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn order_ceremony(&self, decision_id: &str, order: &[String]) -> Result<(), StoreError> {
        let sql = "DELETE FROM ceremony_places WHERE decision_id = $1";
        crate::sql::execute(&self.tx, sql, values![decision_id]).await?;
        let kept = (1_i64..).zip(order).map(|(at, id)| values![id.clone(), decision_id, at]).collect();
        insert(&self.tx, "ceremony_places", &["honour_id", "decision_id", "position"], kept).await
    }
}

impl Store {
    /// The certificates of a decision, in the order of the ceremony: the places that were given, then by award and name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn certificates_of(&self, decision_id: &str) -> Result<Vec<Certified>, StoreError> {
        let sql = format!(
            "{CERTIFIED} WHERE h.decision_id = $1
             ORDER BY CASE WHEN o.position IS NULL THEN 1 ELSE 0 END, o.position, h.award, h.sort_key, h.id"
        );
        rows(&self.db, &sql, values![decision_id]).await?.iter().map(certified).collect()
    }

    /// The honour whose certificate has a code.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honour_by_code(&self, code: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT honour_id FROM certificates WHERE code = $1";
        row(&self.db, sql, values![code]).await?.map(|row| row.get("honour_id")).transpose()
    }

    /// The certificate of an honour.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn certificate_of(&self, honour_id: &str) -> Result<Option<Certified>, StoreError> {
        let sql = format!("{CERTIFIED} WHERE h.id = $1");
        row(&self.db, &sql, values![honour_id]).await?.as_ref().map(certified).transpose()
    }
}

fn certified(row: &crate::sql::Row) -> Result<Certified, StoreError> {
    Ok(Certified {
        honour_id: row.get("honour_id")?,
        code: row.get("code")?,
        book: row.get("book")?,
        position: row.get("position")?,
        printed: row.get("printed")?,
        printed_at: row.get("printed_at")?,
        waits_in: row.get("waits_in")?,
    })
}
