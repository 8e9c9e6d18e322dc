//! Who sees rounds and reports: those of the authority that asks, and those of the units that answer.

use super::rolling::asked_today;
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::movements::actions::MovementView;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::reporting::State;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::plans::PlanLine;
use thidua_store::reporting::{Extension, Round, UnitReport};

/// The rounds of a movement as somebody may see them.
pub(super) struct Door {
    pub(super) view: MovementView,
    /// Looks at the authority itself: every unit.
    pub(super) sees_all: bool,
    /// Opens rounds, takes reports in.
    pub(super) leads: bool,
    /// Units of this person directly below the authority.
    pub(super) own_units: Vec<Unit>,
}

/// The rounds of the movement of an address.
pub(super) async fn door(app: &App, visitor: &Visitor, movement_id: &str) -> Result<Door, Refusal> {
    let movement = app.store.movement(movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let sees_all = app.may(visitor, Act::Look, &plan.unit_id).await?;
    let ids: Vec<String> =
        visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let mut own_units = app.store.units_of(&ids).await?;
    own_units.retain(|unit| unit.parent_id.as_deref() == Some(plan.unit_id.as_str()));
    if !sees_all && own_units.is_empty() {
        return Err(Refusal::NotFound);
    }
    let leads = visitor.actor.may_in(Act::ReceiveReport, &plan.unit_id);
    Ok(Door { view: MovementView { movement, plan }, sees_all, leads, own_units })
}

/// A round of an address, with its movement.
pub(super) async fn round_door(app: &App, visitor: &Visitor, id: &str) -> Result<(Round, Door), Refusal> {
    let round = app.store.report_round(id).await?.ok_or(Refusal::NotFound)?;
    let door = door(app, visitor, &round.movement_id).await?;
    Ok((round, door))
}

/// The units that report: directly below the authority, of the kinds named, on the day that counts.
pub(super) async fn asked(app: &App, door: &Door, round: &Round) -> Result<Vec<Unit>, Refusal> {
    units_of(app, &door.view.plan, round).await
}

/// The same for the plan of the movement.
pub(super) async fn units_of(app: &App, plan: &PlanLine, round: &Round) -> Result<Vec<Unit>, Refusal> {
    Ok(asked_today(app, plan, round).await?)
}

/// The last day in time for a unit, with what was given more.
pub(super) fn due_for(round: &Round, extensions: &[Extension], unit_id: &str) -> NaiveDate {
    extensions
        .iter()
        .filter(|one| one.unit_id.as_deref().is_none_or(|unit| unit == unit_id))
        .map(|one| one.until)
        .fold(round.text.due, NaiveDate::max)
}

/// One report with everything it hangs on.
pub(super) struct Sheet {
    pub(super) report: UnitReport,
    pub(super) round: Round,
    pub(super) view: MovementView,
    pub(super) unit: Unit,
    pub(super) owner: Unit,
    /// Writes in it for the unit.
    pub(super) writes: bool,
    /// Takes it in or returns it.
    pub(super) leads: bool,
}

impl Sheet {
    /// Whether this person may write in it now.
    pub(super) fn is_open(&self) -> bool {
        self.writes && self.report.state.is_open() && self.view.movement.state.takes_figures()
    }
}

/// Refuses unless this person may read a report. A draft, also one that was recalled, is the unit's own and that of who
/// came after it; whoever looks over a branch sees it once it is sent.
pub(super) async fn require_readable(
    app: &App,
    visitor: &Visitor,
    report: &UnitReport,
    round: &Round,
) -> Result<(), Refusal> {
    if report.state != State::Draft {
        if !app.may(visitor, Act::Look, &round.owner_id).await? {
            app.require(visitor, Act::Look, &report.unit_id).await?;
        }
        return Ok(());
    }
    let mut own = visitor.actor.may_in(Act::Look, &report.unit_id);
    for successor in app.store.successors(&report.unit_id).await? {
        own = own || visitor.actor.may_in(Act::Look, &successor);
    }
    if own { Ok(()) } else { Err(Refusal::NotFound) }
}

/// The report of an address.
pub(super) async fn sheet(app: &App, visitor: &Visitor, id: &str) -> Result<Sheet, Refusal> {
    let report = app.store.unit_report(id).await?.ok_or(Refusal::NotFound)?;
    let round = app.store.report_round(&report.round_id).await?.ok_or(Refusal::NotFound)?;
    require_readable(app, visitor, &report, &round).await?;
    let movement = app.store.movement(&round.movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    Ok(Sheet {
        writes: visitor.actor.may_in(Act::SendReport, &report.unit_id),
        leads: visitor.actor.may_in(Act::ReceiveReport, &round.owner_id),
        unit: app.store.unit(&report.unit_id).await?.ok_or(Refusal::NotFound)?,
        owner: app.store.unit(&round.owner_id).await?.ok_or(Refusal::NotFound)?,
        report,
        round,
        view: MovementView { movement, plan },
    })
}

/// The report of an address, for somebody who writes in it now.
pub(super) async fn open_sheet(app: &App, visitor: &Visitor, id: &str) -> Result<Sheet, Refusal> {
    let sheet = sheet(app, visitor, id).await?;
    if !sheet.writes {
        Err(Refusal::NotAllowed)
    } else if sheet.is_open() {
        Ok(sheet)
    } else {
        Err(Refusal::ChangedMeanwhile)
    }
}

/// An entry for the log about a report.
pub(super) fn noted(unit_id: &str, act: &'static str, report_id: &str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "report", subject_id: report_id.to_owned(), detail }
}

/// An entry for the log about a round.
pub(super) fn noted_round(round: &Round, act: &'static str, detail: Option<String>) -> Entry {
    Entry {
        unit_id: Some(round.owner_id.clone()),
        act,
        subject: "report-round",
        subject_id: round.id.clone(),
        detail,
    }
}
