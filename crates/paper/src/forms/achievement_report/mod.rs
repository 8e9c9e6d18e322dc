//! The report of achievements (báo cáo thành tích) of an individual, a collective or a household, confirmed by who submits it.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::{collective, example, household};

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::Signature;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "achievement_report",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Nomination,
    table: false,
    examples: &[
        Example { name: "individual", says: words::EXAMPLES[0], fill: || Filled::of(&example()) },
        Example { name: "collective", says: words::EXAMPLES[1], fill: || Filled::of(&collective()) },
        Example { name: "household", says: words::EXAMPLES[2], fill: || Filled::of(&household()) },
    ],
    read: read_as::<AchievementReport>,
};

impl Fills for AchievementReport {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the report says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AchievementReport {
    /// The unit; who reports signs on the right.
    pub letterhead: Letterhead,
    /// The award that is proposed.
    pub award: String,
    /// For which time ("năm 2026", "giai đoạn 2021 - 2026").
    pub period: String,
    /// Who reports.
    pub subject: Subject,
    /// What was achieved, a paragraph a line; a line that begins with a dash is an item.
    pub achievements: Option<String>,
    /// How the lines of the Party and the laws of the State are kept to.
    pub policies: Option<String>,
    /// The year's grades and titles.
    pub titles: Vec<HeldAward>,
    /// Commendations.
    pub commendations: Vec<HeldAward>,
    /// Recognised initiatives.
    pub initiatives: Vec<HeldInitiative>,
    /// Who confirms for the submitting level; signs on the left.
    pub confirmed_by: Option<Signature>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// Who reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    /// A person.
    Individual {
        /// Name.
        name: String,
        /// Day or year of birth, as printed.
        born: String,
        /// Home.
        home: String,
        /// Post.
        post: String,
        /// Education.
        education: Option<String>,
        /// Assigned duties.
        duties: Option<String>,
    },
    /// A collective.
    Collective {
        /// Name.
        name: String,
        /// Address.
        address: String,
        /// Members, facilities, organisation.
        situation: String,
        /// Function and duties.
        duties: Option<String>,
    },
    /// A household.
    Household {
        /// Who stands for it.
        head: String,
        /// Address.
        address: String,
        /// How many live in it, where that is recorded.
        members: Option<u32>,
        /// What it lives on.
        livelihood: Option<String>,
    },
}

/// A title or commendation that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldAward {
    /// The year.
    pub year: String,
    /// The award or the grade.
    pub award: String,
    /// Number, day and issuer of the decision.
    pub decision: String,
}

/// A recognised initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldInitiative {
    /// The year.
    pub year: String,
    /// Its name.
    pub name: String,
    /// Scope of influence, and the decision that recognises it.
    pub recognised: String,
}
