//! Registration for emulation: rounds that an owner opens, what units register, and how it goes on.

mod items;
mod rounds;

pub use items::{Item, Progress, Written};
pub(crate) use items::{amount, stored};
pub use rounds::{Call, Round, RoundText};

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::registrations::State;

/// The registration of a unit as it stands in the store.
#[derive(Clone, Debug)]
pub struct Registration {
    /// Identifier.
    pub id: String,
    /// The round it answers.
    pub round_id: String,
    /// The movement of the round.
    pub movement_id: String,
    /// The unit that registers.
    pub unit_id: String,
    /// Where it stands.
    pub state: State,
    /// Whether it was first sent after the deadline.
    pub late: bool,
    /// Counts up with every change.
    pub version: i64,
    /// The account that sent it last.
    pub submitted_by: Option<String>,
    /// Its name.
    pub submitted_name: Option<String>,
    /// When.
    pub submitted_at: Option<Moment>,
}

/// A step in the life of a registration or covenant.
#[derive(Clone, Debug)]
pub struct Stepped {
    /// Code of the state before.
    pub from: String,
    /// Code of the state after.
    pub to: String,
    /// When.
    pub at: Moment,
    /// Who.
    pub account_name: String,
    /// Why, where it was said.
    pub note: Option<String>,
}

const COLUMNS: &str = "r.id, r.round_id, d.movement_id, r.unit_id, r.state, r.late, r.version, r.submitted_by,
    r.submitted_name, r.submitted_at";
const FROM: &str = "registrations r JOIN registration_rounds d ON d.id = r.round_id";

pub(crate) fn stepped(row: &Row) -> Result<Stepped, StoreError> {
    Ok(Stepped {
        from: row.get("from_state")?,
        to: row.get("to_state")?,
        at: row.get("at")?,
        account_name: row.get("account_name")?,
        note: row.get("note")?,
    })
}

fn registration(row: &Row) -> Result<Registration, StoreError> {
    Ok(Registration {
        id: row.get("id")?,
        round_id: row.get("round_id")?,
        movement_id: row.get("movement_id")?,
        unit_id: row.get("unit_id")?,
        state: row.code("state", State::from_code)?,
        late: row.get("late")?,
        version: row.get("version")?,
        submitted_by: row.get("submitted_by")?,
        submitted_name: row.get("submitted_name")?,
        submitted_at: row.get("submitted_at")?,
    })
}

impl Store {
    /// One registration.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration(&self, id: &str) -> Result<Option<Registration>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE r.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(registration).transpose()
    }

    /// All registrations of a round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registrations_of_round(&self, round_id: &str) -> Result<Vec<Registration>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE r.round_id = $1 ORDER BY r.begun_at, r.id");
        rows(&self.db, &sql, values![round_id]).await?.iter().map(registration).collect()
    }

    /// The registration of a unit in a round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_of_unit(
        &self,
        round_id: &str,
        unit_id: &str,
    ) -> Result<Option<Registration>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE r.round_id = $1 AND r.unit_id = $2");
        row(&self.db, &sql, values![round_id, unit_id]).await?.as_ref().map(registration).transpose()
    }

    /// The steps of a registration so far, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_steps(&self, id: &str) -> Result<Vec<Stepped>, StoreError> {
        let sql = "SELECT from_state, to_state, at, account_name, note FROM registration_steps
                   WHERE registration_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![id]).await?.iter().map(stepped).collect()
    }
}

impl Change {
    /// Begins the registration of a unit; its identifier.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it was begun before.
    pub async fn begin_registration(&self, round_id: &str, unit_id: &str) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO registrations (id, round_id, unit_id, state, late, version, begun_at)
                   VALUES ($1, $2, $3, $4, FALSE, 1, $5)";
        let values = values![id.clone(), round_id, unit_id, State::Draft.code(), self.author.at];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Takes a registration out that was begun and never sent, when nothing stands in it; else it stays.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_empty_registration(&self, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM registrations WHERE id = $1 AND state = $2
                   AND NOT EXISTS (SELECT 1 FROM registration_items WHERE registration_id = $1)
                   AND NOT EXISTS (SELECT 1 FROM registration_steps WHERE registration_id = $1)";
        execute(&self.tx, sql, values![id, State::Draft.code()]).await.map(|_| ())
    }

    /// Takes a registration one step on; the arrow is the domain's to allow. `seen` is the version the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since.
    pub async fn step_registration(
        &self,
        registration: &Registration,
        seen: i64,
        to: State,
        late: bool,
        note: Option<&str>,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let from = registration.state;
        let sent = matches!(to, State::Submitted | State::Resubmitted);
        let sql = "UPDATE registrations SET state = $1, version = version + 1, late = $2 WHERE id = $3 AND version = $4 AND state = $5";
        let values = values![to.code(), late, registration.id.clone(), seen, from.code()];
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        if sent {
            let sql =
                "UPDATE registrations SET submitted_by = $1, submitted_name = $2, submitted_at = $3 WHERE id = $4";
            let values =
                values![author.account_id.clone(), author.name.clone(), author.at, registration.id.clone()];
            execute(&self.tx, sql, values).await?;
        }
        let sql =
            "INSERT INTO registration_steps (id, registration_id, from_state, to_state, at, account_name, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            self.new_id(),
            registration.id.clone(),
            from.code(),
            to.code(),
            author.at,
            author.name.clone(),
            note.map(str::to_owned),
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}
