//! The sheets of the tellers: sums only, each teller's own.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
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

const SELECT: &str =
    "SELECT item, teller, issued, returned, invalid, votes_for, votes_against, version, account_id,
    account_name, at FROM meeting_tallies WHERE meeting_id = $1 ORDER BY item, teller";

const RELEASED_COLUMNS: [&str; 9] =
    ["meeting_id", "position", "teller", "account_id", "account_name", "why", "sheets", "released_by", "at"];

/// A teller who was replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// The account.
    pub account_id: Option<String>,
    /// Its name.
    pub account_name: String,
    /// Why.
    pub why: String,
}

impl Store {
    /// The tellers who were replaced in a meeting, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn released_tellers(&self, id: &str) -> Result<Vec<Released>, StoreError> {
        let sql =
            "SELECT account_id, account_name, why FROM meeting_released WHERE meeting_id = $1 ORDER BY position";
        let of = |row: &Row| {
            Ok(Released {
                account_id: row.get("account_id")?,
                account_name: row.get("account_name")?,
                why: row.get("why")?,
            })
        };
        rows(&self.db, sql, values![id]).await?.iter().map(of).collect()
    }

    /// All sheets of a meeting. Who asks keeps them from everybody but the teller who typed them until the close.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting_tallies(&self, id: &str) -> Result<Vec<Tally>, StoreError> {
        rows(&self.db, SELECT, values![id]).await?.iter().map(tally).collect()
    }
}

impl Change {
    /// All sheets as they stand inside this change: after it took the meeting, none of them moves.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tallies_now(&self, id: &str) -> Result<Vec<Tally>, StoreError> {
        rows(&self.tx, SELECT, values![id]).await?.iter().map(tally).collect()
    }

    /// Writes sheets of a vote that is open, each over the version that was seen; which teller this account is. Who counts
    /// ballots first is the first teller, the next the second, and there is no third; `open` is a vote by hands.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the vote is not open or a sheet was changed since;
    /// [`StoreError::AlreadyThere`] when two others count.
    pub async fn write_tallies(&self, id: &str, open: bool, sheets: &[Tally]) -> Result<i64, StoreError> {
        // the meeting is touched first, so that tellers who begin at once come one behind the other
        let sql = "UPDATE council_meetings SET version = version WHERE id = $1 AND state = 'voting'";
        one(execute(&self.tx, sql, values![id]).await?)?;
        let account = self.author().account_id.clone();
        let teller = if open { 0 } else { self.teller(id, account.as_deref()).await? };
        for tally in sheets {
            let number = |count: u32| i64::from(count);
            let sheet = &tally.sheet;
            let mut written = values![
                id,
                tally.item,
                teller,
                number(sheet.issued),
                number(sheet.returned),
                number(sheet.invalid),
                number(sheet.in_favour),
                number(sheet.against),
                tally.version.saturating_add(1),
                account.clone(),
                self.author().name.clone(),
                self.author().at,
            ];
            let touched = if tally.version == 0 {
                let sql = format!(
                    "INSERT INTO meeting_tallies (meeting_id, item, teller, issued, returned, invalid, votes_for,
                       votes_against, version, account_id, account_name, at) VALUES ({}) ON CONFLICT DO NOTHING",
                    places(1, 12)
                );
                execute(&self.tx, &sql, written).await?
            } else {
                written.push(tally.version.into());
                let sql = "UPDATE meeting_tallies SET issued = $4, returned = $5, invalid = $6, votes_for = $7,
                                  votes_against = $8, version = $9, account_id = $10, account_name = $11, at = $12
                           WHERE meeting_id = $1 AND item = $2 AND teller = $3 AND version = $13";
                execute(&self.tx, sql, written).await?
            };
            one(touched)?;
        }
        Ok(teller)
    }

    /// Gives up the sheets of a teller who counts no further, in a meeting that this change has taken; whose they were. What
    /// they had typed is kept with the reason, and they count no more in this meeting.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when there is no such teller any more.
    pub async fn release_teller(&self, id: &str, teller: i64, why: &str) -> Result<String, StoreError> {
        let all = self.tallies_now(id).await?;
        let sheets: Vec<&Tally> = all.iter().filter(|one| one.teller == teller).collect();
        let first = *sheets.first().ok_or(StoreError::ChangedMeanwhile)?;
        let typed = |one: &&Tally| {
            let of = &one.sheet;
            serde_json::json!({ "item": one.item, "issued": of.issued, "returned": of.returned, "invalid": of.invalid,
                                "for": of.in_favour, "against": of.against })
        };
        let typed = serde_json::Value::from(sheets.iter().map(typed).collect::<Vec<_>>()).to_string();
        let sql = "SELECT COUNT(*) AS found FROM meeting_released WHERE meeting_id = $1";
        let before: i64 = row(&self.tx, sql, values![id]).await?.map_or(Ok(0), |row| row.get("found"))?;
        let author = self.author();
        let kept = values![
            id,
            before + 1,
            teller,
            first.account_id.clone(),
            first.account_name.clone(),
            why,
            typed,
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "meeting_released", &RELEASED_COLUMNS, vec![kept]).await?;
        let sql = "DELETE FROM meeting_tallies WHERE meeting_id = $1 AND teller = $2";
        execute(&self.tx, sql, values![id, teller]).await?;
        Ok(first.account_name.clone())
    }

    async fn teller(&self, id: &str, account: Option<&str>) -> Result<i64, StoreError> {
        let sql = "SELECT 1 AS found FROM meeting_released WHERE meeting_id = $1 AND account_id = $2";
        if let Some(account) = account
            && row(&self.tx, sql, values![id, account]).await?.is_some()
        {
            return Err(StoreError::AlreadyThere);
        }
        let sql = "SELECT DISTINCT teller, account_id FROM meeting_tallies WHERE meeting_id = $1 AND teller > 0";
        let mut taken = Vec::new();
        for row in rows(&self.tx, sql, values![id]).await? {
            let by: Option<String> = row.get("account_id")?;
            taken.push((row.get::<i64>("teller")?, by));
        }
        let own = taken.iter().find(|(_, by)| by.as_deref() == account).map(|(teller, _)| *teller);
        let free = || [1, 2].into_iter().find(|free| taken.iter().all(|(teller, _)| teller != free));
        own.or_else(free).ok_or(StoreError::AlreadyThere)
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
