//! What people send from the page of a task: steps, news, urgings, extensions, the head's word.

use super::actions::{self, NotDone, task_for};
use super::detail::{giver_of, refuse};
use super::message;
use crate::face::frame::go;
use crate::face::outside::absolute;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use thidua_domain::tasks::deadline::NotExtended;
use thidua_domain::tasks::{Refused, Side, State as TaskState};

/// Back to the page: what was done, or why it was not.
async fn finish(sent: Sent, what: Result<(), NotDone>) -> Answer {
    let Sent { app, caller, visitor, id, headers, typed } = sent;
    match what {
        Ok(()) => go(format!("/tasks/{id}?done=saved")),
        Err(why) => refuse(&app, &caller, &visitor, &id, &headers, why, typed).await,
    }
}

/// The step that a form asks for, where it is one of this side.
fn step_of(sent: &Sent, side: Side) -> Option<TaskState> {
    sent.typed.get("to").and_then(|to| TaskState::from_code(to)).filter(|to| to.side() == side)
}

/// `POST /tasks/{id}/give`: a step of who gave it.
pub(crate) async fn give(sent: Sent) -> Answer {
    let view = giver_of(&sent.app, &sent.visitor, &sent.id).await?;
    // a step that is none of the giver's is no arrow from here
    let Some(to) = step_of(&sent, Side::Giver) else {
        let next = view.task.state.next();
        return finish(sent, Err(NotDone::Step(Refused::NoArrow(next)))).await;
    };
    let what = match sent.text("note") {
        Ok(note) => actions::step(&sent.app, &sent.visitor, &view, to, sent.seen(), note.as_deref()).await,
        Err(refusal) => Err(NotDone::Other(refusal)),
    };
    finish(sent, what).await
}

/// `POST /tasks/{id}/answer`: a step of the unit, news, or the answer to one of its days.
pub(crate) async fn answer(sent: Sent) -> Answer {
    let view = task_for(&sent.app, &sent.visitor, &sent.id).await?;
    if !view.rights.tell {
        return Err(Refusal::NotAllowed);
    }
    let note = sent.text("note")?;
    let position: Option<i64> = sent.typed.get("day").and_then(|day| day.parse().ok());
    let what = match (sent.typed.get("to").map(String::as_str), position, &note) {
        (None | Some(""), None, Some(news)) => actions::tell(&sent.app, sent.author(), &view.task, news).await,
        (None | Some(""), Some(_), _) if !view.rights.answer && !view.rights.give => {
            Err(NotDone::Other(Refusal::NotAllowed))
        }
        (None | Some(""), Some(position), Some(answer)) => {
            actions::answer_day(&sent.app, sent.author(), &view.task, position, answer).await
        }
        (None | Some(""), _, None) => Err(NotDone::NeedsWords),
        (Some(_), _, note) => {
            let to = step_of(&sent, Side::Doer).ok_or(Refusal::NotFound)?;
            actions::step(&sent.app, &sent.visitor, &view, to, sent.seen(), note.as_deref()).await
        }
    };
    finish(sent, what).await
}

/// `POST /tasks/{id}/urge`.
pub(crate) async fn urge(sent: Sent) -> Answer {
    let view = giver_of(&sent.app, &sent.visitor, &sent.id).await?;
    let typed_message = sent.text("message")?;
    let link = absolute(&sent.app, &sent.headers, &format!("/tasks/{}", sent.id));
    let now = super::labels::Now::of(&sent.app, std::slice::from_ref(&view.task)).await?;
    let words = typed_message.unwrap_or_else(|| message::urging(&view.task, &now, &link));
    let what = actions::urge(&sent.app, sent.author(), &view.task, &words).await;
    finish(sent, what).await
}

/// `POST /tasks/{id}/extend`.
pub(crate) async fn extend(sent: Sent) -> Answer {
    let view = giver_of(&sent.app, &sent.visitor, &sent.id).await?;
    let reason = sent.text("reason")?;
    let what = match sent.reader().day("due") {
        Some(day) => {
            actions::extend(&sent.app, sent.author(), &view.task, sent.seen(), day, reason.as_deref()).await
        }
        // no day, or none that can be read: it is not later than the old one
        None => Err(NotDone::Extension(NotExtended::NotLater)),
    };
    finish(sent, what).await
}

/// `POST /tasks/{id}/note`: the word of the head.
pub(crate) async fn note(sent: Sent) -> Answer {
    let view = task_for(&sent.app, &sent.visitor, &sent.id).await?;
    if !view.rights.decide {
        return Err(Refusal::NotAllowed);
    }
    let what = match sent.text("note") {
        Ok(Some(words)) => actions::note(&sent.app, sent.author(), &view.task, &words).await,
        Ok(None) => Err(NotDone::NeedsWords),
        Err(refusal) => Err(NotDone::Other(refusal)),
    };
    finish(sent, what).await
}
