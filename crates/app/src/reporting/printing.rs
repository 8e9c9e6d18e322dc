//! The consolidated report of a round: who has reported, what each unit reached, what all reached together.

use super::consolidation::put_together;
use super::door::{asked as asked_units, due_for, round_door};
use super::rolling::{Rolling, rolling};
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::forms::Asked;
use crate::reports::actions::period_of_year;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::basics::{Language, Says};
use thidua_domain::figures::Figure;
use thidua_domain::reporting::State as Stage;
use thidua_domain::targets::Comparator;
use thidua_domain::units::Unit;
use thidua_paper::forms::consolidated_report::{ConsolidatedReport, ConsolidatedTarget, document};

const VI: Language = Language::Vietnamese;

/// The forms that are printed from a consolidation.
pub(crate) const FORMS: &[&str] = &["consolidated_report"];
/// Units whose columns have room on a page.
const ON_A_PAGE: usize = 12;

/// `GET /rounds/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let (round, door) = round_door(&app, &visitor, &id).await?;
    if !door.sees_all {
        return Err(Refusal::NotFound);
    }
    let w = words(VI);
    let plan = app.store.plan(&round.plan_id).await?.ok_or(Refusal::NotFound)?;
    let lines = app.store.lines_of_round(&round.id).await?;
    let targets = app.store.targets(&round.plan_id).await?;
    let today = crate::local_date((app.clock)());
    let (found, _) = rolling(&app.store, &round, &targets, &lines, today).await?;
    let reports = app.store.reports_of_round(&round.id).await?;
    let extensions = app.store.report_extensions(&round.id).await?;
    let accepted = |unit: &Unit| reports.iter().find(|one| one.unit_id == unit.id && one.state == Stage::Accepted);
    let all = asked_units(&app, &door, &round).await?;
    let (units, missing): (Vec<Unit>, Vec<Unit>) = all.into_iter().partition(|unit| accepted(unit).is_some());
    if units.is_empty() {
        return Err(super::rounds::refuse(|w| w.cons_nothing));
    }
    if units.len() > ON_A_PAGE && !asked.is_workbook() {
        let n = units.len().to_string();
        let says = |language| words(language).too_wide.replace("{n}", &n);
        return Err(Refusal::Invalid(Says::new(says(VI), says(Language::English))));
    }
    let late = units.iter().filter_map(|unit| {
        let sent = accepted(unit)?.first_sent?;
        let said = || w.paper_late.replace("{unit}", &unit.name).replace("{day}", &show::day(Some(sent)));
        (sent > due_for(&round, &extensions, &unit.id)).then(said)
    });
    let head = &plan.draft.document;
    let year = head.subject_year.as_ref().map(|year| year.value);
    let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let movement = &door.view.movement;
    let illustrative = plan.illustrative || lines.iter().any(|line| line.illustrative);
    let owner = app.store.unit(&door.view.plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let paper = letterhead::of_report(head, &plan.draft.recipients, w.symbol_report);
    let form = ConsolidatedReport {
        letterhead: letterhead::signed(paper, &owner),
        movement: head.title.as_ref().map_or_else(|| movement.named.name.clone(), |title| title.value.clone()),
        period: period_of_year(round.period, year, crate::reports::words::words(VI)),
        plan: Some(letterhead::reference(head)),
        late: late.collect(),
        missing: missing.into_iter().map(|unit| unit.name).collect(),
        targets: found.iter().map(|of| target(of, &units)).collect(),
        units: units.into_iter().map(|unit| unit.name).collect(),
        remarks: None,
        difficulties: text(&movement.difficulties),
        proposals: None,
        illustrative,
    };
    asked.send(&app, document(&form), &form.period).await
}

/// A target with what each unit reached and what that makes.
fn target(of: &Rolling<'_>, units: &[Unit]) -> ConsolidatedTarget {
    let c = crate::face::words::words(VI);
    let made = put_together(of);
    let draft = &made.target.draft;
    let value = |unit: &Unit| {
        let line = of.lines.iter().find(|line| line.unit_id == unit.id);
        line.map(|line| show::figure(line.entered.figure, c)).unwrap_or_default()
    };
    // a rate is told where more is better and one number is asked
    let counts_up =
        matches!(draft.comparator, Some(Comparator::Exactly | Comparator::AtLeast | Comparator::MoreThan));
    let rate = match (&made.result, draft.value) {
        (Ok(Figure::Number(reached)), Some(asked)) if counts_up => {
            reached.percent_of(asked).map(|rate| rate.vietnamese())
        }
        _ => None,
    };
    ConsolidatedTarget {
        name: draft.name.clone(),
        unit: draft.unit.clone().unwrap_or_default(),
        planned: show::asked(draft, crate::targets::words::words(VI)),
        values: units.iter().map(value).collect(),
        total: made.result.as_ref().map(|figure| show::figure(*figure, c)).unwrap_or_default(),
        rate: rate.unwrap_or_default(),
        method: crate::cascade::method_name(made.method, crate::cascade::words::words(VI)).to_owned(),
    }
}
