//! Reports for the first page: what a unit owes, what has to be mended, what waits to be taken in, who is overdue.

use super::door::{Door, asked, due_for};
use super::labels;
use super::words::words;
use crate::App;
use crate::face::{Refusal, Visitor, show};
use crate::movements::actions::MovementView;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::reporting::{Standing, State as Stage, standing};
use thidua_domain::units::Unit;
use thidua_store::reporting::Round;

/// Days before the day it is due from which the first page speaks of a report.
const AHEAD: i64 = 15;

/// Something that waits: class, sentence, address, note.
pub(crate) struct Waiting {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
}

/// What waits for a person.
pub(crate) async fn waiting(app: &App, visitor: &Visitor, language: Language) -> Result<Vec<Waiting>, Refusal> {
    let w = words(language);
    let today = crate::local_date((app.clock)());
    let ids = |act: Act| -> Vec<String> {
        visitor.actor.units(act).unwrap_or_default().into_iter().map(str::to_owned).collect()
    };
    let mut found = Vec::new();
    for unit in app.store.units_of(&ids(Act::SendReport)).await? {
        let Some(parent) = &unit.parent_id else { continue };
        for round in app.store.report_rounds_of(std::slice::from_ref(parent)).await? {
            if !round.asks(unit.kind) {
                continue;
            }
            let report = app.store.report_of_unit(&round.id, &unit.id).await?;
            let extensions = app.store.report_extensions(&round.id).await?;
            let due = due_for(&round, &extensions, &unit.id);
            let now = standing(due, report.as_ref().and_then(|one| one.first_sent), today);
            let near = (due - today).num_days() <= AHEAD;
            let (class, text) = match report.as_ref().map(|one| one.state) {
                Some(Stage::Returned) => ("at-risk", w.wait_mend),
                None | Some(Stage::Draft) if near => match now {
                    Standing::Missing(_) => ("missed", w.wait_write),
                    _ => ("needs-person", w.wait_write),
                },
                _ => continue,
            };
            let address = match &report {
                Some(report) => format!("/reports/{}", report.id),
                None => format!("/rounds/{}", round.id),
            };
            found.push(Waiting {
                class,
                text: said(app, text, &round, language).await?.replace("{due}", &show::day(Some(due))),
                address,
                note: format!("{}; {}", unit.name, labels::standing(now, due, today, w)),
            });
        }
    }
    for round in app.store.report_rounds_of(&ids(Act::ReceiveReport)).await? {
        let reports = app.store.reports_of_round(&round.id).await?;
        let waits = reports.iter().filter(|one| one.state.waits()).count();
        if waits > 0 {
            found.push(Waiting {
                class: "needs-person",
                text: said(app, w.wait_accept, &round, language).await?.replace("{n}", &waits.to_string()),
                address: format!("/rounds/{}?show=waits#who", round.id),
                note: String::new(),
            });
        }
        if round.text.due >= today {
            continue;
        }
        let missing = missing(app, &round).await?.len();
        if missing > 0 {
            found.push(Waiting {
                class: "missed",
                text: said(app, w.wait_missing, &round, language).await?.replace("{n}", &missing.to_string()),
                address: format!("/rounds/{}?show=missing#who", round.id),
                note: format!("{} {}", w.due, show::day(Some(round.text.due))),
            });
        }
    }
    Ok(found)
}

/// Units whose day has passed and that have not sent.
pub(crate) async fn missing(app: &App, round: &Round) -> Result<Vec<Unit>, Refusal> {
    let today = crate::local_date((app.clock)());
    let movement = app.store.movement(&round.movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let door = Door { view: MovementView { movement, plan }, sees_all: true, leads: false, own_units: Vec::new() };
    let reports = app.store.reports_of_round(&round.id).await?;
    let extensions = app.store.report_extensions(&round.id).await?;
    let mut units = asked(app, &door, round).await?;
    units.retain(|unit| {
        let sent = reports.iter().find(|one| one.unit_id == unit.id).and_then(|one| one.first_sent);
        !unit.kind.is_partner()
            && matches!(standing(due_for(round, &extensions, &unit.id), sent, today), Standing::Missing(_))
    });
    Ok(units)
}

async fn said(app: &App, text: &str, round: &Round, language: Language) -> Result<String, Refusal> {
    let c = crate::face::words::words(language);
    let plan = app.store.plan_line(&round.plan_id).await?.and_then(|plan| plan.number_symbol).unwrap_or_default();
    Ok(text.replace("{period}", &labels::period(round.period, c)).replace("{plan}", &plan))
}
