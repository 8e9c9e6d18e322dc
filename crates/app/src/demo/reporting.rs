//! Reports of the sample units: parts of the movement's own invented figures, so that what is put together agrees.

use super::{DemoFailed, SignIn, failed, password};
use crate::App;
use crate::accounts::actions::{NewAccount, add_with_password, replace_password};
use crate::reporting::proposing::opened_with;
use chrono::{Days, NaiveDate};
use thidua_domain::access::Role;
use thidua_domain::basics::Amount;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::cascade::{AssignmentState, Method, divide};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::reporting::{Entered, State, proposals};
use thidua_domain::targets::adds_up;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;
use thidua_store::cascade::NewAssignment;
use thidua_store::plans::Plan;
use thidua_store::reporting::{NewLine, NewRemark, RoundText};
use thidua_store::{Author, StoreError};

/// Targets that are divided among the units.
const TARGETS: usize = 6;

fn entry(act: &'static str, subject: &'static str, id: &str) -> Entry {
    Entry { unit_id: None, act, subject, subject_id: id.to_owned(), detail: None }
}

/// A target that is divided, with its parts for each unit and, by period, what each reports.
struct Divided {
    target_id: String,
    parts: Vec<Amount>,
    reported: Vec<(Period, Vec<Amount>)>,
}

/// Opens the rounds of a movement and writes the reports of its villages; gives one of them a sign-in.
pub(super) async fn load(
    app: &App,
    author: impl Fn() -> Author,
    plan: &Plan,
    movement_id: &str,
    short: &str,
    role: (&str, &str),
) -> Result<Option<SignIn>, DemoFailed> {
    let year = plan.draft.document.subject_year.as_ref().map_or(2022, |year| year.value);
    let children = app.store.children_now(&plan.unit_id).await.map_err(failed)?;
    let mut villages: Vec<Unit> = children.into_iter().filter(|unit| unit.kind == UnitKind::Village).collect();
    if villages.is_empty() || !app.store.report_rounds(movement_id).await.map_err(failed)?.is_empty() {
        return Ok(None);
    }
    villages.sort_by(|one, other| one.name.cmp(&other.name));
    let divided = divided(app, plan, villages.len()).await?;
    let change = app.store.change(author()).await.map_err(failed)?;
    for one in &divided {
        for (unit, value) in villages.iter().zip(&one.parts) {
            let given = NewAssignment {
                target_id: one.target_id.clone(),
                unit_id: unit.id.clone(),
                state: AssignmentState::Assigned,
                requested: false,
                value: Some(*value),
                weight: None,
                document: None,
                dated: None,
                reason: None,
            };
            change.assign(&given, 0).await.map_err(failed)?;
        }
    }
    let calendar = WorkCalendar::shipped();
    for one in proposals(year, &plan.draft.reporting, &plan.draft.waves, &[], calendar) {
        let text = RoundText { kinds: vec![UnitKind::Village], ..opened_with(&one, "") };
        let round = change.open_report_round(movement_id, one.period, &text).await.map_err(failed)?;
        // where the movement has no figures yet, its units have sent nothing
        if !divided.iter().any(|target| target.reported.iter().any(|(period, _)| *period == one.period)) {
            continue;
        }
        for (place, unit) in villages.iter().enumerate() {
            let last = place + 1 == villages.len();
            // the year's report of the last village is missing, that of the one before is late
            if !(last && one.period == Period::Year) {
                report(&change, (&round, one.period, text.due), (place, villages.len()), unit, &divided).await?;
            }
        }
    }
    change.commit(entry("report.opened", "movement", movement_id)).await.map_err(failed)?;
    // the third: its report of the year was given back, or is missing
    let unit = villages.get(2).or(villages.first()).ok_or_else(|| failed("no village"))?;
    let login = format!("{short}.thon");
    let password = password();
    let new = NewAccount {
        login: login.clone(),
        name: role.0.to_owned(),
        role: Role::Reporter,
        unit_id: Some(unit.id.clone()),
    };
    match add_with_password(app, author(), new, &password).await {
        Err(StoreError::AlreadyThere) => {
            replace_password(app, author(), &login, &password).await.map_err(failed)?;
        }
        other => other.map_err(failed)?,
    }
    Ok(Some(SignIn { login, password, role: role.1.to_owned(), authority: unit.name.clone() }))
}

/// The targets whose amounts add up and have figures, with the parts of the units.
async fn divided(app: &App, plan: &Plan, units: usize) -> Result<Vec<Divided>, DemoFailed> {
    let figures = app.store.figures_of_plan(&plan.id).await.map_err(failed)?;
    let mut found = Vec::new();
    for target in app.store.targets(&plan.id).await.map_err(failed)? {
        let draft = &target.draft;
        let sums = Method::fitting(&draft.name, draft.comparator, draft.unit.as_deref()) == Method::Sum;
        let adds_up = sums && adds_up(draft.comparator, draft.unit.as_deref());
        let Some(planned) = draft.value.filter(|_| adds_up) else { continue };
        let reported: Vec<(Period, Vec<Amount>)> = figures
            .iter()
            .filter(|one| one.reported.target_id == target.id)
            .filter_map(|one| match one.reported.figure {
                Figure::Number(amount) => Some((one.reported.period, divide(Method::Sum, amount, units, None)?)),
                _ => None,
            })
            .collect();
        if let Some(parts) = divide(Method::Sum, planned, units, None).filter(|_| !reported.is_empty()) {
            found.push(Divided { target_id: target.id, parts, reported });
        }
        if found.len() == TARGETS {
            break;
        }
    }
    Ok(found)
}

async fn report(
    change: &thidua_store::Change,
    (round, period, due): (&str, Period, NaiveDate),
    (place, units): (usize, usize),
    unit: &Unit,
    divided: &[Divided],
) -> Result<(), DemoFailed> {
    let w = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let id = change.begin_unit_report(round, &unit.id).await.map_err(failed)?;
    for one in divided {
        let Some((_, parts)) = one.reported.iter().find(|(of, _)| *of == period) else { continue };
        let Some(value) = parts.get(place) else { continue };
        let entered = Entered {
            figure: Figure::Number(*value),
            dated: due.checked_sub_days(Days::new(7)),
            source: Some(w.report_source.to_owned()),
            ..Entered::default()
        };
        let line = NewLine { target_id: one.target_id.clone(), entered, illustrative: true };
        change.write_report_line(&id, &line).await.map_err(failed)?;
    }
    if place % 3 == 0 {
        change.write_report_text(&id, "difficulties", Some(w.report_difficulties)).await.map_err(failed)?;
    }
    let is_year = period == Period::Year;
    let late = is_year && place + 2 == units;
    let on = due.checked_add_days(Days::new(4)).filter(|_| late).unwrap_or(due);
    step(change, &id, 1, State::Draft, State::Submitted, on).await?;
    match (is_year, place) {
        // one waits, one was given back: what an office meets
        (true, 1) => Ok(()),
        (true, 2) => {
            let remark =
                NewRemark { target_id: None, section: Some("difficulties".into()), says: w.report_remark.into() };
            change.remark_on_report(&id, &remark).await.map_err(failed)?;
            step(change, &id, 2, State::Submitted, State::Returned, on).await
        }
        _ => step(change, &id, 2, State::Submitted, State::Accepted, on).await,
    }
}

async fn step(
    change: &thidua_store::Change,
    id: &str,
    seen: i64,
    from: State,
    to: State,
    on: NaiveDate,
) -> Result<(), DemoFailed> {
    let report = thidua_store::reporting::UnitReport {
        id: id.to_owned(),
        round_id: String::new(),
        unit_id: String::new(),
        state: from,
        first_sent: None,
        sent_by: None,
        sent_name: None,
        sent_at: None,
        accepted_name: None,
        accepted_at: None,
        version: seen,
    };
    change.step_unit_report(&report, seen, to, on, None).await.map_err(failed)
}
