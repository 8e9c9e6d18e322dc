//! Rounds of registration: opened by the owner of a movement, with a deadline and who has to register.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::registrations::Deadline;
use thidua_domain::units::UnitKind;

/// A round as it stands in the store.
#[derive(Clone, Debug)]
pub struct Round {
    /// Identifier.
    pub id: String,
    /// The movement.
    pub movement_id: String,
    /// Until when.
    pub deadline: Deadline,
    /// Kinds of units that have to register; empty for every kind.
    pub kinds: Vec<UnitKind>,
    /// What the owner says to those who register.
    pub note: Option<String>,
    /// Why it was reopened.
    pub reopened_because: Option<String>,
    /// Counts up with every change.
    pub version: i64,
    /// Who opened it.
    pub account_name: String,
    /// When.
    pub opened_at: Moment,
}

impl Round {
    /// Whether a unit of this kind has to register.
    pub fn asks(&self, kind: UnitKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// What the owner writes of a round.
#[derive(Clone, Debug)]
pub struct RoundText {
    /// The day that is printed.
    pub deadline: NaiveDate,
    /// Whether that day is late already.
    pub strictly_before: bool,
    /// Kinds of units that have to register.
    pub kinds: Vec<UnitKind>,
    /// What is said to them.
    pub note: Option<String>,
}

/// A round that the units below an authority are asked to answer.
#[derive(Clone, Debug)]
pub struct Call {
    /// The round.
    pub round: Round,
    /// The authority.
    pub owner_id: String,
    /// What its plan calls itself.
    pub plan_number: Option<String>,
}

const COLUMNS: &str = "d.id, d.movement_id, d.deadline, d.strictly_before, d.kinds, d.note, d.reopened_until,
    d.reopened_because, d.version, d.account_name, d.opened_at";

fn codes(kinds: &[UnitKind]) -> String {
    kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(" ")
}

fn round(row: &Row) -> Result<Round, StoreError> {
    let kinds: String = row.get("kinds")?;
    let kinds = kinds
        .split_whitespace()
        .map(|code| UnitKind::from_code(code).ok_or_else(|| StoreError::Unreadable(format!("kinds = {code}"))))
        .collect::<Result<_, _>>()?;
    Ok(Round {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        deadline: Deadline {
            day: row.get("deadline")?,
            strictly_before: row.get("strictly_before")?,
            reopened_until: row.get("reopened_until")?,
        },
        kinds,
        note: row.get("note")?,
        reopened_because: row.get("reopened_because")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        opened_at: row.get("opened_at")?,
    })
}

impl Store {
    /// The round of a movement, once it is opened.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_round(&self, movement_id: &str) -> Result<Option<Round>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM registration_rounds d WHERE d.movement_id = $1");
        row(&self.db, &sql, values![movement_id]).await?.as_ref().map(round).transpose()
    }

    /// The rounds that the units directly below an authority are asked to answer, newest first; of movements that go on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_calls(&self, owner_id: &str) -> Result<Vec<Call>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, p.unit_id AS owner_id, p.number_symbol FROM registration_rounds d
             JOIN movements m ON m.id = d.movement_id JOIN plans p ON p.id = m.plan_id
             WHERE p.unit_id = $1 AND m.state <> 'closed' ORDER BY d.opened_at DESC, d.id"
        );
        let call = |row: &Row| -> Result<Call, StoreError> {
            Ok(Call { round: round(row)?, owner_id: row.get("owner_id")?, plan_number: row.get("number_symbol")? })
        };
        rows(&self.db, &sql, values![owner_id]).await?.iter().map(call).collect()
    }
}

impl Change {
    /// Opens the round of a movement; its identifier.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it is open.
    pub async fn open_round(&self, movement_id: &str, text: &RoundText) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO registration_rounds
                     (id, movement_id, deadline, strictly_before, kinds, note, version, account_name, opened_at)
                   VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8)";
        let values = values![
            id.clone(),
            movement_id,
            text.deadline,
            text.strictly_before,
            codes(&text.kinds),
            text.note.clone(),
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Changes who has to register and until when.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn change_round(&self, id: &str, seen: i64, text: &RoundText) -> Result<(), StoreError> {
        let sql = "UPDATE registration_rounds SET deadline = $1, strictly_before = $2, kinds = $3, note = $4,
                     version = version + 1 WHERE id = $5 AND version = $6";
        let values = values![text.deadline, text.strictly_before, codes(&text.kinds), text.note.clone(), id, seen];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Takes registrations again until a day, for a reason.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn reopen_round(
        &self,
        id: &str,
        seen: i64,
        until: NaiveDate,
        because: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE registration_rounds SET reopened_until = $1, reopened_because = $2, version = version + 1
                   WHERE id = $3 AND version = $4";
        let values = values![until, because, id, seen];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
