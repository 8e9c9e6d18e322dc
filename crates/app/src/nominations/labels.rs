//! What of nominations is said in words.

use super::words::Words;
use thidua_domain::nominations::{NotMoved, Occasion, Refused, State};

/// A state: class and words.
pub(crate) fn state(state: State, w: &'static Words) -> (&'static str, &'static str) {
    match state {
        State::Draft => ("not-begun", w.st_draft),
        State::Submitted => ("on-track", w.st_submitted),
        State::Returned => ("at-risk", w.st_returned),
        State::Appraisal => ("on-track", w.st_appraisal),
        State::Council => ("on-track", w.st_council),
        State::Voted => ("on-track", w.st_voted),
        State::Deciding => ("on-track", w.st_deciding),
        State::Upward => ("on-track", w.st_upward),
        State::Granted => ("met", w.st_granted),
        State::NotGranted => ("missed", w.st_not_granted),
        State::Withdrawn => ("not-begun", w.st_withdrawn),
    }
}

/// The button of a step.
pub(super) fn step(from: State, to: State, w: &'static Words) -> &'static str {
    match to {
        State::Submitted => w.to_submitted,
        State::Returned => w.to_returned,
        State::Appraisal if from == State::Council => w.back_to_appraisal,
        State::Appraisal => w.to_appraisal,
        State::Council => w.to_council,
        State::Deciding => w.to_deciding,
        State::Upward => w.to_upward,
        State::NotGranted => w.to_not_granted,
        State::Withdrawn => w.to_withdrawn,
        State::Draft | State::Voted | State::Granted => "",
    }
}

/// Why a step is refused.
pub(super) fn refused(why: Refused, w: &'static Words) -> String {
    let n = |says: &str, n: usize| says.replace("{n}", &n.to_string());
    match why {
        Refused::NoArrow => w.r_no_arrow.to_owned(),
        Refused::Lacking(count) => n(w.r_lacking, count),
        Refused::Stopped(count) => n(w.r_stopped, count),
        Refused::OpenRemarks(count) => n(w.r_open_remarks, count),
        Refused::NoRemark => w.r_no_remark.to_owned(),
        Refused::NoSupplement { allowed } => w.r_no_supplement.replace("{n}", &allowed.to_string()),
        Refused::NeedsVote => w.r_needs_vote.to_owned(),
        Refused::NotVoted => w.r_not_voted.to_owned(),
        Refused::NotPassed => w.r_not_passed.to_owned(),
        Refused::NotEligible => w.r_not_eligible.to_owned(),
        Refused::NotOwn => w.r_not_own.to_owned(),
        Refused::Own => w.r_own.to_owned(),
        Refused::Undecided => w.r_undecided.to_owned(),
        Refused::NoReason => w.r_no_reason.to_owned(),
        Refused::UnderVote => w.under_vote.to_owned(),
    }
}

/// Why it is not moved down.
pub(super) fn not_moved(why: NotMoved, w: &'static Words) -> &'static str {
    match why {
        NotMoved::State => w.d_state,
        NotMoved::NotLower => w.d_not_lower,
        NotMoved::NoConsent => w.d_no_consent,
        NotMoved::NoReason => w.r_no_reason,
    }
}

/// An occasion.
pub(crate) fn occasion(occasion: Occasion, w: &'static Words) -> &'static str {
    match occasion {
        Occasion::Regular => w.a_regular,
        Occasion::Thematic => w.a_thematic,
        Occasion::Sudden => w.a_sudden,
        Occasion::Service => w.a_service,
        Occasion::Term => w.a_term,
        Occasion::External => w.a_external,
    }
}

/// Influence: code and words.
pub(super) fn influences(w: &'static Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("", w.not_said),
        ("unit", w.inf_unit),
        ("commune", w.inf_commune),
        ("district", w.inf_district),
        ("province", w.inf_province),
        ("nation", w.inf_nation),
    ]
}
