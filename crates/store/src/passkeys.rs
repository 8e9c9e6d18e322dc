//! Passkeys of accounts: the public half of a key that a device or a stick keeps.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// A passkey.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// Identifier for addresses.
    pub id: String,
    /// The credential's own identifier, base64url.
    pub credential: String,
    /// Whose.
    pub account_id: String,
    /// The name its owner gave it.
    pub name: String,
    /// The public key, base64url of what the device sent.
    pub public_key: String,
    /// The counter of uses that the device showed last.
    pub counter: i64,
    /// Added.
    pub added_at: Moment,
    /// Last used.
    pub used_at: Option<Moment>,
}

const COLUMNS: &str = "id, credential, account_id, name, public_key, counter, added_at, used_at";

impl Change {
    /// Adds a passkey to the account it names.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the credential is known.
    pub async fn add_passkey(
        &self,
        account_id: &str,
        name: &str,
        credential: &str,
        public_key: &str,
        counter: i64,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO passkeys (credential, account_id, id, name, public_key, counter, added_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![credential, account_id, self.new_id(), name, public_key, counter, self.author.at];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }

    /// Notes a use. The counter goes up with each use, or the device has none and it stays at zero.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when a counter as high was seen before: the key may have been copied.
    pub async fn use_passkey(&self, credential: &str, counter: i64) -> Result<(), StoreError> {
        let sql = "UPDATE passkeys SET counter = $1, used_at = $2
                   WHERE credential = $3 AND (counter < $4 OR (counter = 0 AND $5 = 0))";
        let values = values![counter, self.author.at, credential, counter, counter];
        match execute(&self.tx, sql, values).await? {
            0 => Err(StoreError::ChangedMeanwhile),
            _ => Ok(()),
        }
    }

    /// Removes one of an account's passkeys.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn remove_passkey(&self, account_id: &str, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM passkeys WHERE account_id = $1 AND id = $2";
        match execute(&self.tx, sql, values![account_id, id]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }
}

impl Store {
    /// The passkeys of an account, in the order they were added.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn passkeys_of(&self, account_id: &str) -> Result<Vec<Passkey>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM passkeys WHERE account_id = $1 ORDER BY added_at, id");
        rows(&self.db, &sql, values![account_id]).await?.iter().map(passkey).collect()
    }

    /// An account's passkey by the credential's identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn passkey(&self, account_id: &str, credential: &str) -> Result<Option<Passkey>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM passkeys WHERE account_id = $1 AND credential = $2");
        row(&self.db, &sql, values![account_id, credential]).await?.as_ref().map(passkey).transpose()
    }
}

fn passkey(row: &Row) -> Result<Passkey, StoreError> {
    Ok(Passkey {
        id: row.get("id")?,
        credential: row.get("credential")?,
        account_id: row.get("account_id")?,
        name: row.get("name")?,
        public_key: row.get("public_key")?,
        counter: row.get("counter")?,
        added_at: row.get("added_at")?,
        used_at: row.get("used_at")?,
    })
}
