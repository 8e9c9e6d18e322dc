//! Calling a meeting: the council, the day, the round; its members are those of the decision that holds on the day.

use super::conflicts::record;
use super::list::render;
use super::words::{Words, words};
use crate::App;
use crate::councils::actions::all;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, FormView};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Request, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::councils::{BodyKind, composition};
use thidua_domain::voting::meeting::{Presence, State as Standing};
use thidua_store::audit::Entry;
use thidua_store::meetings::{Meeting, MeetingMember};
use thidua_store::{StoreError, Within};

/// Names of the councils of an authority.
async fn bodies(app: &App, unit_id: &str) -> Result<Vec<(String, String)>, StoreError> {
    let within = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    let votes = |kind: BodyKind| matches!(kind, BodyKind::EmulationCouncil | BodyKind::InitiativeCouncil);
    let bodies = app.store.bodies(&within).await?.into_iter().filter(|one| votes(one.kind));
    Ok(bodies.map(|one| (one.id, one.name)).collect())
}

/// The form; none where there is no council.
pub(super) async fn form(app: &App, unit_id: &str, w: &'static Words) -> Result<Option<FormView>, Refusal> {
    let bodies = bodies(app, unit_id).await?;
    if bodies.is_empty() {
        return Ok(None);
    }
    let mut rounds = vec![(String::new(), w.no_round.to_owned())];
    rounds.extend(app.store.meeting_rounds(unit_id).await?.into_iter().map(|one| (one.id, one.name)));
    let (body, round) = (bodies[0].0.clone(), rounds.get(1).map(|one| one.0.clone()).unwrap_or_default());
    let fields = vec![
        Field::new("body", w.body, Input::List(bodies), body),
        Field::new("name", w.name, Input::Line, "").hint(w.name_hint),
        Field::new("held_on", w.day, Input::Day, ""),
        Field::new("place", w.place, Input::Line, ""),
        Field::new("round", w.round, Input::List(rounds), round),
    ];
    Ok(Some(FormView::new("/meetings", 0, fields, w.call)))
}

/// Who sits in the council on the day, each with their record where it is the only one of that name.
pub(super) async fn sitting(
    app: &App,
    unit_id: &str,
    body_id: &str,
    day: NaiveDate,
) -> Result<Vec<MeetingMember>, Refusal> {
    let within = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    let known = all(app, &within, day).await?.into_iter().find(|one| one.body.id == body_id);
    let times = known.map(|one| one.times()).unwrap_or_default();
    let mut members = Vec::new();
    for (member, position) in composition(&times, day).into_iter().zip(1_i64..) {
        let person_id = match &member.person_id {
            Some(id) => Some(id.clone()),
            None => record(app, unit_id, &member.name).await?,
        };
        members.push(MeetingMember {
            position,
            seat: member.seat,
            name: member.name.clone(),
            person_id,
            unit_name: member.unit.clone(),
            attendance: Presence::Present,
        });
    }
    Ok(members)
}

/// `POST /meetings`.
pub(crate) async fn call(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let unit = app.own_unit(&visitor, Act::RunMeeting, None).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let Some(form) = form(&app, &unit, w).await? else { return Err(super::door::invalid(|w| w.no_bodies)) };
    let bodies = bodies(&app, &unit).await?;
    let rounds = app.store.meeting_rounds(&unit).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let body = reader.code("body", |id| bodies.iter().find(|one| one.0 == id).map(|one| one.0.clone()));
    let name = reader.required_name("name");
    let held_on = reader.day("held_on");
    let place = reader.name("place");
    let round = reader.code("round", |id| rounds.iter().find(|one| one.id == id));
    if body.is_none() {
        reader.required("body");
    }
    if held_on.is_none() {
        reader.required("held_on");
    }
    let mut members = Vec::new();
    if let (Some(body), Some(day)) = (&body, held_on) {
        members = sitting(&app, &unit, body, day).await?;
        if members.is_empty() {
            reader.problem("held_on", w.nobody);
        }
    }
    let (Some(body_id), Some(held_on), true) = (body, held_on, reader.fine()) else {
        return render(&app, &caller, &visitor, Some(form.back(reader, Came::Refused))).await;
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let it = Meeting {
        id: change.new_id(),
        unit_id: unit.clone(),
        body_id,
        round_id: round.map(|round| round.id.clone()),
        name,
        held_on,
        place,
        state: Standing::Called,
        closed_at: None,
        minutes: None,
        illustrative: round.is_some_and(|round| round.illustrative),
        version: 0,
        account_name: String::new(),
        written_at: change.author().at,
    };
    change.add_meeting(&it, &members).await?;
    let day = crate::face::show::day(Some(held_on));
    let vi = words(Language::Vietnamese);
    let entry = Entry {
        unit_id: Some(unit),
        act: "meeting.called",
        subject: "meeting",
        subject_id: it.id.clone(),
        detail: Some(format!("{}, {day}, {} {}", it.name, members.len(), vi.members)),
    };
    change.commit(entry).await?;
    go(format!("/meetings/{}?done=saved", it.id))
}
