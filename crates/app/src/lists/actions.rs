//! Keeping an upload, mending it, putting it in as one, taking it back as one.

use super::evaluate::{Judgement, context};
use super::kind::{List, NumberChange, Sheet, Write};
use super::words::words;
use super::{LARGEST, cells};
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::nominations::listed_steps as nominations;
use crate::people::identity;
use crate::registrations::listed_steps;
use serde_json::{Value, json};
use std::collections::HashMap;
use thidua_domain::basics::{Language, Says};
use thidua_domain::lists::diff::Uploaded;
use thidua_domain::people::{Category, Person, PersonKind, Post, Sex, Standing};
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;
use thidua_store::honours::Honour;
use thidua_store::people::SealedIdentity;
use thidua_store::uploads::{Upload, UploadRow, UploadState, UploadStep};
use thidua_store::{Change, StoreError};

/// A statement in both languages from the words of the feature.
pub(super) fn says(of: impl Fn(&'static super::words::Words) -> String) -> Says {
    Says::new(of(words(Language::Vietnamese)), of(words(Language::English)))
}

pub(crate) fn too_many() -> Refusal {
    Refusal::Invalid(says(|w| w.too_many.replace("{n}", &LARGEST.to_string())))
}

fn entry(act: &'static str, upload: &str, unit_id: &str, detail: String) -> Entry {
    Entry {
        unit_id: Some(unit_id.to_owned()),
        act,
        subject: "upload",
        subject_id: upload.to_owned(),
        detail: Some(detail),
    }
}

/// Keeps what was read; the upload's identifier.
pub(super) async fn keep(
    app: &App,
    visitor: &Visitor,
    list: &List,
    unit: &Unit,
    sheet: &Sheet,
    (file_name, reading): (&str, &str),
    rows: Vec<Uploaded>,
) -> Result<String, Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let id = change.new_id();
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let number = i64::from(row.row);
        kept.push(UploadRow {
            number,
            tie: row.tie.map(|tie| (tie.identity, tie.version)),
            cells: cells::keep(app, &sheet.columns, &row.cells, &context(&id, number))?,
            choice: None,
        });
    }
    change.add_upload(&id, &list.code(), &unit.id, file_name, reading, kept).await?;
    change.commit(entry("list.uploaded", &id, &unit.id, file_name.to_owned())).await?;
    Ok(id)
}

/// Writes mended cells and choices down.
pub(super) async fn mend(
    app: &App,
    visitor: &Visitor,
    upload: &Upload,
    rows: Vec<UploadRow>,
) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(upload, UploadState::Open).await?;
    let numbers: Vec<String> = rows.iter().map(|row| row.number.to_string()).collect();
    for row in rows {
        change.mend_upload_row(&upload.id, &row).await?;
    }
    let detail = format!("{}: {}", upload.file_name, numbers.join(", "));
    change.commit(entry("list.mended", &upload.id, &upload.unit_id, detail)).await?;
    Ok(())
}

/// Puts everything in, in one transaction, and keeps how to take it back.
pub(super) async fn put_in(
    app: &App,
    visitor: &Visitor,
    list: &List,
    upload: &Upload,
    judgement: &Judgement,
) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(upload, UploadState::Done).await?;
    let mut steps = Vec::new();
    let mut counts = (0, 0);
    let writes: Vec<Write> = judgement.rows.iter().filter_map(|row| row.write.clone()).collect();
    let mut identifiers: HashMap<String, String> = HashMap::new();
    for write in &writes {
        if let Write::AddUnit(unit) = write {
            identifiers.insert(unit.id.clone(), change.new_id());
        }
    }
    let real = |id: Option<String>| id.map(|id| identifiers.get(&id).cloned().unwrap_or(id));
    let mut new_units: Vec<Unit> = Vec::new();
    for write in &writes {
        if let Write::AddUnit(unit) = write {
            let mut unit = (**unit).clone();
            unit.id = real(Some(unit.id)).unwrap_or_default();
            unit.parent_id = real(unit.parent_id);
            new_units.push(unit);
        }
    }
    counts.0 += new_units.len();
    let ordered = above_first(new_units).ok_or_else(|| Refusal::Invalid(says(|w| w.parent_circle.to_owned())))?;
    steps.extend(ordered.iter().map(|unit| added(&unit.id)));
    change.add_units(&ordered).await?;
    let mut new_people = Vec::new();
    let mut new_honours = Vec::new();
    let mut nominated = Vec::new();
    let mut begun: HashMap<String, String> = HashMap::new();
    // items stand in the order of their identifiers: that of the rows
    let items = writes.iter().filter(|write| matches!(write, Write::AddItem { .. }));
    let mut item_ids: Vec<String> = items.map(|_| change.new_id()).collect();
    item_ids.sort_unstable_by(|one, other| other.cmp(one));
    for write in writes {
        match write {
            Write::AddItem { round_id, unit_id, registration, written } => {
                let item = item_ids.pop().unwrap_or_else(|| change.new_id());
                let whose = (round_id.as_str(), unit_id.as_str(), registration);
                listed_steps::add(&change, &mut begun, item, whose, &written, &mut steps).await?;
                counts.0 += 1;
            }
            Write::ChangeItem { before, written } => {
                steps.push(listed_steps::correct(&change, &before, &written).await?);
                counts.1 += 1;
            }
            Write::Nominate { before, written } => {
                let counted = if before.is_some() { &mut counts.1 } else { &mut counts.0 };
                *counted += 1;
                nominated.push((*written).clone());
                steps.push(nominations::write(&change, before.as_deref(), *written).await?);
            }
            Write::AddUnit(_) => {}
            Write::AddHonour(honour) => {
                let honour = Honour { id: change.new_id(), ..*honour };
                steps.push(UploadStep { version_after: 1, ..added(&honour.id) });
                counts.0 += 1;
                new_honours.push(honour);
            }
            Write::ChangeUnit { before, after, seen } => {
                let mut after = *after;
                after.parent_id = real(after.parent_id);
                change.correct_unit(&after, seen).await?;
                counts.1 += 1;
                let before = Some(unit_state(&before));
                steps.push(UploadStep { subject_id: after.id, before, version_after: seen + 1 });
            }
            Write::AddPerson(person, number) => {
                let mut person = *person;
                person.id = change.new_id();
                let sealed = sealed(app, &person.id, &number)?;
                steps.push(added(&person.id));
                counts.0 += 1;
                new_people.push((person, sealed.unwrap_or_default()));
            }
            Write::ChangePerson { before, after, number } => {
                let kept = app.store.identity_of(&before.id).await?;
                change.correct_person(&after, before.version).await?;
                if let Some(sealed) = sealed(app, &before.id, &number)? {
                    change.set_identity(&before.id, sealed.as_ref()).await?;
                }
                counts.1 += 1;
                let state = Some(person_state(&before, kept.as_ref()));
                steps.push(UploadStep { subject_id: before.id, before: state, version_after: before.version + 1 });
            }
        }
    }
    change.add_people(&new_people).await?;
    change.add_honours(&new_honours).await?;
    if let List::Nominations(round) = list {
        steps.extend(nominations::along(app, visitor, round, &change, &nominated).await?);
    }
    let written = if matches!(list, List::Nominations(_)) { steps.clone() } else { Vec::new() };
    change.keep_upload_steps(&upload.id, steps).await?;
    let detail = format!("{}: +{}, ~{}", upload.file_name, counts.0, counts.1);
    change.commit(entry("list.imported", &upload.id, &upload.unit_id, detail)).await?;
    if let List::Nominations(round) = list {
        nominations::judge(app, visitor, round, &written).await?;
    }
    Ok(())
}

fn added(id: &str) -> UploadStep {
    UploadStep { subject_id: id.to_owned(), before: None, version_after: 0 }
}

/// What the number becomes: nothing when it stays, and then what it is.
fn sealed(app: &App, id: &str, number: &NumberChange) -> Result<Option<Option<SealedIdentity>>, StoreError> {
    Ok(match number {
        NumberChange::Stays => None,
        NumberChange::Goes => Some(None),
        NumberChange::Becomes(number) => Some(Some(identity::seal(app, id, number)?)),
    })
}

/// New units, each after the new unit above it; nothing when they stand in a circle.
pub(super) fn above_first(mut units: Vec<Unit>) -> Option<Vec<Unit>> {
    let mut ordered: Vec<Unit> = Vec::with_capacity(units.len());
    while !units.is_empty() {
        let waiting: std::collections::HashSet<String> = units.iter().map(|unit| unit.id.clone()).collect();
        let (now, later): (Vec<Unit>, Vec<Unit>) = units
            .into_iter()
            .partition(|unit| unit.parent_id.as_ref().is_none_or(|parent| !waiting.contains(parent)));
        if now.is_empty() {
            return None;
        }
        ordered.extend(now);
        units = later;
    }
    Some(ordered)
}

fn unit_state(unit: &Unit) -> String {
    json!({
        "name": unit.name, "kind": unit.kind.code(), "level": unit.level.code(), "head": unit.head,
        "parent": unit.parent_id, "parent_name": unit.parent_name,
        "from": unit.valid_from.map(|day| day.to_string()), "to": unit.valid_to.map(|day| day.to_string()),
    })
    .to_string()
}

fn text(state: &Value, key: &str) -> Option<String> {
    state[key].as_str().map(str::to_owned)
}

fn day(state: &Value, key: &str) -> Option<chrono::NaiveDate> {
    state[key].as_str().and_then(|day| day.parse().ok())
}

fn unit_of(id: &str, state: &str) -> Option<Unit> {
    let state: Value = serde_json::from_str(state).ok()?;
    Some(Unit {
        id: id.to_owned(),
        name: text(&state, "name")?,
        kind: UnitKind::from_code(state["kind"].as_str()?)?,
        level: IssuerLevel::from_code(state["level"].as_str()?)?,
        head: text(&state, "head"),
        parent_id: text(&state, "parent"),
        parent_name: text(&state, "parent_name"),
        valid_from: day(&state, "from"),
        valid_to: day(&state, "to"),
    })
}

fn person_state(one: &Person, kept: Option<&SealedIdentity>) -> String {
    json!({
        "kind": one.kind.code(), "name": one.name, "year": one.birth_year,
        "day": one.birth_day.map(|day| day.to_string()), "sex": one.sex.map(Sex::code), "unit": one.post.unit_id,
        "title": one.post.title, "leader": one.post.leader, "category": one.post.category.code(),
        "from": one.post.from.map(|day| day.to_string()), "document": one.post.document,
        "standing": one.standing.code(), "collective": one.collective_unit_id, "note": one.note,
        "sealed": kept.map(|kept| &kept.sealed), "hash": kept.map(|kept| &kept.hash),
    })
    .to_string()
}

fn person_of(id: &str, state: &str) -> Option<(Person, Option<SealedIdentity>)> {
    let state: Value = serde_json::from_str(state).ok()?;
    let kept = text(&state, "sealed").zip(text(&state, "hash"));
    let person = Person {
        id: id.to_owned(),
        kind: PersonKind::from_code(state["kind"].as_str()?)?,
        name: text(&state, "name")?,
        birth_year: state["year"].as_i64().and_then(|year| i32::try_from(year).ok()),
        birth_day: day(&state, "day"),
        sex: state["sex"].as_str().and_then(Sex::from_code),
        post: Post {
            unit_id: text(&state, "unit"),
            title: text(&state, "title"),
            leader: state["leader"].as_bool().unwrap_or(false),
            category: Category::from_code(state["category"].as_str()?)?,
            from: day(&state, "from"),
            to: None,
            document: text(&state, "document"),
        },
        standing: Standing::from_code(state["standing"].as_str()?)?,
        collective_unit_id: text(&state, "collective"),
        note: text(&state, "note"),
        merged_into: None,
        version: 0,
    };
    Some((person, kept.map(|(sealed, hash)| SealedIdentity { sealed, hash })))
}

/// Takes a whole upload back. What somebody has changed since is named, and then nothing is taken back.
pub(super) async fn take_back(
    app: &App,
    visitor: &Visitor,
    list: &List,
    upload: &Upload,
) -> Result<Vec<String>, Refusal> {
    let steps = app.store.upload_steps(&upload.id).await?;
    let hindered = changed_since(app, list, &steps).await?;
    if !hindered.is_empty() {
        return Ok(hindered);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(upload, UploadState::Undone).await?;
    for step in steps.iter().rev() {
        match undo(app, &change, list, step).await {
            Ok(()) => {}
            Err(StoreError::ChangedMeanwhile) => return Ok(vec![name_of(app, list, &step.subject_id).await?]),
            Err(other) => return Err(other.into()),
        }
    }
    let detail = format!("{}: {}", upload.file_name, steps.len());
    change.commit(entry("list.undone", &upload.id, &upload.unit_id, detail)).await?;
    Ok(Vec::new())
}

async fn undo(app: &App, change: &Change, list: &List, step: &UploadStep) -> Result<(), StoreError> {
    let (id, seen) = (step.subject_id.as_str(), step.version_after);
    let unreadable = || StoreError::Unreadable(format!("upload step of {id}"));
    match (list, &step.before) {
        (List::Registrations(_), _) => listed_steps::undo(app, change, step).await,
        (List::Honours, _) => change.take_honour_out(id).await,
        (List::Nominations(_), _) => nominations::undo(app, change, step).await,
        (List::Units, None) => change.take_unit_out(id, seen).await,
        (List::Units, Some(state)) => change.correct_unit(&unit_of(id, state).ok_or_else(unreadable)?, seen).await,
        (List::People, None) => change.take_person_out(id, seen).await,
        (List::People, Some(state)) => {
            let (person, kept) = person_of(id, state).ok_or_else(unreadable)?;
            change.correct_person(&person, seen).await?;
            change.set_identity(id, kept.as_ref()).await
        }
    }
}

/// The names of what was changed or merged since the upload was put in.
async fn changed_since(app: &App, list: &List, steps: &[UploadStep]) -> Result<Vec<String>, Refusal> {
    let ids: Vec<String> = steps.iter().map(|step| step.subject_id.clone()).collect();
    let versions: HashMap<String, i64> = match list {
        List::Registrations(_) => return Ok(listed_steps::hindered(app, steps).await?),
        List::Honours => {
            let mut found = HashMap::new();
            for id in &ids {
                found.extend(app.store.honour(id).await?.map(|one| (one.id, one.version)));
            }
            found
        }
        List::Nominations(_) => return Ok(nominations::hindered(app, steps).await?),
        List::Units => app.store.unit_versions(&ids).await?,
        List::People => {
            let people = app.store.people_of(&ids).await?;
            people.into_iter().filter(|one| one.merged_into.is_none()).map(|one| (one.id, one.version)).collect()
        }
    };
    let mut names = Vec::new();
    for step in steps {
        if versions.get(&step.subject_id) != Some(&step.version_after) {
            names.push(name_of(app, list, &step.subject_id).await?);
        }
    }
    Ok(names)
}

async fn name_of(app: &App, list: &List, id: &str) -> Result<String, Refusal> {
    Ok(match list {
        List::Units => app.store.unit(id).await?.map(|unit| unit.name),
        List::People => app.store.person(id).await?.map(|one| one.name),
        List::Honours => app.store.honour(id).await?.map(|one| one.whom.name),
        List::Registrations(_) => listed_steps::name(app, id).await?,
        List::Nominations(_) => nominations::name(app, id).await?,
    }
    .unwrap_or_else(|| id.to_owned()))
}

/// Drops an upload without putting it in.
pub(super) async fn drop_upload(app: &App, visitor: &Visitor, upload: &Upload) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_upload(upload, UploadState::Dropped).await?;
    change.commit(entry("list.discarded", &upload.id, &upload.unit_id, upload.file_name.clone())).await?;
    Ok(())
}
