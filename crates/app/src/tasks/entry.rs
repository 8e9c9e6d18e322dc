//! The form of a task: drawing one up, correcting one.

use super::actions::{self, task_for};
use super::{labels, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use crate::office::reach;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::tasks::deadline::{Deadline, Every, MOST_DAYS};
use thidua_domain::tasks::{Manner, State as TaskState, Weight};
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::tasks::{Origin, Task, TaskText};

/// Where a new task comes from.
#[derive(Deserialize, Default)]
pub(crate) struct From {
    pub(crate) movement: Option<String>,
    pub(crate) problem: Option<String>,
    pub(crate) bottleneck: Option<String>,
}

#[derive(Template)]
#[template(path = "tasks/entry.html")]
struct EntryPage {
    f: Frame,
    w: &'static words::Words,
    heading: &'static str,
    action: String,
    back: String,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    refused: bool,
    changed: bool,
    given: bool,
}

/// An authority and the units directly below it: those to whom it gives tasks.
pub(crate) async fn around(app: &App, unit_id: &str) -> Result<Vec<Unit>, Refusal> {
    let mut found: Vec<Unit> = app.store.unit(unit_id).await?.into_iter().collect();
    found.extend(reach::below(app, unit_id, actions::today(app)).await?);
    Ok(found)
}

/// The unit of a typed name: one of those around first, else any.
pub(crate) async fn unit_by_name(app: &App, around: &[Unit], typed: &str) -> Result<Option<Unit>, Refusal> {
    let wanted = fold(typed);
    let near: Vec<&Unit> = around.iter().filter(|unit| fold(&unit.name) == wanted).collect();
    // Tân An is not Tấn An: with two that fold alike the typed marks decide
    let exact = near.iter().find(|unit| unit.name.to_lowercase() == typed.trim().to_lowercase());
    match (exact, near.as_slice()) {
        (Some(unit), _) => Ok(Some((**unit).clone())),
        (None, [only]) => Ok(Some((**only).clone())),
        (None, _) => Ok(app.store.unit_named(typed).await?),
    }
}

fn fields(w: &'static words::Words, text: Option<&TaskText>, names: &Names, given: bool) -> Vec<Field> {
    let empty = String::new;
    let of = |get: fn(&TaskText) -> Option<String>| text.and_then(get).unwrap_or_default();
    let deadline = text.and_then(|text| text.deadline);
    let rhythm = [(String::new(), w.every_once.to_owned())]
        .into_iter()
        .chain(Every::ALL.map(|one| (one.code().to_owned(), labels::every(one, w).to_owned())))
        .collect();
    let weights = [("", w.weight_plain)]
        .into_iter()
        .chain(Weight::ALL.map(|one| (one.code(), labels::weight(one, w))))
        .collect();
    let manners = Manner::ALL.map(|one| (one.code(), labels::manner(one, w))).into();
    let units = [(String::new(), w.choose_unit.to_owned())].into_iter().chain(names.units.clone()).collect();
    let again = deadline.and_then(|deadline| deadline.again);
    let mut fields = vec![
        Field::new("work", w.work, Input::Text, of(|text| Some(text.work.clone()))).hint(w.work_hint),
        Field::new("manner", w.manner, Input::Choice(manners), of(|text| Some(text.manner.code().to_owned())))
            .hint(w.manner_hint),
        Field::new("lead", w.lead, Input::List(units), of(|text| text.lead_unit_id.clone())).hint(w.lead_hint),
        Field::new("responsible", w.responsible, Input::Line, of(|text| text.responsible.clone()))
            .hint(w.responsible_hint),
        Field::new("responsibility", w.responsibility, Input::Text, of(|text| text.responsibility.clone()))
            .hint(w.responsibility_hint),
        Field::new("outcome", w.outcome, Input::Text, of(|text| text.outcome.clone())).hint(w.outcome_hint),
        Field::new("with", w.with_units, Input::Text, names.with.join("\n")).hint(w.with_hint),
        Field::new(
            "weight",
            w.weight,
            Input::Choice(weights),
            of(|text| text.weight.map(|one| one.code().to_owned())),
        ),
        Field::new("programme", w.programme, Input::Line, of(|text| text.programme.clone())).hint(w.programme_hint),
    ];
    if !given {
        let strict =
            if deadline.is_some_and(|deadline| deadline.strictly_before) { "yes".to_owned() } else { empty() };
        let time = [
            Field::new("due", w.due, Input::Day, deadline.map(|one| short(one.day)).unwrap_or_default())
                .hint(w.due_hint),
            Field::new("strict", w.strict, Input::Tick, strict).hint(w.strict_hint),
            Field::new(
                "every",
                w.every,
                Input::List(rhythm),
                again.map(|(every, _)| every.code().to_owned()).unwrap_or_default(),
            ),
            Field::new("last", w.last, Input::Day, again.map(|(_, last)| short(last)).unwrap_or_default())
                .hint(w.last_hint),
        ];
        let at = fields.iter().position(|field| field.name == "outcome").unwrap_or(fields.len());
        fields.splice(at..at, time);
    }
    fields
}

/// Units to choose from and names to show.
struct Names {
    units: Vec<(String, String)>,
    with: Vec<String>,
}

async fn names(app: &App, around: &[Unit], task: Option<&TaskText>) -> Result<Names, Refusal> {
    let mut units: Vec<(String, String)> = around.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
    let mut with = Vec::new();
    if let Some(text) = task {
        with = app.store.units_of(&text.with_units).await?.into_iter().map(|unit| unit.name).collect();
        if let Some(lead) = text.lead_unit_id.as_ref().filter(|lead| !units.iter().any(|(id, _)| id == *lead))
            && let Some(unit) = app.store.unit(lead).await?
        {
            units.push((unit.id, unit.name));
        }
    }
    Ok(Names { units, with })
}

/// Reads the form. The deadline of a given task stays: it is moved by extensions only.
async fn read(
    app: &App,
    reader: &mut Reader<'_>,
    around: &[Unit],
    w: &'static words::Words,
    before: Option<&Task>,
) -> Result<TaskText, Refusal> {
    let work = reader.required("work");
    let manner = reader.code("manner", Manner::from_code).unwrap_or(Manner::Assignment);
    let mut lead_unit_id = reader.text("lead");
    if let Some(lead) = &lead_unit_id {
        let known = around.iter().any(|unit| unit.id == *lead)
            || before.is_some_and(|task| task.text.lead_unit_id.as_ref() == Some(lead));
        if !known {
            reader.problem("lead", w.unit_unknown);
            lead_unit_id = None;
        }
    }
    let mut responsible = reader.text("responsible");
    if responsible.is_none()
        && let Some(lead) = around.iter().find(|unit| Some(&unit.id) == lead_unit_id.as_ref())
    {
        // the head of a unit answers for it
        responsible = lead.head.clone();
    }
    let mut with_units = Vec::new();
    for line in reader.text("with").unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty()) {
        match unit_by_name(app, around, line).await? {
            Some(unit) if Some(&unit.id) == lead_unit_id.as_ref() || with_units.contains(&unit.id) => {}
            Some(unit) => with_units.push(unit.id),
            None => reader.problem("with", format!("{} “{line}”.", w.with_unknown)),
        }
    }
    let deadline = match before.filter(|task| task.state != TaskState::Draft) {
        Some(task) => task.text.deadline,
        None => {
            let typed = deadline(reader, w);
            let known = before.and_then(|task| task.text.deadline).map(|deadline| deadline.day);
            let new = typed.map(|deadline| deadline.day).filter(|day| Some(*day) != known);
            reader.ask_passed("due", new, actions::today(app));
            typed
        }
    };
    Ok(TaskText {
        manner,
        lead_unit_id,
        with_units,
        actor: before.and_then(|task| task.text.actor.clone()),
        responsible,
        person_id: before.and_then(|task| task.text.person_id.clone()),
        work,
        responsibility: reader.text("responsibility"),
        deadline,
        outcome: reader.text("outcome"),
        weight: reader.code("weight", Weight::from_code),
        programme: reader.text("programme"),
    })
}

fn deadline(reader: &mut Reader<'_>, w: &'static words::Words) -> Option<Deadline> {
    let day = reader.day("due");
    let every = reader.code("every", Every::from_code);
    let last = reader.day("last");
    let strictly_before = reader.tick("strict");
    let again = match (every, last, day) {
        (None, _, _) => None,
        (Some(_), None, _) => {
            reader.problem("last", w.last_needed);
            None
        }
        (Some(_), Some(last), Some(day)) if last < day => {
            reader.problem("last", w.last_before);
            None
        }
        (Some(every), Some(last), _) => Some((every, last)),
    };
    if every.is_some() && day.is_none() {
        reader.problem("due", w.first_needed);
    }
    let deadline = day.map(|day| Deadline { day, strictly_before, again });
    if deadline.is_some_and(|deadline| deadline.has_too_many_days()) {
        reader.problem("last", w.too_many_days.replace("{n}", &MOST_DAYS.to_string()));
    }
    deadline
}

/// The authority for which a task is drawn up, and what it comes from.
async fn origin(app: &App, visitor: &Visitor, from: &From) -> Result<(String, Origin, Option<String>), Refusal> {
    let said = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
    let mut origin = Origin::default();
    if let Some(id) = said(&from.movement) {
        let view = crate::movements::actions::movement_for(app, visitor, &id, Act::ManageTasks).await?;
        origin.plan_id = Some(view.plan.id.clone());
        origin.movement_id = Some(id);
        return Ok((view.plan.unit_id, origin, None));
    }
    if let Some(id) = said(&from.problem) {
        let problem = app.store.problem(&id).await?.ok_or(Refusal::NotFound)?;
        app.require(visitor, Act::ManageTasks, &problem.unit_id).await?;
        origin.problem_id = Some(id);
        return Ok((problem.unit_id, origin, problem.decision));
    }
    if let Some(id) = said(&from.bottleneck) {
        let item = app.store.bottleneck(&id).await?.ok_or(Refusal::NotFound)?;
        app.require(visitor, Act::ManageTasks, &item.unit_id).await?;
        origin.bottleneck_id = Some(id);
        return Ok((item.unit_id, origin, item.text.direction));
    }
    Ok((app.own_unit(visitor, Act::ManageTasks, None).await?, origin, None))
}

fn hidden(from: &From) -> Vec<(&'static str, String)> {
    [("movement", &from.movement), ("problem", &from.problem), ("bottleneck", &from.bottleneck)]
        .into_iter()
        .filter_map(|(name, id)| id.clone().filter(|id| !id.is_empty()).map(|id| (name, id)))
        .collect()
}

fn back(from: &From) -> String {
    match hidden(from).first() {
        Some(("movement", id)) => format!("/movements/{id}/tasks"),
        Some(("problem", id)) => format!("/problems/{id}"),
        Some((_, id)) => format!("/bottlenecks/{id}"),
        None => "/tasks".to_owned(),
    }
}

/// `GET /tasks/new`.
pub(crate) async fn new(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(from): Query<From>,
) -> Answer {
    let (unit_id, _, work) = origin(&app, &visitor, &from).await?;
    let w = words::words(caller.preferences.language);
    let around = around(&app, &unit_id).await?;
    let names = names(&app, &around, None).await?;
    let mut fields = fields(w, None, &names, false);
    if let (Some(work), Some(field)) = (work, fields.iter_mut().find(|field| field.name == "work")) {
        field.value = work;
    }
    render(
        &caller,
        w,
        EntryForm {
            heading: w.new_task,
            action: "/tasks".into(),
            back: back(&from),
            hidden: hidden(&from),
            fields,
            refused: false,
            changed: false,
            given: false,
        },
    )
}

/// `POST /tasks`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let from = From {
        movement: typed.get("movement").cloned(),
        problem: typed.get("problem").cloned(),
        bottleneck: typed.get("bottleneck").cloned(),
    };
    let (unit_id, origin, _) = origin(&app, &visitor, &from).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let around = around(&app, &unit_id).await?;
    let mut reader = Reader::new(&typed, c);
    let text = read(&app, &mut reader, &around, w, None).await?;
    if !reader.fine() {
        let names = names(&app, &around, None).await?;
        let fields = reader.mark(fields(w, None, &names, false));
        return render(
            &caller,
            w,
            EntryForm {
                heading: w.new_task,
                action: "/tasks".into(),
                back: back(&from),
                hidden: hidden(&from),
                fields,
                refused: true,
                changed: false,
                given: false,
            },
        );
    }
    let id = actions::add(&app, visitor.author((app.clock)()), &unit_id, &origin, &text).await?;
    go(format!("/tasks/{id}?done=saved"))
}

/// `GET /tasks/{id}/edit`.
pub(crate) async fn edit_form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = editable(&app, &visitor, &id).await?;
    let w = words::words(caller.preferences.language);
    let around = around(&app, &view.unit_id).await?;
    let names = names(&app, &around, Some(&view.text)).await?;
    let given = view.state != TaskState::Draft;
    let fields = fields(w, Some(&view.text), &names, given);
    render(&caller, w, of_task(&view, w, fields, false, false))
}

fn of_task(task: &Task, w: &'static words::Words, fields: Vec<Field>, refused: bool, changed: bool) -> EntryForm {
    EntryForm {
        heading: w.edit_task,
        action: format!("/tasks/{}/edit", task.id),
        back: format!("/tasks/{}", task.id),
        hidden: vec![("version", task.version.to_string())],
        fields,
        refused,
        changed,
        given: task.state != TaskState::Draft,
    }
}

async fn editable(app: &App, visitor: &Visitor, id: &str) -> Result<Task, Refusal> {
    let view = task_for(app, visitor, id).await?;
    if !view.rights.give {
        return Err(Refusal::NotAllowed);
    }
    Ok(view.task)
}

/// `POST /tasks/{id}/edit`.
pub(crate) async fn edit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let task = editable(&app, &visitor, &id).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let seen = crate::face::forms::seen(&typed);
    let around = around(&app, &task.unit_id).await?;
    let given = task.state != TaskState::Draft;
    let mut reader = Reader::new(&typed, c);
    let text = read(&app, &mut reader, &around, w, Some(&task)).await?;
    if given && !text.said().missing().is_empty() {
        // what was given complete stays complete
        reader.problem("work", format!("{} {}.", w.stays_complete, labels::clears(&text.said().missing(), w)));
    }
    if task.state.is_final() {
        reader.problem("work", w.final_task);
    }
    let names_now = names(&app, &around, Some(&task.text)).await?;
    if !reader.fine() {
        let fields = reader.mark(fields(w, Some(&task.text), &names_now, given));
        return render(&caller, w, of_task(&task, w, fields, true, false));
    }
    let what = difference(&task.text, &text, w);
    match actions::correct(&app, visitor.author((app.clock)()), &task, seen, &text, &what).await {
        Ok(()) => go(format!("/tasks/{id}?done=saved")),
        // what was typed stays in the fields; what the other person wrote stands beside each that differs
        Err(StoreError::ChangedMeanwhile) => {
            let newest = app.store.task(&id).await?.ok_or(Refusal::NotFound)?;
            let names = names(&app, &around, Some(&newest.text)).await?;
            let given = newest.state != TaskState::Draft;
            reader.beside(&fields(w, Some(&newest.text), &names, given), |value| format!("{} {}", w.newest, value));
            let fields = reader.mark(fields(w, Some(&newest.text), &names, given));
            render(&caller, w, of_task(&newest, w, fields, true, true))
        }
        Err(other) => Err(other.into()),
    }
}

/// The names of the fields that differ, for the history.
fn difference(before: &TaskText, after: &TaskText, w: &'static words::Words) -> String {
    let pairs = [
        (w.manner, before.manner != after.manner),
        (w.lead, before.lead_unit_id != after.lead_unit_id),
        (w.with_units, before.with_units != after.with_units),
        (w.responsible, before.responsible != after.responsible),
        (w.work, before.work != after.work),
        (w.responsibility, before.responsibility != after.responsibility),
        (w.due, before.deadline != after.deadline),
        (w.outcome, before.outcome != after.outcome),
        (w.weight, before.weight != after.weight),
        (w.programme, before.programme != after.programme),
    ];
    pairs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect::<Vec<_>>().join(", ")
}

struct EntryForm {
    heading: &'static str,
    action: String,
    back: String,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    refused: bool,
    changed: bool,
    given: bool,
}

fn render(caller: &Caller, w: &'static words::Words, form: EntryForm) -> Answer {
    let EntryForm { heading, action, back, hidden, fields, refused, changed, given } = form;
    let f = Frame::new(caller, Place::Tasks);
    crate::face::frame::returned(
        &EntryPage { f, w, heading, action, back, hidden, fields, refused, changed, given },
        changed,
        refused,
    )
}
