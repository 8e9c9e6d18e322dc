//! The two forms of a unit: adding one, correcting one.

use super::actions::{self, NewUnit};
use super::node::{self, Marked};
use super::pages::{self, Asked};
use super::{labels, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::StoreError;

fn kinds(w: &'static words::Words, by_name: bool) -> Input {
    let first = by_name.then_some(("", w.kind_by_name));
    Input::Choice(first.into_iter().chain(UnitKind::ALL.map(|kind| (kind.code(), labels::kind(kind, w)))).collect())
}

/// The form that adds a unit.
pub(super) fn fields(w: &'static words::Words, name: Option<&str>) -> Vec<Field> {
    vec![
        Field::new("name", w.name, Input::Line, name.unwrap_or_default()).hint(w.name_hint),
        Field::new("kind", w.kind, kinds(w, true), ""),
        Field::new("head", w.head, Input::Line, "").hint(w.head_hint),
        Field::new("parent", w.parent, Input::Line, ""),
        Field::new("from", w.valid_from, Input::Day, ""),
    ]
}

/// The form that corrects a unit.
pub(super) fn own_fields(w: &'static words::Words, unit: &Unit) -> Vec<Field> {
    vec![
        Field::new("name", w.name, Input::Line, unit.name.clone()),
        Field::new("kind", w.kind, kinds(w, false), unit.kind.code()),
        Field::new("head", w.head, Input::Line, unit.head.clone().unwrap_or_default()).hint(w.head_hint),
        Field::new("parent", w.parent, Input::Line, unit.parent_name.clone().unwrap_or_default()),
        Field::new("from", w.valid_from, Input::Day, unit.valid_from.map(short).unwrap_or_default()),
        Field::new("to", w.valid_to, Input::Day, unit.valid_to.map(short).unwrap_or_default()),
    ]
}

/// `POST /units`: a top of the tree, or with `parent_id` a unit below another.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let parent_id = typed.get("parent_id").filter(|id| !id.is_empty()).cloned();
    match &parent_id {
        Some(parent) => {
            app.store.unit(parent).await?.ok_or(Refusal::NotFound)?;
            app.require(&visitor, Act::ManageUnits, parent).await?;
        }
        None if visitor.actor.units(Act::ManageUnits).is_some() => return Err(Refusal::NotAllowed),
        None => {}
    }
    let mut reader = Reader::new(&typed, c);
    let name = reader.required_name("name");
    let chosen = reader.code("kind", UnitKind::from_code);
    let kind = chosen.or_else(|| UnitKind::guess(&name));
    if kind.is_none() && !name.is_empty() {
        reader.problem("kind", w.kind_unknown);
    }
    let head = reader.text("head");
    let parent_name = reader.text("parent");
    let valid_from = reader.day("from");
    if let Some(kind) = kind
        && known(&app, &name, kind, parent_id.as_deref(), parent_name.as_deref()).await?
    {
        reader.problem("name", w.known);
    }
    if !reader.fine() {
        let fields = reader.mark(fields(w, None));
        return match parent_id {
            Some(parent) => {
                node::render(&app, &caller, &visitor, &parent, &Asked::default(), Some(Marked::Below(fields))).await
            }
            None => pages::list(&app, &caller, &visitor, &Asked::default(), Some(fields)).await,
        };
    }
    let new = NewUnit {
        name,
        kind,
        level: None,
        head,
        parent_id: parent_id.clone(),
        parent_name,
        valid_from,
        valid_to: None,
    };
    let id = actions::add(&app, visitor.author((app.clock)()), new).await?;
    match parent_id {
        Some(parent) => go(format!("/units/{parent}?done=saved")),
        None => go(format!("/units/{id}?done=saved")),
    }
}

/// Whether there is such a unit already. Case and white space do not make another one; marks do.
async fn known(
    app: &App,
    name: &str,
    kind: UnitKind,
    parent_id: Option<&str>,
    parent_name: Option<&str>,
) -> Result<bool, StoreError> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    Ok(app.store.units_folded(&fold(name)).await?.into_iter().any(|unit| {
        plain(&unit.name) == plain(name)
            && unit.kind == kind
            && unit.parent_id.as_deref() == parent_id
            && plain(unit.parent_name.as_deref().unwrap_or_default()) == plain(parent_name.unwrap_or_default())
    }))
}

/// `POST /units/{id}`: corrects.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    app.require(&visitor, Act::ManageUnits, &id).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let before = app.store.unit(&id).await?.ok_or(Refusal::NotFound)?;
    let seen = crate::face::forms::seen(&typed);
    let mut reader = Reader::new(&typed, c);
    let mut after = before.clone();
    after.name = reader.required_name("name");
    after.kind = reader.code("kind", UnitKind::from_code).unwrap_or(before.kind);
    if after.kind != before.kind {
        after.level = after.kind.level();
    }
    after.head = reader.text("head");
    after.parent_name = reader.text("parent");
    after.valid_from = reader.day("from");
    after.valid_to = reader.day("to");
    if let (Some(from), Some(to)) = (after.valid_from, after.valid_to)
        && to < from
    {
        reader.problem("to", w.days_order);
    }
    let asked = Asked::default();
    if !reader.fine() {
        let fields = reader.mark(own_fields(w, &before));
        return node::render(&app, &caller, &visitor, &id, &asked, Some(Marked::Own(fields, false))).await;
    }
    match actions::correct(&app, visitor.author((app.clock)()), &before, &after, seen).await {
        Ok(()) => go(format!("/units/{id}?done=saved")),
        // what was typed stays in the fields; what the other person wrote stands beside each that differs
        Err(StoreError::ChangedMeanwhile) => {
            let newest = app.store.unit(&id).await?.ok_or(Refusal::NotFound)?;
            reader.beside(&own_fields(w, &newest), |value| format!("{}: {}", w.newest, value));
            let fields = reader.mark(own_fields(w, &newest));
            node::render(&app, &caller, &visitor, &id, &asked, Some(Marked::Own(fields, true))).await
        }
        Err(other) => Err(other.into()),
    }
}
