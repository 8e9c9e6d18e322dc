//! The roster of emulation staff: who does this work in which unit, full-time or beside other work.

use super::actions::person_for;
use super::labels;
use super::reach::{Named, unit_named, usual_unit, within};
use super::record::{Marked, render};
use super::words::{Words, words};
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::people::StaffMode;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::people::{NewStaff, Staff};
use thidua_store::training::ClassAttended;

/// Lines of the roster on one page.
const SHOWN: i64 = 500;

struct Row {
    id: String,
    unit_id: String,
    unit: String,
    person_id: String,
    person: String,
    mode: &'static str,
    days: String,
    ended: bool,
    document: String,
    /// The newest class: what it was, its day, and where it is open to this person.
    class: Option<(String, String, Option<String>)>,
    open: bool,
}

#[derive(Template)]
#[template(path = "people/staff.html")]
struct RosterPage {
    f: Frame,
    w: &'static Words,
    may_manage: bool,
    rows: Vec<Row>,
    missing: Vec<(String, String)>,
    missing_names: String,
}

#[derive(Template)]
#[template(path = "people/staff_form.html")]
struct FormPage {
    f: Frame,
    w: &'static Words,
    line: Staff,
    fields: Vec<Field>,
    refused: bool,
    changed: bool,
}

pub(super) fn fields(
    w: &'static Words,
    line: Option<&NewStaff>,
    _: &'static crate::face::words::Words,
) -> Vec<Field> {
    let modes = labels::choices(StaffMode::ALL, StaffMode::code, |mode| labels::mode(mode, w));
    let day = |day: Option<chrono::NaiveDate>| day.map(short).unwrap_or_default();
    let mode = line.map_or(StaffMode::PartTime, |line| line.mode).code();
    vec![
        Field::new("mode", w.staff_mode, Input::Choice(modes), mode),
        Field::new("staff_from", w.since, Input::Day, day(line.and_then(|line| line.from))),
        Field::new("staff_to", w.to, Input::Day, day(line.and_then(|line| line.to))),
        Field::new(
            "staff_document",
            w.document,
            Input::Line,
            line.and_then(|line| line.document.clone()).unwrap_or_default(),
        ),
    ]
}

/// `GET /staff`.
pub(crate) async fn roster(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words(caller.preferences.language);
    let today = local_date((app.clock)());
    let mut rows = Vec::new();
    let lines = app.store.emulation_staff(&within(&visitor, Act::Look), SHOWN).await?;
    let of = |id: fn(&Staff) -> &String| lines.iter().map(|line| id(line).clone()).collect::<Vec<_>>();
    let attended = app.store.classes_attended(&of(|line| &line.is.person_id), &of(|line| &line.is.unit_id)).await?;
    for line in lines {
        rows.push(Row {
            class: match newest(&attended, &line) {
                Some(class) => {
                    let opens = app.may(&visitor, Act::Look, &class.owner_id).await?;
                    let address = opens.then(|| format!("/training/{}", class.training_id));
                    Some((class.title.clone(), short(class.day), address))
                }
                None => None,
            },
            open: app.may(&visitor, Act::ManagePeople, &line.is.unit_id).await?,
            mode: labels::mode(line.is.mode, w),
            days: labels::days(line.is.from, line.is.to, w),
            ended: line.is.to.is_some_and(|to| to < today),
            document: line.is.document.unwrap_or_default(),
            id: line.id,
            unit_id: line.is.unit_id,
            unit: line.unit_name,
            person_id: line.is.person_id,
            person: line.person_name,
        });
    }
    let mut missing = Vec::new();
    if let Some(own) = usual_unit(&app, &visitor, Act::ManagePeople).await? {
        let below = app
            .store
            .children_now(&own.id)
            .await?
            .into_iter()
            .filter(|unit| unit.exists_on(today) && !unit.kind.is_partner());
        for unit in std::iter::once(own.clone()).chain(below) {
            if !rows.iter().any(|row| row.unit_id == unit.id && !row.ended) {
                missing.push((unit.id, unit.name));
            }
        }
    }
    let missing_names = missing.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("; ");
    let may_manage = visitor.actor.may(Act::ManagePeople);
    page(&RosterPage { f: Frame::new(&caller, Place::People), w, may_manage, rows, missing, missing_names })
}

/// The newest class of somebody on the roster; by name alone only in the same unit.
fn newest<'a>(attended: &'a [ClassAttended], line: &Staff) -> Option<&'a ClassAttended> {
    attended.iter().find(|class| match &class.person_id {
        Some(person) => *person == line.is.person_id,
        None => class.unit_id.as_ref() == Some(&line.is.unit_id) && fold(&class.name) == fold(&line.person_name),
    })
}

fn read(w: &'static Words, reader: &mut Reader<'_>, unit_id: String, person_id: String) -> NewStaff {
    let new = NewStaff {
        unit_id,
        person_id,
        mode: reader.code("mode", StaffMode::from_code).unwrap_or(StaffMode::PartTime),
        from: reader.day("staff_from"),
        to: reader.day("staff_to"),
        document: reader.text("staff_document"),
    };
    if new.from.zip(new.to).is_some_and(|(from, to)| to < from) {
        reader.problem("staff_to", w.days_order);
    }
    new
}

fn entry(act: &'static str, id: &str, new: &NewStaff, detail: String) -> Entry {
    Entry {
        unit_id: Some(new.unit_id.clone()),
        act,
        subject: "staff",
        subject_id: id.to_owned(),
        detail: Some(detail),
    }
}

/// `POST /people/{id}/staff`: assigns somebody to emulation work in a unit.
pub(crate) async fn assign(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let (w, c) = (words(caller.preferences.language), crate::face::words::words(caller.preferences.language));
    let mut reader = Reader::new(&typed, c);
    let unit = reader.required("unit");
    let mut unit_id = String::new();
    if !unit.is_empty() {
        match unit_named(&app, &visitor, Act::ManagePeople, &unit).await? {
            Named::One(unit) => unit_id = unit.id,
            Named::Unknown => reader.problem("unit", w.unit_unknown),
            Named::Several(names) => reader.problem("unit", format!("{} {}.", w.unit_several, names.join("; "))),
        }
    }
    let new = read(w, &mut reader, unit_id, person.id.clone());
    if !reader.fine() {
        let mut all = fields(w, None, c);
        all.insert(0, Field::new("unit", w.unit, Input::Line, ""));
        let fields = reader.mark(all);
        return render(&app, &caller, &visitor, person, Some(Marked::Staff(fields))).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let line = change.add_staff(&new).await?;
    change.commit(entry("staff.assigned", &line, &new, person.name.clone())).await?;
    go("/staff?done=saved")
}

async fn line_for(app: &App, visitor: &Visitor, id: &str) -> Result<Staff, Refusal> {
    let line = app.store.staff_line(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::ManagePeople, &line.is.unit_id).await?;
    Ok(line)
}

/// `GET /staff/{id}`.
pub(crate) async fn edit_form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let line = line_for(&app, &visitor, &id).await?;
    let (w, f) = (words(caller.preferences.language), Frame::new(&caller, Place::People));
    let fields = fields(w, Some(&line.is), f.c);
    page(&FormPage { f, w, line, fields, refused: false, changed: false })
}

/// `POST /staff/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let line = line_for(&app, &visitor, &id).await?;
    let (w, f) = (words(caller.preferences.language), Frame::new(&caller, Place::People));
    let seen = crate::face::forms::seen(&typed);
    let mut reader = Reader::new(&typed, f.c);
    let new = read(w, &mut reader, line.is.unit_id.clone(), line.is.person_id.clone());
    let mut changed = false;
    if reader.fine() {
        let change = app.store.change(visitor.author((app.clock)())).await?;
        match change.correct_staff(&id, &new, seen).await {
            Ok(()) => {
                change.commit(entry("staff.corrected", &id, &new, line.person_name)).await?;
                return go("/staff?done=saved");
            }
            Err(StoreError::ChangedMeanwhile) => changed = true,
            Err(other) => return Err(other.into()),
        }
    }
    let line = line_for(&app, &visitor, &id).await?;
    let now = fields(w, Some(&line.is), f.c);
    if changed {
        reader.beside(&now, |value| format!("{}: {}", w.newest, value));
    }
    let fields = reader.mark(now);
    let mut response = page(&FormPage { f, w, line, fields, refused: !changed, changed })?;
    *response.status_mut() = if changed { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(response)
}
