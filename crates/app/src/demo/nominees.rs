//! Those whom the sample proposes: people of the register with a grade each, and the round that they are proposed in.
//! All of them are invented; the law of the day judges them by what is recorded of them, as it judges anybody.

use super::words::words;
use super::{DemoFailed, entry, failed};
use crate::App;
use crate::meetings::person_named;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;
use thidua_domain::awards::pack::shipped;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_domain::grades::{Grade, Stage};
use thidua_domain::nominations::{Occasion, State};
use thidua_domain::people::{Category, Person, PersonKind, Post, Sex, Standing};
use thidua_store::grades::{Graded, Written};
use thidua_store::nominations::{Nomination, Nominee, Round};
use thidua_store::{Author, Change};

/// A round with what is proposed in it.
#[derive(Deserialize)]
pub(super) struct Proposed {
    round: String,
    year: i32,
    received_on: NaiveDate,
    grades: SampleDecision,
    nominee: Vec<SampleNominee>,
}

#[derive(Deserialize)]
struct SampleDecision {
    number: String,
    dated: NaiveDate,
    by: String,
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
    report: Option<String>,
    /// The grade of the year, where one is decided.
    grade: Option<String>,
    /// Votes for, of those who voted, in the selection of the unit.
    votes: [i64; 2],
    /// How far the dossier has come.
    state: Option<String>,
}

impl SampleNominee {
    /// The steps that have led to where the dossier is.
    fn steps(&self) -> Result<&'static [State], DemoFailed> {
        const STEPS: [State; 3] = [State::Submitted, State::Appraisal, State::Council];
        let state = match &self.state {
            None => State::Council,
            Some(code) => State::from_code(code).ok_or_else(|| failed(code))?,
        };
        let last = STEPS.iter().position(|step| *step == state).ok_or_else(|| failed(&self.state))?;
        Ok(&STEPS[..=last])
    }
}

/// Writes those who will be proposed into the register, with their grades; who is there already stays as they are.
pub(super) async fn enrol(
    app: &App,
    author: impl Fn() -> Author,
    unit_id: &str,
    sample: &Proposed,
) -> Result<(), DemoFailed> {
    let mut seen = BTreeSet::new();
    for one in &sample.nominee {
        if !seen.insert(&one.name) || person_named(app, unit_id, &one.name).await.map_err(failed)?.is_some() {
            continue;
        }
        let of = app
            .store
            .unit_named(&one.unit)
            .await
            .map_err(failed)?
            .map_or_else(|| unit_id.to_owned(), |unit| unit.id);
        let change = app.store.change(author()).await.map_err(failed)?;
        let person = person(change.new_id(), &of, one)?;
        change.add_person(&person, None).await.map_err(failed)?;
        if let Some(grade) = &one.grade {
            let grade = Grade::from_code(grade).ok_or_else(|| failed(grade))?;
            let written = Written {
                whom: Graded::Person(person.id.clone()),
                year: i64::from(sample.year),
                of_unit_id: of.clone(),
                stage: Stage::Decided,
                grade,
                number: Some(sample.grades.number.clone()),
                dated: Some(sample.grades.dated),
                authority: Some(sample.grades.by.clone()),
                reason: None,
                note: Some(words(Language::Vietnamese).author.to_owned()),
            };
            change.write_grade(&written, &[], 0).await.map_err(failed)?;
        }
        change.commit(entry("person.added", "person", &person.id, &of)).await.map_err(failed)?;
    }
    Ok(())
}

fn person(id: String, unit_id: &str, one: &SampleNominee) -> Result<Person, DemoFailed> {
    Ok(Person {
        id,
        kind: PersonKind::Individual,
        name: one.name.clone(),
        birth_year: None,
        birth_day: None,
        sex: Some(if one.female { Sex::Female } else { Sex::Male }),
        post: Post {
            unit_id: Some(unit_id.to_owned()),
            title: Some(one.post.clone()),
            leader: one.leader,
            category: Category::from_code(&one.category).ok_or_else(|| failed(&one.category))?,
            from: None,
            to: None,
            document: None,
        },
        standing: Standing::Active,
        collective_unit_id: None,
        note: Some(words(Language::Vietnamese).author.to_owned()),
        merged_into: None,
        version: 0,
    })
}

/// Opens the round, proposes in it and judges what was proposed; its identifier.
pub(super) async fn propose(
    app: &App,
    author: impl Fn() -> Author,
    unit_id: &str,
    sample: &Proposed,
) -> Result<String, DemoFailed> {
    let day = |month, day| NaiveDate::from_ymd_opt(sample.year, month, day).ok_or_else(|| failed("no day"));
    let change = app.store.change(author()).await.map_err(failed)?;
    let at = change.author().at;
    let round = Round {
        id: change.new_id(),
        unit_id: unit_id.to_owned(),
        name: sample.round.clone(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: i64::from(sample.year),
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
    for (one, place) in sample.nominee.iter().zip(1..) {
        let it = nomination(app, &change, &round, one, place).await?;
        change.write_nomination(&it).await.map_err(failed)?;
        // what no record tells, the unit has said of each: nothing pending, no discipline, a whole history
        for (fact, value) in [("pending", "[]"), ("discipline", "[]"), ("history", "true")] {
            change.keep_fact(&it.id, fact, Some(value)).await.map_err(failed)?;
        }
        walk(&change, it, one.steps()?, sample.received_on).await?;
    }
    change.commit(entry("award-round.opened", "award-round", &round.id, unit_id)).await.map_err(failed)?;
    crate::nominations::judging::judge_unseen(app, author(), &round.id).await.map_err(failed)?;
    Ok(round.id)
}

async fn nomination(
    app: &App,
    change: &Change,
    round: &Round,
    one: &SampleNominee,
    place: i64,
) -> Result<Nomination, DemoFailed> {
    let law = shipped().map_err(failed)?;
    let of = app.store.unit_named(&one.unit).await.map_err(failed)?;
    Ok(Nomination {
        id: change.new_id(),
        round_id: round.id.clone(),
        unit_id: of.map_or_else(|| round.unit_id.clone(), |unit| unit.id),
        award: one.award.clone(),
        award_name: law.codes.get(&one.award).map(|code| law.codes.name(code).to_owned()).unwrap_or_default(),
        nominee: Nominee {
            kind: SubjectKind::Individual,
            person_id: person_named(app, &round.unit_id, &one.name).await.map_err(failed)?,
            unit_id: None,
            name: one.name.clone(),
            post: Some(one.post.clone()),
            of_unit: one.unit.clone(),
            category: Some(one.category.clone()),
            leader: Some(one.leader),
            female: Some(one.female),
        },
        merit: one.merit.clone(),
        report: one.report.clone(),
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
        written_at: round.written_at,
    })
}

async fn walk(change: &Change, it: Nomination, steps: &[State], received_on: NaiveDate) -> Result<(), DemoFailed> {
    let mut it = Nomination { version: 1, ..it };
    for to in steps {
        change.move_nomination(&it, *to, None, Some(received_on)).await.map_err(failed)?;
        it = Nomination { state: *to, version: it.version + 1, ..it };
    }
    Ok(())
}
