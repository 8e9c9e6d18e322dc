//! What each row of an upload would change now, and what is to be known of it.

use super::book::Filled;
use super::kept::{KeptFinding, KeptRow};
use crate::face::Refusal;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::figure_sheets::{self as sheets, Known, Line, Told, Values, Verdict, check, place, verdict};
use thidua_domain::figures::Figure;
use thidua_domain::finding::Severity;
use thidua_domain::lists::{CellReader, ListFinding, Place};
use thidua_store::uploads::UploadRow;

/// The number of what is told of a line that stands in several rows.
pub(super) const TWICE: &str = "FIG-012";

/// A row as it stands now.
pub(super) struct Judged {
    pub(super) number: i64,
    pub(super) row: KeptRow,
    /// The line it means, by its place.
    pub(super) line: Option<usize>,
    pub(super) entered: Values,
    pub(super) verdict: Verdict,
    pub(super) findings: Vec<KeptFinding>,
}

impl Judged {
    pub(super) fn is_refused(&self) -> bool {
        self.line.is_none() || self.findings.iter().any(|one| one.severity() == Severity::Error)
    }

    /// Whether another row answers the same line.
    pub(super) fn is_twice(&self) -> bool {
        self.findings.iter().any(|one| one.number == TWICE)
    }

    /// Whether it answers its line; what cannot be read is refused by itself.
    fn says_something(&self) -> bool {
        let entered = &self.entered;
        entered.figure != Figure::NotEntered || entered.numerator.is_some() || entered.denominator.is_some()
    }

    /// Whether it is ticked to be taken over without anybody's doing: nothing is doubtful about it.
    pub(super) fn is_clean(&self) -> bool {
        matches!(self.verdict, Verdict::New | Verdict::Changed)
            && self.findings.iter().all(|one| one.severity() == Severity::Notice)
    }
}

/// Every row of an upload, against the report as it is now.
pub(super) fn judge(rows: &[UploadRow], filled: &Filled, today: NaiveDate) -> Result<Vec<Judged>, Refusal> {
    let head = &filled.sheet.head;
    let known = Known { year: head.year, period: head.period, today: Some(today) };
    let mut judged = Vec::with_capacity(rows.len());
    for kept in rows {
        let row: KeptRow = serde_json::from_str(&kept.cells).map_err(Refusal::fault)?;
        let line = row.line.as_deref().and_then(|id| filled.place(id));
        let entered = row.entered.values();
        // rows of one line are told anew below, as they stand after every mending
        let mut findings: Vec<KeptFinding> = row.told.iter().filter(|one| one.number != TWICE).cloned().collect();
        let mut found = Verdict::Refused;
        if let Some(line) = line.map(|at| &filled.sheet.lines[at]) {
            let spot = Place::row(u32::try_from(kept.number).unwrap_or(0));
            for problem in check(line, &entered, known) {
                let at = problem.place();
                findings.push(KeptFinding::of(&sheets::finding(&Told::Rule(problem), spot), Some(at)));
            }
            let refused = findings.iter().any(|one| one.severity() == Severity::Error);
            let shown = row.shown.as_ref().map(|(version, values)| (values.values(), *version));
            found = verdict(line, shown.as_ref().map(|(values, version)| (values, *version)), &entered, refused);
        }
        judged.push(Judged { number: kept.number, row, line, entered, verdict: found, findings });
    }
    refuse_rows_of_one_line(&mut judged, filled);
    let figures: HashMap<usize, Figure> = judged
        .iter()
        .filter_map(|one| Some((one.line?, one.entered.figure)))
        .filter(|(_, figure)| *figure != Figure::NotEntered)
        .collect();
    for (at, problem) in sheets::parts_differ(&filled.sheet.lines, &figures) {
        if let Some(one) = judged.iter_mut().find(|one| one.line == Some(at)) {
            let told = sheets::finding(&Told::Rule(problem), Place::row(u32::try_from(one.number).unwrap_or(0)));
            one.findings.push(KeptFinding::of(&told, Some(place::VALUE)));
        }
    }
    Ok(judged)
}

/// Two rows that answer one line contradict each other: neither is taken, whichever was ticked.
fn refuse_rows_of_one_line(judged: &mut [Judged], filled: &Filled) {
    let mut rows: HashMap<usize, Vec<i64>> = HashMap::new();
    for one in judged.iter().filter(|one| one.says_something()) {
        if let Some(line) = one.line {
            rows.entry(line).or_default().push(one.number);
        }
    }
    for one in judged.iter_mut().filter(|one| one.says_something()) {
        let Some((line, rows)) = one.line.and_then(|line| Some((line, rows.get(&line)?))) else { continue };
        let others: Vec<i64> = rows.iter().copied().filter(|row| *row != one.number).collect();
        if others.is_empty() {
            continue;
        }
        let told = Told::RowsOfOneLine { name: filled.sheet.lines[line].name.clone(), others };
        let spot = Place::row(u32::try_from(one.number).unwrap_or(0));
        one.findings.insert(0, KeptFinding::of(&sheets::finding(&told, spot), Some(place::VALUE)));
        one.verdict = Verdict::Refused;
    }
}

/// Puts what a person typed into a cell of a row; what cannot be read is told on the row.
pub(super) fn mend(row: &mut KeptRow, line: &Line, at: usize, typed: &str) {
    let mut entered = row.entered.values();
    row.told.retain(|one| one.at != Some(at));
    let typed = typed.trim();
    let column = &sheets::entered_columns()[at];
    let told = if at == place::VALUE {
        row.typed = typed.to_owned();
        entered.figure = Figure::NotEntered;
        match sheets::read_text(line, typed) {
            Ok(read) => {
                entered.figure = read.value;
                None
            }
            Err((problem, column)) => Some(ListFinding::of_cell(&problem, column, Place::FILE, typed)),
        }
    } else {
        use thidua_domain::lists::Cell;
        match CellReader::new(column).text(typed) {
            Ok(cell) => {
                match (at, cell) {
                    (place::NUMERATOR, Cell::Amount(amount)) => entered.numerator = Some(amount),
                    (place::NUMERATOR, _) => entered.numerator = None,
                    (place::DENOMINATOR, Cell::Amount(amount)) => entered.denominator = Some(amount),
                    (place::DENOMINATOR, _) => entered.denominator = None,
                    (place::DATED, Cell::Date(day)) => entered.dated = Some(day),
                    (place::DATED, _) => entered.dated = None,
                    (place::SOURCE, Cell::Text(text)) => entered.source = Some(text),
                    (place::SOURCE, _) => entered.source = None,
                    (_, Cell::Text(text)) => entered.note = Some(text),
                    (_, _) => entered.note = None,
                }
                None
            }
            Err(problem) => Some(ListFinding::of_cell(&problem, column, Place::FILE, typed)),
        }
    };
    row.told.extend(told.map(|told| KeptFinding::of(&told, Some(at))));
    row.entered = super::kept::KeptValues::of(&entered);
}
