//! How initiatives look in words.

use thidua_domain::basics::{Language, Says};
use thidua_domain::initiatives::{Kind, Scope, State, words};
use thidua_store::initiatives::{Author, Initiative};

fn said(says: &Says, language: Language) -> String {
    says.in_language(language).to_owned()
}

pub(crate) fn kind(kind: Kind, language: Language) -> String {
    said(&words::kind(kind), language)
}

pub(crate) fn scope(scope: Scope, language: Language) -> String {
    said(&words::scope(scope), language)
}

/// The class and the words of a state.
pub(crate) fn state(state: State, language: Language) -> (&'static str, String) {
    let class = match state {
        State::Submitted => "not-begun",
        State::Judging => "at-risk",
        State::Recognised => "met",
        State::Refused => "missed",
        State::Withdrawn => "none",
    };
    (class, said(&words::state(state), language))
}

/// `Nguyễn Thị Lan (60 %), Trần Văn Bình (40 %)`; of one author the name.
pub(super) fn authors(of: &[Author]) -> String {
    match of {
        [one] => one.name.clone(),
        several => {
            let names: Vec<String> = several.iter().map(|one| format!("{} ({} %)", one.name, one.share)).collect();
            names.join(", ")
        }
    }
}

/// A decision with its day.
pub(super) fn decision(it: &Initiative) -> String {
    let number = it.number_symbol.clone().unwrap_or_default();
    match it.dated {
        Some(day) => format!("{number}, {}", thidua_domain::basics::date::short(day)),
        None => number,
    }
}

/// A passage that is not longer than it helps.
pub(super) fn passage(text: &str) -> String {
    const MOST: usize = 500;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    format!("{cut} …")
}
