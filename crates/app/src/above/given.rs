//! `GET /plans/{id}/given`: what a plan above asks of a unit, for the people of that unit.

use super::cards::{Cards, card, own_units};
use super::gather::{Between, plans_above};
use super::words::{self, Words};
use crate::App;
use crate::cascade::{assignment_document, state_label};
use crate::clock::local_date;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::cascade::duties::is_new;
use thidua_domain::units::Unit;
use thidua_store::plans::PlanLine;
use thidua_store::targets::Target;

/// Of which unit; the first of the person's where nothing is asked.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
}

struct Row {
    line: u32,
    name: String,
    value: String,
    before: String,
    whole: String,
    document: String,
    state: &'static str,
    reason: String,
    fresh: bool,
}

#[derive(Template)]
#[template(path = "above/given.html")]
struct GivenPage {
    f: Frame,
    w: &'static Words,
    plan_id: String,
    number: String,
    heading: String,
    unit: String,
    above: Cards,
    rows: Vec<Row>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let plan = app.store.plan_line(&id).await?.filter(|plan| plan.issued).ok_or(Refusal::NotFound)?;
    let Some(unit) = unit_below(&app, &visitor, &plan, &asked.unit).await? else {
        // who looks at the plan's own unit sees what was given to all units
        app.require(&visitor, Act::Look, &plan.unit_id).await?;
        let movement = plan.movement_id.ok_or(Refusal::NotFound)?;
        return go(format!("/movements/{movement}/assign"));
    };
    let language = caller.preferences.language;
    let w = words::words(language);
    let mut cards = Vec::new();
    let running = plans_above(&app, &unit).await?;
    if let Some((plan, direct)) = running.iter().find(|(one, _)| one.id == plan.id)
        && let Some(between) = Between::of(&app, plan, &unit, *direct, language).await?
    {
        let tasks = app.store.tasks_to_do(Some(&[unit.id.as_str()])).await?;
        let lines = between.lines(&app, &visitor, &tasks).await?;
        cards.push(card(&app, &visitor, &between, lines, false).await?);
    }
    let number = plan.number_symbol.clone().unwrap_or_else(|| w.no_number.to_owned());
    page(&GivenPage {
        f: Frame::new(&caller, Place::Plans).with_sample(plan.illustrative),
        heading: w.given_heading.replace("{number}", &number),
        rows: rows(&app, &plan, &unit, language).await?,
        unit: unit.name,
        above: Cards { w, cards },
        plan_id: plan.id,
        number,
        w,
    })
}

/// The unit of this person to which the plan comes down.
async fn unit_below(app: &App, visitor: &Visitor, plan: &PlanLine, asked: &str) -> Result<Option<Unit>, Refusal> {
    for unit in own_units(app, visitor).await? {
        let below = app.store.path_ids(&unit.id).await?.iter().skip(1).any(|above| *above == plan.unit_id);
        if below && (asked.is_empty() || asked == unit.id) {
            return Ok(Some(unit));
        }
    }
    Ok(None)
}

async fn rows(app: &App, plan: &PlanLine, unit: &Unit, language: Language) -> Result<Vec<Row>, Refusal> {
    let (w, t) = (words::words(language), crate::targets::words::words(language));
    let today: NaiveDate = local_date((app.clock)());
    let targets = app.store.targets(&plan.id).await?;
    let mut rows = Vec::new();
    for one in app.store.assignments(&plan.id).await? {
        if one.given.unit_id != unit.id || !one.given.state.holds() {
            continue;
        }
        let Some(target) = targets.iter().find(|target| target.id == one.given.target_id) else { continue };
        let before = if one.version > 1 {
            let all = app.store.assignments_of(&target.id).await?;
            let last = all
                .into_iter()
                .find(|old| old.given.unit_id == unit.id && old.version < one.version && old.given.state.holds());
            last.and_then(|old| old.given.value).filter(|value| Some(*value) != one.given.value)
        } else {
            None
        };
        let measure = target.draft.unit.clone().unwrap_or_default();
        let with_unit = |value: String| format!("{value} {measure}").trim().to_owned();
        rows.push(Row {
            line: target.draft.lines.first,
            name: named(target, &targets),
            value: one.given.value.map_or_else(|| w.as_said.to_owned(), |value| with_unit(value.vietnamese())),
            before: before
                .map(|value| w.before.replace("{value}", &with_unit(value.vietnamese())))
                .unwrap_or_default(),
            whole: with_unit(shown::asked(&target.draft, t)),
            document: assignment_document(&one),
            state: state_label(&one, language),
            reason: one.given.reason.clone().map(|why| format!("{} {why}", w.reason)).unwrap_or_default(),
            fresh: is_new(local_date(one.entered_at), today),
        });
    }
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

/// A part with the line that holds it.
fn named(target: &Target, all: &[Target]) -> String {
    let holds = |one: &&Target| Some(&one.draft.id) == target.draft.parent_id.as_ref();
    match all.iter().find(holds) {
        Some(whole) => format!("{}: {}", whole.draft.name, target.draft.name),
        None => target.draft.name.clone(),
    }
}
