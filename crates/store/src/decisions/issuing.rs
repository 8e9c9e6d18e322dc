//! Issuing a decision: number, honours, what they rest on, the nominations, all in one transaction. Of two deciders at once
//! one issues, the other is told.

use super::{Decision, Nominated};
use crate::honours::Honour;
use crate::regulations::one;
use crate::sql::{execute, row, values};
use crate::{Change, StoreError};
use chrono::Datelike;
use thidua_domain::decisions::State;
use thidua_domain::nominations::State as Stand;

impl Change {
    /// Enters number, day and signer, over the version that the person saw. Who drew it up is kept beside who issues.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody issued or changed it since; [`StoreError::AlreadyThere`] when the
    /// number was used by this authority for this kind in this year.
    pub async fn issue_decision(&self, it: &Decision) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "UPDATE award_decisions SET number_symbol = $1, year = $2, dated = $3, signer_title = $4,
                     signer_name = $5, state = $6, file_digest = $7, file_name = $8, drawn_up_by = account_name,
                     account_name = $9, written_at = $10, version = version + 1
                   WHERE id = $11 AND version = $12 AND state = 'draft'";
        let values = values![
            it.number.clone(),
            it.dated.map(|day| i64::from(day.year())),
            it.dated,
            it.signer_title.clone(),
            it.signer_name.clone(),
            State::Issued.code(),
            it.file_digest.clone(),
            it.file_name.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
            it.version,
        ];
        one(execute(&self.tx, sql, values).await?)
    }

    /// Writes the honours of an issued decision, what each relied on, and grants their nominations.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when a nomination was changed or decided since.
    pub async fn grant_honours(
        &self,
        honours: &[Honour],
        reliances: &[(String, String)],
        nominated: &[Nominated],
    ) -> Result<(), StoreError> {
        self.add_honours(honours).await?;
        self.add_reliances(reliances).await?;
        for it in nominated {
            self.move_nominated(it, Stand::Granted, None).await?;
        }
        Ok(())
    }

    /// Revokes honours by an issued decision, and says of the decisions that gave them what is left.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when one was changed or revoked since.
    pub async fn revoke_honours(&self, honours: &[Honour], by: &str) -> Result<(), StoreError> {
        let mut decisions: Vec<&str> = Vec::new();
        for it in honours {
            self.revoke_honour(&it.id, it.version, by).await?;
            if let Some(id) = it.decision_id.as_deref().filter(|id| !decisions.contains(id)) {
                decisions.push(id);
            }
        }
        for id in decisions {
            let sql = "SELECT COUNT(*) AS total, SUM(CASE WHEN state = 'revoked' THEN 1 ELSE 0 END) AS gone
                       FROM honours WHERE decision_id = $1";
            let Some(found) = row(&self.tx, sql, values![id]).await? else { continue };
            let (total, gone): (i64, i64) = (found.get("total")?, found.get("gone")?);
            let state =
                State::by_lines(usize::try_from(total).unwrap_or(0), usize::try_from(gone).unwrap_or(0)).code();
            let sql = "UPDATE award_decisions SET state = $1, version = version + 1 WHERE id = $2";
            execute(&self.tx, sql, values![state, id]).await?;
        }
        Ok(())
    }
}
