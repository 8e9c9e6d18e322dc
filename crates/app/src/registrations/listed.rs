//! What units register as a list that goes out to Excel and comes back: columns, items as rows, what a row means. The rules
//! of a row are those of the page of an item.

use super::assigned::Assigned;
use super::door::{asked, door, today};
use super::items::{fields, take};
use super::words::{Words, words};
use super::{labels, rounds};
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::{Refusal, Visitor};
use crate::law::{self, OfDay};
use crate::lists::kind::{Meant, Problem, Sheet, World, Write};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Expectation, Language};
use thidua_domain::lists::diff::Current;
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_domain::registrations::{ItemKind, State};
use thidua_domain::units::Unit;
use thidua_store::cascade::NewAssignment;
use thidua_store::registrations::{Item, Registration, Round, Written};
use thidua_store::targets::Target;

/// Where the columns stand.
const UNIT: usize = 0;
const KIND: usize = 1;
const CONTENT: usize = 2;
const TITLE: usize = 3;
const PERSON: usize = 4;
const VALUE: usize = 5;
const UNIT_OF: usize = 6;
const REASON: usize = 7;
const DESCRIPTION: usize = 8;
const EXPECTED: usize = 9;

/// The code of a hard task among the kinds of rows.
const HARD: &str = "hard";

/// The columns of the list.
pub(super) fn columns(of_day: OfDay) -> Vec<Column> {
    let w = words(Language::Vietnamese);
    let kinds = vec![
        Choice::new(ItemKind::Target.code(), w.list_target),
        Choice::new(ItemKind::Title.code(), w.list_title),
        Choice::new(ItemKind::Task.code(), w.list_task),
        Choice::new(HARD, w.list_hard),
    ];
    let titles = of_day
        .titles()
        .iter()
        .map(|title| Choice::new(title.code.as_str(), title.name.as_str()).also([title.code.as_str()]))
        .collect();
    vec![
        Column::new("unit", w.col_unit, Kind::Text).wide(30).required(),
        Column::new("kind", w.list_kind, Kind::Choice(kinds)).wide(12).required(),
        Column::new("content", w.list_content, Kind::Text).wide(44).naming().hint(w.list_content_hint),
        Column::new("title", w.list_col_title, Kind::Choice(titles)).wide(28).hint(w.list_title_hint),
        Column::new("person", w.list_person, Kind::Text).wide(24).hint(w.list_person_hint),
        Column::new("registered", w.list_value, Kind::Amount(Expectation::Quantity)).wide(14),
        Column::new("unit_of", w.unit_of, Kind::Text).wide(12).hint(w.list_unit_of_hint),
        Column::new("reason", w.list_reason, Kind::Text).wide(28).hint(w.reason_hint),
        Column::new("description", w.description, Kind::Text).wide(32),
        Column::new("expected", w.list_expected, Kind::Text).wide(32).hint(w.hard_hint),
    ]
}

/// An item as a row.
fn cells(unit: &str, written: &Written) -> Vec<Cell> {
    let is_title = written.kind == ItemKind::Title;
    let kind = if written.kind == ItemKind::Task && written.hard { HARD } else { written.kind.code() };
    vec![
        Cell::text(unit),
        Cell::Choice(kind.to_owned()),
        if is_title { Cell::Empty } else { Cell::text(&written.name) },
        written.title_code.clone().map_or(Cell::Empty, Cell::Choice),
        Cell::text_or_empty(written.person.as_deref()),
        written.registered.map_or(Cell::Empty, Cell::Amount),
        Cell::text_or_empty(written.unit_of.as_deref()),
        Cell::text_or_empty(written.reason.as_deref()),
        Cell::text_or_empty(written.description.as_deref()),
        Cell::text_or_empty(written.expected.as_deref()),
    ]
}

/// Lets in whoever approves for the authority, to its whole list, and whoever registers for a unit, to that unit's.
pub(crate) async fn require(app: &App, visitor: &Visitor, movement: &str, unit_id: &str) -> Result<(), Refusal> {
    let door = door(app, visitor, movement).await?;
    let own = door.own_units.iter().any(|unit| unit.id == unit_id);
    if door.leads && unit_id == door.view.plan.unit_id || own && visitor.actor.may_in(Act::Register, unit_id) {
        return Ok(());
    }
    Err(if door.sees_all || own { Refusal::NotAllowed } else { Refusal::NotFound })
}

/// The units whose list this person may have: the authority for all, or those in which they register.
pub(crate) async fn whose(app: &App, visitor: &Visitor, movement: &str) -> Result<Vec<Unit>, Refusal> {
    let door = door(app, visitor, movement).await?;
    let mut units = Vec::new();
    if door.leads {
        units.extend(app.store.unit(&door.view.plan.unit_id).await?);
    }
    units.extend(door.own_units.into_iter().filter(|unit| visitor.actor.may_in(Act::Register, &unit.id)));
    if units.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    if door.round.is_none() {
        return Err(rounds::refuse(|w| format!("{}.", w.empty)));
    }
    Ok(units)
}

/// What rows are read against.
pub(crate) struct RegistrationsWorld {
    round: Round,
    open: bool,
    units: Vec<Unit>,
    registrations: Vec<Registration>,
    /// Those that are there, and those that rows before have brought.
    items: Vec<Item>,
    leaves: Vec<Target>,
    /// What the cascade gave to units.
    given: Vec<NewAssignment>,
    of_day: OfDay,
}

/// The list of a movement as it is now: of all units, or of one.
pub(crate) async fn sheet(app: &App, movement: &str, top: &Unit) -> Result<Sheet, Refusal> {
    let movement = app.store.movement(movement).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let round = app.store.registration_round(&movement.id).await?.ok_or(Refusal::NotFound)?;
    let day = today(app);
    let mut registrations = app.store.registrations_of_round(&round.id).await?;
    let units = if top.id == plan.unit_id {
        let mut units = asked(app, &plan.unit_id, Some(&round), day).await?;
        super::board::add_those_who_registered(app, &mut units, &registrations).await?;
        units
    } else {
        registrations.retain(|one| one.unit_id == top.id);
        vec![top.clone()]
    };
    let mut items = app.store.registration_items_of_round(&round.id).await?;
    items.retain(|item| registrations.iter().any(|one| one.id == item.registration_id));
    let mut leaves = app.store.targets(&plan.id).await?;
    leaves.retain(|target| target.draft.comparator.is_some());
    let given = app.store.assignments(&plan.id).await?.into_iter().map(|one| one.given).collect();
    let open = round.deadline.takes(day);
    let of_day = law::of_plan(app, &plan);
    let world = RegistrationsWorld { open, round, units, registrations, items, leaves, given, of_day };
    let mut current = Vec::new();
    for unit in &world.units {
        let key = world.key(unit);
        current.extend(world.items.iter().filter(|item| item.registration_id == key).map(|item| Current {
            tie: Tie::new(item.id.as_str(), item.version),
            cells: cells(&unit.name, &item.written),
        }));
    }
    Ok(Sheet { columns: columns(of_day), current, world: World::Registrations(world) })
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    }
}

impl RegistrationsWorld {
    fn registration(&self, unit: &Unit) -> Option<&Registration> {
        self.registrations.iter().find(|one| one.unit_id == unit.id)
    }

    /// The registration of a unit, or what stands for it until it is begun.
    fn key(&self, unit: &Unit) -> String {
        self.registration(unit).map_or_else(|| format!("new:{}", unit.id), |one| one.id.clone())
    }

    fn unit_of(&self, item: &Item) -> Option<&Unit> {
        self.units.iter().find(|unit| self.key(unit) == item.registration_id)
    }

    /// The unit of a row; that of an item stays.
    fn unit(&self, typed: &str, own: Option<&Item>, w: &'static Words) -> Result<Unit, String> {
        let mut named = self.units.iter().filter(|unit| fold(&unit.name) == fold(typed));
        if let Some(unit) = own.and_then(|item| self.unit_of(item)) {
            let same = fold(&unit.name) == fold(typed);
            return if same { Ok(unit.clone()) } else { Err(w.list_unit_stays.replace("{name}", &unit.name)) };
        }
        match (named.next(), named.next()) {
            (Some(unit), None) => Ok(unit.clone()),
            (Some(_), Some(_)) => Err(w.list_unit_several.replace("{name}", typed)),
            _ => Err(w.list_unit_unknown.replace("{name}", typed)),
        }
    }

    /// Why a unit's registration takes nothing now.
    fn closed(&self, unit: &Unit, w: &'static Words) -> Option<String> {
        let state = self.registration(unit).map_or(State::Draft, |one| one.state);
        if !state.is_open() {
            return Some(w.closed.replace("{state}", labels::state(state, w)));
        }
        let over = !self.open && state != State::Returned;
        over.then(|| w.too_late.replace("{until}", &labels::until(self.round.deadline, w)))
    }

    /// The target that a row names: of the movement, or none when it is the unit's own.
    fn leaf(&self, name: &str, own: Option<&Item>, w: &'static Words) -> Result<Option<&Target>, String> {
        let found: Vec<&Target> = self.leaves.iter().filter(|leaf| fold(&leaf.draft.name) == fold(name)).collect();
        let before = own.and_then(|item| item.written.target_id.as_deref());
        match found.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(one)),
            several => match several.iter().find(|leaf| Some(leaf.id.as_str()) == before) {
                Some(one) => Ok(Some(one)),
                None => Err(w.list_target_several.to_owned()),
            },
        }
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
        let refused = |column: usize, says: String| Err(vec![Problem { column, says }]);
        let own = tied.and_then(|id| self.items.iter().find(|item| item.id == id)).cloned();
        let unit = match self.unit(&text(&cells_now[UNIT]), own.as_ref(), w) {
            Ok(unit) => unit,
            Err(says) => return refused(UNIT, says),
        };
        if let Some(says) = self.closed(&unit, w) {
            return refused(UNIT, says);
        }
        let Cell::Choice(code) = &cells_now[KIND] else { return refused(KIND, w.list_kind_needed.to_owned()) };
        let kind = ItemKind::from_code(code).unwrap_or(ItemKind::Task);
        if own.as_ref().is_some_and(|item| item.written.kind != kind) {
            return refused(KIND, w.list_kind_stays.to_owned());
        }
        let before = own.as_ref().map(|item| cells(&unit.name, &item.written));
        // what the list does not change stays as it was written
        let changed = |column: usize| {
            present.get(column).copied().unwrap_or(false)
                && before.as_ref().is_none_or(|before| before[column] != cells_now[column])
        };
        let assigned = Assigned::of(&self.given, &unit.id);
        let mut typed: Typed = match &own {
            Some(item) => {
                let fields =
                    fields(kind, Some(&item.written), &self.leaves, &assigned, self.of_day, Language::Vietnamese);
                fields.into_iter().map(|field| (field.name.to_owned(), field.value)).collect()
            }
            None => HashMap::new(),
        };
        let mut set = |name: &str, value: String| {
            typed.insert(name.to_owned(), value);
        };
        let content = text(&cells_now[CONTENT]);
        let person = text(&cells_now[PERSON]);
        match kind {
            ItemKind::Target if changed(CONTENT) => {
                let leaf = match self.leaf(&content, own.as_ref(), w) {
                    Ok(leaf) => leaf,
                    Err(says) => return refused(CONTENT, says),
                };
                set("target", leaf.map(|leaf| leaf.id.clone()).unwrap_or_default());
                set("planned", String::new());
                set("name", content);
            }
            ItemKind::Title => {
                let named = || self.of_day.titles().iter().find(|one| fold(&one.name) == fold(&content));
                match (&cells_now[TITLE], named()) {
                    (Cell::Choice(code), _) => set("title", code.clone()),
                    (_, Some(title)) => set("title", title.code.clone()),
                    _ if own.is_none() || changed(TITLE) => set("title", String::new()),
                    _ => {}
                }
            }
            ItemKind::Task => {
                if changed(CONTENT) {
                    set("name", content);
                }
                set(HARD, if code == HARD { "yes".to_owned() } else { String::new() });
            }
            ItemKind::Target => {}
        }
        if changed(PERSON) {
            let collective = fold(&person) == fold(w.list_collective) || fold(&person) == fold(&unit.name);
            if kind != ItemKind::Title && !person.is_empty() && !collective {
                return refused(PERSON, w.list_person_of_title.to_owned());
            }
            set("person", if collective { String::new() } else { person });
        }
        if changed(VALUE) {
            let value = match &cells_now[VALUE] {
                Cell::Amount(amount) => amount.vietnamese(),
                _ => String::new(),
            };
            set("registered", value);
        }
        for (column, name) in
            [(UNIT_OF, "unit_of"), (REASON, "reason"), (DESCRIPTION, "description"), (EXPECTED, "expected")]
        {
            if changed(column) {
                set(name, text(&cells_now[column]));
            }
        }
        let key = self.key(&unit);
        let others: Vec<Item> = self.items.iter().filter(|item| item.registration_id == key).cloned().collect();
        let mut reader = Reader::new(&typed, crate::face::words::words(Language::Vietnamese));
        let written = take(kind, own.as_ref(), &mut reader, (&self.leaves, &assigned), &others, (self.of_day, w));
        if !reader.fine() {
            let of = |(name, says): (&str, &String)| Problem { column: column_of(name), says: says.clone() };
            let mut problems: Vec<Problem> = reader.problems.iter().map(|(name, says)| of((name, says))).collect();
            problems.sort_by_key(|problem| problem.column);
            return Err(problems);
        }
        let known = self.registration(&unit).map(|one| one.id.clone());
        Ok(match own {
            Some(before) => {
                if let Some(item) = self.items.iter_mut().find(|item| item.id == before.id) {
                    item.written = written.clone();
                }
                Write::ChangeItem { before: Box::new(before), written: Box::new(written) }
            }
            None => {
                self.items.push(Item {
                    id: format!("row:{row}"),
                    registration_id: key,
                    written: written.clone(),
                    remark: None,
                    version: 0,
                    account_name: String::new(),
                });
                Write::AddItem {
                    round_id: self.round.id.clone(),
                    unit_id: unit.id,
                    registration: known,
                    written: Box::new(written),
                }
            }
        })
    }

    /// The items that a row without a tie may mean: of its unit, kind and name.
    pub(crate) fn meant(&self, cells_now: &[Cell], named: &[String]) -> Vec<Meant> {
        let of = |id: &String| {
            let item = self.items.iter().find(|item| item.id == *id)?;
            let unit = self.unit_of(item)?;
            let same = fold(&unit.name) == fold(&text(&cells_now[UNIT]))
                && fold(&item.written.name) == fold(&text(&cells_now[CONTENT]));
            let label = labels::name(&item.written, Language::Vietnamese);
            same.then(|| Meant { id: id.clone(), label, reasons: unit.name.clone() })
        };
        named.iter().filter_map(of).collect()
    }
}

/// The column in which a field of the page stands.
fn column_of(field: &str) -> usize {
    match field {
        "title" => TITLE,
        "person" => PERSON,
        "registered" | "planned" => VALUE,
        "unit_of" => UNIT_OF,
        "reason" => REASON,
        "description" => DESCRIPTION,
        "expected" => EXPECTED,
        _ => CONTENT,
    }
}
