//! The list of people, households and collectives of a unit and everything below it.

use super::kind::{Meant, NumberChange, Problem, Sheet, World, Write};
use super::units::called;
use super::{LARGEST, words};
use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor};
use crate::people::{identity, labels};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::lists::diff::Current;
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_domain::people::identity::IdentityNumber;
use thidua_domain::people::likeness::{Traits, Verdict, compare};
use thidua_domain::people::name::{alike_key, tidy};
use thidua_domain::people::{Category, Person, PersonKind, Post, Sex, Standing};
use thidua_domain::units::Unit;
use thidua_store::people::{AskedPeople, Within};

/// Where the columns stand.
const NAME: usize = 0;
const KIND: usize = 1;
const BIRTH: usize = 2;
const SEX: usize = 3;
const UNIT: usize = 4;
const CATEGORY: usize = 5;
const TITLE: usize = 6;
const LEADER: usize = 7;
const FROM: usize = 8;
const DOCUMENT: usize = 9;
const STANDING: usize = 10;
const IDENTITY: usize = 11;
const NOTE: usize = 12;

/// Categories as choices, with other ways to write them.
fn categories() -> Vec<Choice> {
    let w = crate::people::words::words(Language::Vietnamese);
    let l = words::words(Language::Vietnamese);
    let also = |category: Category| match category {
        Category::LeaderManager => l.also_leader_manager,
        Category::Teacher => l.also_teacher,
        Category::DirectWorker => l.also_direct_worker,
        Category::Soldier => l.also_soldier,
        Category::Household => l.also_household,
        _ => "",
    };
    let of = |category: &Category| {
        let other = also(*category).split('|').filter(|other| !other.is_empty());
        Choice::new(category.code(), labels::category(*category, w)).also(other)
    };
    Category::ALL.iter().map(of).collect()
}

/// The columns of the list; units are chosen from these.
pub(crate) fn columns(units: Vec<Choice>) -> Vec<Column> {
    let w = words::words(Language::Vietnamese);
    let p = crate::people::words::words(Language::Vietnamese);
    let kinds = PersonKind::ALL.iter().map(|one| Choice::new(one.code(), labels::kind(*one, p))).collect();
    let sexes = Sex::ALL.iter().map(|one| Choice::new(one.code(), labels::sex(*one, p))).collect();
    let standings = Standing::ALL.iter().map(|one| Choice::new(one.code(), labels::standing(*one, p))).collect();
    // the command reads units of a country itself
    let unit = if units.is_empty() { Kind::Text } else { Kind::Choice(units) };
    vec![
        Column::new("name", w.person_name, Kind::Text).wide(28).required().naming().also(w.also_name.split('|')),
        Column::new("kind", p.kind, Kind::Choice(kinds)).wide(14).hint(w.person_kind_hint),
        Column::new("birth", w.person_birth, Kind::Date { year_alone: true })
            .wide(13)
            .naming()
            .also(w.also_birth.split('|')),
        Column::new("sex", p.sex, Kind::Choice(sexes)).wide(10),
        Column::new("unit", w.person_unit, unit).wide(34).required().naming().also(w.also_person_unit.split('|')),
        Column::new("category", p.category, Kind::Choice(categories())).wide(26).hint(w.person_category_hint),
        Column::new("title", w.person_title, Kind::Text).wide(26).also(w.also_title.split('|')),
        Column::new("leader", w.person_leader, Kind::YesNo).wide(12).also(w.also_leader.split('|')),
        Column::new("from", p.since, Kind::Date { year_alone: false }).wide(13),
        Column::new("document", w.person_document, Kind::Text).wide(24),
        Column::new("standing", p.standing, Kind::Choice(standings)).wide(18),
        Column::new("identity", w.person_identity, Kind::Text)
            .wide(18)
            .hint(w.person_identity_hint)
            .also(w.also_identity.split('|')),
        Column::new("note", p.note, Kind::Text).wide(24),
    ]
}

/// The people of a branch.
pub(crate) struct PeopleWorld {
    units: HashMap<String, String>,
    people: HashMap<String, (Person, Option<(String, String)>)>,
    by_key: HashMap<String, Vec<String>>,
}

pub(super) async fn sheet(app: &App, top: &Unit) -> Result<Sheet, Refusal> {
    let branch = app.store.branch_on(&top.id, local_date((app.clock)()), LARGEST + 1).await?;
    let asked = AskedPeople {
        within: Within::branch(&top.id),
        words: String::new(),
        category: None,
        kind: None,
        standing: None,
    };
    let (people, more) = app.store.find_people(&asked, 0, LARGEST).await?;
    if more || branch.len() > LARGEST {
        return Err(super::actions::too_many());
    }
    let called = called(&branch);
    let choices: Vec<Choice> =
        branch.iter().map(|unit| Choice::new(unit.id.as_str(), called[&unit.id].as_str())).collect();
    let ids: Vec<String> = people.iter().map(|one| one.id.clone()).collect();
    let mut masked: HashMap<String, (String, String)> = HashMap::new();
    for (id, kept) in app.store.identities_of(&ids).await? {
        let shown = identity::open(app, &id, &kept.sealed).map_or_else(|_| "0xx…".into(), |number| number.masked());
        masked.insert(id, (shown, kept.hash));
    }
    let mut by_key: HashMap<String, Vec<String>> = HashMap::new();
    let mut world = HashMap::new();
    let mut current = Vec::new();
    for one in people {
        let number = masked.remove(&one.id);
        by_key.entry(alike_key(&one.name)).or_default().push(one.id.clone());
        let shown = number.as_ref().map(|(shown, _)| shown.as_str());
        current.push(Current { tie: Tie::new(one.id.as_str(), one.version), cells: cells(&one, shown) });
        world.insert(one.id.clone(), (one, number));
    }
    let world = PeopleWorld { units: called, people: world, by_key };
    Ok(Sheet { columns: columns(choices), current, world: World::People(world) })
}

/// A record as a row.
pub(crate) fn cells(one: &Person, masked: Option<&str>) -> Vec<Cell> {
    let choice = |code: &str| Cell::Choice(code.to_owned());
    vec![
        Cell::text(&one.name),
        choice(one.kind.code()),
        match (one.birth_day, one.birth_year) {
            (Some(day), _) => Cell::Date(day),
            (None, Some(year)) => Cell::Year(year),
            (None, None) => Cell::Empty,
        },
        one.sex.map_or(Cell::Empty, |sex| choice(sex.code())),
        one.post.unit_id.as_deref().map_or(Cell::Empty, choice),
        choice(one.post.category.code()),
        Cell::text_or_empty(one.post.title.as_deref()),
        Cell::YesNo(one.post.leader),
        one.post.from.map_or(Cell::Empty, Cell::Date),
        Cell::text_or_empty(one.post.document.as_deref()),
        choice(one.standing.code()),
        Cell::text_or_empty(masked),
        Cell::text_or_empty(one.note.as_deref()),
    ]
}

fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn code<T>(cell: &Cell, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    match cell {
        Cell::Choice(code) => read(code),
        _ => None,
    }
}

/// An identity number as spreadsheets leave it: a leading zero that they dropped is put back.
pub(crate) fn number(typed: &str) -> Result<IdentityNumber, thidua_domain::people::identity::IdentityProblem> {
    let whole = IdentityNumber::read(typed);
    match whole {
        Err(thidua_domain::people::identity::IdentityProblem::Length(11)) => {
            IdentityNumber::read(&format!("0{typed}")).or(whole)
        }
        other => other,
    }
}

/// The record of a row, over the one it is tied to.
pub(crate) fn person(cells: &[Cell], present: &[bool], before: Option<&Person>) -> Result<Person, Vec<Problem>> {
    let w = words::words(Language::Vietnamese);
    let p = crate::people::words::words(Language::Vietnamese);
    let has = |column: usize| present.get(column).copied().unwrap_or(false);
    let mut one = before.cloned().unwrap_or_else(|| Person {
        id: String::new(),
        kind: PersonKind::Individual,
        name: String::new(),
        birth_year: None,
        birth_day: None,
        sex: None,
        post: Post {
            unit_id: None,
            title: None,
            leader: false,
            category: Category::Other,
            from: None,
            to: None,
            document: None,
        },
        standing: Standing::Active,
        collective_unit_id: None,
        note: None,
        merged_into: None,
        version: 0,
    });
    let mut problems = Vec::new();
    if has(NAME) {
        one.name = tidy(&text(&cells[NAME]).unwrap_or_default());
    }
    // a household and a collective may say by their category what they are
    let by_category = match code(&cells[CATEGORY], Category::from_code) {
        Some(Category::Household) if before.is_none() => PersonKind::Household,
        Some(Category::Collective) if before.is_none() => PersonKind::Collective,
        _ => one.kind,
    };
    one.kind = code(&cells[KIND], PersonKind::from_code).unwrap_or(by_category);
    if has(BIRTH) {
        (one.birth_year, one.birth_day) = (None, None);
        match &cells[BIRTH] {
            Cell::Year(year) => one.birth_year = Some(*year),
            Cell::Date(day) => one = one.born_on(*day),
            _ => {}
        }
    }
    if has(SEX) {
        one.sex = code(&cells[SEX], Sex::from_code);
    }
    if has(UNIT) {
        one.post.unit_id = match &cells[UNIT] {
            Cell::Choice(id) => Some(id.clone()),
            _ => one.post.unit_id,
        };
    }
    match code(&cells[CATEGORY], Category::from_code) {
        Some(category) => one.post.category = category,
        None => {
            if let Some(category) = Category::of_kind(one.kind) {
                one.post.category = category;
            } else if before.is_none() {
                problems.push(Problem { column: CATEGORY, says: w.category_needed.to_owned() });
            }
        }
    }
    if problems.is_empty() && !one.post.category.fits(one.kind) {
        problems.push(Problem { column: CATEGORY, says: p.category_misfit.to_owned() });
    }
    if has(TITLE) {
        one.post.title = text(&cells[TITLE]);
    }
    if has(LEADER) {
        one.post.leader = cells[LEADER] == Cell::YesNo(true);
    }
    if has(FROM) {
        one.post.from = match &cells[FROM] {
            Cell::Date(day) => Some(*day),
            _ => None,
        };
    }
    if has(DOCUMENT) {
        one.post.document = text(&cells[DOCUMENT]);
    }
    one.standing = code(&cells[STANDING], Standing::from_code).unwrap_or(one.standing);
    if has(NOTE) {
        one.note = text(&cells[NOTE]);
    }
    if problems.is_empty() { Ok(one) } else { Err(problems) }
}

impl PeopleWorld {
    pub(super) async fn row(
        &self,
        app: &App,
        visitor: &Visitor,
        cells: &[Cell],
        present: &[bool],
        tied: Option<&str>,
    ) -> Result<Result<Write, Vec<Problem>>, Refusal> {
        let w = words::words(Language::Vietnamese);
        let p = crate::people::words::words(Language::Vietnamese);
        let known = tied.and_then(|id| self.people.get(id));
        let one = match person(cells, present, known.map(|(one, _)| one)) {
            Ok(one) => one,
            Err(problems) => return Ok(Err(problems)),
        };
        let mut number_change = NumberChange::Stays;
        let shown = known.and_then(|(_, number)| number.as_ref().map(|(shown, _)| shown.as_str()));
        if present.get(IDENTITY).copied().unwrap_or(false) {
            let typed = text(&cells[IDENTITY]);
            if typed.is_none() && shown.is_some() {
                number_change = NumberChange::Goes;
            } else if let Some(typed) = typed.filter(|typed| Some(typed.as_str()) != shown) {
                if typed.contains('…') {
                    return Ok(Err(vec![Problem { column: IDENTITY, says: w.identity_masked.to_owned() }]));
                }
                match number(&typed) {
                    Err(problem) => {
                        let says = crate::people::number_problem(problem, p);
                        return Ok(Err(vec![Problem { column: IDENTITY, says }]));
                    }
                    Ok(number) => {
                        let hash = identity::hash(app, &number)?;
                        for other in app.store.people_with_identity(&hash).await? {
                            if Some(other.id.as_str()) == tied {
                                continue;
                            }
                            let open = match &other.post.unit_id {
                                Some(unit) => app.may(visitor, Act::Look, unit).await?,
                                None => false,
                            };
                            let name = if open { other.name } else { p.identity_elsewhere.to_owned() };
                            let says = p.identity_taken.replace("{name}", &name);
                            return Ok(Err(vec![Problem { column: IDENTITY, says }]));
                        }
                        number_change = NumberChange::Becomes(number);
                    }
                }
            }
        }
        Ok(Ok(match known {
            Some((before, _)) => Write::ChangePerson {
                before: Box::new(before.clone()),
                after: Box::new(one),
                number: number_change,
            },
            None => Write::AddPerson(Box::new(one), number_change),
        }))
    }

    pub(super) fn meant(&self, cells: &[Cell], named: &[String]) -> Vec<Meant> {
        let p = crate::people::words::words(Language::Vietnamese);
        let present = vec![true; cells.len()];
        let asked = match person(cells, &present, None) {
            Ok(one) => Traits::of(&one),
            Err(_) => Traits { names: text(&cells[NAME]).into_iter().collect(), ..Traits::default() },
        };
        let mut ids: Vec<&String> = named.iter().collect();
        let key = asked.names.first().map(|name| alike_key(name)).unwrap_or_default();
        for id in self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default() {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let mut found: Vec<(i32, Meant)> = Vec::new();
        for id in ids {
            let Some((one, _)) = self.people.get(id) else { continue };
            let likeness = compare(&asked, &Traits::of(one));
            if likeness.verdict() == Verdict::Different {
                continue;
            }
            let unit = one.post.unit_id.as_ref().and_then(|unit| self.units.get(unit)).cloned().unwrap_or_default();
            let parts = [one.name.clone(), one.birth(), unit];
            let reasons: Vec<&str> = likeness.grounds.iter().map(|ground| labels::ground(*ground, p)).collect();
            let label = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            found.push((likeness.score, Meant { id: id.clone(), label, reasons: reasons.join(", ") }));
        }
        found.sort_by_key(|(score, _)| -score);
        found.into_iter().map(|(_, one)| one).take(5).collect()
    }
}
