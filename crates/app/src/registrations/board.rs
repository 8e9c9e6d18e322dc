//! `GET /movements/{id}/registrations`: who has registered, who has not, titles by kind, hard tasks. Units below see
//! their own line.

use super::aims::{self, Aim, Count, is_hard};
use super::assigned::Assigned;
use super::door::{Door, asked, door, today};
use super::words::{Words, words};
use super::{labels, notices, rounds};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::cascade::plan_day;
use crate::face::forms::{Field, Input};
use crate::face::paging::{Paging, encoded};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::law;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::movements::State as MovementState;
use thidua_domain::registrations::{ItemKind, State as Registered};
use thidua_domain::units::Unit;
use thidua_store::cascade::NewAssignment;
use thidua_store::registrations::{Item, Registration};

/// Rows of one page.
const A_PAGE: usize = 100;

pub(super) struct Line {
    unit_id: String,
    unit: String,
    id: Option<String>,
    at: Option<Registered>,
    class: &'static str,
    state: &'static str,
    late: bool,
    sent: String,
    targets: usize,
    titles: usize,
    hard: usize,
    /// What waits to be approved and is otherwise than it was given.
    notices: Vec<String>,
    may_begin: bool,
}

pub(super) struct Taker {
    id: String,
    unit: String,
    name: String,
    expected: String,
}

#[derive(Template)]
#[template(path = "registrations/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_number: String,
    sees_all: bool,
    /// The round; absent until it is opened.
    opened: Option<Opened>,
    may_open: bool,
    /// Brings lists in: for all units, or for their own.
    lists: bool,
    lines: Vec<Line>,
    /// The law of its day: a label and which.
    law: (&'static str, String),
    paging: Paging,
    /// What the address of another page says besides the page.
    query: String,
    filter: String,
    blocks: BlockFilter,
    all: usize,
    handed_in: usize,
    approved: usize,
    late: usize,
    waiting: usize,
    urging: String,
    counts: Vec<Count>,
    aims: Vec<Aim>,
    takers: Vec<Taker>,
    fields: Vec<Field>,
    /// The ticks for kinds of units that have to register.
    kinds: Vec<Field>,
    reopen_fields: Vec<Field>,
    version: i64,
    refused: bool,
}

struct Opened {
    until: String,
    note: String,
    reopened: String,
    over: bool,
}

/// Which form was refused, with what was typed.
pub(super) enum Marked {
    Round(Vec<Field>, StatusCode),
    Reopen(Vec<Field>, StatusCode),
}

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// A block of the authority.
    #[serde(default)]
    block: String,
    /// Words of the name of a unit.
    #[serde(default)]
    unit: String,
    /// Where the registrations stand: `missing`, `handed-in`, `waits`, `approved`, `late`.
    #[serde(default)]
    show: String,
    page: Option<usize>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(shown): Query<Asked>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, door, &shown, None).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    door: Door,
    shown: &Asked,
    marked: Option<Marked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let id = door.view.movement.id.clone();
    let mut f = Frame::new(caller, Place::Movements);
    if door.sees_all {
        f = f.in_movement(caller, &id, Tab::Registrations);
    }
    let round = door.round.as_ref();
    let (registrations, items) = match round {
        Some(round) => (
            app.store.registrations_of_round(&round.id).await?,
            app.store.registration_items_of_round(&round.id).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let day = today(app);
    let mut units = asked(app, &door.view.plan.unit_id, round, day).await?;
    // the authority itself is on the board where it wrote something, and is urged only where it is asked
    let owner_asked = units.iter().any(|unit| unit.id == door.view.plan.unit_id);
    add_those_who_registered(app, &mut units, &registrations).await?;
    let all_asked = units.len();
    let all_units = units.clone();
    if !door.sees_all {
        units.retain(|unit| door.own_units.iter().any(|own| own.id == unit.id));
    }
    let open = round.is_some_and(|round| round.deadline.takes(day));
    let lines: Vec<Line> = units.iter().map(|unit| line(unit, &registrations, &items, visitor, open, w)).collect();
    let owner = &door.view.plan.unit_id;
    let blocks = BlockFilter::of(app, owner, plan_day(app, &door.view.plan).await?, &shown.block, language).await?;
    let names: HashMap<&str, &str> = registrations
        .iter()
        .filter_map(|one| Some((one.id.as_str(), units.iter().find(|unit| unit.id == one.unit_id)?.name.as_str())))
        .collect();
    let unit_of = |registration: &str| names.get(registration).copied().unwrap_or_default().to_owned();
    let counted: Vec<&Item> = counted(&registrations, &items);
    let targets = if door.sees_all { app.store.targets(&door.view.plan.id).await? } else { Vec::new() };
    let count = |test: fn(Registered) -> bool| registrations.iter().filter(|one| test(one.state)).count();
    let missing: Vec<&str> = lines
        .iter()
        .filter(|line| owner_asked || line.unit_id != door.view.plan.unit_id)
        .filter(|line| line.id.is_none() || matches!(line.class, "not-begun" | "at-risk"))
        .map(|line| line.unit.as_str())
        .collect();
    let urging = match round {
        Some(round) if door.sees_all && !missing.is_empty() => w
            .urging
            .replace("{n}", &missing.len().to_string())
            .replace("{units}", &missing.join(", "))
            .replace("{until}", &labels::until(round.deadline, w))
            .replace("{day}", &show::day(Some(day))),
        _ => String::new(),
    };
    let status = match &marked {
        Some(Marked::Round(_, status) | Marked::Reopen(_, status)) => *status,
        None => StatusCode::OK,
    };
    let (mut fields, mut reopen_fields) = (rounds::fields(w, round, language), rounds::reopen_fields(w));
    match marked {
        Some(Marked::Round(typed, _)) => fields = typed,
        Some(Marked::Reopen(typed, _)) => reopen_fields = typed,
        None => {}
    }
    let below = asked(app, &door.view.plan.unit_id, None, day).await?;
    let kinds = rounds::kinds_of(&mut fields, &below);
    let of_day = law::of_plan(app, &door.view.plan);
    let (counts, takers) = if door.sees_all {
        let hard = counted.iter().filter(|item| is_hard(item));
        let takers = hard.map(|item| Taker {
            id: item.registration_id.clone(),
            unit: unit_of(&item.registration_id),
            name: item.written.name.clone(),
            expected: item.written.expected.clone().unwrap_or_default(),
        });
        (aims::counts(&counted, of_day, language, unit_of), takers.collect())
    } else {
        (Vec::new(), Vec::new())
    };
    let asked_for = fold(&shown.unit);
    let by_state = |line: &Line| match shown.show.as_str() {
        "missing" => !line.at.is_some_and(Registered::is_handed_in),
        "handed-in" => line.at.is_some_and(Registered::is_handed_in),
        "waits" => line.at.is_some_and(Registered::waits),
        "approved" => line.at == Some(Registered::Approved),
        "late" => line.late,
        _ => true,
    };
    let lines = lines
        .into_iter()
        .filter(|line| by_state(line) && blocks.shows(&line.unit_id) && fold(&line.unit).contains(&asked_for));
    let (mut lines, paging) = Paging::of(lines.collect(), shown.page, A_PAGE);
    if door.sees_all {
        let given: Vec<NewAssignment> =
            app.store.assignments(&door.view.plan.id).await?.into_iter().map(|one| one.given).collect();
        for line in lines.iter_mut().filter(|line| line.at.is_some_and(Registered::waits)) {
            let assigned = Assigned::of(&given, &line.unit_id);
            let own = items.iter().filter(|item| Some(&item.registration_id) == line.id.as_ref());
            let said = own.filter_map(|item| {
                let says = notices::notice(&item.written, &assigned, &targets, &line.unit, language)?;
                Some(format!("{}: {says}", labels::name(&item.written, language)))
            });
            line.notices = said.collect();
        }
    }
    let template = BoardPage {
        law: (law::words::words(language).label, of_day.says(language)),
        paging,
        query: format!("block={}&unit={}&show={}&", blocks.asked(), encoded(&shown.unit), encoded(&shown.show)),
        filter: shown.unit.clone(),
        blocks,
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        sees_all: door.sees_all,
        opened: round.map(|round| Opened {
            until: labels::until(round.deadline, w),
            note: round.note.clone().unwrap_or_default(),
            reopened: round
                .deadline
                .reopened_until
                .map(|until| {
                    let because = round.reopened_because.clone().unwrap_or_default();
                    w.reopened.replace("{day}", &show::day(Some(until))).replace("{because}", &because)
                })
                .unwrap_or_default(),
            over: !open,
        }),
        may_open: door.leads && !matches!(door.view.movement.state, MovementState::Draft | MovementState::Closed),
        lists: door.leads || door.own_units.iter().any(|unit| visitor.actor.may_in(Act::Register, &unit.id)),
        all: all_asked,
        handed_in: count(Registered::is_handed_in),
        approved: count(|state| state == Registered::Approved),
        waiting: count(Registered::waits),
        late: registrations.iter().filter(|one| one.late).count(),
        urging,
        aims: if round.is_some() {
            aims::aims(&targets, &counted, &all_units, of_day, w, language)
        } else {
            Vec::new()
        },
        counts,
        takers,
        fields,
        kinds,
        reopen_fields,
        version: round.map_or(0, |round| round.version),
        refused: status != StatusCode::OK,
        lines,
        f,
        w,
        id,
    };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}

/// Units that registered and are not asked any more stay on the board.
pub(super) async fn add_those_who_registered(
    app: &App,
    units: &mut Vec<Unit>,
    registrations: &[Registration],
) -> Result<(), Refusal> {
    let absent: Vec<String> = registrations
        .iter()
        .filter(|one| !units.iter().any(|unit| unit.id == one.unit_id))
        .map(|one| one.unit_id.clone())
        .collect();
    if !absent.is_empty() {
        units.extend(app.store.units_of(&absent).await?);
    }
    Ok(())
}

/// Items of registrations that are handed in.
pub(super) fn counted<'a>(registrations: &[Registration], items: &'a [Item]) -> Vec<&'a Item> {
    let handed_in =
        |item: &&Item| registrations.iter().any(|one| one.id == item.registration_id && one.state.is_handed_in());
    items.iter().filter(handed_in).collect()
}

fn line(
    unit: &Unit,
    registrations: &[Registration],
    items: &[Item],
    visitor: &Visitor,
    open: bool,
    w: &'static Words,
) -> Line {
    let found = registrations.iter().find(|one| one.unit_id == unit.id);
    let of = |test: &dyn Fn(&Item) -> bool| {
        items.iter().filter(|item| found.is_some_and(|one| one.id == item.registration_id) && test(item)).count()
    };
    Line {
        unit_id: unit.id.clone(),
        unit: unit.name.clone(),
        id: found.map(|one| one.id.clone()),
        at: found.map(|one| one.state),
        class: found.map_or("missed", |one| labels::class(one.state)),
        state: found.map_or(w.state_missing, |one| labels::state(one.state, w)),
        late: found.is_some_and(|one| one.late),
        sent: found.and_then(|one| one.submitted_at).map(show::moment).unwrap_or_default(),
        targets: of(&|item| item.written.kind == ItemKind::Target),
        titles: of(&|item| item.written.kind == ItemKind::Title),
        hard: of(&is_hard),
        notices: Vec::new(),
        may_begin: found.is_none() && open && visitor.actor.may_in(Act::Register, &unit.id),
    }
}
