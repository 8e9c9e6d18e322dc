//! From what stands in a cell to a figure, by what its line expects.

use super::column_words::{NOT_APPLICABLE, NOT_APPLICABLE_LABEL, value_columns};
use super::{Line, LineKind, Told};
use crate::basics::Amount;
use crate::basics::text::fold;
use crate::figures::{Attainment, Figure};
use crate::lists::{Cell, CellProblem, CellReader, Column, Kind, Look, tidy_text};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// What a cell was read as, and what to tell about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<T> {
    /// What it was read as.
    pub value: T,
    /// What to tell.
    pub told: Option<Told>,
}

static COLUMNS: LazyLock<[Column; 3]> = LazyLock::new(value_columns);
static READERS: LazyLock<[CellReader<'static>; 3]> = LazyLock::new(|| {
    let [quantity, percent, judged] = &*COLUMNS;
    [CellReader::new(quantity), CellReader::new(percent), CellReader::new(judged)]
});

fn which(line: &Line) -> usize {
    match line.kind {
        LineKind::Judged => 2,
        _ if line.is_percent() => 1,
        _ => 0,
    }
}

/// The column of figures as this line sees it.
pub(super) fn column_of(line: &Line) -> &'static Column {
    &COLUMNS[which(line)]
}

/// A figure that stands as a number in a workbook.
///
/// # Errors
/// What is the matter with it, and the column as the line sees it.
pub fn read_value(
    line: &Line,
    value: Decimal,
    look: Look,
    from_1904: bool,
) -> Result<Read<Figure>, (CellProblem, &'static Column)> {
    let reader = &READERS[which(line)];
    let read = reader.number(value, look, from_1904).map_err(|problem| (problem, reader.column()))?;
    Ok(Read { value: figure(read), told: None })
}

/// A figure that was typed as text.
///
/// # Errors
/// As [`read_value`].
pub fn read_text(line: &Line, typed: &str) -> Result<Read<Figure>, (CellProblem, &'static Column)> {
    let reader = &READERS[which(line)];
    let folded = if typed.chars().any(char::is_alphabetic) { fold(typed) } else { String::new() };
    if NOT_APPLICABLE.contains(&folded.as_str()) {
        return Ok(Read { value: Figure::NotApplicable, told: None });
    }
    match reader.text(without_measure(line, typed)) {
        Ok(cell) => {
            let value = figure(cell);
            let told = match value {
                Figure::Number(read) => Some(Told::NumberFromText { typed: tidy_text(typed), read }),
                _ => None,
            };
            Ok(Read { value, told })
        }
        Err(CellProblem::TwoReadings(one, two)) => match by_plan(line, one, two) {
            Some((read, other)) => Ok(Read {
                value: Figure::Number(read),
                told: Some(Told::ChosenByPlan { typed: tidy_text(typed), read, other }),
            }),
            None => Err((CellProblem::TwoReadings(one, two), reader.column())),
        },
        Err(problem) => Err((problem, reader.column())),
    }
}

/// A number beside the figure: numerator or denominator.
///
/// # Errors
/// What is the matter with it.
pub fn read_number(typed: &str) -> Result<Amount, CellProblem> {
    match READERS[0].text(typed)? {
        Cell::Amount(amount) => Ok(amount),
        _ => Err(CellProblem::NotANumber),
    }
}

/// Offices write “9.007,4 tấn” into a cell of numbers; the unit of the line is not part of the number.
fn without_measure<'a>(line: &Line, typed: &'a str) -> &'a str {
    let typed = typed.trim();
    let Some(measure) = line.measure.as_deref().filter(|_| line.kind == LineKind::Number) else { return typed };
    typed.strip_suffix(measure.trim()).map_or(typed, str::trim_end)
}

fn figure(cell: Cell) -> Figure {
    match cell {
        Cell::Amount(amount) => Figure::Number(amount),
        Cell::Choice(code) => Attainment::from_code(&code).map_or(Figure::NotEntered, Figure::Judged),
        _ => Figure::NotEntered,
    }
}

/// Of two readings the one that is near the plan, when only one is.
fn by_plan(line: &Line, one: Amount, two: Amount) -> Option<(Amount, Amount)> {
    let plan = line.value_max.or(line.value).filter(|plan| !plan.is_zero())?;
    let near = |amount: Amount| {
        let (plan, amount) = (plan.ten_thousandths().unsigned_abs(), amount.ten_thousandths().unsigned_abs());
        u128::from(amount) <= u128::from(plan) * 20 && u128::from(plan) <= u128::from(amount) * 100
    };
    match (near(one), near(two)) {
        (true, false) => Some((one, two)),
        (false, true) => Some((two, one)),
        _ => None,
    }
}

/// What a figure looks like in a cell of its line: a number, the words of a judgement, “Không áp dụng”.
pub(super) fn shown(figure: Figure) -> String {
    cell(figure).shown(&COLUMNS[2].kind)
}

/// The cell that a figure makes in a workbook.
pub(super) fn cell(figure: Figure) -> Cell {
    match figure {
        Figure::Number(amount) => Cell::Amount(amount),
        Figure::Judged(judged) => Cell::Choice(judged.code().to_owned()),
        Figure::NotApplicable => Cell::Text(NOT_APPLICABLE_LABEL.to_owned()),
        Figure::NotEntered | Figure::NotAssigned => Cell::Empty,
    }
}

/// `9007.4`, `yes`, `not-applicable`; empty where nothing was entered.
pub(super) fn code(figure: Figure) -> String {
    match figure {
        Figure::NotEntered => String::new(),
        Figure::Number(amount) => amount.plain(),
        Figure::Judged(judged) => judged.code().to_owned(),
        other => other.state_code().to_owned(),
    }
}

/// The figure of a code.
pub(super) fn of_code(code: &str) -> Option<Figure> {
    if code.is_empty() {
        return Some(Figure::NotEntered);
    }
    [Figure::NotEntered, Figure::NotApplicable, Figure::NotAssigned]
        .into_iter()
        .find(|figure| figure.state_code() == code)
        .or_else(|| Attainment::from_code(code).map(Figure::Judged))
        .or_else(|| Amount::from_plain(code).ok().map(Figure::Number))
}

/// The words of the three judgements, for a list to pick from.
pub(super) fn judgements() -> Vec<String> {
    match &COLUMNS[2].kind {
        Kind::Choice(choices) => choices.iter().map(|choice| choice.label.clone()).collect(),
        _ => Vec::new(),
    }
}
