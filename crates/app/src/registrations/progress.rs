//! How a registered item goes on: a day, a sentence, a figure or a judgement. Nothing told is changed afterwards.

use super::door::own_sheet;
use super::items::ItemPage;
use super::rounds::{entry, refuse};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::basics::Expectation;
use thidua_domain::figures::Attainment;
use thidua_domain::registrations::ItemKind;
use thidua_domain::targets::Comparator;
use thidua_store::registrations::Item;

fn takes_number(item: &Item) -> bool {
    item.written.kind == ItemKind::Target && !item.written.comparator.is_some_and(Comparator::is_judged)
}

fn fields(item: &Item, w: &'static Words, c: &'static crate::face::words::Words) -> Vec<Field> {
    let result = if takes_number(item) {
        Field::new("value", w.told_value, Input::Number, "").hint(w.told_value_hint)
    } else {
        let choices =
            vec![("", w.not_yet), ("yes", c.attained_yes), ("partly", c.attained_partly), ("no", c.attained_no)];
        Field::new("attained", w.told_result, Input::Choice(choices), "")
    };
    vec![
        Field::new("dated", w.told_day, Input::Day, ""),
        Field::new("said", w.told, Input::Text, ""),
        result,
        Field::new("source", w.told_source, Input::Line, "").hint(w.told_source_hint),
    ]
}

/// `GET /registrations/{id}/items/{item}/progress`.
pub(crate) async fn form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    answer(&app, &caller, &visitor, (id, key), None).await
}

/// `POST /registrations/{id}/items/{item}/progress`.
pub(crate) async fn tell(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    answer(&app, &caller, &visitor, (id, key), Some(typed)).await
}

async fn answer(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    (id, key): (String, String),
    typed: Option<Typed>,
) -> Answer {
    let sheet = own_sheet(app, visitor, &id).await?;
    let item = app.store.registration_item(&key).await?.filter(|one| one.registration_id == id);
    let item = item.filter(|item| item.written.kind != ItemKind::Title).ok_or(Refusal::NotFound)?;
    if !sheet.registration.state.is_handed_in() {
        return Err(refuse(|w| w.tell_closed.to_owned()));
    }
    let w = words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let mut shown = fields(&item, w, c);
    let mut status = StatusCode::OK;
    if let Some(typed) = typed {
        let mut reader = Reader::new(&typed, c);
        let dated = reader.day("dated");
        let said = reader.required("said");
        let percent = item.written.unit_of.as_deref() == Some("%");
        let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
        let value = reader.amount("value", expected).filter(|_| takes_number(&item));
        let attainment = reader.code("attained", Attainment::from_code).filter(|_| !takes_number(&item));
        let source = reader.text("source");
        match dated {
            None => reader.problem("dated", c.must_fill),
            Some(day) if day > crate::local_date((app.clock)()) => reader.problem("dated", w.told_future),
            Some(_) => {}
        }
        if value.is_some() && source.is_none() {
            reader.problem("source", w.source_needed);
        }
        if let Some(day) = dated.filter(|_| reader.fine()) {
            let change = app.store.change(visitor.author((app.clock)())).await?;
            change.add_progress(&key, day, &said, value, attainment, source.as_deref()).await?;
            let detail = Some(format!("{}: {said}", item.written.name));
            change.commit(entry(&sheet.unit.id, "registration.progress", "registration", &id, detail)).await?;
            return go(format!("/registrations/{id}?done=saved#i-{key}"));
        }
        shown = reader.mark(shown);
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let mut response = page(&ItemPage {
        f: Frame::new(caller, Place::Movements),
        w,
        id: id.clone(),
        unit: sheet.unit.name.clone(),
        heading: w.tell,
        lead: item.written.name.clone(),
        address: format!("/registrations/{id}/items/{key}/progress"),
        problem: if status == StatusCode::OK { String::new() } else { c.form_errors.to_owned() },
        offers: Vec::new(),
        fields: shown,
        version: item.version,
        removable: false,
    })?;
    *response.status_mut() = status;
    Ok(response)
}
