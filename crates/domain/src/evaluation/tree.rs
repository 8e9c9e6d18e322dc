//! Evaluation of a target tree: leaves are judged, containers follow from their leaves.

use crate::basics::Amount;
use crate::targets::{Judgement, Status};

/// One node of the tree to evaluate. A parent precedes its children.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Identifier of the target.
    pub id: &'a str,
    /// Its container.
    pub parent_id: Option<&'a str>,
    /// The judgement of a leaf; `None` for a container.
    pub judged: Option<Judgement>,
}

/// How many leaves stand where. Leaves that do not apply are counted apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    counts: [u32; Status::ALL.len()],
    /// Leaves that do not apply.
    pub not_applicable: u32,
    /// All leaves.
    pub leaves: u32,
}

impl Summary {
    /// The summary of leaf judgements.
    pub fn of<'a>(judgements: impl Iterator<Item = &'a Judgement>) -> Self {
        let mut summary = Summary::default();
        for judgement in judgements {
            summary.leaves += 1;
            match judgement.status {
                Some(status) => summary.counts[status as usize] += 1,
                None => summary.not_applicable += 1,
            }
        }
        summary
    }

    /// Leaves of one status.
    pub fn count(&self, status: Status) -> u32 {
        self.counts[status as usize]
    }

    /// Leaves that are met or exceeded.
    pub fn reached(&self) -> u32 {
        self.count(Status::Met) + self.count(Status::Exceeded)
    }

    /// "Toàn diện": there is a leaf, and every leaf that applies is met or exceeded.
    pub fn complete(&self) -> bool {
        self.leaves > self.not_applicable && self.reached() == self.leaves - self.not_applicable
    }

    /// Share of the applicable leaves that are reached, in percent.
    pub fn reached_percent(&self) -> Option<Amount> {
        let whole = |count: u32| Amount::whole(i32::try_from(count).unwrap_or(i32::MAX));
        whole(self.reached()).percent_of(whole(self.leaves - self.not_applicable))
    }
}

/// The status of every node, in the order given. A container without an applicable leaf has none.
pub fn roll_up(nodes: &[Node<'_>]) -> Vec<Option<Status>> {
    let leaves_below = |container: &str| {
        let mut inside = vec![container];
        let mut statuses = Vec::new();
        for node in nodes {
            if node.parent_id.is_some_and(|parent| inside.contains(&parent)) {
                match node.judged {
                    Some(judgement) => statuses.extend(judgement.status),
                    None => inside.push(node.id),
                }
            }
        }
        statuses
    };
    nodes
        .iter()
        .map(|node| match node.judged {
            Some(judgement) => judgement.status,
            None => together(&leaves_below(node.id)),
        })
        .collect()
}

/// The status of a compound line: all parts have to be reached; the weakest part decides.
pub fn together(parts: &[Status]) -> Option<Status> {
    let any = |status| parts.contains(&status);
    if parts.is_empty() {
        None
    } else if any(Status::Missed) {
        Some(Status::Missed)
    } else if any(Status::NeedsPerson) {
        Some(Status::NeedsPerson)
    } else if any(Status::AtRisk) {
        Some(Status::AtRisk)
    } else if parts.iter().all(|status| *status == Status::NotBegun) {
        Some(Status::NotBegun)
    } else if any(Status::NotBegun) || any(Status::OnTrack) {
        Some(Status::OnTrack)
    } else if parts.iter().all(|status| *status == Status::Exceeded) {
        Some(Status::Exceeded)
    } else {
        Some(Status::Met)
    }
}

/// Whether actual components add up to the actual total; `None` while one of them is missing.
pub fn components_agree(total: Option<Amount>, components: &[Option<Amount>]) -> Option<bool> {
    let sum = components.iter().try_fold(Amount::ZERO, |sum, part| sum.plus((*part)?))?;
    Some(sum == total?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::targets::Reason;

    fn leaf<'a>(id: &'a str, parent: Option<&'a str>, status: Option<Status>) -> Node<'a> {
        let judged = Some(Judgement { status, rate: None, reason: Reason::Compared });
        Node { id, parent_id: parent, judged }
    }

    #[test]
    fn a_compound_line_is_met_only_when_all_its_parts_are() {
        let line = Node { id: "T1", parent_id: None, judged: None };
        let with = |a, b| roll_up(&[line.clone(), leaf("a", Some("T1"), a), leaf("b", Some("T1"), b)])[0];
        use Status::{AtRisk, Exceeded, Met, Missed, NeedsPerson, NotBegun, OnTrack};
        for (a, b, together) in [
            (Met, Met, Met),
            (Met, Exceeded, Met),
            (Exceeded, Exceeded, Exceeded),
            (Met, Missed, Missed),
            (Met, NeedsPerson, NeedsPerson),
            (AtRisk, OnTrack, AtRisk),
            (NotBegun, NotBegun, NotBegun),
            (NotBegun, Met, OnTrack),
            (Missed, NeedsPerson, Missed),
        ] {
            assert_eq!(with(Some(a), Some(b)), Some(together), "{a:?} and {b:?}");
        }
        assert_eq!(with(Some(Met), None), Some(Met), "what does not apply does not count");
        assert_eq!(with(None, None), None);
    }

    #[test]
    fn completeness_ignores_what_does_not_apply() {
        let judgement = |status| Judgement { status, rate: None, reason: Reason::Compared };
        let all = [judgement(Some(Status::Met)), judgement(Some(Status::Exceeded)), judgement(None)];
        let summary = Summary::of(all.iter());
        assert!(summary.complete());
        assert_eq!(summary.reached_percent().map(Amount::vietnamese).as_deref(), Some("100"));
        assert!(!Summary::of([judgement(None)].iter()).complete());
    }

    #[test]
    fn components_are_compared_only_when_all_are_known() {
        let amount = |n| Some(Amount::whole(n));
        assert_eq!(
            components_agree(amount(3027), &[amount(780), amount(1110), amount(217), amount(920)]),
            Some(true)
        );
        assert_eq!(
            components_agree(amount(3026), &[amount(780), amount(1110), amount(217), amount(920)]),
            Some(false)
        );
        assert_eq!(components_agree(amount(3027), &[amount(780), None]), None);
    }
}
