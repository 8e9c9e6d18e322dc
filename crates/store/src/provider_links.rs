//! Links between an account and somebody known to a provider of sign-ins.

use crate::accounts::Account;
use crate::sql::{execute, row, values};
use crate::{Change, Store, StoreError};

impl Change {
    /// Links an account to a subject of a provider; a link that the account had with this provider gives way.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the subject is linked to an account.
    pub async fn link_provider(&self, account_id: &str, issuer: &str, subject: &str) -> Result<(), StoreError> {
        self.unlink_provider(account_id, issuer).await?;
        let sql = "INSERT INTO provider_links (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4)";
        execute(&self.tx, sql, values![issuer, subject, account_id, self.author.at]).await?;
        Ok(())
    }

    /// Takes an account's link with a provider away.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unlink_provider(&self, account_id: &str, issuer: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM provider_links WHERE account_id = $1 AND issuer = $2";
        execute(&self.tx, sql, values![account_id, issuer]).await?;
        Ok(())
    }
}

impl Store {
    /// The account that a provider's subject is linked to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_of_subject(&self, issuer: &str, subject: &str) -> Result<Option<Account>, StoreError> {
        let sql = "SELECT account_id FROM provider_links WHERE issuer = $1 AND subject = $2";
        match row(&self.db, sql, values![issuer, subject]).await? {
            Some(found) => self.account(&found.get::<String>("account_id")?).await,
            None => Ok(None),
        }
    }

    /// Whether an account is linked with a provider.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn is_linked(&self, account_id: &str, issuer: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 AS one FROM provider_links WHERE account_id = $1 AND issuer = $2";
        Ok(row(&self.db, sql, values![account_id, issuer]).await?.is_some())
    }
}
