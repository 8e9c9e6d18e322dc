//! What a council reads of nominations and initiatives.

use super::{Meeting, meeting};
use crate::sql::{Row, places, rows, values};
use crate::{Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::nominations::State;

/// A nomination as the council reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominee {
    /// The nomination.
    pub id: String,
    /// Its round.
    pub round_id: String,
    /// The unit that proposes.
    pub unit_id: String,
    /// The award.
    pub award: String,
    /// Its name under the law of the dossier.
    pub award_name: String,
    /// Whom it is for.
    pub kind: SubjectKind,
    /// The person or household.
    pub person_id: Option<String>,
    /// Or the unit.
    pub subject_unit_id: Option<String>,
    /// The name.
    pub name: String,
    /// The post.
    pub post: Option<String>,
    /// Of which unit, as written.
    pub of_unit: String,
    /// What an individual is by work.
    pub category: Option<String>,
    /// Whether they lead.
    pub leader: Option<bool>,
    /// Whether it is a woman.
    pub female: Option<bool>,
    /// The merit.
    pub merit: String,
    /// The report of the achievement.
    pub report: Option<String>,
    /// Where it stands.
    pub state: State,
    /// When it was received.
    pub received_on: Option<NaiveDate>,
    /// The award before it was downgraded.
    pub downgraded_from: Option<String>,
    /// By which regime it was judged.
    pub regime: Option<String>,
    /// By which version of the rules.
    pub pack: Option<String>,
    /// The answer.
    pub verdict: Option<String>,
    /// Every condition, as it was kept.
    pub judged: Option<String>,
    /// Votes of the unit's own meeting: for, of so many.
    pub selection: Option<(i64, i64)>,
    /// Invented.
    pub illustrative: bool,
}

/// A result that a dossier cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The nomination.
    pub nomination_id: String,
    /// What it says.
    pub says: String,
    /// The page where it stands with its evidence.
    pub address: Option<String>,
}

/// An initiative as the council reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingInitiative {
    /// Identifier.
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// Title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// What it brought.
    pub benefit: Option<String>,
    /// Where it stands.
    pub state: String,
    /// Its authors: record, name, share in per cent.
    pub authors: Vec<(Option<String>, String, i64)>,
    /// Invented.
    pub illustrative: bool,
}

/// A member of a council and somebody of their family who was nominated: record where there is one, and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredFamily {
    /// The member.
    pub member: (Option<String>, String),
    /// Who is family.
    pub nominee: (Option<String>, String),
}

/// A round in which a council may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRound {
    /// Identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Invented.
    pub illustrative: bool,
}

const NOMINEE: &str = "n.id, n.round_id, n.unit_id, n.award, n.award_name, n.subject_kind, n.person_id,
    n.subject_unit_id, n.name, n.post, n.of_unit, n.category, n.leader, n.female, n.merit, n.report, n.state,
    n.received_on, n.downgraded_from, n.regime, n.pack, n.verdict, n.judged, n.selection_for, n.selection_of,
    n.illustrative";

fn listed(ids: &[String]) -> Vec<Value> {
    ids.iter().map(|id| Value::from(id.as_str())).collect()
}

impl Store {
    /// The rounds of an authority, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meeting_rounds(&self, unit_id: &str) -> Result<Vec<MeetingRound>, StoreError> {
        let sql = "SELECT id, name, illustrative FROM award_rounds WHERE unit_id = $1 ORDER BY year DESC, id DESC";
        let read = |row: &Row| {
            Ok(MeetingRound { id: row.get("id")?, name: row.get("name")?, illustrative: row.get("illustrative")? })
        };
        rows(&self.db, sql, values![unit_id]).await?.iter().map(read).collect()
    }

    /// The nominations of a round in some state.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominees_of_round(&self, round_id: &str, state: State) -> Result<Vec<Nominee>, StoreError> {
        let sql = format!(
            "SELECT {NOMINEE} FROM nominations n WHERE n.round_id = $1 AND n.state = $2
             ORDER BY n.award, n.place_order, n.id"
        );
        rows(&self.db, &sql, values![round_id, state.code()]).await?.iter().map(nominee).collect()
    }

    /// Some nominations, in no order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominees(&self, ids: &[String]) -> Result<Vec<Nominee>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!("SELECT {NOMINEE} FROM nominations n WHERE n.id IN ({})", places(1, some.len()));
            for row in rows(&self.db, &sql, listed(some)).await? {
                found.push(nominee(&row)?);
            }
        }
        Ok(found)
    }

    /// The results that some nominations cite, in their order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn results_cited_by(&self, ids: &[String]) -> Result<Vec<Cited>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT nomination_id, says, address FROM nomination_results WHERE nomination_id IN ({})
                 ORDER BY nomination_id, position",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, listed(some)).await? {
                found.push(Cited {
                    nomination_id: row.get("nomination_id")?,
                    says: row.get("says")?,
                    address: row.get("address")?,
                });
            }
        }
        Ok(found)
    }

    /// The initiatives of an authority and its branch in some states, for a council to choose from.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiatives_for_council(
        &self,
        units: &[String],
        states: &[&str],
    ) -> Result<Vec<MeetingInitiative>, StoreError> {
        if units.is_empty() || states.is_empty() {
            return Ok(Vec::new());
        }
        let mut ids = Vec::new();
        for some in units.chunks(500) {
            let sql = format!(
                "SELECT id FROM initiatives WHERE unit_id IN ({}) AND state IN ({}) ORDER BY sort_key, id",
                places(1, some.len()),
                places(1 + some.len(), states.len())
            );
            let mut values = listed(some);
            values.extend(states.iter().map(|state| Value::from(*state)));
            for row in rows(&self.db, &sql, values).await? {
                ids.push(row.get("id")?);
            }
        }
        self.initiatives_read(&ids).await
    }

    /// Some initiatives with their authors, in the order of the identifiers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiatives_read(&self, ids: &[String]) -> Result<Vec<MeetingInitiative>, StoreError> {
        let mut found: Vec<MeetingInitiative> = Vec::new();
        for some in ids.chunks(500) {
            let places = places(1, some.len());
            let sql = format!(
                "SELECT id, unit_id, title, summary, benefit, state, illustrative FROM initiatives
                 WHERE id IN ({places})"
            );
            for row in rows(&self.db, &sql, listed(some)).await? {
                found.push(MeetingInitiative {
                    id: row.get("id")?,
                    unit_id: row.get("unit_id")?,
                    title: row.get("title")?,
                    summary: row.get("summary")?,
                    benefit: row.get("benefit")?,
                    state: row.get("state")?,
                    authors: Vec::new(),
                    illustrative: row.get("illustrative")?,
                });
            }
            let sql = format!(
                "SELECT initiative_id, person_id, name, share FROM initiative_authors
                 WHERE initiative_id IN ({places}) ORDER BY initiative_id, position"
            );
            for row in rows(&self.db, &sql, listed(some)).await? {
                let id: String = row.get("initiative_id")?;
                if let Some(one) = found.iter_mut().find(|one| one.id == id) {
                    one.authors.push((row.get("person_id")?, row.get("name")?, row.get("share")?));
                }
            }
        }
        found.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
        Ok(found)
    }

    /// The meetings at which a nomination was on the list, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meetings_of_nomination(&self, nomination_id: &str) -> Result<Vec<Meeting>, StoreError> {
        let sql = format!(
            "SELECT {} FROM council_meetings m JOIN meeting_items i ON i.meeting_id = m.id
             WHERE i.nomination_id = $1 ORDER BY m.held_on DESC, m.id DESC",
            super::COLUMNS
        );
        rows(&self.db, &sql, values![nomination_id]).await?.iter().map(meeting).collect()
    }

    /// Family that members of the councils of an authority declared at its meetings, and did not take back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn declared_family(&self, unit_id: &str) -> Result<Vec<DeclaredFamily>, StoreError> {
        let sql = "SELECT DISTINCT c.person_id AS member_id, c.name AS member, n.person_id AS nominee_id, n.name AS nominee
                   FROM meeting_recusals r
                   JOIN council_meetings m ON m.id = r.meeting_id
                   JOIN meeting_members c ON c.meeting_id = r.meeting_id AND c.position = r.member
                   JOIN meeting_items i ON i.meeting_id = r.meeting_id AND i.position = r.item
                   JOIN nominations n ON n.id = i.nomination_id
                   WHERE m.unit_id = $1 AND r.reason = 'family'";
        let of = |row: &Row| {
            Ok(DeclaredFamily {
                member: (row.get("member_id")?, row.get("member")?),
                nominee: (row.get("nominee_id")?, row.get("nominee")?),
            })
        };
        rows(&self.db, sql, values![unit_id]).await?.iter().map(of).collect()
    }

    /// The nominations and initiatives that stand on the list of a meeting that is not closed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn on_open_lists(&self, unit_id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT COALESCE(i.nomination_id, i.initiative_id) AS id FROM meeting_items i
                   JOIN council_meetings m ON m.id = i.meeting_id WHERE m.unit_id = $1 AND m.state <> 'closed'";
        let found: Result<Vec<Option<String>>, StoreError> =
            rows(&self.db, sql, values![unit_id]).await?.iter().map(|row| row.get("id")).collect();
        Ok(found?.into_iter().flatten().collect())
    }
}

fn nominee(row: &Row) -> Result<Nominee, StoreError> {
    let (votes, of): (Option<i64>, Option<i64>) = (row.get("selection_for")?, row.get("selection_of")?);
    Ok(Nominee {
        id: row.get("id")?,
        round_id: row.get("round_id")?,
        unit_id: row.get("unit_id")?,
        award: row.get("award")?,
        award_name: row.get("award_name")?,
        kind: row.code("subject_kind", SubjectKind::from_code)?,
        person_id: row.get("person_id")?,
        subject_unit_id: row.get("subject_unit_id")?,
        name: row.get("name")?,
        post: row.get("post")?,
        of_unit: row.get("of_unit")?,
        category: row.get("category")?,
        leader: row.get("leader")?,
        female: row.get("female")?,
        merit: row.get("merit")?,
        report: row.get("report")?,
        state: row.code("state", State::from_code)?,
        received_on: row.get("received_on")?,
        downgraded_from: row.get("downgraded_from")?,
        regime: row.get("regime")?,
        pack: row.get("pack")?,
        verdict: row.get("verdict")?,
        judged: row.get("judged")?,
        selection: votes.zip(of),
        illustrative: row.get("illustrative")?,
    })
}
