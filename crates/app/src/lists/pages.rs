//! The page of a list: download it filled, upload it again, and the uploads so far.

use super::evaluate::reading;
use super::kind::List;
use super::words::{Words, words};
use super::{LARGEST, actions};
use crate::App;
use crate::clock::local_date;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::nominations::listed as nominations;
use crate::people::reach::{Named, unit_named};
use crate::registrations::listed;
use crate::registrations::words::words as registrations;
use askama::Template;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::Deserialize;
use std::ops::ControlFlow;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::lists::diff::Uploaded;
use thidua_domain::units::Unit;
use thidua_paper::read::list::{Expected, read_list};
use thidua_paper::write::xlsx::{ListBook, list_to_xlsx};
use thidua_store::uploads::UploadState;

/// Uploads that the page shows.
const SHOWN: i64 = 30;
/// Empty rows below a downloaded list.
const SPARE: u32 = 30;

/// Whose list is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
}

struct UploadLine {
    id: String,
    file: String,
    by: String,
    at: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "lists/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    address: String,
    heading: &'static str,
    back: (String, &'static str),
    unit: Option<(String, String)>,
    typed: String,
    unit_problem: Option<String>,
    problem: Option<String>,
    uploads: Vec<UploadLine>,
}

pub(super) fn state_word(state: UploadState, w: &'static Words) -> &'static str {
    match state {
        UploadState::Open => w.state_open,
        UploadState::Done => w.state_done,
        UploadState::Undone => w.state_undone,
        UploadState::Dropped => w.state_dropped,
    }
}

pub(super) fn place(list: &List) -> Place {
    match list {
        List::Units => Place::Units,
        List::People => Place::People,
        List::Honours => Place::Commendation,
        List::Registrations(_) => Place::Movements,
        List::Nominations(_) => Place::Commendation,
    }
}

pub(super) fn heading(list: &List, w: &'static Words) -> &'static str {
    match list {
        List::Units => w.heading_units,
        List::People => w.heading_people,
        List::Honours => w.heading_honours,
        List::Registrations(_) => w.heading_registrations,
        List::Nominations(_) => w.heading_nominations,
    }
}

pub(super) fn back(list: &List, f: &Frame) -> (String, &'static str) {
    match list {
        List::Units => ("/units".to_owned(), f.c.nav_units),
        List::People => ("/people".to_owned(), f.c.nav_people),
        List::Honours => ("/honours".to_owned(), f.c.nav_commendation),
        List::Registrations(movement) => {
            (format!("/movements/{movement}/registrations"), registrations(f.language).heading)
        }
        List::Nominations(round) => {
            (format!("/award-rounds/{round}"), crate::nominations::words::words(f.language).rounds)
        }
    }
}

/// The unit whose list is asked for: by name or identifier, else the first in which this person may.
async fn whose(
    app: &App,
    visitor: &Visitor,
    list: &List,
    typed: &str,
    language: Language,
) -> Result<Result<Option<Unit>, String>, Refusal> {
    let p = crate::people::words::words(language);
    let choice = match list {
        List::Registrations(movement) => Some(listed::whose(app, visitor, movement).await?),
        List::Nominations(round) => Some(nominations::whose(app, visitor, round).await?),
        _ => None,
    };
    if let Some(units) = choice {
        let typed = typed.trim();
        let found =
            units.into_iter().find(|one| typed.is_empty() || one.id == typed || fold(&one.name) == fold(typed));
        return Ok(found.map(Some).ok_or_else(|| p.unit_unknown.to_owned()));
    }
    if typed.trim().is_empty() {
        return Ok(Ok(crate::people::reach::usual_unit(app, visitor, list.act()).await?));
    }
    Ok(match unit_named(app, visitor, list.act(), typed.trim()).await? {
        Named::One(unit) => Ok(Some(*unit)),
        Named::Unknown => Err(p.unit_unknown.to_owned()),
        Named::Several(names) => Err(format!("{} {}.", p.unit_several, names.join("; "))),
    })
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    list: &List,
    typed: &str,
    problem: Option<String>,
) -> Answer {
    let w = words(caller.preferences.language);
    let f = Frame::new(caller, place(list));
    let (unit, unit_problem) = match whose(app, visitor, list, typed, caller.preferences.language).await? {
        Ok(unit) => (unit, None),
        Err(says) => (None, Some(says)),
    };
    let mut uploads = Vec::new();
    if let Some(unit) = &unit {
        for one in app.store.uploads_of(&unit.id, &list.code(), SHOWN).await? {
            uploads.push(UploadLine {
                id: one.id,
                file: one.file_name,
                by: one.account_name,
                at: show::moment(one.uploaded_at),
                state: state_word(one.state, w),
            });
        }
    }
    let refused = problem.is_some() || unit_problem.is_some();
    let typed = unit.as_ref().map_or_else(|| typed.to_owned(), |unit| unit.name.clone());
    crate::face::frame::returned(
        &ListPage {
            address: list.address(),
            heading: heading(list, w),
            back: back(list, &f),
            unit: unit.map(|unit| (unit.id, unit.name)),
            typed,
            unit_problem,
            problem,
            uploads,
            f,
            w,
        },
        false,
        refused,
    )
}

/// `GET /units/list`.
pub(crate) async fn units_page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &List::Units, &asked.unit, None).await
}

/// `GET /people/list`.
pub(crate) async fn people_page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &List::People, &asked.unit, None).await
}

async fn download(app: &App, caller: &Caller, visitor: &Visitor, list: &List, asked: &Asked) -> Answer {
    let found = whose(app, visitor, list, &asked.unit, caller.preferences.language).await?;
    let unit = found.ok().flatten().ok_or(Refusal::NotFound)?;
    list.require(app, visitor, &unit.id).await?;
    let sheet = list.sheet(app, visitor, &unit).await?;
    let seal = list.seal(app, &unit.id)?;
    let w = words(Language::Vietnamese);
    let date = local_date((app.clock)());
    let title = heading(list, w).to_owned();
    let name = unit.name.clone();
    let content = app
        .heavily(move || {
            let book = ListBook {
                authority: &name,
                title: &title,
                date,
                columns: &sheet.columns,
                numbered: true,
                spare_rows: SPARE,
                seal: Some(&seal),
                version: 0,
            };
            list_to_xlsx(&book, sheet.current.iter().map(|one| (Some(&one.tie), one.cells.as_slice())))
        })
        .await?
        .map_err(Refusal::fault)?;
    let file = format!("attachment; filename=\"{}-{date}.xlsx\"", list.file());
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    let headers = [(CONTENT_TYPE, media), (CONTENT_DISPOSITION, file), (CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, content).into_response())
}

/// `GET /units/list.xlsx`.
pub(crate) async fn units_download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    download(&app, &caller, &visitor, &List::Units, &asked).await
}

/// `GET /people/list.xlsx`.
pub(crate) async fn people_download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    download(&app, &caller, &visitor, &List::People, &asked).await
}

async fn upload(app: &App, caller: &Caller, visitor: &Visitor, list: &List, mut sent: Multipart) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let (mut typed, mut name, mut bytes) = (String::new(), String::new(), Vec::new());
    while let Some(field) = sent.next_field().await.map_err(Refusal::of_part)? {
        match field.name() {
            Some("unit") => typed = field.text().await.map_err(Refusal::of_part)?,
            Some("file") => {
                name = field.file_name().unwrap_or_default().chars().take(200).collect();
                bytes = field.bytes().await.map_err(Refusal::of_part)?.to_vec();
            }
            _ => {}
        }
    }
    let unit = match whose(app, visitor, list, &typed, language).await? {
        Ok(Some(unit)) => unit,
        _ => return render(app, caller, visitor, list, &typed, None).await,
    };
    list.require(app, visitor, &unit.id).await?;
    if bytes.is_empty() {
        return render(app, caller, visitor, list, &unit.id, Some(w.no_file.to_owned())).await;
    }
    let sheet = list.sheet(app, visitor, &unit).await?;
    let seal = list.seal(app, &unit.id)?;
    let columns = sheet.columns.clone();
    let _turn = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let read = tokio::task::spawn_blocking(move || {
        let mut rows: Vec<Uploaded> = Vec::new();
        let expected = Expected { columns: &columns, seal: Some(&seal) };
        let read = read_list(&bytes, &expected, &mut |row| {
            rows.push(row);
            if rows.len() > LARGEST { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        read.map(|read| (rows, read))
    })
    .await
    .map_err(Refusal::fault)?;
    let (rows, read) = match read {
        Ok(read) => read,
        Err(problem) => {
            let says = problem.says().in_language(language).to_owned();
            return render(app, caller, visitor, list, &unit.id, Some(says)).await;
        }
    };
    if rows.len() > LARGEST {
        return Err(actions::too_many());
    }
    let kept = reading(&read, language);
    let id = actions::keep(app, visitor, list, &unit, &sheet, (&name, &kept), rows).await?;
    go(format!("/uploads/{id}"))
}

/// `POST /units/list`.
pub(crate) async fn units_upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    sent: Multipart,
) -> Answer {
    upload(&app, &caller, &visitor, &List::Units, sent).await
}

/// `POST /people/list`.
pub(crate) async fn people_upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    sent: Multipart,
) -> Answer {
    upload(&app, &caller, &visitor, &List::People, sent).await
}

/// `GET /honours/list`.
pub(crate) async fn honours_page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &List::Honours, &asked.unit, None).await
}

/// `GET /honours/list.xlsx`.
pub(crate) async fn honours_download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    download(&app, &caller, &visitor, &List::Honours, &asked).await
}

/// `POST /honours/list`.
pub(crate) async fn honours_upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    sent: Multipart,
) -> Answer {
    upload(&app, &caller, &visitor, &List::Honours, sent).await
}

/// `GET /movements/{id}/registrations/list`.
pub(crate) async fn registrations_page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &List::Registrations(id), &asked.unit, None).await
}

/// `GET /movements/{id}/registrations/list.xlsx`.
pub(crate) async fn registrations_download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    download(&app, &caller, &visitor, &List::Registrations(id), &asked).await
}

/// `POST /movements/{id}/registrations/list`.
pub(crate) async fn registrations_upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    sent: Multipart,
) -> Answer {
    upload(&app, &caller, &visitor, &List::Registrations(id), sent).await
}

/// `GET /award-rounds/{id}/list`.
pub(crate) async fn nominations_page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &List::Nominations(id), &asked.unit, None).await
}

/// `GET /award-rounds/{id}/list.xlsx`.
pub(crate) async fn nominations_download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    download(&app, &caller, &visitor, &List::Nominations(id), &asked).await
}

/// `POST /award-rounds/{id}/list`.
pub(crate) async fn nominations_upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    sent: Multipart,
) -> Answer {
    upload(&app, &caller, &visitor, &List::Nominations(id), sent).await
}
