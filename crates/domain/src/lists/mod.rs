//! Lists that go out to a spreadsheet and come back: typed columns and cells, and row by row what an upload changes.
//!
//! A feature declares its [`Column`]s once. `thidua_paper` writes a workbook of them and reads back whatever people made of
//! it; [`diff::diff`] says what the upload would change. Nothing here writes: the feature does that, after a person has seen
//! the differences.

mod cell;
mod column;
pub mod diff;
mod finding;
mod names;
mod problem;
mod reading;
mod text;
mod words;

pub use cell::{Cell, Tie};
pub use column::{Choice, Column, Kind};
pub use finding::{ListFinding, Place, column_letters};
pub use names::{Names, Rank};
pub use problem::CellProblem;
pub use reading::{CellReader, Look, day_of_serial, serial_of_day, sheet_number, shown_number};
pub use text::tidy_text;
