//! Whose things a list holds: those of some units, and of all below some units.

use crate::sql::places;
use sea_orm::Value;

/// Whose things a list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// Everybody's.
    All,
    /// Those of the units named, and those of the branches below the tops named.
    Units {
        /// Units themselves.
        own: Vec<String>,
        /// Units with everything below them.
        branches: Vec<String>,
    },
}

impl Within {
    /// The words before the statement, the condition on a column, and the values from `$1` on.
    pub(crate) fn condition(&self, column: &str) -> (String, String, Vec<Value>) {
        self.condition_of_any(&[column])
    }

    /// The same where one of several columns has to fit.
    pub(crate) fn condition_of_any(&self, columns: &[&str]) -> (String, String, Vec<Value>) {
        let Within::Units { own, branches } = self else { return (String::new(), "1 = 1".to_owned(), Vec::new()) };
        // a list of no places is no SQL; no unit has an empty identifier
        let listed = |ids: &[String]| -> Vec<Value> {
            if ids.is_empty() { vec!["".into()] } else { ids.iter().map(|id| id.as_str().into()).collect() }
        };
        let (own, branches) = (listed(own), listed(branches));
        let before = format!(
            "WITH RECURSIVE below(id) AS (SELECT id FROM units WHERE id IN ({})
               UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id) ",
            places(1, branches.len())
        );
        let own_places = places(1 + branches.len(), own.len());
        let of = |column: &&str| format!("{column} IN (SELECT id FROM below) OR {column} IN ({own_places})");
        let condition = format!("({})", columns.iter().map(of).collect::<Vec<_>>().join(" OR "));
        (before, condition, branches.into_iter().chain(own).collect())
    }
}
