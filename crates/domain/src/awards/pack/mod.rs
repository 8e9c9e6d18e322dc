//! Law packs: awards as dated data with their sources, read, checked and put together.
//!
//! The shipped pack is `rules/law/regimes.toml` with `rules/awards/`. A ministry or province adds its own: more awards,
//! more conditions, tighter thresholds, never looser ones.

mod check;
mod entry;
mod local;
mod shipped;
mod taking;

pub use check::PackProblem;
pub use entry::{
    Decides, Factor, Head, Holds, Limit, Paper, Prize, Role, Rounding, Salary, Vote, When, WorkedCase,
};
pub use local::{head, with_local};
pub use shipped::{shipped, shipped_texts};
pub use taking::read;

use super::criteria::Need;
use super::subject::{Level, Sort, SubjectKind, Work};
use crate::law::{Law, Mark};
use chrono::NaiveDate;

/// An award by its place in the list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

/// The codes of all awards with their newest Vietnamese names. A code keeps its place when others are added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    list: Vec<(String, String)>,
    /// Places in the order of the codes, to look them up by.
    order: Vec<u16>,
}

impl Codes {
    /// The place of a code.
    pub fn get(&self, code: &str) -> Option<Code> {
        let found = self.order.binary_search_by(|at| self.list[usize::from(*at)].0.as_str().cmp(code)).ok()?;
        Some(Code(self.order[found]))
    }

    /// The code in letters.
    pub fn code(&self, code: Code) -> &str {
        self.list.get(usize::from(code.0)).map_or("", |(code, _)| code)
    }

    /// The newest Vietnamese name.
    pub fn name(&self, code: Code) -> &str {
        self.list.get(usize::from(code.0)).map_or("", |(_, name)| name)
    }

    fn add(&mut self, code: &str, name: &str) {
        let Ok(place) = u16::try_from(self.list.len()) else { return };
        if let Err(at) = self.order.binary_search_by(|at| self.list[usize::from(*at)].0.as_str().cmp(code)) {
            self.list.push((code.to_owned(), name.to_owned()));
            self.order.insert(at, place);
        }
    }
}

/// A condition as one regime has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// `AWD-031`.
    pub number: String,
    /// What it asks, in Vietnamese.
    pub says: String,
    /// In English.
    pub english: String,
    /// Document and article.
    pub source: String,
    /// How sure it is in this regime.
    pub mark: Mark,
    /// What it is for.
    pub role: Role,
    /// Whom it is for; empty is everybody.
    pub subjects: Vec<SubjectKind>,
    /// Which work; empty is any.
    pub categories: Vec<Work>,
    /// What it asks, for the judging.
    pub need: Need,
    /// Parts of a group.
    pub parts: Vec<Condition>,
    /// The local pack that it comes from.
    pub local: Option<String>,
}

/// An award as one regime has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its code in letters.
    pub code: String,
    /// Title or form.
    pub sort: Sort,
    /// Whom it is for.
    pub subjects: Vec<SubjectKind>,
    /// Whose honour it is.
    pub level: Level,
    /// How plans write it, folded.
    pub words: Vec<String>,
    /// What a percentage in a plan is a share of.
    pub of: String,
    /// What is given besides money: Vietnamese, English.
    pub item: Option<(String, String)>,
    /// Its name.
    pub name: Holds,
    /// How sure its name and article are in this regime.
    pub mark: Mark,
    /// Who decides.
    pub decides: Vec<Decides>,
    /// How often and until when.
    pub when: Vec<When>,
    /// Time limits.
    pub limits: Vec<Limit>,
    /// Votes.
    pub votes: Vec<Vote>,
    /// Papers.
    pub papers: Vec<Paper>,
    /// Money.
    pub prizes: Vec<Prize>,
    /// What it asks, the award's own first, then what every award asks.
    pub conditions: Vec<Condition>,
    /// The local pack that it comes from.
    pub local: Option<String>,
}

/// The awards of one regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegimeRules {
    /// `A`, `B`, …
    pub key: String,
    /// The awards, in the order of the packs.
    pub awards: Vec<Award>,
    /// Figures of other kinds of subject.
    pub factors: Vec<Factor>,
    /// How money is rounded.
    pub rounding: Option<Rounding>,
}

impl RegimeRules {
    /// The award of a code.
    pub fn award(&self, code: &str) -> Option<&Award> {
        self.awards.iter().find(|award| award.code == code)
    }
}

/// The base salary in its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseSalary {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// VND.
    pub amount: i64,
    /// The decree.
    pub source: String,
    /// How sure.
    pub mark: Mark,
}

/// Everything by which awards are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The regimes and their days.
    pub law: Law,
    /// The awards of each, oldest regime first.
    pub rules: Vec<RegimeRules>,
    /// The base salary through time.
    pub salaries: Vec<BaseSalary>,
    /// The codes.
    pub codes: Codes,
    /// `thi-dua@` and the digest of the texts, then local packs.
    pub version: String,
    /// Worked cases: the award and the case.
    pub cases: Vec<(String, WorkedCase)>,
}

impl Catalogue {
    /// The rules of a regime.
    pub fn of(&self, key: &str) -> Option<&RegimeRules> {
        self.rules.iter().find(|rules| rules.key == key)
    }

    /// The base salary of a day.
    pub fn salary(&self, day: NaiveDate) -> Option<&BaseSalary> {
        self.salaries.iter().find(|one| one.from <= day && one.to.is_none_or(|to| day <= to))
    }
}
