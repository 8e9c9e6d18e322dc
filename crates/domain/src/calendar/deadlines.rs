//! Deadlines as documents write them, and what is left until them.

use super::lunar;
use super::working_days::{Counted, WorkCalendar};
use crate::periods::Period;
use chrono::{Days, NaiveDate};

/// A deadline as a document writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// `trước ngày D`: strictly before it, so that D itself is late.
    Before(NaiveDate),
    /// `chậm nhất ngày D`, `đến hết ngày D`: D itself is in time, also when it is a day of rest.
    By(NaiveDate),
    /// `trong thời hạn n ngày làm việc kể từ ngày …`.
    WorkingDaysAfter {
        /// The day of the event, which is not counted.
        event: NaiveDate,
        /// How many working days.
        days: u32,
    },
    /// `trong thời hạn n ngày kể từ ngày …`: every day counts; a last day of rest moves to the next working day
    /// (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5, mark S).
    DaysAfter {
        /// The day of the event, which is not counted.
        event: NaiveDate,
        /// How many days.
        days: u32,
    },
    /// `trong tháng đầu sau Tết`: until the end of the first lunar month of the year (tháng Giêng).
    FirstMonthAfterTet {
        /// The lunar year.
        year: i32,
    },
    /// `n ngày làm việc sau khi kết thúc quý, 6 tháng, năm`.
    AfterPeriod {
        /// The year.
        year: i32,
        /// The period that ends.
        period: Period,
        /// How many working days after it.
        days: u32,
    },
}

/// What is left until a deadline, or how long it has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// The last day is ahead.
    Left {
        /// Working days from tomorrow to the last day.
        working: i64,
        /// All days.
        days: i64,
    },
    /// Today is the last day.
    Today,
    /// The last day has passed.
    Overdue {
        /// Working days since, today included. None when only days of rest have passed.
        working: i64,
        /// All days.
        days: i64,
    },
}

impl Deadline {
    /// The last day on which the work is in time. `None` for a year outside the lunar calendar.
    pub fn last_day(self, calendar: &WorkCalendar) -> Option<Counted<NaiveDate>> {
        let certain = |value| Counted { value, doubts: Vec::new() };
        match self {
            Deadline::Before(day) => day.pred_opt().map(certain),
            Deadline::By(day) => Some(certain(day)),
            Deadline::WorkingDaysAfter { event, days } => Some(calendar.add(event, days)),
            Deadline::DaysAfter { event, days } => {
                let last = event.checked_add_days(Days::new(u64::from(days)))?;
                Some(if days == 0 { certain(last) } else { calendar.next_working_day(last) })
            }
            Deadline::FirstMonthAfterTet { year } => lunar::day_of(year, 1, 30).map(certain),
            Deadline::AfterPeriod { year, period, days } => Some(calendar.add(period.last_day(year)?, days)),
        }
    }

    /// What is left on a day.
    pub fn remaining(self, today: NaiveDate, calendar: &WorkCalendar) -> Option<Counted<Remaining>> {
        let last = self.last_day(calendar)?;
        let mut left = remaining(last.value, today, calendar);
        for doubt in last.doubts {
            if !left.doubts.contains(&doubt) {
                left.doubts.push(doubt);
            }
        }
        Some(left)
    }
}

/// What is left until a last day.
pub fn remaining(last: NaiveDate, today: NaiveDate, calendar: &WorkCalendar) -> Counted<Remaining> {
    let days = (last - today).num_days();
    let Counted { value: working, doubts } = calendar.between(today, last);
    let value = match days {
        0 => Remaining::Today,
        1.. => Remaining::Left { working, days },
        _ => Remaining::Overdue { working: -working, days: -days },
    };
    Counted { value, doubts }
}

impl Remaining {
    /// Whether the last day has passed.
    pub fn overdue(self) -> bool {
        matches!(self, Remaining::Overdue { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn deadlines_end_on_these_days() {
        let calendar = WorkCalendar::shipped();
        for (deadline, last) in [
            // the two summing-ups of a department's plan of 2022
            (Deadline::Before(day(2022, 7, 15)), day(2022, 7, 14)),
            (Deadline::Before(day(2022, 12, 31)), day(2022, 12, 30)),
            (Deadline::By(day(2022, 12, 31)), day(2022, 12, 31)),
            (Deadline::WorkingDaysAfter { event: day(2024, 2, 1), days: 10 }, day(2024, 2, 22)),
            (Deadline::DaysAfter { event: day(2024, 2, 1), days: 10 }, day(2024, 2, 15)),
            (Deadline::DaysAfter { event: day(2024, 3, 1), days: 0 }, day(2024, 3, 1)),
            (Deadline::FirstMonthAfterTet { year: 2024 }, day(2024, 3, 9)),
            (Deadline::AfterPeriod { year: 2022, period: Period::FirstQuarter, days: 5 }, day(2022, 4, 7)),
            (Deadline::AfterPeriod { year: 2024, period: Period::FirstHalf, days: 10 }, day(2024, 7, 12)),
        ] {
            assert_eq!(deadline.last_day(calendar).map(|found| found.value), Some(last), "{deadline:?}");
        }
    }

    #[test]
    fn what_is_left_is_counted_in_working_days() {
        let calendar = WorkCalendar::shipped();
        let before = Deadline::Before(day(2022, 7, 15));
        for (today, expected) in [
            (day(2022, 7, 11), Remaining::Left { working: 3, days: 3 }),
            (day(2022, 7, 14), Remaining::Today),
            // the printed day itself is late
            (day(2022, 7, 15), Remaining::Overdue { working: 1, days: 1 }),
            (day(2022, 7, 18), Remaining::Overdue { working: 2, days: 4 }),
            (day(2022, 6, 30), Remaining::Left { working: 10, days: 14 }),
        ] {
            let found = before.remaining(today, calendar).expect("an answer");
            assert_eq!(found.value, expected, "on {today}");
            assert!(found.confirmed());
        }
        // a Friday that passed is overdue on the weekend too, by no working day
        let found = remaining(day(2022, 7, 15), day(2022, 7, 17), calendar).value;
        assert_eq!(found, Remaining::Overdue { working: 0, days: 2 });
    }

    #[test]
    fn a_deadline_near_a_tet_that_is_not_decided_carries_the_doubt() {
        let calendar = WorkCalendar::shipped();
        let deadline = Deadline::WorkingDaysAfter { event: day(2029, 2, 1), days: 15 };
        assert!(!deadline.last_day(calendar).expect("a day").confirmed());
        assert!(!deadline.remaining(day(2029, 3, 20), calendar).expect("an answer").confirmed());
    }

    proptest! {
        #[test]
        fn exactly_the_days_after_the_last_are_overdue(days in 0u64..30_000, ahead in 0u64..120) {
            let calendar = WorkCalendar::shipped();
            let last = day(2014, 1, 1) + Days::new(days);
            let by = |today| Deadline::By(last).remaining(today, calendar).expect("an answer").value;
            let before = |today| Deadline::Before(last).remaining(today, calendar).expect("an answer").value;
            prop_assert!(!by(last).overdue());
            prop_assert!(before(last).overdue());
            prop_assert!(by(last + Days::new(1 + ahead)).overdue());
            prop_assert!(!by(last - Days::new(ahead)).overdue());
        }
    }
}
