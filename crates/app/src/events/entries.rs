//! What congresses and conferences put into the calendar: their days, and until when units below hold theirs.

use super::labels;
use super::words::words;
use crate::calendar::{Asked, Due, Entry, Kind};
use chrono::Datelike;
use thidua_store::StoreError;

/// The entries of events in a year.
pub(crate) async fn entries(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let w = words(asked.language);
    let mut entries = Vec::new();
    for event in asked.app.store.events(asked.units, asked.limit).await? {
        if event.withdrawn.is_some() {
            continue;
        }
        let address = Some(format!("/events/{}", event.id));
        let sequence = u32::try_from(event.version).unwrap_or_default();
        if let Some(day) = event.day.filter(|day| day.year() == asked.year) {
            let note = [Some(labels::kind(event.kind, w).to_owned()), event.place.clone()];
            entries.push(Entry {
                last: event.last_day.unwrap_or(day).max(day),
                note: note.into_iter().flatten().collect::<Vec<_>>().join("; "),
                address: address.clone(),
                unit_id: Some(event.unit_id.clone()),
                sequence,
                ..Entry::on(Kind::Event, format!("event-{}", event.id), day, event.name.clone())
            });
        }
        if let Some(by) = event.below_by.filter(|by| by.year() == asked.year) {
            let below = asked.app.store.children_on(Some(&event.unit_id), by, 0, asked.limit).await?.0;
            let said = asked.app.store.event_units(&event.id).await?;
            let all = !below.is_empty()
                && below.iter().all(|one| said.get(&one.unit.id).is_some_and(|one| one.held_on.is_some()));
            let title = w.below_title.replace("{event}", &event.name);
            entries.push(Entry {
                address,
                unit_id: Some(event.unit_id.clone()),
                due: Some(if all { Due::Done(w.all_held.to_owned()) } else { Due::Open }),
                sequence,
                ..Entry::on(Kind::Deadline, format!("event-below-{}", event.id), by, title)
            });
        }
    }
    Ok(entries)
}
