//! The whole history of one person or unit on one page: all records of a person, all forerunners of a unit, recognitions too.

use super::rows::{Row, doubles, row};
use super::whose;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;

#[derive(Template)]
#[template(path = "honours/whole.html")]
struct WholePage {
    f: Frame,
    w: &'static Words,
    name: String,
    address: String,
    note: String,
    rows: Vec<Row>,
    any_double: bool,
    recognised: Vec<crate::recognitions::Line>,
}

/// `GET /honours/people/{id}`.
pub(crate) async fn person(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let ids = whose::records(&app, &id).await?;
    let root = ids.first().cloned().unwrap_or(id);
    let person = app.store.person(&root).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::Look, person.post.unit_id.as_deref().unwrap_or_default()).await?;
    let all = app.store.honours_of_people(&ids).await?;
    let twice = doubles(&all);
    let note = if ids.len() > 1 { w.records.replace("{n}", &ids.len().to_string()) } else { String::new() };
    let sample = !all.is_empty() && all.iter().all(|one| one.illustrative);
    page(&WholePage {
        f: frame(&caller, Tab::Honours).with_sample(sample),
        name: person.name,
        address: format!("/people/{root}"),
        note,
        rows: all.iter().map(|one| row(one, &twice)).collect(),
        any_double: !twice.is_empty(),
        recognised: crate::recognitions::of_person(&app, &visitor, &ids, language).await?,
        w,
    })
}

/// `GET /honours/units/{id}`.
pub(crate) async fn unit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let unit = app.store.unit(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::Look, &id).await?;
    let ids = whose::forerunners(&app, &id).await?;
    let all = app.store.honours_of_units(&ids).await?;
    let twice = doubles(&all);
    let before = app.store.units_of(&ids[1.min(ids.len())..]).await?;
    let names = before.into_iter().map(|unit| unit.name).collect::<Vec<_>>().join("; ");
    let mut recognised = Vec::new();
    for id in &ids {
        recognised.extend(crate::recognitions::of_unit(&app, &visitor, id, language).await?);
    }
    let sample = !all.is_empty() && all.iter().all(|one| one.illustrative);
    page(&WholePage {
        f: frame(&caller, Tab::Honours).with_sample(sample),
        name: unit.name,
        address: format!("/units/{id}"),
        note: if names.is_empty() { String::new() } else { w.units.replace("{names}", &names) },
        rows: all.iter().map(|one| row(one, &twice)).collect(),
        any_double: !twice.is_empty(),
        recognised,
        w,
    })
}
