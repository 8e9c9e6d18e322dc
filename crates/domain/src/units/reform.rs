//! Reforms: what a dated act does to units. Planning one says every state that ends and begins, before anything is
//! written, so that a person sees it first; carrying it out writes exactly that.

use super::{Unit, UnitKind};
use chrono::NaiveDate;

/// What a reform does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReformKind {
    /// Đổi tên.
    Rename,
    /// Chuyển về cơ quan cấp trên khác.
    Move,
    /// Đổi cấp, đổi loại (xã lên phường, thị xã lên thành phố).
    Relevel,
    /// Sáp nhập, hợp nhất: several become one.
    Merge,
    /// Chia, tách: one becomes several.
    Split,
    /// Giải thể, kết thúc hoạt động.
    Abolish,
}

impl ReformKind {
    /// Every kind.
    pub const ALL: [ReformKind; 6] = [
        ReformKind::Rename,
        ReformKind::Move,
        ReformKind::Relevel,
        ReformKind::Merge,
        ReformKind::Split,
        ReformKind::Abolish,
    ];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            ReformKind::Rename => "rename",
            ReformKind::Move => "move",
            ReformKind::Relevel => "relevel",
            ReformKind::Merge => "merge",
            ReformKind::Split => "split",
            ReformKind::Abolish => "abolish",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether the unit itself ends, so that what it runs has to be handed on or settled.
    pub fn ends_its_subjects(self) -> bool {
        matches!(self, ReformKind::Merge | ReformKind::Split | ReformKind::Abolish)
    }
}

/// Who takes over from a unit that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Successor {
    /// A unit that exists on the day.
    Existing(Box<Unit>),
    /// A unit founded by the reform; its identifier is given by the caller.
    New(Box<Unit>),
}

impl Successor {
    /// The unit.
    pub fn unit(&self) -> &Unit {
        match self {
            Successor::Existing(unit) | Successor::New(unit) => unit,
        }
    }
}

/// What becomes of a child of a unit that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChildFate {
    /// It goes on under another unit.
    Under(String),
    /// It goes on with nobody above it in the system.
    OnItsOwn,
    /// It ends on the same day (an office inside the authority that ends).
    EndsToo,
}

/// A reform as a person describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reform {
    /// What is done.
    pub kind: ReformKind,
    /// The first day of the new order.
    pub day: NaiveDate,
    /// The units it is done to, as they stand on the day before.
    pub subjects: Vec<Unit>,
    /// Merger: one; division: two or more; abolition: none or one; else empty.
    pub successors: Vec<Successor>,
    /// New name, for a change of name, kind or level.
    pub name: Option<String>,
    /// New kind, for a change of kind or level.
    pub unit_kind: Option<UnitKind>,
    /// The new body above, for a move: its identifier and all bodies above it.
    pub parent_path: Vec<String>,
    /// The children of the subjects on the day before, each with what becomes of it.
    pub children: Vec<(Unit, ChildFate)>,
}

/// Why a reform cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReformProblem {
    /// No unit is named, or too few: a merger needs two units that end or one that joins another.
    TooFewSubjects,
    /// A division needs at least two successors, a merger exactly one.
    WrongSuccessors,
    /// The unit does not exist on the day before.
    NotThere(String),
    /// A successor does not exist on the day.
    SuccessorNotThere(String),
    /// The unit has changed on that day or later; the newer change has to stand.
    LaterChange(String, NaiveDate),
    /// A unit cannot stand under itself or under one of its own.
    Circle(String),
    /// A name is needed.
    NameNeeded,
    /// A new body above is needed.
    ParentNeeded,
    /// Nothing would change.
    Nothing,
    /// A child would stand under a unit that ends.
    ChildOfNothing(String),
}

/// What a reform writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Units whose present state ends: identifier and its last day.
    pub ends: Vec<(String, NaiveDate)>,
    /// States that begin on the day of the reform; of a unit that goes on, or of a new one.
    pub begins: Vec<Unit>,
    /// Identifiers among `begins` that did not exist before.
    pub founded: Vec<String>,
    /// Who became whom.
    pub lineage: Vec<(String, String)>,
}

impl Outcome {
    /// Units that end for good: their state ends and no other begins.
    pub fn gone(&self) -> Vec<&str> {
        let goes_on = |id: &str| self.begins.iter().any(|unit| unit.id == id);
        self.ends.iter().map(|(id, _)| id.as_str()).filter(|id| !goes_on(id)).collect()
    }

    fn goes_on(&mut self, before: &Unit, day: NaiveDate, change: impl FnOnce(&mut Unit)) {
        if let Some(last) = day.pred_opt() {
            self.ends.push((before.id.clone(), last));
        }
        let mut after = before.clone();
        after.valid_from = Some(day);
        // an end that is known beforehand (districts) stays known
        after.valid_to = before.valid_to.filter(|to| *to >= day);
        change(&mut after);
        self.begins.push(after);
    }
}

/// Plans a reform.
///
/// # Errors
/// Everything that stands against it, all at once.
pub fn plan(reform: &Reform) -> Result<Outcome, Vec<ReformProblem>> {
    let problems = problems(reform);
    if !problems.is_empty() {
        return Err(problems);
    }
    let day = reform.day;
    let mut outcome = Outcome::default();
    for subject in &reform.subjects {
        match reform.kind {
            ReformKind::Rename => outcome.goes_on(subject, day, |unit| {
                unit.name = reform.name.clone().unwrap_or_default();
            }),
            ReformKind::Move => outcome.goes_on(subject, day, |unit| {
                unit.parent_id = reform.parent_path.first().cloned();
                unit.parent_name = None;
            }),
            ReformKind::Relevel => outcome.goes_on(subject, day, |unit| {
                let kind = reform.unit_kind.unwrap_or(unit.kind);
                unit.kind = kind;
                unit.level = kind.level();
                unit.name = reform.name.clone().unwrap_or_else(|| unit.name.clone());
            }),
            ReformKind::Merge | ReformKind::Split | ReformKind::Abolish => {
                // one of several that become one may itself go on as that one
                let goes_on = reform.successors.iter().any(|successor| successor.unit().id == subject.id);
                if !goes_on && let Some(last) = day.pred_opt() {
                    outcome.ends.push((subject.id.clone(), last));
                }
                for successor in &reform.successors {
                    if successor.unit().id != subject.id {
                        outcome.lineage.push((subject.id.clone(), successor.unit().id.clone()));
                    }
                }
            }
        }
    }
    for successor in &reform.successors {
        if let Successor::New(unit) = successor {
            let mut unit = (**unit).clone();
            unit.valid_from = Some(day);
            unit.valid_to = None;
            outcome.founded.push(unit.id.clone());
            outcome.begins.push(unit);
        }
    }
    for (child, fate) in &reform.children {
        match fate {
            ChildFate::EndsToo => {
                if let Some(last) = day.pred_opt() {
                    outcome.ends.push((child.id.clone(), last));
                }
            }
            ChildFate::Under(parent) if child.parent_id.as_deref() == Some(parent) => {}
            ChildFate::Under(parent) => outcome.goes_on(child, day, |unit| {
                unit.parent_id = Some(parent.clone());
                unit.parent_name = None;
            }),
            ChildFate::OnItsOwn => {
                // the body above may be known by name only
                let above = reform.subjects.iter().find(|one| child.parent_id.as_ref() == Some(&one.id));
                let name = above.and_then(|one| one.parent_name.clone());
                outcome.goes_on(child, day, |unit| {
                    unit.parent_id = None;
                    unit.parent_name = name;
                });
            }
        }
    }
    Ok(outcome)
}

fn problems(reform: &Reform) -> Vec<ReformProblem> {
    let mut found = Vec::new();
    let before = reform.day.pred_opt().unwrap_or(reform.day);
    let single = !matches!(reform.kind, ReformKind::Merge);
    if reform.subjects.is_empty() || (single && reform.subjects.len() != 1) {
        found.push(ReformProblem::TooFewSubjects);
    }
    for subject in &reform.subjects {
        match subject.valid_from {
            Some(from) if from >= reform.day => found.push(ReformProblem::LaterChange(subject.name.clone(), from)),
            _ if !subject.exists_on(before) => found.push(ReformProblem::NotThere(subject.name.clone())),
            _ => {}
        }
    }
    for successor in &reform.successors {
        match successor {
            Successor::Existing(unit) if !unit.exists_on(reform.day) => {
                found.push(ReformProblem::SuccessorNotThere(unit.name.clone()));
            }
            Successor::New(unit) if unit.name.trim().is_empty() => found.push(ReformProblem::NameNeeded),
            _ => {}
        }
    }
    match reform.kind {
        ReformKind::Rename => match reform.name.as_deref().map(str::trim) {
            None | Some("") => found.push(ReformProblem::NameNeeded),
            Some(name) if reform.subjects.iter().all(|unit| unit.name == name) => {
                found.push(ReformProblem::Nothing)
            }
            _ => {}
        },
        ReformKind::Move => match reform.parent_path.first() {
            None => found.push(ReformProblem::ParentNeeded),
            Some(parent) => {
                for subject in &reform.subjects {
                    if reform.parent_path.contains(&subject.id) {
                        found.push(ReformProblem::Circle(subject.name.clone()));
                    } else if subject.parent_id.as_deref() == Some(parent) {
                        found.push(ReformProblem::Nothing);
                    }
                }
            }
        },
        ReformKind::Relevel => {
            let same = |unit: &Unit| {
                reform.unit_kind.is_none_or(|kind| kind == unit.kind)
                    && reform.name.as_deref().is_none_or(|name| name == unit.name)
            };
            if reform.subjects.iter().all(same) {
                found.push(ReformProblem::Nothing);
            }
        }
        ReformKind::Merge => {
            if reform.successors.len() != 1 {
                found.push(ReformProblem::WrongSuccessors);
            } else {
                let into = &reform.successors[0].unit().id;
                let others = reform.subjects.iter().filter(|unit| unit.id != *into).count();
                let new = matches!(reform.successors[0], Successor::New(_));
                if others == 0 || (new && others < 2) {
                    found.push(ReformProblem::TooFewSubjects);
                }
            }
        }
        ReformKind::Split => {
            if reform.successors.len() < 2 {
                found.push(ReformProblem::WrongSuccessors);
            }
        }
        ReformKind::Abolish => {}
    }
    if reform.kind.ends_its_subjects() {
        let ends = |id: &str| {
            reform.subjects.iter().any(|unit| unit.id == id)
                && !reform.successors.iter().any(|successor| successor.unit().id == id)
        };
        for (child, fate) in &reform.children {
            let is_subject = reform.subjects.iter().any(|unit| unit.id == child.id);
            if !is_subject && matches!(fate, ChildFate::Under(parent) if ends(parent)) {
                found.push(ReformProblem::ChildOfNothing(child.name.clone()));
            }
        }
        for successor in &reform.successors {
            if let Some(parent) = &successor.unit().parent_id
                && ends(parent)
            {
                found.push(ReformProblem::ChildOfNothing(successor.unit().name.clone()));
            }
        }
    }
    found
}

/// What becomes of a child unless a person says otherwise.
///
/// Where a unit of the same kind takes over (communes merged into one), it takes the child too. Where the order itself
/// changes (a district gives way to communes) the authority's own bodies end with it, an administrative unit goes to
/// the body above, and villages, schools and enterprises go to the successor. Without a successor, offices end and
/// everything else goes up.
pub fn usual_fate(child: &Unit, subject: &Unit, successor: Option<&Unit>) -> ChildFate {
    let up = || subject.parent_id.clone().map_or(ChildFate::OnItsOwn, ChildFate::Under);
    let administrative = matches!(child.kind, UnitKind::Province | UnitKind::District | UnitKind::Commune);
    let of_the_authority = matches!(
        child.kind,
        UnitKind::Office
            | UnitKind::Party
            | UnitKind::PeoplesCouncil
            | UnitKind::Front
            | UnitKind::Union
            | UnitKind::ArmedForces
            | UnitKind::VerticalLine
    );
    match successor {
        Some(successor) if successor.kind == subject.kind => ChildFate::Under(successor.id.clone()),
        Some(_) if administrative => up(),
        Some(_) if of_the_authority => ChildFate::EndsToo,
        Some(successor) => ChildFate::Under(successor.id.clone()),
        None if child.kind == UnitKind::Office => ChildFate::EndsToo,
        None => up(),
    }
}

#[cfg(test)]
#[path = "reform_tests.rs"]
mod tests;
