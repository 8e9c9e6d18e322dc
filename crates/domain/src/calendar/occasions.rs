//! Occasions of the year that movements celebrate, and anniversaries by arithmetic.

use super::lunar;
use crate::basics::Says;
use crate::basics::text::fold;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::sync::LazyLock;

/// Whom an occasion concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The whole country.
    National,
    /// One sector: its schools, its police, its clinics.
    Sector,
    /// An authority and those below it: the founding of a province, the liberation of a district.
    Local,
}

/// An occasion of every year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Stable word: `party`, `teachers` …
    pub code: String,
    /// Its name.
    pub name: Says,
    /// Whether month and day are those of the lunar calendar.
    pub lunar: bool,
    /// Month of the year.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// The year it counts from, where documents agree on one.
    pub origin: Option<i32>,
    /// Whom it concerns.
    pub scope: Scope,
    phrases: Vec<String>,
}

/// An occasion in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The occasion.
    pub occasion: &'static Occasion,
    /// The day of that year.
    pub day: NaiveDate,
    /// Which anniversary it is.
    pub years: Option<i32>,
}

/// How round an anniversary is (Nghị định 111/2018/NĐ-CP, Điều 4: năm tròn, năm lẻ 5, năm khác; mark S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roundness {
    /// The number of years ends with 0.
    Round,
    /// It ends with 5.
    Five,
    /// Any other.
    Other,
}

/// What is wrong with a printed occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The printed number of years is not the year less the year of origin.
    Years {
        /// As printed.
        printed: u32,
        /// As computed.
        computed: i32,
    },
    /// The printed first day is not that of the known occasion.
    Origin {
        /// The occasion.
        occasion: &'static Occasion,
        /// Its first day.
        known: NaiveDate,
        /// As printed.
        printed: NaiveDate,
    },
    /// The printed day of the year is not that of the known occasion.
    Day {
        /// The occasion.
        occasion: &'static Occasion,
        /// Its day in that year.
        known: NaiveDate,
        /// As printed.
        printed: NaiveDate,
    },
}

#[derive(Deserialize)]
struct Written {
    code: String,
    vi: String,
    en: String,
    #[serde(default)]
    lunar: bool,
    month: u32,
    day: u32,
    origin: Option<i32>,
    scope: Scope,
    phrases: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    occasion: Vec<Written>,
}

const FILE: &str = include_str!("../../../../rules/calendar/occasions.toml");

/// The occasions that ship with the product.
pub static OCCASIONS: LazyLock<Vec<Occasion>> = LazyLock::new(|| {
    // a test reads the file, so that a broken one never ships
    let file: File = toml::from_str(FILE).unwrap_or_default();
    let occasions = file.occasion.into_iter().map(|one| Occasion {
        code: one.code,
        name: Says::new(one.vi, one.en),
        lunar: one.lunar,
        month: one.month,
        day: one.day,
        origin: one.origin,
        scope: one.scope,
        phrases: one.phrases,
    });
    occasions.collect()
});

impl Occasion {
    /// An occasion of an authority's own. `None` when no year has such a day.
    pub fn local(
        code: String,
        name: String,
        lunar: bool,
        (month, day): (u32, u32),
        origin: Option<i32>,
    ) -> Option<Occasion> {
        let exists = if lunar {
            (1..=12).contains(&month) && (1..=30).contains(&day)
        } else {
            NaiveDate::from_ymd_opt(2024, month, day).is_some()
        };
        let phrases = vec![fold(&name)];
        exists.then(|| Occasion {
            code,
            name: Says::new(name.clone(), name),
            lunar,
            month,
            day,
            origin,
            scope: Scope::Local,
            phrases,
        })
    }

    /// Whether a printed name, folded, means it; how long the phrase is that says so.
    fn means(&self, folded: &str) -> Option<usize> {
        self.phrases.iter().filter(|phrase| folded.contains(phrase.as_str())).map(String::len).max()
    }

    /// Its day in a year.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        if self.lunar {
            lunar::day_of(year, self.month, self.day)
        } else {
            NaiveDate::from_ymd_opt(year, self.month, self.day)
        }
    }

    /// Which anniversary it is in a year.
    pub fn years(&self, year: i32) -> Option<i32> {
        self.origin.map(|origin| year - origin).filter(|years| *years > 0)
    }
}

/// The occasions of a year in the order of their days.
pub fn of_year(year: i32) -> Vec<Held> {
    let mut held: Vec<Held> = OCCASIONS
        .iter()
        .filter_map(|occasion| Some(Held { occasion, day: occasion.in_year(year)?, years: occasion.years(year) }))
        .filter(|held| held.occasion.origin.is_none_or(|origin| origin <= year))
        .collect();
    held.sort_by_key(|held| held.day);
    held
}

/// RULE-19: an anniversary is the year less the year of origin.
pub fn anniversary(origin: NaiveDate, day: NaiveDate) -> i32 {
    day.year() - origin.year()
}

/// How round a number of years is.
pub fn roundness(years: i32) -> Roundness {
    match years.rem_euclid(10) {
        0 => Roundness::Round,
        5 => Roundness::Five,
        _ => Roundness::Other,
    }
}

/// The occasion that a printed name means, by the longest phrase that it contains.
pub fn recognise(name: &str) -> Option<&'static Occasion> {
    recognise_among(name, &OCCASIONS)
}

/// The occasion of a list that a printed name means.
pub fn recognise_among<'a>(name: &str, occasions: &'a [Occasion]) -> Option<&'a Occasion> {
    let folded = fold(name);
    let found = occasions.iter().filter_map(|one| Some((one.means(&folded)?, one)));
    found.max_by_key(|(length, _)| *length).map(|(_, one)| one)
}

/// What is wrong with an occasion as printed. An occasion that is not known is only checked by arithmetic.
pub fn slips(name: &str, years: Option<u32>, origin: Option<NaiveDate>, day: Option<NaiveDate>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let known = recognise(name);
    if let (Some(occasion), Some(printed)) = (known, origin)
        && let Some(first) = occasion.origin.and_then(|year| occasion.in_year(year))
        && first != printed
    {
        slips.push(Slip::Origin { occasion, known: first, printed });
    }
    if let (Some(occasion), Some(printed)) = (known, day)
        && let Some(right) = occasion.in_year(printed.year())
        && right != printed
    {
        slips.push(Slip::Day { occasion, known: right, printed });
    }
    // without a printed first day the known one counts
    let computed = match (origin, known, day) {
        (Some(origin), _, Some(day)) => Some(anniversary(origin, day)),
        (None, Some(occasion), Some(day)) => occasion.years(day.year()),
        _ => None,
    };
    if let (Some(printed), Some(computed)) = (years, computed)
        && i32::try_from(printed) != Ok(computed)
    {
        slips.push(Slip::Years { printed, computed });
    }
    slips
}

#[cfg(test)]
#[path = "occasions_tests.rs"]
mod tests;
