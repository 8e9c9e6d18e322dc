//! Entering an item, correcting it, taking it a step on.

use super::pages::{self, Asked, Marked, item_for};
use super::{labels, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::tasks::actions::today;
use crate::tasks::entry::around;
use axum::Form;
use axum::extract::State;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::tasks::bottlenecks::{Field as Kind, Refused, State as ItemState};
use thidua_store::audit::Entry;
use thidua_store::bottlenecks::{Bottleneck, BottleneckText};
use thidua_store::{Author, StoreError};

/// The authority whose register this person keeps.
pub(super) async fn keeper(app: &App, visitor: &Visitor) -> Result<Option<String>, Refusal> {
    match app.own_unit(visitor, Act::ManageTasks, None).await {
        Ok(unit) => Ok(Some(unit)),
        Err(Refusal::NotAllowed | Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The form.
pub(super) async fn fields(
    app: &App,
    w: &'static words::Words,
    unit_id: &str,
    text: Option<&BottleneckText>,
    today: NaiveDate,
) -> Result<Vec<Field>, Refusal> {
    let of = |get: fn(&BottleneckText) -> Option<String>| text.and_then(get).unwrap_or_default();
    let kinds = Kind::ALL.map(|one| (one.code(), labels::field(one, w))).into();
    let blank = |label: &str| (String::new(), label.to_owned());
    let units = std::iter::once(blank(w.choose_unit))
        .chain(around(app, unit_id).await?.into_iter().map(|unit| (unit.id, unit.name)))
        .collect();
    let mut tasks = vec![blank(w.task_none)];
    tasks.extend(app.store.tasks_given_by(Some(&[unit_id])).await?.into_iter().map(|task| {
        let short: String = task.text.work.chars().take(90).collect();
        (task.id, short)
    }));
    let mut waves = vec![blank(w.wave_none)];
    for line in app.store.plans(Some(&[unit_id])).await? {
        if let Some(plan) = app.store.plan(&line.id).await? {
            let number = line.number_symbol.unwrap_or_default();
            waves.extend(
                plan.draft.waves.iter().enumerate().map(|(position, wave)| {
                    (format!("{}:{position}", plan.id), format!("{} ({number})", wave.name))
                }),
            );
        }
    }
    let wave = text.and_then(|text| text.wave.as_ref()).map(|(plan, wave)| format!("{plan}:{wave}"));
    let mut fields = vec![
        Field::new("name", w.name, Input::Line, of(|text| Some(text.name.clone()))).hint(w.name_hint),
        Field::new("field", w.field, Input::Choice(kinds), of(|text| Some(text.field.code().to_owned()))),
        Field::new("place", w.place, Input::Line, of(|text| text.place.clone())),
        Field::new("description", w.description, Input::Text, of(|text| text.description.clone())),
        Field::new("arisen", w.arisen, Input::Day, text.map_or(short(today), |text| short(text.arisen)))
            .hint(w.arisen_hint),
        Field::new("direction", w.direction, Input::Text, of(|text| text.direction.clone())),
        Field::new("owner", w.owner_unit, Input::List(units), of(|text| text.owner_unit_id.clone())),
        Field::new("person", w.owner_name, Input::Line, of(|text| text.owner_name.clone())),
        Field::new("due", w.due, Input::Day, text.and_then(|text| text.due).map(short).unwrap_or_default()),
    ];
    if tasks.len() > 1 {
        fields.push(Field::new("task", w.task, Input::List(tasks), of(|text| text.task_id.clone())));
    }
    if waves.len() > 1 {
        fields.push(Field::new("wave", w.wave, Input::List(waves), wave.unwrap_or_default()));
    }
    Ok(fields)
}

/// Only what the form offers is taken.
fn offered(reader: &mut Reader<'_>, fields: &[Field], name: &'static str) -> Option<String> {
    let typed = reader.text(name)?;
    let known = fields.iter().any(|field| {
        field.name == name
            && matches!(&field.input, Input::List(options) if options.iter().any(|(code, _)| *code == typed))
    });
    known.then_some(typed)
}

fn read(
    reader: &mut Reader<'_>,
    fields: &[Field],
    w: &'static words::Words,
    today: NaiveDate,
    before: Option<&BottleneckText>,
) -> BottleneckText {
    let arisen = reader.day("arisen").unwrap_or(today);
    if arisen > today {
        reader.problem("arisen", w.arisen_future);
    }
    let due = reader.day("due");
    reader.ask_passed("due", due.filter(|due| before.and_then(|text| text.due) != Some(*due)), today);
    let wave = offered(reader, fields, "wave").and_then(|both| {
        let (plan, position) = both.split_once(':')?;
        Some((plan.to_owned(), position.parse().ok()?))
    });
    BottleneckText {
        field: reader.code("field", Kind::from_code).unwrap_or(Kind::Other),
        name: reader.required("name"),
        place: reader.text("place"),
        description: reader.text("description"),
        arisen,
        owner_unit_id: offered(reader, fields, "owner"),
        owner_name: reader.text("person"),
        direction: reader.text("direction"),
        due,
        task_id: offered(reader, fields, "task"),
        wave,
    }
}

fn entry(id: &str, unit_id: &str, act: &'static str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "bottleneck", subject_id: id.to_owned(), detail }
}

/// `POST /bottlenecks`: kept as a draft, whatever is missing.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let unit_id = app.own_unit(&visitor, Act::ManageTasks, None).await?;
    let w = words::words(caller.preferences.language);
    let day = today(&app);
    let fields = fields(&app, w, &unit_id, None, day).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let text = read(&mut reader, &fields, w, day, None);
    if !reader.fine() {
        let fields = reader.mark(fields);
        return pages::list(&app, &caller, &visitor, &Asked::default(), Some(fields)).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let id = change.new_id();
    change.add_bottleneck(&id, &unit_id, &text).await?;
    change.commit(entry(&id, &unit_id, "bottleneck.added", Some(text.name.clone()))).await?;
    go(format!("/bottlenecks/{id}?done=saved"))
}

/// The item that a form is about, where its sender keeps the register.
async fn kept_item(sent: &Sent) -> Result<Bottleneck, Refusal> {
    let (item, manage) = item_for(&sent.app, &sent.visitor, &sent.id).await?;
    if manage { Ok(item) } else { Err(Refusal::NotAllowed) }
}

/// `POST /bottlenecks/{id}`: corrects.
pub(crate) async fn edit(sent: Sent) -> Answer {
    let item = kept_item(&sent).await?;
    let seen = sent.seen();
    let Sent { app, caller, visitor, id, typed, .. } = sent;
    let w = words::words(caller.preferences.language);
    let day = today(&app);
    let blank = fields(&app, w, &item.unit_id, Some(&item.text), day).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let text = read(&mut reader, &blank, w, day, Some(&item.text));
    if item.state == ItemState::Open && !text.missing().is_empty() {
        reader.problem("name", format!("{} {}.", w.stays_complete, labels::needs(&text.missing(), w)));
    }
    if matches!(item.state, ItemState::Removed | ItemState::Dropped) {
        return one_says(&app, &caller, &visitor, &id, w.refused_arrow.to_owned(), String::new(), false).await;
    }
    if !reader.fine() {
        let marked = Marked { fields: Some(reader.mark(blank)), ..Marked::default() };
        return pages::one(&app, &caller, &visitor, &id, marked).await;
    }
    match correct(&app, visitor.author((app.clock)()), &id, &item.unit_id, seen, &text).await {
        Ok(()) => go(format!("/bottlenecks/{id}?done=saved")),
        // what was typed stays in the fields; what the other person wrote stands beside each that differs
        Err(StoreError::ChangedMeanwhile) => {
            let newest = app.store.bottleneck(&id).await?.ok_or(Refusal::NotFound)?;
            let fields = fields(&app, w, &newest.unit_id, Some(&newest.text), day).await?;
            reader.beside(&fields, |value| format!("{} {}", w.newest, value));
            let marked = Marked {
                fields: Some(reader.mark(fields)),
                says: Some(w.changed.to_owned()),
                conflict: true,
                ..Marked::default()
            };
            pages::one(&app, &caller, &visitor, &id, marked).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn correct(
    app: &App,
    author: Author,
    id: &str,
    unit_id: &str,
    seen: i64,
    text: &BottleneckText,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_bottleneck(id, seen, text).await?;
    change.commit(entry(id, unit_id, "bottleneck.corrected", Some(text.name.clone()))).await
}

async fn one_says(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    says: String,
    note: String,
    conflict: bool,
) -> Answer {
    pages::one(app, caller, visitor, id, Marked { says: Some(says), note, conflict, ..Marked::default() }).await
}

/// `POST /bottlenecks/{id}/step`.
pub(crate) async fn step(sent: Sent) -> Answer {
    let item = kept_item(&sent).await?;
    let seen = sent.seen();
    let note = sent.text("note")?;
    let Sent { app, caller, visitor, id, typed, .. } = sent;
    let w = words::words(caller.preferences.language);
    let Some(to) = typed.get("to").and_then(|to| ItemState::from_code(to)) else {
        return one_says(&app, &caller, &visitor, &id, w.refused_arrow.to_owned(), String::new(), false).await;
    };
    let kept = note.clone().unwrap_or_default();
    if let Err(refused) = item.state.step(to, item.text.missing(), note.as_deref()) {
        let says = match refused {
            Refused::NoArrow(_) => w.refused_arrow.to_owned(),
            Refused::Needs(missing) => w.refused_needs.replace("{missing}", &labels::needs(&missing, w)),
            Refused::NeedsReason => w.refused_reason.to_owned(),
        };
        return one_says(&app, &caller, &visitor, &id, says, kept, false).await;
    }
    let vietnamese = words::words(Language::Vietnamese);
    let arrow = format!("{} → {}", labels::state(item.state, vietnamese), labels::state(to, vietnamese));
    let detail = note.as_ref().map_or_else(|| arrow.clone(), |note| format!("{arrow}: {note}"));
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.step_bottleneck(&id, seen, item.state, to, note.as_deref()).await {
        Ok(()) => {
            change.commit(entry(&id, &item.unit_id, "bottleneck.stepped", Some(detail))).await?;
            go(format!("/bottlenecks/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            one_says(&app, &caller, &visitor, &id, w.changed_step.to_owned(), kept, true).await
        }
        Err(other) => Err(other.into()),
    }
}
