//! Entering an event and correcting it; its day dates the peak wave that is tied to it.

use super::words::{Words, words};
use super::{labels, list, one};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::receive;
use crate::office::{reach, words as office};
use axum::extract::{Path, Request, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::events::{EventKind, dated, read_ordinal};
use thidua_domain::movements::State as MovementState;
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::events::Event;
use thidua_store::waves::LedWave;
use thidua_store::{Author, Change, StoreError};

/// The open waves of the movements of an authority.
async fn waves(app: &App, unit_id: &str) -> Result<Vec<LedWave>, StoreError> {
    let mut found = Vec::new();
    for plan in app.store.plans(Some(&[unit_id])).await? {
        let state = plan.movement_state.as_deref().and_then(MovementState::from_code);
        if let (Some(movement), true) = (plan.movement_id, state != Some(MovementState::Closed)) {
            let led = app.store.waves_of_movement(&movement).await?;
            found.extend(led.into_iter().filter(|led| led.withdrawn.is_none()));
        }
    }
    Ok(found)
}

fn fields(
    unit: &Unit,
    of: Option<&Event>,
    waves: &[LedWave],
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Vec<Field> {
    let text = |of_it: fn(&Event) -> Option<String>| of.and_then(of_it).unwrap_or_default();
    let day = |day: fn(&Event) -> Option<NaiveDate>| show::day(of.and_then(day));
    let kinds = EventKind::ALL.iter().map(|kind| (kind.code(), labels::kind(*kind, w))).collect();
    let levels = IssuerLevel::ALL.iter().map(|level| (level.code(), show::level(*level, c))).collect();
    let mut list = vec![(String::new(), w.no_wave.to_owned())];
    list.extend(waves.iter().map(|led| (led.id.clone(), led.wave.name.clone())));
    let mut fields = vec![
        Field::new("kind", w.kind, Input::Choice(kinds), of.map_or(EventKind::Congress, |of| of.kind).code()),
        Field::new("ordinal", w.ordinal, Input::Number, text(|of| of.ordinal.map(|n| n.to_string())))
            .hint(w.ordinal_hint),
        Field::new("name", w.name, Input::Line, text(|of| Some(of.name.clone()))).hint(w.name_hint),
        Field::new("level", w.level, Input::Choice(levels), of.map_or(unit.level, |of| of.level).code()),
        Field::new("day", w.day, Input::Day, day(|of| of.day)).hint(w.day_hint),
        Field::new("last_day", w.last_day, Input::Day, day(|of| of.last_day)).hint(w.last_day_hint),
        Field::new("place", w.place, Input::Line, text(|of| of.place.clone())),
        Field::new("below_by", w.below_by, Input::Day, day(|of| of.below_by)).hint(w.below_by_hint),
        Field::new("programme", w.programme, Input::Text, text(|of| of.programme.clone())).hint(w.programme_hint),
        Field::new("wave", w.wave, Input::List(list), text(|of| of.wave_id.clone())).hint(w.wave_hint),
    ];
    if of.is_some() {
        fields.push(Field::new("result", w.result, Input::Text, text(|of| of.result.clone())));
        fields.push(
            Field::new("withdrawn", w.withdrawn, Input::Line, text(|of| of.withdrawn.clone()))
                .hint(w.withdrawn_hint),
        );
    }
    fields
}

/// The form for a new event, where this person may enter one.
pub(super) async fn new_form(
    app: &App,
    visitor: &Visitor,
    language: Language,
) -> Result<Option<FormView>, Refusal> {
    if !visitor.actor.may(Act::ManageWaves) {
        return Ok(None);
    }
    let unit_id = app.own_unit(visitor, Act::ManageWaves, None).await?;
    let unit = app.store.unit(&unit_id).await?.ok_or(Refusal::NotFound)?;
    let (w, c) = (words(language), crate::face::words::words(language));
    let fields = fields(&unit, None, &waves(app, &unit_id).await?, w, c);
    Ok(Some(FormView::new("/events", 0, fields, w.add)))
}

/// The form that corrects an event.
pub(super) async fn form(app: &App, event: &Event, language: Language) -> Result<FormView, Refusal> {
    let unit = app.store.unit(&event.unit_id).await?.ok_or(Refusal::NotFound)?;
    let (w, c) = (words(language), crate::face::words::words(language));
    let fields = fields(&unit, Some(event), &waves(app, &event.unit_id).await?, w, c);
    Ok(FormView::new(format!("/events/{}", event.id), event.version, fields, w.save))
}

/// Reads the form; what is wrong stays with the reader.
fn read(
    unit_id: &str,
    before: Option<&Event>,
    waves: &[LedWave],
    today: NaiveDate,
    reader: &mut Reader<'_>,
    w: &'static Words,
    o: &'static office::Words,
) -> Event {
    let kind = reader.code("kind", EventKind::from_code).unwrap_or(EventKind::Congress);
    let ordinal = reader.text("ordinal").and_then(|typed| {
        let read = read_ordinal(&typed).map(i64::from);
        if read.is_none() {
            reader.problem("ordinal", w.ordinal_bad);
        }
        read
    });
    let name = reader.text("name");
    if let Some(name) = &name
        && name.chars().count() > 200
    {
        reader.required_name("name");
    }
    let wave = reader.code("wave", |id| waves.iter().find(|led| led.id == id));
    let event = Event {
        id: before.map(|before| before.id.clone()).unwrap_or_default(),
        unit_id: unit_id.to_owned(),
        kind,
        ordinal,
        name: name.unwrap_or_else(|| labels::usual_name(kind, ordinal, words(Language::Vietnamese))),
        level: reader.code("level", IssuerLevel::from_code).unwrap_or(IssuerLevel::Other),
        day: reader.day("day"),
        last_day: reader.day("last_day"),
        place: reader.text("place"),
        below_by: reader.day("below_by"),
        programme: reader.text("programme"),
        result: reader.text("result"),
        wave_id: wave.map(|led| led.id.clone()),
        withdrawn: before.and_then(|_| reader.text("withdrawn")),
        version: 0,
    };
    match (event.day, event.last_day) {
        (None, Some(_)) => reader.problem("last_day", w.day_needed),
        (Some(day), Some(last)) if last < day => reader.problem("last_day", o.days_order),
        _ => {}
    }
    if let (Some(day), Some(by)) = (event.day, event.below_by)
        && by >= day
    {
        reader.problem("below_by", w.below_after);
    }
    if event.result.is_some() && event.day.is_none_or(|day| day > today) {
        reader.problem("result", w.result_early);
    }
    event
}

fn entry(event: &Event, act: &'static str, detail: String) -> Entry {
    Entry {
        unit_id: Some(event.unit_id.clone()),
        act,
        subject: "event",
        subject_id: event.id.clone(),
        detail: Some(detail),
    }
}

/// Writes an event with the day it gives to its wave, in one change.
async fn write(
    app: &App,
    author: Author,
    before: Option<&Event>,
    event: &mut Event,
    act: &'static str,
) -> Result<(), StoreError> {
    let change: Change = app.store.change(author).await?;
    if before.is_none() {
        event.id = change.new_id();
    }
    change.write_event(event).await?;
    if let Some(id) = event.wave_id.as_ref().filter(|_| event.withdrawn.is_none())
        && let Some(led) = app.store.wave(id).await?.filter(|led| led.closed.is_none() && led.withdrawn.is_none())
    {
        // the wave follows this event only while it is the one it was dated by
        let followed = before.filter(|before| before.wave_id == event.wave_id).and_then(|before| before.day);
        if let Some(wave) = dated(&led.wave, followed, event.day) {
            change.correct_wave(id, led.version, &wave).await?;
            let w = words(Language::Vietnamese);
            let says = w.wave_ends.replace("{wave}", &event.name).replace("{day}", &show::day(wave.to));
            let entry = Entry {
                unit_id: Some(event.unit_id.clone()),
                act: "wave.corrected",
                subject: "wave",
                subject_id: id.clone(),
                detail: Some(says),
            };
            change.note(entry).await?;
        }
    }
    let day = event.day.map(|day| format!(", {}", short(day))).unwrap_or_default();
    change.commit(entry(event, act, format!("{}{day}", event.name))).await
}

/// `POST /events`.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let unit_id = app.own_unit(&visitor, Act::ManageWaves, None).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let waves = waves(&app, &unit_id).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut event = read(&unit_id, None, &waves, reach::today(&app), &mut reader, w, o);
    if !reader.fine() {
        let form = new_form(&app, &visitor, language).await?.map(|form| form.back(reader, Came::Refused));
        return list::render(&app, &caller, &visitor, form).await;
    }
    write(&app, visitor.author((app.clock)()), None, &mut event, "event.added").await?;
    go(format!("/events/{}?done=saved", event.id))
}

/// `POST /events/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let before = one::event_for(&app, &visitor, &id).await?.event;
    app.require(&visitor, Act::ManageWaves, &before.unit_id).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let waves = waves(&app, &before.unit_id).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut event = read(&before.unit_id, Some(&before), &waves, reach::today(&app), &mut reader, w, o);
    if !reader.fine() {
        let form = form(&app, &before, language).await?.back(reader, Came::Refused);
        return one::render(&app, &caller, &visitor, &id, one::Marked::Event(form)).await;
    }
    event.version = sent.seen();
    match write(&app, visitor.author((app.clock)()), Some(&before), &mut event, "event.corrected").await {
        Ok(()) => go(format!("/events/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let newest = app.store.event(&id).await?.ok_or(Refusal::NotFound)?;
            let form = form(&app, &newest, language).await?;
            beside(&mut reader, &form.fields, o);
            let form = form.back(reader, Came::Changed);
            one::render(&app, &caller, &visitor, &id, one::Marked::Event(form)).await
        }
        Err(other) => Err(other.into()),
    }
}
