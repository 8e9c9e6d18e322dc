//! The list of units: each below another, by name.

use super::LARGEST;
use super::kind::{Meant, Problem, Sheet, World, Write};
use super::words;
use crate::App;
use crate::clock::local_date;
use crate::face::Refusal;
use crate::units::labels;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::lists::diff::Current;
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_domain::units::{Unit, UnitKind, districts_end};

/// Where the columns stand.
const NAME: usize = 0;
const KIND: usize = 1;
const PARENT: usize = 2;
const HEAD: usize = 3;
const FROM: usize = 4;
const TO: usize = 5;

/// Kinds of units as choices.
pub(crate) fn kinds() -> Vec<Choice> {
    let w = crate::units::words::words(Language::Vietnamese);
    UnitKind::ALL.into_iter().map(|kind| Choice::new(kind.code(), labels::kind(kind, w))).collect()
}

/// The columns of the list.
pub(crate) fn columns() -> Vec<Column> {
    let w = words::words(Language::Vietnamese);
    vec![
        Column::new("name", w.unit_name, Kind::Text).wide(42).required().naming().also(w.also_unit.split('|')),
        Column::new("kind", w.unit_kind, Kind::Choice(kinds())).wide(24).hint(w.unit_kind_hint),
        Column::new("parent", w.unit_parent, Kind::Text)
            .wide(36)
            .naming()
            .hint(w.unit_parent_hint)
            .also(w.also_parent.split('|')),
        Column::new("head", w.unit_head, Kind::Text).wide(26).also(w.also_head.split('|')),
        Column::new("from", w.unit_from, Kind::Date { year_alone: false }).wide(14),
        Column::new("to", w.unit_to, Kind::Date { year_alone: false }).wide(14),
    ]
}

/// The units of a branch, and how each is called so that one is meant.
pub(crate) struct UnitsWorld {
    top: String,
    units: HashMap<String, (Unit, i64)>,
    /// How each unit is called where its name alone would not do.
    pub(crate) called: HashMap<String, String>,
    /// Identifiers by folded name, and by folded name with the body above.
    by_name: HashMap<String, Vec<String>>,
}

/// How units are called: by name, or by name and the body above where several have the name.
pub(crate) fn called(branch: &[Unit]) -> HashMap<String, String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for unit in branch {
        *times.entry(fold(&unit.name)).or_default() += 1;
    }
    let by_id: HashMap<&str, &Unit> = branch.iter().map(|unit| (unit.id.as_str(), unit)).collect();
    let mut names: HashMap<String, String> = HashMap::new();
    let mut taken: HashMap<String, usize> = HashMap::new();
    for unit in branch {
        let mut name = unit.name.clone();
        if times[&fold(&unit.name)] > 1
            && let Some(parent) = unit.parent_id.as_deref().and_then(|parent| by_id.get(parent))
        {
            name = format!("{name}, {}", parent.name);
        }
        // two of one name below one body: the second is told by its number
        let count = taken.entry(fold(&name)).or_default();
        *count += 1;
        names.insert(unit.id.clone(), if *count > 1 { format!("{name} ({count})") } else { name });
    }
    names
}

pub(super) async fn sheet(app: &App, top: &Unit) -> Result<Sheet, Refusal> {
    let branch = app.store.branch_on(&top.id, local_date((app.clock)()), LARGEST + 1).await?;
    if branch.len() > LARGEST {
        return Err(super::actions::too_many());
    }
    let ids: Vec<String> = branch.iter().map(|unit| unit.id.clone()).collect();
    let versions = app.store.unit_versions(&ids).await?;
    let called = called(&branch);
    let mut by_name: HashMap<String, Vec<String>> = HashMap::new();
    for unit in &branch {
        by_name.entry(fold(&unit.name)).or_default().push(unit.id.clone());
        let full = fold(&called[&unit.id]);
        if full != fold(&unit.name) {
            by_name.entry(full).or_default().push(unit.id.clone());
        }
    }
    let current = branch
        .iter()
        .filter(|unit| unit.id != top.id)
        .map(|unit| Current {
            tie: Tie::new(unit.id.as_str(), versions.get(&unit.id).copied().unwrap_or_default()),
            cells: cells(unit, &called),
        })
        .collect();
    let of = |unit: Unit| (unit.id.clone(), (unit.clone(), versions.get(&unit.id).copied().unwrap_or_default()));
    let units = branch.into_iter().map(of).collect();
    let world = UnitsWorld { top: top.id.clone(), units, called, by_name };
    Ok(Sheet { columns: columns(), current, world: World::Units(world) })
}

/// A unit as a row.
pub(crate) fn cells(unit: &Unit, called: &HashMap<String, String>) -> Vec<Cell> {
    let parent = unit.parent_id.as_ref().and_then(|parent| called.get(parent));
    vec![
        Cell::text(&unit.name),
        Cell::Choice(unit.kind.code().to_owned()),
        Cell::text_or_empty(parent.or(unit.parent_name.as_ref()).map(String::as_str)),
        Cell::text_or_empty(unit.head.as_deref()),
        unit.valid_from.map_or(Cell::Empty, Cell::Date),
        unit.valid_to.map_or(Cell::Empty, Cell::Date),
    ]
}

fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// The identifier that a new unit has until it is written.
pub(super) fn of_row(row: u32) -> String {
    format!("row:{row}")
}

impl UnitsWorld {
    /// New units of the list may be bodies above others of it.
    pub(super) fn hear(&mut self, rows: &[(u32, &[Cell])]) {
        for (row, cells) in rows {
            if let Some(name) = cells.first().and_then(text) {
                self.by_name.entry(fold(&name)).or_default().push(of_row(*row));
            }
        }
    }

    /// The one unit that a name means, or how many it could mean.
    fn named(&self, typed: &str) -> Result<String, usize> {
        let found = self.by_name.get(&fold(typed)).map(Vec::as_slice).unwrap_or_default();
        let exact: Vec<&String> = found
            .iter()
            .filter(|id| self.called.get(*id).is_some_and(|name| name.to_lowercase() == typed.to_lowercase()))
            .collect();
        match (found, exact.as_slice()) {
            ([one], _) => Ok(one.clone()),
            (_, [one]) => Ok((*one).clone()),
            (several, _) => Err(several.len()),
        }
    }

    pub(super) fn row(
        &self,
        row: u32,
        cells: &[Cell],
        present: &[bool],
        tied: Option<&str>,
    ) -> Result<Write, Vec<Problem>> {
        let w = words::words(Language::Vietnamese);
        let known = tied.and_then(|id| self.units.get(id));
        let mut unit = match known {
            Some((unit, _)) => unit.clone(),
            None => Unit {
                id: of_row(row),
                name: String::new(),
                kind: UnitKind::Other,
                level: UnitKind::Other.level(),
                head: None,
                parent_id: Some(self.top.clone()),
                parent_name: None,
                valid_from: None,
                valid_to: None,
            },
        };
        let has = |column: usize| present.get(column).copied().unwrap_or(false);
        let mut problems = Vec::new();
        if has(NAME) {
            unit.name = text(&cells[NAME]).unwrap_or_default();
        }
        match &cells[KIND] {
            Cell::Choice(code) => {
                let kind = UnitKind::from_code(code).unwrap_or(UnitKind::Other);
                if kind != unit.kind {
                    (unit.kind, unit.level) = (kind, kind.level());
                }
            }
            _ if known.is_none() => match UnitKind::guess(&unit.name) {
                Some(kind) => (unit.kind, unit.level) = (kind, kind.level()),
                None => problems.push(Problem { column: KIND, says: w.unit_kind_unknown.to_owned() }),
            },
            _ => {}
        }
        if has(PARENT) {
            match text(&cells[PARENT]) {
                // the list of a unit holds what is below it
                None => unit.parent_id = Some(self.top.clone()),
                Some(typed) => {
                    match self.named(&typed) {
                        Ok(parent) if parent == unit.id || self.is_above(&unit.id, &parent) => {
                            problems.push(Problem { column: PARENT, says: w.parent_circle.to_owned() });
                        }
                        Ok(parent) => unit.parent_id = Some(parent),
                        Err(0) => problems
                            .push(Problem { column: PARENT, says: w.parent_unknown.replace("{name}", &typed) }),
                        Err(_) => problems
                            .push(Problem { column: PARENT, says: w.parent_several.replace("{name}", &typed) }),
                    }
                }
            }
        }
        if has(HEAD) {
            unit.head = text(&cells[HEAD]);
        }
        let day = |cell: &Cell| match cell {
            Cell::Date(day) => Some(*day),
            _ => None,
        };
        if has(FROM) {
            unit.valid_from = day(&cells[FROM]);
        }
        if has(TO) {
            unit.valid_to = day(&cells[TO]);
        }
        if known.is_none() && unit.kind == UnitKind::District && unit.valid_to.is_none() {
            unit.valid_to = districts_end();
        }
        if unit.valid_from.zip(unit.valid_to).is_some_and(|(from, to)| to < from) {
            problems.push(Problem { column: TO, says: w.days_order.to_owned() });
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(match known {
            Some((before, seen)) => {
                Write::ChangeUnit { before: Box::new(before.clone()), after: Box::new(unit), seen: *seen }
            }
            None => Write::AddUnit(Box::new(unit)),
        })
    }

    /// Whether a unit stands above another now.
    fn is_above(&self, unit: &str, below: &str) -> bool {
        let mut at = Some(below);
        for _ in 0..16 {
            match at.and_then(|at| self.units.get(at)).and_then(|(one, _)| one.parent_id.as_deref()) {
                Some(parent) if parent == unit => return true,
                next => at = next,
            }
        }
        false
    }

    pub(super) fn meant(&self, named: &[String]) -> Vec<Meant> {
        let of = |id: &String| {
            let (unit, _) = self.units.get(id)?;
            let above = unit.parent_id.as_ref().and_then(|parent| self.called.get(parent)).cloned();
            Some(Meant { id: id.clone(), label: unit.name.clone(), reasons: above.unwrap_or_default() })
        };
        named.iter().filter_map(of).collect()
    }
}
