//! The head and the parties of a draft.

use super::door::{kept, refuse, today};
use super::sheet::{Marked, render};
use super::words::{Words, words};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::reach;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::covenants::PartyKind;
use thidua_store::StoreError;
use thidua_store::covenants::{CovenantText, NewParty};

/// The form of the head.
pub(super) fn head_fields(w: &'static Words, text: &CovenantText) -> Vec<Field> {
    vec![
        Field::new("title", w.title, Input::Line, text.title.clone()),
        Field::new("place", w.place, Input::Line, text.place.clone().unwrap_or_default()),
        Field::new("signing_day", w.signing_day, Input::Day, show::day(text.signing_day)),
        Field::new("preamble", w.preamble, Input::Text, text.preamble.clone().unwrap_or_default()),
    ]
}

/// What a text that stands answers to whoever writes in it.
pub(super) fn stands() -> Refusal {
    refuse(|w| w.stands.to_owned())
}

/// `POST /covenants/{id}`: the head of a draft.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    if !view.covenant.state.is_open() {
        return Err(stands());
    }
    let w = words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let text = CovenantText {
        title: reader.required("title"),
        place: reader.text("place"),
        signing_day: reader.day("signing_day"),
        preamble: reader.text("preamble"),
    };
    if !reader.fine() {
        let fields = reader.mark(head_fields(w, &view.covenant.text));
        let marked = Marked::Head(fields, StatusCode::UNPROCESSABLE_ENTITY);
        return render(&app, &caller, &visitor, view, None, Some(marked)).await;
    }
    let seen = crate::face::forms::seen(&typed);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_covenant(&id, seen, &text).await {
        Ok(()) => {
            change.commit(view.entry("covenant.written", Some(text.title))).await?;
            go(format!("/covenants/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let view = kept(&app, &visitor, &id).await?;
            if !view.covenant.state.is_open() {
                return Err(stands());
            }
            let newest = head_fields(w, &view.covenant.text);
            reader.beside(&newest, |value| w.newest.replace("{v}", value));
            let marked = Marked::Head(reader.mark(newest), StatusCode::CONFLICT);
            render(&app, &caller, &visitor, view, None, Some(marked)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /covenants/{id}/parties`: adds a unit or a bloc, or takes a party out.
pub(crate) async fn parties(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    if !view.covenant.state.is_open() {
        return Err(stands());
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    if let Some(party) = typed.get("remove") {
        let found = view.parties.iter().find(|one| one.id == *party).ok_or(Refusal::NotFound)?;
        if found.kind == PartyKind::Authority {
            return Err(refuse(|w| w.authority_stays.to_owned()));
        }
        change.remove_party(&id, party).await?;
        change.commit(view.entry("covenant.written", Some(format!("− {}", found.name)))).await?;
        return go(format!("/covenants/{id}?done=saved#parties"));
    }
    let below = reach::below(&app, &view.covenant.unit_id, today(&app)).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let registered =
        BlockFilter::of(&app, &view.covenant.unit_id, today(&app), "", caller.preferences.language).await?;
    let registered =
        typed.get("block").and_then(|id| registered.bloc(id).map(|(name, of)| (name.to_owned(), of.to_vec())));
    let bloc = reader.text("bloc").or_else(|| registered.as_ref().map(|(name, _)| name.clone()));
    let mut members: Vec<String> = below
        .iter()
        .filter(|unit| reader.tick(&format!("member-{}", unit.id)))
        .map(|unit| unit.id.clone())
        .collect();
    if let Some((_, of)) = registered {
        members.extend(of.into_iter().filter(|unit| !members.contains(unit)).collect::<Vec<_>>());
    }
    let unit = typed.get("unit").filter(|unit| !unit.is_empty());
    let unit = unit.and_then(|id| below.iter().find(|unit| unit.id == *id));
    let party = match (bloc, unit) {
        (Some(_), _) if members.len() < 2 => return Err(refuse(|w| w.bloc_needs.to_owned())),
        (Some(name), _) => NewParty { kind: PartyKind::Bloc, unit_id: None, name, members },
        (None, Some(unit)) => {
            if view.parties.iter().any(|party| party.unit_id.as_deref() == Some(unit.id.as_str())) {
                return Err(refuse(|w| w.party_twice.to_owned()));
            }
            NewParty {
                kind: PartyKind::Unit,
                unit_id: Some(unit.id.clone()),
                name: unit.name.clone(),
                members: Vec::new(),
            }
        }
        (None, None) => return Err(refuse(|w| w.party_needed.to_owned())),
    };
    let position = i64::try_from(view.parties.len()).unwrap_or(i64::MAX);
    change.add_party(&id, position, &party).await?;
    change.commit(view.entry("covenant.written", Some(format!("+ {}", party.name)))).await?;
    go(format!("/covenants/{id}?done=saved#parties"))
}
