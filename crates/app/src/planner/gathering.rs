//! What is recorded of people and units, as cases of this year.

use crate::App;
use crate::face::{Refusal, Visitor};
use crate::nominations::facts::work;
use crate::nominations::law;
use crate::office::reach;
use crate::people::reach::within;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use std::sync::Arc;
use thidua_domain::access::Act;
use thidua_domain::awards::facts::{Case, Facts, Held, Initiative, Subject};
use thidua_domain::awards::pack::{Catalogue, Codes, RegimeRules};
use thidua_domain::awards::planning::year_of;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::grades::{Grade, Stage};
use thidua_domain::people::{Person, PersonKind, Standing};
use thidua_domain::units::Unit;
use thidua_store::grades::Graded;
use thidua_store::honours::{Honour, Standing as Honoured};
use thidua_store::initiatives::OfPerson;
use thidua_store::people::{AskedPeople, Within};

/// People of a unit that are looked at for one page.
pub(super) const MOST: usize = 2_000;

/// The law of today for a unit.
pub(super) struct Today {
    pub(super) day: NaiveDate,
    pub(super) year: i32,
    catalogue: Arc<Catalogue>,
}

impl Today {
    pub(super) async fn of(app: &App, unit_id: &str) -> Result<Today, Refusal> {
        let day = reach::today(app);
        Ok(Today { day, year: day.year(), catalogue: law::catalogue(app, unit_id, day).await? })
    }

    pub(super) fn codes(&self) -> &Codes {
        &self.catalogue.codes
    }

    pub(super) fn rules(&self) -> Result<&RegimeRules, Refusal> {
        law::rules(&self.catalogue, self.day).ok_or(Refusal::NotFound)
    }

    /// A case of this year with what is recorded.
    pub(super) fn case(&self, subject: Subject, grades: Vec<(i32, Grade)>, honours: &[Honour]) -> Option<Case> {
        let awards = honours.iter().filter(|one| one.standing == Honoured::Valid).filter_map(|one| {
            Some(Held {
                award: self.codes().get(&one.award)?,
                year: i32::try_from(one.year).ok()?,
                decided_on: one.dated,
                level: Some(one.level),
            })
        });
        Some(Case {
            received_on: self.day,
            decided_on: None,
            period: year_of(self.year)?,
            facts: Facts {
                grades: Some(grades),
                awards: Some(awards.collect()),
                dissolved: (subject.kind == SubjectKind::Collective).then_some(false),
                ..Facts::default()
            },
            subject,
        })
    }
}

/// Recognised initiatives as the rules read them; what is recorded counts as complete.
pub(super) fn initiatives(recorded: Vec<OfPerson>, codes: &Codes) -> Vec<Initiative> {
    let fact = |one: OfPerson| Initiative {
        name: format!("“{}”", one.title).into(),
        record: Some(one.id.as_str().into()),
        named: false,
        year: one.year,
        scope: one.scope,
        kind: one.kind,
        used_for: one.uses.iter().filter_map(|used| codes.get(&used.award)).collect(),
    };
    recorded.into_iter().map(fact).collect()
}

/// What a person of the register is to the rules.
pub(super) fn subject(person: &Person) -> Subject {
    let kind = match person.kind {
        PersonKind::Individual => SubjectKind::Individual,
        PersonKind::Household => SubjectKind::Household,
        PersonKind::Collective => SubjectKind::Collective,
    };
    Subject {
        kind,
        work: (kind == SubjectKind::Individual).then(|| work(person.post.category)),
        leader: Some(person.post.leader),
        female: None,
        unit_level: None,
        province: None,
    }
}

/// Decided grades by year.
pub(super) fn decided<'a>(kept: impl Iterator<Item = &'a thidua_store::grades::Kept>) -> Vec<(i32, Grade)> {
    kept.filter(|kept| kept.written.stage == Stage::Decided)
        .filter_map(|kept| Some((i32::try_from(kept.written.year).ok()?, kept.written.grade)))
        .collect()
}

/// Somebody with what is recorded of them.
pub(super) struct Known {
    pub(super) person: Person,
    pub(super) case: Case,
    /// No honour that stands.
    pub(super) never: bool,
    pub(super) direct: bool,
}

/// Units that this person may choose, and the one that was asked for or is usual.
pub(super) async fn chosen(
    app: &App,
    visitor: &Visitor,
    asked: &str,
) -> Result<(Vec<Unit>, Option<Unit>), Refusal> {
    let units = reach::units(app, visitor).await?;
    let unit = if asked.is_empty() {
        let own = visitor.actor.units(Act::Look).and_then(|own| own.first().map(|id| (*id).to_owned()));
        let usual = own.and_then(|own| units.iter().find(|unit| unit.id == own));
        usual.or(units.first()).cloned()
    } else {
        Some(units.iter().find(|unit| unit.id == asked).cloned().ok_or(Refusal::NotFound)?)
    };
    Ok((units, unit))
}

/// Active people and households of a unit with what is recorded of them, and whether there are more.
pub(super) async fn people(
    app: &App,
    visitor: &Visitor,
    unit: &Unit,
    today: &Today,
) -> Result<(Vec<Known>, bool), Refusal> {
    let within = match within(visitor, Act::Look) {
        Within::Units { alone, .. } if alone.contains(&unit.id) => {
            Within::Units { branches: Vec::new(), alone: vec![unit.id.clone()] }
        }
        _ => Within::branch(&unit.id),
    };
    let asked =
        AskedPeople { within, words: String::new(), category: None, kind: None, standing: Some(Standing::Active) };
    let (mut people, more) = app.store.find_people(&asked, 0, MOST).await?;
    people.retain(|person| person.kind != PersonKind::Collective);
    let ids: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
    let mut grades: HashMap<String, Vec<thidua_store::grades::Kept>> = HashMap::new();
    for some in ids.chunks(500) {
        let graded: Vec<Graded> = some.iter().cloned().map(Graded::Person).collect();
        for kept in app.store.grades_over_years(&graded).await? {
            if let Graded::Person(id) = &kept.written.whom {
                grades.entry(id.clone()).or_default().push(kept);
            }
        }
    }
    let mut honours: HashMap<String, Vec<Honour>> = HashMap::new();
    for honour in app.store.honours_of_people(&ids).await? {
        if let Some(id) = honour.whom.person_id.clone() {
            honours.entry(id).or_default().push(honour);
        }
    }
    let mut made = app.store.initiatives_of_people(&ids).await?;
    let mut found = Vec::with_capacity(people.len());
    for person in people {
        let held = honours.remove(&person.id).unwrap_or_default();
        let graded = grades.remove(&person.id).unwrap_or_default();
        let Some(mut case) = today.case(subject(&person), decided(graded.iter()), &held) else { continue };
        case.facts.initiatives = Some(initiatives(made.remove(&person.id).unwrap_or_default(), today.codes()));
        found.push(Known {
            never: !held.iter().any(|one| one.standing == Honoured::Valid),
            direct: person.kind == PersonKind::Individual
                && person.post.category.works_directly(person.post.leader),
            case,
            person,
        });
    }
    // who works directly first, of them who was never recognised
    found.sort_by_cached_key(|one| {
        let name = thidua_domain::basics::text::sort_key(&one.person.name);
        (!one.direct, !one.never, name, one.person.id.clone())
    });
    Ok((found, more))
}
