//! The tasks of a movement as a table for a spreadsheet.

use super::{labels, words};
use crate::App;
use crate::face::{Answer, Caller, Visitor, show};
use crate::movements::actions::movement_for;
use crate::reports::sending::attachment;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_store::tasks::Task;

/// One line a task: the five, where it stands, how often it was urged. Semicolons, words, dates as offices write them.
fn csv(
    tasks: &[Task],
    with: &HashMap<String, Vec<String>>,
    names: &HashMap<String, String>,
    now: &labels::Now,
    language: Language,
) -> String {
    let w = words::words(language);
    // a leading sign would be run as a formula by a spreadsheet
    let quoted = |text: &str| {
        let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    let mut table = String::new();
    let mut line = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        table.push_str(&cells.join(";"));
        table.push_str("\r\n");
    };
    line(&[
        w.work,
        w.manner,
        w.lead,
        w.with_units,
        w.responsible,
        w.responsibility,
        w.due,
        w.next_day,
        w.outcome,
        w.weight,
        w.programme,
        w.state,
        w.col_standing,
        w.missing_column,
        w.col_urgings,
        w.col_extensions,
        w.source_line,
    ]);
    for task in tasks {
        let text = &task.text;
        let or = |text: &Option<String>| text.clone().unwrap_or_default();
        let others: Vec<&str> = with
            .get(&task.id)
            .into_iter()
            .flatten()
            .filter_map(|unit| names.get(unit).map(String::as_str))
            .collect();
        line(&[
            &text.work,
            labels::manner(text.manner, w),
            &or(&task.lead_name),
            &others.join(", "),
            &or(&text.responsible),
            &or(&text.responsibility),
            &text.deadline.as_ref().map(|one| labels::deadline(one, w)).unwrap_or_default(),
            &show::day(task.next_due),
            &or(&text.outcome),
            text.weight.map(|one| labels::weight(one, w)).unwrap_or_default(),
            &or(&text.programme),
            labels::state(task.state, w),
            &labels::standing(labels::standing_of(task, now), w),
            &labels::clears(&task.said().missing(), w),
            &task.urgings.to_string(),
            &task.extensions.to_string(),
            &task.origin.lines.map(|(first, _)| first.to_string()).unwrap_or_default(),
        ]);
    }
    table
}

/// `GET /movements/{id}/tasks.csv`.
pub(crate) async fn download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    movement_for(&app, &visitor, &id, Act::Look).await?;
    let tasks = app.store.tasks_of_movement(&id).await?;
    let ids: Vec<String> = tasks.iter().map(|task| task.id.clone()).collect();
    let with = app.store.units_with(&ids).await?;
    let mut units: Vec<String> = with.values().flatten().cloned().collect();
    units.sort();
    units.dedup();
    let now = labels::Now::of(&app, &tasks).await?;
    let names = app.store.units_of(&units).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    // a spreadsheet knows the text is UTF-8 by its first three bytes
    let mut content = vec![0xEF, 0xBB, 0xBF];
    content.extend_from_slice(csv(&tasks, &with, &names, &now, caller.preferences.language).as_bytes());
    attachment(content, "text/csv; charset=utf-8", "nhiem-vu.csv")
}
