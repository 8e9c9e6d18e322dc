//! What is done to waves.

use super::label;
use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor, show};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::waves::Wave;
use thidua_store::audit::Entry;
use thidua_store::wave_targets::WaveMatter;
use thidua_store::waves::{LedWave, SummingUp};
use thidua_store::{Author, StoreError};

/// The wave of an address, if this person may do this to it.
pub(super) async fn wave_for(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<LedWave, Refusal> {
    let led = app.store.wave(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, act, &led.unit_id).await?;
    Ok(led)
}

/// Opens a wave under a movement, for a bottleneck where one is named; its identifier.
pub(super) async fn open(
    app: &App,
    author: Author,
    unit_id: &str,
    movement_id: &str,
    wave: &Wave,
    bottleneck: Option<&str>,
) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    let id = change.open_wave(movement_id, wave).await?;
    if let Some(bottleneck) = bottleneck {
        change.set_wave_matters(&id, &[WaveMatter::Bottleneck(bottleneck.to_owned())]).await?;
    }
    let w = words(Language::Vietnamese);
    let detail = format!("{} ({})", wave.name, label::days(wave.from, wave.to, w));
    change.commit(entry(unit_id, "wave.opened", &id, Some(detail))).await?;
    Ok(id)
}

/// Corrects an open wave; the log keeps each field before and after, and the reason.
pub(super) async fn correct(
    app: &App,
    author: Author,
    led: &LedWave,
    seen: i64,
    wave: &Wave,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_wave(&led.id, seen, wave).await?;
    let mut parts = differences(&led.wave, wave, words(Language::Vietnamese));
    parts.extend(reason.map(|reason| format!("{}: {reason}", words(Language::Vietnamese).reason)));
    let detail = (!parts.is_empty()).then(|| parts.join("; "));
    change.commit(entry(&led.unit_id, "wave.corrected", &led.id, detail)).await
}

/// Sums an open wave up.
pub(super) async fn close(
    app: &App,
    author: Author,
    led: &LedWave,
    seen: i64,
    summing_up: &SummingUp,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.close_wave(&led.id, seen, summing_up).await?;
    let w = words(Language::Vietnamese);
    let detail = format!("{}: {}", led.wave.name, w.summed_on.replace("{day}", &show::day(summing_up.on)));
    change.commit(entry(&led.unit_id, "wave.closed", &led.id, Some(detail))).await
}

/// Opens a wave again that was summed up.
pub(super) async fn reopen(
    app: &App,
    author: Author,
    led: &LedWave,
    seen: i64,
    reason: &str,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.reopen_wave(&led.id, seen).await?;
    change.commit(entry(&led.unit_id, "wave.reopened", &led.id, Some(reason.to_owned()))).await
}

/// Withdraws a wave that was opened by mistake.
pub(super) async fn withdraw(
    app: &App,
    author: Author,
    led: &LedWave,
    seen: i64,
    reason: &str,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.withdraw_wave(&led.id, seen, reason).await?;
    change.commit(entry(&led.unit_id, "wave.withdrawn", &led.id, Some(reason.to_owned()))).await
}

pub(super) fn entry(unit_id: &str, act: &'static str, id: &str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "wave", subject_id: id.to_owned(), detail }
}

/// What differs between two states of a wave, in sentences of data.
fn differences(before: &Wave, after: &Wave, w: &'static Words) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let occasions =
        |wave: &Wave| wave.occasions.iter().map(|one| label::occasion(one, w)).collect::<Vec<_>>().join(", ");
    let pairs = [
        (w.kind, label::kind(before.kind, w).to_owned(), label::kind(after.kind, w).to_owned()),
        (w.name, before.name.clone(), after.name.clone()),
        (w.goal, text(&before.goal), text(&after.goal)),
        (w.event, text(&before.event), text(&after.event)),
        (w.col_days, label::days(before.from, before.to, w), label::days(after.from, after.to, w)),
        (w.deadline, label::deadline(before, w), label::deadline(after, w)),
        (
            w.conference,
            label::conference(before.conference, w).to_owned(),
            label::conference(after.conference, w).to_owned(),
        ),
        (w.occasions, occasions(before), occasions(after)),
    ];
    let differing = pairs.into_iter().filter(|(_, before, after)| before != after);
    differing.map(|(name, before, after)| format!("{name}: {before} → {after}")).collect()
}
