//! People, households and collectives: adding, correcting, reading one or many. Finding and counting are in [`finding`],
//! posts and names in [`posts`], records of one person in [`doubles`], the roster of emulation staff in [`staff`].

mod doubles;
mod finding;
mod posts;
mod staff;

pub use doubles::{Pair, Suspects};
pub use finding::{AskedPeople, Count, Within};
pub use posts::{KeptPost, PersonName};
pub use staff::{NewStaff, Staff};

use crate::names;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Store, StoreError};
use sea_orm::Value;
use thidua_domain::people::name::{alike_key, sort_key_of};
use thidua_domain::people::{Category, Person, PersonKind, Post, Sex, Standing};

/// An identity number as it is kept: sealed for one record, and a keyed hash by which an equal one is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedIdentity {
    /// The sealed number.
    pub sealed: String,
    /// The keyed hash.
    pub hash: String,
}

/// The columns of a person, as [`person`] reads them.
pub(crate) const COLUMNS: &str = "p.id, p.kind, p.name, p.birth_year, p.birth_day, p.sex, p.unit_id, p.title, p.leader, \
                                  p.category, p.since_day, p.document, p.standing, p.collective_unit_id, p.note, \
                                  p.merged_into, p.version";

const INSERTED: [&str; 21] = [
    "id",
    "kind",
    "name",
    "sort_key",
    "alike",
    "birth_year",
    "birth_day",
    "sex",
    "unit_id",
    "title",
    "leader",
    "category",
    "since_day",
    "document",
    "standing",
    "collective_unit_id",
    "note",
    "identity_sealed",
    "identity_hash",
    "merged_into",
    "version",
];

/// What is written of a record, in the order of the columns.
fn written(person: &Person) -> Vec<Value> {
    values![
        person.kind.code(),
        person.name.clone(),
        sort_key_of(&person.name, person.kind),
        alike_key(&person.name),
        person.birth_year.map(i64::from),
        person.birth_day,
        person.sex.map(Sex::code),
        person.post.unit_id.clone(),
        person.post.title.clone(),
        person.post.leader,
        person.post.category.code(),
        person.post.from,
        person.post.document.clone(),
        person.standing.code(),
        person.collective_unit_id.clone(),
        person.note.clone(),
    ]
}

impl Change {
    /// Adds one record.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_person(&self, person: &Person, identity: Option<SealedIdentity>) -> Result<(), StoreError> {
        self.add_people(&[(person.clone(), identity)]).await
    }

    /// Adds many records with few statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_people(&self, people: &[(Person, Option<SealedIdentity>)]) -> Result<(), StoreError> {
        let of = |(person, identity): &(Person, Option<SealedIdentity>)| {
            let identity = identity.clone();
            let mut all = values![person.id.clone()];
            all.extend(written(person));
            all.extend(values![
                identity.as_ref().map(|identity| identity.sealed.clone()),
                identity.map(|identity| identity.hash),
                person.merged_into.clone(),
                person.version,
            ]);
            all
        };
        insert(&self.tx, "people", &INSERTED, people.iter().map(of).collect()).await?;
        let named = people.iter().map(|(person, _)| (person.id.as_str(), person.name.as_str()));
        self.add_name_starts(names::PERSON, named).await
    }

    /// Corrects a record and its present main post: a slip of the pen. What changes on a day is [`Change::take_post`].
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn correct_person(&self, person: &Person, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE people SET kind = $1, name = $2, sort_key = $3, alike = $4, birth_year = $5, birth_day = $6,
                     sex = $7, unit_id = $8, title = $9, leader = $10, category = $11, since_day = $12, document = $13,
                     standing = $14, collective_unit_id = $15, note = $16, version = version + 1
                   WHERE id = $17 AND version = $18";
        let mut values = written(person);
        values.extend(values![person.id.clone(), seen,]);
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.rename_person(&person.id, &person.name).await
    }

    /// Keeps the words by which a record is found: its present name, and former names and aliases.
    pub(crate) async fn rename_person(&self, id: &str, name: &str) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM name_starts WHERE owner_id = $1 AND kind = $2", values![id, names::PERSON])
            .await?;
        let mut all = vec![name.to_owned()];
        for row in rows(&self.tx, "SELECT name FROM person_names WHERE person_id = $1", values![id]).await? {
            all.push(row.get("name")?);
        }
        self.add_name_starts(names::PERSON, all.iter().map(|name| (id, name.as_str()))).await
    }

    /// Sets or takes away the identity number; goes with a change of the record in the same transaction.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_identity(&self, id: &str, identity: Option<&SealedIdentity>) -> Result<(), StoreError> {
        let (sealed, hash) = identity.map(|one| (one.sealed.clone(), one.hash.clone())).unzip();
        let sql = "UPDATE people SET identity_sealed = $1, identity_hash = $2 WHERE id = $3";
        execute(&self.tx, sql, values![sealed, hash, id]).await?;
        Ok(())
    }

    /// Takes a record out that an upload has put in, unless somebody changed it since or something leans on it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn take_person_out(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        let leaning = "SELECT person_id AS id FROM posts WHERE person_id = $1
                       UNION ALL SELECT person_id FROM members WHERE person_id = $1 OR collective_id = $1
                       UNION ALL SELECT person_id FROM emulation_staff WHERE person_id = $1
                       UNION ALL SELECT person_id FROM grades WHERE person_id = $1
                       UNION ALL SELECT id FROM person_pairs WHERE kept_id = $1 OR other_id = $1 LIMIT 1";
        if row(&self.tx, leaning, values![id]).await?.is_some() {
            return Err(StoreError::ChangedMeanwhile);
        }
        for sql in ["DELETE FROM name_starts WHERE owner_id = $1", "DELETE FROM person_names WHERE person_id = $1"]
        {
            execute(&self.tx, sql, values![id]).await?;
        }
        let gone =
            execute(&self.tx, "DELETE FROM people WHERE id = $1 AND version = $2", values![id, seen]).await?;
        if gone == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}

impl Store {
    /// One record as it stands now; also one that was merged into another.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person(&self, id: &str) -> Result<Option<Person>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM people p WHERE p.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(person).transpose()
    }

    /// The records of some identifiers, in no order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn people_of(&self, ids: &[String]) -> Result<Vec<Person>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!("SELECT {COLUMNS} FROM people p WHERE p.id IN ({})", places(1, some.len()));
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                found.push(person(&row)?);
            }
        }
        Ok(found)
    }

    /// People in the order of their identifiers, after one of them: a country in pieces. Merged records are left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn people_after(&self, after: &str, limit: i64) -> Result<Vec<Person>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM people p WHERE p.id > $1 AND p.merged_into IS NULL ORDER BY p.id LIMIT $2"
        );
        rows(&self.db, &sql, values![after, limit]).await?.iter().map(person).collect()
    }

    /// Whether there is anybody at all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn has_people(&self) -> Result<bool, StoreError> {
        Ok(row(&self.db, "SELECT id FROM people LIMIT 1", values![]).await?.is_some())
    }

    /// The identity number of a record, sealed; `None` when none is kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn identity_of(&self, id: &str) -> Result<Option<SealedIdentity>, StoreError> {
        let sql = "SELECT identity_sealed, identity_hash FROM people WHERE id = $1";
        let Some(row) = row(&self.db, sql, values![id]).await? else { return Ok(None) };
        let (sealed, hash): (Option<String>, Option<String>) =
            (row.get("identity_sealed")?, row.get("identity_hash")?);
        Ok(sealed.zip(hash).map(|(sealed, hash)| SealedIdentity { sealed, hash }))
    }

    /// The keyed hashes of the identity numbers of some records.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn identities_of(&self, ids: &[String]) -> Result<Vec<(String, SealedIdentity)>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT id, identity_sealed, identity_hash FROM people WHERE identity_hash IS NOT NULL AND id IN ({})",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                let identity =
                    SealedIdentity { sealed: row.get("identity_sealed")?, hash: row.get("identity_hash")? };
                found.push((row.get("id")?, identity));
            }
        }
        Ok(found)
    }

    /// The records with an identity number of this keyed hash.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn people_with_identity(&self, hash: &str) -> Result<Vec<Person>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM people p WHERE p.identity_hash = $1 ORDER BY p.id LIMIT 20");
        rows(&self.db, &sql, values![hash]).await?.iter().map(person).collect()
    }
}

pub(crate) fn person(row: &Row) -> Result<Person, StoreError> {
    let year: Option<i64> = row.get("birth_year")?;
    Ok(Person {
        id: row.get("id")?,
        kind: row.code("kind", PersonKind::from_code)?,
        name: row.get("name")?,
        birth_year: year.and_then(|year| i32::try_from(year).ok()),
        birth_day: row.get("birth_day")?,
        sex: row.optional_code("sex", Sex::from_code)?,
        post: Post {
            unit_id: row.get("unit_id")?,
            title: row.get("title")?,
            leader: row.get("leader")?,
            category: row.code("category", Category::from_code)?,
            from: row.get("since_day")?,
            to: None,
            document: row.get("document")?,
        },
        standing: row.code("standing", Standing::from_code)?,
        collective_unit_id: row.get("collective_unit_id")?,
        note: row.get("note")?,
        merged_into: row.get("merged_into")?,
        version: row.get("version")?,
    })
}
