//! The report of a preliminary review on paper: the results that were kept, and what was written at the review.

use super::gather::gather;
use super::sections::standing;
use super::summing_up::{reported_period, whole};
use super::table;
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::forms::Asked;
use crate::reports::actions::period_of_year;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::periods::Period;
use thidua_domain::reviews::Kind;
use thidua_paper::forms::preliminary_review::{PreliminaryReview, ReviewedGoal, document};
use thidua_store::reviews::Kept;

const VI: Language = Language::Vietnamese;

/// The forms that are printed from a review.
pub(crate) const FORMS: &[&str] = &["preliminary_review"];

/// A target as a goal of the review.
fn goal(kept: Kept) -> ReviewedGoal {
    let c = crate::face::words::words(VI);
    let remark = table::status(&kept.status).map(|status| show::status(Some(status), c).to_owned());
    ReviewedGoal {
        name: kept.name,
        unit: kept.measure,
        goal: kept.planned,
        reached: kept.actual,
        rate: kept.rate,
        remark: remark.unwrap_or_default(),
    }
}

/// `GET /reviews/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let whole = whole(&app, &visitor, &id, Act::Look, VI).await?;
    let (up, view) = (&whole.up, &whole.view);
    if up.kind != Kind::Preliminary {
        return Err(Refusal::NotFound);
    }
    let figures = app.store.figures_of_plan(&view.plan.id).await?;
    let period = up.kept.map_or_else(|| reported_period(Period::FirstHalf, &figures), |(_, period)| period);
    let gathered = gather(&app, view, period).await?;
    let kept = match up.kept {
        Some(_) => app.store.kept_results(&up.id).await?,
        None => table::rows(&gathered),
    };
    let sections = standing(&gathered, Vec::new());
    let section = |code: &str| {
        let found = sections.iter().find(|one| one.made.code == code);
        found.map(|one| one.made.text()).filter(|text| !text.trim().is_empty())
    };
    let chosen = app.store.commended_at(&up.id).await?;
    let exemplars = crate::recognitions::of_plan(&app, &view.plan.id).await?.into_iter();
    let exemplars = exemplars.filter(|one| chosen.contains(&one.id));
    let head = &gathered.plan.draft.document;
    let year = head.subject_year.as_ref().map(|year| year.value);
    let w = words(VI);
    let owner = app.store.unit(&view.plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let paper = letterhead::of_report(head, &gathered.plan.draft.recipients, w.symbol);
    let form = PreliminaryReview {
        letterhead: letterhead::signed(paper, &owner),
        movement: head
            .title
            .as_ref()
            .map_or_else(|| gathered.movement.named.name.clone(), |title| title.value.clone()),
        span: period_of_year(period, year, crate::reports::words::words(VI)),
        plan: Some(letterhead::reference(head)),
        organisation: section("organisation"),
        goals: kept.into_iter().filter(|one| !one.actual.is_empty()).map(goal).collect(),
        results: up.text.evaluation.clone(),
        exemplars: exemplars.map(|one| crate::recognitions::sentence(&one, VI)).collect(),
        commended: None,
        shortcomings: section("missing"),
        causes: up.text.causes.clone(),
        lessons: up.text.lessons.clone(),
        measures: up.text.directions.clone(),
        illustrative: gathered.illustrative,
    };
    asked.send(&app, document(&form), &form.span).await
}
