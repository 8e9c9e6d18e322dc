//! The list that is signed when awards are handed over (danh sách ký nhận).

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
    code: "receipt_list",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Commendation,
    table: true,
    examples: &[Example { name: "ceremony", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<ReceiptList>,
};

impl Fills for ReceiptList {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the list says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptList {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The ceremony ("Hội nghị tổng kết phong trào thi đua năm 2026").
    pub ceremony: String,
    /// The decision.
    pub decision: Option<DocumentReference>,
    /// Who receives, in the order in which they are called.
    pub lines: Vec<Receipt>,
    /// Who hands out and made the list; signs on the left.
    pub made_by: Option<Signature>,
    /// Sample data: every page is marked so.
    pub mark: Option<String>,
}

/// A line to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Name.
    pub name: String,
    /// Post and unit.
    pub who: String,
    /// The award.
    pub award: String,
    /// What is handed over ("Giấy khen, khung").
    pub items: String,
    /// The money in dong; nothing where none follows.
    pub money: Option<u64>,
}
