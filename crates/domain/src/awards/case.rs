//! A case as programs and forms hand it in (`award judge`), and what is wrong with one.

use super::facts::{
    Case, Collective, Contribution, Discipline, Facts, Held, Initiative, MovementFact, Pending, Period, Quota,
    Rank, Subject, Tenure,
};
use super::pack::Codes;
use super::subject::{InitiativeKind, Level, PendingKind, Scope, SubjectKind, Who, Work, discipline_weight};
use crate::basics::Says;
use crate::grades::Grade;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The first year of which the platform keeps anything: the year of the oldest law it judges by.
const FIRST_YEAR: i32 = 1945;
const LAST_YEAR: i32 = 2100;

/// A case as it came.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Handed<'a> {
    /// Code of the award; a batch names it beside the case.
    #[serde(default, borrow)]
    pub award: Cow<'a, str>,
    #[serde(default, borrow)]
    received_on: Cow<'a, str>,
    #[serde(default, borrow)]
    decided_on: Option<Cow<'a, str>>,
    #[serde(default, borrow)]
    for_period: HandedPeriod<'a>,
    #[serde(default)]
    subject: HandedSubject,
    #[serde(default, borrow)]
    facts: HandedFacts<'a>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct HandedPeriod<'a> {
    #[serde(default, borrow)]
    from: Cow<'a, str>,
    #[serde(default, borrow)]
    to: Cow<'a, str>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct HandedSubject {
    kind: Option<SubjectKind>,
    category: Option<Work>,
    leader: Option<bool>,
    female: Option<bool>,
    unit_level: Option<Level>,
    province: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct HandedFacts<'a> {
    #[serde(borrow)]
    grades: Option<Vec<HandedGrade<'a>>>,
    #[serde(borrow)]
    awards: Option<Vec<HandedAward<'a>>>,
    #[serde(default)]
    awards_open: bool,
    #[serde(borrow)]
    initiatives: Option<Vec<HandedInitiative<'a>>>,
    #[serde(borrow)]
    discipline: Option<Vec<HandedDiscipline<'a>>>,
    #[serde(borrow)]
    pending: Option<Vec<HandedPending<'a>>>,
    collective: Option<BTreeMap<String, u32>>,
    quota: Option<HandedQuota>,
    #[serde(borrow)]
    same_achievement: Option<Vec<Cow<'a, str>>>,
    #[serde(borrow)]
    rank: Option<HandedRank<'a>>,
    #[serde(borrow)]
    movement: Option<HandedMovement<'a>>,
    #[serde(borrow)]
    tenure: Option<Vec<HandedTenure<'a>>>,
    contribution: Option<i64>,
    dissolved: Option<bool>,
    attested: Option<BTreeMap<String, bool>>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedGrade<'a> {
    year: i64,
    #[serde(borrow)]
    grade: Cow<'a, str>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedAward<'a> {
    #[serde(borrow)]
    award: Cow<'a, str>,
    year: i64,
    #[serde(default, borrow)]
    decided_on: Option<Cow<'a, str>>,
    authority_level: Option<Level>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedInitiative<'a> {
    #[serde(default, borrow)]
    id: Cow<'a, str>,
    year: i64,
    scope: Scope,
    kind: Option<InitiativeKind>,
    #[serde(default, borrow)]
    used_for: Vec<Cow<'a, str>>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedDiscipline<'a> {
    #[serde(borrow)]
    level: Cow<'a, str>,
    #[serde(borrow)]
    from: Cow<'a, str>,
    #[serde(default, borrow)]
    to: Option<Cow<'a, str>>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedPending<'a> {
    kind: PendingKind,
    #[serde(borrow)]
    from: Cow<'a, str>,
    #[serde(default, borrow)]
    to: Option<Cow<'a, str>>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedQuota {
    base: u32,
    granted: u32,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedRank<'a> {
    #[serde(default, borrow)]
    leader_of: Cow<'a, str>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedMovement<'a> {
    launched_by: Option<Who>,
    years: Option<u32>,
    #[serde(default, borrow)]
    at: Option<Cow<'a, str>>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandedTenure<'a> {
    #[serde(borrow)]
    post: Cow<'a, str>,
    #[serde(borrow)]
    from: Cow<'a, str>,
    #[serde(default, borrow)]
    to: Option<Cow<'a, str>>,
}

/// What is wrong with a case: where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseProblem {
    /// `CASE-001`, …
    pub number: &'static str,
    /// `facts.grades[2].year`, …
    pub place: String,
    /// What it is and what to do.
    pub says: Says,
}

#[derive(Default)]
struct Reader {
    problems: Vec<CaseProblem>,
}

impl Reader {
    fn say(&mut self, number: &'static str, place: impl Into<String>, vi: String, en: String) {
        self.problems.push(CaseProblem { number, place: place.into(), says: Says::new(vi, en) });
    }

    fn day(&mut self, text: &str, place: &str) -> Option<NaiveDate> {
        let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        match read.filter(|day| (FIRST_YEAR..=LAST_YEAR).contains(&day.year())) {
            Some(day) => Some(day),
            None => {
                self.say(
                    "CASE-001",
                    place,
                    format!("“{text}” không phải là một ngày có thật từ năm {FIRST_YEAR} đến năm {LAST_YEAR}; ghi theo dạng năm-tháng-ngày, ví dụ 2025-03-10."),
                    format!("“{text}” is no real day between {FIRST_YEAR} and {LAST_YEAR}; write year-month-day, such as 2025-03-10."),
                );
                None
            }
        }
    }

    fn end(&mut self, from: Option<NaiveDate>, to: Option<&str>, place: &str) -> Option<NaiveDate> {
        let to = self.day(to?, place)?;
        if from.is_some_and(|from| to < from) {
            self.say(
                "CASE-002",
                place,
                "Ngày cuối đứng trước ngày đầu; sửa lại một trong hai ngày.".to_owned(),
                "The last day is before the first; mend one of them.".to_owned(),
            );
        }
        Some(to)
    }

    fn year(&mut self, year: i64, place: impl Fn() -> String) -> i32 {
        match i32::try_from(year).ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year)) {
            Some(year) => year,
            None => {
                self.say(
                    "CASE-003",
                    place(),
                    format!("Năm {year} không hợp lệ; ghi năm từ {FIRST_YEAR} đến {LAST_YEAR}."),
                    format!("The year {year} cannot be; write a year from {FIRST_YEAR} to {LAST_YEAR}."),
                );
                FIRST_YEAR
            }
        }
    }
}

impl Handed<'_> {
    /// Checks the case and takes it, with the codes of awards of a catalogue.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self, codes: &Codes) -> Result<Case, Vec<CaseProblem>> {
        let mut reader = Reader::default();
        let received_on = reader.day(&self.received_on, "received_on");
        let decided_on = self.decided_on.as_deref().and_then(|day| reader.day(day, "decided_on"));
        let from = reader.day(&self.for_period.from, "for_period.from");
        let to = reader.end(from, Some(&self.for_period.to), "for_period.to");
        if self.subject.kind.is_none() {
            reader.say(
                "CASE-004",
                "subject.kind",
                "Chưa ghi đề nghị cho cá nhân, tập thể hay hộ gia đình (individual, collective, household)."
                    .to_owned(),
                "It is not said whether an individual, a collective or a household is proposed.".to_owned(),
            );
        }
        let facts = self.facts.check(codes, &mut reader);
        let (Some(received_on), Some(from), Some(to), Some(kind)) = (received_on, from, to, self.subject.kind)
        else {
            return Err(reader.problems);
        };
        if !reader.problems.is_empty() {
            return Err(reader.problems);
        }
        let subject = Subject {
            kind,
            work: self.subject.category,
            leader: self.subject.leader,
            female: self.subject.female,
            unit_level: self.subject.unit_level,
            province: self.subject.province.clone(),
        };
        Ok(Case { received_on, decided_on, period: Period { from, to }, subject, facts })
    }
}

impl HandedFacts<'_> {
    fn check(&self, codes: &Codes, reader: &mut Reader) -> Facts {
        let grades = self.grades.as_ref().map(|grades| {
            let mut list = Vec::with_capacity(grades.len());
            for (at, one) in grades.iter().enumerate() {
                let year = reader.year(one.year, || format!("facts.grades[{at}].year"));
                match Grade::from_code(&one.grade) {
                    Some(grade) => list.push((year, grade)),
                    None => reader.say(
                        "CASE-005",
                        format!("facts.grades[{at}].grade"),
                        format!(
                            "“{}” không phải là mức xếp loại; chọn not-completed, completed, good hoặc excellent.",
                            one.grade
                        ),
                        format!("“{}” is no grade: not-completed, completed, good, excellent.", one.grade),
                    ),
                }
            }
            list
        });
        let awards = self.awards.as_ref().map(|awards| {
            let mut list = Vec::with_capacity(awards.len());
            for (at, one) in awards.iter().enumerate() {
                let year = reader.year(one.year, || format!("facts.awards[{at}].year"));
                let decided_on = match one.decided_on.as_deref() {
                    Some(day) => reader.day(day, &format!("facts.awards[{at}].decided_on")),
                    None => None,
                };
                match codes.get(&one.award) {
                    Some(award) => list.push(Held { award, year, decided_on, level: one.authority_level }),
                    None => unknown_award(reader, &one.award, format!("facts.awards[{at}].award")),
                }
            }
            list
        });
        let initiatives = self.initiatives.as_ref().map(|initiatives| {
            let mut list = Vec::with_capacity(initiatives.len());
            for (at, one) in initiatives.iter().enumerate() {
                let year = reader.year(one.year, || format!("facts.initiatives[{at}].year"));
                let mut used_for = Vec::with_capacity(one.used_for.len());
                for code in &one.used_for {
                    match codes.get(code) {
                        Some(award) => used_for.push(award),
                        None => unknown_award(reader, code, format!("facts.initiatives[{at}].used_for")),
                    }
                }
                let kind = one.kind.unwrap_or(InitiativeKind::Initiative);
                list.push(Initiative {
                    name: one.id.as_ref().into(),
                    year,
                    scope: one.scope,
                    kind,
                    used_for,
                    record: None,
                    named: false,
                });
            }
            list
        });
        let discipline = self.discipline.as_ref().map(|list| {
            let mut read = Vec::with_capacity(list.len());
            for (at, one) in list.iter().enumerate() {
                let from = reader.day(&one.from, &format!("facts.discipline[{at}].from"));
                let to = reader.end(from, one.to.as_deref(), &format!("facts.discipline[{at}].to"));
                if discipline_weight(&one.level).is_none() {
                    reader.say(
                        "CASE-007",
                        format!("facts.discipline[{at}].level"),
                        format!("“{}” không phải là hình thức kỷ luật đã biết; ghi khiển trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, bãi nhiệm hoặc buộc thôi việc.", one.level),
                        format!("“{}” is no known level of discipline.", one.level),
                    );
                }
                if let Some(from) = from {
                    read.push(Discipline { level: one.level.as_ref().into(), from, to });
                }
            }
            read
        });
        let pending = self.pending.as_ref().map(|list| {
            let mut read = Vec::with_capacity(list.len());
            for (at, one) in list.iter().enumerate() {
                let from = reader.day(&one.from, &format!("facts.pending[{at}].from"));
                let to = reader.end(from, one.to.as_deref(), &format!("facts.pending[{at}].to"));
                if let Some(from) = from {
                    read.push(Pending { kind: one.kind, from, to, meanwhile: false });
                }
            }
            read
        });
        let collective = self.collective.as_ref().map(|counts| {
            let count = |key: &str| counts.get(key).copied();
            let known = ["members", "completed", "disciplined_warning_or_above"];
            let mut with = Vec::new();
            for (key, number) in counts.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
                match codes.get(key) {
                    Some(award) => with.push((award, *number)),
                    None => unknown_award(reader, key, format!("facts.collective.{key}")),
                }
            }
            let collective = Collective {
                members: count("members"),
                completed: count("completed"),
                disciplined: count("disciplined_warning_or_above"),
                with,
            };
            if let Some(place) = collective.impossible() {
                reader.say(
                    "CASE-008",
                    format!("facts.collective.{place}"),
                    "Số người lớn hơn tổng số thành viên của tập thể; kiểm tra lại hai số.".to_owned(),
                    "More people than the collective has members; check both numbers.".to_owned(),
                );
            }
            collective
        });
        let same_achievement = self.same_achievement.as_ref().map(|list| {
            let mut read = Vec::with_capacity(list.len());
            for code in list {
                match codes.get(code) {
                    Some(award) => read.push(award),
                    None => unknown_award(reader, code, "facts.same_achievement".to_owned()),
                }
            }
            read
        });
        let tenure = self.tenure.as_ref().map(|list| {
            let mut read = Vec::with_capacity(list.len());
            for (at, one) in list.iter().enumerate() {
                let from = reader.day(&one.from, &format!("facts.tenure[{at}].from"));
                let to = reader.end(from, one.to.as_deref(), &format!("facts.tenure[{at}].to"));
                if let Some(from) = from {
                    read.push(Tenure { post: one.post.as_ref().into(), from, to });
                }
            }
            read
        });
        Facts {
            grades,
            awards,
            awards_open: self.awards_open,
            initiatives,
            initiatives_open: false,
            discipline,
            pending,
            collective,
            quota: self.quota.as_ref().map(|quota| Quota { base: quota.base, granted: quota.granted }),
            same_achievement,
            rank: self.rank.as_ref().map(|rank| Rank { leader_of: rank.leader_of.as_ref().into() }),
            movement: self.movement.as_ref().map(|one| MovementFact {
                launched_by: one.launched_by,
                years: one.years,
                at: one.at.as_deref().map(Into::into),
            }),
            tenure,
            contribution: self.contribution.map(|amount| Contribution { amount }),
            dissolved: self.dissolved,
            attested: self.attested.clone().unwrap_or_default(),
        }
    }
}

fn unknown_award(reader: &mut Reader, code: &str, place: String) {
    reader.say(
        "CASE-006",
        place,
        format!("Không có danh hiệu, hình thức khen thưởng nào mang mã “{code}”; xem mã ở trang danh mục /awards."),
        format!("No award has the code “{code}”; the codes stand on /awards."),
    );
}
