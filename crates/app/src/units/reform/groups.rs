//! Everything else that runs, as the preview shows it: by kind, each with its choice.

use super::others::{Other, address, field_of_all, said_parts, together};
use super::view::Choice;
use super::words::Words;
use crate::face::show;
use thidua_domain::access::Role;
use thidua_domain::units::handing_on::{RunningKind, RunningPart, Treatment};

/// What runs of one kind.
pub(super) struct Group {
    pub(super) name: &'static str,
    /// The one choice for many.
    pub(super) all: Option<Choice>,
    pub(super) lines: Vec<Choice>,
}

/// The kinds of which something runs.
pub(super) fn groups(
    others: &[Other],
    name: impl Fn(&str) -> String,
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Vec<Group> {
    let label = |one: &Treatment| match one {
        Treatment::Transfer(unit) => w.t_hand.replace("{unit}", &name(unit)),
        Treatment::Settle => w.t_end.to_owned(),
        Treatment::Split => w.t_divide.to_owned(),
        Treatment::Leave => w.t_leave.to_owned(),
    };
    let options = |other: &Other| {
        other.options.iter().map(|one| (one.code(), label(one), *one == other.treatment)).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for kind in RunningKind::ALL {
        let of_kind: Vec<&Other> = others.iter().filter(|one| one.thing.kind == kind).collect();
        let Some(first) = of_kind.first() else { continue };
        let all = together(of_kind.len()).then(|| Choice {
            field: field_of_all(kind),
            name: w.p_all_of_kind.replace("{n}", &of_kind.len().to_string()),
            note: String::new(),
            address: String::new(),
            options: match of_kind.iter().all(|one| one.treatment == first.treatment) {
                true => options(first),
                // each as it is proposed, unless one way is chosen for all
                false => {
                    let mut all = vec![(String::new(), w.t_as_proposed.to_owned(), true)];
                    for (code, label, _) in of_kind.iter().flat_map(|one| options(one)) {
                        if !all.iter().any(|(known, _, _)| *known == code) {
                            all.push((code, label, false));
                        }
                    }
                    all
                }
            },
        });
        let lines = of_kind.iter().map(|other| {
            let part = part(kind, other.thing.part, w).map(str::to_owned);
            let role = (kind == RunningKind::Grant)
                .then(|| Role::from_code(&other.thing.state).map(|role| show::role(role, c).to_owned()))
                .flatten();
            let facts = [
                Some(name(&other.thing.unit_id)).filter(|name| !name.is_empty()),
                part,
                role,
                other.taken.then(|| w.p_taken.to_owned()),
                other.division.as_ref().map(|division| match division.parts.is_empty() {
                    true => w.p_not_divided.to_owned(),
                    false => w.p_divided.replace("{parts}", &said_parts(division, &name)),
                }),
            ];
            Choice {
                field: other.field(),
                name: other.thing.title.clone(),
                note: facts.into_iter().flatten().collect::<Vec<_>>().join("; "),
                address: address(&other.thing),
                options: options(other),
            }
        });
        found.push(Group { name: kind_name(kind, w), lines: lines.collect(), all });
    }
    found
}

fn kind_name(kind: RunningKind, w: &'static Words) -> &'static str {
    match kind {
        RunningKind::Covenant => w.k_covenant,
        RunningKind::Registration => w.k_registration,
        RunningKind::Task => w.k_task,
        RunningKind::Bottleneck => w.k_bottleneck,
        RunningKind::Problem => w.k_problem,
        RunningKind::Assignment => w.k_assignment,
        RunningKind::Inspection => w.k_inspection,
        RunningKind::Grant => w.k_grant,
    }
}

/// The part of the unit, where there is more than one that it could have.
fn part(kind: RunningKind, part: RunningPart, w: &'static Words) -> Option<&'static str> {
    use RunningPart::{Joins, Leads, Owns};
    match (kind, part) {
        (RunningKind::Covenant, Owns) => Some(w.r_keeps),
        (RunningKind::Covenant, Leads | Joins) => Some(w.r_party),
        (RunningKind::Task, Owns) => Some(w.r_gives),
        (RunningKind::Task, Leads) => Some(w.r_leads),
        (RunningKind::Task, Joins) => Some(w.r_works),
        (RunningKind::Bottleneck, Leads | Joins) => Some(w.r_answers),
        (RunningKind::Problem, Owns) => Some(w.r_decides),
        (RunningKind::Problem, Leads | Joins) => Some(w.r_raised),
        (RunningKind::Inspection, Owns) => Some(w.r_inspects),
        (RunningKind::Inspection, Leads | Joins) => Some(w.r_inspected),
        _ => None,
    }
}
