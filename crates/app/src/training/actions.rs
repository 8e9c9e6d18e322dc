//! What is done to classes, and which units are untrained.

use crate::App;
use crate::face::{Refusal, Visitor};
use crate::figures::evidence::Evidence;
use crate::office::reach;
use crate::office::receiving::{keep, register, replaced};
use chrono::{Datelike, NaiveDate};
use thidua_domain::basics::date::short;
use thidua_domain::training::{Attendance, untrained};
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::training::{Trainee, Training};
use thidua_store::{Author, StoreError};

/// Units that have sent nobody since a day.
pub(crate) struct Untrained {
    /// The day.
    pub(crate) since: NaiveDate,
    /// How many units were looked at.
    pub(crate) all: usize,
    /// The units, with the last day before on which somebody learned something.
    pub(crate) units: Vec<(Unit, Option<NaiveDate>)>,
    /// Of the units that were looked at, those above all others: whoever writes to the units stands there.
    pub(crate) own: Vec<String>,
}

/// The first day of the year: since when units are asked, unless somebody asks otherwise.
pub(crate) fn this_year(today: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today)
}

/// The untrained among the units that this person looks over.
pub(crate) async fn who_is_untrained(app: &App, visitor: &Visitor, since: NaiveDate) -> Result<Untrained, Refusal> {
    let units = reach::units(app, visitor).await?;
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let attended = app.store.attended(&reach::within(visitor)).await?;
    let found: std::collections::HashMap<String, Option<NaiveDate>> =
        untrained(&ids, &attended, since).into_iter().map(|(id, last)| (id.to_owned(), last)).collect();
    let all = units.len();
    let own = units
        .iter()
        .filter(|unit| all > 1 && unit.parent_id.as_ref().is_none_or(|parent| !ids.contains(parent)))
        .map(|unit| unit.id.clone())
        .collect();
    let units =
        units.into_iter().filter_map(|unit| found.get(&unit.id).map(|last| (unit.clone(), *last))).collect();
    Ok(Untrained { since, all, units, own })
}

/// The class of an address, if this person may do this to it.
pub(super) async fn class_for(
    app: &App,
    visitor: &Visitor,
    id: &str,
    act: thidua_domain::access::Act,
) -> Result<Training, Refusal> {
    let class = app.store.training(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, act, &class.unit_id).await?;
    Ok(class)
}

/// Enters a class; its identifier.
pub(super) async fn add(
    app: &App,
    author: Author,
    mut new: Training,
    file: Option<Evidence>,
) -> Result<String, Refusal> {
    let kept = keep(app, file).await?;
    let change = app.store.change(author).await?;
    register(&change, &kept).await?;
    new.id = change.new_id();
    (new.file_digest, new.file_name) = replaced(&kept, (None, None));
    change.add_training(&new).await?;
    let id = new.id.clone();
    change.commit(entry("training.added", &new, said(&new))).await?;
    Ok(id)
}

/// Corrects a class.
pub(super) async fn correct(
    app: &App,
    author: Author,
    before: &Training,
    mut after: Training,
    seen: i64,
    file: Option<Evidence>,
) -> Result<(), Refusal> {
    let kept = keep(app, file).await?;
    let change = app.store.change(author).await?;
    register(&change, &kept).await?;
    (after.file_digest, after.file_name) = replaced(&kept, (before.file_digest.clone(), before.file_name.clone()));
    change.correct_training(&after, seen).await?;
    let detail = format!("{} → {}", said(before), said(&after));
    Ok(change.commit(entry("training.corrected", &after, detail)).await?)
}

/// Calls people to a class.
pub(super) async fn call(
    app: &App,
    author: Author,
    class: &Training,
    mut people: Vec<Trainee>,
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    people.iter_mut().for_each(|one| one.id = change.new_id());
    change.add_trainees(&class.id, &people, seen).await?;
    let names: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
    change.commit(entry("training.called", class, format!("{}: {}", class.title, names.join(", ")))).await
}

/// Marks who was there.
pub(super) async fn mark(
    app: &App,
    author: Author,
    class: &Training,
    marked: &[(Trainee, Attendance)],
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let written: Vec<(String, Attendance)> = marked.iter().map(|(one, how)| (one.id.clone(), *how)).collect();
    change.mark_trainees(&class.id, &written, seen).await?;
    let w = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let label = |how| super::labels::attendance(how, w);
    let said: Vec<String> = marked
        .iter()
        .map(|(one, how)| format!("{}: {} → {}", one.name, label(one.attendance), label(*how)))
        .collect();
    change.commit(entry("training.marked", class, said.join("; "))).await
}

fn said(of: &Training) -> String {
    format!("{} ({} – {})", of.title, short(of.from), short(of.to))
}

fn entry(act: &'static str, of: &Training, detail: String) -> Entry {
    Entry {
        unit_id: Some(of.unit_id.clone()),
        act,
        subject: "training",
        subject_id: of.id.clone(),
        detail: Some(detail),
    }
}
