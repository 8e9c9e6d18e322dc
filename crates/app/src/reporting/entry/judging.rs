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
        let mut findings = row.told.clone();
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
