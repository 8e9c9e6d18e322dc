//! A pack as it is written: TOML, one table an award.

use crate::awards::criteria::Need;
use crate::awards::subject::{Level, Sort, SubjectKind, Who, Work};
use serde::Deserialize;

/// One text of a pack.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub(super) pack: Option<Head>,
    #[serde(default)]
    pub(super) award: Vec<Award>,
    #[serde(default)]
    pub(super) general: Vec<Condition>,
    #[serde(default)]
    pub(super) addition: Vec<Addition>,
    #[serde(default)]
    pub(super) factor: Vec<Factor>,
    #[serde(default)]
    pub(super) rounding: Vec<Rounding>,
    #[serde(default)]
    pub(super) salary: Vec<Salary>,
}

/// Whose pack it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Short name without spaces.
    pub code: String,
    /// Version as its maker counts.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// The document it rests on.
    pub source: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
}

/// An award.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Award {
    pub(super) code: String,
    pub(super) sort: Sort,
    pub(super) subjects: Vec<SubjectKind>,
    pub(super) level: Level,
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) of: String,
    pub(super) item: Option<String>,
    pub(super) item_english: Option<String>,
    #[serde(default)]
    pub(super) holds: Vec<Holds>,
    #[serde(default)]
    pub(super) decides: Vec<Decides>,
    #[serde(default)]
    pub(super) when: Vec<When>,
    #[serde(default)]
    pub(super) limit: Vec<Limit>,
    #[serde(default)]
    pub(super) vote: Vec<Vote>,
    #[serde(default)]
    pub(super) paper: Vec<Paper>,
    #[serde(default)]
    pub(super) prize: Vec<Prize>,
    #[serde(default)]
    pub(super) condition: Vec<Condition>,
    #[serde(default)]
    pub(super) case: Vec<WorkedCase>,
}

/// What a local pack adds to an award of the law.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    pub(super) award: String,
    #[serde(default)]
    pub(super) condition: Vec<Condition>,
    #[serde(default)]
    pub(super) paper: Vec<Paper>,
    #[serde(default)]
    pub(super) vote: Vec<Vote>,
    #[serde(default)]
    pub(super) decides: Vec<Decides>,
}

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Keys of the regimes it holds in.
            pub regimes: Vec<String>,
            /// Document and article.
            #[serde(default)]
            pub source: String,
            /// V, S or U.
            pub mark: String,
            $($(#[$field_doc])* pub $field: $kind,)*
        }
    )*};
}

rows! {
    /// What an award is called.
    Holds {
        /// Vietnamese.
        name: String,
        /// English.
        english: String,
    }
    /// Who decides.
    Decides {
        /// Any of these.
        who: Vec<Who>,
        /// First day inside the regimes.
        #[serde(default)]
        from: Option<String>,
        /// Last day inside the regimes.
        #[serde(default)]
        to: Option<String>,
    }
    /// How often and until which day.
    When {
        /// In words.
        says: String,
        /// In English.
        english: String,
        /// `yearly`, `twice-a-year`, `congress`, `any-time`, `at-review`.
        rhythm: String,
        /// Month-day of the first day to submit.
        #[serde(default)]
        from: Option<String>,
        /// Month-day of the last day to submit.
        #[serde(default)]
        until: Option<String>,
    }
    /// A time limit of a step.
    Limit {
        /// `appraisal`, `posting`, `decision`, `notice`, `return`, `public-opinion`, `supplement`.
        step: String,
        /// Working days.
        working_days: u32,
    }
    /// A vote of the council.
    Vote {
        /// `secret` or `open`.
        ballot: String,
        /// `all-members`, `present`, `votes-cast`.
        base: String,
        /// At least this.
        #[serde(default)]
        percent: Option<u32>,
        /// More than this.
        #[serde(default)]
        more_than: Option<u32>,
        /// `2/3`.
        #[serde(default)]
        quorum: Option<String>,
        /// Whether those absent vote in writing.
        #[serde(default)]
        written_absent: bool,
    }
    /// A paper of the dossier.
    Paper {
        /// `submission`, `list`, `report`, `short-report`, `minutes`, `vote-result`, `initiative-proof`, …
        kind: String,
        /// In words.
        says: String,
        /// In English.
        english: String,
        /// How many originals.
        #[serde(default)]
        originals: Option<u32>,
        /// Only if this criterion was used.
        #[serde(default)]
        when_criterion: Option<String>,
        /// `Mẫu số 13`.
        #[serde(default)]
        template: Option<String>,
    }
    /// Money.
    Prize {
        /// Times the base salary.
        multiple: crate::basics::Amount,
        /// Whom the figure is for.
        #[serde(default)]
        subject: Option<SubjectKind>,
        /// An upper bound.
        #[serde(default)]
        at_most: bool,
    }
    /// The figure of another kind of subject, from that of an individual.
    Factor {
        /// Whom.
        subject: SubjectKind,
        /// Times.
        times: crate::basics::Amount,
    }
    /// How money is rounded.
    Rounding {
        /// `up`, `down`, `half-up`.
        mode: String,
        /// To multiples of so many VND.
        to: i64,
    }
}

/// The base salary in its days.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Salary {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
    /// VND.
    pub amount: i64,
    /// The decree.
    pub source: String,
    /// V, S or U.
    pub mark: String,
}

/// A condition, with its parts where it is a group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub(super) number: String,
    #[serde(default)]
    pub(super) regimes: Vec<String>,
    #[serde(default)]
    pub(super) subjects: Vec<SubjectKind>,
    #[serde(default)]
    pub(super) categories: Vec<Work>,
    #[serde(default)]
    pub(super) sorts: Vec<Sort>,
    #[serde(default)]
    pub(super) role: Role,
    pub(super) says: String,
    pub(super) english: String,
    #[serde(default)]
    pub(super) source: String,
    pub(super) mark: String,
    pub(super) need: Need,
    #[serde(default)]
    pub(super) part: Vec<Condition>,
    /// In a local pack: the number of the condition of the law that this one fills or tightens.
    pub(super) fills: Option<String>,
}

/// What a condition is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// It must be met.
    #[default]
    Requirement,
    /// It stands in the way where it is not met.
    Bar,
    /// The selection meeting and the council answer it; it stops nobody by itself.
    Judgement,
}

/// A case with its answer, kept beside the award and run as a test.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkedCase {
    /// The case in a sentence.
    pub says: String,
    /// The case as programs hand it in, without its award.
    pub input: String,
    /// The regime that judges it.
    pub regime: String,
    /// `eligible`, `not-eligible`, `needs-person`.
    pub verdict: String,
    /// Conditions that are false or unknown.
    #[serde(default)]
    pub decided_by: Vec<String>,
    /// VND.
    pub prize: Option<i64>,
}
