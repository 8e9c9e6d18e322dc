//! A statistical form (biểu thống kê): columns and lines are data, so that a new circular changes no program.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::{example, movements};

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::Signature;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "statistics_table",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Statistics,
    table: true,
    examples: &[
        Example { name: "0601", says: words::EXAMPLES[0], fill: || Filled::of(&movements()) },
        Example { name: "0603", says: words::EXAMPLES[1], fill: || Filled::of(&example()) },
    ],
    read: read_as::<StatisticsTable>,
};

impl Fills for StatisticsTable {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the form says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatisticsTable {
    /// Who reports.
    pub letterhead: Letterhead,
    /// Its number ("0603.N/BNV-TĐKT").
    pub number: String,
    /// The document that sets it.
    pub issued_with: Option<String>,
    /// Its name.
    pub name: String,
    /// The period ("Năm 2026").
    pub period: String,
    /// Until when it is due, in words.
    pub due: Option<String>,
    /// To whom it goes.
    pub receiver: String,
    /// The unit of the figures.
    pub unit: Option<String>,
    /// The columns behind the name of the line.
    pub columns: Vec<StatisticsColumn>,
    /// The lines.
    pub lines: Vec<StatisticsLine>,
    /// Explanations, a line each.
    pub notes: Vec<String>,
    /// Who made it; signs on the left.
    pub made_by: Option<Signature>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// A column of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatisticsColumn {
    /// Its heading.
    pub title: String,
    /// The heading that it shares with its neighbours.
    pub over: Option<String>,
}

/// A line of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StatisticsLine {
    /// A heading over lines ("Chia theo đối tượng").
    Heading(String),
    /// A total: set in bold.
    Total {
        /// Its name.
        name: String,
        /// Its figures.
        values: Vec<u64>,
    },
    /// A line with figures.
    Figures {
        /// Its name.
        name: String,
        /// Its figures.
        values: Vec<u64>,
    },
}
