//! The official letter that urges (công văn đôn đốc): what is late, for how long, and what is asked.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, read_marked};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "urging_letter",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: false,
    examples: &[Example { name: "village", says: words::EXAMPLES[0], fill: || Filled::marked(&example()) }],
    read: read_marked::<UrgingLetter>,
};

impl Fills for UrgingLetter {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the letter says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgingLetter {
    /// Issuer, place, recipients, signature.
    pub letterhead: Letterhead,
    /// The plan that the tasks carry out.
    pub plan: Option<DocumentReference>,
    /// Whom it goes to, when it is one unit.
    pub unit: Option<String>,
    /// Whether partners are among them, who are asked and not told.
    pub request: bool,
    /// What is late.
    pub tasks: Vec<UrgedTask>,
}

/// One task that is late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgedTask {
    /// The lead unit.
    pub unit: String,
    /// The work.
    pub work: String,
    /// Until when, in words.
    pub deadline: String,
    /// Days since then.
    pub days_late: u32,
    /// How often it was urged before.
    pub urgings: u32,
}
