//! What is known of somebody who is proposed. What is not given is unknown, not false; a list that is given is complete.

use super::pack::Code;
use super::subject::{InitiativeKind, Level, PendingKind, Scope, SubjectKind, Who, Work};
use crate::grades::Grade;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The days for which an award is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// The first year it touches.
    pub fn first_year(self) -> i32 {
        self.from.year()
    }

    /// The last year it touches, which consecutive years are counted back from.
    pub fn year(self) -> i32 {
        self.to.year()
    }

    /// Whether days touch it; no last day goes on.
    pub fn meets(self, from: NaiveDate, to: Option<NaiveDate>) -> bool {
        from <= self.to && to.is_none_or(|to| to >= self.from)
    }
}

/// Who is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Individual, collective, household.
    pub kind: SubjectKind,
    /// What an individual is by work.
    pub work: Option<Work>,
    /// Whether they lead.
    pub leader: Option<bool>,
    /// Whether it is a woman.
    pub female: Option<bool>,
    /// The level of their unit.
    pub unit_level: Option<Level>,
    /// Their province, whose own rules count.
    pub province: Option<String>,
}

/// A case to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The day on which the appraising agency received the dossier: it chooses the law.
    pub received_on: NaiveDate,
    /// The day of the decision, once there is one: it chooses the base salary.
    pub decided_on: Option<NaiveDate>,
    /// For which days.
    pub period: Period,
    /// Who.
    pub subject: Subject,
    /// What is known.
    pub facts: Facts,
}

/// An award that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub award: Code,
    /// For which year.
    pub year: i32,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// At which level.
    pub level: Option<Level>,
}

/// An initiative, or what may stand for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    /// Its number or name.
    pub name: Box<str>,
    /// The year in which it was recognised.
    pub year: i32,
    /// How far it reaches.
    pub scope: Scope,
    /// What it is.
    pub kind: InitiativeKind,
    /// The awards it was used for already.
    pub used_for: Vec<Code>,
    /// Its record in the register; none for one that is only told.
    pub record: Option<Box<str>>,
    /// Whether the nomination names it as the one it uses.
    pub named: bool,
}

/// A discipline and its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discipline {
    /// Khiển trách, cảnh cáo, …
    pub level: Box<str>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Something open against somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// What.
    pub kind: PendingKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none while it goes on.
    pub to: Option<NaiveDate>,
    /// It goes on now, and the dossier is not decided: it counts though it began after the dossier was received.
    pub meanwhile: bool,
}

impl Pending {
    /// Whether it is open on a day.
    pub fn open_on(&self, day: NaiveDate) -> bool {
        self.meanwhile || self.from <= day && self.to.is_none_or(|to| to >= day)
    }
}

/// The members of a collective by what they reached in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collective {
    /// How many there are.
    pub members: Option<u32>,
    /// How many completed their tasks.
    pub completed: Option<u32>,
    /// How many were disciplined at cảnh cáo or above.
    pub disciplined: Option<u32>,
    /// How many reached an award.
    pub with: Vec<(Code, u32)>,
}

impl Collective {
    /// How many reached an award; unknown where it is not said.
    pub fn reached(&self, award: Code) -> Option<u32> {
        self.with.iter().find(|(code, _)| *code == award).map(|(_, count)| *count)
    }

    /// The first number that is larger than the number of members.
    pub fn impossible(&self) -> Option<&'static str> {
        let members = self.members?;
        if self.completed.is_some_and(|count| count > members) {
            Some("completed")
        } else if self.disciplined.is_some_and(|count| count > members) {
            Some("disciplined_warning_or_above")
        } else {
            self.with.iter().any(|(_, count)| *count > members).then_some("members")
        }
    }
}

/// Where a ratio stands, this subject not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The population the ratio is taken of.
    pub base: u32,
    /// How many have it already.
    pub granted: u32,
}

/// A first place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// `cluster`, `bloc`, `movement`, `none`.
    pub leader_of: Box<str>,
}

/// The movement in which something was achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementFact {
    /// Who launched it.
    pub launched_by: Option<Who>,
    /// For how many whole years it has run.
    pub years: Option<u32>,
    /// `preliminary-review`, `final-review`.
    pub at: Option<Box<str>>,
}

/// Days in a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// The post as the rule names it.
    pub post: Box<str>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none while it goes on.
    pub to: Option<NaiveDate>,
}

/// What a household or organisation gave, in VND.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// VND.
    pub amount: i64,
}

/// Everything known; `None` is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Year and grade.
    pub grades: Option<Vec<(i32, Grade)>>,
    /// Awards held.
    pub awards: Option<Vec<Held>>,
    /// The list of awards is not known to be complete: what it holds counts, what it lacks is unknown.
    pub awards_open: bool,
    /// Initiatives and what stands for them.
    pub initiatives: Option<Vec<Initiative>>,
    /// The list of initiatives is not known to be complete.
    pub initiatives_open: bool,
    /// Disciplines.
    pub discipline: Option<Vec<Discipline>>,
    /// What is open.
    pub pending: Option<Vec<Pending>>,
    /// The members of a collective.
    pub collective: Option<Collective>,
    /// Where the ratio stands.
    pub quota: Option<Quota>,
    /// Awards that the same achievement brought already.
    pub same_achievement: Option<Vec<Code>>,
    /// First place.
    pub rank: Option<Rank>,
    /// The movement.
    pub movement: Option<MovementFact>,
    /// Posts and their days.
    pub tenure: Option<Vec<Tenure>>,
    /// What was given.
    pub contribution: Option<Contribution>,
    /// Whether the body was dissolved.
    pub dissolved: Option<bool>,
    /// Sentences that a person has attested or denied, by the number of the condition.
    pub attested: BTreeMap<String, bool>,
}

impl Facts {
    /// The grade of a year, where it is known.
    pub fn grade(&self, year: i32) -> Option<Grade> {
        self.grades.as_ref()?.iter().find(|(of, _)| *of == year).map(|(_, grade)| *grade)
    }
}
