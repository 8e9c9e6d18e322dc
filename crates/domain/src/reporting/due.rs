//! Until when a report is due: read from the plan, taken from the plan above, or set by a person; and who is late.

use crate::calendar::{Counted, Deadline, WorkCalendar};
use crate::periods::Period;
use crate::plans::draft::{Reporting, ReportingPeriod, Wave};
use chrono::NaiveDate;

/// The rule that a last day came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueRule {
    /// The plan prints the day; it is in time itself.
    Printed,
    /// The plan prints "trước ngày …"; the day before it is the last.
    Before,
    /// So many working days after the end of the period.
    WorkingDays(u32),
    /// So many working days before the same report is due above.
    Above(u32),
    /// A person set the day.
    Set,
}

impl DueRule {
    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            DueRule::Printed => "printed",
            DueRule::Before => "before",
            DueRule::WorkingDays(_) => "working-days",
            DueRule::Above(_) => "above",
            DueRule::Set => "set",
        }
    }

    /// The number of days in it.
    pub fn days(self) -> Option<u32> {
        match self {
            DueRule::WorkingDays(days) | DueRule::Above(days) => Some(days),
            _ => None,
        }
    }

    /// The rule of a code and a number of days.
    pub fn from_code(code: &str, days: Option<u32>) -> Option<Self> {
        Some(match code {
            "printed" => DueRule::Printed,
            "before" => DueRule::Before,
            "working-days" => DueRule::WorkingDays(days?),
            "above" => DueRule::Above(days?),
            "set" => DueRule::Set,
            _ => return None,
        })
    }
}

/// Where a proposed report comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A line of the plan's own text.
    Plan {
        /// The first line.
        line: u32,
    },
    /// The calendar of the plan above.
    Above,
    /// Nothing is printed and nothing is inherited: half-year and year, which everybody sums up.
    Habit,
}

/// A report that the calendar of a plan asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The period.
    pub period: Period,
    /// The last day in time.
    pub due: Counted<NaiveDate>,
    /// By which rule.
    pub rule: DueRule,
    /// From where.
    pub source: Source,
}

/// Working days after the end of a period that are proposed where a plan prints no day. Ours, until a person sets others.
pub const DAYS_AFTER: u32 = 5;

/// Working days before the day above that are proposed for the units below. Ours, too.
pub const DAYS_BEFORE: u32 = 3;

/// The reports of a year: what the plan prints, else what the plan above asks, else half-year and year. One for each
/// period; a printed day counts before a rule, and the newest report of a wave that ends with a period is that period's.
pub fn proposals(
    year: i32,
    printed: &[Reporting],
    waves: &[Wave],
    above: &[(Period, NaiveDate)],
    calendar: &WorkCalendar,
) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    let mut add = |proposal: Proposal| match found.iter_mut().find(|one| one.period == proposal.period) {
        Some(known) if matches!(known.rule, DueRule::Printed | DueRule::Before) => {}
        Some(known) => *known = proposal,
        None => found.push(proposal),
    };
    let after = |period: Period, source: Source| {
        let due = Deadline::AfterPeriod { year, period, days: DAYS_AFTER }.last_day(calendar)?;
        Some(Proposal { period, due, rule: DueRule::WorkingDays(DAYS_AFTER), source })
    };
    for line in printed {
        let source = Source::Plan { line: line.lines.first };
        let periods: &[Period] = match line.period {
            ReportingPeriod::Quarter => &Period::ALL,
            ReportingPeriod::HalfYear => &[Period::FirstHalf],
            ReportingPeriod::Year => &[Period::Year],
            ReportingPeriod::Wave | ReportingPeriod::AsRegulated => &[],
        };
        match line.due {
            Some(due) if periods.len() == 1 => {
                let due = Counted { value: due, doubts: Vec::new() };
                periods.iter().for_each(|period| {
                    add(Proposal { period: *period, due: due.clone(), rule: DueRule::Printed, source });
                });
            }
            _ => periods.iter().filter_map(|period| after(*period, source)).for_each(&mut add),
        }
    }
    if printed.iter().any(|line| line.period == ReportingPeriod::Wave) {
        for wave in waves {
            let ends = Period::ALL.into_iter().find(|period| period.last_day(year) == wave.to);
            let Some(period) = ends else { continue };
            let source = Source::Plan { line: wave.lines.first };
            let (day, rule) = match (wave.summary_deadline, wave.deadline_strictly_before) {
                (Some(day), true) => (Deadline::Before(day).last_day(calendar), DueRule::Before),
                (Some(day), false) => (Deadline::By(day).last_day(calendar), DueRule::Printed),
                (None, _) => {
                    after(period, source).into_iter().for_each(&mut add);
                    continue;
                }
            };
            day.into_iter().for_each(|due| add(Proposal { period, due, rule, source }));
        }
    }
    if found.is_empty() {
        for (period, due) in above {
            let due = before(*due, DAYS_BEFORE, calendar);
            found.push(Proposal { period: *period, due, rule: DueRule::Above(DAYS_BEFORE), source: Source::Above });
        }
    }
    if found.is_empty() {
        found.extend(
            [Period::FirstHalf, Period::Year].into_iter().filter_map(|period| after(period, Source::Habit)),
        );
    }
    found.sort_by_key(|one| one.period);
    found
}

/// The day so many working days before another.
pub fn before(day: NaiveDate, days: u32, calendar: &WorkCalendar) -> Counted<NaiveDate> {
    let mut at = day;
    let mut left = days;
    while left > 0 {
        let Some(previous) = at.pred_opt() else { break };
        at = previous;
        if calendar.works(at) {
            left -= 1;
        }
    }
    let doubts = calendar.between(at, day).doubts;
    Counted { value: at, doubts }
}

/// Where a unit stands with a report that it owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not sent; the day has not passed.
    Waiting,
    /// Not sent, and the day has passed so many days ago.
    Missing(i64),
    /// Sent in time.
    OnTime,
    /// Sent so many days after the day.
    Late(i64),
}

/// Where a unit stands. `due` is the last day in time with whatever was given more; the first sending counts.
pub fn standing(due: NaiveDate, first_sent: Option<NaiveDate>, today: NaiveDate) -> Standing {
    let beyond = |day: NaiveDate| (day - due).num_days();
    match first_sent {
        Some(day) if day <= due => Standing::OnTime,
        Some(day) => Standing::Late(beyond(day)),
        None if today <= due => Standing::Waiting,
        None => Standing::Missing(beyond(today)),
    }
}

impl Standing {
    /// The word for filters and class names.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Waiting => "waiting",
            Standing::Missing(_) => "missing",
            Standing::OnTime => "on-time",
            Standing::Late(_) => "late",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::draft::{Confidence, Lines};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn line(period: ReportingPeriod, due: Option<NaiveDate>) -> Reporting {
        Reporting { period, due, from: None, to: None, via: None, lines: Lines::new(70, 70) }
    }

    fn wave(to: NaiveDate, deadline: NaiveDate) -> Wave {
        Wave {
            name: "Đợt".to_owned(),
            from: None,
            to: Some(to),
            goal: None,
            summary_deadline: Some(deadline),
            deadline_strictly_before: true,
            occasions: Vec::new(),
            lines: Lines::new(40, 44),
            confidence: Confidence::SURE,
        }
    }

    fn shown(proposals: &[Proposal]) -> Vec<(Period, NaiveDate, DueRule)> {
        proposals.iter().map(|one| (one.period, one.due.value, one.rule)).collect()
    }

    #[test]
    fn the_calendars_of_the_five_plans_become_these_reports() {
        let calendar = WorkCalendar::shipped();
        let rule = DueRule::WorkingDays(DAYS_AFTER);
        // Lý Sơn IV.1: quarterly, six months, one year; quarter II is the half-year, quarter IV the year
        let ly_son = [ReportingPeriod::Quarter, ReportingPeriod::HalfYear, ReportingPeriod::Year];
        let ly_son: Vec<Reporting> = ly_son.into_iter().map(|period| line(period, None)).collect();
        assert_eq!(
            shown(&proposals(2022, &ly_son, &[], &[], calendar)),
            vec![
                (Period::FirstQuarter, day(2022, 4, 7), rule),
                (Period::FirstHalf, day(2022, 7, 7), rule),
                (Period::ThreeQuarters, day(2022, 10, 7), rule),
                (Period::Year, day(2023, 1, 9), rule),
            ]
        );
        // Hà Tĩnh IV.1: by wave, before 15 July and before 31 December
        let waves = [wave(day(2022, 6, 30), day(2022, 7, 15)), wave(day(2022, 12, 31), day(2022, 12, 31))];
        assert_eq!(
            shown(&proposals(2022, &[line(ReportingPeriod::Wave, None)], &waves, &[], calendar)),
            vec![
                (Period::FirstHalf, day(2022, 7, 14), DueRule::Before),
                (Period::Year, day(2022, 12, 30), DueRule::Before),
            ]
        );
        // Lơ Ku prints none: the parent's, three working days before; without a parent, half-year and year
        let above = [(Period::FirstHalf, day(2022, 6, 15)), (Period::Year, day(2022, 12, 5))];
        assert_eq!(
            shown(&proposals(2022, &[], &[], &above, calendar)),
            vec![
                (Period::FirstHalf, day(2022, 6, 10), DueRule::Above(3)),
                (Period::Year, day(2022, 11, 30), DueRule::Above(3)),
            ]
        );
        let habit = proposals(2022, &[line(ReportingPeriod::AsRegulated, None)], &[], &[], calendar);
        assert_eq!(habit.iter().map(|one| one.source).collect::<Vec<_>>(), vec![Source::Habit; 2]);
    }

    #[test]
    fn a_printed_day_counts_before_a_rule() {
        let printed =
            [line(ReportingPeriod::HalfYear, Some(day(2024, 6, 20))), line(ReportingPeriod::Quarter, None)];
        let found = proposals(2024, &printed, &[], &[], WorkCalendar::shipped());
        assert_eq!(found.len(), 4);
        assert_eq!((found[1].due.value, found[1].rule), (day(2024, 6, 20), DueRule::Printed));
    }

    #[test]
    fn a_report_is_late_from_the_day_after_the_last() {
        let due = day(2022, 7, 14);
        for (sent, today, expected) in [
            (None, day(2022, 7, 14), Standing::Waiting),
            (None, day(2022, 7, 15), Standing::Missing(1)),
            (Some(day(2022, 7, 14)), day(2022, 8, 1), Standing::OnTime),
            (Some(day(2022, 7, 20)), day(2022, 8, 1), Standing::Late(6)),
        ] {
            assert_eq!(standing(due, sent, today), expected);
        }
    }

    #[test]
    fn every_rule_comes_back_from_its_code() {
        for rule in [DueRule::Printed, DueRule::Before, DueRule::WorkingDays(5), DueRule::Above(3), DueRule::Set] {
            assert_eq!(DueRule::from_code(rule.code(), rule.days()), Some(rule));
        }
        assert_eq!(DueRule::from_code("working-days", None), None);
    }
}
