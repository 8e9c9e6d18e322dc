//! Taking the chosen rows of an upload over as one, taking the whole upload back as one, dropping it.

use super::super::door::{Sheet, open_sheet};
use super::book::Filled;
use super::judging::Judged;
use super::kept::{self, KeptReading};
use super::review::{Came, render, upload_of};
use super::uploading::noted;
use super::words::words;
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::read_date;
use thidua_domain::basics::text::nfc;
use thidua_domain::figures::Figure;
use thidua_domain::reporting::Entered;
use thidua_store::reporting::NewLine;
use thidua_store::uploads::{Upload, UploadRow, UploadState, UploadStep};

/// Writes the chosen rows in one transaction, and keeps how to take them back.
pub(super) async fn put_in(
    app: &App,
    visitor: &Visitor,
    of: &Sheet,
    filled: &Filled,
    upload: &Upload,
    (mended, taken): (&[UploadRow], &[&Judged]),
    (seen, typed): (i64, &Typed),
) -> Result<(), Refusal> {
    let reading: KeptReading = serde_json::from_str(&upload.reading).map_err(Refusal::fault)?;
    let sample = is_sample(app, of).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(upload, UploadState::Done).await?;
    for row in mended {
        change.mend_upload_row(&upload.id, row).await?;
    }
    change.write_unit_report(&of.report.id, seen).await?;
    let mut steps = Vec::new();
    for one in taken.iter().filter(|one| one.verdict.writes()) {
        let Some(line) = one.line.map(|at| &filled.sheet.lines[at]) else { continue };
        let Some(asked) = filled.asked(&line.id) else { continue };
        let (before, was_sample) = (asked.entered(), asked.line.as_ref().is_some_and(|line| line.illustrative));
        let entered = after(one, &before, of, upload, &reading, typed);
        steps.push(UploadStep {
            subject_id: line.id.clone(),
            before: if asked.line.is_some() { Some(kept::before(&before, was_sample)?) } else { None },
            version_after: line.version + 1,
        });
        let line = NewLine { target_id: line.id.clone(), entered, illustrative: was_sample || sample };
        change.write_report_line(&of.report.id, &line).await?;
    }
    let detail = format!("{}: {}", upload.file_name, steps.len());
    change.keep_upload_steps(&upload.id, steps).await?;
    change.commit(noted(upload, "report.workbook-taken", detail)).await?;
    Ok(())
}

/// Whether the movement runs on invented data: what joins them is marked like them.
async fn is_sample(app: &App, of: &Sheet) -> Result<bool, Refusal> {
    let figures = app.store.figures_of_plan(&of.round.plan_id).await?;
    Ok(of.view.plan.illustrative || figures.iter().any(|one| one.reported.illustrative))
}

/// What a line becomes: cells that were left empty keep what is there.
fn after(
    one: &Judged,
    before: &Entered,
    of: &Sheet,
    upload: &Upload,
    reading: &KeptReading,
    typed: &Typed,
) -> Entered {
    let w = words(Language::Vietnamese);
    let new = &one.entered;
    let mut entered = Entered {
        figure: new.figure,
        numerator: new.numerator.or(before.numerator),
        denominator: new.denominator.or(before.denominator),
        of_period: if new.figure == before.figure { before.of_period } else { None },
        dated: new.dated.or(before.dated),
        source: new.source.clone().or_else(|| before.source.clone()),
        reason: new.note.clone().or_else(|| before.reason.clone()),
        ..before.clone()
    };
    if matches!(entered.figure, Figure::Number(_) | Figure::Judged(_)) {
        let text = |name: &str| -> Option<String> {
            let text: String = nfc(typed.get(name)?.trim()).chars().filter(|c| !c.is_control()).take(500).collect();
            (!text.is_empty()).then_some(text)
        };
        entered.dated = entered.dated.or_else(|| read_date(typed.get("all-dated").map_or("", String::as_str)).ok());
        entered.source = entered.source.or_else(|| text("all-source"));
    }
    if of.report.first_sent.is_some() && new.note.is_none() {
        entered.reason = Some(w.by_file.replace("{file}", &upload.file_name));
    }
    // the workbook proves what has no better proof
    if entered.file_digest.is_none()
        && let Some(digest) = &reading.digest
    {
        entered.file_digest = Some(digest.clone());
        entered.file_name = Some(upload.file_name.clone());
        entered.place = Some(w.row_of_file.replace("{n}", &one.number.to_string()));
    }
    entered
}

/// `POST /reports/{id}/uploads/{upload}/undo`: every line back to what it was, unless somebody went on with one.
pub(crate) async fn take_back(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, upload)): Path<(String, String)>,
) -> Answer {
    let of = open_sheet(&app, &visitor, &id).await?;
    let upload = upload_of(&app, &of, &upload).await?;
    if upload.state != UploadState::Done {
        return Err(Refusal::ChangedMeanwhile);
    }
    let steps = app.store.upload_steps(&upload.id).await?;
    let lines = app.store.report_lines(&of.report.id).await?;
    let targets = app.store.targets(&of.round.plan_id).await?;
    let mut hindered = Vec::new();
    for step in &steps {
        let newest = lines.iter().find(|line| line.target_id == step.subject_id).map_or(0, |line| line.version);
        if newest != step.version_after {
            let name = targets.iter().find(|one| one.id == step.subject_id).map(|one| one.draft.name.clone());
            hindered.push(name.unwrap_or_default());
        }
    }
    if !hindered.is_empty() {
        let came = Came { hindered, ..Came::default() };
        return render(&app, &caller, &of, &upload, came).await;
    }
    let w = words(Language::Vietnamese);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(&upload, UploadState::Undone).await?;
    change.write_unit_report(&of.report.id, of.report.version).await?;
    for step in &steps {
        let (mut entered, illustrative) = match &step.before {
            Some(before) => kept::entered(before)?,
            None => (Entered::default(), false),
        };
        if entered.reason.is_none() && of.report.first_sent.is_some() {
            entered.reason = Some(w.undo_reason.replace("{file}", &upload.file_name));
        }
        let line = NewLine { target_id: step.subject_id.clone(), entered, illustrative };
        change.write_report_line(&of.report.id, &line).await?;
    }
    let detail = format!("{}: {}", upload.file_name, steps.len());
    change.commit(noted(&upload, "report.workbook-undone", detail)).await?;
    go(format!("/reports/{id}/uploads/{}?done=undone", upload.id))
}

/// `POST /reports/{id}/uploads/{upload}/drop`.
pub(crate) async fn drop_upload(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, upload)): Path<(String, String)>,
) -> Answer {
    let of = open_sheet(&app, &visitor, &id).await?;
    let upload = upload_of(&app, &of, &upload).await?;
    if upload.state != UploadState::Open {
        return Err(Refusal::ChangedMeanwhile);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(&upload, UploadState::Dropped).await?;
    change.commit(noted(&upload, "report.workbook-dropped", upload.file_name.clone())).await?;
    go(format!("/reports/{id}/workbook"))
}
