//! What else runs under the units that end, beside plans: each is handed on, settled or left, in the reform's own
//! transaction.

use super::Planned;
use super::words::Words;
use crate::App;
use crate::face::Refusal;
use crate::face::forms::Typed;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use thidua_domain::units::handing_on::{RunningKind, Treatment};
use thidua_domain::units::reform::{Outcome, Reform};
use thidua_store::audit::Entry;
use thidua_store::units::{Hand, RunningThing};
use thidua_store::{Change, StoreError};

/// From so many of a kind on, there is one choice for all of them.
const TOGETHER: usize = 21;

/// Something that runs, what may be done with it, and what is to be done.
pub(super) struct Other {
    pub(super) thing: RunningThing,
    pub(super) options: Vec<Treatment>,
    pub(super) treatment: Treatment,
    /// A registration that cannot go to the unit that follows, which has one already.
    pub(super) taken: bool,
}

impl Other {
    /// The name of its choice in the form.
    pub(super) fn field(&self) -> String {
        format!("{}-{}-{}", self.thing.kind.code(), self.thing.id, self.thing.unit_id)
    }
}

/// The name of the one choice for all of a kind.
pub(super) fn field_of_all(kind: RunningKind) -> String {
    format!("all-{}", kind.code())
}

/// Whether a kind has one choice for all.
pub(super) fn together(of_kind: usize) -> bool {
    of_kind >= TOGETHER
}

/// Everything that runs under the units that end, kind by kind, with what was chosen for it.
pub(super) async fn others(
    app: &App,
    reform: &Reform,
    outcome: &Outcome,
    typed: &Typed,
) -> Result<Vec<Other>, Refusal> {
    let mut things = Vec::new();
    for unit in outcome.gone() {
        things.extend(app.store.running_under(unit, reform.day).await?);
    }
    let mut sized: HashMap<RunningKind, usize> = HashMap::new();
    things.iter().for_each(|thing| *sized.entry(thing.kind).or_default() += 1);
    let order = |kind| RunningKind::ALL.iter().position(|one| *one == kind);
    things.sort_by_key(|thing| order(thing.kind));
    // one registration of a unit in a round
    let mut taken: HashSet<(String, String)> = HashSet::new();
    let mut found = Vec::new();
    for thing in things {
        let successor = outcome.lineage.iter().find(|(before, _)| *before == thing.unit_id);
        let mut transfers: Vec<String> = reform.successors.iter().map(|one| one.unit().id.clone()).collect();
        if transfers.is_empty() {
            let above = reform.subjects.iter().find(|one| one.id == thing.unit_id);
            transfers.extend(above.and_then(|one| one.parent_id.clone()));
        }
        if thing.kind == RunningKind::Registration {
            for unit in &transfers {
                if app.store.registration_of_unit(&thing.about, unit).await?.is_some() {
                    taken.insert((thing.about.clone(), unit.clone()));
                }
            }
        }
        let is_taken = |unit: &String| {
            thing.kind == RunningKind::Registration && taken.contains(&(thing.about.clone(), unit.clone()))
        };
        let any_taken = transfers.iter().any(is_taken);
        transfers.retain(|unit| !is_taken(unit));
        let usual =
            successor.map(|(_, after)| after.as_str()).filter(|after| transfers.iter().any(|one| one == after));
        let mut options: Vec<Treatment> = transfers.iter().cloned().map(Treatment::Transfer).collect();
        options.extend([Treatment::Settle, Treatment::Leave]);
        let usual = thing.kind.usual(thing.part, thing.state == "done-reported", usual);
        let mut other = Other { options, treatment: usual, taken: any_taken, thing };
        let all = together(sized.get(&other.thing.kind).copied().unwrap_or_default());
        let field = if all { field_of_all(other.thing.kind) } else { other.field() };
        let chosen = typed.get(&field).and_then(|code| Treatment::from_code(code));
        if let Some(chosen) = chosen.filter(|chosen| other.options.contains(chosen)) {
            other.treatment = chosen;
        }
        if let (RunningKind::Registration, Treatment::Transfer(unit)) = (other.thing.kind, &other.treatment) {
            taken.insert((other.thing.about.clone(), unit.clone()));
        }
        found.push(other);
    }
    Ok(found)
}

/// The address of the page about it.
pub(super) fn address(thing: &RunningThing) -> String {
    let RunningThing { id, about, .. } = thing;
    match thing.kind {
        RunningKind::Covenant => format!("/covenants/{id}"),
        RunningKind::Registration => format!("/registrations/{id}"),
        RunningKind::Task => format!("/tasks/{id}"),
        RunningKind::Bottleneck => format!("/bottlenecks/{id}"),
        RunningKind::Problem => format!("/problems/{id}"),
        RunningKind::Assignment => format!("/targets/{about}/assign"),
        RunningKind::Grant => format!("/accounts/{about}"),
    }
}

/// What is said of each when it is written down.
pub(super) struct Said<'a> {
    pub(super) reason: &'a str,
    pub(super) today: NaiveDate,
    pub(super) w: &'static Words,
}

/// Writes what is done with everything else that runs.
///
/// # Errors
/// [`StoreError`]; the reform is then not carried out at all.
pub(super) async fn hand_on(
    app: &App,
    change: &Change,
    planned: &Planned,
    ids: &HashMap<String, String>,
    said: &Said<'_>,
) -> Result<(), StoreError> {
    let (reform, w) = (&planned.described.reform, said.w);
    let mut names: HashMap<String, String> =
        reform.subjects.iter().chain(reform.children.iter().map(|(child, _)| child)).map(named).collect();
    names.extend(reform.successors.iter().map(|one| named(one.unit())));
    for other in &planned.others {
        let thing = &other.thing;
        let from_name = names.get(&thing.unit_id).cloned().unwrap_or_default();
        let hand = |note| Hand { from_name: &from_name, day: reform.day, note, today: said.today };
        let (unit_id, act, note) = match &other.treatment {
            Treatment::Transfer(to) => {
                let to = ids.get(to).unwrap_or(to);
                if !names.contains_key(to)
                    && let Some(unit) = app.store.unit(to).await?
                {
                    names.insert(unit.id, unit.name);
                }
                let to_name = names.get(to).cloned().unwrap_or_default();
                let filled = |says: &str| says.replace("{from}", &from_name).replace("{to}", &to_name);
                let note = filled(w.o_handed).replace("{reason}", said.reason);
                change.hand_thing_on(thing, to, (&to_name, &filled(w.o_second_party)), &hand(&note)).await?;
                (to.clone(), acts(thing.kind).0, note)
            }
            Treatment::Settle => {
                let note = w.o_ended.replace("{from}", &from_name).replace("{reason}", said.reason);
                change.settle_thing(thing, &hand(&note)).await?;
                (thing.unit_id.clone(), acts(thing.kind).1, note)
            }
            Treatment::Split | Treatment::Leave => continue,
        };
        let entry = Entry {
            unit_id: Some(unit_id),
            act,
            subject: thing.kind.code(),
            subject_id: thing.id.clone(),
            detail: Some(format!("{}: {note}", thing.title)),
        };
        change.note(entry).await?;
    }
    Ok(())
}

fn named(unit: &thidua_domain::units::Unit) -> (String, String) {
    (unit.id.clone(), unit.name.clone())
}

/// The acts for the audit log: handed on, settled.
fn acts(kind: RunningKind) -> (&'static str, &'static str) {
    match kind {
        RunningKind::Covenant => ("covenant.handed-on", "covenant.ended"),
        RunningKind::Registration => ("registration.handed-on", "registration.ended"),
        RunningKind::Task => ("task.handed-on", "task.ended"),
        RunningKind::Bottleneck => ("bottleneck.handed-on", "bottleneck.ended"),
        RunningKind::Problem => ("problem.handed-on", "problem.ended"),
        RunningKind::Assignment => ("assignment.handed-on", "assignment.ended"),
        RunningKind::Grant => ("grant.handed-on", "grant.ended"),
    }
}
