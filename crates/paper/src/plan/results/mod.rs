//! Results in a report: what was reached, sentence by sentence and row by row, and which target of a movement each answers.
//!
//! [`facts`] reads what a text says was reached; [`rows`] does the same for tables; [`matching`] finds the target a fact
//! answers. A report never decides by itself: every answer carries its place and how sure the reader was, and a person
//! accepts it.

mod facts;
pub mod json;
mod matching;
mod rows;

use super::dates;
use super::outline;
use super::paragraph;
use super::restore;
use super::source::Source;
use super::table;
use crate::read::SourceText;
use thidua_domain::basics::Amount;
use thidua_domain::plans::draft::{Confidence, Lines};
use thidua_domain::targets::Comparator;

/// A target that a report may answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its identifier, given back with the answer.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it is compared.
    pub comparator: Comparator,
    /// Its value or lower bound.
    pub value: Option<Amount>,
    /// Its unit.
    pub unit: Option<String>,
}

/// What a report says of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A value that was reached, in the unit of the target.
    Reached(Amount),
    /// It was reached, without a number: `Không xảy ra …`, `đạt chuẩn`.
    Attained,
    /// There is no figure yet: `chưa có số liệu`, `chưa thực hiện`.
    NotYet,
}

/// A change that the report tells beside a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How much.
    pub value: Amount,
    /// Its unit.
    pub unit: Option<String>,
    /// Whether it rose.
    pub rose: bool,
}

/// An answer of the report to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The target.
    pub target: String,
    /// What the report says.
    pub said: Said,
    /// The value of the plan as the report prints it.
    pub planned: Option<Amount>,
    /// a of `a/b` for a rate, and b.
    pub ratio: Option<(Amount, Amount)>,
    /// Percent of the plan as printed (`vượt 5 %` is 105).
    pub percent_of_plan: Option<Amount>,
    /// The change told with it.
    pub change: Option<Change>,
    /// The unit of the value.
    pub unit: Option<String>,
    /// What the report calls it.
    pub name: String,
    /// The file's own text.
    pub raw: String,
    /// Where it stands.
    pub lines: Lines,
    /// How sure the reader is that it answers this target, with this value.
    pub confidence: Confidence,
}

/// Reads the answers of a report to the targets of a movement, in the order of the targets; at most one for each.
pub fn read_results(text: &SourceText, asked: &[Asked]) -> Vec<Answer> {
    let lines = &text.lines;
    let damage = restore::measure(lines);
    let mut tables = table::tables(lines, damage.is_any());
    for cell in tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        restore::restore(cell, damage);
    }
    let taken: Vec<_> = tables.iter().map(|table| table.lines.clone()).collect();
    let rows = paragraph::rows(lines, &taken, damage);
    let year = rows.iter().take(30).find_map(|row| {
        dates::subject_year(&row.tokens).filter(|_| {
            ["bao cao", "ket qua", "so ket", "tong ket"].iter().any(|words| super::token::has(&row.tokens, words))
        })
    });
    let source = Source::new(lines);
    let paragraphs = paragraph::join(rows);
    let outline = outline::outline(&paragraphs);
    let mut found = rows::facts(&source, &tables, year);
    found.extend(facts::facts(&source, &paragraphs, &outline, year));
    matching::answers(&found, asked)
}

#[cfg(test)]
mod tests;
