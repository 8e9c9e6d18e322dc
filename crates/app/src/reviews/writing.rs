//! Editing a section of a report, and taking the program's words again.

use super::noted;
use super::one::{Came, render, vietnamese, whole};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use thidua_domain::access::Act;
use thidua_domain::basics::text::nfc;
use thidua_domain::movements::State as MovementState;
use thidua_store::StoreError;

/// The longest section.
const LONGEST: usize = 12_000;

/// `POST /period-reports/{id}/sections`.
pub(crate) async fn write(sent: Sent) -> Answer {
    let app = &sent.app;
    let found = whole(app, &sent.visitor, &sent.id, Act::Review).await?;
    if found.report.issued || found.view.movement.state == MovementState::Closed {
        return Err(Refusal::ChangedMeanwhile);
    }
    let code = sent.typed.get("section").cloned().unwrap_or_default();
    let section = found.sections.iter().find(|one| one.made.code == code).ok_or(Refusal::NotFound)?;
    let typed = nfc(&sent.typed.get("text").cloned().unwrap_or_default().replace('\r', ""));
    let text: String = typed.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if text.chars().count() > LONGEST {
        let c = crate::face::words::words(sent.caller.preferences.language);
        let came = Came { section: Some((code, text, Some(c.too_long))), ..Came::default() };
        return render(app, &sent.caller, &sent.visitor, found, came).await;
    }
    let again = sent.typed.contains_key("again");
    let made = section.made.text();
    // what is the same as the program's words stays the program's
    let kept = (!again && text != made).then_some(text.as_str());
    let title = section.made.title.clone();
    let change = app.store.change(sent.author()).await?;
    let written = async {
        change.claim_period_report(&sent.id).await?;
        change.write_section(&sent.id, &code, Some(sent.seen()), kept, &made).await
    };
    match written.await {
        Ok(()) => {
            let v = vietnamese();
            let detail = format!("{title}: {}", if kept.is_some() { v.by_person } else { v.by_program });
            let unit = &found.view.plan.unit_id;
            change.commit(noted(unit, "period-report.edited", "period-report", &sent.id, Some(detail))).await?;
            go(format!("/period-reports/{}?done=saved#s-{code}", sent.id))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = whole(app, &sent.visitor, &sent.id, Act::Review).await?;
            let came = Came { section: Some((code, text, None)), conflict: true, ..Came::default() };
            render(app, &sent.caller, &sent.visitor, newest, came).await
        }
        Err(other) => Err(other.into()),
    }
}
