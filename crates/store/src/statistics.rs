//! What the yearly statistics count: movements that ran in a year, and awards that were decided in it.

use crate::sql::{Row, places, rows, values};
use crate::within::Within;
use crate::{Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::movements::MovementKind;
use thidua_domain::people::Category;

/// A movement as the statistics see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementFact {
    /// Identifier.
    pub id: String,
    /// The unit that launched it.
    pub unit_id: String,
    /// The name of the unit.
    pub unit_name: String,
    /// The level at which it issues.
    pub level: String,
    /// Its name.
    pub name: String,
    /// Whether it is the plan's own.
    pub own: bool,
    /// Number and symbol of the plan.
    pub number_symbol: Option<String>,
    /// The year of the plan.
    pub subject_year: Option<i32>,
    /// The day of the plan.
    pub dated: Option<NaiveDate>,
    /// When the plan was brought in.
    pub created_at: Moment,
    /// What a person wrote: kind, years, national movement.
    pub facts: Option<(MovementKind, Option<(i32, i32)>, bool)>,
    /// Invented.
    pub illustrative: bool,
}

/// An award as the statistics see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HonourFact {
    /// Identifier.
    pub id: String,
    /// The unit in whose register it stands.
    pub unit_id: String,
    /// Code of the award.
    pub award: String,
    /// Its name.
    pub award_name: String,
    /// The occasion.
    pub occasion: String,
    /// Kind of subject.
    pub subject_kind: String,
    /// The person.
    pub person_id: Option<String>,
    /// The unit that was honoured.
    pub subject_unit_id: Option<String>,
    /// Its kind.
    pub subject_unit_kind: Option<String>,
    /// The name in the decision.
    pub name: String,
    /// Post at that time.
    pub post: Option<String>,
    /// Unit at that time.
    pub of_unit: String,
    /// What the person was by work.
    pub category: Option<Category>,
    /// Whether they led.
    pub leader: Option<bool>,
    /// Whether a woman.
    pub female: Option<bool>,
    /// The year for which it was given.
    pub year: i32,
    /// The day of the decision.
    pub dated: Option<NaiveDate>,
    /// Number of the decision.
    pub number_symbol: Option<String>,
    /// The decision, where it stands here.
    pub decision_id: Option<String>,
    /// Whether it was taken back.
    pub revoked: bool,
    /// Invented.
    pub illustrative: bool,
}

fn small(row: &Row, column: &str) -> Result<Option<i32>, StoreError> {
    let number: Option<i64> = row.get(column)?;
    Ok(number.and_then(|number| i32::try_from(number).ok()))
}

impl Store {
    /// The movements of these units that were launched, whenever.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn movement_facts_within(&self, within: &Within) -> Result<Vec<MovementFact>, StoreError> {
        let (before, condition, values) = within.condition("p.unit_id");
        let sql = format!(
            "{before}SELECT m.id, p.unit_id, u.name AS unit_name, u.level, m.name, m.own, p.number_symbol, p.subject_year,
               p.dated, p.created_at, p.illustrative, f.kind, f.from_year, f.to_year, f.national
             FROM movements m JOIN plans p ON p.id = m.plan_id JOIN units u ON u.id = p.unit_id
             LEFT JOIN movement_facts f ON f.movement_id = m.id
             WHERE {condition} AND m.state <> 'draft' ORDER BY p.dated, m.plan_id, m.position"
        );
        rows(&self.db, &sql, values)
            .await?
            .iter()
            .map(|row| {
                let kind = row.optional_code("kind", MovementKind::from_code)?;
                let years = small(row, "from_year")?.zip(small(row, "to_year")?);
                let national: Option<String> = row.get("national")?;
                Ok(MovementFact {
                    id: row.get("id")?,
                    unit_id: row.get("unit_id")?,
                    unit_name: row.get("unit_name")?,
                    level: row.get("level")?,
                    name: row.get("name")?,
                    own: row.get("own")?,
                    number_symbol: row.get("number_symbol")?,
                    subject_year: small(row, "subject_year")?,
                    dated: row.get("dated")?,
                    created_at: row.get("created_at")?,
                    facts: kind.map(|kind| (kind, years, national.is_some())),
                    illustrative: row.get("illustrative")?,
                })
            })
            .collect()
    }

    /// The awards in the registers of these units that were decided in some years; of awards without a day of decision, those
    /// given for these years.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honour_facts(
        &self,
        within: &Within,
        first: i32,
        last: i32,
    ) -> Result<Vec<HonourFact>, StoreError> {
        let (Some(from), Some(to)) = (NaiveDate::from_ymd_opt(first, 1, 1), NaiveDate::from_ymd_opt(last, 12, 31))
        else {
            return Ok(Vec::new());
        };
        let (before, condition, mut values) = within.condition("h.unit_id");
        let at = values.len();
        values.extend(values![from, to, i64::from(first), i64::from(last)]);
        let place = |n: usize| places(at + n, 1);
        let sql = format!(
            "{before}SELECT h.id, h.unit_id, h.award, h.award_name, h.occasion, h.subject_kind, h.person_id,
               h.subject_unit_id, s.kind AS subject_unit_kind, h.name, h.post, h.of_unit, h.category, h.leader, h.female,
               h.year, h.dated, h.number_symbol, h.decision_id, h.state, h.illustrative
             FROM honours h LEFT JOIN units s ON s.id = h.subject_unit_id
             WHERE {condition} AND ((h.dated >= {} AND h.dated <= {})
               OR (h.dated IS NULL AND h.year >= {} AND h.year <= {}))
             ORDER BY h.award, h.sort_key, h.id",
            place(1),
            place(2),
            place(3),
            place(4)
        );
        rows(&self.db, &sql, values)
            .await?
            .iter()
            .map(|row| {
                let state: String = row.get("state")?;
                Ok(HonourFact {
                    id: row.get("id")?,
                    unit_id: row.get("unit_id")?,
                    award: row.get("award")?,
                    award_name: row.get("award_name")?,
                    occasion: row.get("occasion")?,
                    subject_kind: row.get("subject_kind")?,
                    person_id: row.get("person_id")?,
                    subject_unit_id: row.get("subject_unit_id")?,
                    subject_unit_kind: row.get("subject_unit_kind")?,
                    name: row.get("name")?,
                    post: row.get("post")?,
                    of_unit: row.get("of_unit")?,
                    category: row.optional_code("category", Category::from_code)?,
                    leader: row.get("leader")?,
                    female: row.get("female")?,
                    year: small(row, "year")?.unwrap_or_default(),
                    dated: row.get("dated")?,
                    number_symbol: row.get("number_symbol")?,
                    decision_id: row.get("decision_id")?,
                    revoked: state == "revoked",
                    illustrative: row.get("illustrative")?,
                })
            })
            .collect()
    }
}
