//! Waves (đợt thi đua) with their periods, deadlines and goals, and the occasions they are tied to.

use super::dates::{date_at, day_and_month_at, month_at};
use super::header;
use super::marker::Marker;
use super::occasions;
use super::outline::{Outline, Part};
use super::paragraph::Paragraph;
use super::token::{self, Kind, Token};
use chrono::{Datelike, NaiveDate};
use thidua_domain::plans::draft::{Confidence, Lines, Occasion, Wave};

/// Reads the waves, and the occasions that stand outside them.
pub fn read(paragraphs: &[Paragraph], outline: &Outline, year: Option<i32>) -> (Vec<Wave>, Vec<Occasion>) {
    let mut waves: Vec<Wave> = Vec::new();
    let mut loose: Vec<Occasion> = Vec::new();
    let mut open = false;
    for (paragraph, place) in paragraphs.iter().zip(&outline.places) {
        if matches!(place.part, Part::Foot | Part::Targets) {
            continue;
        }
        let told = waves_of(paragraph, year);
        if !told.is_empty() {
            waves.extend(told);
            open = true;
            continue;
        }
        let found = occasions::read(&paragraph.tokens);
        // paragraphs below a wave's heading belong to it
        let below = open
            && place.part == Part::Waves
            && paragraph.marker.as_ref().is_none_or(|marker| marker.level() > 3)
            && token::find(&paragraph.tokens, "ngoai cac dot").is_none();
        match waves.last_mut().filter(|_| below) {
            Some(wave) => {
                let (deadline, strict) = deadline(&paragraph.tokens);
                wave.summary_deadline = wave.summary_deadline.or(deadline);
                wave.deadline_strictly_before |= strict;
                wave.goal = wave.goal.take().or_else(|| goal(&paragraph.tokens));
                wave.lines = Lines::new(wave.lines.first, paragraph.lines().last);
                wave.occasions.extend(found);
            }
            None => {
                for occasion in found {
                    let known =
                        loose.iter().any(|other| super::similarity::dice(&other.name, &occasion.name) >= 800);
                    if !known {
                        loose.push(occasion);
                    }
                }
                open = open && place.part == Part::Waves;
            }
        }
    }
    (waves, loose)
}

/// The waves a paragraph describes: it begins with `đợt` or `giai đoạn`, or tells of several (`đợt 1 từ …; đợt 2 từ …`).
fn waves_of(paragraph: &Paragraph, year: Option<i32>) -> Vec<Wave> {
    let tokens = &paragraph.tokens;
    if matches!(paragraph.marker, Some(Marker::Roman(_))) {
        return Vec::new();
    }
    let starts: Vec<usize> = (0..tokens.len()).filter(|at| begins_wave(tokens, *at)).collect();
    let leads = starts.first().is_some_and(|first| *first == 0);
    if starts.is_empty() || (!leads && starts.len() < 2) {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(tokens.len()));
    starts.iter().zip(ends).filter_map(|(from, to)| wave_of(paragraph, &tokens[*from..to], year)).collect()
}

/// `Đợt 1`, `đợt I`, `Đợt thi đua thứ nhất`, `Giai đoạn 2`; at the beginning of a paragraph also `Đợt` alone.
fn begins_wave(tokens: &[Token], at: usize) -> bool {
    let after = if tokens[at].is_word("dot") {
        at + 1
    } else {
        match token::starts_at(tokens, at, "giai doan") {
            Some(end) => end,
            None => return false,
        }
    };
    let numbered = tokens.get(after).is_some_and(|next| {
        (next.kind == Kind::Number && next.text.len() <= 2)
            || super::dictionary::is_roman(&next.text)
            || next.is_word("thu")
            || (next.is_word("thi")
                && (after..after + 5).any(|ahead| tokens.get(ahead).is_some_and(|token| token.is_word("thu"))))
    });
    numbered || (at == 0 && tokens[at].is_word("dot"))
}

fn wave_of(paragraph: &Paragraph, tokens: &[Token], year: Option<i32>) -> Option<Wave> {
    let (from, to) = period(tokens, year)?;
    let end = tokens
        .iter()
        .position(|token| matches!(token.text.as_str(), "(" | ":" | ",") && token.kind == Kind::Mark)
        .or_else(|| token::find(tokens, "tu").map(|range| range.start));
    let name = token::text(&tokens[..end.unwrap_or(tokens.len()).min(12)]);
    let (summary_deadline, strict) = deadline(tokens);
    Some(Wave {
        name: name.trim().to_owned(),
        from: Some(from),
        to: Some(to),
        goal: goal(tokens),
        summary_deadline,
        deadline_strictly_before: strict,
        occasions: occasions::read(tokens),
        lines: paragraph.lines(),
        confidence: Confidence::percent(header::confidence(tokens, 97)),
    })
}

/// `từ … đến …`, days or months.
fn period(tokens: &[Token], year: Option<i32>) -> Option<(NaiveDate, NaiveDate)> {
    let limit = tokens.len().min(40);
    for at in 0..limit {
        let whole = date_at(tokens, at).or_else(|| month_at(tokens, at).map(|((first, _), end)| (first, end)));
        // “từ 05/02 đến 30/4/2018”: the first day takes the year of the last, or of the plan
        let bare = || day_and_month_at(tokens, at, year?).map(|day| (day, at + 3));
        let Some((first, end)) = whole.or_else(bare) else {
            continue;
        };
        let until = (end..(end + 4).min(tokens.len())).find(|index| is_until(&tokens[*index]))?;
        let mut next = until + 1;
        while tokens.get(next).is_some_and(|token| ["het", "ngay"].contains(&token.folded.as_str())) {
            next += 1;
        }
        let last = date_at(tokens, next)
            .map(|(date, _)| date)
            .or_else(|| month_at(tokens, next).map(|((_, last), _)| last))
            .or_else(|| day_and_month_at(tokens, next, year?))?;
        let first = if whole.is_some() {
            first
        } else {
            first.with_year(last.year()).filter(|day| *day <= last).unwrap_or(first)
        };
        return (first <= last).then_some((first, last));
    }
    None
}

/// `đến`, also garbled, or a dash.
fn is_until(token: &Token) -> bool {
    token.is_word("den")
        || token.is_mark("-")
        || (token.restored && token.folded.starts_with('d') && token.folded.len() <= 4)
}

/// The day by which the summing-up is done, and whether it has to be strictly before.
fn deadline(tokens: &[Token]) -> (Option<NaiveDate>, bool) {
    for (phrase, strict) in [
        ("truoc ngay", true),
        ("truoc", true),
        ("cham nhat", false),
        ("xong trong ngay", false),
        ("hoan thanh ngay", false),
        ("hoan thanh vao ngay", false),
    ] {
        let found = (0..tokens.len()).rev().find_map(|at| {
            let end = token::starts_at(tokens, at, phrase)?;
            let skip = usize::from(tokens.get(end).is_some_and(|token| token.is_word("vao")));
            date_at(tokens, end + skip).map(|(date, _)| date)
        });
        if found.is_some() {
            return (found, strict);
        }
    }
    (None, false)
}

/// `Phấn đấu …` or `với mục tiêu …` up to the end of its sentence.
fn goal(tokens: &[Token]) -> Option<String> {
    let start = token::find(tokens, "voi muc tieu")
        .map(|range| range.end)
        .or_else(|| token::find(tokens, "phan dau").map(|range| range.start))?;
    let end = (start..tokens.len()).find(|at| tokens[*at].is_mark(".")).unwrap_or(tokens.len());
    Some(token::text(&tokens[start..end]).trim().to_owned()).filter(|text| !text.is_empty())
}
