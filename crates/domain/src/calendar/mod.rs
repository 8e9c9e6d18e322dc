//! Time as authorities count it: lunar days, public holidays, working days, deadlines and occasions.

pub mod lunar;
#[cfg(test)]
mod lunar_astronomy;
mod lunar_table;
