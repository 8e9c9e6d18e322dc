//! Sending nominations upward that are not this authority's to decide.

use super::desk::desk;
use super::entry::entry;
use super::round::{Which, chosen, day_of, gone, render, send_fields};
use super::words::words;
use crate::face::Answer;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::office::forms::{Came, FormView};
use crate::office::reach;
use thidua_domain::access::Act;
use thidua_domain::decisions::number::written;
use thidua_store::decisions::Nominated;

/// `POST /decisions/rounds/{id}/send`.
pub(crate) async fn send(sent: Sent) -> Answer {
    let (app, visitor) = (&sent.app, &sent.visitor);
    let day = day_of(app, sent.typed.get("sent_on").map_or("", String::as_str));
    let desk = desk(app, visitor, &sent.id, day, Act::PrepareDecision).await?;
    let w = words(sent.caller.preferences.language);
    let up: Vec<_> = desk.upward().collect();
    let ready = chosen(up.iter().copied(), &sent.typed);
    gone(&desk, &ready, &sent.typed)?;
    let mut reader = sent.reader();
    let to = reader.required_name("to");
    let number = reader.name("number").map(|number| written(&number));
    match reader.day("sent_on") {
        None => _ = reader.required("sent_on"),
        Some(day) if day > reach::today(app) => reader.problem("sent_on", w.future),
        Some(day) => {
            let last = ready.iter().filter_map(|one| one.it.received_on).max();
            if let Some(last) = last.filter(|last| day < *last) {
                let says = w.sent_before.replace("{day}", &crate::face::show::day(Some(last)));
                reader.problem("sent_on", says);
            }
        }
    }
    if ready.is_empty() {
        reader.problem("to", w.choose_lines);
    }
    if !reader.fine() {
        let action = format!("/decisions/rounds/{}/send", sent.id);
        let form = FormView::new(action, 0, send_fields(&desk, w), w.send).back(reader, Came::Refused);
        return render(app, &sent.caller, &desk, Some((Which::Send, form, &sent.typed))).await;
    }
    let nominated: Vec<Nominated> = ready.iter().map(|one| one.it.clone()).collect();
    let change = app.store.change(sent.author()).await?;
    change.send_upward(&nominated, &desk.unit.id, &to, number.as_deref(), day).await?;
    let names = nominated.iter().map(|it| it.name.clone()).collect::<Vec<_>>().join("; ");
    let number = number.unwrap_or_default();
    change
        .commit(entry("submission.sent", &desk.unit.id, &desk.round.id, format!("{to}, {number}: {names}")))
        .await?;
    go("/submissions?done=sent")
}
