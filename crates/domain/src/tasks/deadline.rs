//! Until when: a day, strictly before it or by it, or a day that comes back every month, quarter, half-year or year.

use crate::basics::date::read_date;
use crate::basics::text::fold;
use chrono::{Datelike, Months, NaiveDate};

/// How often a day comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Every {
    /// Hàng tháng.
    Month,
    /// Hàng quý.
    Quarter,
    /// 6 tháng.
    HalfYear,
    /// Hàng năm.
    Year,
}

impl Every {
    /// Every rhythm.
    pub const ALL: [Every; 4] = [Every::Month, Every::Quarter, Every::HalfYear, Every::Year];

    /// Months from one day to the next.
    pub fn months(self) -> u32 {
        match self {
            Every::Month => 1,
            Every::Quarter => 3,
            Every::HalfYear => 6,
            Every::Year => 12,
        }
    }

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Every::Month => "month",
            Every::Quarter => "quarter",
            Every::HalfYear => "half-year",
            Every::Year => "year",
        }
    }

    /// The rhythm of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The rhythm that words of a plan tell; the shortest where several are told.
    pub fn read(words: &str) -> Option<Every> {
        let folded = fold(words);
        let tells = |phrases: &[&str]| phrases.iter().any(|phrase| folded.contains(phrase));
        if tells(&["hang thang", "moi thang"]) {
            Some(Every::Month)
        } else if tells(&["hang quy", "moi quy", "tung quy"]) {
            Some(Every::Quarter)
        } else if tells(&["6 thang", "sau thang"]) {
            Some(Every::HalfYear)
        } else if tells(&["hang nam", "01 nam", "1 nam"]) {
            Some(Every::Year)
        } else {
            None
        }
    }
}

/// The most days a recurring task may have.
pub const MOST_DAYS: usize = 60;

/// Until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    /// The day, or the first of several.
    pub day: NaiveDate,
    /// “Trước ngày”: the day itself is too late. Otherwise “chậm nhất ngày”.
    pub strictly_before: bool,
    /// How often it comes back, and until when.
    pub again: Option<(Every, NaiveDate)>,
}

impl Deadline {
    /// One day.
    pub fn once(day: NaiveDate, strictly_before: bool) -> Deadline {
        Deadline { day, strictly_before, again: None }
    }

    /// Whether it comes back more often than [`MOST_DAYS`] times until its last day.
    pub fn has_too_many_days(&self) -> bool {
        let Some((every, last)) = self.again else { return false };
        let steps = u32::try_from(MOST_DAYS).unwrap_or(u32::MAX);
        self.day.checked_add_months(Months::new(steps * every.months())).is_some_and(|beyond| beyond <= last)
    }

    /// All its days, first to last; one day for a task that is done once. A day at the end of its month stays at the
    /// end of months: 31/3, 30/6, 30/9, 31/12.
    pub fn days(&self) -> Vec<NaiveDate> {
        let Some((every, last)) = self.again else { return vec![self.day] };
        let at_end = self.day.succ_opt().is_none_or(|next| next.day() == 1);
        let mut days = Vec::new();
        for step in 0..u32::try_from(MOST_DAYS).unwrap_or(u32::MAX) {
            let Some(plain) = self.day.checked_add_months(Months::new(step * every.months())) else { break };
            let day = if at_end { end_of_month(plain) } else { plain };
            if day > last {
                break;
            }
            days.push(day);
        }
        days
    }
}

fn end_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|next| next.pred_opt())
        .unwrap_or(day)
}

/// Why a day was not moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotExtended {
    /// The task is not under way: a draft is simply corrected, what is done has no deadline any more.
    NotOpen,
    /// The new day is not later than the old one.
    NotLater,
    /// An extension is a visible act: it needs a reason.
    NeedsReason,
}

/// Whether the day of a task may be moved. Who may is asked elsewhere.
///
/// # Errors
/// [`NotExtended`].
pub fn may_extend(
    state: super::State,
    old: Option<NaiveDate>,
    new: NaiveDate,
    reason: Option<&str>,
) -> Result<(), NotExtended> {
    if !state.is_open() {
        return Err(NotExtended::NotOpen);
    }
    if old.is_some_and(|old| new <= old) {
        return Err(NotExtended::NotLater);
    }
    if reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(NotExtended::NeedsReason);
    }
    Ok(())
}

/// The last day on which it is not late.
pub fn last_good_day(day: NaiveDate, strictly_before: bool) -> NaiveDate {
    if strictly_before { day.pred_opt().unwrap_or(day) } else { day }
}

/// The day and its strictness that words of a plan tell: `trước ngày 15/7/2022`, `chậm nhất ngày 05/12/2022`.
pub fn read(words: &str) -> Option<(NaiveDate, bool)> {
    let folded = fold(words);
    let strict = folded.contains("truoc ngay") || folded.contains("xong truoc");
    let day = words
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '.')))
        .map(|piece| piece.trim_matches(['/', '-', '.']))
        .find_map(|piece| read_date(piece).ok())?;
    Some((day, strict))
}

/// The first day of a rhythm in a year: the end of its first period.
pub fn first_in_year(every: Every, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, every.months(), 1).map(end_of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn quarters_stay_at_the_ends_of_their_months() {
        let deadline = Deadline {
            day: day(2022, 3, 31),
            strictly_before: false,
            again: Some((Every::Quarter, day(2022, 12, 31))),
        };
        let days = [day(2022, 3, 31), day(2022, 6, 30), day(2022, 9, 30), day(2022, 12, 31)];
        assert_eq!(deadline.days(), days);
        let from_june = Deadline { day: day(2022, 6, 30), ..deadline };
        assert_eq!(from_june.days(), &days[1..], "30 June is the end of its month, so 31 December is meant");
        let fifteenth =
            Deadline { day: day(2022, 1, 15), again: Some((Every::Month, day(2022, 4, 14))), ..deadline };
        assert_eq!(fifteenth.days(), [day(2022, 1, 15), day(2022, 2, 15), day(2022, 3, 15)]);
    }

    #[test]
    fn days_rise_stay_within_their_bounds_and_are_never_too_many() {
        for first in [day(2022, 1, 31), day(2024, 2, 29), day(2023, 5, 7), day(2022, 12, 31)] {
            for every in Every::ALL {
                for last in [first, day(2024, 12, 31), day(2099, 12, 31), day(2000, 1, 1)] {
                    let days = Deadline { day: first, strictly_before: true, again: Some((every, last)) }.days();
                    assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{first} {every:?} {last}");
                    assert!(days.iter().all(|one| *one >= first && *one <= last));
                    assert!(days.len() <= MOST_DAYS);
                    assert_eq!(days.is_empty(), last < first);
                }
            }
        }
    }

    #[test]
    fn a_day_is_moved_only_later_only_with_a_reason_and_only_while_the_task_runs() {
        use super::super::State;
        let (old, new) = (day(2024, 6, 30), day(2024, 7, 31));
        for state in State::ALL {
            let answer = may_extend(state, Some(old), new, Some("chờ phê duyệt phương án"));
            assert_eq!(answer, if state.is_open() { Ok(()) } else { Err(NotExtended::NotOpen) }, "{state:?}");
        }
        assert_eq!(may_extend(State::Given, Some(old), old, Some("lý do")), Err(NotExtended::NotLater));
        assert_eq!(may_extend(State::Given, Some(old), new, Some(" ")), Err(NotExtended::NeedsReason));
    }

    #[test]
    fn before_a_day_is_not_on_it() {
        assert_eq!(last_good_day(day(2022, 7, 15), true), day(2022, 7, 14));
        assert_eq!(last_good_day(day(2022, 7, 15), false), day(2022, 7, 15));
    }

    #[test]
    fn days_and_rhythms_are_read_from_the_words_of_plans() {
        for (words, read_as) in [
            ("hoàn thành trước ngày 15/7/2022", Some((day(2022, 7, 15), true))),
            ("chậm nhất ngày 05/12/2022", Some((day(2022, 12, 5), false))),
            ("ngay từ đầu năm", None),
            ("trước ngày 31/02/2022", None),
        ] {
            assert_eq!(read(words), read_as, "{words}");
        }
        for (words, every) in [
            ("định kỳ hàng quý, 6 tháng, 01 năm", Some(Every::Quarter)),
            ("hàng tháng", Some(Every::Month)),
            ("vào dịp sơ kết 6 tháng", Some(Every::HalfYear)),
            ("01 năm", Some(Every::Year)),
            ("thường xuyên", None),
        ] {
            assert_eq!(Every::read(words), every, "{words}");
        }
        assert_eq!(first_in_year(Every::Quarter, 2024), Some(day(2024, 3, 31)));
        assert_eq!(first_in_year(Every::Year, 2024), Some(day(2024, 12, 31)));
    }
}
