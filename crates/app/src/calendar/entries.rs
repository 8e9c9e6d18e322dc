//! What stands in the calendar. A feature that has days adds one line to [`gather`].

use super::words::words;
use super::{countdown, reports};
use crate::App;
use chrono::NaiveDate;
use thidua_domain::basics::Language;
use thidua_domain::calendar::occasions::{Occasion, Roundness, of_year, roundness};
use thidua_domain::calendar::working_days::Day;
use thidua_domain::calendar::{Deadline, WorkCalendar};
use thidua_store::StoreError;

/// What kind of entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The last day of something that has to be done.
    Deadline,
    /// A wave, from its first to its last day.
    Wave,
    /// A congress or conference.
    Event,
    /// A day on which a report is due.
    Report,
    /// An anniversary, a holiday of a sector.
    Occasion,
    /// A day on which nobody works.
    Free,
    /// A day of rest that is worked.
    Worked,
}

/// Whether what is due has been done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// It has not.
    Open,
    /// It has, with the sentence about it.
    Done(String),
    /// The program does not know: what is left is shown, being late is not.
    Unknown,
}

/// An entry of the calendar. Deadlines stand on their last day in time.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Stays the same as long as it is the same entry.
    pub(crate) uid: String,
    /// What kind.
    pub(crate) kind: Kind,
    /// First day.
    pub(crate) first: NaiveDate,
    /// Last day, not before the first.
    pub(crate) last: NaiveDate,
    /// What it is.
    pub(crate) title: String,
    /// More about it.
    pub(crate) note: String,
    /// The page about it.
    pub(crate) address: Option<String>,
    /// Whose it is; `None` for everybody's.
    pub(crate) unit_id: Option<String>,
    /// Set for deadlines and report days.
    pub(crate) due: Option<Due>,
    /// How often it was changed.
    pub(crate) sequence: u32,
}

impl Entry {
    /// An entry of one day.
    pub(crate) fn on(kind: Kind, uid: String, day: NaiveDate, title: String) -> Entry {
        Entry {
            uid,
            kind,
            first: day,
            last: day,
            title,
            note: String::new(),
            address: None,
            unit_id: None,
            due: None,
            sequence: 0,
        }
    }

    /// What is left until its last day, or that it was done. Of what the program does not know to be done, only the
    /// days ahead are counted.
    pub(crate) fn standing(
        &self,
        today: NaiveDate,
        calendar: &WorkCalendar,
        language: Language,
    ) -> Option<countdown::Shown> {
        let left = || Deadline::By(self.last).remaining(today, calendar);
        match self.due.as_ref()? {
            Due::Done(said) => Some(countdown::Shown { text: said.clone(), late: false, doubt: String::new() }),
            Due::Open => left().map(|left| countdown::of(left, language)),
            Due::Unknown => left().filter(|left| !left.value.overdue()).map(|left| countdown::of(left, language)),
        }
    }
}

/// What is asked for.
pub(crate) struct Asked<'a> {
    pub(crate) app: &'a App,
    /// The authorities; `None` for all.
    pub(crate) units: Option<&'a [&'a str]>,
    pub(crate) year: i32,
    pub(crate) language: Language,
    pub(crate) calendar: &'a WorkCalendar,
    /// Occasions of the authority's own.
    pub(crate) own: &'a [Occasion],
    /// At most so many of each kind.
    pub(crate) limit: i64,
}

/// Everything that authorities have in a year, in the order of days. Each feature that has days stands here once.
pub(crate) async fn gather(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let mut entries = crate::waves::entries(asked).await?;
    entries.extend(reports::entries(asked).await?);
    entries.extend(crate::reporting::entries(asked).await?);
    entries.extend(crate::registrations::entries(asked).await?);
    entries.extend(crate::tasks::entries(asked).await?);
    entries.extend(crate::events::entries(asked).await?);
    Ok(sorted(entries))
}

/// What the year has for everybody: free days and occasions.
pub(super) fn of_everybody(asked: &Asked<'_>) -> Vec<Entry> {
    let mut entries = free_days(asked);
    entries.extend(occasions(asked));
    sorted(entries)
}

pub(super) fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|a, b| (a.first, a.kind, &a.uid).cmp(&(b.first, b.kind, &b.uid)));
    entries
}

/// Days that are free or worked instead; days in a row of one name are one entry.
fn free_days(asked: &Asked<'_>) -> Vec<Entry> {
    let w = words(asked.language);
    let mut entries: Vec<Entry> = Vec::new();
    for (date, day) in asked.calendar.special_days(asked.year) {
        let name = match &day {
            Day::Holiday(name) => name.in_language(asked.language).to_owned(),
            Day::MadeUp(name) => w.made_up.replace("{holiday}", name.in_language(asked.language)),
            Day::Free => w.swapped_off.to_owned(),
            Day::WorkedInstead => w.worked_instead.to_owned(),
            Day::Working | Day::Weekend => continue,
        };
        let (kind, sort) = match &day {
            Day::WorkedInstead => (Kind::Worked, "worked"),
            _ => (Kind::Free, "free"),
        };
        match entries.last_mut().filter(|last| last.title == name && last.last.succ_opt() == Some(date)) {
            Some(last) => last.last = date,
            None => entries.push(Entry::on(kind, format!("{sort}-{date}"), date, name)),
        }
    }
    entries
}

fn occasions(asked: &Asked<'_>) -> Vec<Entry> {
    let of_the_country = of_year(asked.year).into_iter().map(|held| occasion(held.occasion, held.day, asked));
    let own = asked.own.iter().filter_map(|one| Some(occasion(one, one.in_year(asked.year)?, asked)));
    of_the_country.chain(own).collect()
}

fn occasion(one: &Occasion, day: NaiveDate, asked: &Asked<'_>) -> Entry {
    let w = words(asked.language);
    let years = one.years(asked.year).map(|years| {
        let said = w.years.replace("{n}", &years.to_string());
        match roundness(years) {
            Roundness::Round => format!("{said}, {}", w.round),
            Roundness::Five => format!("{said}, {}", w.five),
            Roundness::Other => said,
        }
    });
    let lunar = one
        .lunar
        .then(|| w.lunar_day.replace("{day}", &one.day.to_string()).replace("{month}", &one.month.to_string()));
    let title = one.name.in_language(asked.language).to_owned();
    Entry {
        note: [years, lunar].into_iter().flatten().collect::<Vec<_>>().join("; "),
        ..Entry::on(Kind::Occasion, format!("occasion-{}-{}", one.code, asked.year), day, title)
    }
}
