//! Meetings of councils: members of the day, items with the rule of their vote, recusals, sheets of tellers, results.
//!
//! Of a secret ballot only sums are kept, by item and teller: no table joins a member to a choice.

mod nominees;
mod steps;
mod tallies;

pub use nominees::{Cited, DeclaredFamily, MeetingInitiative, MeetingRound, Nominee};
pub use steps::Outcomes;
pub use tallies::{Released, Tally};

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::councils::Seat;
use thidua_domain::voting::meeting::{Came, KeptRule, Presence, Recused, State, Sure};
use thidua_domain::voting::{Ballot, Base};

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Identifier.
    pub id: String,
    /// The authority whose council meets.
    pub unit_id: String,
    /// The council.
    pub body_id: String,
    /// The round that is considered, where there is one.
    pub round_id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Its day.
    pub held_on: NaiveDate,
    /// Where.
    pub place: Option<String>,
    /// Where it stands.
    pub state: State,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// What was said, for the minutes.
    pub minutes: Option<String>,
    /// Invented.
    pub illustrative: bool,
    /// Counts changes.
    pub version: i64,
    /// Who wrote last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// A member of the council on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingMember {
    /// Place in the list.
    pub position: i64,
    /// What they are in the council.
    pub seat: Seat,
    /// Full name.
    pub name: String,
    /// Their record.
    pub person_id: Option<String>,
    /// Their own unit as written.
    pub unit_name: Option<String>,
    /// Whether they are there.
    pub attendance: Presence,
}

/// An item that is voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingItem {
    /// Place on the list.
    pub position: i64,
    /// The nomination.
    pub nomination_id: Option<String>,
    /// Or the initiative.
    pub initiative_id: Option<String>,
    /// How is voted on it.
    pub rule: KeptRule,
    /// What came of it.
    pub result: Option<Came>,
    /// As it was called when the vote was opened: the name, and the award of a nomination.
    pub opened_as: Option<(String, Option<String>)>,
}

/// A member who is given no ballot for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recusal {
    /// The item.
    pub item: i64,
    /// The member.
    pub member: i64,
    /// Why.
    pub reason: Recused,
    /// In words.
    pub says: Option<String>,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

const COLUMNS: &str = "m.id, m.unit_id, m.body_id, m.round_id, m.name, m.held_on, m.place, m.state, m.closed_at,
    m.minutes, m.illustrative, m.version, m.account_name, m.written_at";
const MEMBER_COLUMNS: [&str; 7] =
    ["meeting_id", "position", "seat", "name", "person_id", "unit_name", "attendance"];
const ITEM_COLUMNS: [&str; 12] = [
    "meeting_id",
    "position",
    "nomination_id",
    "initiative_id",
    "ballot",
    "base",
    "percent",
    "more_than",
    "quorum",
    "written_absent",
    "source",
    "mark",
];

impl Store {
    /// The meetings of some units, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meetings(&self, within: &Within) -> Result<Vec<Meeting>, StoreError> {
        let (before, condition, values) = within.condition("m.unit_id");
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM council_meetings m WHERE {condition} ORDER BY m.held_on DESC, m.id DESC"
        );
        rows(&self.db, &sql, values).await?.iter().map(meeting).collect()
    }

    /// One meeting.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting(&self, id: &str) -> Result<Option<Meeting>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM council_meetings m WHERE m.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(meeting).transpose()
    }

    /// Its members, the chair first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting_members(&self, id: &str) -> Result<Vec<MeetingMember>, StoreError> {
        let sql = "SELECT position, seat, name, person_id, unit_name, attendance FROM meeting_members
                   WHERE meeting_id = $1 ORDER BY position";
        rows(&self.db, sql, values![id]).await?.iter().map(member).collect()
    }

    /// Its items, in the order of the list.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting_items(&self, id: &str) -> Result<Vec<MeetingItem>, StoreError> {
        let sql = "SELECT position, nomination_id, initiative_id, ballot, base, percent, more_than, quorum,
                          written_absent, source, mark, result,
                          opened_name, opened_award
                   FROM meeting_items WHERE meeting_id = $1 ORDER BY position";
        rows(&self.db, sql, values![id]).await?.iter().map(item).collect()
    }

    /// Who is given no ballot for what.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting_recusals(&self, id: &str) -> Result<Vec<Recusal>, StoreError> {
        let sql = "SELECT item, member, reason, says, account_name, at FROM meeting_recusals
                   WHERE meeting_id = $1 ORDER BY item, member";
        rows(&self.db, sql, values![id]).await?.iter().map(recusal).collect()
    }
}

impl Change {
    /// Calls a meeting with the members of its day.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_meeting(&self, new: &Meeting, members: &[MeetingMember]) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO council_meetings (id, unit_id, body_id, round_id, name, held_on, place, state, closed_at,
               minutes, illustrative, version, account_name, written_at) VALUES ({})",
            places(1, 14)
        );
        let written = values![
            new.id.clone(),
            new.unit_id.clone(),
            new.body_id.clone(),
            new.round_id.clone(),
            new.name.clone(),
            new.held_on,
            new.place.clone(),
            new.state.code(),
            new.closed_at,
            new.minutes.clone(),
            new.illustrative,
            new.version,
            self.author().name.clone(),
            self.author().at,
        ];
        execute(&self.tx, &sql, written).await?;
        self.write_members(&new.id, members).await
    }

    async fn write_members(&self, id: &str, members: &[MeetingMember]) -> Result<(), StoreError> {
        let rows = members.iter().map(|member| {
            values![
                id.to_owned(),
                member.position,
                member.seat.code(),
                member.name.clone(),
                member.person_id.clone(),
                member.unit_name.clone(),
                member.attendance.code(),
            ]
        });
        insert(&self.tx, "meeting_members", &MEMBER_COLUMNS, rows.collect()).await
    }

    /// Takes a meeting that was seen in a state and a version, for whatever is written with it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed or moved it since.
    pub async fn take_meeting(&self, id: &str, state: State, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE council_meetings SET version = version + 1, account_name = $4, written_at = $5
                   WHERE id = $1 AND state = $2 AND version = $3";
        let (name, at) = (self.author().name.clone(), self.author().at);
        one(execute(&self.tx, sql, values![id, state.code(), seen, name, at]).await?)
    }

    /// Who is there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_attendance(&self, id: &str, there: &[(i64, Presence)]) -> Result<(), StoreError> {
        let sql = "UPDATE meeting_members SET attendance = $3 WHERE meeting_id = $1 AND position = $2";
        for (position, presence) in there {
            one(execute(&self.tx, sql, values![id, *position, presence.code()]).await?)?;
        }
        Ok(())
    }

    /// Puts items on the list.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_meeting_items(&self, id: &str, items: &[MeetingItem]) -> Result<(), StoreError> {
        let rows = items.iter().map(|item| {
            let mut row = values![
                id.to_owned(),
                item.position,
                item.nomination_id.clone(),
                item.initiative_id.clone(),
                item.rule.ballot.code(),
            ];
            row.extend(rule_values(&item.rule));
            row
        });
        insert(&self.tx, "meeting_items", &ITEM_COLUMNS, rows.collect()).await
    }

    /// Takes an item off the list of a meeting that has not begun, with its recusals.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is not on the list.
    pub async fn drop_meeting_item(&self, id: &str, position: i64) -> Result<(), StoreError> {
        let sql = "DELETE FROM meeting_recusals WHERE meeting_id = $1 AND item = $2";
        execute(&self.tx, sql, values![id, position]).await?;
        let sql = "DELETE FROM meeting_items WHERE meeting_id = $1 AND position = $2";
        one(execute(&self.tx, sql, values![id, position]).await?)
    }

    /// How is voted on an item.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is not on the list.
    pub async fn write_item_rule(&self, id: &str, position: i64, rule: &KeptRule) -> Result<(), StoreError> {
        let sql = "UPDATE meeting_items SET ballot = $3, base = $4, percent = $5, more_than = $6, quorum = $7,
                          written_absent = $8, source = $9, mark = $10
                   WHERE meeting_id = $1 AND position = $2";
        let mut written = values![id, position, rule.ballot.code()];
        written.extend(rule_values(rule));
        one(execute(&self.tx, sql, written).await?)
    }

    /// Who is given no ballot; who was recused from an item before stays so for the reason that was written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_recusals(&self, id: &str, recusals: &[Recusal]) -> Result<(), StoreError> {
        let rows = recusals.iter().map(|one| {
            values![
                id.to_owned(),
                one.item,
                one.member,
                one.reason.code(),
                one.says.clone(),
                self.author().name.clone(),
                self.author().at,
            ]
        });
        let columns = ["meeting_id", "item", "member", "reason", "says", "account_name", "at"];
        crate::sql::insert_new(&self.tx, "meeting_recusals", &columns, rows.collect()).await
    }

    /// Gives a member the ballot for an item back.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when they were not recused from it.
    pub async fn lift_recusal(&self, id: &str, item: i64, member: i64) -> Result<(), StoreError> {
        let sql = "DELETE FROM meeting_recusals WHERE meeting_id = $1 AND item = $2 AND member = $3";
        one(execute(&self.tx, sql, values![id, item, member]).await?)
    }
}

/// What stands behind the ballot.
fn rule_values(rule: &KeptRule) -> Vec<sea_orm::Value> {
    values![
        rule.base.code(),
        rule.percent.map(i64::from),
        rule.more_than.map(i64::from),
        rule.quorum.clone(),
        rule.written_absent,
        rule.source.clone(),
        rule.mark.code(),
    ]
}

fn meeting(row: &Row) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        body_id: row.get("body_id")?,
        round_id: row.get("round_id")?,
        name: row.get("name")?,
        held_on: row.get("held_on")?,
        place: row.get("place")?,
        state: row.code("state", State::from_code)?,
        closed_at: row.get("closed_at")?,
        minutes: row.get("minutes")?,
        illustrative: row.get("illustrative")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}

fn member(row: &Row) -> Result<MeetingMember, StoreError> {
    Ok(MeetingMember {
        position: row.get("position")?,
        seat: row.code("seat", Seat::from_code)?,
        name: row.get("name")?,
        person_id: row.get("person_id")?,
        unit_name: row.get("unit_name")?,
        attendance: row.code("attendance", Presence::from_code)?,
    })
}

fn item(row: &Row) -> Result<MeetingItem, StoreError> {
    let share = |column: &str| -> Result<Option<u32>, StoreError> {
        let found: Option<i64> = row.get(column)?;
        let number =
            |found| u32::try_from(found).map_err(|_| StoreError::Unreadable(format!("{column} = {found}")));
        found.map(number).transpose()
    };
    Ok(MeetingItem {
        position: row.get("position")?,
        nomination_id: row.get("nomination_id")?,
        initiative_id: row.get("initiative_id")?,
        rule: KeptRule {
            ballot: row.code("ballot", Ballot::from_code)?,
            base: row.code("base", Base::from_code)?,
            percent: share("percent")?,
            more_than: share("more_than")?,
            quorum: row.get("quorum")?,
            written_absent: row.get("written_absent")?,
            source: row.get("source")?,
            mark: row.code("mark", Sure::from_code)?,
        },
        result: row.optional_code("result", Came::from_code)?,
        opened_as: row.get::<Option<String>>("opened_name")?.zip(Some(row.get("opened_award")?)),
    })
}

fn recusal(row: &Row) -> Result<Recusal, StoreError> {
    Ok(Recusal {
        item: row.get("item")?,
        member: row.get("member")?,
        reason: row.code("reason", Recused::from_code)?,
        says: row.get("says")?,
        account_name: row.get("account_name")?,
        at: row.get("at")?,
    })
}
