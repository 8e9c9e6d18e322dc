//! The plan that launches an emulation movement (kế hoạch phát động phong trào thi đua).

mod build;
mod example;
#[cfg(test)]
mod tests;
mod words;

pub use build::document;
pub use example::{child, example};

use super::{Example, Filled, Fills, Form, Letterhead, Menu, Theme, read_as};
use crate::write::OfficialDocument;
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "launch_plan",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: false,
    examples: &[
        Example { name: "parent", says: words::EXAMPLES[0], fill: || Filled::of(&example()) },
        Example { name: "child", says: words::EXAMPLES[1], fill: || Filled::of(&child()) },
    ],
    read: read_as::<LaunchPlan>,
};

impl Fills for LaunchPlan {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the launch plan says. Empty lists leave their section out, and the numbers close up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchPlan {
    /// Issuer, number, place, date, recipients, signature.
    pub letterhead: Letterhead,
    /// The title of the movement.
    pub movement: String,
    /// Legal bases, one sentence each.
    pub bases: Vec<String>,
    /// Mục đích.
    pub purposes: Vec<String>,
    /// Yêu cầu.
    pub requirements: Vec<String>,
    /// The theme, own or inherited.
    pub theme: Option<Theme>,
    /// Nội dung thi đua, lettered.
    pub contents: Vec<String>,
    /// Chỉ tiêu thi đua, numbered through.
    pub target_groups: Vec<PlannedTargets>,
    /// The waves.
    pub waves: Vec<Wave>,
    /// When to report what.
    pub reporting: Vec<String>,
    /// Who does what.
    pub obligations: Vec<ActorObligations>,
    /// Marks the plan as illustrative.
    pub mark: Option<String>,
}

/// The targets under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedTargets {
    /// The heading, without its letter; `None` where there is none.
    pub name: Option<String>,
    /// One line for each target.
    pub lines: Vec<PlannedLine>,
}

/// One target, and the parts it is made of where it is a compound one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedLine {
    /// The target ("Tổng sản lượng lương thực: 9.007,4 tấn"), without closing punctuation.
    pub text: String,
    /// Its parts, without letters: they are lettered under the target, not counted as its equals.
    pub parts: Vec<String>,
}

/// A wave of emulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// Its name ("Đợt 1").
    pub name: String,
    /// From when to when, in words.
    pub period: String,
    /// What it is for.
    pub goal: Option<String>,
    /// When it is summed up.
    pub deadline: Option<String>,
}

/// What one actor has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorObligations {
    /// The actor.
    pub actor: String,
    /// Its duties.
    pub lines: Vec<String>,
}
