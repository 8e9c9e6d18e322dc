//! The minutes: only after the close, with numbers that are locked; what was said is written by the secretary.

use super::door::{Here, here, invalid};
use super::labels;
use super::one::{Shown, results};
use super::outcomes::secret;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::councils::labels as councils;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use crate::reports::letterhead::issue_date;
use crate::reports::sending::Paper;
use crate::word_templates::{Own, render_own};
use askama::Template;
use axum::extract::{Path, Request, State};
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::councils::Seat;
use thidua_domain::voting::meeting::{Presence, State as Standing};
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::council_minutes::{CouncilMinutes, ItemRow, Papers, document};
use thidua_paper::template::catalogue;
use thidua_paper::write::document::Signature;
use thidua_store::StoreError;

struct Row {
    position: i64,
    name: String,
    award: String,
    shown: Option<Shown>,
    class: &'static str,
    result: &'static str,
}

#[derive(Template)]
#[template(path = "meetings/minutes.html")]
struct MinutesPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    facts: String,
    rows: Vec<Row>,
    said: String,
    form: Option<FormView>,
    downloads: Vec<Download>,
}

pub(super) async fn closed(app: &App, visitor: &Visitor, id: &str) -> Result<Here, Refusal> {
    let here = here(app, visitor, id).await?;
    here.require_reads()?;
    if here.it.state == Standing::Closed { Ok(here) } else { Err(invalid(|w| w.minutes_only)) }
}

fn facts(here: &Here, w: &'static Words) -> String {
    let written = match here.there(Presence::Written) {
        0 => String::new(),
        n => w.minutes_written.replace("{n}", &n.to_string()),
    };
    w.minutes_facts
        .replace("{day}", &shown::day(Some(here.it.held_on)))
        .replace("{place}", here.it.place.as_deref().unwrap_or(w.no_place))
        .replace("{present}", &here.there(Presence::Present).to_string())
        .replace("{members}", &here.members.len().to_string())
        .replace("{written}", &written)
}

fn fields(here: &Here, w: &'static Words) -> Vec<Field> {
    vec![Field::new("said", w.discussion, Input::Text, here.it.minutes.clone().unwrap_or_default())]
}

fn form(here: &Here, w: &'static Words) -> FormView {
    FormView::new(format!("/meetings/{}/minutes", here.it.id), here.it.version, fields(here, w), w.save_minutes)
}

/// Who counted, and who was replaced with which reason.
async fn tellers(app: &App, here: &Here, w: &'static Words) -> Result<String, Refusal> {
    let mut names: Vec<String> = Vec::new();
    for one in app.store.meeting_tallies(&here.it.id).await? {
        if one.teller > 0 && !names.contains(&one.account_name) {
            names.push(one.account_name);
        }
    }
    if names.is_empty() {
        return Ok(String::new());
    }
    let mut says = vec![w.minutes_tellers.replace("{names}", &names.join("; "))];
    for one in app.store.released_tellers(&here.it.id).await? {
        says.push(w.minutes_released.replace("{name}", &one.account_name).replace("{why}", &one.why));
    }
    Ok(says.join(" "))
}

async fn render(app: &App, caller: &Caller, here: &Here, back: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let mut results = results(app, here, language, w).await?;
    let rows = here.items.iter().map(|one| {
        let (class, result) = one.item.result.map_or(("", ""), |came| labels::came(came, w));
        Row {
            position: one.item.position,
            name: one.subject.name().to_owned(),
            award: one.subject.award(w),
            shown: results.remove(&one.item.position),
            class,
            result,
        }
    });
    let form = back.or_else(|| here.runs.then(|| form(here, w)));
    let came = form.as_ref().map(|form| form.came).unwrap_or_default();
    let template = MinutesPage {
        f: frame(caller, Tab::Meetings).with_sample(here.illustrative()),
        o: office::words(language),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        facts: [facts(here, w), tellers(app, here, w).await?].join(" ").trim().to_owned(),
        rows: rows.collect(),
        said: here.it.minutes.clone().unwrap_or_default(),
        form,
        downloads: if secret(here).next().is_some() {
            downloads(&format!("/meetings/{}", here.it.id), &["tally_sheet"], language)
        } else {
            Vec::new()
        },
        w,
    };
    answered(page(&template), came)
}

/// `GET /meetings/{id}/minutes`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let here = closed(&app, &visitor, &id).await?;
    render(&app, &caller, &here, None).await
}

/// `POST /meetings/{id}/minutes`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let mut here = closed(&app, &visitor, &id).await?;
    here.require_runs(Standing::Closed)?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let said = reader.text("said");
    if !reader.fine() {
        let form = form(&here, w).back(reader, Came::Refused);
        return render(&app, &caller, &here, Some(form)).await;
    }
    here.it.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_minutes(&here.it, said.as_deref()).await {
        Ok(()) => {}
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let here = closed(&app, &visitor, &id).await?;
            beside(&mut reader, &fields(&here, w), o);
            let form = form(&here, w).back(reader, Came::Changed);
            return render(&app, &caller, &here, Some(form)).await;
        }
        Err(other) => return Err(other.into()),
    }
    change.commit(here.entry("meeting.minutes-written", String::new())).await?;
    go(format!("/meetings/{id}/minutes?done=saved"))
}

async fn on_paper(app: &App, visitor: &Visitor, id: &str, paper: Paper) -> Answer {
    let here = closed(app, visitor, id).await?;
    let vi = Language::Vietnamese;
    let w = words(vi);
    let c = crate::councils::words::words(vi);
    let mut results: HashMap<i64, Shown> = results(app, &here, vi, w).await?;
    let member = |presence: Presence| -> Vec<String> {
        let found = here.members.iter().filter(|one| one.attendance == presence);
        found.map(|one| format!("{}, {}", one.name, councils::seat(one.seat, here.body.kind, c))).collect()
    };
    let seated = |seat: Seat| here.members.iter().find(|one| one.seat == seat).map(|one| one.name.clone());
    let items = here.items.iter().map(|one| {
        let shown = results.remove(&one.item.position);
        ItemRow {
            name: one.subject.name().to_owned(),
            award: one.subject.award(w),
            rule: labels::rule(&one.item.rule, vi, w).0,
            recused: here
                .recused_from(one.item.position)
                .filter_map(|recusal| here.member(recusal.member))
                .map(|member| member.name.clone())
                .collect(),
            papers: shown
                .as_ref()
                .and_then(|shown| shown.papers)
                .map(|[issued, returned, valid, invalid]| Papers { issued, returned, valid, invalid }),
            votes: shown.as_ref().map(|shown| (shown.votes_for, shown.against)),
            abstaining: shown.as_ref().and_then(|shown| shown.abstaining),
            rate: shown.map(|shown| shown.rate).unwrap_or_default(),
            result: one.item.result.map(|came| labels::came(came, w).1.to_owned()).unwrap_or_default(),
        }
    });
    let chair = seated(Seat::Chair).or_else(|| seated(Seat::ViceChair));
    let form = CouncilMinutes {
        letterhead: Letterhead {
            parent_authority: Some(here.unit.name.clone()),
            issuer: here.body.name.clone(),
            number_symbol: None,
            symbol_hint: Some(w.symbol_minutes.to_owned()),
            place: None,
            date: Some(issue_date(here.it.held_on)),
            recipients: Vec::new(),
            signature: Signature {
                authority_form: None,
                post: councils::seat(Seat::Chair, here.body.kind, c).to_owned(),
                name: chair,
            },
        },
        meeting: here.it.name.clone(),
        council: here.body.name.clone(),
        place: here.it.place.clone(),
        day: issue_date(here.it.held_on),
        present: member(Presence::Present),
        absent: member(Presence::Absent),
        written: member(Presence::Written),
        members: here.members.len(),
        tellers: Some(tellers(app, &here, w).await?).filter(|says| !says.is_empty()),
        discussion: here.it.minutes.clone(),
        items: items.collect(),
        secretary: seated(Seat::Secretary),
        illustrative: here.illustrative(),
    };
    let name = format!("bien-ban-hop-hoi-dong-{}", shown::day(Some(here.it.held_on)).replace('/', "-"));
    let own = Own {
        unit_id: &here.unit.id,
        kind: "council_minutes",
        day: here.it.held_on,
        data: catalogue::council_minutes(&form).into_value(),
    };
    render_own(app, own, document(&form), paper, &name).await
}

/// `GET /meetings/{id}/minutes.docx`.
pub(crate) async fn docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    on_paper(&app, &visitor, &id, Paper::Docx).await
}

/// `GET /meetings/{id}/minutes.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    on_paper(&app, &visitor, &id, Paper::Pdf).await
}
