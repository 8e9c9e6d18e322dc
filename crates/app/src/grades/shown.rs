//! Grades over the years, as the pages of a unit and a person show them.

use super::labels;
use super::words::{Words, words};
use crate::App;
use thidua_domain::basics::Language;
use thidua_store::StoreError;
use thidua_store::grades::Graded;

/// A year's grade on another page.
pub(crate) struct Line {
    pub(crate) year: i64,
    pub(crate) address: String,
    pub(crate) class: &'static str,
    pub(crate) grade: &'static str,
    pub(crate) stage: &'static str,
    pub(crate) decision: String,
}

pub(super) async fn lines(app: &App, whom: &[Graded], w: &'static Words) -> Result<Vec<Line>, StoreError> {
    let mut found: Vec<Line> = Vec::new();
    for one in app.store.grades_over_years(whom).await? {
        let line = Line {
            year: one.written.year,
            address: format!("{}?year={}", super::door::address(&one.written.whom), one.written.year),
            class: labels::class(Some(one.written.grade)),
            grade: labels::grade(one.written.grade, w),
            stage: labels::stage(one.written.stage, w),
            decision: labels::decision(&one.written, w),
        };
        found.push(line);
    }
    Ok(found)
}

/// Those of a unit.
pub(crate) async fn of_unit(app: &App, unit_id: &str, language: Language) -> Result<Vec<Line>, StoreError> {
    lines(app, &[Graded::Unit(unit_id.to_owned())], words(language)).await
}

/// Those of a person, by all records of them.
pub(crate) async fn of_person(app: &App, ids: &[String], language: Language) -> Result<Vec<Line>, StoreError> {
    let whom: Vec<Graded> = ids.iter().cloned().map(Graded::Person).collect();
    lines(app, &whom, words(language)).await
}
