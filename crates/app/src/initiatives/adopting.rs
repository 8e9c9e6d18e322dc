//! Who adopted an initiative confirms it; units below are asked to adopt it and say when they have.

use super::door::{Door, door};
use super::one::{Asked, Which, again, render};
use super::stepping::refusal;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::Came;
use crate::office::receiving::{keep, receive, register};
use crate::office::{reach, words as office};
use crate::recognitions::learning_label;
use axum::extract::{Path, Query, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::initiatives::State as Standing;
use thidua_domain::recognitions::learning;
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::initiatives::{Adoption, Confirmation};

/// A unit that is to adopt it, as it is shown.
pub(super) struct AdoptionRow {
    pub(super) name: String,
    pub(super) until: String,
    pub(super) class: &'static str,
    pub(super) standing: String,
    pub(super) done_on: String,
    pub(super) said: String,
    pub(super) write: Option<String>,
}

/// The unit of which this person says what it adopted.
pub(super) fn told<'a>(door: &'a Door, visitor: &Visitor, unit: &str) -> Option<&'a Adoption> {
    let found = door.adoptions.iter().find(|one| one.unit_id == unit)?;
    let theirs = visitor.actor.may_in(Act::DoTask, unit) || !door.spreads.is_empty();
    (door.it.state == Standing::Recognised && theirs).then_some(found)
}

pub(super) fn adoption_rows(door: &Door, visitor: &Visitor, language: Language) -> Vec<AdoptionRow> {
    let seen = |one: &&Adoption| door.whole || visitor.actor.may_in(Act::Look, &one.unit_id);
    let row = |one: &Adoption| {
        let stands = learning(one.done_on, Some(one.until), door.today, &door.calendar).value;
        let (class, standing) = learning_label(stands, language);
        AdoptionRow {
            name: door.names_of(&one.unit_id),
            until: show::day(Some(one.until)),
            class,
            standing,
            done_on: show::day(one.done_on),
            said: one.said.clone().unwrap_or_default(),
            write: told(door, visitor, &one.unit_id)
                .map(|one| format!("/initiatives/{}?do=adopted&unit={}#do", door.it.id, one.unit_id)),
        }
    };
    door.adoptions.iter().filter(seen).map(row).collect()
}

pub(super) fn confirm_fields(door: &Door, w: &'static Words) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut units: Vec<(String, String)> =
        door.confirms.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
    let first = if door.submits || door.appraises {
        String::new()
    } else {
        units.first().map(|one| one.0.clone()).unwrap_or_default()
    };
    if !units.is_empty() {
        units.insert(0, (String::new(), w.by_unit_hint.to_owned()));
        fields.push(Field::new("unit", w.from_unit, Input::List(units), first));
    }
    if door.submits || door.appraises {
        fields.push(Field::new("by_unit", w.by_unit, Input::Line, "").hint(w.by_unit_hint));
    }
    fields.extend([
        Field::new("dated", w.confirm_day, Input::Day, show::day(Some(door.today))),
        Field::new("says", w.confirm_says, Input::Text, ""),
    ]);
    fields
}

pub(super) fn spread_fields(w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("units", w.units, Input::Text, "").hint(w.units_hint),
        Field::new("until", w.until, Input::Day, ""),
    ]
}

pub(super) fn adopted_fields(of: &Adoption, w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("done_on", w.done_on, Input::Day, show::day(of.done_on)).hint(w.done_hint),
        Field::new("said", w.said, Input::Text, of.said.clone().unwrap_or_default()),
    ]
}

/// `POST /initiatives/{id}/confirmations`.
pub(crate) async fn confirm(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(Which::Confirm);
    if !door.may(Which::Confirm, &visitor, &asked) {
        return Err(refusal(&door, Which::Confirm));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let unit = reader.code("unit", |id| door.confirms.iter().find(|unit| unit.id == id));
    let by_unit = match unit {
        Some(unit) => unit.name.clone(),
        None if door.submits || door.appraises => {
            let name = reader.required_name("by_unit");
            if fold(&name) == fold(&door.unit.name) {
                reader.problem("by_unit", w.other_place);
            }
            if sent.file.is_none() {
                reader.problem("file", w.paper_needed);
            }
            name
        }
        None => {
            reader.required("unit");
            String::new()
        }
    };
    let dated = reader.day("dated");
    match dated {
        None => {
            reader.required("dated");
        }
        Some(day) if day > door.today => reader.problem("dated", w.future),
        Some(_) => {}
    }
    let says = reader.required("says");
    let (true, Some(dated)) = (reader.fine(), dated) else {
        let form = door.form(&app, Which::Confirm, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Confirm, form))).await;
    };
    let unit_id = unit.map(|unit| unit.id.clone());
    let kept = keep(&app, sent.file).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    let confirmation = Confirmation {
        id: change.new_id(),
        initiative_id: id.clone(),
        by_unit,
        unit_id,
        says,
        dated,
        file_digest: kept.as_ref().map(|kept| kept.digest.clone()),
        file_name: kept.as_ref().map(|kept| kept.name.clone()),
    };
    change.add_initiative_confirmation(&confirmation).await?;
    let detail = format!("{}: {}", door.it.title, confirmation.by_unit);
    change.commit(door.entry("initiative.confirmed", detail)).await?;
    go(format!("/initiatives/{id}?done=saved"))
}

/// The units below those for which somebody spreads it.
async fn below(app: &App, door: &Door) -> Result<Vec<Unit>, Refusal> {
    let mut found: Vec<Unit> = Vec::new();
    for unit in &door.spreads {
        for one in reach::below(app, unit, door.today).await? {
            if one.id != door.it.unit_id && !found.iter().any(|known| known.id == one.id) {
                found.push(one);
            }
        }
    }
    Ok(found)
}

/// `POST /initiatives/{id}/adoptions`.
pub(crate) async fn spread(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(Which::Spread);
    if !door.may(Which::Spread, &visitor, &asked) {
        return Err(refusal(&door, Which::Spread));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let all = below(&app, &door).await?;
    let typed = reader.text("units").unwrap_or_default();
    let mut units: Vec<String> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match all.iter().find(|unit| fold(&unit.name) == fold(line)) {
            Some(unit) if units.contains(&unit.id) => {}
            Some(unit) => units.push(unit.id.clone()),
            None => reader.problem("units", w.unit_unknown.replace("{name}", line)),
        }
    }
    if typed.is_empty() {
        units = all.iter().map(|unit| unit.id.clone()).collect();
        if units.is_empty() {
            reader.problem("units", w.no_units);
        }
    }
    let until = reader.day("until");
    if until.is_none() {
        reader.required("until");
    }
    reader.ask_passed("until", until, door.today);
    let (true, Some(until)) = (reader.fine(), until) else {
        let form = door.form(&app, Which::Spread, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Spread, form))).await;
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.ask_adoption(&id, &units, until).await?;
    let detail = format!("{}: {} ({})", door.it.title, units.len(), show::day(Some(until)));
    change.commit(door.entry("initiative.spread", detail)).await?;
    go(format!("/initiatives/{id}?done=saved"))
}

/// `POST /initiatives/{id}/adopted?unit=…`.
pub(crate) async fn adopted(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(query): Query<Asked>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let mut asked = Asked::of(Which::Adopted);
    asked.unit = query.unit;
    let before = told(&door, &visitor, &asked.unit).ok_or(Refusal::NotAllowed)?.clone();
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let done_on = reader.day("done_on");
    if done_on.is_some_and(|day| day > door.today) {
        reader.problem("done_on", w.future);
    }
    let said = reader.text("said");
    if !reader.fine() {
        let form = door.form(&app, Which::Adopted, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Adopted, form))).await;
    }
    let after = Adoption { done_on, said, version: sent.seen(), ..before };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_adoption(&id, &after).await {
        Ok(()) => {
            let detail = format!("{}: {}", door.names_of(&after.unit_id), show::day(done_on));
            change.commit(door.entry("initiative.adopted", detail)).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}
