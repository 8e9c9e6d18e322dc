//! Reporting points of a year. A figure counts from the first of January to the end of its period.

use chrono::{Datelike, NaiveDate};

/// A point of the year at which figures are reported.
///
/// The second quarter's report is the half-year's, the fourth quarter's is the year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// Quý I.
    FirstQuarter,
    /// Quý II, 6 tháng đầu năm.
    FirstHalf,
    /// Quý III, 9 tháng.
    ThreeQuarters,
    /// Quý IV, cả năm.
    Year,
}

impl Period {
    /// Every period in the order of the year.
    pub const ALL: [Period; 4] = [Period::FirstQuarter, Period::FirstHalf, Period::ThreeQuarters, Period::Year];

    /// `Q1`, `H1`, `Q3`, `Y`.
    pub fn code(self) -> &'static str {
        match self {
            Period::FirstQuarter => "Q1",
            Period::FirstHalf => "H1",
            Period::ThreeQuarters => "Q3",
            Period::Year => "Y",
        }
    }

    /// The period of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.code() == code)
    }

    /// Months of the year that have passed at its end.
    pub fn months(self) -> i32 {
        match self {
            Period::FirstQuarter => 3,
            Period::FirstHalf => 6,
            Period::ThreeQuarters => 9,
            Period::Year => 12,
        }
    }

    /// Its last day in a year.
    pub fn last_day(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = match self {
            Period::FirstQuarter => (3, 31),
            Period::FirstHalf => (6, 30),
            Period::ThreeQuarters => (9, 30),
            Period::Year => (12, 31),
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// The period of a year that a day falls into; before the year its first, after it its last.
    pub fn at(year: i32, day: NaiveDate) -> Period {
        if day.year() > year {
            return Period::Year;
        }
        if day.year() < year {
            return Period::FirstQuarter;
        }
        match day.month() {
            1..=3 => Period::FirstQuarter,
            4..=6 => Period::FirstHalf,
            7..=9 => Period::ThreeQuarters,
            _ => Period::Year,
        }
    }
}
