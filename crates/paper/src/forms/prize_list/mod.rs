//! The list by which prize money is paid (danh sách chi tiền thưởng), with the total in words.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::DocumentReference;
use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::Signature;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "prize_list",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Commendation,
    table: true,
    examples: &[Example { name: "decision", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<PrizeList>,
};

impl Fills for PrizeList {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the list says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrizeList {
    /// Head and foot; the head of the authority approves on the right.
    pub letterhead: Letterhead,
    /// What is paid for ("khen thưởng tổng kết năm 2026").
    pub occasion: String,
    /// The decision.
    pub decision: Option<DocumentReference>,
    /// The base salary that the sums are multiples of, in dong.
    pub base_salary: u64,
    /// Where the money comes from.
    pub source: String,
    /// Who is paid.
    pub lines: Vec<Prize>,
    /// The accountant; signs on the left.
    pub accountant: Option<Signature>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prize {
    /// Name.
    pub name: String,
    /// Post and unit.
    pub who: String,
    /// The award.
    pub award: String,
    /// The multiple of the base salary ("0,3").
    pub multiple: String,
    /// The sum in dong.
    pub sum: u64,
}
