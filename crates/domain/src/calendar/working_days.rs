//! Which days are worked, and counting them.
//!
//! The day of the event is not counted, the last day is (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2, mark S). An
//! answer carries what is not confirmed about the days it touched, so that a deadline can show it.

use super::holidays::{DECISIONS, Decision, Holiday, Kind, LAW, Mark};
use super::lunar;
use crate::basics::Says;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What a day is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// Worked as usual.
    Working,
    /// A day of rest that is worked instead of another day.
    WorkedInstead,
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday, by name.
    Holiday(Says),
    /// Makes up for a holiday on a weekend.
    MadeUp(Says),
    /// Free by a decision: swapped, or given.
    Free,
}

/// What is not confirmed about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No decision on file says which days are free around this holiday in this year.
    NotDecided {
        /// The year.
        year: i32,
        /// The holiday.
        holiday: Says,
    },
    /// Whether this day is a holiday was not verified; it was counted as worked.
    NotVerified {
        /// The day.
        day: NaiveDate,
        /// The holiday.
        holiday: Says,
    },
    /// The law of that year is not on file; only weekends were left out.
    NoLaw {
        /// The year.
        year: i32,
    },
}

/// An answer with what is not confirmed about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted<T> {
    /// The answer.
    pub value: T,
    /// What is not confirmed; empty when everything is.
    pub doubts: Vec<Doubt>,
}

impl<T> Counted<T> {
    /// Whether everything it rests on is confirmed.
    pub fn confirmed(&self) -> bool {
        self.doubts.is_empty()
    }
}

#[derive(Clone, Debug, Default)]
struct Year {
    free: BTreeMap<NaiveDate, Day>,
    worked: BTreeSet<NaiveDate>,
    doubts: Vec<(NaiveDate, NaiveDate, Doubt)>,
}

/// Every day of the years whose law is on file.
#[derive(Clone, Debug)]
pub struct WorkCalendar {
    years: BTreeMap<i32, Year>,
}

/// A swap lies near its holiday: days on both sides that a missing decision may change.
const AROUND: u64 = 10;

/// The calendar that ships with the product.
static SHIPPED: LazyLock<WorkCalendar> = LazyLock::new(|| {
    let years = (2013..=2100).map(|year| (year, Year::of(year, &LAW, &[]))).collect();
    WorkCalendar { years }
});

impl WorkCalendar {
    /// The calendar that ships with the product.
    pub fn shipped() -> &'static WorkCalendar {
        &SHIPPED
    }

    /// The calendar with decisions that an authority has entered; they come before those that ship.
    pub fn with(decisions: &[Decision]) -> WorkCalendar {
        let mut calendar = Self::shipped().clone();
        for year in decisions.iter().map(|one| one.year).collect::<BTreeSet<_>>() {
            if let Some(place) = calendar.years.get_mut(&year) {
                *place = Year::of(year, &LAW, decisions);
            }
        }
        calendar
    }

    /// What a day is.
    pub fn day(&self, date: NaiveDate) -> Day {
        let year = self.years.get(&date.year());
        if let Some(free) = year.and_then(|year| year.free.get(&date)) {
            return free.clone();
        }
        let rest = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        match (rest, year.is_some_and(|year| year.worked.contains(&date))) {
            (true, true) => Day::WorkedInstead,
            (true, false) => Day::Weekend,
            (false, _) => Day::Working,
        }
    }

    /// Whether a day is worked.
    pub fn works(&self, date: NaiveDate) -> bool {
        matches!(self.day(date), Day::Working | Day::WorkedInstead)
    }

    /// The days on which nobody works although they are in the week, and the days of rest that are worked.
    pub fn special_days(&self, year: i32) -> Vec<(NaiveDate, Day)> {
        let Some(year) = self.years.get(&year) else { return Vec::new() };
        let worked = year.worked.iter().map(|date| (*date, Day::WorkedInstead));
        let mut days: Vec<_> = year.free.iter().map(|(date, day)| (*date, day.clone())).chain(worked).collect();
        days.sort_by_key(|(date, _)| *date);
        days
    }

    /// The day itself when it is worked, else the next that is.
    pub fn next_working_day(&self, date: NaiveDate) -> Counted<NaiveDate> {
        let day = date.iter_days().find(|day| self.works(*day)).unwrap_or(date);
        self.counted(day, date, day)
    }

    /// The day itself when it is worked, else the last before it that is.
    pub fn last_working_day(&self, date: NaiveDate) -> Counted<NaiveDate> {
        let before = std::iter::successors(Some(date), |day| day.pred_opt());
        let day = before.into_iter().find(|day| self.works(*day)).unwrap_or(date);
        self.counted(day, day, date)
    }

    /// The last of so many working days after an event; the day of the event is not counted.
    pub fn add(&self, event: NaiveDate, working_days: u32) -> Counted<NaiveDate> {
        let after = event.iter_days().skip(1).filter(|day| self.works(*day));
        let day = match usize::try_from(working_days) {
            Ok(0) | Err(_) => event,
            Ok(count) => after.take(count).last().unwrap_or(event),
        };
        self.counted(day, event, day)
    }

    /// Working days after one day until another, which counts. Negative when the second is earlier.
    pub fn between(&self, after: NaiveDate, until: NaiveDate) -> Counted<i64> {
        let (first, last) = (after.min(until), after.max(until));
        let days = first.iter_days().skip(1).take_while(|day| *day <= last).filter(|day| self.works(*day)).count();
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        self.counted(if until < after { -days } else { days }, first, last)
    }

    fn counted<T>(&self, value: T, from: NaiveDate, to: NaiveDate) -> Counted<T> {
        Counted { value, doubts: self.doubts(from, to) }
    }

    /// What is not confirmed about the days from one to another.
    pub fn doubts(&self, from: NaiveDate, to: NaiveDate) -> Vec<Doubt> {
        let mut doubts: Vec<Doubt> = Vec::new();
        for number in from.year()..=to.year() {
            match self.years.get(&number) {
                None => doubts.push(Doubt::NoLaw { year: number }),
                Some(year) => doubts.extend(
                    year.doubts
                        .iter()
                        .filter(|(first, last, _)| *first <= to && from <= *last)
                        .map(|one| one.2.clone()),
                ),
            }
        }
        doubts
    }
}

impl Year {
    fn of(number: i32, law: &[Holiday], entered: &[Decision]) -> Year {
        let decided: Vec<&Decision> = entered
            .iter()
            .chain(DECISIONS.iter())
            .filter(|one| one.year == number && one.mark != Mark::Unverified)
            .collect();
        let complete = decided.iter().any(|one| one.complete);
        // an authority that says its year is complete has answered for the holidays that were not verified, too
        let settled = entered.iter().any(|one| one.year == number && one.complete && one.mark != Mark::Unverified);
        let mut year = Year::default();
        for holiday in law {
            let (days, chosen) = days_of(holiday, number, &decided);
            let days: Vec<NaiveDate> = days.into_iter().filter(|day| holiday.in_force(*day)).collect();
            let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
            if holiday.mark == Mark::Unverified {
                let given = days.iter().all(|day| decided.iter().any(|one| one.free.contains(day)));
                if !given && settled {
                    continue;
                }
                if !given {
                    let doubt = Doubt::NotVerified { day: *first, holiday: holiday.name.clone() };
                    // where it falls on a weekend, the day that would make up for it is open as well
                    year.doubts.push((*first, *last + Days::new(3), doubt));
                    continue;
                }
            }
            if !chosen && !complete {
                let doubt = Doubt::NotDecided { year: number, holiday: holiday.name.clone() };
                year.doubts.push((*first - Days::new(AROUND), *last + Days::new(AROUND), doubt));
            }
            for day in days {
                year.free.insert(day, Day::Holiday(holiday.name.clone()));
            }
        }
        for one in &decided {
            for swap in &one.swaps {
                year.free.entry(swap.off).or_insert(Day::Free);
                year.worked.insert(swap.work);
            }
            for day in &one.free {
                year.free.entry(*day).or_insert(Day::Free);
            }
        }
        year.make_up();
        year
    }

    /// Điều 111 khoản 3: what falls on a weekend is made up on the next working day.
    fn make_up(&mut self) {
        let lost: Vec<(NaiveDate, Says)> = self
            .free
            .iter()
            .filter_map(|(day, what)| match what {
                Day::Holiday(name) if is_weekend(*day) => Some((*day, name.clone())),
                _ => None,
            })
            .collect();
        for (day, name) in lost {
            let next = day.iter_days().skip(1).find(|next| !is_weekend(*next) && !self.free.contains_key(next));
            if let Some(next) = next {
                self.free.insert(next, Day::MadeUp(name));
            }
        }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The days of a holiday in a year, and whether a decision has chosen them. Without one: the last day of the lunar
/// year and the first four of the next; and the side of 2 September that lies nearer to a weekend.
fn days_of(holiday: &Holiday, year: i32, decided: &[&Decision]) -> (Vec<NaiveDate>, bool) {
    let five = |first: NaiveDate| first.iter_days().take(5).collect::<Vec<_>>();
    match holiday.kind {
        Kind::Solar { month, day } => (NaiveDate::from_ymd_opt(year, month, day).into_iter().collect(), false),
        Kind::Lunar { month, day } => (lunar::day_of(year, month, day).into_iter().collect(), false),
        Kind::Tet => match decided.iter().find_map(|one| one.tet) {
            Some((first, last)) => (first.iter_days().take_while(|day| *day <= last).take(31).collect(), true),
            None => {
                let eve = lunar::new_year(year).and_then(|day| day.pred_opt());
                (eve.map(five).unwrap_or_default(), false)
            }
        },
        Kind::NationalDay => {
            let Some(day) = NaiveDate::from_ymd_opt(year, 9, 2) else { return (Vec::new(), false) };
            let chosen = decided.iter().find_map(|one| one.beside_national_day);
            let after = matches!(day.weekday(), Weekday::Mon | Weekday::Thu);
            let beside = chosen.or(if after { day.succ_opt() } else { day.pred_opt() });
            let mut days: Vec<NaiveDate> = [Some(day), beside].into_iter().flatten().collect();
            days.sort();
            (days, chosen.is_some())
        }
    }
}

#[cfg(test)]
#[path = "working_days_tests.rs"]
mod tests;
