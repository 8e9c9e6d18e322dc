//! The pages, asked over HTTP without a network: a real router over a real database with the demo in it.

mod access;
mod bad_input;
mod calendar;
mod every_page;
mod figures;
mod movements;
mod passkeys;
mod plans;
mod postgresql;
mod powers;
mod provider;
mod reports;
mod results;
mod second_factor;
mod sessions;
mod signing_in;
mod units;
mod waves;
mod world;
