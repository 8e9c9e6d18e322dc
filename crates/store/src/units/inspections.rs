//! Inspections of a unit that ends: those that it makes go to who follows; a place still to be visited and what is still
//! to be mended go with the people. What was seen and verified there stays with its old name.

use super::{Hand, RunningThing};
use crate::sql::{execute, row, values};
use crate::{Change, StoreError};
use chrono::NaiveDate;
use thidua_domain::units::handing_on::RunningPart;

/// The findings of a visit that are not at their end.
const OPEN: &str = "visit_id = $2 AND state IN ('open', 'mended')";

impl Change {
    /// The visit of an inspection to a unit, and whether it is still to be made.
    async fn place_of(&self, inspection: &str, unit: &str) -> Result<Option<(String, bool)>, StoreError> {
        let sql = "SELECT id, visited_on, left_out FROM inspection_visits
                   WHERE inspection_id = $1 AND subject_id = $2";
        let Some(found) = row(&self.tx, sql, values![inspection, unit]).await? else { return Ok(None) };
        let made: Option<NaiveDate> = found.get("visited_on")?;
        let left_out: Option<String> = found.get("left_out")?;
        Ok(Some((found.get("id")?, made.is_none() && left_out.is_none())))
    }

    pub(super) async fn hand_inspection_on(
        &self,
        thing: &RunningThing,
        to: &str,
        to_name: &str,
        hand: &Hand<'_>,
    ) -> Result<(), StoreError> {
        let (id, from) = (thing.id.as_str(), thing.unit_id.as_str());
        let sql = "UPDATE inspections SET unit_id = CASE WHEN unit_id = $1 THEN $2 ELSE unit_id END,
                     version = version + 1 WHERE id = $3";
        execute(&self.tx, sql, values![from, to, id]).await?;
        let Some((visit, due)) = self.place_of(id, from).await? else { return Ok(()) };
        // what is to be mended says who mends it now
        let sql = format!("UPDATE inspection_findings SET basis = basis || '; ' || $1 WHERE {OPEN}");
        execute(&self.tx, &sql, values![hand.note, visit.clone()]).await?;
        match self.place_of(id, to).await? {
            None => {
                let sql = "UPDATE inspection_visits SET unit_id = $1, subject_id = $1,
                             name = CASE WHEN visited_on IS NULL THEN $2 ELSE name END,
                             reason = CASE WHEN reason IS NULL THEN $3 ELSE reason || '; ' || $3 END,
                             version = version + 1 WHERE id = $4";
                execute(&self.tx, sql, values![to, to_name, hand.note, visit]).await.map(|_| ())
            }
            // that unit is visited itself: one visit is enough, and it mends what was found at both places
            Some((other, _)) => {
                let sql =
                    format!("UPDATE inspection_findings SET visit_id = $1, version = version + 1 WHERE {OPEN}");
                execute(&self.tx, &sql, values![other, visit.clone()]).await?;
                if due { self.leave_out(&visit, hand).await } else { Ok(()) }
            }
        }
    }

    pub(super) async fn settle_inspection(&self, thing: &RunningThing, hand: &Hand<'_>) -> Result<(), StoreError> {
        let (id, from) = (thing.id.as_str(), thing.unit_id.as_str());
        if thing.part == RunningPart::Owns {
            let sql = "UPDATE inspection_findings SET state = 'settled', settled = COALESCE(settled, $1),
                         version = version + 1
                       WHERE inspection_id = $2 AND state IN ('open', 'mended')";
            execute(&self.tx, sql, values![hand.note, id]).await?;
            // what was concluded is closed, what was not is given up with the reason
            let sql = "UPDATE inspections SET withdrawn = CASE WHEN state = 'concluded' THEN withdrawn ELSE $1 END,
                         state = CASE WHEN state = 'concluded' THEN 'closed' ELSE 'withdrawn' END,
                         version = version + 1 WHERE id = $2";
            return execute(&self.tx, sql, values![hand.note, id]).await.map(|_| ());
        }
        let Some((visit, due)) = self.place_of(id, from).await? else { return Ok(()) };
        let sql = format!(
            "UPDATE inspection_findings SET state = 'settled', settled = COALESCE(settled, $1), version = version + 1
             WHERE {OPEN}"
        );
        execute(&self.tx, &sql, values![hand.note, visit.clone()]).await?;
        if due { self.leave_out(&visit, hand).await } else { Ok(()) }
    }

    async fn leave_out(&self, visit: &str, hand: &Hand<'_>) -> Result<(), StoreError> {
        let sql = "UPDATE inspection_visits SET left_out = $1, version = version + 1 WHERE id = $2";
        execute(&self.tx, sql, values![hand.note, visit]).await.map(|_| ())
    }
}
