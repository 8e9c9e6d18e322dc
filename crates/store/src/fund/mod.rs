//! The emulation and commendation fund: what came in, what was paid by which decision, what was recovered. An entry is set
//! right by another entry, never changed.

mod owed;

use crate::sql::{Row, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Money that came in.
    Receipt,
    /// Money that was paid.
    Payment,
    /// Money that came back after a revocation.
    Recovery,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [EntryKind; 3] = [EntryKind::Receipt, EntryKind::Payment, EntryKind::Recovery];

    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            EntryKind::Receipt => "receipt",
            EntryKind::Payment => "payment",
            EntryKind::Recovery => "recovery",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<EntryKind> {
        EntryKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundEntry {
    /// Identifier.
    pub id: String,
    /// Whose fund.
    pub unit_id: String,
    /// Of which year.
    pub year: i64,
    /// What it is.
    pub kind: EntryKind,
    /// VND; below zero only where it sets another entry right.
    pub amount: i64,
    /// When.
    pub dated: NaiveDate,
    /// For what.
    pub says: String,
    /// Number of the paper.
    pub number: Option<String>,
    /// By which decision.
    pub decision_id: Option<String>,
    /// For which honour, where the decision is of an authority above.
    pub honour_id: Option<String>,
    /// The entry that it sets right.
    pub corrects_id: Option<String>,
    /// Sample data.
    pub illustrative: bool,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// By what the fund is asked for money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyBy {
    /// A decision of the unit itself.
    Decision(String),
    /// An honour by a decision of an authority above, which is not in the system.
    Honour {
        /// The honour.
        id: String,
        /// Who decided it.
        issuer: String,
        /// Who has it.
        name: String,
    },
}

impl MoneyBy {
    /// The identifier of the decision or of the honour.
    pub fn id(&self) -> &str {
        match self {
            MoneyBy::Decision(id) | MoneyBy::Honour { id, .. } => id,
        }
    }
}

/// What an issued decision, or an honour that was decided above, asks of the fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedMoney {
    /// By what.
    pub by: MoneyBy,
    /// Award or revocation, as the store has it.
    pub kind: String,
    /// Number and symbol.
    pub number: String,
    /// Its day.
    pub dated: NaiveDate,
    /// The ground of a revocation.
    pub ground: Option<String>,
    /// VND that its valid honours bring; of a revocation VND that was paid for what it revokes.
    pub due: i64,
    /// VND that was paid for it; of a revocation VND that was recovered.
    pub entered: i64,
}

impl DecidedMoney {
    /// VND that is still to be paid or recovered. What was paid before a revocation may be more than is due now.
    pub fn left(&self) -> i64 {
        (self.due - self.entered).max(0)
    }
}

const COLUMNS: &str = "e.id, e.unit_id, e.year, e.kind, e.amount, e.dated, e.says, e.number_symbol, e.decision_id,
    e.honour_id, e.corrects_id, e.illustrative, e.account_name, e.written_at";

impl Change {
    /// Writes an entry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_fund_entry(&self, it: &FundEntry) -> Result<(), StoreError> {
        let author = self.author();
        let columns = [
            "id",
            "unit_id",
            "year",
            "kind",
            "amount",
            "dated",
            "says",
            "number_symbol",
            "decision_id",
            "honour_id",
            "corrects_id",
            "illustrative",
            "account_name",
            "written_at",
        ];
        let kept = values![
            it.id.clone(),
            it.unit_id.clone(),
            it.year,
            it.kind.code(),
            it.amount,
            it.dated,
            it.says.clone(),
            it.number.clone(),
            it.decision_id.clone(),
            it.honour_id.clone(),
            it.corrects_id.clone(),
            it.illustrative,
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "fund_entries", &columns, vec![kept]).await
    }

    /// Whether an entry was set right already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn is_corrected(&self, entry_id: &str) -> Result<bool, StoreError> {
        let sql = "SELECT id FROM fund_entries WHERE corrects_id = $1";
        Ok(row(&self.tx, sql, values![entry_id]).await?.is_some())
    }
}

impl Store {
    /// One entry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn fund_entry(&self, id: &str) -> Result<Option<FundEntry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM fund_entries e WHERE e.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(entry).transpose()
    }

    /// The entries of a unit's year, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn fund_entries(&self, unit_id: &str, year: i64) -> Result<Vec<FundEntry>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM fund_entries e WHERE e.unit_id = $1 AND e.year = $2 ORDER BY e.dated, e.id"
        );
        rows(&self.db, &sql, values![unit_id, year]).await?.iter().map(entry).collect()
    }

    /// The years in which a unit's fund has entries, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn fund_years(&self, unit_id: &str) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT DISTINCT year FROM fund_entries WHERE unit_id = $1 ORDER BY year DESC";
        rows(&self.db, sql, values![unit_id]).await?.iter().map(|row| row.get("year")).collect()
    }

    /// What stands in a unit's fund at the end of a year: everything that came in less what was paid, of all years up to it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn fund_balance(&self, unit_id: &str, year: i64) -> Result<i64, StoreError> {
        let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN kind = 'payment' THEN -amount ELSE amount END), 0) AS BIGINT) AS total
                   FROM fund_entries WHERE unit_id = $1 AND year <= $2";
        row(&self.db, sql, values![unit_id, year]).await?.map_or(Ok(0), |row| row.get("total"))
    }
}

fn entry(row: &Row) -> Result<FundEntry, StoreError> {
    Ok(FundEntry {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        year: row.get("year")?,
        kind: row.code("kind", EntryKind::from_code)?,
        amount: row.get("amount")?,
        dated: row.get("dated")?,
        says: row.get("says")?,
        number: row.get("number_symbol")?,
        decision_id: row.get("decision_id")?,
        honour_id: row.get("honour_id")?,
        corrects_id: row.get("corrects_id")?,
        illustrative: row.get("illustrative")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
