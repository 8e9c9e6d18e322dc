//! What tasks put into the calendar: the next day that each has to keep, for who does it and for who gave it.

use super::labels;
use super::words::words;
use crate::calendar::{Asked, Due, Entry, Kind};
use chrono::Datelike;
use std::collections::HashSet;
use thidua_domain::tasks::State;
use thidua_domain::tasks::deadline::last_good_day;
use thidua_store::StoreError;
use thidua_store::tasks::Task;

/// The days of tasks in a year. Of all authorities at once nothing is asked.
pub(crate) async fn entries(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let Some(units) = asked.units else { return Ok(Vec::new()) };
    let mut tasks = asked.app.store.tasks_to_do(Some(units)).await?;
    tasks.extend(asked.app.store.tasks_given_by(Some(units)).await?);
    let mut seen = HashSet::new();
    tasks.retain(|task| seen.insert(task.id.clone()));
    let mut found: Vec<Entry> = tasks.iter().filter_map(|task| entry(task, units, asked)).collect();
    found.sort_by_key(|entry| entry.first);
    found.truncate(usize::try_from(asked.limit).unwrap_or(usize::MAX));
    Ok(found)
}

fn entry(task: &Task, units: &[&str], asked: &Asked<'_>) -> Option<Entry> {
    let w = words(asked.language);
    let strictly = task.text.deadline.is_some_and(|deadline| deadline.strictly_before);
    let next = task.next_due?;
    let last = last_good_day(next, strictly);
    let due = match task.state {
        State::Draft | State::Cancelled => return None,
        State::DoneReported | State::Confirmed => Due::Done(labels::state(task.state, w).to_owned()),
        State::Given | State::Accepted | State::InProgress | State::Returned => Due::Open,
    };
    if last.year() != asked.year {
        return None;
    }
    let lead = task.text.lead_unit_id.as_deref().filter(|lead| units.contains(lead));
    let name = task.lead_name.clone().or_else(|| task.text.actor.clone());
    Some(Entry {
        note: [name, Some(labels::due(next, strictly, w))].into_iter().flatten().collect::<Vec<_>>().join("; "),
        address: Some(format!("/tasks/{}", task.id)),
        unit_id: Some(lead.unwrap_or(&task.unit_id).to_owned()),
        sequence: u32::try_from(task.version).unwrap_or_default(),
        due: Some(due),
        ..Entry::on(Kind::Deadline, format!("task-{}", task.id), last, task.text.work.clone())
    })
}
