//! The report of a unit and the steps it takes.

use crate::registrations::{Stepped, stepped};
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::movements::State as MovementState;
use thidua_domain::reporting::State;

/// A unit's report as it stands in the store.
#[derive(Clone, Debug)]
pub struct UnitReport {
    /// Identifier.
    pub id: String,
    /// The round it answers.
    pub round_id: String,
    /// The unit that reports.
    pub unit_id: String,
    /// Where it stands.
    pub state: State,
    /// The day it was first sent.
    pub first_sent: Option<NaiveDate>,
    /// The account that sent it last.
    pub sent_by: Option<String>,
    /// Its name.
    pub sent_name: Option<String>,
    /// When.
    pub sent_at: Option<Moment>,
    /// Who took it in.
    pub accepted_name: Option<String>,
    /// When.
    pub accepted_at: Option<Moment>,
    /// Counts up with every step and every saving.
    pub version: i64,
}

const COLUMNS: &str = "r.id, r.round_id, r.unit_id, r.state, r.first_sent, r.sent_by, r.sent_name, r.sent_at,
    r.accepted_name, r.accepted_at, r.version";

fn report(row: &Row) -> Result<UnitReport, StoreError> {
    Ok(UnitReport {
        id: row.get("id")?,
        round_id: row.get("round_id")?,
        unit_id: row.get("unit_id")?,
        state: row.code("state", State::from_code)?,
        first_sent: row.get("first_sent")?,
        sent_by: row.get("sent_by")?,
        sent_name: row.get("sent_name")?,
        sent_at: row.get("sent_at")?,
        accepted_name: row.get("accepted_name")?,
        accepted_at: row.get("accepted_at")?,
        version: row.get("version")?,
    })
}

impl Store {
    /// One report.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_report(&self, id: &str) -> Result<Option<UnitReport>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM unit_reports r WHERE r.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(report).transpose()
    }

    /// The reports of a round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reports_of_round(&self, round_id: &str) -> Result<Vec<UnitReport>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM unit_reports r WHERE r.round_id = $1 ORDER BY r.begun_at, r.id");
        rows(&self.db, &sql, values![round_id]).await?.iter().map(report).collect()
    }

    /// The report of a unit in a round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_of_unit(&self, round_id: &str, unit_id: &str) -> Result<Option<UnitReport>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM unit_reports r WHERE r.round_id = $1 AND r.unit_id = $2");
        row(&self.db, &sql, values![round_id, unit_id]).await?.as_ref().map(report).transpose()
    }

    /// The steps of a report so far, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_steps(&self, id: &str) -> Result<Vec<Stepped>, StoreError> {
        let sql = "SELECT from_state, to_state, at, account_name, note FROM unit_report_steps
                   WHERE report_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![id]).await?.iter().map(stepped).collect()
    }
}

impl Change {
    /// Begins the report of a unit; its identifier.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it was begun before.
    pub async fn begin_unit_report(&self, round_id: &str, unit_id: &str) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO unit_reports (id, round_id, unit_id, state, version, begun_at)
                   VALUES ($1, $2, $3, $4, 1, $5)";
        let values = values![id.clone(), round_id, unit_id, State::Draft.code(), self.author.at];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Asked inside the change: a review may have locked the figures since the page was opened.
    async fn require_open_movement(&self, report_id: &str) -> Result<(), StoreError> {
        let sql = "SELECT m.state FROM movements m JOIN report_rounds d ON d.movement_id = m.id
                   JOIN unit_reports r ON r.round_id = d.id WHERE r.id = $1";
        let found = row(&self.tx, sql, values![report_id]).await?.ok_or(StoreError::Absent)?;
        let state = found.code("state", MovementState::from_code)?;
        if state.takes_figures() { Ok(()) } else { Err(StoreError::ChangedMeanwhile) }
    }

    /// Claims a report for writing: only while it is open and nobody has written since.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn write_unit_report(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        self.require_open_movement(id).await?;
        let sql = "UPDATE unit_reports SET version = version + 1
                   WHERE id = $1 AND version = $2 AND state IN ('draft', 'returned')";
        if execute(&self.tx, sql, values![id, seen]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        Ok(())
    }

    /// Takes a report one step on; the arrow is the domain's to allow. `seen` is the version the person saw, `today` the
    /// day in Vietnam: the first sending keeps it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since.
    pub async fn step_unit_report(
        &self,
        report: &UnitReport,
        seen: i64,
        to: State,
        today: NaiveDate,
        note: Option<&str>,
    ) -> Result<(), StoreError> {
        self.require_open_movement(&report.id).await?;
        let author = self.author();
        let from = report.state;
        let sql = "UPDATE unit_reports SET state = $1, version = version + 1
                   WHERE id = $2 AND version = $3 AND state = $4";
        if execute(&self.tx, sql, values![to.code(), report.id.clone(), seen, from.code()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        if to.waits() {
            let sql = "UPDATE unit_reports SET first_sent = COALESCE(first_sent, $1), sent_by = $2, sent_name = $3,
                         sent_at = $4 WHERE id = $5";
            let values =
                values![today, author.account_id.clone(), author.name.clone(), author.at, report.id.clone()];
            execute(&self.tx, sql, values).await?;
        }
        let accepted = (to == State::Accepted).then(|| (author.name.clone(), author.at));
        let sql = "UPDATE unit_reports SET accepted_name = $1, accepted_at = $2 WHERE id = $3";
        let (name, at) = accepted.unzip();
        execute(&self.tx, sql, values![name, at, report.id.clone()]).await?;
        let sql = "INSERT INTO unit_report_steps (id, report_id, from_state, to_state, at, account_name, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            self.new_id(),
            report.id.clone(),
            from.code(),
            to.code(),
            author.at,
            author.name.clone(),
            note.map(str::to_owned),
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}
