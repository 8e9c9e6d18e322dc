//! The conclusion of an inspection (thông báo kết luận kiểm tra): where it was, what was seen of the seven items, values,
//! what is good and wanting, and what is asked of whom until when.

mod build;
mod example;
mod words;

pub use build::document;
pub use example::example;

use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::IssueDate;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "inspection_conclusion",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Inspection,
    table: false,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<InspectionConclusion>,
};

impl Fills for InspectionConclusion {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the conclusion says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectionConclusion {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The inspection.
    pub inspection: String,
    /// The decision or plan that it rests on.
    pub decision: Option<DocumentReference>,
    /// The plan of the movement.
    pub plan: Option<DocumentReference>,
    /// Where it was, with the day of each visit.
    pub visits: Vec<String>,
    /// Where it was not, with the reason of each.
    pub left_out: Vec<String>,
    /// How the sample was drawn, as sentences.
    pub sample: Vec<String>,
    /// The items with how many visits got which answer: met, in part, not met, without grounds.
    pub items: Vec<(String, [usize; 4])>,
    /// What was verified, in a sentence.
    pub values: Option<String>,
    /// What was seen on the whole.
    pub general: Option<String>,
    /// What is done well.
    pub good: Option<String>,
    /// What is wanting.
    pub wanting: Option<String>,
    /// Why.
    pub causes: Option<String>,
    /// What each unit has to mend.
    pub demands: Vec<DemandRow>,
    /// What is asked besides.
    pub further: Option<String>,
    /// The figures were invented: every page is marked so.
    pub illustrative: bool,
}

/// What a unit has to mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandRow {
    /// The unit or block.
    pub subject: String,
    /// What was found.
    pub what: String,
    /// What is asked for.
    pub demand: String,
    /// Until when.
    pub until: Option<IssueDate>,
    /// Where the mending stands.
    pub standing: String,
}
