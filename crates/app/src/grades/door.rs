//! Who is graded, of which unit, in which year, and what this person may do about it.

use super::words::words;
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::office::reach;
use chrono::Datelike;
use serde::Deserialize;
use thidua_domain::access::{Act, may};
use thidua_domain::basics::{Language, Says};
use thidua_domain::grades::{Deciding, Stage, deciding as decides};
use thidua_domain::people::Person;
use thidua_domain::units::Unit;
use thidua_store::grades::{Graded, Kept};

/// Years that are graded.
const YEARS: std::ops::RangeInclusive<i64> = 2000..=2100;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct AskedYear {
    #[serde(default)]
    pub(super) year: String,
}

/// The powers of this person over one who is graded.
#[derive(Clone, Copy, Default)]
pub(super) struct Powers {
    pub(super) own: bool,
    pub(super) propose: bool,
    pub(super) decide: bool,
}

impl Powers {
    pub(super) fn may(self, stage: Stage) -> bool {
        match stage {
            Stage::SelfGraded => self.own,
            Stage::Proposed => self.propose,
            Stage::Decided => self.decide,
        }
    }
}

/// Somebody who is graded.
pub(super) struct Subject {
    pub(super) whom: Graded,
    pub(super) name: String,
    /// The unit itself, or that of the post.
    pub(super) unit: Unit,
    pub(super) person: Option<Person>,
    pub(super) powers: Powers,
}

impl Subject {
    /// Everybody in the register who is this person, or the unit alone.
    pub(super) async fn all(&self, app: &App) -> Result<Vec<Graded>, Refusal> {
        Ok(match &self.whom {
            Graded::Unit(id) => vec![Graded::Unit(id.clone())],
            Graded::Person(id) => app.store.same_person(id).await?.into_iter().map(Graded::Person).collect(),
        })
    }

    /// The unit whose people decide: the one above a unit, the own one of a person.
    fn decider(&self) -> &str {
        match &self.whom {
            Graded::Unit(_) => self.unit.parent_id.as_deref().unwrap_or(&self.unit.id),
            Graded::Person(_) => &self.unit.id,
        }
    }

    /// How this person would decide, by everything that was written for the year.
    pub(super) async fn deciding(
        &self,
        app: &App,
        visitor: &Visitor,
        versions: &[Kept],
    ) -> Result<Deciding, Refusal> {
        let written: Vec<_> = versions.iter().map(|one| (one.written.stage, one.account_id.as_deref())).collect();
        let found = decides(&written, true, &visitor.actor);
        if found == Deciding::Freely {
            return Ok(found);
        }
        let today = reach::today(app);
        let others = app.store.roles_in(self.decider()).await?.into_iter().any(|(account, grant)| {
            account != visitor.actor.account_id && grant.holds_on(today) && may(grant.role, Act::DecideGrade)
        });
        Ok(decides(&written, others, &visitor.actor))
    }

    /// The folder and identifier of the pages.
    pub(super) fn address(&self) -> String {
        address(&self.whom)
    }
}

pub(super) fn address(whom: &Graded) -> String {
    match whom {
        Graded::Unit(id) => format!("/grades/units/{id}"),
        Graded::Person(id) => format!("/grades/people/{id}"),
    }
}

/// What this person may do about the grade of a unit. It is decided above; where nobody stands above it in the system,
/// its own head records the decision of another authority.
pub(super) async fn powers_over_unit(app: &App, visitor: &Visitor, unit: &Unit) -> Result<Powers, Refusal> {
    let decider = unit.parent_id.as_deref().unwrap_or(&unit.id);
    Ok(Powers {
        own: app.may(visitor, Act::SelfGrade, &unit.id).await?,
        propose: app.may(visitor, Act::ProposeGrade, &unit.id).await?,
        decide: app.may(visitor, Act::DecideGrade, decider).await?,
    })
}

/// What this person may do about the grades of the people of a unit.
pub(super) async fn powers_over_people(app: &App, visitor: &Visitor, unit_id: &str) -> Result<Powers, Refusal> {
    Ok(Powers {
        own: app.may(visitor, Act::SelfGrade, unit_id).await?,
        propose: app.may(visitor, Act::ProposeGrade, unit_id).await?,
        decide: app.may(visitor, Act::DecideGrade, unit_id).await?,
    })
}

pub(super) async fn unit(app: &App, visitor: &Visitor, id: &str) -> Result<Subject, Refusal> {
    app.require(visitor, Act::Look, id).await?;
    let unit = app.store.unit(id).await?.ok_or(Refusal::NotFound)?;
    Ok(Subject {
        whom: Graded::Unit(unit.id.clone()),
        name: unit.name.clone(),
        person: None,
        powers: powers_over_unit(app, visitor, &unit).await?,
        unit,
    })
}

pub(super) async fn person(app: &App, visitor: &Visitor, id: &str) -> Result<Subject, Refusal> {
    let root = app.store.root_of(id).await?;
    let person = app.store.person(&root).await?.ok_or(Refusal::NotFound)?;
    let unit = person.post.unit_id.clone().ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::Look, &unit).await?;
    let unit = app.store.unit(&unit).await?.ok_or(Refusal::NotFound)?;
    Ok(Subject {
        whom: Graded::Person(person.id.clone()),
        name: person.name.clone(),
        powers: powers_over_people(app, visitor, &unit.id).await?,
        person: Some(person),
        unit,
    })
}

/// The year that was asked for; else that of the newest plan of the unit or grade in it; else this one.
pub(super) async fn year(app: &App, unit_id: &str, asked: &str) -> Result<i64, Refusal> {
    if let Ok(year) = asked.trim().parse::<i64>()
        && YEARS.contains(&year)
    {
        return Ok(year);
    }
    if !asked.trim().is_empty() {
        let of = |language| words(language).bad_year;
        return Err(Refusal::Invalid(Says::new(of(Language::Vietnamese), of(Language::English))));
    }
    let graded = app.store.newest_graded_year(unit_id).await?;
    let plans = app.store.plans(Some(&[unit_id])).await?;
    let planned = plans.iter().filter(|plan| plan.issued).filter_map(|plan| plan.subject_year).max();
    let this = i64::from(reach::today(app).year());
    Ok(graded.max(planned).filter(|year| YEARS.contains(year)).unwrap_or(this))
}
