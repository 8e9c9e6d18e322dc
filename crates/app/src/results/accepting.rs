//! Taking over what was ticked: every figure in one change, with the report as its evidence.

use super::pages::{Review, render, review_of};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::figures::checks::{DaySlip, day_slip, far_beyond, sign_fits};
use axum::Form;
use axum::extract::{Path, State};
use chrono::NaiveDate;
use thidua_domain::basics::{Amount, Expectation, Language};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::targets::Comparator;
use thidua_store::audit::Entry;
use thidua_store::figures::Reported;
use thidua_store::targets::Target;

/// The amount that was typed for a target, if it is one that the target can have.
pub(super) fn amount(text: &str, target: &Target) -> Option<Amount> {
    let percent = target.draft.unit.as_deref() == Some("%");
    let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
    Amount::read(text, expected).ok().filter(|amount| sign_fits(*amount, target.draft.comparator))
}

/// `POST /movements/{id}/results/{reading}`.
pub(crate) async fn accept(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, reading)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let review = review_of(&app, &visitor, &id, &reading).await?;
    let w = words(caller.preferences.language);
    if !review.view.movement.state.takes_figures() {
        return Err(Refusal::ChangedMeanwhile);
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let (dated, source) = (reader.day("dated"), reader.text("source"));
    let sure = reader.tick("sure");
    let today = crate::local_date((app.clock)());
    let mut chosen: Vec<(Reported, i64)> = Vec::new();
    let mut problem = None;
    for target in review.targets.iter().filter(|target| typed.contains_key(&format!("use-{}", target.id))) {
        let text = typed.get(&format!("value-{}", target.id)).map(String::as_str).unwrap_or_default();
        let judged = target.draft.comparator.is_some_and(Comparator::is_judged);
        let figure =
            if judged { Some(Figure::Judged(Attainment::Yes)) } else { amount(text, target).map(Figure::Number) };
        let Some(figure) = figure else {
            problem = Some(w.bad_values);
            continue;
        };
        if let Figure::Number(amount) = figure
            && far_beyond(amount, target)
            && !sure
        {
            problem = problem.or(Some(w.far));
        }
        let seen = typed.get(&format!("seen-{}", target.id)).and_then(|seen| seen.parse().ok()).unwrap_or(0);
        let source = source.clone().unwrap_or_default();
        let reported = Reported {
            target_id: target.id.clone(),
            period: review.reading.period,
            figure,
            dated,
            reason: (seen > 0).then(|| words(Language::Vietnamese).reason.replace("{source}", &source)),
            source: Some(source),
            file_digest: Some(review.reading.file_digest.clone()),
            file_name: Some(review.reading.file_name.clone()),
            ratio: None,
            place: None,
            round_id: None,
            illustrative: false,
        };
        chosen.push((reported, seen));
    }
    let problem = problem
        .or(bad_day(&review, dated, today, sure, w))
        .or(source.is_none().then_some(w.source_needed))
        .or(chosen.is_empty().then_some(w.none_chosen));
    if let Some(problem) = problem {
        return render(&caller, review, Some(problem.to_owned()), &typed);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    for (reported, seen) in &chosen {
        change.enter_figure(reported, *seen).await?;
    }
    let entry = Entry {
        unit_id: Some(review.view.plan.unit_id.clone()),
        act: "figures.accepted",
        subject: "plan",
        subject_id: review.view.movement.plan_id.clone(),
        detail: Some(format!("{} ({})", review.reading.file_name, chosen.len())),
    };
    change.commit(entry).await?;
    go(format!("/movements/{id}/targets?period={}&done=figures", review.reading.period.code()))
}

/// What is wrong with the day of the report; one far from the end of the period needs a person to say so.
fn bad_day(
    review: &Review,
    dated: Option<NaiveDate>,
    today: NaiveDate,
    sure: bool,
    w: &'static Words,
) -> Option<&'static str> {
    let Some(day) = dated else { return Some(w.bad_date) };
    let year = review.view.plan.subject_year.and_then(|year| i32::try_from(year).ok())?;
    match day_slip(year, review.reading.period, day, today)? {
        DaySlip::Future => Some(w.bad_date),
        DaySlip::Outside => Some(w.date_outside),
        DaySlip::FarFromPeriod => (!sure).then_some(w.date_far),
    }
}
