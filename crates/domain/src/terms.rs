//! Targets over a term of years (plan of Bình Sơn I.1 “05 năm 2020 - 2025”; Lương Phong II.1.6 “đề ra đến năm 2025”;
//! Lý Sơn “giai đoạn 2021-2025”): the step of each year, what each year came to, and how far the term has come.

use crate::basics::Amount;
use crate::codes::coded;
use crate::figures::Figure;
use crate::periods::Period;
use crate::registrations::goal;
use crate::targets::{Comparator, Direction, Goal, Pace, Status, judge};

/// The longest term, in years.
pub const LONGEST: i32 = 15;

coded! {
    /// How the years of a term make its result.
    Method {
        /// Each year measures where things stand; the newest year counts.
        Level = "level",
        /// The years add up.
        Sum = "sum",
    }
}

/// A year of a term target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// What the step of the year was to be.
    pub planned: Option<Amount>,
    /// What the year came to.
    pub actual: Option<Amount>,
}

/// What a term target asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How it is compared.
    pub comparator: Comparator,
    /// Which way is better.
    pub direction: Direction,
    /// The value at the end of the term.
    pub value: Option<Amount>,
    /// How the years make the result.
    pub method: Method,
}

/// A year beside its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The year with step and actual.
    pub year: Year,
    /// How the actual stands to the step; nothing where one of both is missing.
    pub status: Option<Status>,
    /// From the first year to this one: the sum, or the level of the newest year that is known.
    pub so_far: Option<Amount>,
}

/// How a term target stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its years.
    pub years: Vec<Stood>,
    /// The result of the term so far.
    pub so_far: Option<Amount>,
    /// What is missing to the value of the term; nothing when nothing is missing or it cannot be told.
    pub remaining: Option<Amount>,
    /// How it stands to the goal of the term: missed only when the last year is in.
    pub status: Option<Status>,
    /// Years up to the newest known one that nobody has entered.
    pub gaps: Vec<i32>,
}

/// Puts the years together; they are taken in their order.
pub fn view(asked: &Asked, years: &[Year], last_year: i32) -> View {
    let mut ordered = years.to_vec();
    ordered.sort_by_key(|one| one.year);
    let mut so_far: Option<Amount> = None;
    let mut stood = Vec::new();
    for year in &ordered {
        if let Some(actual) = year.actual {
            so_far = match (asked.method, so_far) {
                (Method::Sum, Some(sum)) => sum.plus(actual),
                (Method::Sum | Method::Level, _) => Some(actual),
            };
        }
        let status = year.planned.zip(year.actual).and_then(|(planned, actual)| {
            judged(asked, Some(planned), Figure::Number(actual)).filter(|status| *status != Status::NeedsPerson)
        });
        stood.push(Stood { year: *year, status, so_far });
    }
    let newest = ordered.iter().filter(|one| one.actual.is_some()).map(|one| one.year).max();
    let gaps = ordered
        .iter()
        .filter(|one| one.actual.is_none() && newest.is_some_and(|newest| one.year < newest))
        .map(|one| one.year)
        .collect();
    let over = newest.is_some_and(|newest| newest >= last_year);
    let behind = stood.iter().rev().find(|one| one.year.actual.is_some()).and_then(|one| one.status);
    let status = so_far.map_or(Some(Status::NotBegun), |so_far| {
        let at_end = judged(asked, asked.value, Figure::Number(so_far))?;
        Some(match (at_end, over) {
            (Status::Missed, false) if behind == Some(Status::Missed) => Status::AtRisk,
            (Status::Missed, false) => Status::OnTrack,
            // a ceiling kept so far may still be broken
            (Status::Met | Status::Exceeded, false) if keeps_open(asked) => Status::OnTrack,
            (other, _) => other,
        })
    });
    View { so_far, remaining: remaining(asked, so_far), status, gaps, years: stood }
}

/// Whether what is reached now can be lost in the years to come: levels can, and sums that have to stay below.
fn keeps_open(asked: &Asked) -> bool {
    asked.method == Method::Level || matches!(asked.comparator, Comparator::AtMost | Comparator::LessThan)
}

fn judged(asked: &Asked, value: Option<Amount>, figure: Figure) -> Option<Status> {
    let goal: Goal = goal(asked.comparator, value, asked.direction)?;
    judge(&goal, figure, Pace { period: Period::Year, cumulative: false }).status
}

fn remaining(asked: &Asked, so_far: Option<Amount>) -> Option<Amount> {
    let (value, so_far) = (asked.value?, so_far?);
    let lower = asked.direction == Direction::Lower
        || matches!(asked.comparator, Comparator::AtMost | Comparator::LessThan);
    let missing = if lower { so_far.minus(value)? } else { value.minus(so_far)? };
    (missing > Amount::ZERO).then_some(missing)
}

#[cfg(test)]
#[path = "terms_tests.rs"]
mod tests;
