//! Money that follows an award by law: multiple × base salary of the day of the decision × factor of the kind of subject,
//! rounded. It comes from the law, not from any plan.

use super::pack::{Award, Catalogue, RegimeRules};
use super::subject::SubjectKind;
use crate::basics::Amount;
use crate::law::Mark;
use chrono::NaiveDate;

/// The money of one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Times the base salary, the factor of the subject not counted.
    pub multiple: Amount,
    /// The factor of the kind of subject.
    pub factor: Amount,
    /// The base salary, VND.
    pub base_salary: i64,
    /// The decree of the base salary.
    pub salary_source: String,
    /// VND, rounded.
    pub amount: i64,
    /// Whether the figure is an upper bound.
    pub at_most: bool,
    /// The weakest mark of what it rests on.
    pub mark: Mark,
    /// Where the multiple stands.
    pub source: String,
}

/// The money of an award on a day; nothing where the law names no money, or no base salary is known.
pub fn money(
    catalogue: &Catalogue,
    rules: &RegimeRules,
    award: &Award,
    kind: SubjectKind,
    on: NaiveDate,
) -> Option<Money> {
    let own = award.prizes.iter().find(|prize| prize.subject == Some(kind));
    let prize = own.or_else(|| award.prizes.iter().find(|prize| prize.subject.is_none()))?;
    let salary = catalogue.salary(on)?;
    let mark_of = |letter: &str| Mark::of_letter(letter).unwrap_or(Mark::Unverified);
    let mut mark = mark_of(&prize.mark).min(salary.mark);
    // a figure for individuals is multiplied for others; one for the subject itself stands as it is
    let individuals = award.subjects.contains(&SubjectKind::Individual);
    let mut factor = Amount::whole(1);
    if prize.subject.is_none() && individuals && kind != SubjectKind::Individual {
        match rules.factors.iter().find(|one| one.subject == kind) {
            Some(one) => {
                factor = one.times;
                mark = mark.min(mark_of(&one.mark));
            }
            None => mark = Mark::Unverified,
        }
    }
    let scale = 10_000_i128;
    let exact = i128::from(prize.multiple.ten_thousandths())
        * i128::from(factor.ten_thousandths())
        * i128::from(salary.amount);
    let unit = scale * scale;
    let amount = match &rules.rounding {
        Some(rounding) => {
            let step = unit * i128::from(rounding.to.max(1));
            let steps = match rounding.mode.as_str() {
                "down" => exact.div_euclid(step),
                "half-up" => (exact + step / 2).div_euclid(step),
                _ => (exact + step - 1).div_euclid(step),
            };
            steps * i128::from(rounding.to.max(1))
        }
        None => (exact + unit / 2).div_euclid(unit),
    };
    Some(Money {
        multiple: prize.multiple,
        factor,
        base_salary: salary.amount,
        salary_source: salary.source.clone(),
        amount: i64::try_from(amount).unwrap_or(i64::MAX),
        at_most: prize.at_most,
        mark,
        source: prize.source.clone(),
    })
}
