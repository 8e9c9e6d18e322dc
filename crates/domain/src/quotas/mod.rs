//! Quotas on awards, live while nominating: how many may and how many should be proposed, what stands, which nominations
//! are beyond, and the smallest set of changes that mends it.
//!
//! A quota is data with its source: the fifteen in a hundred of NĐ 91/2017/NĐ-CP Điều 9 khoản 3 (mark V, until 2023), since
//! then what each ministry and province sets; rounding too is theirs (mark S). Plans add aims and caps of their own.

mod exchange;
pub mod live;
mod prices;
mod ratio;
pub mod repair;
mod search;
#[cfg(test)]
mod tests;
pub mod words;

use crate::basics::{Fraction, Rounding};
use crate::codes::coded;
use crate::people::{Category, PersonKind, Sex};
use std::collections::{BTreeMap, BTreeSet};

coded! {
    /// Whom a share speaks of.
    Group {
        /// Người trực tiếp lao động, sản xuất, công tác.
        DirectWorker = "direct-worker",
        /// Người giữ chức vụ lãnh đạo, quản lý.
        Leader = "leader",
        /// Người không giữ chức vụ lãnh đạo, quản lý.
        NonLeader = "non-leader",
        /// Công nhân.
        Worker = "worker",
        /// Nông dân.
        Farmer = "farmer",
        /// Nữ.
        Woman = "woman",
    }
}

impl Group {
    /// The groups that somebody is counted in.
    pub fn all_of(category: Category, leader: bool, sex: Option<Sex>) -> BTreeSet<Group> {
        let leads = leader || category == Category::LeaderManager;
        let of = |group: &Group| match group {
            Group::DirectWorker => category.works_directly(leads),
            Group::Leader => leads,
            Group::NonLeader => !leads,
            Group::Worker => category == Category::Worker,
            Group::Farmer => category == Category::Farmer,
            Group::Woman => sex == Some(Sex::Female),
        };
        Group::ALL.iter().copied().filter(of).collect()
    }
}

coded! {
    /// Whether a quota binds.
    Force {
        /// It has to hold.
        Limit = "limit",
        /// It is striven for: told, never enforced.
        Aim = "aim",
    }
}

/// A number, or a share of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// So many.
    Count(u32),
    /// Such a share of the base, rounded.
    Share(Fraction, Rounding),
}

impl Measure {
    /// How many that is of a base.
    pub fn of(self, base: u32) -> u32 {
        match self {
            Measure::Count(count) => count,
            Measure::Share(share, rounding) => share.of(base, rounding),
        }
    }
}

/// What a share is taken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// So many people (or households).
    People(u32),
    /// So many units.
    Units(u32),
    /// Those nominated for one of these awards, of the same sort of subject: “trong đó”.
    Awards(Vec<String>),
}

/// One quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Its name among the quotas of a round.
    pub key: String,
    /// The awards that are counted together: one, or `Bằng khen` and `Cờ` as the plan counts them.
    pub awards: Vec<String>,
    /// Only subjects of this sort.
    pub subject: Option<PersonKind>,
    /// Only those of this group; the base is not narrowed.
    pub group: Option<Group>,
    /// No more than this.
    pub at_most: Option<Measure>,
    /// No fewer than this.
    pub at_least: Option<Measure>,
    /// What shares are taken of.
    pub base: Base,
    /// Whether it binds.
    pub force: Force,
    /// Article or line of the plan.
    pub source: String,
}

/// What an award implies: who holds it counts for others too, and may be nominated for a lower one instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Its code.
    pub award: String,
    /// Awards for which its nominees count as well: who is `CSTDCS` is one of the `LDTT`.
    pub counts_as: Vec<String>,
    /// The award a nominee may be moved down to.
    pub lower: Option<String>,
}

/// Somebody nominated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominated {
    /// The nomination.
    pub id: String,
    /// The person, household or unit.
    pub subject: String,
    /// What sort of subject.
    pub kind: PersonKind,
    /// The award.
    pub award: String,
    /// The groups they are counted in.
    pub groups: BTreeSet<Group>,
    /// Points or rank value; more is better.
    pub score: Option<i64>,
    /// It is granted already.
    pub granted: bool,
    /// It may not be touched any more.
    pub fixed: bool,
}

/// Quotas and what their awards imply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// What awards imply; an award that is not here implies nothing.
    pub steps: Vec<Step>,
}

impl Book {
    fn step(&self, award: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.award == award)
    }

    /// The award itself and all others that its nominees count for.
    pub fn counts_as<'a>(&'a self, award: &'a str) -> BTreeSet<&'a str> {
        let mut all = BTreeSet::from([award]);
        let mut open = vec![award];
        while let Some(next) = open.pop() {
            for other in self.step(next).into_iter().flat_map(|step| &step.counts_as) {
                if all.insert(other) {
                    open.push(other);
                }
            }
        }
        all
    }

    /// The awards below, the next one first.
    pub fn below<'a>(&'a self, award: &'a str) -> Vec<&'a str> {
        let mut all: Vec<&str> = Vec::new();
        let mut now = award;
        while let Some(lower) = self.step(now).and_then(|step| step.lower.as_deref()) {
            if lower == award || all.contains(&lower) {
                break;
            }
            all.push(lower);
            now = lower;
        }
        all
    }

    /// Those that count by themselves: who is nominated for a title that counts as another is not counted for the other
    /// once more.
    pub fn standing<'a>(&self, nominated: &'a [Nominated]) -> Vec<&'a Nominated> {
        let mut of_subject: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, one) in nominated.iter().enumerate() {
            of_subject.entry(&one.subject).or_default().push(at);
        }
        let covers = |one: usize, other: usize| {
            self.counts_as(&nominated[one].award).contains(nominated[other].award.as_str())
        };
        let alone = |(at, one): &(usize, &Nominated)| {
            // of two that cover each other the first stays
            let mut others = of_subject[one.subject.as_str()].iter().filter(|other| *other != at);
            !others.any(|other| covers(*other, *at) && (!covers(*at, *other) || other < at))
        };
        nominated.iter().enumerate().filter(alone).map(|(_, one)| one).collect()
    }

    /// Whether somebody with an award is counted by the quota.
    fn counts(&self, quota: &Quota, kind: PersonKind, groups: &BTreeSet<Group>, award: &str) -> bool {
        quota.subject.is_none_or(|subject| subject == kind)
            && quota.group.is_none_or(|group| groups.contains(&group))
            && self.is_any(award, &quota.awards)
    }

    /// Whether somebody with an award is in the base of the quota.
    fn bases(&self, quota: &Quota, kind: PersonKind, award: &str) -> bool {
        match &quota.base {
            Base::Awards(awards) => {
                quota.subject.is_none_or(|subject| subject == kind) && self.is_any(award, awards)
            }
            Base::People(_) | Base::Units(_) => false,
        }
    }

    fn is_any(&self, award: &str, awards: &[String]) -> bool {
        let counted = self.counts_as(award);
        awards.iter().any(|one| counted.contains(one.as_str()))
    }
}

fn count<T>(all: &[T], of: impl Fn(&T) -> bool) -> u32 {
    u32::try_from(all.iter().filter(|one| of(one)).count()).unwrap_or(u32::MAX)
}
