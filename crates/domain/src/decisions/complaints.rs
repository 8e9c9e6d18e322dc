//! Complaints about commendation, with a clock. They follow the general law on complaints and denunciations (Luật Thi đua,
//! khen thưởng 06/2022/QH15 Điều 94, mark U); the days are a rule that is given, not known here.

use crate::calendar::deadlines::{Remaining, remaining};
use crate::calendar::{Counted, WorkCalendar};
use crate::codes::coded;
use crate::law::Mark;
use chrono::NaiveDate;

coded! {
    /// Where a complaint stands.
    State {
        /// Tiếp nhận.
        Received = "received",
        /// Thụ lý.
        Accepted = "accepted",
        /// Không thụ lý.
        Rejected = "rejected",
        /// Đã giải quyết.
        Settled = "settled",
        /// Người khiếu nại rút.
        Withdrawn = "withdrawn",
    }
}

/// How many working days each step may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// From the day it was received.
    pub accept: u32,
    /// From the day it was accepted.
    pub settle: u32,
    /// The article.
    pub source: String,
    /// How sure it is.
    pub mark: Mark,
}

/// The days of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// When it came.
    pub received: NaiveDate,
    /// When it was accepted.
    pub accepted: Option<NaiveDate>,
    /// Working days given more, openly and with a reason.
    pub extended: u32,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow,
    /// No reason is given.
    NoReason,
    /// The answer has no number, day and signer.
    Unsigned,
    /// Who decided what is complained of does not settle it alone.
    OwnDecision,
}

/// What is known when a step is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// A reason is given.
    pub reason: bool,
    /// The answer has number, day and signer.
    pub signed: bool,
    /// Whoever settles took the step that is complained of, alone.
    pub own: bool,
}

impl State {
    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Received => &[State::Accepted, State::Rejected, State::Withdrawn],
            State::Accepted => &[State::Settled, State::Withdrawn],
            State::Rejected | State::Settled | State::Withdrawn => &[],
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`Refused`] says what is in the way.
    pub fn step(self, to: State, of: &Standing) -> Result<State, Refused> {
        if !self.next().contains(&to) {
            return Err(Refused::NoArrow);
        }
        match to {
            State::Settled if of.own => Err(Refused::OwnDecision),
            State::Settled if !of.signed => Err(Refused::Unsigned),
            State::Rejected | State::Withdrawn if !of.reason => Err(Refused::NoReason),
            _ => Ok(to),
        }
    }

    /// Whether it still stands in the way of an award.
    pub fn is_open(self) -> bool {
        !self.next().is_empty()
    }

    /// The last day of the step that is due; nothing when none is.
    pub fn last_day(self, days: &Days, rule: &Rule, calendar: &WorkCalendar) -> Option<Counted<NaiveDate>> {
        match self {
            State::Received => Some(calendar.add(days.received, rule.accept)),
            State::Accepted => Some(
                calendar.add(days.accepted.unwrap_or(days.received), rule.settle.saturating_add(days.extended)),
            ),
            State::Rejected | State::Settled | State::Withdrawn => None,
        }
    }

    /// What is left of the time for the step that is due.
    pub fn clock(
        self,
        days: &Days,
        rule: &Rule,
        today: NaiveDate,
        calendar: &WorkCalendar,
    ) -> Option<Counted<Remaining>> {
        let last = self.last_day(days, rule, calendar)?;
        let mut left = remaining(last.value, today, calendar);
        left.doubts.extend(last.doubts);
        left.doubts.dedup();
        Some(left)
    }
}
