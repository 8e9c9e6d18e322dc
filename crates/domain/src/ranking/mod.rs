//! The year of a whole country: every unit's figures against its plan, rolled up by province and for the nation, ranked.
//!
//! Amounts are whole hundredths and divisions go downwards, so that every engine and every machine agrees to the last
//! digit. Figures lie in one block a year, unit by unit and target by target; the cost grows with the number of cells.

mod rollup;
mod rules;
mod score;
#[cfg(test)]
mod tests;

pub use rules::{Aggregation, Judged, Status, TargetRule};
pub use score::{ProvinceScore, UnitScore};

use crate::targets::Direction;

/// A value in hundredths, or nothing. Nothing is told by the lowest numbers there are, so that a block of cells stays small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell(i64);

impl Cell {
    /// It was said that there is nothing.
    pub const NOTHING: Cell = Cell(i64::MIN + 1);
    /// Nobody has said anything.
    pub const SILENT: Cell = Cell(i64::MIN);

    /// A value in hundredths.
    pub fn hundredths(value: i64) -> Cell {
        Cell(value)
    }

    /// As it is kept in a file of cells.
    pub fn to_stored(self) -> i64 {
        self.0
    }

    /// A cell that was kept.
    pub fn from_stored(stored: i64) -> Cell {
        Cell(stored)
    }

    /// The value.
    pub fn get(self) -> Option<i64> {
        (self.0 > Cell::NOTHING.0).then_some(self.0)
    }
}

/// A unit that reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code, by which it is ordered.
    pub code: String,
    /// Its kind by number: ranks are given within a kind.
    pub kind: usize,
    /// Its province by number.
    pub province: usize,
}

/// A province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// Its code, by which it is ordered.
    pub code: String,
    /// Its cluster by number: ranks are given within a cluster.
    pub cluster: usize,
}

/// Who reports what: units, provinces and targets, each in the order of their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Units.
    pub units: Vec<Unit>,
    /// Provinces.
    pub provinces: Vec<Province>,
    /// Targets.
    pub targets: Vec<TargetRule>,
}

impl Layout {
    /// Where the cell of a unit and a target lies.
    pub fn place(&self, unit: usize, target: usize) -> usize {
        unit * self.targets.len() + target
    }

    /// How many cells a year has.
    pub fn cells(&self) -> usize {
        self.units.len() * self.targets.len()
    }
}

/// What was planned and reported in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// The plan of each cell.
    pub plans: Vec<Cell>,
    /// The four quarters of each cell.
    pub figures: Vec<[Cell; 4]>,
}

impl Year {
    /// A year in which nothing was planned or reported yet.
    pub fn new(year: i32, layout: &Layout) -> Year {
        Year { year, plans: vec![Cell::SILENT; layout.cells()], figures: vec![[Cell::SILENT; 4]; layout.cells()] }
    }

    /// Lays what was said later over this: where it says something, that holds.
    pub fn overlay(&mut self, later: &Year) {
        let over = |cell: &mut Cell, later: &Cell| {
            if *later != Cell::SILENT {
                *cell = *later;
            }
        };
        self.plans.iter_mut().zip(&later.plans).for_each(|(cell, later)| over(cell, later));
        let quarters = self.figures.as_flattened_mut().iter_mut().zip(later.figures.as_flattened());
        quarters.for_each(|(cell, later)| over(cell, later));
    }
}

/// A sum over units: what they achieved and what those planned that achieved something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RolledUp {
    /// The plans, in hundredths.
    pub plan: Option<i64>,
    /// The sum, judged like a unit's figure.
    pub judged: Judged,
}

/// Everything that follows from one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The year.
    pub year: i32,
    /// Each cell.
    pub unit_targets: Vec<Judged>,
    /// Each unit.
    pub unit_scores: Vec<UnitScore>,
    /// Each province and target, province by province.
    pub province_targets: Vec<RolledUp>,
    /// Each province.
    pub province_scores: Vec<ProvinceScore>,
    /// Each target of the nation.
    pub nation_targets: Vec<RolledUp>,
}

/// Judges, rolls up and ranks one year.
pub fn evaluate(layout: &Layout, year: &Year) -> Outcome {
    let targets = layout.targets.len();
    let unit_targets: Vec<Judged> = year
        .plans
        .iter()
        .zip(&year.figures)
        .enumerate()
        .map(|(place, (plan, quarters))| {
            let rule = &layout.targets[place % targets];
            rule.judge(rule.achieved(quarters), plan.get())
        })
        .collect();
    let (province_targets, nation_targets) = rollup::sums(layout, year, &unit_targets);
    Outcome {
        year: year.year,
        unit_scores: score::units(layout, &unit_targets),
        province_scores: score::provinces(layout, &province_targets),
        unit_targets,
        province_targets,
        nation_targets,
    }
}

/// Which way is better, by the words of the files.
pub fn direction(word: &str) -> Option<Direction> {
    match word {
        "up" => Some(Direction::Higher),
        "down" => Some(Direction::Lower),
        _ => None,
    }
}
