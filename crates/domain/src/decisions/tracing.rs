//! What a revoked award carries with it: every award that relied on it, and those that relied on these.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A given award with the awards that its criteria used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Identifier.
    pub id: String,
    /// What it relied on.
    pub relied_on: Vec<String>,
}

/// An award that is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Identifier.
    pub id: String,
    /// From the revoked award to it, both included: the shortest way.
    pub way: Vec<String>,
}

impl Reached {
    /// Whether it relied on the revoked award itself.
    pub fn is_direct(&self) -> bool {
        self.way.len() == 2
    }
}

/// Everything that relied on a revoked award, the nearest first. Nothing is revoked by this: each is for a person to look at.
pub fn reached(awards: &[Given], revoked: &str) -> Vec<Reached> {
    let mut after: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for award in awards {
        for on in &award.relied_on {
            after.entry(on).or_default().insert(&award.id);
        }
    }
    let mut seen = BTreeSet::from([revoked]);
    let mut open = VecDeque::from([vec![revoked]]);
    let mut found = Vec::new();
    while let Some(way) = open.pop_front() {
        for next in way.last().and_then(|last| after.get(last)).into_iter().flatten() {
            if seen.insert(next) {
                let way: Vec<&str> = way.iter().copied().chain([*next]).collect();
                found
                    .push(Reached { id: (*next).to_owned(), way: way.iter().map(|id| (*id).to_owned()).collect() });
                open.push_back(way);
            }
        }
    }
    found
}
