//! Sessions in which units made a plan known.

use crate::regulations::one;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::known::{Form, add_up};

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSession {
    /// Identifier.
    pub id: String,
    /// The plan.
    pub plan_id: String,
    /// The unit.
    pub unit_id: String,
    /// When.
    pub held_on: NaiveDate,
    /// How.
    pub form: Form,
    /// People whom no session before it reached.
    pub people: Option<i64>,
    /// Of how many in the unit.
    pub of: Option<i64>,
    /// Remark.
    pub remark: Option<String>,
    /// The kept evidence.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Written by mistake and taken back.
    pub withdrawn: bool,
    /// Counts up with every correction.
    pub version: i64,
    /// Who recorded it.
    pub account_name: String,
    /// When.
    pub recorded_at: Moment,
}

const COLUMNS: &str =
    "id, plan_id, unit_id, held_on, form, people, of_people, remark, file_digest, file_name, withdrawn,
    version, account_name, recorded_at";

impl Store {
    /// The sessions of a plan in all units, oldest first, also those taken back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn known_sessions(&self, plan_id: &str) -> Result<Vec<KnownSession>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM known_sessions WHERE plan_id = $1 ORDER BY held_on, id");
        rows(&self.db, &sql, values![plan_id]).await?.iter().map(session).collect()
    }

    /// One session.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn known_session(&self, id: &str) -> Result<Option<KnownSession>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM known_sessions WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(session).transpose()
    }
}

impl Change {
    /// Records a session.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when with what somebody else recorded meanwhile more would be reached than
    /// there are.
    pub async fn add_known_session(&self, new: &KnownSession) -> Result<(), StoreError> {
        let sql = format!("INSERT INTO known_sessions ({COLUMNS}) VALUES ({})", places(1, 14));
        let values = values![
            new.id.clone(),
            new.plan_id.clone(),
            new.unit_id.clone(),
            new.held_on,
            new.form.code(),
            new.people,
            new.of,
            new.remark.clone(),
            new.file_digest.clone(),
            new.file_name.clone(),
            new.withdrawn,
            new.version,
            self.author().name.clone(),
            self.author().at,
        ];
        execute(&self.tx, &sql, values).await?;
        self.adds_up(new).await
    }

    /// Corrects a session or takes it back.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] as above, and when somebody corrected it since that version was seen.
    pub async fn correct_known_session(&self, after: &KnownSession, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE known_sessions SET held_on = $1, form = $2, people = $3, of_people = $4, remark = $5,
                     file_digest = $6, file_name = $7, withdrawn = $8, account_name = $9, recorded_at = $10,
                     version = version + 1 WHERE id = $11 AND version = $12";
        let values = values![
            after.held_on,
            after.form.code(),
            after.people,
            after.of,
            after.remark.clone(),
            after.file_digest.clone(),
            after.file_name.clone(),
            after.withdrawn,
            self.author().name.clone(),
            self.author().at,
            after.id.clone(),
            seen,
        ];
        one(execute(&self.tx, sql, values).await?)?;
        self.adds_up(after).await
    }

    async fn adds_up(&self, of: &KnownSession) -> Result<(), StoreError> {
        let sql = "SELECT people, of_people FROM known_sessions
                   WHERE plan_id = $1 AND unit_id = $2 AND withdrawn = FALSE ORDER BY held_on, id";
        let found = rows(&self.tx, sql, values![of.plan_id.clone(), of.unit_id.clone()]).await?;
        let counts: Vec<(Option<i64>, Option<i64>)> = found
            .iter()
            .map(|row| Ok((row.get("people")?, row.get("of_people")?)))
            .collect::<Result<_, StoreError>>()?;
        add_up(&counts).map(|_| ()).map_err(|_| StoreError::ChangedMeanwhile)
    }
}

fn session(row: &Row) -> Result<KnownSession, StoreError> {
    Ok(KnownSession {
        id: row.get("id")?,
        plan_id: row.get("plan_id")?,
        unit_id: row.get("unit_id")?,
        held_on: row.get("held_on")?,
        form: row.code("form", Form::from_code)?,
        people: row.get("people")?,
        of: row.get("of_people")?,
        remark: row.get("remark")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        recorded_at: row.get("recorded_at")?,
    })
}
