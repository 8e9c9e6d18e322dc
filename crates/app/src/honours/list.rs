//! `/honours`: the history, by name, award and year.

use super::rows::{Row, doubles, row};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::decisions::law;
use crate::face::paging::encoded;
use crate::face::{Answer, Caller, Frame, Visitor, page};
use crate::office::reach;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::text::sort_key;
use thidua_store::honours::AskedHonours;

/// Honours on a page.
const A_PAGE: usize = 50;

/// What an address may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    award: String,
    year: String,
    page: String,
}

#[derive(Template)]
#[template(path = "honours/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    q: String,
    award: String,
    year: String,
    bad_year: bool,
    awards: Vec<(String, String)>,
    rows: Vec<Row>,
    any_double: bool,
    asked: bool,
    brings_in: bool,
    before: Option<String>,
    after: Option<String>,
}

/// A year that was typed: nothing when none was, an error when it is none.
pub(super) fn year(typed: &str) -> Result<Option<i64>, ()> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse::<i64>() {
        Ok(year) if (1930..=2100).contains(&year) => Ok(Some(year)),
        _ => Err(()),
    }
}

/// `GET /honours`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words(caller.preferences.language);
    let year = year(&asked.year);
    let at: usize = asked.page.parse().unwrap_or(1).clamp(1, 2_000);
    let question = AskedHonours {
        within: reach::within(&visitor),
        words: asked.q.clone(),
        award: Some(asked.award.clone()).filter(|award| !award.is_empty()),
        year: year.unwrap_or_default(),
    };
    let (found, more) = match year {
        Ok(_) => app.store.find_honours(&question, (at - 1) * A_PAGE, A_PAGE).await?,
        Err(()) => (Vec::new(), false),
    };
    let twice = doubles(&found);
    let catalogue = law::shipped()?;
    let mut awards: Vec<(String, String)> = Vec::new();
    // every award of every regime, under its newest name
    for award in catalogue.rules.iter().rev().flat_map(|rules| &rules.awards) {
        if !awards.iter().any(|(code, _)| *code == award.code) {
            awards.push((award.code.clone(), award.name.name.clone()));
        }
    }
    awards.sort_by_key(|(_, name)| sort_key(name));
    let to = |n: usize| {
        let (q, award, year) = (encoded(&asked.q), encoded(&asked.award), encoded(&asked.year));
        format!("/honours?q={q}&award={award}&year={year}&page={n}")
    };
    let sample = !found.is_empty() && found.iter().all(|one| one.illustrative);
    page(&ListPage {
        f: frame(&caller, Tab::Honours).with_sample(sample),
        rows: found.iter().map(|one| row(one, &twice)).collect(),
        any_double: !twice.is_empty(),
        asked: !asked.q.trim().is_empty() || !asked.award.is_empty() || !asked.year.trim().is_empty() || at > 1,
        brings_in: visitor.actor.may(Act::PrepareDecision),
        before: (at > 1).then(|| to(at - 1)),
        after: more.then(|| to(at + 1)),
        bad_year: year.is_err(),
        q: asked.q,
        award: asked.award,
        year: asked.year,
        awards,
        w,
    })
}
