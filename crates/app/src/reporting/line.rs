//! `/reports/{id}/lines/{target}`: one line with its evidence and everything that was ever entered in it.

use super::door::{Sheet, noted, sheet};
use super::lines::{self, Asked};
use super::row::{Basis, Row, read, row, slip};
use super::sheet::year;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::{go, returned};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::office::receiving::{keep, receive, register};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::text::nfc;
use thidua_domain::reporting::Entered;
use thidua_store::StoreError;
use thidua_store::reporting::{LineVersion, NewLine};

struct Earlier {
    version: i64,
    current: bool,
    value: String,
    ratio: String,
    dated: String,
    source: String,
    evidence: Option<(String, String)>,
    place: String,
    reason: String,
    who: String,
}

#[derive(Template)]
#[template(path = "reporting/line.html")]
struct LinePage {
    f: Frame,
    w: &'static Words,
    report_id: String,
    round_id: String,
    unit: String,
    row: Row,
    plan_id: String,
    plan_line: u32,
    raw: String,
    open: bool,
    first: bool,
    place: String,
    problem: Option<String>,
    file_problem: Option<&'static str>,
    version: i64,
    history: Vec<Earlier>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, target)): Path<(String, String)>,
) -> Answer {
    let sheet = sheet(&app, &visitor, &id).await?;
    render(&app, &caller, sheet, &target, None, None, None).await
}

async fn asked_one(app: &App, sheet: &Sheet, target: &str) -> Result<Asked, Refusal> {
    lines::asked(app, &sheet.round, &sheet.unit.id, Some(&sheet.report.id))
        .await?
        .into_iter()
        .find(|one| one.target.id == target)
        .ok_or(Refusal::NotFound)
}

async fn render(
    app: &App,
    caller: &Caller,
    sheet: Sheet,
    target: &str,
    typed: Option<Typed>,
    problem: Option<String>,
    file_problem: Option<&'static str>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let asked = asked_one(app, &sheet, target).await?;
    let entered = asked.entered();
    let today = crate::local_date((app.clock)());
    let found = lines::findings(&sheet.round, year(&sheet), &[(&asked, &entered)], today);
    let basis = Basis::of(typed.as_ref(), std::slice::from_ref(&asked));
    let mut shown_row = row(&asked, &entered, basis, language);
    // a line of its own always has room for numerator and denominator
    shown_row.ratio = !shown_row.judged;
    shown_row.slips = found.iter().map(|one| slip(one, w)).collect();
    let mut place = entered.place.clone().unwrap_or_default();
    if let Some(typed) = &typed {
        for cell in super::row::CELLS {
            if let Some(value) = typed.get(&format!("{cell}-{target}")) {
                shown_row.cells.insert(cell, value.clone());
            }
        }
        place = typed.get("place").cloned().unwrap_or_default();
    }
    let history = app.store.line_history(&sheet.report.id, target).await?;
    let illustrative = history.iter().any(|one| one.illustrative);
    let earlier = |one: &LineVersion| Earlier {
        version: one.version,
        current: one.current,
        value: shown::figure(one.entered.figure, c),
        ratio: match (one.entered.numerator, one.entered.denominator) {
            (Some(part), Some(all)) => format!("{}/{}", part.vietnamese(), all.vietnamese()),
            _ => String::new(),
        },
        dated: shown::day(one.entered.dated),
        source: one.entered.source.clone().unwrap_or_default(),
        evidence: one.entered.file_digest.clone().zip(one.entered.file_name.clone()),
        place: one.entered.place.clone().unwrap_or_default(),
        reason: one.entered.reason.clone().unwrap_or_default(),
        who: format!("{}, {}", one.account_name, shown::moment(one.entered_at)),
    };
    let refused = problem.is_some() || file_problem.is_some();
    let template = LinePage {
        report_id: sheet.report.id.clone(),
        round_id: sheet.round.id.clone(),
        unit: sheet.unit.name.clone(),
        plan_id: sheet.round.plan_id.clone(),
        plan_line: asked.target.draft.lines.first,
        raw: asked.target.draft.raw.clone(),
        open: sheet.is_open(),
        first: sheet.round.period == thidua_domain::periods::Period::FirstQuarter,
        row: shown_row,
        place,
        problem,
        file_problem,
        version: sheet.report.version,
        history: history.iter().map(earlier).collect(),
        f: Frame::new(caller, Place::Movements).with_sample(illustrative),
        w,
    };
    returned(&template, false, refused)
}

/// `POST /reports/{id}/lines/{target}`: the line with its evidence.
pub(crate) async fn save(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, target)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let sheet = super::door::open_sheet(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let asked = asked_one(&app, &sheet, &target).await?;
    let basis = Basis::of(Some(&sent.typed), std::slice::from_ref(&asked));
    let before = asked.entered();
    let read = read(&asked, &sent.typed, basis, language);
    let mut entered: Entered = match read {
        Ok(entered) => entered,
        Err(problem) => return render(&app, &caller, sheet, &target, Some(sent.typed), Some(problem), None).await,
    };
    if sent.file_problem.is_some() {
        return render(&app, &caller, sheet, &target, Some(sent.typed), None, sent.file_problem).await;
    }
    let place: String = nfc(sent.typed.get("place").map_or("", |place| place.trim()))
        .chars()
        .filter(|c| !c.is_control())
        .take(300)
        .collect();
    entered.place = (!place.is_empty()).then_some(place);
    let kept = keep(&app, sent.file).await?;
    if let Some(file) = &kept {
        entered.file_digest = Some(file.digest.clone());
        entered.file_name = Some(file.name.clone());
    }
    if entered == before {
        return go(format!("/reports/{id}/lines/{target}"));
    }
    if sheet.report.first_sent.is_some() && entered.reason.is_none() {
        let problem = Some(w.reason_needed.to_owned());
        return render(&app, &caller, sheet, &target, Some(sent.typed), problem, None).await;
    }
    let seen = crate::face::forms::seen(&sent.typed);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    match change.write_unit_report(&sheet.report.id, seen).await {
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = super::door::open_sheet(&app, &visitor, &id).await?;
            return render(&app, &caller, newest, &target, Some(sent.typed), Some(w.conflict.to_owned()), None)
                .await;
        }
        other => other?,
    }
    let c = crate::face::words::words(thidua_domain::basics::Language::Vietnamese);
    let detail = format!("{}: {}", asked.target.draft.name, shown::figure(entered.figure, c));
    change
        .write_report_line(&sheet.report.id, &NewLine { target_id: target.clone(), entered, illustrative: false })
        .await?;
    change.commit(noted(&sheet.unit.id, "report.written", &sheet.report.id, Some(detail))).await?;
    go(format!("/reports/{id}/lines/{target}?done=saved"))
}
