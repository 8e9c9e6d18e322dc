//! Inspection: plans with a team and a published sample, visits with the seven items answered from the data, verified
//! values, findings and their mending, conclusions; where inspections went and how soft reported values are.

mod answering;
mod beside;
mod door;
mod drawing;
mod findings;
mod following;
mod grounds;
mod labels;
mod list;
mod one;
mod ordered;
mod papers;
mod places;
mod population;
mod reported;
mod sample;
mod steps;
mod verifying;
mod visit;
mod waiting;
mod words;

pub(crate) use answering::{give as answer, take as take_proposals};
pub(crate) use beside::{Inspected, of_unit as inspected};
pub(crate) use drawing::{add, correct, new};
pub(crate) use findings::{explain, step as step_finding, write as write_finding};
pub(crate) use following::{problem as raise_finding, task as make_task};
pub(crate) use list::index_page as index;
pub(crate) use one::show;
pub(crate) use ordered::{FORMS, paper};
pub(crate) use papers::{conclusion_docx, conclusion_pdf, minutes_docx, minutes_pdf};
pub(crate) use places::add as add_place;
pub(crate) use sample::{csv as sample_csv, make as draw, set_seed};
pub(crate) use steps::{conclude, step};
pub(crate) use verifying::verify;
pub(crate) use visit::{show as show_visit, write as write_visit};
pub(crate) use waiting::waiting;
