//! The rule of a vote as a pack of awards writes it.

use super::{Ballot, Base, Rule, Threshold};
use crate::awards::pack::Vote;
use crate::basics::Fraction;

impl Rule {
    /// The rule that a pack writes; nothing when a word of it is unknown or no share is given. Where both shares are given,
    /// the one that must be passed counts if it is not below the other.
    pub fn of_pack(vote: &Vote) -> Option<Rule> {
        let at_least = vote.percent.map(Fraction::percent);
        let more_than = vote.more_than.map(Fraction::percent);
        let threshold = match (at_least, more_than) {
            (Some(at_least), None) => Threshold::AtLeast(at_least?),
            (None, Some(more_than)) => Threshold::MoreThan(more_than?),
            (Some(_), Some(more_than)) if vote.more_than >= vote.percent => Threshold::MoreThan(more_than?),
            (Some(at_least), Some(_)) => Threshold::AtLeast(at_least?),
            (None, None) => return None,
        };
        let quorum = match &vote.quorum {
            Some(text) => Some(Fraction::read(text)?),
            None => None,
        };
        Some(Rule {
            ballot: Ballot::from_code(&vote.ballot)?,
            base: Base::from_code(&vote.base)?,
            threshold,
            quorum,
            written_absent: vote.written_absent,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::awards::pack::shipped;

    #[test]
    fn every_vote_of_the_shipped_awards_is_a_rule() {
        let catalogue = shipped().expect("a sound pack");
        let awards = catalogue.rules.iter().flat_map(|regime| &regime.awards);
        let votes: Vec<(&str, &Vote)> =
            awards.flat_map(|award| award.votes.iter().map(|vote| (award.code.as_str(), vote))).collect();
        assert!(!votes.is_empty());
        for (code, vote) in votes {
            assert!(Rule::of_pack(vote).is_some(), "{code} {vote:?}");
        }
    }

    #[test]
    fn a_vote_that_nobody_can_count_is_no_rule() {
        let vote = Vote {
            regimes: vec!["A".into()],
            source: "NĐ 91/2017/NĐ-CP Điều 45 khoản 8".into(),
            mark: "V".into(),
            ballot: "secret".into(),
            base: "all-members".into(),
            percent: Some(90),
            more_than: None,
            quorum: Some("2/3".into()),
            written_absent: true,
        };
        let rule = Rule::of_pack(&vote).expect("a rule");
        assert_eq!(
            (rule.threshold, rule.quorum),
            (Threshold::AtLeast(Fraction::new(9, 10).expect("a share")), Fraction::new(2, 3))
        );
        for wrong in [
            Vote { ballot: "loud".into(), ..vote.clone() },
            Vote { base: "everybody".into(), ..vote.clone() },
            Vote { percent: None, ..vote.clone() },
            Vote { percent: Some(101), ..vote.clone() },
            Vote { quorum: Some("3/2".into()), ..vote.clone() },
        ] {
            assert_eq!(Rule::of_pack(&wrong), None, "{wrong:?}");
        }
        let both = Vote { more_than: Some(50), percent: Some(50), ..vote };
        let half = Fraction::new(1, 2).expect("a share");
        assert_eq!(Rule::of_pack(&both).map(|rule| rule.threshold), Some(Threshold::MoreThan(half)));
    }
}
