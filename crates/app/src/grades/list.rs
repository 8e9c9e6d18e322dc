//! The units below a unit and the people of it, each with the grade of a year; the same as a table to download.

use super::door;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Caller, Refusal, Visitor, show as shown};
use crate::office::reach;
use crate::reports::sending::{attachment, table_line};
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::grades::{Grade, Stage};
use thidua_domain::people::{Category, Person, PersonKind, Standing};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::grades::{Graded, Kept};
use thidua_store::people::{AskedPeople, Within};

/// People that are read for one page.
pub(super) const MOST: usize = 1_000;
/// Tops of the tree among which somebody who sees everything begins.
const TOPS: i64 = 1;

/// What a list may be asked for.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) unit: String,
    #[serde(default)]
    pub(super) year: String,
    /// `own`: only people of the unit itself.
    #[serde(default)]
    pub(super) people: String,
    /// A grade or better, or `none`.
    #[serde(default)]
    pub(super) bar: String,
    #[serde(default)]
    pub(super) stage: String,
    #[serde(default)]
    pub(super) page: Option<usize>,
    /// The page of the units.
    #[serde(default)]
    pub(super) units: Option<usize>,
}

impl Asked {
    /// Whether one with this grade stands in the list that was asked for.
    pub(super) fn fits(&self, of: Option<&Kept>) -> bool {
        let grade = of.map(|one| one.written.grade);
        let bar = match self.bar.as_str() {
            "none" => grade.is_none(),
            code => Grade::from_code(code).is_none_or(|bar| grade.is_some_and(|grade| grade.at_least(bar))),
        };
        let stage = Stage::from_code(&self.stage);
        bar && stage.is_none_or(|stage| of.is_some_and(|one| one.written.stage == stage))
    }
}

/// Everybody who is graded in a unit in a year.
pub(super) struct All {
    pub(super) unit: Unit,
    pub(super) year: i64,
    pub(super) units: Vec<Unit>,
    pub(super) people: Vec<Person>,
    pub(super) more: bool,
    pub(super) grades: HashMap<Graded, Kept>,
    pub(super) names: HashMap<String, String>,
}

impl All {
    pub(super) fn of_unit(&self, unit: &Unit) -> Option<&Kept> {
        self.grades.get(&Graded::Unit(unit.id.clone()))
    }

    pub(super) fn of_person(&self, person: &Person) -> Option<&Kept> {
        self.grades.get(&Graded::Person(person.id.clone()))
    }

    pub(super) fn unit_name(&self, person: &Person) -> String {
        person.post.unit_id.as_ref().and_then(|id| self.names.get(id)).cloned().unwrap_or_default()
    }

    /// The kinds of units and categories of people that are there, in their order.
    pub(super) fn kinds(&self) -> (Vec<UnitKind>, Vec<Category>) {
        let mut kinds: Vec<UnitKind> = Vec::new();
        for unit in &self.units {
            if !kinds.contains(&unit.kind) {
                kinds.push(unit.kind);
            }
        }
        let has = |category: &Category| self.people.iter().any(|one| one.post.category == *category);
        (kinds, Category::ALL.iter().copied().filter(has).collect())
    }
}

/// The unit that was asked for, or the first that this person may look at.
async fn unit_of(app: &App, visitor: &Visitor, asked: &str) -> Result<String, Refusal> {
    let sees_all = visitor.actor.units(Act::Look).is_none();
    if asked.is_empty() && sees_all {
        let (tops, _) = app.store.children_on(None, reach::today(app), 0, TOPS).await?;
        return tops.into_iter().next().map(|top| top.unit.id).ok_or(Refusal::NotFound);
    }
    app.own_unit(visitor, Act::Look, Some(asked)).await
}

pub(super) async fn all(app: &App, visitor: &Visitor, asked: &Asked) -> Result<All, Refusal> {
    let id = unit_of(app, visitor, &asked.unit).await?;
    let unit = app.store.unit(&id).await?.ok_or(Refusal::NotFound)?;
    let year = door::year(app, &id, &asked.year).await?;
    let sees_below = sees_below(app, visitor, &id).await?;
    let units = if sees_below { reach::below(app, &id, reach::today(app)).await? } else { Vec::new() };
    let within = if asked.people == "own" || !sees_below {
        Within::Units { branches: Vec::new(), alone: vec![id.clone()] }
    } else {
        Within::branch(&id)
    };
    let question = AskedPeople {
        within,
        words: String::new(),
        category: None,
        kind: Some(PersonKind::Individual),
        standing: Some(Standing::Active),
    };
    let (people, more) = app.store.find_people(&question, 0, MOST).await?;
    let whom: Vec<Graded> = units
        .iter()
        .map(|unit| Graded::Unit(unit.id.clone()))
        .chain(people.iter().map(|one| Graded::Person(one.id.clone())))
        .collect();
    let grades = app.store.grades_of(&whom, year).await?;
    let ids: Vec<String> = people.iter().filter_map(|one| one.post.unit_id.clone()).collect();
    let names = reach::names(app, ids.iter()).await?;
    Ok(All { unit, year, units, people, more, grades, names })
}

/// Whether this person looks over what stands below a unit, and not only at the unit itself.
async fn sees_below(app: &App, visitor: &Visitor, id: &str) -> Result<bool, Refusal> {
    let Some(child) = app.store.children_now(id).await?.into_iter().next() else { return Ok(true) };
    app.may(visitor, Act::Look, &child.id).await
}

/// `GET /grades.csv?unit=…&year=2022`.
pub(crate) async fn download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let p = crate::people::words::words(language);
    let u = crate::units::words::words(language);
    let all = all(&app, &visitor, &asked).await?;
    // a spreadsheet knows the text is UTF-8 by its first three bytes
    let mut table = String::from("\u{feff}");
    let head =
        [w.col_group, w.col_name, w.post, w.col_unit, w.year, w.col_grade, w.col_stage, w.col_decision, w.col_note];
    table.push_str(&table_line(&head));
    let year = all.year.to_string();
    let mut line = |group: &str, name: &str, title: &str, unit: &str, of: Option<&Kept>| {
        let stage = of.map_or("", |one| labels::stage(one.written.stage, w));
        let decision = of.map(|one| labels::decision(&one.written, w)).unwrap_or_default();
        let note = of.and_then(|one| one.written.note.clone()).unwrap_or_default();
        let grade = labels::maybe(of.map(|one| one.written.grade), w);
        table.push_str(&table_line(&[group, name, title, unit, &year, grade, stage, &decision, &note]));
    };
    for unit in all.units.iter().filter(|unit| asked.fits(all.of_unit(unit))) {
        line(crate::units::labels::kind(unit.kind, u), &unit.name, "", &all.unit.name, all.of_unit(unit));
    }
    for one in all.people.iter().filter(|one| asked.fits(all.of_person(one))) {
        let title = one.post.title.as_deref().unwrap_or_default();
        let group = crate::people::labels::category(one.post.category, p);
        line(group, &one.name, title, &all.unit_name(one), all.of_person(one));
    }
    attachment(table.into_bytes(), "text/csv; charset=utf-8", &format!("{}-{}.csv", w.file, all.year))
}

/// The year of an address, for links that keep it.
pub(super) fn query(all: &All, asked: &Asked) -> String {
    let people = if asked.people == "own" { "&people=own" } else { "" };
    format!("unit={}&year={}{people}", all.unit.id, all.year)
}

/// The names of those without a grade, as a message says them: so many, then how many more.
pub(super) fn missing(all: &All) -> Vec<String> {
    let units = all.units.iter().filter(|unit| all.of_unit(unit).is_none()).map(|unit| unit.name.clone());
    let people = all.people.iter().filter(|one| all.of_person(one).is_none()).map(|one| one.name.clone());
    units.chain(people).collect()
}

/// The decision of a grade in words; nothing without one.
pub(super) fn decision_of(of: Option<&Kept>, w: &'static Words) -> String {
    of.map(|one| labels::decision(&one.written, w)).unwrap_or_default()
}

/// The moment of a grade, for who looks closely.
pub(super) fn written(of: Option<&Kept>) -> String {
    of.map(|one| format!("{}, {}", one.account_name, shown::moment(one.written_at))).unwrap_or_default()
}
