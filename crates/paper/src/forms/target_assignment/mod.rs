//! The decision that assigns targets (quyết định giao chỉ tiêu thi đua), with the table of units and values as its appendix.

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
    code: "target_assignment",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: true,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<TargetAssignment>,
};

impl Fills for TargetAssignment {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the decision says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetAssignment {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The movement.
    pub movement: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// The units, in the order of the columns.
    pub units: Vec<String>,
    /// The targets by group.
    pub groups: Vec<AssignedGroup>,
    /// To whom results are reported.
    pub reports_to: String,
    /// Until when, in words.
    pub reports_until: Option<String>,
    /// Sample data, or not issued yet: every page is marked so.
    pub mark: Option<String>,
}

/// Targets under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignedGroup {
    /// The heading.
    pub name: Option<String>,
    /// The targets.
    pub targets: Vec<AssignedTarget>,
}

/// A target with what each unit is assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignedTarget {
    /// Its name.
    pub name: String,
    /// Its unit of measure.
    pub unit: String,
    /// For all together.
    pub total: String,
    /// For each unit, in the order of the columns; empty where it is not assigned.
    pub values: Vec<String>,
}
