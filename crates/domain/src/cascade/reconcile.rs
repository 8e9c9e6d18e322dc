//! The plan above held against the plans below: what is missing, too much, without an owner.

use super::{Asked, AssignmentState, Balance, Bar, Method, Share, balance, together};
use crate::basics::Amount;

/// What is known of one unit and one target above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfUnit {
    /// The newest assignment: where it stands, its value, its weight.
    pub assigned: Option<(AssignmentState, Option<Amount>, Option<Amount>)>,
    /// How many times it was given anew or taken back after the first.
    pub changes: u32,
    /// The unit's own plan has a target for it, with this value.
    pub own: Option<Option<Amount>>,
}

/// Something a person should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The values given out do not reach the target above.
    Gap(Amount),
    /// More was given out than the target above asks.
    OverAssigned(Amount),
    /// The units' own plans together do not reach the target above.
    OwnGap(Amount),
    /// Nobody below was given it and no plan below has it.
    NoOwner,
    /// Units took it into their plans, but were never given a value.
    InheritedUnassigned(u32),
    /// Units were given a value, but their issued plan has no target for it.
    AssignedNotPlanned(u32),
    /// Units plan another value than the one given.
    Differs(u32),
    /// Values were changed or taken back during the year.
    Changed(u32),
}

impl Mark {
    /// The word for class names and programs.
    pub fn code(self) -> &'static str {
        match self {
            Mark::Gap(_) => "gap",
            Mark::OverAssigned(_) => "over",
            Mark::OwnGap(_) => "own-gap",
            Mark::NoOwner => "no-owner",
            Mark::InheritedUnassigned(_) => "unassigned",
            Mark::AssignedNotPlanned(_) => "not-planned",
            Mark::Differs(_) => "differs",
            Mark::Changed(_) => "changed",
        }
    }
}

/// What the units make together of a target above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Of the values given.
    pub assigned: Option<Amount>,
    /// Of the values in the units' own plans.
    pub own: Option<Amount>,
    /// What to look at.
    pub marks: Vec<Mark>,
}

/// Holds one target above against the units below.
pub fn reconcile(asked: Option<Asked>, method: Method, bar: Bar, units: &[OfUnit]) -> Reconciled {
    // values that were given out or planned have no numerators yet: they are averaged
    let method = if method == Method::Ratio { Method::Average } else { method };
    let holding = |one: &OfUnit| one.assigned.filter(|(state, _, _)| state.holds());
    let weight = |one: &OfUnit| one.assigned.and_then(|(_, _, weight)| weight);
    let given: Vec<Share> = units
        .iter()
        .filter_map(|one| holding(one).and_then(|(_, value, weight)| Some(Share::weighed(value?, weight))))
        .collect();
    let planned: Vec<Share> =
        units.iter().filter_map(|one| one.own.flatten().map(|value| Share::weighed(value, weight(one)))).collect();
    let mut found = Reconciled {
        assigned: together(method, &given, bar),
        own: together(method, &planned, bar),
        marks: Vec::new(),
    };
    let count = |test: &dyn Fn(&OfUnit) -> bool| -> u32 {
        u32::try_from(units.iter().filter(|one| test(one)).count()).unwrap_or(u32::MAX)
    };
    let marks = &mut found.marks;
    if units.iter().all(|one| holding(one).is_none() && one.own.is_none()) {
        marks.push(Mark::NoOwner);
    }
    if let (Some(asked), Some(parts)) = (asked, found.assigned) {
        match balance(asked, parts) {
            Some(Balance::Short(by)) => marks.push(Mark::Gap(by)),
            Some(Balance::Over(by)) => marks.push(Mark::OverAssigned(by)),
            Some(Balance::Even) | None => {}
        }
    }
    if let (Some(asked), Some(parts)) = (asked, found.own)
        && let Some(Balance::Short(by)) = balance(asked, parts)
    {
        marks.push(Mark::OwnGap(by));
    }
    for (number, mark) in [
        (count(&|one| one.own.is_some() && holding(one).is_none()), Mark::InheritedUnassigned as fn(u32) -> Mark),
        (count(&|one| one.own.is_none() && holding(one).is_some()), Mark::AssignedNotPlanned),
        (
            count(&|one| match (one.own.flatten(), holding(one).and_then(|(_, value, _)| value)) {
                (Some(own), Some(given)) => own != given,
                _ => false,
            }),
            Mark::Differs,
        ),
        (count(&|one| one.changes > 0), Mark::Changed),
    ] {
        if number > 0 {
            marks.push(mark(number));
        }
    }
    found
}
