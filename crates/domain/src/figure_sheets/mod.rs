//! The figures of one unit for one round as a sheet: what it shows, what came back in it, and what that would change.
//!
//! A sheet leaves as a workbook, is filled in anywhere, and comes back; or it is typed into a grid, or pasted. Whichever
//! way, every line is checked by the same rules, and nothing is written here: a person sees the differences first.

mod check;
mod column_words;
mod difference;
mod matching;
mod result;
mod rule_words;
mod value;
mod words;

pub use check::{Known, Problem, check};
pub use difference::{Row, Verdict, parts_differ, verdict};
pub use matching::{Lines, Way};
pub use result::result;
pub use value::{Read, read_number, read_text, read_value};
pub use words::{Told, finding};

use crate::basics::Amount;
use crate::figures::Figure;
use crate::lists::{Cell, Column, Kind};
use crate::periods::Period;
use crate::targets::Comparator;
use chrono::NaiveDate;
use std::sync::LazyLock;

/// What a sheet is of: one unit, one movement, one period of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The authority that asks for the figures.
    pub authority: String,
    /// The movement, by name.
    pub movement: String,
    /// The movement.
    pub movement_id: String,
    /// The unit that reports, by name.
    pub unit: String,
    /// The unit that reports.
    pub unit_id: String,
    /// The period.
    pub period: Period,
    /// The year.
    pub year: i32,
    /// The last day to report.
    pub due: Option<NaiveDate>,
}

/// What a line of a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The heading of a group, or a compound line: nothing is entered.
    Group,
    /// A compound line whose parts add up: shown as their sum.
    Sum,
    /// A number is entered.
    Number,
    /// Yes, partly or no is entered.
    Judged,
}

impl LineKind {
    /// Whether something is entered.
    pub fn is_entered(self) -> bool {
        matches!(self, LineKind::Number | LineKind::Judged)
    }

    /// `group`, `sum`, `number`, `judged`.
    pub fn code(self) -> &'static str {
        match self {
            LineKind::Group => "group",
            LineKind::Sum => "sum",
            LineKind::Number => "number",
            LineKind::Judged => "judged",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [LineKind::Group, LineKind::Sum, LineKind::Number, LineKind::Judged]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// What is entered in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// The figure, cumulative from the first of January.
    pub figure: Figure,
    /// Numerator.
    pub numerator: Option<Amount>,
    /// Denominator.
    pub denominator: Option<Amount>,
    /// The day the figure is of.
    pub dated: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Option<String>,
    /// A note; the reason where the line does not apply.
    pub note: Option<String>,
}

impl Values {
    /// Whether nothing is entered at all.
    pub fn is_empty(&self) -> bool {
        *self == Values::default()
    }
}

/// A line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The target.
    pub id: String,
    /// The version of the figure that the sheet shows; 0 where there is none.
    pub version: i64,
    /// The plan's own number: “(1)”, “2.1”, “-”.
    pub number: String,
    /// The name.
    pub name: String,
    /// The unit of measure.
    pub measure: Option<String>,
    /// What is asked, in words: “từ 99,6 trở lên”.
    pub asked: String,
    /// What it is.
    pub kind: LineKind,
    /// How the figure is compared.
    pub comparator: Option<Comparator>,
    /// The plan's value, or the lower bound.
    pub value: Option<Amount>,
    /// The upper bound.
    pub value_max: Option<Amount>,
    /// The compound line above it, by its place.
    pub parent: Option<usize>,
    /// What was reported for the period before.
    pub previous: Figure,
    /// What was reported for the same period of the year before.
    pub last_year: Figure,
    /// What is entered now.
    pub now: Values,
}

impl Line {
    /// Whether its figure is a percentage.
    pub fn is_percent(&self) -> bool {
        self.measure.as_deref().is_some_and(|measure| measure.trim().starts_with(['%', '‰']))
    }

    /// Whether the figure may be below zero: changes may, amounts and rates may not.
    pub fn may_fall(&self) -> bool {
        matches!(self.comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy))
    }
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is of.
    pub head: Head,
    /// Its lines in the order of the plan.
    pub lines: Vec<Line>,
}

/// Columns that are entered, by their places among [`entered_columns`].
pub mod place {
    /// The figure.
    pub const VALUE: usize = 0;
    /// Numerator.
    pub const NUMERATOR: usize = 1;
    /// Denominator.
    pub const DENOMINATOR: usize = 2;
    /// The day.
    pub const DATED: usize = 3;
    /// The source.
    pub const SOURCE: usize = 4;
    /// The note.
    pub const NOTE: usize = 5;
    /// How many there are.
    pub const COUNT: usize = 6;
}

/// The columns that are entered, in their order: [`place`] names them.
pub fn entered_columns() -> &'static [Column] {
    static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(column_words::entered_columns);
    &COLUMNS
}

/// Every column of a sheet but the numbers of its rows: the name, what is shown, then what is entered.
pub fn columns() -> &'static [Column] {
    static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
        let mut columns = column_words::shown_columns();
        columns.extend(column_words::entered_columns());
        columns
    });
    &COLUMNS
}

/// Columns that are shown before those that are entered: name, measure, plan, period before, year before.
pub const SHOWN: usize = 5;

/// The kind of the figure's column in a line.
pub fn value_kind(line: &Line) -> &'static Kind {
    &value::column_of(line).kind
}

/// What a figure looks like in its cell.
pub fn shown(figure: Figure) -> String {
    value::shown(figure)
}

/// The cell that a figure makes in a workbook.
pub fn value_cell(figure: Figure) -> Cell {
    value::cell(figure)
}

/// A figure as programs keep it: `9007.4`, `yes`, `not-applicable`; empty where nothing was entered.
pub fn figure_code(figure: Figure) -> String {
    value::code(figure)
}

/// The figure of [`figure_code`].
pub fn figure_of_code(code: &str) -> Option<Figure> {
    value::of_code(code)
}

/// The words of the three judgements, for a list to pick from.
pub fn judgements() -> Vec<String> {
    value::judgements()
}

#[cfg(test)]
mod tests;
