//! `/decisions`: rounds that wait, and the decisions with where each stands.

use super::one::standing;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::office::reach;
use askama::Template;
use axum::extract::State;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::decisions::Kind;

/// Decisions on the page.
const MOST: usize = 200;

struct Row {
    address: String,
    number: String,
    title: String,
    unit: String,
    day: String,
    class: &'static str,
    state: String,
    revocation: bool,
}

#[derive(Template)]
#[template(path = "decisions/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    rounds: Vec<(String, String, String)>,
    prepares: bool,
    rows: Vec<Row>,
    more: bool,
}

/// `GET /decisions`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let within = reach::within(&visitor);
    let mut rounds = Vec::new();
    for round in app.store.round_heads(&within).await? {
        if round.waiting > 0 && app.may(&visitor, Act::PrepareDecision, &round.unit_id).await? {
            let says = w.n_waiting.replace("{n}", &round.waiting.to_string());
            rounds.push((format!("/decisions/rounds/{}", round.id), round.name, says));
        }
    }
    let (found, more) = app.store.decisions(&within, MOST).await?;
    let names: HashMap<String, String> = reach::names(&app, found.iter().map(|one| &one.unit_id)).await?;
    let sample = !found.is_empty() && found.iter().all(|one| one.illustrative);
    let rows = found.into_iter().map(|one| {
        let (class, state) = standing(one.state, language);
        Row {
            address: format!("/decisions/{}", one.id),
            number: one.number.unwrap_or_default(),
            title: one.title,
            unit: names.get(&one.unit_id).cloned().unwrap_or_default(),
            day: shown::day(one.dated),
            class,
            state,
            revocation: one.kind == Kind::Revocation,
        }
    });
    page(&ListPage {
        f: frame(&caller, Tab::Decisions).with_sample(sample),
        rounds,
        prepares: visitor.actor.may(Act::PrepareDecision),
        rows: rows.collect(),
        more,
        w,
    })
}
