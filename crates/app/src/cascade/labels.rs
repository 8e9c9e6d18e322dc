//! Methods, states and marks of the cascade, as people read them.

use super::words::Words;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::cascade::board::Standing;
use thidua_domain::cascade::reconcile::Mark;
use thidua_domain::cascade::{AssignmentState, Balance, Effort, Method};
use thidua_store::cascade::Sharing;
use thidua_store::targets::Target;

pub(crate) fn method(method: Method, w: &'static Words) -> &'static str {
    match method {
        Method::Sum => w.method_sum,
        Method::Weighted => w.method_weighted,
        Method::Ratio => w.method_ratio,
        Method::Average => w.method_average,
        Method::Minimum => w.method_minimum,
        Method::Last => w.method_last,
        Method::Coverage => w.method_coverage,
    }
}

/// The method of a target; one that is judged has nothing to add up.
pub(super) fn method_of(target: &Target, sharing: Sharing, w: &'static Words) -> &'static str {
    match target.draft.comparator {
        Some(comparator) if !comparator.is_judged() => method(sharing.method, w),
        _ => "",
    }
}

/// What is told to units of one's own is asked of partners.
pub(super) fn state(state: AssignmentState, requested: bool, w: &'static Words) -> &'static str {
    match (state, requested) {
        (AssignmentState::Draft, _) => w.state_draft,
        (AssignmentState::Assigned, false) => w.state_assigned,
        (AssignmentState::Assigned, true) => w.state_requested,
        (AssignmentState::Changed, _) => w.state_changed,
        (AssignmentState::Withdrawn, _) => w.state_withdrawn,
    }
}

/// The state of an assignment, for the page of the target below.
pub(crate) fn state_label(one: &thidua_store::cascade::Assignment, language: Language) -> &'static str {
    state(one.given.state, one.given.requested, super::words::words(language))
}

/// Number and day of the document that gave it.
pub(crate) fn assignment_document(one: &thidua_store::cascade::Assignment) -> String {
    super::assign::document(one)
}

pub(super) fn standing(standing: Standing, w: &'static Words) -> String {
    match standing {
        Standing::Issued => w.standing_issued.to_owned(),
        Standing::IssuedLate(days) => w.standing_issued_late.replace("{n}", &days.to_string()),
        Standing::Draft => w.standing_draft.to_owned(),
        Standing::DraftLate(days) => w.standing_draft_late.replace("{n}", &days.to_string()),
        Standing::Missing => w.standing_missing.to_owned(),
        Standing::Late(days) => w.standing_late.replace("{n}", &days.to_string()),
        Standing::NotNeeded => w.standing_not_needed.to_owned(),
    }
}

/// The class that gives a standing its colour and glyph.
pub(super) fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Issued => "met",
        Standing::IssuedLate(_) | Standing::Draft => "at-risk",
        Standing::DraftLate(_) | Standing::Late(_) => "missed",
        Standing::Missing => "not-begun",
        Standing::NotNeeded => "none",
    }
}

fn with_unit(amount: Amount, unit: &str) -> String {
    format!("{} {unit}", amount.vietnamese()).trim().to_owned()
}

pub(super) fn balance(balance: Balance, unit: &str, w: &'static Words) -> String {
    match balance {
        Balance::Even => w.balance_even.to_owned(),
        Balance::Short(by) => w.balance_short.replace("{by}", &with_unit(by, unit)),
        Balance::Over(by) => w.balance_over.replace("{by}", &with_unit(by, unit)),
    }
}

pub(super) fn mark(mark: Mark, unit: &str, w: &'static Words) -> String {
    let amount = |template: &str, by: Amount| template.replace("{by}", &with_unit(by, unit));
    let count = |template: &str, n: u32| template.replace("{n}", &n.to_string());
    match mark {
        Mark::Gap(by) => amount(w.mark_gap, by),
        Mark::OverAssigned(by) => amount(w.mark_over, by),
        Mark::OwnGap(by) => amount(w.mark_own_gap, by),
        Mark::NoOwner => w.mark_no_owner.to_owned(),
        Mark::InheritedUnassigned(n) => count(w.mark_unassigned, n),
        Mark::AssignedNotPlanned(n) => count(w.mark_not_planned, n),
        Mark::Differs(n) => count(w.mark_differs, n),
        Mark::Changed(n) => count(w.mark_changed, n),
    }
}

pub(super) fn mark_class(mark: Mark) -> &'static str {
    match mark {
        Mark::Gap(_) | Mark::OwnGap(_) | Mark::NoOwner => "missed",
        Mark::OverAssigned(_) | Mark::Differs(_) | Mark::AssignedNotPlanned(_) => "at-risk",
        Mark::InheritedUnassigned(_) => "needs-person",
        Mark::Changed(_) => "on-track",
    }
}

pub(super) fn effort(effort: Effort, w: &'static Words) -> &'static str {
    match effort {
        Effort::Open => w.effort_open,
        Effort::Below => w.effort_below,
        Effort::Completed => w.effort_completed,
        Effort::Exceeded => w.effort_exceeded,
        Effort::StrivingReached => w.effort_striving,
    }
}

pub(super) fn effort_class(effort: Effort) -> &'static str {
    match effort {
        Effort::Open => "not-begun",
        Effort::Below => "missed",
        Effort::Completed => "met",
        Effort::Exceeded | Effort::StrivingReached => "exceeded",
    }
}
