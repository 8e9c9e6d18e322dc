//! The evaluation for programs: JSON and CSV, numbers written exactly.

use super::{Evaluation, evaluate};
use crate::App;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::movements::actions::{MovementView, movement_for};
use crate::movements::table::views;
use crate::reports::sending::attachment;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Status};

/// An amount as an exact JSON number.
fn number(amount: Option<Amount>) -> Option<Box<RawValue>> {
    RawValue::from_string(amount?.plain()).ok()
}

/// One JSON object: movement, period, summary and rows.
///
/// # Errors
/// Never in practice; the writer's own error otherwise.
pub fn json(movement_id: &str, title: &str, evaluation: &Evaluation) -> Result<String, serde_json::Error> {
    let mut counts = Map::new();
    for status in Status::ALL {
        counts.insert(status.code().to_owned(), json!(evaluation.summary.count(status)));
    }
    counts.insert("not-applicable".to_owned(), json!(evaluation.summary.not_applicable));
    let rows: Vec<String> = evaluation
        .rows
        .iter()
        .map(|row| {
            let draft = &row.target.draft;
            let text = |name: &str, value: &Value| format!("\"{name}\":{value}");
            let exact = |name: &str, amount: Option<Amount>| {
                format!("\"{name}\":{}", number(amount).map_or("null".to_owned(), |raw| raw.get().to_owned()))
            };
            let actual = match row.figure {
                Figure::Number(amount) => Some(amount),
                _ => None,
            };
            let attained = match row.figure {
                Figure::Judged(judged) => Some(judged.code()),
                _ => None,
            };
            let parts = [
                text("id", &json!(row.target.id)),
                text("code", &json!(draft.id)),
                text("parent", &json!(draft.parent_id)),
                text("name", &json!(draft.name)),
                text("unit", &json!(draft.unit)),
                text("comparator", &json!(draft.comparator.map(Comparator::code))),
                exact("value", draft.value),
                exact("value_max", draft.value_max),
                text("figure", &json!(row.figure.state_code())),
                exact("actual", actual),
                text("attained", &json!(attained)),
                exact("rate_percent", row.judgement.and_then(|judgement| judgement.rate)),
                text("status", &json!(row.status.map(Status::code))),
                text("source", &json!(row.version.as_ref().and_then(|version| version.reported.source.clone()))),
                text(
                    "illustrative",
                    &json!(row.version.as_ref().is_some_and(|version| version.reported.illustrative)),
                ),
            ];
            format!("{{{}}}", parts.join(","))
        })
        .collect();
    Ok(format!(
        "{{\"movement\":{},\"title\":{},\"period\":\"{}\",\"leaves\":{},\"counts\":{},\"targets\":[{}]}}",
        json!(movement_id),
        json!(title),
        evaluation.period.code(),
        evaluation.summary.leaves,
        Value::Object(counts),
        rows.join(",")
    ))
}

/// A text as a cell of a CSV file. A leading sign would be run as a formula by a spreadsheet.
pub(crate) fn quoted(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// A table with a header line; text in quotes, numbers with a point.
pub fn csv(evaluation: &Evaluation) -> String {
    let mut table =
        String::from("code,parent,name,unit,comparator,value,value_max,figure,actual,rate_percent,status\n");
    let plain = |amount: Option<Amount>| amount.map(Amount::plain).unwrap_or_default();
    for row in &evaluation.rows {
        let draft = &row.target.draft;
        let actual = match row.figure {
            Figure::Number(amount) => Some(amount),
            _ => None,
        };
        let cells = [
            quoted(&draft.id),
            quoted(draft.parent_id.as_deref().unwrap_or_default()),
            quoted(&draft.name),
            quoted(draft.unit.as_deref().unwrap_or_default()),
            draft.comparator.map(Comparator::code).unwrap_or_default().to_owned(),
            plain(draft.value),
            plain(draft.value_max),
            row.figure.state_code().to_owned(),
            plain(actual),
            plain(row.judgement.and_then(|judgement| judgement.rate)),
            row.status.map(Status::code).unwrap_or_default().to_owned(),
        ];
        table.push_str(&cells.join(","));
        table.push('\n');
    }
    table
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
    Query(at): Query<At>,
) -> Answer {
    let (view, evaluation) = of_movement(&app, &visitor, &id, &at).await?;
    let text = json(&view.movement.id, &view.movement.named.name, &evaluation).map_err(Refusal::fault)?;
    attachment(text.into_bytes(), "application/json", "danh-gia.json")
}

/// `GET /movements/{id}/evaluation.csv`.
pub(crate) async fn download_csv(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    let (_, evaluation) = of_movement(&app, &visitor, &id, &at).await?;
    // a spreadsheet knows the text is UTF-8 by its first three bytes
    let mut content = vec![0xEF, 0xBB, 0xBF];
    content.extend_from_slice(csv(&evaluation).as_bytes());
    attachment(content, "text/csv; charset=utf-8", "danh-gia.csv")
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
