//! Why a target stands as it does, as a sentence.

use crate::evaluation::words::words;
use thidua_domain::basics::Language;
use thidua_domain::targets::Reason;

/// The sentence; empty where the plain comparison says enough.
pub(crate) fn says(reason: Reason, language: Language) -> String {
    let w = words(language);
    match reason {
        Reason::Compared => String::new(),
        Reason::ComparedWithPace => w.compared_pace.to_owned(),
        Reason::NotEntered => w.not_entered.to_owned(),
        Reason::NotApplicable => w.not_applicable.to_owned(),
        Reason::NotAssigned => w.not_assigned.to_owned(),
        Reason::EarlierYearMissing(year) => w.earlier_missing.replace("{year}", &year.to_string()),
        Reason::ToleranceNotSet => w.tolerance.to_owned(),
        Reason::DirectionNotSet => w.direction.to_owned(),
        Reason::WrongKind => w.wrong_kind.to_owned(),
        Reason::ReachedInPart => w.in_part.to_owned(),
    }
}
