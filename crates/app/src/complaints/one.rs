//! One complaint: its clock, its steps, its outcome.

use super::rule::rule;
use super::words::{Words, words};
use crate::App;
use crate::calendar::countdown;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::{self, receive};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Request, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::calendar::deadlines::remaining;
use thidua_domain::decisions::complaints::{Standing, State as Stage};
use thidua_domain::decisions::words as decision_words;
use thidua_domain::law::Mark;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::complaints::Complaint;
use thidua_store::decisions::Nominated;
use thidua_store::honours::Honour;

#[derive(Template)]
#[template(path = "complaints/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    heading: String,
    state: String,
    open: bool,
    about: String,
    about_address: String,
    says: String,
    received_on: String,
    due: String,
    late: bool,
    rule: String,
    outcome: String,
    settled_on: String,
    file: Option<(String, String)>,
    waits: &'static str,
    form: Option<FormView>,
    history: Vec<String>,
    downloads: Vec<Download>,
}

/// What complaints are about, read for all of them at once.
pub(super) struct Subjects {
    honours: Vec<Honour>,
    nominated: Vec<Nominated>,
}

impl Subjects {
    pub(super) async fn of(app: &App, all: &[Complaint]) -> Result<Subjects, Refusal> {
        let honours: Vec<String> = all.iter().filter_map(|one| one.honour_id.clone()).collect();
        let nominations: Vec<String> = all.iter().filter_map(|one| one.nomination_id.clone()).collect();
        Ok(Subjects {
            honours: app.store.honours_of_ids(&honours).await?,
            nominated: app.store.nominated_of(&nominations).await?,
        })
    }

    /// What a complaint is about: words and address.
    pub(super) fn about(&self, it: &Complaint, w: &'static Words) -> Result<(String, String), Refusal> {
        if let Some(id) = &it.honour_id {
            let found = self.honours.iter().find(|one| one.id == *id).ok_or(Refusal::NotFound)?;
            let says = w
                .of_honour
                .replace("{name}", &found.whom.name)
                .replace("{award}", &found.award_name)
                .replace("{year}", &found.year.to_string());
            return Ok((says, format!("/honours/{id}")));
        }
        let id = it.nomination_id.clone().unwrap_or_default();
        let found = self.nominated.iter().find(|one| one.id == id);
        let says = found.map(|one| format!("{} – {}", one.name, one.award_name)).unwrap_or_default();
        Ok((says, format!("/nominations/{id}")))
    }
}

/// The day that is due, with what is left of the time, and whether it is late.
pub(super) fn clock(app: &App, it: &Complaint, calendar: &WorkCalendar, language: Language) -> (String, bool) {
    let due = match it.state {
        Stage::Received => it.accept_by,
        Stage::Accepted => it.settle_by,
        Stage::Rejected | Stage::Settled | Stage::Withdrawn => None,
    };
    let Some(due) = due else { return (String::new(), false) };
    let left = countdown::of(remaining(due, reach::today(app), calendar), language);
    (format!("{} ({})", shown::day(Some(due)), left.text), left.late)
}

/// The steps that this person may take.
async fn steps(app: &App, visitor: &Visitor, it: &Complaint) -> Result<Vec<Stage>, Refusal> {
    let settles = app.may(visitor, Act::DecideAward, &it.unit_id).await?;
    Ok(it.state.next().iter().copied().filter(|to| *to != Stage::Settled || settles).collect())
}

fn form(it: &Complaint, steps: &[Stage], app: &App, language: Language) -> FormView {
    let w = words(language);
    let of = |to: &Stage| (to.code().to_owned(), decision_words::complaint(*to).in_language(language).to_owned());
    let fields = vec![
        Field::new("to", w.to, Input::List(steps.iter().map(of).collect()), ""),
        Field::new("day", w.day, Input::Day, shown::day(Some(reach::today(app)))),
        Field::new("outcome", w.outcome, Input::Text, ""),
        Field::new("number", w.number, Input::Line, ""),
        Field::new("signer", w.signer, Input::Line, ""),
    ];
    FormView::new(format!("/complaints/{}", it.id), it.version, fields, w.step).with_file(w.paper, None)
}

pub(super) async fn found(app: &App, visitor: &Visitor, id: &str) -> Result<Complaint, Refusal> {
    let it = app.store.complaint(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::PrepareDecision, &it.unit_id).await?;
    Ok(it)
}

/// `GET /complaints/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let it = found(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, &it, None).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, it: &Complaint, marked: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = marked.as_ref().map_or(Came::Fresh, |form| form.came);
    let steps = steps(app, visitor, it).await?;
    let calendar = crate::calendar::of_unit(app, &it.unit_id).await?;
    let (due, late) = clock(app, it, &calendar, language);
    let (about, about_address) = Subjects::of(app, std::slice::from_ref(it)).await?.about(it, w)?;
    let a = crate::audit::words::words(language);
    let line = |one: thidua_store::audit::Logged| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        format!(
            "{} {}, {}{detail}",
            shown::moment(one.at),
            one.account_name,
            crate::audit::labels::label(&one.act, a)
        )
    };
    let entries = app.store.history_of("complaint", &it.id).await?.into_iter().rev();
    let rule = rule()?;
    let mark = crate::awards::labels::mark(rule.mark, crate::awards::words::words(language)).1;
    let template = OnePage {
        f: frame(caller, Tab::Complaints),
        o: office::words(language),
        heading: it.from_name.clone(),
        state: decision_words::complaint(it.state).in_language(language).to_owned(),
        open: it.state.is_open(),
        about,
        about_address,
        says: it.says.clone(),
        received_on: shown::day(Some(it.received_on)),
        due,
        late,
        rule: if rule.mark == Mark::Verified {
            String::new()
        } else {
            w.rule.replace("{source}", &rule.source).replace("{mark}", mark)
        },
        outcome: it.outcome.clone().unwrap_or_default(),
        settled_on: shown::day(it.settled_on),
        file: it
            .file_digest
            .as_ref()
            .map(|digest| (format!("/files/{digest}"), it.file_name.clone().unwrap_or_default())),
        waits: if it.state == Stage::Accepted && !steps.contains(&Stage::Settled) { w.head_settles } else { "" },
        form: marked.or_else(|| (!steps.is_empty()).then(|| form(it, &steps, app, language))),
        history: entries.map(line).collect(),
        downloads: if super::reply::is_due(it) {
            downloads(&format!("/complaints/{}", it.id), super::reply::FORMS, language)
        } else {
            Vec::new()
        },
        w,
    };
    answered(page(&template), came)
}

/// Whether this person issued what is complained of, alone.
async fn own(app: &App, visitor: &Visitor, it: &Complaint) -> Result<bool, Refusal> {
    let Some(honour) = &it.honour_id else { return Ok(false) };
    let Some(decision) = app.store.honour(honour).await?.and_then(|one| one.decision_id) else { return Ok(false) };
    let entries = app.store.history_of("decision", &decision).await?;
    let mine = Some(visitor.actor.account_id.as_str());
    Ok(entries.iter().any(|one| one.act == "decision.issued" && one.account_id.as_deref() == mine))
}

/// A step as it is typed.
struct Step {
    to: Stage,
    day: NaiveDate,
    outcome: Option<String>,
}

async fn read(
    app: &App,
    visitor: &Visitor,
    it: &Complaint,
    reader: &mut Reader<'_>,
    language: Language,
) -> Result<Option<Step>, Refusal> {
    let w = words(language);
    let steps = steps(app, visitor, it).await?;
    let to = reader.code("to", |code| Stage::from_code(code).filter(|to| steps.contains(to)));
    if to.is_none() {
        reader.required("to");
    }
    let day = reader.day("day");
    match day {
        None => _ = reader.required("day"),
        Some(day) if day > reach::today(app) => reader.problem("day", w.future),
        Some(day) if day < it.received_on => reader.problem("day", w.day_before),
        Some(_) => {}
    }
    let (outcome, number, signer) = (reader.text("outcome"), reader.name("number"), reader.name("signer"));
    let (Some(to), Some(day)) = (to, day) else { return Ok(None) };
    let standing = Standing {
        reason: outcome.is_some(),
        signed: outcome.is_some() && number.is_some() && signer.is_some(),
        own: own(app, visitor, it).await?,
    };
    if let Err(refused) = it.state.step(to, &standing) {
        reader.problem("outcome", decision_words::complaint_refused(refused).in_language(language));
    }
    let outcome = match (outcome, number, signer) {
        (Some(outcome), Some(number), Some(signer)) => {
            let signed = w.signed.replace("{number}", &number).replace("{signer}", &signer);
            Some(format!("{outcome}\n{signed}"))
        }
        (outcome, _, _) => outcome,
    };
    Ok(Some(Step { to, day, outcome }))
}

/// `POST /complaints/{id}`.
pub(crate) async fn step(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let before = found(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let o = office::words(language);
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let typed = read(&app, &visitor, &before, &mut reader, language).await?;
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let (Some(typed), true) = (typed, reader.fine()) else {
        let steps = steps(&app, &visitor, &before).await?;
        let form = form(&before, &steps, &app, language).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &before, Some(form)).await;
    };
    let calendar = crate::calendar::of_unit(&app, &before.unit_id).await?;
    let kept = receiving::keep(&app, sent.file).await?;
    let replaced = receiving::replaced(&kept, (before.file_digest.clone(), before.file_name.clone()));
    let accepted = typed.to == Stage::Accepted;
    let it = Complaint {
        state: typed.to,
        settle_by: if accepted { Some(calendar.add(typed.day, rule()?.settle).value) } else { before.settle_by },
        outcome: typed.outcome.or_else(|| before.outcome.clone()),
        settled_on: (!accepted).then_some(typed.day),
        file_digest: replaced.0,
        file_name: replaced.1,
        version: crate::face::forms::seen(&sent.typed),
        ..before.clone()
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    receiving::register(&change, &kept).await?;
    match change.write_complaint(&it).await {
        Ok(()) => {}
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = found(&app, &visitor, &id).await?;
            let steps = steps(&app, &visitor, &newest).await?;
            let fresh = form(&newest, &steps, &app, language);
            let sent_state = Field::new("to", "", Input::Line, newest.state.code());
            beside(&mut reader, std::slice::from_ref(&sent_state), o);
            return render(&app, &caller, &visitor, &newest, Some(fresh.back(reader, Came::Changed))).await;
        }
        Err(other) => return Err(other.into()),
    }
    let state = decision_words::complaint(it.state).in_language(Language::Vietnamese).to_owned();
    change
        .commit(Entry {
            unit_id: Some(it.unit_id.clone()),
            act: "complaint.stepped",
            subject: "complaint",
            subject_id: it.id.clone(),
            detail: Some(format!("{}: {state}", it.from_name)),
        })
        .await?;
    go(format!("/complaints/{id}?done=saved"))
}

#[derive(Template)]
#[template(path = "complaints/taking.html")]
struct TakingPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    address: String,
    form: FormView,
}

/// The form alone, as it came back from the page of a nomination.
pub(super) fn render_form(caller: &Caller, form: FormView, nomination: &str) -> Answer {
    let language = caller.preferences.language;
    let came = form.came;
    let template = TakingPage {
        f: frame(caller, Tab::Complaints),
        w: words(language),
        o: office::words(language),
        address: format!("/nominations/{nomination}"),
        form,
    };
    answered(page(&template), came)
}
