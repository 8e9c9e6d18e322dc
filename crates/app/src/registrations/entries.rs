//! What registrations put into the calendar: the last day to register, for those who have to and for those who wait.

use super::labels;
use super::words::words;
use crate::calendar::{Asked, Due, Entry, Kind};
use chrono::Datelike;
use thidua_store::StoreError;
use thidua_store::registrations::Call;

/// The entries of registrations in a year. Of all authorities at once nothing is asked.
pub(crate) async fn entries(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let units: Vec<String> = asked.units.unwrap_or_default().iter().map(|unit| (*unit).to_owned()).collect();
    let mut entries = Vec::new();
    for unit in asked.app.store.units_of(&units).await? {
        for call in asked.app.store.registration_calls(&unit.id).await? {
            entries.extend(entry(&call, &unit.id, None, asked));
        }
        let Some(parent) = &unit.parent_id else { continue };
        for call in
            asked.app.store.registration_calls(parent).await?.into_iter().filter(|call| call.round.asks(unit.kind))
        {
            let known = asked.app.store.registration_of_unit(&call.round.id, &unit.id).await?;
            let done = known
                .filter(|one| one.state.is_handed_in())
                .map(|one| labels::state(one.state, words(asked.language)));
            entries.extend(entry(&call, &unit.id, Some(done.map(str::to_owned)), asked));
        }
    }
    Ok(entries)
}

/// `own`: for a unit that has to register, what it has done; nothing for the authority that waits.
fn entry(call: &Call, unit_id: &str, own: Option<Option<String>>, asked: &Asked<'_>) -> Option<Entry> {
    let w = words(asked.language);
    let last = call.round.deadline.last_day();
    if last.year() != asked.year {
        return None;
    }
    let plan = call.plan_number.clone().unwrap_or_default();
    let due = match own {
        Some(Some(done)) => Due::Done(done),
        Some(None) => Due::Open,
        None => Due::Unknown,
    };
    Some(Entry {
        note: [plan, labels::until(call.round.deadline, w)].join("; "),
        address: Some(format!("/movements/{}/registrations", call.round.movement_id)),
        unit_id: Some(unit_id.to_owned()),
        sequence: u32::try_from(call.round.version).unwrap_or_default(),
        due: Some(due),
        ..Entry::on(
            Kind::Deadline,
            format!("registration-{}-{unit_id}", call.round.id),
            last,
            w.deadline.to_owned(),
        )
    })
}
