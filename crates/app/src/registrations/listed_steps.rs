//! A list of registrations put in as one and taken back as one.

use super::labels;
use super::words::words;
use crate::App;
use serde_json::{Value, json};
use std::collections::HashMap;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::registrations::ItemKind;
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::registrations::{Item, Written};
use thidua_store::uploads::UploadStep;
use thidua_store::{Change, StoreError};

/// What stands before the identifier of a registration that the list began.
const BEGUN: &str = "registration:";

/// Adds an item; begins the registration of its unit where the list is the first to write in it.
pub(crate) async fn add(
    change: &Change,
    begun: &mut HashMap<String, String>,
    item: String,
    (round_id, unit_id, registration): (&str, &str, Option<String>),
    written: &Written,
    steps: &mut Vec<UploadStep>,
) -> Result<(), StoreError> {
    let id = match registration.or_else(|| begun.get(unit_id).cloned()) {
        Some(id) => id,
        None => {
            let id = match change.begin_registration(round_id, unit_id).await {
                Err(StoreError::AlreadyThere) => return Err(StoreError::ChangedMeanwhile),
                other => other?,
            };
            begun.insert(unit_id.to_owned(), id.clone());
            steps.push(UploadStep { subject_id: format!("{BEGUN}{id}"), before: None, version_after: 0 });
            id
        }
    };
    change.add_item_as(&item, &id, written).await?;
    steps.push(UploadStep { subject_id: item, before: None, version_after: 1 });
    Ok(())
}

/// Writes an item anew.
pub(crate) async fn correct(change: &Change, before: &Item, written: &Written) -> Result<UploadStep, StoreError> {
    change.change_item(before, before.version, written).await?;
    Ok(UploadStep {
        subject_id: before.id.clone(),
        before: Some(state(&before.written)),
        version_after: before.version + 1,
    })
}

/// Takes one step back. A registration that the list began goes when nothing else stands in it.
pub(crate) async fn undo(app: &App, change: &Change, step: &UploadStep) -> Result<(), StoreError> {
    if let Some(id) = step.subject_id.strip_prefix(BEGUN) {
        return change.remove_empty_registration(id).await;
    }
    let found = app.store.registration_item(&step.subject_id).await?;
    let item = found.ok_or(StoreError::ChangedMeanwhile)?;
    match &step.before {
        None => change.remove_item(&item, step.version_after).await,
        Some(state) => {
            let before =
                written(state).ok_or_else(|| StoreError::Unreadable(format!("upload step of {}", item.id)))?;
            change.change_item(&item, step.version_after, &before).await
        }
    }
}

/// What hinders taking a list back: items that were changed or taken out, registrations that were sent.
pub(crate) async fn hindered(app: &App, steps: &[UploadStep]) -> Result<Vec<String>, StoreError> {
    let w = words(Language::Vietnamese);
    let mut says = Vec::new();
    for step in steps.iter().filter(|step| !step.subject_id.starts_with(BEGUN)) {
        let Some(item) = app.store.registration_item(&step.subject_id).await? else {
            let before = step.before.as_deref().and_then(written);
            let name = before.map_or_else(String::new, |before| format!(" ({})", before.name));
            says.push(format!("{}{name}", w.list_item_gone));
            continue;
        };
        let registration = app.store.registration(&item.registration_id).await?;
        let Some(registration) = registration else { continue };
        if item.version == step.version_after && registration.state.is_open() {
            continue;
        }
        let unit = app.store.unit(&registration.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
        let name = labels::name(&item.written, Language::Vietnamese);
        says.push(format!("{name} — {unit} ({})", labels::state(registration.state, w)));
    }
    Ok(says)
}

/// The name of what a step is of.
pub(crate) async fn name(app: &App, id: &str) -> Result<Option<String>, StoreError> {
    let item = app.store.registration_item(id).await?;
    Ok(item.map(|item| labels::name(&item.written, Language::Vietnamese)))
}

fn state(written: &Written) -> String {
    json!({
        "kind": written.kind.code(), "target": written.target_id, "shared": written.shared, "name": written.name,
        "comparator": written.comparator.map(Comparator::code), "direction": written.direction.code(),
        "planned": written.planned.map(|amount| amount.plain()),
        "registered": written.registered.map(|amount| amount.plain()),
        "unit_of": written.unit_of, "title": written.title_code, "person": written.person,
        "person_id": written.person_id, "hard": written.hard, "description": written.description,
        "expected": written.expected, "reason": written.reason,
    })
    .to_string()
}

fn written(state: &str) -> Option<Written> {
    let state: Value = serde_json::from_str(state).ok()?;
    let text = |key: &str| state[key].as_str().map(str::to_owned);
    let amount = |key: &str| state[key].as_str().and_then(|plain| Amount::from_plain(plain).ok());
    Some(Written {
        kind: ItemKind::from_code(state["kind"].as_str()?)?,
        target_id: text("target"),
        shared: state["shared"].as_bool()?,
        name: text("name")?,
        comparator: state["comparator"].as_str().and_then(Comparator::from_code),
        direction: Direction::from_code(state["direction"].as_str()?)?,
        planned: amount("planned"),
        registered: amount("registered"),
        unit_of: text("unit_of"),
        title_code: text("title"),
        person: text("person"),
        person_id: text("person_id"),
        hard: state["hard"].as_bool()?,
        description: text("description"),
        expected: text("expected"),
        reason: text("reason"),
    })
}
