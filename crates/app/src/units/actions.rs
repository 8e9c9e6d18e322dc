//! Adding and correcting units.

use crate::App;
use thidua_domain::basics::date::short;
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::{Unit, UnitKind, districts_end};
use thidua_store::audit::Entry;
use thidua_store::{Author, StoreError};

/// A unit to be added.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewUnit {
    pub(crate) name: String,
    pub(crate) kind: Option<UnitKind>,
    pub(crate) level: Option<IssuerLevel>,
    pub(crate) head: Option<String>,
    pub(crate) parent_id: Option<String>,
    pub(crate) parent_name: Option<String>,
    pub(crate) valid_from: Option<chrono::NaiveDate>,
    pub(crate) valid_to: Option<chrono::NaiveDate>,
}

/// Adds a unit; its identifier.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn add(app: &App, author: Author, new: NewUnit) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    let id = change.new_id();
    let by_level = new.level.map(UnitKind::of_level).filter(|kind| *kind != UnitKind::Other);
    let kind = new.kind.or(by_level).or_else(|| UnitKind::guess(&new.name)).unwrap_or(UnitKind::Other);
    // the district level ended on a day; its old plans stay readable
    let valid_to = new.valid_to.or(if kind == UnitKind::District { districts_end() } else { None });
    let unit = Unit {
        id: id.clone(),
        level: new.level.unwrap_or_else(|| kind.level()),
        kind,
        name: new.name,
        head: new.head,
        parent_id: new.parent_id,
        parent_name: new.parent_name,
        valid_from: new.valid_from,
        valid_to,
    };
    change.add_unit(&unit).await?;
    change.commit(entry("unit.added", &unit, Some(unit.name.clone()))).await?;
    Ok(id)
}

/// Corrects the present state of a unit, unless somebody changed it since.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`].
pub(crate) async fn correct(
    app: &App,
    author: Author,
    before: &Unit,
    after: &Unit,
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_unit(after, seen).await?;
    change.commit(entry("unit.corrected", after, Some(difference(before, after)))).await
}

/// What a correction changed, old and new.
fn difference(before: &Unit, after: &Unit) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(short).unwrap_or_default();
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let of = |unit: &Unit| {
        [
            unit.name.clone(),
            super::labels::kind(unit.kind, vi).to_owned(),
            unit.head.clone().unwrap_or_default(),
            unit.parent_name.clone().unwrap_or_default(),
            day(unit.valid_from),
            day(unit.valid_to),
        ]
    };
    let changed = of(before).into_iter().zip(of(after)).filter(|(old, new)| old != new);
    changed.map(|(old, new)| format!("{old} → {new}")).collect::<Vec<_>>().join("; ")
}

fn entry(act: &'static str, unit: &Unit, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit.id.clone()), act, subject: "unit", subject_id: unit.id.clone(), detail }
}
