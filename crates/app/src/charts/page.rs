//! `GET /movements/{id}/charts` and the CSV of each chart.

use super::units::{self, Part};
use super::{earlier, gather, words};
use crate::App;
use crate::evaluation::{evaluate, newest_period};
use crate::face::charts::{Bullets, Heat, Multiples, Strip, Table, Trajectory};
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::movements::actions::movement_for;
use crate::reports::sending::attachment;
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::periods::Period;

/// What is asked of the page.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    period: Option<String>,
    /// One target, seen alone.
    target: Option<String>,
    /// Which of the targets the map shows.
    #[serde(default)]
    part: usize,
    /// Of the CSV: which chart.
    #[serde(default)]
    chart: String,
}

struct Choice {
    id: String,
    name: String,
    chosen: bool,
}

struct Charts {
    number: String,
    illustrative: bool,
    period: Period,
    targets: Vec<Choice>,
    chosen: Option<String>,
    progress: Bullets,
    smalls: Multiples,
    courses: Vec<Trajectory>,
    heat: Option<(Heat, Part)>,
    strip: Option<Strip>,
}

/// Full lines on one page.
const COURSES: usize = 6;

async fn gather(
    app: &App,
    visitor: &Visitor,
    id: &str,
    asked: &Asked,
    language: Language,
) -> Result<Charts, Refusal> {
    let view = movement_for(app, visitor, id, Act::Look).await?;
    let w = words::words(language);
    let figures = app.store.figures_of_plan(&view.plan.id).await?;
    let targets = app.store.targets(&view.plan.id).await?;
    let entered = app.store.earlier_figures(&view.plan.id, None).await?;
    let earlier = earlier::lines(app, &view.plan, &targets, &entered, w).await?;
    let period = asked
        .period
        .as_deref()
        .and_then(Period::from_code)
        .or_else(|| newest_period(&figures))
        .unwrap_or(Period::FirstQuarter);
    let evaluation = evaluate(targets, &figures, period);
    let chosen = evaluation
        .rows
        .iter()
        .find(|row| row.judgement.is_some() && asked.target.as_deref() == Some(row.target.id.as_str()));
    let shown = match chosen {
        Some(row) => vec![row],
        None => gather::reds(&evaluation, COURSES),
    };
    let courses =
        gather::courses(shown.into_iter(), (view.plan.subject_year, period), &figures, &earlier, w, language);
    let reported = units::reported(app, &view.plan, id, period, &evaluation.rows).await?;
    let blocks = units::blocks(app, &view.plan.unit_id).await?;
    let own = visitor.actor.units(Act::Look).unwrap_or_default();
    let (heat, strip) = if reported.is_empty() {
        (None, None)
    } else {
        let title = match chosen {
            Some(row) => w.spread_target.replace("{name}", &gather::name(row)),
            None => w.spread_share.to_owned(),
        };
        let heat = reported.heat(w.heat, &evaluation.rows, asked.part, w, language);
        (Some(heat), Some(reported.strip(&title, chosen, &blocks, &own, w, language)))
    };
    Ok(Charts {
        number: view.plan.number_symbol.clone().unwrap_or_default(),
        illustrative: view.plan.illustrative
            || figures.iter().any(|one| one.reported.illustrative)
            || entered.iter().any(|one| one.entered.illustrative),
        period,
        targets: evaluation
            .rows
            .iter()
            .filter(|row| row.judgement.is_some())
            .map(|row| Choice {
                id: row.target.id.clone(),
                name: gather::name(row),
                chosen: chosen.is_some_and(|one| one.target.id == row.target.id),
            })
            .collect(),
        chosen: chosen.map(|row| row.target.id.clone()),
        progress: gather::progress(w.progress, &evaluation, language),
        smalls: gather::smalls(w.multiples, &evaluation, &figures, language),
        courses,
        heat,
        strip,
    })
}

#[derive(Template)]
#[template(path = "charts/page.html")]
struct ChartsPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    period: String,
    period_code: &'static str,
    periods: Vec<PeriodChoice>,
    heat_lead: String,
    heat_none: String,
    heat_part: Option<String>,
    parts: Vec<(usize, bool)>,
    charts: Charts,
}

/// `GET /movements/{id}/charts?period=H1&target=…`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let charts = gather(&app, &visitor, &id, &asked, language).await?;
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Charts);
    let period = show::inside(show::period(charts.period, f.c));
    let part = charts.heat.as_ref().map(|(_, part)| part).filter(|part| part.pages > 1);
    let template = ChartsPage {
        heat_lead: w.heat_lead.replace("{period}", &period),
        heat_none: w.heat_none.replace("{period}", &period),
        heat_part: part.map(|part| {
            w.heat_part
                .replace("{from}", &part.from.to_string())
                .replace("{to}", &part.to.to_string())
                .replace("{n}", &part.all.to_string())
        }),
        parts: part.map(|part| (1..=part.pages).map(|one| (one, one == part.page)).collect()).unwrap_or_default(),
        period_code: charts.period.code(),
        periods: choices(charts.period, f.c),
        f: f.with_sample(charts.illustrative),
        w,
        id,
        period,
        charts,
    };
    page(&template)
}

/// `GET /movements/{id}/charts.csv?chart=heat`: the table of one chart.
pub(crate) async fn download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let charts = gather(&app, &visitor, &id, &asked, caller.preferences.language).await?;
    let (tables, name): (Vec<&Table>, &str) = match asked.chart.as_str() {
        "" | "progress" => (vec![&charts.progress.table], "tien-do"),
        "year" => (vec![&charts.smalls.table], "dien-bien"),
        "course" => (charts.courses.iter().map(|one| &one.table).collect(), "so-nam-truoc"),
        "heat" => (charts.heat.iter().map(|(heat, _)| &heat.table).collect(), "don-vi-chi-tieu"),
        "spread" => (charts.strip.iter().map(|one| &one.table).collect(), "phan-bo"),
        _ => return Err(Refusal::NotFound),
    };
    let mut text = String::from("\u{feff}");
    for (index, table) in tables.iter().enumerate() {
        if tables.len() > 1 {
            text.push_str(if index > 0 { "\r\n" } else { "" });
            text.push_str(&format!("{}\r\n", crate::evaluation::quoted(&table.caption)));
        }
        text.push_str(&table.csv());
    }
    attachment(text.into_bytes(), "text/csv; charset=utf-8", &format!("{name}.csv"))
}
