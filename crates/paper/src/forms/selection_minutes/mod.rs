//! The minutes of a selection in a unit (biên bản bình xét): who was there, how each nominee fared, what was concluded.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::{IssueDate, Signature};
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "selection_minutes",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Nomination,
    table: false,
    examples: &[Example { name: "school", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<SelectionMinutes>,
};

impl Fills for SelectionMinutes {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the minutes say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelectionMinutes {
    /// The unit; who chaired signs on the right.
    pub letterhead: Letterhead,
    /// What was selected for ("bình xét thi đua, khen thưởng năm 2026").
    pub meeting: String,
    /// When, where it is recorded.
    pub day: Option<IssueDate>,
    /// The hour at which it began, as printed ("14 giờ 00").
    pub began: Option<String>,
    /// The hour at which it ended.
    pub ended: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Who chaired, with post.
    pub chair: Option<String>,
    /// Who wrote, with post.
    pub writer: Option<String>,
    /// All members of the unit, where that is recorded.
    pub members: Option<u32>,
    /// Those who were there.
    pub present: u32,
    /// Who was absent, with the reason.
    pub absent: Vec<String>,
    /// What was said, a paragraph a line.
    pub discussion: Option<String>,
    /// Whether the ballot was secret; nothing where that is not recorded.
    pub secret: Option<bool>,
    /// Who was selected or not.
    pub lines: Vec<SelectionLine>,
    /// The conclusion, a paragraph a line.
    pub conclusion: Option<String>,
    /// Signature of the writer, on the left.
    pub signed_by_writer: Option<Signature>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// A nominee and the votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelectionLine {
    /// Name.
    pub name: String,
    /// The award.
    pub award: String,
    /// Those who agree.
    pub votes_for: u32,
    /// Those who do not.
    pub against: u32,
    /// The rate over those present, in percent.
    pub rate: String,
    /// What came of it ("Đề nghị", "Không đề nghị").
    pub result: String,
}
