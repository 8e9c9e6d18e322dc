//! Who sees a registration: those who may look at the unit that registers, and those of the authority that asked.

use crate::App;
use crate::face::{Refusal, Visitor};
use crate::movements::actions::MovementView;
use crate::office::reach;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::units::Unit;
use thidua_store::registrations::{Registration, Round};

/// The registrations of a movement as somebody may see them.
pub(super) struct Door {
    pub(super) view: MovementView,
    pub(super) round: Option<Round>,
    /// Looks at the authority itself: the whole board.
    pub(super) sees_all: bool,
    /// Opens, approves, returns.
    pub(super) leads: bool,
    /// Units directly below the authority in which this person registers.
    pub(super) own_units: Vec<Unit>,
}

pub(super) fn today(app: &App) -> NaiveDate {
    crate::local_date((app.clock)())
}

/// The registrations of the movement of an address.
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
    let leads = visitor.actor.may_in(Act::ApproveRegistration, &plan.unit_id);
    let round = app.store.registration_round(movement_id).await?;
    Ok(Door { view: MovementView { movement, plan }, round, sees_all, leads, own_units })
}

/// One registration with everything it hangs on.
pub(super) struct Sheet {
    pub(super) registration: Registration,
    pub(super) round: Round,
    pub(super) view: MovementView,
    pub(super) unit: Unit,
    /// Writes in it for the unit.
    pub(super) writes: bool,
    /// Approves or returns it.
    pub(super) leads: bool,
}

/// The registration of an address.
pub(super) async fn sheet(app: &App, visitor: &Visitor, id: &str) -> Result<Sheet, Refusal> {
    let registration = app.store.registration(id).await?.ok_or(Refusal::NotFound)?;
    let movement = app.store.movement(&registration.movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let sees_all = app.may(visitor, Act::Look, &plan.unit_id).await?;
    if !sees_all {
        app.require(visitor, Act::Look, &registration.unit_id).await?;
    }
    let round = app.store.registration_round(&movement.id).await?.ok_or(Refusal::NotFound)?;
    let unit = app.store.unit(&registration.unit_id).await?.ok_or(Refusal::NotFound)?;
    Ok(Sheet {
        writes: visitor.actor.may_in(Act::Register, &registration.unit_id),
        leads: visitor.actor.may_in(Act::ApproveRegistration, &plan.unit_id),
        registration,
        round,
        view: MovementView { movement, plan },
        unit,
    })
}

/// The registration of an address, for somebody who writes in it.
pub(super) async fn own_sheet(app: &App, visitor: &Visitor, id: &str) -> Result<Sheet, Refusal> {
    let sheet = sheet(app, visitor, id).await?;
    if sheet.writes { Ok(sheet) } else { Err(Refusal::NotAllowed) }
}

/// The units that are asked: directly below the authority, of the kinds named, on the day of the deadline at the latest.
pub(super) async fn asked(
    app: &App,
    owner: &str,
    round: Option<&Round>,
    today: NaiveDate,
) -> Result<Vec<Unit>, Refusal> {
    let day = round.map_or(today, |round| today.min(round.deadline.day));
    let units = reach::below(app, owner, day).await?.into_iter();
    Ok(units.filter(|unit| round.is_none_or(|round| round.asks(unit.kind))).collect())
}
