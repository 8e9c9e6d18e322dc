//! Raising a problem.

use super::pages::{RaisePage, render_raise};
use super::words;
use crate::App;
use crate::bottlenecks::pages::item_for;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use crate::tasks::actions::{task_for, today};
use axum::Form;
use axum::extract::{Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::tasks::problems::Source;
use thidua_store::audit::Entry;
use thidua_store::problems::NewProblem;

/// What it comes from.
#[derive(Deserialize, Default)]
pub(crate) struct From {
    task: Option<String>,
    bottleneck: Option<String>,
}

/// Where a problem goes and who raises it.
struct Route {
    source: Source,
    source_id: Option<String>,
    /// Leaderships to choose from: identifier, name.
    to: Vec<(String, String)>,
    raised_by: String,
    name: String,
}

async fn route(app: &App, visitor: &Visitor, from: &From) -> Result<Route, Refusal> {
    let said = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
    if let Some(id) = said(&from.task) {
        let view = task_for(app, visitor, &id).await?;
        if !view.rights.tell {
            return Err(Refusal::NotAllowed);
        }
        let task = view.task;
        let raised_by = match task.text.lead_unit_id.clone().filter(|_| view.rights.answer) {
            Some(lead) => lead,
            None => app.own_unit(visitor, Act::DoTask, None).await?,
        };
        return Ok(Route {
            source: Source::Task,
            source_id: Some(id),
            to: vec![(task.unit_id, task.unit_name)],
            raised_by,
            name: task.text.work,
        });
    }
    if let Some(id) = said(&from.bottleneck) {
        let (item, manage) = item_for(app, visitor, &id).await?;
        let owner = match &item.text.owner_unit_id {
            Some(owner) if app.may(visitor, Act::DoTask, owner).await? => Some(owner.clone()),
            _ => None,
        };
        let raised_by = match owner {
            Some(owner) => owner,
            None if manage => item.unit_id.clone(),
            None => return Err(Refusal::NotAllowed),
        };
        return Ok(Route {
            source: Source::Bottleneck,
            source_id: Some(id),
            to: vec![(item.unit_id, item.unit_name)],
            raised_by,
            name: item.text.name,
        });
    }
    let own = app.own_unit(visitor, Act::RaiseProblem, None).await?;
    // one's own leadership, or that of the authority above
    let path = app.store.path_on(&own, today(app)).await?;
    let mut to: Vec<(String, String)> = path.into_iter().take(2).map(|unit| (unit.id, unit.name)).collect();
    if to.is_empty() {
        // an authority whose days are over still winds its year up
        to.extend(app.store.unit(&own).await?.map(|unit| (unit.id, unit.name)));
    }
    Ok(Route { source: Source::Free, source_id: None, to, raised_by: own, name: String::new() })
}

fn fields(w: &'static words::Words, route: &Route) -> Vec<Field> {
    let mut fields = vec![
        Field::new("name", w.name, Input::Line, route.name.chars().take(200).collect::<String>()).hint(w.name_hint),
        Field::new("description", w.description, Input::Text, ""),
    ];
    if route.to.len() > 1 {
        // the body above is asked more often than one's own leadership
        let above = route.to.last().map(|(id, _)| id.clone()).unwrap_or_default();
        fields.push(Field::new("to", w.to_whom, Input::List(route.to.clone()), above));
    }
    fields
}

fn page(caller: &Caller, w: &'static words::Words, route: &Route, fields: Vec<Field>, refused: bool) -> Answer {
    let hidden = match route.source {
        Source::Free => None,
        source => route.source_id.clone().map(|id| (source.code(), id)),
    };
    let to = route.to.first().map(|(_, name)| name.clone()).unwrap_or_default();
    render_raise(RaisePage { f: Frame::new(caller, Place::Tasks), w, hidden, to, fields, refused })
}

/// `GET /problems/new`.
pub(crate) async fn form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(from): Query<From>,
) -> Answer {
    let route = route(&app, &visitor, &from).await?;
    let w = words::words(caller.preferences.language);
    page(&caller, w, &route, fields(w, &route), false)
}

/// `POST /problems`.
pub(crate) async fn raise(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let from = From { task: typed.get("task").cloned(), bottleneck: typed.get("bottleneck").cloned() };
    let route = route(&app, &visitor, &from).await?;
    let w = words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let name = reader.required("name");
    let description = reader.text("description");
    let asked = reader.text("to");
    let to = match &asked {
        Some(asked) => route.to.iter().find(|(id, _)| id == asked),
        None => route.to.first(),
    };
    let Some((unit_id, _)) = to else { return Err(Refusal::NotFound) };
    if !reader.fine() {
        let fields = reader.mark(fields(w, &route));
        return page(&caller, w, &route, fields, true);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let id = change.new_id();
    let new = NewProblem {
        id: &id,
        unit_id,
        raised_by: &route.raised_by,
        source: route.source,
        source_id: route.source_id.as_deref(),
        name: &name,
        description: description.as_deref(),
        day: today(&app),
    };
    change.raise_problem(&new).await?;
    let entry = Entry {
        unit_id: Some(unit_id.clone()),
        act: "problem.raised",
        subject: "problem",
        subject_id: id.clone(),
        detail: Some(name),
    };
    change.commit(entry).await?;
    go(format!("/problems/{id}?done=saved"))
}
