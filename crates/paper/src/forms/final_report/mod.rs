//! The final report of an emulation movement (báo cáo tổng kết phong trào thi đua).

pub(super) mod build;
mod example;
#[cfg(test)]
mod tests;
pub(super) mod words;

pub use build::document;
pub use example::example;

use super::{DocumentReference, Example, Filled, Fills, Form, Letterhead, Menu, Theme, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "final_report",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Report,
    table: false,
    examples: &[Example { name: "year", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<FinalReport>,
};

impl Fills for FinalReport {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the final report says. Figures arrive already formatted the Vietnamese way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinalReport {
    /// Issuer, number, place, date, recipients, signature.
    pub letterhead: Letterhead,
    /// The title of the movement; "Phát động phong trào thi đua …" and "Thực hiện …" both do.
    pub movement: String,
    /// The period the figures are of ("năm 2022", "6 tháng đầu năm 2025"); empty when it is not said.
    pub period: String,
    /// The plan that launched it.
    pub plan: Option<DocumentReference>,
    /// Further bases, one sentence each.
    pub bases: Vec<String>,
    /// The theme, own or inherited.
    pub theme: Option<Theme>,
    /// How the movement was organised and launched; one paragraph each line.
    pub organisation: Option<String>,
    /// How many targets stand where.
    pub counts: StatusCounts,
    /// The targets in the order and the groups of the plan.
    pub groups: Vec<TargetGroup>,
    /// The movements and campaigns attached to this one.
    pub movements: Vec<MovementResult>,
    /// Who was recognised without an award, a sentence each; the heading is left out when there is nobody.
    pub recognised: Vec<String>,
    /// What is still missing.
    pub missing: Missing,
    /// Difficulties and shortcomings, as typed.
    pub difficulties: Option<String>,
    /// Lessons, as typed.
    pub lessons: Option<String>,
    /// What comes next, as typed; the section is left out when there is none.
    pub directions: Option<String>,
    /// Figures are invented: every page is marked so, and a sentence says it.
    pub illustrative: bool,
}

/// How many targets stand where. The parts add up to `total`; what is left over is printed as not judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusCounts {
    /// All targets that are followed.
    pub total: usize,
    /// Vượt.
    pub exceeded: usize,
    /// Đạt.
    pub met: usize,
    /// Đúng tiến độ.
    pub on_track: usize,
    /// Có nguy cơ.
    pub at_risk: usize,
    /// Chưa đạt.
    pub missed: usize,
    /// Chưa có số liệu.
    pub no_figure: usize,
    /// Cần xác nhận.
    pub to_confirm: usize,
    /// Không áp dụng.
    pub not_applicable: usize,
}

/// The targets under one heading of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetGroup {
    /// The heading; `None` where the plan prints none.
    pub name: Option<String>,
    /// Its targets.
    pub rows: Vec<TargetRow>,
}

/// One target with its result, in the words of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetRow {
    /// Its number ("1", "2.1").
    pub number: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What was planned ("9.007,4", "≥ 99").
    pub planned: String,
    /// What was reached.
    pub actual: String,
    /// The rate in percent, without the sign.
    pub rate: String,
    /// The verdict ("Vượt", "Chưa có số liệu").
    pub status: String,
    /// Where the figure comes from.
    pub source: String,
}

/// An attached movement or campaign and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovementResult {
    /// Its name, without quotation marks. A name that says itself what it is is printed without the kind.
    pub name: String,
    /// What it is ("Phong trào", "Cuộc vận động").
    pub kind: String,
    /// What came of it; a gap is printed when nothing is known.
    pub result: Option<String>,
}

/// What is still missing, by reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// Targets without a figure.
    pub no_figure: Vec<String>,
    /// Targets whose value the level above has not assigned.
    pub not_assigned: Vec<String>,
    /// Targets whose result a person must judge.
    pub to_confirm: Vec<String>,
    /// Anything missing elsewhere.
    pub elsewhere: Vec<String>,
}
