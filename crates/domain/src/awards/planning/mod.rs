//! Looking forward: which award somebody reaches in which year at the earliest, what is still to earn for it, and which
//! rows of years are about to break.
//!
//! The earliest year is found by trying: each coming year is assumed with the best grade and one initiative known in the
//! whole country, and every award that nothing stands before is assumed to be given. Counts and rows of years only grow
//! with what is given, so no other course of those years is earlier. What cannot be assumed (a vote, a place in the
//! cluster, an attested deed) is left open and never says no.

mod streaks;

pub use streaks::{Kept, Streak, streaks};

use super::criteria::Need;
use super::facts::{Case, Held, Initiative, Period};
use super::judging::{Answer, answer, applies, work_unknown};
use super::outcome::Outcome;
use super::pack::{Award, Code, Codes, Condition, RegimeRules};
use super::subject::{InitiativeKind, Scope};
use crate::grades::Grade;
use chrono::NaiveDate;

/// As many years ahead are tried.
pub const AHEAD: i32 = 5;

/// When an award is within reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook<'a> {
    /// The award.
    pub award: &'a Award,
    /// The year for which it can be proposed at the earliest; none within the years tried.
    pub first: Option<i32>,
    /// Nothing that is recorded stands before it even without what the coming years bring.
    pub earned: bool,
    /// Grades of earlier years that are not recorded stand open.
    pub open: bool,
}

/// The days of a year; nothing outside of the calendar.
pub fn year_of(year: i32) -> Option<Period> {
    Some(Period { from: NaiveDate::from_ymd_opt(year, 1, 1)?, to: NaiveDate::from_ymd_opt(year, 12, 31)? })
}

/// The awards of a regime that years can earn, each with the year in which it comes within reach.
///
/// What is recorded counts as complete: who has more awards than are recorded is nearer than this says.
pub fn outlooks<'a>(rules: &'a RegimeRules, codes: &Codes, known: &Case, this_year: i32) -> Vec<Outlook<'a>> {
    let awards: Vec<(&Award, Code)> = rules
        .awards
        .iter()
        .filter(|award| award.subjects.contains(&known.subject.kind) && earned_by_years(award))
        .filter_map(|award| Some((award, codes.get(&award.code)?)))
        .collect();
    let mut bare = known.clone();
    bare.facts.awards_open = false;
    bare.facts.awards.get_or_insert_default();
    let Some(now) = year_of(this_year) else { return Vec::new() };
    bare.period = now;
    let mut found: Vec<Outlook<'a>> = awards
        .iter()
        .map(|(award, _)| Outlook {
            award,
            first: None,
            earned: standing(award, &bare) == Outcome::True,
            open: false,
        })
        .collect();
    let mut tried = bare.clone();
    for year in this_year..=this_year + AHEAD {
        let Some(period) = year_of(year) else { break };
        (tried.period, bare.period) = (period, period);
        assume(&mut tried, year);
        // what is given in a year may stand before something else of the same year
        loop {
            let before = tried.facts.awards.as_ref().map_or(0, Vec::len);
            for (outlook, (award, code)) in found.iter_mut().zip(&awards) {
                let given = |held: &Vec<Held>| held.iter().any(|one| one.award == *code && one.year == year);
                if tried.facts.awards.as_ref().is_some_and(given) && outlook.first.is_some() {
                    continue;
                }
                if in_the_way(award, &tried, &bare) {
                    continue;
                }
                if outlook.first.is_none() {
                    outlook.first = Some(year);
                    outlook.open = award.conditions.iter().any(|one| {
                        applies(one, &tried) && has(one, &is_grade) && raw(one, &tried, &bare) == Outcome::Unknown
                    });
                }
                if let Some(held) = tried.facts.awards.as_mut().filter(|held| !given(held)) {
                    held.push(Held { award: *code, year, decided_on: None, level: Some(award.level) });
                }
            }
            if tried.facts.awards.as_ref().map_or(0, Vec::len) == before {
                break;
            }
        }
    }
    found
}

/// What is still to earn for an award that is proposed for a year: every condition that what is recorded does not meet.
pub fn to_earn(award: &Award, codes: &Codes, known: &Case, this_year: i32, year: i32) -> Vec<Answer> {
    let at = |of: i32| {
        let mut case = known.clone();
        case.facts.awards_open = false;
        case.facts.awards.get_or_insert_default();
        case.period = year_of(of).unwrap_or(known.period);
        case
    };
    let (now, then) = (at(this_year), at(year));
    let mut found = Vec::new();
    for condition in award.conditions.iter().filter(|one| applies(one, &then)) {
        if raw(condition, &then, &then) == Outcome::True {
            continue;
        }
        // a row of years is told as it stands today
        let case = if raw(condition, &now, &now) == Outcome::True { &then } else { &now };
        found.push(answer(condition, case, true, codes, true));
    }
    found
}

/// A year as it may go at best: what is recorded of it stays.
fn assume(case: &mut Case, year: i32) {
    let grades = case.facts.grades.get_or_insert_default();
    if !grades.iter().any(|(of, _)| *of == year) {
        grades.push((year, Grade::Excellent));
    }
    case.facts.initiatives.get_or_insert_default().push(Initiative {
        name: year.to_string().into(),
        year,
        scope: Scope::Nation,
        kind: InitiativeKind::Initiative,
        used_for: Vec::new(),
        record: None,
        named: false,
    });
}

/// Whether years earn an award at all: some condition counts grades, awards or initiatives.
fn earned_by_years(award: &Award) -> bool {
    award
        .conditions
        .iter()
        .any(|one| has(one, &|need| matches!(need, Need::Grade(_) | Need::Holds(_) | Need::Initiative(_))))
}

fn is_grade(need: &Need) -> bool {
    matches!(need, Need::Grade(_))
}

fn has(condition: &Condition, asked: &impl Fn(&Need) -> bool) -> bool {
    asked(&condition.need) || condition.parts.iter().any(|part| has(part, asked))
}

/// What the facts say of a condition, whatever its mark. Time since an award is counted from what is recorded.
fn raw(condition: &Condition, case: &Case, recorded: &Case) -> Outcome {
    let parts = || condition.parts.iter().filter(|part| applies(part, case)).map(|part| raw(part, case, recorded));
    let outcome = match &condition.need {
        Need::Any(_) => Outcome::any(parts()),
        Need::All(_) => Outcome::all(parts()),
        need @ Need::Since(_) => need.outcome(recorded, &condition.number),
        need => need.outcome(case, &condition.number),
    };
    if work_unknown(condition, case) && outcome == Outcome::False { Outcome::Unknown } else { outcome }
}

fn in_the_way(award: &Award, case: &Case, recorded: &Case) -> bool {
    award.conditions.iter().any(|one| applies(one, case) && raw(one, case, recorded) == Outcome::False)
}

/// What is recorded says of the conditions that years earn.
fn standing(award: &Award, case: &Case) -> Outcome {
    let counted =
        |need: &Need| matches!(need, Need::Grade(_) | Need::Holds(_) | Need::Initiative(_) | Need::Since(_));
    Outcome::all(
        award
            .conditions
            .iter()
            .filter(|one| applies(one, case) && has(one, &counted))
            .map(|one| raw(one, case, case)),
    )
}

#[cfg(test)]
mod tests;
