//! `/reports/{id}/phone`: one target at a time, one big field, for a phone in the hand.

use super::super::door::{Sheet, noted, open_sheet};
use super::super::lines::{self, Asked};
use super::super::row::{Basis, Row, read, row, slip};
use super::super::sheet::year;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::{go, returned};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::basics::Language;
use thidua_domain::periods::Period;
use thidua_store::StoreError;
use thidua_store::reporting::NewLine;

#[derive(Default, Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    at: String,
}

#[derive(Template)]
#[template(path = "reporting/entry/phone.html")]
struct PhonePage {
    f: Frame,
    w: &'static Words,
    r: &'static super::super::words::Words,
    id: String,
    unit: String,
    period: String,
    row: Option<Row>,
    at: usize,
    all: usize,
    place: String,
    left: String,
    last: bool,
    first_period: bool,
    dated: String,
    source: String,
    borrowed: bool,
    problem: Option<String>,
    version: i64,
}

/// `GET /reports/{id}/phone?at=3`: the third target, or the first that is not entered.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Answer {
    let of = open_sheet(&app, &visitor, &id).await?;
    render(&app, &caller, &of, which.at.parse().ok(), None, None, false).await
}

/// What a person goes through, in the order of the plan.
async fn asked(app: &App, of: &Sheet) -> Result<Vec<Asked>, Refusal> {
    lines::asked(app, &of.round, &of.unit.id, Some(&of.report.id)).await
}

async fn render(
    app: &App,
    caller: &Caller,
    of: &Sheet,
    at: Option<usize>,
    typed: Option<Typed>,
    problem: Option<String>,
    changed: bool,
) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let r = super::super::words::words(language);
    let asked = asked(app, of).await?;
    let open: Vec<usize> = (0..asked.len()).filter(|at| !asked[*at].entered().is_answered()).collect();
    let at = at.or_else(|| open.first().copied()).unwrap_or(0).min(asked.len().saturating_sub(1));
    let mut shown_row = None;
    let (mut dated, mut source, mut borrowed) = (String::new(), String::new(), false);
    if let Some(one) = asked.get(at) {
        let entered = one.entered();
        let basis = Basis::of(typed.as_ref(), std::slice::from_ref(one));
        let mut found = row(one, &entered, basis, language);
        let today = crate::local_date((app.clock)());
        let told = lines::findings(&of.round, year(of), &[(one, &entered)], today);
        // that nothing is entered yet goes without saying here
        if entered.is_answered() {
            found.slips = told.iter().map(|one| slip(one, r)).collect();
        }
        dated = found.cell("t").to_owned();
        source = found.cell("s").to_owned();
        if dated.is_empty() && source.is_empty() && !entered.is_answered() {
            // day and source of the line before, as papers are gone through one after another
            if let Some(before) = asked[..at].iter().rev().map(Asked::entered).find(|one| one.source.is_some()) {
                dated = shown::day(before.dated);
                source = before.source.unwrap_or_default();
                borrowed = true;
            }
        }
        if let Some(typed) = &typed {
            for cell in super::super::row::CELLS {
                if let Some(value) = typed.get(&format!("{cell}-{}", found.id)) {
                    found.cells.insert(cell, value.clone());
                }
            }
            (dated, source) = (found.cell("t").to_owned(), found.cell("s").to_owned());
            borrowed = false;
        }
        shown_row = Some(found);
    }
    let template = PhonePage {
        id: of.report.id.clone(),
        unit: of.unit.name.clone(),
        period: super::super::labels::period(of.round.period, c),
        place: w.of_all.replace("{n}", &(at + 1).to_string()).replace("{all}", &asked.len().to_string()),
        left: if open.is_empty() { String::new() } else { w.left.replace("{n}", &open.len().to_string()) },
        last: at + 1 >= asked.len(),
        first_period: of.round.period == Period::FirstQuarter,
        row: shown_row,
        at,
        all: asked.len(),
        dated,
        source,
        borrowed,
        version: of.report.version,
        f: Frame::new(caller, Place::Movements),
        w,
        r,
        problem: problem.clone(),
    };
    returned(&template, changed, problem.is_some())
}

/// `POST /reports/{id}/phone?at=3`: saves the line and goes to the next.
pub(crate) async fn save(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(which): Query<Which>,
    Form(typed): Form<Typed>,
) -> Answer {
    let of = open_sheet(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let r = super::super::words::words(language);
    let at: usize = which.at.parse().map_err(|_| Refusal::NotFound)?;
    let asked = asked(&app, &of).await?;
    let one = asked.get(at).ok_or(Refusal::NotFound)?;
    // the line that was on the screen, also where the plan was changed meanwhile
    if typed.get("target").is_some_and(|target| *target != one.target.id) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let next = if at + 1 < asked.len() {
        format!("/reports/{id}/phone?at={}&done=saved", at + 1)
    } else {
        format!("/reports/{id}?done=saved")
    };
    let basis = Basis::of(Some(&typed), std::slice::from_ref(one));
    let entered = match read(one, &typed, basis, language) {
        Ok(entered) => entered,
        Err(problem) => return render(&app, &caller, &of, Some(at), Some(typed), Some(problem), false).await,
    };
    if entered == one.entered() || (!entered.is_answered() && one.line.is_none()) {
        return go(next.replace("&done=saved", ""));
    }
    if of.report.first_sent.is_some() && entered.reason.is_none() {
        let problem = Some(r.reason_needed.to_owned());
        return render(&app, &caller, &of, Some(at), Some(typed), problem, false).await;
    }
    let seen = crate::face::forms::seen(&typed);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_unit_report(&of.report.id, seen).await {
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = open_sheet(&app, &visitor, &id).await?;
            let problem = Some(r.conflict.to_owned());
            return render(&app, &caller, &newest, Some(at), Some(typed), problem, true).await;
        }
        other => other?,
    }
    let c = crate::face::words::words(Language::Vietnamese);
    let detail = format!("{}: {}", one.target.draft.name, shown::figure(entered.figure, c));
    let line = NewLine { target_id: one.target.id.clone(), entered, illustrative: false };
    change.write_report_line(&of.report.id, &line).await?;
    change.commit(noted(&of.unit.id, "report.written", &of.report.id, Some(detail))).await?;
    go(next)
}
