//! States, attendance, marks and results in words.

use super::words::Words;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::basics::Language;
use thidua_domain::voting::meeting::{Came, KeptRule, Presence, Recused, State, Sure};
use thidua_domain::voting::words as voting;

pub(super) fn state(state: State, w: &'static Words) -> (&'static str, &'static str) {
    match state {
        State::Called => ("not-begun", w.state_called),
        State::Voting => ("on-track", w.state_voting),
        State::Closed => ("met", w.state_closed),
    }
}

pub(super) fn presence(presence: Presence, w: &'static Words) -> &'static str {
    match presence {
        Presence::Present => w.present,
        Presence::Absent => w.absent,
        Presence::Written => w.written,
    }
}

pub(super) fn why(why: Recused, w: &'static Words) -> &'static str {
    match why {
        Recused::Oneself => w.why_self,
        Recused::Family => w.why_family,
        Recused::Heads => w.why_heads,
        Recused::OwnUnit => w.why_own_unit,
        Recused::Declared => w.why_declared,
    }
}

pub(super) fn came(came: Came, w: &'static Words) -> (&'static str, &'static str) {
    match came {
        Came::Passed => ("met", w.passed),
        Came::Failed => ("missed", w.failed),
        Came::NoQuorum => ("at-risk", w.no_quorum),
    }
}

/// The verdict that was kept with a nomination.
pub(super) fn verdict(code: Option<&str>, w: &'static Words) -> (&'static str, &'static str) {
    match code.and_then(Verdict::from_code) {
        Some(Verdict::Eligible) => ("met", w.eligible),
        Some(Verdict::NotEligible) => ("missed", w.not_eligible),
        Some(Verdict::NeedsPerson) => ("needs-person", w.needs_person),
        None => ("not-begun", w.not_judged),
    }
}

/// How sure a rule is.
pub(super) fn sure(mark: Sure, w: &'static Words) -> &'static str {
    match mark {
        Sure::Verified => w.mark_v,
        Sure::Secondary => w.mark_s,
        Sure::Unverified => w.mark_u,
        Sure::Confirmed => w.mark_c,
    }
}

/// A rule in a sentence, with where it stands; and what is still asked of the secretary.
pub(super) fn rule(kept: &KeptRule, language: Language, w: &'static Words) -> (String, Option<&'static str>) {
    match kept.rule() {
        None => (voting::ballot(kept.ballot).in_language(language).to_owned(), Some(w.rule_missing)),
        Some(rule) => {
            let says = voting::rule(&rule).in_language(language).to_owned();
            let says = format!("{says} ({}; {})", kept.source, sure(kept.mark, w));
            (says, (!kept.may_decide()).then_some(w.rule_unsure))
        }
    }
}
