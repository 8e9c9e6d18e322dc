//! Year's grades of units, organisations and people: the ordered scale that plans count on (plan of Sở Nội vụ Hà Tĩnh
//! II.3 “hoàn thành xuất sắc nhiệm vụ”, “hoàn thành tốt nhiệm vụ trở lên”), who says what, and what a grade rests on.
//!
//! Which results earn which grade is the matter of other law; no threshold is invented here and nothing is decided alone.

use crate::access::{Actor, may_approve};
use crate::basics::Amount;
use crate::codes::coded;

coded! {
    /// A grade, the lowest first: the order of the members is the order of the scale.
    Grade {
        /// Không hoàn thành nhiệm vụ.
        NotCompleted = "not-completed",
        /// Hoàn thành nhiệm vụ.
        Completed = "completed",
        /// Hoàn thành tốt nhiệm vụ.
        Good = "good",
        /// Hoàn thành xuất sắc nhiệm vụ.
        Excellent = "excellent",
    }
}

impl Grade {
    /// “… trở lên”: that grade or better.
    pub fn at_least(self, bar: Grade) -> bool {
        self >= bar
    }
}

coded! {
    /// Whose word a grade is so far.
    Stage {
        /// Tự xếp loại.
        SelfGraded = "self-graded",
        /// Tập thể đề nghị.
        Proposed = "proposed",
        /// Có quyết định.
        Decided = "decided",
    }
}

/// Why a grade cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The collective has proposed already: the own grade is not changed behind it.
    AlreadyProposed,
    /// It is decided: only a new decision changes it.
    AlreadyDecided,
    /// A decision needs its number, day and authority.
    DocumentMissing,
    /// A decision in the place of another needs a reason.
    ReasonMissing,
}

/// Whether a grade may be written at a stage, where another (or none) stands now.
///
/// # Errors
/// Why not.
pub fn write(now: Option<Stage>, to: Stage, document: bool, reason: bool) -> Result<(), Refused> {
    match (now, to) {
        (Some(Stage::Decided), Stage::SelfGraded | Stage::Proposed) => Err(Refused::AlreadyDecided),
        (Some(Stage::Proposed), Stage::SelfGraded) => Err(Refused::AlreadyProposed),
        (_, Stage::Decided) if !document => Err(Refused::DocumentMissing),
        (Some(Stage::Decided), Stage::Decided) if !reason => Err(Refused::ReasonMissing),
        _ => Ok(()),
    }
}

/// How somebody who has the power decides a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deciding {
    /// Somebody else said or proposed it, or nobody did.
    Freely,
    /// They said or proposed it themselves, and nobody else of the unit may decide: it is done and stands written.
    Alone,
    /// They said or proposed it themselves: somebody else decides.
    ByAnother,
}

/// How this person decides, the power being known. `written` are the stages of the year so far with who wrote each;
/// `others` says whether somebody else of the deciding unit may decide too.
pub fn deciding(written: &[(Stage, Option<&str>)], others: bool, actor: &Actor) -> Deciding {
    let own = |(stage, by): &(Stage, Option<&str>)| *stage != Stage::Decided && !may_approve(*by, actor);
    match (written.iter().any(own), others) {
        (false, _) => Deciding::Freely,
        (true, false) => Deciding::Alone,
        (true, true) => Deciding::ByAnother,
    }
}

coded! {
    /// What a grade rests on.
    BasisKind {
        /// The own plan, issued in time or late.
        Plan = "plan",
        /// The targets of the own movement.
        Targets = "targets",
        /// What was registered with the authority above.
        Registered = "registered",
        /// A title for which somebody is registered.
        Titles = "titles",
        /// Tasks.
        Tasks = "tasks",
        /// A report of a reporting period.
        Reports = "reports",
        /// Reports on waves.
        Waves = "waves",
        /// Recognitions.
        Recognitions = "recognitions",
        /// What an inspection found, and what of it is open.
        Inspections = "inspections",
        /// Values that an inspection verified against what was reported.
        Verified = "verified",
        /// Discipline and whatever else a person typed.
        Said = "said",
    }
}

/// One thing that a grade rests on, as it stood when the grade was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// What it is.
    pub kind: BasisKind,
    /// Of which plan or movement, or what a person typed.
    pub name: String,
    /// How many are reached, done, in time.
    pub done: i64,
    /// Of how many.
    pub all: i64,
    /// How many are missed, late or missing.
    pub short: i64,
    /// Where it is shown.
    pub address: Option<String>,
}

/// What stands in the data against the best grade.
pub fn shortfalls(bases: &[Basis]) -> i64 {
    bases.iter().map(|basis| basis.short).sum()
}

/// A grade beside which the data say something else. It is shown and decides nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// The best grade, although so many things are missed, late or missing.
    Above(i64),
    /// The lowest grade, although nothing in the data is missed, late or missing.
    Below,
}

/// Whether the data say something else than the grade. Only the ends of the scale can be told without a threshold.
pub fn differs(grade: Grade, bases: &[Basis]) -> Option<Differs> {
    let short = shortfalls(bases);
    let counted = bases.iter().any(|basis| basis.all > 0);
    match grade {
        Grade::Excellent if short > 0 => Some(Differs::Above(short)),
        Grade::NotCompleted if short == 0 && counted => Some(Differs::Below),
        _ => None,
    }
}

/// How many have which grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [u32; Grade::ALL.len()],
    /// Those without a grade.
    pub missing: u32,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, grade: Option<Grade>) {
        match grade {
            Some(grade) => self.counts[grade as usize] += 1,
            None => self.missing += 1,
        }
    }

    /// Those of a grade.
    pub fn count(&self, grade: Grade) -> u32 {
        self.counts[grade as usize]
    }

    /// Those of a grade or better.
    pub fn at_least(&self, bar: Grade) -> u32 {
        Grade::ALL.iter().filter(|grade| grade.at_least(bar)).map(|grade| self.count(*grade)).sum()
    }

    /// Those who have one.
    pub fn graded(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Everybody.
    pub fn all(&self) -> u32 {
        self.graded() + self.missing
    }

    /// Share of a grade among those graded, in percent.
    pub fn share(&self, grade: Grade) -> Option<Amount> {
        percent(self.count(grade), self.graded())
    }

    /// Share of a grade or better among all, graded or not, in percent: what a target “… trở lên” is measured by.
    pub fn share_at_least(&self, bar: Grade) -> Option<Amount> {
        percent(self.at_least(bar), self.all())
    }

    /// Share of “xuất sắc” among “hoàn thành tốt trở lên”, in percent. Only the number: no ceiling is held here.
    pub fn excellent_among_good(&self) -> Option<Amount> {
        percent(self.count(Grade::Excellent), self.at_least(Grade::Good))
    }
}

fn percent(part: u32, whole: u32) -> Option<Amount> {
    let amount = |count: u32| Amount::whole(i32::try_from(count).unwrap_or(i32::MAX));
    amount(part).percent_of(amount(whole))
}

#[cfg(test)]
#[path = "grades_tests.rs"]
mod tests;
