//! How many take part, by category and unit, and who is not reached.

use super::labels;
use super::reach::{Named, unit_named, usual_unit, within};
use super::words::{Words, words};
use crate::App;
use crate::clock::local_date;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use thidua_domain::access::Act;
use thidua_domain::people::Category;
use thidua_domain::units::Unit;
use thidua_store::people::{Count, Within};

/// Units of a branch that are looked at.
const LARGEST_BRANCH: usize = 20_000;
/// Units without people that are named.
const NAMED: usize = 60;

#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
}

struct CategoryRow {
    code: &'static str,
    label: &'static str,
    number: i64,
    leaders: i64,
}

struct UnitRow {
    id: String,
    name: String,
    number: i64,
    leaders: i64,
    direct: i64,
}

#[derive(Template)]
#[template(path = "people/counts.html")]
struct CountsPage {
    f: Frame,
    w: &'static Words,
    unit: Option<(String, String)>,
    typed: String,
    problem: Option<String>,
    total: i64,
    leaders: i64,
    direct: i64,
    categories: Vec<CategoryRow>,
    units: Vec<UnitRow>,
    absent: Vec<&'static str>,
    silent: Vec<(String, String)>,
    silent_more: usize,
    message: String,
}

/// `GET /people/counts`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words(caller.preferences.language);
    let mut problem = None;
    let unit = if asked.unit.trim().is_empty() {
        usual_unit(&app, &visitor, Act::Look).await?
    } else {
        match unit_named(&app, &visitor, Act::Look, asked.unit.trim()).await? {
            Named::One(unit) => Some(*unit),
            Named::Unknown => {
                problem = Some(w.unit_unknown.to_owned());
                None
            }
            Named::Several(names) => {
                problem = Some(format!("{} {}.", w.unit_several, names.join("; ")));
                None
            }
        }
    };
    let scope = match (&unit, within(&visitor, Act::Look)) {
        (Some(unit), Within::Units { alone, .. }) if alone.contains(&unit.id) => {
            Within::Units { branches: Vec::new(), alone: vec![unit.id.clone()] }
        }
        (Some(unit), _) => Within::branch(&unit.id),
        (None, own) => own,
    };
    let counts = app.store.count_people(&scope).await?;
    let sum = |fits: &dyn Fn(&Count) -> bool| -> i64 {
        counts.iter().filter(|count| fits(count)).map(|count| count.number).sum()
    };
    let categories: Vec<CategoryRow> = Category::ALL
        .iter()
        .map(|category| CategoryRow {
            code: category.code(),
            label: labels::category(*category, w),
            number: sum(&|count| count.category == *category),
            leaders: sum(&|count| count.category == *category && count.leader),
        })
        .collect();
    let absent = categories.iter().filter(|row| row.number == 0).map(|row| row.label).collect();
    let (mut units, mut silent) = (Vec::new(), Vec::new());
    if let Some(top) = &unit
        && matches!(&scope, Within::Units { branches, .. } if !branches.is_empty())
    {
        let branch = app.store.branch_on(&top.id, local_date((app.clock)()), LARGEST_BRANCH).await?;
        units = by_unit(top, &branch, &counts, w);
        silent = without_people(&branch, &counts);
    }
    let silent_more = silent.len().saturating_sub(NAMED);
    silent.truncate(NAMED);
    let names: Vec<&str> = silent.iter().map(|(_, name)| name.as_str()).collect();
    page(&CountsPage {
        f: Frame::new(&caller, Place::People),
        w,
        message: if names.is_empty() {
            String::new()
        } else {
            w.not_reached_copy.replace("{units}", &names.join("; "))
        },
        typed: if problem.is_some() {
            asked.unit
        } else {
            unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default()
        },
        unit: unit.map(|unit| (unit.id, unit.name)),
        problem,
        total: sum(&|_| true),
        leaders: sum(&|count| count.leader),
        direct: sum(&|count| count.category.works_directly(count.leader)),
        categories,
        units,
        absent,
        silent,
        silent_more,
    })
}

/// The unit directly below the top to which each unit of the branch belongs.
fn child_of<'a>(top: &'a Unit, branch: &'a [Unit]) -> HashMap<&'a str, &'a str> {
    let mut child: HashMap<&str, &str> = HashMap::new();
    // those above stand before those below
    for unit in branch.iter().filter(|unit| unit.id != top.id) {
        let under = match unit.parent_id.as_deref() {
            Some(parent) if parent == top.id => unit.id.as_str(),
            Some(parent) => child.get(parent).copied().unwrap_or(unit.id.as_str()),
            None => unit.id.as_str(),
        };
        child.insert(&unit.id, under);
    }
    child
}

fn by_unit(top: &Unit, branch: &[Unit], counts: &[Count], w: &'static Words) -> Vec<UnitRow> {
    let child = child_of(top, branch);
    let row = |id: &str, name: &str| {
        let of = counts.iter().filter(|count| {
            count.unit_id.as_deref().is_some_and(|unit| child.get(unit).copied().unwrap_or(top.id.as_str()) == id)
        });
        let (mut number, mut leaders, mut direct) = (0, 0, 0);
        for count in of {
            number += count.number;
            leaders += if count.leader { count.number } else { 0 };
            direct += if count.category.works_directly(count.leader) { count.number } else { 0 };
        }
        UnitRow { id: id.to_owned(), name: name.to_owned(), number, leaders, direct }
    };
    let mut rows = vec![row(&top.id, w.counts_itself)];
    let below = branch.iter().filter(|unit| unit.parent_id.as_deref() == Some(top.id.as_str()));
    rows.extend(below.take(400).map(|unit| row(&unit.id, &unit.name)));
    rows
}

/// Units of the branch with nobody on the list, themselves and all below them.
fn without_people(branch: &[Unit], counts: &[Count]) -> Vec<(String, String)> {
    let parents: HashMap<&str, &str> =
        branch.iter().filter_map(|unit| Some((unit.id.as_str(), unit.parent_id.as_deref()?))).collect();
    let mut reached: HashSet<&str> = HashSet::new();
    for count in counts {
        let mut at = count.unit_id.as_deref();
        while let Some(unit) = at {
            if !reached.insert(unit) {
                break;
            }
            at = parents.get(unit).copied();
        }
    }
    let silent = branch.iter().filter(|unit| !reached.contains(unit.id.as_str()) && !unit.kind.is_partner());
    silent.map(|unit| (unit.id.clone(), unit.name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_domain::plans::draft::IssuerLevel;
    use thidua_domain::units::UnitKind;

    fn unit(id: &str, parent: Option<&str>) -> Unit {
        Unit {
            id: id.into(),
            name: id.into(),
            kind: UnitKind::Village,
            level: IssuerLevel::Other,
            head: None,
            parent_id: parent.map(str::to_owned),
            parent_name: None,
            valid_from: None,
            valid_to: None,
        }
    }

    #[test]
    fn people_count_for_the_unit_above_and_silent_units_are_named() {
        let branch = [unit("t", None), unit("x", Some("t")), unit("y", Some("t")), unit("v", Some("x"))];
        let count =
            |unit: &str, category, leader| Count { unit_id: Some(unit.into()), category, leader, number: 2 };
        let counts = [count("v", Category::Farmer, false), count("t", Category::Official, true)];
        let w = words(thidua_domain::basics::Language::Vietnamese);
        let rows = by_unit(&branch[0], &branch, &counts, w);
        let told: Vec<(&str, i64, i64, i64)> =
            rows.iter().map(|row| (row.id.as_str(), row.number, row.leaders, row.direct)).collect();
        assert_eq!(told, [("t", 2, 2, 0), ("x", 2, 0, 2), ("y", 0, 0, 0)]);
        assert_eq!(without_people(&branch, &counts), [("y".to_owned(), "y".to_owned())]);
    }
}
