//! The kinds of condition. One file a kind: its fields in a pack, what it answers, why, and what it lacks.
//!
//! A new kind is a file and one line in [`kinds!`]; a new award or threshold is data.

mod attested;
mod clear;
mod contribution;
mod disciplined;
mod dissolved;
mod grade;
mod group;
mod holds;
mod initiative;
mod local_rule;
mod members;
mod movement;
mod quota;
mod rank;
mod since;
mod tenure;
mod unrewarded;

use super::facts::Case;
use super::outcome::Outcome;
use super::pack::{Code, Codes};
use crate::basics::Says;
use serde::Deserialize;

/// Why a condition answers as it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// The facts it used.
    pub uses: Vec<Says>,
    /// What it lacks.
    pub missing: Vec<Says>,
    /// What would meet it, or how to supply what is missing.
    pub mend: Option<Says>,
    /// Records of the initiatives by which it is met.
    pub rests_on: Vec<Box<str>>,
}

impl Reasons {
    fn used(says: Says) -> Reasons {
        Reasons { uses: vec![says], ..Reasons::default() }
    }

    fn missing(says: Says, mend: Says) -> Reasons {
        Reasons { missing: vec![says], mend: Some(mend), ..Reasons::default() }
    }
}

/// What each kind of condition can do.
pub trait Criterion {
    /// Fills in the codes of awards that it names.
    ///
    /// # Errors
    /// A code that no award has.
    fn resolve(&mut self, codes: &Codes) -> Result<(), String> {
        let _ = codes;
        Ok(())
    }

    /// What the facts say.
    fn outcome(&self, case: &Case, number: &str) -> Outcome;

    /// Why.
    fn reasons(&self, case: &Case, number: &str, codes: &Codes) -> Reasons;

    /// What is wrong with its fields, for whoever writes a pack.
    fn problem(&self) -> Option<Says> {
        None
    }

    /// Whether this is at least as strict as another of its kind; nothing where they cannot be compared.
    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        let _ = other;
        None
    }
}

macro_rules! kinds {
    ($($kind:ident: $file:ident,)*) => {
        /// A condition's kind with its fields.
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(tag = "kind", rename_all = "kebab-case")]
        pub enum Need { $(#[doc = concat!("See `criteria/", stringify!($file), ".rs`.")] $kind($file::$kind),)* }

        impl Need {
            /// Fills in the codes of awards that it names.
            ///
            /// # Errors
            /// A code that no award has.
            pub fn resolve(&mut self, codes: &Codes) -> Result<(), String> {
                match self { $(Need::$kind(one) => one.resolve(codes),)* }
            }

            /// What the facts say.
            pub fn outcome(&self, case: &Case, number: &str) -> Outcome {
                match self { $(Need::$kind(one) => one.outcome(case, number),)* }
            }

            /// Why.
            pub fn reasons(&self, case: &Case, number: &str, codes: &Codes) -> Reasons {
                match self { $(Need::$kind(one) => one.reasons(case, number, codes),)* }
            }

            /// The name of the kind.
            pub fn name(&self) -> &'static str {
                match self { $(Need::$kind(_) => stringify!($kind),)* }
            }

            /// What is wrong with its fields.
            pub fn problem(&self) -> Option<Says> {
                match self { $(Need::$kind(one) => one.problem(),)* }
            }

            /// Whether this is at least as strict as another; nothing where they cannot be compared.
            pub fn as_strict_as(&self, other: &Need) -> Option<bool> {
                match (self, other) {
                    $((Need::$kind(one), Need::$kind(other)) => one.as_strict_as(other),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    Any: group,
    All: group,
    Grade: grade,
    Holds: holds,
    Initiative: initiative,
    Quota: quota,
    Members: members,
    Rank: rank,
    Unrewarded: unrewarded,
    Since: since,
    Movement: movement,
    Clear: clear,
    Disciplined: disciplined,
    Dissolved: dissolved,
    Tenure: tenure,
    Contribution: contribution,
    Attested: attested,
    LocalRule: local_rule,
}

fn resolved(codes: &Codes, names: &[String]) -> Result<Vec<Code>, String> {
    names.iter().map(|name| codes.get(name).ok_or_else(|| name.clone())).collect()
}

/// One value or a list of them: packs are written by people.
fn one_or_more<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form<T> {
        More(Vec<T>),
        One(T),
    }
    Ok(match Form::deserialize(deserializer)? {
        Form::More(list) => list,
        Form::One(one) => vec![one],
    })
}

fn listed(awards: &[Code], codes: &Codes) -> String {
    awards.iter().map(|code| codes.name(*code)).collect::<Vec<_>>().join(", ")
}

fn says(vi: impl Into<String>, en: impl Into<String>) -> Says {
    Says::new(vi, en)
}
