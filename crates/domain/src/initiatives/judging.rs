//! How a council judges an initiative: marks of each member for each criterion, given apart; and the share that agrees.
//!
//! Criteria, marks and thresholds are each council's own rule. A marking card is no ballot: it carries its member's name and
//! is shown to others only after the close.

use super::Initiative;
use crate::basics::{Amount, Fraction};
use crate::voting::Threshold;
use std::collections::BTreeSet;

/// A criterion of the council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What is asked: newness, effect, spread.
    pub key: String,
    /// The most marks.
    pub most: u32,
    /// The fewest marks with which a member agrees.
    pub least: u32,
}

/// The rule of the council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What is marked.
    pub criteria: Vec<Criterion>,
    /// A member agrees from so many marks together.
    pub total: u32,
    /// The share of the cards that has to agree.
    pub agreeing: Threshold,
    /// The share of the members entitled that has to hand in a card.
    pub cards: Fraction,
    /// Whether members do not see the authors before the close.
    pub blind: bool,
}

/// The marks of one member, in the order of the criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The record of the member.
    pub member: String,
    /// The marks.
    pub marks: Vec<u32>,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A card of somebody who is not of the council.
    Stranger {
        /// Who.
        member: String,
    },
    /// A card of an author.
    Author {
        /// Who.
        member: String,
    },
    /// Two cards of one member.
    Twice {
        /// Who.
        member: String,
    },
    /// Marks are missing or too many.
    Incomplete {
        /// Whose.
        member: String,
    },
    /// More marks than there are.
    TooMany {
        /// Whose.
        member: String,
        /// For which criterion.
        key: String,
        /// The most.
        most: u32,
    },
    /// Too few cards.
    TooFew {
        /// Cards that are there.
        cards: u32,
        /// Cards that have to be.
        needed: u32,
    },
}

/// The result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Cards.
    pub cards: u32,
    /// Cards that agree.
    pub agreeing: u32,
    /// The fewest that had to agree.
    pub needed: u32,
    /// The mean of the totals, to two places.
    pub mean: Amount,
    /// The mean for each criterion, to two places.
    pub means: Vec<Amount>,
    /// Whether it passed.
    pub passed: bool,
}

impl Rule {
    /// Whether a card agrees: no criterion below its least, and enough together.
    pub fn agrees(&self, card: &Card) -> bool {
        let total: u64 = card.marks.iter().map(|marks| u64::from(*marks)).sum();
        total >= u64::from(self.total)
            && self.criteria.iter().zip(&card.marks).all(|(criterion, marks)| *marks >= criterion.least)
    }

    /// Whether members see who the authors are.
    pub fn shows_authors(&self, closed: bool) -> bool {
        closed || !self.blind
    }

    /// The cards that a member sees: before the close only their own.
    pub fn seen_by<'a>(&self, member: &str, cards: &'a [Card], closed: bool) -> Vec<&'a Card> {
        cards.iter().filter(|card| closed || card.member == member).collect()
    }

    /// The result of the council; authors are no members for their own initiative.
    ///
    /// # Errors
    /// What is wrong with the cards.
    pub fn judge(&self, of: &Initiative, council: &[String], cards: &[Card]) -> Result<Judged, Vec<Flaw>> {
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        let mut flaws = Vec::new();
        let mut seen = BTreeSet::new();
        for card in cards {
            let member = card.member.clone();
            if of.is_by(&member) {
                flaws.push(Flaw::Author { member: member.clone() });
            } else if !council.contains(&member) {
                flaws.push(Flaw::Stranger { member: member.clone() });
            }
            if !seen.insert(&card.member) {
                flaws.push(Flaw::Twice { member: member.clone() });
            }
            if card.marks.len() != self.criteria.len() {
                flaws.push(Flaw::Incomplete { member: member.clone() });
            }
            for (criterion, _) in self.criteria.iter().zip(&card.marks).filter(|(one, marks)| **marks > one.most) {
                let (member, key) = (member.clone(), criterion.key.clone());
                flaws.push(Flaw::TooMany { member, key, most: criterion.most });
            }
        }
        let entitled: BTreeSet<&String> = council.iter().filter(|member| !of.is_by(member)).collect();
        let needed = self.cards.of(count(entitled.len()), crate::basics::Rounding::Up).max(1);
        if count(cards.len()) < needed {
            flaws.push(Flaw::TooFew { cards: count(cards.len()), needed });
        }
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let agreeing = count(cards.iter().filter(|card| self.agrees(card)).count());
        let totals = cards.iter().flat_map(|card| &card.marks);
        Ok(Judged {
            cards: count(cards.len()),
            agreeing,
            needed: self.agreeing.needed(count(cards.len())),
            mean: mean(totals.map(|marks| i64::from(*marks)).sum(), cards.len()),
            means: (0..self.criteria.len())
                .map(|at| mean(cards.iter().map(|card| i64::from(card.marks[at])).sum(), cards.len()))
                .collect(),
            passed: self.agreeing.passes(agreeing, count(cards.len())),
        })
    }
}

/// A mean to two places, a half up.
fn mean(sum: i64, of: usize) -> Amount {
    let of = i64::try_from(of).unwrap_or(i64::MAX).max(1);
    Amount::from_ten_thousandths((2 * sum * 100 + of) / (2 * of) * 100)
}
