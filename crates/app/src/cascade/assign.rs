//! Giving one target to the units directly below: a grid of units and values, with what is left to give.

use super::assign_pages::{Carried, Paged, Shown, paged};
use super::grid::{self, Cell, Order};
use super::{actions, board, labels, words};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::clock::local_date;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::paging::{Paging, encoded};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::targets::thread::{TargetView, target_for};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::cascade::{Asked, Bar, Method, Share, balance, better, divide, remaining, together};
use thidua_domain::targets::Comparator;
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::cascade::{Assignment, Sharing};
use thidua_store::targets::Target;

/// What a target asks as a number, if it does.
pub(super) fn asked(target: &Target) -> Option<Asked> {
    let comparator = target.draft.comparator?;
    Some(Asked {
        value: target.draft.value.or_else(|| target.bound())?,
        value_max: target.draft.value_max,
        comparator,
        direction: target.draft.direction,
    })
}

pub(super) fn bar(target: &Target, sharing: Sharing, units: usize) -> Bar {
    Bar {
        value: sharing.bar,
        direction: better(target.draft.comparator, target.draft.direction),
        percent: target.draft.unit.as_deref() == Some("%"),
        units: u32::try_from(units).unwrap_or(u32::MAX),
    }
}

/// The method of a target: the one that was chosen, or the one that fits.
pub(super) fn sharing(target: &Target, chosen: Option<&Sharing>) -> Sharing {
    chosen.copied().unwrap_or(Sharing {
        method: Method::fitting(&target.draft.name, target.draft.comparator, target.draft.unit.as_deref()),
        bar: None,
        version: 0,
    })
}

pub(super) struct Row {
    pub(super) unit_id: String,
    pub(super) name: String,
    pub(super) head: String,
    /// No longer directly below; what it was given is to be taken back or handed on.
    pub(super) former: bool,
    pub(super) state: &'static str,
    pub(super) document: String,
    pub(super) cell: Cell,
    /// What somebody else wrote meanwhile.
    pub(super) newest: Option<String>,
    pub(super) may_withdraw: bool,
    /// How the target stands in the unit's own plan.
    pub(super) own: Option<(String, String)>,
    /// That plan is not issued yet.
    pub(super) draft: bool,
    pub(super) own_reason: String,
}

/// Lines of the history on one page.
const HISTORY: usize = 40;

struct HistoryLine {
    unit: String,
    state: &'static str,
    value: String,
    said: String,
    who: String,
}

#[derive(Template)]
#[template(path = "cascade/assign.html")]
struct AssignPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    target_id: String,
    plan_id: String,
    plan_number: String,
    name: String,
    asked: String,
    line: Option<u32>,
    unit: String,
    judged: bool,
    may_assign: bool,
    may_units: bool,
    why_not: Option<&'static str>,
    methods: Vec<(&'static str, &'static str, bool)>,
    method_version: i64,
    bar: String,
    document: String,
    dated: String,
    total: String,
    left: Option<String>,
    balance: Option<(String, &'static str)>,
    none_below: bool,
    own: Vec<Row>,
    partners: Vec<Row>,
    carried: Vec<Carried>,
    paging: Paging,
    query: String,
    shown: Shown,
    blocks: BlockFilter,
    history: Vec<HistoryLine>,
    history_more: usize,
    problems: Vec<String>,
    changed: bool,
    next: Option<String>,
    previous: Option<String>,
}

/// The form as it came.
struct Came {
    cells: HashMap<String, Cell>,
    sharing: Sharing,
    document: String,
    dated: String,
    problems: Vec<String>,
    /// Units whose value was counted just now, also those on other pages.
    divided: Vec<String>,
    /// Somebody else wrote meanwhile.
    changed: bool,
}

/// `GET /targets/{id}/assign`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(shown): Query<Shown>,
) -> Answer {
    let view = target_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &view, &shown, None).await
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    view: &TargetView,
    shown: &Shown,
    came: Option<Came>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Movements)
        .in_movement(caller, &view.movement.id, Tab::Cascade)
        .with_sample(view.plan.illustrative);
    let target = &view.target;
    let comparator = target.draft.comparator.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let all = app.store.assignments_of(&target.id).await?;
    let (units, present) = board::units_given(app, &plan, &all).await?;
    let former: Vec<String> = units.iter().skip(present).map(|unit| unit.id.clone()).collect();
    let newest = grid::newest(&all);
    let stored = sharing(target, app.store.sharings(&plan.id).await?.get(&target.id));
    let below = app.store.targets_below(&plan.id).await?;
    let used = came.as_ref().map_or(stored, |came| came.sharing);
    let unit = target.draft.unit.clone().unwrap_or_default();
    let row = |one: &Unit| {
        let current = newest.get(one.id.as_str()).copied();
        let cell = came
            .as_ref()
            .and_then(|came| came.cells.get(&one.id).cloned())
            .unwrap_or_else(|| grid::standing_cell(current));
        // of several plans of a unit, the issued one counts
        let own = below
            .iter()
            .filter(|of| of.unit_id == one.id && of.parent_target_id.as_deref() == Some(target.id.as_str()))
            .min_by_key(|of| !of.issued);
        let mine = current.map_or(0, |current| current.version);
        let other = came.as_ref().is_some_and(|came| came.changed) && mine != cell.seen;
        Row {
            unit_id: one.id.clone(),
            name: one.name.clone(),
            head: one.head.clone().unwrap_or_default(),
            former: former.contains(&one.id),
            state: current.map_or("", |current| labels::state(current.given.state, current.given.requested, w)),
            document: current.map(document).unwrap_or_default(),
            newest: other
                .then(|| {
                    current
                        .map(|current| format!("{} ({})", show::amount(current.given.value), current.account_name))
                })
                .flatten(),
            may_withdraw: current.is_some_and(|current| current.given.state.holds()),
            own: own.map(|own| (own.target_id.clone(), show::amount(own.value))),
            draft: own.is_some_and(|own| !own.issued),
            own_reason: own.and_then(|own| own.reason.clone()).unwrap_or_default(),
            // who sees what the other wrote goes on from there
            cell: if other { Cell { seen: mine, ..cell } } else { cell },
        }
    };
    let blocks = BlockFilter::of(
        app,
        &plan.unit_id,
        board::plan_day(app, &plan).await?,
        &shown.block,
        caller.preferences.language,
    )
    .await?;
    let (partners, own): (Vec<&Unit>, Vec<&Unit>) = units.iter().partition(|unit| unit.kind.is_partner());
    // totals are over all units, whatever page they stand on
    let (own, partners): (Vec<Row>, Vec<Row>) =
        (own.into_iter().map(row).collect(), partners.into_iter().map(row).collect());
    let shares: Vec<Share> =
        own.iter().filter_map(|row| row.cell.read.0.map(|value| Share::weighed(value, row.cell.read.1))).collect();
    let whole = asked(target);
    let own_units = own.len();
    let total = together(used.method, &shares, bar(target, used, own_units));
    let number = |amount: Amount| format!("{} {unit}", amount.vietnamese()).trim().to_owned();
    let open = view.movement.state.takes_figures();
    let allowed = app.may(visitor, Act::AssignTargets, &plan.unit_id).await?;
    let leaves: Vec<String> = app
        .store
        .targets(&plan.id)
        .await?
        .into_iter()
        .filter(|one| one.draft.comparator.is_some())
        .map(|one| one.id)
        .collect();
    let at = leaves.iter().position(|one| *one == target.id).unwrap_or(0);
    // a unit that is gone keeps its name in the history
    let ids: Vec<String> = all.iter().map(|one| one.given.unit_id.clone()).collect();
    let told = app.store.units_of(&ids).await?;
    let names: HashMap<&str, &str> = told.iter().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    let changed = came.as_ref().is_some_and(|came| came.changed);
    let problems = came.as_ref().map(|came| came.problems.clone()).unwrap_or_default();
    let refused =
        changed || !problems.is_empty() || own.iter().chain(&partners).any(|row| row.cell.problem.is_some());
    let none_below = own.is_empty() && partners.is_empty();
    let divided = came.as_ref().map_or(&[][..], |came| came.divided.as_slice());
    let Paged { own, partners, carried, paging } = paged(own, partners, shown, &blocks, divided);
    let on_page = |id: &str| own.iter().chain(&partners).any(|row| row.unit_id == id);
    let told_here: Vec<&Assignment> =
        all.iter().filter(|one| paging.pages == 1 || on_page(&one.given.unit_id)).collect();
    let history_more = told_here.len().saturating_sub(HISTORY);
    let history: Vec<&Assignment> = told_here.into_iter().take(HISTORY).collect();
    let latest = all.iter().find(|one| one.given.document.is_some());
    let template = AssignPage {
        target_id: target.id.clone(),
        plan_number: plan.number_symbol.clone().unwrap_or_default(),
        name: target.draft.name.clone(),
        asked: format!("{} {unit}", show::asked(&target.draft, t)),
        line: (target.draft.lines.first > 0).then_some(target.draft.lines.first),
        judged: comparator.is_judged(),
        may_assign: allowed && open,
        may_units: app.may(visitor, Act::ManageUnits, &view.plan.unit_id).await?,
        why_not: (allowed && !open).then_some(w.closed),
        methods: Method::ALL
            .map(|method| (method.code(), labels::method(method, w), method == used.method))
            .to_vec(),
        method_version: stored.version,
        bar: show::amount(used.bar),
        document: came
            .as_ref()
            .map(|came| came.document.clone())
            .or_else(|| latest.and_then(|one| one.given.document.clone()))
            .unwrap_or_default(),
        dated: came
            .as_ref()
            .map(|came| came.dated.clone())
            .unwrap_or_else(|| show::day(latest.and_then(|one| one.given.dated))),
        total: total.map(number).unwrap_or_default(),
        left: remaining(used.method, whole.map(|asked| asked.value), &shares).map(number),
        balance: whole
            .zip(total)
            .and_then(|(asked, total)| balance(asked, total))
            .map(|one| (labels::balance(one, &unit, w), super::overview::balance_class(one))),
        carried,
        query: format!("block={}&find={}&", blocks.asked(), encoded(&shown.find)),
        shown: Shown { page: Some(paging.page), block: blocks.asked().to_owned(), find: shown.find.clone() },
        paging,
        blocks,
        history_more,
        history: history
            .into_iter()
            .map(|one| HistoryLine {
                unit: names.get(one.given.unit_id.as_str()).map_or_else(String::new, |name| (*name).to_owned()),
                state: labels::state(one.given.state, one.given.requested, w),
                value: show::amount(one.given.value),
                said: [document(one), one.given.reason.clone().unwrap_or_default()]
                    .into_iter()
                    .filter(|said| !said.is_empty())
                    .collect::<Vec<_>>()
                    .join("; "),
                who: format!("{}, {}", one.account_name, show::moment(one.entered_at)),
            })
            .collect(),
        next: leaves.get(at + 1).cloned(),
        previous: at.checked_sub(1).and_then(|before| leaves.get(before)).cloned(),
        plan_id: plan.id,
        id: view.movement.id.clone(),
        none_below,
        own,
        partners,
        problems,
        changed,
        unit,
        f,
        w,
    };
    crate::face::frame::returned(&template, changed, refused)
}

/// `2155/QĐ-UBND, 29/12/2021`.
pub(super) fn document(one: &Assignment) -> String {
    let parts = [one.given.document.clone().unwrap_or_default(), show::day(one.given.dated)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// `POST /targets/{id}/assign`: `do` says whether to prepare, to tell the units, to divide, or only to count.
pub(crate) async fn give(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = target_for(&app, &visitor, &id, Act::AssignTargets).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    if !view.plan.issued || !view.movement.state.takes_figures() {
        return Err(Refusal::ChangedMeanwhile);
    }
    let comparator: Comparator = view.target.draft.comparator.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let all = app.store.assignments_of(&id).await?;
    let (units, _) = board::units_given(&app, &plan, &all).await?;
    let stored = sharing(&view.target, app.store.sharings(&plan.id).await?.get(&id));
    let mut reader = Reader::new(&typed, c);
    let what = typed.get("do").map_or("check", String::as_str);
    let tell = what == "assign";
    let percent = view.target.draft.unit.as_deref() == Some("%");
    let chosen = Sharing {
        method: reader.code("method", Method::from_code).unwrap_or(stored.method),
        bar: reader.amount("bar", if percent { Expectation::Percent } else { Expectation::Quantity }),
        version: typed.get("method_seen").and_then(|seen| seen.parse().ok()).unwrap_or(stored.version),
    };
    let order = Order {
        target_id: &id,
        comparator,
        percent,
        tell,
        document: reader.text("document"),
        dated: reader.day("dated"),
    };
    if order.dated.is_some_and(|day| day > local_date((app.clock)())) {
        reader.problem("dated", w.day_late);
    }
    let newest = grid::newest(&all);
    let mut cells: HashMap<String, Cell> = HashMap::new();
    let mut giving = Vec::new();
    for unit in &units {
        // a unit on another page stays as it is, and counts
        if !grid::was_sent(&typed, &unit.id) {
            cells.insert(unit.id.clone(), grid::standing_cell(newest.get(unit.id.as_str()).copied()));
            continue;
        }
        let mut cell = grid::cell(&typed, &unit.id, &order, c, w);
        if cell.problem.is_none() && matches!(what, "assign" | "draft") {
            match grid::step(unit, &cell, newest.get(unit.id.as_str()).copied(), &order, w) {
                Ok(step) => giving.extend(step),
                Err(problem) => cell.problem = Some(problem),
            }
        }
        cells.insert(unit.id.clone(), cell);
    }
    let tells = giving.iter().any(|one| one.given.state != thidua_domain::cascade::AssignmentState::Draft);
    if tells && (order.document.is_none() || order.dated.is_none()) {
        reader.problem("document", w.document_needed);
    }
    if what == "divide" {
        share_out(&view.target, chosen, &units, &mut cells, &mut reader, w);
    }
    let sent = |unit: &&Unit| grid::was_sent(&typed, &unit.id);
    let divided: Vec<String> = match what {
        "divide" => units.iter().filter(|unit| !unit.kind.is_partner()).map(|unit| unit.id.clone()).collect(),
        // what was counted before and is not saved goes on being carried
        _ => units.iter().filter(sent).map(|unit| unit.id.clone()).collect(),
    };
    let fine = reader.fine() && cells.values().all(|cell| cell.problem.is_none());
    let came = |reader: Reader<'_>, changed: bool| Came {
        cells: cells.clone(),
        sharing: chosen,
        document: typed.get("document").cloned().unwrap_or_default(),
        dated: typed.get("dated").cloned().unwrap_or_default(),
        problems: reader.problems.into_values().collect(),
        divided: divided.clone(),
        changed,
    };
    let shown = Shown::of(&typed);
    if !fine || !matches!(what, "assign" | "draft") {
        let came = came(reader, false);
        return render(&app, &caller, &visitor, &view, &shown, Some(came)).await;
    }
    let sharing =
        (chosen.method != stored.method || chosen.bar != stored.bar || stored.version == 0).then_some(chosen);
    let author = visitor.author((app.clock)());
    match actions::assign(&app, author, &plan.unit_id, &id, sharing, &giving).await {
        Ok(()) => {
            let done = if tells { "assigned" } else { "saved" };
            go(format!("/targets/{id}/assign?done={done}{}", shown.address()))
        }
        // what was typed stays; what the other person wrote stands beside it
        Err(StoreError::ChangedMeanwhile) => {
            let came = came(reader, true);
            render(&app, &caller, &visitor, &view, &shown, Some(came)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Fills the grid so that the parts make the whole: by the weights where all units have one, else in equal parts.
fn share_out(
    target: &Target,
    chosen: Sharing,
    units: &[Unit],
    cells: &mut HashMap<String, Cell>,
    reader: &mut Reader<'_>,
    w: &'static words::Words,
) {
    let own: Vec<&Unit> = units.iter().filter(|unit| !unit.kind.is_partner()).collect();
    let weights: Vec<Amount> =
        own.iter().filter_map(|unit| cells.get(&unit.id).and_then(|cell| cell.read.1)).collect();
    let weights = (weights.len() == own.len()).then_some(weights);
    let parts = asked(target).and_then(|asked| divide(chosen.method, asked.value, own.len(), weights.as_deref()));
    let Some(parts) = parts else {
        reader.problem("", w.cannot_divide);
        return;
    };
    for (unit, part) in own.iter().zip(parts) {
        if let Some(cell) = cells.get_mut(&unit.id) {
            cell.value = part.vietnamese();
            cell.read.0 = Some(part);
            cell.problem = None;
        }
    }
}
