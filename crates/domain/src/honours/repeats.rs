//! Who is awarded again and again, and how much of all goes to them. No rule forbids it; the people who select look at it.

use super::{Given, size};
use crate::basics::Amount;
use crate::people::PersonKind;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who was awarded in several years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The person, household or unit.
    pub subject: String,
    /// Awards in the years looked at.
    pub awards: u32,
    /// Years with an award.
    pub years: u32,
    /// The longest run of years without a gap.
    pub run: u32,
}

/// The repeat winners of some years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Who, the most years first, then the most awards.
    pub winners: Vec<Repeat>,
    /// Awards that went to them.
    pub theirs: u32,
    /// All awards.
    pub all: u32,
}

impl Repeats {
    /// Their part of all awards in percent.
    pub fn percent(&self) -> Option<Amount> {
        let amount = |count: u32| Amount::whole(i32::try_from(count).unwrap_or(i32::MAX));
        amount(self.theirs).percent_of(amount(self.all))
    }
}

/// Who of a sort of subject was awarded in at least so many of the years from one to another.
pub fn repeats(given: &[Given], kind: PersonKind, from: i32, to: i32, at_least: u32) -> Repeats {
    let mut by_subject: BTreeMap<&str, (u32, BTreeSet<i32>)> = BTreeMap::new();
    let looked_at = given.iter().filter(|one| one.kind == kind && (from..=to).contains(&one.year));
    let mut found = Repeats::default();
    for one in looked_at {
        let (awards, years) = by_subject.entry(&one.subject).or_default();
        *awards += 1;
        years.insert(one.year);
        found.all += 1;
    }
    for (subject, (awards, years)) in by_subject {
        if size(years.len()) >= at_least.max(2) {
            found.theirs += awards;
            let years_with = size(years.len());
            found.winners.push(Repeat {
                subject: subject.to_owned(),
                awards,
                years: years_with,
                run: longest_run(&years),
            });
        }
    }
    found.winners.sort_by(|a, b| (b.years, b.awards, &a.subject).cmp(&(a.years, a.awards, &b.subject)));
    found
}

fn longest_run(years: &BTreeSet<i32>) -> u32 {
    let (mut longest, mut run, mut last) = (0, 0, None::<i32>);
    for year in years {
        run = if last.and_then(|last| last.checked_add(1)) == Some(*year) { run + 1 } else { 1 };
        longest = longest.max(run);
        last = Some(*year);
    }
    longest
}
