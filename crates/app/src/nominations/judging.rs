//! Judging nominations, and keeping the answer as it stood.

use super::facts;
use super::scene::Scene;
use crate::App;
use crate::awards::Told;
use crate::face::Refusal;
use thidua_domain::awards::judging::{Judgement, Unjudged, judge};
use thidua_domain::basics::Language;
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
