//! Making a unit's own plan from the plan above: what is taken over is chosen, what differs is said why.

use super::compose::{self, Chosen, ChosenTarget};
use super::{actions, words};
use crate::App;
use crate::face::forms::{Reader, Typed, amount_problem};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::figures::checks::sign_fits;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, AmountProblem, Expectation};
use thidua_domain::cascade::Method;
use thidua_domain::cascade::address::speaks_to;
use thidua_domain::units::Unit;
use thidua_store::cascade::{Assignment, Sharing};
use thidua_store::plans::Plan;
use thidua_store::targets::Target;

/// For which of the person's units; the first one where nothing is asked.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    unit: Option<String>,
}

struct Line {
    name: String,
    label: String,
    line: u32,
    ticked: bool,
}

struct TargetRow {
    code: String,
    name: String,
    container: bool,
    sub: bool,
    asked: String,
    line: u32,
    /// Whether the value was given to this unit, and by which document.
    given: Option<String>,
    ticked: bool,
    numbered: bool,
    value: String,
    unit: String,
    reason: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "cascade/derive.html")]
struct DerivePage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_number: String,
    unit_id: String,
    unit_name: String,
    above_name: String,
    parent_theme: Option<(String, String)>,
    theme: String,
    targets: Vec<TargetRow>,
    waves: Vec<Line>,
    reporting: Vec<Line>,
    duties: Vec<Line>,
    other_duties: Vec<Line>,
    movements: usize,
    take_movements: bool,
    existing: Vec<(String, String)>,
    bases: usize,
    refused: bool,
}

/// The plan above, its unit, and the unit that makes its own plan.
struct Between {
    parent: Plan,
    above: Unit,
    unit: Unit,
    targets: Vec<Target>,
    given: HashMap<String, Assignment>,
    sharings: HashMap<String, Sharing>,
}

/// The unit is one in which the person prepares plans, and the plan comes down to it.
async fn between(app: &App, visitor: &Visitor, id: &str, asked: Option<&str>) -> Result<Between, Refusal> {
    let parent = app.store.plan(id).await?.filter(|plan| plan.issued).ok_or(Refusal::NotFound)?;
    let own: Vec<String> = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => vec![asked.to_owned()],
        None => visitor.actor.units(Act::PreparePlan).unwrap_or_default().into_iter().map(str::to_owned).collect(),
    };
    for unit_id in own {
        let below = app.store.path_ids(&unit_id).await?.iter().skip(1).any(|above| *above == parent.unit_id);
        if !below || !app.may(visitor, Act::PreparePlan, &unit_id).await? {
            continue;
        }
        let unit = app.store.unit(&unit_id).await?.ok_or(Refusal::NotFound)?;
        let above = app.store.unit(&parent.unit_id).await?.ok_or(Refusal::NotFound)?;
        let targets = app.store.targets(&parent.id).await?;
        let given = app
            .store
            .assignments(&parent.id)
            .await?
            .into_iter()
            .filter(|one| one.given.unit_id == unit_id && one.given.state.holds())
            .map(|one| (one.given.target_id.clone(), one))
            .collect();
        let sharings = app.store.sharings(&parent.id).await?;
        return Ok(Between { parent, above, unit, targets, given, sharings });
    }
    Err(Refusal::NotFound)
}

impl Between {
    /// The value that a target has for the unit until a person changes it: what the unit was given; a rate of the plan
    /// above is a bar for each unit, a total of it is nobody's own.
    fn proposed(&self, target: &Target) -> Option<Amount> {
        let given = self.given.get(&target.id).and_then(|one| one.given.value);
        let method = super::assign::sharing(target, self.sharings.get(&target.id)).method;
        given.or_else(|| target.draft.value.filter(|_| method != Method::Sum))
    }
}

/// `GET /plans/{id}/derive`.
pub(crate) async fn form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let between = between(&app, &visitor, &id, asked.unit.as_deref()).await?;
    render(&app, &caller, &between, None, &HashMap::new()).await
}

async fn render(
    app: &App,
    caller: &Caller,
    of: &Between,
    typed: Option<&Typed>,
    problems: &HashMap<String, String>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let t = crate::targets::words::words(language);
    let f = Frame::new(caller, Place::Plans).with_sample(of.parent.illustrative);
    let draft = &of.parent.draft;
    let ticked = |name: &str, first: bool| typed.map_or(first, |typed| typed.contains_key(name));
    let text =
        |name: &str, first: String| typed.map_or(first, |typed| typed.get(name).cloned().unwrap_or_default());
    let targets = of
        .targets
        .iter()
        .map(|target| {
            let one = &target.draft;
            let given = of.given.get(&target.id);
            let numbered = one.comparator.is_some_and(|comparator| !comparator.is_judged());
            TargetRow {
                code: one.id.clone(),
                name: one.name.clone(),
                container: one.comparator.is_none(),
                sub: one.parent_id.is_some(),
                asked: format!("{} {}", show::asked(one, t), one.unit.as_deref().unwrap_or_default()),
                line: one.lines.first,
                given: given.map(super::assign::document),
                ticked: ticked(&format!("take-{}", one.id), given.is_some()),
                numbered,
                value: text(&format!("value-{}", one.id), show::amount(of.proposed(target))),
                unit: one.unit.clone().unwrap_or_default(),
                reason: text(&format!("reason-{}", one.id), String::new()),
                problem: problems.get(&one.id).cloned(),
            }
        })
        .collect();
    let line = |name: String, label: String, line: u32, first: bool| Line {
        ticked: ticked(&name, first),
        name,
        label,
        line,
    };
    let p = crate::plans::words::words(language);
    let mut duties = Vec::new();
    let mut other_duties = Vec::new();
    for (at, one) in draft.obligations.iter().enumerate() {
        let speaks = speaks_to(&one.actor, &of.unit.name, of.unit.kind);
        let shown = line(format!("duty-{at}"), format!("{}: {}", one.actor, one.action), one.lines.first, speaks);
        if speaks { duties.push(shown) } else { other_duties.push(shown) }
    }
    let mut existing = Vec::new();
    for plan in app.store.plans_below(&of.parent.id).await? {
        if plan.unit_id == of.unit.id {
            existing.push((plan.id, plan.number_symbol.unwrap_or_else(|| w.no_number.to_owned())));
        }
    }
    let head = &draft.document;
    let template = DerivePage {
        id: of.parent.id.clone(),
        plan_number: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()).unwrap_or_default(),
        unit_id: of.unit.id.clone(),
        unit_name: of.unit.name.clone(),
        above_name: of.above.name.clone(),
        parent_theme: head.theme.as_ref().map(|theme| (theme.value.clone(), of.above.name.clone())).or_else(|| {
            let owner = head.inherited_theme_source.clone().unwrap_or_else(|| of.above.name.clone());
            head.inherited_theme.as_ref().map(|theme| (theme.value.clone(), owner))
        }),
        theme: text("theme", String::new()),
        targets,
        waves: draft
            .waves
            .iter()
            .enumerate()
            .map(|(at, wave)| {
                let days = format!("{}: {} – {}", wave.name, show::day(wave.from), show::day(wave.to));
                line(format!("wave-{at}"), days, wave.lines.first, true)
            })
            .collect(),
        reporting: draft
            .reporting
            .iter()
            .enumerate()
            .map(|(at, one)| {
                let said = format!("{} {}", crate::plans::reporting_label(one.period, p), show::day(one.due));
                line(format!("report-{at}"), said, one.lines.first, true)
            })
            .collect(),
        duties,
        other_duties,
        movements: draft.movements.iter().filter(|one| !one.own).count(),
        take_movements: ticked("movements", true),
        bases: draft
            .legal_bases
            .iter()
            .filter(|one| one.role == thidua_domain::plans::draft::BasisRole::Basis)
            .count(),
        existing,
        refused: !problems.is_empty(),
        f,
        w,
    };
    let refused = template.refused;
    crate::face::frame::returned(&template, false, refused)
}

/// `POST /plans/{id}/derive`.
pub(crate) async fn make(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let of = between(&app, &visitor, &id, typed.get("unit").map(String::as_str)).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, c);
    let mut problems: HashMap<String, String> = HashMap::new();
    let theme = reader.text("theme");
    let mut targets = Vec::new();
    for target in &of.targets {
        let code = &target.draft.id;
        let is_leaf = target.draft.comparator.is_some();
        // the line that holds a chosen part comes with it
        let has_part = || {
            of.targets.iter().any(|one| {
                one.draft.parent_id.as_ref() == Some(code) && reader.tick(&format!("take-{}", one.draft.id))
            })
        };
        if !(if is_leaf { reader.tick(&format!("take-{code}")) } else { has_part() }) {
            continue;
        }
        let given = of.given.get(&target.id);
        let before = of.proposed(target);
        let expected =
            if target.draft.unit.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
        let typed_value = typed.get(&format!("value-{code}")).map_or("", String::as_str);
        let value = match Amount::read(typed_value, expected) {
            Ok(amount) if !sign_fits(amount, target.draft.comparator) => {
                problems.insert(code.clone(), w.value_negative.to_owned());
                None
            }
            Ok(amount) => Some(amount),
            Err(AmountProblem::Empty) => None,
            Err(problem) => {
                problems.insert(code.clone(), amount_problem(&problem, c));
                None
            }
        };
        let value = if target.draft.comparator.is_some_and(|one| !one.is_judged()) { value } else { before };
        let reason = reader.text_of(&format!("reason-{code}"));
        if is_leaf && value != before && reason.is_none() {
            problems.entry(code.clone()).or_insert_with(|| w.reason_differs.to_owned());
        }
        let assigned = given.map(super::assign::document);
        let reason = reason.filter(|_| value != before);
        targets.push(ChosenTarget { target, value, assigned, reason });
    }
    if !reader.fine() {
        problems.insert(String::new(), c.too_long.to_owned());
    }
    if !problems.is_empty() {
        return render(&app, &caller, &of, Some(&typed), &problems).await;
    }
    let draft = &of.parent.draft;
    let chosen = Chosen {
        theme,
        targets,
        waves: taken(&draft.waves, "wave", &reader),
        reporting: taken(&draft.reporting, "report", &reader),
        duties: taken(&draft.obligations, "duty", &reader),
        movements: if reader.tick("movements") {
            draft.movements.iter().filter(|one| !one.own).collect()
        } else {
            Vec::new()
        },
    };
    let made = compose::compose(&of.parent, &of.above, &of.unit, &chosen);
    let v = words::words(thidua_domain::basics::Language::Vietnamese);
    let number = draft.document.number_symbol.as_ref().map(|symbol| symbol.value.clone()).unwrap_or_default();
    let name = v.derived_name.replace("{number}", &number.replace('/', "-"));
    let author = visitor.author((app.clock)());
    let id = actions::derive(&app, author, &of.parent, &of.unit.id, &name, &made).await?;
    go(format!("/plans/{id}?done=derived"))
}

fn taken<'a, T>(all: &'a [T], name: &str, reader: &Reader<'_>) -> Vec<&'a T> {
    all.iter().enumerate().filter(|(at, _)| reader.tick(&format!("{name}-{at}"))).map(|(_, one)| one).collect()
}
