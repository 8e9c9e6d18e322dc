//! The forms of bodies: a body, and a decision with its list.

use super::actions;
use super::list::{Asked, add_form};
use super::members::{lines, read};
use super::record::decision_form;
use super::{list, record, words};
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
use thidua_domain::councils::{BodyKind, Decision, Member};
use thidua_store::councils::{Body, BodyDecision};

pub(super) fn fields(
    of: Option<&BodyDecision>,
    list: &[Member],
    kind: BodyKind,
    w: &'static words::Words,
) -> Vec<Field> {
    let text = |read: fn(&BodyDecision) -> String| of.map(read).unwrap_or_default();
    vec![
        Field::new("number", w.number, Input::Line, text(|of| of.number_symbol.clone())),
        Field::new("dated", w.dated, Input::Day, text(|of| show::day(of.dated))),
        Field::new("from", w.from, Input::Day, text(|of| short(of.decision.from))).hint(w.from_hint),
        Field::new("to", w.to, Input::Day, text(|of| show::day(of.decision.to))),
        Field::new("reason", w.reason, Input::Line, text(|of| of.reason.clone().unwrap_or_default())),
        Field::new("members", w.members, Input::Text, lines(list, kind, w)).hint(w.members_hint),
    ]
}

/// `POST /councils`.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let unit_id = app.own_unit(&visitor, Act::ManageRegulations, None).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let name = reader.required("name");
    let kind = reader.code("kind", BodyKind::from_code).unwrap_or(BodyKind::EmulationCouncil);
    if !reader.fine() {
        let form = add_form(w).back(reader, Came::Refused);
        return list::render(&app, &caller, &visitor, &Asked::default(), Some(form)).await;
    }
    let body = Body { id: String::new(), unit_id, kind, name, version: 0 };
    let id = actions::add(&app, visitor.author((app.clock)()), body).await?;
    go(format!("/councils/{id}?done=saved"))
}

/// `POST /councils/{id}/decisions`.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let today = reach::today(&app);
    let known = actions::one(&app, &id, today).await?;
    app.require(&visitor, Act::ManageRegulations, &known.unit.id).await?;
    let sent = receive(&app, request, o).await?;
    let edit = sent.corrects().unwrap_or_default();
    let before = known.decisions.iter().find(|one| one.decision.id == edit);
    if !edit.is_empty() && before.is_none() {
        return Err(Refusal::NotFound);
    }
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let decision = read_decision(&mut reader, &known, before, w, o);
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let asked = Asked::default();
    if !reader.fine() {
        let form = decision_form(&known, &edit, today, w).back(reader, Came::Refused);
        return record::render(&app, &caller, &visitor, &id, &asked, Some(form)).await;
    }
    let (author, seen) = (visitor.author((app.clock)()), sent.seen());
    match actions::decide(&app, author, &known.body, before, decision, seen, sent.file).await {
        Ok(()) => go(format!("/councils/{id}?done=saved")),
        Err(Refusal::ChangedMeanwhile) => {
            let newest = actions::one(&app, &id, today).await?;
            let form = decision_form(&newest, &edit, today, w);
            if before.is_some() {
                beside(&mut reader, &form.fields, o);
            } else if let Some(members) = form.fields.iter().find(|field| field.name == "members") {
                // a new decision began with the list of then; the list of now stands beside it
                beside(&mut reader, std::slice::from_ref(members), o);
            }
            let form = form.back(reader, Came::Changed);
            record::render(&app, &caller, &visitor, &id, &asked, Some(form)).await
        }
        Err(other) => Err(other),
    }
}

fn read_decision(
    reader: &mut Reader<'_>,
    known: &actions::Known,
    before: Option<&BodyDecision>,
    w: &'static words::Words,
    o: &'static office::Words,
) -> BodyDecision {
    let number_symbol = reader.required("number");
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
    let other = known.decisions.iter().find(|one| {
        Some(one.decision.from) == from && before.is_none_or(|before| before.decision.id != one.decision.id)
    });
    if let Some(other) = other {
        reader.problem("from", w.same_day.replace("{number}", &other.number_symbol));
    }
    let list = reader.required("members");
    let old: Vec<Member> = known.decisions.iter().rev().flat_map(|one| one.decision.members.clone()).collect();
    let members = read(&list, known.body.kind, &old, w).unwrap_or_else(|problem| {
        reader.problem("members", problem);
        Vec::new()
    });
    BodyDecision {
        decision: Decision { id: String::new(), from: from.unwrap_or(NaiveDate::MIN), to, members },
        body_id: known.body.id.clone(),
        number_symbol,
        dated,
        reason: reader.text("reason"),
        file_digest: None,
        file_name: None,
        account_name: String::new(),
        recorded_at: NaiveDateTime::MIN,
    }
}
