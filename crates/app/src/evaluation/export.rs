//! The evaluation for programs: JSON and CSV, numbers written exactly.

use super::page::{Asking, Wanted, asked};
use super::sheet::{Line, Sheet};
use super::{Evaluation, Row, evaluate};
use crate::App;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::movements::actions::{MovementView, movement_for};
use crate::movements::table::views;
use crate::reports::sending::attachment;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::basics::{Expectation, Language};
use thidua_domain::evaluation::Rests;
use thidua_domain::figures::Figure;
use thidua_domain::lists::{Cell, Column, Kind};
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Status};
use thidua_paper::write::PaperError;
use thidua_paper::write::xlsx::{ListBook, list_to_xlsx};

/// An amount as an exact JSON number.
fn number(amount: Option<Amount>) -> Option<Box<RawValue>> {
    RawValue::from_string(amount?.plain()).ok()
}

/// One JSON object: movement, period, summary and rows.
///
/// # Errors
/// Never in practice; the writer's own error otherwise.
pub fn json(movement_id: &str, title: &str, sheet: &Sheet) -> Result<String, serde_json::Error> {
    let evaluation = &sheet.evaluation;
    let mut counts = Map::new();
    for status in Status::ALL {
        counts.insert(status.code().to_owned(), json!(evaluation.summary.count(status)));
    }
    counts.insert("not-applicable".to_owned(), json!(evaluation.summary.not_applicable));
    let rows: Vec<String> = evaluation.rows.iter().zip(&sheet.lines).map(|(row, line)| object(row, line)).collect();
    Ok(format!(
        "{{\"movement\":{},\"title\":{},\"year\":{},\"period\":\"{}\",\"leaves\":{},\"complete\":{},\"counts\":{},\"targets\":[{}]}}",
        json!(movement_id),
        json!(title),
        json!(sheet.year),
        evaluation.period.code(),
        evaluation.summary.leaves,
        evaluation.summary.complete(),
        Value::Object(counts),
        rows.join(",")
    ))
}

/// A text as a cell of a CSV file. A leading sign would be run as a formula by a spreadsheet.
pub(crate) fn quoted(text: &str) -> String {
    let guard = if text.trim_start().starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// A name with a value.
fn text(name: &str, value: &Value) -> String {
    format!("\"{name}\":{value}")
}

/// A name with an exact number.
fn exact(name: &str, amount: Option<Amount>) -> String {
    format!("\"{name}\":{}", number(amount).map_or("null".to_owned(), |raw| raw.get().to_owned()))
}

fn actual(row: &Row) -> Option<Amount> {
    match row.figure {
        Figure::Number(amount) => Some(amount),
        _ => None,
    }
}

fn object(row: &Row, line: &Line) -> String {
    let draft = &row.target.draft;
    let attained = match row.figure {
        Figure::Judged(judged) => Some(judged.code()),
        _ => None,
    };
    let told = line.forecast.as_ref();
    let years: Vec<String> = told
        .map(|told| told.projections.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|one| {
            let parts = [
                text("year", &json!(one.year)),
                exact("share_percent", one.share),
                exact("change", one.change),
                exact("value", one.value.into()),
            ];
            format!("{{{}}}", parts.join(","))
        })
        .collect();
    let rule = line.rolled.as_ref().map(|rolled| &rolled.applied);
    let findings: Vec<&str> = line.notes.iter().filter(|note| note.is_finding()).map(super::Note::code).collect();
    let illustrative = row.version.as_ref().is_some_and(|version| version.reported.illustrative);
    let parts = [
        text("id", &json!(row.target.id)),
        text("code", &json!(draft.id)),
        text("parent", &json!(draft.parent_id)),
        text("name", &json!(draft.name)),
        text("unit", &json!(draft.unit)),
        text("comparator", &json!(draft.comparator.map(Comparator::code))),
        exact("value", draft.value),
        exact("value_max", draft.value_max),
        exact("assigned", line.known.assigned),
        exact("registered", line.known.registered),
        exact("last_same_period", line.known.same_period),
        exact("last_year", line.known.last_year),
        text("figure", &json!(row.figure.state_code())),
        exact("actual", actual(row)),
        text("attained", &json!(attained)),
        exact("rate_percent", row.judgement.and_then(|judgement| judgement.rate)),
        exact("rate_assigned_percent", line.rates.assigned),
        exact("rate_registered_percent", line.rates.registered),
        exact("rate_same_period_percent", line.rates.same_period),
        exact("rate_last_year_percent", line.rates.last_year),
        text("status", &json!(row.status.map(Status::code))),
        exact("forecast", told.and_then(|told| told.value)),
        exact("forecast_low", told.and_then(|told| told.between).map(|(low, _)| low)),
        exact("forecast_high", told.and_then(|told| told.between).map(|(_, high)| high)),
        text("forecast_status", &json!(told.and_then(|told| told.status).map(Status::code))),
        text("forecast_rests", &json!(told.map(|told| rests(told.rests)))),
        format!("\"forecast_years\":[{}]", years.join(",")),
        text("rule", &json!(rule.map(|rule| rule.method.code()))),
        text("units_given", &json!(rule.map(|rule| rule.given))),
        text("units_asked", &json!(rule.map(|rule| rule.units))),
        text("findings", &json!(findings)),
        text("source", &json!(row.version.as_ref().and_then(|version| version.reported.source.clone()))),
        text("illustrative", &json!(illustrative)),
    ];
    format!("{{{}}}", parts.join(","))
}

fn rests(rests: Rests) -> &'static str {
    match rests {
        Rests::Reported => "reported",
        Rests::EarlierYears => "earlier-years",
        Rests::Pace(_) => "pace",
        Rests::LastValue => "last-value",
        Rests::Reached => "reached",
        Rests::Judged => "judged",
    }
}

/// What stands above the columns of the table for programs.
const HEAD: &str = "code,parent,name,unit,comparator,value,value_max,figure,actual,rate_percent,status,assigned,\
    registered,last_same_period,last_year,rate_assigned_percent,rate_registered_percent,rate_same_period_percent,\
    rate_last_year_percent,forecast,forecast_status,forecast_rests,findings\n";

/// A table with a header line; text in quotes, numbers with a point.
pub fn csv(sheet: &Sheet) -> String {
    let mut table = String::from(HEAD);
    let plain = |amount: Option<Amount>| amount.map(Amount::plain).unwrap_or_default();
    for (row, line) in sheet.evaluation.rows.iter().zip(&sheet.lines) {
        let draft = &row.target.draft;
        let told = line.forecast.as_ref();
        let findings: Vec<&str> =
            line.notes.iter().filter(|note| note.is_finding()).map(super::Note::code).collect();
        let cells = [
            quoted(&draft.id),
            quoted(draft.parent_id.as_deref().unwrap_or_default()),
            quoted(&draft.name),
            quoted(draft.unit.as_deref().unwrap_or_default()),
            draft.comparator.map(Comparator::code).unwrap_or_default().to_owned(),
            plain(draft.value),
            plain(draft.value_max),
            row.figure.state_code().to_owned(),
            plain(actual(row)),
            plain(row.judgement.and_then(|judgement| judgement.rate)),
            row.status.map(Status::code).unwrap_or_default().to_owned(),
            plain(line.known.assigned),
            plain(line.known.registered),
            plain(line.known.same_period),
            plain(line.known.last_year),
            plain(line.rates.assigned),
            plain(line.rates.registered),
            plain(line.rates.same_period),
            plain(line.rates.last_year),
            plain(told.and_then(|told| told.value)),
            told.and_then(|told| told.status).map(Status::code).unwrap_or_default().to_owned(),
            told.map(|told| rests(told.rests)).unwrap_or_default().to_owned(),
            findings.join(" "),
        ];
        table.push_str(&cells.join(","));
        table.push('\n');
    }
    table
}

/// A workbook for people, ready to print.
///
/// # Errors
/// When a text is too long for a cell.
pub fn xlsx(sheet: &Sheet, authority: &str, date: NaiveDate, language: Language) -> Result<Vec<u8>, PaperError> {
    let (w, m) = (super::words::words(language), crate::movements::words::words(language));
    let (t, c) = (crate::targets::words::words(language), crate::face::words::words(language));
    let of = |key, heading: &str, kind, width| {
        let mut column = Column::new(key, heading.to_owned(), kind);
        column.width = width;
        column
    };
    let columns = [
        of("name", m.col_target, Kind::Text, 44),
        of("planned", m.col_planned, Kind::Text, 16),
        of("unit", m.col_unit_of, Kind::Text, 12),
        of("assigned", w.given, Kind::Amount(Expectation::Quantity), 12),
        of("registered", w.registered, Kind::Amount(Expectation::Quantity), 12),
        of("same", w.same_period, Kind::Amount(Expectation::Quantity), 12),
        of("last", w.whole_year, Kind::Amount(Expectation::Quantity), 12),
        of("actual", m.col_actual, Kind::Text, 14),
        of("rate", m.col_rate, Kind::Amount(Expectation::Quantity), 10),
        of("status", m.col_status, Kind::Text, 16),
        of("forecast", w.col_forecast, Kind::Amount(Expectation::Quantity), 14),
        of("forecast_status", m.col_status, Kind::Text, 16),
        of("notes", w.x_notes, Kind::Text, 44),
    ];
    let title = format!("{}, {}", w.x_title, show::inside(show::period(sheet.evaluation.period, c)));
    let book = ListBook {
        authority,
        title: &title,
        date,
        columns: &columns,
        numbered: false,
        spare_rows: 0,
        seal: None,
        version: 0,
    };
    let amount = |amount: Option<Amount>| amount.map_or(Cell::Empty, Cell::Amount);
    let rows: Vec<Vec<Cell>> = views(&sheet.evaluation.rows, m, t, c, language)
        .into_iter()
        .zip(&sheet.evaluation.rows)
        .zip(&sheet.lines)
        .map(|((view, row), line)| {
            let told = line.forecast.as_ref();
            let mut says: Vec<String> =
                line.notes.iter().flat_map(|note| super::says::note(note, language)).collect();
            says.extend(line.rolled.iter().map(|rolled| super::says::rule(&rolled.applied, language)));
            says.extend(
                told.iter().flat_map(|told| super::says::forecast(told, sheet.evaluation.period, language)),
            );
            vec![
                Cell::text(&view.name),
                Cell::text(&view.planned),
                Cell::text(&view.unit),
                amount(line.known.assigned),
                amount(line.known.registered),
                amount(line.known.same_period),
                amount(line.known.last_year),
                Cell::text(&view.figure),
                amount(row.judgement.and_then(|judgement| judgement.rate)),
                Cell::text(view.status),
                amount(told.and_then(|told| told.value)),
                told.map_or(Cell::Empty, |told| Cell::text(show::status(told.status, c))),
                Cell::text(&says.join("; ")),
            ]
        })
        .collect();
    list_to_xlsx(&book, rows.iter().map(|cells| (None, cells.as_slice())))
}

/// The table for people: semicolons, decimal commas, words. A spreadsheet set to Vietnamese opens it as it is.
pub(crate) fn people_csv(evaluation: &Evaluation, language: Language) -> String {
    let m = crate::movements::words::words(language);
    let c = crate::face::words::words(language);
    let t = crate::targets::words::words(language);
    let mut table = String::new();
    let mut line = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        table.push_str(&cells.join(";"));
        table.push_str("\r\n");
    };
    line(&[m.col_target, m.col_planned, m.col_unit_of, m.col_actual, m.col_rate, m.col_status, t.source]);
    for row in views(&evaluation.rows, m, t, c, language).iter().zip(&evaluation.rows) {
        let (view, evaluated) = row;
        let source = evaluated.version.as_ref().and_then(|version| version.reported.source.clone());
        let rate = view.rate.trim_end_matches(" %");
        line(&[
            &view.name,
            &view.planned,
            &view.unit,
            &view.figure,
            rate,
            view.status,
            &source.unwrap_or_default(),
        ]);
    }
    table
}

/// The period of an address.
#[derive(Deserialize, Default)]
pub(crate) struct At {
    pub(crate) period: Option<String>,
}

async fn of_movement(
    app: &App,
    visitor: &Visitor,
    id: &str,
    at: &At,
) -> Result<(MovementView, Evaluation), Refusal> {
    let view = movement_for(app, visitor, id, Act::Look).await?;
    let figures = app.store.figures_of_plan(&view.plan.id).await?;
    let period = at
        .period
        .as_deref()
        .and_then(Period::from_code)
        .or_else(|| super::newest_period(&figures))
        .unwrap_or(Period::Year);
    let targets = app.store.targets(&view.plan.id).await?;
    Ok((view, evaluate(targets, &figures, period)))
}

/// `GET /movements/{id}/evaluation.json`.
pub(crate) async fn download_json(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Asking { view, sheet, .. } = asked(&app, &visitor, &id, &wanted).await?;
    let text = json(&view.movement.id, &view.movement.named.name, &sheet).map_err(Refusal::fault)?;
    attachment(text.into_bytes(), "application/json", "danh-gia.json")
}

/// `GET /movements/{id}/evaluation.csv`.
pub(crate) async fn download_csv(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Asking { sheet, .. } = asked(&app, &visitor, &id, &wanted).await?;
    // a spreadsheet knows the text is UTF-8 by its first three bytes
    let mut content = vec![0xEF, 0xBB, 0xBF];
    content.extend_from_slice(csv(&sheet).as_bytes());
    attachment(content, "text/csv; charset=utf-8", "danh-gia.csv")
}

/// `GET /movements/{id}/evaluation.xlsx`.
pub(crate) async fn download_xlsx(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Asking { view, sheet, unit, day, .. } = asked(&app, &visitor, &id, &wanted).await?;
    let owner = match unit {
        Some(unit) => unit.name,
        None => app.store.unit(&view.plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default(),
    };
    let date = day.unwrap_or_else(|| crate::local_date((app.clock)()));
    let language = caller.preferences.language;
    let content = app.heavily(move || xlsx(&sheet, &owner, date, language)).await?.map_err(Refusal::fault)?;
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    attachment(content, media, "danh-gia.xlsx")
}

/// `GET /movements/{id}/targets.csv`.
pub(crate) async fn download_people_csv(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    let (_, evaluation) = of_movement(&app, &visitor, &id, &at).await?;
    let mut content = vec![0xEF, 0xBB, 0xBF];
    content.extend_from_slice(people_csv(&evaluation, caller.preferences.language).as_bytes());
    attachment(content, "text/csv; charset=utf-8", &format!("chi-tieu-{}.csv", evaluation.period.code()))
}
