//! The targets of a wave as they stand at its end.

use super::words::Words;
use crate::App;
use crate::evaluation::{evaluate, goal};
use crate::face::show;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::{Confidence, Lines, TargetDraft};
use thidua_domain::targets::Status;
use thidua_domain::wave_results::{at_end, own_goal, period_at_end};
use thidua_store::StoreError;
use thidua_store::targets::Target;
use thidua_store::wave_targets::WaveTarget;
use thidua_store::waves::LedWave;

/// A target of a wave as it is shown.
pub(crate) struct TargetRow {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The page of the movement's target; empty for one of the wave's own.
    pub(crate) address: String,
    pub(crate) planned: String,
    pub(crate) unit: String,
    pub(crate) figure: String,
    /// Where the figure comes from.
    pub(crate) from: String,
    pub(crate) class: &'static str,
    pub(crate) status: &'static str,
    pub(crate) reached: bool,
    pub(crate) silent: bool,
}

/// The period whose figures are those at the end of a wave.
pub(super) fn period_of(led: &LedWave) -> Option<Period> {
    let year = led.year.and_then(|year| i32::try_from(year).ok())?;
    period_at_end(year, led.wave.to?)
}

/// What is shown of a target that is no line of a plan.
pub(super) fn as_draft(one: &WaveTarget, of: Option<&Target>) -> TargetDraft {
    if let Some(target) = of {
        let mut draft = target.draft.clone();
        if one.value.is_some() {
            (draft.comparator, draft.value, draft.value_max) = (Some(one.comparator), one.value, None);
            draft.denominator = None;
        }
        return draft;
    }
    TargetDraft {
        id: String::new(),
        parent_id: None,
        number: None,
        group: None,
        name: one.name.clone(),
        raw: String::new(),
        lines: Lines { first: 0, last: 0 },
        comparator: Some(one.comparator),
        value: one.value,
        value_max: None,
        unit: one.unit_of.clone(),
        basis: None,
        qualifier: None,
        direction: one.direction,
        role: None,
        denominator: None,
        criterion: None,
        confidence: Confidence::SURE,
    }
}

/// The targets of a wave with their figures at its end: what was written for the wave, else the movement's figure of the
/// last reporting point that the wave has passed.
pub(super) async fn rows(
    app: &App,
    led: &LedWave,
    language: Language,
    w: &'static Words,
) -> Result<Vec<TargetRow>, StoreError> {
    let c = crate::face::words::words(language);
    let t = crate::targets::words::words(language);
    let targets = app.store.wave_targets(&led.id).await?;
    if targets.is_empty() {
        return Ok(Vec::new());
    }
    let figures = app.store.figures_of_plan(&led.plan_id).await?;
    let period = period_of(led);
    let evaluation = evaluate(app.store.targets(&led.plan_id).await?, &figures, period.unwrap_or(Period::Year));
    let known: HashMap<&str, _> = evaluation.rows.iter().map(|row| (row.target.id.as_str(), row)).collect();
    let mut found = Vec::new();
    for one in &targets {
        let row = one.target_id.as_deref().and_then(|id| known.get(id));
        let draft = as_draft(one, row.map(|row| &row.target));
        let written = one.figure.map(Figure::Number).or(one.attainment.map(Figure::Judged));
        let taken = row.filter(|_| period.is_some()).map(|row| row.figure);
        let figure = written.or(taken).unwrap_or(Figure::NotEntered);
        let goal = match row {
            Some(row) if one.value.is_none() => goal(&row.target),
            _ => own_goal(one.comparator, one.value, one.direction),
        };
        let status = goal.and_then(|goal| at_end(&goal, figure).status);
        let silent = figure == Figure::NotEntered;
        let from = match (written, period) {
            (Some(_), _) => {
                let source = one.source.as_ref().map(|source| format!(", {source}")).unwrap_or_default();
                format!("{}{source}", show::day(one.dated))
            }
            (None, Some(period)) if row.is_some() && !silent => {
                w.from_period.replace("{period}", show::period(period, c))
            }
            _ => String::new(),
        };
        let address = one.target_id.as_ref().map(|id| {
            let at = period.map(|period| format!("?period={}", period.code())).unwrap_or_default();
            format!("/targets/{id}{at}")
        });
        found.push(TargetRow {
            id: one.id.clone(),
            name: draft.name.clone(),
            address: address.unwrap_or_default(),
            planned: show::asked(&draft, t),
            unit: draft.unit.clone().unwrap_or_default(),
            figure: show::figure(figure, c),
            from,
            class: status.map_or("not-begun", Status::code),
            status: show::status(status, c),
            reached: matches!(status, Some(Status::Met | Status::Exceeded)),
            silent,
        });
    }
    Ok(found)
}
