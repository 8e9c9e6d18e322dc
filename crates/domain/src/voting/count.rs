//! The count of one item: a sheet of paper ballots, or raised hands; and whether its numbers fit together.

use super::Ballot;
use super::tellers::Agreed;

/// What the count of one item says: ballots counted by a teller. Blank ballots are invalid ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Số phiếu phát ra.
    pub issued: u32,
    /// Số phiếu thu về.
    pub returned: u32,
    /// Số phiếu hợp lệ.
    pub valid: u32,
    /// Số phiếu không hợp lệ, kể cả phiếu trắng.
    pub invalid: u32,
    /// Số phiếu đồng ý.
    pub in_favour: u32,
    /// Số phiếu không đồng ý.
    pub against: u32,
}

/// An open vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hands {
    /// Đồng ý.
    pub in_favour: u32,
    /// Không đồng ý.
    pub against: u32,
    /// Không biểu quyết.
    pub abstaining: u32,
}

/// Numbers that do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// More ballots issued than there are voters.
    IssuedBeyondVoters {
        /// Ballots issued.
        issued: u32,
        /// Members who may vote on the item.
        voters: u32,
    },
    /// More came back than were issued.
    ReturnedBeyondIssued {
        /// Ballots issued.
        issued: u32,
        /// Ballots that came back.
        returned: u32,
    },
    /// Valid and invalid ballots are not those that came back.
    ReturnedNotSum {
        /// Ballots that came back.
        returned: u32,
        /// Valid and invalid together.
        sum: u64,
    },
    /// For and against are not the valid ballots.
    ValidNotSum {
        /// Valid ballots.
        valid: u32,
        /// For and against together.
        sum: u64,
    },
    /// More raised their hands than there are voters.
    HandsBeyondVoters {
        /// Hands.
        hands: u64,
        /// Members who may vote on the item.
        voters: u32,
    },
}

impl Sheet {
    /// What does not fit, the number of voters being known.
    pub fn slips(&self, voters: u32) -> Vec<Slip> {
        let mut found = Vec::new();
        if self.issued > voters {
            found.push(Slip::IssuedBeyondVoters { issued: self.issued, voters });
        }
        if self.returned > self.issued {
            found.push(Slip::ReturnedBeyondIssued { issued: self.issued, returned: self.returned });
        }
        let sum = u64::from(self.valid) + u64::from(self.invalid);
        if u64::from(self.returned) != sum {
            found.push(Slip::ReturnedNotSum { returned: self.returned, sum });
        }
        let sum = u64::from(self.in_favour) + u64::from(self.against);
        if u64::from(self.valid) != sum {
            found.push(Slip::ValidNotSum { valid: self.valid, sum });
        }
        found
    }
}

/// A count from which an outcome may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tally {
    /// Paper ballots on which both tellers agree.
    Secret(Agreed),
    /// Raised hands.
    Open(Hands),
}

impl Tally {
    /// How was voted.
    pub fn ballot(&self) -> Ballot {
        match self {
            Tally::Secret(_) => Ballot::Secret,
            Tally::Open(_) => Ballot::Open,
        }
    }

    /// Votes in favour.
    pub fn in_favour(&self) -> u32 {
        match self {
            Tally::Secret(agreed) => agreed.sheet().in_favour,
            Tally::Open(hands) => hands.in_favour,
        }
    }

    /// Votes cast: ballots that came back, also invalid ones; hands for, against and abstaining.
    pub fn cast(&self) -> u32 {
        match self {
            Tally::Secret(agreed) => agreed.sheet().returned,
            Tally::Open(hands) => hands.in_favour.saturating_add(hands.against).saturating_add(hands.abstaining),
        }
    }

    /// What does not fit, the number of voters being known.
    pub fn slips(&self, voters: u32) -> Vec<Slip> {
        match self {
            Tally::Secret(agreed) => agreed.sheet().slips(voters),
            Tally::Open(hands) => {
                let hands = u64::from(hands.in_favour) + u64::from(hands.against) + u64::from(hands.abstaining);
                if hands > u64::from(voters) { vec![Slip::HandsBeyondVoters { hands, voters }] } else { Vec::new() }
            }
        }
    }
}
