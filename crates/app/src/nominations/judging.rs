//! Judging nominations, and keeping the answer as it stood.

use super::facts;
use super::scene::{self, Scene};
use crate::App;
use crate::awards::Told;
use crate::face::Refusal;
use thidua_domain::awards::judging::{Judgement, Unjudged, judge};
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

/// The judgement as it is kept.
pub(super) fn kept(judgement: &Judgement) -> Result<Judged, Refusal> {
    Ok(Judged {
        regime: judgement.regime.clone(),
        pack: judgement.pack.clone(),
        verdict: judgement.verdict.code().to_owned(),
        told: serde_json::to_string(&Told::new(judgement, Language::Vietnamese)).map_err(Refusal::fault)?,
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
