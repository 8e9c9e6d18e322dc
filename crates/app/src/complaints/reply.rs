//! The reply to whoever complained, once a complaint has ended.

use super::one::{Subjects, found};
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::forms::Asked;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::decisions::complaints::State as Stage;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::complaint_reply::{ComplaintReply, document};
use thidua_store::complaints::Complaint;

/// The forms that are printed from a complaint.
pub(crate) const FORMS: &[&str] = &["complaint_reply"];

/// Whether there is something to answer with: it was settled, or was not taken up.
pub(super) fn is_due(it: &Complaint) -> bool {
    matches!(it.state, Stage::Settled | Stage::Rejected)
}

/// `GET /complaints/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let it = found(&app, &visitor, &id).await?;
    if !is_due(&it) {
        return Err(Refusal::NotFound);
    }
    let w = words(Language::Vietnamese);
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let (about, _) = Subjects::of(&app, std::slice::from_ref(&it)).await?.about(&it, w)?;
    let head = letterhead::of_unit(&app, &unit, "").await?;
    // an official letter has no kind before the symbol of who issues it
    let symbol_hint = head.symbol_hint.as_ref().map(|symbol| symbol.trim_start_matches('-').to_owned());
    let form = ComplaintReply {
        letterhead: Letterhead { symbol_hint, ..head },
        addressee: it.from_name.clone(),
        kind: w.reply_kind.to_owned(),
        written: None,
        received: letterhead::issue_date(it.received_on),
        about: w.reply_about.replace("{about}", &about).replace("{says}", it.says.replace('\n', " ").trim()),
        findings: Vec::new(),
        provisions: Vec::new(),
        answer: it.outcome.clone(),
        next: Some(w.reply_next.to_owned()),
        mark: None,
    };
    asked.send(&app, document(&form), &it.from_name).await
}
