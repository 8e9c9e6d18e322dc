//! Recognition without an award: a unit proposes, the authority recognises; what is learnt from exemplars is followed.

mod deciding;
mod fields;
mod labels;
mod learning;
mod list;
mod one;
mod profile;
mod results;
mod shown;
mod under;
pub(crate) mod words;

pub(crate) use deciding::{correct, decide, withdraw};
pub(crate) use labels::learning_label;
pub(crate) use learning::{learnt, lesson};
pub(crate) use list::{add, show as list};
pub(crate) use one::show;
pub(crate) use profile::{FORMS, paper};
pub(crate) use shown::{Line, by_category, commended, of_person, of_plan, of_unit, of_wave, sentence};
