//! One class: who is called, who was there, which units of its audience are missing.

use super::actions::class_for;
use super::attendance::call_form;
use super::{editing, labels, words};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Visitor, page};
use crate::office::forms::{Came, FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::training::Attendance;

struct Row {
    id: String,
    name: String,
    title: String,
    unit_id: Option<String>,
    unit: String,
    says: &'static str,
    class: &'static str,
    /// Codes and labels, with the one chosen.
    options: Vec<(&'static str, &'static str, bool)>,
    /// What somebody else wrote meanwhile.
    now: String,
}

#[derive(Template)]
#[template(path = "training/record.html")]
struct RecordPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    id: String,
    title: String,
    unit_id: String,
    unit: String,
    days: String,
    place: Option<String>,
    audience: String,
    content: Option<String>,
    organiser: Option<String>,
    file: Option<(String, String)>,
    rows: Vec<Row>,
    present: usize,
    version: i64,
    marks_say: Option<String>,
    missing: Vec<(String, String)>,
    message: String,
    may_manage: bool,
    own_form: FormView,
    call: FormView,
}

/// Which form came back.
pub(super) enum Back {
    Own(FormView),
    Call(FormView),
    /// The marks that were chosen, what is the matter, and how the form came back.
    Marks(HashMap<String, Attendance>, String, Came),
}

/// `GET /training/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    render(&app, &caller, &visitor, &id, None).await
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, id: &str, back: Option<Back>) -> Answer {
    let language = caller.preferences.language;
    let (w, o, u) = (words::words(language), office::words(language), crate::units::words::words(language));
    let class = class_for(app, visitor, id, Act::Look).await?;
    let may_manage = app.may(visitor, Act::ManageRegulations, &class.unit_id).await?;
    let trainees = app.store.trainees(id).await?;
    let units = reach::units(app, visitor).await?;
    let f = frame(caller, Tab::Training);
    let (mut own_back, mut call_back, mut marks) = (None, None, None);
    match back {
        Some(Back::Own(form)) => own_back = Some(form),
        Some(Back::Call(form)) => call_back = Some(form),
        Some(Back::Marks(chosen, says, came)) => marks = Some((chosen, says, came)),
        None => {}
    }
    let rows = trainees
        .iter()
        .map(|one| {
            let chosen = marks.as_ref().and_then(|(chosen, _, _)| chosen.get(&one.id)).copied();
            let shown = chosen.unwrap_or(one.attendance);
            Row {
                id: one.id.clone(),
                name: one.name.clone(),
                title: one.title.clone().unwrap_or_default(),
                unit_id: one.unit_id.clone(),
                unit: one.unit_name.clone().unwrap_or_default(),
                says: labels::attendance(one.attendance, w),
                class: match one.attendance {
                    Attendance::Called => "st-not-begun",
                    Attendance::Present => "st-met",
                    Attendance::Absent => "st-missed",
                    Attendance::Certificate => "st-exceeded",
                },
                options: Attendance::ALL
                    .iter()
                    .map(|how| (how.code(), labels::attendance(*how, w), *how == shown))
                    .collect(),
                now: if shown == one.attendance || marks.as_ref().is_none_or(|(_, _, came)| *came != Came::Changed)
                {
                    String::new()
                } else {
                    w.is_now.replace("{what}", labels::attendance(one.attendance, w))
                },
            }
        })
        .collect();
    let missing: Vec<(String, String)> = units
        .iter()
        .filter(|unit| class.audience.is_empty() || class.audience.contains(&unit.kind))
        .filter(|unit| unit.id != class.unit_id || class.audience.contains(&unit.kind))
        .filter(|unit| !trainees.iter().any(|one| one.unit_id.as_ref() == Some(&unit.id)))
        .map(|unit| (unit.id.clone(), unit.name.clone()))
        .collect();
    let others = missing.iter().filter(|(unit, _)| *unit != class.unit_id);
    let named: Vec<&str> = others.map(|(_, name)| name.as_str()).collect();
    let days = labels::days(class.from, class.to);
    let message = w
        .message_class
        .replace("{units}", &labels::some(&named, w))
        .replace("{title}", &class.title)
        .replace("{when}", &days);
    let own_form = own_back.unwrap_or_else(|| editing::form(w, u, &class, f.c.save));
    let call = call_back.unwrap_or_else(|| call_form(&class, &units, w, f.c.choose));
    let marks_came = marks.as_ref().map_or(Came::Fresh, |(_, _, came)| *came);
    let came =
        [own_form.came, call.came, marks_came].into_iter().find(|came| *came != Came::Fresh).unwrap_or_default();
    let template = RecordPage {
        id: id.to_owned(),
        unit: app.store.unit(&class.unit_id).await?.map(|unit| unit.name).unwrap_or_default(),
        audience: labels::audience(&class.audience, w, u),
        file: class.file_digest.zip(class.file_name),
        present: trainees.iter().filter(|one| one.attendance.attended()).count(),
        marks_say: marks.map(|(_, says, _)| says),
        title: class.title,
        unit_id: class.unit_id,
        place: class.place,
        content: class.content,
        organiser: class.organiser,
        version: class.version,
        days,
        rows,
        missing,
        message,
        may_manage,
        own_form,
        call,
        f,
        w,
        o,
    };
    answered(page(&template), came)
}
