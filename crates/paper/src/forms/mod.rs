//! The official forms: one folder each, with its words and its example.
//!
//! A form is a pure function from typed data to an [`OfficialDocument`]. To add one: a folder, and a line in [`all`].

pub mod award_decision;
mod bases;
pub mod council_minutes;
pub mod covenant;
pub mod covenant_annex;
pub mod final_report;
pub mod inspection_conclusion;
pub mod inspection_minutes;
pub mod launch_plan;
mod letterhead;
mod numbering;
pub mod period_report;
mod recipients;
pub mod registration;
mod signature;
pub mod task_assignment;
#[cfg(test)]
mod tests;
pub mod training_attendance;
pub mod urging_letter;
pub mod wave_summary;
mod wording;

pub use letterhead::{DocumentReference, Letterhead, Theme};

use crate::write::OfficialDocument;

/// A form that describes itself, so that menus and tests are made from the list.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The name of its folder, and its code everywhere else.
    pub code: &'static str,
    /// Its Vietnamese name.
    pub name: &'static str,
    /// A filled-in example, marked as illustrative where it carries figures.
    pub example: fn() -> OfficialDocument,
}

/// Every form.
pub fn all() -> &'static [Form] {
    &[
        award_decision::FORM,
        council_minutes::FORM,
        covenant::FORM,
        covenant_annex::FORM,
        final_report::FORM,
        inspection_conclusion::FORM,
        inspection_minutes::FORM,
        launch_plan::FORM,
        period_report::FORM,
        registration::FORM,
        task_assignment::FORM,
        training_attendance::FORM,
        urging_letter::FORM,
        wave_summary::FORM,
    ]
}
