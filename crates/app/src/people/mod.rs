//! People, households and collectives: lists and search, one record with its posts over time, records of one person,
//! counts by category, the roster of emulation staff.

pub(crate) mod actions;
mod counts;
mod doubles;
mod editing;
mod groups;
pub(crate) mod identity;
pub(crate) mod labels;
pub(crate) mod likeness;
mod listing;
mod posts;
pub(crate) mod reach;
mod record;
mod staff;
pub(crate) mod words;

pub(crate) use counts::show as counts;
pub(crate) use doubles::{compare, decide, doubles, undo};
pub(crate) use editing::{add, add_form, correct, edit_form, number_problem};
pub(crate) use groups::{add_member, add_name, remove_name};
pub(crate) use listing::index;
pub(crate) use posts::{end_post, record_post};
pub(crate) use record::{reveal, show};
pub(crate) use staff::{assign, correct as correct_staff, edit_form as staff_form, roster};
