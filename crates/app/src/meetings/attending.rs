//! Who of the council is there.

use super::door::here;
use super::labels;
use super::words::words;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use thidua_domain::basics::Language;
use thidua_domain::voting::meeting::{Presence, State};

/// `POST /meetings/{id}/attendance`.
pub(crate) async fn attend(sent: Sent) -> Answer {
    let here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(State::Called)?;
    let mut there = Vec::new();
    for member in &here.members {
        let Some(typed) = sent.typed.get(&format!("m_{}", member.position)) else { continue };
        there.push((member.position, Presence::from_code(typed).ok_or(Refusal::Unread)?));
    }
    let change = sent.app.store.change(sent.author()).await?;
    change.take_meeting(&sent.id, State::Called, sent.seen()).await?;
    change.write_attendance(&sent.id, &there).await?;
    let vi = words(Language::Vietnamese);
    let of = |presence: Presence| there.iter().filter(|(_, one)| *one == presence).count();
    let said: Vec<String> =
        Presence::ALL.iter().map(|one| format!("{}: {}", labels::presence(*one, vi), of(*one))).collect();
    change.commit(here.entry("meeting.attended", said.join("; "))).await?;
    go(format!("/meetings/{}?done=saved#members", sent.id))
}
