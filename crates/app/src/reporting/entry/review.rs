//! `/reports/{id}/uploads/{upload}`: row by row what is there and what comes, mended and chosen in the browser.

use super::super::door::{Sheet, open_sheet, sheet};
use super::book::{Filled, filled};
use super::judging::{Judged, judge, mend};
use super::kept::{KeptFinding, KeptReading, KeptRow};
use super::putting_in;
use super::uploading::{list_of, noted, state_word};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::{go, returned};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use std::collections::HashSet;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::figure_sheets::{Values, Verdict, place, shown as figure_shown};
use thidua_domain::finding::Severity;
use thidua_store::uploads::{Upload, UploadRow, UploadState};

/// A cell that can be mended.
struct Cell {
    name: String,
    label: &'static str,
    value: String,
    wrong: bool,
}

struct Row {
    number: i64,
    target: String,
    name: String,
    measure: String,
    written: String,
    old: String,
    new: String,
    label: &'static str,
    class: &'static str,
    details: Vec<(&'static str, String, String)>,
    says: Vec<(String, String, String)>,
    cells: Vec<Cell>,
    choose: bool,
    may_take: bool,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "reporting/entry/review.html")]
struct ReviewPage {
    f: Frame,
    w: &'static Words,
    id: String,
    upload: String,
    unit: String,
    period: String,
    file: String,
    digest: Option<String>,
    by: String,
    at: String,
    state: &'static str,
    ours: bool,
    is_open: bool,
    is_done: bool,
    may: bool,
    done_says: String,
    counts: Vec<(&'static str, usize)>,
    findings: Vec<(String, String, String, String)>,
    rows: Vec<Row>,
    lines: Vec<(String, String)>,
    nothing: bool,
    problem: Option<String>,
    hindered: Vec<String>,
    all_dated: String,
    all_source: String,
    version: i64,
    upload_version: i64,
}

/// What came back with a form, or with taking an upload back.
#[derive(Default)]
pub(super) struct Came {
    pub(super) ticked: Option<HashSet<i64>>,
    pub(super) problem: Option<String>,
    pub(super) hindered: Vec<String>,
    pub(super) typed: Typed,
    pub(super) changed: bool,
}

/// The upload of an address, of this report.
pub(super) async fn upload_of(app: &App, of: &Sheet, upload: &str) -> Result<Upload, Refusal> {
    let found = app.store.upload(upload).await?.ok_or(Refusal::NotFound)?;
    if found.list == list_of(&of.report.id) { Ok(found) } else { Err(Refusal::NotFound) }
}

/// `GET /reports/{id}/uploads/{upload}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, upload)): Path<(String, String)>,
) -> Answer {
    let of = sheet(&app, &visitor, &id).await?;
    let upload = upload_of(&app, &of, &upload).await?;
    render(&app, &caller, &of, &upload, Came::default()).await
}

pub(super) async fn render(app: &App, caller: &Caller, of: &Sheet, upload: &Upload, came: Came) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let filled = filled(app, of).await?;
    let rows = app.store.upload_rows(&upload.id).await?;
    let judged = judge(&rows, &filled, crate::local_date((app.clock)()))?;
    let reading: KeptReading = serde_json::from_str(&upload.reading).map_err(Refusal::fault)?;
    let is_open = upload.state == UploadState::Open;
    let steps = app.store.upload_steps(&upload.id).await?.len();
    let count = |test: &dyn Fn(&Judged) -> bool| judged.iter().filter(|one| test(one)).count();
    let of_verdict = |wanted: Verdict| count(&|one: &Judged| one.verdict == wanted && !one.is_refused());
    let counts = vec![
        (w.count_new, of_verdict(Verdict::New)),
        (w.count_changed, of_verdict(Verdict::Changed)),
        (w.count_ask, count(&|one| one.verdict.writes() && !one.is_clean())),
        (w.count_refused, count(&|one| one.is_refused())),
        (w.count_same, of_verdict(Verdict::Same)),
        (w.count_blank, of_verdict(Verdict::Blank)),
    ];
    let nothing = !judged.iter().any(|one| one.verdict.writes() || one.is_refused());
    let refused = came.problem.is_some() || !came.hindered.is_empty();
    let typed = |name: &str| came.typed.get(name).cloned().unwrap_or_default();
    let template = ReviewPage {
        id: of.report.id.clone(),
        upload: upload.id.clone(),
        unit: of.unit.name.clone(),
        period: super::super::labels::period(of.round.period, c),
        file: upload.file_name.clone(),
        // what only lies here is given out once a line rests on it
        digest: reading.digest.clone().filter(|_| upload.state == UploadState::Done),
        by: upload.account_name.clone(),
        at: shown::moment(upload.uploaded_at),
        state: state_word(upload.state, w),
        ours: reading.ours,
        is_open,
        is_done: upload.state == UploadState::Done,
        may: of.is_open(),
        done_says: w.done_says.replace("{n}", &steps.to_string()),
        counts,
        findings: reading.findings.iter().map(|one| finding(one, language)).collect(),
        rows: if is_open {
            judged.iter().map(|one| row(one, &filled, &came, w, language)).collect()
        } else {
            Vec::new()
        },
        lines: filled
            .sheet
            .lines
            .iter()
            .filter(|line| line.kind.is_entered())
            .map(|line| (line.id.clone(), format!("{} {}", line.number, line.name).trim().to_owned()))
            .collect(),
        nothing,
        all_dated: typed("all-dated"),
        all_source: typed("all-source"),
        problem: came.problem,
        hindered: came.hindered,
        version: of.report.version,
        upload_version: upload.version,
        f: Frame::new(caller, Place::Movements),
        w,
    };
    returned(&template, came.changed, refused)
}

fn finding(one: &KeptFinding, language: Language) -> (String, String, String, String) {
    let number = if one.place.is_empty() { one.number.clone() } else { format!("{} · {}", one.number, one.place) };
    (one.severity.clone(), number, one.message(language), one.mend(language))
}

fn row(one: &Judged, filled: &Filled, came: &Came, w: &'static Words, language: Language) -> Row {
    let line = one.line.map(|at| &filled.sheet.lines[at]);
    let refused = one.is_refused();
    let (label, class) = match one.verdict {
        _ if line.is_none() => (w.says_no_line, "missed"),
        _ if refused => (w.says_refused, "missed"),
        Verdict::New => (w.says_new, "met"),
        Verdict::Changed => (w.says_changed, "on-track"),
        Verdict::Conflict => (w.says_conflict, "at-risk"),
        Verdict::Same | Verdict::Blank | Verdict::NoLine | Verdict::Refused => (w.says_same, "not-begun"),
    };
    let mut says: Vec<(String, String, String)> = one
        .findings
        .iter()
        .map(|finding| (finding.severity.clone(), finding.message(language), finding.mend(language)))
        .collect();
    if let (Verdict::Conflict, Some(line), Some((_, then))) = (one.verdict, line, &one.row.shown) {
        let then = figure_or_none(&then.values(), w);
        let text = w.conflict_says.replace("{now}", &figure_or_none(&line.now, w)).replace("{then}", &then);
        says.insert(0, ("warning".to_owned(), text, String::new()));
    }
    let may_take = one.verdict.writes() && !refused;
    let ticked = came.ticked.as_ref().map_or_else(|| one.is_clean(), |ticked| ticked.contains(&one.number));
    Row {
        number: one.number,
        target: line.map(|line| line.id.clone()).unwrap_or_default(),
        name: line.map_or_else(|| one.row.name.clone(), |line| format!("{} {}", line.number, line.name)),
        measure: line.and_then(|line| line.measure.clone()).unwrap_or_default(),
        written: if line.is_some_and(|line| line.name != one.row.name) && !one.row.name.is_empty() {
            w.written_in.replace("{name}", &one.row.name)
        } else {
            String::new()
        },
        old: line.map(|line| figure_shown(line.now.figure)).unwrap_or_default(),
        new: if refused { one.row.typed.clone() } else { figure_shown(one.entered.figure) },
        label,
        class,
        details: line.map(|line| details(&line.now, &one.entered, w)).unwrap_or_default(),
        says,
        cells: if line.is_some() { cells(one, came, w) } else { Vec::new() },
        choose: line.is_none(),
        may_take,
        ticked: may_take && ticked,
    }
}

fn figure_or_none(values: &Values, w: &'static Words) -> String {
    let shown = figure_shown(values.figure);
    if shown.is_empty() { w.count_blank.to_lowercase() } else { shown }
}

/// What else of a line changes: heading, old, new.
fn details(old: &Values, new: &Values, w: &'static Words) -> Vec<(&'static str, String, String)> {
    let amount = |amount: Option<Amount>| amount.map(Amount::vietnamese).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let all = [
        (w.numerator, amount(old.numerator), amount(new.numerator)),
        (w.denominator, amount(old.denominator), amount(new.denominator)),
        (w.dated, shown::day(old.dated), shown::day(new.dated)),
        (w.source, text(&old.source), text(&new.source)),
        (w.note, text(&old.note), text(&new.note)),
    ];
    all.into_iter().filter(|(_, old, new)| !new.is_empty() && old != new).collect()
}

/// The cells of a row that have something wrong or doubtful, to be mended here.
fn cells(one: &Judged, came: &Came, w: &'static Words) -> Vec<Cell> {
    let amount = |amount: Option<Amount>| amount.map(Amount::vietnamese).unwrap_or_default();
    let mut found = Vec::new();
    for at in 0..place::COUNT {
        let about: Vec<&KeptFinding> = one
            .findings
            .iter()
            .filter(|finding| finding.at == Some(at) && finding.severity() != Severity::Notice)
            .collect();
        // a row that is to be given up is emptied as a whole
        let gives_up = match at {
            place::NUMERATOR => one.is_twice() && one.entered.numerator.is_some(),
            place::DENOMINATOR => one.is_twice() && one.entered.denominator.is_some(),
            _ => false,
        };
        if about.is_empty() && !gives_up {
            continue;
        }
        let (label, value) = match at {
            place::VALUE => (w.value, one.row.typed.clone()),
            place::NUMERATOR => (w.numerator, amount(one.entered.numerator)),
            place::DENOMINATOR => (w.denominator, amount(one.entered.denominator)),
            place::DATED => (w.dated, shown::day(one.entered.dated)),
            place::SOURCE => (w.source, one.entered.source.clone().unwrap_or_default()),
            _ => (w.note, one.entered.note.clone().unwrap_or_default()),
        };
        let name = cell_name(one.number, at);
        let value = came.typed.get(&name).cloned().unwrap_or(value);
        let wrong = about.iter().any(|finding| finding.severity() == Severity::Error);
        found.push(Cell { name, label, value, wrong });
    }
    found
}

fn cell_name(row: i64, at: usize) -> String {
    format!("c{row}.{at}")
}

/// What a form mends: the rows it changes.
fn mended(rows: &[UploadRow], filled: &Filled, typed: &Typed) -> Result<Vec<UploadRow>, Refusal> {
    let mut changed = Vec::new();
    for kept in rows {
        let mut row: KeptRow = serde_json::from_str(&kept.cells).map_err(Refusal::fault)?;
        let mut touched = false;
        if row.line.is_none()
            && let Some(chosen) = typed.get(&format!("line{}", kept.number)).filter(|id| !id.is_empty())
        {
            let at = filled.place(chosen).ok_or(Refusal::NotFound)?;
            row.line = Some(chosen.clone());
            row.told.clear();
            let value = row.typed.clone();
            mend(&mut row, &filled.sheet.lines[at], place::VALUE, &value);
            touched = true;
        }
        if let Some(line) = row.line.as_deref().and_then(|id| filled.place(id)).map(|at| &filled.sheet.lines[at]) {
            for at in 0..place::COUNT {
                let Some(text) = typed.get(&cell_name(kept.number, at)) else { continue };
                let was = if at == place::VALUE { Some(row.typed.as_str()) } else { None };
                if was != Some(text.trim()) {
                    mend(&mut row, line, at, text);
                    touched = true;
                }
            }
        }
        if touched {
            changed.push(UploadRow { cells: serde_json::to_string(&row).map_err(Refusal::fault)?, ..kept.clone() });
        }
    }
    Ok(changed)
}

/// `POST /reports/{id}/uploads/{upload}`: mends rows, or takes the ticked ones over.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, upload)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let of = open_sheet(&app, &visitor, &id).await?;
    let found = upload_of(&app, &of, &upload).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let seen: Option<i64> = typed.get("upload-version").and_then(|version| version.parse().ok());
    if found.state != UploadState::Open || seen != Some(found.version) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let filled = filled(&app, &of).await?;
    let mut rows = app.store.upload_rows(&found.id).await?;
    let changed = mended(&rows, &filled, &typed)?;
    let ticked: HashSet<i64> =
        rows.iter().map(|row| row.number).filter(|number| typed.contains_key(&format!("take{number}"))).collect();
    if typed.get("act").map(String::as_str) != Some("take") {
        if !changed.is_empty() {
            let numbers: Vec<String> = changed.iter().map(|row| row.number.to_string()).collect();
            let change = app.store.change(visitor.author((app.clock)())).await?;
            change.step_upload(&found, UploadState::Open).await?;
            for row in &changed {
                change.mend_upload_row(&found.id, row).await?;
            }
            let detail = format!("{}: {}", found.file_name, numbers.join(", "));
            change.commit(noted(&found, "report.workbook-mended", detail)).await?;
        }
        return go(format!("/reports/{id}/uploads/{upload}?done=saved"));
    }
    for row in &mut rows {
        if let Some(changed) = changed.iter().find(|one| one.number == row.number) {
            *row = changed.clone();
        }
    }
    let judged = judge(&rows, &filled, crate::local_date((app.clock)()))?;
    let taken: Vec<&Judged> = judged.iter().filter(|one| ticked.contains(&one.number)).collect();
    let wrong: Vec<String> =
        taken.iter().filter(|one| one.is_refused()).map(|one| one.number.to_string()).collect();
    let problem = if !wrong.is_empty() {
        Some(w.still_wrong.replace("{rows}", &wrong.join(", ")))
    } else if !taken.iter().any(|one| one.verdict.writes()) {
        Some(w.none_ticked.to_owned())
    } else {
        None
    };
    if problem.is_some() {
        let came = Came { ticked: Some(ticked), problem, typed, ..Came::default() };
        return render(&app, &caller, &of, &found, came).await;
    }
    let seen = crate::face::forms::seen(&typed);
    match putting_in::put_in(&app, &visitor, &of, &filled, &found, (&changed, &taken), (seen, &typed)).await {
        Err(Refusal::ChangedMeanwhile) => {
            let newest = open_sheet(&app, &visitor, &id).await?;
            let found = upload_of(&app, &newest, &upload).await?;
            if found.state != UploadState::Open {
                return Err(Refusal::ChangedMeanwhile);
            }
            let problem = Some(w.changed_meanwhile.to_owned());
            let came = Came { problem, typed, changed: true, ..Came::default() };
            render(&app, &caller, &newest, &found, came).await
        }
        Err(other) => Err(other),
        Ok(()) => go(format!("/reports/{id}?done=figures")),
    }
}
