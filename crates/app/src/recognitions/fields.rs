//! The form of a recognition, and reading it.

use super::labels;
use super::results::{Offered, code};
use super::under::Under;
use super::words::Words;
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::{Refusal, show};
use chrono::{NaiveDate, NaiveDateTime};
use thidua_domain::basics::text::fold;
use thidua_domain::people::Person;
use thidua_domain::recognitions::{Channel, Purpose, State};
use thidua_store::people::{AskedPeople, Within};
use thidua_store::recognitions::Recognition;
use thidua_store::waves::LedWave;

/// People of one name that are offered.
const OFFERED: usize = 20;
/// The choice of a name without a record.
const NAME_ONLY: &str = "none";

/// What the form offers to choose from.
pub(super) struct Choices {
    pub(super) results: Vec<Offered>,
    pub(super) waves: Vec<LedWave>,
    /// People of the register with the name that is typed: identifier, name, how each is told from the others.
    people: Vec<(String, String, String)>,
}

/// Everything to choose from, for the name that stands in the form.
pub(super) async fn choices(app: &App, under: &Under, name: &str) -> Result<Choices, Refusal> {
    let movements = app.store.movements(&under.view.plan.id).await?;
    let mut waves = Vec::new();
    for movement in &movements {
        waves.extend(app.store.waves_of_movement(&movement.id).await?);
    }
    waves.retain(|led| led.withdrawn.is_none());
    Ok(Choices {
        results: super::results::offered(app, under).await?,
        waves,
        people: alike(app, under, name).await?,
    })
}

/// Records of exactly this name in the branch of the authority, or of the units for which somebody writes.
async fn alike(app: &App, under: &Under, name: &str) -> Result<Vec<(String, String, String)>, Refusal> {
    if name.trim().is_empty() {
        return Ok(Vec::new());
    }
    let branches = if under.whole {
        vec![under.view.plan.unit_id.clone()]
    } else {
        under.writes.iter().map(|unit| unit.id.clone()).collect()
    };
    let within = Within::Units { branches, alone: Vec::new() };
    let asked = AskedPeople { within, words: name.to_owned(), category: None, kind: None, standing: None };
    let (found, _) = app.store.find_people(&asked, 0, OFFERED).await?;
    let same = |one: &Person| fold(&one.name) == fold(name.trim()) && one.merged_into.is_none();
    let found: Vec<Person> = found.into_iter().filter(same).collect();
    let units: Vec<String> = found.iter().filter_map(|one| one.post.unit_id.clone()).collect();
    let units = crate::office::reach::names(app, units.iter()).await?;
    let row = |one: Person| {
        let unit = one.post.unit_id.as_ref().and_then(|id| units.get(id)).cloned().unwrap_or_default();
        let parts = [one.name.clone(), one.birth(), one.post.title.clone().unwrap_or_default(), unit];
        let label = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        (one.id, one.name, label)
    };
    Ok(found.into_iter().map(row).collect())
}

fn tick(yes: bool) -> &'static str {
    if yes { "yes" } else { "" }
}

/// The fields that say when, by whom and how somebody was recognised.
pub(super) fn given(of: Option<&Recognition>, w: &'static Words) -> Vec<Field> {
    let text = |of_it: fn(&Recognition) -> Option<String>| of.and_then(of_it).unwrap_or_default();
    let mut fields = vec![
        Field::new("day", w.day, Input::Day, show::day(of.and_then(|of| of.day))),
        Field::new("given_by", w.given_by, Input::Line, text(|of| of.given_by.clone())).hint(w.given_by_hint),
    ];
    for (at, one) in Channel::ALL.iter().enumerate() {
        let told = of.is_some_and(|of| of.channels.contains(one));
        let field = Field::new(one.code(), labels::channel(*one, w), Input::Tick, tick(told));
        fields.push(if at == 0 { field.headed(w.channels, w.channels_hint) } else { field });
    }
    fields.push(Field::new("told", w.told, Input::Line, text(|of| of.told.clone())));
    fields
}

/// Whether the form asks for the recognition itself: of the authority, for what is new or already recognised.
fn asks_given(under: &Under, of: Option<&Recognition>) -> bool {
    under.decides && of.is_none_or(|of| of.state == State::Recognised)
}

/// The fields of a recognition.
pub(super) fn fields(
    under: &Under,
    of: Option<&Recognition>,
    choices: &Choices,
    wave: &str,
    w: &'static Words,
) -> Vec<Field> {
    let text = |of_it: fn(&Recognition) -> Option<String>| of.and_then(of_it).unwrap_or_default();
    let mut fields = Vec::new();
    if of.is_none() && under.writes.len() > 1 {
        let units = under.writes.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
        fields.push(Field::new("from", w.from, Input::List(units), under.writes[0].id.clone()));
    }
    let mut units = vec![(String::new(), w.no_unit.to_owned())];
    units.extend(recognisable(under).map(|unit| (unit.id.clone(), unit.name.clone())));
    if let Some(id) = of.and_then(|of| of.whom_unit_id.clone())
        && !units.iter().any(|(known, _)| *known == id)
    {
        let name = under.unit(&id);
        units.push((id, name));
    }
    fields.push(
        Field::new("unit", w.whom_unit, Input::List(units), text(|of| of.whom_unit_id.clone()))
            .hint(w.whom_unit_hint),
    );
    let name = text(|of| of.whom_unit_id.is_none().then(|| of.whom.clone()));
    fields.push(Field::new("whom", w.whom, Input::Line, name).hint(w.whom_hint));
    if !choices.people.is_empty() {
        let mut people = vec![(String::new(), String::new()), (NAME_ONLY.to_owned(), w.person_none.to_owned())];
        people.extend(choices.people.iter().map(|(id, _, label)| (id.clone(), label.clone())));
        let chosen = of.map(|of| of.person_id.clone().unwrap_or_else(|| NAME_ONLY.to_owned()));
        fields.push(Field::new("person", w.person, Input::List(people), chosen.unwrap_or_default()));
    }
    let mut results = vec![(String::new(), w.no_result.to_owned())];
    results.extend(choices.results.iter().map(|one| (one.code(), one.label(w))));
    let result = of.and_then(|of| of.result.as_ref()).map(|(kind, id)| code(*kind, id)).unwrap_or_default();
    let mut waves = vec![(String::new(), w.no_wave.to_owned())];
    waves.extend(choices.waves.iter().map(|led| (led.id.clone(), led.wave.name.clone())));
    let wave = of.map_or_else(|| wave.to_owned(), |of| of.wave_id.clone().unwrap_or_default());
    fields.extend([
        Field::new("merit", w.merit, Input::Text, text(|of| Some(of.merit.clone()))).hint(w.merit_hint),
        Field::new("achieved_on", w.achieved_on, Input::Day, show::day(of.map(|of| of.achieved_on))),
        Field::new("result", w.result, Input::List(results), result).hint(w.result_hint),
        Field::new("wave", w.wave, Input::List(waves), wave),
    ]);
    for (at, one) in Purpose::ALL.iter().enumerate() {
        let meant = of.is_some_and(|of| of.purposes.contains(one));
        let mut field = Field::new(one.code(), labels::purpose(*one, w), Input::Tick, tick(meant));
        if *one == Purpose::Exemplar {
            field = field.hint(w.exemplar_hint);
        }
        fields.push(if at == 0 { field.headed(w.purposes, w.purposes_hint) } else { field });
    }
    fields.push(Field::new("purpose", w.purpose, Input::Line, text(|of| of.purpose.clone())));
    if asks_given(under, of) {
        let mut given = given(of, w);
        if of.is_none() {
            given[0].heading = Some((w.given, w.given_hint));
        }
        fields.extend(given);
    }
    fields
}

/// The units that may be recognised: those below, and for a unit below only itself.
fn recognisable(under: &Under) -> impl Iterator<Item = &thidua_domain::units::Unit> {
    under.below.iter().filter(|unit| under.whole || under.writes.iter().any(|own| own.id == unit.id))
}

/// Reads when, by whom and how; what is wrong stays with the reader. Without a day nothing of it is taken.
pub(super) fn read_given(reader: &mut Reader<'_>, it: &mut Recognition, today: NaiveDate, w: &'static Words) {
    it.day = reader.day("day");
    it.given_by = reader.text("given_by");
    it.channels = Channel::ALL.iter().copied().filter(|one| reader.tick(one.code())).collect();
    it.told = reader.text("told");
    match it.day {
        Some(day) if day > today => reader.problem("day", w.future),
        Some(day) if day < it.achieved_on => reader.problem("day", w.before_merit),
        _ => {}
    }
    if it.day.is_some() && it.given_by.is_none() {
        reader.required("given_by");
    }
    if it.day.is_none() && (it.given_by.is_some() || !it.channels.is_empty() || it.told.is_some()) {
        reader.required("day");
    }
}

/// Who is meant: a unit, a record of the register, or only a name.
fn read_whom(
    under: &Under,
    before: Option<&Recognition>,
    choices: &Choices,
    reader: &mut Reader<'_>,
    it: &mut Recognition,
    w: &'static Words,
) {
    let kept = before.and_then(|before| before.whom_unit_id.as_deref());
    let unit = reader.code("unit", |id| {
        let known = recognisable(under).find(|unit| unit.id == id).map(|unit| unit.name.clone());
        known.or_else(|| (kept == Some(id)).then(|| under.unit(id))).map(|name| (id.to_owned(), name))
    });
    let name = reader.name("whom");
    match (unit, name) {
        (Some((id, name)), None) => (it.whom, it.whom_unit_id) = (name, Some(id)),
        (Some(_), Some(_)) => reader.problem("whom", w.whom_two),
        (None, None) => reader.problem("whom", w.whom_needed),
        (None, Some(name)) => {
            it.whom = name;
            let chosen = reader.text("person");
            let found = match chosen.as_deref() {
                Some(NAME_ONLY) => None,
                Some(id) => {
                    let found = choices.people.iter().find(|(known, _, _)| known == id);
                    if found.is_none() {
                        reader.problem("person", w.person_choose);
                    }
                    found
                }
                None if choices.people.len() > 1 => {
                    reader.problem("person", w.person_choose);
                    None
                }
                None => choices.people.first(),
            };
            if let Some((id, name, _)) = found {
                (it.whom, it.person_id) = (name.clone(), Some(id.clone()));
            }
        }
    }
}

/// Reads the form; what is wrong stays with the reader.
pub(super) fn read(
    under: &Under,
    before: Option<&Recognition>,
    choices: &Choices,
    reader: &mut Reader<'_>,
    w: &'static Words,
) -> Recognition {
    let own = &under.view.plan.unit_id;
    let first = under.writes.iter().find(|unit| unit.id == *own).or(under.writes.first());
    let from = if under.writes.len() > 1 && before.is_none() {
        reader.code("from", |id| under.writes.iter().find(|unit| unit.id == id)).or(first)
    } else {
        first
    };
    let mut it = Recognition {
        id: String::new(),
        movement_id: under.view.movement.id.clone(),
        wave_id: None,
        unit_id: from.map_or_else(|| own.clone(), |unit| unit.id.clone()),
        whom: String::new(),
        whom_unit_id: None,
        person_id: None,
        merit: reader.required("merit"),
        achieved_on: NaiveDate::MIN,
        result: None,
        purposes: Purpose::ALL.iter().copied().filter(|one| reader.tick(one.code())).collect(),
        purpose: reader.text("purpose"),
        state: State::Proposed,
        day: None,
        given_by: None,
        channels: Vec::new(),
        told: None,
        withdrawn: None,
        proposed_by: None,
        proposed_name: None,
        version: 0,
        account_name: String::new(),
        written_at: NaiveDateTime::MIN,
    };
    read_whom(under, before, choices, reader, &mut it, w);
    match reader.day("achieved_on") {
        Some(day) if day > under.today => reader.problem("achieved_on", w.future),
        Some(day) => it.achieved_on = day,
        None => {
            reader.required("achieved_on");
        }
    }
    // what it rested on stays choosable, even where it is not offered any more
    let kept = before.and_then(|before| before.result.clone());
    it.result = reader.code("result", |typed| {
        let offered = choices.results.iter().find(|one| one.code() == typed).map(|one| (one.kind, one.id.clone()));
        offered.or_else(|| kept.clone().filter(|(kind, id)| code(*kind, id) == typed))
    });
    let led = reader.code("wave", |id| choices.waves.iter().find(|led| led.id == id));
    it.wave_id = led.map(|led| led.id.clone());
    if it.purposes.is_empty() {
        reader.problem(Purpose::Encourage.code(), w.purpose_needed);
    }
    if asks_given(under, before) {
        read_given(reader, &mut it, under.today, w);
        if before.is_some() && it.day.is_none() {
            reader.required("day");
        }
        if it.day.is_some() {
            it.state = State::Recognised;
        }
    }
    if let Some(before) = before {
        let of = before.clone();
        (it.id, it.movement_id, it.unit_id, it.state) = (of.id, of.movement_id, of.unit_id, of.state);
    }
    it
}

/// The name in a form that was sent.
pub(super) fn typed_name(typed: &Typed) -> &str {
    typed.get("whom").map_or("", String::as_str)
}
