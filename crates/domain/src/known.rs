//! Making a plan known (quán triệt): sessions of a unit, and the share of its people that was reached.

use crate::basics::Amount;
use crate::codes::coded;

coded! {
    /// How a plan was made known.
    Form {
        /// Hội nghị.
        Meeting = "meeting",
        /// Niêm yết.
        Posted = "posted",
        /// Loa truyền thanh.
        Loudspeaker = "loudspeaker",
        /// Văn bản sao gửi.
        Document = "document",
        /// Nhóm mạng xã hội.
        Group = "group",
    }
}

/// People reached, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Who was reached.
    pub people: i64,
    /// Of how many.
    pub of: i64,
}

impl Reached {
    /// The share in percent, rounded only when shown; nothing when there is nobody to reach.
    pub fn share(self) -> Option<Amount> {
        let whole = |number: i64| number.checked_mul(10_000).map(Amount::from_ten_thousandths);
        whole(self.people)?.percent_of(whole(self.of)?)
    }
}

/// Why the sessions of a unit cannot be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountProblem {
    /// More were reached than there are.
    MoreThanThere(Reached),
    /// People were counted, and nobody said of how many.
    OfHowMany,
    /// A number below zero.
    Negative,
}

/// What a unit has reached: each session counts people whom no session before it reached; the newest total counts.
/// Sessions without numbers (a notice, a loudspeaker) make the plan known and add nothing. Nothing when no session has
/// numbers.
///
/// # Errors
/// A [`CountProblem`].
pub fn add_up(sessions: &[(Option<i64>, Option<i64>)]) -> Result<Option<Reached>, CountProblem> {
    if sessions.iter().any(|(people, of)| people.is_some_and(|n| n < 0) || of.is_some_and(|n| n < 0)) {
        return Err(CountProblem::Negative);
    }
    if sessions.iter().all(|(people, _)| people.is_none()) {
        return Ok(None);
    }
    let people = sessions.iter().filter_map(|(people, _)| *people).fold(0, i64::saturating_add);
    let of = sessions.iter().rev().find_map(|(_, of)| *of).ok_or(CountProblem::OfHowMany)?;
    let reached = Reached { people, of };
    if people > of { Err(CountProblem::MoreThanThere(reached)) } else { Ok(Some(reached)) }
}

/// The share over all units: the ratio of sums, never the mean of shares.
pub fn overall(units: impl IntoIterator<Item = Reached>) -> Reached {
    units.into_iter().fold(Reached::default(), |sum, one| Reached {
        people: sum.people.saturating_add(one.people),
        of: sum.of.saturating_add(one.of),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sessions_of_a_unit_add_up_against_the_newest_total() {
        use CountProblem as P;
        for (sessions, expected) in [
            (vec![], Ok(None)),
            (vec![(None, None)], Ok(None)),
            (vec![(None, Some(40))], Ok(None)),
            (vec![(Some(30), Some(40))], Ok(Some(Reached { people: 30, of: 40 }))),
            (vec![(Some(30), Some(40)), (None, None), (Some(8), None)], Ok(Some(Reached { people: 38, of: 40 }))),
            (vec![(Some(30), Some(40)), (Some(8), Some(50))], Ok(Some(Reached { people: 38, of: 50 }))),
            (vec![(Some(30), Some(40)), (Some(11), None)], Err(P::MoreThanThere(Reached { people: 41, of: 40 }))),
            (vec![(Some(5), None)], Err(P::OfHowMany)),
            (vec![(Some(-1), Some(4))], Err(P::Negative)),
            (vec![(Some(0), Some(0))], Ok(Some(Reached { people: 0, of: 0 }))),
        ] {
            assert_eq!(add_up(&sessions), expected, "{sessions:?}");
        }
    }

    #[test]
    fn the_share_of_all_is_a_ratio_of_sums() {
        let units = [Reached { people: 10, of: 10 }, Reached { people: 45, of: 90 }];
        let all = overall(units);
        assert_eq!(all.share().map(Amount::vietnamese).as_deref(), Some("55"), "not 75, the mean of 100 and 50");
        assert_eq!(Reached { people: 1, of: 3 }.share().map(Amount::vietnamese).as_deref(), Some("33,33"));
        assert_eq!(overall([]).share(), None);
    }

    proptest! {
        #[test]
        fn no_share_leaves_the_range(people in 0_i64..1_000_000, more in 0_i64..1_000_000) {
            let share = Reached { people, of: people + more }.share();
            if people + more == 0 {
                prop_assert_eq!(share, None);
            } else {
                prop_assert!(share.is_some_and(|share| share >= Amount::ZERO && share <= Amount::whole(100)));
            }
        }
    }
}
