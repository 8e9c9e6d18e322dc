//! Sending, taking back, beginning again; approving, giving back, reopening.

use super::door::{own_sheet, sheet, today};
use super::labels;
use super::notices;
use super::rounds::{entry, refuse, too_late};
use super::sheet::refused;
use super::words::words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::access::may_approve;
use thidua_domain::basics::Language;
use thidua_domain::registrations::State as Registered;

fn said(from: Registered, to: Registered, note: Option<&str>) -> Option<String> {
    let w = words(Language::Vietnamese);
    let note = note.map(|note| format!(": {note}")).unwrap_or_default();
    Some(format!("{} → {}{note}", labels::state(from, w), labels::state(to, w)))
}

/// What a refused arrow says: where it stands, and what would be possible.
fn refused_step(from: Registered) -> Refusal {
    refuse(|w| {
        let allowed: Vec<&str> = from.next().iter().map(|state| labels::state(*state, w)).collect();
        w.refused_step.replace("{state}", labels::state(from, w)).replace("{allowed}", &allowed.join(", "))
    })
}

/// `POST /registrations/{id}/send`: the unit sends, takes back, begins again.
pub(crate) async fn send(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let sheet = own_sheet(&app, &visitor, &id).await?;
    let w = words(caller.preferences.language);
    let from = sheet.registration.state;
    let (to, act) = match typed.get("to").map(String::as_str) {
        Some("send") => (from.sent(), "registration.sent"),
        Some("withdraw") => (Registered::Withdrawn, "registration.withdrawn"),
        Some("restart") => (Registered::Draft, "registration.restarted"),
        _ => return Err(Refusal::NotFound),
    };
    from.step(to).map_err(|_| refused_step(from))?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let note = reader.text("note");
    if from.needs_reason(to) && note.is_none() {
        let says = w.step_reason;
        return refused(&app, &caller, &visitor, &id, says, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let day = today(&app);
    // what was given back in time is not too late for being mended
    if matches!(to, Registered::Submitted | Registered::Draft) && !sheet.round.deadline.takes(day) {
        return Err(too_late(&sheet.round));
    }
    if to == Registered::Submitted && app.store.registration_items(&id).await?.is_empty() {
        let says = w.nothing_to_send;
        return refused(&app, &caller, &visitor, &id, says, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let late = match to {
        Registered::Submitted => sheet.round.deadline.is_late(day),
        _ => sheet.registration.late,
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change
        .step_registration(&sheet.registration, crate::face::forms::seen(&typed), to, late, note.as_deref())
        .await?;
    let detail = said(from, to, note.as_deref());
    change.commit(entry(&sheet.unit.id, act, "registration", &id, detail)).await?;
    go(format!("/registrations/{id}?done=saved"))
}

/// `POST /registrations/{id}/decide`: the authority approves, gives back with remarks, or reopens.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let sheet = sheet(&app, &visitor, &id).await?;
    if !sheet.leads {
        return Err(Refusal::NotAllowed);
    }
    let w = words(caller.preferences.language);
    let from = sheet.registration.state;
    let to = typed.get("to").and_then(|code| Registered::from_code(code)).ok_or(Refusal::NotFound)?;
    if !matches!(to, Registered::Approved | Registered::Returned) {
        return Err(Refusal::NotFound);
    }
    from.step(to).map_err(|_| refused_step(from))?;
    if to == Registered::Approved && !may_approve(sheet.registration.submitted_by.as_deref(), &visitor.actor) {
        return refused(&app, &caller, &visitor, &id, w.own_sending, StatusCode::FORBIDDEN).await;
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let note = reader.text("note");
    let items = app.store.registration_items(&id).await?;
    if to == Registered::Approved
        && !reader.tick("confirmed")
        && !notices::of_sheet(&app, &sheet, &items, caller.preferences.language).await?.is_empty()
    {
        let says = w.confirm_needed;
        return refused(&app, &caller, &visitor, &id, says, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let remarks: Vec<(&str, Option<String>)> =
        items.iter().map(|item| (item.id.as_str(), reader.text_of(&format!("remark-{}", item.id)))).collect();
    let nothing_said =
        note.is_none() && (from == Registered::Approved || remarks.iter().all(|(_, one)| one.is_none()));
    if to == Registered::Returned && nothing_said {
        let says = w.return_reason;
        return refused(&app, &caller, &visitor, &id, says, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change
        .step_registration(
            &sheet.registration,
            crate::face::forms::seen(&typed),
            to,
            sheet.registration.late,
            note.as_deref(),
        )
        .await?;
    for (item, remark) in &remarks {
        change.remark_item(item, remark.as_deref().filter(|_| to == Registered::Returned)).await?;
    }
    let act = if to == Registered::Approved { "registration.approved" } else { "registration.returned" };
    let detail = said(from, to, note.as_deref());
    change.commit(entry(&sheet.unit.id, act, "registration", &id, detail)).await?;
    go(format!("/registrations/{id}?done=saved"))
}
