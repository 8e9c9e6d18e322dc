//! Meetings of councils: the list of what is considered, the council book, conflicts of interest, ballots on paper that two
//! tellers count apart, results and minutes.

mod attending;
mod ballots;
mod book;
mod brief;
mod calling;
mod choosing;
mod conflicts;
mod counting;
mod door;
mod flags;
mod labels;
mod list;
mod minutes;
mod one;
mod outcomes;
mod printing;
mod ratios;
mod recusing;
mod ruling;
mod sample;
mod steps;
mod tellers;
pub(crate) mod words;

pub(crate) use attending::attend;
pub(crate) use ballots::show as ballots;
pub(crate) use book::show as book;
pub(crate) use brief::show as brief;
pub(crate) use calling::call;
pub(crate) use choosing::{add as add_items, drop as drop_item, show as choose};
pub(crate) use conflicts::record as person_named;
pub(crate) use counting::{count, counted, hands, raised};
pub(crate) use list::index;
pub(crate) use minutes::{docx, pdf, show as minutes, write as write_minutes};
pub(crate) use one::show;
pub(crate) use printing::{FORMS, paper, votes};
pub(crate) use recusing::{declare, lift, show as recusals};
pub(crate) use ruling::{confirm, show as rules};
pub(crate) use sample::{Called, prepare};
pub(crate) use steps::{adjourn, close, open};
pub(crate) use tellers::release;
