//! The list of movements: where each authority stands.

use super::words;
use crate::App;
use crate::above::cards::{self, Cards};
use crate::evaluation::{evaluate, newest_period};
use crate::face::charts::StatusBar;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::extract::State;
use std::collections::HashMap;
use thidua_domain::movements::State as MovementState;
use thidua_domain::periods::Period;
use thidua_store::plans::PlanLine;

/// A movement in a list.
pub(crate) struct BoardRow {
    pub(crate) id: String,
    pub(crate) unit: String,
    pub(crate) plan: String,
    pub(crate) state: &'static str,
    pub(crate) leaves: i64,
    pub(crate) reached: u32,
    pub(crate) bar: StatusBar,
}

#[derive(Template)]
#[template(path = "movements/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static words::Words,
    m: &'static words::Words,
    rows: Vec<BoardRow>,
    above: Cards,
}

/// The movements that this person sees, newest year first.
pub(crate) async fn rows(app: &App, visitor: &Visitor, f: &Frame) -> Result<Vec<BoardRow>, Refusal> {
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let owners: Vec<String> = plans.iter().map(|plan| plan.unit_id.clone()).collect();
    let units: HashMap<String, String> =
        app.store.units_of(&owners).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let mut rows = Vec::new();
    for plan in plans.into_iter().filter(|plan| plan.issued) {
        rows.extend(row(app, plan, &units, f).await?);
    }
    Ok(rows)
}

async fn row(
    app: &App,
    plan: PlanLine,
    units: &HashMap<String, String>,
    f: &Frame,
) -> Result<Option<BoardRow>, Refusal> {
    let Some(id) = plan.movement_id.clone() else { return Ok(None) };
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let period = newest_period(&figures).unwrap_or(Period::FirstQuarter);
    let evaluation = evaluate(app.store.targets(&plan.id).await?, &figures, period);
    let state = plan.movement_state.as_deref().and_then(MovementState::from_code).unwrap_or(MovementState::Draft);
    let number = plan.number_symbol.unwrap_or_default();
    Ok(Some(BoardRow {
        id,
        unit: units.get(&plan.unit_id).cloned().unwrap_or_default(),
        plan: format!("{number}, {}", show::day(plan.dated)),
        state: show::state(state, f.c),
        leaves: plan.leaves,
        reached: evaluation.summary.reached(),
        bar: StatusBar::of(&evaluation.summary, f.c),
    }))
}

/// `GET /movements`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements);
    let illustrative = app.store.plans(visitor.scope().as_deref()).await?.iter().any(|plan| plan.illustrative);
    let rows = rows(&app, &visitor, &f).await?;
    let above = cards::of(&app, &visitor, caller.preferences.language).await?;
    let f = f.with_sample(illustrative || above.illustrative());
    page(&BoardPage { f, w, m: w, rows, above })
}
