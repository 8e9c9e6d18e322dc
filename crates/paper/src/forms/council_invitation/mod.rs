//! The invitation to a meeting of the council (giấy mời họp Hội đồng).

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
    code: "council_invitation",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Council,
    table: false,
    examples: &[Example { name: "meeting", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<CouncilInvitation>,
};

impl Fills for CouncilInvitation {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the invitation says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CouncilInvitation {
    /// The council under its authority.
    pub letterhead: Letterhead,
    /// The meeting ("Họp xét khen thưởng năm 2026").
    pub meeting: String,
    /// Who is invited, a line each.
    pub invited: Vec<String>,
    /// What is on the agenda.
    pub agenda: Vec<String>,
    /// The hour ("08 giờ 00").
    pub hour: String,
    /// The day.
    pub day: IssueDate,
    /// Where.
    pub place: String,
    /// Who chairs.
    pub chair: String,
    /// Papers, and from where they are taken.
    pub papers: Option<String>,
    /// What who cannot come does.
    pub absence: Option<String>,
    /// Sample data, or not issued yet: every page is marked so.
    pub mark: Option<String>,
}
