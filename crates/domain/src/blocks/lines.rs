//! The composition of blocks as lines that people type, paste from Word or Excel, and move about.
//!
//! A line that names a block stands over its members; or a line holds both, as a row of a sheet does.

use crate::basics::date::{read_date, short};
use crate::basics::text::{fold, nfc};
use chrono::NaiveDate;
use std::collections::HashSet;

/// A member as a line writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number of the line, from 1.
    pub number: usize,
    /// The block as written.
    pub block: String,
    /// The member as written.
    pub name: String,
    /// First day, where one was typed.
    pub from: Option<NaiveDate>,
    /// Last day, where one was typed.
    pub to: Option<NaiveDate>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// No block stands over it.
    NoBlock(usize, String),
    /// A day cannot be read.
    BadDay(usize, String),
    /// The last day is before the first.
    DaysOrder(usize),
    /// The member stands in this block already.
    Twice(usize, String),
    /// Longer than a name.
    TooLong(usize),
}

/// The longest name.
const LONGEST: usize = 200;

/// Without the bullet or number at its beginning: `- `, `1. `, `2) `, `+ `.
fn bare(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '–', '+', '*', '•']).trim_start();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].strip_prefix(['.', ')', '/']) {
        Some(rest) if digits > 0 && digits < 4 && rest.starts_with(char::is_whitespace) => rest.trim(),
        _ => line.trim(),
    }
}

/// Whether a line names a block: it ends with a colon, is a known block, or begins as blocks are called.
fn names_block(text: &str, known: &[String]) -> bool {
    let folded = fold(text.trim_end_matches(':'));
    text.trim_end().ends_with(':')
        || known.iter().any(|one| fold(one) == folded)
        || ["khoi thi dua", "cum thi dua"].iter().any(|start| folded.starts_with(start))
        || folded.strip_prefix("khoi ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || folded.strip_prefix("cum ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn name(text: &str) -> String {
    nfc(text.trim().trim_end_matches([':', ',', '.']).trim())
}

/// Reads the lines; what is wrong is said line by line. `known` are names of blocks that exist.
///
/// # Errors
/// Everything that is wrong.
pub fn read(typed: &str, known: &[String]) -> Result<Vec<Line>, Vec<LineProblem>> {
    let (mut found, mut problems): (Vec<Line>, Vec<LineProblem>) = (Vec::new(), Vec::new());
    let mut seen: HashSet<(String, String)> = HashSet::new();
    let mut block: Option<String> = None;
    for (at, line) in typed.lines().enumerate() {
        let number = at + 1;
        let parts: Vec<&str> = line.split([';', '\t']).map(bare).collect();
        let filled: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        let (Some(first), rest) = (filled.first(), filled.get(1..).unwrap_or_default()) else { continue };
        // a number of a row of a sheet stands alone in its cell
        let (first, rest) = match rest.split_first() {
            Some((second, rest)) if first.chars().all(|c| c.is_ascii_digit()) => (second, rest),
            _ => (first, rest),
        };
        if first.chars().count() > LONGEST {
            problems.push(LineProblem::TooLong(number));
            continue;
        }
        let is_block = names_block(first, known);
        if is_block && rest.is_empty() {
            block = Some(name(first));
            continue;
        }
        let (block, member, days) = match rest.split_first() {
            Some((member, days)) if is_block && read_date(member).is_err() => (name(first), name(member), days),
            _ => match &block {
                Some(block) => (block.clone(), name(first), rest),
                None => {
                    problems.push(LineProblem::NoBlock(number, (*first).to_owned()));
                    continue;
                }
            },
        };
        let mut read: Vec<Option<NaiveDate>> = Vec::new();
        // an empty cell between the name and the last day is an empty first day
        let cells = &parts[parts.iter().position(|part| name(part) == member).map_or(parts.len(), |at| at + 1)..];
        let cells: Vec<&str> = if days.is_empty() { Vec::new() } else { cells.iter().copied().take(2).collect() };
        for cell in cells {
            match (cell, read_date(cell)) {
                ("", _) => read.push(None),
                (_, Ok(day)) => read.push(Some(day)),
                (typed, Err(_)) => problems.push(LineProblem::BadDay(number, typed.to_owned())),
            }
        }
        let (from, to) = (read.first().copied().flatten(), read.get(1).copied().flatten());
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            problems.push(LineProblem::DaysOrder(number));
        }
        if !seen.insert((fold(&block), member.clone())) {
            problems.push(LineProblem::Twice(number, member.clone()));
        }
        found.push(Line { number, block, name: member, from, to });
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// The lines of a composition: block, name, days; members of one block stand together.
pub fn write(members: &[(String, String, Option<NaiveDate>, Option<NaiveDate>)]) -> String {
    let mut text = String::new();
    let mut over: Option<&str> = None;
    for (block, name, from, to) in members {
        if over != Some(block) {
            if over.is_some() {
                text.push('\n');
            }
            text.push_str(block);
            text.push_str(":\n");
            over = Some(block);
        }
        let day = |day: &Option<NaiveDate>| day.map(short).unwrap_or_default();
        let line = format!("{name}; {}; {}", day(from), day(to));
        text.push_str(line.trim_end_matches([';', ' ']));
        text.push('\n');
    }
    text
}
