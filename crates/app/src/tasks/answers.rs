//! What people send from the page of a task: steps, news, urgings, extensions, the head's word.

use super::actions::{self, NotDone, task_for};
use super::detail::{giver_of, refuse};
use super::message;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::outside::absolute;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use thidua_domain::tasks::{Refused, Side, State as TaskState};

/// The version that the person saw.
fn seen(typed: &Typed) -> i64 {
    typed.get("version").and_then(|version| version.parse().ok()).unwrap_or(-1)
}

/// Back to the page: what was done, or why it was not.
async fn finish(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    headers: &HeaderMap,
    typed: Typed,
    what: Result<(), NotDone>,
) -> Answer {
    match what {
        Ok(()) => go(format!("/tasks/{id}?done=saved")),
        Err(why) => refuse(app, caller, visitor, id, headers, why, typed).await,
    }
}

/// `POST /tasks/{id}/give`: a step of who gave it.
pub(crate) async fn give(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = giver_of(&app, &visitor, &id).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let note = reader.text("note");
    // a step that is none of the giver's is no arrow from here
    let to = typed.get("to").and_then(|to| TaskState::from_code(to)).filter(|to| to.side() == Side::Giver);
    let Some(to) = to else {
        let why = NotDone::Step(Refused::NoArrow(view.task.state.next()));
        return refuse(&app, &caller, &visitor, &id, &headers, why, typed).await;
    };
    let what = if reader.fine() {
        actions::step(&app, &visitor, &view, to, seen(&typed), note.as_deref()).await
    } else {
        Err(NotDone::Other(Refusal::TooLong))
    };
    finish(&app, &caller, &visitor, &id, &headers, typed, what).await
}

/// `POST /tasks/{id}/answer`: a step of the unit, news, or the answer to one of its days.
pub(crate) async fn answer(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = task_for(&app, &visitor, &id).await?;
    if !view.rights.tell {
        return Err(Refusal::NotAllowed);
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let note = reader.text("note");
    if !reader.fine() {
        return Err(Refusal::TooLong);
    }
    let author = visitor.author((app.clock)());
    let position: Option<i64> = typed.get("day").and_then(|day| day.parse().ok());
    let what = match (typed.get("to").map(String::as_str), position, &note) {
        (None | Some(""), None, Some(news)) => actions::tell(&app, author, &view.task, news).await,
        (None | Some(""), Some(_), _) if !view.rights.answer && !view.rights.give => {
            Err(NotDone::Other(Refusal::NotAllowed))
        }
        (None | Some(""), Some(position), Some(answer)) => {
            actions::answer_day(&app, author, &view.task, position, answer).await
        }
        (None | Some(""), _, None) => Err(NotDone::NeedsWords),
        (Some(to), _, note) => {
            let to = TaskState::from_code(to).filter(|to| to.side() == Side::Doer).ok_or(Refusal::NotFound)?;
            actions::step(&app, &visitor, &view, to, seen(&typed), note.as_deref()).await
        }
    };
    finish(&app, &caller, &visitor, &id, &headers, typed, what).await
}

/// `POST /tasks/{id}/urge`.
pub(crate) async fn urge(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = giver_of(&app, &visitor, &id).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let typed_message = reader.text("message");
    if !reader.fine() {
        return Err(Refusal::TooLong);
    }
    let link = absolute(&app, &headers, &format!("/tasks/{id}"));
    let now = super::labels::Now::of(&app, std::slice::from_ref(&view.task)).await?;
    let words = typed_message.unwrap_or_else(|| message::urging(&view.task, &now, &link));
    let what = actions::urge(&app, visitor.author((app.clock)()), &view.task, &words).await;
    finish(&app, &caller, &visitor, &id, &headers, typed, what).await
}

/// `POST /tasks/{id}/extend`.
pub(crate) async fn extend(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = giver_of(&app, &visitor, &id).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let (day, reason) = (reader.day("due"), reader.text("reason"));
    if reader.problems.contains_key("reason") {
        return Err(Refusal::TooLong);
    }
    let what = match day {
        Some(day) => {
            let author = visitor.author((app.clock)());
            actions::extend(&app, author, &view.task, seen(&typed), day, reason.as_deref()).await
        }
        // no day, or none that can be read: it is not later than the old one
        None => Err(NotDone::Extension(thidua_domain::tasks::deadline::NotExtended::NotLater)),
    };
    finish(&app, &caller, &visitor, &id, &headers, typed, what).await
}

/// `POST /tasks/{id}/note`: the word of the head.
pub(crate) async fn note(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = task_for(&app, &visitor, &id).await?;
    if !view.rights.decide {
        return Err(Refusal::NotAllowed);
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let what = match reader.text("note") {
        Some(words) => actions::note(&app, visitor.author((app.clock)()), &view.task, &words).await,
        None if reader.fine() => Err(NotDone::NeedsWords),
        None => Err(NotDone::Other(Refusal::TooLong)),
    };
    finish(&app, &caller, &visitor, &id, &headers, typed, what).await
}
