//! The heat map unit × target: each cell has the colour of its status and a sign of its own, so that a grey print and
//! colour-blind eyes tell them apart.

use super::words::{Words, words};
use super::{Cell, Table};
use askama::Template;
use thidua_domain::basics::Language;
use thidua_domain::targets::Status;

/// A cell: how the target stands in the unit.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeatCell {
    pub(crate) status: Option<Status>,
    /// What stands in the table: a rate, a judgement, a kind of emptiness.
    pub(crate) text: String,
    pub(crate) address: Option<String>,
}

/// A row of the map.
#[derive(Clone, Debug)]
pub(crate) struct HeatUnit {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    /// One for each target, in their order.
    pub(crate) cells: Vec<HeatCell>,
}

struct Square {
    x: i64,
    class: &'static str,
    address: Option<String>,
    says: String,
}

struct Line {
    y: i64,
    name: String,
    whole: String,
    address: Option<String>,
    squares: Vec<Square>,
}

/// The map.
#[derive(Template)]
#[template(path = "face/charts/heat.html")]
pub(crate) struct Heat {
    title: String,
    w: &'static Words,
    width: i64,
    height: i64,
    columns: Vec<(i64, usize)>,
    lines: Vec<Line>,
    signs: [(&'static str, &'static str); 7],
    targets: Vec<String>,
    legend: Vec<(&'static str, &'static str)>,
    /// Some cell has a number that cannot be judged.
    unjudged: bool,
    pub(crate) says: String,
    pub(crate) table: Table,
}

impl askama::filters::HtmlSafe for Heat {}

/// A sign: the code of its status and its corners in a square of 100.
const SIGNS: [(&str, &str); 7] = [
    ("not-begun", "50 12 88 50 50 88 12 50 50 12 50 28 28 50 50 72 72 50 50 28"),
    ("on-track", "12 0 100 50 12 100"),
    ("at-risk", "50 0 100 94 0 94"),
    ("met", "0 55 15 40 38 62 85 12 100 27 38 92"),
    ("exceeded", "50 0 60 27 85 15 73 40 100 50 73 60 85 85 60 73 50 100 40 73 15 85 27 60 0 50 27 40 15 15 40 27"),
    ("missed", "15 0 50 35 85 0 100 15 65 50 100 85 85 100 50 65 15 100 0 85 35 50 0 15"),
    ("needs-person", "50 0 68 18 68 32 50 48 32 32 32 18 50 0 50 54 96 100 4 100 50 54"),
];

/// The side of a cell, and the room of the names of units, in units of the picture.
const SIDE: i64 = 28;
const NAMES: i64 = 150;
const HEAD: i64 = 20;
/// Letters of a name that have room.
const LETTERS: usize = 24;

impl Heat {
    /// `standing` names a status in the language of the reader.
    pub(crate) fn of(
        title: String,
        targets: &[String],
        units: &[HeatUnit],
        standing: impl Fn(Option<Status>) -> &'static str,
        language: Language,
    ) -> Heat {
        let w = words(language);
        let wide = i64::try_from(targets.len()).unwrap_or_default();
        let high = i64::try_from(units.len()).unwrap_or_default();
        let found =
            |status: &Status| units.iter().flat_map(|unit| &unit.cells).any(|cell| cell.status == Some(*status));
        Heat {
            width: NAMES + wide * SIDE + 2,
            height: HEAD + high * SIDE + 2,
            columns: (0..wide).map(|column| NAMES + column * SIDE + SIDE / 2).zip(1..).collect(),
            lines: units.iter().zip(0..).map(|(unit, row)| line(unit, row, targets, &standing)).collect(),
            signs: SIGNS,
            targets: targets.to_vec(),
            legend: Status::ALL
                .into_iter()
                .filter(found)
                .map(|status| (status.code(), standing(Some(status))))
                .collect(),
            unjudged: units
                .iter()
                .flat_map(|unit| &unit.cells)
                .any(|one| one.status.is_none() && !one.text.is_empty()),
            says: says(targets.len(), units, w),
            table: table(&title, targets, units, &standing, w),
            title,
            w,
        }
    }
}

fn line(unit: &HeatUnit, row: i64, targets: &[String], standing: &impl Fn(Option<Status>) -> &'static str) -> Line {
    let y = HEAD + row * SIDE;
    let squares = unit.cells.iter().zip(targets).zip(0i64..).filter_map(|((cell, target), column)| {
        if cell.status.is_none() && cell.text.is_empty() {
            return None;
        }
        let standing = cell.status.map(|status| standing(Some(status)));
        let text = Some(cell.text.as_str()).filter(|text| !text.is_empty());
        let said = [standing, text].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(Square {
            x: NAMES + column * SIDE,
            class: cell.status.map_or("none", Status::code),
            address: cell.address.clone(),
            says: format!("{}, {target}: {said}", unit.name),
        })
    });
    Line {
        y,
        name: cut(&unit.name),
        whole: unit.name.clone(),
        address: unit.address.clone(),
        squares: squares.collect(),
    }
}

/// A name as long as its room.
fn cut(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}

fn is_red(cell: &HeatCell) -> bool {
    matches!(cell.status, Some(Status::AtRisk | Status::Missed))
}

fn says(targets: usize, units: &[HeatUnit], w: &'static Words) -> String {
    if units.is_empty() || targets == 0 {
        return w.nothing.to_owned();
    }
    let all = units.len() * targets;
    let said = |cell: &&HeatCell| cell.status.is_some() || !cell.text.is_empty();
    let filled = units.iter().flat_map(|unit| &unit.cells).filter(said).count();
    let reds = |unit: &HeatUnit| unit.cells.iter().filter(|cell| is_red(cell)).count();
    let red = units.iter().map(reds).sum::<usize>();
    let mut says = w
        .heat_says
        .replace("{units}", &units.len().to_string())
        .replace("{targets}", &targets.to_string())
        .replace("{filled}", &filled.to_string())
        .replace("{red}", &red.to_string())
        .replace("{empty}", &all.saturating_sub(filled).to_string());
    // the first of those with most
    let most = units.iter().fold(None, |best: Option<(&HeatUnit, usize)>, unit| match best {
        Some((_, n)) if reds(unit) <= n => best,
        _ => Some((unit, reds(unit))),
    });
    if let Some((unit, n)) = most.filter(|(_, n)| *n > 0) {
        says.push(' ');
        says.push_str(&w.heat_most.replace("{n}", &n.to_string()).replace("{name}", &unit.name));
    }
    says
}

fn table(
    title: &str,
    targets: &[String],
    units: &[HeatUnit],
    standing: &impl Fn(Option<Status>) -> &'static str,
    w: &'static Words,
) -> Table {
    let cell = |cell: &HeatCell| match cell.status {
        Some(status) if cell.text.is_empty() => Cell::text(standing(Some(status))).standing(status.code()),
        Some(status) => Cell::number(cell.text.clone()).standing(status.code()),
        None if cell.text.is_empty() => Cell::text(w.heat_empty),
        None => Cell::text(cell.text.clone()),
    };
    Table {
        caption: title.to_owned(),
        summary: w.as_table,
        head: std::iter::once(w.col_unit.to_owned()).chain(targets.iter().cloned()).collect(),
        rows: units
            .iter()
            .map(|unit| {
                let cells = unit.cells.iter().map(|one| cell(one).at(one.address.clone()));
                std::iter::once(Cell::text(unit.name.clone()).at(unit.address.clone())).chain(cells).collect()
            })
            .collect(),
    }
}
