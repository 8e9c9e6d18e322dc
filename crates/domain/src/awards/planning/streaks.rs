//! Rows of years: titles and grades kept year after year, and whether this year carries them on.

use crate::awards::facts::Facts;
use crate::awards::pack::{Code, Codes, RegimeRules};
use crate::awards::subject::Sort;
use crate::grades::Grade;

/// What was kept year after year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A title.
    Title(Code),
    /// A grade, or a better one.
    Grade(Grade),
}

/// A row of years up to last year that this year does not carry on yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// Of what.
    pub of: Kept,
    /// How many years, the last of them last year.
    pub years: u32,
    /// This year's grade is below already: the row is broken.
    pub lost: bool,
}

/// A row of fewer years is none.
const SHORTEST: u32 = 2;

/// The rows about to break, the longest first.
pub fn streaks(rules: &RegimeRules, codes: &Codes, facts: &Facts, this_year: i32) -> Vec<Streak> {
    let mut found = Vec::new();
    let held = facts.awards.as_deref().unwrap_or_default();
    for award in rules.awards.iter().filter(|award| award.sort == Sort::Title) {
        let Some(code) = codes.get(&award.code) else { continue };
        let has = |year: i32| held.iter().any(|one| one.award == code && one.year == year);
        let years = row(this_year - 1, has);
        if years >= SHORTEST && !has(this_year) {
            found.push(Streak { of: Kept::Title(code), years, lost: false });
        }
    }
    for grade in [Grade::Excellent, Grade::Good] {
        let years = row(this_year - 1, |year| facts.grade(year).is_some_and(|one| one >= grade));
        let now = facts.grade(this_year);
        if years < SHORTEST || now.is_some_and(|now| now >= grade) {
            continue;
        }
        let same = |one: &Streak| matches!(one.of, Kept::Grade(_)) && one.years == years;
        // a row of excellent years is a row of good ones too: told once
        if !found.iter().any(same) {
            found.push(Streak { of: Kept::Grade(grade), years, lost: now.is_some() });
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.years));
    found
}

fn row(last: i32, has: impl Fn(i32) -> bool) -> u32 {
    let back = (0..60).take_while(|back| has(last - back)).count();
    u32::try_from(back).unwrap_or(0)
}
