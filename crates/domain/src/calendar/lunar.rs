//! The Vietnamese lunar calendar (âm lịch), for the seventh time zone.
//!
//! Quyết định 121-CP of 8 August 1967, Điều 1, as amended by Quyết định 134/2002/QĐ-TTg: official time is that of the
//! seventh time zone. Almanacs from before 1968 were made for other zones; their days can differ by one, and a leap
//! month by one month. Where a new moon or a solar term falls within a minute of midnight (1938, 2072, 2085) other
//! computations may put it on the other side.

use super::lunar_table::{FIRST_YEAR, YEARS};
use chrono::{Datelike, Days, NaiveDate};

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LunarDate {
    /// The lunar year, by the number of the solar year in which it begins.
    pub year: i32,
    /// 1 (tháng Giêng) to 12 (tháng Chạp).
    pub month: u32,
    /// The leap month that follows the month of the same number.
    pub leap: bool,
    /// 1 to 30.
    pub day: u32,
}

const STEMS: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const BRANCHES: [&str; 12] = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// The months of one lunar year.
#[derive(Clone, Copy)]
struct Year {
    number: i32,
    bits: u32,
}

impl Year {
    fn of(number: i32) -> Option<Year> {
        let index = usize::try_from(number.checked_sub(FIRST_YEAR)?).ok()?;
        YEARS.get(index).map(|bits| Year { number, bits: *bits })
    }

    fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.number, 1, 1)?.checked_add_days(Days::new(u64::from(self.bits >> 17)))
    }

    fn leap_month(self) -> u32 {
        (self.bits >> 13) & 15
    }

    /// Number, leap and length of each month, in the order of the year.
    fn months(self) -> impl Iterator<Item = (u32, bool, u32)> {
        let leap = self.leap_month();
        let numbered = (1..=12)
            .flat_map(move |month| std::iter::once((month, false)).chain((month == leap).then_some((month, true))));
        numbered.enumerate().map(move |(at, (month, is_leap))| (month, is_leap, 29 + ((self.bits >> at) & 1)))
    }
}

/// The lunar date of a day; `None` outside the table (before February 1899, after January 2102).
pub fn lunar(day: NaiveDate) -> Option<LunarDate> {
    let year = [day.year(), day.year() - 1]
        .into_iter()
        .filter_map(Year::of)
        .find(|year| year.first_day().is_some_and(|first| first <= day))?;
    let mut left = u32::try_from((day - year.first_day()?).num_days()).ok()?;
    for (month, leap, length) in year.months() {
        if left < length {
            return Some(LunarDate { year: year.number, month, leap, day: left + 1 });
        }
        left -= length;
    }
    None
}

/// The day of a lunar date; `None` when the month has no such day, the year no such leap month, or the table ends.
pub fn solar(date: LunarDate) -> Option<NaiveDate> {
    let year = Year::of(date.year)?;
    let mut before = 0;
    for (month, leap, length) in year.months() {
        if (month, leap) == (date.month, date.leap) {
            if !(1..=length).contains(&date.day) {
                return None;
            }
            return year.first_day()?.checked_add_days(Days::new(u64::from(before + date.day - 1)));
        }
        before += length;
    }
    None
}

/// The first day of a lunar year: mùng 1 Tết.
pub fn new_year(year: i32) -> Option<NaiveDate> {
    Year::of(year)?.first_day()
}

/// The month that is followed by its leap month in a lunar year.
pub fn leap_month(year: i32) -> Option<u32> {
    Year::of(year).map(Year::leap_month).filter(|month| *month > 0)
}

/// The day of a month in a lunar year, or the last day of that month when it is shorter.
pub fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    [day, 29].into_iter().find_map(|day| solar(LunarDate { year, month, leap: false, day }))
}

/// The name of a lunar year: `Giáp Thìn` for 2024.
pub fn name_of_year(year: i32) -> String {
    let at = |count: i32| usize::try_from((year - 4).rem_euclid(count)).unwrap_or_default();
    format!("{} {}", STEMS[at(10)], BRANCHES[at(12)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn new_years_of_the_past_and_of_the_coming_years_are_these() {
        for (year, month, first, name) in [
            // 1968: the first Tết by the seventh zone, one day before the eighth zone's
            (1968, 1, 29, "Mậu Thân"),
            // 1985: a month before the eighth zone's
            (1985, 1, 21, "Ất Sửu"),
            (2007, 2, 17, "Đinh Hợi"),
            (2022, 2, 1, "Nhâm Dần"),
            (2023, 1, 22, "Quý Mão"),
            (2024, 2, 10, "Giáp Thìn"),
            (2025, 1, 29, "Ất Tỵ"),
            (2026, 2, 17, "Bính Ngọ"),
            (2027, 2, 6, "Đinh Mùi"),
            (2030, 2, 2, "Canh Tuất"),
        ] {
            assert_eq!(new_year(year), Some(day(year, month, first)), "{year}");
            assert_eq!(name_of_year(year), name);
        }
    }

    #[test]
    fn the_feast_of_the_kings_and_mid_autumn_fall_on_these_days() {
        for (year, kings, autumn) in [
            (2022, (4, 10), (9, 10)),
            (2023, (4, 29), (9, 29)),
            (2024, (4, 18), (9, 17)),
            (2025, (4, 7), (10, 6)),
            (2026, (4, 26), (9, 25)),
        ] {
            assert_eq!(day_of(year, 3, 10), Some(day(year, kings.0, kings.1)), "{year}");
            assert_eq!(day_of(year, 8, 15), Some(day(year, autumn.0, autumn.1)), "{year}");
        }
    }

    #[test]
    fn leap_months_are_told_from_the_months_they_follow() {
        for (year, month) in [(1985, 2), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2033, 11)] {
            assert_eq!(leap_month(year), Some(month), "{year}");
        }
        assert_eq!(leap_month(2024), None);
        let date = LunarDate { year: 2023, month: 2, leap: true, day: 1 };
        assert_eq!(solar(date), Some(day(2023, 3, 22)));
        assert_eq!(lunar(day(2023, 3, 22)), Some(date));
    }

    #[test]
    fn days_that_are_not_in_the_calendar_are_none() {
        assert_eq!(solar(LunarDate { year: 2024, month: 2, leap: true, day: 1 }), None, "2024 has no leap month");
        assert_eq!(solar(LunarDate { year: 2025, month: 12, leap: false, day: 30 }), None, "29 days");
        assert_eq!(day_of(2025, 12, 30), Some(day(2026, 2, 16)), "the last day instead");
        assert_eq!(solar(LunarDate { year: 2024, month: 1, leap: false, day: 0 }), None);
        assert_eq!(lunar(day(1899, 1, 1)), None);
        assert_eq!(new_year(1800), None);
    }

    #[test]
    fn every_year_begins_the_day_after_the_last_of_the_year_before() {
        for year in FIRST_YEAR..FIRST_YEAR + 202 {
            let this = Year::of(year).expect("a year of the table");
            let days: u32 = this.months().map(|(_, _, length)| length).sum();
            let next = this.first_day().and_then(|first| first.checked_add_days(Days::new(u64::from(days))));
            assert_eq!(next, new_year(year + 1), "{year}");
        }
    }

    proptest! {
        #[test]
        fn a_day_taken_to_the_lunar_calendar_comes_back(days in 0u64..73_700) {
            let date = day(1900, 1, 1) + Days::new(days);
            let there = lunar(date).expect("inside the table");
            prop_assert_eq!(solar(there), Some(date));
            prop_assert!((1..=12).contains(&there.month) && (1..=30).contains(&there.day));
        }
    }
}
