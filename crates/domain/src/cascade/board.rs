//! Who below has issued a plan of its own, who is late, who is missing.

use crate::tasks::follow::days_between;
use chrono::{Datelike, NaiveDate};

/// Where a unit stands with its own plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Issued, by the day asked for or without one.
    Issued,
    /// Issued so many days after the day.
    IssuedLate(i64),
    /// A draft lies there; the day has not passed.
    Draft,
    /// Only a draft, and the day passed so many days ago.
    DraftLate(i64),
    /// Nothing yet; the day has not passed.
    Missing,
    /// Nothing, and the day passed so many days ago.
    Late(i64),
    /// This kind of unit needs no plan of its own.
    NotNeeded,
}

impl Standing {
    /// The word for filters, class names and programs.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Issued => "issued",
            Standing::IssuedLate(_) => "issued-late",
            Standing::Draft => "draft",
            Standing::DraftLate(_) => "draft-late",
            Standing::Missing => "missing",
            Standing::Late(_) => "late",
            Standing::NotNeeded => "not-needed",
        }
    }

    /// Whether the plan is out.
    pub fn has_issued(self) -> bool {
        matches!(self, Standing::Issued | Standing::IssuedLate(_))
    }

    /// Whether the unit has to be urged.
    pub fn is_owed(self) -> bool {
        matches!(self, Standing::Draft | Standing::DraftLate(_) | Standing::Missing | Standing::Late(_))
    }

    /// Days after the day asked for.
    pub fn days_late(self) -> Option<i64> {
        match self {
            Standing::IssuedLate(days) | Standing::DraftLate(days) | Standing::Late(days) => Some(days),
            _ => None,
        }
    }
}

/// What is known of a unit's own plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Nothing.
    Nothing,
    /// A draft.
    Draft,
    /// Issued on a day, as far as the document tells one.
    Issued(Option<NaiveDate>),
}

/// Where a unit stands. `by` is the last day that counts as in time; `counts` says which days a delay is counted in: all,
/// or the working days of the calendar. A delay over days that do not count is still one.
pub fn standing(
    needed: bool,
    own: Own,
    by: Option<NaiveDate>,
    today: NaiveDate,
    counts: impl Fn(NaiveDate) -> bool,
) -> Standing {
    let late =
        |day: NaiveDate| by.filter(|by| day > *by).map(|by| i64::from(days_between(by, day, &counts)).max(1));
    match own {
        Own::Issued(day) => day.and_then(late).map_or(Standing::Issued, Standing::IssuedLate),
        _ if !needed => Standing::NotNeeded,
        Own::Draft => late(today).map_or(Standing::Draft, Standing::DraftLate),
        Own::Nothing => late(today).map_or(Standing::Missing, Standing::Late),
    }
}

/// How many take part: of the units that need a plan, how many have one, and how the others stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Participation {
    /// Units that need a plan, or have one.
    pub units: u32,
    /// Of these, issued.
    pub issued: u32,
    /// Issued, but after the day.
    pub issued_late: u32,
    /// With a draft.
    pub draft: u32,
    /// With nothing.
    pub missing: u32,
    /// Past the day without an issued plan.
    pub late: u32,
}

impl Participation {
    /// Counts.
    pub fn of(standings: impl Iterator<Item = Standing>) -> Self {
        let mut all = Participation::default();
        for standing in standings {
            match standing {
                Standing::NotNeeded => continue,
                Standing::Issued => all.issued += 1,
                Standing::IssuedLate(_) => {
                    all.issued += 1;
                    all.issued_late += 1;
                }
                Standing::Draft => all.draft += 1,
                Standing::DraftLate(_) => {
                    all.draft += 1;
                    all.late += 1;
                }
                Standing::Missing => all.missing += 1,
                Standing::Late(_) => {
                    all.missing += 1;
                    all.late += 1;
                }
            }
            all.units += 1;
        }
        all
    }
}

/// The day on which the tree below a movement's unit is looked at: today while its year runs, afterwards the last day
/// of that year on which the unit stood.
pub fn tree_day(year: Option<i32>, unit_until: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let end = year
        .filter(|year| *year < today.year())
        .and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31))
        .unwrap_or(today);
    unit_until.map_or(end, |until| until.min(end))
}
