//! The tally sheet of a secret ballot (biên bản kiểm phiếu), signed by both tellers.

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
    code: "tally_sheet",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Council,
    table: true,
    examples: &[Example { name: "meeting", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<TallySheet>,
};

impl Fills for TallySheet {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the tally sheet says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallySheet {
    /// The council; the head of the tellers signs on the right.
    pub letterhead: Letterhead,
    /// The meeting.
    pub meeting: String,
    /// When it was counted.
    pub day: IssueDate,
    /// The hour, as printed.
    pub hour: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// All members of the council.
    pub members: u32,
    /// Those who were there.
    pub present: u32,
    /// Those who voted in writing.
    pub in_writing: u32,
    /// The head of the tellers.
    pub head_teller: String,
    /// The other tellers.
    pub tellers: Vec<String>,
    /// What was counted.
    pub items: Vec<TallyLine>,
    /// How a vote passes, with where the rule stands.
    pub rule: Option<String>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// An item and its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyLine {
    /// Whom or what it is about.
    pub name: String,
    /// The award.
    pub award: String,
    /// Ballots issued.
    pub issued: u32,
    /// Ballots returned.
    pub returned: u32,
    /// Valid ones.
    pub valid: u32,
    /// Invalid ones.
    pub invalid: u32,
    /// Those who agree.
    pub votes_for: u32,
    /// Those who do not.
    pub against: u32,
    /// The rate over all members ("9/9 (100%)").
    pub rate: String,
    /// What came of it ("thông qua").
    pub result: String,
}
