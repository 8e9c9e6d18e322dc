//! Why what stands in a cell is not of its column's kind.

use super::column::Column;
use super::words;
use crate::basics::{Amount, Says};

/// Why a cell cannot be read, or what to know about how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// A required cell is empty.
    Missing,
    /// No number.
    NotANumber,
    /// A number with a part behind the comma where a whole one is needed.
    NotWhole,
    /// More than four decimals.
    TooManyDecimals,
    /// Beyond what numbers here may be.
    TooLarge,
    /// Two readings are plausible.
    TwoReadings(Amount, Amount),
    /// A day where a number is needed: spreadsheets make days of `1.5` and `3/4`.
    DayForNumber,
    /// A percentage where another kind of number is needed.
    PercentForNumber,
    /// No day.
    NotADate,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// A year outside the range.
    YearOutOfRange,
    /// None of the choices; those that are near.
    NotAChoice(Vec<String>),
    /// Several choices could be meant.
    SeveralChoices(Vec<String>),
    /// Neither có nor không.
    NotYesNo,
    /// A number so long that the spreadsheet has already dropped digits.
    DigitsLost,
    /// The spreadsheet could not compute the cell: `#N/A`.
    SheetError,
    /// Longer than a cell of a workbook can be.
    TooLong,
    /// Longer than a name is.
    NameTooLong,
}

impl CellProblem {
    /// Its stable number.
    pub fn number(&self) -> &'static str {
        match self {
            CellProblem::Missing => "LST-101",
            CellProblem::NotANumber => "LST-102",
            CellProblem::NotWhole => "LST-103",
            CellProblem::TooManyDecimals => "LST-104",
            CellProblem::TooLarge => "LST-105",
            CellProblem::TwoReadings(..) => "LST-106",
            CellProblem::DayForNumber => "LST-107",
            CellProblem::PercentForNumber => "LST-108",
            CellProblem::NotADate => "LST-109",
            CellProblem::NoSuchDay => "LST-110",
            CellProblem::YearOutOfRange => "LST-111",
            CellProblem::NotAChoice(_) => "LST-112",
            CellProblem::SeveralChoices(_) => "LST-113",
            CellProblem::NotYesNo => "LST-114",
            CellProblem::DigitsLost => "LST-115",
            CellProblem::SheetError => "LST-116",
            CellProblem::TooLong => "LST-117",
            CellProblem::NameTooLong => "LST-118",
        }
    }

    /// What is the matter with what was typed, and how to mend it.
    pub fn says(&self, column: &Column, typed: &str) -> (Says, Says) {
        words::problem(self, column, typed)
    }
}
