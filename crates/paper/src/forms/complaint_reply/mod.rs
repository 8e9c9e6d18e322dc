//! The reply to a petition or complaint about emulation and commendation (văn bản trả lời đơn). A formal complaint is settled by a decision under the law on complaints.

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
    code: "complaint_reply",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Commendation,
    table: false,
    examples: &[Example { name: "citizen", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<ComplaintReply>,
};

impl Fills for ComplaintReply {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the reply says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintReply {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// To whom it goes, with address.
    pub addressee: String,
    /// What was written ("đơn kiến nghị", "đơn khiếu nại").
    pub kind: String,
    /// When it was written.
    pub written: Option<IssueDate>,
    /// When it came in.
    pub received: IssueDate,
    /// What it is about.
    pub about: String,
    /// What was looked at and found, a line each.
    pub findings: Vec<String>,
    /// The provisions, a line each.
    pub provisions: Vec<String>,
    /// The answer, a paragraph a line.
    pub answer: Option<String>,
    /// What the writer may do next, a paragraph a line.
    pub next: Option<String>,
    /// Sample data, or not issued yet: every page is marked so.
    pub mark: Option<String>,
}
