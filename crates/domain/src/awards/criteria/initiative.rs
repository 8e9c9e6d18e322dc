//! Initiatives and what stands for them: their scope, their year, and that one is used once.

use super::{Criterion, Reasons, listed, resolved, says};
use crate::awards::facts::{Case, Initiative as Fact};
use crate::awards::outcome::Outcome;
use crate::awards::pack::{Code, Codes};
use crate::awards::subject::{InitiativeKind, Scope};
use crate::awards::words::{initiative_words, scope_words};
use crate::basics::Says;
use serde::Deserialize;

/// `count` of them, recognised at least at `scope`, in the last `within_years` years up to the period.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    scope: Scope,
    #[serde(default = "every")]
    kinds: Vec<InitiativeKind>,
    #[serde(default = "one")]
    count: u32,
    #[serde(default = "one")]
    within_years: u32,
    #[serde(default)]
    unused_for: Vec<String>,
    #[serde(skip)]
    unused: Vec<Code>,
}

fn every() -> Vec<InitiativeKind> {
    InitiativeKind::ALL.to_vec()
}

fn one() -> u32 {
    1
}

impl Initiative {
    fn in_time(&self, case: &Case, year: i32) -> bool {
        let first =
            (case.period.year() - i32::try_from(self.within_years).unwrap_or(1) + 1).min(case.period.first_year());
        (first..=case.period.year()).contains(&year)
    }

    fn counts(&self, case: &Case, one: &Fact) -> bool {
        one.scope >= self.scope
            && self.kinds.contains(&one.kind)
            && self.in_time(case, one.year)
            && !one.used_for.iter().any(|code| self.unused.contains(code))
    }

    /// Records of as many as it takes: those that the nomination names, then the narrowest, for a wider one may serve a
    /// higher award; of these the oldest.
    fn enough(&self, case: &Case, list: &[Fact]) -> Vec<Box<str>> {
        let mut counting: Vec<&Fact> = list.iter().filter(|one| self.counts(case, one)).collect();
        counting.sort_by_key(|one| (!one.named, one.scope, one.year));
        let count = usize::try_from(self.count).unwrap_or(usize::MAX);
        counting.into_iter().take(count).filter_map(|one| one.record.clone()).collect()
    }

    fn number(&self, case: &Case, list: &[Fact]) -> u32 {
        u32::try_from(list.iter().filter(|one| self.counts(case, one)).count()).unwrap_or(u32::MAX)
    }
}

impl Criterion for Initiative {
    fn resolve(&mut self, codes: &Codes) -> Result<(), String> {
        self.unused = resolved(codes, &self.unused_for)?;
        Ok(())
    }

    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        match &case.facts.initiatives {
            None => Outcome::Unknown,
            Some(list) if self.number(case, list) >= self.count => Outcome::True,
            Some(_) if case.facts.initiatives_open => Outcome::Unknown,
            Some(_) => Outcome::False,
        }
    }

    fn reasons(&self, case: &Case, _: &str, codes: &Codes) -> Reasons {
        let scope = scope_words(self.scope);
        let Some(list) = &case.facts.initiatives else {
            return Reasons::missing(
                says("Danh sách sáng kiến, đề tài", "The list of initiatives and works"),
                says(
                    "Ghi sáng kiến, đề tài đã được công nhận ở sổ sáng kiến.",
                    "Enter what was recognised in the register of initiatives.",
                ),
            );
        };
        let mut reasons = Reasons::default();
        for one in list {
            let (kind, of) = (initiative_words(one.kind), scope_words(one.scope));
            let used = one.used_for.iter().any(|code| self.unused.contains(code));
            let (why, why_en) = if used {
                (
                    format!(" (đã dùng cho {})", listed(&self.unused, codes)),
                    format!(" (already used for {})", listed(&self.unused, codes)),
                )
            } else if !self.kinds.contains(&one.kind) {
                (" (không phải loại được tính)".to_owned(), " (not of a kind that counts)".to_owned())
            } else if one.scope < self.scope {
                (" (phạm vi chưa đủ)".to_owned(), " (its scope is too narrow)".to_owned())
            } else if !self.in_time(case, one.year) {
                (" (ngoài thời gian tính)".to_owned(), " (outside the time counted)".to_owned())
            } else {
                (String::new(), String::new())
            };
            reasons.uses.push(says(
                format!("{} {} năm {}, phạm vi {}{why}", kind.vi, one.name, one.year, of.vi),
                format!("{} {} of {}, scope {}{why_en}", kind.en, one.name, one.year, of.en),
            ));
        }
        if list.is_empty() {
            reasons.uses.push(says("Chưa ghi sáng kiến, đề tài nào", "No initiative or work is recorded"));
        }
        let number = self.number(case, list);
        if number >= self.count {
            reasons.rests_on = self.enough(case, list);
        }
        if number < self.count && case.facts.initiatives_open {
            reasons
                .missing
                .push(says("Xác nhận sổ sáng kiến đã ghi đủ", "That the register of initiatives is complete"));
        }
        if number < self.count {
            reasons.mend = Some(says(
                format!(
                    "Cần {} sáng kiến hoặc đề tài có phạm vi {} trở lên trong {} năm tính đến năm {}; hiện có {number}.",
                    self.count,
                    scope.vi,
                    self.within_years,
                    case.period.year()
                ),
                format!(
                    "Needs {} initiative(s) or work(s) of scope {} or wider within {} year(s) up to {}; there are {number}.",
                    self.count,
                    scope.en,
                    self.within_years,
                    case.period.year()
                ),
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let bad = self.kinds.is_empty() || self.count == 0 || self.within_years == 0;
        bad.then(|| {
            says("Phải nêu loại, số lượng và số năm lớn hơn 0.", "Name kinds, and a count and years above nought.")
        })
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        let kinds = self.kinds.iter().all(|kind| other.kinds.contains(kind));
        let unused = other.unused_for.iter().all(|code| self.unused_for.contains(code));
        Some(
            self.scope >= other.scope
                && kinds
                && unused
                && self.count >= other.count
                && self.within_years <= other.within_years,
        )
    }
}
