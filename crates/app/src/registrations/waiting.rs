//! What waits on the first page: units that have to register, registrations that have to be approved, papers to sign.

use super::door::{asked, today};
use super::labels;
use super::words::words;
use crate::App;
use crate::face::{Refusal, Visitor};
use chrono::Days;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::registrations::State;

/// Days before a deadline from which units that have not handed in are counted.
const NEAR: u64 = 7;

/// Something that waits: class, sentence, address, note.
pub(crate) struct Waiting {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
}

/// How far the units that a movement asks have registered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Registering {
    /// Units that have not handed in.
    pub(crate) missing: usize,
    /// Units that are asked.
    pub(crate) asked: usize,
    /// Whether the day has passed.
    pub(crate) over: bool,
}

/// How far the units below have registered; nothing where registration is not open yet.
pub(crate) async fn registering(app: &App, movement_id: &str, owner: &str) -> Result<Option<Registering>, Refusal> {
    let Some(round) = app.store.registration_round(movement_id).await? else { return Ok(None) };
    let all = app.store.registrations_of_round(&round.id).await?;
    let units = asked(app, owner, Some(&round), today(app)).await?;
    let handed_in = |unit: &str| all.iter().any(|one| one.unit_id == unit && one.state.is_handed_in());
    Ok(Some(Registering {
        missing: units.iter().filter(|unit| !handed_in(&unit.id)).count(),
        asked: units.len(),
        over: round.deadline.is_late(today(app)),
    }))
}

/// What waits for a person.
pub(crate) async fn waiting(app: &App, visitor: &Visitor, language: Language) -> Result<Vec<Waiting>, Refusal> {
    let w = words(language);
    let day = today(app);
    let mut found = Vec::new();
    let ids = |act: Act| -> Vec<String> {
        visitor.actor.units(act).unwrap_or_default().into_iter().map(str::to_owned).collect()
    };
    for unit in app.store.units_of(&ids(Act::Register)).await? {
        let Some(parent) = &unit.parent_id else { continue };
        for call in app.store.registration_calls(parent).await? {
            if !call.round.asks(unit.kind) {
                continue;
            }
            let until = labels::until(call.round.deadline, w);
            let known = app.store.registration_of_unit(&call.round.id, &unit.id).await?;
            let (class, text, address) = match &known {
                None if call.round.deadline.takes(day) => (
                    "needs-person",
                    w.wait_register,
                    format!("/movements/{}/registrations", call.round.movement_id),
                ),
                Some(one) if one.state == State::Draft => {
                    ("needs-person", w.wait_send, format!("/registrations/{}", one.id))
                }
                Some(one) if one.state == State::Returned => {
                    ("at-risk", w.wait_mend, format!("/registrations/{}", one.id))
                }
                _ => continue,
            };
            let plan = call.plan_number.clone().unwrap_or_default();
            let text = text.replace("{plan}", &plan).replace("{until}", &until);
            found.push(Waiting { class, text, address, note: unit.name.clone() });
        }
    }
    for owner in ids(Act::ApproveRegistration) {
        for call in app.store.registration_calls(&owner).await? {
            let all = app.store.registrations_of_round(&call.round.id).await?;
            let count = all.iter().filter(|one| one.state.waits()).count();
            let plan = call.plan_number.clone().unwrap_or_default();
            let address = format!("/movements/{}/registrations", call.round.movement_id);
            if count > 0 {
                let text = w.wait_approve.replace("{n}", &count.to_string()).replace("{plan}", &plan);
                found.push(Waiting { class: "needs-person", text, address: address.clone(), note: String::new() });
            }
            // nobody is urged below a unit that has ended
            if app.store.unit(&owner).await?.is_none_or(|unit| unit.valid_to.is_some_and(|last| last < day)) {
                continue;
            }
            let units = asked(app, &owner, Some(&call.round), day).await?;
            let handed_in = |unit: &str| all.iter().any(|one| one.unit_id == unit && one.state.is_handed_in());
            let missing = units.iter().filter(|unit| !handed_in(&unit.id)).count();
            let late = call.round.deadline.is_late(day);
            if missing > 0 && (late || call.round.deadline.is_late(day + Days::new(NEAR))) {
                let text = if late { w.wait_missing } else { w.wait_soon };
                let text = text.replace("{n}", &missing.to_string()).replace("{plan}", &plan);
                found.push(Waiting {
                    class: if late { "missed" } else { "at-risk" },
                    text,
                    address: format!("{address}?show=missing"),
                    note: labels::until(call.round.deadline, w),
                });
            }
        }
    }
    let signs = ids(Act::SignCovenant);
    for paper in app.store.papers_to_sign(&signs.iter().map(String::as_str).collect::<Vec<_>>()).await? {
        let text = match paper.annex {
            Some(number) => w.wait_sign_annex.replace("{n}", &number.to_string()),
            None => w.wait_sign.to_owned(),
        };
        found.push(Waiting {
            class: "needs-person",
            text,
            address: format!("/covenants/{}#signatures", paper.covenant_id),
            note: paper.title,
        });
    }
    Ok(found)
}
