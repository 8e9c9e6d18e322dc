//! Lists of people: by unit and branch, by category, by name without marks; and counting them.

use super::{COLUMNS, person};
use crate::names;
use crate::sql::{places, row, rows, values};
use crate::{Store, StoreError};
use sea_orm::Value;
use std::collections::HashSet;
use thidua_domain::basics::text::fold;
use thidua_domain::people::{Category, Person, PersonKind, Standing};

/// Whose people a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// Everybody's.
    All,
    /// Those of some units, and of whole branches.
    Units {
        /// Units taken with everything below them.
        branches: Vec<String>,
        /// Units taken alone.
        alone: Vec<String>,
    },
}

impl Within {
    /// A unit with everything below it.
    pub fn branch(unit_id: &str) -> Within {
        Within::Units { branches: vec![unit_id.to_owned()], alone: Vec::new() }
    }

    /// The common table `within (id)` of the units, and how it is joined; values are added to `values`.
    pub(crate) fn table(&self, values: &mut Vec<Value>) -> (String, &'static str, &'static str) {
        let Within::Units { branches, alone } = self else { return (String::new(), "", "") };
        let mut list = |ids: &[String]| {
            if ids.is_empty() {
                return "NULL".to_owned();
            }
            let places = places(values.len() + 1, ids.len());
            values.extend(ids.iter().map(|id| Value::from(id.as_str())));
            places
        };
        let sql = format!(
            "WITH RECURSIVE branch(id, depth) AS (
               SELECT id, 0 FROM units WHERE id IN ({})
               UNION ALL SELECT u.id, branch.depth + 1 FROM branch CROSS JOIN units u
                 WHERE u.parent_id = branch.id AND branch.depth < 16),
             within(id) AS (SELECT id FROM branch UNION SELECT id FROM units WHERE id IN ({})) ",
            list(branches),
            list(alone)
        );
        // the order of a cross join is kept: the units first, then their people by the index of units
        (sql, "within CROSS JOIN ", " AND p.unit_id = within.id")
    }
}

/// A question for people.
#[derive(Clone, Debug)]
pub struct AskedPeople {
    /// Whose.
    pub within: Within,
    /// Words of the name, with or without marks; empty for all.
    pub words: String,
    /// Only this category.
    pub category: Option<Category>,
    /// Only this kind.
    pub kind: Option<PersonKind>,
    /// Only in this standing.
    pub standing: Option<Standing>,
}

/// How many people of a category there are in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The unit.
    pub unit_id: Option<String>,
    /// The category.
    pub category: Category,
    /// Whether they lead.
    pub leader: bool,
    /// How many.
    pub number: i64,
}

/// Records by name that are looked at to fill a page.
const LOOKED_AT: usize = 1_000;

impl Store {
    /// People in the order of given names, those found by name with exactly the typed marks first; and whether there are
    /// more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn find_people(
        &self,
        asked: &AskedPeople,
        from: usize,
        limit: usize,
    ) -> Result<(Vec<Person>, bool), StoreError> {
        if asked.words.trim().is_empty() {
            self.list_people(asked, from, limit).await
        } else {
            self.named(asked, from, limit).await
        }
    }

    async fn list_people(
        &self,
        asked: &AskedPeople,
        from: usize,
        limit: usize,
    ) -> Result<(Vec<Person>, bool), StoreError> {
        let mut values = values![];
        let (with, join, condition) = asked.within.table(&mut values);
        let filter = filter(asked, &mut values);
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let sql = format!(
            "{with}SELECT {COLUMNS} FROM {join}people p WHERE p.merged_into IS NULL{condition}{filter}
             ORDER BY p.sort_key, p.id LIMIT ${} OFFSET ${}",
            values.len() + 1,
            values.len() + 2
        );
        values.extend(values![count(limit) + 1, count(from)]);
        let mut found = rows(&self.db, &sql, values).await?.iter().map(person).collect::<Result<Vec<_>, _>>()?;
        let more = found.len() > limit;
        found.truncate(limit);
        Ok((found, more))
    }

    async fn named(
        &self,
        asked: &AskedPeople,
        from: usize,
        limit: usize,
    ) -> Result<(Vec<Person>, bool), StoreError> {
        let mut owners = self.owners_of_name(names::PERSON, &asked.words, LOOKED_AT).await?;
        let many = owners.len() >= LOOKED_AT;
        if many && asked.within != Within::All {
            // a name that many have: begin at the people of the units instead
            owners = self.owners_within(asked).await?;
        }
        let mut people = Vec::new();
        let mut seen = HashSet::new();
        for one in self.roots_of(&owners).await? {
            if seen.insert(one.id.clone()) && fits(&one, asked) {
                people.push(one);
            }
        }
        if let Within::Units { .. } = asked.within {
            let inside = self.inside(&asked.within, &people).await?;
            people.retain(|one| one.post.unit_id.as_ref().is_some_and(|unit| inside.contains(unit)));
        }
        let typed = asked.words.trim().to_lowercase();
        let mut keyed: Vec<(bool, String, Person)> = people
            .into_iter()
            .map(|one| {
                let exact = one.name.to_lowercase().contains(&typed);
                (!exact, thidua_domain::people::name::sort_key_of(&one.name, one.kind), one)
            })
            .collect();
        keyed.sort_by(|a, b| (a.0, &a.1, &a.2.id).cmp(&(b.0, &b.1, &b.2.id)));
        let more = keyed.len() > from + limit || (many && asked.within == Within::All);
        Ok((keyed.into_iter().skip(from).take(limit).map(|(_, _, one)| one).collect(), more))
    }

    /// The people of the units whose folded name holds the words in a row.
    async fn owners_within(&self, asked: &AskedPeople) -> Result<Vec<String>, StoreError> {
        let mut values = values![];
        let (with, join, condition) = asked.within.table(&mut values);
        let (low, high) = names::range(&names::letters(&fold(&asked.words)));
        let place = values.len();
        values.extend(values![names::PERSON, low, high, i64::try_from(LOOKED_AT).unwrap_or(i64::MAX)]);
        let sql = format!(
            "{with}SELECT p.id FROM {join}people p
             WHERE EXISTS (SELECT 1 FROM name_starts s WHERE s.owner_id = p.id AND s.kind = ${} AND s.folded >= ${}
                             AND s.folded < ${}){condition} LIMIT ${}",
            place + 1,
            place + 2,
            place + 3,
            place + 4
        );
        rows(&self.db, &sql, values).await?.iter().map(|row| row.get("id")).collect()
    }

    /// The records themselves, or those they were merged into.
    async fn roots_of(&self, ids: &[String]) -> Result<Vec<Person>, StoreError> {
        let mut found = Vec::new();
        for one in self.people_of(ids).await? {
            match one.merged_into {
                None => found.push(one),
                Some(_) => found.extend(self.person(&self.root_of(&one.id).await?).await?),
            }
        }
        Ok(found)
    }

    /// Which of the units of these people lie within.
    async fn inside(&self, within: &Within, people: &[Person]) -> Result<HashSet<String>, StoreError> {
        let Within::Units { branches, alone } = within else { return Ok(HashSet::new()) };
        let units: HashSet<&str> = people.iter().filter_map(|one| one.post.unit_id.as_deref()).collect();
        let mut inside: HashSet<String> = HashSet::new();
        let mut asked: Vec<&str> = Vec::new();
        for unit in units {
            if branches.iter().chain(alone).any(|one| one == unit) {
                inside.insert(unit.to_owned());
            } else {
                asked.push(unit);
            }
        }
        if branches.is_empty() {
            return Ok(inside);
        }
        for some in asked.chunks(300) {
            let mut values: Vec<Value> = some.iter().map(|id| Value::from(*id)).collect();
            let sql = format!(
                "WITH RECURSIVE up(start, id, parent_id, depth) AS (
                   SELECT id, id, parent_id, 0 FROM units WHERE id IN ({})
                   UNION ALL SELECT up.start, u.id, u.parent_id, up.depth + 1 FROM up CROSS JOIN units u
                     WHERE u.id = up.parent_id AND up.depth < 16)
                 SELECT DISTINCT start FROM up WHERE id IN ({})",
                places(1, some.len()),
                places(some.len() + 1, branches.len())
            );
            values.extend(branches.iter().map(|id| Value::from(id.as_str())));
            for row in rows(&self.db, &sql, values).await? {
                inside.insert(row.get("start")?);
            }
        }
        Ok(inside)
    }

    /// How many people there are, by unit, category and whether they lead. Only who takes part is counted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn count_people(&self, within: &Within) -> Result<Vec<Count>, StoreError> {
        let mut values = values![];
        let (with, join, condition) = within.table(&mut values);
        values.push(Standing::Active.code().into());
        let sql = format!(
            "{with}SELECT p.unit_id, p.category, p.leader, COUNT(*) AS n FROM {join}people p
             WHERE p.merged_into IS NULL AND p.standing = ${}{condition} GROUP BY p.unit_id, p.category, p.leader",
            values.len()
        );
        let found = rows(&self.db, &sql, values).await?;
        found
            .iter()
            .map(|row| {
                Ok(Count {
                    unit_id: row.get("unit_id")?,
                    category: row.code("category", Category::from_code)?,
                    leader: row.get("leader")?,
                    number: row.get("n")?,
                })
            })
            .collect()
    }

    /// How many people a list would have.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn number_of_people(&self, asked: &AskedPeople) -> Result<i64, StoreError> {
        let mut values = values![];
        let (with, join, condition) = asked.within.table(&mut values);
        let filter = filter(asked, &mut values);
        let sql = format!(
            "{with}SELECT COUNT(*) AS n FROM {join}people p WHERE p.merged_into IS NULL{condition}{filter}"
        );
        row(&self.db, &sql, values).await?.map(|row| row.get("n")).transpose().map(Option::unwrap_or_default)
    }
}

/// Further conditions of a question; values are added to `values`.
fn filter(asked: &AskedPeople, values: &mut Vec<Value>) -> String {
    let mut sql = String::new();
    let codes = [
        ("category", asked.category.map(Category::code)),
        ("kind", asked.kind.map(PersonKind::code)),
        ("standing", asked.standing.map(Standing::code)),
    ];
    for (column, code) in codes {
        if let Some(code) = code {
            values.push(code.into());
            sql.push_str(&format!(" AND p.{column} = ${}", values.len()));
        }
    }
    sql
}

fn fits(one: &Person, asked: &AskedPeople) -> bool {
    asked.category.is_none_or(|category| one.post.category == category)
        && asked.kind.is_none_or(|kind| one.kind == kind)
        && asked.standing.is_none_or(|standing| one.standing == standing)
}
