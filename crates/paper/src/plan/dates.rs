//! Dates inside running text: `16/7/2021`, `16.7.2021`, `ngày 7 tháng 03 năm 2022`, `tháng 01/2022`.

use super::token::{Kind, Token};
use chrono::{Datelike, NaiveDate};

fn value(token: &Token) -> Option<u32> {
    (token.kind == Kind::Number && token.text.len() <= 4).then(|| token.text.parse().ok()).flatten()
}

/// A year between 1800 and 2100 at this place.
pub fn year_at(tokens: &[Token], at: usize) -> Option<i32> {
    let number = value(tokens.get(at)?)?;
    i32::try_from(number).ok().filter(|year| (1800..=2100).contains(year))
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    (1800..=2100).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
}

/// The date that begins at `at`, with the position after it.
pub fn date_at(tokens: &[Token], at: usize) -> Option<(NaiveDate, usize)> {
    let first = tokens.get(at)?;
    if first.is_word("ngay") {
        return date_at(tokens, at + 1);
    }
    if first.kind != Kind::Number {
        return None;
    }
    if let Some(date) = dotted(&first.text) {
        return Some((date, at + 1));
    }
    let slash = |index: usize| tokens.get(index).is_some_and(|token| matches!(token.text.as_str(), "/" | "-"));
    if slash(at + 1) && slash(at + 3) {
        let date = day(year_at(tokens, at + 4)?, value(tokens.get(at + 2)?)?, value(first)?)?;
        return Some((date, at + 5));
    }
    if tokens.get(at + 1)?.is_word("thang") {
        let year_word =
            tokens.get(at + 3).is_some_and(|token| token.kind == Kind::Word && token.folded.starts_with('n'));
        if year_word {
            let date = day(year_at(tokens, at + 4)?, value(tokens.get(at + 2)?)?, value(first)?)?;
            return Some((date, at + 5));
        }
        // ngày 7 tháng 3/2022
        if slash(at + 3) {
            let date = day(year_at(tokens, at + 4)?, value(tokens.get(at + 2)?)?, value(first)?)?;
            return Some((date, at + 5));
        }
    }
    None
}

/// The day `10/6` or `10 tháng 6` that begins at `at`, in the given year; of `năm sau` in the year after it.
pub fn day_and_month_at(tokens: &[Token], at: usize, year: i32) -> Option<NaiveDate> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let (joint, month) = (tokens.get(at + 1)?, tokens.get(at + 2)?);
    let joined = joint.kind == Kind::Mark && matches!(joint.text.as_str(), "/" | "-") || joint.is_word("thang");
    let next = tokens.get(at + 3).is_some_and(|token| token.is_word("nam"))
        && tokens.get(at + 4).is_some_and(|token| matches!(token.folded.as_str(), "sau" | "toi"));
    joined.then(|| day(year + i32::from(next), value(month)?, value(first)?)).flatten()
}

fn dotted(text: &str) -> Option<NaiveDate> {
    let parts: Vec<u32> = text.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [first, second, third] = parts.as_slice() else { return None };
    day(i32::try_from(*third).ok().filter(|year| *year >= 1800)?, *second, *first)
}

/// The month `01/2022` or `tháng 01 năm 2022` that begins at `at`: its first and last day, and the position after it.
pub fn month_at(tokens: &[Token], at: usize) -> Option<((NaiveDate, NaiveDate), usize)> {
    let at = if tokens.get(at)?.is_word("thang") { at + 1 } else { at };
    let month = value(tokens.get(at)?)?;
    let joined =
        tokens.get(at + 1).is_some_and(|token| matches!(token.text.as_str(), "/" | "-") || token.is_word("nam"));
    let year = joined.then(|| year_at(tokens, at + 2)).flatten()?;
    let first = day(year, month, 1)?;
    let next = if month == 12 { day(year + 1, 1, 1)? } else { day(year, month + 1, 1)? };
    Some(((first, next.pred_opt()?), at + 3))
}

/// The year a run speaks of: `năm 2022`; of a period or a school year the first.
pub fn subject_year(tokens: &[Token]) -> Option<i32> {
    let period = (0..tokens.len()).find_map(|at| {
        let first = year_at(tokens, at)?;
        let joined = tokens.get(at + 1).is_some_and(|token| token.is_mark("-") || token.is_word("den"));
        let second = year_at(tokens, at + 2).filter(|second| joined && *second > first)?;
        let named = tokens[..at].iter().rev().take(3).any(|token| ["doan", "hoc"].contains(&token.folded.as_str()));
        named.then_some(first.min(second))
    });
    // “… năm 2023 và mục tiêu đến năm 2025”, “tầm nhìn 2030”: a year to look forward to is not the movement's
    let ahead = |at: usize| {
        tokens[..at]
            .iter()
            .rev()
            .take(3)
            .any(|token| ["den", "nhin", "huong"].iter().any(|word| token.is_word(word)) && !token.is_capital())
    };
    // “… giai đoạn 2021 - 2025 năm 2026”: the year of its own counts
    let single = |at: &usize| {
        let alone = !tokens.get(at + 2).is_some_and(|token| token.is_mark("-"));
        (tokens[*at].is_word("nam") && alone).then(|| year_at(tokens, at + 1)).flatten()
    };
    let own = (0..tokens.len())
        .rev()
        .filter(|at| !ahead(*at))
        .find_map(|at| single(&at))
        .or_else(|| (0..tokens.len()).rev().find_map(|at| single(&at)));
    if let (Some(first), None) = (period, own) {
        return Some(first);
    }
    let named =
        (0..tokens.len()).rev().find_map(|at| tokens[at].is_word("nam").then(|| year_at(tokens, at + 1)).flatten());
    named.or_else(|| (0..tokens.len()).rev().find_map(|at| year_at(tokens, at)))
}

/// The year of a date.
pub fn year_of(date: NaiveDate) -> i32 {
    date.year()
}
