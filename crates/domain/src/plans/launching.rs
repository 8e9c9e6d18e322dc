//! The conditions of a launch (plan of Lý Sơn I.2, of Long Phụng I.1.2, of Lơ Ku III.1): a theme, a name that is easily
//! kept in mind, criteria or targets, fit for the unit, known down to the base.
//!
//! What stops a launch are the findings of [`super::check`]; here their numbers are named and not said again.

use super::draft::PlanDraft;
use crate::basics::text::fold;
use crate::codes::coded;
use crate::tasks::matching::{Meant, meant};
use crate::units::Unit;

coded! {
    /// A condition of a launch.
    Condition {
        /// Có chủ đề.
        Theme = "theme",
        /// Tên gọi dễ nhớ.
        Name = "name",
        /// Có tiêu chí, chỉ tiêu cụ thể.
        Criteria = "criteria",
        /// Phù hợp với đơn vị.
        Fits = "fits",
        /// Đến cơ sở.
        Base = "base",
    }
}

coded! {
    /// How a condition stands.
    Standing {
        /// It is met.
        Met = "met",
        /// Somebody should look; the head may launch all the same.
        Warning = "warning",
        /// Nothing is launched.
        Stops = "stops",
    }
}

/// Why a condition stands as it does; sentences are made from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The plan has a theme of its own.
    OwnTheme(String),
    /// The theme is the upper level's.
    InheritedTheme(String),
    /// A finding says it.
    Finding(&'static str),
    /// The name, with its number of words.
    NameKept(String),
    /// Longer than is kept in mind.
    NameLong(usize),
    /// Neither the year nor a word of its own.
    NameCommon(String),
    /// So many targets, of them measured in figures, and criteria.
    Counted {
        /// Leaves.
        leaves: usize,
        /// Of them with a figure.
        measured: usize,
    },
    /// No target has a figure: everything has to be judged by a person.
    NothingMeasured,
    /// No plan above is linked.
    NotLinked,
    /// So many targets of the plan above are taken up, of them so many with another value and a reason.
    TakenUp {
        /// Taken up.
        taken: usize,
        /// Of how many.
        of: usize,
        /// With another value and the reason.
        explained: usize,
    },
    /// Nothing of the plan above is taken up.
    NothingTakenUp(usize),
    /// These differ from the plan above and nobody said why.
    Unexplained(Vec<String>),
    /// Given from above, so many, and all here.
    GivenPresent(usize),
    /// Given from above and not in the plan.
    GivenMissing(Vec<String>),
    /// Every unit below is named or belongs to those named.
    AllNamed(usize),
    /// These units below are named neither among the duties nor among the recipients.
    NotNamed(Vec<String>),
    /// No unit stands below.
    NobodyBelow,
    /// Nobody is named who has to do something or receives the plan.
    NobodyNamed,
    /// Recipients.
    Recipients(usize),
}

/// What the plan above asks of this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Above {
    /// Its targets.
    pub targets: usize,
    /// Taken up here.
    pub taken: usize,
    /// With another value and a reason.
    pub explained: usize,
    /// With another value and without a reason, by name.
    pub unexplained: Vec<String>,
    /// Given to the unit.
    pub given: usize,
    /// Of them not in the plan, by name.
    pub given_missing: Vec<String>,
}

/// A condition as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Which.
    pub condition: Condition,
    /// How.
    pub standing: Standing,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// The most words of a name that is kept in mind.
const LONGEST: usize = 12;

/// Words that every such name has; a name needs something besides them.
const COMMON: &[&str] = &[
    "phat", "dong", "phong", "trao", "thi", "dua", "to", "chuc", "thuc", "hien", "trien", "khai", "ke", "hoach",
    "ve", "viec", "cong", "tac", "nam", "yeu", "nuoc", "khen", "thuong", "dot", "cac", "va", "cua", "tren", "dia",
    "ban", "xa", "huyen", "tinh", "phuong", "thanh", "pho",
];

/// How the conditions of a launch stand.
pub fn conditions(draft: &PlanDraft, above: Option<&Above>, own: &Unit, below: &[Unit]) -> Vec<Checked> {
    vec![theme(draft), name(draft), criteria(draft), fits(above), base(draft, own, below)]
}

/// The codes of the conditions that warn, in order: what whoever launches has seen.
pub fn warned(checked: &[Checked]) -> String {
    let codes = checked.iter().filter(|one| one.standing == Standing::Warning).map(|one| one.condition.code());
    codes.collect::<Vec<_>>().join(",")
}

fn checked(condition: Condition, standing: Standing, reasons: Vec<Reason>) -> Checked {
    Checked { condition, standing, reasons }
}

fn theme(draft: &PlanDraft) -> Checked {
    let head = &draft.document;
    let (standing, reason) = match (&head.theme, &head.inherited_theme) {
        (Some(own), _) => (Standing::Met, Reason::OwnTheme(own.value.clone())),
        (None, Some(theme)) => (Standing::Met, Reason::InheritedTheme(theme.value.clone())),
        (None, None) => (Standing::Stops, Reason::Finding("PLN-007")),
    };
    checked(Condition::Theme, standing, vec![reason])
}

fn name(draft: &PlanDraft) -> Checked {
    let title = draft.document.title.as_ref().map(|title| title.value.trim()).filter(|title| !title.is_empty());
    let Some(title) = title else {
        return checked(Condition::Name, Standing::Stops, vec![Reason::Finding("PLN-001")]);
    };
    let named = draft.movements.iter().find(|one| one.own).map(|one| one.name.trim()).filter(|one| !one.is_empty());
    let shown = named.unwrap_or(title).to_owned();
    let mut reasons = Vec::new();
    let words = shown.split_whitespace().count();
    if words > LONGEST {
        reasons.push(Reason::NameLong(words));
    }
    // the year or the word of its own may stand in either
    if !has_year(title) && !has_year(&shown) && !has_own_word(title) && !has_own_word(&shown) {
        reasons.push(Reason::NameCommon(shown.clone()));
    }
    if reasons.is_empty() {
        return checked(Condition::Name, Standing::Met, vec![Reason::NameKept(shown)]);
    }
    checked(Condition::Name, Standing::Warning, reasons)
}

fn pieces(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn has_year(text: &str) -> bool {
    pieces(text)
        .iter()
        .any(|word| word.len() == 4 && word.parse().is_ok_and(|year: u32| (1945..=2100).contains(&year)))
}

fn has_own_word(text: &str) -> bool {
    pieces(text).iter().any(|word| word.chars().any(char::is_alphabetic) && !COMMON.contains(&word.as_str()))
}

fn criteria(draft: &PlanDraft) -> Checked {
    let leaves = draft.targets.iter().filter(|target| target.comparator.is_some()).count();
    let measured =
        draft.targets.iter().filter(|target| target.comparator.is_some() && target.value.is_some()).count();
    match (leaves, measured) {
        (0, _) => checked(Condition::Criteria, Standing::Stops, vec![Reason::Finding("PLN-010")]),
        (_, 0) => {
            let reasons = vec![Reason::NothingMeasured, Reason::Counted { leaves, measured }];
            checked(Condition::Criteria, Standing::Warning, reasons)
        }
        _ => checked(Condition::Criteria, Standing::Met, vec![Reason::Counted { leaves, measured }]),
    }
}

fn fits(above: Option<&Above>) -> Checked {
    let Some(above) = above else {
        return checked(Condition::Fits, Standing::Warning, vec![Reason::NotLinked]);
    };
    let mut reasons = Vec::new();
    let mut standing = Standing::Met;
    if !above.unexplained.is_empty() {
        standing = Standing::Stops;
        reasons.push(Reason::Unexplained(above.unexplained.clone()));
    }
    if !above.given_missing.is_empty() {
        standing = standing.max(Standing::Warning);
        reasons.push(Reason::GivenMissing(above.given_missing.clone()));
    }
    if above.taken == 0 && above.targets > 0 {
        standing = standing.max(Standing::Warning);
        reasons.push(Reason::NothingTakenUp(above.targets));
    } else {
        reasons.push(Reason::TakenUp { taken: above.taken, of: above.targets, explained: above.explained });
    }
    if above.given > 0 && above.given_missing.is_empty() {
        reasons.push(Reason::GivenPresent(above.given));
    }
    checked(Condition::Fits, standing, reasons)
}

fn base(draft: &PlanDraft, own: &Unit, below: &[Unit]) -> Checked {
    let recipients = Reason::Recipients(draft.recipients.len());
    let named: Vec<&str> = draft
        .obligations
        .iter()
        .map(|one| one.actor.as_str())
        .chain(draft.recipients.iter().map(|one| one.name.as_str()))
        .collect();
    if named.is_empty() {
        return checked(Condition::Base, Standing::Warning, vec![Reason::NobodyNamed]);
    }
    if below.is_empty() {
        return checked(Condition::Base, Standing::Met, vec![Reason::NobodyBelow, recipients]);
    }
    let mut reached = vec![false; below.len()];
    for actor in named {
        match meant(actor, own, below) {
            Meant::All => reached.fill(true),
            Meant::Kind(kind) => {
                for (at, unit) in below.iter().enumerate() {
                    reached[at] |= unit.kind == kind;
                }
            }
            Meant::Units(found) => found.into_iter().for_each(|at| reached[at] = true),
            Meant::OwnPost | Meant::Unknown => {}
        }
    }
    let missed: Vec<String> =
        below.iter().zip(&reached).filter(|(_, reached)| !**reached).map(|(unit, _)| unit.name.clone()).collect();
    if missed.is_empty() {
        checked(Condition::Base, Standing::Met, vec![Reason::AllNamed(below.len()), recipients])
    } else {
        checked(Condition::Base, Standing::Warning, vec![Reason::NotNamed(missed), recipients])
    }
}

#[cfg(test)]
#[path = "launching_tests.rs"]
mod tests;
