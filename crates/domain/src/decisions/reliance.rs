//! Which earlier awards an award rests on: those that its conditions count.

use crate::awards::criteria::Need;
use crate::awards::facts::Period;
use crate::awards::pack::{Award, Condition};

/// An award that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Identifier.
    pub id: String,
    /// Code.
    pub award: String,
    /// For which year.
    pub year: i32,
}

/// The held awards that conditions of an award count for a period, each once.
pub fn relied(award: &Award, period: Period, held: &[Held]) -> Vec<String> {
    let counts = |one: &&Held| award.conditions.iter().any(|condition| rests(condition, period, one));
    held.iter().filter(counts).map(|one| one.id.clone()).collect()
}

fn rests(condition: &Condition, period: Period, one: &Held) -> bool {
    let own = match &condition.need {
        Need::Holds(holds) => holds.relies_on(period, &one.award, one.year),
        _ => false,
    };
    own || condition.parts.iter().any(|part| rests(part, period, one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::awards::pack::shipped;
    use chrono::NaiveDate;

    #[test]
    fn a_title_rests_on_the_titles_that_its_conditions_count() {
        let catalogue = shipped().expect("the shipped pack is read");
        let award = catalogue.of("B").and_then(|rules| rules.award("CSTDCS")).expect("the award is there");
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let period = Period { from: day(2024, 1, 1), to: day(2024, 12, 31) };
        let held = |id: &str, award: &str, year| Held { id: id.into(), award: award.into(), year };
        let all = [held("now", "LDTT", 2024), held("before", "LDTT", 2019), held("other", "GK", 2024)];
        assert_eq!(relied(award, period, &all), ["now"]);
    }
}
