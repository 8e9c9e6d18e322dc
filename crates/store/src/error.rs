//! What can go wrong in the memory.

use sea_orm::{DbErr, SqlErr};

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A value that has to be unique is already there: a login, a document number.
    #[error("already there")]
    AlreadyThere,
    /// Somebody else changed it meanwhile; nothing was written.
    #[error("changed meanwhile by somebody else")]
    ChangedMeanwhile,
    /// The same form was taken before; nothing was written.
    #[error("this form was taken before")]
    AlreadySent,
    /// Others were writing for too long; nothing was written.
    #[error("others were writing for too long")]
    Busy,
    /// It does not exist.
    #[error("does not exist")]
    Absent,
    /// The database refused a setting that keeps acknowledged figures safe.
    #[error("the database does not keep the setting {0}")]
    UnsafeSetting(&'static str),
    /// A row holds something this version does not know.
    #[error("the row {0} cannot be read")]
    Unreadable(String),
    /// The data folder could not be read or written.
    #[error("the data folder: {0}")]
    Folder(#[from] std::io::Error),
    /// Any other error of the database.
    #[error("the database: {0}")]
    Database(DbErr),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::AlreadyThere,
            _ => StoreError::Database(error),
        }
    }
}
