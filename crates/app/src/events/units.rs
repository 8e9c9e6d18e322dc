//! What a unit says of its own congress or conference, and whom it sends.

use super::one::{Asked, Marked, Seen, event_for, render};
use super::words::words;
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, FormView, people};
use crate::office::receiving::receive;
use crate::office::words as office;
use crate::people::labels::category;
use axum::extract::{Path, Query, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::people::Category;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::events::EventUnit;

/// The unit that writes: the one asked for, or the only one of somebody below.
pub(super) fn writing<'a>(seen: &'a Seen, asked: &str) -> Option<&'a Unit> {
    let only = if seen.whole || seen.writes.len() != 1 { None } else { seen.writes.first() };
    let unit = seen.writes.iter().find(|unit| unit.id == asked).or(only.filter(|_| asked.is_empty()));
    unit.filter(|_| seen.event.withdrawn.is_none())
}

pub(super) fn form(seen: &Seen, unit: &Unit, language: Language) -> FormView {
    let (w, p) = (words(language), crate::people::words::words(language));
    let one = seen.said.get(&unit.id);
    let mut fields = vec![
        Field::new("held_on", w.held_on, Input::Day, show::day(one.and_then(|one| one.held_on))),
        Field::new("said", w.said, Input::Line, one.and_then(|one| one.said.clone()).unwrap_or_default()),
    ];
    for (at, of) in Category::ALL.iter().enumerate() {
        let number = one.and_then(|one| one.delegates.iter().find(|(category, _)| category == of));
        let number = number.map(|(_, n)| n.to_string()).unwrap_or_default();
        let field = Field::new(of.code(), category(*of, p), Input::Number, number);
        fields.push(if at == 0 { field.headed(w.delegates, w.delegates_hint) } else { field });
    }
    FormView::new(format!("/events/{}/units?unit={}", seen.event.id, unit.id), 0, fields, w.save)
}

/// `POST /events/{id}/units?unit=…`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let seen = event_for(&app, &visitor, &id).await?;
    let unit = writing(&seen, &asked.unit).ok_or(Refusal::NotAllowed)?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let held_on = reader.day("held_on");
    if held_on.is_some_and(|day| day > seen.today) {
        reader.problem("held_on", w.future);
    }
    let said = reader.text("said");
    let mut delegates = Vec::new();
    for of in Category::ALL {
        let number = people(&mut reader, of.code(), o).filter(|number| *number > 0);
        delegates.extend(number.map(|number| (*of, number)));
    }
    if !reader.fine() {
        let form = form(&seen, unit, language).back(reader, Came::Refused);
        let marked = Marked::Unit(Box::new(form), unit.name.clone());
        return render(&app, &caller, &visitor, &id, marked).await;
    }
    let total = delegates.iter().map(|(_, n)| *n).fold(0, i64::saturating_add);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.write_event_unit(&id, &unit.id, &EventUnit { held_on, said, delegates }).await?;
    let entry = Entry {
        unit_id: Some(unit.id.clone()),
        act: "event.unit",
        subject: "event",
        subject_id: id.clone(),
        detail: Some(format!("{}: {} ({total})", unit.name, show::day(held_on))),
    };
    change.commit(entry).await?;
    go(format!("/events/{id}?done=saved"))
}
