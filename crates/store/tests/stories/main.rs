//! Every story of the store is told to both databases: SQLite in a temporary folder, and the PostgreSQL that
//! `cargo x test` starts.

mod accounts;
mod blocks;
mod cascade;
mod certificates;
mod decisions;
mod digests;
mod evaluation;
mod figures;
mod formality;
mod grades;
mod handing_on;
mod initiatives;
mod inspections;
mod meetings;
mod movement_year;
mod office;
mod people;
mod plans;
mod recognitions;
mod registrations;
mod reporting;
mod reviews;
mod safety;
mod sent_forms;
mod signing_in;
mod tasks;
mod units;
mod waves;
mod word_templates;
mod world;
