//! The forms of the register: a regulation, and a version of one.

use super::list::{Asked, add_form, own_unit};
use super::record::{Back, own_form, version_form};
use super::{actions, labels, list, record, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, beside};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use chrono::{NaiveDate, NaiveDateTime};
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::regulations::{RegulationKind, ReviewState, Version, Way};
use thidua_store::StoreError;
use thidua_store::regulations::{Regulation, RegulationVersion};

pub(super) fn own_fields(w: &'static words::Words, of: Option<&Regulation>) -> Vec<Field> {
    let kinds = RegulationKind::ALL.iter().map(|kind| (kind.code(), labels::kind(*kind, w))).collect();
    let states = ReviewState::ALL.iter().map(|state| (state.code(), labels::state(*state, w))).collect();
    let kind = of.map_or(RegulationKind::Statute, |of| of.kind);
    let state = of.map_or(ReviewState::InForce, |of| of.state);
    let note = of.and_then(|of| of.note.clone()).unwrap_or_default();
    vec![
        Field::new("title", w.title, Input::Line, of.map(|of| of.title.clone()).unwrap_or_default())
            .hint(w.title_hint),
        Field::new("kind", w.col_kind, Input::Choice(kinds), kind.code()),
        Field::new("state", w.state, Input::Choice(states), state.code()),
        Field::new("due", w.due, Input::Day, show::day(of.and_then(|of| of.review_due))),
        Field::new("note", w.note, Input::Text, note),
    ]
}

/// The fields of a version; the first one of a regulation is a whole text.
pub(super) fn version_fields(
    w: &'static words::Words,
    of: Option<&RegulationVersion>,
    issuer: &str,
    may_amend: bool,
) -> Vec<Field> {
    let ways = Way::ALL.iter().map(|way| (way.code(), labels::way(*way, w))).collect();
    let text = |read: fn(&RegulationVersion) -> String| of.map(read).unwrap_or_default();
    let issuer = of.map_or_else(|| issuer.to_owned(), |of| of.issuer.clone());
    let mut fields = vec![
        Field::new("number", w.number, Input::Line, text(|of| of.number_symbol.clone())),
        Field::new("dated", w.dated, Input::Day, text(|of| show::day(of.dated))),
        Field::new("issuer", w.issuer, Input::Line, issuer),
        Field::new("from", w.from, Input::Day, text(|of| short(of.time.from))).hint(w.from_hint),
        Field::new("to", w.to, Input::Day, text(|of| show::day(of.time.to))),
    ];
    if may_amend {
        let way = of.map_or(Way::Whole, |of| of.time.way);
        fields.insert(0, Field::new("way", w.way, Input::Choice(ways), way.code()));
        fields.push(Field::new(
            "changes",
            w.changes,
            Input::Text,
            text(|of| of.changes.clone().unwrap_or_default()),
        ));
    }
    fields
}

fn read_own(reader: &mut Reader<'_>, before: Regulation) -> Regulation {
    Regulation {
        title: reader.required("title"),
        kind: reader.code("kind", RegulationKind::from_code).unwrap_or(before.kind),
        state: reader.code("state", ReviewState::from_code).unwrap_or(before.state),
        review_due: reader.day("due"),
        note: reader.text("note"),
        ..before
    }
}

fn read_version(
    reader: &mut Reader<'_>,
    regulation_id: &str,
    w: &'static words::Words,
    o: &'static office::Words,
) -> RegulationVersion {
    let (number_symbol, issuer) = (reader.required("number"), reader.required("issuer"));
    let (dated, from, to) = (reader.day("dated"), reader.day("from"), reader.day("to"));
    if from.is_none() {
        reader.required("from");
    }
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        reader.problem("to", o.days_order);
    }
    if let (Some(dated), Some(from)) = (dated, from)
        && dated > from
    {
        reader.problem("dated", w.dated_after);
    }
    let way = reader.code("way", Way::from_code).unwrap_or(Way::Whole);
    RegulationVersion {
        time: Version { id: String::new(), way, from: from.unwrap_or(NaiveDate::MIN), to },
        regulation_id: regulation_id.to_owned(),
        number_symbol,
        dated,
        issuer,
        changes: reader.text("changes"),
        file_digest: None,
        file_name: None,
        account_name: String::new(),
        recorded_at: NaiveDateTime::MIN,
    }
}

/// `POST /regulations`.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let unit_id = own_unit(&app, &visitor).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let empty = Regulation {
        id: String::new(),
        unit_id,
        kind: RegulationKind::Statute,
        title: String::new(),
        state: ReviewState::InForce,
        review_due: None,
        note: None,
        version: 0,
    };
    let regulation = read_own(&mut reader, empty);
    let version = read_version(&mut reader, "", w, o);
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    if !reader.fine() {
        let form = add_form(w, "").back(reader, Came::Refused);
        return list::render(&app, &caller, &visitor, &Asked::default(), Some(form)).await;
    }
    let id = actions::add(&app, visitor.author((app.clock)()), regulation, version, sent.file).await?;
    go(format!("/regulations/{id}?done=saved"))
}

/// `POST /regulations/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o, c) = (words::words(language), office::words(language), crate::face::words::words(language));
    let kept = actions::one(&app, &id, reach::today(&app)).await?;
    app.require(&visitor, Act::ManageRegulations, &kept.regulation.unit_id).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, c);
    let after = read_own(&mut reader, kept.regulation.clone());
    let asked = Asked::default();
    if !reader.fine() {
        let form = own_form(&kept, w, c.save).back(reader, Came::Refused);
        return record::render(&app, &caller, &visitor, &id, &asked, Some(Back::Own(form))).await;
    }
    let author = visitor.author((app.clock)());
    match actions::correct(&app, author, &kept.regulation, &after, sent.seen()).await {
        Ok(()) => go(format!("/regulations/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let newest = actions::one(&app, &id, reach::today(&app)).await?;
            beside(&mut reader, &own_fields(w, Some(&newest.regulation)), o);
            let form = own_form(&newest, w, c.save).back(reader, Came::Changed);
            record::render(&app, &caller, &visitor, &id, &asked, Some(Back::Own(form))).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /regulations/{id}/versions`.
pub(crate) async fn write_version(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let kept = actions::one(&app, &id, reach::today(&app)).await?;
    app.require(&visitor, Act::ManageRegulations, &kept.regulation.unit_id).await?;
    let sent = receive(&app, request, o).await?;
    let corrects = sent.corrects();
    let of = |kept: &actions::Kept| {
        let found = kept.versions.iter().find(|version| Some(&version.time.id) == corrects.as_ref()).cloned();
        if corrects.is_some() && found.is_none() { Err(Refusal::NotFound) } else { Ok(found) }
    };
    let before = of(&kept)?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let version = read_version(&mut reader, &id, w, o);
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let asked = Asked::default();
    let edit = corrects.clone().unwrap_or_default();
    if !reader.fine() {
        let form = version_form(&kept, &edit, "", w).back(reader, Came::Refused);
        return record::render(&app, &caller, &visitor, &id, &asked, Some(Back::Version(form))).await;
    }
    let (author, seen) = (visitor.author((app.clock)()), sent.seen());
    match actions::write_version(&app, author, &kept.regulation, before.as_ref(), version, seen, sent.file).await {
        Ok(()) => go(format!("/regulations/{id}?done=saved")),
        Err(Refusal::ChangedMeanwhile) => {
            let newest = actions::one(&app, &id, reach::today(&app)).await?;
            let form = version_form(&newest, &edit, "", w);
            // a new text has nothing beside it; the page above shows what the other person recorded
            if of(&newest)?.is_some() {
                beside(&mut reader, &form.fields, o);
            }
            let form = form.back(reader, Came::Changed);
            record::render(&app, &caller, &visitor, &id, &asked, Some(Back::Version(form))).await
        }
        Err(other) => Err(other),
    }
}
