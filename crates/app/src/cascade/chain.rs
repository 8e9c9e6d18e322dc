//! The whole chain of a plan on one screen: the documents above, known here or only named, the plan, all plans below;
//! and putting a plan under the one it carries out.

use super::{actions, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::plans::review::plan_for;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use chrono::Datelike;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::cascade::chain::{named_above, not_taken_up, same_document};
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_store::plans::{Plan, PlanLine};

/// Plans below that are shown; an even larger chain is cut and says so.
const MOST_BELOW: usize = 400;
/// How many levels below are walked.
const DEEPEST: usize = 12;

/// A document of the chain.
struct Step {
    /// The plan, where it is in the system and open to this person.
    id: Option<String>,
    number: String,
    issuer: String,
    date: String,
    title: String,
    issued: bool,
    /// Only named by a plan below it: where.
    named: Option<(String, u32)>,
    depth: usize,
}

struct Candidate {
    id: String,
    number: String,
    issuer: String,
    date: String,
    proposed: bool,
    line: u32,
}

#[derive(Template)]
#[template(path = "cascade/chain.html")]
struct ChainPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_number: String,
    above: Vec<Step>,
    own: Step,
    below: Vec<Step>,
    cut: bool,
    parent: Option<(String, String)>,
    parent_id: String,
    candidates: Vec<Candidate>,
    may_link: bool,
    problem: Option<&'static str>,
    open: Vec<(String, u32)>,
}

/// `GET /plans/{id}/chain`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &plan, None).await
}

/// Whether a person may open a plan.
async fn opens(app: &App, visitor: &Visitor, plan: &PlanLine) -> Result<bool, Refusal> {
    Ok(app.may(visitor, Act::Look, &plan.unit_id).await?
        || (plan.issued && app.comes_down(visitor, &plan.id, &plan.unit_id).await?))
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    plan: &Plan,
    problem: Option<&'static str>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Plans).with_sample(plan.illustrative);
    let line = app.store.plan_line(&plan.id).await?.ok_or(Refusal::NotFound)?;
    let mut names: HashMap<String, String> = HashMap::new();
    let above = app.store.plans_above(&plan.id).await?;
    let may_look = app.may(visitor, Act::Look, &plan.unit_id).await?;
    // from above, a person sees the documents above and their own branch
    let (below, cut) = if may_look { below(app, &plan.id).await? } else { (Vec::new(), false) };
    let all = above.iter().chain(std::iter::once(&line)).chain(below.iter().map(|(_, plan)| plan));
    let units: Vec<String> = all.map(|plan| plan.unit_id.clone()).collect();
    for unit in app.store.units_of(&units).await? {
        names.insert(unit.id, unit.name);
    }
    let step = |plan: &PlanLine, open: bool, depth: usize| Step {
        id: open.then(|| plan.id.clone()),
        number: plan.number_symbol.clone().unwrap_or_else(|| w.no_number.to_owned()),
        issuer: names.get(&plan.unit_id).cloned().unwrap_or_default(),
        date: show::day(plan.dated),
        title: plan.title.clone().unwrap_or_default(),
        issued: plan.issued,
        named: None,
        depth,
    };
    let mut steps = Vec::new();
    let mut seen: Vec<Option<String>> = vec![line.number_symbol.clone()];
    seen.extend(above.iter().map(|plan| plan.number_symbol.clone()));
    // what the highest plan of the system names above itself, and what this plan names
    let highest = match above.last() {
        Some(highest) => app.store.plan(&highest.id).await?,
        None => None,
    };
    for of in highest.iter().chain(std::iter::once(plan)) {
        let number = of.draft.document.number_symbol.as_ref().map(|one| one.value.clone()).unwrap_or_default();
        for basis in named_above(&of.draft) {
            if seen.iter().any(|one| same_document(one.as_deref(), basis.number_symbol.as_deref())) {
                continue;
            }
            seen.push(basis.number_symbol.clone());
            steps.push(Step {
                id: None,
                number: format!("{} {}", basis.kind, basis.number_symbol.clone().unwrap_or_default()),
                issuer: basis.issuer.clone().unwrap_or_default(),
                date: show::day(basis.date),
                title: basis.subject.clone().unwrap_or_default(),
                issued: true,
                named: Some((number.clone(), if of.id == plan.id { basis.lines.first } else { 0 })),
                depth: 0,
            });
        }
    }
    for one in above.iter().rev() {
        steps.push(step(one, opens(app, visitor, one).await?, 0));
    }
    let may_link = app.may(visitor, Act::PreparePlan, &plan.unit_id).await?;
    let candidates = if may_link && line.parent_plan_id.is_none() {
        candidates(app, visitor, plan, w).await?
    } else {
        Vec::new()
    };
    let mut cited = Vec::new();
    for (depth, one) in &below {
        if *depth == 1
            && let Some(one) = app.store.plan(&one.id).await?
        {
            cited.extend(one.draft.legal_bases.into_iter().filter_map(|basis| basis.number_symbol));
        }
    }
    let template = ChainPage {
        id: plan.id.clone(),
        plan_number: line.number_symbol.clone().unwrap_or_else(|| w.no_number.to_owned()),
        own: step(&line, true, 0),
        below: below.iter().map(|(depth, one)| step(one, may_look, *depth)).collect(),
        parent: above.first().map(|one| (one.id.clone(), one.number_symbol.clone().unwrap_or_default())),
        parent_id: line.parent_plan_id.clone().unwrap_or_default(),
        open: if may_look {
            not_taken_up(&plan.draft, &cited)
                .into_iter()
                .map(|basis| {
                    let parts = [Some(basis.kind.clone()), basis.number_symbol.clone(), basis.subject.clone()];
                    (parts.into_iter().flatten().collect::<Vec<_>>().join(" "), basis.lines.first)
                })
                .collect()
        } else {
            Vec::new()
        },
        above: steps,
        candidates,
        may_link,
        problem,
        cut,
        f,
        w,
    };
    crate::face::frame::returned(&template, false, problem.is_some())
}

/// All plans below, each with its depth, in the order of a tree.
async fn below(app: &App, id: &str) -> Result<(Vec<(usize, PlanLine)>, bool), Refusal> {
    let mut found: Vec<(usize, PlanLine)> = Vec::new();
    let mut waiting: Vec<(usize, PlanLine)> =
        app.store.plans_below(id).await?.into_iter().rev().map(|plan| (1, plan)).collect();
    while let Some((depth, plan)) = waiting.pop() {
        if found.len() >= MOST_BELOW {
            return Ok((found, true));
        }
        if found.iter().any(|(_, known)| known.id == plan.id) {
            continue;
        }
        if depth < DEEPEST {
            let next = app.store.plans_below(&plan.id).await?;
            waiting.extend(next.into_iter().rev().map(|plan| (depth + 1, plan)));
        }
        found.push((depth, plan));
    }
    Ok((found, false))
}

/// Plans that this one may carry out: those whose number it cites, and those issued above its unit for its year.
async fn candidates(
    app: &App,
    visitor: &Visitor,
    plan: &Plan,
    w: &'static words::Words,
) -> Result<Vec<Candidate>, Refusal> {
    let mut found: Vec<(PlanLine, bool, u32)> = Vec::new();
    for basis in &plan.draft.legal_bases {
        let Some(symbol) = basis.number_symbol.as_deref().and_then(NumberSymbol::read) else { continue };
        let Some(year) = basis.date.map(|date| date.year()) else { continue };
        for one in app.store.plans_numbered(&symbol.key(), year).await? {
            if basis.date == one.dated {
                found.push((one, basis.parent_plan, basis.lines.first));
            }
        }
    }
    let path: Vec<String> = app.store.path_ids(&plan.unit_id).await?.into_iter().skip(1).collect();
    if let Some(year) = &plan.draft.document.subject_year {
        let above = app.store.plans_of_year(&path, i64::from(year.value)).await?;
        found.extend(above.into_iter().filter(|one| one.issued).map(|one| (one, false, 0)));
    }
    let mut shown: Vec<Candidate> = Vec::new();
    for (one, proposed, line) in found {
        let open = path.contains(&one.unit_id) || app.may(visitor, Act::Look, &one.unit_id).await?;
        if one.id == plan.id || !open || shown.iter().any(|known| known.id == one.id) {
            continue;
        }
        let issuer = app.store.unit(&one.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
        shown.push(Candidate {
            number: one.number_symbol.unwrap_or_else(|| w.no_number.to_owned()),
            date: show::day(one.dated),
            id: one.id,
            issuer,
            proposed,
            line,
        });
    }
    shown.sort_by_key(|one| (!one.proposed, fold(&one.issuer)));
    Ok(shown)
}

/// `POST /plans/{id}/parent`.
pub(crate) async fn link(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let w = words::words(caller.preferences.language);
    let field = |name: &str| typed.get(name).map(String::as_str).filter(|value| !value.is_empty());
    let (seen, parent) = (field("seen"), field("parent"));
    if let Some(parent) = parent {
        // only what was offered: an issued plan from above, or one that this person may look at
        let line = app.store.plan_line(parent).await?.filter(|line| line.issued).ok_or(Refusal::NotFound)?;
        let above = app.store.path_ids(&plan.unit_id).await?.into_iter().skip(1).any(|unit| unit == line.unit_id);
        if !above && !app.may(&visitor, Act::Look, &line.unit_id).await? {
            return Err(Refusal::NotFound);
        }
    }
    match actions::set_parent(&app, visitor.author((app.clock)()), &plan, seen, parent).await {
        Ok(()) => {
            go(format!("/plans/{id}/chain?done={}", if parent.is_some() { "plan-linked" } else { "plan-unlinked" }))
        }
        Err(actions::NotLinked::Circle) => render(&app, &caller, &visitor, &plan, Some(w.circle)).await,
        Err(actions::NotLinked::Store(error)) => Err(error.into()),
    }
}
