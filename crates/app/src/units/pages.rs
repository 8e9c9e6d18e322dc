//! The list of authorities.

use super::{actions, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use thidua_domain::plans::draft::IssuerLevel;

struct Row {
    name: String,
    level: &'static str,
    parent: String,
}

#[derive(Template)]
#[template(path = "units/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    fields: Vec<Field>,
    refused: bool,
}

fn fields(w: &'static words::Words, c: &'static crate::face::words::Words) -> Vec<Field> {
    let levels = IssuerLevel::ALL.into_iter().map(|level| (level.code(), show::level(level, c))).collect();
    vec![
        Field::new("name", w.name, Input::Line, "").hint(w.name_hint),
        Field::new("level", w.level, Input::Choice(levels), IssuerLevel::Commune.code()),
        Field::new("parent", w.parent, Input::Line, ""),
    ]
}

async fn list(app: &App, caller: &Caller, marked: Option<Vec<Field>>) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Units);
    let rows = app
        .store
        .units()
        .await?
        .into_iter()
        .map(|unit| Row {
            name: unit.name,
            level: show::level(unit.level, f.c),
            parent: unit.parent_name.unwrap_or_default(),
        })
        .collect();
    let refused = marked.is_some();
    let fields = marked.unwrap_or_else(|| fields(w, f.c));
    let mut response = page(&ListPage { f, w, rows, fields, refused })?;
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// `GET /units`.
pub(crate) async fn index(State(app): State<App>, caller: Caller) -> Answer {
    list(&app, &caller, None).await
}

/// `POST /units`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, c);
    let name = reader.required("name");
    let level = reader.code("level", IssuerLevel::from_code).unwrap_or(IssuerLevel::Other);
    let parent = reader.text("parent");
    let known = app.store.units().await?.into_iter().any(|unit| {
        same(&unit.name, &name)
            && unit.level == level
            && same_parent(unit.parent_name.as_deref(), parent.as_deref())
    });
    if known {
        reader.problem("name", w.known);
    }
    if !reader.fine() {
        return list(&app, &caller, Some(reader.mark(fields(w, c)))).await;
    }
    actions::add(&app, visitor.author((app.clock)()), &name, level, parent).await?;
    go("/units?done=saved")
}

/// Case and white space do not make another authority; marks do.
fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(a) == plain(b)
}

fn same_parent(a: Option<&str>, b: Option<&str>) -> bool {
    same(a.unwrap_or_default(), b.unwrap_or_default())
}
