//! Every obligation of a plan becomes a task, on one page: proposals with the unit that is meant, and the decision on each.

use super::entry::{around, unit_by_name};
use super::words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use crate::movements::actions::{MovementView, movement_for};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::movements::State as MovementState;
use thidua_domain::plans::draft::{Obligation, ObligationKind};
use thidua_domain::tasks::Manner;
use thidua_domain::tasks::deadline::{Deadline, Every, first_in_year, read};
use thidua_domain::tasks::matching::{Meant, meant};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;
use thidua_store::plans::Plan;
use thidua_store::tasks::{NewTask, Origin, TaskText};
use thidua_store::{Author, StoreError};

/// Kinds that oblige somebody; the others are offered below them.
fn binds(kind: ObligationKind) -> bool {
    matches!(kind, ObligationKind::Assignment | ObligationKind::Request | ObligationKind::Solution)
}

/// One obligation that waits for a decision.
struct Row {
    position: usize,
    action: String,
    line: u32,
    request: bool,
    printed: String,
    due: String,
    outcome: String,
    ticked: bool,
    not_reason: String,
    problem: Option<String>,
}

/// Obligations of one actor.
struct Group {
    /// The position of the first, by which its fields are named.
    at: usize,
    actor: String,
    lead: String,
    responsible: String,
    matched: bool,
    problem: Option<String>,
    rows: Vec<Row>,
}

struct Done {
    action: String,
    line: u32,
    says: String,
    tasks: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "tasks/proposals.html")]
struct ProposalsPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    binding: Vec<Group>,
    others: Vec<Group>,
    waiting: usize,
    waiting_others: usize,
    done: Vec<Done>,
    names: Vec<String>,
    responsibility: String,
    common_due: String,
    refused: Option<String>,
}

/// Obligations of a plan that bind somebody and wait for a decision.
pub(super) async fn waiting(app: &App, view: &MovementView) -> Result<usize, Refusal> {
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let decided = app.store.obligation_decisions(&plan.id).await?.len();
    if decided == 0 {
        return Ok(plan.draft.obligations.iter().filter(|one| binds(one.kind)).count());
    }
    let done: HashSet<i64> =
        app.store.obligation_decisions(&plan.id).await?.into_iter().map(|one| one.position).collect();
    let open = plan.draft.obligations.iter().zip(0_i64..).filter(|(one, at)| binds(one.kind) && !done.contains(at));
    Ok(open.count())
}

async fn planned(app: &App, visitor: &Visitor, id: &str) -> Result<(MovementView, Plan), Refusal> {
    let view = movement_for(app, visitor, id, Act::ManageTasks).await?;
    // the obligations are those of the plan: they hang on its own movement
    if !view.movement.named.own || view.movement.state == MovementState::Draft {
        return Err(Refusal::NotFound);
    }
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    Ok((view, plan))
}

/// `GET /movements/{id}/tasks/proposals`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (view, plan) = planned(&app, &visitor, &id).await?;
    render(&app, &caller, &view, &plan, None).await
}

/// What is wrong with a form that came back.
#[derive(Default)]
struct Wrong {
    typed: Typed,
    at: HashMap<String, String>,
    whole: Option<String>,
}

fn year_of(plan: &Plan) -> Option<i32> {
    plan.draft.document.subject_year.as_ref().map(|year| year.value)
}

/// Who is meant, as it is typed: the name of a unit, of a group of units, or nothing.
fn lead_words(meant: &Meant, below: &[Unit], own: &Unit, w: &'static words::Words) -> String {
    match meant {
        Meant::Units(found) => found
            .iter()
            .filter_map(|at| below.get(*at))
            .map(|unit| unit.name.clone())
            .collect::<Vec<_>>()
            .join("; "),
        Meant::Kind(kind) if below.iter().any(|unit| unit.kind == *kind) => group_name(*kind, w),
        Meant::All if !below.is_empty() => w.every_unit.to_owned(),
        Meant::OwnPost => own.name.clone(),
        Meant::Kind(_) | Meant::All | Meant::Unknown => String::new(),
    }
}

/// `Tất cả: thôn, làng, tổ dân phố`.
fn group_name(kind: UnitKind, w: &'static words::Words) -> String {
    let u = crate::units::words::words(thidua_domain::basics::Language::Vietnamese);
    format!("{} {}", w.all_of, crate::face::show::inside(crate::units::labels::kind(kind, u)))
}

/// The deadline that the plan prints, else the end of the first period of its rhythm, else nothing.
fn printed_deadline(one: &Obligation, year: Option<i32>) -> Option<Deadline> {
    let words = one.deadline.as_deref().unwrap_or_default();
    if let Some((day, strict)) = read(words) {
        return Some(Deadline::once(day, strict));
    }
    let every = Every::read(one.frequency.as_deref()?)?;
    let year = year?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    Some(Deadline { day: first_in_year(every, year)?, strictly_before: false, again: Some((every, last)) })
}

async fn render(app: &App, caller: &Caller, view: &MovementView, plan: &Plan, wrong: Option<Wrong>) -> Answer {
    let w = words::words(caller.preferences.language);
    let id = view.movement.id.clone();
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &id, Tab::Tasks);
    let units = around(app, &plan.unit_id).await?;
    let (own, below) = units.split_first().ok_or(Refusal::NotFound)?;
    let decided: HashMap<i64, _> =
        app.store.obligation_decisions(&plan.id).await?.into_iter().map(|one| (one.position, one)).collect();
    let tasks = app.store.tasks_of_movement(&id).await?;
    let year = year_of(plan);
    let kept = wrong.as_ref().map(|wrong| &wrong.typed);
    let problem = |name: &str| wrong.as_ref().and_then(|wrong| wrong.at.get(name).cloned());
    let value =
        |name: &str, else_: String| kept.map_or(else_, |typed| typed.get(name).cloned().unwrap_or_default());
    let (mut binding, mut others): (Vec<Group>, Vec<Group>) = (Vec::new(), Vec::new());
    let mut done = Vec::new();
    for (position, one) in plan.draft.obligations.iter().enumerate() {
        let at = i64::try_from(position).unwrap_or(i64::MAX);
        if let Some(decision) = decided.get(&at) {
            let of = tasks.iter().filter(|task| task.origin.obligation == Some(at));
            done.push(Done {
                action: one.action.clone(),
                line: one.lines.first,
                says: decision
                    .reason
                    .as_ref()
                    .map(|reason| format!("{} {reason}", w.not_a_task))
                    .unwrap_or_default(),
                tasks: of.map(|task| (task.id.clone(), task.lead_name.clone().unwrap_or_default())).collect(),
            });
            continue;
        }
        let groups = if binds(one.kind) { &mut binding } else { &mut others };
        if groups.last().is_none_or(|group| group.actor != one.actor) {
            let who = meant(&one.actor, own, below);
            let lead = lead_words(&who, below, own, w);
            let responsible = if who == Meant::OwnPost { one.actor.clone() } else { String::new() };
            groups.push(Group {
                at: position,
                actor: one.actor.clone(),
                matched: !lead.is_empty(),
                lead: value(&format!("lead-{position}"), lead),
                responsible: value(&format!("person-{position}"), responsible),
                problem: problem(&format!("lead-{position}")),
                rows: Vec::new(),
            });
        }
        let Some(group) = groups.last_mut() else { continue };
        let deadline = printed_deadline(one, year);
        let printed = [one.frequency.as_deref(), one.deadline.as_deref()].into_iter().flatten();
        group.rows.push(Row {
            position,
            action: one.action.clone(),
            line: one.lines.first,
            request: one.kind == ObligationKind::Request,
            printed: printed.collect::<Vec<_>>().join("; "),
            due: value(&format!("due-{position}"), deadline.map(|one| short(one.day)).unwrap_or_default()),
            outcome: value(&format!("outcome-{position}"), String::new()),
            ticked: kept.map_or(binds(one.kind), |typed| typed.contains_key(&format!("use-{position}"))),
            not_reason: value(&format!("reason-{position}"), String::new()),
            problem: problem(&format!("due-{position}")).or_else(|| problem(&format!("reason-{position}"))),
        });
    }
    let mut names: Vec<String> = units.iter().map(|unit| unit.name.clone()).collect();
    if below.len() > 1 {
        names.push(w.every_unit.to_owned());
    }
    for kind in UnitKind::ALL {
        if below.iter().filter(|unit| unit.kind == kind).count() > 1 {
            names.push(group_name(kind, w));
        }
    }
    let count = |groups: &[Group]| groups.iter().map(|group| group.rows.len()).sum();
    let refused = wrong.as_ref().map(|wrong| wrong.whole.clone().unwrap_or_else(|| f.c.form_errors.to_owned()));
    let was_refused = refused.is_some();
    let template = ProposalsPage {
        plan_id: plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        waiting: count(&binding),
        waiting_others: count(&others),
        responsibility: value("responsibility", w.responsibility_default.replace("{unit}", &own.name)),
        common_due: value("common_due", year.map(|year| format!("31/12/{year}")).unwrap_or_default()),
        binding,
        others,
        done,
        names,
        refused,
        f,
        w,
        id,
    };
    crate::face::frame::returned(&template, false, was_refused)
}

/// The units that typed words mean; the error is the name that is not known.
async fn leads(
    app: &App,
    typed: &str,
    units: &[Unit],
    w: &'static words::Words,
) -> Result<Result<Vec<Unit>, String>, Refusal> {
    let below = units.get(1..).unwrap_or_default();
    let mut found: Vec<Unit> = Vec::new();
    for name in typed.split(';').map(str::trim).filter(|name| !name.is_empty()) {
        let folded = fold(name);
        let group: Option<Vec<Unit>> = if folded == fold(w.every_unit) {
            Some(below.to_vec())
        } else {
            UnitKind::ALL
                .into_iter()
                .find(|kind| fold(&group_name(*kind, w)) == folded)
                .map(|kind| below.iter().filter(|unit| unit.kind == kind).cloned().collect())
        };
        let more = match group {
            Some(group) => group,
            None => match unit_by_name(app, units, name).await? {
                Some(unit) => vec![unit],
                None => return Ok(Err(name.to_owned())),
            },
        };
        for unit in more {
            if !found.iter().any(|known| known.id == unit.id) {
                found.push(unit);
            }
        }
    }
    Ok(Ok(found))
}

/// What to make of one obligation.
struct Ask {
    position: i64,
    /// Why it is no task; otherwise the tasks.
    reason: Option<String>,
    texts: Vec<TaskText>,
    lines: (i64, i64),
}

/// `POST /movements/{id}/tasks/proposals`: the ticked ones, all, one, or “not a task”.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (view, plan) = planned(&app, &visitor, &id).await?;
    let w = words::words(caller.preferences.language);
    let units = around(&app, &plan.unit_id).await?;
    let decided: HashSet<i64> =
        app.store.obligation_decisions(&plan.id).await?.into_iter().map(|one| one.position).collect();
    let number = |name: &str| typed.get(name).and_then(|at| at.parse::<usize>().ok());
    let (one, not) = (number("one"), number("not"));
    let all = typed.get("do").is_some_and(|what| what == "all");
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let mut wrong = Wrong::default();
    let common = reader.day("common_due");
    let responsibility = reader.text("responsibility");
    let mut asks = Vec::new();
    let mut groups = [(String::new(), 0_usize), (String::new(), 0)];
    for (position, obligation) in plan.draft.obligations.iter().enumerate() {
        let at = i64::try_from(position).unwrap_or(i64::MAX);
        // rows of one actor share its unit, in each of the two lists apart
        let kind = binds(obligation.kind);
        let group = &mut groups[usize::from(kind)];
        if typed.contains_key(&format!("lead-{position}")) || group.0 != obligation.actor {
            *group = (obligation.actor.clone(), position);
        }
        let group = group.1;
        if decided.contains(&at) {
            // somebody was first with this one
            if one == Some(position) || not == Some(position) {
                return Err(Refusal::ChangedMeanwhile);
            }
            continue;
        }
        let chosen = match (one, not) {
            (Some(one), _) => one == position,
            (None, Some(not)) => not == position,
            (None, None) if all => kind,
            (None, None) => typed.contains_key(&format!("use-{position}")),
        };
        if !chosen {
            continue;
        }
        let lines = (i64::from(obligation.lines.first), i64::from(obligation.lines.last));
        if not == Some(position) {
            match reader.text_of(&format!("reason-{position}")) {
                Some(reason) => asks.push(Ask { position: at, reason: Some(reason), texts: Vec::new(), lines }),
                None => {
                    wrong.at.insert(format!("reason-{position}"), w.not_a_task_reason.to_owned());
                }
            }
            continue;
        }
        let printed = printed_deadline(obligation, year_of(&plan));
        let deadline = match reader.day_of(&format!("due-{position}")) {
            Ok(Some(day)) => Some(match printed {
                Some(mut known) => {
                    known.day = day;
                    known
                }
                None => Deadline::once(day, false),
            }),
            Ok(None) => common.map(|day| Deadline::once(day, false)),
            Err(says) => {
                wrong.at.insert(format!("due-{position}"), says);
                None
            }
        };
        let lead_words = reader.text_of(&format!("lead-{}", group)).unwrap_or_default();
        let found = match leads(&app, &lead_words, &units, w).await? {
            Ok(found) => found,
            Err(name) => {
                wrong.at.insert(format!("lead-{}", group), format!("{} “{name}”.", w.with_unknown));
                continue;
            }
        };
        let person = reader.text_of(&format!("person-{}", group));
        let base = TaskText {
            manner: if obligation.kind == ObligationKind::Request { Manner::Request } else { Manner::Assignment },
            lead_unit_id: None,
            with_units: Vec::new(),
            actor: Some(obligation.actor.clone()),
            responsible: person.clone(),
            person_id: None,
            work: obligation.action.clone(),
            responsibility: responsibility.clone(),
            deadline,
            outcome: reader.text_of(&format!("outcome-{position}")),
            weight: None,
            programme: None,
        };
        let mut texts: Vec<TaskText> = found
            .iter()
            .map(|unit| TaskText {
                lead_unit_id: Some(unit.id.clone()),
                // a partner is asked, whatever the heading says
                manner: if unit.kind.is_partner() { Manner::Request } else { base.manner },
                responsible: person.clone().or_else(|| unit.head.clone()),
                ..base.clone()
            })
            .collect();
        if texts.is_empty() {
            texts.push(base);
        }
        asks.push(Ask { position: at, reason: None, texts, lines });
    }
    wrong.at.extend(
        reader
            .problems
            .iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, says)| ((*name).to_owned(), says.clone())),
    );
    if asks.is_empty() && wrong.at.is_empty() {
        wrong.whole = Some(w.nothing_chosen.to_owned());
    }
    if !wrong.at.is_empty() || wrong.whole.is_some() || !reader.fine() {
        wrong.typed = typed;
        return render(&app, &caller, &view, &plan, Some(wrong)).await;
    }
    match write(&app, visitor.author((app.clock)()), &view, asks).await {
        Ok(()) => go(format!("/movements/{id}/tasks/proposals?done=saved")),
        // decided once: whoever is second sees what the first one decided
        Err(StoreError::AlreadyThere) => Err(Refusal::ChangedMeanwhile),
        Err(other) => Err(other.into()),
    }
}

async fn write(app: &App, author: Author, view: &MovementView, asks: Vec<Ask>) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let unit_id = view.plan.unit_id.as_str();
    let mut tasks = 0_usize;
    for ask in &asks {
        change.decide_obligation(&view.plan.id, ask.position, ask.reason.as_deref()).await?;
        for text in &ask.texts {
            let id = change.new_id();
            let origin = Origin {
                plan_id: Some(view.plan.id.clone()),
                movement_id: Some(view.movement.id.clone()),
                obligation: Some(ask.position),
                lines: Some(ask.lines),
                ..Origin::default()
            };
            change.add_task(&NewTask { id: &id, unit_id, origin: &origin, text }).await?;
            tasks += 1;
        }
    }
    let reasons: Vec<&str> = asks.iter().filter_map(|ask| ask.reason.as_deref()).collect();
    let detail = if reasons.is_empty() { format!("{} → {tasks}", asks.len()) } else { reasons.join("; ") };
    let entry = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "obligation.decided",
        subject: "plan",
        subject_id: view.plan.id.clone(),
        detail: Some(detail),
    };
    change.commit(entry).await
}
