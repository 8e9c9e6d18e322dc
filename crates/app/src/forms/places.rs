//! Where each form is printed: one line a form. A form that is not here is out of reach, and a test says so.

use super::words::Words;
use crate::statistics;
use crate::{
    cascade, certificates, complaints, inspections, meetings, nominations, recognitions, reporting, reviews,
};

/// Where a form is printed.
pub(super) struct Place {
    /// The form.
    code: &'static str,
    /// Where one begins to look for it.
    pub(super) address: &'static str,
    /// What that page is called.
    pub(super) says: fn(&'static Words) -> &'static str,
    /// The addresses that print it.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test holds them against the table of routes"))]
    routes: &'static [&'static str],
    /// Of an address that prints several forms, which.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test holds the form against them"))]
    printed: &'static [&'static str],
}

macro_rules! places {
    ($($code:literal at $address:literal $says:ident by $($route:literal)+ $(of $printed:path)?;)*) => {
        &[$(Place {
            code: $code,
            address: $address,
            says: |w| w.$says,
            routes: &[$($route),+],
            printed: places!(@printed $($printed)?),
        }),*]
    };
    (@printed $printed:path) => { $printed };
    (@printed) => { &[] };
}

const PLACES: &[Place] = places! {
    "achievement_report" at "/award-rounds" at_nominations by "/nominations/{id}/forms/{file}" of nominations::FORMS;
    "award_decision" at "/decisions" at_decisions by "/decisions/{id}/print.docx" "/decisions/{id}/print.pdf";
    "ballot_paper" at "/meetings" at_ballots by "/meetings/{id}/forms/{file}" of meetings::FORMS;
    "complaint_reply" at "/complaints" at_complaints by "/complaints/{id}/forms/{file}" of complaints::FORMS;
    "consolidated_report" at "/movements" at_rounds by "/rounds/{id}/forms/{file}" of reporting::FORMS;
    "council_book" at "/meetings" at_meetings by "/meetings/{id}/forms/{file}" of meetings::FORMS;
    "council_invitation" at "/meetings" at_meetings by "/meetings/{id}/forms/{file}" of meetings::FORMS;
    "council_minutes" at "/meetings" at_minutes by "/meetings/{id}/minutes.docx" "/meetings/{id}/minutes.pdf";
    "covenant" at "/movements" at_covenants by "/covenants/{id}/print.docx" "/covenants/{id}/print.pdf";
    "covenant_annex" at "/movements" at_covenants by "/covenants/{id}/annexes/{annex}/print.docx" "/covenants/{id}/annexes/{annex}/print.pdf";
    "exemplar_profile" at "/movements" at_recognitions by "/recognitions/{id}/forms/{file}" of recognitions::FORMS;
    "final_report" at "/movements" at_final by "/movements/{id}/report.docx" "/movements/{id}/report.pdf";
    "inspection_conclusion" at "/inspections" at_inspections by "/inspections/{id}/conclusion.docx" "/inspections/{id}/conclusion.pdf";
    "inspection_decision" at "/inspections" at_inspections by "/inspections/{id}/forms/{file}" of inspections::FORMS;
    "inspection_minutes" at "/inspections" at_visits by "/inspections/{id}/visits/{visit}/minutes.docx" "/inspections/{id}/visits/{visit}/minutes.pdf";
    "launch_plan" at "/plans" at_plans by "/plans/{id}/print.docx" "/plans/{id}/print.pdf";
    "nominee_list" at "/award-rounds" at_award_rounds by "/award-rounds/{id}/forms/{file}" of nominations::OF_ROUND;
    "period_report" at "/movements" at_movements by "/period-reports/{id}/print.docx" "/period-reports/{id}/print.pdf";
    "preliminary_review" at "/movements" at_reviews by "/reviews/{id}/forms/{file}" of reviews::FORMS;
    "prize_list" at "/decisions" at_decisions by "/decisions/{id}/forms/{file}" of certificates::FORMS;
    "receipt_list" at "/decisions" at_certificates by "/decisions/{id}/forms/{file}" of certificates::FORMS;
    "registration" at "/movements" at_registrations by "/registrations/{id}/print.docx" "/registrations/{id}/print.pdf";
    "selection_minutes" at "/award-rounds" at_nominations by "/nominations/{id}/forms/{file}" of nominations::FORMS;
    "statistics_table" at "/statistics" at_statistics by "/statistics/forms/{file}" of statistics::FORMS;
    "submission" at "/award-rounds" at_nominations by "/nominations/{id}/forms/{file}" "/decisions/rounds/{id}/forms/{file}" "/submissions/{id}/forms/{file}" of nominations::FORMS;
    "tally_sheet" at "/meetings" at_minutes by "/meetings/{id}/forms/{file}" of meetings::FORMS;
    "target_assignment" at "/movements" at_assign by "/movements/{id}/assign/forms/{file}" of cascade::FORMS;
    "task_assignment" at "/movements" at_tasks by "/movements/{id}/tasks/assignment.docx" "/movements/{id}/tasks/assignment.pdf";
    "training_attendance" at "/training" at_training by "/training/{id}/sheet.docx" "/training/{id}/sheet.pdf";
    "urging_letter" at "/movements" at_tasks by "/movements/{id}/tasks/urging.docx" "/movements/{id}/tasks/urging.pdf";
    "wave_summary" at "/movements" at_waves by "/waves/{id}/report.docx" "/waves/{id}/report.pdf";
};

/// Where a form is printed.
pub(super) fn place(code: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::routes::routes;
    use thidua_paper::forms::all;

    #[test]
    fn every_form_is_printed_somewhere_in_the_product() {
        for form in all() {
            let place = place(form.code).unwrap_or_else(|| panic!("{} has no place in the product", form.code));
            for address in place.routes.iter().chain([&place.address]) {
                assert!(routes().iter().any(|route| route.path == *address), "{}: {address}", form.code);
            }
            let several = place.routes.iter().any(|address| address.ends_with("/{file}"));
            assert_eq!(several, place.printed.contains(&form.code), "{} is not printed there", form.code);
        }
        assert_eq!(PLACES.len(), all().len(), "a place is of a form, and one only");
    }
}
