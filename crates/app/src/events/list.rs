//! The congresses and conferences that somebody may see.

use super::editing::new_form;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::office::forms::{FormView, answered};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::State;
use thidua_domain::access::Act;
use thidua_store::events::Event;

/// Events of one list.
const MOST: i64 = 200;

struct Row {
    id: String,
    name: String,
    owner: String,
    level: &'static str,
    days: String,
    units: String,
    delegates: i64,
    called_off: bool,
}

#[derive(Template)]
#[template(path = "events/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    form: Option<FormView>,
}

/// `GET /events`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let form = new_form(&app, &visitor, caller.preferences.language).await?;
    render(&app, &caller, &visitor, form).await
}

/// The events of this person's units and of the units directly above them.
async fn events(app: &App, visitor: &Visitor) -> Result<Vec<Event>, Refusal> {
    let Some(own) = visitor.scope() else { return Ok(app.store.events(None, MOST).await?) };
    let ids: Vec<String> = own.iter().map(|unit| (*unit).to_owned()).collect();
    let mut units = ids.clone();
    for unit in app.store.units_of(&ids).await? {
        units.extend(unit.parent_id.filter(|parent| !ids.contains(parent)));
    }
    units.sort();
    units.dedup();
    Ok(app.store.events(Some(&units.iter().map(String::as_str).collect::<Vec<_>>()), MOST).await?)
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, form: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Calendar);
    let mut rows = Vec::new();
    let events = events(app, visitor).await?;
    let names = reach::names(app, events.iter().map(|event| &event.unit_id)).await?;
    for event in events {
        let below = reach::below(app, &event.unit_id, event.day.unwrap_or_else(|| reach::today(app))).await?;
        let said = app.store.event_units(&event.id).await?;
        let held = below.iter().filter(|unit| said.get(&unit.id).is_some_and(|one| one.held_on.is_some())).count();
        // from below, only that it is held and when
        let whole = app.may(visitor, Act::Look, &event.unit_id).await?;
        rows.push(Row {
            owner: names.get(&event.unit_id).cloned().unwrap_or_default(),
            level: show::level(event.level, f.c),
            days: labels::days(&event, w),
            units: if whole && !below.is_empty() { format!("{held}/{}", below.len()) } else { String::new() },
            delegates: if whole {
                said.values().flat_map(|one| &one.delegates).map(|(_, n)| *n).fold(0, i64::saturating_add)
            } else {
                0
            },
            called_off: event.withdrawn.is_some(),
            id: event.id,
            name: event.name,
        });
    }
    let came = form.as_ref().map(|form| form.came).unwrap_or_default();
    answered(page(&ListPage { o: office::words(language), rows, form, f, w }), came)
}
