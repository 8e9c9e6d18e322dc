//! The rules of emulation and commendation: pure, without IO, clock, web or SQL.
//!
//! Dates, randomness and identifiers arrive as arguments. Checking a case answers with
//! [`finding::Finding`]s; only a refused transition is an error.

pub mod access;
pub mod alike;
pub mod awards;
pub mod basics;
pub mod blocks;
pub mod calendar;
pub mod cascade;
mod codes;
pub mod councils;
pub mod covenants;
pub mod decisions;
pub mod digest;
pub mod evaluation;
pub mod events;
pub mod figure_sheets;
pub mod figures;
pub mod finding;
pub mod grades;
pub mod honours;
pub mod indices;
pub mod initiatives;
pub mod inspections;
pub mod known;
pub mod law;
pub mod lists;
pub mod movements;
pub mod nominations;
pub mod participation;
pub mod people;
pub mod periods;
pub mod plans;
pub mod quotas;
pub mod ranking;
pub mod recognitions;
pub mod registrations;
pub mod regulations;
pub mod reporting;
pub mod reviews;
pub mod spread;
pub mod statistics;
pub mod targets;
pub mod tasks;
pub mod terms;
pub mod training;
pub mod units;
pub mod voting;
pub mod wave_results;
pub mod waves;
