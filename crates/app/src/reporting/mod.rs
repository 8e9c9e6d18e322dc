//! Reports of units to the authority that leads a movement: rounds, a unit's report, its way, and putting them together.

mod board;
mod consolidation;
mod deciding;
mod door;
mod entries;
pub(crate) mod entry;
mod labels;
mod ledger;
mod line;
pub(crate) mod lines;
mod one_target;
pub(crate) mod outside;
mod printing;
pub(crate) mod proposing;
pub(crate) mod rolling;
mod rounds;
mod row;
mod sheet;
mod steps;
mod waiting;
pub(crate) mod words;
mod writing;

pub(crate) use board::{begin, extend, show as show_board};
pub(crate) use consolidation::{show as show_consolidation, take as consolidate};
pub(crate) use deciding::decide;
pub(crate) use entries::entries;
pub(crate) use ledger::show as show_ledger;
pub(crate) use ledger::span as evidence_span;
pub(crate) use line::{save as save_line, show as show_line};
pub(crate) use one_target::show as show_target;
pub(crate) use printing::{FORMS, paper};
pub(crate) use rounds::{change as change_round, open as open_rounds, reporters, show as show_rounds};
pub(crate) use sheet::{show as show_report, with_direction};
pub(crate) use steps::{recall, send};
pub(crate) use waiting::{missing, waiting};
pub(crate) use writing::{precheck, save as save_report};
