//! A meeting of a council: its states with refusing arrows, who is there, why no ballot is issued, what came of an item.

use super::conflicts::Conflict;
use super::{Attendance, Ballot, Base, Rule, Threshold};
use crate::basics::Fraction;
use crate::codes::coded;
use std::collections::BTreeMap;

coded! {
    /// Where a meeting stands.
    State {
        /// Called: items, members, conflicts are still put together.
        Called = "called",
        /// The vote is open: nothing but counts is taken in.
        Voting = "voting",
        /// Over: the results stand and do not change.
        Closed = "closed",
    }
}

impl State {
    /// Whether a step leads from here to there.
    pub fn may_become(self, to: State) -> bool {
        // a meeting without a quorum ends without a vote
        matches!((self, to), (State::Called, State::Voting | State::Closed) | (State::Voting, State::Closed))
    }
}

coded! {
    /// Whether a member is there.
    Presence {
        /// Có mặt.
        Present = "present",
        /// Vắng.
        Absent = "absent",
        /// Vắng, gửi phiếu bằng văn bản.
        Written = "written",
    }
}

coded! {
    /// Why a member is given no ballot for an item.
    Recused {
        /// The member is the nominee.
        Oneself = "self",
        /// Declared family.
        Family = "family",
        /// Heads the unit of the nominee.
        Heads = "heads",
        /// Of the nominee's unit.
        OwnUnit = "own-unit",
        /// Another conflict that the member declared.
        Declared = "declared",
    }
}

impl From<Conflict> for Recused {
    fn from(conflict: Conflict) -> Recused {
        match conflict {
            Conflict::Oneself => Recused::Oneself,
            Conflict::Family => Recused::Family,
            Conflict::Heads => Recused::Heads,
            Conflict::OwnUnit => Recused::OwnUnit,
        }
    }
}

coded! {
    /// What came of an item.
    Came {
        /// Thông qua.
        Passed = "passed",
        /// Không thông qua.
        Failed = "failed",
        /// Không đủ thành viên để họp.
        NoQuorum = "no-quorum",
    }
}

coded! {
    /// How sure a rule of a vote is.
    Sure {
        /// The provision was read.
        Verified = "V",
        /// One secondary source.
        Secondary = "S",
        /// Not read again, or none was found.
        Unverified = "U",
        /// The secretary confirmed it by the council's own regulation.
        Confirmed = "C",
    }
}

/// The rule of a vote as it is kept with an item: data with where it stands and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRule {
    /// How is voted.
    pub ballot: Ballot,
    /// What the votes in favour are a share of.
    pub base: Base,
    /// At least so much in a hundred.
    pub percent: Option<u32>,
    /// More than so much in a hundred.
    pub more_than: Option<u32>,
    /// `2/3`.
    pub quorum: Option<String>,
    /// Whether absent members vote in writing.
    pub written_absent: bool,
    /// Where it stands.
    pub source: String,
    /// How sure.
    pub mark: Sure,
}

impl KeptRule {
    /// Where the law has none: by secret ballot, and a person says the rest.
    pub fn missing() -> KeptRule {
        KeptRule {
            ballot: Ballot::Secret,
            base: Base::AllMembers,
            percent: None,
            more_than: None,
            quorum: None,
            written_absent: false,
            source: String::new(),
            mark: Sure::Unverified,
        }
    }

    /// The rule, where its numbers are there and can be read.
    pub fn rule(&self) -> Option<Rule> {
        let threshold = match (self.percent, self.more_than) {
            (Some(percent), _) => Threshold::AtLeast(Fraction::percent(percent)?),
            (None, Some(more)) => Threshold::MoreThan(Fraction::percent(more)?),
            (None, None) => return None,
        };
        let quorum = match &self.quorum {
            Some(text) => Some(Fraction::read(text)?),
            None => None,
        };
        Some(Rule { ballot: self.ballot, base: self.base, threshold, quorum, written_absent: self.written_absent })
    }

    /// Whether one may vote by it: it was read in the law, or a person confirmed it.
    pub fn may_decide(&self) -> bool {
        matches!(self.mark, Sure::Verified | Sure::Confirmed) && self.rule().is_some()
    }
}

/// Who is there for one item: how each member is there, and whether they are recused from it.
pub fn attendance(members: &[(Presence, bool)]) -> Attendance {
    let count = |of: &dyn Fn(Presence, bool) -> bool| {
        let found = members.iter().filter(|(presence, recused)| of(*presence, *recused)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    Attendance {
        members: count(&|_, _| true),
        present: count(&|presence, _| presence == Presence::Present),
        entitled: count(&|_, recused| !recused),
        entitled_present: count(&|presence, recused| presence == Presence::Present && !recused),
        written: count(&|presence, recused| presence == Presence::Written && !recused),
    }
}

/// A set of items that stand on one kind of ballot paper, and how many members are given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSet {
    /// The items.
    pub items: Vec<i64>,
    /// Papers to print.
    pub copies: u32,
}

impl PaperSet {
    /// Whether the paper alone tells whose it is.
    pub fn tells_its_voter(&self) -> bool {
        self.copies == 1
    }
}

/// The papers to print, the commonest first: each lists what its voters may vote on, and nothing of who they are. A voter
/// is the items from which somebody is recused, out of all items.
pub fn paper_sets(items: &[i64], voters: &[Vec<i64>]) -> Vec<PaperSet> {
    let mut sets: BTreeMap<Vec<i64>, u32> = BTreeMap::new();
    for recused in voters {
        let set: Vec<i64> = items.iter().copied().filter(|item| !recused.contains(item)).collect();
        if !set.is_empty() {
            *sets.entry(set).or_default() += 1;
        }
    }
    let mut found: Vec<PaperSet> = sets.into_iter().map(|(items, copies)| PaperSet { items, copies }).collect();
    found.sort_by_key(|set| (std::cmp::Reverse(set.copies), std::cmp::Reverse(set.items.len())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_meeting_only_goes_forward() {
        use State::{Called, Closed, Voting};
        let table: Vec<(State, State)> = State::ALL
            .iter()
            .flat_map(|from| State::ALL.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.may_become(*to))
            .collect();
        assert_eq!(table, [(Called, Voting), (Called, Closed), (Voting, Closed)]);
    }

    #[test]
    fn nobody_votes_by_a_rule_that_is_not_sure() {
        let law = KeptRule { percent: Some(90), source: "Điều 45".into(), ..KeptRule::missing() };
        for (mark, decides) in
            [(Sure::Verified, true), (Sure::Secondary, false), (Sure::Unverified, false), (Sure::Confirmed, true)]
        {
            assert_eq!(KeptRule { mark, ..law.clone() }.may_decide(), decides, "{mark:?}");
        }
        assert!(!KeptRule { mark: Sure::Confirmed, ..KeptRule::missing() }.may_decide(), "without a threshold");
        let odd = KeptRule { mark: Sure::Verified, quorum: Some("ba phần tư".into()), ..law };
        assert!(!odd.may_decide(), "a quorum that cannot be read");
    }

    #[test]
    fn papers_are_told_apart_by_their_items_alone() {
        let found = paper_sets(&[1, 2, 3], &[vec![], vec![2], vec![], vec![2], vec![1, 3], vec![1, 2, 3]]);
        let told: Vec<(Vec<i64>, u32, bool)> =
            found.into_iter().map(|set| (set.items.clone(), set.copies, set.tells_its_voter())).collect();
        assert_eq!(told, [(vec![1, 2, 3], 2, false), (vec![1, 3], 2, false), (vec![2], 1, true)]);
    }

    proptest! {
        #[test]
        fn as_many_papers_carry_an_item_as_members_may_vote_on_it(
            voters in proptest::collection::vec(proptest::collection::vec(0_i64..6, 0..6), 0..12)
        ) {
            let items: Vec<i64> = (0..6).collect();
            let sets = paper_sets(&items, &voters);
            for item in items {
                let papers: u32 = sets.iter().filter(|set| set.items.contains(&item)).map(|set| set.copies).sum();
                let entitled = voters.iter().filter(|recused| !recused.contains(&item)).count();
                prop_assert_eq!(usize::try_from(papers).unwrap(), entitled);
            }
        }

        #[test]
        fn those_who_are_there_can_be_there(
            members in proptest::collection::vec((0_usize..3, any::<bool>()), 0..20)
        ) {
            let members: Vec<(Presence, bool)> =
                members.into_iter().map(|(at, recused)| (Presence::ALL[at], recused)).collect();
            prop_assert!(attendance(&members).is_possible());
        }
    }
}
