//! The facts of a nomination, taken from what is recorded: grades, honours, initiatives, the round; and what a person added.

use super::scene::Scene;
use super::{discipline, ratios};
use crate::App;
use crate::face::Refusal;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use thidua_domain::awards::facts::{
    Case, Collective, Contribution, Facts, Held, Initiative, MovementFact, Pending, Period, Quota, Subject,
};
use thidua_domain::awards::pack::Codes;
use thidua_domain::awards::subject::{PendingKind, SubjectKind, Work};
use thidua_domain::decisions::deciders::powers;
use thidua_domain::grades::{Grade, Stage};
use thidua_domain::movements::State as MovementState;
use thidua_domain::people::Category;
use thidua_store::grades::Graded;
use thidua_store::initiatives::OfPerson;
use thidua_store::nominations::Nomination;

/// Facts that a person added, by name: `attested`, `history`, `pending`, `discipline`, `contribution`.
pub(super) struct Added {
    pub(super) attested: BTreeMap<String, bool>,
    pub(super) history_complete: bool,
    pub(super) nothing_pending: bool,
    /// What is said of discipline; nothing where nobody has said anything.
    pub(super) discipline: Option<Vec<discipline::Entered>>,
    pub(super) contribution: Option<i64>,
}

impl Added {
    pub(super) fn read(kept: &[(String, String)]) -> Added {
        let of = |name: &str| kept.iter().find(|(fact, _)| fact == name).map(|(_, value)| value.as_str());
        Added {
            attested: of("attested").and_then(|value| serde_json::from_str(value).ok()).unwrap_or_default(),
            history_complete: of("history") == Some("true"),
            nothing_pending: of("pending") == Some("[]"),
            discipline: discipline::read(of("discipline")),
            contribution: of("contribution").and_then(|value| value.parse().ok()),
        }
    }
}

/// Days after which an open dossier is one of the past that is only written down.
const LATELY: i64 = 400;

/// What an individual is by work, as the law tells criteria apart.
pub(crate) fn work(category: Category) -> Work {
    match category {
        Category::LeaderManager
        | Category::Official
        | Category::PublicEmployee
        | Category::Teacher
        | Category::DirectWorker => Work::Official,
        Category::Worker => Work::Worker,
        Category::Farmer => Work::Farmer,
        Category::Soldier => Work::Soldier,
        Category::Entrepreneur => Work::Entrepreneur,
        Category::Household | Category::Collective | Category::Other => Work::Other,
    }
}

/// The case of a nomination.
pub(super) async fn case(app: &App, scene: &Scene, it: &Nomination, codes: &Codes) -> Result<Case, Refusal> {
    let added = Added::read(&app.store.nomination_facts(&it.id).await?);
    let who = &it.nominee;
    let people = match &who.person_id {
        Some(id) => app.store.same_person(id).await?,
        None => Vec::new(),
    };
    let graded: Vec<Graded> =
        people.iter().cloned().map(Graded::Person).chain(who.unit_id.clone().map(Graded::Unit)).collect();
    let units: Vec<String> = who.unit_id.iter().cloned().collect();
    let complaints: Vec<Pending> = app
        .store
        .open_complaints_of(&people, &units)
        .await?
        .into_iter()
        .map(|one| Pending {
            kind: PendingKind::Complaint,
            from: one.received_on,
            to: None,
            meanwhile: !it.state.is_over(),
        })
        .collect();
    let facts = Facts {
        grades: grades(app, &graded).await?,
        awards: Some(held(app, scene, it, &people, codes).await?),
        awards_open: !added.history_complete,
        initiatives: initiatives(app, it, codes).await?,
        initiatives_open: !added.history_complete,
        discipline: added.discipline.as_deref().map(discipline::facts),
        pending: if complaints.is_empty() { added.nothing_pending.then(Vec::new) } else { Some(complaints) },
        collective: collective(app, scene, it, codes).await?,
        quota: quota(scene, it),
        same_achievement: None,
        rank: None,
        movement: movement(app, scene).await?,
        tenure: None,
        contribution: added.contribution.map(|amount| Contribution { amount }),
        dissolved: who.unit_id.as_ref().map(|id| {
            scene
                .units
                .iter()
                .find(|unit| unit.id == *id)
                .and_then(|unit| unit.valid_to)
                .is_some_and(|last| last < scene.today)
        }),
        attested: added.attested,
    };
    let category = who.category.as_deref().and_then(Category::from_code);
    Ok(Case {
        received_on: scene.law_day(Some(it)),
        decided_on: undecided_today(scene, it),
        period: Period { from: scene.round.from, to: scene.round.to },
        subject: Subject {
            kind: who.kind,
            work: category.map(work).filter(|_| who.kind == SubjectKind::Individual),
            leader: who.leader,
            female: who.female,
            unit_level: None,
            province: None,
        },
        facts,
    })
}

/// A dossier that was received lately and is still open would be decided today: a law that began meanwhile may count too.
fn undecided_today(scene: &Scene, it: &Nomination) -> Option<NaiveDate> {
    let received = it.received_on.filter(|_| !it.state.is_over())?;
    let lately = scene.today.signed_duration_since(received).num_days() < LATELY;
    lately.then(|| scene.today.max(received))
}

/// Decided grades; nothing at all is not known.
async fn grades(app: &App, graded: &[Graded]) -> Result<Option<Vec<(i32, Grade)>>, Refusal> {
    if graded.is_empty() {
        return Ok(None);
    }
    let kept = app.store.grades_over_years(graded).await?;
    let decided = kept
        .iter()
        .filter(|kept| kept.written.stage == Stage::Decided)
        .filter_map(|kept| Some((i32::try_from(kept.written.year).ok()?, kept.written.grade)));
    Ok(Some(decided.collect()))
}

/// Honours that stand, and the lower title for which they are proposed in the same round.
async fn held(
    app: &App,
    scene: &Scene,
    it: &Nomination,
    people: &[String],
    codes: &Codes,
) -> Result<Vec<Held>, Refusal> {
    let mut honours = Vec::new();
    if !people.is_empty() {
        honours.extend(app.store.honours_of_people(people).await?);
    }
    if let Some(unit) = &it.nominee.unit_id {
        let units = crate::honours::forerunners(app, unit).await?;
        honours.extend(app.store.honours_of_units(&units).await?);
    }
    let mut found: Vec<Held> = honours
        .iter()
        .filter(|one| one.standing == thidua_store::honours::Standing::Valid)
        .filter_map(|one| {
            Some(Held {
                award: codes.get(&one.award)?,
                year: i32::try_from(one.year).ok()?,
                decided_on: one.dated,
                level: Some(one.level),
            })
        })
        .collect();
    let year = scene.round.to.year();
    // whoever is proposed for the title of which this one's ratio is taken has its standard in this round
    let base = super::law::award(&scene.law, scene.law_day(Some(it)), &it.award).map(|award| award.of.clone());
    for other in scene
        .full
        .iter()
        .filter(|other| base.as_ref() == Some(&other.award) && same(other, it) && scene.goes_along(other, it))
    {
        if let Some(award) = codes.get(&other.award) {
            found.push(Held { award, year, decided_on: None, level: None });
        }
    }
    Ok(found)
}

/// Recognised initiatives of the nominee, each with what else of theirs used it.
async fn initiatives(app: &App, it: &Nomination, codes: &Codes) -> Result<Option<Vec<Initiative>>, Refusal> {
    let Some(person) = &it.nominee.person_id else { return Ok(None) };
    let found = app.store.initiatives_of_person(person).await?;
    let fact = |one: OfPerson| Initiative {
        name: format!("“{}”", one.title).into(),
        record: Some(one.id.as_str().into()),
        named: one.uses.iter().any(|used| used.nomination_id == it.id),
        year: one.year,
        scope: one.scope,
        kind: one.kind,
        used_for: one
            .uses
            .iter()
            .filter(|used| used.nomination_id != it.id)
            .filter_map(|used| codes.get(&used.award))
            .collect(),
    };
    Ok(Some(found.into_iter().map(fact).collect()))
}

/// Whether two nominations are for one nominee: by record, else by name as it is read, of one unit.
pub(super) fn same(one: &Nomination, other: &Nomination) -> bool {
    let unit = one.unit_id == other.unit_id;
    let (one, other) = (&one.nominee, &other.nominee);
    one.kind == other.kind
        && match (&one.person_id, &other.person_id, &one.unit_id, &other.unit_id) {
            (Some(one), Some(other), ..) => one == other,
            (_, _, Some(one), Some(other)) => one == other,
            (None, None, None, None) => {
                // marks tell Hoa from Hòa, capitals tell nobody
                let alike = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
                alike(&one.name, &other.name) && (unit || alike(&one.of_unit, &other.of_unit))
            }
            _ => false,
        }
}

/// The members of a collective: people of the register whose post is in it, their grades, and the nominations of the round.
async fn collective(
    app: &App,
    scene: &Scene,
    it: &Nomination,
    codes: &Codes,
) -> Result<Option<Collective>, Refusal> {
    let Some(unit) = &it.nominee.unit_id else { return Ok(None) };
    let asked = thidua_store::people::AskedPeople {
        within: thidua_store::people::Within::Units { branches: Vec::new(), alone: vec![unit.clone()] },
        words: String::new(),
        category: None,
        kind: Some(thidua_domain::people::PersonKind::Individual),
        standing: Some(thidua_domain::people::Standing::Active),
    };
    let (people, more) = app.store.find_people(&asked, 0, 2_000).await?;
    if people.is_empty() || more {
        return Ok(None);
    }
    let ids: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
    let graded: Vec<Graded> = ids.iter().cloned().map(Graded::Person).collect();
    let grades = app.store.grades_of(&graded, i64::from(scene.round.to.year())).await?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let decided = grades.values().filter(|kept| kept.written.stage == Stage::Decided);
    let completed = decided.clone().filter(|kept| kept.written.grade.at_least(Grade::Completed)).count();
    let mut with: BTreeMap<&str, usize> = BTreeMap::new();
    for other in scene.full.iter().filter(|other| scene.stands(other)) {
        if other.nominee.person_id.as_ref().is_some_and(|id| ids.contains(id)) {
            *with.entry(&other.award).or_default() += 1;
        }
    }
    // who is not proposed for a title has not reached it; nobody proposed at all is not known
    let mut reached: Vec<_> =
        with.iter().filter_map(|(code, number)| Some((codes.get(code)?, count(*number)))).collect();
    for code in ["LDTT", "CSTDCS", "CSTT"] {
        if let Some(code) =
            codes.get(code).filter(|code| !with.is_empty() && !reached.iter().any(|(known, _)| known == code))
        {
            reached.push((code, 0));
        }
    }
    Ok(Some(Collective {
        members: Some(count(people.len())),
        completed: (decided.count() == people.len()).then(|| count(completed)),
        disciplined: None,
        with: reached,
    }))
}

/// Where the ratio of the award stands in this round: the base, and those who stand before this one in the list. Who is
/// proposed for a title of which the base is below is one of the base.
fn quota(scene: &Scene, it: &Nomination) -> Option<Quota> {
    let day = scene.law_day(Some(it));
    let award = super::law::award(&scene.law, day, &it.award)?;
    let of = scene.law.codes.get(&award.of)?;
    let base_code = scene.law.codes.code(of);
    let rules = super::law::rules(&scene.law, day)?;
    let based: BTreeSet<&str> = rules
        .awards
        .iter()
        .filter(|one| one.of == base_code)
        .map(|one| one.code.as_str())
        .chain([base_code])
        .collect();
    let counts = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let standing = || scene.full.iter().filter(|other| scene.stands(other));
    let base: BTreeSet<String> =
        standing().filter(|other| based.contains(other.award.as_str())).map(ratios::subject).collect();
    let key = |one: &Nomination| (one.place, one.nominee.name.clone(), one.id.clone());
    let before =
        standing().filter(|other| other.award == it.award && other.id != it.id && key(other) < key(it)).count();
    (!base.is_empty()).then(|| Quota { base: counts(base.len()), granted: counts(before) })
}

/// The movement of the round: who launched it, and at which review it stands. How many years it has run is not recorded.
async fn movement(app: &App, scene: &Scene) -> Result<Option<MovementFact>, Refusal> {
    let Some(id) = &scene.round.movement_id else { return Ok(None) };
    let Some(movement) = app.store.movement(id).await? else { return Ok(None) };
    let Some(plan) = app.store.plan_line(&movement.plan_id).await? else { return Ok(None) };
    let owner = app.store.unit(&plan.unit_id).await?;
    let launched_by = owner.and_then(|unit| powers(unit.kind).first().copied());
    let at = match movement.state {
        MovementState::PreliminaryReview => Some("preliminary-review".into()),
        MovementState::FinalReview | MovementState::Closed => Some("final-review".into()),
        _ => None,
    };
    Ok(Some(MovementFact { launched_by, years: None, at }))
}
