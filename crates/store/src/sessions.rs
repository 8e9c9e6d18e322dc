//! Sessions: a hash of the token, whose it is, and until when.

use crate::accounts::{Account, account};
use crate::sql::{execute, row, values};
use crate::{Change, Moment, Store, StoreError};

impl Change {
    /// Opens a session for the author's account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open_session(&self, token_hash: &str, account_id: &str, until: Moment) -> Result<(), StoreError> {
        let at = self.author.at;
        let sql =
            "INSERT INTO sessions (token_hash, account_id, created_at, seen_at, until) VALUES ($1, $2, $3, $4, $5)";
        execute(&self.tx, sql, values![token_hash, account_id, at, at, until]).await?;
        // old sessions are swept by whoever signs in
        execute(&self.tx, "DELETE FROM sessions WHERE until < $1", values![at]).await?;
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_session(&self, token_hash: &str) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM sessions WHERE token_hash = $1", values![token_hash]).await?;
        Ok(())
    }
}

impl Store {
    /// The account of a session that still holds and is not locked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_of_session(&self, token_hash: &str, now: Moment) -> Result<Option<Account>, StoreError> {
        let sql =
            "SELECT a.id, a.login, a.name, a.role, a.unit_id, a.password_hash, a.code_hash, a.code_until, a.locked
                   FROM sessions s JOIN accounts a ON a.id = s.account_id
                   WHERE s.token_hash = $1 AND s.until > $2";
        let found = row(&self.db, sql, values![token_hash, now]).await?.as_ref().map(account).transpose()?;
        Ok(found.filter(|account| !account.locked))
    }
}
