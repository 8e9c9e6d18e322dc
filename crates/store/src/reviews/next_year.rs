//! What a movement leaves to the next year, as it was decided.

use crate::sql::{execute, rows, values};
use crate::{Change, Store, StoreError};

/// Something that is left to the next year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What it is: `target-…`, `lesson-…`, `finding-…`.
    pub item: String,
    /// As what it is left: `carried`, `focus-task`, `task`.
    pub as_what: String,
    /// Its words.
    pub text: String,
    /// Who left it.
    pub account_name: String,
    /// The movement of the next year in which it stands.
    pub taken_by: Option<String>,
}

impl Store {
    /// What a movement leaves to the next year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn left_to_next_year(&self, movement_id: &str) -> Result<Vec<Left>, StoreError> {
        let sql = "SELECT item, as_what, text, account_name, taken_by FROM next_year_items
                   WHERE movement_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![movement_id])
            .await?
            .iter()
            .map(|row| {
                Ok(Left {
                    item: row.get("item")?,
                    as_what: row.get("as_what")?,
                    text: row.get("text")?,
                    account_name: row.get("account_name")?,
                    taken_by: row.get("taken_by")?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Leaves something to the next year; what was left before under this name is replaced.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn leave_to_next_year(
        &self,
        movement_id: &str,
        (item, as_what): (&str, &str),
        text: &str,
        taken_by: Option<&str>,
    ) -> Result<(), StoreError> {
        self.keep_this_year(movement_id, item).await?;
        let sql = "INSERT INTO next_year_items (id, movement_id, item, as_what, text, account_name, at, taken_by)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = values![
            self.new_id(),
            movement_id,
            item,
            as_what,
            text,
            self.author.name.clone(),
            self.author.at,
            taken_by.map(str::to_owned),
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Takes something out of what is left to the next year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_this_year(&self, movement_id: &str, item: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM next_year_items WHERE movement_id = $1 AND item = $2";
        execute(&self.tx, sql, values![movement_id, item]).await.map(|_| ())
    }
}
