//! Finding by name without diacritics. Every place in a name where a word begins is kept, folded, as bytes; a question
//! of one or several words in a row is then a single range of the index, however many names there are.

use crate::sql::{places, rows, values};
use crate::{Store, StoreError};
use std::collections::{BTreeSet, HashMap};
use thidua_domain::basics::text::fold;

/// Names of units.
pub const UNIT: &str = "unit";
/// Names of people, households and collectives, former ones too.
pub const PERSON: &str = "person";

/// Bytes of a beginning that are kept: enough to tell names apart, few enough for the index.
const KEPT: usize = 48;
/// A word with more owners than this says little; a question needs one word with fewer.
const MANY: i64 = 3_000;

/// The folded beginnings of a name, one for each word.
pub(crate) fn starts(name: &str) -> Vec<Vec<u8>> {
    let folded = letters(name);
    let words: Vec<usize> = std::iter::once(0)
        .chain(folded.match_indices(' ').map(|(at, _)| at + 1))
        .filter(|at| *at < folded.len())
        .collect();
    let mut found: Vec<Vec<u8>> =
        words.into_iter().map(|at| folded.as_bytes()[at..].iter().copied().take(KEPT).collect()).collect();
    found.sort();
    found.dedup();
    found
}

/// Folded, with letters and digits only, one space between words.
pub(crate) fn letters(text: &str) -> String {
    let plain: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The range of the index that a beginning covers.
pub(crate) fn range(beginning: &str) -> (Vec<u8>, Vec<u8>) {
    let from: Vec<u8> = beginning.bytes().take(KEPT).collect();
    let mut to = from.clone();
    // folded text is UTF-8, which never holds this byte
    to.push(0xff);
    (from, to)
}

/// Keeps the names of units that were there before names were kept.
pub(crate) async fn keep_units(db: &impl sea_orm::ConnectionTrait) -> Result<(), StoreError> {
    let mut kept = Vec::new();
    for row in rows(db, "SELECT id, name FROM units", values![]).await? {
        let (id, name): (String, String) = (row.get("id")?, row.get("name")?);
        kept.extend(starts(&name).into_iter().map(|start| values![UNIT, start, id.as_str()]));
    }
    crate::sql::insert_new(db, "name_starts", &["kind", "folded", "owner_id"], kept).await
}

impl Store {
    /// Identifiers of those whose name holds all the words, each at the beginning of a word. At most `limit`; with a
    /// question of one letter or none, nobody.
    pub(crate) async fn owners_of_name(
        &self,
        kind: &str,
        words: &str,
        limit: usize,
    ) -> Result<Vec<String>, StoreError> {
        let asked = letters(words);
        if asked.chars().count() < 2 {
            return Ok(Vec::new());
        }
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut found = self.owners_from(kind, &asked, limit).await?;
        let parts: Vec<&str> = asked.split(' ').collect();
        if parts.len() > 1 && i64::try_from(found.len()).unwrap_or(i64::MAX) < limit {
            for owner in self.owners_of_words(kind, &parts, limit).await? {
                if !found.contains(&owner) {
                    found.push(owner);
                }
            }
        }
        Ok(found)
    }

    async fn owners_from(&self, kind: &str, beginning: &str, limit: i64) -> Result<Vec<String>, StoreError> {
        let (from, to) = range(beginning);
        let sql = "SELECT owner_id FROM name_starts WHERE kind = $1 AND folded >= $2 AND folded < $3
                   ORDER BY folded LIMIT $4";
        let mut owners: Vec<String> = Vec::new();
        for row in rows(&self.db, sql, values![kind, from, to, limit]).await? {
            let owner: String = row.get("owner_id")?;
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        Ok(owners)
    }

    /// Owners of a name that has all the words, in any order. Words with few owners are brought together here, whatever way
    /// the database would choose; whether a name has the other words is read from the few names that are left.
    async fn owners_of_words(&self, kind: &str, words: &[&str], limit: i64) -> Result<Vec<String>, StoreError> {
        let sql =
            "SELECT DISTINCT owner_id FROM name_starts WHERE kind = $1 AND folded >= $2 AND folded < $3 LIMIT $4";
        let most = usize::try_from(MANY).unwrap_or(usize::MAX);
        let mut common: Option<BTreeSet<String>> = None;
        let mut frequent: Vec<&str> = Vec::new();
        for word in words {
            let (from, to) = range(word);
            let owners = rows(&self.db, sql, values![kind, from, to, MANY + 1])
                .await?
                .iter()
                .map(|row| row.get("owner_id"))
                .collect::<Result<BTreeSet<String>, _>>()?;
            if owners.len() > most {
                frequent.push(word);
                continue;
            }
            common = Some(match common {
                None => owners,
                Some(before) => before.intersection(&owners).cloned().collect(),
            });
        }
        // a question of frequent words alone has no place to start from
        let candidates: Vec<String> = common.unwrap_or_default().into_iter().collect();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        if frequent.is_empty() {
            return Ok(candidates.into_iter().take(limit).collect());
        }
        let mut fitting = Vec::new();
        for some in candidates.chunks(200) {
            let mut starts: HashMap<String, Vec<Vec<u8>>> = HashMap::new();
            let sql =
                format!("SELECT owner_id, folded FROM name_starts WHERE owner_id IN ({})", places(1, some.len()));
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                starts.entry(row.get("owner_id")?).or_default().push(row.get("folded")?);
            }
            let has = |owner: &String, word: &str| {
                starts.get(owner).is_some_and(|all| all.iter().any(|start| start.starts_with(word.as_bytes())))
            };
            fitting.extend(some.iter().filter(|owner| frequent.iter().all(|word| has(owner, word))).cloned());
            if fitting.len() >= limit {
                break;
            }
        }
        fitting.truncate(limit);
        Ok(fitting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_from_each_of_its_words() {
        let text: Vec<String> = starts("Xã Đắk Tơ Pang")
            .into_iter()
            .map(|start| String::from_utf8_lossy(&start).into_owned())
            .collect();
        assert_eq!(text, ["dak to pang", "pang", "to pang", "xa dak to pang"]);
        assert_eq!(letters("Ban Tổ chức, Nội vụ - Lao động"), "ban to chuc noi vu lao dong");
    }
}
