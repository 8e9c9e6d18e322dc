//! What was sent upward: a list, and each with its answers; what is granted above becomes an honour here.

use super::honouring::{Paper, honours, pairs, rests_on};
use super::law::catalogue;
use super::using::{relied, use_up};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::receiving::receive;
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Request, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::decisions::number::{Key, written};
use thidua_domain::decisions::{Answered, Submission, words as decision_words};
use thidua_store::audit::Entry;
use thidua_store::decisions::{Answer as Told, Nominated, Sent};

struct Row {
    address: String,
    name: String,
    note: String,
    award: String,
    to: String,
    sent: String,
    /// The number and day of the answer.
    answered: String,
    granted: bool,
    class: &'static str,
    state: String,
    says: String,
}

#[derive(Template)]
#[template(path = "decisions/submissions.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "decisions/submission.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    row: Row,
    nomination: String,
    honour: Option<String>,
    form: Option<FormView>,
    history: Vec<String>,
    downloads: Vec<Download>,
}

fn class(state: Submission) -> &'static str {
    match state {
        Submission::Submitted => "on-track",
        Submission::Returned => "at-risk",
        Submission::Granted => "met",
        Submission::Refused => "missed",
    }
}

fn row(one: &Sent, of: Option<&Nominated>, language: Language) -> Row {
    let says = decision_words::submission(one.state);
    let dated = |number: &Option<String>, day| {
        let parts = [number.clone().unwrap_or_default(), shown::day(day)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    Row {
        address: format!("/submissions/{}", one.id),
        name: of.map(|it| it.name.clone()).unwrap_or_default(),
        note: of.map(|it| it.of_unit.clone()).unwrap_or_default(),
        award: of.map(|it| it.award_name.clone()).unwrap_or_default(),
        to: one.sent_to.clone(),
        sent: dated(&one.number, Some(one.sent_on)),
        // while it is above again, what they said before is in its history
        answered: match one.state {
            Submission::Submitted => String::new(),
            _ => dated(&one.answer_number, one.answered_on),
        },
        granted: one.state == Submission::Granted,
        class: class(one.state),
        state: says.in_language(language).to_owned(),
        says: one.says.clone().unwrap_or_default(),
    }
}

/// `GET /submissions`.
pub(crate) async fn list(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let all = app.store.submissions(&reach::within(&visitor)).await?;
    let ids: Vec<String> = all.iter().map(|one| one.nomination_id.clone()).collect();
    let nominated = app.store.nominated_of(&ids).await?;
    let by_id: HashMap<&str, &Nominated> = nominated.iter().map(|it| (it.id.as_str(), it)).collect();
    let of = |one: &Sent| by_id.get(one.nomination_id.as_str()).copied();
    let sample = !nominated.is_empty() && nominated.iter().all(|it| it.illustrative);
    let rows = all.iter().map(|one| row(one, of(one), language)).collect();
    page(&ListPage { f: frame(&caller, Tab::Decisions).with_sample(sample), w: words(language), rows })
}

pub(super) async fn found(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<(Sent, Nominated), Refusal> {
    let one = app.store.submission(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, act, &one.unit_id).await?;
    let it = app.store.nominated_of(std::slice::from_ref(&one.nomination_id)).await?.pop();
    Ok((one, it.ok_or(Refusal::NotFound)?))
}

fn form(one: &Sent, app: &App, language: Language) -> FormView {
    let w = words(language);
    let states = one.state.next().iter();
    let states = states.map(|state| {
        (state.code().to_owned(), decision_words::submission(*state).in_language(language).to_owned())
    });
    let fields = vec![
        Field::new("state", w.answer_state, Input::List(states.collect()), ""),
        Field::new("day", w.answer_day, Input::Day, shown::day(Some(reach::today(app)))),
        Field::new("number", w.answer_number, Input::Line, ""),
        Field::new("issuer", w.answer_issuer, Input::Line, one.sent_to.clone()),
        Field::new("says", w.answer_says, Input::Text, ""),
        Field::new("pays", w.answer_pays, Input::Tick, ""),
    ];
    FormView::new(format!("/submissions/{}", one.id), one.version, fields, w.answer)
}

/// `GET /submissions/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (one, it) = found(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &one, &it, None).await
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    one: &Sent,
    it: &Nominated,
    marked: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let writes = app.may(visitor, Act::PrepareDecision, &one.unit_id).await? && one.state.is_open();
    let came = marked.as_ref().map_or(Came::Fresh, |form| form.came);
    let a = crate::audit::words::words(language);
    let entries = app.store.history_of("submission", &one.id).await?.into_iter().rev();
    let line = |one: thidua_store::audit::Logged| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        format!(
            "{} {}, {}{detail}",
            shown::moment(one.at),
            one.account_name,
            crate::audit::labels::label(&one.act, a)
        )
    };
    let template = OnePage {
        f: frame(caller, Tab::Decisions).with_sample(it.illustrative),
        w: words(language),
        o: office::words(language),
        row: row(one, Some(it), language),
        nomination: format!("/nominations/{}", it.id),
        honour: one.honour_id.as_ref().map(|id| format!("/honours/{id}")),
        form: marked.or_else(|| writes.then(|| form(one, app, language))),
        history: entries.map(line).collect(),
        downloads: downloads(&format!("/submissions/{}", one.id), super::presenting::FORMS, language),
    };
    answered(page(&template), came)
}

/// What came back as it is typed.
struct Typed {
    told: Told,
    issuer: String,
    pays: bool,
}

fn read(reader: &mut Reader<'_>, app: &App, one: &Sent, language: Language) -> Option<Typed> {
    let w = words(language);
    let state = reader.code("state", Submission::from_code);
    let day = reader.day("day");
    match day {
        None => _ = reader.required("day"),
        Some(day) if day > reach::today(app) => reader.problem("day", w.future),
        Some(day) if day < one.sent_on => reader.problem("day", w.answer_before),
        Some(_) => {}
    }
    let (number, issuer, says) = (reader.name("number"), reader.name("issuer"), reader.text("says"));
    let (state, day) = (state?, day?);
    if let Some(number) = &number
        && let Err(problem) = Key::read(number, "", "", day)
    {
        reader.problem("number", decision_words::number(problem).in_language(language));
    }
    let answered =
        Answered { decided: number.is_some() && issuer.is_some(), reason: says.is_some(), mended: says.is_some() };
    if let Err(refused) = one.state.step(state, &answered) {
        let field = if state == Submission::Granted { "number" } else { "says" };
        reader.problem(field, decision_words::not_answered(refused).in_language(language));
    }
    let number = number.map(|number| written(&number));
    let issuer = issuer.unwrap_or_default();
    Some(Typed { told: Told { state, day, says, number }, issuer, pays: reader.tick("pays") })
}

/// `POST /submissions/{id}`.
pub(crate) async fn answer(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let app = &app;
    let (one, it) = found(app, &visitor, &id, Act::PrepareDecision).await?;
    // withdrawn, returned or refused meanwhile: nothing is granted any more
    if it.state != thidua_domain::nominations::State::Upward {
        let why = thidua_domain::nominations::Refused::NoArrow;
        return Err(Refusal::Invalid(thidua_domain::nominations::words::refused(why)));
    }
    let language = caller.preferences.language;
    let sent = receive(app, request, office::words(language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let typed = read(&mut reader, app, &one, language);
    let (Some(typed), true) = (typed, reader.fine()) else {
        let form = form(&one, app, language).back(reader, Came::Refused);
        return render(app, &caller, &visitor, &one, &it, Some(form)).await;
    };
    let round = app.store.round_head(&it.round_id).await?.ok_or(Refusal::NotFound)?;
    let law = catalogue(app, &one.unit_id, typed.told.day).await?;
    let all = [it.clone()];
    let granted = typed.told.state == Submission::Granted;
    let rests = if granted { rests_on(app, &law, &round, typed.told.day, &all).await? } else { Vec::new() };
    let relied = if granted { relied(app, &round.id, &all).await? } else { Vec::new() };
    let author = visitor.author((app.clock)());
    let change = app.store.change(author.clone()).await?;
    let number = typed.told.number.clone().unwrap_or_default();
    let paper = Paper {
        unit_id: &one.unit_id,
        issuer: &typed.issuer,
        decision_id: None,
        number: &number,
        dated: typed.told.day,
        pays: typed.pays,
    };
    let made = if granted { honours(&law, &round, &paper, &all, &author, || change.new_id()) } else { Vec::new() };
    let pairs = pairs(&made, &rests);
    let seen = Sent { version: sent.seen(), ..one.clone() };
    change
        .answer_submission(&seen, &it, &typed.told, made.first().map(|honour| (honour, pairs.as_slice())))
        .await?;
    use_up(&change, &relied).await?;
    let state = decision_words::submission(typed.told.state);
    let detail = format!("{} – {}: {} {number}", it.name, it.award_name, state.in_language(Language::Vietnamese));
    change
        .commit(Entry {
            unit_id: Some(one.unit_id.clone()),
            act: "submission.answered",
            subject: "submission",
            subject_id: one.id.clone(),
            detail: Some(detail.trim().to_owned()),
        })
        .await?;
    go(format!("/submissions/{}?done=saved", one.id))
}
