//! The council that judges an initiative: its own rule, its members of the day, and their cards.

use crate::regulations::one;
use crate::sql::{execute, insert, row, rows, values};
use crate::{Change, Store, StoreError};
use thidua_domain::councils::Seat;

/// The rule of a unit's own council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRule {
    /// The unit.
    pub unit_id: String,
    /// Criteria and thresholds as a text of rules.
    pub content: String,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
}

/// A member of the council on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judge {
    /// The number of the member.
    pub judge: i64,
    /// The record of the person.
    pub person_id: Option<String>,
    /// The name.
    pub name: String,
    /// The seat.
    pub seat: Seat,
    /// The account that handed in this member's card.
    pub account_id: Option<String>,
    /// Counts up with every card; zero before the first.
    pub version: i64,
}

/// The marks of one member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The number of the member.
    pub judge: i64,
    /// Criterion and marks.
    pub marks: Vec<(String, i64)>,
    /// What the member says of it.
    pub says: Option<String>,
}

impl Store {
    /// The rule of a unit's own council.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_rule(&self, unit_id: &str) -> Result<Option<UnitRule>, StoreError> {
        let sql = "SELECT unit_id, content, version FROM initiative_rules WHERE unit_id = $1";
        let found = row(&self.db, sql, values![unit_id]).await?;
        found
            .map(|row| {
                Ok(UnitRule {
                    unit_id: row.get("unit_id")?,
                    content: row.get("content")?,
                    version: row.get("version")?,
                })
            })
            .transpose()
    }

    /// The members who judge an initiative, by their numbers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_judges(&self, id: &str) -> Result<Vec<Judge>, StoreError> {
        let sql = "SELECT judge, person_id, name, seat, account_id, version FROM initiative_judges
                   WHERE initiative_id = $1 ORDER BY judge";
        let judge = |row: &crate::sql::Row| {
            Ok(Judge {
                judge: row.get("judge")?,
                person_id: row.get("person_id")?,
                name: row.get("name")?,
                seat: row.code("seat", Seat::from_code)?,
                account_id: row.get("account_id")?,
                version: row.get("version")?,
            })
        };
        rows(&self.db, sql, values![id]).await?.iter().map(judge).collect()
    }

    /// The cards that were handed in, by the numbers of the members.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_cards(&self, id: &str) -> Result<Vec<Card>, StoreError> {
        let sql = "SELECT judge, criterion, mark, says FROM initiative_marks WHERE initiative_id = $1
                   ORDER BY judge, criterion";
        let mut cards: Vec<Card> = Vec::new();
        for row in rows(&self.db, sql, values![id]).await? {
            let judge: i64 = row.get("judge")?;
            if cards.last().is_none_or(|card| card.judge != judge) {
                cards.push(Card { judge, ..Card::default() });
            }
            if let Some(card) = cards.last_mut() {
                card.marks.push((row.get("criterion")?, row.get("mark")?));
                card.says = row.get("says")?;
            }
        }
        Ok(cards)
    }
}

impl Change {
    /// Writes the rule of a unit's own council over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_initiative_rule(&self, rule: &UnitRule) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![rule.content.clone(), author.name.clone(), author.at, rule.unit_id.clone()];
        if rule.version == 0 {
            let sql = "INSERT INTO initiative_rules (content, account_name, written_at, unit_id, version)
                       VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING";
            return one(execute(&self.tx, sql, values).await?);
        }
        values.push(rule.version.into());
        let sql =
            "UPDATE initiative_rules SET content = $1, account_name = $2, written_at = $3, version = version + 1
                   WHERE unit_id = $4 AND version = $5";
        one(execute(&self.tx, sql, values).await?)
    }

    /// The members of the day take their places; cards of an earlier round before the council go.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn seat_judges(&self, id: &str, judges: &[Judge]) -> Result<(), StoreError> {
        for table in ["initiative_marks", "initiative_judges"] {
            let sql = format!("DELETE FROM {table} WHERE initiative_id = $1");
            execute(&self.tx, &sql, values![id]).await?;
        }
        let columns = ["initiative_id", "judge", "person_id", "name", "seat", "version"];
        let line =
            |one: &Judge| values![id, one.judge, one.person_id.clone(), one.name.clone(), one.seat.code(), 0_i64];
        insert(&self.tx, "initiative_judges", &columns, judges.iter().map(line).collect()).await
    }

    /// Takes the card of a member over the version that was seen, while the judging is open.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when another card of this member came since, another account hands in theirs, or
    /// the judging is closed.
    pub async fn write_card(&self, id: &str, card: &Card, seen: i64) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "UPDATE initiative_judges SET account_id = $1, version = version + 1
                   WHERE initiative_id = $2 AND judge = $3 AND version = $4 AND (account_id IS NULL OR account_id = $1)
                     AND initiative_id IN (SELECT id FROM initiatives WHERE state = 'judging' AND closed_on IS NULL)";
        one(execute(&self.tx, sql, values![author.account_id.clone(), id, card.judge, seen]).await?)?;
        let sql = "DELETE FROM initiative_marks WHERE initiative_id = $1 AND judge = $2";
        execute(&self.tx, sql, values![id, card.judge]).await?;
        let columns = ["initiative_id", "judge", "criterion", "mark", "says", "account_name", "at"];
        let line = |(criterion, mark): &(String, i64)| {
            values![id, card.judge, criterion.clone(), *mark, card.says.clone(), author.name.clone(), author.at]
        };
        insert(&self.tx, "initiative_marks", &columns, card.marks.iter().map(line).collect()).await
    }
}
