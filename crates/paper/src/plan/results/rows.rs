//! What the tables of a report say was reached.

use super::Change;
use super::facts::{Fact, State};
use crate::plan::paragraph::number;
use crate::plan::source::Source;
use crate::plan::table::{Column, Row, Table};
use crate::plan::targets::measures;
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::Lines;

/// A fact for each row with a result.
pub(super) fn facts(source: &Source, tables: &[Table], year: Option<i32>) -> Vec<Fact> {
    tables.iter().flat_map(|table| table_facts(source, table, year)).collect()
}

fn table_facts(source: &Source, table: &Table, year: Option<i32>) -> Vec<Fact> {
    let at = |wanted: fn(&Column) -> bool| table.columns.iter().position(wanted);
    let Some(name) = at(|column| *column == Column::Name) else { return Vec::new() };
    // of several columns of results the one of the report's year, or else the last
    let results: Vec<(usize, Option<i32>)> = table
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| match column {
            Column::Result(of) => Some((index, *of)),
            _ => None,
        })
        .collect();
    let result =
        results.iter().find(|(_, of)| of.is_some() && *of == year).or(results.last()).map(|(index, _)| *index);
    let Some(result) = result else { return Vec::new() };
    let planned = at(|column| matches!(column, Column::Target(_)));
    let unit = at(|column| *column == Column::Unit);
    let rate = at(|column| *column == Column::Rate);
    let mut above = String::new();
    let mut found = Vec::new();
    for row in &table.rows {
        let named = cell(row, Some(name));
        if !named.iter().any(|token| token.kind == Kind::Word) {
            continue;
        }
        let part = named.first().is_some_and(|first| first.is_mark("-") || first.is_mark("+"));
        let words = token::words(named);
        let value_cell = cell(row, Some(result));
        let text = fold(&token::text(value_cell));
        let measure = value(value_cell, cell(row, unit));
        let state = match (&measure, text.trim()) {
            (Some(_), _) => State::Value,
            // “-” with “Chưa rà soát” or “Quý II đo” among the remarks
            (None, "" | "-") if row.cells.iter().skip(name + 1).any(|cell| is_awaited(cell)) => State::NotYet,
            (None, "" | "-") => {
                above = if part { above } else { words };
                continue;
            }
            (None, _) if is_awaited(value_cell) => State::NotYet,
            (None, text) if text.starts_with("khong") => State::Absent,
            (None, _) => State::Standing,
        };
        let around = if part { above.clone() } else { String::new() };
        if !part {
            above.clone_from(&words);
        }
        let (value, over, own_unit) = measure.unwrap_or((None, None, None));
        found.push(Fact {
            name: words,
            around,
            printed: token::text(named).trim().to_owned(),
            value,
            over,
            unit: own_unit.or_else(|| unit_name(cell(row, unit))),
            rate: None,
            planned: first_number(cell(row, planned)),
            percent_of_plan: first_number(cell(row, rate)),
            change: None::<Change>,
            state,
            raw: source.raw_lines(Lines::new(number(row.line), number(row.last))),
            lines: Lines::new(number(row.line), number(row.last)),
        });
    }
    found
}

fn cell(row: &Row, at: Option<usize>) -> &[Token] {
    at.and_then(|at| row.cells.get(at)).map(Vec::as_slice).unwrap_or_default()
}

/// Whether a cell says that the figure comes later: `Chưa rà soát`, `Cuối năm`, `Quý II đo`, `Chờ công bố`.
fn is_awaited(cell: &[Token]) -> bool {
    token::has(cell, "chua")
        || ["cuoi nam", "cuoi ky", "cuoi quy", "quy", "cho cong bo", "cho ket qua"]
            .iter()
            .any(|words| token::starts_at(cell, 0, words).is_some())
}

type Value = (Option<Amount>, Option<Amount>, Option<String>);

/// The value of a cell, n of `k/n`, and its own unit.
fn value(cell: &[Token], unit: &[Token]) -> Option<Value> {
    let mut words = cell.to_vec();
    let last = words.iter().rposition(|token| token.kind == Kind::Number)?;
    if words.len() == last + 1 {
        words.extend(unit.iter().cloned().map(|mut token| {
            token.spaced = true;
            token
        }));
    }
    let measure = measures(&words).into_iter().next()?;
    // “-3,7” alone in its cell is below nothing
    let below =
        matches!(cell, [sign, number, ..] if sign.is_mark("-") && number.kind == Kind::Number && !number.spaced);
    let value = if below { Amount::ZERO.minus(measure.value) } else { Some(measure.value) };
    Some((value, measure.denominator, measure.unit))
}

fn unit_name(unit: &[Token]) -> Option<String> {
    crate::plan::dictionary::unit_at(unit, 0).map(|(name, _)| name)
}

fn first_number(cell: &[Token]) -> Option<Amount> {
    measures(cell).into_iter().next().map(|measure| measure.value).or_else(|| {
        let number = cell.iter().find(|token| token.kind == Kind::Number)?;
        Amount::read(&number.text, thidua_domain::basics::Expectation::Quantity).ok()
    })
}
