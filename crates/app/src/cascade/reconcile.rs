//! The targets of a plan held against what was given to the units below and what their own plans say.

use super::assign::{asked, bar, document, sharing};
use super::{board, labels, words};
use crate::App;
use crate::evaluation::newest_period;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use crate::movements::actions::movement_for;
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::cascade::reconcile::{OfUnit, reconcile};
use thidua_domain::cascade::{Share, together};
use thidua_domain::figures::Figure;
use thidua_store::StoreError;
use thidua_store::cascade::{Assignment, Below};
use thidua_store::targets::Target;

/// Targets of the units that nobody above has; more are counted.
const MOST_ORPHANS: usize = 100;

struct MarkView {
    class: &'static str,
    says: String,
}

struct Row {
    target_id: String,
    name: String,
    line: u32,
    asked: String,
    method: &'static str,
    assigned: String,
    own: String,
    marks: Vec<MarkView>,
    here: bool,
}

/// One unit of the target that is looked at.
struct Detail {
    name: String,
    partner: bool,
    assigned: String,
    state: &'static str,
    document: String,
    versions: i64,
    own: Option<(String, String, String, i64)>,
    /// The unit's plan is not issued yet.
    draft: bool,
    reason: String,
    /// What the unit reported last, and the number of it.
    actual: String,
    number: Option<Amount>,
    weight: Option<Amount>,
}

struct Orphan {
    name: String,
    value: String,
    unit: String,
    draft: bool,
    target_id: String,
    plan_id: String,
    line: i64,
}

#[derive(Template)]
#[template(path = "cascade/reconcile.html")]
struct ReconcilePage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    rows: Vec<Row>,
    marked: usize,
    only: bool,
    detail: Option<(String, String, String, Vec<Detail>)>,
    orphans: Vec<Orphan>,
    more_orphans: usize,
}

/// Which target is looked at, and whether only those with something to look at are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    target: String,
    #[serde(default)]
    show: String,
}

/// `GET /movements/{id}/reconcile`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(query): Query<Asked>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements)
        .in_movement(&caller, &id, Tab::Cascade)
        .with_sample(view.plan.illustrative);
    let chosen = app.store.sharings(&view.plan.id).await?;
    let all = app.store.assignments(&view.plan.id).await?;
    let (units, _) = board::units_given(&app, &view.plan, &all).await?;
    let below = app.store.targets_below(&view.plan.id).await?;
    let targets = app.store.targets(&view.plan.id).await?;
    let own_units = units.iter().filter(|unit| !unit.kind.is_partner()).count();
    let given: HashMap<(&str, &str), &Assignment> =
        all.iter().map(|one| ((one.given.target_id.as_str(), one.given.unit_id.as_str()), one)).collect();
    let mut planned: HashMap<(&str, &str), &Below> = HashMap::new();
    for one in &below {
        if let Some(above) = &one.parent_target_id {
            // of several plans of a unit, the issued one counts
            let known = planned.entry((above.as_str(), one.unit_id.as_str())).or_insert(one);
            if !known.issued && one.issued {
                *known = one;
            }
        }
    }
    let mut rows = Vec::new();
    let mut detail = None;
    for target in targets.iter().filter(|target| target.draft.comparator.is_some()) {
        let sharing = sharing(target, chosen.get(&target.id));
        let parts: Vec<OfUnit> = units
            .iter()
            .filter(|unit| !unit.kind.is_partner())
            .map(|unit| {
                let key = (target.id.as_str(), unit.id.as_str());
                let one = given.get(&key);
                OfUnit {
                    assigned: one.map(|one| (one.given.state, one.given.value, one.given.weight)),
                    changes: one.map_or(0, |one| u32::from(one.given.state.needs_reason())),
                    // a draft binds nobody yet
                    own: planned.get(&key).filter(|one| one.issued).map(|one| one.value),
                }
            })
            .collect();
        let found = reconcile(asked(target), sharing.method, bar(target, sharing, own_units), &parts);
        let unit = target.draft.unit.clone().unwrap_or_default();
        let number = |amount: Amount| format!("{} {unit}", amount.vietnamese()).trim().to_owned();
        let here = target.id == query.target;
        if here {
            let mut of_units = Vec::new();
            for unit in &units {
                let mut one = detail_of(target, unit, &given, &planned, w);
                if let Some((own, _, _, _)) = &one.own {
                    (one.actual, one.number) = actual(&app, own, f.c).await?;
                }
                of_units.push(one);
            }
            let shares: Vec<Share> = of_units
                .iter()
                .filter(|one| !one.partner && !one.draft)
                .filter_map(|one| Some(Share::weighed(one.number?, one.weight)))
                .collect();
            let total = together(sharing.method, &shares, bar(target, sharing, own_units)).map(number);
            let name = target.draft.name.clone();
            detail = Some((target.id.clone(), name, total.unwrap_or_default(), of_units));
        }
        rows.push(Row {
            target_id: target.id.clone(),
            name: target.draft.name.clone(),
            line: target.draft.lines.first,
            asked: format!("{} {unit}", show::asked(&target.draft, t)).trim().to_owned(),
            method: labels::method_of(target, sharing, w),
            assigned: found.assigned.map(number).unwrap_or_default(),
            own: found.own.map(number).unwrap_or_default(),
            marks: found
                .marks
                .into_iter()
                .map(|mark| MarkView { class: labels::mark_class(mark), says: labels::mark(mark, &unit, w) })
                .collect(),
            here,
        });
    }
    let marked = rows.iter().filter(|row| !row.marks.is_empty()).count();
    let only = query.show == "marked";
    rows.retain(|row| !only || !row.marks.is_empty());
    let names: HashMap<&str, &str> = units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    let alone: Vec<&Below> = below.iter().filter(|one| one.parent_target_id.is_none()).collect();
    let orphans = alone
        .iter()
        .take(MOST_ORPHANS)
        .map(|one| Orphan {
            name: one.name.clone(),
            value: format!("{} {}", show::amount(one.value), one.unit.as_deref().unwrap_or_default()),
            unit: names.get(one.unit_id.as_str()).map_or_else(String::new, |name| (*name).to_owned()),
            draft: !one.issued,
            target_id: one.target_id.clone(),
            plan_id: one.plan_id.clone(),
            line: one.line,
        })
        .collect();
    page(&ReconcilePage {
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        more_orphans: alone.len().saturating_sub(MOST_ORPHANS),
        orphans,
        rows,
        marked,
        only,
        detail,
        f,
        w,
        id,
    })
}

fn detail_of(
    target: &Target,
    unit: &thidua_domain::units::Unit,
    given: &HashMap<(&str, &str), &Assignment>,
    planned: &HashMap<(&str, &str), &Below>,
    w: &'static words::Words,
) -> Detail {
    let key = (target.id.as_str(), unit.id.as_str());
    let one = given.get(&key);
    let own = planned.get(&key);
    Detail {
        name: unit.name.clone(),
        partner: unit.kind.is_partner(),
        assigned: one.map(|one| show::amount(one.given.value)).unwrap_or_default(),
        state: one.map_or("", |one| labels::state(one.given.state, one.given.requested, w)),
        document: one.map(|one| document(one)).unwrap_or_default(),
        versions: one.map_or(0, |one| one.version),
        own: own.map(|own| (own.target_id.clone(), show::amount(own.value), own.plan_id.clone(), own.line)),
        draft: own.is_some_and(|own| !own.issued),
        reason: own.and_then(|own| own.reason.clone()).unwrap_or_default(),
        actual: String::new(),
        number: None,
        weight: one.and_then(|one| one.given.weight),
    }
}

/// What was reported last of a target, as it is shown, and as a number.
async fn actual(
    app: &App,
    target_id: &str,
    c: &'static crate::face::words::Words,
) -> Result<(String, Option<Amount>), StoreError> {
    let all = app.store.figures_of_target(target_id).await?;
    let Some(period) = newest_period(&all) else { return Ok((String::new(), None)) };
    let newest = all.into_iter().find(|one| one.current && one.reported.period == period);
    Ok(newest.map_or((String::new(), None), |one| {
        let number = match one.reported.figure {
            Figure::Number(amount) => Some(amount),
            _ => None,
        };
        (format!("{} ({})", show::figure(one.reported.figure, c), show::period(period, c)), number)
    }))
}
