//! The initiatives of people, with what they were used for: facts for judging awards.

use super::after::{OVER, USE_COLUMNS, UseOf, use_of};
use super::year;
use crate::sql::{places, rows, values};
use crate::{Store, StoreError};
use chrono::{Datelike, NaiveDate};
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::initiatives::{Kind, Scope, State};

/// Records asked for at once.
const AT_ONCE: usize = 400;

/// A recognised initiative of a person with every use of it: a fact for judging awards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfPerson {
    /// Identifier.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The year in which it was recognised.
    pub year: i32,
    /// What it is, by its code.
    pub kind: Kind,
    /// The widest scope.
    pub scope: Scope,
    /// The nominations of this person that use it, the withdrawn and refused ones left out.
    pub uses: Vec<UseOf>,
}

fn listed(ids: &[String]) -> Vec<Value> {
    ids.iter().map(|id| id.as_str().into()).collect()
}

impl Store {
    /// The recognised initiatives of a person, by all records of it, each with the uses for this person.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiatives_of_person(&self, person_id: &str) -> Result<Vec<OfPerson>, StoreError> {
        let mut found = self.initiatives_of_people(&[person_id.to_owned()]).await?;
        Ok(found.remove(person_id).unwrap_or_default())
    }

    /// The recognised initiatives of many people at once, each by all records of it, with the uses for this person. Who has
    /// none is left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiatives_of_people(
        &self,
        ids: &[String],
    ) -> Result<HashMap<String, Vec<OfPerson>>, StoreError> {
        let owners = self.records_of_people(ids).await?;
        let mut records: Vec<String> = owners.keys().cloned().collect();
        records.sort_unstable();
        let mut found: HashMap<String, Vec<OfPerson>> = HashMap::new();
        for some in records.chunks(AT_ONCE) {
            let sql = format!(
                "SELECT a.person_id, i.id, i.title, i.year, i.dated, i.kind, i.scope
                 FROM initiative_authors a JOIN initiatives i ON i.id = a.initiative_id
                 WHERE i.state = $1 AND a.person_id IN ({})",
                places(2, some.len())
            );
            let mut values = values![State::Recognised.code()];
            values.extend(listed(some));
            for row in rows(&self.db, &sql, values).await? {
                let decided: Option<NaiveDate> = row.get("dated")?;
                let one = OfPerson {
                    id: row.get("id")?,
                    title: row.get("title")?,
                    year: decided.map_or_else(|| year(&row), |day| Ok(day.year()))?,
                    kind: row.code("kind", Kind::from_code)?,
                    scope: row.code("scope", Scope::from_code)?,
                    uses: Vec::new(),
                };
                for owner in owners.get(&row.get::<String>("person_id")?).into_iter().flatten() {
                    let theirs = found.entry(owner.clone()).or_default();
                    if !theirs.iter().any(|known| known.id == one.id) {
                        theirs.push(one.clone());
                    }
                }
            }
        }
        for theirs in found.values_mut() {
            theirs.sort_by(|one, other| (one.year, &one.id).cmp(&(other.year, &other.id)));
        }
        for some in records.chunks(AT_ONCE) {
            let sql = format!(
                "SELECT {USE_COLUMNS} FROM initiative_uses x JOIN nominations n ON n.id = x.nomination_id
                 WHERE n.person_id IN ({}) AND n.state NOT IN {OVER} ORDER BY n.written_at, n.id",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, listed(some)).await? {
                let of = use_of(&row)?;
                for owner in of.person_id.iter().filter_map(|id| owners.get(id)).flatten() {
                    let theirs = found.get_mut(owner).into_iter().flatten();
                    if let Some(one) = theirs.into_iter().find(|one| one.id == of.initiative_id) {
                        one.uses.push(of.clone());
                    }
                }
            }
        }
        Ok(found)
    }

    /// Every record that was merged into one of these, and these themselves: record, and whose it is.
    async fn records_of_people(&self, ids: &[String]) -> Result<HashMap<String, Vec<String>>, StoreError> {
        let mut owners: HashMap<String, Vec<String>> = HashMap::new();
        for id in ids {
            let whose = owners.entry(id.clone()).or_default();
            if !whose.contains(id) {
                whose.push(id.clone());
            }
        }
        for some in ids.chunks(AT_ONCE) {
            let sql = format!(
                "WITH RECURSIVE down(owner, id, depth) AS (
                   SELECT id, id, 0 FROM people WHERE id IN ({})
                   UNION ALL SELECT down.owner, p.id, down.depth + 1 FROM down CROSS JOIN people p
                     WHERE p.merged_into = down.id AND down.depth < 32)
                 SELECT owner, id FROM down WHERE depth > 0",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, listed(some)).await? {
                let (record, owner): (String, String) = (row.get("id")?, row.get("owner")?);
                let whose = owners.entry(record).or_default();
                if !whose.contains(&owner) {
                    whose.push(owner);
                }
            }
        }
        Ok(owners)
    }
}
