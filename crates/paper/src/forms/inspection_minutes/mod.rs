//! The minutes of a visit (biên bản kiểm tra): who was there, the seven items, verified values, what was found wanting, how
//! the unit explains it, and a signature of both sides.

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::example;

use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::{IssueDate, Signature};
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "inspection_minutes",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Inspection,
    table: false,
    examples: &[Example { name: "visit", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<InspectionMinutes>,
};

impl Fills for InspectionMinutes {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the minutes say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectionMinutes {
    /// The authority that inspects; who leads the team closes the paper.
    pub letterhead: Letterhead,
    /// The inspection.
    pub inspection: String,
    /// The decision or plan that it rests on.
    pub decision: Option<DocumentReference>,
    /// The plan of the movement.
    pub plan: Option<DocumentReference>,
    /// The unit or block that was visited.
    pub subject: String,
    /// The day of the visit.
    pub day: Option<IssueDate>,
    /// The team, one line each.
    pub team: Vec<String>,
    /// Who was there for the unit, as it was written.
    pub present: Option<String>,
    /// The members of a block.
    pub members: Vec<String>,
    /// How the sample was drawn, as sentences.
    pub sample: Vec<String>,
    /// The answers.
    pub items: Vec<ItemRow>,
    /// Verified values.
    pub values: Vec<ValueRow>,
    /// The minutes in words.
    pub minutes: Option<String>,
    /// What was found wanting.
    pub findings: Vec<FindingRow>,
    /// How the unit explains itself.
    pub explanation: Option<String>,
    /// Who signs for the unit.
    pub unit_signature: Signature,
    /// Who writes.
    pub secretary: Option<String>,
    /// The figures were invented: every page is marked so.
    pub illustrative: bool,
}

/// One of the seven items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemRow {
    /// The item.
    pub item: String,
    /// The answer; empty while there is none.
    pub answer: String,
    /// On what it rests.
    pub grounds: String,
}

/// A verified value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueRow {
    /// The target, with its unit.
    pub target: String,
    /// As the unit reported it.
    pub own: String,
    /// As it was verified.
    pub verified: String,
    /// The gap.
    pub gap: String,
    /// How it was verified.
    pub how: String,
}

/// What was found wanting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRow {
    /// What.
    pub what: String,
    /// How grave.
    pub severity: String,
    /// On what it rests.
    pub basis: String,
    /// What is asked for.
    pub demand: String,
    /// Until when.
    pub until: Option<IssueDate>,
    /// How the unit explains it.
    pub explained: Option<String>,
}
