//! `/rounds/{id}/targets/{target}`: what each unit reported of one target; the way from a figure down to its reports.

use super::door::round_door;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::page;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::office::reach;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::basics::Amount;
use thidua_domain::reporting::State as Stage;

struct Row {
    report_id: String,
    unit: String,
    state: &'static str,
    given: String,
    value: String,
    ratio: String,
    weight: String,
    dated: String,
    source: String,
    evidence: Option<(String, String)>,
    place: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "reporting/one_target.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_number: String,
    period: String,
    target_id: String,
    heading: String,
    name: String,
    unit: String,
    rows: Vec<Row>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, target)): Path<(String, String)>,
) -> Answer {
    let (round, door) = round_door(&app, &visitor, &id).await?;
    if !door.sees_all {
        return Err(Refusal::NotFound);
    }
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let targets = app.store.targets(&round.plan_id).await?;
    let target = targets.into_iter().find(|one| one.id == target).ok_or(Refusal::NotFound)?;
    let reports = app.store.reports_of_round(&round.id).await?;
    let given = app.store.assignments_of(&target.id).await?;
    let lines = app.store.lines_of_round(&round.id).await?;
    let names = reach::names(&app, lines.iter().map(|line| &line.unit_id)).await?;
    let illustrative = lines.iter().any(|line| line.illustrative);
    let mut rows = Vec::new();
    for line in lines.into_iter().filter(|line| line.target_id == target.id) {
        // a draft is the unit's own
        let Some(report) = reports.iter().find(|one| one.id == line.report_id && one.state != Stage::Draft) else {
            continue;
        };
        let own = given.iter().find(|one| one.current && one.given.unit_id == line.unit_id);
        let amount = |of: fn(&thidua_store::cascade::NewAssignment) -> Option<Amount>| {
            shown::amount(own.filter(|one| one.given.state.holds()).and_then(|one| of(&one.given)))
        };
        rows.push(Row {
            report_id: report.id.clone(),
            unit: names.get(&line.unit_id).cloned().unwrap_or_default(),
            state: labels::state(Some(report.state), w),
            given: amount(|one| one.value),
            weight: amount(|one| one.weight),
            value: shown::figure(line.entered.figure, c),
            ratio: match (line.entered.numerator, line.entered.denominator) {
                (Some(part), Some(all)) => format!("{}/{}", part.vietnamese(), all.vietnamese()),
                _ => String::new(),
            },
            dated: shown::day(line.entered.dated),
            source: line.entered.source.clone().unwrap_or_default(),
            evidence: line.entered.file_digest.clone().zip(line.entered.file_name.clone()),
            place: line.entered.place.clone().unwrap_or_default(),
            reason: line.entered.reason.clone().unwrap_or_default(),
        });
    }
    let template = OnePage {
        movement_id: round.movement_id.clone(),
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        period: labels::period(round.period, c),
        heading: w.of_target.replace("{target}", &target.draft.name),
        name: target.draft.name.clone(),
        unit: target.draft.unit.clone().unwrap_or_default(),
        target_id: target.id,
        rows,
        id: round.id.clone(),
        f: Frame::new(&caller, Place::Movements)
            .in_movement(&caller, &round.movement_id, Tab::Rounds)
            .with_sample(illustrative),
        w,
    };
    page(&template)
}
