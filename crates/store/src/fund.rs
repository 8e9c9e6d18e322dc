//! The emulation and commendation fund: what came in, what was paid by which decision, what was recovered. An entry is set
//! right by another entry, never changed.

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
    /// VND that its honours brought; of a revocation VND to be recovered.
    pub due: i64,
    /// VND that was entered for it.
    pub entered: i64,
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

    /// The sum that stands entered for a decision or an honour, read inside the change so that two clerks do not pay twice.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn entered_for(&self, by: &MoneyBy) -> Result<i64, StoreError> {
        let column = match by {
            MoneyBy::Decision(_) => "decision_id",
            MoneyBy::Honour { .. } => "honour_id",
        };
        let sql = format!(
            "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS total FROM fund_entries WHERE {column} = $1"
        );
        row(&self.tx, &sql, values![by.id()]).await?.map_or(Ok(0), |row| row.get("total"))
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

    /// What the issued decisions of a unit's year, and the honours that were decided above and are paid here, ask of its
    /// fund, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn money_of_decisions(&self, unit_id: &str, year: i64) -> Result<Vec<DecidedMoney>, StoreError> {
        let sql = "SELECT d.id, d.kind, d.number_symbol, d.dated,
                     CAST((SELECT COALESCE(SUM(h.amount), 0) FROM honours h
                       WHERE (d.kind = 'award' AND h.decision_id = d.id)
                          OR (d.kind = 'revocation' AND h.revoked_by = d.id)) AS BIGINT) AS due,
                     CAST((SELECT COALESCE(SUM(e.amount), 0) FROM fund_entries e WHERE e.decision_id = d.id) AS BIGINT)
                       AS entered
                   FROM award_decisions d
                   WHERE d.unit_id = $1 AND d.year <= $2 AND d.state <> 'draft' ORDER BY d.dated, d.id";
        let of = |row: &Row| {
            Ok(DecidedMoney {
                by: MoneyBy::Decision(row.get("id")?),
                kind: row.get("kind")?,
                number: row.get::<Option<String>>("number_symbol")?.unwrap_or_default(),
                dated: row.get("dated")?,
                due: row.get("due")?,
                entered: row.get("entered")?,
            })
        };
        let mut found: Vec<DecidedMoney> =
            rows(&self.db, sql, values![unit_id, year]).await?.iter().map(of).collect::<Result<_, StoreError>>()?;
        found.extend(self.money_of_honours(unit_id, year).await?);
        found.sort_by(|one, other| (one.dated, one.by.id()).cmp(&(other.dated, other.by.id())));
        // of earlier years what is not paid yet
        found.retain(|one| i64::from(chrono::Datelike::year(&one.dated)) == year || one.due != one.entered);
        Ok(found)
    }

    async fn money_of_honours(&self, unit_id: &str, year: i64) -> Result<Vec<DecidedMoney>, StoreError> {
        let sql = "SELECT h.id, h.issuer, h.name, h.number_symbol, h.dated, h.amount AS due,
                     CAST((SELECT COALESCE(SUM(e.amount), 0) FROM fund_entries e WHERE e.honour_id = h.id) AS BIGINT)
                       AS entered
                   FROM honours h
                   WHERE h.unit_id = $1 AND h.decision_id IS NULL AND h.amount > 0 AND h.dated IS NOT NULL";
        let of = |row: &Row| {
            Ok(DecidedMoney {
                by: MoneyBy::Honour { id: row.get("id")?, issuer: row.get("issuer")?, name: row.get("name")? },
                kind: "award".to_owned(),
                number: row.get::<Option<String>>("number_symbol")?.unwrap_or_default(),
                dated: row.get("dated")?,
                due: row.get("due")?,
                entered: row.get("entered")?,
            })
        };
        let mut found: Vec<DecidedMoney> =
            rows(&self.db, sql, values![unit_id]).await?.iter().map(of).collect::<Result<_, StoreError>>()?;
        found.retain(|one| i64::from(chrono::Datelike::year(&one.dated)) <= year);
        Ok(found)
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
