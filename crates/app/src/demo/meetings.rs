//! A council of the department with a meeting that is being prepared. Its members are invented; what is before it was
//! judged by the law of the day.

use super::nominees::{self, Proposed};
use super::{DemoFailed, entry, failed};
use crate::App;
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::councils::{BodyKind, Decision, Member, Seat};
use thidua_store::councils::{Body, BodyDecision};
use thidua_store::{Author, Within};

const SAMPLE: &str = include_str!("../../../../samples/commendation/council.toml");

#[derive(Deserialize)]
struct Sample {
    short: String,
    council: String,
    decision: String,
    from: NaiveDate,
    meeting: String,
    held_on: NaiveDate,
    place: String,
    member: Vec<SampleMember>,
    #[serde(flatten)]
    proposed: Proposed,
}

#[derive(Deserialize)]
struct SampleMember {
    seat: String,
    name: String,
    unit: String,
}

/// The sample of an authority, where it has one.
fn sample(short: &str) -> Result<Option<Sample>, DemoFailed> {
    let sample: Sample = toml::from_str(SAMPLE).map_err(failed)?;
    Ok((sample.short == short).then_some(sample))
}

/// Writes into the register who is to be proposed.
pub(super) async fn enrol(
    app: &App,
    author: impl Fn() -> Author,
    short: &str,
    unit_id: &str,
) -> Result<(), DemoFailed> {
    let Some(sample) = sample(short)? else { return Ok(()) };
    nominees::enrol(app, author, unit_id, &sample.proposed).await
}

/// Proposes, and prepares the meeting that will judge, once.
pub(super) async fn load(
    app: &App,
    author: impl Fn() -> Author,
    short: &str,
    unit_id: &str,
) -> Result<(), DemoFailed> {
    let Some(sample) = sample(short)? else { return Ok(()) };
    let own = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    if !app.store.meetings(&own).await.map_err(failed)?.is_empty() {
        return Ok(());
    }
    let body = council(app, author(), unit_id, &own, &sample).await?;
    let round = nominees::propose(app, &author, unit_id, &sample.proposed).await?;
    let place = sample.place.clone();
    let called = crate::meetings::Called { body, round, name: sample.meeting.clone(), day: sample.held_on, place };
    crate::meetings::prepare(app, author, unit_id, called).await.map_err(failed)
}

async fn council(
    app: &App,
    author: Author,
    unit_id: &str,
    own: &Within,
    sample: &Sample,
) -> Result<String, DemoFailed> {
    let there = app.store.bodies(own).await.map_err(failed)?;
    if let Some(known) = there.into_iter().find(|one| one.name == sample.council) {
        return Ok(known.id);
    }
    let change = app.store.change(author).await.map_err(failed)?;
    let id = change.new_id();
    let body = Body {
        id: id.clone(),
        unit_id: unit_id.to_owned(),
        kind: BodyKind::EmulationCouncil,
        name: sample.council.clone(),
        version: 0,
    };
    change.add_body(&body).await.map_err(failed)?;
    let member = |one: &SampleMember| Member {
        seat: Seat::read(&one.seat).unwrap_or(Seat::Member),
        name: one.name.clone(),
        person_id: None,
        title: None,
        unit: Some(one.unit.clone()),
        from: None,
        to: None,
    };
    let members = sample.member.iter().map(member).collect();
    let decision = BodyDecision {
        decision: Decision { id: change.new_id(), from: sample.from, to: None, members },
        body_id: id.clone(),
        number_symbol: sample.decision.clone(),
        dated: Some(sample.from),
        reason: None,
        file_digest: None,
        file_name: None,
        account_name: String::new(),
        recorded_at: change.author().at,
    };
    change.write_body_decision(&decision, 0, false).await.map_err(failed)?;
    change.commit(entry("council.decided", "body", &id, unit_id)).await.map_err(failed)?;
    Ok(id)
}
