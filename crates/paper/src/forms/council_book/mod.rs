//! The book of dossiers for a meeting of the council (tài liệu họp): exceptions first.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::IssueDate;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "council_book",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Council,
    table: true,
    examples: &[Example { name: "meeting", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<CouncilBook>,
};

impl Fills for CouncilBook {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the book says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CouncilBook {
    /// The council under its authority.
    pub letterhead: Letterhead,
    /// The meeting.
    pub meeting: String,
    /// When it meets.
    pub day: IssueDate,
    /// Remarks on ratios and the rules of voting, a paragraph a line.
    pub remarks: Option<String>,
    /// The dossiers, in the order of their numbers.
    pub dossiers: Vec<DossierLine>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// A dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierLine {
    /// Whom it is about.
    pub name: String,
    /// Post and unit.
    pub who: String,
    /// The award.
    pub award: String,
    /// What it rests on.
    pub merit: String,
    /// What is open; nothing where every condition is met.
    pub open: Option<String>,
    /// How is voted ("Bỏ phiếu kín, từ 90%").
    pub rule: String,
    /// Members who do not vote on it.
    pub recused: Vec<String>,
}
