//! A change: everything written in one transaction, with who did it. It cannot be committed without an audit entry.

use crate::audit::Entry;
use crate::sent_forms::SentForm;
use crate::{Moment, Store, StoreError};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::sync::atomic::{AtomicU64, Ordering};
use thidua_domain::basics::identifier::{identifier, moved_on};
use tokio::sync::OwnedSemaphorePermit;

/// Who changes something, and when.
#[derive(Clone, Debug)]
pub struct Author {
    /// The account; `None` for the system itself (first start, the demo).
    pub account_id: Option<String>,
    /// The name as it stands in the audit log.
    pub name: String,
    /// The moment.
    pub at: Moment,
    /// The form that asked for it, which is taken once; `None` for whoever sends none.
    pub form: Option<SentForm>,
}

/// An open transaction with its author. Dropped without [`Change::commit`], nothing is written.
pub struct Change {
    pub(crate) tx: DatabaseTransaction,
    pub(crate) author: Author,
    random: [u8; 10],
    identifiers: AtomicU64,
    /// Given back when the transaction has ended.
    _turn: OwnedSemaphorePermit,
}

/// SQLite begins a writing transaction as a writer, so that two writers queue instead of failing half-way.
pub(crate) fn immediate() -> TransactionOptions {
    TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() }
}

impl Store {
    /// Begins a change.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when others write for ten seconds, [`StoreError::Database`] when the database does not answer;
    /// [`StoreError::AlreadySent`] when the author's form was taken before.
    pub async fn change(&self, author: Author) -> Result<Change, StoreError> {
        let turn = self.turn().await?;
        let tx = self.db.begin_with_options(immediate()).await?;
        let change =
            Change { tx, author, random: (self.randomness)(), identifiers: AtomicU64::new(0), _turn: turn };
        change.take_form().await?;
        Ok(change)
    }
}

impl Change {
    /// Who changes.
    pub fn author(&self) -> &Author {
        &self.author
    }

    /// A new identifier, later than those this change made before.
    pub fn new_id(&self) -> String {
        let milliseconds = u64::try_from(self.author.at.and_utc().timestamp_millis()).unwrap_or_default();
        let random = moved_on(self.random, self.identifiers.fetch_add(1, Ordering::Relaxed));
        identifier(milliseconds, random)
    }

    /// Makes room for a change of many thousand rows: the embedded database keeps more pages of its indexes at hand
    /// (64 MiB) on this connection. Other databases are set by whoever runs them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn expect_many_rows(&self) -> Result<(), StoreError> {
        if self.tx.get_database_backend() == DbBackend::Sqlite {
            self.tx.execute_unprepared("PRAGMA cache_size = -65536").await?;
        }
        Ok(())
    }

    /// Writes the audit entry and commits. After this returns, nothing written is lost.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing of the change was written.
    pub async fn commit(self, entry: Entry) -> Result<(), StoreError> {
        self.note(entry).await?;
        self.tx.commit().await?;
        if let Some(form) = &self.author.form {
            form.now_written();
        }
        Ok(())
    }
}
