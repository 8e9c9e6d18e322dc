//! The second factor of an account: its authenticator app and its recovery codes.

use crate::sql::{execute, row, values};
use crate::{Change, Moment, Store, StoreError};

/// An enrolled authenticator app.
#[derive(Clone, Debug)]
pub struct Authenticator {
    /// The sealed secret.
    pub sealed: String,
    /// The newest step whose code was taken.
    pub last_step: i64,
    /// When it was enrolled.
    pub enrolled_at: Moment,
}

/// Which second factors an account has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Enrolled {
    /// An authenticator app.
    pub app: bool,
    /// Passkeys.
    pub passkeys: i64,
    /// Recovery codes left.
    pub recovery_codes: i64,
}

impl Enrolled {
    /// Whether there is a second factor at all; recovery codes alone are none.
    pub fn any(self) -> bool {
        self.app || self.passkeys > 0
    }
}

impl Change {
    /// Enrols the authenticator app of an account, with the step of the code that confirmed it.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when one is enrolled.
    pub async fn enrol_authenticator(&self, account_id: &str, sealed: &str, step: i64) -> Result<(), StoreError> {
        let sql = "INSERT INTO authenticators (account_id, sealed, last_step, enrolled_at) VALUES ($1, $2, $3, $4)";
        execute(&self.tx, sql, values![account_id, sealed, step, self.author.at]).await?;
        Ok(())
    }

    /// Takes the code of a step, once.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when this step or a later one was taken before.
    pub async fn take_step(&self, account_id: &str, step: i64) -> Result<(), StoreError> {
        let sql = "UPDATE authenticators SET last_step = $1 WHERE account_id = $2 AND last_step < $3";
        match execute(&self.tx, sql, values![step, account_id, step]).await? {
            0 => Err(StoreError::ChangedMeanwhile),
            _ => Ok(()),
        }
    }

    /// Removes the authenticator app.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is none.
    pub async fn remove_authenticator(&self, account_id: &str) -> Result<(), StoreError> {
        match execute(&self.tx, "DELETE FROM authenticators WHERE account_id = $1", values![account_id]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }

    /// Gives an account new recovery codes, of which only hashes are kept; the old ones no longer work.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn give_recovery_codes(&self, account_id: &str, hashes: &[String]) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM recovery_codes WHERE account_id = $1", values![account_id]).await?;
        let sql = "INSERT INTO recovery_codes (account_id, code_hash) VALUES ($1, $2)";
        for hash in hashes {
            execute(&self.tx, sql, values![account_id, hash.clone()]).await?;
        }
        Ok(())
    }

    /// Uses a recovery code up.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such code, or it was used.
    pub async fn use_recovery_code(&self, account_id: &str, hash: &str) -> Result<(), StoreError> {
        let sql = "UPDATE recovery_codes SET used_at = $1
                   WHERE account_id = $2 AND code_hash = $3 AND used_at IS NULL";
        match execute(&self.tx, sql, values![self.author.at, account_id, hash]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }

    /// Takes every second factor of an account away: app, passkeys, recovery codes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_second_factors(&self, account_id: &str) -> Result<(), StoreError> {
        for table in ["authenticators", "recovery_codes", "passkeys"] {
            execute(&self.tx, &format!("DELETE FROM {table} WHERE account_id = $1"), values![account_id]).await?;
        }
        Ok(())
    }
}

impl Store {
    /// The authenticator app of an account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn authenticator(&self, account_id: &str) -> Result<Option<Authenticator>, StoreError> {
        let sql = "SELECT sealed, last_step, enrolled_at FROM authenticators WHERE account_id = $1";
        row(&self.db, sql, values![account_id])
            .await?
            .map(|row| {
                Ok(Authenticator {
                    sealed: row.get("sealed")?,
                    last_step: row.get("last_step")?,
                    enrolled_at: row.get("enrolled_at")?,
                })
            })
            .transpose()
    }

    /// Which second factors an account has.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn enrolled(&self, account_id: &str) -> Result<Enrolled, StoreError> {
        let sql = "SELECT (SELECT COUNT(*) FROM authenticators WHERE account_id = $1) AS apps,
                          (SELECT COUNT(*) FROM passkeys WHERE account_id = $2) AS passkeys,
                          (SELECT COUNT(*) FROM recovery_codes WHERE account_id = $3 AND used_at IS NULL) AS codes";
        let found = row(&self.db, sql, values![account_id, account_id, account_id]).await?;
        let row = found.ok_or(StoreError::Absent)?;
        Ok(Enrolled {
            app: row.get::<i64>("apps")? > 0,
            passkeys: row.get("passkeys")?,
            recovery_codes: row.get("codes")?,
        })
    }

    /// The accounts that have a second factor, by identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn accounts_with_second_factor(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT account_id FROM authenticators UNION SELECT account_id FROM passkeys";
        crate::sql::rows(&self.db, sql, values![]).await?.iter().map(|row| row.get("account_id")).collect()
    }
}
