//! What a unit proposes in a round as a list that goes out to Excel and comes back: columns, nominations as rows, what a
//! row means. The rules of a row are those of the page that adds a nomination.

use super::scene::{self, Scene};
use super::words::{Words, words};
use super::{facts, labels, law};
use crate::App;
use crate::awards::labels as award_labels;
use crate::face::{Refusal, Visitor};
use crate::lists::kind::{Meant, Problem, Sheet, World, Write};
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::lists::diff::Current;
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_domain::nominations::State;
use thidua_domain::people::{Category, Person, PersonKind, Sex};
use thidua_domain::units::Unit;
use thidua_store::nominations::{Nomination, Nominee};
use thidua_store::people::{AskedPeople, Within};

/// Where the columns stand.
const NAME: usize = 0;
const AWARD: usize = 1;
const KIND: usize = 2;
const POST: usize = 3;
const UNIT: usize = 4;
const MERIT: usize = 5;
const INFLUENCE: usize = 6;
const VOTES: usize = 7;
const OF: usize = 8;

/// People of a unit whose names are looked up.
const MOST: usize = 20_000;

/// What rows are read against.
pub(crate) struct NominationsWorld {
    scene: Scene,
    unit: Unit,
    /// The unit itself and those directly below it.
    collectives: Vec<Unit>,
    people: Vec<Person>,
    /// The last place of the round: new rows stand behind it.
    last_place: i64,
}

fn columns(scene: &Scene, w: &'static Words) -> Vec<Column> {
    let awards =
        law::rules(&scene.law, scene.law_day(None)).map(|rules| rules.awards.as_slice()).unwrap_or_default();
    let awards = awards
        .iter()
        .map(|award| Choice::new(award.code.as_str(), award.name.name.as_str()).also([award.code.as_str()]))
        .collect();
    let kinds = vec![
        Choice::new(SubjectKind::Individual.code(), w.list_individual),
        Choice::new(SubjectKind::Collective.code(), w.list_collective),
        Choice::new(SubjectKind::Household.code(), w.list_household),
    ];
    let influences = labels::influences(w).into_iter().filter(|(code, _)| !code.is_empty());
    let influences = influences.map(|(code, label)| Choice::new(code, label)).collect();
    vec![
        Column::new("name", w.col_who, Kind::Text).wide(28).required().naming(),
        Column::new("award", w.col_award, Kind::Choice(awards)).wide(30).required(),
        Column::new("subject", w.list_kind, Kind::Choice(kinds)).wide(12).required(),
        Column::new("post", w.list_post, Kind::Text).wide(22).hint(w.list_read_only),
        Column::new("of_unit", w.col_unit, Kind::Text).wide(26).hint(w.list_read_only),
        Column::new("merit", w.merit, Kind::Text).wide(50).required().hint(w.merit_hint),
        Column::new("influence", w.influence, Kind::Choice(influences)).wide(18),
        Column::new("votes", w.selection_for, Kind::Whole).wide(10),
        Column::new("voters", w.selection_of, Kind::Whole).wide(10),
    ]
}

fn cells(it: &Nomination) -> Vec<Cell> {
    let whole = |of: Option<i64>| of.map_or(Cell::Empty, Cell::Whole);
    vec![
        Cell::text(&it.nominee.name),
        Cell::Choice(it.award.clone()),
        Cell::Choice(it.nominee.kind.code().to_owned()),
        Cell::text_or_empty(it.nominee.post.as_deref()),
        Cell::text_or_empty(Some(it.nominee.of_unit.as_str())),
        Cell::text(&it.merit),
        it.influence.clone().map_or(Cell::Empty, Cell::Choice),
        whole(it.selection.map(|(votes, _)| votes)),
        whole(it.selection.map(|(_, of)| of)),
    ]
}

/// Lets in whoever proposes for the unit in this round.
pub(crate) async fn require(app: &App, visitor: &Visitor, round: &str, unit_id: &str) -> Result<(), Refusal> {
    let scene = scene::scene(app, visitor, round).await?;
    if scene.writes.iter().any(|unit| unit.id == unit_id) { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// The units for which this person proposes in the round.
pub(crate) async fn whose(app: &App, visitor: &Visitor, round: &str) -> Result<Vec<Unit>, Refusal> {
    let scene = scene::scene(app, visitor, round).await?;
    if scene.writes.is_empty() { Err(Refusal::NotAllowed) } else { Ok(scene.writes) }
}

/// The list of a unit as it is now.
pub(crate) async fn sheet(app: &App, visitor: &Visitor, round: &str, unit: &Unit) -> Result<Sheet, Refusal> {
    let scene = scene::scene(app, visitor, round).await?;
    let w = words(Language::Vietnamese);
    let mut collectives = vec![unit.clone()];
    if unit.id != scene.authority.id {
        collectives.extend(crate::office::reach::below(app, &unit.id, scene.today).await?);
    } else {
        collectives.extend(scene.writes.iter().filter(|own| own.id != unit.id).cloned());
    }
    let within = Within::branch(&unit.id);
    let asked = AskedPeople { within, words: String::new(), category: None, kind: None, standing: None };
    let (people, _) = app.store.find_people(&asked, 0, MOST).await?;
    let own = |it: &&Nomination| it.unit_id == unit.id && it.state != State::Withdrawn;
    let current = scene
        .all
        .iter()
        .filter(own)
        .map(|it| Current { tie: Tie::new(it.id.as_str(), it.version), cells: cells(it) })
        .collect();
    let columns = columns(&scene, w);
    let last_place = scene.full.iter().map(|it| it.place).max().unwrap_or(0);
    let world = NominationsWorld { unit: unit.clone(), collectives, people, last_place, scene };
    Ok(Sheet { columns, current, world: World::Nominations(Box::new(world)) })
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    }
}

fn code(cell: &Cell) -> &str {
    match cell {
        Cell::Choice(code) => code,
        _ => "",
    }
}

fn whole(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        _ => None,
    }
}

impl NominationsWorld {
    /// The nominee that a new row names.
    fn nominee(&self, cells_now: &[Cell], kind: SubjectKind, w: &'static Words) -> Result<Nominee, Problem> {
        let name = text(&cells_now[NAME]);
        let same = |other: &str| fold(other) == fold(&name);
        if kind == SubjectKind::Collective {
            let unit = self.collectives.iter().find(|unit| same(&unit.name));
            let unit = unit.ok_or_else(|| Problem { column: NAME, says: w.list_no_collective.to_owned() })?;
            let of_unit =
                if unit.id == self.unit.id { self.scene.authority.name.clone() } else { self.unit.name.clone() };
            return Ok(Nominee {
                kind,
                person_id: None,
                unit_id: Some(unit.id.clone()),
                name: unit.name.clone(),
                post: None,
                of_unit,
                category: Some(Category::Collective.code().to_owned()),
                leader: None,
                female: None,
            });
        }
        let wanted = if kind == SubjectKind::Household { PersonKind::Household } else { PersonKind::Individual };
        let found: Vec<&Person> = self
            .people
            .iter()
            .filter(|one| one.kind == wanted && one.merged_into.is_none() && same(&one.name))
            .collect();
        let typed_unit = text(&cells_now[UNIT]);
        let person = match found.as_slice() {
            [] => None,
            [only] => Some(*only),
            several => {
                let says = w.list_several.replace("{n}", &several.len().to_string());
                return Err(Problem { column: NAME, says });
            }
        };
        let post = Some(text(&cells_now[POST])).filter(|post| !post.is_empty());
        Ok(Nominee {
            kind,
            person_id: person.map(|one| one.id.clone()),
            unit_id: None,
            name: person.map_or(name, |one| one.name.clone()),
            post: person.map_or(post, |one| one.post.title.clone()),
            of_unit: if typed_unit.is_empty() { self.unit.name.clone() } else { typed_unit },
            category: person.map(|one| one.post.category.code().to_owned()),
            leader: person.map(|one| one.post.leader),
            female: person.and_then(|one| one.sex).map(|sex| sex == Sex::Female),
        })
    }

    /// What the row writes, by the rules of the page.
    pub(crate) fn row(
        &mut self,
        row: u32,
        cells_now: &[Cell],
        present: &[bool],
        tied: Option<&str>,
    ) -> Result<Write, Vec<Problem>> {
        let w = words(Language::Vietnamese);
        let problem = |column: usize, says: String| vec![Problem { column, says }];
        if !self.scene.open() {
            return Err(problem(NAME, w.closed.to_owned()));
        }
        let own = tied.and_then(|id| self.scene.all.iter().find(|it| it.id == id)).cloned();
        if own.as_ref().is_some_and(|it| it.state != State::Draft) {
            return Err(problem(NAME, w.list_sent.to_owned()));
        }
        let kind = SubjectKind::from_code(code(&cells_now[KIND])).unwrap_or(SubjectKind::Individual);
        let same_person = own
            .as_ref()
            .is_some_and(|it| it.nominee.kind == kind && fold(&it.nominee.name) == fold(&text(&cells_now[NAME])));
        if own.is_some() && !same_person {
            return Err(problem(NAME, w.list_name_stays.to_owned()));
        }
        let nominee = match &own {
            Some(it) => it.nominee.clone(),
            None => self.nominee(cells_now, kind, w).map_err(|problem| vec![problem])?,
        };
        let day = self.scene.law_day(None);
        let Some(award) = law::award(&self.scene.law, day, code(&cells_now[AWARD])) else {
            return Err(problem(AWARD, w.list_award_unknown.to_owned()));
        };
        if !award.subjects.contains(&kind) {
            let whom = award_labels::whom(award, Language::Vietnamese).to_lowercase();
            let says = w.wrong_subject.replace("{award}", &award.name.name).replace("{whom}", &whom);
            return Err(problem(AWARD, says));
        }
        let here = |column: usize| present.get(column).copied().unwrap_or(false);
        let before = own.as_ref();
        let selection = if here(VOTES) && here(OF) {
            whole(&cells_now[VOTES]).zip(whole(&cells_now[OF]))
        } else {
            before.and_then(|it| it.selection)
        };
        if selection.is_some_and(|(votes, of)| votes < 0 || of <= 0 || votes > of) {
            return Err(problem(VOTES, w.bad_selection.to_owned()));
        }
        let influence = if here(INFLUENCE) {
            Some(code(&cells_now[INFLUENCE]).to_owned()).filter(|code| !code.is_empty())
        } else {
            before.and_then(|it| it.influence.clone())
        };
        let written = Nomination {
            id: before.map_or_else(|| format!("row:{row}"), |it| it.id.clone()),
            round_id: self.scene.round.id.clone(),
            unit_id: self.unit.id.clone(),
            award: award.code.clone(),
            award_name: award.name.name.clone(),
            nominee,
            merit: text(&cells_now[MERIT]),
            report: before.and_then(|it| it.report.clone()),
            influence,
            achieved_on: before.and_then(|it| it.achieved_on),
            state: State::Draft,
            supplements: 0,
            received_on: None,
            downgraded_from: None,
            judged: None,
            selection,
            place: before.map_or_else(|| self.last_place + i64::from(row), |it| it.place),
            illustrative: self.scene.round.illustrative,
            version: before.map_or(0, |it| it.version),
            account_id: None,
            account_name: String::new(),
            written_at: self.scene.round.written_at,
        };
        let twice = self.scene.all.iter().any(|other| {
            other.id != written.id
                && other.award == written.award
                && facts::same(other, &written)
                && other.state != State::Withdrawn
        });
        if twice {
            let says = w.twice.replace("{name}", &written.nominee.name).replace("{award}", &written.award_name);
            return Err(problem(NAME, says));
        }
        if own.is_none() && self.scene.voted_down(&written) {
            let says =
                w.voted_down.replace("{name}", &written.nominee.name).replace("{award}", &written.award_name);
            return Err(problem(NAME, says));
        }
        match self.scene.all.iter_mut().find(|it| it.id == written.id) {
            Some(known) => known.clone_from(&written),
            None => self.scene.all.push(written.clone()),
        }
        Ok(Write::Nominate { before: own.map(Box::new), written: Box::new(written) })
    }

    /// The nominations that a row without a tie may mean: of its name and award.
    pub(crate) fn meant(&self, cells_now: &[Cell], named: &[String]) -> Vec<Meant> {
        let of = |id: &String| {
            let it = self.scene.all.iter().find(|it| it.id == *id)?;
            (it.award == code(&cells_now[AWARD])).then(|| Meant {
                id: id.clone(),
                label: it.nominee.name.clone(),
                reasons: it.award_name.clone(),
            })
        };
        named.iter().filter_map(of).collect()
    }
}
