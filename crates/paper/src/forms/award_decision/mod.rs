//! The decision on awards, or on their revocation (quyết định khen thưởng, quyết định hủy bỏ), with its list.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::{example, revocation};

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "award_decision",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Commendation,
    table: false,
    examples: &[
        Example { name: "award", says: words::EXAMPLES[0], fill: || Filled::of(&example()) },
        Example { name: "revocation", says: words::EXAMPLES[1], fill: || Filled::of(&revocation()) },
    ],
    read: read_as::<AwardDecision>,
};

impl Fills for AwardDecision {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the decision says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardDecision {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// What it is about.
    pub title: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// For awards or against them.
    pub kind: Sort,
    /// The lines, by award.
    pub groups: Vec<Group>,
    /// The sum of the money; nothing where no money follows.
    pub money: Option<String>,
    /// Not issued yet, or sample data: every page is marked so.
    pub mark: Option<String>,
}

/// What the decision does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Sort {
    /// Gives awards.
    Award,
    /// Takes them back.
    Revocation {
        /// The decision it refers to.
        of: Option<String>,
        /// The ground with its article.
        ground: String,
        /// Why.
        reason: Option<String>,
    },
}

/// The lines of one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The award.
    pub award: String,
    /// Who.
    pub lines: Vec<Line>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Name.
    pub name: String,
    /// Post and unit.
    pub who: String,
    /// For what.
    pub merit: String,
    /// Money, or nothing.
    pub money: String,
}
