//! Places to visit that a person adds, each with a reason.

use super::door::{Door, door};
use super::one::{self, Which};
use super::sample::new_visit;
use super::words::{Words, words};
use crate::App;
use crate::cascade::plan_day;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, FormView};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::inspections::{State as Standing, SubjectKind};
use thidua_store::StoreError;
use thidua_store::inspections::Visit;

/// The units directly below the authority and its blocks that are not among the places: code, label.
async fn offered(app: &App, door: &Door, w: &'static Words) -> Result<Vec<(String, String)>, Refusal> {
    let day = plan_day(app, &door.plan).await?;
    let there = |id: &str| door.visits.iter().any(|visit| visit.subject_id == id);
    let mut found = Vec::new();
    for unit in reach::below(app, &door.it.unit_id, day).await?.into_iter().filter(|unit| !there(&unit.id)) {
        found.push((format!("unit:{}", unit.id), w.place_unit.replace("{name}", &unit.name)));
    }
    for block in app.store.blocks_of(&door.it.unit_id).await? {
        if !block.outside && !there(&block.id) {
            found.push((format!("block:{}", block.id), w.place_block.replace("{name}", &block.name)));
        }
    }
    Ok(found)
}

/// The form that adds a place; none where none is left.
pub(super) async fn form(app: &App, door: &Door, w: &'static Words) -> Result<Option<FormView>, Refusal> {
    let offered = offered(app, door, w).await?;
    let Some(first) = offered.first().map(|(code, _)| code.clone()) else { return Ok(None) };
    let fields = vec![
        Field::new("place", w.place, Input::List(offered), first),
        Field::new("planned", w.planned, Input::Day, ""),
        Field::new("reason", w.reason, Input::Line, "").hint(w.place_reason_hint),
    ];
    let address = format!("/inspections/{}/places", door.it.id);
    Ok(Some(FormView::new(address, 0, placed(fields, "place"), w.add_place)))
}

/// `POST /inspections/{id}/places`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    door.require_plans()?;
    if !matches!(door.it.state, Standing::Draft | Standing::Issued) {
        return Err(super::door::invalid(|w| w.no_arrow));
    }
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let offered = offered(&app, &door, w).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let place = reader.required("place");
    let reason = reader.required("reason");
    let planned_on = reader.day("planned");
    let known = offered.iter().any(|(code, _)| *code == place);
    if !place.is_empty() && !known {
        reader.problem("place", w.place_there);
    }
    let (kind, subject) = place.split_once(':').unwrap_or(("", ""));
    let kind = SubjectKind::from_code(kind).unwrap_or(SubjectKind::Unit);
    if !reader.fine() {
        let which = match form(&app, &door, w).await? {
            Some(form) => Which::Place(form.back(reader, Came::Refused)),
            // no place is left to choose
            None => Which::Refused(w.place_there.to_owned()),
        };
        return one::render(&app, &caller, door, Some(which)).await;
    }
    let name = match kind {
        SubjectKind::Unit => app.store.unit(subject).await?.map(|unit| unit.name),
        SubjectKind::Block => app.store.block(subject).await?.map(|block| block.name),
    };
    let name = name.ok_or(Refusal::NotFound)?;
    let position = door.visits.iter().map(|visit| visit.position).max().unwrap_or_default() + 1;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let visit = Visit {
        id: change.new_id(),
        name: name.clone(),
        reason: Some(reason.clone()),
        planned_on,
        ..new_visit(&door.it, kind, subject, position)
    };
    match change.write_visit(&visit).await {
        Err(StoreError::AlreadyThere) => Err(Refusal::ChangedMeanwhile),
        other => {
            other?;
            change.commit(door.entry("inspection.place-added", format!("{name}: {reason}"))).await?;
            go(format!("/inspections/{id}?done=saved#places"))
        }
    }
}
