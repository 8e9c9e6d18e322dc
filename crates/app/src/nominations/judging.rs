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

/// Judges some nominations of a round, each by the law of its day, as it is kept; what no law of its day knows is left out.
pub(super) async fn judge_some(
    app: &App,
    scene: &mut Scene,
    chosen: impl Fn(&Nomination) -> bool,
) -> Result<Vec<(String, Judged)>, Refusal> {
    let mut answers = Vec::new();
    let mut of = None;
    for it in scene.full.iter().filter(|it| chosen(it)).cloned().collect::<Vec<_>>() {
        let day = scene.law_day(Some(&it));
        if of != Some(day) {
            scene.law = super::law::catalogue(app, &scene.round.unit_id, day).await?;
            of = Some(day);
        }
        if let Ok(judgement) = judged(app, scene, &it).await? {
            answers.push((it.id, kept(&judgement)?));
        }
    }
    Ok(answers)
}

/// Keeps judgements with one entry in the log. Judging is no form that a person sends twice.
pub(super) async fn keep_all(
    app: &App,
    author: Author,
    scene: &Scene,
    answers: &[(String, Judged)],
    subject_id: &str,
    detail: String,
) -> Result<(), Refusal> {
    if answers.is_empty() {
        return Ok(());
    }
    let change = app.store.change(Author { form: None, ..author }).await?;
    for (id, kept) in answers {
        change.keep_judgement(id, kept).await?;
    }
    change.commit(scene.entry("nomination.judged", subject_id, detail)).await?;
    Ok(())
}

/// Judges everything of a round where no person asks for it: of a sample that is brought in.
pub(crate) async fn judge_unseen(app: &App, author: Author, round_id: &str) -> Result<(), Refusal> {
    let mut scene = scene::unseen(app, round_id).await?;
    let answers = judge_some(app, &mut scene, |_| true).await?;
    let detail = format!("{}: {}", scene.round.name, answers.len());
    keep_all(app, author, &scene, &answers, round_id, detail).await
}
