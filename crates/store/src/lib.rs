//! The memory: the only room that knows SQL.
//!
//! One set of queries and migrations serves SQLite (embedded, the default) and PostgreSQL. Reading goes through
//! [`Store`]; writing goes through a [`Change`], which can only be committed together with an audit entry.

pub mod accounts;
pub mod audit;
pub mod calendar;
mod change;
mod connect;
pub mod covenants;
pub mod criteria;
mod error;
pub mod figures;
pub mod files;
pub mod grants;
mod migrate;
pub mod movement_facts;
pub mod movements;
mod names;
pub mod passkeys;
pub mod plan_pieces;
pub mod plans;
pub mod provider_links;
pub mod readings;
pub mod registrations;
pub mod sealing;
pub mod second_factors;
pub mod sessions;
mod sql;
pub mod targets;
pub mod units;
pub mod waves;

pub use change::{Author, Change};
pub use connect::{Randomness, Store};
pub use error::StoreError;

/// A moment in UTC, to the microsecond (what both databases keep).
pub type Moment = chrono::NaiveDateTime;
