//! `/reports/{id}/workbook`: the sheet out and in, and pasting a table; what is read is kept to be looked at.

use super::super::door::{Sheet, open_sheet, sheet};
use super::book::{Filled, filled, seal};
use super::kept::{KeptFinding, KeptReading, KeptRow, KeptValues};
use super::pasted::headed;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::{go, returned};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::office::receiving::{Kept, keep, receive, register};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::figure_sheets::{Verdict, verdict};
use thidua_domain::finding::Severity;
use thidua_paper::read::figure_sheet::{ExpectedFigures, FigureOrigin, FiguresRead, read_figures};
use thidua_paper::read::list::ListProblem;
use thidua_store::audit::Entry;
use thidua_store::uploads::{Upload, UploadRow, UploadState};

/// What stands before the report in the code of its uploads.
const LIST: &str = "figures:";
/// Uploads that the page shows.
const SHOWN: i64 = 20;
/// Letters of a pasted table.
const LONGEST_PASTED: usize = 500_000;

struct UploadLine {
    id: String,
    file: String,
    by: String,
    at: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "reporting/entry/workbook.html")]
struct WorkbookPage {
    f: Frame,
    w: &'static Words,
    id: String,
    unit: String,
    period: String,
    open: bool,
    problems: Vec<(String, String)>,
    pasted: String,
    uploads: Vec<UploadLine>,
}

/// The code under which the uploads of a report are kept.
pub(super) fn list_of(report_id: &str) -> String {
    format!("{LIST}{report_id}")
}

/// The report whose uploads are kept under a code.
pub(crate) fn report_of_list(list: &str) -> Option<&str> {
    list.strip_prefix(LIST)
}

pub(super) fn state_word(state: UploadState, w: &'static Words) -> &'static str {
    match state {
        UploadState::Open => w.state_open,
        UploadState::Done => w.state_done,
        UploadState::Undone => w.state_undone,
        UploadState::Dropped => w.state_dropped,
    }
}

/// An entry for the log about an upload.
pub(super) fn noted(upload: &Upload, act: &'static str, detail: String) -> Entry {
    entry((&upload.id, &upload.unit_id), act, detail)
}

fn entry((upload, unit): (&str, &str), act: &'static str, detail: String) -> Entry {
    Entry {
        unit_id: Some(unit.to_owned()),
        act,
        subject: "upload",
        subject_id: upload.to_owned(),
        detail: Some(detail),
    }
}

async fn render(app: &App, caller: &Caller, of: &Sheet, problems: Vec<(String, String)>, pasted: String) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let uploads = app.store.uploads_of(&of.unit.id, &list_of(&of.report.id), SHOWN).await?;
    let refused = !problems.is_empty();
    let template = WorkbookPage {
        id: of.report.id.clone(),
        unit: of.unit.name.clone(),
        period: super::super::labels::period(of.round.period, c),
        open: of.is_open(),
        problems,
        pasted,
        uploads: uploads
            .into_iter()
            .map(|one| UploadLine {
                id: one.id,
                file: one.file_name,
                by: one.account_name,
                at: shown::moment(one.uploaded_at),
                state: state_word(one.state, w),
            })
            .collect(),
        f: Frame::new(caller, Place::Movements),
        w,
    };
    returned(&template, false, refused)
}

/// `GET /reports/{id}/workbook`.
pub(crate) async fn page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let of = sheet(&app, &visitor, &id).await?;
    if !of.writes {
        return Err(Refusal::NotAllowed);
    }
    render(&app, &caller, &of, Vec::new(), String::new()).await
}

/// `POST /reports/{id}/workbook`: a file, or a pasted table.
pub(crate) async fn upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let of = open_sheet(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let mut sent = receive(&app, request, office::words(language)).await?;
    let pasted = sent.typed.remove("pasted").unwrap_or_default();
    let told = |says: &str| vec![(says.to_owned(), String::new())];
    if let Some(problem) = sent.file_problem {
        return render(&app, &caller, &of, told(problem), pasted).await;
    }
    if sent.file.is_none() && (pasted.trim().is_empty() || pasted.len() > LONGEST_PASTED) {
        return render(&app, &caller, &of, told(w.nothing_sent), String::new()).await;
    }
    let filled = filled(&app, &of).await?;
    let bytes = sent.file.as_ref().map_or_else(|| pasted.clone().into_bytes(), |file| file.content.clone());
    let read = match read(&app, &filled, bytes, sent.file.is_none().then(|| pasted.clone())).await? {
        Ok(read) if !read.stops() => read,
        Ok(read) => {
            let errors = read.findings.iter().filter(|one| one.severity == Severity::Error);
            let told = errors
                .map(|one| {
                    (one.message.in_language(language).to_owned(), one.mend.in_language(language).to_owned())
                })
                .collect();
            return render(&app, &caller, &of, told, pasted).await;
        }
        Err(problem) => {
            return render(&app, &caller, &of, told(problem.says().in_language(language)), pasted).await;
        }
    };
    let name =
        sent.file.as_ref().map_or_else(|| words(Language::Vietnamese).pasted_name.to_owned(), |f| f.name.clone());
    let kept = keep(&app, sent.file).await?;
    let upload = put_aside(&app, &visitor, &of, &filled, &read, &name, kept).await?;
    go(format!("/reports/{id}/uploads/{upload}"))
}

/// Reads a file off the threads that answer requests; a pasted block without headings is tried with those that fit.
async fn read(
    app: &App,
    filled: &Filled,
    bytes: Vec<u8>,
    pasted: Option<String>,
) -> Result<Result<FiguresRead, ListProblem>, Refusal> {
    let seal = seal(app)?;
    let expected = filled.sheet.clone();
    let today = crate::local_date((app.clock)());
    let _turn = app.heavy.acquire().await.map_err(Refusal::fault)?;
    tokio::task::spawn_blocking(move || {
        let against = ExpectedFigures { seal: Some(&seal), sheet: Some(&expected), today: Some(today) };
        let read = read_figures(&bytes, &against);
        match (read, pasted) {
            (Err(ListProblem::NoHeadings { .. }), Some(text)) => {
                read_figures(headed(&text, &expected.lines).as_bytes(), &against)
            }
            (read, _) => read,
        }
    })
    .await
    .map_err(Refusal::fault)
}

/// Keeps what was read, with its file, to be looked at; nothing of the report changes.
async fn put_aside(
    app: &App,
    visitor: &Visitor,
    of: &Sheet,
    filled: &Filled,
    read: &FiguresRead,
    name: &str,
    kept: Option<Kept>,
) -> Result<String, Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let id = change.new_id();
    register(&change, &kept).await?;
    // where it comes from is said on the page; what a person typed there and everywhere is no finding of a pasted table
    let about_origin = |number: &str| matches!(number, "FIG-005" | "FIG-013") && kept.is_none();
    let reading = KeptReading {
        digest: kept.as_ref().map(|kept| kept.digest.clone()),
        ours: read.origin == FigureOrigin::Ours,
        findings: read
            .findings
            .iter()
            .filter(|one| !about_origin(one.number))
            .map(|one| KeptFinding::of(one, None))
            .collect(),
    };
    let mut rows = Vec::new();
    for row in &read.rows {
        let line = row.line.and_then(|at| filled.sheet.lines.get(at));
        let nothing = row.findings.is_empty()
            && line.is_some_and(|line| {
                let found = verdict(line, None, &row.entered, false);
                matches!(found, Verdict::Blank | Verdict::NoLine)
            });
        if nothing {
            continue;
        }
        let was = read.shown.as_ref().zip(line).and_then(|(sheet, line)| {
            let was = sheet.lines.iter().find(|one| one.id == line.id)?;
            Some((was.version, KeptValues::of(&was.now)))
        });
        let told = row.findings.iter().filter(|one| !one.number.starts_with("FIG-1") || is_matching(one.number));
        let kept = KeptRow {
            line: line.map(|line| line.id.clone()),
            number: row.number.clone(),
            name: row.name.clone(),
            typed: row.typed.clone(),
            entered: KeptValues::of(&row.entered),
            told: told.map(|one| KeptFinding::of(one, read.column_of(one))).collect(),
            shown: was,
        };
        rows.push(UploadRow {
            number: i64::from(row.row),
            tie: None,
            cells: serde_json::to_string(&kept).map_err(Refusal::fault)?,
            choice: None,
        });
    }
    let reading = serde_json::to_string(&reading).map_err(Refusal::fault)?;
    change.add_upload(&id, &list_of(&of.report.id), &of.unit.id, name, &reading, rows).await?;
    change.commit(entry((&id, &of.unit.id), "report.workbook-uploaded", name.to_owned())).await?;
    Ok(id)
}

/// Whether a finding is about which line a row means; the rules of figures, which begin alike, are asked anew each time.
fn is_matching(number: &str) -> bool {
    number.len() == "FIG-000".len() && number < "FIG-100"
}
