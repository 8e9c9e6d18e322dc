//! The form of a class.

use super::actions::{self, class_for};
use super::list::{Asked, add_form};
use super::record::{self, Back};
use super::{list, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::units::UnitKind;
use thidua_store::training::Training;

type UnitWords = &'static crate::units::words::Words;

/// The fields of a class; each kind of unit is a tick of its own.
pub(super) fn fields(w: &'static words::Words, u: UnitWords, of: Option<&Training>) -> Vec<Field> {
    let text = |read: fn(&Training) -> Option<String>| of.and_then(read).unwrap_or_default();
    let to = of.filter(|of| of.to != of.from).map(|of| short(of.to)).unwrap_or_default();
    let mut fields = vec![
        Field::new("title", w.title, Input::Line, text(|of| Some(of.title.clone()))).hint(w.title_hint),
        Field::new("from", w.from, Input::Day, text(|of| Some(short(of.from)))),
        Field::new("to", w.to, Input::Day, to),
        Field::new("place", w.place, Input::Line, text(|of| of.place.clone())),
        Field::new("content", w.content, Input::Text, text(|of| of.content.clone())),
        Field::new("organiser", w.organiser, Input::Line, text(|of| of.organiser.clone())),
    ];
    fields.extend(UnitKind::ALL.into_iter().enumerate().map(|(at, kind)| {
        let chosen = of.is_some_and(|of| of.audience.contains(&kind));
        let field = Field::new(
            kind.code(),
            crate::units::labels::kind(kind, u),
            Input::Tick,
            if chosen { "yes" } else { "" },
        );
        if at == 0 { field.headed(w.audience, w.audience_hint) } else { field }
    }));
    fields
}

pub(super) fn form(w: &'static words::Words, u: UnitWords, of: &Training, save: &'static str) -> FormView {
    FormView::new(format!("/training/{}", of.id), of.version, fields(w, u, Some(of)), save)
        .with_file(w.file, of.file_name.clone())
}

fn read(reader: &mut Reader<'_>, typed: &Typed, before: Training, o: &'static office::Words) -> Training {
    let title = reader.required("title");
    let (from, to) = (reader.day("from"), reader.day("to"));
    if from.is_none() {
        reader.required("from");
    }
    let from = from.unwrap_or(NaiveDate::MIN);
    let to = to.unwrap_or(from);
    if to < from {
        reader.problem("to", o.days_order);
    }
    let chosen = |kind: &UnitKind| typed.get(kind.code()).is_some_and(|value| !value.is_empty());
    Training {
        title,
        from,
        to,
        place: reader.text("place"),
        content: reader.text("content"),
        organiser: reader.text("organiser"),
        audience: UnitKind::ALL.into_iter().filter(chosen).collect(),
        ..before
    }
}

/// `POST /training`.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let (w, o, u) = (words::words(language), office::words(language), crate::units::words::words(language));
    let unit_id = app.own_unit(&visitor, Act::ManageRegulations, None).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let empty = Training {
        id: String::new(),
        unit_id,
        title: String::new(),
        from: NaiveDate::MIN,
        to: NaiveDate::MIN,
        place: None,
        audience: Vec::new(),
        content: None,
        organiser: None,
        file_digest: None,
        file_name: None,
        version: 0,
    };
    let new = read(&mut reader, &sent.typed, empty, o);
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    if !reader.fine() {
        let form = add_form(w, u).back(reader, Came::Refused);
        return list::render(&app, &caller, &visitor, &Asked::default(), Some(form)).await;
    }
    let id = actions::add(&app, visitor.author((app.clock)()), new, sent.file).await?;
    go(format!("/training/{id}?done=saved"))
}

/// `POST /training/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o, u) = (words::words(language), office::words(language), crate::units::words::words(language));
    let c = crate::face::words::words(language);
    let before = class_for(&app, &visitor, &id, Act::ManageRegulations).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, c);
    let after = read(&mut reader, &sent.typed, before.clone(), o);
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    if !reader.fine() {
        let form = form(w, u, &before, c.save).back(reader, Came::Refused);
        return record::render(&app, &caller, &visitor, &id, Some(Back::Own(form))).await;
    }
    let (author, seen) = (visitor.author((app.clock)()), sent.seen());
    match actions::correct(&app, author, &before, after, seen, sent.file).await {
        Ok(()) => go(format!("/training/{id}?done=saved")),
        Err(Refusal::ChangedMeanwhile) => {
            let newest = class_for(&app, &visitor, &id, Act::ManageRegulations).await?;
            beside(&mut reader, &fields(w, u, Some(&newest)), o);
            let form = form(w, u, &newest, c.save).back(reader, Came::Changed);
            record::render(&app, &caller, &visitor, &id, Some(Back::Own(form))).await
        }
        Err(other) => Err(other),
    }
}
