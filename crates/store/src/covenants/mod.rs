//! Covenants: their text, parties and promises, signatures, annexes, and what came of them.

mod promises;
mod signatures;

pub use promises::{Commitment, Settled, Terms};
pub use signatures::{Annex, Signature, ToSign};

use crate::registrations::{Stepped, stepped};
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::covenants::{PartyKind, State};

/// A covenant as it stands in the store.
#[derive(Clone, Debug)]
pub struct Covenant {
    /// Identifier.
    pub id: String,
    /// The movement it serves.
    pub movement_id: String,
    /// The authority that keeps it.
    pub unit_id: String,
    /// Head of its text.
    pub text: CovenantText,
    /// Where it stands.
    pub state: State,
    /// Its first day.
    pub in_force_from: Option<NaiveDate>,
    /// Counts up with every change.
    pub version: i64,
}

/// What a person writes at the head of a covenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CovenantText {
    /// Title.
    pub title: String,
    /// Where it is signed.
    pub place: Option<String>,
    /// When it is to be signed.
    pub signing_day: Option<NaiveDate>,
    /// The sentence before the promises.
    pub preamble: Option<String>,
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Identifier.
    pub id: String,
    /// Who it is.
    pub kind: PartyKind,
    /// The unit, where it is one.
    pub unit_id: Option<String>,
    /// Its name as printed.
    pub name: String,
    /// Units of a bloc.
    pub members: Vec<String>,
}

/// A party to be added.
#[derive(Clone, Debug)]
pub struct NewParty {
    /// Who it is.
    pub kind: PartyKind,
    /// The unit, where it is one.
    pub unit_id: Option<String>,
    /// Its name as printed.
    pub name: String,
    /// Units of a bloc.
    pub members: Vec<String>,
}

const COLUMNS: &str =
    "id, movement_id, unit_id, title, place, signing_day, preamble, state, in_force_from, version";

fn covenant(row: &Row) -> Result<Covenant, StoreError> {
    Ok(Covenant {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        unit_id: row.get("unit_id")?,
        text: CovenantText {
            title: row.get("title")?,
            place: row.get("place")?,
            signing_day: row.get("signing_day")?,
            preamble: row.get("preamble")?,
        },
        state: row.code("state", State::from_code)?,
        in_force_from: row.get("in_force_from")?,
        version: row.get("version")?,
    })
}

fn party(row: &Row) -> Result<Party, StoreError> {
    let members: String = row.get("members")?;
    Ok(Party {
        id: row.get("id")?,
        kind: row.code("kind", PartyKind::from_code)?,
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        members: members.split_whitespace().map(str::to_owned).collect(),
    })
}

impl Store {
    /// The covenants of a movement, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenants_of_movement(&self, movement_id: &str) -> Result<Vec<Covenant>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM covenants WHERE movement_id = $1 ORDER BY drawn_at, id");
        rows(&self.db, &sql, values![movement_id]).await?.iter().map(covenant).collect()
    }

    /// One covenant.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant(&self, id: &str) -> Result<Option<Covenant>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM covenants WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(covenant).transpose()
    }

    /// The parties of a covenant in the order they are printed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant_parties(&self, covenant_id: &str) -> Result<Vec<Party>, StoreError> {
        let sql = "SELECT id, kind, unit_id, name, members FROM covenant_parties WHERE covenant_id = $1
                   ORDER BY position, id";
        rows(&self.db, sql, values![covenant_id]).await?.iter().map(party).collect()
    }

    /// The steps of a covenant so far, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant_steps(&self, covenant_id: &str) -> Result<Vec<Stepped>, StoreError> {
        let sql = "SELECT from_state, to_state, at, account_name, note FROM covenant_steps
                   WHERE covenant_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![covenant_id]).await?.iter().map(stepped).collect()
    }
}

impl Change {
    /// Draws up a covenant; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_covenant(
        &self,
        movement_id: &str,
        unit_id: &str,
        text: &CovenantText,
    ) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO covenants
                     (id, movement_id, unit_id, title, place, signing_day, preamble, state, version, account_name, drawn_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)";
        let values = values![
            id.clone(),
            movement_id,
            unit_id,
            text.title.clone(),
            text.place.clone(),
            text.signing_day,
            text.preamble.clone(),
            State::Draft.code(),
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Writes the head of a draft. `seen` is the version the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it, or it is no draft any more.
    pub async fn write_covenant(&self, id: &str, seen: i64, text: &CovenantText) -> Result<(), StoreError> {
        let sql =
            "UPDATE covenants SET title = $1, place = $2, signing_day = $3, preamble = $4, version = version + 1
                   WHERE id = $5 AND version = $6 AND state = $7";
        let values = values![
            text.title.clone(),
            text.place.clone(),
            text.signing_day,
            text.preamble.clone(),
            id,
            seen,
            State::Draft.code(),
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Counts a draft up; nothing but a draft is written in.
    pub(crate) async fn touch_draft(&self, id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE covenants SET version = version + 1 WHERE id = $1 AND state = $2";
        if execute(&self.tx, sql, values![id, State::Draft.code()]).await? == 0 {
            Err(StoreError::ChangedMeanwhile)
        } else {
            Ok(())
        }
    }

    /// Adds a party to a draft; its identifier.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is no draft any more.
    pub async fn add_party(
        &self,
        covenant_id: &str,
        position: i64,
        party: &NewParty,
    ) -> Result<String, StoreError> {
        self.touch_draft(covenant_id).await?;
        let id = self.new_id();
        let sql = "INSERT INTO covenant_parties (id, covenant_id, position, kind, unit_id, name, members)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            id.clone(),
            covenant_id,
            position,
            party.kind.code(),
            party.unit_id.clone(),
            party.name.clone(),
            party.members.join(" "),
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Takes a party, and what it promises, out of a draft.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is no draft any more.
    pub async fn remove_party(&self, covenant_id: &str, party_id: &str) -> Result<(), StoreError> {
        self.touch_draft(covenant_id).await?;
        let both = || values![covenant_id, party_id];
        let sql = "DELETE FROM covenant_commitments WHERE covenant_id = $1 AND party_id = $2";
        execute(&self.tx, sql, both()).await?;
        let sql = "DELETE FROM covenant_parties WHERE covenant_id = $1 AND id = $2";
        if execute(&self.tx, sql, both()).await? == 0 { Err(StoreError::Absent) } else { Ok(()) }
    }

    /// Takes a covenant one step on; the arrow is the domain's to allow.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it no longer stands at `from`, or goes back with a signature under it.
    pub async fn step_covenant(
        &self,
        id: &str,
        from: State,
        to: State,
        in_force_from: Option<NaiveDate>,
        note: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE covenants SET state = $1, version = version + 1 WHERE id = $2 AND state = $3";
        if execute(&self.tx, sql, values![to.code(), id, from.code()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        // asked once the row is held: a signature that came first is seen
        if to == State::Draft {
            let sql = "SELECT id FROM covenant_signatures WHERE covenant_id = $1 LIMIT 1";
            if row(&self.tx, sql, values![id]).await?.is_some() {
                return Err(StoreError::ChangedMeanwhile);
            }
        }
        if let Some(day) = in_force_from {
            let sql = "UPDATE covenants SET in_force_from = $1 WHERE id = $2";
            execute(&self.tx, sql, values![day, id]).await?;
        }
        let sql = "INSERT INTO covenant_steps (id, covenant_id, from_state, to_state, at, account_name, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let author = self.author();
        let note = note.map(str::to_owned);
        let values = values![self.new_id(), id, from.code(), to.code(), author.at, author.name.clone(), note];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}
