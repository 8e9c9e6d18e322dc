//! The register of bottlenecks.

use crate::sql::{Row, execute, places, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::tasks::bottlenecks::{Field, Need, State};

/// What an item of the register says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BottleneckText {
    /// The field it lies in.
    pub field: Field,
    /// Its name, short.
    pub name: String,
    /// Where.
    pub place: Option<String>,
    /// What is in the way.
    pub description: Option<String>,
    /// Since when.
    pub arisen: NaiveDate,
    /// The unit that answers for it.
    pub owner_unit_id: Option<String>,
    /// The person.
    pub owner_name: Option<String>,
    /// The way out.
    pub direction: Option<String>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// The task it stands in the way of.
    pub task_id: Option<String>,
    /// The plan and the place of its wave in which it is to be removed.
    pub wave: Option<(String, i64)>,
}

impl BottleneckText {
    /// What is missing before it can be accepted.
    pub fn missing(&self) -> Vec<Need> {
        Need::missing(
            self.direction.as_deref(),
            self.owner_unit_id.is_some() || self.owner_name.is_some(),
            self.due,
        )
    }
}

/// An item of the register.
#[derive(Clone, Debug)]
pub struct Bottleneck {
    /// Identifier.
    pub id: String,
    /// The authority whose register it is in.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// The name of the unit that answers for it.
    pub owner_unit: Option<String>,
    /// What it says.
    pub text: BottleneckText,
    /// What came of it.
    pub outcome: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Counts up with every change.
    pub version: i64,
    /// When it was entered.
    pub created_at: Moment,
}

const COLUMNS: &str = "b.id, b.unit_id, g.name AS unit_name, u.name AS owner_unit, b.field, b.name, b.place,
    b.description, b.arisen, b.owner_unit_id, b.owner_name, b.direction, b.due_day, b.task_id, b.plan_id, b.wave,
    b.outcome, b.state, b.version, b.created_at";
const FROM: &str =
    "FROM bottlenecks b JOIN units g ON g.id = b.unit_id LEFT JOIN units u ON u.id = b.owner_unit_id";

fn bottleneck(row: &Row) -> Result<Bottleneck, StoreError> {
    Ok(Bottleneck {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        unit_name: row.get("unit_name")?,
        owner_unit: row.get("owner_unit")?,
        text: BottleneckText {
            field: row.code("field", Field::from_code)?,
            name: row.get("name")?,
            place: row.get("place")?,
            description: row.get("description")?,
            arisen: row.get("arisen")?,
            owner_unit_id: row.get("owner_unit_id")?,
            owner_name: row.get("owner_name")?,
            direction: row.get("direction")?,
            due: row.get("due_day")?,
            task_id: row.get("task_id")?,
            wave: row.get::<Option<String>>("plan_id")?.zip(row.get::<Option<i64>>("wave")?),
        },
        outcome: row.get("outcome")?,
        state: row.code("state", State::from_code)?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

impl Store {
    async fn bottlenecks_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<Bottleneck>, StoreError> {
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE {condition} ORDER BY b.arisen, b.id");
        rows(&self.db, &sql, values).await?.iter().map(bottleneck).collect()
    }

    /// One item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn bottleneck(&self, id: &str) -> Result<Option<Bottleneck>, StoreError> {
        Ok(self.bottlenecks_where("b.id = $1", values![id]).await?.pop())
    }

    /// The items in the registers of some authorities or that some units answer for, the oldest first; `None` for all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn bottlenecks(&self, units: Option<&[&str]>) -> Result<Vec<Bottleneck>, StoreError> {
        match units {
            None => self.bottlenecks_where("1 = 1", Vec::new()).await,
            Some([]) => Ok(Vec::new()),
            Some(units) => {
                let list = places(1, units.len());
                let condition = format!("(b.unit_id IN ({list}) OR b.owner_unit_id IN ({list}))");
                self.bottlenecks_where(&condition, units.iter().map(|unit| (*unit).into()).collect()).await
            }
        }
    }
}

impl Change {
    /// Enters an item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_bottleneck(&self, id: &str, unit_id: &str, text: &BottleneckText) -> Result<(), StoreError> {
        let sql = "INSERT INTO bottlenecks (id, unit_id, field, name, arisen, state, created_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            id,
            unit_id,
            text.field.code(),
            text.name.as_str(),
            text.arisen,
            State::Draft.code(),
            self.author().at,
        ];
        execute(&self.tx, sql, values).await?;
        self.correct_bottleneck(id, 0, text).await
    }

    /// Changes what an item says.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn correct_bottleneck(&self, id: &str, seen: i64, text: &BottleneckText) -> Result<(), StoreError> {
        let sql = "UPDATE bottlenecks SET field = $1, name = $2, place = $3, description = $4, arisen = $5,
                     owner_unit_id = $6, owner_name = $7, direction = $8, due_day = $9, task_id = $10, plan_id = $11,
                     wave = $12, version = version + 1 WHERE id = $13 AND version = $14";
        let values = values![
            text.field.code(),
            text.name.as_str(),
            text.place.clone(),
            text.description.clone(),
            text.arisen,
            text.owner_unit_id.clone(),
            text.owner_name.clone(),
            text.direction.clone(),
            text.due,
            text.task_id.clone(),
            text.wave.as_ref().map(|(plan, _)| plan.clone()),
            text.wave.as_ref().map(|(_, wave)| *wave),
            id,
            seen,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Takes an item one step on. The arrow itself is the domain's to allow.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn step_bottleneck(
        &self,
        id: &str,
        seen: i64,
        from: State,
        to: State,
        outcome: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE bottlenecks SET state = $1, outcome = $2, version = version + 1
                   WHERE id = $3 AND version = $4 AND state = $5";
        let values = values![to.code(), outcome.map(str::to_owned), id, seen, from.code()];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
