//! The memory: the only room that knows SQL.
//!
//! One set of queries and migrations serves SQLite (embedded, the default) and PostgreSQL. Reading goes through
//! [`Store`]; writing goes through a [`Change`], which can only be committed together with an audit entry.

pub mod accounts;
pub mod audit;
pub mod blocks;
pub mod bottlenecks;
pub mod calendar;
pub mod campaigns;
pub mod cascade;
pub mod certificates;
mod change;
pub mod complaints;
mod connect;
pub mod content_promises;
pub mod councils;
pub mod country;
pub mod covenants;
pub mod criteria;
pub mod decisions;
pub mod digests;
mod error;
pub mod evaluation;
pub mod events;
pub mod figures;
pub mod files;
pub mod formality;
pub mod fund;
pub mod grades;
pub mod grants;
pub mod honours;
pub mod index_years;
pub mod initiatives;
pub mod inspections;
pub mod known;
pub mod launch_conditions;
pub mod meetings;
mod migrate;
pub mod movement_facts;
pub mod movements;
mod names;
pub mod nominations;
pub mod passkeys;
pub mod people;
pub mod plan_pieces;
pub mod plans;
pub mod problems;
pub mod provider_links;
pub mod readings;
pub mod recognitions;
pub mod registrations;
pub mod regulations;
pub mod reporting;
pub mod reviews;
pub mod rule_packs;
mod schema;
pub mod sealing;
pub mod second_factors;
pub mod sent_forms;
pub mod sessions;
mod sql;
pub mod statistics;
pub mod targets;
pub mod tasks;
pub mod terms;
pub mod training;
pub mod units;
pub mod uploads;
pub mod wave_reports;
pub mod wave_targets;
pub mod waves;
mod within;
pub mod word_templates;

pub use change::{Author, Change};
pub use connect::{Randomness, Store};
pub use error::StoreError;
pub use within::Within;

/// A moment in UTC, to the microsecond (what both databases keep).
pub type Moment = chrono::NaiveDateTime;
