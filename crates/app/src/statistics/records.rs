//! `/statistics/records`: the movements or awards behind one number.

use super::gather::{Asked, gather, given, year_of};
use super::page::asked_sheet;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use askama::Template;
use axum::extract::{Query, State};
use thidua_domain::people::PersonKind;
use thidua_domain::quotas::Group;
use thidua_domain::statistics::Counts;
use thidua_store::statistics::HonourFact;

/// Rows of one page.
const A_PAGE: usize = 100;

struct Row {
    name: String,
    address: Option<String>,
    what: String,
    decision: String,
    unit: String,
}

#[derive(Template)]
#[template(path = "statistics/records.html")]
struct RecordsPage {
    f: Frame,
    w: &'static Words,
    year: i32,
    title: String,
    movements: bool,
    found: String,
    rows: Vec<Row>,
    page: usize,
    pages: usize,
    query: String,
}

fn row(of: &HonourFact) -> Row {
    let day = shown::day(of.dated);
    let number = of.number_symbol.clone().unwrap_or_default();
    let parts: Vec<String> = [number, day].into_iter().filter(|part| !part.is_empty()).collect();
    Row {
        name: of.name.clone(),
        address: of.person_id.as_ref().map(|id| format!("/people/{id}")),
        what: of.award_name.clone(),
        decision: parts.join(", "),
        unit: of.of_unit.clone(),
    }
}

/// `GET /statistics/records`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let of = gather(&app, &visitor, &asked.year).await?;
    let mut movements = false;
    let (title, rows): (String, Vec<Row>) = if asked.group.is_empty() {
        let sheet = asked_sheet(&of, &asked.form, w.by_award)?;
        movements = sheet.form.counts == Counts::Movements;
        let places = sheet.behind(&asked.dimension, &asked.value, &asked.column);
        let row = |at: usize| {
            if !movements {
                return of.honours.get(at).map(row);
            }
            of.movement(at).map(|one| Row {
                name: one.name.clone(),
                address: Some(format!("/movements/{}", one.id)),
                what: String::new(),
                decision: one.number_symbol.clone().unwrap_or_default(),
                unit: one.unit_name.clone(),
            })
        };
        (w.form_of.replace("{number}", &sheet.form.number), places.into_iter().filter_map(row).collect())
    } else {
        let group = Group::from_code(&asked.group);
        if group.is_none() && asked.group != "household" {
            return Err(Refusal::NotFound);
        }
        let counts = |one: &&HonourFact| {
            let of_year = year_of(one) == of.year;
            of_year
                && given(one).is_some_and(|given| match group {
                    Some(group) => {
                        given.kind == PersonKind::Individual
                            && given.groups.is_some_and(|groups| groups.contains(&group))
                    }
                    None => given.kind == PersonKind::Household,
                })
        };
        (w.shares.to_owned(), of.honours.iter().filter(counts).map(row).collect())
    };
    let pages = rows.len().div_ceil(A_PAGE).max(1);
    let at = asked.page.clamp(1, pages);
    let found = w.n_records.replace("{n}", &rows.len().to_string());
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("year", &of.year.to_string())
        .append_pair("form", &asked.form)
        .append_pair("dimension", &asked.dimension)
        .append_pair("value", &asked.value)
        .append_pair("column", &asked.column)
        .append_pair("group", &asked.group)
        .finish();
    page(&RecordsPage {
        f: frame(&caller, Tab::Statistics).with_sample(of.illustrative()),
        year: of.year,
        title,
        movements,
        found,
        rows: rows.into_iter().skip((at - 1) * A_PAGE).take(A_PAGE).collect(),
        page: at,
        pages,
        query,
        w,
    })
}
