//! Who is given no ballot for what: computed from data, declared by a member, and given back with a reason.

use super::door::{Here, here, invalid};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView, answered};
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::voting::meeting::{Recused, State as Standing};
use thidua_store::meetings::Recusal;

/// Every item, in the list of the form.
const ALL: &str = "all";

struct Away {
    member: i64,
    name: String,
    why: &'static str,
    says: String,
    may_lift: bool,
}

struct Row {
    position: i64,
    name: String,
    award: String,
    ballots: u32,
    away: Vec<Away>,
}

#[derive(Template)]
#[template(path = "meetings/recusals.html")]
struct RecusalsPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    version: i64,
    rows: Vec<Row>,
    any: bool,
    form: Option<FormView>,
}

fn form(here: &Here, w: &'static Words) -> Option<FormView> {
    if here.items.is_empty() || !here.runs || here.it.state != Standing::Called {
        return None;
    }
    let members: Vec<(String, String)> =
        here.members.iter().map(|one| (one.position.to_string(), one.name.clone())).collect();
    let items = here.items.iter().map(|one| (one.item.position.to_string(), here.label(one, w)));
    let reasons = [Recused::Family, Recused::OwnUnit, Recused::Heads, Recused::Declared, Recused::Oneself];
    let reasons = reasons.iter().map(|one| (one.code(), labels::why(*one, w))).collect();
    let fields = vec![
        Field::new("member", w.member, Input::List(members), ""),
        Field::new("item", w.item, Input::List(items.collect()), ""),
        Field::new("reason", w.reason, Input::Choice(reasons), Recused::Family.code()),
        Field::new("says", w.says, Input::Line, "").hint(w.says_hint),
    ];
    Some(FormView::new(format!("/meetings/{}/recusals", here.it.id), here.it.version, fields, w.declare))
}

fn render(caller: &Caller, here: &Here, back: Option<FormView>) -> Answer {
    let w = words(caller.preferences.language);
    let changes = here.runs && here.it.state == Standing::Called;
    let away = |one: &Recusal| Away {
        member: one.member,
        name: here.member(one.member).map(|member| member.name.clone()).unwrap_or_default(),
        why: labels::why(one.reason, w),
        says: one.says.clone().unwrap_or_default(),
        may_lift: changes && one.reason != Recused::Oneself,
    };
    let rows = here.items.iter().map(|one| Row {
        position: one.item.position,
        name: one.subject.name().to_owned(),
        award: one.subject.award(w),
        ballots: here.voters(one),
        away: here.recused_from(one.item.position).map(away).collect(),
    });
    let form = back.or_else(|| form(here, w));
    let came = form.as_ref().map(|form| form.came).unwrap_or_default();
    let template = RecusalsPage {
        f: frame(caller, Tab::Meetings).with_sample(here.illustrative()),
        o: office::words(caller.preferences.language),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        version: here.it.version,
        rows: rows.collect(),
        any: !here.recusals.is_empty(),
        form,
        w,
    };
    answered(page(&template), came)
}

/// `GET /meetings/{id}/recusals`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_reads()?;
    render(&caller, &here, None)
}

/// `POST /meetings/{id}/recusals`.
pub(crate) async fn declare(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_runs(Standing::Called)?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let Some(form) = form(&here, w) else { return Err(invalid(|w| w.need_items)) };
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let number = |typed: &str| typed.parse::<i64>().ok();
    let member = reader.code("member", |typed| here.member(number(typed)?));
    let items: Vec<i64> = match reader.text("item") {
        Some(all) if all == ALL => here.items.iter().map(|one| one.item.position).collect(),
        _ => reader.code("item", |typed| here.item(number(typed)?)).iter().map(|one| one.item.position).collect(),
    };
    let reason = reader.code("reason", Recused::from_code);
    let says = reader.name("says");
    for (name, there) in [("member", member.is_some()), ("item", !items.is_empty()), ("reason", reason.is_some())] {
        if !there {
            reader.required(name);
        }
    }
    let (Some(member), Some(reason), true) = (member, reason, reader.fine()) else {
        return render(&caller, &here, Some(form.back(reader, Came::Refused)));
    };
    let at = (app.clock)();
    let row = |item: &i64| Recusal {
        item: *item,
        member: member.position,
        reason,
        says: says.clone(),
        account_name: visitor.name.clone(),
        at,
    };
    let rows: Vec<Recusal> = items.iter().map(row).collect();
    let change = app.store.change(visitor.author(at)).await?;
    change.take_meeting(&id, Standing::Called, sent.seen()).await?;
    change.add_recusals(&id, &rows).await?;
    let vi = words(Language::Vietnamese);
    let named: Vec<&str> = items.iter().filter_map(|one| here.item(*one)).map(|one| one.subject.name()).collect();
    let detail = format!("{}: {} ({})", member.name, named.join("; "), labels::why(reason, vi));
    change.commit(here.entry("meeting.recused", detail)).await?;
    go(format!("/meetings/{id}/recusals?done=saved"))
}

/// `POST /meetings/{id}/recusals/lift`.
pub(crate) async fn lift(sent: Sent) -> Answer {
    let here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(Standing::Called)?;
    let number = |name: &str| sent.typed.get(name).and_then(|typed| typed.parse::<i64>().ok());
    let (Some(item), Some(member)) = (number("item"), number("member")) else { return Err(Refusal::Unread) };
    let found = here.recused_from(item).find(|one| one.member == member).ok_or(Refusal::ChangedMeanwhile)?;
    if found.reason == Recused::Oneself {
        return Err(invalid(|w| w.self_stays));
    }
    let why = sent.text("why")?.ok_or_else(|| invalid(|w| w.lift_needs_why))?;
    let change = sent.app.store.change(sent.author()).await?;
    change.take_meeting(&sent.id, Standing::Called, sent.seen()).await?;
    change.lift_recusal(&sent.id, item, member).await?;
    let name = |found: Option<&str>| found.unwrap_or_default().to_owned();
    let detail = format!(
        "{}: {} ({why})",
        name(here.member(member).map(|one| one.name.as_str())),
        name(here.item(item).map(|one| one.subject.name()))
    );
    change.commit(here.entry("meeting.recusal-lifted", detail)).await?;
    go(format!("/meetings/{}/recusals?done=saved", sent.id))
}
