//! The official forms: one folder each, with its words and its example.
//!
//! A form is a pure function from typed data to an [`OfficialDocument`]. To add one: a folder, and a line in [`all`].

pub mod achievement_report;
mod articles;
pub mod award_decision;
pub mod ballot_paper;
mod bases;
pub mod complaint_reply;
pub mod consolidated_report;
pub mod council_book;
pub mod council_invitation;
pub mod council_minutes;
pub mod covenant;
pub mod covenant_annex;
mod entry;
pub mod exemplar_profile;
pub mod final_report;
pub mod inspection_conclusion;
pub mod inspection_decision;
pub mod inspection_minutes;
pub mod launch_plan;
mod letterhead;
mod money;
pub mod nominee_list;
mod numbering;
pub mod period_report;
pub mod preliminary_review;
pub mod prize_list;
pub mod receipt_list;
mod recipients;
pub mod registration;
mod samples;
pub mod selection_minutes;
mod signature;
pub mod statistics_table;
pub mod submission;
mod tables;
pub mod tally_sheet;
pub mod target_assignment;
pub mod task_assignment;
#[cfg(test)]
mod tests;
pub mod training_attendance;
mod unread;
pub mod urging_letter;
pub mod wave_summary;
mod wording;
mod words;

pub use entry::{Example, Filled, Fills, Form, Menu, Says};
pub use unread::Unread;

use entry::{read_as, read_marked};
pub use letterhead::{DocumentReference, Letterhead, Theme};

/// Every form.
pub fn all() -> &'static [Form] {
    &[
        achievement_report::FORM,
        award_decision::FORM,
        ballot_paper::FORM,
        complaint_reply::FORM,
        consolidated_report::FORM,
        council_book::FORM,
        council_invitation::FORM,
        council_minutes::FORM,
        covenant::FORM,
        covenant_annex::FORM,
        exemplar_profile::FORM,
        final_report::FORM,
        inspection_conclusion::FORM,
        inspection_decision::FORM,
        inspection_minutes::FORM,
        launch_plan::FORM,
        nominee_list::FORM,
        period_report::FORM,
        preliminary_review::FORM,
        prize_list::FORM,
        receipt_list::FORM,
        registration::FORM,
        selection_minutes::FORM,
        statistics_table::FORM,
        submission::FORM,
        tally_sheet::FORM,
        target_assignment::FORM,
        task_assignment::FORM,
        training_attendance::FORM,
        urging_letter::FORM,
        wave_summary::FORM,
    ]
}

/// The form of that code.
pub fn form(code: &str) -> Option<&'static Form> {
    all().iter().find(|form| form.code == code)
}
