//! What else runs under the units that end, beside plans: each is handed on, settled or left, in the reform's own
//! transaction.

use super::Planned;
use super::reading::Described;
use super::words::Words;
use crate::App;
use crate::face::Refusal;
use crate::face::forms::Typed;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use thidua_domain::basics::Amount;
use thidua_domain::units::handing_on::{RunningKind, Treatment, shared};
use thidua_domain::units::reform::Outcome;
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
    /// How an assigned value is divided among several successors.
    pub(super) division: Option<Division>,
}

/// An assigned value and what each successor gets of it.
pub(super) struct Division {
    /// The value that is divided; none for a target that is judged.
    pub(super) whole: Option<Amount>,
    /// Unit of measure, for the preview.
    pub(super) unit: String,
    /// Identifier of the successor and its part; empty where a person has to say who gets what.
    pub(super) parts: Vec<(String, Option<Amount>)>,
}

/// How the value that a unit was given goes to several successors.
async fn division(app: &App, thing: &RunningThing, described: &Described) -> Result<Option<Division>, Refusal> {
    let successors = &described.reform.successors;
    if thing.kind != RunningKind::Assignment || successors.len() < 2 {
        return Ok(None);
    }
    let (_, target) = app.store.target(&thing.about).await?.ok_or(Refusal::NotFound)?;
    let given = app.store.assignment_to(&thing.about, &thing.unit_id).await?;
    let whole = given.and_then(|one| one.given.value);
    let unit = target.draft.unit.clone();
    let parts = shared(whole, target.draft.comparator, unit.as_deref(), &described.weights).unwrap_or_default();
    let parts = successors.iter().map(|one| one.unit().id.clone()).zip(parts).collect();
    Ok(Some(Division { whole, unit: unit.unwrap_or_default(), parts }))
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
    described: &Described,
    outcome: &Outcome,
    typed: &Typed,
) -> Result<Vec<Other>, Refusal> {
    let reform = &described.reform;
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
        let mut usual = thing.kind.usual(thing.part, thing.state == "done-reported", usual);
        let division = division(app, &thing, described).await?;
        // what several share goes whole to one of them only when somebody says so
        match &division {
            Some(division) if !division.parts.is_empty() => {
                options.insert(0, Treatment::Split);
                usual = Treatment::Split;
            }
            Some(_) => usual = Treatment::Leave,
            None => {}
        }
        let mut other = Other { options, treatment: usual, taken: any_taken, division, thing };
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
        RunningKind::Inspection => format!("/inspections/{id}"),
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
            Treatment::Split => {
                let Some(division) = &other.division else { continue };
                let parts: Vec<(&str, Option<Amount>)> =
                    division.parts.iter().map(|(to, part)| (ids.get(to).unwrap_or(to).as_str(), *part)).collect();
                let said_parts = said_parts(division, |to| {
                    names.get(ids.get(to).unwrap_or(&to.to_owned())).cloned().unwrap_or_default()
                });
                let note = w
                    .o_divided
                    .replace("{from}", &from_name)
                    .replace("{parts}", &said_parts)
                    .replace("{reason}", said.reason);
                change.divide_value(thing, division.whole, &parts, &hand(&note)).await?;
                (thing.unit_id.clone(), "assignment.divided", note)
            }
            Treatment::Leave => continue,
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

/// `Thôn Một: 23 hộ; Thôn Hai: 12 hộ`.
pub(super) fn said_parts(division: &Division, name: impl Fn(&str) -> String) -> String {
    let part = |(to, part): &(String, Option<Amount>)| match part {
        Some(part) => format!("{}: {} {}", name(to), part.vietnamese(), division.unit).trim_end().to_owned(),
        None => name(to),
    };
    division.parts.iter().map(part).collect::<Vec<_>>().join("; ")
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
        RunningKind::Inspection => ("inspection.handed-on", "inspection.ended"),
        RunningKind::Grant => ("grant.handed-on", "grant.ended"),
    }
}
