//! What units are to learn from an exemplar: the office writes it, each unit says when it has.

use super::labels;
use super::one::{Asked, Which, render};
use super::under::{Under, of_recognition};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Query, Request, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::recognitions::{Purpose, State as Standing, learning};
use thidua_store::StoreError;
use thidua_store::recognitions::{Lesson, LessonUnit, Recognition};

/// Units that a message names.
const NAMED: usize = 60;

/// What is to be learnt, as it is shown.
pub(super) struct LessonRow {
    pub(super) id: String,
    pub(super) what: String,
    pub(super) until: String,
    pub(super) withdrawn: Option<String>,
    pub(super) edit: Option<String>,
    pub(super) units: Vec<UnitRow>,
    pub(super) message: String,
}

/// A unit that learns, as it is shown.
pub(super) struct UnitRow {
    pub(super) name: String,
    pub(super) class: &'static str,
    pub(super) standing: String,
    pub(super) done_on: String,
    pub(super) said: String,
    pub(super) write: Option<String>,
}

fn tells(under: &Under, visitor: &Visitor, unit: &LessonUnit) -> bool {
    under.open() && (under.decides || visitor.actor.may_in(Act::DoTask, &unit.unit_id))
}

pub(super) fn rows(under: &Under, visitor: &Visitor, it: &Recognition, w: &'static Words) -> Vec<LessonRow> {
    let row = |lesson: &Lesson| {
        let seen = |unit: &&LessonUnit| under.whole || visitor.actor.may_in(Act::Look, &unit.unit_id);
        let units = lesson.units.iter().filter(seen).map(|unit| {
            let stands = learning(unit.done_on, Some(lesson.until), under.today, &under.calendar).value;
            let (class, standing) = labels::learning(stands, w);
            let address = format!("/recognitions/{}?lesson={}&unit={}#learnt", it.id, lesson.id, unit.unit_id);
            UnitRow {
                name: under.unit(&unit.unit_id),
                class,
                standing,
                done_on: show::day(unit.done_on),
                said: unit.said.clone().unwrap_or_default(),
                write: (lesson.withdrawn.is_none() && tells(under, visitor, unit)).then_some(address),
            }
        });
        let open = lesson.units.iter().filter(|unit| unit.done_on.is_none());
        let names: Vec<String> = open.take(NAMED).map(|unit| under.unit(&unit.unit_id)).collect();
        let message = if names.is_empty() || lesson.withdrawn.is_some() || !under.whole {
            String::new()
        } else {
            w.message
                .replace("{whom}", &it.whom)
                .replace("{day}", &show::day(Some(lesson.until)))
                .replace("{units}", &names.join("; "))
        };
        let edits = under.decides && under.open();
        LessonRow {
            id: lesson.id.clone(),
            what: lesson.what.clone(),
            until: show::day(Some(lesson.until)),
            withdrawn: lesson.withdrawn.clone(),
            edit: edits.then(|| format!("/recognitions/{}?edit={}#lesson", it.id, lesson.id)),
            units: units.collect(),
            message,
        }
    };
    under.lessons_of(&it.id).map(row).collect()
}

fn fields(under: &Under, of: Option<&Lesson>, w: &'static Words) -> Vec<Field> {
    let names = of.map(|of| of.units.iter().map(|unit| under.unit(&unit.unit_id)).collect::<Vec<_>>().join("\n"));
    let mut fields = vec![
        Field::new("what", w.lesson, Input::Text, of.map_or("", |of| of.what.as_str())),
        Field::new("units", w.lesson_units, Input::Text, names.unwrap_or_default()).hint(w.lesson_units_hint),
        Field::new("until", w.until, Input::Day, show::day(of.map(|of| of.until))),
    ];
    if let Some(of) = of {
        let why = of.withdrawn.clone().unwrap_or_default();
        let field = Field::new("given_up", w.lesson_withdrawn, Input::Line, why).hint(w.lesson_withdrawn_hint);
        fields.push(field);
    }
    placed(fields, "lesson")
}

pub(super) fn form(under: &Under, it: &Recognition, of: Option<&Lesson>, w: &'static Words) -> FormView {
    let address = format!("/recognitions/{}/lessons", it.id);
    let form = FormView::new(address, of.map_or(0, |of| of.version), fields(under, of, w), w.lesson_save);
    match of {
        Some(of) => form.correcting(of.id.clone()),
        None => form,
    }
}

/// The units of the lines that were typed; all below for none.
fn read_units(under: &Under, before: Option<&Lesson>, reader: &mut Reader<'_>, w: &'static Words) -> Vec<String> {
    let typed = reader.text("units").unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let below = under.below.iter().find(|unit| fold(&unit.name) == fold(line)).map(|unit| &unit.id);
        let kept = before.iter().flat_map(|before| &before.units).map(|unit| &unit.unit_id);
        let kept = kept.into_iter().find(|id| fold(&under.unit(id)) == fold(line));
        match below.or(kept) {
            Some(id) if found.contains(id) => {}
            Some(id) => found.push(id.clone()),
            None => reader.problem("units", w.lesson_unknown.replace("{name}", line)),
        }
    }
    if typed.is_empty() {
        found = under.below.iter().map(|unit| unit.id.clone()).collect();
        if found.is_empty() {
            reader.problem("units", w.lesson_nobody);
        }
    }
    found
}

/// `POST /recognitions/{id}/lessons`.
pub(crate) async fn lesson(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (under, it) = of_recognition(&app, &visitor, &id).await?;
    let exemplar = it.state == Standing::Recognised && it.purposes.contains(&Purpose::Exemplar);
    if !under.decides || !exemplar {
        return Err(Refusal::NotAllowed);
    }
    under.require_open()?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let edited = sent.corrects();
    let of = |under: &Under| {
        let found = under.lessons_of(&id).find(|lesson| Some(&lesson.id) == edited.as_ref());
        found.cloned()
    };
    let before = of(&under);
    if before.is_none() && edited.is_some() {
        return Err(Refusal::NotFound);
    }
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let until = reader.day("until");
    if until.is_none() {
        reader.required("until");
    }
    reader.ask_passed("until", until.filter(|day| before.as_ref().map(|one| one.until) != Some(*day)), under.today);
    let units = read_units(&under, before.as_ref(), &mut reader, w);
    let mut lesson = Lesson {
        id: edited.clone().unwrap_or_default(),
        recognition_id: id.clone(),
        what: reader.required("what"),
        until: until.unwrap_or(NaiveDate::MIN),
        withdrawn: before.as_ref().and_then(|_| reader.text("given_up")),
        units: Vec::new(),
        version: if before.is_some() { sent.seen() } else { 0 },
    };
    let marked = |form| Some((Which::Lesson, form));
    if !reader.fine() {
        let form = form(&under, &it, before.as_ref(), w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &under, &it, &Asked::default(), marked(form)).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    if before.is_none() {
        lesson.id = change.new_id();
    }
    match change.write_lesson(&lesson, &units).await {
        Ok(()) => {
            let detail = format!("{}: {} ({})", it.whom, lesson.what, show::day(Some(lesson.until)));
            change.commit(under.entry("recognition.lesson", &id, detail)).await?;
            go(format!("/recognitions/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let (under, it) = of_recognition(&app, &visitor, &id).await?;
            let newest = of(&under);
            beside(&mut reader, &fields(&under, newest.as_ref(), w), o);
            let form = form(&under, &it, newest.as_ref(), w).back(reader, Came::Changed);
            render(&app, &caller, &visitor, &under, &it, &Asked::default(), marked(form)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What a unit tells of, as the address asks and as this person may.
pub(super) fn told<'a>(
    under: &'a Under,
    visitor: &Visitor,
    it: &Recognition,
    asked: &Asked,
) -> Option<(&'a Lesson, &'a LessonUnit)> {
    let lesson = under.lessons_of(&it.id).find(|lesson| lesson.id == asked.lesson && lesson.withdrawn.is_none())?;
    let unit = lesson.units.iter().find(|unit| unit.unit_id == asked.unit)?;
    (it.state == Standing::Recognised && tells(under, visitor, unit)).then_some((lesson, unit))
}

fn learnt_fields(unit: &LessonUnit, w: &'static Words) -> Vec<Field> {
    let fields = vec![
        Field::new("done_on", w.done_on, Input::Day, show::day(unit.done_on)).hint(w.done_hint),
        Field::new("said", w.said, Input::Text, unit.said.clone().unwrap_or_default()),
    ];
    placed(fields, "learnt")
}

pub(super) fn learnt_form(it: &Recognition, lesson: &Lesson, unit: &LessonUnit, w: &'static Words) -> FormView {
    let address = format!("/recognitions/{}/learnt?lesson={}&unit={}", it.id, lesson.id, unit.unit_id);
    FormView::new(address, unit.version, learnt_fields(unit, w), w.send)
}

/// `POST /recognitions/{id}/learnt?lesson=…&unit=…`.
pub(crate) async fn learnt(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let (under, it) = of_recognition(&app, &visitor, &id).await?;
    under.require_open()?;
    let (lesson, unit) = told(&under, &visitor, &it, &asked).ok_or(Refusal::NotAllowed)?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let done_on = reader.day("done_on");
    if done_on.is_some_and(|day| day > under.today) {
        reader.problem("done_on", w.future);
    }
    if done_on.is_some_and(|day| it.day.is_some_and(|recognised| day < recognised)) {
        reader.problem("done_on", w.before_day);
    }
    let told_now =
        LessonUnit { unit_id: unit.unit_id.clone(), done_on, said: reader.text("said"), version: sent.seen() };
    let marked = |form| Some((Which::Learnt, form));
    if !reader.fine() {
        let form = learnt_form(&it, lesson, unit, w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &under, &it, &asked, marked(form)).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_learnt(&lesson.id, &told_now).await {
        Ok(()) => {
            let detail = format!("{}: {} ({})", under.unit(&unit.unit_id), lesson.what, show::day(done_on));
            change.commit(under.entry("recognition.learnt", &id, detail)).await?;
            go(format!("/recognitions/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let (under, it) = of_recognition(&app, &visitor, &id).await?;
            let (lesson, unit) = told(&under, &visitor, &it, &asked).ok_or(Refusal::ChangedMeanwhile)?;
            beside(&mut reader, &learnt_fields(unit, w), o);
            let form = learnt_form(&it, lesson, unit, w).back(reader, Came::Changed);
            render(&app, &caller, &visitor, &under, &it, &asked, marked(form)).await
        }
        Err(other) => Err(other.into()),
    }
}
