//! `/meetings`: the meetings of the councils, the newest first, and calling one.

use super::calling;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Visitor, page, show};
use crate::office::forms::{FormView, answered};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::State;
use thidua_domain::access::Act;

struct Row {
    id: String,
    name: String,
    unit: String,
    day: String,
    class: &'static str,
    state: &'static str,
    items: usize,
}

#[derive(Template)]
#[template(path = "meetings/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    may_call: bool,
    no_bodies: bool,
    form: Option<FormView>,
}

/// `GET /meetings`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    render(&app, &caller, &visitor, None).await
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, back: Option<FormView>) -> Answer {
    let w = words(caller.preferences.language);
    let meetings = app.store.meetings(&reach::within(visitor)).await?;
    let names = reach::names(app, meetings.iter().map(|one| &one.unit_id)).await?;
    let mut rows = Vec::new();
    for one in &meetings {
        let (class, state) = labels::state(one.state, w);
        rows.push(Row {
            id: one.id.clone(),
            name: one.name.clone(),
            unit: names.get(&one.unit_id).cloned().unwrap_or_default(),
            day: show::day(Some(one.held_on)),
            class,
            state,
            items: app.store.meeting_items(&one.id).await?.len(),
        });
    }
    let own = app.own_unit(visitor, Act::RunMeeting, None).await.ok();
    let (mut form, mut no_bodies) = (None, false);
    if let Some(unit) = &own {
        form = calling::form(app, unit, w).await?;
        no_bodies = form.is_none();
    }
    let form = back.or(form);
    let came = form.as_ref().map(|form| form.came).unwrap_or_default();
    let illustrative = meetings.iter().any(|one| one.illustrative);
    let template = ListPage {
        f: frame(caller, Tab::Meetings).with_sample(illustrative),
        o: office::words(caller.preferences.language),
        rows,
        may_call: own.is_some(),
        no_bodies,
        form,
        w,
    };
    answered(page(&template), came)
}
