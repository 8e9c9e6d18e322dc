//! `/targets/{id}/earlier`: what earlier years reached of a target, entered and corrected in one grid.

use super::actions::{self, Entered, Written};
use super::says;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Typed, amount_problem};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::targets::thread::{TargetView, target_for};
use askama::Template;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, AmountProblem, Expectation};
use thidua_domain::evaluation::{Meaning, Of, measures_of, suggested};
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;
use thidua_store::StoreError;
use thidua_store::evaluation::{Counted, Earlier, EarlierVersion};

/// Earlier years that have a line in the grid.
const YEARS: i32 = 3;

struct Cell {
    name: String,
    seen_name: String,
    label: String,
    value: String,
    seen: i64,
    problem: Option<String>,
}

struct Line {
    label: String,
    cells: Vec<Cell>,
}

struct History {
    what: String,
    value: String,
    says: String,
    who: String,
    from: Option<String>,
}

#[derive(Template)]
#[template(path = "evaluation/earlier.html")]
struct EarlierPage {
    f: Frame,
    w: &'static Words,
    m: &'static crate::movements::words::Words,
    id: String,
    movement_id: String,
    plan_number: String,
    name: String,
    unit: String,
    periods: Vec<&'static str>,
    lines: Vec<Line>,
    fields: Vec<Field>,
    meaning_seen: i64,
    is_fall: bool,
    may: bool,
    locked: bool,
    refused: bool,
    history: Vec<History>,
}

/// A refused or overtaken form.
#[derive(Default)]
struct Came {
    typed: Typed,
    problems: HashMap<String, String>,
    changed: bool,
}

fn year_of(view: &TargetView) -> Option<i32> {
    view.plan.draft.document.subject_year.as_ref().map(|year| year.value)
}

fn is_change(view: &TargetView) -> bool {
    let comparator = view.target.draft.comparator;
    matches!(comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy))
}

/// The lines of the grid: of a line with measures each measure now and before, of a change its level, else the result.
fn lines_of(view: &TargetView) -> Vec<(Of, i32)> {
    let Some(year) = year_of(view) else { return Vec::new() };
    let measures = measures_of(&view.target.draft.name);
    if !measures.is_empty() {
        let both = measures.iter().flat_map(|measure| [year - 1, year].map(|year| (Of::Measure(*measure), year)));
        return both.collect();
    }
    if is_change(view) {
        return vec![(Of::Level, year - 1), (Of::Level, year)];
    }
    (1..=YEARS).map(|back| (Of::Itself, year - back)).collect()
}

fn name(of: Of, year: i32, period: Period) -> String {
    format!("v-{}-{year}-{}", of.code(), period.code())
}

fn takes_figures(view: &TargetView) -> bool {
    view.movement.state.takes_figures() && view.target.draft.comparator.is_some_and(|one| !one.is_judged())
}

/// `GET /targets/{id}/earlier`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = target_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &view, None).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, view: &TargetView, came: Option<Came>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &view.movement.id, Tab::Evaluation);
    let history = app.store.earlier_history(&view.target.id).await?;
    let counted = app.store.growth_meanings(&view.plan.id).await?.get(&view.target.id).copied();
    let (changed, refused) = came.as_ref().map_or((false, false), |came| (came.changed, true));
    let came = came.unwrap_or_default();
    let lines = lines_of(view)
        .into_iter()
        .map(|(of, year)| Line {
            label: if of == Of::Itself { year.to_string() } else { format!("{}, {year}", says::of(of, w)) },
            cells: Period::ALL.map(|period| cell(&came, &history, of, year, period, w, f.c)).into_iter().collect(),
        })
        .collect();
    let open = takes_figures(view);
    let may = visitor.actor.may_in(Act::ReportFigure, &view.plan.unit_id);
    let head = &view.plan.draft.document;
    let illustrative = history.iter().any(|one| one.entered.illustrative);
    let template = EarlierPage {
        m: crate::movements::words::words(language),
        movement_id: view.movement.id.clone(),
        plan_number: head.number_symbol.as_ref().map(|one| one.value.clone()).unwrap_or_default(),
        name: view.target.draft.name.clone(),
        unit: view.target.draft.unit.clone().unwrap_or_default(),
        periods: Period::ALL.map(|period| show::period(period, f.c)).to_vec(),
        lines,
        fields: fields(view, &came, counted, w),
        meaning_seen: actions::seen_meaning(counted.as_ref()),
        is_fall: !measures_of(&view.target.draft.name).is_empty(),
        may: may && open,
        locked: may && !open,
        refused,
        history: history.iter().map(|one| told(one, w, f.c)).collect(),
        id: view.target.id.clone(),
        f: f.with_sample(illustrative),
        w,
    };
    crate::face::frame::returned(&template, changed, refused)
}

fn cell(
    came: &Came,
    history: &[EarlierVersion],
    of: Of,
    year: i32,
    period: Period,
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Cell {
    let name = name(of, year, period);
    let now = actions::current(history, of, year, period);
    Cell {
        label: format!("{} {year}, {}", says::of(of, w), show::inside(show::period(period, c))),
        seen_name: name.replacen('v', "n", 1),
        value: came
            .typed
            .get(&name)
            .cloned()
            .unwrap_or_else(|| show::amount(now.and_then(|one| one.entered.value))),
        seen: now.map_or(0, |one| one.version),
        problem: came.problems.get(&name).cloned(),
        name,
    }
}

fn fields(view: &TargetView, came: &Came, counted: Option<Counted>, w: &'static Words) -> Vec<Field> {
    let typed = |name: &str| came.typed.get(name).cloned().unwrap_or_default();
    let mut fields = Vec::new();
    if is_change(view) && measures_of(&view.target.draft.name).is_empty() {
        let draft = &view.target.draft;
        let proposed = suggested(draft.unit.as_deref(), &draft.name);
        let now = counted.map(|counted| counted.meaning).or(proposed);
        let mut options = vec![("", w.e_meaning_open)];
        options.extend(Meaning::ALL.map(|one| (one.code(), says::meaning(one, w))));
        let chosen = came.typed.get("meaning").cloned().unwrap_or(now.map_or("", Meaning::code).to_owned());
        let field = Field::new("meaning", w.e_meaning, Input::Choice(options), chosen);
        fields.push(field.hint(w.e_meaning_hint));
    }
    fields.push(Field::new("source", w.e_src, Input::Line, typed("source")).hint(w.e_src_hint));
    fields.push(Field::new("reason", w.e_why, Input::Line, typed("reason")));
    for field in &mut fields {
        field.problem = came.problems.get(field.name).cloned();
    }
    fields
}

fn told(one: &EarlierVersion, w: &'static Words, c: &'static crate::face::words::Words) -> History {
    let entered = &one.entered;
    let (year, period) = (entered.year, show::inside(show::period(entered.period, c)));
    let parts = [entered.source.clone(), entered.reason.clone()];
    History {
        what: format!("{} {year}, {period}", says::of(entered.of, w)),
        value: entered.value.map_or_else(|| c.none.to_owned(), Amount::vietnamese),
        says: parts.into_iter().flatten().collect::<Vec<_>>().join("; "),
        who: format!("{}, {}", one.account_name, show::moment(one.entered_at)),
        from: entered.from_target_id.clone(),
    }
}

/// `POST /targets/{id}/earlier`.
pub(crate) async fn save(sent: Sent) -> Answer {
    let view = target_for(&sent.app, &sent.visitor, &sent.id, Act::ReportFigure).await?;
    let Some(year) = year_of(&view).filter(|_| takes_figures(&view)) else {
        return Err(Refusal::ChangedMeanwhile);
    };
    let language = sent.caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let known = sent.app.store.earlier_history(&view.target.id).await?;
    // what changes by so many percent need not be a rate itself
    let percent = view.target.draft.unit.as_deref() == Some("%") && !is_change(&view);
    let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
    let mut problems = HashMap::new();
    let mut reader = sent.reader();
    let (source, reason) = (reader.text("source"), reader.text("reason"));
    problems.extend(reader.problems.into_iter().map(|(name, says)| (name.to_owned(), says)));
    let mut entered = Vec::new();
    let mut overtaken = false;
    for (of, line_year) in lines_of(&view) {
        for period in Period::ALL {
            let name = name(of, line_year, period);
            let Some(typed) = sent.typed.get(&name) else { continue };
            let value = match Amount::read(typed, expected) {
                Ok(amount) => Some(amount),
                Err(AmountProblem::Empty) => None,
                Err(problem) => {
                    problems.insert(name, amount_problem(&problem, c));
                    continue;
                }
            };
            let now = actions::current(&known, of, line_year, period);
            if now.and_then(|now| now.entered.value) == value {
                continue;
            }
            let seen = sent.typed.get(&name.replacen('v', "n", 1)).and_then(|seen| seen.parse().ok()).unwrap_or(0);
            if seen != now.map_or(0, |now| now.version) {
                overtaken = true;
                let newest = show::amount(now.and_then(|now| now.entered.value));
                problems.insert(name, w.e_newest.replace("{value}", &newest));
                continue;
            }
            let earlier = Earlier {
                target_id: view.target.id.clone(),
                of,
                year: line_year,
                period,
                value,
                source: source.clone(),
                from_target_id: None,
                reason: reason.clone(),
                illustrative: false,
            };
            entered.push(Entered { earlier, seen });
        }
    }
    if !entered.is_empty() && source.is_none() {
        problems.entry("source".to_owned()).or_insert_with(|| w.e_src_missing.to_owned());
    }
    if entered.iter().any(|one| one.seen > 0) && reason.is_none() {
        problems.entry("reason".to_owned()).or_insert_with(|| w.e_why_missing.to_owned());
    }
    if !problems.is_empty() {
        let came = Came { typed: sent.typed.clone(), problems, changed: overtaken };
        return render(&sent.app, &sent.caller, &sent.visitor, &view, Some(came)).await;
    }
    let counted = sent.app.store.growth_meanings(&view.plan.id).await?.get(&view.target.id).copied();
    let meaning = sent.typed.get("meaning").and_then(|code| Meaning::from_code(code)).filter(|_| is_change(&view));
    let meaning = meaning.filter(|meaning| counted.map(|counted| counted.meaning) != Some(*meaning));
    let seen_meaning = sent.typed.get("meaning_seen").and_then(|seen| seen.parse().ok()).unwrap_or(0);
    let after = |measure, of_year, period| {
        let of = Of::Measure(measure);
        let is =
            |one: &&Entered| one.earlier.of == of && one.earlier.year == of_year && one.earlier.period == period;
        match entered.iter().find(is) {
            Some(one) => one.earlier.value,
            None => actions::current(&known, of, of_year, period).and_then(|one| one.entered.value),
        }
    };
    let figures = actions::falls(&view.target, year, &view.versions, &after, view.plan.illustrative);
    let written = Written {
        unit_id: &view.plan.unit_id,
        target: &view.target,
        figures,
        entered,
        meaning: meaning.map(|meaning| (meaning, seen_meaning)),
    };
    let address = format!("/targets/{}/earlier?done=saved", sent.id);
    if written.entered.is_empty() && written.meaning.is_none() {
        return go(address);
    }
    match actions::write(&sent.app, sent.author(), &written).await {
        Ok(()) => go(address),
        Err(StoreError::ChangedMeanwhile) => {
            let came = Came { typed: sent.typed.clone(), problems: HashMap::new(), changed: true };
            render(&sent.app, &sent.caller, &sent.visitor, &view, Some(came)).await
        }
        Err(other) => Err(other.into()),
    }
}
