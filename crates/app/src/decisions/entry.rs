//! Entries of decisions in the log, and refusals with their reason.

use super::words::{Words, words};
use crate::face::Refusal;
use thidua_domain::basics::{Language, Says};
use thidua_store::audit::Entry;

/// A refusal with its reason in both languages.
pub(super) fn invalid(of: impl Fn(&'static Words) -> String) -> Refusal {
    Refusal::Invalid(Says::new(of(words(Language::Vietnamese)), of(words(Language::English))))
}

/// An entry about a decision.
pub(super) fn entry(act: &'static str, unit_id: &str, id: &str, detail: impl Into<String>) -> Entry {
    Entry {
        unit_id: Some(unit_id.to_owned()),
        act,
        subject: "decision",
        subject_id: id.to_owned(),
        detail: Some(detail.into()),
    }
}
