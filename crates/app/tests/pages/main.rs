//! The pages, asked over HTTP without a network: a real router over a real database with the demo in it.

mod access;
mod bad_input;
mod every_page;
mod figures;
mod list_commands;
mod lists;
mod people;
mod plans;
mod postgresql;
mod reports;
mod results;
mod signing_in;
mod world;
