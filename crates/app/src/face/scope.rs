//! Whether a person may do something to what belongs to a unit: the table of powers, asked along the tree.

use super::{Refusal, Visitor};
use crate::App;
use thidua_domain::access::Act;

impl App {
    /// Whether this person may do it there. The tree is read only where some power of theirs reaches below its unit.
    pub(crate) async fn may(&self, visitor: &Visitor, act: Act, unit_id: &str) -> Result<bool, Refusal> {
        if visitor.actor.may_in(act, unit_id) {
            return Ok(true);
        }
        if self.may_along_the_tree(visitor, act, unit_id).await? {
            return Ok(true);
        }
        // who comes after a unit that ended may read what it left
        if act == Act::Look {
            for successor in self.store.successors(unit_id).await? {
                if visitor.actor.may_in(act, &successor)
                    || self.may_along_the_tree(visitor, act, &successor).await?
                {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    async fn may_along_the_tree(&self, visitor: &Visitor, act: Act, unit_id: &str) -> Result<bool, Refusal> {
        if !visitor.actor.reaches_below(act) {
            return Ok(false);
        }
        let path = self.store.path_ids(unit_id).await?;
        Ok(visitor.actor.may_along(act, &path.iter().map(String::as_str).collect::<Vec<_>>()))
    }

    /// Refuses unless this person may do it there. Who may not even look is told that nothing is there.
    pub(crate) async fn require(&self, visitor: &Visitor, act: Act, unit_id: &str) -> Result<(), Refusal> {
        if self.may(visitor, act, unit_id).await? {
            Ok(())
        } else if act != Act::Look && self.may(visitor, Act::Look, unit_id).await? {
            Err(Refusal::NotAllowed)
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// Whether a unit of this person stands below a unit: what that one lays down for those below it is open to them.
    pub(crate) async fn stands_below(&self, visitor: &Visitor, unit_id: &str) -> Result<bool, Refusal> {
        for own in visitor.actor.units(Act::Look).unwrap_or_default() {
            if self.store.path_ids(own).await?.iter().skip(1).any(|above| above == unit_id) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether an issued plan of a unit is open to this person because it comes down to a unit of theirs: from a unit
    /// above, or as the plan that one of their plans carries out.
    pub(crate) async fn comes_down(
        &self,
        visitor: &Visitor,
        plan_id: &str,
        unit_id: &str,
    ) -> Result<bool, Refusal> {
        if self.stands_below(visitor, unit_id).await? {
            return Ok(true);
        }
        let own = visitor.actor.units(Act::Look).unwrap_or_default();
        let below = self.store.plans_below(plan_id).await?;
        Ok(below.iter().any(|plan| own.contains(&plan.unit_id.as_str())))
    }

    /// The unit that a new thing of this person belongs to: the one they asked for, or the first in which they may.
    pub(crate) async fn own_unit(
        &self,
        visitor: &Visitor,
        act: Act,
        asked: Option<&str>,
    ) -> Result<String, Refusal> {
        let own = visitor.actor.units(act).and_then(|units| units.first().map(|unit| (*unit).to_owned()));
        let unit = asked.filter(|asked| !asked.is_empty()).map(str::to_owned).or(own).ok_or(Refusal::NotAllowed)?;
        self.require(visitor, act, &unit).await?;
        Ok(unit)
    }
}
