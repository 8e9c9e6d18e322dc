//! Calling people to a class, and marking who was there.

use super::actions::{self, class_for};
use super::record::{self, Back};
use super::words;
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Visitor};
use crate::office::forms::{Came, FormView};
use crate::office::reach;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::{fold, nfc};
use thidua_domain::training::Attendance;
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::training::{Trainee, Training};

/// Lines taken at once.
const MOST: usize = 300;

/// The form that calls people.
pub(super) fn call_form(class: &Training, units: &[Unit], w: &'static words::Words, none: &str) -> FormView {
    let options = std::iter::once((String::new(), none.to_owned()))
        .chain(units.iter().map(|unit| (unit.id.clone(), unit.name.clone())))
        .collect();
    let fields = vec![
        Field::new("unit", w.unit_of_all, Input::List(options), ""),
        Field::new("lines", w.lines, Input::Text, "").hint(w.lines_hint),
    ];
    FormView::new(format!("/training/{}/people", class.id), class.version, fields, w.call)
}

/// Reads the lines; what is wrong is said line by line.
fn read(
    lines: &str,
    for_all: Option<&Unit>,
    units: &[Unit],
    there: &[Trainee],
    w: &'static words::Words,
) -> Result<Vec<Trainee>, String> {
    let mut found: Vec<Trainee> = Vec::new();
    let mut problems = Vec::new();
    let lines: Vec<(usize, &str)> = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    if lines.len() > MOST {
        return Err(w.too_many.to_owned());
    }
    for (at, line) in lines {
        let number = (at + 1).to_string();
        let mut parts = line.split([';', '\t']).map(|part| nfc(part.trim()));
        let (name, title, unit) =
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let known = |typed: &str| {
            let exact = units.iter().find(|unit| unit.name.to_lowercase() == typed.to_lowercase());
            // typed without marks, one unit only may be meant
            let mut alike = units.iter().filter(|unit| fold(&unit.name) == fold(typed));
            exact.or_else(|| alike.next().filter(|_| alike.next().is_none()))
        };
        let unit = match (unit.is_empty(), for_all) {
            (true, None) => Err(w.line_no_unit.replace("{n}", &number)),
            (true, Some(unit)) => Ok(unit),
            (false, _) => {
                known(&unit).ok_or_else(|| w.line_unknown.replace("{n}", &number).replace("{unit}", &unit))
            }
        };
        match unit {
            Ok(_) if name.is_empty() => problems.push(w.line_no_name.replace("{n}", &number)),
            Ok(unit) => {
                let twice =
                    |one: &Trainee| one.unit_id.as_ref() == Some(&unit.id) && fold(&one.name) == fold(&name);
                if there.iter().chain(&found).any(twice) {
                    problems.push(w.line_twice.replace("{n}", &number).replace("{name}", &name));
                    continue;
                }
                found.push(Trainee {
                    id: String::new(),
                    name,
                    person_id: None,
                    title: Some(title).filter(|title| !title.is_empty()),
                    unit_id: Some(unit.id.clone()),
                    unit_name: Some(unit.name.clone()),
                    attendance: Attendance::Called,
                });
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems.join(" ")) }
}

/// `POST /training/{id}/people`.
pub(crate) async fn call(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words::words(language), crate::face::words::words(language));
    let class = class_for(&app, &visitor, &id, Act::ManageRegulations).await?;
    let there = app.store.trainees(&id).await?;
    let units = reach::units(&app, &visitor).await?;
    let mut reader = Reader::new(&typed, c);
    let lines = reader.required("lines");
    let for_all = typed.get("unit").and_then(|id| units.iter().find(|unit| unit.id == *id));
    let people = match read(&lines, for_all, &units, &there, w) {
        Ok(people) => people,
        Err(problem) => {
            reader.problem("lines", problem);
            Vec::new()
        }
    };
    if !reader.fine() {
        let form = call_form(&class, &units, w, c.choose).back(reader, Came::Refused);
        return record::render(&app, &caller, &visitor, &id, Some(Back::Call(form))).await;
    }
    let seen = crate::face::forms::seen(&typed);
    match actions::call(&app, visitor.author((app.clock)()), &class, people, seen).await {
        Ok(()) => go(format!("/training/{id}?done=saved#people")),
        Err(StoreError::ChangedMeanwhile) => {
            let newest = class_for(&app, &visitor, &id, Act::ManageRegulations).await?;
            let form = call_form(&newest, &units, w, c.choose).back(reader, Came::Changed);
            record::render(&app, &caller, &visitor, &id, Some(Back::Call(form))).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /training/{id}/attendance`.
pub(crate) async fn mark(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let class = class_for(&app, &visitor, &id, Act::ManageRegulations).await?;
    let there = app.store.trainees(&id).await?;
    let chosen = |one: &Trainee| typed.get(&format!("a-{}", one.id)).and_then(|code| Attendance::from_code(code));
    let marked: Vec<(Trainee, Attendance)> = there
        .iter()
        .filter_map(|one| chosen(one).filter(|how| *how != one.attendance).map(|how| (one.clone(), how)))
        .collect();
    let typed_marks = || there.iter().filter_map(|one| chosen(one).map(|how| (one.id.clone(), how))).collect();
    if class.from > reach::today(&app) && marked.iter().any(|(_, how)| *how != Attendance::Called) {
        let says = w.future.replace("{day}", &short(class.from));
        return record::render(&app, &caller, &visitor, &id, Some(Back::Marks(typed_marks(), says, Came::Refused)))
            .await;
    }
    let seen = crate::face::forms::seen(&typed);
    match actions::mark(&app, visitor.author((app.clock)()), &class, &marked, seen).await {
        Ok(()) => go(format!("/training/{id}?done=saved#people")),
        Err(StoreError::ChangedMeanwhile) => {
            let back = Back::Marks(typed_marks(), w.changed_list.to_owned(), Came::Changed);
            record::render(&app, &caller, &visitor, &id, Some(back)).await
        }
        Err(other) => Err(other.into()),
    }
}
