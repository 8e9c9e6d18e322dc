//! Bản tin điều hành: how the movements of a reader stand, on one page, as one picture and by e-mail. What it gathers is
//! what the first page shows too.

mod alarm;
mod drawings;
mod gather;
mod letter;
mod page;
mod picture;
pub mod sending;
mod soon;
pub(crate) mod standing;
mod subscribing;
pub(crate) mod words;

pub(crate) use alarm::alarms;
pub(crate) use drawings::Drawings;
pub(crate) use gather::{Item, Section, Sections, sections};
pub(crate) use page::{Count, apart, counts, letter as send_draft, picture as picture_page, show};
pub(crate) use subscribing::subscribe;
