//! What councils said of nominations, and those that count no more though their state says that they do.

use crate::sql::{row, rows, values};
use crate::{Store, StoreError};
use std::collections::BTreeSet;

/// What the council said last of the nomination `n`, by the code of the result: of the award that it is for now. Who was
/// moved down since has no vote yet.
pub(crate) const LAST_VOTE: &str =
    "(SELECT i.result FROM meeting_items i JOIN council_meetings m ON m.id = i.meeting_id
    WHERE i.nomination_id = n.id AND i.result IS NOT NULL AND i.result <> 'no-quorum'
      AND (i.opened_award IS NULL OR i.opened_award = n.award_name)
    ORDER BY m.held_on DESC, m.id DESC LIMIT 1)";

/// What became of nominations of a round, beyond their state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// The last vote of a council went against them.
    pub voted_down: BTreeSet<String>,
    /// They were granted, and the honour was revoked.
    pub revoked: BTreeSet<String>,
}

impl Store {
    /// What of a round was voted down or revoked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominations_lost(&self, round_id: &str) -> Result<Lost, StoreError> {
        let sql = format!("SELECT n.id FROM nominations n WHERE n.round_id = $1 AND {LAST_VOTE} = 'failed'");
        let voted_down = self.ids(&sql, round_id).await?;
        let sql = "SELECT n.id FROM nominations n WHERE n.round_id = $1 AND n.state = 'granted' AND EXISTS
                     (SELECT 1 FROM honours h WHERE h.nomination_id = n.id AND h.state <> 'valid')";
        Ok(Lost { voted_down, revoked: self.ids(sql, round_id).await? })
    }

    async fn ids(&self, sql: &str, round_id: &str) -> Result<BTreeSet<String>, StoreError> {
        rows(&self.db, sql, values![round_id]).await?.iter().map(|row| row.get("id")).collect()
    }

    /// Whether the council passed a nomination; nothing while it has not voted on it as it is now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn council_passed(&self, nomination_id: &str) -> Result<Option<bool>, StoreError> {
        let sql = format!("SELECT {LAST_VOTE} AS vote FROM nominations n WHERE n.id = $1");
        let vote = match row(&self.db, &sql, values![nomination_id]).await? {
            Some(row) => row.get::<Option<String>>("vote")?,
            None => None,
        };
        Ok(vote.map(|vote| vote == "passed"))
    }

    /// Whether a council votes on a nomination right now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn is_under_vote(&self, nomination_id: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 AS found FROM meeting_items i JOIN council_meetings m ON m.id = i.meeting_id
                   WHERE i.nomination_id = $1 AND m.state = 'voting' LIMIT 1";
        Ok(row(&self.db, sql, values![nomination_id]).await?.is_some())
    }
}
