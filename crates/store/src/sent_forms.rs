//! Forms that write once, however often they arrive: a double click, a way back, two windows at the same time.

use crate::sql::{execute, row, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::Duration;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A form is remembered for so many days.
const KEPT_DAYS: i64 = 30;

/// A form that arrived with an identifier of its own.
#[derive(Clone, Debug)]
pub struct SentForm {
    digest: String,
    /// Whether this very request wrote; its further changes are no second arrival.
    written: Arc<AtomicBool>,
}

impl SentForm {
    /// The form with this digest: of its identifier, its address, its sender and what was sent.
    pub fn new(digest: String) -> SentForm {
        SentForm { digest, written: Arc::default() }
    }

    /// The digest.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Whether a change of this request was committed.
    pub fn written(&self) -> bool {
        self.written.load(Ordering::Acquire)
    }

    pub(crate) fn now_written(&self) {
        self.written.store(true, Ordering::Release);
    }
}

impl Store {
    /// Where the sender of a form was led when it was taken; `None` when it was not. Empty: nowhere yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn answer_to_form(&self, digest: &str) -> Result<Option<String>, StoreError> {
        let found = row(&self.db, "SELECT answer FROM sent_forms WHERE digest = $1", values![digest]).await?;
        found.map(|found| found.get("answer")).transpose()
    }

    /// Remembers where the sender of a taken form was led, and forgets forms of long ago.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_answer_to_form(&self, digest: &str, answer: &str, now: Moment) -> Result<(), StoreError> {
        let _turn = self.turn().await?;
        execute(&self.db, "UPDATE sent_forms SET answer = $2 WHERE digest = $1", values![digest, answer]).await?;
        let old = now - Duration::days(KEPT_DAYS);
        execute(&self.db, "DELETE FROM sent_forms WHERE sent_at < $1", values![old]).await?;
        Ok(())
    }

    /// Forgets a form whose request failed after a part of it was written, so that it can be sent again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_form(&self, digest: &str) -> Result<(), StoreError> {
        let _turn = self.turn().await?;
        execute(&self.db, "DELETE FROM sent_forms WHERE digest = $1", values![digest]).await?;
        Ok(())
    }
}

impl Change {
    /// Takes the form of the author. Who sends the same at the same time waits here for the first.
    pub(crate) async fn take_form(&self) -> Result<(), StoreError> {
        let Some(form) = self.author.form.as_ref().filter(|form| !form.written()) else { return Ok(()) };
        let taken = execute(
            &self.tx,
            "INSERT INTO sent_forms (digest, sent_at, answer) VALUES ($1, $2, '') ON CONFLICT (digest) DO NOTHING",
            values![form.digest.as_str(), self.author.at],
        )
        .await?;
        if taken == 0 { Err(StoreError::AlreadySent) } else { Ok(()) }
    }
}
