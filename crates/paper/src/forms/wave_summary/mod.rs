//! The summing-up of a wave (báo cáo tổng kết đợt thi đua): its targets, tasks, participation, commendation, what comes
//! next.

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::example;

use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "wave_summary",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Report,
    table: false,
    examples: &[Example { name: "wave", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<WaveSummary>,
};

impl Fills for WaveSummary {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the summing-up says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaveSummary {
    /// Head and foot.
    pub letterhead: Letterhead,
    /// The wave ("Đợt thi đua thứ nhất").
    pub wave: String,
    /// Its days as printed ("01/01/2022 – 30/6/2022").
    pub days: String,
    /// What it aimed at.
    pub goal: Option<String>,
    /// The plan it belongs to.
    pub plan: Option<DocumentReference>,
    /// How it was organised.
    pub organisation: Option<String>,
    /// Its targets with what came of them.
    pub targets: Vec<WaveTargetRow>,
    /// The results in words.
    pub results: Option<String>,
    /// Tasks of the wave in a sentence.
    pub tasks: Option<String>,
    /// Hard matters with where they stand.
    pub matters: Vec<String>,
    /// Who took part.
    pub participation: Option<String>,
    /// Who was commended.
    pub commended: Option<String>,
    /// Shortcomings and causes.
    pub shortcomings: Option<String>,
    /// What comes next.
    pub directions: Option<String>,
    /// The figures were invented: every page is marked so.
    pub illustrative: bool,
}

/// A target of the wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaveTargetRow {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What was asked.
    pub planned: String,
    /// The figure at the end of the wave.
    pub actual: String,
    /// How it is judged.
    pub status: String,
}
