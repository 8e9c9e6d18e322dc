//! The minutes of a meeting of a council: who was there, what was said, and for each item ballots issued, returned, valid
//! and invalid, votes for and against, the rate over all members, the result. Made only after the close of the count.

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::IssueDate;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "council_minutes",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Council,
    table: false,
    examples: &[Example { name: "meeting", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<CouncilMinutes>,
};

impl Fills for CouncilMinutes {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the minutes say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CouncilMinutes {
    /// The council under its authority; the chair closes the paper.
    pub letterhead: Letterhead,
    /// What the meeting was called.
    pub meeting: String,
    /// The council.
    pub council: String,
    /// Where it met.
    pub place: Option<String>,
    /// When.
    pub day: IssueDate,
    /// Who was there, with their seats.
    pub present: Vec<String>,
    /// Who was not.
    pub absent: Vec<String>,
    /// Who voted in writing.
    pub written: Vec<String>,
    /// All members.
    pub members: usize,
    /// Who counted ballots, and who was replaced.
    pub tellers: Option<String>,
    /// What was said.
    pub discussion: Option<String>,
    /// The items.
    pub items: Vec<ItemRow>,
    /// Who writes.
    pub secretary: Option<String>,
    /// The figures were invented: every page is marked so.
    pub illustrative: bool,
}

/// The ballots of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// Số phiếu phát ra.
    pub issued: u32,
    /// Số phiếu thu về.
    pub returned: u32,
    /// Số phiếu hợp lệ.
    pub valid: u32,
    /// Số phiếu không hợp lệ.
    pub invalid: u32,
}

/// An item with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemRow {
    /// Whom or what it is about.
    pub name: String,
    /// The award.
    pub award: String,
    /// How was voted, with where the rule stands.
    pub rule: String,
    /// Members who were given no ballot.
    pub recused: Vec<String>,
    /// The ballots; none of an open vote.
    pub papers: Option<Papers>,
    /// For and against; nothing where there was no vote.
    pub votes: Option<(u32, u32)>,
    /// Those who abstained from an open vote.
    pub abstaining: Option<u32>,
    /// The rate over all members.
    pub rate: String,
    /// The result.
    pub result: String,
}
