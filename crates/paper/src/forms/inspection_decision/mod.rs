//! The decision on an inspection (quyết định kiểm tra): the team, where it goes, what it looks at, and when.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "inspection_decision",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Inspection,
    table: false,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<InspectionDecision>,
};

impl Fills for InspectionDecision {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the decision says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectionDecision {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// What is inspected ("công tác thi đua, khen thưởng năm 2026").
    pub inspection: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// The team; the first one leads it.
    pub team: Vec<TeamMember>,
    /// Where it goes.
    pub units: Vec<String>,
    /// What it looks at.
    pub items: Vec<String>,
    /// The time that is looked at ("từ ngày 01/01/2026 đến ngày 30/6/2026").
    pub period: String,
    /// When it goes ("từ ngày 05/7/2026 đến ngày 10/7/2026").
    pub days: String,
    /// Until when the conclusion is due, in words.
    pub conclusion_until: Option<String>,
    /// Sample data, or not issued yet: every page is marked so.
    pub mark: Option<String>,
}

/// A member of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamMember {
    /// Name.
    pub name: String,
    /// Post and unit.
    pub post: String,
    /// Seat in the team ("Trưởng đoàn").
    pub seat: String,
}
