//! The year's grade on the ordered scale, over consecutive years up to the period (“hoàn thành tốt nhiệm vụ trở lên”).

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::awards::words::grade_words;
use crate::basics::Says;
use crate::grades::Grade as Scale;
use serde::{Deserialize, Deserializer};

/// `at_least` in each of `years` consecutive years up to the period; `of_which` asks more of some of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    #[serde(deserialize_with = "scale")]
    at_least: Scale,
    #[serde(default = "one")]
    years: u32,
    /// The years follow each other; a pack may say so, and cannot say otherwise.
    #[serde(default = "yes")]
    consecutive: bool,
    of_which: Option<OfWhich>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfWhich {
    #[serde(deserialize_with = "scale")]
    at_least: Scale,
    years: u32,
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

fn scale<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Scale, D::Error> {
    let text = String::deserialize(deserializer)?;
    Scale::from_code(&text)
        .ok_or_else(|| serde::de::Error::custom(format!("`{text}`: not-completed, completed, good, excellent")))
}

impl Grade {
    fn span(&self, case: &Case) -> std::ops::RangeInclusive<i32> {
        let last = case.period.year();
        last - i32::try_from(self.years).unwrap_or(1) + 1..=last
    }
}

impl Criterion for Grade {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        let grades = || self.span(case).map(|year| case.facts.grade(year));
        let each = Outcome::all(
            grades().map(|grade| grade.map_or(Outcome::Unknown, |one| Outcome::of(one >= self.at_least))),
        );
        let Some(of_which) = &self.of_which else { return each };
        let (mut met, mut open) = (0, 0);
        for grade in grades() {
            match grade {
                Some(grade) if grade >= of_which.at_least => met += 1,
                Some(_) => {}
                None => open += 1,
            }
        }
        Outcome::all([each, Outcome::at_least(of_which.years, met, open)])
    }

    fn reasons(&self, case: &Case, _: &str, _: &Codes) -> Reasons {
        let mut reasons = Reasons::default();
        for year in self.span(case) {
            match case.facts.grade(year) {
                Some(grade) => {
                    let words = grade_words(grade);
                    reasons.uses.push(says(format!("Năm {year}: {}", words.vi), format!("{year}: {}", words.en)));
                }
                None => reasons.missing.push(says(format!("Xếp loại năm {year}"), format!("The grade of {year}"))),
            }
        }
        let bar = grade_words(self.at_least);
        if !reasons.missing.is_empty() {
            reasons.mend = Some(says(
                "Nhập mức xếp loại của những năm còn thiếu ở trang Xếp loại.",
                "Enter the grades of the missing years on the page of grades.",
            ));
        } else if self.outcome(case, "") == Outcome::False {
            reasons.mend = Some(match &self.of_which {
                None => says(
                    format!(
                        "Cần {} năm liên tục xếp loại từ “{}” trở lên, tính đến năm {}.",
                        self.years,
                        bar.vi,
                        case.period.year()
                    ),
                    format!(
                        "Needs {} consecutive year(s) graded {} or better up to {}.",
                        self.years,
                        bar.en,
                        case.period.year()
                    ),
                ),
                Some(of_which) => {
                    let more = grade_words(of_which.at_least);
                    says(
                        format!(
                            "Cần {} năm liên tục xếp loại từ “{}” trở lên tính đến năm {}, trong đó ít nhất {} năm “{}”.",
                            self.years,
                            bar.vi,
                            case.period.year(),
                            of_which.years,
                            more.vi
                        ),
                        format!(
                            "Needs {} consecutive years graded {} or better up to {}, of which at least {} {}.",
                            self.years,
                            bar.en,
                            case.period.year(),
                            of_which.years,
                            more.en
                        ),
                    )
                }
            });
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let bad = !self.consecutive
            || !(1..=60).contains(&self.years)
            || self.of_which.as_ref().is_some_and(|one| one.years == 0 || one.years > self.years);
        bad.then(|| {
            says(
                "Số năm phải từ 1 đến 60, và số năm “trong đó” không lớn hơn tổng số năm.",
                "Years must be 1 to 60, and those “of which” not more than all.",
            )
        })
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        let inner = match (&self.of_which, &other.of_which) {
            (_, None) => true,
            (None, Some(other)) => self.at_least >= other.at_least && self.years >= other.years,
            (Some(own), Some(other)) => own.at_least >= other.at_least && own.years >= other.years,
        };
        Some(self.at_least >= other.at_least && self.years >= other.years && inner)
    }
}
