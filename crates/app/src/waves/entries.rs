//! What waves put into the calendar: their days, their deadlines, and what they celebrate.

use super::label;
use super::words::words;
use crate::calendar::{Asked, Due, Entry, Kind};
use thidua_domain::basics::date::short;
use thidua_domain::calendar::occasions::{recognise, recognise_among};
use thidua_store::StoreError;
use thidua_store::waves::LedWave;

/// The entries of waves in a year.
pub(crate) async fn entries(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let waves = asked.app.store.waves_in_year(asked.units, asked.year, asked.limit).await?;
    let mut entries: Vec<Entry> = Vec::new();
    for led in &waves {
        entries.extend(days(led, asked));
        entries.extend(summing_up(led, asked));
        for (at, one) in led.wave.occasions.iter().enumerate() {
            // what the country or the authority celebrates every year stands in the calendar already
            let known = recognise_among(&one.name, asked.own).or_else(|| recognise(&one.name));
            let Some(day) = one.day.filter(|_| known.is_none()) else { continue };
            if entries.iter().any(|entry| entry.first == day && entry.title == one.name) {
                continue;
            }
            let w = words(asked.language);
            entries.push(Entry {
                note: one.years.map(|years| w.years.replace("{n}", &years.to_string())).unwrap_or_default(),
                unit_id: Some(led.unit_id.clone()),
                ..Entry::on(Kind::Occasion, format!("occasion-{}-{at}", led.id), day, one.name.clone())
            });
        }
    }
    Ok(entries)
}

fn days(led: &LedWave, asked: &Asked<'_>) -> Option<Entry> {
    let w = words(asked.language);
    let first = led.wave.from.or(led.wave.to)?;
    let last = led.wave.to.unwrap_or(first).max(first);
    let note = [Some(label::kind(led.wave.kind, w).to_owned()), led.wave.goal.clone()];
    Some(Entry {
        last,
        note: note.into_iter().flatten().collect::<Vec<_>>().join("; "),
        address: Some(format!("/waves/{}", led.id)),
        unit_id: Some(led.unit_id.clone()),
        sequence: u32::try_from(led.version).unwrap_or_default(),
        ..Entry::on(Kind::Wave, format!("wave-{}", led.id), first, led.wave.name.clone())
    })
}

/// The deadline stands on the last day in time: before the printed day, where the plan says so.
fn summing_up(led: &LedWave, asked: &Asked<'_>) -> Option<Entry> {
    let w = words(asked.language);
    let last = led.wave.last_summary_day()?;
    let title = w.summary_title.replace("{name}", &led.wave.name);
    let done = led
        .closed
        .is_some()
        .then(|| w.summed_on.replace("{day}", &led.summing_up.on.map(short).unwrap_or_default()));
    Some(Entry {
        note: label::deadline(&led.wave, w),
        address: Some(format!("/waves/{}", led.id)),
        unit_id: Some(led.unit_id.clone()),
        sequence: u32::try_from(led.version).unwrap_or_default(),
        due: Some(done.map_or(Due::Open, Due::Done)),
        ..Entry::on(Kind::Deadline, format!("summing-up-{}", led.id), last, title)
    })
}
