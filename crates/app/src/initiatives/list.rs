//! The register of initiatives.

use super::door::blind_to;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Visitor, page};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::{fold, sort_by_text};
use thidua_domain::initiatives::State as Standing;
use thidua_store::initiatives::Initiative;

/// Rows of one page.
const A_PAGE: usize = 80;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: usize,
}

struct Row {
    id: String,
    title: String,
    kind: String,
    authors: String,
    unit: String,
    year: i32,
    class: &'static str,
    state: String,
    scope: String,
    decision: String,
}

#[derive(Template)]
#[template(path = "initiatives/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    any: bool,
    found: String,
    q: String,
    year: String,
    years: Vec<String>,
    unit: String,
    units: Vec<(String, String)>,
    state: String,
    states: Vec<(&'static str, String)>,
    may_submit: bool,
    page: usize,
    pages: usize,
    query: String,
}

/// `GET /initiatives`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let all = app.store.initiatives(&reach::within(&visitor)).await?;
    let names = reach::names(&app, all.iter().map(|one| &one.unit_id)).await?;
    // whose units stand right above the others, to know what is hidden from a member of their council
    let mut near: HashMap<&str, Vec<String>> = HashMap::new();
    for one in all.iter().filter(|one| one.state == Standing::Judging) {
        if !near.contains_key(one.unit_id.as_str()) {
            let path = app.store.path_ids(&one.unit_id).await?.into_iter().take(2).collect();
            near.insert(&one.unit_id, path);
        }
    }
    let hidden =
        |one: &Initiative| near.get(one.unit_id.as_str()).is_some_and(|near| blind_to(&visitor, one, near));
    let q = fold(asked.q.trim());
    let fits = |one: &&Initiative| {
        let says = |text: &str| fold(text).contains(&q);
        let by = || !hidden(one) && one.authors.iter().any(|author| says(&author.name));
        (q.is_empty() || says(&one.title) || by())
            && (asked.year.is_empty() || one.year.to_string() == asked.year)
            && (asked.unit.is_empty() || one.unit_id == asked.unit && !hidden(one))
            && (asked.state.is_empty() || one.state.code() == asked.state)
    };
    let found: Vec<&Initiative> = all.iter().filter(fits).collect();
    let pages = found.len().div_ceil(A_PAGE).max(1);
    let at = asked.page.clamp(1, pages);
    let row = |one: &&Initiative| {
        let (class, state) = labels::state(one.state, language);
        let hidden = hidden(one);
        let unit = names.get(&one.unit_id).cloned().unwrap_or_default();
        Row {
            id: one.id.clone(),
            title: one.title.clone(),
            kind: labels::kind(one.kind, language),
            authors: if hidden { w.hidden_authors.to_owned() } else { labels::authors(&one.authors) },
            unit: if hidden { w.hidden_authors.to_owned() } else { unit },
            year: one.year,
            class,
            state,
            scope: labels::scope(one.scope, language),
            decision: labels::decision(one),
        }
    };
    let rows: Vec<Row> = found.iter().skip((at - 1) * A_PAGE).take(A_PAGE).map(row).collect();
    let mut years: Vec<i32> = all.iter().map(|one| one.year).collect();
    years.dedup();
    let mut units: Vec<(String, String)> = names.into_iter().collect();
    sort_by_text(&mut units, |one| &one.1);
    let query: Vec<(&str, &str)> =
        vec![("q", asked.q.as_str()), ("year", &asked.year), ("unit", &asked.unit), ("state", &asked.state)];
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(query.into_iter().filter(|(_, value)| !value.is_empty()))
        .finish();
    page(&ListPage {
        f: frame(&caller, Tab::Initiatives).with_sample(all.iter().any(|one| one.illustrative)),
        o: office::words(language),
        any: !all.is_empty(),
        found: w.n_of.replace("{n}", &found.len().to_string()),
        rows,
        q: asked.q.clone(),
        year: asked.year.clone(),
        years: years.into_iter().map(|year| year.to_string()).collect(),
        unit: asked.unit.clone(),
        units,
        state: asked.state.clone(),
        states: Standing::ALL.iter().map(|one| (one.code(), labels::state(*one, language).1)).collect(),
        may_submit: visitor.actor.may(Act::Nominate),
        page: at,
        pages,
        query,
        w,
    })
}
