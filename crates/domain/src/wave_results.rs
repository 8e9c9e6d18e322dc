//! What a wave comes to: its targets at its end, and whether the units below reported in time.

use crate::basics::Amount;
use crate::calendar::WorkCalendar;
use crate::figures::Figure;
use crate::periods::Period;
use crate::registrations::goal;
use crate::targets::{Comparator, Direction, Goal, Judgement, Pace, judge};
use chrono::NaiveDate;

/// The reporting point of a year whose figures are those at the end of a wave: the last that ends with it or before.
pub fn period_at_end(year: i32, to: NaiveDate) -> Option<Period> {
    Period::ALL.into_iter().rev().find(|period| period.last_day(year).is_some_and(|last| last <= to))
}

/// The goal of a target that a wave typed for itself, or for which it has a value of its own.
pub fn own_goal(comparator: Comparator, value: Option<Amount>, direction: Direction) -> Option<Goal> {
    goal(comparator, value, direction)
}

/// Judges a figure at the end of a wave: nothing is in progress any more.
pub fn at_end(goal: &Goal, figure: Figure) -> Judgement {
    judge(goal, figure, Pace { period: Period::Year, cumulative: false })
}

/// How the report of a unit stands to the last day on which it is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Sent in time, or no day was set.
    InTime,
    /// Sent so many working days late.
    Late(i64),
    /// Not sent, and there is time.
    Awaited,
    /// Not sent, so many working days after the last day.
    Overdue(i64),
}

/// Where a report stands: `last` is the last day in time, which for `trước ngày` lies before the printed day.
/// Days late are working days; what came or is missing after days of rest alone is late by none.
pub fn arrival(
    sent: Option<NaiveDate>,
    last: Option<NaiveDate>,
    today: NaiveDate,
    calendar: &WorkCalendar,
) -> Arrival {
    let after = |day: NaiveDate| {
        let last = last.filter(|last| *last < day)?;
        Some(calendar.between(last, day).value)
    };
    match (sent, after(sent.unwrap_or(today))) {
        (Some(_), None) => Arrival::InTime,
        (Some(_), Some(days)) => Arrival::Late(days),
        (None, None) => Arrival::Awaited,
        (None, Some(days)) => Arrival::Overdue(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::targets::Status;
    use crate::waves::{Wave, WaveKind};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
    }

    #[test]
    fn the_figures_at_the_end_of_a_wave_are_those_of_the_last_point_that_has_passed() {
        for (to, period) in [
            (day(3, 30), None),
            (day(3, 31), Some(Period::FirstQuarter)),
            (day(6, 29), Some(Period::FirstQuarter)),
            (day(6, 30), Some(Period::FirstHalf)),
            (day(12, 30), Some(Period::ThreeQuarters)),
            (day(12, 31), Some(Period::Year)),
        ] {
            assert_eq!(period_at_end(2022, to), period, "{to}");
        }
    }

    #[test]
    fn a_wave_is_judged_as_over() {
        let half = own_goal(Comparator::AtLeast, Some(Amount::whole(50)), Direction::Higher).expect("a goal");
        for (figure, status) in [
            (Figure::Number(Amount::whole(50)), Status::Met),
            (Figure::Number(Amount::whole(49)), Status::Missed),
            (Figure::NotEntered, Status::NotBegun),
        ] {
            assert_eq!(at_end(&half, figure).status, Some(status), "{figure:?}");
        }
        assert!(own_goal(Comparator::AtLeast, None, Direction::Higher).is_none(), "a number needs its number");
    }

    #[test]
    fn a_report_on_the_printed_day_is_late_where_the_plan_says_before_it() {
        let wave = |strictly_before| Wave {
            kind: WaveKind::Regular,
            name: "Đợt thi đua thứ nhất".into(),
            goal: None,
            event: None,
            from: None,
            to: None,
            summary_deadline: Some(day(7, 15)),
            strictly_before,
            conference: None,
            occasions: Vec::new(),
        };
        for (strictly, sent, today, arrives) in [
            (true, Some(day(7, 14)), day(8, 1), Arrival::InTime),
            (true, Some(day(7, 15)), day(8, 1), Arrival::Late(1)),
            (false, Some(day(7, 15)), day(8, 1), Arrival::InTime),
            (true, None, day(7, 14), Arrival::Awaited),
            (true, None, day(7, 15), Arrival::Overdue(1)),
            (false, None, day(7, 17), Arrival::Overdue(0)),
            (false, None, day(7, 20), Arrival::Overdue(3)),
        ] {
            let calendar = WorkCalendar::shipped();
            let arrived = arrival(sent, wave(strictly).last_summary_day(), today, calendar);
            assert_eq!(arrived, arrives, "{strictly} {sent:?}");
        }
        let (calendar, end) = (WorkCalendar::shipped(), day(12, 31));
        assert_eq!(arrival(None, None, end, calendar), Arrival::Awaited, "without a day nobody is late");
        assert_eq!(arrival(Some(end), None, end, calendar), Arrival::InTime);
    }
}
