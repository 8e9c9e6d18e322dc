//! Movements: the list, the overview of one, its targets, and its steps.

pub(crate) mod actions;
pub(crate) mod board;
pub(crate) mod catalogue;
pub(crate) mod contents;
pub(crate) mod criteria;
pub(crate) mod facts;
pub(crate) mod formality;
pub(crate) mod linked;
pub(crate) mod national;
pub(crate) mod overview;
pub(crate) mod programmes;
pub(crate) mod table;
pub(crate) mod words;
