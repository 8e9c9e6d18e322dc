//! Units by command: a whole country, each below another by name.

use super::rows::{problem, read};
use super::tree::{Found, Tree};
use super::{Failed, Outcome, entry, says};
use crate::App;
use crate::lists::units::columns;
use std::collections::HashMap;
use std::path::Path;
use thidua_domain::basics::text::fold;
use thidua_domain::lists::{Cell, Column};
use thidua_domain::units::{Unit, UnitKind, districts_end};

/// A row that waits for the unit above it.
struct Row {
    row: u32,
    name: String,
    kind: UnitKind,
    parent: Option<String>,
    head: Option<String>,
    from: Option<chrono::NaiveDate>,
    to: Option<chrono::NaiveDate>,
}

fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn day(cell: &Cell) -> Option<chrono::NaiveDate> {
    match cell {
        Cell::Date(day) => Some(*day),
        _ => None,
    }
}

fn row(number: u32, cells: &[Cell], declared: &[Column]) -> Result<Row, thidua_domain::basics::Says> {
    if let Some(problem) = problem(declared, cells) {
        return Err(problem);
    }
    let name = text(&cells[0]).unwrap_or_default();
    let kind = match &cells[1] {
        Cell::Choice(code) => UnitKind::from_code(code),
        _ => UnitKind::guess(&name),
    };
    let Some(kind) = kind else { return Err(says(|w| w.unit_kind_unknown.to_owned())) };
    let to = day(&cells[5]).or_else(|| (kind == UnitKind::District).then(districts_end).flatten());
    Ok(Row { row: number, name, kind, parent: text(&cells[2]), head: text(&cells[3]), from: day(&cells[4]), to })
}

pub(super) async fn import(
    app: &App,
    file: &Path,
    check: bool,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Outcome, Failed> {
    let mut outcome = Outcome::default();
    let mut tree = Tree::of(app).await?;
    let mut waiting: Vec<Row> = Vec::new();
    let declared = columns();
    let mut pieces = read(file, declared.clone());
    while let Some(piece) = pieces.recv().await {
        for one in piece?.0 {
            outcome.rows += 1;
            match row(one.row, &one.cells, &declared) {
                Ok(row) => waiting.push(row),
                Err(says) => outcome.refuse(one.row, says),
            }
        }
        progress(outcome.rows);
    }
    let change = app.store.change(app.system("thidua import")).await?;
    change.expect_many_rows().await?;
    // a unit waits while a row that is still to come may be the one above it
    while !waiting.is_empty() {
        let mut names: HashMap<String, usize> = HashMap::new();
        for row in &waiting {
            *names.entry(fold(&row.name)).or_default() += 1;
        }
        let before = waiting.len();
        let mut later = Vec::new();
        let mut units: Vec<Unit> = Vec::new();
        for row in waiting {
            let above = row.parent.as_deref().map(|typed| fold(typed.split(',').next().unwrap_or_default().trim()));
            let own = fold(&row.name);
            if above.as_ref().is_some_and(|above| *above != own && names.contains_key(above)) {
                later.push(row);
                continue;
            }
            let parent = match row.parent.as_deref().map(|typed| (typed, tree.find(typed))) {
                None => None,
                Some((_, Found::One(place))) => Some(place),
                Some((typed, Found::Nobody)) => {
                    outcome.refuse(row.row, says(|w| w.parent_unknown.replace("{name}", typed)));
                    continue;
                }
                Some((typed, Found::Several)) => {
                    outcome.refuse(row.row, says(|w| w.parent_several.replace("{name}", typed)));
                    continue;
                }
            };
            if tree.below(&row.name, parent).is_some() {
                outcome.there += 1;
                continue;
            }
            let id = change.new_id();
            tree.add(&id, &row.name, parent);
            units.push(Unit {
                id,
                name: row.name,
                kind: row.kind,
                level: row.kind.level(),
                head: row.head,
                parent_id: parent.map(|place| tree.id(place).to_owned()),
                parent_name: None,
                valid_from: row.from,
                valid_to: row.to,
            });
        }
        outcome.added += units.len() as u64;
        for some in units.chunks(2_000) {
            change.add_units(some).await?;
        }
        if later.len() == before {
            for row in &later {
                outcome.refuse(row.row, says(|w| w.parent_circle.to_owned()));
            }
            break;
        }
        waiting = later;
    }
    if !check && outcome.refused == 0 && outcome.added > 0 {
        let entry = entry("units", file, &outcome);
        change.commit(entry).await?;
        outcome.written = true;
    }
    Ok(outcome)
}
