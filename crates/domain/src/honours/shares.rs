//! Shares of awards by category, this year against the one before.
//!
//! Plans ask that the share of those who work directly, of workers and farmers, of people who lead nobody and of households
//! rises (plan of Lý Sơn III.1.d, Sở Nội vụ Hà Tĩnh II.2, Lương Phong II.1.6); the Law favours those who work directly
//! (Luật 06/2022/QH15 Điều 5 khoản 2, mark V). No share is required: a fall is told, nothing is decided.

use super::{Given, size};
use crate::basics::Amount;
use crate::people::PersonKind;
use crate::quotas::Group;

/// What a share is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A group, among individuals whose category is known.
    Group(Group),
    /// Households, among all.
    Households,
}

impl Counted {
    /// Every one, in the order in which people are shown them.
    pub const ALL: [Counted; 7] = [
        Counted::Group(Group::DirectWorker),
        Counted::Group(Group::Worker),
        Counted::Group(Group::Farmer),
        Counted::Group(Group::NonLeader),
        Counted::Group(Group::Woman),
        Counted::Group(Group::Leader),
        Counted::Households,
    ];

    /// Whether plans ask that it rises: all but leaders.
    pub fn is_favoured(self) -> bool {
        self != Counted::Group(Group::Leader)
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// So many.
    pub count: u32,
    /// Of so many.
    pub of: u32,
    /// Individuals whose category was not recorded: in neither number.
    pub unknown: u32,
}

impl Part {
    /// In percent, to two places; nothing of nothing.
    pub fn percent(&self) -> Option<Amount> {
        let amount = |count: u32| Amount::whole(i32::try_from(count).unwrap_or(i32::MAX));
        amount(self.count).percent_of(amount(self.of))
    }
}

/// How a share moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Higher than last year.
    Rose,
    /// As last year.
    Same,
    /// Lower than last year.
    Fell,
    /// In one of the years nothing was given: there is no share to compare.
    NotComparable,
}

/// A share in two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// What it is of.
    pub counted: Counted,
    /// This year.
    pub now: Part,
    /// Last year.
    pub before: Part,
    /// How it moved, compared exactly and not by rounded percentages.
    pub trend: Trend,
}

impl Share {
    /// Whether it is told as a warning.
    pub fn warns(&self) -> bool {
        self.trend == Trend::Fell && self.counted.is_favoured()
    }
}

fn part(given: &[Given], counted: Counted, year: i32) -> Part {
    let of_year = given.iter().filter(|one| one.year == year);
    match counted {
        Counted::Households => {
            let kinds: Vec<PersonKind> = of_year.map(|one| one.kind).collect();
            let households = kinds.iter().filter(|kind| **kind == PersonKind::Household).count();
            Part { count: size(households), of: size(kinds.len()), unknown: 0 }
        }
        Counted::Group(group) => {
            let groups: Vec<_> =
                of_year.filter(|one| one.kind == PersonKind::Individual).map(|one| one.groups.as_ref()).collect();
            let known: Vec<_> = groups.iter().flatten().collect();
            let count = known.iter().filter(|groups| groups.contains(&group)).count();
            Part { count: size(count), of: size(known.len()), unknown: size(groups.len() - known.len()) }
        }
    }
}

fn trend(now: Part, before: Part) -> Trend {
    if now.of == 0 || before.of == 0 {
        return Trend::NotComparable;
    }
    let (now, before) = (u64::from(now.count) * u64::from(before.of), u64::from(before.count) * u64::from(now.of));
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => Trend::Rose,
        std::cmp::Ordering::Equal => Trend::Same,
        std::cmp::Ordering::Less => Trend::Fell,
    }
}

/// The shares of a year against the one before. Awards are counted, not people: whoever has two counts twice.
pub fn shares(given: &[Given], year: i32) -> Vec<Share> {
    let share = |counted| {
        let (now, before) = (part(given, counted, year), part(given, counted, year.saturating_sub(1)));
        Share { counted, now, before, trend: trend(now, before) }
    };
    Counted::ALL.into_iter().map(share).collect()
}
