//! What reports of units put into the calendar: the day on which they are due, for those who wait and those who write.

use super::door::due_for;
use super::labels;
use super::words::words;
use crate::calendar::{Asked, Due, Entry, Kind};
use chrono::Datelike;
use thidua_store::StoreError;
use thidua_store::reporting::Round;

/// The entries of rounds in a year. Of all authorities at once nothing is asked.
pub(crate) async fn entries(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let units: Vec<String> = asked.units.unwrap_or_default().iter().map(|unit| (*unit).to_owned()).collect();
    let w = words(asked.language);
    let mut entries = Vec::new();
    for unit in asked.app.store.units_of(&units).await? {
        for round in asked.app.store.report_rounds_of(std::slice::from_ref(&unit.id)).await? {
            let done = round.consolidated.as_ref().map(|(at, who)| {
                w.consolidated_says.replace("{at}", &crate::face::show::moment(*at)).replace("{who}", who)
            });
            entries.extend(entry(&round, round.text.due, &unit.id, done, asked));
        }
        let Some(parent) = &unit.parent_id else { continue };
        for round in asked.app.store.report_rounds_of(std::slice::from_ref(parent)).await? {
            if !round.asks(unit.kind) {
                continue;
            }
            let extensions = asked.app.store.report_extensions(&round.id).await?;
            let known = asked.app.store.report_of_unit(&round.id, &unit.id).await?;
            let done = known
                .filter(|one| one.state.is_handed_in())
                .map(|one| labels::state(Some(one.state), w).to_owned());
            entries.extend(entry(&round, due_for(&round, &extensions, &unit.id), &unit.id, done, asked));
        }
    }
    Ok(entries)
}

fn entry(
    round: &Round,
    due: chrono::NaiveDate,
    unit_id: &str,
    done: Option<String>,
    asked: &Asked<'_>,
) -> Option<Entry> {
    let (w, c) = (words(asked.language), crate::face::words::words(asked.language));
    if due.year() != asked.year {
        return None;
    }
    let title = w.board_heading.replace("{period}", &labels::period(round.period, c));
    Some(Entry {
        note: labels::rule_of(round, w),
        address: Some(format!("/rounds/{}", round.id)),
        unit_id: Some(unit_id.to_owned()),
        sequence: u32::try_from(round.version).unwrap_or_default(),
        due: Some(done.map_or(Due::Open, Due::Done)),
        ..Entry::on(Kind::Report, format!("round-{}-{unit_id}", round.id), due, title)
    })
}
