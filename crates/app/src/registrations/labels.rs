//! How registrations look on a page: states, promises, deadlines.

use super::words::Words;
use crate::face::show;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::registrations::{Deadline, State};
use thidua_domain::targets::Comparator;
use thidua_store::registrations::Written;

pub(super) fn state(state: State, w: &'static Words) -> &'static str {
    match state {
        State::Draft => w.state_draft,
        State::Submitted => w.state_submitted,
        State::Returned => w.state_returned,
        State::Resubmitted => w.state_resubmitted,
        State::Approved => w.state_approved,
        State::Withdrawn => w.state_withdrawn,
    }
}

/// The class of a status for a state; each state keeps its own words beside it.
pub(super) fn class(state: State) -> &'static str {
    match state {
        State::Draft => "not-begun",
        State::Submitted | State::Resubmitted => "on-track",
        State::Returned => "at-risk",
        State::Approved => "met",
        State::Withdrawn => "missed",
    }
}

/// `trước ngày 15/3/2022` or `chậm nhất ngày 15/3/2022`.
pub(super) fn until(deadline: Deadline, w: &'static Words) -> String {
    let said = if deadline.strictly_before { w.before_day } else { w.by_day };
    said.replace("{day}", &show::day(Some(deadline.day)))
}

/// A value in the words of its comparator, as a paper says it: `từ 420 trở lên`, `dưới 27`, `tăng 3`.
pub(super) fn said(
    comparator: Option<Comparator>,
    value: Option<Amount>,
    unit: Option<&str>,
    t: &'static crate::targets::words::Words,
) -> String {
    let Some(comparator) = comparator else { return String::new() };
    let value = with_unit(value, unit);
    let within =
        |sentence: &str| if value.is_empty() { String::new() } else { sentence.replace("{value}", &value) };
    match comparator {
        Comparator::AtLeast | Comparator::Between => within(t.said_at_least),
        Comparator::MoreThan => within(t.said_more),
        Comparator::AtMost => within(t.said_at_most),
        Comparator::LessThan => within(t.said_less),
        Comparator::IncreaseBy => format!("{} {value}", t.rise).trim().to_owned(),
        Comparator::DecreaseBy => format!("{} {value}", t.fall).trim().to_owned(),
        Comparator::Maintain => t.maintain.to_owned(),
        Comparator::NoneExists => t.none_exists.to_owned(),
        Comparator::Achieve => t.achieve.to_owned(),
        Comparator::Exactly => value,
        Comparator::About => format!("{} {value}", t.about).trim().to_owned(),
    }
}

/// A value with its unit; nothing without a value.
fn with_unit(value: Option<Amount>, unit: Option<&str>) -> String {
    let number = show::amount(value);
    match unit {
        Some("%") if value.is_some() => format!("{number}%"),
        Some(unit) if value.is_some() => format!("{number} {unit}"),
        _ => number,
    }
}

/// What is registered, in words and with its unit.
pub(super) fn registered(written: &Written, t: &'static crate::targets::words::Words) -> String {
    said(written.comparator, written.registered, written.unit_of.as_deref(), t)
}

/// A promise in one line, as a paper says it: `Diện tích gieo trồng: từ 420 ha trở lên`. What the name says of the
/// comparison already is not said twice: `Tỷ lệ hộ nghèo còn dưới 27%`.
pub(crate) fn promise(
    name: &str,
    comparator: Option<Comparator>,
    value: Option<Amount>,
    unit: Option<&str>,
    language: Language,
) -> String {
    let t = crate::targets::words::words(language);
    let with_unit = with_unit(value, unit);
    let sentence = match comparator {
        Some(Comparator::AtLeast | Comparator::Between) => t.said_at_least,
        Some(Comparator::MoreThan) => t.said_more,
        Some(Comparator::AtMost) => t.said_at_most,
        Some(Comparator::LessThan) => t.said_less,
        Some(Comparator::IncreaseBy) => return joined(name, t.rise, &with_unit),
        Some(Comparator::DecreaseBy) => return joined(name, t.fall, &with_unit),
        Some(Comparator::About) => return joined(name, t.about, &with_unit),
        Some(Comparator::Exactly) | None => return joined(name, "", &with_unit),
        Some(judged) => return joined(name, "", &said(Some(judged), value, unit, t)),
    };
    if with_unit.is_empty() {
        return name.to_owned();
    }
    match sentence.strip_suffix(" {value}") {
        Some(word) => joined(name, word, &with_unit),
        None => joined(name, "", &sentence.replace("{value}", &with_unit)),
    }
}

/// The name, the word of the comparison unless the name ends with it, and the value.
fn joined(name: &str, word: &str, value: &str) -> String {
    let name = name.trim_end_matches([':', ' ']);
    if !word.is_empty() && name.to_lowercase().ends_with(&format!(" {word}")) {
        return format!("{name} {value}").trim_end().to_owned();
    }
    match format!("{word} {value}").trim() {
        "" => name.to_owned(),
        said => format!("{name}: {said}"),
    }
}

/// The name of an item: a title by its code, anything else by what was written.
pub(super) fn name(written: &Written, language: Language) -> String {
    let title = written.title_code.as_deref().and_then(|code| crate::law::called(code, &written.name));
    match (title, language) {
        // the name that the law of its day gave it
        (Some(title), Language::English) => title.english.clone(),
        _ => written.name.clone(),
    }
}
