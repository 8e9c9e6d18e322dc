//! Recording a session, correcting one, taking one back.

use super::page::{Asked, Known, closed, form_label, known_for, render, session_form};
use super::words;
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::figures::evidence::Evidence;
use crate::office::forms::{Came, beside, people};
use crate::office::reach;
use crate::office::receiving::{Sent, keep, receive, register, replaced};
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use chrono::{NaiveDate, NaiveDateTime};
use thidua_domain::basics::date::short;
use thidua_domain::basics::{Language, Says};
use thidua_domain::known::{CountProblem, Form, add_up};
use thidua_domain::units::Unit;
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::known::KnownSession;

pub(super) fn fields(w: &'static words::Words, units: &[Unit], of: Option<&KnownSession>) -> Vec<Field> {
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let forms = Form::ALL.iter().map(|form| (form.code(), form_label(*form, w))).collect();
    let mut fields = vec![
        Field::new("day", w.day, Input::Day, show::day(of.map(|of| of.held_on))),
        Field::new("form", w.form, Input::Choice(forms), of.map_or(Form::Meeting, |of| of.form).code()),
        Field::new("people", w.people, Input::Number, number(of.and_then(|of| of.people))).hint(w.people_hint),
        Field::new("of", w.of, Input::Number, number(of.and_then(|of| of.of))).hint(w.of_hint),
        Field::new("remark", w.remark, Input::Line, of.and_then(|of| of.remark.clone()).unwrap_or_default()),
    ];
    match of {
        Some(of) => fields.push(
            Field::new("withdraw", w.withdraw, Input::Tick, if of.withdrawn { "yes" } else { "" })
                .hint(w.withdraw_hint),
        ),
        None => {
            let options: Vec<(String, String)> =
                units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
            let first = if options.len() == 1 { options[0].0.clone() } else { String::new() };
            let none = (options.len() > 1).then(|| (String::new(), w.choose_unit.to_owned()));
            let options = none.into_iter().chain(options).collect();
            fields.insert(0, Field::new("unit", w.unit, Input::List(options), first));
        }
    }
    fields
}

/// Reads the form; what is wrong stays with the reader.
fn read(
    app: &App,
    known: &Known,
    before: Option<&KnownSession>,
    reader: &mut Reader<'_>,
    sent: &Sent,
    w: &'static words::Words,
    o: &'static office::Words,
) -> KnownSession {
    let unit = match before {
        Some(before) => Some(before.unit_id.clone()),
        None => sent.typed.get("unit").filter(|id| known.units.iter().any(|unit| unit.id == **id)).cloned(),
    };
    if unit.is_none() {
        reader.problem("unit", w.choose_unit);
    }
    let day = reader.day("day");
    if day.is_none() {
        reader.required("day");
    }
    if let Some(day) = day {
        if day > reach::today(app) {
            reader.problem("day", w.future.replace("{day}", &short(day)));
        } else if let Some(dated) = known.view.plan.dated.filter(|dated| day < *dated) {
            reader.problem("day", w.before_plan.replace("{day}", &short(dated)));
        }
    }
    let session = KnownSession {
        id: before.map(|before| before.id.clone()).unwrap_or_default(),
        plan_id: known.view.plan.id.clone(),
        unit_id: unit.unwrap_or_default(),
        held_on: day.unwrap_or(NaiveDate::MIN),
        form: reader.code("form", Form::from_code).unwrap_or(Form::Meeting),
        people: people(reader, "people", o),
        of: people(reader, "of", o),
        remark: reader.text("remark"),
        file_digest: before.and_then(|before| before.file_digest.clone()),
        file_name: before.and_then(|before| before.file_name.clone()),
        withdrawn: before.is_some() && reader.tick("withdraw"),
        version: 0,
        account_name: String::new(),
        recorded_at: NaiveDateTime::MIN,
    };
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    if reader.fine() {
        match together(known, &session) {
            Err(CountProblem::MoreThanThere(all)) => {
                let says =
                    w.more_than_there.replace("{a}", &all.people.to_string()).replace("{b}", &all.of.to_string());
                reader.problem("people", says);
            }
            Err(CountProblem::OfHowMany) => reader.problem("of", w.of_how_many),
            Err(CountProblem::Negative) => reader.problem("people", o.whole_number),
            Ok(_) => {}
        }
    }
    session
}

/// The sessions of the unit as they would be with this one.
fn together(known: &Known, new: &KnownSession) -> Result<(), CountProblem> {
    let line = known.board.lines.iter().find(|line| line.unit.id == new.unit_id);
    let mut sessions: Vec<&KnownSession> =
        line.iter().flat_map(|line| line.held()).filter(|one| one.id != new.id).collect();
    if !new.withdrawn {
        sessions.push(new);
    }
    // a new session has no identifier yet and stands behind those of its day
    sessions.sort_by(|a, b| (a.held_on, a.id.is_empty(), &a.id).cmp(&(b.held_on, b.id.is_empty(), &b.id)));
    let counts: Vec<(Option<i64>, Option<i64>)> = sessions.iter().map(|one| (one.people, one.of)).collect();
    add_up(&counts).map(|_| ())
}

/// `POST /movements/{id}/known`.
pub(crate) async fn record(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let known = known_for(&app, &visitor, &id).await?;
    if known.units.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    if closed(&known, w).is_some() {
        let said = |language| closed(&known, words::words(language)).unwrap_or_default();
        return Err(Refusal::Invalid(Says::new(said(Language::Vietnamese), said(Language::English))));
    }
    let sent = receive(&app, request, o).await?;
    let edit = sent.corrects().unwrap_or_default();
    let find = |known: &Known| {
        let sessions = known.board.lines.iter().flat_map(|line| &line.sessions);
        let own = |one: &&KnownSession| known.units.iter().any(|unit| unit.id == one.unit_id);
        sessions.filter(own).find(|one| one.id == edit).cloned()
    };
    let before = find(&known);
    if !edit.is_empty() && before.is_none() {
        return Err(Refusal::NotFound);
    }
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let session = read(&app, &known, before.as_ref(), &mut reader, &sent, w, o);
    let asked = Asked::default();
    if !reader.fine() {
        let form = session_form(&known, &edit, w).back(reader, Came::Refused);
        return render(&app, &caller, &known, &asked, Some(form));
    }
    let seen = sent.seen();
    match write(&app, visitor.author((app.clock)()), &known, before.as_ref(), session, seen, sent.file).await {
        Ok(()) => go(format!("/movements/{id}/known?done=saved")),
        Err(Refusal::ChangedMeanwhile) => {
            let newest = known_for(&app, &visitor, &id).await?;
            let form = session_form(&newest, &edit, w);
            if find(&newest).is_some() {
                beside(&mut reader, &form.fields, o);
            }
            let form = form.back(reader, Came::Changed);
            render(&app, &caller, &newest, &asked, Some(form))
        }
        Err(other) => Err(other),
    }
}

async fn write(
    app: &App,
    author: Author,
    known: &Known,
    before: Option<&KnownSession>,
    mut session: KnownSession,
    seen: i64,
    file: Option<Evidence>,
) -> Result<(), Refusal> {
    let kept = keep(app, file).await?;
    let change = app.store.change(author).await?;
    register(&change, &kept).await?;
    (session.file_digest, session.file_name) =
        replaced(&kept, (session.file_digest.clone(), session.file_name.clone()));
    match before {
        Some(_) => change.correct_known_session(&session, seen).await?,
        None => {
            session.id = change.new_id();
            change.add_known_session(&session).await?;
        }
    }
    let number = |number: Option<i64>| number.map_or("–".to_owned(), |number| number.to_string());
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let said = |one: &KnownSession| {
        let form = super::page::form_label(one.form, vi);
        format!("{}, {form}, {}/{}", short(one.held_on), number(one.people), number(one.of))
    };
    let unit = known.board.lines.iter().find(|line| line.unit.id == session.unit_id);
    let name = unit.map(|line| line.unit.name.clone()).unwrap_or_default();
    let (act, detail) = match before {
        Some(before) if session.withdrawn && !before.withdrawn => ("plan.known-withdrawn", said(before)),
        Some(before) => ("plan.known-corrected", format!("{} → {}", said(before), said(&session))),
        None => ("plan.known", said(&session)),
    };
    let entry = Entry {
        unit_id: Some(session.unit_id.clone()),
        act,
        subject: "plan",
        subject_id: known.view.plan.id.clone(),
        detail: Some(format!("{name}: {detail}")),
    };
    Ok(change.commit(entry).await?)
}
