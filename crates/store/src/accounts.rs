//! Accounts. The store holds hashes only; who may do what is the domain's.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::access::Role;

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Identifier.
    pub id: String,
    /// What is typed to sign in, lower case.
    pub login: String,
    /// Name of the person or post.
    pub name: String,
    /// Role.
    pub role: Role,
    /// The authority it is bound to.
    pub unit_id: Option<String>,
    /// Argon2id hash; `None` until the one-time code is used.
    pub password_hash: Option<String>,
    /// Hash of a one-time code that sets the password.
    pub code_hash: Option<String>,
    /// Until when the code holds.
    pub code_until: Option<Moment>,
    /// Locked accounts cannot sign in.
    pub locked: bool,
}

const COLUMNS: &str = "id, login, name, role, unit_id, password_hash, code_hash, code_until, locked";

impl Change {
    /// Adds an account.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the login is taken.
    pub async fn add_account(&self, account: &Account) -> Result<(), StoreError> {
        let sql = "INSERT INTO accounts
                     (id, login, name, role, unit_id, password_hash, code_hash, code_until, locked, created_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let values = values![
            account.id.clone(),
            account.login.clone(),
            account.name.clone(),
            account.role.code(),
            account.unit_id.clone(),
            account.password_hash.clone(),
            account.code_hash.clone(),
            account.code_until,
            account.locked,
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }

    /// Sets the password and uses up the one-time code; sessions opened before end.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the code was used by somebody else first.
    pub async fn set_password(
        &self,
        account_id: &str,
        code_hash: &str,
        password_hash: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE accounts SET password_hash = $1, code_hash = NULL, code_until = NULL
                   WHERE id = $2 AND code_hash = $3";
        if execute(&self.tx, sql, values![password_hash, account_id, code_hash]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.end_address_of(account_id).await?;
        self.end_sessions_of(account_id).await
    }

    /// Puts a new password in the place of the old one; a one-time code that waits, the other sessions and the secret
    /// address of the calendar end.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the password is no longer the old one.
    pub async fn change_password(
        &self,
        account_id: &str,
        old_hash: &str,
        new_hash: &str,
        session: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE accounts SET password_hash = $1, code_hash = NULL, code_until = NULL
                   WHERE id = $2 AND password_hash = $3";
        if execute(&self.tx, sql, values![new_hash, account_id, old_hash]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.end_address_of(account_id).await?;
        self.end_sessions(account_id, Some(session)).await?;
        Ok(())
    }

    /// Gives a new one-time code and takes the password away; sessions end.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn give_code(&self, account_id: &str, code_hash: &str, until: Moment) -> Result<(), StoreError> {
        let sql = "UPDATE accounts SET password_hash = NULL, code_hash = $1, code_until = $2 WHERE id = $3";
        if execute(&self.tx, sql, values![code_hash, until, account_id]).await? == 0 {
            return Err(StoreError::Absent);
        }
        self.end_address_of(account_id).await?;
        self.end_sessions_of(account_id).await
    }

    /// Locks or unlocks an account; a locked account's sessions end.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn lock_account(&self, account_id: &str, locked: bool) -> Result<(), StoreError> {
        let sql = "UPDATE accounts SET locked = $1 WHERE id = $2";
        if execute(&self.tx, sql, values![locked, account_id]).await? == 0 {
            return Err(StoreError::Absent);
        }
        if locked { self.end_sessions_of(account_id).await } else { Ok(()) }
    }

    /// Who held the old password may hold the secret address of the calendar too.
    async fn end_address_of(&self, account_id: &str) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM calendar_addresses WHERE account_id = $1", values![account_id]).await?;
        Ok(())
    }

    async fn end_sessions_of(&self, account_id: &str) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM sessions WHERE account_id = $1", values![account_id]).await?;
        Ok(())
    }
}

impl Store {
    /// The account of a login.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_by_login(&self, login: &str) -> Result<Option<Account>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM accounts WHERE login = $1");
        row(&self.db, &sql, values![login]).await?.as_ref().map(account).transpose()
    }

    /// One account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account(&self, id: &str) -> Result<Option<Account>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM accounts WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(account).transpose()
    }

    /// When an account was added.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn account_since(&self, id: &str) -> Result<Moment, StoreError> {
        let found = row(&self.db, "SELECT created_at FROM accounts WHERE id = $1", values![id]).await?;
        found.ok_or(StoreError::Absent)?.get("created_at")
    }

    /// All accounts, by login.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM accounts ORDER BY login");
        rows(&self.db, &sql, values![]).await?.iter().map(account).collect()
    }
}

pub(crate) fn account(row: &Row) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.get("id")?,
        login: row.get("login")?,
        name: row.get("name")?,
        role: row.code("role", Role::from_code)?,
        unit_id: row.get("unit_id")?,
        password_hash: row.get("password_hash")?,
        code_hash: row.get("code_hash")?,
        code_until: row.get("code_until")?,
        locked: row.get("locked")?,
    })
}
