//! Opening a round, changing it, reopening it with a reason; beginning a registration.

use super::board::{Asked, Marked, render};
use super::door::{door, today};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::movements::State as MovementState;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::registrations::{Round, RoundText};

/// Names of the ticks for kinds of units; each is the code of a kind.
const KINDS: [(UnitKind, &str); 18] = [
    (UnitKind::Department, "kind-department"),
    (UnitKind::District, "kind-district"),
    (UnitKind::Commune, "kind-commune"),
    (UnitKind::Office, "kind-office"),
    (UnitKind::PublicService, "kind-public-service"),
    (UnitKind::Village, "kind-village"),
    (UnitKind::School, "kind-school"),
    (UnitKind::HealthStation, "kind-health-station"),
    (UnitKind::Front, "kind-front"),
    (UnitKind::Union, "kind-union"),
    (UnitKind::ArmedForces, "kind-armed-forces"),
    (UnitKind::Enterprise, "kind-enterprise"),
    (UnitKind::Party, "kind-party"),
    (UnitKind::PeoplesCouncil, "kind-peoples-council"),
    (UnitKind::VerticalLine, "kind-vertical-line"),
    (UnitKind::Province, "kind-province"),
    (UnitKind::Central, "kind-central"),
    (UnitKind::Other, "kind-other"),
];

/// The form of a round.
pub(super) fn fields(w: &'static Words, round: Option<&Round>, language: Language) -> Vec<Field> {
    let u = crate::units::words::words(language);
    let by = Input::Choice(vec![("by", w.by_choice), ("before", w.before_choice)]);
    let before = round.is_some_and(|round| round.deadline.strictly_before);
    let mut fields = vec![
        Field::new("deadline", w.deadline, Input::Day, show::day(round.map(|round| round.deadline.day))),
        Field::new("how", w.how, by, if before { "before" } else { "by" }),
        Field::new("note", w.note, Input::Text, round.and_then(|round| round.note.clone()).unwrap_or_default())
            .hint(w.note_hint),
    ];
    fields.extend(kind_ticks(round.map_or(&[], |round| &round.kinds), u));
    fields
}

/// A tick for each kind of unit that can be asked.
fn kind_ticks(chosen: &[UnitKind], u: &'static crate::units::words::Words) -> Vec<Field> {
    let tick = |(kind, name): (UnitKind, &'static str)| {
        let ticked = if chosen.contains(&kind) { "yes" } else { "" };
        Field::new(name, crate::units::labels::kind(kind, u), Input::Tick, ticked)
    };
    KINDS.into_iter().map(tick).collect()
}

/// The ticks for the kinds of the units below, and for those that are chosen.
pub(crate) fn kinds_asked(chosen: &[UnitKind], below: &[Unit], language: Language) -> Vec<Field> {
    kinds_of(&mut kind_ticks(chosen, crate::units::words::words(language)), below)
}

/// The kinds that were ticked.
pub(crate) fn ticked_kinds(reader: &Reader<'_>) -> Vec<UnitKind> {
    KINDS.into_iter().filter(|(_, name)| reader.tick(name)).map(|(kind, _)| kind).collect()
}

/// Takes the kinds out of the form, those that are there: of units below, or ticked before.
pub(super) fn kinds_of(fields: &mut Vec<Field>, below: &[Unit]) -> Vec<Field> {
    let kind_of = |name: &str| KINDS.into_iter().find(|(_, tick)| *tick == name).map(|(kind, _)| kind);
    let there = |kind: UnitKind| below.is_empty() || below.iter().any(|unit| unit.kind == kind);
    fields.retain(|field| kind_of(field.name).is_none_or(|kind| there(kind) || !field.value.is_empty()));
    let at = fields.iter().position(|field| kind_of(field.name).is_some()).unwrap_or(fields.len());
    fields.split_off(at)
}

/// The form that reopens.
pub(super) fn reopen_fields(w: &'static Words) -> Vec<Field> {
    vec![Field::new("until", w.until, Input::Day, ""), Field::new("because", w.because, Input::Line, "")]
}

/// `POST /movements/{id}/registrations`: opens the round, or changes it.
pub(crate) async fn open(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    if !door.leads {
        return Err(Refusal::NotAllowed);
    }
    let w = words(caller.preferences.language);
    if matches!(door.view.movement.state, MovementState::Draft | MovementState::Closed) {
        return Err(refuse(|w| w.not_running.to_owned()));
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let day = reader.day("deadline");
    if day.is_none() {
        reader.problem("deadline", w.deadline_needed);
    }
    let note = reader.text("note");
    let now = today(&app);
    if day.is_some_and(|day| day < now) && door.round.is_none() {
        reader.problem("deadline", w.deadline_past);
    }
    if let Some(round) = &door.round {
        reader.ask_passed("deadline", day.filter(|day| *day != round.deadline.day), now);
    }
    let Some(deadline) = day.filter(|_| reader.fine()) else {
        let typed = reader.mark(fields(w, door.round.as_ref(), caller.preferences.language));
        let marked = Marked::Round(typed, StatusCode::UNPROCESSABLE_ENTITY);
        return render(&app, &caller, &visitor, door, &Asked::default(), Some(marked)).await;
    };
    let text = RoundText {
        deadline,
        strictly_before: typed.get("how").is_some_and(|how| how == "before"),
        kinds: ticked_kinds(&reader),
        note,
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let (act, done) = match &door.round {
        Some(round) => (
            "registration.round-changed",
            change.change_round(&round.id, crate::face::forms::seen(&typed), &text).await,
        ),
        None => ("registration.opened", change.open_round(&id, &text).await.map(|_| ())),
    };
    match done {
        Ok(()) => {
            let v = words(Language::Vietnamese);
            let deadline = thidua_domain::registrations::Deadline {
                day: text.deadline,
                strictly_before: text.strictly_before,
                reopened_until: None,
            };
            let detail = Some(labels::until(deadline, v));
            change.commit(entry(&door.view.plan.unit_id, act, "movement", &id, detail)).await?;
            go(format!("/movements/{id}/registrations?done=saved"))
        }
        // the newest state is shown beside what was typed
        Err(StoreError::ChangedMeanwhile | StoreError::AlreadyThere) => {
            drop(change);
            let door = super::door::door(&app, &visitor, &id).await?;
            let newest = fields(w, door.round.as_ref(), caller.preferences.language);
            reader.beside(&newest, |value| w.newest.replace("{v}", value));
            let marked = Marked::Round(reader.mark(newest), StatusCode::CONFLICT);
            render(&app, &caller, &visitor, door, &Asked::default(), Some(marked)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /movements/{id}/registrations/reopen`.
pub(crate) async fn reopen(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let Some(round) = door.round.clone().filter(|_| door.leads) else { return Err(Refusal::NotAllowed) };
    let w = words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let until = reader.day("until");
    let because = reader.required("because");
    if until.is_none_or(|until| until <= round.deadline.last_day() || until < today(&app)) {
        reader.problem("until", w.until_needed);
    }
    let Some(until) = until.filter(|_| reader.fine()) else {
        let marked = Marked::Reopen(reader.mark(reopen_fields(w)), StatusCode::UNPROCESSABLE_ENTITY);
        return render(&app, &caller, &visitor, door, &Asked::default(), Some(marked)).await;
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.reopen_round(&round.id, crate::face::forms::seen(&typed), until, &because).await?;
    let detail = Some(format!("{}: {because}", show::day(Some(until))));
    change.commit(entry(&door.view.plan.unit_id, "registration.reopened", "movement", &id, detail)).await?;
    go(format!("/movements/{id}/registrations?done=saved"))
}

/// `POST /movements/{id}/registrations/begin`: a unit begins its registration.
pub(crate) async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = typed.get("unit").map(String::as_str).unwrap_or_default();
    let unit = door.own_units.iter().find(|unit| asked.is_empty() || unit.id == asked).ok_or(Refusal::NotFound)?;
    if !visitor.actor.may_in(Act::Register, &unit.id) {
        return Err(Refusal::NotAllowed);
    }
    let round = door.round.as_ref().ok_or(Refusal::NotFound)?;
    if let Some(known) = app.store.registration_of_unit(&round.id, &unit.id).await? {
        return go(format!("/registrations/{}", known.id));
    }
    if !round.deadline.takes(today(&app)) {
        return Err(too_late(round));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.begin_registration(&round.id, &unit.id).await {
        Ok(new) => {
            change.commit(entry(&unit.id, "registration.begun", "registration", &new, None)).await?;
            go(format!("/registrations/{new}"))
        }
        // somebody of the unit was quicker
        Err(StoreError::AlreadyThere) => {
            drop(change);
            let known = app.store.registration_of_unit(&round.id, &unit.id).await?.ok_or(Refusal::NotFound)?;
            go(format!("/registrations/{}", known.id))
        }
        Err(other) => Err(other.into()),
    }
}

/// After the deadline: which rule, until when, who can unlock it.
pub(super) fn too_late(round: &Round) -> Refusal {
    refuse(|w| w.too_late.replace("{until}", &labels::until(round.deadline, w)))
}

/// A refusal said in both languages.
pub(super) fn refuse(says: impl Fn(&'static Words) -> String) -> Refusal {
    Refusal::Invalid(Says::new(says(words(Language::Vietnamese)), says(words(Language::English))))
}

pub(super) fn entry(
    unit_id: &str,
    act: &'static str,
    subject: &'static str,
    id: &str,
    detail: Option<String>,
) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject, subject_id: id.to_owned(), detail }
}
