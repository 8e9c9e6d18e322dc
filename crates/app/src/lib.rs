//! The work: one folder per feature, each with its actions, pages (templates beside them) and words.
//!
//! Pages call actions; only actions call the store. Who may come in at each address is one table, [`face::routes`].

mod above;
mod account;
pub mod accounts;
mod audit;
pub mod awards;
mod blocks;
mod bottlenecks;
mod calendar;
mod cascade;
mod charts;
mod clock;
mod commendation;
mod councils;
mod covenants;
pub mod demo;
pub mod digest;
pub mod evaluation;
mod events;
pub mod face;
mod figures;
mod grades;
mod home;
mod indices;
mod inspections;
mod known;
mod law;
pub mod lists;
mod meetings;
mod movements;
mod nominations;
mod office;
mod participation;
mod people;
pub mod plans;
mod problems;
pub mod ranking;
mod recognitions;
mod registrations;
mod regulations;
pub(crate) mod reporting;
mod reports;
mod results;
mod reviews;
mod signing_in;
mod state;
mod targets;
mod tasks;
mod terms;
mod training;
mod units;
mod waves;

pub use clock::{end_of_day, local_date, now, randomness};
pub use face::routes::router;
pub use state::{App, Origin, Provider, SecondFactor, Secret, Settings};
