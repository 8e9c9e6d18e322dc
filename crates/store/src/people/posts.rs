//! Posts over time, former names and aliases, members of a collective.

use super::{COLUMNS, person};
use crate::sql::{execute, places, rows, values};
use crate::{Change, Store, StoreError};
use chrono::{Days, NaiveDate};
use thidua_domain::people::name::alike_key;
use thidua_domain::people::{Category, Person, Post};

/// A former post, or one held beside the main post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPost {
    /// Identifier.
    pub id: String,
    /// The record it was written for; another one after a merger.
    pub person_id: String,
    /// The post.
    pub post: Post,
}

/// A former name or an alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Identifier.
    pub id: String,
    /// The record it was written for; another one after a merger.
    pub person_id: String,
    /// The name.
    pub name: String,
    /// A former name; else an alias.
    pub former: bool,
}

impl Change {
    /// Writes a post beside the main one, or a former one; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_post(&self, person_id: &str, post: &Post) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO posts (id, person_id, unit_id, title, leader, category, from_day, to_day, document)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = values![
            id.clone(),
            person_id,
            post.unit_id.clone(),
            post.title.clone(),
            post.leader,
            post.category.code(),
            post.from,
            post.to,
            post.document.clone(),
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Gives a new main post from a day on: the present one ends the day before and is kept as a former one.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed the record since that version was seen.
    pub async fn take_post(&self, person: &Person, post: &Post, seen: i64) -> Result<(), StoreError> {
        let ended =
            Post { to: post.from.and_then(|from| from.checked_sub_days(Days::new(1))), ..person.post.clone() };
        self.add_post(&person.id, &ended).await?;
        self.correct_person(&Person { post: Post { to: None, ..post.clone() }, ..person.clone() }, seen).await
    }

    /// Ends a post held beside the main one: this day is its last.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such open post.
    pub async fn end_post(&self, person_id: &str, id: &str, last: NaiveDate) -> Result<(), StoreError> {
        let sql = "UPDATE posts SET to_day = $1 WHERE id = $2 AND person_id = $3 AND to_day IS NULL";
        if execute(&self.tx, sql, values![last, id, person_id]).await? == 0 {
            return Err(StoreError::Absent);
        }
        Ok(())
    }

    /// Adds a former name or an alias.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_person_name(&self, person: &Person, name: &str, former: bool) -> Result<(), StoreError> {
        let sql = "INSERT INTO person_names (id, person_id, name, alike, former) VALUES ($1, $2, $3, $4, $5)";
        let values = values![self.new_id(), person.id.clone(), name, alike_key(name), former];
        execute(&self.tx, sql, values).await?;
        self.rename_person(&person.id, &person.name).await
    }

    /// Takes a former name or an alias away.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn remove_person_name(&self, person: &Person, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM person_names WHERE id = $1 AND person_id = $2";
        if execute(&self.tx, sql, values![id, person.id.clone()]).await? == 0 {
            return Err(StoreError::Absent);
        }
        self.rename_person(&person.id, &person.name).await
    }

    /// Writes somebody into a collective; the days of one who is in it are set anew.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_member(
        &self,
        collective_id: &str,
        person_id: &str,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO members (collective_id, person_id, from_day, to_day) VALUES ($1, $2, $3, $4)
                   ON CONFLICT (collective_id, person_id)
                   DO UPDATE SET from_day = excluded.from_day, to_day = excluded.to_day";
        execute(&self.tx, sql, values![collective_id, person_id, from, to]).await?;
        Ok(())
    }
}

impl Store {
    /// The former posts and those held beside the main one, of a record and of all merged into it, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn posts_of(&self, ids: &[String]) -> Result<Vec<KeptPost>, StoreError> {
        let sql = format!(
            "SELECT id, person_id, unit_id, title, leader, category, from_day, to_day, document FROM posts
             WHERE person_id IN ({})
             ORDER BY CASE WHEN to_day IS NULL THEN 0 ELSE 1 END, to_day DESC, from_day DESC, id DESC",
            places(1, ids.len())
        );
        let found = rows(&self.db, &sql, ids.iter().map(|id| id.as_str().into()).collect()).await?;
        found
            .iter()
            .map(|row| {
                Ok(KeptPost {
                    id: row.get("id")?,
                    person_id: row.get("person_id")?,
                    post: Post {
                        unit_id: row.get("unit_id")?,
                        title: row.get("title")?,
                        leader: row.get("leader")?,
                        category: row.code("category", Category::from_code)?,
                        from: row.get("from_day")?,
                        to: row.get("to_day")?,
                        document: row.get("document")?,
                    },
                })
            })
            .collect()
    }

    /// Former names and aliases of some records.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn names_of(&self, ids: &[String]) -> Result<Vec<PersonName>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT id, person_id, name, former FROM person_names WHERE person_id IN ({}) ORDER BY id",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                found.push(PersonName {
                    id: row.get("id")?,
                    person_id: row.get("person_id")?,
                    name: row.get("name")?,
                    former: row.get("former")?,
                });
            }
        }
        Ok(found)
    }

    /// Who belongs to a collective that is a named group: the record, first and last day.
    ///
    /// # Errors
    /// [`StoreError`].
    #[allow(clippy::type_complexity)]
    pub async fn members_of(
        &self,
        collective_id: &str,
    ) -> Result<Vec<(Person, Option<NaiveDate>, Option<NaiveDate>)>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, m.from_day AS member_from, m.to_day AS member_to
             FROM members m JOIN people p ON p.id = m.person_id
             WHERE m.collective_id = $1 ORDER BY p.sort_key, p.id"
        );
        let found = rows(&self.db, &sql, values![collective_id]).await?;
        found.iter().map(|row| Ok((person(row)?, row.get("member_from")?, row.get("member_to")?))).collect()
    }

    /// The named groups somebody belongs to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn groups_of(&self, person_id: &str) -> Result<Vec<Person>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM members m JOIN people p ON p.id = m.collective_id
             WHERE m.person_id = $1 ORDER BY p.sort_key, p.id"
        );
        rows(&self.db, &sql, values![person_id]).await?.iter().map(person).collect()
    }
}
