//! The attendance sheet of a class (danh sách điểm danh lớp tập huấn).

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "training_attendance",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: true,
    examples: &[Example { name: "class", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<TrainingAttendance>,
};

impl Fills for TrainingAttendance {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything an attendance sheet says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingAttendance {
    /// Issuer, place, date, signature.
    pub letterhead: Letterhead,
    /// The title of the class ("Tập huấn nghiệp vụ thi đua, khen thưởng năm 2022").
    pub title: String,
    /// Its days as printed ("15/4/2022" or "từ 15/4/2022 đến 16/4/2022").
    pub days: String,
    /// Where.
    pub place: Option<String>,
    /// Who is addressed.
    pub audience: Option<String>,
    /// What is taught.
    pub content: Option<String>,
    /// Who holds it.
    pub organiser: Option<String>,
    /// Who was called, in the order of the list.
    pub trainees: Vec<Trainee>,
    /// The list shows invented people: every page is marked so.
    pub illustrative: bool,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trainee {
    /// Name.
    pub name: String,
    /// Position.
    pub title: String,
    /// Unit.
    pub unit: String,
    /// How it went; nothing before the class.
    pub outcome: Option<Outcome>,
}

/// How it went with a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Outcome {
    /// Was there.
    Present,
    /// Was not there.
    Absent,
    /// Was there and has a certificate.
    Certificate,
}
