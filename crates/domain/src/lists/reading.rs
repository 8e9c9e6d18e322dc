//! From what stands in a cell to a typed cell.
//!
//! Nothing is guessed: what has two readings, or none, is a [`CellProblem`].

use super::cell::Cell;
use super::column::{Choice, Column, Kind};
use super::names::{Names, Rank};
use super::problem::CellProblem;
use super::text::tidy_text;
use super::words;
use crate::basics::date::{self, DateProblem};
use crate::basics::text::fold;
use crate::basics::{Amount, AmountProblem, Expectation};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashMap;

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// The first year that a date in a list may have; births lie before 1930 too.
const FIRST_YEAR: u32 = 1900;
/// Digits that a spreadsheet keeps of a number.
const SHEET_DIGITS: u32 = 15;
/// Letters that a cell of a workbook can hold (counted as UTF-16, as spreadsheets do).
const LONGEST_TEXT: usize = 32_000;

/// The longest name, as in forms.
const LONGEST_NAME: usize = 200;

/// How a number is formatted in its cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As a number.
    #[default]
    Plain,
    /// As a day or a time.
    Day,
    /// As a percentage: 0.125 is shown as 12,5 %.
    Percent,
}

/// Reads the cells of one column; made once for each column.
#[derive(Clone, Debug)]
pub struct CellReader<'a> {
    column: &'a Column,
    choices: Names,
    /// The choices by their labels, letter for letter: what nearly every cell holds.
    labels: HashMap<&'a str, Option<usize>>,
}

impl<'a> CellReader<'a> {
    /// A reader for the cells of this column.
    pub fn new(column: &'a Column) -> Self {
        let choices = match &column.kind {
            Kind::Choice(choices) => Names::new(choices.iter().enumerate().flat_map(|(at, choice)| {
                std::iter::once(choice.label.as_str())
                    .chain(choice.also.iter().map(String::as_str))
                    .map(move |name| (at, name))
            })),
            _ => Names::default(),
        };
        let mut labels = HashMap::new();
        if let Kind::Choice(all) = &column.kind {
            for (at, choice) in all.iter().enumerate() {
                // two of one label are told apart by nobody
                labels.entry(choice.label.as_str()).and_modify(|known| *known = None).or_insert(Some(at));
            }
        }
        CellReader { column, choices, labels }
    }

    /// The column.
    pub fn column(&self) -> &'a Column {
        self.column
    }

    /// Reads what was typed as text, in a workbook, in a text file or in a form.
    ///
    /// # Errors
    /// What is the matter with it.
    pub fn text(&self, typed: &str) -> Result<Cell, CellProblem> {
        let tidy = tidy_text(typed);
        if tidy.is_empty() {
            return Ok(Cell::Empty);
        }
        match &self.column.kind {
            Kind::Text if tidy.encode_utf16().count() > LONGEST_TEXT => Err(CellProblem::TooLong),
            Kind::Text if self.column.names && tidy.chars().count() > LONGEST_NAME => Err(CellProblem::NameTooLong),
            Kind::Text => Ok(Cell::Text(tidy)),
            Kind::Whole => whole(amount(&tidy, Expectation::Quantity)?.decimal()),
            Kind::Amount(expected) => amount(&tidy, *expected).map(Cell::Amount),
            Kind::Date { year_alone } => day(&tidy, *year_alone),
            Kind::Choice(choices) => self.choice(&tidy, choices),
            Kind::YesNo => yes_no(&tidy),
        }
    }

    /// Reads a number of a workbook. `from_1904` tells which days its serial numbers count.
    ///
    /// # Errors
    /// What is the matter with it.
    pub fn number(&self, value: Decimal, look: Look, from_1904: bool) -> Result<Cell, CellProblem> {
        match (&self.column.kind, look) {
            (Kind::Text, Look::Day) => Ok(Cell::Text(shown_number(value, look, from_1904))),
            (Kind::Date { year_alone }, _) => day_of_number(value, look, from_1904, *year_alone),
            (Kind::Amount(Expectation::Percent), Look::Percent) => {
                exact(value.checked_mul(Decimal::ONE_HUNDRED).ok_or(CellProblem::TooLarge)?).map(Cell::Amount)
            }
            (Kind::Whole | Kind::Amount(_), Look::Day) => Err(CellProblem::DayForNumber),
            (Kind::Whole | Kind::Amount(_), Look::Percent) => Err(CellProblem::PercentForNumber),
            (Kind::Whole | Kind::Text, _) if value.abs() >= Decimal::from(1_000_000_000_000_000u64) => {
                Err(CellProblem::DigitsLost)
            }
            (Kind::Whole, _) => whole(value),
            (Kind::Amount(_), _) => exact(value).map(Cell::Amount),
            (Kind::Text | Kind::Choice(_) | Kind::YesNo, _) => self.text(&shown_number(value, look, from_1904)),
        }
    }

    /// Reads a true or false of a workbook.
    ///
    /// # Errors
    /// What is the matter with it.
    pub fn truth(&self, yes: bool) -> Result<Cell, CellProblem> {
        match self.column.kind {
            Kind::YesNo => Ok(Cell::YesNo(yes)),
            _ => self.text(if yes { words::YES } else { words::NO }),
        }
    }

    fn choice(&self, typed: &str, choices: &[Choice]) -> Result<Cell, CellProblem> {
        let label = |at: &usize| choices.get(*at).map(|choice| choice.label.clone());
        if let Some(meant) = self
            .labels
            .get(typed)
            .copied()
            .flatten()
            .or_else(|| self.choices.one(typed))
            .and_then(|at| choices.get(at))
        {
            return Ok(Cell::Choice(meant.code.clone()));
        }
        let alike: Vec<String> =
            self.choices.find(typed).iter().filter_map(|(at, _): &(usize, Rank)| label(at)).collect();
        if alike.is_empty() {
            Err(CellProblem::NotAChoice(near(typed, choices)))
        } else {
            Err(CellProblem::SeveralChoices(alike))
        }
    }
}

/// The labels that hold what was typed, or are held by it.
fn near(typed: &str, choices: &[Choice]) -> Vec<String> {
    let typed = fold(typed);
    let close = |label: &str| {
        let label = fold(label);
        typed.chars().count() > 2 && (label.contains(&typed) || typed.contains(&label))
    };
    choices.iter().filter(|choice| close(&choice.label)).map(|choice| choice.label.clone()).take(3).collect()
}

fn amount(typed: &str, expected: Expectation) -> Result<Amount, CellProblem> {
    let digits = match expected {
        Expectation::Percent => typed.strip_suffix('%').unwrap_or(typed),
        Expectation::Quantity => typed,
    };
    Amount::read(digits, expected).map_err(|problem| match problem {
        AmountProblem::Empty | AmountProblem::NotANumber => CellProblem::NotANumber,
        AmountProblem::TooManyDecimals => CellProblem::TooManyDecimals,
        AmountProblem::TooLarge => CellProblem::TooLarge,
        AmountProblem::TwoReadings(one, two) => CellProblem::TwoReadings(one, two),
    })
}

fn exact(value: Decimal) -> Result<Amount, CellProblem> {
    Amount::new(value).map_err(|problem| match problem {
        AmountProblem::TooManyDecimals => CellProblem::TooManyDecimals,
        _ => CellProblem::TooLarge,
    })
}

fn whole(value: Decimal) -> Result<Cell, CellProblem> {
    if !value.is_integer() {
        return Err(CellProblem::NotWhole);
    }
    value.to_i64().map(Cell::Whole).ok_or(CellProblem::TooLarge)
}

fn yes_no(typed: &str) -> Result<Cell, CellProblem> {
    let folded = fold(typed);
    let among = |ways: &[&str]| ways.contains(&folded.as_str());
    match (among(&words::YES_WAYS), among(&words::NO_WAYS)) {
        (true, _) => Ok(Cell::YesNo(true)),
        (_, true) => Ok(Cell::YesNo(false)),
        _ => Err(CellProblem::NotYesNo),
    }
}

/// `7/03/2022`, `2022-03-07 00:00:00`, `ngày 7 tháng 03 năm 2022`, and `1985` or `năm 1985` where a year alone will do.
fn day(typed: &str, year_alone: bool) -> Result<Cell, CellProblem> {
    let folded = fold(typed);
    if year_alone {
        let digits = folded.strip_prefix(words::YEAR).unwrap_or(&folded).trim();
        if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return year(digits.parse().unwrap_or(0));
        }
    }
    let plain = match in_words(&folded) {
        Some(plain) => plain,
        // a time behind the day says nothing
        None => folded.split([' ', 't']).next().filter(|first| first.len() >= 8).unwrap_or(&folded).to_owned(),
    };
    date::read_date_since(FIRST_YEAR, &plain).map(Cell::Date).map_err(|problem| match problem {
        DateProblem::Empty | DateProblem::NotADate => CellProblem::NotADate,
        DateProblem::NoSuchDay => CellProblem::NoSuchDay,
        DateProblem::YearOutOfRange => CellProblem::YearOutOfRange,
    })
}

/// `ngay 7 thang 03 nam 2022` as `7/03/2022`; the first word may be missing.
fn in_words(folded: &str) -> Option<String> {
    let rest = folded.strip_prefix(words::DAY).unwrap_or(folded);
    let (day, rest) = rest.split_once(words::MONTH)?;
    let (month, year) = rest.split_once(words::YEAR)?;
    let trimmed = |part: &str| part.trim_matches(|c: char| c.is_whitespace() || c == ',' || c == '.').to_owned();
    Some(format!("{}/{}/{}", trimmed(day), trimmed(month), trimmed(year)))
}

fn year(year: i32) -> Result<Cell, CellProblem> {
    if (1900..=2100).contains(&year) { Ok(Cell::Year(year)) } else { Err(CellProblem::YearOutOfRange) }
}

fn day_of_number(value: Decimal, look: Look, from_1904: bool, year_alone: bool) -> Result<Cell, CellProblem> {
    // a year typed where days are expected: the spreadsheet takes 1985 for a day of 1905
    if year_alone && value.is_integer() && (Decimal::from(1900)..=Decimal::from(2100)).contains(&value) {
        return year(value.to_i32().unwrap_or(0));
    }
    let day = day_of_serial(value, from_1904).ok_or(CellProblem::NotADate)?;
    let least = if look == Look::Day { 1900 } else { 1930 };
    if look != Look::Percent && (least..=2100).contains(&day.year()) {
        Ok(Cell::Date(day))
    } else if look == Look::Day {
        Err(CellProblem::YearOutOfRange)
    } else {
        Err(CellProblem::NotADate)
    }
}

/// The day that a serial number of a workbook means. Its time of day is left out.
pub fn day_of_serial(serial: Decimal, from_1904: bool) -> Option<NaiveDate> {
    let days = serial.floor().to_u64()?;
    if days > 3_000_000 {
        return None;
    }
    // spreadsheets count a 29th of February 1900 that never was
    let (start, days) = match (from_1904, days) {
        (true, days) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, days),
        (false, 60) => return None,
        (false, days @ 0..60) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, days),
        (false, days) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, days),
    };
    start.checked_add_days(Days::new(days))
}

/// The serial number that a workbook keeps for a day; nothing for days before 1 March 1900.
pub fn serial_of_day(day: NaiveDate) -> Option<u32> {
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    u32::try_from(day.signed_duration_since(start).num_days()).ok().filter(|serial| *serial > 60)
}

/// The number that a workbook keeps as text: `22635.290000000001`, `1E-3`. Its digits beyond the fifteenth are noise.
pub fn sheet_number(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let number =
        if text.contains(['e', 'E']) { Decimal::from_scientific(text).ok()? } else { text.parse().ok()? };
    if number.mantissa().unsigned_abs() < 1_000_000_000_000_000 {
        return Some(number);
    }
    number.round_sf_with_strategy(SHEET_DIGITS, RoundingStrategy::MidpointAwayFromZero)
}

/// A number as people see it in a Vietnamese workbook, without dots between thousands.
pub fn shown_number(value: Decimal, look: Look, from_1904: bool) -> String {
    let comma = |value: Decimal| value.normalize().to_string().replace('.', ",");
    match look {
        Look::Day => day_of_serial(value, from_1904).map_or_else(|| comma(value), date::short),
        Look::Percent => {
            value.checked_mul(Decimal::ONE_HUNDRED).map_or_else(|| comma(value), |v| format!("{}%", comma(v)))
        }
        Look::Plain => comma(value),
    }
}

#[cfg(test)]
mod tests;
