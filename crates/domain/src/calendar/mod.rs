//! Time as authorities count it: lunar days, public holidays, working days, deadlines and occasions.

pub mod deadlines;
pub mod holidays;
pub mod lunar;
#[cfg(test)]
mod lunar_astronomy;
mod lunar_table;
pub mod occasions;
pub mod working_days;

pub use deadlines::{Deadline, Remaining};
pub use working_days::{Counted, Doubt, WorkCalendar};
