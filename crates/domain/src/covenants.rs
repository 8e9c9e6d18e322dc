//! Covenants (giao ước thi đua): parties promise, sign, amend by numbered annexes only, and settle at the end of the
//! year.

use crate::targets::Status;
use chrono::NaiveDate;

/// Where a covenant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its text and parties are being written.
    Draft,
    /// The text stands; parties sign.
    Ready,
    /// Every party has signed.
    Signed,
    /// It holds from its day.
    InForce,
    /// Each promise was set against what came of it.
    Settled,
    /// Put away.
    Archived,
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
    /// Every state in the order of a covenant's life.
    pub const ALL: [State; 6] =
        [State::Draft, State::Ready, State::Signed, State::InForce, State::Settled, State::Archived];

    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Ready],
            // back only while nobody has signed
            State::Ready => &[State::Draft, State::Signed],
            State::Signed => &[State::InForce],
            State::InForce => &[State::Settled],
            State::Settled => &[State::Archived],
            State::Archived => &[],
        }
    }

    /// Steps to another state.
    ///
    /// # Errors
    /// [`RefusedStep`] when no arrow leads there.
    pub fn step(self, to: State) -> Result<State, RefusedStep> {
        if self.next().contains(&to) { Ok(to) } else { Err(RefusedStep { from: self, to, allowed: self.next() }) }
    }

    /// Whether its text and parties may be changed. From the first signature on, only an annex changes it.
    pub fn is_open(self) -> bool {
        self == State::Draft
    }

    /// The word for the store and for class names.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Ready => "ready",
            State::Signed => "signed",
            State::InForce => "in-force",
            State::Settled => "settled",
            State::Archived => "archived",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Where an annex stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnnexState {
    /// Parties sign it.
    Open,
    /// Every party has signed; it changes the covenant from its day.
    InForce,
    /// Given up before all had signed.
    Withdrawn,
}

impl AnnexState {
    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            AnnexState::Open => "open",
            AnnexState::InForce => "in-force",
            AnnexState::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [AnnexState::Open, AnnexState::InForce, AnnexState::Withdrawn].into_iter().find(|one| one.code() == code)
    }
}

/// Who a party is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// The authority that leads the movement.
    Authority,
    /// A unit.
    Unit,
    /// A bloc or cluster (khối, cụm): several units under one name and one signature.
    Bloc,
}

impl PartyKind {
    /// Every kind.
    pub const ALL: [PartyKind; 3] = [PartyKind::Authority, PartyKind::Unit, PartyKind::Bloc];

    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            PartyKind::Authority => "authority",
            PartyKind::Unit => "unit",
            PartyKind::Bloc => "bloc",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What keeps a draft from being laid out for signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReady {
    /// A covenant binds at least two.
    FewerThanTwoParties,
    /// Nothing is promised.
    NoCommitment,
    /// A party promises nothing, neither by itself nor together with all.
    PartyWithoutCommitment,
}

/// What keeps a draft from being laid out for signing: `own` counts the promises of each party but the authority,
/// `common` those of all.
pub fn not_ready(parties: usize, own: &[usize], common: usize) -> Vec<NotReady> {
    let mut found = Vec::new();
    if parties < 2 {
        found.push(NotReady::FewerThanTwoParties);
    }
    if common == 0 && own.iter().all(|count| *count == 0) {
        found.push(NotReady::NoCommitment);
    } else if common == 0 && own.contains(&0) {
        found.push(NotReady::PartyWithoutCommitment);
    }
    found
}

/// What an annex does to one promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment<T> {
    /// Puts another in the place of the one of this identifier.
    Replace(String, T),
    /// Takes it out.
    Drop(String),
    /// Adds one under a new identifier.
    Add(String, T),
}

/// An annex that every party has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex<T> {
    /// Its number; the later number has the last word.
    pub number: u32,
    /// From this day on it holds.
    pub effective: NaiveDate,
    /// What it changes.
    pub amendments: Vec<Amendment<T>>,
}

/// A promise as it holds on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding<T> {
    /// The identifier of the promise; it stays through every annex.
    pub id: String,
    /// Its words and value.
    pub terms: T,
    /// The annex that gave it these terms; nothing for the covenant itself.
    pub annex: Option<u32>,
}

/// The covenant in force on a day: its own text and every annex whose day has come, in the order of their numbers.
pub fn in_force_on<T: Clone>(base: &[(String, T)], annexes: &[Annex<T>], day: NaiveDate) -> Vec<Holding<T>> {
    let mut holding: Vec<Holding<T>> =
        base.iter().map(|(id, terms)| Holding { id: id.clone(), terms: terms.clone(), annex: None }).collect();
    let mut due: Vec<&Annex<T>> = annexes.iter().filter(|annex| annex.effective <= day).collect();
    due.sort_by_key(|annex| annex.number);
    for annex in due {
        for amendment in &annex.amendments {
            match amendment {
                Amendment::Replace(id, terms) => {
                    if let Some(one) = holding.iter_mut().find(|one| one.id == *id) {
                        one.terms = terms.clone();
                        one.annex = Some(annex.number);
                    }
                }
                Amendment::Drop(id) => holding.retain(|one| one.id != *id),
                Amendment::Add(id, terms) => {
                    holding.push(Holding { id: id.clone(), terms: terms.clone(), annex: Some(annex.number) });
                }
            }
        }
    }
    holding
}

/// What came of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Kept.
    Met,
    /// More than kept.
    Exceeded,
    /// Not kept.
    NotMet,
    /// The figures do not decide; a person has to.
    NeedsPerson,
}

impl Outcome {
    /// What a person may say.
    pub const BY_PERSON: [Outcome; 3] = [Outcome::Met, Outcome::Exceeded, Outcome::NotMet];

    /// What the status of a figure at the end of the year means for a promise. Without a figure, a person decides.
    pub fn of(status: Option<Status>) -> Outcome {
        match status {
            Some(Status::Met) => Outcome::Met,
            Some(Status::Exceeded) => Outcome::Exceeded,
            Some(Status::Missed) => Outcome::NotMet,
            Some(Status::NotBegun | Status::OnTrack | Status::AtRisk | Status::NeedsPerson) | None => {
                Outcome::NeedsPerson
            }
        }
    }

    /// The word for the store and for class names.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Exceeded => "exceeded",
            Outcome::NotMet => "missed",
            Outcome::NeedsPerson => "needs-person",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Outcome::Met, Outcome::Exceeded, Outcome::NotMet, Outcome::NeedsPerson]
            .into_iter()
            .find(|outcome| outcome.code() == code)
    }
}

#[cfg(test)]
#[path = "covenants_tests.rs"]
mod tests;
