//! Registration for emulation: what units promise at the beginning of a year, until when, and how it compares with
//! what was planned and with what came of it.

pub mod checking;

use crate::basics::Amount;
use crate::targets::{Bound, Comparator, Direction, Goal, Status};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Where the registration of a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The unit writes it.
    Draft,
    /// The unit has sent it.
    Submitted,
    /// The level above sent it back with remarks.
    Returned,
    /// The unit mended it and sent it again.
    Resubmitted,
    /// The level above agreed.
    Approved,
    /// The unit took it back.
    Withdrawn,
}

/// A refused step: from where, to where, and what would be allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedStep {
    /// The state it is in.
    pub from: State,
    /// The state that was asked for.
    pub to: State,
    /// The states that can follow.
    pub allowed: &'static [State],
}

impl State {
    /// Every state.
    pub const ALL: [State; 6] =
        [State::Draft, State::Submitted, State::Returned, State::Resubmitted, State::Approved, State::Withdrawn];

    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Submitted, State::Withdrawn],
            State::Submitted | State::Resubmitted => &[State::Returned, State::Approved, State::Withdrawn],
            State::Returned => &[State::Resubmitted, State::Withdrawn],
            // reopened by the level above, with a reason
            State::Approved => &[State::Returned],
            // begun again
            State::Withdrawn => &[State::Draft],
        }
    }

    /// Steps to another state.
    ///
    /// # Errors
    /// [`RefusedStep`] when no arrow leads there.
    pub fn step(self, to: State) -> Result<State, RefusedStep> {
        if self.next().contains(&to) { Ok(to) } else { Err(RefusedStep { from: self, to, allowed: self.next() }) }
    }

    /// The state that sending leads to.
    pub fn sent(self) -> State {
        if self == State::Returned { State::Resubmitted } else { State::Submitted }
    }

    /// Whether the unit may still write in it.
    pub fn is_open(self) -> bool {
        matches!(self, State::Draft | State::Returned)
    }

    /// Whether it waits for the level above.
    pub fn waits(self) -> bool {
        matches!(self, State::Submitted | State::Resubmitted)
    }

    /// Whether the unit has done its part.
    pub fn is_handed_in(self) -> bool {
        self.waits() || self == State::Approved
    }

    /// Whether a step from here has to be given a reason: sending back, reopening, taking back.
    pub fn needs_reason(self, to: State) -> bool {
        matches!(to, State::Returned | State::Withdrawn) && self != State::Draft
    }

    /// The word for the store and for class names.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Submitted => "submitted",
            State::Returned => "returned",
            State::Resubmitted => "resubmitted",
            State::Approved => "approved",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// A target with a value or a quality.
    Target,
    /// An emulation title or a form of commendation, for the unit or for a person.
    Title,
    /// A task; hard, complex ones are marked.
    Task,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [ItemKind; 3] = [ItemKind::Target, ItemKind::Title, ItemKind::Task];

    /// `target`, `title`, `task`.
    pub fn code(self) -> &'static str {
        match self {
            ItemKind::Target => "target",
            ItemKind::Title => "title",
            ItemKind::Task => "task",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Until when registrations are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day that is printed.
    pub day: NaiveDate,
    /// "trước ngày …": the day itself is late.
    pub strictly_before: bool,
    /// Reopened with a reason, until this day; what comes then is taken, and is late all the same.
    pub reopened_until: Option<NaiveDate>,
}

impl Deadline {
    /// The last day on which nobody is late.
    pub fn last_day(self) -> NaiveDate {
        if self.strictly_before { self.day.pred_opt().unwrap_or(self.day) } else { self.day }
    }

    /// Whether what comes on this day is late.
    pub fn is_late(self, on: NaiveDate) -> bool {
        on > self.last_day()
    }

    /// Whether what comes on this day is taken at all.
    pub fn takes(self, on: NaiveDate) -> bool {
        !self.is_late(on) || self.reopened_until.is_some_and(|until| on <= until)
    }
}

/// How a registered value stands to the planned or assigned one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// More than asked.
    Better,
    /// As asked.
    Same,
    /// Less than asked: a reason is needed.
    Worse,
    /// One of the values, or which way is better, is not known.
    Unknown,
}

/// Which way is better for a comparator; a bare value keeps the direction of its target.
pub fn better(comparator: Comparator, own: Direction) -> Direction {
    match comparator {
        // the figure of a change is the change, counted positive
        Comparator::AtLeast | Comparator::MoreThan | Comparator::IncreaseBy | Comparator::DecreaseBy => {
            Direction::Higher
        }
        Comparator::AtMost | Comparator::LessThan | Comparator::NoneExists => Direction::Lower,
        _ => own,
    }
}

/// Compares what a unit registers with what is asked of it.
pub fn against(registered: Option<Amount>, planned: Option<Amount>, better: Direction) -> Against {
    let (Some(registered), Some(planned)) = (registered, planned) else { return Against::Unknown };
    match (registered.cmp(&planned), better) {
        (Ordering::Equal, _) => Against::Same,
        (_, Direction::Neither) => Against::Unknown,
        (Ordering::Greater, Direction::Higher) | (Ordering::Less, Direction::Lower) => Against::Better,
        (Ordering::Less, Direction::Higher) | (Ordering::Greater, Direction::Lower) => Against::Worse,
    }
}

/// The goal that a registered value makes. A range or an "about" becomes the one value that was promised.
pub fn goal(comparator: Comparator, registered: Option<Amount>, own: Direction) -> Option<Goal> {
    let bound = registered.map(Bound::Printed);
    Some(match comparator {
        Comparator::Maintain => Goal::Maintain,
        Comparator::Achieve => Goal::Achieve,
        Comparator::NoneExists => Goal::NoneExists,
        Comparator::IncreaseBy => Goal::IncreaseBy(registered, None),
        Comparator::DecreaseBy => Goal::DecreaseBy(registered, None),
        Comparator::AtLeast => Goal::AtLeast(bound?),
        Comparator::MoreThan => Goal::MoreThan(bound?),
        Comparator::AtMost => Goal::AtMost(bound?),
        Comparator::LessThan => Goal::LessThan(bound?),
        Comparator::Exactly => Goal::Exactly(bound?, own),
        Comparator::Between | Comparator::About => match own {
            Direction::Lower => Goal::AtMost(bound?),
            Direction::Higher | Direction::Neither => Goal::AtLeast(bound?),
        },
    })
}

/// A hard, complex item weighs as much as this many others in the ranking.
pub const WEIGHT_OF_HARD: u32 = 2;

/// What a unit registered and reached, for the ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Registered, weighed.
    pub registered: u32,
    /// Reached or exceeded, weighed.
    pub reached: u32,
    /// Exceeded, weighed.
    pub exceeded: u32,
    /// How many have a figure or a judgement at all.
    pub known: u32,
}

impl Score {
    /// Counts one item.
    pub fn count(&mut self, status: Option<Status>, hard: bool) {
        let weight = if hard { WEIGHT_OF_HARD } else { 1 };
        self.registered += weight;
        match status {
            Some(Status::Exceeded) => {
                self.reached += weight;
                self.exceeded += weight;
            }
            Some(Status::Met) => self.reached += weight,
            _ => {}
        }
        if !matches!(status, None | Some(Status::NotBegun)) {
            self.known += 1;
        }
    }

    /// Reached of registered, in percent.
    pub fn percent(self) -> Option<Amount> {
        share(self.reached, self.registered)
    }

    /// The greater share reached comes first, then the greater share exceeded.
    fn order(self, other: Score) -> Ordering {
        let cross = |a: u32, of_a: u32, b: u32, of_b: u32| {
            (u64::from(b) * u64::from(of_a)).cmp(&(u64::from(a) * u64::from(of_b)))
        };
        cross(self.reached, self.registered, other.reached, other.registered)
            .then_with(|| cross(self.exceeded, self.registered, other.exceeded, other.registered))
    }
}

/// The place of each; equals share a place. Who has no figure yet has none.
pub fn places(scores: &[Score]) -> Vec<Option<usize>> {
    scores
        .iter()
        .map(|score| {
            let before = |other: &&Score| other.known > 0 && other.order(*score) == Ordering::Less;
            (score.known > 0 && score.registered > 0).then(|| 1 + scores.iter().filter(before).count())
        })
        .collect()
}

/// Part of a whole in percent.
pub fn share(part: u32, whole: u32) -> Option<Amount> {
    let amount = |count: u32| i32::try_from(count).ok().map(Amount::whole);
    amount(part)?.percent_of(amount(whole)?)
}

#[cfg(test)]
#[path = "registrations_tests.rs"]
mod tests;
