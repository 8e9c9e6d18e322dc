//! The twelve months of a year as small tables, with what stands on each day.

use super::entries::{Entry, Kind};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use thidua_domain::calendar::{WorkCalendar, lunar};

/// A day of a month, or an empty place before the first.
pub(super) struct Cell {
    /// The number; empty for an empty place.
    pub(super) number: String,
    /// Words for the style: `off`, `wave`, `due`, `occ`, `today`.
    pub(super) class: String,
    /// The day in the list below, where something stands on it.
    pub(super) target: Option<String>,
    /// `1/8` on the first day of a lunar month.
    pub(super) lunar: String,
    /// Whether that month is a leap month, which has the number of the one before.
    pub(super) leap: bool,
    /// What stands on it.
    pub(super) title: String,
}

/// A month.
pub(super) struct Month {
    pub(super) number: u32,
    pub(super) weeks: Vec<Vec<Cell>>,
}

/// The months of a year. `listed` are the days on which something stands in the list.
pub(super) fn months(year: i32, entries: &[Entry], calendar: &WorkCalendar, today: NaiveDate) -> Vec<Month> {
    let mut waves: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut on: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        if entry.kind == Kind::Wave {
            waves.extend(
                entry.first.iter_days().take_while(|day| *day <= entry.last).filter(|day| day.year() == year),
            );
        }
        if entry.first.year() == year {
            on.entry(entry.first).or_default().push(entry);
        }
    }
    (1..=12)
        .filter_map(|month| NaiveDate::from_ymd_opt(year, month, 1))
        .map(|first| Month {
            number: first.month(),
            weeks: weeks(first, |day| cell(day, on.get(&day).map_or(&[], Vec::as_slice), &waves, calendar, today)),
        })
        .collect()
}

fn weeks(first: NaiveDate, cell: impl Fn(NaiveDate) -> Cell) -> Vec<Vec<Cell>> {
    let empty = || Cell {
        number: String::new(),
        class: String::new(),
        target: None,
        lunar: String::new(),
        leap: false,
        title: String::new(),
    };
    let before = usize::try_from(first.weekday().num_days_from_monday()).unwrap_or_default();
    let days = first.iter_days().take_while(|day| day.month() == first.month()).map(cell);
    let mut cells: Vec<Cell> = (0..before).map(|_| empty()).chain(days).collect();
    while !cells.len().is_multiple_of(7) {
        cells.push(empty());
    }
    let mut cells = cells.into_iter().peekable();
    let mut weeks = Vec::new();
    while cells.peek().is_some() {
        weeks.push(cells.by_ref().take(7).collect());
    }
    weeks
}

fn cell(
    day: NaiveDate,
    entries: &[&Entry],
    waves: &BTreeSet<NaiveDate>,
    calendar: &WorkCalendar,
    today: NaiveDate,
) -> Cell {
    let has = |kind: Kind| entries.iter().any(|entry| entry.kind == kind);
    let classes = [
        (!calendar.works(day)).then_some("off"),
        waves.contains(&day).then_some("wave"),
        (has(Kind::Deadline) || has(Kind::Report)).then_some("due-day"),
        (has(Kind::Occasion) || has(Kind::Event)).then_some("occ"),
        (day == today).then_some("today"),
    ];
    let lunar = lunar::lunar(day).filter(|lunar| lunar.day == 1);
    Cell {
        number: day.day().to_string(),
        class: classes.into_iter().flatten().collect::<Vec<_>>().join(" "),
        target: (!entries.is_empty()).then(|| anchor(day)),
        lunar: lunar.map(|lunar| format!("1/{}", lunar.month)).unwrap_or_default(),
        leap: lunar.is_some_and(|lunar| lunar.leap),
        title: entries.iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>().join("; "),
    }
}

/// The name of a day inside the page.
pub(super) fn anchor(day: NaiveDate) -> String {
    day.format("d%m%d").to_string()
}

/// The first and the last day of a year.
pub(super) fn bounds(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    Some((first, NaiveDate::from_ymd_opt(year + 1, 1, 1)?.checked_sub_days(Days::new(1))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_on_its_weekday_and_shows_what_stands_on_its_days() {
        let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day).expect("a day");
        let mut wave = Entry::on(Kind::Wave, "w".into(), day(2, 7), "Đợt".into());
        wave.last = day(2, 8);
        let due = Entry::on(Kind::Deadline, "d".into(), day(2, 10), "Hạn".into());
        let months = months(2022, &[wave, due], WorkCalendar::shipped(), day(2, 10));
        let february = &months[1];
        assert_eq!(months.len(), 12);
        assert_eq!(february.weeks[0][0].number, "", "1 February 2022 is a Tuesday");
        let cell =
            |number: &str| february.weeks.iter().flatten().find(|cell| cell.number == number).expect("the day");
        assert_eq!((cell("1").class.as_str(), cell("1").lunar.as_str()), ("off", "1/1"));
        assert_eq!(cell("8").class, "wave");
        assert_eq!(cell("10").class, "due-day today");
        assert_eq!(cell("10").target.as_deref(), Some("d0210"));
        assert!(february.weeks.iter().all(|week| week.len() == 7));
    }

    #[test]
    fn a_leap_month_is_told_from_the_month_before_it() {
        let today = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day");
        let months = months(2025, &[], WorkCalendar::shipped(), today);
        let sixth = months.iter().flat_map(|month| month.weeks.iter().flatten()).filter(|cell| cell.lunar == "1/6");
        assert_eq!(sixth.map(|cell| cell.leap).collect::<Vec<_>>(), [false, true]);
    }
}
