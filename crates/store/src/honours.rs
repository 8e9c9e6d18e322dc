//! Honours: every award that was given, by whom, for what, with the money that followed; found without marks. A revoked
//! one stays.

use crate::names;
use crate::regulations::one;
use crate::sql::{Row, execute, insert, insert_new, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError, Within};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::basics::text::sort_key;

/// Names of those who hold honours, in the index of names.
pub(crate) const HONOUR: &str = "honour";

/// Whether an honour holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Valid,
    /// It was revoked by a decision.
    Revoked,
}

impl Standing {
    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Valid => "valid",
            Standing::Revoked => "revoked",
        }
    }

    fn from_code(code: &str) -> Option<Standing> {
        match code {
            "valid" => Some(Standing::Valid),
            "revoked" => Some(Standing::Revoked),
            _ => None,
        }
    }
}

/// Who was honoured, as it stands in the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honoured {
    /// Individual, collective, household.
    pub kind: SubjectKind,
    /// The record of a person, household or collective.
    pub person_id: Option<String>,
    /// The unit, where a unit was honoured.
    pub unit_id: Option<String>,
    /// The name as it stands in the decision.
    pub name: String,
    /// The year of birth, as a list had it: it tells two of one name apart.
    pub birth_year: Option<i64>,
    /// The post of an individual.
    pub post: Option<String>,
    /// The unit as it was called then.
    pub of_unit: String,
    /// Category of people.
    pub category: Option<String>,
    /// Whether they led.
    pub leader: Option<bool>,
    /// Whether it was a woman.
    pub female: Option<bool>,
}

/// Money that followed, as it was counted when the decision was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// Times the base salary, in ten-thousandths.
    pub multiple: i64,
    /// Factor of the kind of subject, in ten-thousandths.
    pub factor: i64,
    /// VND.
    pub base_salary: i64,
    /// VND.
    pub amount: i64,
    /// The weakest mark of what it rests on.
    pub mark: String,
}

/// An honour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honour {
    /// Identifier.
    pub id: String,
    /// In whose register it stands.
    pub unit_id: String,
    /// Who gave it, in words.
    pub issuer: String,
    /// Whose honour it is.
    pub level: Level,
    /// Code of the award.
    pub award: String,
    /// Its name on that day.
    pub award_name: String,
    /// `regular`, `thematic`, `sudden`, …
    pub occasion: String,
    /// Who.
    pub whom: Honoured,
    /// For which year.
    pub year: i64,
    /// The days it was given for.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// For what.
    pub merit: String,
    /// The decision in the system.
    pub decision_id: Option<String>,
    /// Number and symbol of the decision.
    pub number: Option<String>,
    /// Its day.
    pub dated: Option<NaiveDate>,
    /// The nomination it came from.
    pub nomination_id: Option<String>,
    /// The money.
    pub paid: Option<Paid>,
    /// Whether it holds.
    pub standing: Standing,
    /// The decision that revoked it.
    pub revoked_by: Option<String>,
    /// Sample data.
    pub illustrative: bool,
    /// Counts up with every change.
    pub version: i64,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str = "h.id, h.unit_id, h.issuer, h.level, h.award, h.award_name, h.occasion, h.subject_kind,
    h.person_id, h.subject_unit_id, h.name, h.birth_year, h.post, h.of_unit, h.category, h.leader, h.female, h.year, h.period_from,
    h.period_to, h.merit, h.decision_id, h.number_symbol, h.dated, h.nomination_id, h.multiple, h.factor, h.base_salary,
    h.amount, h.money_mark, h.state, h.revoked_by, h.illustrative, h.version, h.account_name, h.written_at";

/// Whose an honour is: of whose register, of the unit that has it, of the unit in which its holder works now, of the unit that
/// proposed it.
pub(crate) const OWNERS: [&str; 4] = [
    "h.unit_id",
    "h.subject_unit_id",
    "(SELECT p.unit_id FROM people p WHERE p.id = h.person_id)",
    "(SELECT n.unit_id FROM nominations n WHERE n.id = h.nomination_id)",
];

/// What a list of honours asks for.
#[derive(Clone, Debug)]
pub struct AskedHonours {
    /// Whose honours: of their registers, and of their own people and units.
    pub within: Within,
    /// Words of a name, with or without marks.
    pub words: String,
    /// Only this award.
    pub award: Option<String>,
    /// Only of this year.
    pub year: Option<i64>,
}

impl Change {
    /// Writes honours that were given; the version of each is 1.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::AlreadyThere`] where a nomination has its honour already.
    pub async fn add_honours(&self, honours: &[Honour]) -> Result<(), StoreError> {
        let columns = [
            "id",
            "unit_id",
            "issuer",
            "level",
            "award",
            "award_name",
            "occasion",
            "subject_kind",
            "person_id",
            "subject_unit_id",
            "name",
            "sort_key",
            "birth_year",
            "post",
            "of_unit",
            "category",
            "leader",
            "female",
            "year",
            "period_from",
            "period_to",
            "merit",
            "decision_id",
            "number_symbol",
            "dated",
            "nomination_id",
            "multiple",
            "factor",
            "base_salary",
            "amount",
            "money_mark",
            "state",
            "illustrative",
            "version",
            "account_name",
            "written_at",
        ];
        let author = self.author();
        let mut kept = Vec::new();
        let mut starts = Vec::new();
        for it in honours {
            let (from, to) = it.period.map_or((None, None), |(from, to)| (Some(from), Some(to)));
            kept.push(values![
                it.id.clone(),
                it.unit_id.clone(),
                it.issuer.clone(),
                it.level.code(),
                it.award.clone(),
                it.award_name.clone(),
                it.occasion.clone(),
                it.whom.kind.code(),
                it.whom.person_id.clone(),
                it.whom.unit_id.clone(),
                it.whom.name.clone(),
                sort_key(&it.whom.name),
                it.whom.birth_year,
                it.whom.post.clone(),
                it.whom.of_unit.clone(),
                it.whom.category.clone(),
                it.whom.leader,
                it.whom.female,
                it.year,
                from,
                to,
                it.merit.clone(),
                it.decision_id.clone(),
                it.number.clone(),
                it.dated,
                it.nomination_id.clone(),
                it.paid.as_ref().map(|paid| paid.multiple),
                it.paid.as_ref().map(|paid| paid.factor),
                it.paid.as_ref().map(|paid| paid.base_salary),
                it.paid.as_ref().map(|paid| paid.amount),
                it.paid.as_ref().map(|paid| paid.mark.clone()),
                it.standing.code(),
                it.illustrative,
                1_i64,
                author.name.clone(),
                author.at,
            ]);
            for start in names::starts(&it.whom.name) {
                starts.push(values![HONOUR, start, it.id.clone()]);
            }
        }
        insert(&self.tx, "honours", &columns, kept).await?;
        insert_new(&self.tx, "name_starts", &["kind", "folded", "owner_id"], starts).await
    }

    /// Marks an honour as revoked by a decision, over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was changed or revoked since.
    pub async fn revoke_honour(&self, id: &str, version: i64, decision_id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE honours SET state = 'revoked', revoked_by = $1, version = version + 1
                   WHERE id = $2 AND version = $3 AND state = 'valid'";
        one(execute(&self.tx, sql, values![decision_id, id, version]).await?)
    }

    /// Keeps which earlier honours an honour relied on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_reliances(&self, pairs: &[(String, String)]) -> Result<(), StoreError> {
        let kept = pairs.iter().map(|(honour, earlier)| values![honour.clone(), earlier.clone()]).collect();
        insert_new(&self.tx, "honour_reliances", &["honour_id", "relies_on"], kept).await
    }
}

impl Store {
    async fn honours_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<Honour>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM honours h WHERE {condition}");
        rows(&self.db, &sql, values).await?.iter().map(honour).collect()
    }

    /// One honour.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honour(&self, id: &str) -> Result<Option<Honour>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM honours h WHERE h.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(honour).transpose()
    }

    /// The honour that a nomination was granted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honour_of_nomination(&self, nomination_id: &str) -> Result<Option<Honour>, StoreError> {
        Ok(self.honours_where("h.nomination_id = $1", values![nomination_id]).await?.pop())
    }

    /// Honours by their identifiers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honours_of_ids(&self, ids: &[String]) -> Result<Vec<Honour>, StoreError> {
        self.honours_by("id", ids).await
    }

    /// The honours of a decision, in the order of names.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honours_of_decision(&self, decision_id: &str) -> Result<Vec<Honour>, StoreError> {
        self.honours_where("h.decision_id = $1 ORDER BY h.award, h.sort_key, h.id", values![decision_id]).await
    }

    /// The honours of some records of people (one person may have several), the newest year first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honours_of_people(&self, ids: &[String]) -> Result<Vec<Honour>, StoreError> {
        self.honours_by("person_id", ids).await
    }

    /// The honours of some units (one unit may have had forerunners), the newest year first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honours_of_units(&self, ids: &[String]) -> Result<Vec<Honour>, StoreError> {
        self.honours_by("subject_unit_id", ids).await
    }

    async fn honours_by(&self, column: &str, ids: &[String]) -> Result<Vec<Honour>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let condition = format!("h.{column} IN ({})", places(1, some.len()));
            found.extend(self.honours_where(&condition, some.iter().map(|id| id.as_str().into()).collect()).await?);
        }
        found.sort_by(|one, other| other.year.cmp(&one.year).then_with(|| other.id.cmp(&one.id)));
        Ok(found)
    }

    /// The honours in the registers of a list, the newest first; those found by name with exactly the typed marks first.
    /// At most `limit`, and whether there are more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn find_honours(
        &self,
        asked: &AskedHonours,
        from: usize,
        limit: usize,
    ) -> Result<(Vec<Honour>, bool), StoreError> {
        let (before, mut condition, mut values) = asked.within.condition_of_any(&OWNERS);
        if let Some(award) = &asked.award {
            values.push(award.as_str().into());
            condition.push_str(&format!(" AND h.award = ${}", values.len()));
        }
        if let Some(year) = asked.year {
            values.push(year.into());
            condition.push_str(&format!(" AND h.year = ${}", values.len()));
        }
        if asked.words.trim().is_empty() {
            let (limit_at, from_at) = (values.len() + 1, values.len() + 2);
            values.push(i64::try_from(limit + 1).unwrap_or(i64::MAX).into());
            values.push(i64::try_from(from).unwrap_or(i64::MAX).into());
            let sql = format!(
                "{before}SELECT {COLUMNS} FROM honours h WHERE {condition}
                 ORDER BY h.year DESC, h.id DESC LIMIT ${limit_at} OFFSET ${from_at}"
            );
            let mut found: Vec<Honour> =
                rows(&self.db, &sql, values).await?.iter().map(honour).collect::<Result<_, _>>()?;
            let more = found.len() > limit;
            found.truncate(limit);
            return Ok((found, more));
        }
        let owners = self.owners_of_name(HONOUR, &asked.words, from + limit + 200).await?;
        // what decides the order is read of all that were found, the rest only of the page
        let mut ranked: Vec<(bool, i64, String)> = Vec::new();
        let exactly = asked.words.trim().to_lowercase();
        for some in owners.chunks(400) {
            let mut values = values.clone();
            let listed = places(values.len() + 1, some.len());
            values.extend(some.iter().map(|id| Value::from(id.as_str())));
            let sql = format!(
                "{before}SELECT h.id, h.name, h.year FROM honours h WHERE {condition} AND h.id IN ({listed})"
            );
            for row in rows(&self.db, &sql, values).await? {
                let name: String = row.get("name")?;
                ranked.push((name.to_lowercase().contains(&exactly), row.get("year")?, row.get("id")?));
            }
        }
        ranked.sort_unstable_by(|one, other| other.cmp(one));
        let more = ranked.len() > from + limit;
        let shown: Vec<String> = ranked.into_iter().skip(from).take(limit).map(|(_, _, id)| id).collect();
        let mut found = self.honours_of_ids(&shown).await?;
        let at = |it: &Honour| shown.iter().position(|id| *id == it.id);
        found.sort_by_key(at);
        Ok((found, more))
    }

    /// What an honour relied on, and what relied on it: pairs of (honour, earlier one), of some honours.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reliances_of(&self, ids: &[String]) -> Result<Vec<(String, String)>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(400) {
            let listed = places(1, some.len());
            let sql = format!(
                "SELECT honour_id, relies_on FROM honour_reliances WHERE relies_on IN ({listed}) OR honour_id IN ({listed})"
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                let pair = (row.get("honour_id")?, row.get("relies_on")?);
                if !found.contains(&pair) {
                    found.push(pair);
                }
            }
        }
        Ok(found)
    }

    /// The valid honours of an award in a year in some registers, counted: award, category, leader, woman, kind of subject.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honours_of_years(&self, within: &Within, years: &[i64]) -> Result<Vec<Honour>, StoreError> {
        let (before, condition, mut values) = within.condition("h.unit_id");
        let listed = places(values.len() + 1, years.len().max(1));
        values.extend(if years.is_empty() {
            vec![Value::from(0_i64)]
        } else {
            years.iter().map(|year| Value::from(*year)).collect()
        });
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM honours h WHERE {condition} AND h.year IN ({listed}) ORDER BY h.year, h.id"
        );
        rows(&self.db, &sql, values).await?.iter().map(honour).collect()
    }
}

fn honour(row: &Row) -> Result<Honour, StoreError> {
    let paid = match row.get::<Option<i64>>("amount")? {
        None => None,
        Some(amount) => Some(Paid {
            multiple: row.get::<Option<i64>>("multiple")?.unwrap_or_default(),
            factor: row.get::<Option<i64>>("factor")?.unwrap_or_default(),
            base_salary: row.get::<Option<i64>>("base_salary")?.unwrap_or_default(),
            amount,
            mark: row.get::<Option<String>>("money_mark")?.unwrap_or_default(),
        }),
    };
    let (from, to): (Option<NaiveDate>, Option<NaiveDate>) = (row.get("period_from")?, row.get("period_to")?);
    Ok(Honour {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        issuer: row.get("issuer")?,
        level: row.code("level", Level::from_code)?,
        award: row.get("award")?,
        award_name: row.get("award_name")?,
        occasion: row.get("occasion")?,
        whom: Honoured {
            kind: row.code("subject_kind", SubjectKind::from_code)?,
            person_id: row.get("person_id")?,
            unit_id: row.get("subject_unit_id")?,
            name: row.get("name")?,
            birth_year: row.get("birth_year")?,
            post: row.get("post")?,
            of_unit: row.get("of_unit")?,
            category: row.get("category")?,
            leader: row.get("leader")?,
            female: row.get("female")?,
        },
        year: row.get("year")?,
        period: from.zip(to),
        merit: row.get("merit")?,
        decision_id: row.get("decision_id")?,
        number: row.get("number_symbol")?,
        dated: row.get("dated")?,
        nomination_id: row.get("nomination_id")?,
        paid,
        standing: row.code("state", Standing::from_code)?,
        revoked_by: row.get("revoked_by")?,
        illustrative: row.get("illustrative")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
