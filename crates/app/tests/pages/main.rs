//! The pages, asked over HTTP without a network: a real router over a real database with the demo in it.

mod access;
mod bad_input;
mod councils;
mod every_page;
mod figures;
mod known;
mod plans;
mod postgresql;
mod powers;
mod regulations;
mod reports;
mod results;
mod signing_in;
mod training;
mod units;
mod world;
