//! The profile of an exemplar (bản giới thiệu điển hình tiên tiến): what was done, what came of it, what others can learn.

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
    code: "exemplar_profile",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Nomination,
    table: false,
    examples: &[Example { name: "person", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<ExemplarProfile>,
};

impl Fills for ExemplarProfile {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the profile says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExemplarProfile {
    /// Who introduces the exemplar.
    pub letterhead: Letterhead,
    /// The exemplar.
    pub name: String,
    /// Post, unit or address.
    pub who: String,
    /// The field.
    pub field: String,
    /// The deed in a line.
    pub deed: String,
    /// How it came about and was done, a paragraph a line.
    pub story: Option<String>,
    /// What came of it.
    pub results: Vec<String>,
    /// What others can learn.
    pub lessons: Vec<String>,
    /// What it was commended with.
    pub awards: Vec<String>,
    /// How it is spread ("Chuyên mục truyền thanh xã, tháng 9/2026").
    pub spreading: Option<String>,
    /// Whether the exemplar agreed to name and picture being published; nothing while not asked.
    pub consent: Option<bool>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}
