//! The rules of emulation and commendation: pure, without IO, clock, web or SQL.
//!
//! Dates, randomness and identifiers arrive as arguments. Checking a case answers with
//! [`finding::Finding`]s; only a refused transition is an error.

pub mod access;
pub mod basics;
pub mod calendar;
pub mod covenants;
pub mod evaluation;
pub mod figures;
pub mod finding;
pub mod lists;
pub mod movements;
pub mod periods;
pub mod plans;
pub mod registrations;
pub mod targets;
pub mod units;
pub mod waves;
