//! Tasks with the five “rõ”: rõ người, rõ việc, rõ trách nhiệm, rõ thời gian, rõ kết quả.
//!
//! A task that lacks one of the five is a draft and cannot be given. What is assigned (giao, yêu cầu) is told from what
//! is asked of a partner (đề nghị): both are followed, only the first is escalated.

pub mod bottlenecks;
pub mod deadline;
pub mod follow;
pub mod matching;
pub mod problems;

use deadline::Deadline;

/// How a task came to its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    /// Giao, yêu cầu: to a unit of one's own.
    Assignment,
    /// Đề nghị: asked of a partner, who is not under orders.
    Request,
}

impl Manner {
    /// Every manner.
    pub const ALL: [Manner; 2] = [Manner::Assignment, Manner::Request];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Manner::Assignment => "assignment",
            Manner::Request => "request",
        }
    }

    /// The manner of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How much a task weighs in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Nhiệm vụ trọng tâm.
    Focus,
    /// Nhiệm vụ đột phá.
    Breakthrough,
}

impl Weight {
    /// Every weight.
    pub const ALL: [Weight; 2] = [Weight::Focus, Weight::Breakthrough];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Weight::Focus => "focus",
            Weight::Breakthrough => "breakthrough",
        }
    }

    /// The weight of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// One of the five things that have to be clear.
///
/// Source: the plan of Lương Phong, II.1.1: “rõ người, rõ việc, rõ trách nhiệm, rõ thời gian và rõ kết quả”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clear {
    /// Rõ người: which unit leads, and which person.
    Person,
    /// Rõ việc.
    Work,
    /// Rõ trách nhiệm.
    Responsibility,
    /// Rõ thời gian.
    Time,
    /// Rõ kết quả.
    Outcome,
}

impl Clear {
    /// The five, in the order in which they are said.
    pub const ALL: [Clear; 5] = [Clear::Person, Clear::Work, Clear::Responsibility, Clear::Time, Clear::Outcome];
}

/// What a task says of the five.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// Whether a lead unit is named.
    pub lead_unit: bool,
    /// The responsible person.
    pub person: Option<&'a str>,
    /// The work.
    pub work: Option<&'a str>,
    /// The responsibility.
    pub responsibility: Option<&'a str>,
    /// The deadline.
    pub deadline: Option<&'a Deadline>,
    /// The expected result.
    pub outcome: Option<&'a str>,
}

impl Said<'_> {
    /// Whether one of the five is clear.
    pub fn is_clear(&self, one: Clear) -> bool {
        let says = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
        match one {
            Clear::Person => self.lead_unit && says(self.person),
            Clear::Work => says(self.work),
            Clear::Responsibility => says(self.responsibility),
            Clear::Time => self.deadline.is_some(),
            Clear::Outcome => says(self.outcome),
        }
    }

    /// What is missing among the five; nothing when the task is complete.
    pub fn missing(&self) -> Vec<Clear> {
        Clear::ALL.into_iter().filter(|one| !self.is_clear(*one)).collect()
    }
}

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Being drawn up; perhaps not all five are clear.
    Draft,
    /// Given to its unit, which has not answered.
    Given,
    /// The unit has taken it on.
    Accepted,
    /// The unit works.
    InProgress,
    /// The unit says it is done.
    DoneReported,
    /// Who gave it confirms that it is done.
    Confirmed,
    /// Who gave it sent it back, with a reason.
    Returned,
    /// It is no longer to be done, with a reason.
    Cancelled,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The authority that gives the task.
    Giver,
    /// The unit that does it.
    Doer,
}

/// Why a step was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there; the states that can follow.
    NoArrow(&'static [State]),
    /// The step belongs to the other side.
    OtherSide(Side),
    /// Of the five, these are missing.
    Unclear(Vec<Clear>),
    /// The step needs a reason.
    NeedsReason,
    /// So many of its days have not been answered.
    OpenDays(usize),
}

/// What a step is asked with.
#[derive(Clone, Copy, Debug)]
pub struct StepAsked<'a> {
    /// To where.
    pub to: State,
    /// By which side.
    pub side: Side,
    /// The task's five.
    pub said: Said<'a>,
    /// The reason or note that was typed.
    pub note: Option<&'a str>,
    /// Days of a recurring task that are not answered.
    pub open_days: usize,
}

impl State {
    /// Every state.
    pub const ALL: [State; 8] = [
        State::Draft,
        State::Given,
        State::Accepted,
        State::InProgress,
        State::DoneReported,
        State::Confirmed,
        State::Returned,
        State::Cancelled,
    ];

    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Given, State::Cancelled],
            State::Given => &[State::Accepted, State::Cancelled],
            State::Accepted | State::Returned => &[State::InProgress, State::Cancelled],
            State::InProgress => &[State::DoneReported, State::Cancelled],
            State::DoneReported => &[State::Confirmed, State::Returned],
            State::Confirmed | State::Cancelled => &[],
        }
    }

    /// The side whose step leads into this state.
    pub fn side(self) -> Side {
        match self {
            State::Accepted | State::InProgress | State::DoneReported => Side::Doer,
            State::Draft | State::Given | State::Confirmed | State::Returned | State::Cancelled => Side::Giver,
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`Refused`] says what is in the way.
    pub fn step(self, asked: &StepAsked<'_>) -> Result<State, Refused> {
        if !self.next().contains(&asked.to) {
            return Err(Refused::NoArrow(self.next()));
        }
        if asked.to.side() != asked.side {
            return Err(Refused::OtherSide(asked.to.side()));
        }
        let silent = asked.note.is_none_or(|note| note.trim().is_empty());
        match asked.to {
            State::Given => {
                let missing = asked.said.missing();
                if missing.is_empty() { Ok(asked.to) } else { Err(Refused::Unclear(missing)) }
            }
            State::Returned | State::Cancelled if silent => Err(Refused::NeedsReason),
            State::DoneReported if asked.open_days > 0 => Err(Refused::OpenDays(asked.open_days)),
            State::DoneReported if silent => Err(Refused::NeedsReason),
            to => Ok(to),
        }
    }

    /// Whether the unit still has something to do.
    pub fn is_open(self) -> bool {
        matches!(self, State::Given | State::Accepted | State::InProgress | State::Returned)
    }

    /// Whether nothing changes any more.
    pub fn is_final(self) -> bool {
        matches!(self, State::Confirmed | State::Cancelled)
    }

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Given => "given",
            State::Accepted => "accepted",
            State::InProgress => "in-progress",
            State::DoneReported => "done-reported",
            State::Confirmed => "confirmed",
            State::Returned => "returned",
            State::Cancelled => "cancelled",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
