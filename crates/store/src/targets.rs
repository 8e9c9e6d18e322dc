//! Targets of a plan, with what a person has set since: tolerance and reference.

use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Store, StoreError};
use sea_orm::{ConnectionTrait, Value};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::plans::draft::{Confidence, Lines, TargetDraft, TargetRole};
use thidua_domain::targets::{Comparator, Direction, GoalParts, Reference};

/// A target as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Identifier.
    pub id: String,
    /// What the plan says.
    pub draft: TargetDraft,
    /// Tolerance of an "about", set by a person.
    pub tolerance: Option<Amount>,
    /// The value assigned from above, or last year's actual, as a person typed it.
    pub reference: Option<Amount>,
    /// The value that the plan above gives this unit, for as long as that holds.
    pub assigned: Option<Amount>,
    /// What the year that the plan compares with reached, where its figure was entered.
    pub earlier: Option<Amount>,
}

impl Target {
    /// What the plan does not print itself: what was given from above counts before what was typed.
    pub fn bound(&self) -> Option<Amount> {
        match self.draft.basis.as_deref().and_then(Reference::from_basis) {
            Some(Reference::AssignedFromAbove) => self.assigned.or(self.reference),
            // a figure with its source counts before what was typed
            _ => self.earlier.or(self.reference),
        }
    }

    /// The parts of its goal; `None` for a container.
    pub fn goal_parts(&self) -> Option<GoalParts<'_>> {
        Some(GoalParts {
            comparator: self.draft.comparator?,
            value: self.draft.value,
            value_max: self.draft.value_max,
            direction: self.draft.direction,
            basis: self.draft.basis.as_deref(),
            tolerance: self.tolerance,
            reference: self.bound(),
        })
    }
}

const COLUMNS: [&str; 24] = [
    "id",
    "plan_id",
    "position",
    "code",
    "parent_code",
    "number",
    "group_name",
    "name",
    "raw",
    "comparator",
    "value",
    "value_max",
    "unit",
    "basis",
    "qualifier",
    "direction",
    "role",
    "denominator",
    "criterion",
    "tolerance",
    "reference",
    "line_first",
    "line_last",
    "confidence",
];

/// What the target above, which this one carries out, gives to the plan's unit.
const ASSIGNED: &str = "(SELECT a.value FROM target_links l
        JOIN assignments a ON a.target_id = l.parent_target_id AND a.is_current = TRUE
        JOIN plans p ON p.id = l.plan_id AND p.unit_id = a.unit_id
        WHERE l.plan_id = targets.plan_id AND l.code = targets.code AND a.state IN ('assigned', 'changed')) AS assigned";

/// What the year that the plan compares with (`vs 2021`) reached.
const EARLIER: &str = "(SELECT e.value FROM earlier_figures e
        WHERE e.target_id = targets.id AND e.measure = 'itself' AND e.period = 'Y' AND e.is_current = TRUE
          AND SUBSTR(targets.basis, 1, 7) = 'vs ' || CAST(e.year AS TEXT)) AS earlier";

/// Writes the targets of a draft anew; identifiers, tolerances and references of codes that stay are kept.
pub(crate) async fn replace(
    db: &impl ConnectionTrait,
    plan_id: &str,
    targets: &[TargetDraft],
    new_id: impl Fn() -> String,
) -> Result<(), StoreError> {
    let mut known: HashMap<String, Target> =
        load(db, plan_id).await?.into_iter().map(|target| (target.draft.id.clone(), target)).collect();
    execute(db, "DELETE FROM targets WHERE plan_id = $1", values![plan_id]).await?;
    let stored = |amount: Option<Amount>| amount.map(Amount::ten_thousandths);
    let rows: Vec<Vec<Value>> = targets
        .iter()
        .enumerate()
        .map(|(position, target)| {
            let before = known.remove(&target.id);
            let (tolerance, reference) =
                before.as_ref().map_or((None, None), |known| (known.tolerance, known.reference));
            values![
                before.map_or_else(&new_id, |known| known.id),
                plan_id,
                i64::try_from(position).unwrap_or(i64::MAX),
                target.id.clone(),
                target.parent_id.clone(),
                target.number.clone(),
                target.group.clone(),
                target.name.clone(),
                target.raw.clone(),
                target.comparator.map(Comparator::code),
                stored(target.value),
                stored(target.value_max),
                target.unit.clone(),
                target.basis.clone(),
                target.qualifier.clone(),
                target.direction.code(),
                target.role.map(TargetRole::code),
                stored(target.denominator),
                target.criterion.map(i64::from),
                stored(tolerance),
                stored(reference),
                i64::from(target.lines.first),
                i64::from(target.lines.last),
                i64::from(target.confidence.as_percent()),
            ]
        })
        .collect();
    insert(db, "targets", &COLUMNS, rows).await
}

pub(crate) async fn load(db: &impl ConnectionTrait, plan_id: &str) -> Result<Vec<Target>, StoreError> {
    let sql = format!(
        "SELECT {}, {ASSIGNED}, {EARLIER} FROM targets WHERE plan_id = $1 ORDER BY position",
        COLUMNS.join(", ")
    );
    rows(db, &sql, values![plan_id]).await?.iter().map(target).collect()
}

fn target(row: &Row) -> Result<Target, StoreError> {
    let amount = |column| -> Result<Option<Amount>, StoreError> {
        Ok(row.get::<Option<i64>>(column)?.map(Amount::from_ten_thousandths))
    };
    let draft = TargetDraft {
        id: row.get("code")?,
        parent_id: row.get("parent_code")?,
        number: row.get("number")?,
        group: row.get("group_name")?,
        name: row.get("name")?,
        raw: row.get("raw")?,
        lines: lines(row)?,
        comparator: row.optional_code("comparator", Comparator::from_code)?,
        value: amount("value")?,
        value_max: amount("value_max")?,
        unit: row.get("unit")?,
        basis: row.get("basis")?,
        qualifier: row.get("qualifier")?,
        direction: row.code("direction", Direction::from_code)?,
        role: row.optional_code("role", TargetRole::from_code)?,
        denominator: amount("denominator")?,
        criterion: row.get::<Option<i64>>("criterion")?.and_then(|number| u32::try_from(number).ok()),
        confidence: confidence(row)?,
    };
    Ok(Target {
        id: row.get("id")?,
        draft,
        tolerance: amount("tolerance")?,
        reference: amount("reference")?,
        assigned: amount("assigned")?,
        earlier: amount("earlier")?,
    })
}

pub(crate) fn lines(row: &Row) -> Result<Lines, StoreError> {
    let number = |column| -> Result<u32, StoreError> {
        u32::try_from(row.get::<i64>(column)?).map_err(|_| StoreError::Unreadable(column.to_owned()))
    };
    Ok(Lines::new(number("line_first")?, number("line_last")?))
}

pub(crate) fn confidence(row: &Row) -> Result<Confidence, StoreError> {
    Ok(Confidence::percent(u8::try_from(row.get::<i64>("confidence")?).unwrap_or(0)))
}

impl Store {
    /// The targets of a plan in document order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn targets(&self, plan_id: &str) -> Result<Vec<Target>, StoreError> {
        load(&self.db, plan_id).await
    }

    /// One target and the plan it belongs to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn target(&self, id: &str) -> Result<Option<(String, Target)>, StoreError> {
        let sql = format!("SELECT {}, {ASSIGNED}, {EARLIER} FROM targets WHERE id = $1", COLUMNS.join(", "));
        row(&self.db, &sql, values![id]).await?.map(|row| Ok((row.get("plan_id")?, target(&row)?))).transpose()
    }
}

impl Change {
    /// Sets what a rule needs from a person.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn set_reference(
        &self,
        target_id: &str,
        tolerance: Option<Amount>,
        reference: Option<Amount>,
        direction: Direction,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE targets SET tolerance = $1, reference = $2, direction = $3 WHERE id = $4";
        let stored = |amount: Option<Amount>| amount.map(Amount::ten_thousandths);
        let values = values![stored(tolerance), stored(reference), direction.code(), target_id];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::Absent) } else { Ok(()) }
    }
}
