//! What an inspection found wanting, and how it is mended.

use crate::codes::coded;
use chrono::NaiveDate;

coded! {
    /// How grave it is.
    Severity {
        /// Nhắc nhở, rút kinh nghiệm.
        Reminder = "reminder",
        /// Phải khắc phục.
        Mend = "mend",
        /// Nghiêm trọng, báo cáo lãnh đạo.
        Grave = "grave",
    }
}

coded! {
    /// Where a finding stands.
    State {
        /// To be mended.
        Open = "open",
        /// The unit says that it is mended.
        Mended = "mended",
        /// The team holds it for mended.
        Settled = "settled",
        /// Taken back after the unit explained; it stays with its reason.
        Withdrawn = "withdrawn",
    }
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The unit that was inspected.
    Unit,
    /// Who inspects.
    Team,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there for this side.
    NoArrow,
    /// It needs words.
    NeedsWords,
    /// The task that it was made is not finished.
    TaskOpen,
}

impl State {
    /// The states that a side can bring about.
    pub fn next(self, side: Side) -> &'static [State] {
        match (self, side) {
            (State::Open, Side::Unit) => &[State::Mended],
            (State::Open, Side::Team) => &[State::Settled, State::Withdrawn],
            // sent back with a word, or taken
            (State::Mended, Side::Team) => &[State::Open, State::Settled, State::Withdrawn],
            _ => &[],
        }
    }

    /// Takes a step with the words that go with it.
    ///
    /// # Errors
    /// [`Refused`] says what is in the way.
    pub fn step(self, to: State, side: Side, words: Option<&str>, task_open: bool) -> Result<State, Refused> {
        if !self.next(side).contains(&to) {
            return Err(Refused::NoArrow);
        }
        if words.is_none_or(|words| words.trim().is_empty()) {
            return Err(Refused::NeedsWords);
        }
        if to == State::Settled && task_open {
            return Err(Refused::TaskOpen);
        }
        Ok(to)
    }

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, State::Open | State::Mended)
    }
}

/// Days after the last day of an open finding; none while there is time. The last day itself is in time.
pub fn days_late(state: State, until: Option<NaiveDate>, today: NaiveDate) -> Option<i64> {
    let late = (today - until?).num_days();
    (state == State::Open && late > 0).then_some(late)
}

/// Whether a unit may still explain: until the end of its last day. Without a day, as long as the inspection is open.
pub fn may_explain(until: Option<NaiveDate>, today: NaiveDate) -> bool {
    until.is_none_or(|until| today <= until)
}
