//! What is asked of every figure, whichever door it comes through: a form of its own or a whole report.

use chrono::{Duration, NaiveDate};
use thidua_domain::basics::Amount;
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;
use thidua_store::targets::Target;

/// What is wrong with the day of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DaySlip {
    /// It lies in the future.
    Future,
    /// It is neither in the plan's year nor in the quarter after it.
    Outside,
    /// It is far from the end of the period: a slip more often than not, so a person says that it is right.
    FarFromPeriod,
}

/// What is wrong with the day of a figure for a period of a plan's year.
pub(crate) fn day_slip(year: i32, period: Period, day: NaiveDate, today: NaiveDate) -> Option<DaySlip> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let last = NaiveDate::from_ymd_opt(year + 1, 3, 31);
    if day > today {
        return Some(DaySlip::Future);
    }
    if first.is_some_and(|first| day < first) || last.is_some_and(|last| day > last) {
        return Some(DaySlip::Outside);
    }
    let end = period.last_day(year)?;
    (day < end - Duration::days(31) || day > end + Duration::days(92)).then_some(DaySlip::FarFromPeriod)
}

/// Whether a number is over 500 times its plan: a wrong unit more often than not.
pub(crate) fn far_beyond(amount: Amount, target: &Target) -> bool {
    let planned = target.draft.value_max.or(target.draft.value).or(target.bound());
    let percent = planned.filter(|planned| !planned.is_zero()).and_then(|planned| amount.percent_of(planned));
    percent.is_some_and(|percent| percent > Amount::whole(50_000))
}

/// Changes may be negative (growth that turned into a fall); amounts and rates may not.
pub(crate) fn sign_fits(amount: Amount, comparator: Option<Comparator>) -> bool {
    amount >= Amount::ZERO || matches!(comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy))
}

#[cfg(test)]
mod tests {
    use super::{DaySlip, day_slip};
    use chrono::NaiveDate;
    use thidua_domain::periods::Period;

    #[test]
    fn the_day_of_a_figure_fits_its_year_and_period() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        let today = day(2025, 3, 1);
        let rows = [
            (day(2024, 12, 31), None),
            (day(2025, 1, 15), None),
            (day(2025, 3, 2), Some(DaySlip::Future)),
            (day(2023, 12, 31), Some(DaySlip::Outside)),
            (day(2024, 2, 1), Some(DaySlip::FarFromPeriod)),
        ];
        for (on, slip) in rows {
            assert_eq!(day_slip(2024, Period::Year, on, today), slip, "{on}");
        }
        assert_eq!(day_slip(2024, Period::Year, day(2025, 4, 1), day(2026, 1, 1)), Some(DaySlip::Outside));
    }
}
