//! Sessions: a hash of the token, whose it is, from where, and until when.

use crate::accounts::{Account, account};
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// What was shown besides the password when a session was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// Nothing.
    None,
    /// A code of the authenticator app.
    App,
    /// A recovery code.
    RecoveryCode,
    /// A passkey.
    Passkey,
    /// The provider of sign-ins vouched for it.
    Provider,
}

impl Factor {
    /// Every one.
    pub const ALL: [Factor; 5] =
        [Factor::None, Factor::App, Factor::RecoveryCode, Factor::Passkey, Factor::Provider];

    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            Factor::None => "none",
            Factor::App => "app",
            Factor::RecoveryCode => "recovery-code",
            Factor::Passkey => "passkey",
            Factor::Provider => "provider",
        }
    }

    fn from_code(code: &str) -> Option<Factor> {
        Factor::ALL.into_iter().find(|factor| factor.code() == code)
    }
}

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Hash of the token in the cookie.
    pub token_hash: String,
    /// Whose.
    pub account_id: String,
    /// When it ends.
    pub until: Moment,
    /// The family of the browser.
    pub browser: String,
    /// Waits for the second factor and opens nothing yet.
    pub half: bool,
    /// What was shown besides the password.
    pub factor: Factor,
}

/// A session that holds, with its account.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// Whose.
    pub account: Account,
    /// What was shown besides the password.
    pub factor: Factor,
    /// When it was last used, to a few minutes.
    pub seen_at: Moment,
    /// When the account was added.
    pub account_since: Moment,
}

/// A session in a list.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// Identifier that may be shown.
    pub id: String,
    /// The hash of its token, to tell one's own.
    pub token_hash: String,
    /// The family of the browser.
    pub browser: String,
    /// What was shown besides the password.
    pub factor: Factor,
    /// Opened.
    pub opened_at: Moment,
    /// Last used.
    pub seen_at: Moment,
}

/// Browsers remembered for an account at most.
const BROWSERS: i64 = 50;

impl Change {
    /// Opens a session.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open_session(&self, new: &NewSession) -> Result<(), StoreError> {
        let at = self.author.at;
        let sql = "INSERT INTO sessions
                     (token_hash, account_id, created_at, seen_at, until, id, browser, half, factor)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = values![
            new.token_hash.clone(),
            new.account_id.clone(),
            at,
            at,
            new.until,
            self.new_id(),
            new.browser.clone(),
            new.half,
            new.factor.code(),
        ];
        execute(&self.tx, sql, values).await?;
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

    /// Ends one of an account's sessions by its shown identifier.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when the account has no such session.
    pub async fn end_session_of(&self, account_id: &str, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM sessions WHERE account_id = $1 AND id = $2";
        match execute(&self.tx, sql, values![account_id, id]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }

    /// Ends an account's sessions, but for one that stays when it is named; how many ended.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_sessions(&self, account_id: &str, but: Option<&str>) -> Result<u64, StoreError> {
        let sql = "DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2";
        execute(&self.tx, sql, values![account_id, but.unwrap_or("")]).await
    }

    /// Remembers what a session has shown besides the password.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when it has ended.
    pub async fn session_showed(&self, token_hash: &str, factor: Factor) -> Result<(), StoreError> {
        let sql = "UPDATE sessions SET factor = $1 WHERE token_hash = $2";
        match execute(&self.tx, sql, values![factor.code(), token_hash]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }

    /// Remembers the browser an account is opened from; whether it was not known before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meet_browser(&self, account_id: &str, browser_hash: &str) -> Result<bool, StoreError> {
        let at = self.author.at;
        let sql = "UPDATE known_browsers SET seen_at = $1 WHERE account_id = $2 AND browser_hash = $3";
        if execute(&self.tx, sql, values![at, account_id, browser_hash]).await? > 0 {
            return Ok(false);
        }
        let sql = "INSERT INTO known_browsers (account_id, browser_hash, seen_at) VALUES ($1, $2, $3)";
        execute(&self.tx, sql, values![account_id, browser_hash, at]).await?;
        // those not met for longest give way
        let sql = "DELETE FROM known_browsers WHERE account_id = $1 AND browser_hash <> $2 AND browser_hash NOT IN
                     (SELECT browser_hash FROM known_browsers WHERE account_id = $3 ORDER BY seen_at DESC LIMIT $4)";
        execute(&self.tx, sql, values![account_id, browser_hash, account_id, BROWSERS]).await?;
        Ok(true)
    }
}

const OPEN: &str =
    "SELECT a.id, a.login, a.name, a.role, a.unit_id, a.password_hash, a.code_hash, a.code_until, a.locked,
                      s.factor, s.seen_at, a.created_at AS since
                    FROM sessions s JOIN accounts a ON a.id = s.account_id
                    WHERE s.token_hash = $1 AND s.until > $2 AND s.half = $3";

impl Store {
    /// The account of a session that still holds and is not locked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_of_session(&self, token_hash: &str, now: Moment) -> Result<Option<Account>, StoreError> {
        Ok(self.session(token_hash, now).await?.map(|session| session.account))
    }

    /// A session that still holds, of an account that is not locked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn session(&self, token_hash: &str, now: Moment) -> Result<Option<OpenSession>, StoreError> {
        self.find_session(token_hash, now, false).await
    }

    /// A session that waits for its second factor.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn half_session(&self, token_hash: &str, now: Moment) -> Result<Option<OpenSession>, StoreError> {
        self.find_session(token_hash, now, true).await
    }

    async fn find_session(&self, hash: &str, now: Moment, half: bool) -> Result<Option<OpenSession>, StoreError> {
        let found = row(&self.db, OPEN, values![hash, now, half]).await?.as_ref().map(open).transpose()?;
        Ok(found.filter(|session| !session.account.locked))
    }

    /// Notes that a session is in use. It changes nothing that anybody decided, so it leaves no entry in the log.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn session_seen(&self, token_hash: &str, now: Moment) -> Result<(), StoreError> {
        let _turn = self.turn().await?;
        let sql = "UPDATE sessions SET seen_at = $1 WHERE token_hash = $2";
        execute(&self.db, sql, values![now, token_hash]).await?;
        Ok(())
    }

    /// The sessions of an account that hold, the last used first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sessions_of(&self, account_id: &str, now: Moment) -> Result<Vec<SessionLine>, StoreError> {
        let sql = "SELECT id, token_hash, browser, factor, created_at, seen_at FROM sessions
                   WHERE account_id = $1 AND until > $2 AND half = $3 ORDER BY seen_at DESC, id DESC";
        rows(&self.db, sql, values![account_id, now, false]).await?.iter().map(line).collect()
    }
}

fn open(row: &Row) -> Result<OpenSession, StoreError> {
    Ok(OpenSession {
        account: account(row)?,
        factor: row.code("factor", Factor::from_code)?,
        seen_at: row.get("seen_at")?,
        account_since: row.get("since")?,
    })
}

fn line(row: &Row) -> Result<SessionLine, StoreError> {
    Ok(SessionLine {
        id: row.get("id")?,
        token_hash: row.get("token_hash")?,
        browser: row.get("browser")?,
        factor: row.code("factor", Factor::from_code)?,
        opened_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
    })
}
