//! Which open dossiers get another answer under a pack that is not taken yet.

use crate::App;
use crate::awards::{labels as award_labels, words as award_words};
use crate::face::{Refusal, Visitor};
use crate::nominations::judging::judged;
use crate::nominations::{law, scene};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;
use thidua_domain::awards::judging::Judgement;
use thidua_domain::awards::outcome::Outcome;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::basics::Language;
use thidua_store::Within;
use thidua_store::rule_packs::RulePack;

/// As many dossiers are judged before a pack is taken.
const MOST: usize = 2_000;

/// A dossier that gets another answer.
pub(super) struct Changed {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) award: String,
    pub(super) unit: String,
    pub(super) before: (&'static str, &'static str),
    pub(super) after: (&'static str, &'static str),
    /// The conditions that make the difference.
    pub(super) why: Vec<String>,
}

/// What a pack would change.
pub(super) struct Effect {
    pub(super) judged: usize,
    pub(super) changed: Vec<Changed>,
    /// There are more open dossiers than were judged.
    pub(super) more: bool,
}

/// Judges every open dossier of the pack's unit and those below with and without it.
pub(super) async fn of(
    app: &App,
    visitor: &Visitor,
    pack: &RulePack,
    language: Language,
) -> Result<Effect, Refusal> {
    let aw = award_words::words(language);
    let shipped = law::law()?;
    let mut effect = Effect { judged: 0, changed: Vec::new(), more: false };
    let mut laws: HashMap<(String, NaiveDate), (Arc<Catalogue>, Arc<Catalogue>)> = HashMap::new();
    for mut scene in scenes(app, visitor, &pack.unit_id).await? {
        if !scene.open() {
            continue;
        }
        let path = law::downward(app, &scene.round.unit_id).await?;
        let packs = app.store.rule_packs_of(&path).await?;
        for it in scene.all.clone() {
            let day = scene.law_day(Some(&it));
            if it.state.is_over() || day < pack.from || pack.to.is_some_and(|to| to < day) {
                continue;
            }
            if effect.judged == MOST {
                effect.more = true;
                return Ok(effect);
            }
            effect.judged += 1;
            let (before, after) = laws
                .entry((scene.round.unit_id.clone(), day))
                .or_insert_with(|| {
                    let before = law::stacked(shipped, &path, &packs, day);
                    let mut with = vec![pack.clone()];
                    with.extend(packs.iter().cloned());
                    with.sort_by_key(|one| std::cmp::Reverse(one.from));
                    (Arc::new(before), Arc::new(law::stacked(shipped, &path, &with, day)))
                })
                .clone();
            scene.law = before;
            let before = judged(app, &scene, &it).await?.ok();
            scene.law = after;
            let after = judged(app, &scene, &it).await?.ok();
            let verdict = |of: &Option<Judgement>| of.as_ref().map(|one| one.verdict);
            if verdict(&before) == verdict(&after) {
                continue;
            }
            let shown = |of: &Option<Judgement>| {
                of.as_ref().map_or(("not-begun", ""), |one| award_labels::verdict(one.verdict, aw))
            };
            effect.changed.push(Changed {
                id: it.id.clone(),
                name: it.nominee.name.clone(),
                award: it.award_name.clone(),
                unit: scene.unit(&it.unit_id),
                before: shown(&before),
                after: shown(&after),
                why: why(before.as_ref(), after.as_ref(), language),
            });
        }
    }
    Ok(effect)
}

/// The rounds of a unit and of those below it, as somebody may see them.
pub(super) async fn scenes(app: &App, visitor: &Visitor, unit_id: &str) -> Result<Vec<scene::Scene>, Refusal> {
    let within = Within::Units { own: Vec::new(), branches: vec![unit_id.to_owned()] };
    let mut scenes = Vec::new();
    for round in app.store.award_rounds(&within).await? {
        match scene::scene(app, visitor, &round.id).await {
            Ok(scene) => scenes.push(scene),
            Err(Refusal::NotFound) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(scenes)
}

/// The conditions that count differently, or that only one of the two has and that decide there.
fn why(before: Option<&Judgement>, after: Option<&Judgement>, language: Language) -> Vec<String> {
    let all = |of: Option<&Judgement>| of.map(|one| one.conditions.clone()).unwrap_or_default();
    let (before, after) = (all(before), all(after));
    let mut found = Vec::new();
    for (own, other) in [(&after, &before), (&before, &after)] {
        for one in own {
            let known = other.iter().find(|known| known.number == one.number);
            let differs = known.map_or(one.deciding != Outcome::True, |known| known.deciding != one.deciding);
            let says = format!("{}: {}", one.number, one.says.in_language(language));
            if differs && !found.contains(&says) {
                found.push(says);
            }
        }
    }
    found
}
