//! Batches: what was sent to a printer, in which order, and what came out.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// Whether it is known what came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchState {
    /// It went to the printer.
    Open,
    /// It is known what came out.
    Settled,
}

impl BatchState {
    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            BatchState::Open => "open",
            BatchState::Settled => "settled",
        }
    }
}

/// What came out of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintState {
    /// Not known yet.
    Waiting,
    /// A certificate.
    Printed,
    /// Nothing: the printer stopped before.
    Left,
}

impl PrintState {
    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            PrintState::Waiting => "waiting",
            PrintState::Printed => "printed",
            PrintState::Left => "left",
        }
    }
}

/// A batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Identifier.
    pub id: String,
    /// Who prints.
    pub unit_id: String,
    /// Certificates of which decision.
    pub decision_id: String,
    /// The design.
    pub design: String,
    /// Onto pre-printed blanks.
    pub onto_blanks: bool,
    /// The printer that was measured for it.
    pub printer_id: Option<String>,
    /// Who gives the award, as every sheet says.
    pub issuer: String,
    /// Where.
    pub place: String,
    /// Why some are printed again.
    pub reason: Option<String>,
    /// Whether it is known what came out.
    pub state: BatchState,
    /// Sheets that were spoiled.
    pub spoiled: i64,
    /// Counts up with every change.
    pub version: i64,
    /// Who sent it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// A sheet of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// Its place in the batch, from 1.
    pub position: i64,
    /// Whose it is.
    pub honour_id: String,
    /// What came out.
    pub state: PrintState,
}

const COLUMNS: &str =
    "b.id, b.unit_id, b.decision_id, b.design, b.onto_blanks, b.printer_id, b.issuer, b.place, b.reason, b.state, b.spoiled,
    b.version, b.account_name, b.written_at";

impl Change {
    /// Sends a batch to the printer: none of its certificates may wait in another batch, and without a reason none may have
    /// been printed before.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when one is printed or waits meanwhile, [`StoreError::AlreadyThere`] when another
    /// batch takes one at the same moment.
    pub async fn open_batch(&self, it: &Batch, honours: &[String]) -> Result<(), StoreError> {
        let taken = if it.reason.is_some() { "" } else { " OR p.state = 'printed'" };
        for some in honours.chunks(500) {
            let sql = format!(
                "SELECT p.honour_id FROM certificate_prints p JOIN certificate_batches b ON b.id = p.batch_id
                 WHERE p.honour_id IN ({}) AND ((p.state = 'waiting' AND b.state = 'open'){taken})",
                places(1, some.len())
            );
            let values = some.iter().map(|id| id.clone().into()).collect();
            if !rows(&self.tx, &sql, values).await?.is_empty() {
                return Err(StoreError::ChangedMeanwhile);
            }
        }
        for some in honours.chunks(500) {
            let sql =
                format!("SELECT id FROM honours WHERE state <> 'valid' AND id IN ({})", places(1, some.len()));
            let values = some.iter().map(|id| id.clone().into()).collect();
            if !rows(&self.tx, &sql, values).await?.is_empty() {
                return Err(StoreError::ChangedMeanwhile);
            }
        }
        let author = self.author();
        let columns = [
            "id",
            "unit_id",
            "decision_id",
            "design",
            "onto_blanks",
            "printer_id",
            "issuer",
            "place",
            "reason",
            "state",
            "spoiled",
            "version",
            "account_name",
            "written_at",
        ];
        let kept = values![
            it.id.clone(),
            it.unit_id.clone(),
            it.decision_id.clone(),
            it.design.clone(),
            it.onto_blanks,
            it.printer_id.clone(),
            it.issuer.clone(),
            it.place.clone(),
            it.reason.clone(),
            BatchState::Open.code(),
            0_i64,
            1_i64,
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "certificate_batches", &columns, vec![kept]).await?;
        let prints = (1_i64..)
            .zip(honours)
            .map(|(at, id)| values![it.id.clone(), at, id.clone(), PrintState::Waiting.code()])
            .collect();
        insert(&self.tx, "certificate_prints", &["batch_id", "position", "honour_id", "state"], prints).await
    }

    /// Keeps what came out: everything up to a place, and how many sheets were spoiled.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody said so before.
    pub async fn settle_batch(&self, it: &Batch, printed_to: i64, spoiled: i64) -> Result<(), StoreError> {
        let sql = "UPDATE certificate_batches SET state = 'settled', spoiled = $1, version = version + 1
                   WHERE id = $2 AND version = $3 AND state = 'open'";
        one(execute(&self.tx, sql, values![spoiled, it.id.clone(), it.version]).await?)?;
        let sql = "UPDATE certificate_prints SET state = CASE WHEN position <= $1 AND honour_id NOT IN
                     (SELECT h.id FROM honours h WHERE h.id = certificate_prints.honour_id AND h.state <> 'valid')
                     THEN 'printed' ELSE 'left' END
                   WHERE batch_id = $2";
        execute(&self.tx, sql, values![printed_to, it.id.clone()]).await?;
        Ok(())
    }
}

impl Store {
    /// One batch.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn batch(&self, id: &str) -> Result<Option<Batch>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM certificate_batches b WHERE b.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(batch).transpose()
    }

    /// The batches of a decision, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn batches_of(&self, decision_id: &str) -> Result<Vec<Batch>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM certificate_batches b WHERE b.decision_id = $1 ORDER BY b.written_at DESC, b.id"
        );
        rows(&self.db, &sql, values![decision_id]).await?.iter().map(batch).collect()
    }

    /// The sheets of a batch, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn prints_of(&self, batch_id: &str) -> Result<Vec<Print>, StoreError> {
        let sql = "SELECT position, honour_id, state FROM certificate_prints WHERE batch_id = $1 ORDER BY position";
        let print = |row: &Row| {
            let state: String = row.get("state")?;
            let state = [PrintState::Waiting, PrintState::Printed, PrintState::Left]
                .into_iter()
                .find(|one| one.code() == state)
                .ok_or_else(|| StoreError::Unreadable(format!("certificate_prints {state}")))?;
            Ok(Print { position: row.get("position")?, honour_id: row.get("honour_id")?, state })
        };
        rows(&self.db, sql, values![batch_id]).await?.iter().map(print).collect()
    }
}

fn batch(row: &Row) -> Result<Batch, StoreError> {
    let state: String = row.get("state")?;
    Ok(Batch {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        decision_id: row.get("decision_id")?,
        design: row.get("design")?,
        onto_blanks: row.get("onto_blanks")?,
        printer_id: row.get("printer_id")?,
        issuer: row.get("issuer")?,
        place: row.get("place")?,
        reason: row.get("reason")?,
        state: if state == BatchState::Open.code() { BatchState::Open } else { BatchState::Settled },
        spoiled: row.get("spoiled")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
