//! `/movements/{id}/evaluation`: the evaluation sheet of a movement, or of a unit in it.

use super::sheet::{Asked, Line, Sheet};
use super::words::{Words, words};
use super::{Row, says};
use crate::App;
use crate::face::charts::StatusBar;
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::movements::actions::MovementView;
use crate::movements::table::views;
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::read_date;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::units::Unit;
use thidua_store::StoreError;

/// Units that can be chosen; a movement of more is looked at unit by unit from their pages.
const MOST_UNITS: i64 = 500;

/// What an address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Wanted {
    pub(super) unit: Option<String>,
    pub(super) period: Option<String>,
    pub(super) at: Option<String>,
}

/// A number with what it is and where it leads.
struct Known {
    label: &'static str,
    value: String,
    address: Option<String>,
}

struct Cell {
    group: Option<String>,
    id: String,
    container: bool,
    child: bool,
    name: String,
    line: Option<u32>,
    planned: String,
    unit: String,
    given: Vec<Known>,
    last: Vec<Known>,
    figure: String,
    empty: Option<&'static str>,
    figure_address: Option<String>,
    rule: Option<(String, String)>,
    rate: String,
    rates: Vec<Known>,
    class: &'static str,
    status: &'static str,
    because: String,
    forecast: String,
    between: String,
    forecast_class: &'static str,
    forecast_status: &'static str,
    rests: Vec<String>,
    notes: Vec<String>,
    findings: Vec<String>,
}

#[derive(Template)]
#[template(path = "evaluation/page.html")]
struct SheetPage {
    f: Frame,
    w: &'static Words,
    m: &'static crate::movements::words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    heading: String,
    of_unit: Option<String>,
    known_says: Option<String>,
    bad_day: bool,
    sees_all: bool,
    periods: Vec<PeriodChoice>,
    units: Vec<(String, String, bool)>,
    at: String,
    query: String,
    bar: StatusBar,
    bar_class: &'static str,
    whole: String,
    findings: Option<String>,
    round_id: Option<String>,
    empty_unit: bool,
    rows: Vec<Cell>,
}

/// A sheet with what was asked for.
pub(super) struct Asking {
    pub(super) view: MovementView,
    pub(super) sheet: Sheet,
    pub(super) unit: Option<Unit>,
    pub(super) day: Option<NaiveDate>,
    pub(super) bad_day: bool,
    /// Looks at the authority itself.
    sees_all: bool,
}

/// The sheet of an address, if this person may see it.
pub(super) async fn asked(app: &App, visitor: &Visitor, id: &str, wanted: &Wanted) -> Result<Asking, Refusal> {
    let movement = app.store.movement(id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let view = MovementView { movement, plan };
    let typed = wanted.at.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    let day = typed.and_then(|typed| read_date(typed).ok());
    let sees_all = app.may(visitor, Act::Look, &view.plan.unit_id).await?;
    let unit = match wanted.unit.as_deref().filter(|unit| !unit.is_empty()) {
        Some(unit) => Some(app.store.unit(unit).await?.ok_or(Refusal::NotFound)?),
        None if sees_all => None,
        // whoever is of a unit that reports sees what that unit reported
        None => Some(own_unit(app, visitor, &view).await?.ok_or(Refusal::NotFound)?),
    };
    let mut own = false;
    if let Some(unit) = &unit {
        own = app.may(visitor, Act::Look, &unit.id).await? && !sees_all;
        if unit.parent_id.as_deref() != Some(view.plan.unit_id.as_str()) || !(sees_all || own) {
            return Err(Refusal::NotFound);
        }
    }
    let asked = Asked {
        unit: unit.as_ref().map(|unit| unit.id.as_str()),
        drafts: own,
        period: wanted.period.as_deref().and_then(Period::from_code),
        known_at: day.and_then(crate::clock::end_of_day),
    };
    let today = crate::local_date((app.clock)());
    let sheet = Sheet::of(&app.store, &view.plan, asked, today).await?;
    Ok(Asking { view, sheet, unit, day, bad_day: typed.is_some() && day.is_none(), sees_all })
}

/// The unit of this person directly below the authority that leads the movement.
async fn own_unit(app: &App, visitor: &Visitor, view: &MovementView) -> Result<Option<Unit>, StoreError> {
    let ids: Vec<String> =
        visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let units = app.store.units_of(&ids).await?;
    Ok(units.into_iter().find(|unit| unit.parent_id.as_deref() == Some(view.plan.unit_id.as_str())))
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Asking { view, sheet, unit, day, bad_day, sees_all } = asked(&app, &visitor, &id, &wanted).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Evaluation);
    let evaluation = &sheet.evaluation;
    let period = evaluation.period;
    let mut query = format!("period={}", period.code());
    if let Some(unit) = &unit {
        query = format!("{query}&unit={}", unit.id);
    }
    if let Some(day) = day {
        query = format!("{query}&at={}", day.format("%d/%m/%Y"));
    }
    let found = sheet.lines.iter().flat_map(|line| &line.notes).filter(|note| note.is_finding()).count();
    let summary = &evaluation.summary;
    let whole = if summary.complete() {
        w.complete.to_owned()
    } else {
        w.not_complete
            .replace("{n}", &summary.reached().to_string())
            .replace("{all}", &(summary.leaves - summary.not_applicable).to_string())
    };
    let template = SheetPage {
        m: crate::movements::words::words(language),
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        heading: w.heading_of.replace("{period}", &show::inside(show::period(period, f.c))),
        known_says: day.map(|day| w.known_says.replace("{day}", &show::day(Some(day)))),
        bad_day,
        periods: choices(period, f.c),
        units: match sees_all {
            true => units(&app, &view, unit.as_ref().map(|unit| unit.id.as_str())).await?,
            false => Vec::new(),
        },
        sees_all,
        at: wanted.at.clone().unwrap_or_default(),
        query,
        bar: StatusBar::of(summary, f.c),
        bar_class: "chart-stack",
        whole,
        findings: (found > 0).then(|| w.findings.replace("{n}", &found.to_string())),
        round_id: sheet.round_id.clone(),
        empty_unit: unit.is_some() && sheet.lines.iter().all(|line| line.report_id.is_none()),
        rows: cells(&sheet, &view, unit.is_some(), language),
        of_unit: unit.map(|unit| unit.name),
        f: f.with_sample(sheet.illustrative),
        w,
        id,
    };
    page(&template)
}

/// The units below that report: identifier, name, whether it is the chosen one.
async fn units(
    app: &App,
    view: &MovementView,
    chosen: Option<&str>,
) -> Result<Vec<(String, String, bool)>, StoreError> {
    let today = crate::local_date((app.clock)());
    let (children, _) = app.store.children_on(Some(&view.plan.unit_id), today, 0, MOST_UNITS).await?;
    let option = |unit: Unit| {
        let is_chosen = chosen == Some(unit.id.as_str());
        (unit.id, unit.name, is_chosen)
    };
    Ok(children.into_iter().map(|child| option(child.unit)).collect())
}

fn cells(sheet: &Sheet, view: &MovementView, of_unit: bool, language: Language) -> Vec<Cell> {
    let m = crate::movements::words::words(language);
    let t = crate::targets::words::words(language);
    let c = crate::face::words::words(language);
    let rows = &sheet.evaluation.rows;
    let views = views(rows, m, t, c, language);
    rows.iter()
        .zip(&sheet.lines)
        .zip(views)
        .map(|((row, line), shown)| {
            let period = sheet.evaluation.period;
            let target = &row.target;
            let (notes, findings): (Vec<_>, Vec<_>) = line.notes.iter().partition(|note| !note.is_finding());
            let say =
                |notes: Vec<&super::Note>| notes.into_iter().flat_map(|note| says::note(note, language)).collect();
            let told = line.forecast.as_ref().filter(|_| !shown.container);
            Cell {
                group: shown.group,
                id: target.id.clone(),
                container: shown.container,
                child: shown.child,
                name: shown.name,
                line: (target.draft.lines.first > 0).then_some(target.draft.lines.first),
                planned: shown.planned,
                unit: shown.unit,
                given: given(line, view, &target.id, words(language)),
                last: last(line, &target.id, period, words(language)),
                figure: shown.figure,
                empty: shown.empty,
                figure_address: figure_address(row, line, of_unit, period),
                rule: line.rolled.as_ref().map(|rolled| {
                    let address = format!("/rounds/{}/targets/{}", rolled.round_id, target.id);
                    let says = says::rule(&rolled.applied, language);
                    // a figure that was not made of these reports stands beside what they make
                    let other = rolled.applied.value.filter(|made| row.figure != Figure::Number(*made));
                    match other.map(Amount::vietnamese).filter(|made| !says.contains(made)) {
                        Some(made) => (format!("{says}: {made}"), address),
                        None => (says, address),
                    }
                }),
                rate: line.rates.plan.map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
                rates: other_rates(line, period, words(language)),
                class: shown.class,
                status: shown.status,
                because: row
                    .judgement
                    .map(|judgement| crate::targets::reasons::says(judgement.reason, language))
                    .unwrap_or_default(),
                forecast: show::amount(told.and_then(|told| told.value)),
                between: told
                    .and_then(|told| told.between)
                    .filter(|(low, high)| low != high)
                    .map(|(low, high)| {
                        let between = words(language).between.replace("{low}", &low.vietnamese());
                        between.replace("{high}", &high.vietnamese())
                    })
                    .unwrap_or_default(),
                forecast_class: told.and_then(|told| told.status).map_or("", thidua_domain::targets::Status::code),
                forecast_status: told.map_or("", |told| show::status(told.status, c)),
                rests: told.map(|told| says::forecast(told, period, language)).unwrap_or_default(),
                notes: say(notes),
                findings: say(findings),
            }
        })
        .collect()
}

fn given(line: &Line, view: &MovementView, target_id: &str, w: &'static Words) -> Vec<Known> {
    let movement = &view.movement.id;
    let known = [
        (w.given, line.known.assigned, format!("/targets/{target_id}")),
        (w.registered, line.known.registered, format!("/movements/{movement}/registrations")),
    ];
    known.into_iter().filter_map(|(label, value, address)| shown(label, value, Some(address))).collect()
}

/// At the year's end the same period is the whole of last year: that is said once.
fn last(line: &Line, target_id: &str, period: Period, w: &'static Words) -> Vec<Known> {
    let address = match &line.report_id {
        Some(report) => format!("/reports/{report}/lines/{target_id}"),
        None => format!("/targets/{target_id}/earlier"),
    };
    let same = line.known.same_period.filter(|_| period != Period::Year);
    let known = [(w.same_period, same), (w.whole_year, line.known.last_year)];
    known.into_iter().filter_map(|(label, value)| shown(label, value, Some(address.clone()))).collect()
}

fn other_rates(line: &Line, period: Period, w: &'static Words) -> Vec<Known> {
    let rates = &line.rates;
    let known = [
        (w.rate_given, rates.assigned),
        (w.rate_registered, rates.registered),
        (w.rate_same, rates.same_period.filter(|_| period != Period::Year)),
        (w.rate_last, rates.last_year),
    ];
    known.into_iter().filter_map(|(label, value)| shown(label, value, None)).collect()
}

fn shown(label: &'static str, value: Option<Amount>, address: Option<String>) -> Option<Known> {
    Some(Known { label, value: value?.vietnamese(), address })
}

/// Where a figure comes from: the line of a report, the reports that it was made of, or the page of its target.
fn figure_address(row: &Row, line: &Line, of_unit: bool, period: Period) -> Option<String> {
    let target = &row.target.id;
    row.target.draft.comparator?;
    if let Some(report) = &line.report_id {
        return Some(format!("/reports/{report}/lines/{target}"));
    }
    if of_unit {
        return None;
    }
    let made_of = row.version.as_ref().and_then(|version| version.reported.round_id.as_ref());
    Some(match (made_of, row.figure) {
        (Some(round), Figure::Number(_) | Figure::Judged(_)) => format!("/rounds/{round}/targets/{target}"),
        _ => format!("/targets/{target}?period={}", period.code()),
    })
}
