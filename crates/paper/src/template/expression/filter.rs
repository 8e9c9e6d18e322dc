//! Ways of writing a value: capitals, days, numbers, words.

use super::super::value::Value;
use super::{Got, words};
use std::fmt::Write as _;
use thidua_domain::basics::date::{long, read_date_since, short};
use thidua_domain::basics::spoken::{spoken, spoken_money};
use thidua_domain::basics::{Amount, Expectation};

/// The first year of days on papers: births and anniversaries are old.
const FIRST_YEAR: u32 = 1000;

/// A way of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::template) enum Filter {
    Upper,
    Lower,
    Title,
    Capitalize,
    Trim,
    /// `07/3/2022`
    Day,
    /// As Word writes it: `dd/MM/yyyy`.
    DayLike(String),
    /// `ngày 07 tháng 3 năm 2022`
    DayInWords,
    /// `1.234,5`
    Digits,
    /// `hai mươi mốt`
    NumberInWords,
    /// `Hai triệu đồng`
    MoneyInWords,
    Default(String),
    Length,
    Join(String),
    First,
    Last,
    Replace(String, String),
    /// Text before and behind, where there is something between.
    Around(String, String),
    Same,
}

impl Filter {
    /// Writes a value this way. What cannot be written so stays as it is: nothing that was given is lost.
    pub(super) fn write<'d>(&self, got: Got<'d>) -> Got<'d> {
        match self {
            Filter::Default(text) => match got.value() {
                None | Some(Value::Nothing) => Got::Own(Value::text(text)),
                Some(Value::Text(given)) if given.is_empty() => Got::Own(Value::text(text)),
                _ => got,
            },
            Filter::Same => got,
            _ if matches!(got, Got::Missing) => got,
            Filter::Length => {
                let length = match got.value() {
                    Some(Value::List(list)) => list.len(),
                    Some(Value::Text(text)) => text.chars().count(),
                    Some(Value::Record(record)) => record.fields().count(),
                    _ => 0,
                };
                Got::Own(Value::Number(length.to_string()))
            }
            Filter::First => end(got, |list| list.first()),
            Filter::Last => end(got, |list| list.last()),
            Filter::Join(between) => match got.value() {
                Some(Value::List(list)) => {
                    let texts: Vec<String> = list.iter().map(|item| plain(item).into_owned()).collect();
                    Got::Own(Value::Text(texts.join(between)))
                }
                _ => got,
            },
            _ => {
                let Some(value) = got.value().filter(|value| is_single(value)) else { return got };
                match self.text(&plain(value), value) {
                    Some(text) => Got::Own(Value::Text(text)),
                    None => got,
                }
            }
        }
    }

    fn text(&self, text: &str, value: &Value) -> Option<String> {
        let day = || {
            read_date_since(FIRST_YEAR, text.get(..10).filter(|_| text.get(10..11) == Some("T")).unwrap_or(text))
                .ok()
        };
        Some(match self {
            Filter::Upper => text.to_uppercase(),
            Filter::Lower => text.to_lowercase(),
            Filter::Title => each_word(text),
            Filter::Capitalize => upper_first(text),
            Filter::Trim => text.trim().to_owned(),
            Filter::Day => short(day()?),
            Filter::DayLike(picture) => like(day()?, picture),
            Filter::DayInWords => long(day()?),
            Filter::Digits => digits(text, value)?,
            Filter::NumberInWords => {
                let amount = amount(text, value)?;
                in_words(amount, spoken)?
            }
            Filter::MoneyInWords => in_words(amount(text, value)?, spoken_money)?,
            Filter::Replace(from, to) if !from.is_empty() => text.replace(from, to),
            Filter::Around(before, behind) if !text.is_empty() => format!("{before}{text}{behind}"),
            _ => return None,
        })
    }
}

fn is_single(value: &Value) -> bool {
    matches!(value, Value::Flag(_) | Value::Number(_) | Value::Text(_))
}

fn end<'d>(got: Got<'d>, of: impl Fn(&[Value]) -> Option<&Value>) -> Got<'d> {
    match got {
        Got::Ref(Value::List(list)) => of(list).map_or(Got::Missing, Got::Ref),
        other => other,
    }
}

/// A value as text, the way it is printed.
pub(super) fn plain(value: &Value) -> std::borrow::Cow<'_, str> {
    match value {
        Value::Nothing | Value::List(_) | Value::Record(_) => "".into(),
        Value::Flag(true) => words::YES.into(),
        Value::Flag(false) => words::NO.into(),
        Value::Number(number) => number.as_str().into(),
        Value::Text(text) => text.as_str().into(),
    }
}

/// The number that is meant; text is read the Vietnamese way.
fn amount(text: &str, value: &Value) -> Option<Amount> {
    match value {
        Value::Number(_) => Amount::from_plain(text).ok(),
        _ => Amount::read(text.trim(), Expectation::Quantity).ok(),
    }
}

/// Groups of three and a decimal comma; numbers with more decimals than an amount has keep all of them.
fn digits(text: &str, value: &Value) -> Option<String> {
    if let Some(amount) = amount(text, value) {
        return Some(amount.vietnamese());
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let sign = if unsigned.len() < text.len() { "-" } else { "" };
    Some(if decimals.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped},{decimals}") })
}

/// Only whole numbers from zero on are written out.
fn in_words(amount: Amount, say: impl Fn(u64) -> String) -> Option<String> {
    Some(say(amount.plain().parse().ok()?))
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn each_word(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut inside = false;
    for letter in text.chars() {
        if inside {
            written.extend(letter.to_lowercase());
        } else {
            written.extend(letter.to_uppercase());
        }
        inside = letter.is_alphanumeric();
    }
    written
}

/// A day by a picture of Word: d, dd, M, MM, yy, yyyy; what is between quotes and all else stays.
fn like(day: chrono::NaiveDate, picture: &str) -> String {
    use chrono::Datelike;
    let mut written = String::new();
    let mut rest = picture;
    let mut quoted = false;
    while let Some(letter) = rest.chars().next() {
        let run = if quoted || !matches!(letter, 'd' | 'M' | 'y') {
            1
        } else {
            rest.chars().take_while(|other| *other == letter).count()
        };
        let _ = match (letter, run) {
            ('\'', _) => {
                quoted = !quoted;
                Ok(())
            }
            ('d', 1) if !quoted => write!(written, "{}", day.day()),
            ('d', 2) => write!(written, "{:02}", day.day()),
            ('M', 1) if !quoted => write!(written, "{}", day.month()),
            ('M', 2) => write!(written, "{:02}", day.month()),
            ('y', 2) => write!(written, "{:02}", day.year() % 100),
            ('y', 4) => write!(written, "{}", day.year()),
            _ => {
                written.extend(std::iter::repeat_n(letter, run));
                Ok(())
            }
        };
        rest = &rest[letter.len_utf8() * run..];
    }
    written
}
