//! The summary list of nominees (danh sách tổng hợp đề nghị khen thưởng).

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::Signature;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "nominee_list",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Nomination,
    table: true,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<NomineeList>,
};

impl Fills for NomineeList {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the list says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NomineeList {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The round ("Đề nghị khen thưởng năm 2026").
    pub round: String,
    /// The nominees by award.
    pub groups: Vec<NomineeGroup>,
    /// Who made the list; signs on the left.
    pub made_by: Option<Signature>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// Nominees of one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NomineeGroup {
    /// The award.
    pub award: String,
    /// Who.
    pub lines: Vec<Nominee>,
}

/// A nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nominee {
    /// Name.
    pub name: String,
    /// The year of birth; empty for collectives and households.
    pub born: String,
    /// Post and unit.
    pub who: String,
    /// Grade, titles and initiatives it rests on.
    pub merit: String,
    /// What the appraisal says ("Đủ điều kiện").
    pub appraisal: String,
    /// How the council voted.
    pub vote: String,
}
