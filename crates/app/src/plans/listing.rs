//! The list of plans, and bringing one in.

use super::{actions, words};
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use askama::Template;
use axum::extract::{Multipart, State};
use std::collections::HashMap;
use thidua_domain::access::{Act, may};
use thidua_domain::movements::State as MovementState;
use thidua_store::plans::PlanLine;

/// Bytes of an upload, the form around it included.
pub(crate) const UPLOAD_LIMIT: usize = 42 * 1024 * 1024;

struct Row {
    id: String,
    number: String,
    title: String,
    unit: String,
    date: String,
    leaves: i64,
    state: &'static str,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "plans/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    may_add: bool,
    /// Issued plans of the units above, from which the unit's own is made.
    from_above: Vec<Row>,
    cascade: &'static crate::cascade::words::Words,
    problem: Option<String>,
    pasted: String,
}

async fn list(app: &App, caller: &Caller, visitor: &Visitor, problem: Option<String>, pasted: String) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Plans);
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let mut issued_above = Vec::new();
    if let Some(unit) = visitor.actor.unit_id.as_deref().filter(|_| visitor.actor.may(Act::PreparePlan)) {
        let above: Vec<String> = app.store.path_ids(unit).await?.into_iter().skip(1).collect();
        let above: Vec<&str> = above.iter().map(String::as_str).collect();
        issued_above = app.store.plans(Some(&above)).await?;
        issued_above.retain(|plan| plan.issued);
        issued_above.truncate(20);
    }
    let owners: Vec<String> = plans.iter().chain(&issued_above).map(|plan| plan.unit_id.clone()).collect();
    let units: HashMap<String, String> =
        app.store.units_of(&owners).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let from_above = issued_above.into_iter().map(|plan| row(plan, &units, &f, w)).collect();
    let cascade = crate::cascade::words::words(caller.preferences.language);
    let rows = plans.into_iter().map(|plan| row(plan, &units, &f, w)).collect();
    let may_add = may(visitor.actor.role, Act::PreparePlan) && visitor.actor.unit_id.is_some();
    let refused = problem.is_some();
    crate::face::frame::returned(
        &ListPage { f, w, rows, may_add, from_above, cascade, problem, pasted },
        false,
        refused,
    )
}

fn row(plan: PlanLine, units: &HashMap<String, String>, f: &Frame, w: &'static words::Words) -> Row {
    let state = plan.movement_state.as_deref().and_then(MovementState::from_code).unwrap_or(MovementState::Draft);
    Row {
        number: plan.number_symbol.unwrap_or_else(|| w.no_number.to_owned()),
        title: plan.title.unwrap_or_default(),
        unit: units.get(&plan.unit_id).cloned().unwrap_or_default(),
        date: show::day(plan.dated),
        leaves: plan.leaves,
        state: show::state(state, f.c),
        class: if plan.issued { "on-track" } else { "needs-person" },
        id: plan.id,
    }
}

/// `GET /plans`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    list(&app, &caller, &visitor, None, String::new()).await
}

/// `POST /plans`: a file, or pasted text.
pub(crate) async fn upload(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    mut form: Multipart,
) -> Answer {
    let unit_id = app.own_unit(&visitor, Act::PreparePlan, None).await?;
    let w = words::words(caller.preferences.language);
    let (mut name, mut bytes, mut pasted) = (String::new(), Vec::new(), String::new());
    while let Some(field) = form.next_field().await.map_err(Refusal::of_part)? {
        match field.name() {
            Some("file") => {
                name =
                    field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
                bytes = field.bytes().await.map_err(Refusal::of_part)?.to_vec();
            }
            Some("text") => pasted = field.text().await.map_err(Refusal::of_part)?,
            _ => {}
        }
    }
    // an empty file that was chosen is told so; nothing chosen at all falls back to the pasted text
    if name.is_empty() && !pasted.trim().is_empty() {
        name = w.pasted_name.to_owned();
        bytes = pasted.clone().into_bytes();
    }
    if name.is_empty() {
        return list(&app, &caller, &visitor, Some(w.nothing_sent.to_owned()), pasted).await;
    }
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let (bytes, read) = tokio::task::spawn_blocking(move || {
        let read = actions::read(&bytes);
        (bytes, read)
    })
    .await
    .map_err(Refusal::fault)?;
    drop(permit);
    let read = match read {
        Ok(read) => read,
        Err(says) => {
            let problem = format!("{name}: {}", says.in_language(caller.preferences.language));
            return list(&app, &caller, &visitor, Some(problem), pasted).await;
        }
    };
    let author = visitor.author((app.clock)());
    let brought = actions::bring_in(&app, author, &unit_id, &name, &bytes, &read, false).await?;
    let done = if matches!(brought, actions::BroughtIn::New(_)) { "imported" } else { "known" };
    go(format!("/plans/{}?done={done}", brought.id()))
}
