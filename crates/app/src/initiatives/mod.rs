//! Initiatives: handed in, compared with the register, judged by a council, recognised, confirmed, used once, spread.

mod adopting;
mod door;
mod fields;
mod hint;
mod judging;
pub(crate) mod labels;
mod list;
mod one;
mod recognising;
mod rule;
mod stepping;
mod submitting;
mod uses;
pub(crate) mod words;

pub(crate) use adopting::{adopted, confirm, spread};
pub(crate) use judging::{mark, show as show_judging};
pub(crate) use list::show as list;
pub(crate) use one::show;
pub(crate) use recognising::{recognise, widen};
pub(crate) use rule::{show as show_rule, write as write_rule};
pub(crate) use stepping::{back, close, council, refuse, withdraw};
pub(crate) use submitting::{blank, correct, submit};
pub(crate) use uses::{drop_use, take};
