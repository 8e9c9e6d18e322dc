//! A teller who cannot go on is replaced: their sheets are given up openly, and somebody else counts anew.

use super::door::{here, invalid};
use crate::face::Answer;
use crate::face::frame::go;
use crate::face::sent::Sent;
use thidua_domain::voting::meeting::State as Standing;

/// `POST /meetings/{id}/tellers`.
pub(crate) async fn release(sent: Sent) -> Answer {
    let here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(Standing::Voting)?;
    let teller = match sent.typed.get("teller").map(String::as_str) {
        Some("1") => 1,
        Some("2") => 2,
        _ => return Err(crate::face::Refusal::Unread),
    };
    let why = sent.text("why")?.ok_or_else(|| invalid(|w| w.release_needs_why))?;
    let change = sent.app.store.change(sent.author()).await?;
    change.take_meeting(&sent.id, Standing::Voting, sent.seen()).await?;
    let name = change.release_teller(&sent.id, teller, &why).await?;
    change.commit(here.entry("meeting.teller-released", format!("{teller}, {name} ({why})"))).await?;
    go(format!("/meetings/{}?done=saved#counting", sent.id))
}
