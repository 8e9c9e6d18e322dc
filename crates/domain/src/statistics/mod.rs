//! Yearly statistical forms as data: what a form counts, by what, and which record stands in which line.
//!
//! The forms of the interior branch (0601 to 0603) are TT 02/2023/TT-BNV of 23/03/2023 (mark V for what `statistics.toml`
//! marks so). Which record stands in which line is our reading of the headings: behind every number stand its records.

mod count;
#[cfg(test)]
mod tests;

pub use count::{Counted, Line, count};

use crate::basics::text::fold;
use crate::law::Mark;
use crate::people::Category;
use serde::Deserialize;
use std::sync::LazyLock;

const SHIPPED: &str = include_str!("../../../../rules/awards/lists/statistics.toml");

/// What a form counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counts {
    /// Emulation movements that ran in the year.
    Movements,
    /// Awards that were decided in the year.
    Awards,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// `0601`.
    pub code: String,
    /// `0601.N/BNV-TĐKT`.
    pub number: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub english: String,
    /// What it counts.
    pub counts: Counts,
    /// How often.
    pub rhythm: String,
    /// Month and day on which it is due: `12-15`.
    pub due: String,
    /// The document.
    pub source: String,
    /// V, S or U.
    pub mark: String,
    /// The dimension that makes columns; what stands in none of them is not of this form.
    #[serde(default)]
    pub columns: Option<String>,
    /// By what it is broken down.
    #[serde(default)]
    pub dimension: Vec<Dimension>,
}

impl Form {
    /// How sure its breakdown is.
    pub fn mark(&self) -> Mark {
        Mark::of_letter(&self.mark).unwrap_or(Mark::Unverified)
    }
}

/// By what a form is broken down.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Its word.
    pub code: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub english: String,
    /// The document.
    pub source: String,
    /// V, S or U.
    pub mark: String,
    /// The values in the order of the form.
    pub value: Vec<Value>,
}

/// A line or a column of a form: every condition that is given has to hold; without any it takes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Its word.
    pub code: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub english: String,
    /// It is a part of another value (trong đó), and need not be all of it.
    #[serde(default)]
    pub part_of: Option<String>,
    /// Kinds of movements.
    #[serde(default)]
    pub kinds: Option<Vec<String>>,
    /// Whether the movement carries out a national one.
    #[serde(default)]
    pub national: Option<bool>,
    /// Levels of the authority.
    #[serde(default)]
    pub levels: Option<Vec<String>>,
    /// At least so many months.
    #[serde(default)]
    pub from_months: Option<u32>,
    /// At most so many months.
    #[serde(default)]
    pub to_months: Option<u32>,
    /// More than so many months.
    #[serde(default)]
    pub above_months: Option<u32>,
    /// Fewer than so many months.
    #[serde(default)]
    pub below_months: Option<u32>,
    /// Kind of subject: individual, collective, household.
    #[serde(default)]
    pub kind: Option<String>,
    /// On which occasions it was given.
    #[serde(default)]
    pub occasions: Option<Vec<String>>,
    /// Codes of awards.
    #[serde(default)]
    pub awards: Option<Vec<String>>,
    /// Categories of people.
    #[serde(default)]
    pub categories: Option<Vec<String>>,
    /// Whether they work directly.
    #[serde(default)]
    pub direct: Option<bool>,
    /// Whether they lead.
    #[serde(default)]
    pub leader: Option<bool>,
    /// How their post begins, folded.
    #[serde(default)]
    pub posts: Option<Vec<String>>,
    /// Kinds of units.
    #[serde(default)]
    pub unit_kinds: Option<Vec<String>>,
}

/// What is known of a movement or an award; what is not known fits no condition that asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Kind of the movement.
    pub kind: Option<String>,
    /// Whether it carries out a national one.
    pub national: bool,
    /// Level of the authority.
    pub level: Option<String>,
    /// How many months it runs.
    pub months: Option<u32>,
    /// Kind of subject.
    pub subject: Option<String>,
    /// The occasion of the award.
    pub occasion: Option<String>,
    /// Its code.
    pub award: Option<String>,
    /// What the person is by work.
    pub category: Option<Category>,
    /// Whether they lead.
    pub leader: Option<bool>,
    /// Their post.
    pub post: Option<String>,
    /// Kind of the unit.
    pub unit_kind: Option<String>,
}

impl Value {
    /// Whether a record stands here.
    pub fn takes(&self, of: &Record) -> bool {
        let among = |list: &Option<Vec<String>>, one: &Option<String>| {
            list.as_ref().map(|list| one.as_ref().is_some_and(|one| list.contains(one)))
        };
        let category = of.category.map(|one| one.code().to_owned());
        let months = |asked: Option<u32>, fits: fn(u32, u32) -> bool| {
            asked.map(|asked| of.months.is_some_and(|has| fits(has, asked)))
        };
        let post = of.post.as_deref().map(fold);
        let conditions = [
            among(&self.kinds, &of.kind),
            self.national.map(|asked| asked == of.national),
            among(&self.levels, &of.level),
            months(self.from_months, |has, asked| has >= asked),
            months(self.to_months, |has, asked| has <= asked),
            months(self.above_months, |has, asked| has > asked),
            months(self.below_months, |has, asked| has < asked),
            self.kind.as_ref().map(|asked| of.subject.as_ref() == Some(asked)),
            among(&self.occasions, &of.occasion),
            among(&self.awards, &of.award),
            among(&self.categories, &category),
            self.direct.map(|asked| {
                of.category.is_some_and(|one| one.works_directly(of.leader.unwrap_or_default()) == asked)
            }),
            self.leader.map(|asked| of.leader == Some(asked)),
            self.posts.as_ref().map(|begins| {
                post.as_ref().is_some_and(|post| begins.iter().any(|one| post.starts_with(one.as_str())))
            }),
            among(&self.unit_kinds, &of.unit_kind),
        ];
        let mut asked = conditions.into_iter().flatten().peekable();
        asked.peek().is_some() && asked.all(|holds| holds)
    }
}

#[derive(Deserialize)]
struct Forms {
    form: Vec<Form>,
}

static FORMS: LazyLock<Result<Vec<Form>, String>> =
    LazyLock::new(|| toml::from_str::<Forms>(SHIPPED).map(|forms| forms.form).map_err(|error| error.to_string()));

/// The shipped forms, read once.
///
/// # Errors
/// What is wrong with the text; a test holds that nothing is.
pub fn forms() -> Result<&'static [Form], &'static str> {
    FORMS.as_ref().map(Vec::as_slice).map_err(String::as_str)
}
