//! The list of movements: where each authority stands.

use super::words;
use crate::App;
use crate::above::cards::{self, Cards};
use crate::digest::standing::{Stand, stands};
use crate::face::charts::StatusBar;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::extract::State;
use std::collections::HashMap;

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
async fn rows(app: &App, visitor: &Visitor, f: &Frame) -> Result<Vec<BoardRow>, Refusal> {
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    rows_of(app, &stands(app, &plans).await?, f).await
}

/// The rows of movements that were read.
pub(crate) async fn rows_of(app: &App, stands: &[Stand], f: &Frame) -> Result<Vec<BoardRow>, Refusal> {
    let owners: Vec<String> = stands.iter().map(|stand| stand.plan.unit_id.clone()).collect();
    let units: HashMap<String, String> =
        app.store.units_of(&owners).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    Ok(stands.iter().map(|stand| row(stand, &units, f)).collect())
}

fn row(stand: &Stand, units: &HashMap<String, String>, f: &Frame) -> BoardRow {
    let plan = &stand.plan;
    let number = plan.number_symbol.as_deref().unwrap_or_default();
    BoardRow {
        id: stand.movement_id.clone(),
        unit: units.get(&plan.unit_id).cloned().unwrap_or_default(),
        plan: format!("{number}, {}", show::day(plan.dated)),
        state: show::state(stand.state, f.c),
        leaves: plan.leaves,
        reached: stand.now.summary.reached(),
        bar: StatusBar::of(&stand.now.summary, f.c),
    }
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
