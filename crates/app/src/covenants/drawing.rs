//! `POST /movements/{id}/covenants`: draws up a covenant from approved registrations, from the targets, or blank.

use super::board::{Asked, fields, render};
use super::door::{refuse, today};
use super::words::words;
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::movements::actions::{MovementView, movement_for};
use crate::office::reach;
use axum::Form;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::covenants::PartyKind;
use thidua_domain::movements::State as MovementState;
use thidua_domain::registrations::{ItemKind, State as Registered};
use thidua_domain::targets::Direction;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::covenants::{CovenantText, NewParty, Terms};
use thidua_store::targets::Target;

/// The promise that a target of the movement makes.
pub(super) fn terms_of(target: &Target) -> Terms {
    let draft = &target.draft;
    Terms {
        party_id: None,
        target_id: Some(target.id.clone()),
        item_id: None,
        name: draft.name.clone(),
        comparator: draft.comparator,
        direction: draft.direction,
        value: draft.value.or(target.reference),
        unit_of: draft.unit.clone(),
    }
}

/// Draws it up.
pub(crate) async fn draw_up(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::ManageCovenants).await?;
    if matches!(view.movement.state, MovementState::Draft | MovementState::Closed) {
        return Err(refuse(|w| w.not_running.to_owned()));
    }
    let w = words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let text = CovenantText {
        title: reader.required("title"),
        place: reader.text("place"),
        signing_day: reader.day("signing_day"),
        preamble: None,
    };
    if !reader.fine() {
        let fields = reader.mark(fields(w));
        return render(&app, &caller, &visitor, &id, &Asked::default(), Some((fields, &typed))).await;
    }
    let owner = app.store.unit(&view.plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let units: Vec<Unit> = reach::below(&app, &owner.id, today(&app))
        .await?
        .into_iter()
        .filter(|unit| typed.contains_key(&format!("party-{}", unit.id)))
        .collect();
    let source = typed.get("source").map(String::as_str).unwrap_or_default();
    let promised = match source {
        "registrations" => registered(&app, &view, &units).await?,
        "targets" => {
            let targets = app.store.targets(&view.plan.id).await?;
            let leaves = targets.iter().filter(|target| target.draft.comparator.is_some());
            leaves.map(|target| (None, terms_of(target))).collect()
        }
        _ => Vec::new(),
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let new = change.add_covenant(&id, &owner.id, &text).await?;
    let mut parties: HashMap<&str, String> = HashMap::new();
    let all =
        std::iter::once((PartyKind::Authority, &owner)).chain(units.iter().map(|unit| (PartyKind::Unit, unit)));
    for (position, (kind, unit)) in (0..).zip(all) {
        let party = NewParty { kind, unit_id: Some(unit.id.clone()), name: unit.name.clone(), members: Vec::new() };
        parties.insert(&unit.id, change.add_party(&new, position, &party).await?);
    }
    let blocks = BlockFilter::of(&app, &owner.id, today(&app), "", caller.preferences.language).await?;
    for ((id, name, _), position) in blocks.options.iter().zip(i64::try_from(units.len()).unwrap_or_default() + 1..)
    {
        let Some((_, members)) = blocks.bloc(id).filter(|_| typed.contains_key(&format!("bloc-{id}"))) else {
            continue;
        };
        let party =
            NewParty { kind: PartyKind::Bloc, unit_id: None, name: name.clone(), members: members.to_vec() };
        change.add_party(&new, position, &party).await?;
    }
    for (position, (unit, mut terms)) in (0..).zip(promised) {
        terms.party_id = unit.and_then(|unit| parties.get(unit.as_str()).cloned());
        change.add_commitment(&new, position, &terms).await?;
    }
    let entry = Entry {
        unit_id: Some(owner.id.clone()),
        act: "covenant.drawn-up",
        subject: "covenant",
        subject_id: new.clone(),
        detail: Some(text.title.clone()),
    };
    change.commit(entry).await?;
    go(format!("/covenants/{new}?done=saved"))
}

/// What the chosen units have registered and the authority approved.
async fn registered(
    app: &App,
    view: &MovementView,
    units: &[Unit],
) -> Result<Vec<(Option<String>, Terms)>, Refusal> {
    let Some(round) = app.store.registration_round(&view.movement.id).await? else { return Ok(Vec::new()) };
    let approved: HashMap<String, String> = app
        .store
        .registrations_of_round(&round.id)
        .await?
        .into_iter()
        .filter(|one| one.state == Registered::Approved && units.iter().any(|unit| unit.id == one.unit_id))
        .map(|one| (one.id, one.unit_id))
        .collect();
    let mut promised = Vec::new();
    for item in app.store.registration_items_of_round(&round.id).await? {
        let Some(unit) = approved.get(&item.registration_id) else { continue };
        let written = item.written;
        let expected = written.expected.as_ref().map(|text| format!(" ({text})")).unwrap_or_default();
        let terms = match written.kind {
            ItemKind::Title => continue,
            ItemKind::Target => Terms {
                party_id: None,
                target_id: written.target_id.filter(|_| written.shared),
                item_id: (!written.shared).then_some(item.id),
                name: written.name,
                comparator: written.comparator,
                direction: written.direction,
                value: written.registered,
                unit_of: written.unit_of,
            },
            ItemKind::Task => Terms {
                party_id: None,
                target_id: None,
                item_id: Some(item.id),
                name: format!("{}{expected}", written.name),
                comparator: None,
                direction: Direction::Neither,
                value: None,
                unit_of: None,
            },
        };
        promised.push((Some(unit.clone()), terms));
    }
    Ok(promised)
}
