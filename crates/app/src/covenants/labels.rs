//! How covenants look on a page.

use super::words::Words;
use crate::registrations::{ItemResult, Results, promise};
use thidua_domain::basics::Language;
use thidua_domain::covenants::{NotReady, Outcome, PartyKind, State};
use thidua_domain::periods::Period;
use thidua_domain::registrations::ItemKind;
use thidua_store::covenants::Terms;
use thidua_store::registrations::{Item, Written};

pub(super) fn state(state: State, w: &'static Words) -> &'static str {
    match state {
        State::Draft => w.state_draft,
        State::Ready => w.state_ready,
        State::Signed => w.state_signed,
        State::InForce => w.state_in_force,
        State::Settled => w.state_settled,
        State::Archived => w.state_archived,
    }
}

pub(super) fn class(state: State) -> &'static str {
    match state {
        State::Draft => "not-begun",
        State::Ready => "needs-person",
        State::Signed | State::InForce => "on-track",
        State::Settled | State::Archived => "met",
    }
}

pub(super) fn outcome(outcome: Outcome, w: &'static Words) -> &'static str {
    match outcome {
        Outcome::Met => w.outcome_met,
        Outcome::Exceeded => w.outcome_exceeded,
        Outcome::NotMet => w.outcome_missed,
        Outcome::NeedsPerson => w.outcome_person,
    }
}

pub(super) fn party_kind(kind: PartyKind, w: &'static Words) -> &'static str {
    match kind {
        PartyKind::Authority => w.kind_authority,
        PartyKind::Unit => w.kind_unit,
        PartyKind::Bloc => w.kind_bloc,
    }
}

pub(super) fn not_ready(problem: NotReady, w: &'static Words) -> &'static str {
    match problem {
        NotReady::FewerThanTwoParties => w.too_few,
        NotReady::NoCommitment => w.no_promise,
        NotReady::PartyWithoutCommitment => w.party_without,
    }
}

/// A promise in one line.
pub(super) fn says(terms: &Terms, language: Language) -> String {
    promise(&terms.name, terms.comparator, terms.value, terms.unit_of.as_deref(), language)
}

/// What came of a promise, by the rules of registered items; nothing where it is words alone.
pub(super) fn result(terms: &Terms, results: &Results, period: Option<Period>) -> Option<ItemResult> {
    let task = terms.comparator.is_none();
    if task && terms.item_id.is_none() {
        return None;
    }
    let written = Written {
        kind: if task { ItemKind::Task } else { ItemKind::Target },
        target_id: terms.target_id.clone(),
        shared: terms.item_id.is_none(),
        name: terms.name.clone(),
        comparator: terms.comparator,
        direction: terms.direction,
        planned: None,
        registered: terms.value,
        unit_of: terms.unit_of.clone(),
        title_code: None,
        person: None,
        person_id: None,
        hard: false,
        description: None,
        expected: None,
        reason: None,
    };
    Some(match &terms.item_id {
        Some(item) => results.of(&Item {
            id: item.clone(),
            registration_id: String::new(),
            written,
            remark: None,
            version: 0,
            account_name: String::new(),
        }),
        None if terms.target_id.is_some() => results.shared(&written, period),
        None => return None,
    })
}
