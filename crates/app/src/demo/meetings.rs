//! A council of the department with a meeting that is being prepared. Its members, nominees and their achievements are
//! invented; the eligibility is judged by the law of the day from invented facts.

use super::words::words;
use super::{DemoFailed, failed};
use crate::App;
use crate::awards::Told;
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::awards::case::Handed;
use thidua_domain::awards::judging::judge;
use thidua_domain::awards::pack::shipped;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_domain::councils::{BodyKind, Decision, Member, Seat};
use thidua_domain::nominations::{Occasion, State};
use thidua_store::audit::Entry;
use thidua_store::councils::{Body, BodyDecision};
use thidua_store::nominations::{Judged, Nomination, Nominee, Round};
use thidua_store::{Author, Within};

const SAMPLE: &str = include_str!("../../../../samples/commendation/council.toml");

#[derive(Deserialize)]
struct Sample {
    short: String,
    council: String,
    decision: String,
    from: NaiveDate,
    round: String,
    year: i64,
    received_on: NaiveDate,
    meeting: String,
    held_on: NaiveDate,
    place: String,
    member: Vec<SampleMember>,
    nominee: Vec<SampleNominee>,
}

#[derive(Deserialize)]
struct SampleMember {
    seat: String,
    name: String,
    unit: String,
}

#[derive(Deserialize)]
struct SampleNominee {
    name: String,
    unit: String,
    post: String,
    award: String,
    category: String,
    leader: bool,
    female: bool,
    merit: String,
    report: String,
    /// The facts of `award judge`, as JSON.
    facts: String,
    votes: [i64; 2],
}

fn entry(act: &'static str, subject: &'static str, id: &str, unit: &str) -> Entry {
    Entry { unit_id: Some(unit.to_owned()), act, subject, subject_id: id.to_owned(), detail: None }
}

/// Prepares the meeting of the authority that the sample is about, once.
pub(super) async fn load(
    app: &App,
    author: impl Fn() -> Author,
    short: &str,
    unit_id: &str,
) -> Result<(), DemoFailed> {
    let sample: Sample = toml::from_str(SAMPLE).map_err(failed)?;
    let own = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    if sample.short != short || !app.store.meetings(&own).await.map_err(failed)?.is_empty() {
        return Ok(());
    }
    let body = council(app, author(), unit_id, &own, &sample).await?;
    let round = round(app, author(), unit_id, &sample).await?;
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

/// The round with its nominations, each before the council.
async fn round(app: &App, author: Author, unit_id: &str, sample: &Sample) -> Result<String, DemoFailed> {
    let year = i32::try_from(sample.year).map_err(failed)?;
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| failed("no day"));
    let change = app.store.change(author).await.map_err(failed)?;
    let at = change.author().at;
    let round = Round {
        id: change.new_id(),
        unit_id: unit_id.to_owned(),
        name: sample.round.clone(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: sample.year,
        from: day(1, 1)?,
        to: day(12, 31)?,
        deadline: None,
        note: Some(words(Language::Vietnamese).author.to_owned()),
        closed_on: None,
        illustrative: true,
        version: 0,
        account_name: String::new(),
        written_at: at,
    };
    change.write_award_round(&round).await.map_err(failed)?;
    let law = shipped().map_err(failed)?;
    for (one, place) in sample.nominee.iter().zip(1..) {
        let proposing = app.store.unit_named(&one.unit).await.map_err(failed)?;
        let text = format!(
            r#"{{"award": "{}", "received_on": "{}", "for_period": {{"from": "{}", "to": "{}"}},
                "subject": {{"kind": "individual", "category": "official", "leader": {}, "unit_level": "province",
                "province": null}}, "facts": {}}}"#,
            one.award, sample.received_on, round.from, round.to, one.leader, one.facts
        );
        let handed: Handed = serde_json::from_str(&text).map_err(failed)?;
        let case = handed.check(&law.codes).map_err(failed)?;
        let judged = judge(law, &one.award, &case).map_err(failed)?;
        let told = Told::new(&judged, Language::Vietnamese);
        let award_name = law.codes.get(&one.award).map(|code| law.codes.name(code).to_owned()).unwrap_or_default();
        let mut it = Nomination {
            id: change.new_id(),
            round_id: round.id.clone(),
            unit_id: proposing.map_or_else(|| unit_id.to_owned(), |unit| unit.id),
            award: one.award.clone(),
            award_name,
            nominee: Nominee {
                kind: SubjectKind::Individual,
                person_id: None,
                unit_id: None,
                name: one.name.clone(),
                post: Some(one.post.clone()),
                of_unit: one.unit.clone(),
                category: Some(one.category.clone()),
                leader: Some(one.leader),
                female: Some(one.female),
            },
            merit: one.merit.clone(),
            report: Some(one.report.clone()),
            influence: Some("unit".to_owned()),
            achieved_on: None,
            state: State::Draft,
            supplements: 0,
            received_on: None,
            downgraded_from: None,
            judged: None,
            selection: Some((one.votes[0], one.votes[1])),
            place,
            illustrative: true,
            version: 0,
            account_id: None,
            account_name: String::new(),
            written_at: at,
        };
        change.write_nomination(&it).await.map_err(failed)?;
        let kept = Judged {
            regime: judged.regime.clone(),
            pack: judged.pack.clone(),
            verdict: judged.verdict.code().to_owned(),
            told: serde_json::to_string(&told).map_err(failed)?,
        };
        change.keep_judgement(&it.id, &kept).await.map_err(failed)?;
        it.version = 1;
        for to in [State::Submitted, State::Appraisal, State::Council] {
            change.move_nomination(&it, to, None, Some(sample.received_on)).await.map_err(failed)?;
            it = Nomination { state: to, version: it.version + 1, ..it };
        }
    }
    change.commit(entry("award-round.opened", "award-round", &round.id, unit_id)).await.map_err(failed)?;
    Ok(round.id)
}
