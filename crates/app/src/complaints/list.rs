//! `/complaints`: open ones first, each with what is left of its time.

use super::one::{about, clock};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::office::reach;
use askama::Template;
use axum::extract::State;
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
    let mut rows = Vec::new();
    for it in app.store.complaints(&reach::within(&visitor)).await? {
        // who complains is the business of those who settle it
        if !app.may(&visitor, Act::PrepareDecision, &it.unit_id).await? {
            continue;
        }
        let (due, late) = clock(&app, &it, language).await?;
        let (about, about_address) = about(&app, &it, w).await?;
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
