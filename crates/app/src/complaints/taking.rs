//! Taking a complaint in, on the page of the honour or of the nomination.

use super::rule::rule;
use super::words::words;
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show as shown};
use crate::office::forms::{Came, FormView};
use crate::office::receiving::{self, receive};
use crate::office::{reach, words as office};
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::decisions::complaints::State as Stage;
use thidua_store::audit::Entry;
use thidua_store::complaints::Complaint;

/// The form that takes in a complaint about an honour or a nomination.
pub(crate) fn form_about(kind: &'static str, id: &str, app: &App, language: Language) -> FormView {
    let w = words(language);
    let fields = vec![
        Field::new("from", w.from, Input::Line, ""),
        Field::new("says", w.says, Input::Text, ""),
        Field::new("received_on", w.received_on, Input::Day, shown::day(Some(reach::today(app)))),
    ];
    let action = format!("/complaints/about/{kind}/{id}");
    FormView::new(action, 0, placed(fields, "complain"), w.receive).with_file(w.paper, None)
}

/// `POST /complaints/about/{kind}/{id}`.
pub(crate) async fn take(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let honour = if kind == "honour" { app.store.honour(&id).await? } else { None };
    let nomination = match kind.as_str() {
        "nomination" => app.store.nominated_of(std::slice::from_ref(&id)).await?.pop(),
        _ => None,
    };
    let unit_id = match (&honour, &nomination) {
        (Some(honour), _) => honour.unit_id.clone(),
        (None, Some(it)) => app.store.round_head(&it.round_id).await?.ok_or(Refusal::NotFound)?.unit_id,
        (None, None) => return Err(Refusal::NotFound),
    };
    app.require(&visitor, Act::PrepareDecision, &unit_id).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let (from_name, says) = (reader.required_name("from"), reader.required("says"));
    let received_on = reader.day("received_on");
    match received_on {
        None => _ = reader.required("received_on"),
        Some(day) if day > reach::today(&app) => reader.problem("received_on", w.future),
        Some(_) => {}
    }
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let (Some(received_on), true) = (received_on, reader.fine()) else {
        let kind = if honour.is_some() { "honour" } else { "nomination" };
        let form = form_about(kind, &id, &app, language).back(reader, Came::Refused);
        return match honour {
            Some(it) => crate::honours::render_one(&app, &caller, &visitor, &it, None, Some(form)).await,
            None => super::one::render_form(&caller, form, &id),
        };
    };
    let kept = receiving::keep(&app, sent.file).await?;
    let calendar = crate::calendar::of_unit(&app, &unit_id).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    receiving::register(&change, &kept).await?;
    let (file_digest, file_name) = receiving::replaced(&kept, (None, None));
    let it = Complaint {
        id: change.new_id(),
        unit_id: unit_id.clone(),
        honour_id: honour.as_ref().map(|one| one.id.clone()),
        nomination_id: nomination.as_ref().map(|one| one.id.clone()),
        from_name,
        says,
        received_on,
        accept_by: Some(calendar.add(received_on, rule()?.accept).value),
        settle_by: None,
        state: Stage::Received,
        outcome: None,
        settled_on: None,
        file_digest,
        file_name,
        version: 0,
        account_name: visitor.name.clone(),
        written_at: (app.clock)(),
    };
    change.write_complaint(&it).await?;
    let detail = it.from_name.clone();
    change
        .commit(Entry {
            unit_id: Some(unit_id),
            act: "complaint.received",
            subject: "complaint",
            subject_id: it.id.clone(),
            detail: Some(detail),
        })
        .await?;
    go(format!("/complaints/{}?done=saved", it.id))
}
