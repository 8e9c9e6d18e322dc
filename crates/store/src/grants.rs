//! Further powers of an account: a role in a unit between two days.

use crate::sql::{Row, execute, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::access::{Grant, Role};

/// A power as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// Identifier.
    pub id: String,
    /// Whose.
    pub account_id: String,
    /// The role, the unit and the days.
    pub grant: Grant,
    /// Why.
    pub reason: String,
    /// Who gave it.
    pub granted_by: String,
    /// When.
    pub granted_at: Moment,
}

impl Change {
    /// Gives a power; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grant(&self, account_id: &str, grant: &Grant, reason: &str) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql =
            "INSERT INTO grants (id, account_id, role, unit_id, from_day, to_day, reason, granted_by, granted_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let author = self.author();
        let values = values![
            id.clone(),
            account_id,
            grant.role.code(),
            grant.unit_id.clone(),
            grant.from,
            grant.to,
            reason,
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Ends a power: this day is its last.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when the account has no such power that still holds.
    pub async fn end_grant(&self, account_id: &str, id: &str, last: NaiveDate) -> Result<(), StoreError> {
        let sql =
            "UPDATE grants SET to_day = $1 WHERE id = $2 AND account_id = $3 AND (to_day IS NULL OR to_day > $1)";
        if execute(&self.tx, sql, values![last, id, account_id]).await? == 0 {
            return Err(StoreError::Absent);
        }
        Ok(())
    }
}

impl Store {
    /// The powers of an account, newest first, also those that have run out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grants_of(&self, account_id: &str) -> Result<Vec<Granted>, StoreError> {
        let sql =
            "SELECT id, account_id, role, unit_id, from_day, to_day, reason, granted_by, granted_at FROM grants
                   WHERE account_id = $1 ORDER BY id DESC";
        rows(&self.db, sql, values![account_id]).await?.iter().map(granted).collect()
    }
}

impl Store {
    /// The roles bound to a unit itself, whichever the day, of accounts that are not locked: the account and its grant.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn roles_in(&self, unit_id: &str) -> Result<Vec<(String, Grant)>, StoreError> {
        let own = "SELECT id, role FROM accounts WHERE unit_id = $1 AND locked = FALSE";
        let mut found = Vec::new();
        for row in rows(&self.db, own, values![unit_id]).await? {
            let grant = Grant::always(row.code("role", Role::from_code)?, Some(unit_id.to_owned()));
            found.push((row.get("id")?, grant));
        }
        let further =
            "SELECT g.id, g.account_id, g.role, g.unit_id, g.from_day, g.to_day, g.reason, g.granted_by, g.granted_at
             FROM grants g JOIN accounts a ON a.id = g.account_id WHERE g.unit_id = $1 AND a.locked = FALSE";
        for row in rows(&self.db, further, values![unit_id]).await? {
            let one = granted(&row)?;
            found.push((one.account_id, one.grant));
        }
        Ok(found)
    }
}

fn granted(row: &Row) -> Result<Granted, StoreError> {
    Ok(Granted {
        id: row.get("id")?,
        account_id: row.get("account_id")?,
        grant: Grant {
            role: row.code("role", Role::from_code)?,
            unit_id: row.get("unit_id")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
        },
        reason: row.get("reason")?,
        granted_by: row.get("granted_by")?,
        granted_at: row.get("granted_at")?,
    })
}
