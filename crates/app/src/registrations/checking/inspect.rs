//! What each unit below has done: its own plan, the plan made known, the registration, the covenant.

use crate::App;
use crate::cascade::board::standings;
use crate::clock::local_date;
use crate::face::Refusal;
use crate::movements::actions::MovementView;
use std::collections::HashSet;
use thidua_domain::cascade::board::Standing;
use thidua_domain::registrations::State;
use thidua_domain::units::Unit;
use thidua_store::registrations::{Registration, Round};

/// One answer; nothing where it is not asked of this unit.
pub(super) type Done = Option<bool>;

/// One unit.
pub(super) struct Inspected {
    pub(super) unit: Unit,
    pub(super) plan: Done,
    pub(super) known: Done,
    pub(super) registered: Done,
    pub(super) covenant: Done,
    /// Its registration, for the link.
    pub(super) registration: Option<String>,
}

impl Inspected {
    pub(super) fn all(&self) -> [Done; 4] {
        [self.plan, self.known, self.registered, self.covenant]
    }
}

/// The units below the authority of a movement, inspected.
pub(super) async fn inspect(
    app: &App,
    view: &MovementView,
    round: Option<&Round>,
    registrations: &[Registration],
) -> Result<Vec<Inspected>, Refusal> {
    let settings = app.store.cascade(&view.plan.id).await?;
    let units = standings(app, &view.plan, &settings, local_date((app.clock)())).await?;
    let sessions = app.store.known_sessions(&view.plan.id).await?;
    let known: HashSet<&str> =
        sessions.iter().filter(|one| !one.withdrawn).map(|one| one.unit_id.as_str()).collect();
    let mut signed: HashSet<String> = HashSet::new();
    for covenant in app.store.covenants_of_movement(&view.movement.id).await? {
        let signatures = app.store.covenant_signatures(&covenant.id).await?;
        for party in app.store.covenant_parties(&covenant.id).await? {
            if signatures.iter().any(|one| one.paper_id == covenant.id && one.party_id == party.id) {
                signed.extend(party.unit_id.into_iter().chain(party.members));
            }
        }
    }
    let inspected = units.into_iter().map(|one| {
        let registration = registrations.iter().find(|registration| registration.unit_id == one.unit.id);
        let asked = round.is_some_and(|round| round.asks(one.unit.kind));
        let handed_in = registration.is_some_and(|one| one.state.is_handed_in() && one.state != State::Withdrawn);
        Inspected {
            plan: (one.standing != Standing::NotNeeded).then(|| one.standing.has_issued()),
            known: Some(known.contains(one.unit.id.as_str())),
            registered: (asked || handed_in).then_some(handed_in),
            covenant: Some(signed.contains(&one.unit.id)),
            registration: registration.map(|one| one.id.clone()),
            unit: one.unit,
        }
    });
    Ok(inspected.collect())
}
