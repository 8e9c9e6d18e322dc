//! Names of kinds, states and ways, and findings as sentences.

use super::words::Words;
use thidua_domain::basics::date::short;
use thidua_domain::regulations::{RegulationFinding, RegulationKind, ReviewState, Way};
use thidua_store::regulations::RegulationVersion;

pub(super) fn kind(kind: RegulationKind, w: &'static Words) -> &'static str {
    match kind {
        RegulationKind::Statute => w.kind_statute,
        RegulationKind::Rule => w.kind_rule,
        RegulationKind::Guidance => w.kind_guidance,
        RegulationKind::Criteria => w.kind_criteria,
        RegulationKind::Other => w.kind_other,
    }
}

pub(super) fn state(state: ReviewState, w: &'static Words) -> &'static str {
    match state {
        ReviewState::InForce => w.state_in_force,
        ReviewState::NeedsReview => w.state_needs_review,
        ReviewState::BeingAmended => w.state_being_amended,
        ReviewState::Ended => w.state_ended,
    }
}

pub(super) fn state_class(state: ReviewState) -> &'static str {
    match state {
        ReviewState::InForce => "st-met",
        ReviewState::NeedsReview => "st-at-risk",
        ReviewState::BeingAmended => "st-on-track",
        ReviewState::Ended => "st-not-begun",
    }
}

pub(super) fn way(way: Way, w: &'static Words) -> &'static str {
    match way {
        Way::Whole => w.way_whole,
        Way::Amends => w.way_amends,
    }
}

/// What is the matter, and how to mend it.
pub(super) fn finding(
    one: &RegulationFinding,
    versions: &[RegulationVersion],
    w: &'static Words,
) -> (String, String) {
    let number = |id: &String| {
        let found = versions.iter().find(|version| version.time.id == *id);
        found.map(|version| version.number_symbol.clone()).unwrap_or_default()
    };
    match one {
        RegulationFinding::Overlap { older, newer, from } => {
            let fill = |text: &str| {
                text.replace("{a}", &number(older)).replace("{b}", &number(newer)).replace("{day}", &short(*from))
            };
            (fill(w.f_overlap), fill(w.m_overlap))
        }
        RegulationFinding::AmendsNothing { version } => {
            (w.f_amends_nothing.replace("{a}", &number(version)), w.m_amends_nothing.to_owned())
        }
        RegulationFinding::ReviewOverdue { due } => {
            (w.f_overdue.replace("{day}", &short(*due)), w.m_overdue.to_owned())
        }
        RegulationFinding::NoReviewDay => (w.f_no_day.to_owned(), w.m_no_day.to_owned()),
        RegulationFinding::NothingInForce => (w.f_nothing.to_owned(), w.m_nothing.to_owned()),
    }
}

/// The first thing that is the matter with a regulation, or the state of its review.
pub(crate) fn first(of: &super::actions::Kept, language: thidua_domain::basics::Language) -> String {
    let w = super::words::words(language);
    match of.findings.first() {
        Some(one) => finding(one, &of.versions, w).0,
        None => state(of.regulation.state, w).to_owned(),
    }
}
