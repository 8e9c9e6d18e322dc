//! What a grade rests on, put together from what the system knows of a unit or a person in a year.

use super::door::Subject;
use crate::App;
use crate::evaluation::{evaluate, newest_period};
use crate::face::{Refusal, show};
use crate::office::reach;
use crate::registrations::Results;
use chrono::{Datelike, NaiveDate};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::cascade::board::{Own, standing};
use thidua_domain::grades::{Basis, BasisKind};
use thidua_domain::periods::Period;
use thidua_domain::reporting::{Standing as Arrived, standing as arrived};
use thidua_domain::targets::Status;
use thidua_domain::tasks::State as TaskState;
use thidua_domain::tasks::deadline::last_good_day;
use thidua_domain::units::Unit;
use thidua_domain::wave_results::{Arrival, arrival};
use thidua_store::plans::PlanLine;

fn count(n: u32) -> i64 {
    i64::from(n)
}

fn number(plan: &PlanLine) -> String {
    plan.number_symbol.clone().or_else(|| plan.title.clone()).unwrap_or_default()
}

/// Everything in the order in which it is read.
pub(super) async fn gather(
    app: &App,
    subject: &Subject,
    year: i64,
    language: Language,
) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    if subject.person.is_none() {
        let plans = app.store.plans_of_year(std::slice::from_ref(&subject.unit.id), year).await?;
        found.extend(of_plan(app, &subject.unit, &plans, year).await?);
        found.extend(of_targets(app, &plans).await?);
        found.extend(of_registrations(app, &subject.unit.id, year).await?);
    }
    found.extend(of_tasks(app, subject, year).await?);
    if subject.person.is_none() {
        found.extend(of_reports(app, &subject.unit, year, language).await?);
        found.extend(of_waves(app, &subject.unit.id, year).await?);
        found.extend(of_inspections(app, &subject.unit.id, year, language).await?);
    } else {
        found.extend(of_titles(app, subject, year).await?);
    }
    found.extend(of_recognitions(app, subject, year).await?);
    Ok(found)
}

/// The own plans, in time or late by the day that the plan above sets; and that none was issued where one was asked for.
async fn of_plan(app: &App, unit: &Unit, plans: &[PlanLine], year: i64) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    let today = reach::today(app);
    for plan in plans.iter().filter(|plan| plan.issued) {
        let by = match &plan.parent_plan_id {
            Some(parent) => app.store.cascade(parent).await?.launch_by,
            None => None,
        };
        let late = by.zip(plan.dated).is_some_and(|(by, dated)| dated > by);
        found.push(Basis {
            kind: BasisKind::Plan,
            name: number(plan),
            done: 1,
            all: 1,
            short: i64::from(late),
            address: Some(format!("/plans/{}", plan.id)),
        });
    }
    if let (true, Some(parent)) = (found.is_empty(), &unit.parent_id) {
        for above in app.store.plans_of_year(std::slice::from_ref(parent), year).await? {
            let settings = app.store.cascade(&above.id).await?;
            let owed = settings.launch_by.is_some() && above.issued;
            let stands = standing(settings.needs(unit.kind), Own::Nothing, settings.launch_by, today, |_| true);
            if owed && stands.days_late().is_some() {
                found.push(Basis {
                    kind: BasisKind::Plan,
                    name: number(&above),
                    done: 0,
                    all: 1,
                    short: 1,
                    address: None,
                });
            }
        }
    }
    Ok(found)
}

async fn of_targets(app: &App, plans: &[PlanLine]) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    for plan in plans.iter().filter(|plan| plan.issued) {
        let figures = app.store.figures_of_plan(&plan.id).await?;
        let period = newest_period(&figures).unwrap_or(Period::Year);
        let summary = evaluate(app.store.targets(&plan.id).await?, &figures, period).summary;
        if summary.leaves == summary.not_applicable {
            continue;
        }
        let address = plan.movement_id.as_ref();
        found.push(Basis {
            kind: BasisKind::Targets,
            name: number(plan),
            done: count(summary.reached()),
            all: count(summary.leaves - summary.not_applicable),
            short: count(summary.count(Status::Missed)),
            address: address.map(|id| format!("/movements/{id}/targets?period={}", period.code())),
        });
    }
    Ok(found)
}

async fn of_registrations(app: &App, unit_id: &str, year: i64) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    for (id, round, plan) in app.store.registrations_of_year(unit_id, year).await? {
        let Some(plan) = app.store.plan_line(&plan).await? else { continue };
        let results = Results::load(app, &plan, Some(&round)).await?;
        let (mut done, mut all, mut short) = (0, 0, 0);
        for item in app.store.registration_items(&id).await? {
            match results.of(&item).status {
                Some(Status::Met | Status::Exceeded) => (done, all) = (done + 1, all + 1),
                Some(Status::Missed) => (short, all) = (short + 1, all + 1),
                Some(_) => all += 1,
                None => {}
            }
        }
        if all > 0 {
            let (name, address) = (number(&plan), Some(format!("/registrations/{id}")));
            found.push(Basis { kind: BasisKind::Registered, name, done, all, short, address });
        }
    }
    Ok(found)
}

/// Whether a task is done in time, or late or overdue; nothing while its day has not passed.
fn kept(task: &thidua_store::grades::TaskDone, today: NaiveDate) -> Option<bool> {
    let last = last_good_day(task.due?, task.strictly_before);
    let done = task.done_at.map(|at| crate::clock::local(at).date());
    let finished = matches!(task.state, TaskState::DoneReported | TaskState::Confirmed);
    match (done.filter(|_| finished), finished) {
        (Some(day), _) => Some(day <= last),
        (None, true) => Some(true),
        (None, false) => (today > last).then_some(false),
    }
}

async fn of_tasks(app: &App, subject: &Subject, year: i64) -> Result<Vec<Basis>, Refusal> {
    let tasks = app.store.tasks_of_year(&subject.all(app).await?, year).await?;
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let today = reach::today(app);
    let of = |answer: bool| tasks.iter().filter(|task| kept(task, today) == Some(answer)).count();
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let address = match tasks.as_slice() {
        [only] => format!("/tasks/{}", only.id),
        _ => format!("/tasks?unit={}", subject.unit.id),
    };
    Ok(vec![Basis {
        kind: BasisKind::Tasks,
        name: String::new(),
        done: whole(of(true)),
        all: whole(tasks.len()),
        short: whole(of(false)),
        address: Some(address),
    }])
}

/// The reports that the body directly above asks for in the year, in time, late or missing.
async fn of_reports(app: &App, unit: &Unit, year: i64, language: Language) -> Result<Vec<Basis>, Refusal> {
    let Some(parent) = &unit.parent_id else { return Ok(Vec::new()) };
    let c = crate::face::words::words(language);
    let today = reach::today(app);
    let mut found = Vec::new();
    for plan in app.store.plans_of_year(std::slice::from_ref(parent), year).await? {
        let Some(movement) = plan.movement_id.as_ref().filter(|_| plan.issued) else { continue };
        for round in app.store.report_rounds(movement).await? {
            if !round.asks(unit.kind) {
                continue;
            }
            let more = app.store.report_extensions(&round.id).await?;
            let given = more.iter().filter(|one| one.unit_id.as_ref().is_none_or(|id| *id == unit.id));
            let due = given.map(|one| one.until).chain([round.text.due]).max().unwrap_or(round.text.due);
            let report = app.store.report_of_unit(&round.id, &unit.id).await?;
            let (done, short) = match arrived(due, report.as_ref().and_then(|one| one.first_sent), today) {
                Arrived::OnTime => (1, 0),
                Arrived::Late(_) | Arrived::Missing(_) => (0, 1),
                Arrived::Waiting => continue,
            };
            let period = show::inside(show::period(round.period, c));
            found.push(Basis {
                kind: BasisKind::Reports,
                name: format!("{period} ({}), {}", number(&plan), short_day(due)),
                done,
                all: 1,
                short,
                // a draft is the unit's own
                address: report
                    .filter(|one| one.state != thidua_domain::reporting::State::Draft)
                    .map(|one| format!("/reports/{}", one.id)),
            });
        }
    }
    Ok(found)
}

async fn of_waves(app: &App, unit_id: &str, year: i64) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    let today = reach::today(app);
    for wave in app.store.waves_asked_of(unit_id, year).await? {
        let last = wave.deadline.map(|day| last_good_day(day, wave.strictly_before));
        let calendar = crate::calendar::of_unit(app, &wave.led_by).await?;
        let (done, short) = match arrival(wave.sent_on, last, today, &calendar) {
            Arrival::InTime => (1, 0),
            Arrival::Late(_) | Arrival::Overdue(_) => (0, 1),
            Arrival::Awaited => continue,
        };
        let until = last.map(|last| format!(", {}", short_day(last))).unwrap_or_default();
        found.push(Basis {
            kind: BasisKind::Waves,
            name: format!("{}{until}", wave.name),
            done,
            all: 1,
            short,
            address: Some(format!("/waves/{}/reports?unit={unit_id}", wave.wave_id)),
        });
    }
    Ok(found)
}

/// What inspections found there in the year and what of it is open; what they verified, and what of it the unit had
/// reported too well.
async fn of_inspections(app: &App, unit_id: &str, year: i64, language: Language) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    for one in crate::inspections::inspected(app, unit_id, year, language).await? {
        let counts = one.counts;
        let name = format!("{} ({}), {}", one.name, one.visited, show::inside(&one.conclusion));
        found.push(Basis {
            kind: BasisKind::Inspections,
            name: name.clone(),
            done: counts.settled,
            all: counts.findings,
            short: counts.findings - counts.settled,
            address: Some(one.address.clone()),
        });
        if counts.values > 0 {
            found.push(Basis {
                kind: BasisKind::Verified,
                name: one.name,
                done: counts.as_reported,
                all: counts.values,
                short: counts.too_well,
                address: Some(one.address),
            });
        }
    }
    Ok(found)
}

fn short_day(day: NaiveDate) -> String {
    short(day)
}

async fn of_titles(app: &App, subject: &Subject, year: i64) -> Result<Vec<Basis>, Refusal> {
    let mut found = Vec::new();
    for (registration, name) in app.store.titles_registered_for(&subject.all(app).await?, year).await? {
        found.push(Basis {
            kind: BasisKind::Titles,
            name,
            done: 0,
            all: 0,
            short: 0,
            address: Some(format!("/registrations/{registration}")),
        });
    }
    Ok(found)
}

async fn of_recognitions(app: &App, subject: &Subject, year: i64) -> Result<Vec<Basis>, Refusal> {
    let (recognised, address) = match &subject.person {
        Some(person) => {
            let ids = app.store.same_person(&person.id).await?;
            (app.store.recognitions_of_people(&ids).await?, format!("/people/{}", person.id))
        }
        None => {
            let unit = &subject.unit.id;
            (app.store.recognitions_of_unit(unit).await?, format!("/units/{unit}"))
        }
    };
    let of_year = recognised.iter().filter(|one| i64::from(one.achieved_on.year()) == year).count();
    let done = i64::try_from(of_year).unwrap_or(i64::MAX);
    let basis = Basis {
        kind: BasisKind::Recognitions,
        name: String::new(),
        done,
        all: 0,
        short: 0,
        address: Some(address),
    };
    Ok(if done > 0 { vec![basis] } else { Vec::new() })
}
