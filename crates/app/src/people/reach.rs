//! Whose people somebody may look at or keep, and which unit a typed name means there.

use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor};
use thidua_domain::access::{Act, Reach, reach};
use thidua_domain::basics::text::fold;
use thidua_domain::units::Unit;
use thidua_store::people::Within;

/// The units in which this person may do something, as a question takes them.
pub(crate) fn within(visitor: &Visitor, act: Act) -> Within {
    if visitor.actor.units(act).is_none() {
        return Within::All;
    }
    let (mut branches, mut alone) = (Vec::new(), Vec::new());
    for grant in &visitor.actor.grants {
        let Some(unit) = grant.unit_id.clone() else { continue };
        match reach(grant.role, act) {
            Reach::Branch => branches.push(unit),
            Reach::Own => alone.push(unit),
            Reach::Nowhere => {}
        }
    }
    Within::Units { branches, alone }
}

/// What a typed name of a unit means.
pub(crate) enum Named {
    One(Box<Unit>),
    Unknown,
    /// Several; how to type each of them.
    Several(Vec<String>),
}

/// Units of one name that are offered.
const OFFERED: usize = 6;

/// The unit of an identifier, of a name, or of a name and bodies above it after commas, among those where this person may
/// do something.
pub(crate) async fn unit_named(app: &App, visitor: &Visitor, act: Act, typed: &str) -> Result<Named, Refusal> {
    if typed.len() == 36
        && let Some(unit) = app.store.unit(typed).await?
    {
        return Ok(if app.may(visitor, act, typed).await? { Named::One(Box::new(unit)) } else { Named::Unknown });
    }
    let mut parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty());
    let Some(name) = parts.next() else { return Ok(Named::Unknown) };
    let above: Vec<String> = parts.map(fold).collect();
    let mut found = app.store.units_folded(&fold(name)).await?;
    if found.is_empty() {
        found = app.store.find_units(name, 50).await?.into_iter().map(|one| one.unit).collect();
    }
    let today = local_date((app.clock)());
    let mut fitting: Vec<(Unit, String)> = Vec::new();
    for unit in found {
        if !app.may(visitor, act, &unit.id).await? {
            continue;
        }
        let path: Vec<Unit> = app.store.path_on(&unit.id, today).await?.into_iter().skip(1).collect();
        if above.iter().all(|asked| path.iter().any(|one| fold(&one.name).contains(asked.as_str()))) {
            let typed = match path.first() {
                Some(parent) => format!("{}, {}", unit.name, parent.name),
                None => unit.name.clone(),
            };
            fitting.push((unit, typed));
        }
    }
    let same = name.to_lowercase();
    if fitting.iter().filter(|(unit, _)| unit.name.to_lowercase() == same).count() == 1 {
        fitting.retain(|(unit, _)| unit.name.to_lowercase() == same);
    }
    Ok(match fitting.len() {
        0 => Named::Unknown,
        1 => Named::One(Box::new(fitting.swap_remove(0).0)),
        _ => Named::Several(fitting.into_iter().take(OFFERED).map(|(_, typed)| typed).collect()),
    })
}

/// The unit that forms begin with: the first in which this person may do it.
pub(crate) async fn usual_unit(app: &App, visitor: &Visitor, act: Act) -> Result<Option<Unit>, Refusal> {
    let first = visitor.actor.units(act).and_then(|units| units.first().map(|unit| (*unit).to_owned()));
    match first {
        Some(id) => Ok(app.store.unit(&id).await?),
        None => Ok(None),
    }
}
