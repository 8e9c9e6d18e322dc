//! The work of a wave: what it strives for, the hard matters it was opened for, what units report, its summing-up sheet.

pub(super) mod matters;
pub(crate) mod reports;
mod rows;
pub(crate) mod sheet;
pub(crate) mod targets;
mod waiting;
pub(super) mod words;

pub(super) use rows::TargetRow;
pub(crate) use waiting::waiting;

use super::actions::entry;
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use axum::extract::{Form, Path, State};
use thidua_domain::access::Act;
use thidua_domain::movements::State as MovementState;
use thidua_store::audit::Entry;
use thidua_store::waves::LedWave;

/// The targets of a wave as they stand at its end.
pub(super) async fn rows(
    app: &App,
    led: &LedWave,
    language: thidua_domain::basics::Language,
) -> Result<Vec<TargetRow>, thidua_store::StoreError> {
    rows::rows(app, led, language, words::words(language)).await
}

/// Whether what belongs to a wave may still be written.
fn is_worked_on(led: &LedWave) -> bool {
    led.closed.is_none() && led.withdrawn.is_none() && led.movement_state != MovementState::Closed
}

/// An entry for the log about a wave.
fn noted(led: &LedWave, act: &'static str, detail: Option<String>) -> Entry {
    entry(&led.unit_id, act, &led.id, detail)
}

/// The waves that work on a bottleneck, and where a short one can be opened for it.
pub(crate) async fn of_bottleneck(
    app: &App,
    visitor: &Visitor,
    bottleneck: &thidua_store::bottlenecks::Bottleneck,
) -> Result<(Vec<(String, String)>, Option<String>), Refusal> {
    let waves = app.store.waves_on_bottleneck(&bottleneck.id).await?;
    let mut opens = None;
    if app.may(visitor, Act::ManageWaves, &bottleneck.unit_id).await? {
        for plan in app.store.plans(Some(&[bottleneck.unit_id.as_str()])).await? {
            let state = plan.movement_state.as_deref().and_then(MovementState::from_code);
            if state.is_some_and(MovementState::takes_figures) && opens.is_none() {
                opens = plan.movement_id.map(|movement| {
                    format!("/movements/{movement}/waves?new=thematic&bottleneck={}#open", bottleneck.id)
                });
            }
        }
    }
    Ok((waves, opens))
}

/// `POST /waves/{id}/matters`: for which hard matters the wave works.
pub(crate) async fn set_matters(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<crate::face::forms::Typed>,
) -> Answer {
    matters::set(&app, &visitor, &id, &typed).await
}
