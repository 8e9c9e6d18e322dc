//! Titles and forms that somebody has already: how many, in which years, one after another, how long ago.

use super::{Criterion, Reasons, listed, one_or_more, resolved, says};
use crate::awards::facts::{Case, Period};
use crate::awards::outcome::Outcome;
use crate::awards::pack::{Code, Codes};
use crate::basics::Says;
use serde::Deserialize;

/// `count` awards of `awards`, counted as `when` says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holds {
    #[serde(alias = "award", deserialize_with = "one_or_more")]
    awards: Vec<String>,
    #[serde(skip)]
    codes: Vec<Code>,
    #[serde(default = "one")]
    count: u32,
    /// In years that follow each other, the last of them the year of the period or the year before.
    #[serde(default)]
    consecutive: bool,
    #[serde(default)]
    when: When,
    /// Only those of the last so many years, the year of the period counted.
    within_years: Option<u32>,
    /// At least so many whole years lie between the award and the end of the period.
    then_years: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum When {
    /// For the years of the period itself.
    Period,
    /// For years before it.
    BeforePeriod,
    /// For years up to its end.
    #[default]
    UpToPeriod,
    /// At any time.
    Ever,
}

fn one() -> u32 {
    1
}

impl Holds {
    /// Whether an award of these codes and year counts for a period.
    pub fn relies_on(&self, period: Period, award: &str, year: i32) -> bool {
        self.awards.iter().any(|one| one == award) && self.counts_in(period, year)
    }

    fn counts(&self, case: &Case, year: i32) -> bool {
        self.counts_in(case.period, year)
    }

    fn counts_in(&self, period: Period, year: i32) -> bool {
        let (first, last) = (period.first_year(), period.year());
        let when = match self.when {
            When::Period => (first..=last).contains(&year),
            When::BeforePeriod => year < first,
            When::UpToPeriod => year <= last,
            When::Ever => true,
        };
        let back = |years: u32| last - i32::try_from(years).unwrap_or(0);
        when && self.within_years.is_none_or(|years| year > back(years))
            && self.then_years.is_none_or(|years| year <= back(years))
    }

    fn has(&self, case: &Case, year: i32) -> bool {
        let held = case.facts.awards.as_deref().unwrap_or_default();
        held.iter().any(|one| one.year == year && self.codes.contains(&one.award)) && self.counts(case, year)
    }

    /// The longest run that ends in the last year of the period or the one before.
    fn run(&self, case: &Case) -> u32 {
        let last = if self.when == When::BeforePeriod { case.period.first_year() - 1 } else { case.period.year() };
        let from = |end: i32| {
            let mut length = 0;
            while length < 60 && self.has(case, end - i32::try_from(length).unwrap_or(0)) {
                length += 1;
            }
            length
        };
        match from(last) {
            0 => from(last - 1),
            length => length,
        }
    }

    fn number(&self, case: &Case) -> u32 {
        if self.consecutive {
            return self.run(case);
        }
        let held = case.facts.awards.as_deref().unwrap_or_default();
        let counted =
            held.iter().filter(|one| self.codes.contains(&one.award) && self.counts(case, one.year)).count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    }
}

impl Criterion for Holds {
    fn resolve(&mut self, codes: &Codes) -> Result<(), String> {
        self.codes = resolved(codes, &self.awards)?;
        Ok(())
    }

    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        if case.facts.awards.is_none() {
            return Outcome::Unknown;
        }
        match self.number(case) >= self.count {
            false if case.facts.awards_open => Outcome::Unknown,
            met => Outcome::of(met),
        }
    }

    fn reasons(&self, case: &Case, _: &str, codes: &Codes) -> Reasons {
        let names = listed(&self.codes, codes);
        let Some(held) = &case.facts.awards else {
            return Reasons::missing(
                says(format!("Lịch sử khen thưởng ({names})"), format!("The history of awards ({names})")),
                says(
                    "Nhập các danh hiệu, hình thức đã được tặng ở trang Lịch sử khen thưởng.",
                    "Enter the awards already held in the history.",
                ),
            );
        };
        let mut found: Vec<(i32, Code)> =
            held.iter().filter(|one| self.codes.contains(&one.award)).map(|one| (one.year, one.award)).collect();
        found.sort_unstable();
        let mut reasons = Reasons::default();
        for (year, code) in &found {
            let name = codes.name(*code);
            let note = if self.counts(case, *year) { "" } else { " (ngoài thời gian tính)" };
            let note_en = if self.counts(case, *year) { "" } else { " (outside the time counted)" };
            reasons.uses.push(says(format!("{name} năm {year}{note}"), format!("{name} of {year}{note_en}")));
        }
        if found.is_empty() {
            reasons.uses.push(says(
                format!("Chưa có {names} trong lịch sử khen thưởng"),
                format!("No {names} in the history"),
            ));
        }
        let number = self.number(case);
        if number < self.count && case.facts.awards_open {
            reasons.missing.push(says(
                format!("Xác nhận lịch sử khen thưởng ({names}) đã ghi đủ"),
                format!("That the history of awards ({names}) is complete"),
            ));
        }
        if number < self.count {
            let lacks = self.count - number;
            let row = if self.consecutive { " liên tục" } else { "" };
            let row_en = if self.consecutive { " in consecutive years" } else { "" };
            reasons.mend = Some(says(
                format!("Cần {} lần{row} {names}, hiện tính được {number}, còn thiếu {lacks}.", self.count),
                format!("Needs {} × {names}{row_en}; {number} count, {lacks} are missing.", self.count),
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let bad = self.awards.is_empty() || !(1..=60).contains(&self.count);
        bad.then(|| {
            says(
                "Phải nêu ít nhất một mã và số lần từ 1 đến 60.",
                "Name at least one code, and a count of 1 to 60.",
            )
        })
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        if self.when != other.when || self.within_years != other.within_years || self.then_years < other.then_years
        {
            return None;
        }
        let narrower = self.awards.iter().all(|award| other.awards.contains(award));
        Some(narrower && self.count >= other.count && (self.consecutive || !other.consecutive))
    }
}
