//! The consolidated report of a movement for a period (báo cáo kết quả phong trào thi đua quý, 6 tháng, năm).

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::example;

use super::final_report::StatusCounts;
use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "period_report",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Report,
    table: false,
    examples: &[Example { name: "half-year", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<PeriodReport>,
};

impl Fills for PeriodReport {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the report says. Texts are lines; one that begins with a dash is an item. What is empty says so in print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodReport {
    /// Issuer, number, place, date, recipients, signature.
    pub letterhead: Letterhead,
    /// The title of the movement.
    pub movement: String,
    /// The period ("6 tháng đầu năm 2024", "năm 2024").
    pub period: String,
    /// The plan that launched it.
    pub plan: Option<DocumentReference>,
    /// How it was organised; registrations and covenants.
    pub organisation: Option<String>,
    /// How many targets stand where.
    pub counts: StatusCounts,
    /// The results in words, field by field: heading and text.
    pub fields: Vec<(String, String)>,
    /// The targets in the order and the groups of the plan.
    pub groups: Vec<ResultGroup>,
    /// Waves.
    pub waves: Option<String>,
    /// Attached movements and campaigns.
    pub movements: Option<String>,
    /// Inspections, where there were any; the heading is left out without them.
    pub inspections: Option<String>,
    /// Who was recognised; the heading is left out when there is nobody.
    pub recognised: Option<String>,
    /// Who and what has not reported yet.
    pub missing: Option<String>,
    /// Difficulties and shortcomings.
    pub difficulties: Option<String>,
    /// Proposals.
    pub proposals: Option<String>,
    /// Lessons; the heading is left out without them.
    pub lessons: Option<String>,
    /// What comes next.
    pub directions: Option<String>,
    /// Figures are invented: every page is marked so, and a sentence says it.
    pub illustrative: bool,
}

/// The targets under one heading of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultGroup {
    /// The heading; `None` where the plan prints none.
    pub name: Option<String>,
    /// Its targets.
    pub rows: Vec<ResultRow>,
}

/// One target with its result, in the words of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultRow {
    /// Its number ("1", "2.1").
    pub number: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What was planned.
    pub planned: String,
    /// What was reached.
    pub actual: String,
    /// The rate in percent, without the sign.
    pub rate: String,
    /// The same period of the year before.
    pub last_year: String,
    /// Against it: "+12,35 %", "−1,5 điểm %".
    pub compared: String,
    /// The verdict.
    pub status: String,
}
