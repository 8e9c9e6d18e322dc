//! The consolidated report (báo cáo tổng hợp): who has reported, what all reached together, and the table of units.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::DocumentReference;
use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "consolidated_report",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Report,
    table: true,
    examples: &[Example { name: "half-year", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<ConsolidatedReport>,
};

impl Fills for ConsolidatedReport {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the report says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsolidatedReport {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The movement.
    pub movement: String,
    /// The period ("6 tháng đầu năm 2026").
    pub period: String,
    /// The plan.
    pub plan: Option<DocumentReference>,
    /// The units that reported, in the order of the columns.
    pub units: Vec<String>,
    /// Units that reported late.
    pub late: Vec<String>,
    /// Units that have not reported.
    pub missing: Vec<String>,
    /// The targets with what each unit reached.
    pub targets: Vec<ConsolidatedTarget>,
    /// Remarks on the results, a paragraph a line.
    pub remarks: Option<String>,
    /// Difficulties.
    pub difficulties: Option<String>,
    /// Proposals.
    pub proposals: Option<String>,
    /// Figures were invented: every page is marked so.
    pub illustrative: bool,
}

/// A target over all units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsolidatedTarget {
    /// Its name.
    pub name: String,
    /// Its unit of measure.
    pub unit: String,
    /// What is planned for all.
    pub planned: String,
    /// What each unit reached, in the order of the columns.
    pub values: Vec<String>,
    /// What all reached together.
    pub total: String,
    /// The rate in percent.
    pub rate: String,
    /// How it was put together ("Cộng", "Bình quân").
    pub method: String,
}
