//! The lines of the head, the foot and the appendices, word by word.

use thidua_domain::basics::text::fold;

use super::{Appendix, upper};
use crate::write::clean::clean;
use crate::write::document::{IssueDate, OfficialDocument, Table};
use crate::write::words;

/// The issuer as the head prints it: what the line above already says is not said again
/// ("SỞ NỘI VỤ" under "ỦY BAN NHÂN DÂN TỈNH …").
pub(super) fn head_issuer(document: &OfficialDocument) -> String {
    let issuer: Vec<&str> = document.issuer.split_whitespace().collect();
    let parent: Vec<&str> = document.parent_authority.as_deref().unwrap_or_default().split_whitespace().collect();
    let same = |ours: &[&str], theirs: &[&str]| {
        ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| fold(a) == fold(b))
    };
    let places = (0..parent.len()).map(|from| &parent[from..]);
    let repeated = places
        .filter(|place| place.len() < issuer.len() && (place.len() == parent.len() || opens_with_level(place)))
        .find(|place| same(&issuer[issuer.len() - place.len()..], place));
    match repeated {
        // the same kind of authority in the same place is not below its parent
        Some(place) if !parent_kind(&issuer[..issuer.len() - place.len()]) => {
            issuer[..issuer.len() - place.len()].join(" ")
        }
        _ => document.issuer.clone(),
    }
}

/// Whether the words begin with a level of government and name a place of it.
fn opens_with_level(words: &[&str]) -> bool {
    const LEVELS: [&str; 9] =
        ["tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "dac khu", "xa", "phuong"];
    let folded = fold(&words.join(" "));
    LEVELS.iter().any(|level| folded.strip_prefix(level).is_some_and(|place| place.starts_with(' ')))
}

/// Authorities that are nothing without their place.
fn parent_kind(words: &[&str]) -> bool {
    matches!(fold(&words.join(" ")).as_str(), "uy ban nhan dan" | "hoi dong nhan dan" | "ubnd" | "hdnd")
}

pub(super) fn number_line(document: &OfficialDocument) -> String {
    match &document.number_symbol {
        Some(number) => format!("{} {number}", words::NUMBER_LABEL),
        None => format!("{}{}/{}", words::NUMBER_LABEL, words::BLANK_NUMBER, symbol_hint(document)),
    }
}

fn symbol_hint(document: &OfficialDocument) -> &str {
    document.symbol_hint.as_deref().unwrap_or(words::BLANK)
}

pub(super) fn place_date_line(document: &OfficialDocument) -> String {
    let date = date_words(document.date);
    match &document.place {
        Some(place) => format!("{place}, {date}"),
        None => date,
    }
}

/// Days below 10 and months 1 and 2 take a leading zero, so that no figure can be written before them.
pub(super) fn date_words(date: Option<IssueDate>) -> String {
    let (day, month, year) = match date {
        Some(IssueDate { day, month, year }) => (
            format!("{day:02}"),
            if month < 3 { format!("{month:02}") } else { month.to_string() },
            year.to_string(),
        ),
        None => (words::BLANK.into(), words::BLANK.into(), words::BLANK.into()),
    };
    format!("{} {day} {} {month} {} {year}", words::DAY, words::MONTH, words::YEAR)
}

/// One stands behind the label as it is, several are a list.
pub(super) fn addressees(addressees: &[String]) -> Vec<String> {
    match addressees {
        [only] => vec![clean(only)],
        several => recipient_lines(several),
    }
}

pub(super) fn recipient_lines(recipients: &[String]) -> Vec<String> {
    let last = recipients.len();
    recipients
        .iter()
        .enumerate()
        .map(|(index, recipient)| {
            let text = clean(recipient);
            let bare = text.trim().trim_start_matches("- ").trim_end_matches([';', '.', ',']);
            format!("- {bare}{}", if index + 1 == last { "." } else { ";" })
        })
        .collect()
}

pub(super) fn appendices(document: &OfficialDocument, tables: Vec<Table>) -> Vec<Appendix> {
    let single = tables.len() == 1;
    let reference = clean(&reference_line(document));
    tables
        .into_iter()
        .enumerate()
        .map(|(index, table)| Appendix {
            heading: if single {
                words::APPENDIX.into()
            } else {
                format!("{} {}", words::APPENDIX, roman(index + 1))
            },
            title: table.caption.as_deref().map(upper),
            reference: reference.clone(),
            table,
        })
        .collect()
}

fn reference_line(document: &OfficialDocument) -> String {
    let number = match &document.number_symbol {
        Some(number) => number.clone(),
        None => format!("{}/{}", words::BLANK, symbol_hint(document)),
    };
    format!(
        "({} {} {} {number} {} {} {})",
        words::ATTACHED_TO,
        capitalised(&document.kind),
        words::NUMBER_IN_SENTENCE,
        date_words(document.date),
        words::ISSUED_BY,
        document.issuer
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters.as_str().to_lowercase().chars()).collect()
    })
}

/// Appendices carry Roman numerals.
pub(crate) fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}
