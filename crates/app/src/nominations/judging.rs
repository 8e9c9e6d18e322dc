//! Judging nominations, and keeping the answer as it stood.

use super::facts;
use super::scene::{self, Scene};
use crate::App;
use crate::awards::Told;
use crate::face::Refusal;
use serde_json::Value;
use thidua_domain::awards::judging::{Answer as Condition, Judgement, Unjudged, judge};
use thidua_domain::basics::Language;
use thidua_store::Author;
use thidua_store::nominations::{Judged, Nomination};

/// The judgement of a nomination by the law of its day.
pub(crate) async fn judged(
    app: &App,
    scene: &Scene,
    it: &Nomination,
) -> Result<Result<Judgement, Unjudged>, Refusal> {
    let case = facts::case(app, scene, it, &scene.law.codes).await?;
    Ok(judge(&scene.law, &it.award, &case))
}

/// The initiatives by which conditions of a judgement are met, by their records.
fn rests_on(judgement: &Judgement) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut walk: Vec<&Condition> = judgement.conditions.iter().rev().collect();
    while let Some(one) = walk.pop() {
        walk.extend(one.parts.iter().rev());
        for id in &one.reasons.rests_on {
            if !found.iter().any(|known| **known == **id) {
                found.push(id.to_string());
            }
        }
    }
    found
}

/// The initiatives on which a kept judgement rests; none where they were not kept with it yet.
pub(super) fn kept_initiatives(kept: &Judged) -> Option<Vec<String>> {
    let told: Value = serde_json::from_str(&kept.told).ok()?;
    let list = told.get("initiatives")?.as_array()?;
    Some(list.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect())
}

/// The initiatives on which nominations of a round rest: as the kept judgement has it, else as they are judged now.
pub(crate) async fn relied_on(
    app: &App,
    round_id: &str,
    nominations: &[&str],
) -> Result<Vec<(String, Vec<String>)>, Refusal> {
    let mut scene = scene::unseen(app, round_id).await?;
    let mut found = Vec::new();
    for it in scene.full.clone().iter().filter(|it| nominations.contains(&it.id.as_str())) {
        let initiatives = match it.judged.as_ref().and_then(kept_initiatives) {
            Some(kept) => kept,
            None => {
                scene.law = super::law::catalogue(app, &scene.round.unit_id, scene.law_day(Some(it))).await?;
                judged(app, &scene, it).await?.map(|one| rests_on(&one)).unwrap_or_default()
            }
        };
        found.push((it.id.clone(), initiatives));
    }
    Ok(found)
}

/// The judgement as it is kept.
pub(super) fn kept(judgement: &Judgement) -> Result<Judged, Refusal> {
    let told = Told::new(judgement, Language::Vietnamese).resting_on(rests_on(judgement));
    Ok(Judged {
        regime: judgement.regime.clone(),
        pack: judgement.pack.clone(),
        verdict: judgement.verdict.code().to_owned(),
        told: serde_json::to_string(&told).map_err(Refusal::fault)?,
    })
}

/// Judges everything of a round by the law of its day where no person asks for it: of a sample that is brought in.
pub(crate) async fn judge_unseen(app: &App, author: Author, round_id: &str) -> Result<(), Refusal> {
    let mut scene = scene::unseen(app, round_id).await?;
    let mut answers = Vec::new();
    for it in scene.full.clone() {
        let day = scene.law_day(Some(&it));
        scene.law = super::law::catalogue(app, &scene.round.unit_id, day).await?;
        if let Ok(judgement) = judged(app, &scene, &it).await? {
            answers.push((it.id, kept(&judgement)?));
        }
    }
    let change = app.store.change(author).await?;
    for (id, kept) in &answers {
        change.keep_judgement(id, kept).await?;
    }
    let detail = format!("{}: {}", scene.round.name, answers.len());
    change.commit(scene.entry("nomination.judged", round_id, detail)).await?;
    Ok(())
}
