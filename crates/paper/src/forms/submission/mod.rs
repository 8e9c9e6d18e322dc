//! The submission of nominations (tờ trình đề nghị khen thưởng), with the list of nominees as its appendix.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::{example, own};

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "submission",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Nomination,
    table: false,
    examples: &[
        Example { name: "upward", says: words::EXAMPLES[0], fill: || Filled::of(&example()) },
        Example { name: "own", says: words::EXAMPLES[1], fill: || Filled::of(&own()) },
    ],
    read: read_as::<Submission>,
};

impl Fills for Submission {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the submission says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// To whom it goes.
    pub addressees: Vec<String>,
    /// What is proposed ("đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2026").
    pub title: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// How was selected and voted, a paragraph a line.
    pub selection: Option<String>,
    /// What is proposed, by award.
    pub groups: Vec<ProposedGroup>,
    /// The papers that go with it.
    pub papers: Vec<String>,
    /// Sample data, or not issued yet: every page is marked so.
    pub mark: Option<String>,
}

/// Nominees of one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposedGroup {
    /// The award.
    pub award: String,
    /// Who.
    pub lines: Vec<Proposed>,
}

/// A nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// Name.
    pub name: String,
    /// Post and unit.
    pub who: String,
    /// For what.
    pub merit: String,
    /// How the council voted ("9/9 (100%)").
    pub vote: String,
}
