//! What a row of a sheet that came back would change.

use super::{Line, LineKind, Problem, Values};
use crate::basics::Amount;
use crate::figures::Figure;
use crate::finding::Severity;
use crate::lists::ListFinding;
use std::collections::HashMap;

/// A row of a sheet that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row as the spreadsheet counts it, from 1.
    pub row: u32,
    /// The line it means, by its place.
    pub line: Option<usize>,
    /// What stands in it as the plan's number.
    pub number: String,
    /// What stands in it as the name.
    pub name: String,
    /// What was entered; cells that could not be read are empty here and have a finding.
    pub entered: Values,
    /// What was typed into the cell of the figure, as people see it.
    pub typed: String,
    /// What is to be known of the row. An error refuses it; a warning asks.
    pub findings: Vec<ListFinding>,
}

impl Row {
    /// Whether it may not be taken as it is.
    pub fn is_refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Whether a person has to confirm something before it is taken.
    pub fn asks(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Warning)
    }
}

/// What a row would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is entered.
    Blank,
    /// It says what is there already.
    Same,
    /// A figure where there was none.
    New,
    /// Another figure, day, source or note than is there.
    Changed,
    /// Somebody else changed the line after the workbook was made, and so did this row: a person chooses.
    Conflict,
    /// It cannot be taken: its findings say why.
    Refused,
    /// It means no line that is entered.
    NoLine,
}

impl Verdict {
    /// `blank`, `same`, `new`, `changed`, `conflict`, `refused`, `no-line`.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Blank => "blank",
            Verdict::Same => "same",
            Verdict::New => "new",
            Verdict::Changed => "changed",
            Verdict::Conflict => "conflict",
            Verdict::Refused => "refused",
            Verdict::NoLine => "no-line",
        }
    }

    /// Whether taking the row over would write something.
    pub fn writes(self) -> bool {
        matches!(self, Verdict::New | Verdict::Changed | Verdict::Conflict)
    }
}

/// What a row would change of its line. `shown` is what the workbook showed and at which version, where that is known.
pub fn verdict(line: &Line, shown: Option<(&Values, i64)>, entered: &Values, refused: bool) -> Verdict {
    if !line.kind.is_entered() {
        return Verdict::NoLine;
    }
    if refused {
        return Verdict::Refused;
    }
    let nothing = |values: &Values| {
        values.figure == Figure::NotEntered && values.numerator.is_none() && values.denominator.is_none()
    };
    if nothing(entered) {
        return Verdict::Blank;
    }
    if same(entered, &line.now) {
        return Verdict::Same;
    }
    if let Some((values, version)) = shown
        && version != line.version
    {
        // what nobody touched in the workbook changes nothing, whatever was entered since
        return if same(entered, values) { Verdict::Same } else { Verdict::Conflict };
    }
    if line.now.figure == Figure::NotEntered { Verdict::New } else { Verdict::Changed }
}

/// Whether two say the same; a cell that was left empty says nothing of what is there.
fn same(entered: &Values, there: &Values) -> bool {
    let agrees = |new: &Option<String>, old: &Option<String>| new.is_none() || new == old;
    entered.figure == there.figure
        && (entered.numerator.is_none() || entered.numerator == there.numerator)
        && (entered.denominator.is_none() || entered.denominator == there.denominator)
        && (entered.dated.is_none() || entered.dated == there.dated)
        && agrees(&entered.source, &there.source)
        && agrees(&entered.note, &there.note)
}

/// Lines whose total is not the sum of their parts: the line, and what to tell.
///
/// Asked where a line with a number of its own has parts of the same unit of measure, and all of them were entered.
pub fn parts_differ(lines: &[Line], entered: &HashMap<usize, Figure>) -> Vec<(usize, Problem)> {
    let figure = |at: usize| match entered.get(&at).copied().unwrap_or(lines[at].now.figure) {
        Figure::Number(amount) => Some(amount),
        _ => None,
    };
    let mut told = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Number) {
        let parts: Vec<usize> = lines
            .iter()
            .enumerate()
            .filter(|(_, part)| part.parent == Some(at) && part.kind == LineKind::Number)
            .map(|(at, _)| at)
            .collect();
        let alike = parts.iter().all(|part| lines[*part].measure == line.measure);
        let planned: Option<Amount> =
            parts.iter().try_fold(Amount::ZERO, |sum, part| sum.plus(lines[*part].value?));
        // only where the plan itself adds up so
        if parts.len() < 2 || !alike || planned.is_none() || planned != line.value {
            continue;
        }
        let sum = parts.iter().try_fold(Amount::ZERO, |sum, part| sum.plus(figure(*part)?));
        if let (Some(total), Some(parts)) = (figure(at), sum)
            && total != parts
        {
            told.push((at, Problem::PartsDiffer { total, parts }));
        }
    }
    told
}
