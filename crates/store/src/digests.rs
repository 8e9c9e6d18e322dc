//! The leader's digest: who gets it, and how each sending went.

use crate::regulations::one;
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::basics::Language;
use thidua_domain::digest::{Every, Problem};

/// Who gets it where and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// The account.
    pub account_id: String,
    /// The e-mail address.
    pub address: String,
    /// How often.
    pub every: Every,
    /// In which language.
    pub language: Language,
    /// Counts up with every change.
    pub version: i64,
    /// Who set it.
    pub set_by: String,
    /// When.
    pub set_at: Moment,
    /// When one was last sent.
    pub sent_at: Option<Moment>,
    /// The newest attempt, where it failed.
    pub failed: Option<Attempt>,
}

/// An attempt to send it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The account.
    pub account_id: String,
    /// The address.
    pub address: String,
    /// When.
    pub at: Moment,
    /// Why it was not sent.
    pub problem: Option<Problem>,
    /// What the mail server said.
    pub said: Option<String>,
}

const COLUMNS: &str = "s.account_id, s.address, s.every, s.language, s.version, s.set_by, s.set_at,
    (SELECT MAX(a.at) FROM digest_attempts a WHERE a.account_id = s.account_id AND a.problem IS NULL) AS sent_at,
    l.address AS tried_address, l.at AS tried_at, l.problem, l.said";
// the newest attempt since the subscription was set, if there is one
const FROM: &str = "digest_subscriptions s LEFT JOIN digest_attempts l ON l.account_id = s.account_id
    AND l.id = (SELECT MAX(b.id) FROM digest_attempts b WHERE b.account_id = s.account_id AND b.at >= s.set_at)";

impl Store {
    /// Every subscription, by account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn digest_subscriptions(&self) -> Result<Vec<Subscription>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} ORDER BY s.account_id");
        rows(&self.db, &sql, values![]).await?.iter().map(subscription).collect()
    }

    /// The subscription of an account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn digest_subscription(&self, account_id: &str) -> Result<Option<Subscription>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE s.account_id = $1");
        row(&self.db, &sql, values![account_id]).await?.as_ref().map(subscription).transpose()
    }

    /// The newest attempts for an account, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn digest_attempts(&self, account_id: &str, limit: i64) -> Result<Vec<Attempt>, StoreError> {
        let sql = "SELECT account_id, address, at, problem, said FROM digest_attempts WHERE account_id = $1
                   ORDER BY at DESC, id DESC LIMIT $2";
        rows(&self.db, sql, values![account_id, limit]).await?.iter().map(attempt).collect()
    }
}

impl Change {
    /// Sets where and how often the author gets the digest: nobody sets it for another. `seen` is the version that was
    /// seen, zero for none.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was set since, [`StoreError::Absent`] for an author without an account.
    pub async fn subscribe_digest(
        &self,
        address: &str,
        every: Every,
        language: Language,
        seen: i64,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let account_id = author.account_id.clone().ok_or(StoreError::Absent)?;
        if seen == 0 {
            let sql =
                "INSERT INTO digest_subscriptions (account_id, address, every, language, version, set_by, set_at)
                       VALUES ($1, $2, $3, $4, 1, $5, $6)";
            let values =
                values![account_id, address, every.code(), language.code(), author.name.clone(), author.at];
            return match execute(&self.tx, sql, values).await {
                Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
                other => other.map(|_| ()),
            };
        }
        let sql = "UPDATE digest_subscriptions
                   SET address = $1, every = $2, language = $3, version = version + 1, set_by = $4, set_at = $5
                   WHERE account_id = $6 AND version = $7";
        let values =
            values![address, every.code(), language.code(), author.name.clone(), author.at, account_id, seen];
        one(execute(&self.tx, sql, values).await?)
    }

    /// Keeps how a sending went.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_digest(
        &self,
        account_id: &str,
        address: &str,
        failed: Option<(Problem, &str)>,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO digest_attempts (id, account_id, address, at, problem, said)
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let values = values![
            self.new_id(),
            account_id,
            address,
            self.author().at,
            failed.map(|(problem, _)| problem.code()),
            failed.map(|(_, said)| said.to_owned()),
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}

fn subscription(row: &Row) -> Result<Subscription, StoreError> {
    let account_id: String = row.get("account_id")?;
    let problem = row.optional_code("problem", Problem::from_code)?;
    let tried: Option<(String, Moment)> =
        row.get::<Option<String>>("tried_address")?.zip(row.get::<Option<Moment>>("tried_at")?);
    let said = row.get("said")?;
    let failed = problem.zip(tried).map(|(problem, (address, at))| Attempt {
        account_id: account_id.clone(),
        address,
        at,
        problem: Some(problem),
        said,
    });
    Ok(Subscription {
        address: row.get("address")?,
        every: row.code("every", Every::from_code)?,
        language: Language::from_code(&row.get::<String>("language")?),
        version: row.get("version")?,
        set_by: row.get("set_by")?,
        set_at: row.get("set_at")?,
        sent_at: row.get("sent_at")?,
        account_id,
        failed,
    })
}

fn attempt(row: &Row) -> Result<Attempt, StoreError> {
    Ok(Attempt {
        account_id: row.get("account_id")?,
        address: row.get("address")?,
        at: row.get("at")?,
        problem: row.optional_code("problem", Problem::from_code)?,
        said: row.get("said")?,
    })
}
