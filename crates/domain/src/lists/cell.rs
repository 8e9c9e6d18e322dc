//! A typed cell, and what ties a row to a record.

use super::column::Kind;
use super::text::tidy_text;
use super::words;
use crate::basics::{Amount, date};
use chrono::NaiveDate;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, tidied: make it with [`Cell::text`].
    Text(String),
    /// A whole number.
    Whole(i64),
    /// An exact number.
    Amount(Amount),
    /// A day.
    Date(NaiveDate),
    /// A year in a column of days that takes years alone.
    Year(i32),
    /// The code of a choice.
    Choice(String),
    /// Có or không.
    YesNo(bool),
    /// What was typed and is nothing of the column's kind. It refuses its row until somebody mends it.
    Unread(String),
}

impl Cell {
    /// A cell with this text, tidied as it will come back; an empty cell when nothing is left.
    pub fn text(text: &str) -> Self {
        let tidy = tidy_text(text);
        if tidy.is_empty() { Cell::Empty } else { Cell::Text(tidy) }
    }

    /// Text, or an empty cell.
    pub fn text_or_empty(text: Option<&str>) -> Self {
        text.map_or(Cell::Empty, Cell::text)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }

    /// What people read: `9.007,4`, `07/3/2022`, the label of a choice, `Có`.
    pub fn shown(&self, kind: &Kind) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Unread(text) => text.clone(),
            Cell::Whole(number) => number.to_string(),
            Cell::Amount(amount) => amount.vietnamese(),
            Cell::Date(day) => date::short(*day),
            Cell::Year(year) => year.to_string(),
            Cell::Choice(code) => match kind {
                Kind::Choice(choices) => choices
                    .iter()
                    .find(|choice| choice.code == *code)
                    .map_or_else(|| code.clone(), |c| c.label.clone()),
                _ => code.clone(),
            },
            Cell::YesNo(yes) => (if *yes { words::YES } else { words::NO }).to_owned(),
        }
    }
}

/// What ties a row of a workbook to a record: which one, and its version when it was written out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tie {
    /// The identity of the record.
    pub identity: String,
    /// The version of the record that the workbook shows.
    pub version: i64,
}

impl Tie {
    /// A tie to one version of a record.
    pub fn new(identity: impl Into<String>, version: i64) -> Self {
        Tie { identity: identity.into(), version }
    }
}
