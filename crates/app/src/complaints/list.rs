//! `/complaints`: open ones first, each with what is left of its time.

use super::one::{Subjects, clock};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::office::reach;
use askama::Template;
use axum::extract::State;
use std::collections::{BTreeMap, BTreeSet};
use thidua_domain::access::Act;
use thidua_domain::decisions::words as decision_words;

struct Row {
    address: String,
    from: String,
    day: String,
    about: String,
    about_address: String,
    state: String,
    open: bool,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "complaints/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

/// `GET /complaints`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let mut all = app.store.complaints(&reach::within(&visitor)).await?;
    let units: BTreeSet<String> = all.iter().map(|one| one.unit_id.clone()).collect();
    let mut calendars = BTreeMap::new();
    for unit in units {
        // who complains is the business of those who settle it
        if app.may(&visitor, Act::PrepareDecision, &unit).await? {
            let calendar = crate::calendar::of_unit(&app, &unit).await?;
            calendars.insert(unit, calendar);
        }
    }
    all.retain(|one| calendars.contains_key(&one.unit_id));
    let subjects = Subjects::of(&app, &all).await?;
    let mut rows = Vec::new();
    for it in all {
        let Some(calendar) = calendars.get(&it.unit_id) else { continue };
        let (due, late) = clock(&app, &it, calendar, language);
        let (about, about_address) = subjects.about(&it, w)?;
        rows.push(Row {
            address: format!("/complaints/{}", it.id),
            day: shown::day(Some(it.received_on)),
            about,
            about_address,
            state: decision_words::complaint(it.state).in_language(language).to_owned(),
            open: it.state.is_open(),
            due,
            late,
            from: it.from_name,
        });
    }
    page(&ListPage { f: frame(&caller, Tab::Complaints), w, rows })
}
