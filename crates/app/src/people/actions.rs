//! What is written of people, each with its entry in the log.

use super::{identity, labels};
use crate::App;
use crate::face::{Refusal, Visitor};
use thidua_domain::access::Act;
use thidua_domain::people::identity::IdentityNumber;
use thidua_domain::people::{Person, Post};
use thidua_store::audit::Entry;
use thidua_store::people::Pair;
use thidua_store::{Author, StoreError};

/// The record of an address, where this person may do something with it; one that was merged stays readable.
pub(crate) async fn person_for(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<Person, Refusal> {
    let person = app.store.person(id).await?.ok_or(Refusal::NotFound)?;
    match &person.post.unit_id {
        Some(unit) => app.require(visitor, act, unit).await?,
        None if visitor.actor.units(act).is_none() => {}
        None => return Err(Refusal::NotFound),
    }
    Ok(person)
}

pub(crate) fn entry(act: &'static str, person: &Person, detail: Option<String>) -> Entry {
    Entry { unit_id: person.post.unit_id.clone(), act, subject: "person", subject_id: person.id.clone(), detail }
}

/// Adds a record; its identifier.
pub(crate) async fn add(
    app: &App,
    author: Author,
    mut person: Person,
    number: Option<&IdentityNumber>,
) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    person.id = change.new_id();
    let sealed = number.map(|number| identity::seal(app, &person.id, number)).transpose()?;
    change.add_person(&person, sealed).await?;
    change.commit(entry("person.added", &person, Some(person.name.clone()))).await?;
    Ok(person.id)
}

/// What happens to the identity number when a record is corrected.
pub(crate) enum IdentityChange {
    Stays,
    Goes,
    Becomes(IdentityNumber),
}

/// Corrects a record, unless somebody changed it since.
pub(crate) async fn correct(
    app: &App,
    author: Author,
    before: &Person,
    after: &Person,
    identity: IdentityChange,
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_person(after, seen).await?;
    let mut detail = difference(before, after);
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    if before.post.unit_id != after.post.unit_id {
        let (old, new) = (unit_name(app, before).await?, unit_name(app, after).await?);
        detail.push(format!("{old} → {new}"));
    }
    match identity {
        IdentityChange::Stays => {}
        IdentityChange::Goes => {
            change.set_identity(&after.id, None).await?;
            detail.push(format!("{}: –", vi.identity_shown));
        }
        IdentityChange::Becomes(number) => {
            change.set_identity(&after.id, Some(&identity::seal(app, &after.id, &number)?)).await?;
            detail.push(format!("{}: {}", vi.identity_shown, number.masked()));
        }
    }
    change.commit(entry("person.corrected", after, Some(detail.join("; ")))).await
}

/// The name of the unit of a record's post.
async fn unit_name(app: &App, person: &Person) -> Result<String, StoreError> {
    let Some(id) = &person.post.unit_id else { return Ok("–".to_owned()) };
    Ok(app.store.unit(id).await?.map_or_else(|| "–".to_owned(), |unit| unit.name))
}

/// What a correction changed, old and new.
pub(crate) fn difference(before: &Person, after: &Person) -> Vec<String> {
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let of = |one: &Person| {
        [
            one.name.clone(),
            labels::kind(one.kind, vi).to_owned(),
            one.birth(),
            one.sex.map_or("", |sex| labels::sex(sex, vi)).to_owned(),
            one.post.title.clone().unwrap_or_default(),
            labels::category(one.post.category, vi).to_owned(),
            if one.post.leader { vi.leader } else { "" }.to_owned(),
            labels::standing(one.standing, vi).to_owned(),
            one.note.clone().unwrap_or_default(),
        ]
    };
    let changed = of(before).into_iter().zip(of(after)).filter(|(old, new)| old != new);
    changed.map(|(old, new)| format!("{old} → {new}")).collect()
}

/// How a post is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostManner {
    Main,
    Beside,
    Former,
}

/// Records a post.
pub(crate) async fn record_post(
    app: &App,
    author: Author,
    person: &Person,
    post: &Post,
    manner: PostManner,
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    match manner {
        PostManner::Main => change.take_post(person, post, seen).await?,
        PostManner::Beside | PostManner::Former => {
            change.add_post(&person.id, post).await?;
        }
    }
    let title = post.title.clone().unwrap_or_else(|| post.category.code().to_owned());
    change.commit(entry("person.post", person, Some(format!("{}: {title}", person.name)))).await
}

/// Says that two records are one person, or two.
pub(crate) async fn decide(
    app: &App,
    author: Author,
    kept: (&Person, i64),
    other: (&Person, i64),
    same: bool,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let detail = Some(format!("{} ~ {}", kept.0.name, other.0.name));
    let act = if same {
        change.merge_people((&kept.0.id, kept.1), (&other.0.id, other.1), reason).await?;
        "person.merged"
    } else {
        change.tell_apart(&kept.0.id, &other.0.id, reason).await?;
        "person.told-apart"
    };
    change.commit(entry(act, kept.0, detail)).await
}

/// Takes a decision about two records back.
pub(crate) async fn undo(app: &App, author: Author, person: &Person, pair: &Pair) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.undo_pair(&pair.id).await?;
    change.commit(entry("person.pair-undone", person, Some(person.name.clone()))).await
}
