//! Every story of the store is told to both databases: SQLite in a temporary folder, and the PostgreSQL that
//! `cargo x test` starts.

mod accounts;
mod figures;
mod plans;
mod safety;
mod signing_in;
mod units;
mod waves;
mod world;
