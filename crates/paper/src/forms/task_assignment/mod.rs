//! The notice that gives tasks (thông báo giao nhiệm vụ): each with its five “rõ”.

mod build;
pub(super) mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, read_marked};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "task_assignment",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: false,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::marked(&example()) }],
    read: read_marked::<TaskAssignment>,
};

impl Fills for TaskAssignment {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskAssignment {
    /// Issuer, place, recipients, signature.
    pub letterhead: Letterhead,
    /// The plan that the tasks carry out.
    pub plan: Option<DocumentReference>,
    /// The unit, when all tasks are one unit's.
    pub unit: Option<String>,
    /// The tasks, in order.
    pub tasks: Vec<AssignedTask>,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignedTask {
    /// The lead unit.
    pub unit: String,
    /// The units that work with it.
    pub with_units: Vec<String>,
    /// The responsible person.
    pub person: String,
    /// The work.
    pub work: String,
    /// The responsibility.
    pub responsibility: String,
    /// Until when, in words.
    pub deadline: String,
    /// The expected result.
    pub result: String,
    /// Asked of a partner, not assigned.
    pub request: bool,
}
