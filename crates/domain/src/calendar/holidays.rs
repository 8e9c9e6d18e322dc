//! Public holidays as dated law, and what was decided for each year.
//!
//! Bộ luật Lao động 45/2019/QH14, Điều 112: the days; Điều 111 khoản 3: a holiday on a weekly day of rest is made up
//! on the next working day. Which five days are Tết and which day goes with 2 September is decided every year
//! (Điều 112 khoản 3), and so are swaps of a working day with a Saturday.

use crate::basics::Says;
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// How sure a value of the law is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Mark {
    /// The provision was read, or an official quotation of it.
    #[serde(rename = "V")]
    Verified,
    /// One secondary source, or an inference.
    #[serde(rename = "S")]
    Secondary,
    /// Not verified: never decides alone.
    #[serde(rename = "U")]
    Unverified,
}

/// Which days a holiday has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The same day of every year.
    Solar {
        /// Month of the year.
        month: u32,
        /// Day of the month.
        day: u32,
    },
    /// The same day of every lunar year.
    Lunar {
        /// Lunar month.
        month: u32,
        /// Day of it.
        day: u32,
    },
    /// Five days around the lunar new year.
    Tet,
    /// 2 September and the day before or after it.
    NationalDay,
}

/// A holiday of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Stable word: `tet`, `national-day` …
    pub code: String,
    /// Its name.
    pub name: Says,
    /// Its days.
    pub kind: Kind,
    /// The first day on which this entry of the law is in force.
    pub from: NaiveDate,
    /// The last, if it has ended.
    pub until: Option<NaiveDate>,
    /// The document.
    pub document: String,
    /// The article.
    pub article: String,
    /// How sure it is.
    pub mark: Mark,
}

/// What was decided for one year, by one document. Several decisions of a year add up; a later one comes first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Decision {
    /// The year.
    pub year: i32,
    /// First and last of the five days of Tết.
    pub tet: Option<(NaiveDate, NaiveDate)>,
    /// The day that goes with 2 September.
    pub beside_national_day: Option<NaiveDate>,
    /// Working days that became free, each with the day of rest that is worked instead.
    #[serde(default)]
    pub swaps: Vec<Swap>,
    /// Other days on which nobody works.
    #[serde(default)]
    pub free: Vec<NaiveDate>,
    /// Whether nothing more is decided for the year.
    #[serde(default)]
    pub complete: bool,
    /// The document.
    pub document: String,
    /// How sure it is.
    pub mark: Mark,
}

/// A working day swapped with a day of rest (hoán đổi).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Swap {
    /// The working day that is free.
    pub off: NaiveDate,
    /// The day of rest that is worked.
    pub work: NaiveDate,
}

#[derive(Deserialize)]
struct Written {
    code: String,
    vi: String,
    en: String,
    kind: String,
    #[serde(default)]
    month: u32,
    #[serde(default)]
    day: u32,
    from: NaiveDate,
    until: Option<NaiveDate>,
    document: String,
    article: String,
    mark: Mark,
}

impl Written {
    fn holiday(self) -> Option<Holiday> {
        let kind = match self.kind.as_str() {
            "solar" => Kind::Solar { month: self.month, day: self.day },
            "lunar" => Kind::Lunar { month: self.month, day: self.day },
            "tet" => Kind::Tet,
            "national-day" => Kind::NationalDay,
            _ => return None,
        };
        Some(Holiday {
            code: self.code,
            name: Says::new(self.vi, self.en),
            kind,
            from: self.from,
            until: self.until,
            document: self.document,
            article: self.article,
            mark: self.mark,
        })
    }
}

#[derive(Default, Deserialize)]
struct HolidayFile {
    holiday: Vec<Written>,
}

#[derive(Default, Deserialize)]
struct YearFile {
    year: Vec<Decision>,
}

const HOLIDAYS: &str = include_str!("../../../../rules/calendar/holidays.toml");
const YEARS: &str = include_str!("../../../../rules/calendar/years.toml");

/// The holidays of the law that ship with the product.
pub static LAW: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    // a test reads the file, so that a broken one never ships
    let file: HolidayFile = toml::from_str(HOLIDAYS).unwrap_or_default();
    file.holiday.into_iter().filter_map(Written::holiday).collect()
});

/// The decisions that ship with the product.
pub static DECISIONS: LazyLock<Vec<Decision>> = LazyLock::new(|| {
    let file: YearFile = toml::from_str(YEARS).unwrap_or_default();
    file.year
});

impl Holiday {
    /// Whether this entry of the law counts on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_files_of_holidays_and_years_are_read() {
        let law: HolidayFile = toml::from_str(HOLIDAYS).expect("the holidays");
        let kinds: Vec<Option<Holiday>> = law.holiday.into_iter().map(Written::holiday).collect();
        assert!(kinds.iter().all(Option::is_some), "every kind is known");
        let codes: HashSet<&str> = LAW.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.len(), LAW.len());
        toml::from_str::<YearFile>(YEARS).expect("the years");
    }

    #[test]
    fn every_decision_names_days_of_its_own_year_and_its_document() {
        for one in DECISIONS.iter() {
            let days = one.tet.iter().flat_map(|(first, last)| [*first, *last]);
            let days =
                days.chain(one.beside_national_day).chain(one.swaps.iter().flat_map(|swap| [swap.off, swap.work]));
            for day in days {
                assert_eq!(chrono::Datelike::year(&day), one.year, "{day}");
            }
            if let Some((first, last)) = one.tet {
                assert_eq!((last - first).num_days(), 4, "five days of Tết in {}", one.year);
            }
            assert!(!one.document.is_empty() && one.mark != Mark::Unverified);
        }
    }
}
