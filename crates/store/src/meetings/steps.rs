//! The steps of a meeting: the vote is opened, the results stand, the minutes are written.

use super::Meeting;
use crate::regulations::one;
use crate::sql::{execute, row, values};
use crate::{Change, StoreError};
use thidua_domain::nominations::State as Nomination;
use thidua_domain::voting::meeting::{Came, State};

/// What came of the items: place, result.
pub type Outcomes = Vec<(i64, Came)>;

impl Change {
    /// Opens the vote over the version that was seen, and keeps what is voted on as it is called now.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed the meeting since.
    pub async fn open_vote(&self, meeting: &Meeting) -> Result<(), StoreError> {
        self.step(meeting, State::Voting).await?;
        let sql = "UPDATE meeting_items SET
                     opened_name = COALESCE(
                       (SELECT n.name FROM nominations n WHERE n.id = meeting_items.nomination_id),
                       (SELECT i.title FROM initiatives i WHERE i.id = meeting_items.initiative_id)),
                     opened_award = (SELECT n.award_name FROM nominations n WHERE n.id = meeting_items.nomination_id)
                   WHERE meeting_id = $1";
        execute(&self.tx, sql, values![meeting.id.clone()]).await.map(|_| ())
    }

    /// Closes a meeting for good: results of the items.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed the meeting since.
    pub async fn close_meeting(&self, meeting: &Meeting, outcomes: &Outcomes) -> Result<(), StoreError> {
        self.step(meeting, State::Closed).await?;
        let sql = "UPDATE council_meetings SET closed_at = $2 WHERE id = $1";
        execute(&self.tx, sql, values![meeting.id.clone(), self.author().at]).await?;
        self.write_results(&meeting.id, outcomes).await
    }

    /// What came of the items of a meeting that this change closes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_results(&self, id: &str, outcomes: &Outcomes) -> Result<(), StoreError> {
        let sql = "UPDATE meeting_items SET result = $3 WHERE meeting_id = $1 AND position = $2";
        for (position, came) in outcomes {
            one(execute(&self.tx, sql, values![id, *position, came.code()]).await?)?;
        }
        Ok(())
    }

    async fn step(&self, meeting: &Meeting, to: State) -> Result<(), StoreError> {
        if !meeting.state.may_become(to) {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.take_meeting(&meeting.id, meeting.state, meeting.version).await?;
        let sql = "UPDATE council_meetings SET state = $2 WHERE id = $1";
        one(execute(&self.tx, sql, values![meeting.id.clone(), to.code()]).await?)
    }

    /// What was said at a closed meeting, over the version that was seen.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since, or the meeting is not closed.
    pub async fn write_minutes(&self, meeting: &Meeting, minutes: Option<&str>) -> Result<(), StoreError> {
        self.take_meeting(&meeting.id, State::Closed, meeting.version).await?;
        let sql = "UPDATE council_meetings SET minutes = $2 WHERE id = $1";
        one(execute(&self.tx, sql, values![meeting.id.clone(), minutes.map(str::to_owned)]).await?)
    }

    /// Moves a nomination on by the vote of a council, with its step; false when it no longer waits for one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination_voted(
        &self,
        id: &str,
        from: Nomination,
        to: Nomination,
        reason: &str,
    ) -> Result<bool, StoreError> {
        let author = self.author();
        let (from, to) = (from.code(), to.code());
        let sql = "UPDATE nominations SET state = $3, version = version + 1 WHERE id = $1 AND state = $2";
        if execute(&self.tx, sql, values![id, from, to]).await? == 0 {
            return Ok(false);
        }
        let sql = "SELECT COALESCE(MAX(position), 0) + 1 AS next FROM nomination_steps WHERE nomination_id = $1";
        let next: i64 = match row(&self.tx, sql, values![id]).await? {
            Some(found) => found.get("next")?,
            None => 1,
        };
        let sql = "INSERT INTO nomination_steps (nomination_id, position, from_state, to_state, reason, account_id,
                     account_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let (account, name, at) = (author.account_id.clone(), author.name.clone(), author.at);
        execute(&self.tx, sql, values![id, next, from, to, reason, account, name, at]).await?;
        Ok(true)
    }
}
