//! The hard matters for which a wave was opened, and where they stand.

use super::super::actions::wave_for;
use super::words::{Words, words};
use super::{is_worked_on, noted};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Refusal, Visitor, show as said};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::tasks::bottlenecks::{Age, State as ItemState};
use thidua_store::bottlenecks::Bottleneck;
use thidua_store::registrations::Item;
use thidua_store::wave_targets::WaveMatter;
use thidua_store::waves::LedWave;

/// A hard matter as it is shown.
pub(crate) struct MatterRow {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) kind: &'static str,
    /// Where it stands, in words.
    pub(crate) standing: String,
    pub(crate) class: &'static str,
}

/// A matter that can be chosen.
pub(crate) struct Choice {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

struct Hard {
    item: Item,
    unit: String,
    /// What was told last.
    progress: Option<String>,
}

/// The hard items that units registered under the movement of a wave.
async fn hard_items(app: &App, led: &LedWave) -> Result<Vec<Hard>, Refusal> {
    let Some(round) = app.store.registration_round(&led.movement_id).await? else { return Ok(Vec::new()) };
    let progress = app.store.registration_progress(&round.id).await?;
    let mut found = Vec::new();
    for item in app.store.registration_items_of_round(&round.id).await? {
        if item.written.hard {
            let last = progress.iter().find(|one| one.item_id == item.id);
            let last = last.map(|one| format!("{} ({})", one.said, said::day(Some(one.dated))));
            let unit = app.store.unit_of_item(&item.id).await?.unwrap_or_default();
            found.push(Hard { progress: last, unit, item });
        }
    }
    Ok(found)
}

fn of_bottleneck(item: &Bottleneck, today: chrono::NaiveDate, language: Language, w: &'static Words) -> MatterRow {
    let b = crate::bottlenecks::words::words(language);
    let age = Age::on(item.text.arisen, today);
    let late = item.state == ItemState::Open && item.text.due.is_some_and(|due| today > due);
    let mut parts = vec![crate::bottlenecks::labels::state(item.state, b).to_owned()];
    match &item.outcome {
        Some(outcome) => parts.push(outcome.clone()),
        None => {
            parts.push(crate::bottlenecks::labels::age(age, b).to_owned());
            parts.extend(item.text.due.map(|due| w.due.replace("{day}", &said::day(Some(due)))));
            parts.extend(late.then(|| w.late.to_owned()));
        }
    }
    MatterRow {
        name: item.text.name.clone(),
        address: format!("/bottlenecks/{}", item.id),
        kind: w.bottleneck,
        standing: parts.join("; "),
        class: crate::bottlenecks::labels::class(item.state, late, age),
    }
}

fn of_item(hard: &Hard, w: &'static Words) -> MatterRow {
    let standing = hard.progress.clone().unwrap_or_else(|| w.no_progress.to_owned());
    MatterRow {
        name: format!("{} ({})", hard.item.written.name, hard.unit),
        address: format!("/registrations/{}", hard.item.registration_id),
        kind: w.hard_item,
        standing,
        class: if hard.progress.is_some() { "on-track" } else { "not-begun" },
    }
}

/// The matters of a wave, and what else can be chosen where this person may choose.
pub(in crate::waves) async fn shown(
    app: &App,
    led: &LedWave,
    language: Language,
    choosing: bool,
) -> Result<(Vec<MatterRow>, Vec<Choice>), Refusal> {
    let w = words(language);
    let today = crate::local_date((app.clock)());
    let kept = app.store.wave_matters(&led.id).await?;
    if kept.is_empty() && !choosing {
        return Ok((Vec::new(), Vec::new()));
    }
    let all = app.store.bottlenecks(Some(&[led.unit_id.as_str()])).await?;
    let hard = hard_items(app, led).await?;
    let mut rows = Vec::new();
    for matter in &kept {
        match matter {
            WaveMatter::Bottleneck(id) => {
                rows.extend(all.iter().find(|one| one.id == *id).map(|one| of_bottleneck(one, today, language, w)));
            }
            WaveMatter::Item(id) => {
                rows.extend(hard.iter().find(|one| one.item.id == *id).map(|one| of_item(one, w)))
            }
        }
    }
    if !choosing {
        return Ok((rows, Vec::new()));
    }
    let chosen = |matter: WaveMatter| kept.contains(&matter);
    let open = |one: &&Bottleneck| {
        matches!(one.state, ItemState::Draft | ItemState::Open) || chosen(WaveMatter::Bottleneck(one.id.clone()))
    };
    let mut choices: Vec<Choice> = all
        .iter()
        .filter(open)
        .map(|one| Choice {
            key: format!("bottleneck-{}", one.id),
            label: format!("{}: {}", w.bottleneck, one.text.name),
            chosen: chosen(WaveMatter::Bottleneck(one.id.clone())),
        })
        .collect();
    choices.extend(hard.iter().map(|one| Choice {
        key: format!("item-{}", one.item.id),
        label: format!("{}: {} ({})", w.hard_item, one.item.written.name, one.unit),
        chosen: chosen(WaveMatter::Item(one.item.id.clone())),
    }));
    Ok((rows, choices))
}

/// Says for which matters a wave works; only what the form offers is taken.
pub(super) async fn set(app: &App, visitor: &Visitor, id: &str, typed: &Typed) -> Answer {
    let led = wave_for(app, visitor, id, Act::ManageWaves).await?;
    if !is_worked_on(&led) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let (_, choices) = shown(app, &led, Language::Vietnamese, true).await?;
    let ticked: Vec<&Choice> = choices.iter().filter(|one| typed.contains_key(&one.key)).collect();
    let matters: Vec<WaveMatter> = ticked
        .iter()
        .filter_map(|one| match one.key.split_once('-')? {
            ("bottleneck", id) => Some(WaveMatter::Bottleneck(id.to_owned())),
            ("item", id) => Some(WaveMatter::Item(id.to_owned())),
            _ => None,
        })
        .collect();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.set_wave_matters(id, &matters).await?;
    let detail = ticked.iter().map(|one| one.label.as_str()).collect::<Vec<_>>().join("; ");
    change.commit(noted(&led, "wave.matters", Some(detail))).await?;
    go(format!("/waves/{id}/targets?done=saved"))
}
