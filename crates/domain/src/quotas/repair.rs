//! The smallest set of changes after which every quota that binds holds: withdraw, move down, add from a list.
//!
//! People whose changes do the same to every quota are interchangeable; the search decides how many of each class change
//! and is exact in their number. Among the interchangeable the lowest score changes first, then whoever came last; sets of
//! the same size are then made better by exchanges: fewer withdrawals first, then lower scores.

use super::ratio::{Ratio, ratios};
use super::search::{Class, Problem, Solution, solve};
use super::{Book, Group, Nominated};
use crate::people::PersonKind;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who could be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The person, household or unit.
    pub subject: String,
    /// What sort of subject.
    pub kind: PersonKind,
    /// The award they could be nominated for.
    pub award: String,
    /// The groups they are counted in.
    pub groups: BTreeSet<Group>,
    /// Points or rank value; more is better.
    pub score: Option<i64>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Take a nomination back, with what it takes in.
    Withdraw {
        /// The nomination.
        id: String,
    },
    /// Nominate for a lower award instead; the nominee has to agree.
    Downgrade {
        /// The nomination.
        id: String,
        /// The lower award.
        to: String,
    },
    /// Nominate one more.
    Add {
        /// Who.
        subject: String,
        /// For what.
        award: String,
    },
}

/// What mends the quotas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The changes; none when everything holds.
    pub changes: Vec<Change>,
    /// It is proven that fewer do not suffice. Not so only where the search was cut off.
    pub smallest: bool,
}

/// Why there is no repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRepair {
    /// No set of changes satisfies all quotas together.
    Impossible,
    /// The search was cut off before it found one.
    NotFound,
}

/// Who may change: the one at a place of the list of nominations, or of the candidates.
#[derive(Clone, Copy)]
enum Who<'a> {
    Nominated(&'a Nominated),
    Candidate(&'a Candidate),
}

/// Somebody who may change: place in the list, who, and to which awards (none: withdrawn).
type Changeable<'a> = (usize, Who<'a>, Vec<Option<String>>);

impl Book {
    /// The smallest set of changes. `candidates` may be added; an empty list means that nothing is.
    ///
    /// # Errors
    /// [`NoRepair`] when there is none.
    pub fn repair(&self, nominated: &[Nominated], candidates: &[Candidate]) -> Result<Repair, NoRepair> {
        let ratios = ratios(self);
        let standing = self.standing(nominated);
        let mut slack: Vec<i64> = ratios.iter().map(|ratio| -ratio.bound).collect();
        let weights = |kind, groups: &BTreeSet<Group>, award: &str| -> Vec<i64> {
            ratios.iter().map(|ratio: &Ratio| ratio.weight(self, kind, groups, award)).collect()
        };
        // a change is what it adds to every inequality; moves down stand before the withdrawal
        let mut classes: BTreeMap<Vec<(Vec<i64>, bool)>, Vec<Changeable<'_>>> = BTreeMap::new();
        for (at, one) in standing.iter().enumerate() {
            let now = weights(one.kind, &one.groups, &one.award);
            slack.iter_mut().zip(&now).for_each(|(slack, weight)| *slack += weight);
            if one.fixed || one.granted {
                continue;
            }
            let mut to: Vec<Option<String>> =
                self.below(&one.award).into_iter().map(|lower| Some(lower.to_owned())).collect();
            to.push(None);
            let effect = |award: &Option<String>| {
                let then = award.as_ref().map_or(vec![0; now.len()], |award| weights(one.kind, &one.groups, award));
                (then.iter().zip(&now).map(|(then, now)| then - now).collect(), award.is_none())
            };
            let key = to.iter().map(effect).collect();
            classes.entry(key).or_default().push((at, Who::Nominated(one), to));
        }
        for (at, one) in candidates.iter().enumerate() {
            // whoever stands on the same ladder already is not added a second time
            let related = |subject: &str, award: &str| {
                subject == one.subject
                    && (self.counts_as(award).contains(one.award.as_str())
                        || self.counts_as(&one.award).contains(award))
            };
            if standing.iter().any(|other| related(&other.subject, &other.award))
                || candidates[..at].iter().any(|other| related(&other.subject, &other.award))
            {
                continue;
            }
            let key = vec![(weights(one.kind, &one.groups, &one.award), false)];
            classes.entry(key).or_default().push((at, Who::Candidate(one), vec![Some(one.award.clone())]));
        }
        let mut members: Vec<Vec<Changeable<'_>>> = Vec::new();
        let mut problem = Problem { slack, classes: Vec::new() };
        for (key, mut of) in classes {
            let adds = matches!(of[0].1, Who::Candidate(_));
            of.sort_by_key(|(at, who, _)| {
                let (score, at) = (who.score(), i64::try_from(*at).unwrap_or(i64::MAX));
                if adds { (-i128::from(score), at) } else { (i128::from(score), -at) }
            });
            let sign = if adds { -1 } else { 1 };
            problem.classes.push(Class {
                size: of.len(),
                effects: key.iter().map(|(effect, _)| effect.clone()).collect(),
                withdraws: key.iter().map(|(_, withdraws)| *withdraws).collect(),
                scores: of.iter().map(|(_, who, _)| sign * i128::from(who.score())).collect(),
            });
            members.push(of);
        }
        match solve(&problem) {
            Solution::Found { counts, proven } => {
                Ok(Repair { changes: changes(&members, &counts), smallest: proven })
            }
            Solution::Impossible => Err(NoRepair::Impossible),
            Solution::CutOff => Err(NoRepair::NotFound),
        }
    }
}

impl Who<'_> {
    fn score(&self) -> i64 {
        match self {
            Who::Nominated(one) => one.score.unwrap_or(0),
            Who::Candidate(one) => one.score.unwrap_or(0),
        }
    }
}

/// Names who changes: in each class the lowest scores, the first of them withdrawn, the next moved down.
fn changes(members: &[Vec<Changeable<'_>>], counts: &[Vec<usize>]) -> Vec<Change> {
    let mut made = Vec::new();
    for (of, counts) in members.iter().zip(counts) {
        let mut next = of.iter();
        for (option, count) in counts.iter().enumerate().rev() {
            for (at, who, to) in next.by_ref().take(*count) {
                let change = match (who, to[option].clone()) {
                    (Who::Nominated(one), None) => Change::Withdraw { id: one.id.clone() },
                    (Who::Nominated(one), Some(to)) => Change::Downgrade { id: one.id.clone(), to },
                    (Who::Candidate(one), _) => {
                        Change::Add { subject: one.subject.clone(), award: one.award.clone() }
                    }
                };
                made.push((matches!(who, Who::Candidate(_)), *at, change));
            }
        }
    }
    made.sort_by_key(|(adds, at, _)| (*adds, *at));
    made.into_iter().map(|(_, _, change)| change).collect()
}
