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
    let folded = fold(name);
    let found = OCCASIONS.iter().flat_map(|one| one.phrases.iter().map(move |phrase| (phrase, one)));
    found
        .filter(|(phrase, _)| folded.contains(phrase.as_str()))
        .max_by_key(|(phrase, _)| phrase.len())
        .map(|(_, one)| one)
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
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn the_file_of_occasions_is_read_and_every_day_exists() {
        let file: File = toml::from_str(FILE).expect("the occasions");
        assert_eq!(file.occasion.len(), OCCASIONS.len());
        let codes: HashSet<&str> = OCCASIONS.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.len(), OCCASIONS.len());
        for one in OCCASIONS.iter() {
            assert!(one.in_year(2024).is_some(), "{}", one.code);
            assert!(one.phrases.iter().all(|phrase| !phrase.is_empty() && fold(phrase) == *phrase), "{}", one.code);
            assert_eq!(recognise(&one.name.vi), Some(one), "its own name means it");
        }
    }

    #[test]
    fn the_printed_numbers_of_a_plan_are_right() {
        // thirteen dated occasions of a department's plan of 2022, and four of a commune's plan of 2024
        for (name, years, origin, date) in [
            ("Ngày thành lập Đảng Cộng sản Việt Nam", 92, day(1930, 2, 3), day(2022, 2, 3)),
            ("Ngày Giải phóng miền Nam, thống nhất đất nước", 47, day(1975, 4, 30), day(2022, 4, 30)),
            ("Ngày Chiến thắng Điện Biên Phủ", 68, day(1954, 5, 7), day(2022, 5, 7)),
            ("Ngày sinh Chủ tịch Hồ Chí Minh", 132, day(1890, 5, 19), day(2022, 5, 19)),
            ("Ngày thành lập thành phố", 15, day(2007, 5, 28), day(2022, 5, 28)),
            ("Ngày Cách mạng tháng Tám thành công", 77, day(1945, 8, 19), day(2022, 8, 19)),
            ("Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 77, day(1945, 9, 2), day(2022, 9, 2)),
            ("Ngày Thương binh Liệt sỹ", 75, day(1947, 7, 27), day(2022, 7, 27)),
            ("ngày sinh Đình nguyên Tiến sỹ Phan Đình Phùng", 175, day(1847, 6, 6), day(2022, 6, 6)),
            ("Xô viết Nghệ Tĩnh", 92, day(1930, 9, 12), day(2022, 9, 12)),
            ("Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam", 92, day(1930, 11, 18), day(2022, 11, 18)),
            ("Ngày Giải phóng Thủ đô", 70, day(1954, 10, 10), day(2024, 10, 10)),
            ("Ngày thành lập Quân đội nhân dân Việt Nam", 80, day(1944, 12, 22), day(2024, 12, 22)),
            ("Ngày hội Quốc phòng toàn dân", 35, day(1989, 12, 22), day(2024, 12, 22)),
        ] {
            assert_eq!(slips(name, Some(years), Some(origin), Some(date)), [], "{name}");
        }
    }

    #[test]
    fn wrong_numbers_and_days_are_found_also_when_nothing_else_is_printed() {
        let found = |name, years, origin, date| slips(name, years, origin, date);
        assert_eq!(
            found("Ngày thành lập Đảng Cộng sản Việt Nam", Some(93), None, Some(day(2022, 2, 3))),
            [Slip::Years { printed: 93, computed: 92 }]
        );
        let invalids = recognise("Ngày Thương binh - Liệt sĩ").expect("known");
        assert_eq!(
            found("Ngày Thương binh - Liệt sĩ", None, Some(day(1946, 7, 27)), Some(day(2022, 7, 26))),
            [
                Slip::Origin { occasion: invalids, known: day(1947, 7, 27), printed: day(1946, 7, 27) },
                Slip::Day { occasion: invalids, known: day(2022, 7, 27), printed: day(2022, 7, 26) },
            ]
        );
        assert_eq!(found("Ngày thành lập xã", Some(10), None, Some(day(2022, 6, 1))), [], "not known, not checked");
    }

    #[test]
    fn occasions_of_a_year_stand_in_the_order_of_their_days_with_their_numbers() {
        let year = of_year(2024);
        assert!(year.is_sorted_by_key(|held| held.day));
        let find = |code| year.iter().find(|held| held.occasion.code == code).expect("held");
        assert_eq!((find("dien-bien-phu").day, find("dien-bien-phu").years), (day(2024, 5, 7), Some(70)));
        assert_eq!(find("tet").day, day(2024, 2, 10));
        assert_eq!(find("hung-kings").day, day(2024, 4, 18));
        assert!(of_year(1980).iter().all(|held| held.occasion.code != "defence"), "not before it began");
        for (years, round) in [(70, Roundness::Round), (35, Roundness::Five), (92, Roundness::Other)] {
            assert_eq!(roundness(years), round);
        }
    }
}
