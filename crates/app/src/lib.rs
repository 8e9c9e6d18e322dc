//! The work: one folder per feature, each with its actions, pages (templates beside them) and words.
//!
//! Pages call actions; only actions call the store. Who may come in at each address is one table, [`face::routes`].

pub mod accounts;
mod audit;
mod clock;
pub mod demo;
pub mod evaluation;
pub mod face;
mod figures;
mod home;
pub mod lists;
mod movements;
mod people;
pub mod plans;
mod reports;
mod results;
mod signing_in;
mod state;
mod targets;
mod units;

pub use clock::{local_date, now, randomness};
pub use face::routes::router;
pub use state::{App, Settings};
