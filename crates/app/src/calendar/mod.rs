//! The calendar of an authority: waves, deadlines, report days, occasions and free days of a year; as a page, as a file
//! and as an address that calendar programs ask.

mod actions;
pub(crate) mod countdown;
mod entries;
pub(crate) mod feed;
mod month;
pub(crate) mod occasions;
pub(crate) mod pages;
mod reports;
mod words;
pub(crate) mod years;

pub(crate) use entries::{Asked, Due, Entry, Kind, gather as own_entries};

use crate::App;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::calendar::occasions::Occasion;
use thidua_store::StoreError;

/// The working days of an authority: by law, by the decisions on file, and by those that it or an authority above it
/// has entered.
pub(crate) async fn of_unit(app: &App, unit_id: &str) -> Result<WorkCalendar, StoreError> {
    of_path(app, &app.store.path_ids(unit_id).await?).await
}

async fn of_path(app: &App, path: &[String]) -> Result<WorkCalendar, StoreError> {
    let entered = app.store.year_decisions(path).await?;
    if entered.is_empty() {
        return Ok(WorkCalendar::shipped().clone());
    }
    let decisions: Vec<_> = entered.into_iter().map(|one| one.decision).collect();
    Ok(WorkCalendar::with(&decisions))
}

/// The occasions of an authority's own and of those above it.
pub(crate) async fn occasions_of_unit(app: &App, unit_id: &str) -> Result<Vec<Occasion>, StoreError> {
    let path = app.store.path_ids(unit_id).await?;
    Ok(app.store.occasions_of(&path).await?.into_iter().map(|(_, occasion)| occasion).collect())
}
