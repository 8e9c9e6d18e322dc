//! What an upload would change, row by row: the difference of the cells, what the list itself says of each row, and what a
//! person has chosen.

use super::cells::{SEALED, restore};
use super::kind::{List, Meant, Problem, Sheet, Write};
use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor};
use serde_json::{Value, json};
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::finding::Severity;
use thidua_domain::lists::diff::{self, Missing, Uploaded, What};
use thidua_domain::lists::{Cell, CellReader, Tie};
use thidua_domain::people::identity::IdentityNumber;
use thidua_domain::units::Unit;
use thidua_store::uploads::{Upload, UploadRow};

/// A cell that would change, as people read it.
pub(crate) struct Changed {
    pub(crate) heading: String,
    pub(crate) old: String,
    pub(crate) new: String,
}

/// A cell that can be mended in the browser.
pub(crate) struct Mendable {
    pub(crate) column: usize,
    pub(crate) heading: String,
    pub(crate) typed: String,
    pub(crate) says: String,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Unchanged,
    Changed,
    Added,
    /// No tie, but records it may mean.
    Doubtful,
    /// Row and record have both changed since the download.
    Conflict,
    /// The record is no longer there.
    Gone,
    Refused,
    /// A person left it out.
    Skipped,
}

/// One row, judged.
pub(crate) struct Judged {
    pub(crate) row: u32,
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    pub(crate) changes: Vec<Changed>,
    pub(crate) mend: Vec<Mendable>,
    pub(crate) says: String,
    pub(crate) meant: Vec<Meant>,
    pub(crate) write: Option<Write>,
}

/// A finding about the file.
pub(crate) struct FileFinding {
    pub(crate) number: String,
    pub(crate) severity: String,
    pub(crate) place: String,
    pub(crate) message: String,
    pub(crate) mend: String,
}

/// The whole upload, judged.
pub(crate) struct Judgement {
    pub(crate) rows: Vec<Judged>,
    pub(crate) findings: Vec<FileFinding>,
    /// The file as a whole cannot be taken.
    pub(crate) stops: bool,
    /// Rows of the download that the upload does not have; nothing happens to them.
    pub(crate) missing: usize,
    pub(crate) version: i64,
}

impl Judgement {
    pub(crate) fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// Rows that somebody has to decide or mend first.
    pub(crate) fn open(&self) -> usize {
        use Outcome::{Conflict, Doubtful, Gone, Refused};
        self.rows.iter().filter(|row| matches!(row.outcome, Conflict | Doubtful | Gone | Refused)).count()
    }
}

/// What was read besides the rows, as it is kept.
pub(crate) fn reading(read: &thidua_paper::read::list::ListRead, language: Language) -> String {
    let findings: Vec<Value> = read
        .findings
        .iter()
        .filter(|finding| finding.place.row.is_none() || finding.severity != Severity::Error)
        .take(200)
        .map(|finding| {
            json!({
                "number": finding.number,
                "severity": finding.severity.code(),
                "place": finding.place.shown(),
                "message": finding.message.in_language(language),
                "mend": finding.mend.in_language(language),
            })
        })
        .collect();
    let shown: Vec<Value> = read.shown.iter().map(|tie| json!([tie.identity, tie.version])).collect();
    json!({"present": read.present(), "shown": shown, "findings": findings, "stops": read.stops()}).to_string()
}

/// What a masked column shows: never the number itself.
fn shown(sheet: &Sheet, column: usize, cell: &Cell) -> String {
    let declared = &sheet.columns[column];
    let text = cell.shown(&declared.kind);
    if declared.key != SEALED || text.contains('…') || text.is_empty() {
        return text;
    }
    super::people::number(&text).map_or_else(|_| "…".to_owned(), |number: IdentityNumber| number.masked())
}

/// Columns of which an empty cell says nothing about a record that is there.
const SILENT: [&str; 5] = ["kind", "category", "standing", "leader", "parent"];

/// Judges an upload against the list as it is now.
pub(crate) async fn judge(
    app: &App,
    visitor: &Visitor,
    list: &List,
    unit: &Unit,
    upload: &Upload,
    kept: &[UploadRow],
    language: Language,
) -> Result<(Sheet, Judgement), Refusal> {
    let w = words(language);
    let mut sheet = list.sheet(app, visitor, unit).await?;
    let reading: Value = serde_json::from_str(&upload.reading).unwrap_or_default();
    let present: Vec<bool> =
        (0..sheet.columns.len()).map(|at| reading["present"][at].as_bool().unwrap_or(false)).collect();
    let ties = |value: &Value| Some(Tie::new(value[0].as_str()?, value[1].as_i64()?));
    let signed: Vec<Tie> = reading["shown"].as_array().into_iter().flatten().filter_map(ties).collect();
    let now: HashMap<String, (i64, Vec<Cell>)> =
        sheet.current.iter().map(|one| (one.tie.identity.clone(), (one.tie.version, one.cells.clone()))).collect();
    let mut rows = Vec::new();
    let mut skipped = Vec::new();
    for row in kept {
        let number = u32::try_from(row.number).unwrap_or_default();
        let mut cells = restore(app, &sheet.columns, &row.cells, &context(&upload.id, row.number));
        let mut tie = row.tie.as_ref().map(|(id, version)| Tie::new(id.as_str(), *version));
        let chosen = row.choice.as_deref().unwrap_or_default();
        match chosen {
            "take" => {
                tie =
                    tie.and_then(|tie| now.get(&tie.identity).map(|(version, _)| Tie::new(tie.identity, *version)));
            }
            "new" => tie = None,
            other => {
                if let Some(id) = other.strip_prefix("is:") {
                    tie = now.get(id).map(|(version, _)| Tie::new(id, *version));
                }
            }
        }
        if let Some((_, current)) = tie.as_ref().and_then(|tie| now.get(&tie.identity)) {
            for (at, column) in sheet.columns.iter().enumerate() {
                if cells[at].is_empty() && SILENT.contains(&column.key) {
                    cells[at] = current[at].clone();
                }
            }
        }
        let one = Uploaded { row: number, tie, is_new: chosen == "new", cells };
        if chosen == "skip" { skipped.push(one) } else { rows.push(one) }
    }
    let untied: Vec<(u32, &[Cell])> =
        rows.iter().filter(|row| row.tie.is_none()).map(|row| (row.row, row.cells.as_slice())).collect();
    sheet.hear(&untied);
    let asked = diff::Upload { rows: &rows, present: &present, shown: &signed, missing: Missing::Stays };
    let difference = diff::diff(&sheet.columns, &sheet.current, asked);
    let mut judged = Vec::new();
    for one in &difference.rows {
        if let Some(at) = one.uploaded {
            judged.push(row(app, visitor, &mut sheet, &rows[at], &present, one, w).await?);
        }
    }
    for one in &skipped {
        judged.push(blank(&sheet, one, Outcome::Skipped));
    }
    judged.sort_by_key(|one| one.row);
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let findings = reading["findings"].as_array().into_iter().flatten().map(|one| FileFinding {
        number: text(one, "number"),
        severity: text(one, "severity"),
        place: text(one, "place"),
        message: text(one, "message"),
        mend: text(one, "mend"),
    });
    let judgement = Judgement {
        findings: findings.collect(),
        stops: reading["stops"].as_bool().unwrap_or(false),
        missing: difference.counts().stays.saturating_sub(skipped.iter().filter(|one| one.tie.is_some()).count()),
        rows: judged,
        version: upload.version,
    };
    Ok((sheet, judgement))
}

/// Whose cells are sealed.
pub(crate) fn context(upload_id: &str, row: i64) -> String {
    format!("upload:{upload_id}:{row}")
}

fn blank(sheet: &Sheet, one: &Uploaded, outcome: Outcome) -> Judged {
    Judged {
        row: one.row,
        name: one.cells.first().map(|cell| shown(sheet, 0, cell)).unwrap_or_default(),
        outcome,
        changes: Vec::new(),
        mend: Vec::new(),
        says: String::new(),
        meant: Vec::new(),
        write: None,
    }
}

async fn row(
    app: &App,
    visitor: &Visitor,
    sheet: &mut Sheet,
    one: &Uploaded,
    present: &[bool],
    difference: &diff::RowDifference,
    w: &'static Words,
) -> Result<Judged, Refusal> {
    let mut judged = blank(sheet, one, Outcome::Unchanged);
    let tied = one.tie.as_ref().map(|tie| tie.identity.as_str());
    let changes = match &difference.what {
        What::Changed(changes) | What::Conflict { changes, .. } => changes.as_slice(),
        _ => &[],
    };
    judged.changes = changes
        .iter()
        .map(|change| Changed {
            heading: sheet.columns[change.column].heading.clone(),
            old: shown(sheet, change.column, &change.old),
            new: shown(sheet, change.column, &change.new),
        })
        .collect();
    match &difference.what {
        What::Unchanged | What::Stays | What::Removed | What::RemovalConflict { .. } => return Ok(judged),
        What::Gone => {
            judged.outcome = Outcome::Gone;
            judged.says = w.gone.to_owned();
            return Ok(judged);
        }
        What::Refused(refusals) => {
            judged.outcome = Outcome::Refused;
            for refusal in refusals {
                match refusal {
                    diff::Refusal::Copied { of } => judged.says = w.copied_row.replace("{n}", &of.to_string()),
                    diff::Refusal::Unread { column } => judged.mend.push(unread(sheet, one, *column)),
                    diff::Refusal::Required { column } => {
                        judged.mend.push(mendable(sheet, one, *column, w.required.to_owned()));
                    }
                }
            }
            return Ok(judged);
        }
        What::Conflict { .. } => {
            judged.outcome = Outcome::Conflict;
            judged.says = w.conflict.to_owned();
            return Ok(judged);
        }
        What::Doubtful(_) | What::Added if !one.is_new => {
            let named: Vec<String> = match &difference.what {
                What::Doubtful(candidates) => candidates
                    .iter()
                    .filter(|candidate| candidate.taken_by.is_none())
                    .map(|candidate| candidate.tie.identity.clone())
                    .collect(),
                _ => Vec::new(),
            };
            judged.meant = sheet.meant(&one.cells, &named);
            judged.outcome = if judged.meant.is_empty() { Outcome::Added } else { Outcome::Doubtful };
            if judged.outcome == Outcome::Doubtful {
                judged.says = w.doubtful.to_owned();
            }
        }
        What::Doubtful(_) | What::Added => judged.outcome = Outcome::Added,
        What::Changed(_) => judged.outcome = Outcome::Changed,
    }
    if judged.outcome == Outcome::Added {
        judged.changes = all(sheet, one);
    }
    match sheet.row(app, visitor, one.row, &one.cells, present, tied).await? {
        Ok(write) => judged.write = Some(write),
        Err(problems) => {
            judged.outcome = Outcome::Refused;
            let of = |problem: Problem| mendable(sheet, one, problem.column, problem.says);
            judged.mend = problems.into_iter().map(of).collect();
        }
    }
    Ok(judged)
}

/// What stands in a new row.
fn all(sheet: &Sheet, one: &Uploaded) -> Vec<Changed> {
    let filled = one.cells.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty());
    filled
        .map(|(at, cell)| Changed {
            heading: sheet.columns[at].heading.clone(),
            old: String::new(),
            new: shown(sheet, at, cell),
        })
        .collect()
}

fn mendable(sheet: &Sheet, one: &Uploaded, column: usize, says: String) -> Mendable {
    let typed = one.cells.get(column).map(|cell| shown(sheet, column, cell)).unwrap_or_default();
    let typed = if sheet.columns[column].key == SEALED { String::new() } else { typed };
    Mendable { column, heading: sheet.columns[column].heading.clone(), typed, says }
}

fn unread(sheet: &Sheet, one: &Uploaded, column: usize) -> Mendable {
    let declared = &sheet.columns[column];
    let typed = match &one.cells[column] {
        Cell::Unread(typed) => typed.clone(),
        other => other.shown(&declared.kind),
    };
    let says = match CellReader::new(declared).text(&typed) {
        Err(problem) => {
            let (message, mend) = problem.says(declared, &typed);
            format!("{} {}", message.vi, mend.vi)
        }
        Ok(_) => String::new(),
    };
    mendable(sheet, one, column, says)
}
