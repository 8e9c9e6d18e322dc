//! The sheets of the tellers: sums only, each teller's own.

use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::voting::count::Sheet;

/// What a teller counted of an item. Teller 0 is the secretary, who writes down an open vote; 1 and 2 count ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The item.
    pub item: i64,
    /// Which teller.
    pub teller: i64,
    /// The numbers. Of an open vote those who abstained stand as invalid.
    pub sheet: Sheet,
    /// Counts changes; zero for one that is not there yet.
    pub version: i64,
    /// The account that typed it.
    pub account_id: Option<String>,
    /// Its name.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

impl Store {
    /// All sheets of a meeting. Who asks keeps them from everybody but the teller who typed them until the close.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting_tallies(&self, id: &str) -> Result<Vec<Tally>, StoreError> {
        let sql = "SELECT item, teller, issued, returned, invalid, votes_for, votes_against, version, account_id,
                          account_name, at
                   FROM meeting_tallies WHERE meeting_id = $1 ORDER BY item, teller";
        rows(&self.db, sql, values![id]).await?.iter().map(tally).collect()
    }
}

impl Change {
    /// Writes sheets of one teller of a vote that is open, each over the version that was seen.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the vote is not open, a sheet was changed since, or somebody else is that
    /// teller; [`StoreError::AlreadyThere`] when this account is the other teller.
    pub async fn write_tallies(&self, id: &str, teller: i64, sheets: &[Tally]) -> Result<(), StoreError> {
        // the meeting is touched first, so that two tellers who begin at once are told apart by the database
        let sql = "UPDATE council_meetings SET version = version WHERE id = $1 AND state = 'voting'";
        crate::regulations::one(execute(&self.tx, sql, values![id]).await?)?;
        let account = self.author().account_id.clone();
        if teller > 0 {
            let sql = "SELECT
                SUM(CASE WHEN teller = $2 AND account_id IS DISTINCT FROM $3 THEN 1 ELSE 0 END) AS others,
                SUM(CASE WHEN teller <> $2 AND account_id IS NOT DISTINCT FROM $3 THEN 1 ELSE 0 END) AS own
              FROM meeting_tallies WHERE meeting_id = $1 AND teller > 0";
            let found = row(&self.tx, sql, values![id, teller, account.clone()]).await?;
            let (others, own): (Option<i64>, Option<i64>) = match found {
                Some(found) => (found.get("others")?, found.get("own")?),
                None => (None, None),
            };
            if own.unwrap_or_default() > 0 {
                return Err(StoreError::AlreadyThere);
            }
            if others.unwrap_or_default() > 0 {
                return Err(StoreError::ChangedMeanwhile);
            }
        }
        for one in sheets {
            let number = |count: u32| i64::from(count);
            let sheet = &one.sheet;
            let mut written = values![
                id,
                one.item,
                teller,
                number(sheet.issued),
                number(sheet.returned),
                number(sheet.invalid),
                number(sheet.in_favour),
                number(sheet.against),
                one.version + 1,
                account.clone(),
                self.author().name.clone(),
                self.author().at,
            ];
            let touched = if one.version == 0 {
                let sql = format!(
                    "INSERT INTO meeting_tallies (meeting_id, item, teller, issued, returned, invalid, votes_for,
                       votes_against, version, account_id, account_name, at) VALUES ({}) ON CONFLICT DO NOTHING",
                    places(1, 12)
                );
                execute(&self.tx, &sql, written).await?
            } else {
                written.push(one.version.into());
                let sql = "UPDATE meeting_tallies SET issued = $4, returned = $5, invalid = $6, votes_for = $7,
                                  votes_against = $8, version = $9, account_id = $10, account_name = $11, at = $12
                           WHERE meeting_id = $1 AND item = $2 AND teller = $3 AND version = $13";
                execute(&self.tx, sql, written).await?
            };
            crate::regulations::one(touched)?;
        }
        Ok(())
    }
}

fn tally(row: &Row) -> Result<Tally, StoreError> {
    let count = |column: &str| -> Result<u32, StoreError> {
        let found: i64 = row.get(column)?;
        u32::try_from(found).map_err(|_| StoreError::Unreadable(format!("{column} = {found}")))
    };
    let (returned, invalid) = (count("returned")?, count("invalid")?);
    Ok(Tally {
        item: row.get("item")?,
        teller: row.get("teller")?,
        sheet: Sheet {
            issued: count("issued")?,
            returned,
            valid: returned.saturating_sub(invalid),
            invalid,
            in_favour: count("votes_for")?,
            against: count("votes_against")?,
        },
        version: row.get("version")?,
        account_id: row.get("account_id")?,
        account_name: row.get("account_name")?,
        at: row.get("at")?,
    })
}
