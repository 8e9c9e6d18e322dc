//! How a council votes: the rule as data, the count of one item, and whether it passes. Integers only.
//!
//! No ballot and no voter is known here, only sums. The ninety in a hundred of all members by secret ballot, absent members
//! in writing, is NĐ 91/2017/NĐ-CP Điều 45 khoản 8 (mark V); thresholds since 2024 are data that a person confirms (U).

pub mod conflicts;
pub mod count;
pub mod meeting;
mod of_pack;
pub mod tellers;
#[cfg(test)]
mod tests;
pub mod words;

use crate::basics::{Amount, Fraction};
use crate::codes::coded;
use count::Tally;

coded! {
    /// How is voted.
    Ballot {
        /// Bỏ phiếu kín.
        Secret = "secret",
        /// Biểu quyết công khai.
        Open = "open",
    }
}

coded! {
    /// What the votes in favour are a share of.
    Base {
        /// Every member of the council, those with a conflict too.
        AllMembers = "all-members",
        /// Every member who may vote on the item, in the room or not.
        Entitled = "entitled",
        /// Those who may vote and are present, and those who voted in writing where the rule takes it.
        Present = "present",
        /// The votes that came back, the invalid ones too.
        VotesCast = "votes-cast",
    }
}

/// The share that passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// So much or more.
    AtLeast(Fraction),
    /// More than so much (quá bán: more than a half).
    MoreThan(Fraction),
}

impl Threshold {
    /// Whether so many in favour of a base pass. Nothing passes on an empty base.
    pub fn passes(self, in_favour: u32, base: u32) -> bool {
        base > 0
            && match self {
                Threshold::AtLeast(share) => share.reached(in_favour, base),
                Threshold::MoreThan(share) => share.passed(in_favour, base),
            }
    }

    /// The fewest votes in favour that pass on a base.
    pub fn needed(self, base: u32) -> u32 {
        match self {
            Threshold::AtLeast(share) => share.of(base, crate::basics::Rounding::Up),
            Threshold::MoreThan(share) => share.of(base, crate::basics::Rounding::Down) + 1,
        }
    }
}

/// The rule of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How is voted.
    pub ballot: Ballot,
    /// What the votes in favour are a share of.
    pub base: Base,
    /// The share that passes.
    pub threshold: Threshold,
    /// The share of all members that has to be present; written votes do not make a quorum (mark U).
    pub quorum: Option<Fraction>,
    /// Whether absent members vote in writing.
    pub written_absent: bool,
}

/// Who is there when one item is voted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// All members of the council on the day.
    pub members: u32,
    /// Members in the room, also those with a conflict: they make the quorum.
    pub present: u32,
    /// Members who may vote on this item.
    pub entitled: u32,
    /// Members in the room who may vote on this item.
    pub entitled_present: u32,
    /// Absent members who may vote on this item and whose vote came in writing.
    pub written: u32,
}

impl Attendance {
    /// Whether the numbers can be true together.
    pub fn is_possible(&self) -> bool {
        self.present <= self.members
            && self.entitled <= self.members
            && self.entitled_present <= self.present.min(self.entitled)
            && self.written <= self.entitled - self.entitled_present
            && self.written <= self.members - self.present
    }

    /// How many may cast a vote under the rule.
    pub fn voters(&self, rule: &Rule) -> u32 {
        self.entitled_present + if rule.written_absent { self.written } else { 0 }
    }

    /// Whether enough are in the room.
    pub fn is_quorate(&self, rule: &Rule) -> bool {
        self.present > 0 && rule.quorum.is_none_or(|share| share.reached(self.present, self.members))
    }

    /// Whether the item could pass if everybody who may cast a vote were in favour. Where not, the conflicts or the
    /// absences stop it already, and a person decides what to do before the vote.
    pub fn can_pass(&self, rule: &Rule) -> bool {
        let voters = self.voters(rule);
        let base = match rule.base {
            Base::AllMembers => self.members,
            Base::Entitled => self.entitled,
            Base::Present | Base::VotesCast => voters,
        };
        self.is_quorate(rule) && rule.threshold.passes(voters, base)
    }
}

/// Why there is no outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The numbers of those present cannot be true together.
    Attendance,
    /// Too few are in the room.
    NoQuorum {
        /// So many are there.
        present: u32,
        /// So many have to be.
        needed: u32,
    },
    /// The rule asks for a secret ballot and the vote was open.
    MustBeSecret,
    /// The count is not sound.
    Count(Vec<count::Slip>),
}

/// What came of the vote on one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How was voted: an open vote stays known as an open one.
    pub ballot: Ballot,
    /// Votes in favour.
    pub in_favour: u32,
    /// Of so many.
    pub base: u32,
    /// The fewest votes in favour that would have passed.
    pub needed: u32,
    /// Whether it passed.
    pub passed: bool,
    /// Votes in favour in percent of all members, whatever the base.
    pub rate: Option<Amount>,
}

impl Rule {
    /// The fewest members who have to be in the room.
    pub fn quorum_of(&self, members: u32) -> u32 {
        self.quorum.map_or(1, |share| share.of(members, crate::basics::Rounding::Up).max(1))
    }

    /// What came of the vote.
    ///
    /// # Errors
    /// [`Refused`] when there is none: no quorum, an open vote in the place of a secret one, a count that is not sound.
    pub fn outcome(&self, attendance: &Attendance, tally: &Tally) -> Result<Outcome, Refused> {
        if !attendance.is_possible() {
            return Err(Refused::Attendance);
        }
        if !attendance.is_quorate(self) {
            let needed = self.quorum_of(attendance.members);
            return Err(Refused::NoQuorum { present: attendance.present, needed });
        }
        if self.ballot == Ballot::Secret && tally.ballot() == Ballot::Open {
            return Err(Refused::MustBeSecret);
        }
        let slips = tally.slips(attendance.voters(self));
        if !slips.is_empty() {
            return Err(Refused::Count(slips));
        }
        let base = match self.base {
            Base::AllMembers => attendance.members,
            Base::Entitled => attendance.entitled,
            Base::Present => attendance.voters(self),
            Base::VotesCast => tally.cast(),
        };
        let in_favour = tally.in_favour();
        let amount = |count: u32| Amount::whole(i32::try_from(count).unwrap_or(i32::MAX));
        Ok(Outcome {
            ballot: tally.ballot(),
            in_favour,
            base,
            needed: self.threshold.needed(base),
            passed: self.threshold.passes(in_favour, base),
            rate: amount(in_favour).percent_of(amount(attendance.members)),
        })
    }
}
