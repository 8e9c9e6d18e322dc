//! The inspections; where they went and where never; what units reported of themselves against what was verified.

use super::labels;
use super::verifying::{ValueRow, row as value_row};
use super::words::{Words, words};
use crate::App;
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::reach;
use crate::office::tabs::{Tab, frame};
use askama::Template;
use axum::extract::{Query, State};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::inspections::State as Step;
use thidua_domain::inspections::coverage::Coverage;
use thidua_domain::inspections::findings::days_late;
use thidua_domain::inspections::inflation::{Pair, index};
use thidua_store::Within;
use thidua_store::inspections::{Finding, Inspection, VerifiedValue, Visit};

/// Places of one page.
const A_PAGE: usize = 100;
/// Days that count as the last year.
const YEAR: u64 = 365;

struct Row {
    id: String,
    name: String,
    decision: String,
    days: String,
    class: &'static str,
    state: &'static str,
    visited: String,
    open: usize,
    late: String,
}

struct PlaceRow {
    name: String,
    address: String,
    times: usize,
    in_year: usize,
    last: String,
}

/// The coverage of one authority.
struct Covered {
    lead: String,
    places: usize,
    visited: usize,
    never: usize,
    visits: usize,
    rows: Vec<PlaceRow>,
    paging: Paging,
}

struct IndexRow {
    unit: String,
    n: usize,
    above: usize,
    mean: String,
    pairs: Vec<(String, ValueRow)>,
}

#[derive(Template)]
#[template(path = "inspections/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    whole: bool,
    may_plan: bool,
    rows: Vec<Row>,
    covered: Vec<Covered>,
    index: Vec<IndexRow>,
    query: String,
}

/// The inspections that this person may see, with whether they see each as a whole.
pub(super) async fn seen(app: &App, visitor: &Visitor) -> Result<Vec<(Inspection, bool)>, Refusal> {
    let own = app.store.inspections(&reach::within(visitor)).await?;
    let mut found: Vec<(Inspection, bool)> = own.into_iter().map(|it| (it, true)).collect();
    let units: Vec<String> =
        visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let mut subjects = units.clone();
    subjects.extend(app.store.blocks_with(&units).await?.into_iter().map(|block| block.id));
    for it in app.store.inspections_visiting(&subjects).await? {
        if !found.iter().any(|(known, _)| known.id == it.id) {
            found.push((it, false));
        }
    }
    Ok(found)
}

fn row(
    it: &Inspection,
    whole: bool,
    visits: &[&Visit],
    findings: &[&Finding],
    today: NaiveDate,
    w: &'static Words,
) -> Row {
    let (class, state) = labels::state(it.state, w);
    let open = findings.iter().filter(|one| one.state.is_open()).count();
    let late = findings.iter().filter(|one| days_late(one.state, one.mend_until, today).is_some()).count();
    let made = visits.iter().filter(|visit| visit.is_made()).count();
    Row {
        id: it.id.clone(),
        name: it.name.clone(),
        decision: it.number_symbol.clone().unwrap_or_default(),
        days: labels::days(it.from, it.to),
        class,
        state,
        visited: if whole { format!("{made}/{}", visits.len()) } else { String::new() },
        open: if whole { open } else { 0 },
        late: if whole && late > 0 { w.late_n.replace("{n}", &late.to_string()) } else { String::new() },
    }
}

/// What an address may ask for.
#[derive(serde::Deserialize, Default)]
pub(crate) struct Asked {
    page: Option<usize>,
}

async fn covered(
    app: &App,
    unit_id: &str,
    asked: Option<usize>,
    w: &'static Words,
) -> Result<Option<Covered>, Refusal> {
    let today = reach::today(app);
    let Some(unit) = app.store.unit(unit_id).await? else { return Ok(None) };
    let mut places: Vec<(String, String, String)> = reach::below(app, unit_id, today)
        .await?
        .into_iter()
        .map(|unit| (unit.id.clone(), unit.name, format!("/units/{}", unit.id)))
        .collect();
    if places.is_empty() {
        return Ok(None);
    }
    for block in app.store.blocks_of(unit_id).await?.into_iter().filter(|block| !block.outside) {
        places.push((block.id.clone(), block.name, format!("/blocks/{}", block.id)));
    }
    let within = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    let visits = app.store.visits_made(&within).await?;
    let ids: Vec<String> = places.iter().map(|(id, _, _)| id.clone()).collect();
    let all = Coverage::of(&ids, &visits);
    let since = today.checked_sub_days(Days::new(YEAR)).unwrap_or(today);
    let newest: Vec<(String, NaiveDate)> = visits.into_iter().filter(|(_, day)| *day > since).collect();
    let of_year = Coverage::of(&ids, &newest);
    let mut rows: Vec<PlaceRow> = places
        .into_iter()
        .zip(all.lines.iter().zip(&of_year.lines))
        .map(|((_, name, address), ((_, visited), (_, in_year)))| PlaceRow {
            name,
            address,
            times: visited.times,
            in_year: in_year.times,
            last: visited.last.map_or_else(|| w.never.to_owned(), |last| shown::day(Some(last))),
        })
        .collect();
    rows.sort_by_key(|row| row.times);
    let (rows, paging) = Paging::of(rows, asked, A_PAGE);
    Ok(Some(Covered {
        lead: w.coverage_lead.replace("{unit}", &unit.name),
        places: ids.len(),
        visited: all.visited(),
        never: all.never(),
        visits: all.visits(),
        rows,
        paging,
    }))
}

/// The index of the units that were verified by these authorities, the largest mean first.
async fn indexed(
    app: &App,
    units: &[String],
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Result<Vec<IndexRow>, Refusal> {
    let mut below = Vec::new();
    for unit in units {
        below.extend(reach::below(app, unit, reach::today(app)).await?);
    }
    let ids: Vec<String> = below.iter().map(|unit| unit.id.clone()).collect();
    let mut of_unit: HashMap<String, Vec<VerifiedValue>> = HashMap::new();
    for one in app.store.verified_of_units(&ids).await? {
        of_unit.entry(one.unit_id.clone()).or_default().push(one);
    }
    let mut rows = Vec::new();
    for unit in below {
        let Some(values) = of_unit.remove(&unit.id) else { continue };
        let pairs: Vec<Pair> = values
            .iter()
            .filter_map(|one| Some(Pair { own: one.own?, verified: one.verified, direction: one.direction }))
            .collect();
        let found = index(&pairs);
        let when = |one: &VerifiedValue| {
            let year = one.year.map(|year| format!(" {year}")).unwrap_or_default();
            format!("{}{year}", shown::period(one.period, c))
        };
        rows.push((
            found.mean,
            IndexRow {
                unit: unit.name,
                n: found.n,
                above: found.above,
                mean: found.mean.map(labels::gap).unwrap_or_default(),
                pairs: values.iter().map(|one| (when(one), value_row(one, w))).collect(),
            },
        ));
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    Ok(rows.into_iter().take(A_PAGE).map(|(_, row)| row).collect())
}

/// `GET /inspections`.
pub(crate) async fn index_page(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = frame(&caller, Tab::Inspections);
    let seen = seen(&app, &visitor).await?;
    let ids: Vec<String> = seen.iter().map(|(it, _)| it.id.clone()).collect();
    let visits = app.store.inspection_visits(&ids).await?;
    let findings = app.store.open_findings(&reach::within(&visitor)).await?;
    let today = reach::today(&app);
    let rows = seen.iter().map(|(it, whole)| {
        let visits: Vec<&Visit> = visits.iter().filter(|visit| visit.inspection_id == it.id).collect();
        let findings: Vec<&Finding> = findings.iter().filter(|one| one.inspection_id == it.id).collect();
        row(it, *whole, &visits, &findings, today, w)
    });
    let rows: Vec<Row> = rows.collect();
    // of the authorities that are one's own, not of each unit of a branch
    let authorities: Vec<String> =
        visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let mut all = Vec::new();
    for unit in &authorities {
        all.extend(covered(&app, unit, asked.page, w).await?);
    }
    let illustrative = seen.iter().any(|(it, _)| it.state != Step::Withdrawn) && illustrative(&app, &seen).await?;
    let template = ListPage {
        whole: !all.is_empty() || seen.iter().any(|(_, whole)| *whole),
        may_plan: visitor.actor.may(Act::PlanInspection),
        rows,
        index: if all.is_empty() { Vec::new() } else { indexed(&app, &authorities, w, f.c).await? },
        covered: all,
        query: String::new(),
        f: f.with_sample(illustrative),
        w,
    };
    page(&template)
}

/// Whether one of the movements that were inspected is invented.
async fn illustrative(app: &App, seen: &[(Inspection, bool)]) -> Result<bool, Refusal> {
    let mut movements: Vec<&str> = seen.iter().map(|(it, _)| it.movement_id.as_str()).collect();
    movements.sort_unstable();
    movements.dedup();
    for id in movements {
        let Some(movement) = app.store.movement(id).await? else { continue };
        if app.store.plan_line(&movement.plan_id).await?.is_some_and(|plan| plan.illustrative) {
            return Ok(true);
        }
    }
    Ok(false)
}
