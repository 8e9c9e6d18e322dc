//! An upload row by row: what would change, what is mended and chosen, putting it in, taking it back.

use super::evaluate::{FileFinding, Judged, Judgement, Outcome, context, judge};
use super::kind::{List, Sheet};
use super::pages::{back, heading, place, state_word};
use super::words::{Words, words};
use super::{actions, cells};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as face_show};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use thidua_domain::lists::{Cell, CellReader};
use thidua_domain::units::Unit;
use thidua_store::uploads::{Upload, UploadRow, UploadState};

/// Rows on one page.
const A_PAGE: usize = 50;

#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    only: String,
    #[serde(default)]
    page: String,
}

#[derive(Template)]
#[template(path = "lists/review.html")]
struct ReviewPage {
    f: Frame,
    w: &'static Words,
    id: String,
    address: String,
    heading: &'static str,
    back: (String, &'static str),
    unit: (String, String),
    file: String,
    by: String,
    at: String,
    state: &'static str,
    is_open: bool,
    is_done: bool,
    done_says: String,
    counts: Vec<(&'static str, &'static str, usize)>,
    rows: Vec<Judged>,
    findings: Vec<FileFinding>,
    stops: bool,
    left: usize,
    left_says: String,
    nothing: bool,
    only: String,
    page: usize,
    pages: usize,
    version: i64,
    hindered: Vec<String>,
}

impl ReviewPage {
    fn asks(&self, row: &Judged) -> bool {
        self.is_open
            && matches!(
                row.outcome,
                Outcome::Doubtful | Outcome::Conflict | Outcome::Gone | Outcome::Refused | Outcome::Skipped
            )
    }

    fn label(&self, row: &Judged) -> &'static str {
        match row.outcome {
            Outcome::Unchanged => self.w.unchanged,
            Outcome::Changed => self.w.changed,
            Outcome::Added => self.w.added,
            Outcome::Doubtful | Outcome::Conflict | Outcome::Gone => self.w.asked,
            Outcome::Refused => self.w.refused,
            Outcome::Skipped => self.w.skipped,
        }
    }

    fn doubtful(&self, row: &Judged) -> bool {
        row.outcome == Outcome::Doubtful
    }

    fn conflict(&self, row: &Judged) -> bool {
        row.outcome == Outcome::Conflict
    }

    fn gone(&self, row: &Judged) -> bool {
        row.outcome == Outcome::Gone
    }

    fn skipped(&self, row: &Judged) -> bool {
        row.outcome == Outcome::Skipped
    }
}

/// An upload, its list and the unit whose list it is, where this person may put it in.
async fn upload_for(app: &App, visitor: &Visitor, id: &str) -> Result<(Upload, List, Unit), Refusal> {
    let upload = app.store.upload(id).await?.ok_or(Refusal::NotFound)?;
    let list = List::from_code(&upload.list).ok_or(Refusal::NotFound)?;
    list.require(app, visitor, &upload.unit_id).await?;
    let unit = app.store.unit(&upload.unit_id).await?.ok_or(Refusal::NotFound)?;
    Ok((upload, list, unit))
}

async fn judged(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    upload: &Upload,
    list: &List,
    unit: &Unit,
) -> Result<(Sheet, Judgement, Vec<UploadRow>), Refusal> {
    let kept = app.store.upload_rows(&upload.id).await?;
    let (sheet, judgement) = judge(app, visitor, list, unit, upload, &kept, caller.preferences.language).await?;
    Ok((sheet, judgement, kept))
}

/// `GET /uploads/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let upload = app.store.upload(&id).await?.ok_or(Refusal::NotFound)?;
    if let Some(report) = crate::reporting::entry::report_of_list(&upload.list) {
        // figures have their page at their report, which asks for itself who may see it
        return go(format!("/reports/{report}/uploads/{id}"));
    }
    render(&app, &caller, &visitor, &id, &asked, Vec::new()).await
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    asked: &Asked,
    hindered: Vec<String>,
) -> Answer {
    let (upload, list, unit) = upload_for(app, visitor, id).await?;
    let w = words(caller.preferences.language);
    let f = Frame::new(caller, place(&list));
    let is_open = upload.state == UploadState::Open;
    // what has been put in is compared with nothing any more
    let judgement = match is_open {
        true => judged(app, caller, visitor, &upload, &list, &unit).await?.1,
        false => {
            Judgement { rows: Vec::new(), findings: Vec::new(), stops: false, missing: 0, version: upload.version }
        }
    };
    let sorts = [
        ("unchanged", w.unchanged, judgement.count(Outcome::Unchanged)),
        ("changed", w.changed, judgement.count(Outcome::Changed)),
        ("added", w.added, judgement.count(Outcome::Added)),
        (
            "asked",
            w.asked,
            judgement.count(Outcome::Doubtful)
                + judgement.count(Outcome::Conflict)
                + judgement.count(Outcome::Gone),
        ),
        ("refused", w.refused, judgement.count(Outcome::Refused)),
        ("skipped", w.skipped, judgement.count(Outcome::Skipped)),
        ("", w.missing, judgement.missing),
    ];
    let left = judgement.open();
    let nothing = left == 0 && judgement.rows.iter().all(|row| row.write.is_none());
    let fits = |row: &Judged| match (asked.only.as_str(), row.outcome) {
        ("unchanged", Outcome::Unchanged) | ("changed", Outcome::Changed) | ("added", Outcome::Added) => true,
        ("refused", Outcome::Refused) | ("skipped", Outcome::Skipped) => true,
        ("asked", Outcome::Doubtful | Outcome::Conflict | Outcome::Gone) => true,
        ("", outcome) => outcome != Outcome::Unchanged,
        _ => false,
    };
    let mut rows: Vec<Judged> = judgement.rows.into_iter().filter(|row| fits(row)).collect();
    // what somebody has to do stands first
    rows.sort_by_key(|row| match row.outcome {
        Outcome::Refused => 0,
        Outcome::Doubtful | Outcome::Conflict | Outcome::Gone => 1,
        _ => 2,
    });
    let pages = rows.len().div_ceil(A_PAGE).max(1);
    let number = asked.page.parse().ok().filter(|page| (1..=pages).contains(page)).unwrap_or(1);
    let rows = rows.into_iter().skip((number - 1) * A_PAGE).take(A_PAGE).collect();
    let steps = app.store.upload_steps(&upload.id).await?;
    let added = steps.iter().filter(|step| step.before.is_none()).count();
    let mut done_says =
        w.done_says.replace("{added}", &added.to_string()).replace("{changed}", &(steps.len() - added).to_string());
    if matches!(list, List::Nominations(_)) {
        done_says = format!("{done_says} {}", w.came_along);
    }
    let conflict = !hindered.is_empty();
    let template = ReviewPage {
        id: upload.id,
        address: list.address(),
        heading: heading(&list, w),
        back: back(&list, &f),
        unit: (unit.id, unit.name),
        file: upload.file_name,
        by: upload.account_name,
        at: face_show::moment(upload.uploaded_at),
        state: state_word(upload.state, w),
        is_open,
        is_done: upload.state == UploadState::Done,
        done_says,
        counts: if is_open { sorts.to_vec() } else { Vec::new() },
        findings: judgement.findings,
        stops: judgement.stops,
        left_says: w.still_open.replace("{n}", &left.to_string()),
        only: asked.only.clone(),
        version: judgement.version,
        page: number,
        f,
        w,
        rows,
        left,
        nothing,
        pages,
        hindered,
    };
    let mut response = page(&template)?;
    if conflict {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    Ok(response)
}

/// Refuses when somebody decided since the page was made.
fn seen(upload: &Upload, typed: &Typed) -> Result<(), Refusal> {
    let version = crate::face::forms::seen(typed);
    if version == upload.version { Ok(()) } else { Err(Refusal::ChangedMeanwhile) }
}

/// `POST /uploads/{id}`: cells that were mended and choices that were made.
pub(crate) async fn mend(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (upload, list, unit) = upload_for(&app, &visitor, &id).await?;
    seen(&upload, &typed)?;
    let sheet = list.sheet(&app, &visitor, &unit).await?;
    let known: std::collections::HashSet<&str> =
        sheet.current.iter().map(|one| one.tie.identity.as_str()).collect();
    let mut mended = Vec::new();
    for mut row in app.store.upload_rows(&id).await? {
        let mut changed = false;
        if let Some(choice) = typed.get(&format!("choice{}", row.number)) {
            let fits = matches!(choice.as_str(), "" | "skip" | "new" | "take")
                || choice.strip_prefix("is:").is_some_and(|id| known.contains(id));
            if !fits {
                return Err(Refusal::NotFound);
            }
            let choice = Some(choice.clone()).filter(|choice| !choice.is_empty());
            changed = choice != row.choice;
            row.choice = choice;
        }
        let whose = context(&id, row.number);
        let mut now = cells::restore(&app, &sheet.columns, &row.cells, &whose);
        for (at, column) in sheet.columns.iter().enumerate() {
            if let Some(text) =
                typed.get(&format!("cell{}.{at}", row.number)).filter(|text| !text.trim().is_empty())
            {
                now[at] =
                    CellReader::new(column).text(text).unwrap_or_else(|_| Cell::Unread(text.trim().to_owned()));
                changed = true;
            }
        }
        if changed {
            row.cells = cells::keep(&app, &sheet.columns, &now, &whose)?;
            mended.push(row);
        }
    }
    actions::mend(&app, &visitor, &upload, mended).await?;
    go(format!("/uploads/{id}?done=saved"))
}

/// `POST /uploads/{id}/put-in`.
pub(crate) async fn put_in(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (upload, list, unit) = upload_for(&app, &visitor, &id).await?;
    seen(&upload, &typed)?;
    if upload.state != UploadState::Open {
        return Err(Refusal::ChangedMeanwhile);
    }
    let (_, judgement, _) = judged(&app, &caller, &visitor, &upload, &list, &unit).await?;
    if judgement.stops {
        return Err(Refusal::Invalid(actions::says(|w| w.stops.to_owned())));
    }
    if judgement.open() > 0 {
        let left = judgement.open().to_string();
        return Err(Refusal::Invalid(actions::says(|w| w.still_open.replace("{n}", &left))));
    }
    actions::put_in(&app, &visitor, &list, &upload, &judgement).await?;
    go(format!("/uploads/{id}?done=saved"))
}

/// `POST /uploads/{id}/undo`.
pub(crate) async fn take_back(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (upload, list, _) = upload_for(&app, &visitor, &id).await?;
    if upload.state != UploadState::Done {
        return Err(Refusal::ChangedMeanwhile);
    }
    let hindered = actions::take_back(&app, &visitor, &list, &upload).await?;
    if hindered.is_empty() {
        return go(format!("/uploads/{id}?done=saved"));
    }
    render(&app, &caller, &visitor, &id, &Asked::default(), hindered).await
}

/// `POST /uploads/{id}/drop`.
pub(crate) async fn drop_upload(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (upload, list, unit) = upload_for(&app, &visitor, &id).await?;
    if upload.state != UploadState::Open {
        return Err(Refusal::ChangedMeanwhile);
    }
    actions::drop_upload(&app, &visitor, &upload).await?;
    go(format!("{}?unit={}", list.address(), unit.id))
}
