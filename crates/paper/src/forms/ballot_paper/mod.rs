//! The ballot paper of the council (phiếu bầu kín), two or four on a page. It never bears the name or a sign of a voter.

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::{example, four};

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::SlipsOnAPage;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "ballot_paper",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Council,
    table: false,
    examples: &[
        Example { name: "two", says: words::EXAMPLES[0], fill: || Filled::of(&example()) },
        Example { name: "four", says: words::EXAMPLES[1], fill: || Filled::of(&four()) },
    ],
    read: read_as::<BallotPaper>,
};

impl Fills for BallotPaper {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the ballot paper says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotPaper {
    /// The council under its authority; number, date and signature are not printed.
    pub letterhead: Letterhead,
    /// The meeting.
    pub meeting: String,
    /// What is voted on.
    pub items: Vec<BallotItem>,
    /// How many stand on a page.
    pub on_a_page: SlipsOnAPage,
    /// How many are printed: one for each member who votes.
    pub copies: u32,
    /// Sample data: every paper is marked so.
    pub mark: Option<String>,
}

/// An item of the ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotItem {
    /// Whom or what it is about.
    pub name: String,
    /// The award.
    pub award: String,
}
