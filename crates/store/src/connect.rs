//! Opening the database. The settings that keep acknowledged figures safe are set here and asserted at start.

use crate::sql::{row, values};
use crate::{StoreError, migrate};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The open memory.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) db: DatabaseConnection,
    pub(crate) randomness: Randomness,
    /// Who may write now. A writer waits here, without a connection, so that the one who writes always finds another
    /// connection to read from.
    writers: Arc<Semaphore>,
}

/// Connections to the embedded database. It lets one writer in at a time.
const EMBEDDED_CONNECTIONS: u32 = 4;
/// Connections to PostgreSQL; half of them may write at once.
const POSTGRES_CONNECTIONS: u32 = 8;
/// How long a writer waits for its turn.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Where the random part of identifiers comes from; tests pass their own.
pub type Randomness = fn() -> [u8; 10];

impl Store {
    /// Opens the embedded database in a file, made when it is not there, and brings its tables up to date.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened or a safety setting does not hold.
    pub async fn open_embedded(file: &Path, randomness: Randomness) -> Result<Store, StoreError> {
        if let Some(folder) = file.parent() {
            crate::files::private_folder(folder)?;
        }
        // the path goes through the options and not through the address, whose special characters it may hold
        let path = file.to_owned();
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.max_connections(EMBEDDED_CONNECTIONS).min_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(
            move |sqlite| {
                use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
                sqlite
                    .filename(&path)
                    .in_memory(false)
                    .shared_cache(false)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(LONGEST_WAIT)
            },
        );
        Store { db: Database::connect(options).await?, randomness, writers: Arc::new(Semaphore::new(1)) }
            .ready()
            .await
    }

    /// Opens a PostgreSQL database by its address, `postgres://user:password@host/name`.
    ///
    /// # Errors
    /// [`StoreError`] when the server cannot be reached or its tables cannot be brought up to date.
    pub async fn open_postgres(address: &str, randomness: Randomness) -> Result<Store, StoreError> {
        let mut options = ConnectOptions::new(address);
        options
            .max_connections(POSTGRES_CONNECTIONS)
            .min_connections(1)
            .sqlx_logging(false)
            .connect_timeout(Duration::from_secs(10))
            .acquire_timeout(Duration::from_secs(10));
        let writers = Arc::new(Semaphore::new(POSTGRES_CONNECTIONS as usize / 2));
        Store { db: Database::connect(options).await?, randomness, writers }.ready().await
    }

    /// Opens by address (`postgres://…`) or, without one, the embedded database in the data folder.
    ///
    /// # Errors
    /// As the two functions above.
    pub async fn open(address: Option<&str>, folder: &Path, randomness: Randomness) -> Result<Store, StoreError> {
        match address {
            Some(address) if address.starts_with("postgres") => Store::open_postgres(address, randomness).await,
            Some(address) => {
                let file = address.trim_start_matches("sqlite://").trim_start_matches("sqlite:");
                Store::open_embedded(Path::new(file), randomness).await
            }
            None => Store::open_embedded(&folder.join("thidua.sqlite"), randomness).await,
        }
    }

    async fn ready(self) -> Result<Store, StoreError> {
        self.assert_safe().await?;
        migrate::run(&self.db).await?;
        Ok(self)
    }

    /// Asserts the settings that the promise "no acknowledged figure is lost" rests on.
    async fn assert_safe(&self) -> Result<(), StoreError> {
        match self.db.get_database_backend() {
            DbBackend::Sqlite => {
                let journal: Option<String> = row(&self.db, "PRAGMA journal_mode", values![])
                    .await?
                    .map(|r| r.get("journal_mode"))
                    .transpose()?;
                if journal.as_deref() != Some("wal") {
                    return Err(StoreError::UnsafeSetting("journal_mode = WAL"));
                }
                for (pragma, wanted, name) in
                    [("synchronous", 2, "synchronous = FULL"), ("foreign_keys", 1, "foreign_keys = ON")]
                {
                    let is: Option<i32> = row(&self.db, &format!("PRAGMA {pragma}"), values![])
                        .await?
                        .map(|r| r.get(pragma))
                        .transpose()?;
                    if is != Some(wanted) {
                        return Err(StoreError::UnsafeSetting(name));
                    }
                }
            }
            _ => {
                let durable: Option<String> = row(&self.db, "SHOW synchronous_commit", values![])
                    .await?
                    .map(|r| r.get("synchronous_commit"))
                    .transpose()?;
                if durable.as_deref() == Some("off") {
                    return Err(StoreError::UnsafeSetting("synchronous_commit = on"));
                }
            }
        }
        Ok(())
    }

    /// The turn of a writer, held until it is dropped.
    pub(crate) async fn turn(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let waiting = Arc::clone(&self.writers).acquire_owned();
        // nothing closes the gate, so that only time can fail
        tokio::time::timeout(LONGEST_WAIT, waiting).await.ok().and_then(Result::ok).ok_or(StoreError::Busy)
    }

    /// Whether the database answers.
    pub async fn answers(&self) -> bool {
        row(&self.db, "SELECT 1 AS one", values![]).await.is_ok()
    }

    /// Closes the connections after their work.
    pub async fn close(self) {
        if let Err(error) = self.db.close().await {
            tracing::warn!("closing the database: {error}");
        }
    }
}
