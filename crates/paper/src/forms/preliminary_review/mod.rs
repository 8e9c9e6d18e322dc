//! The preliminary review of a movement of several years (báo cáo sơ kết): results against the goals of its end.

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
    code: "preliminary_review",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Report,
    table: false,
    examples: &[Example { name: "mid-term", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<PreliminaryReview>,
};

impl Fills for PreliminaryReview {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the review says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreliminaryReview {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The movement.
    pub movement: String,
    /// What is reviewed ("giai đoạn 2026 - 2028").
    pub span: String,
    /// The plan.
    pub plan: Option<DocumentReference>,
    /// How it was led and organised, a paragraph a line.
    pub organisation: Option<String>,
    /// Results against goals.
    pub goals: Vec<ReviewedGoal>,
    /// Results in words.
    pub results: Option<String>,
    /// Exemplars, a line each.
    pub exemplars: Vec<String>,
    /// Who was commended.
    pub commended: Option<String>,
    /// Shortcomings.
    pub shortcomings: Option<String>,
    /// Their causes.
    pub causes: Option<String>,
    /// Lessons.
    pub lessons: Option<String>,
    /// What is done until the end.
    pub measures: Option<String>,
    /// Figures were invented: every page is marked so.
    pub illustrative: bool,
}

/// A goal of the end of the movement with what is reached now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewedGoal {
    /// Its name.
    pub name: String,
    /// Its unit of measure.
    pub unit: String,
    /// The goal at the end.
    pub goal: String,
    /// What is reached.
    pub reached: String,
    /// The rate in percent.
    pub rate: String,
    /// How it is judged.
    pub remark: String,
}
