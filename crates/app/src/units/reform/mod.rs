//! Reforms of units: described, seen beforehand with everything they touch, carried out in one transaction.

mod groups;
mod others;
mod reading;
mod running;
mod view;
pub(crate) mod words;

use super::labels;
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::Form;
use axum::extract::{Path, Query, State};
use others::Other;
use reading::Described;
use running::Running;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::units::Unit;
use thidua_domain::units::reform::{Outcome, ReformKind, ReformProblem, Successor, plan};
use thidua_store::audit::Entry;
use thidua_store::units::{Keeper, NewReform};
use thidua_store::{Author, StoreError};

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    kind: String,
}

/// A reform that was read and planned, with all it touches.
struct Planned {
    described: Described,
    outcome: Outcome,
    running: Vec<Running>,
    others: Vec<Other>,
    accounts: Vec<String>,
}

async fn unit_for(app: &App, visitor: &Visitor, id: &str) -> Result<Unit, Refusal> {
    app.require(visitor, Act::Reform, id).await?;
    app.store.unit(id).await?.ok_or(Refusal::NotFound)
}

/// `GET /units/{id}/reform`: the kinds, or the form of one.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let unit = unit_for(&app, &visitor, &id).await?;
    let kind = ReformKind::from_code(&asked.kind);
    view::page_of(&app, &caller, &unit, kind, &Typed::default(), HashMap::new(), None).await
}

/// `POST /units/{id}/reform`: a preview, or carrying out what was seen.
pub(crate) async fn submit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let unit = unit_for(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let (w, c) = (words::words(language), crate::face::words::words(language));
    let kind = typed.get("kind").and_then(|code| ReformKind::from_code(code)).ok_or(Refusal::NotFound)?;
    let mut reader = Reader::new(&typed, c);
    let described = reading::read(&app, &visitor, &unit, kind, &typed, &mut reader, (w, c)).await?;
    let mut planned = None;
    if let Some(described) = described.filter(|_| reader.fine()) {
        match plan(&described.reform) {
            Err(problems) => {
                for problem in problems {
                    let (field, says) = problem_says(&problem, kind, w);
                    reader.problem(field, says);
                }
            }
            Ok(outcome) => {
                let running = running::running(&app, &described.reform, &outcome, &typed).await?;
                let others = others::others(&app, &described, &outcome, &typed).await?;
                let mut accounts = Vec::new();
                for gone in outcome.gone() {
                    accounts.extend(app.store.accounts_in(gone).await?);
                }
                planned = Some(Planned { described, outcome, running, others, accounts });
            }
        }
    }
    let today = local_date((app.clock)());
    if let Some(planned) = &planned
        && planned.described.reform.day > today
        && typed.get("do").map(String::as_str) == Some("carry-out")
    {
        reader.problem("day", w.day_future.replace("{day}", &short(planned.described.reform.day)));
    }
    let carry_out = typed.get("do").map(String::as_str) == Some("carry-out") && reader.fine();
    match planned {
        Some(planned) if carry_out => {
            let move_accounts = typed.contains_key("accounts");
            carry_out_now(&app, visitor.author((app.clock)()), planned, move_accounts).await?;
            go(format!("/units/{id}?done=saved"))
        }
        planned => view::page_of(&app, &caller, &unit, Some(kind), &typed, reader.problems, planned).await,
    }
}

/// The field that a problem stands beside, and its sentence.
fn problem_says(problem: &ReformProblem, kind: ReformKind, w: &'static words::Words) -> (&'static str, String) {
    let named = |says: &str, name: &str| says.replace("{name}", name);
    match problem {
        ReformProblem::TooFewSubjects => ("others", w.e_too_few.to_owned()),
        ReformProblem::WrongSuccessors => ("successors", w.e_successors.to_owned()),
        ReformProblem::NotThere(name) => ("day", named(w.e_not_there, name)),
        ReformProblem::SuccessorNotThere(name) => {
            let field = if kind == ReformKind::Split { "successors" } else { "successor" };
            (field, named(w.e_successor_not_there, name))
        }
        ReformProblem::LaterChange(name, day) => ("day", named(w.e_later, name).replace("{day}", &short(*day))),
        ReformProblem::Circle(name) => ("parent", named(w.e_circle, name)),
        ReformProblem::NameNeeded => ("name", w.new_name.to_owned()),
        ReformProblem::ParentNeeded => ("parent", w.parent.to_owned()),
        ReformProblem::Nothing if kind == ReformKind::Move => ("parent", w.e_nothing.to_owned()),
        ReformProblem::Nothing => ("name", w.e_nothing.to_owned()),
        ReformProblem::ChildOfNothing(name) => ("children", named(w.e_child, name)),
    }
}

/// Carries the reform out and hands on what runs, in one transaction.
async fn carry_out_now(app: &App, author: Author, mut planned: Planned, accounts: bool) -> Result<(), StoreError> {
    let w = words::words(thidua_domain::basics::Language::Vietnamese);
    let labels_words = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let change = app.store.change(author).await?;
    let ids: HashMap<String, String> =
        planned.outcome.founded.iter().map(|placeholder| (placeholder.clone(), change.new_id())).collect();
    reading::settle_identifiers(&mut planned.described, &ids);
    let described = &planned.described;
    let outcome = plan(&described.reform).map_err(|_| StoreError::ChangedMeanwhile)?;
    let reform_id = change.new_id();
    let (kind, day) = (described.reform.kind, described.reform.day);
    let new = NewReform {
        id: &reform_id,
        kind,
        day,
        document: described.document.as_deref(),
        note: described.note.as_deref(),
    };
    change.carry_out(&new, &outcome).await?;
    let said = w.reason.replace("{kind}", labels::reform(kind, labels_words)).replace("{day}", &short(day));
    let reason = [Some(said), described.document.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let successors: Vec<(String, String, i64)> = described
        .reform
        .successors
        .iter()
        .zip(&described.weights)
        .map(|(successor, weight)| (successor.unit().id.clone(), successor.unit().name.clone(), *weight))
        .collect();
    for running in &planned.running {
        let keeper = Keeper {
            unit_id: running.plan.unit_id.clone(),
            until: day.pred_opt().unwrap_or(day),
            treatment: running.treatment.code(),
            reform_id: reform_id.clone(),
            reason: reason.clone(),
        };
        running::hand_on(app, &change, running, keeper, &successors, &ids, w).await?;
    }
    let today = local_date(change.author().at);
    let said = others::Said { reason: &reason, today, w };
    others::hand_on(app, &change, &planned, &ids, &said).await?;
    if accounts {
        for gone in outcome.gone() {
            if let Some((_, to)) = outcome.lineage.iter().find(|(before, _)| before == gone) {
                change.move_accounts(gone, to).await?;
            }
        }
    }
    for founded in described.reform.successors.iter().filter(|one| matches!(one, Successor::New(_))) {
        change.note(entry(&founded.unit().id, "unit.added", &founded.unit().name)).await?;
    }
    let first = &described.reform.subjects[0];
    let names: Vec<&str> = described.reform.subjects.iter().map(|unit| unit.name.as_str()).collect();
    change.commit(entry(&first.id, "unit.reformed", &format!("{reason}: {}", names.join("; ")))).await
}

fn entry(unit_id: &str, act: &'static str, detail: &str) -> Entry {
    let (unit_id, subject_id) = (Some(unit_id.to_owned()), unit_id.to_owned());
    Entry { unit_id, act, subject: "unit", subject_id, detail: Some(detail.to_owned()) }
}
