//! Awards of earlier years by spreadsheet: new rows become honours; those that stand are shown and not changed.

use super::words::words;
use crate::App;
use crate::awards::labels::whom;
use crate::decisions::law;
use crate::face::Refusal;
use crate::lists::kind::{Meant, Problem, Sheet, World, Write};
use crate::lists::units::called;
use crate::lists::{LARGEST, too_many};
use crate::office::reach;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::awards::words::subject_words;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::decisions::number::{Key, written};
use thidua_domain::lists::diff::Current;
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_domain::nominations::{Occasion, words as nomination_words};
use thidua_domain::people::name::{alike_key, tidy};
use thidua_domain::people::{Person, PersonKind, Sex};
use thidua_domain::units::Unit;
use thidua_store::Within;
use thidua_store::honours::{AskedHonours, Honour, Honoured, Standing};
use thidua_store::people::AskedPeople;

/// Where the columns stand.
const NAME: usize = 0;
const KIND: usize = 1;
const BIRTH: usize = 2;
const UNIT: usize = 3;
const POST: usize = 4;
const AWARD: usize = 5;
const YEAR: usize = 6;
const OCCASION: usize = 7;
const NUMBER: usize = 8;
const DAY: usize = 9;
const ISSUER: usize = 10;
const MERIT: usize = 11;

/// The first year of birth that is taken.
const FIRST_BIRTH: i32 = 1900;

/// Every award of every regime, under its newest name and all others.
fn awards(catalogue: &Catalogue) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for award in catalogue.rules.iter().rev().flat_map(|rules| &rules.awards) {
        match found.iter_mut().find(|one| one.code == award.code) {
            None => {
                let choice = Choice::new(award.code.as_str(), award.name.name.as_str());
                found.push(choice.also([award.code.as_str()]));
            }
            Some(known) if known.label != award.name.name && !known.also.contains(&award.name.name) => {
                known.also.push(award.name.name.clone());
            }
            Some(_) => {}
        }
    }
    found
}

/// The columns of the list.
pub(crate) fn columns(catalogue: &Catalogue) -> Vec<Column> {
    let vi = Language::Vietnamese;
    let (w, l) = (words(vi), crate::lists::words::words(vi));
    let kinds = SubjectKind::ALL.iter().map(|one| Choice::new(one.code(), subject_words(*one).vi)).collect();
    let occasions = Occasion::ALL.iter().map(|one| Choice::new(one.code(), nomination_words::occasion(*one).vi));
    vec![
        Column::new("name", w.l_whose, Kind::Text).wide(28).required().naming().also(w.also_name.split('|')),
        Column::new("kind", w.l_kind, Kind::Choice(kinds)).wide(14).hint(w.l_kind_hint),
        Column::new("birth", l.person_birth, Kind::Date { year_alone: true }).wide(13),
        Column::new("unit", w.l_unit, Kind::Text).wide(32).naming().hint(w.l_unit_hint),
        Column::new("post", w.l_post, Kind::Text).wide(22),
        Column::new("award", w.award, Kind::Choice(awards(catalogue)))
            .wide(34)
            .required()
            .naming()
            .hint(w.l_award_hint)
            .also(w.also_award.split('|')),
        Column::new("year", w.year, Kind::Whole).wide(9).required().naming(),
        Column::new("occasion", w.occasion, Kind::Choice(occasions.collect())).wide(24),
        Column::new("number", w.number, Kind::Text).wide(18).also(w.also_number.split('|')),
        Column::new("day", w.day, Kind::Date { year_alone: false }).wide(14),
        Column::new("issuer", w.l_issuer, Kind::Text).wide(32).hint(w.l_issuer_hint),
        Column::new("merit", w.l_merit, Kind::Text).wide(34),
    ]
}

/// What rows are read against.
pub(crate) struct HonoursWorld {
    top: Unit,
    units: HashMap<String, Vec<(String, String)>>,
    people: HashMap<String, Vec<Person>>,
    honours: HashMap<String, Honour>,
    law: std::sync::Arc<Catalogue>,
    today: NaiveDate,
}

pub(crate) async fn sheet(app: &App, top: &Unit) -> Result<Sheet, Refusal> {
    let today = reach::today(app);
    let branch = app.store.branch_on(&top.id, reach::day_of(top, today), LARGEST + 1).await?;
    let asked = AskedPeople {
        within: thidua_store::people::Within::branch(&top.id),
        words: String::new(),
        category: None,
        kind: None,
        standing: None,
    };
    let (found, more) = app.store.find_people(&asked, 0, LARGEST).await?;
    let own = Within::Units { own: vec![top.id.clone()], branches: Vec::new() };
    let question = AskedHonours { within: own, words: String::new(), award: None, year: None };
    let (honours, too) = app.store.find_honours(&question, 0, LARGEST).await?;
    if more || too || branch.len() > LARGEST {
        return Err(too_many());
    }
    let called = called(&branch);
    let mut units: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for unit in &branch {
        let known = (unit.id.clone(), unit.name.clone());
        for name in [fold(&unit.name), fold(&called[&unit.id])] {
            let under = units.entry(name).or_default();
            if !under.contains(&known) {
                under.push(known.clone());
            }
        }
    }
    let mut people: HashMap<String, Vec<Person>> = HashMap::new();
    for one in found {
        people.entry(alike_key(&one.name)).or_default().push(one);
    }
    let law = law::catalogue(app, &top.id, today).await?;
    let current = honours
        .iter()
        .filter(|one| one.unit_id == top.id)
        .map(|one| Current { tie: Tie::new(one.id.as_str(), one.version), cells: cells(one) })
        .collect();
    let honours = honours.into_iter().map(|one| (one.id.clone(), one)).collect();
    let columns = columns(&law);
    let world = HonoursWorld { top: top.clone(), units, people, honours, law, today };
    Ok(Sheet { columns, current, world: World::Honours(Box::new(world)) })
}

/// An honour as a row.
fn cells(one: &Honour) -> Vec<Cell> {
    let choice = |code: &str| Cell::Choice(code.to_owned());
    vec![
        Cell::text(&one.whom.name),
        choice(one.whom.kind.code()),
        one.whom.birth_year.and_then(|year| i32::try_from(year).ok()).map_or(Cell::Empty, Cell::Year),
        Cell::text(&one.whom.of_unit),
        Cell::text_or_empty(one.whom.post.as_deref()),
        choice(&one.award),
        Cell::Whole(one.year),
        choice(&one.occasion),
        Cell::text_or_empty(one.number.as_deref()),
        one.dated.map_or(Cell::Empty, Cell::Date),
        Cell::text(&one.issuer),
        Cell::text(&one.merit),
    ]
}

fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// The year of birth of a row.
pub(crate) fn born(cells: &[Cell]) -> Option<i32> {
    match &cells[BIRTH] {
        Cell::Year(year) => Some(*year),
        Cell::Date(day) => Some(day.year()),
        _ => None,
    }
}

/// Whether two years of birth may be of one person: one that is not known may be any.
pub(crate) fn may_be_one(born: Option<i32>, other: Option<i32>) -> bool {
    born.is_none() || other.is_none() || born == other
}

/// The number as it is written, so that `9 /qđ-snv` is `09/QĐ-SNV`; one of another shape stays as it was typed.
fn numbered(typed: String, day: NaiveDate) -> String {
    if Key::read(&typed, "", "", day).is_ok() { written(&typed) } else { typed }
}

fn problem(column: usize, says: impl Into<String>) -> Vec<Problem> {
    vec![Problem { column, says: says.into() }]
}

impl HonoursWorld {
    /// The one unit of a name in the branch.
    fn unit(&self, name: &str) -> Option<(String, String)> {
        match self.units.get(&fold(name)).map(Vec::as_slice) {
            Some([one]) => Some(one.clone()),
            _ => None,
        }
    }

    /// The record of a name, in a unit, born in a year; an error where several fit.
    fn person(
        &self,
        name: &str,
        kind: SubjectKind,
        unit: Option<&str>,
        born: Option<i32>,
    ) -> Result<Option<&Person>, ()> {
        let kind = match kind {
            SubjectKind::Individual => PersonKind::Individual,
            SubjectKind::Household => PersonKind::Household,
            SubjectKind::Collective => PersonKind::Collective,
        };
        let all = self.people.get(&alike_key(name)).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<&Person> = all
            .iter()
            .filter(|one| one.kind == kind && one.name.to_lowercase() == name.to_lowercase())
            .filter(|one| born.is_none() || one.birth_year.is_none() || one.birth_year == born)
            .collect();
        let there: Vec<&Person> =
            fitting.iter().copied().filter(|one| unit.is_some() && one.post.unit_id.as_deref() == unit).collect();
        match (there.as_slice(), fitting.as_slice()) {
            ([one], _) => Ok(Some(one)),
            // the unit is not known here, or they work elsewhere now
            ([], [one]) => Ok(Some(one)),
            ([], []) => Ok(None),
            _ => Err(()),
        }
    }

    pub(crate) fn row(&self, row: u32, cells: &[Cell], tied: Option<&str>) -> Result<Write, Vec<Problem>> {
        let w = words(Language::Vietnamese);
        if tied.is_some_and(|id| self.honours.contains_key(id)) {
            return Err(problem(NAME, w.l_fixed));
        }
        let name = tidy(&text(&cells[NAME]).unwrap_or_default());
        let kind = match &cells[KIND] {
            Cell::Choice(code) => SubjectKind::from_code(code).unwrap_or(SubjectKind::Individual),
            _ => SubjectKind::Individual,
        };
        let year = match &cells[YEAR] {
            Cell::Whole(year) if (1930..=i64::from(self.today.year())).contains(year) => *year,
            _ => return Err(problem(YEAR, w.l_year_range)),
        };
        let dated = match &cells[DAY] {
            Cell::Date(day) if *day > self.today => return Err(problem(DAY, w.l_day)),
            // a decision of the following year is fine, one before the year began is not
            Cell::Date(day) if i64::from(day.year()) < year => return Err(problem(DAY, w.l_day_before)),
            Cell::Date(day) => Some(*day),
            _ => None,
        };
        let Cell::Choice(code) = &cells[AWARD] else { return Err(problem(AWARD, w.l_award_hint)) };
        let on = dated.or_else(|| NaiveDate::from_ymd_opt(i32::try_from(year).unwrap_or(2000), 12, 31));
        // awards of years before the oldest regime are known by their newest name
        let known = on.and_then(|day| law::award(&self.law, code, None, day));
        let newest = || self.law.rules.iter().rev().find_map(|rules| rules.award(code));
        let Some(award) = known.or_else(newest) else {
            return Err(problem(AWARD, w.l_no_award.replace("{name}", code)));
        };
        let typed_unit = text(&cells[UNIT]);
        let unit = typed_unit.as_deref().and_then(|typed| self.unit(typed));
        if !award.subjects.contains(&kind) {
            let whom = whom(award, Language::Vietnamese).to_lowercase();
            let says = w.l_wrong_subject.replace("{award}", &award.name.name).replace("{whom}", &whom);
            return Err(problem(KIND, says));
        }
        let born = born(cells);
        if born.is_some_and(|year| !(FIRST_BIRTH..=self.today.year()).contains(&year)) {
            return Err(problem(BIRTH, w.l_birth));
        }
        let own = if kind == SubjectKind::Collective { self.unit(&name) } else { None };
        let there = unit.as_ref().map(|(id, _)| id.as_str());
        let person = match own {
            Some(_) => None,
            None => match self.person(&name, kind, there, born) {
                Ok(person) => person,
                Err(()) => return Err(problem(BIRTH, w.l_person_several.replace("{name}", &name))),
            },
        };
        let occasion = match &cells[OCCASION] {
            Cell::Choice(code) => code.clone(),
            _ => Occasion::Regular.code().to_owned(),
        };
        let of_unit = unit.map(|(_, name)| name).or(typed_unit);
        Ok(Write::AddHonour(Box::new(Honour {
            // the identifier is given when it is written
            id: format!("row:{row}"),
            unit_id: self.top.id.clone(),
            issuer: text(&cells[ISSUER]).unwrap_or_else(|| self.top.name.clone()),
            level: known.map_or(Level::Unit, |award| award.level),
            award: code.clone(),
            award_name: award.name.name.clone(),
            occasion,
            whom: Honoured {
                kind,
                person_id: person.map(|one| one.id.clone()),
                unit_id: own.as_ref().map(|(id, _)| id.clone()),
                of_unit: of_unit.or(own.map(|(_, name)| name)).unwrap_or_default(),
                name,
                birth_year: born.or_else(|| person.and_then(|one| one.birth_year)).map(i64::from),
                post: text(&cells[POST]).filter(|_| kind == SubjectKind::Individual),
                category: person.map(|one| one.post.category.code().to_owned()),
                leader: person.map(|one| one.post.leader),
                female: person.and_then(|one| one.sex).map(|sex| sex == Sex::Female),
            },
            year,
            period: None,
            merit: text(&cells[MERIT]).unwrap_or_default(),
            decision_id: None,
            number: text(&cells[NUMBER]).map(|typed| numbered(typed, on.unwrap_or(self.today))),
            dated,
            nomination_id: None,
            paid: None,
            standing: Standing::Valid,
            revoked_by: None,
            illustrative: false,
            version: 1,
            account_name: String::new(),
            written_at: NaiveDate::default().into(),
        })))
    }

    /// Whether an honour that stands is the one of a row, and not another of the same name, award and year.
    pub(crate) fn is(&self, id: &str, other: &Honour) -> bool {
        let number = |one: &Honour| one.number.as_deref().map(written);
        self.honours
            .get(id)
            .is_some_and(|one| number(one) == number(other) && fold(&one.whom.of_unit) == fold(&other.whom.of_unit))
    }

    /// The year of birth of who has an honour, by its list or by the record.
    fn born(&self, one: &Honour) -> Option<i32> {
        let known = || {
            let all = self.people.get(&alike_key(&one.whom.name))?;
            all.iter().find(|person| Some(&person.id) == one.whom.person_id.as_ref())?.birth_year
        };
        one.whom.birth_year.and_then(|year| i32::try_from(year).ok()).or_else(known)
    }

    /// What a row may mean: honours of the same name, award and year, whose holder may be born in the year of the row.
    pub(crate) fn meant(&self, cells: &[Cell], named: &[String]) -> Vec<Meant> {
        let (name, award, year) = (text(&cells[NAME]).unwrap_or_default(), &cells[AWARD], &cells[YEAR]);
        let same = |one: &&Honour| {
            fold(&one.whom.name) == fold(&name)
                && *award == Cell::Choice(one.award.clone())
                && *year == Cell::Whole(one.year)
                && may_be_one(born(cells), self.born(one))
        };
        let mut found: Vec<&Honour> = self.honours.values().filter(same).collect();
        found.retain(|one| named.is_empty() || named.contains(&one.id) || same(one));
        found.sort_by(|one, other| one.id.cmp(&other.id));
        let of = |one: &&Honour| Meant {
            id: one.id.clone(),
            label: format!("{}, {} {}", one.whom.name, one.award_name, one.year),
            reasons: one.number.clone().unwrap_or_default(),
        };
        found.iter().map(of).collect()
    }
}
