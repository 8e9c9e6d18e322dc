//! How each quota stands: planned, proposed, granted, places left, who is beyond.

use super::{Base, Book, Nominated, Quota, count};
use std::cmp::Reverse;

/// How a quota stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live<'a> {
    /// The quota.
    pub quota: &'a Quota,
    /// What it comes to where everything nested is as planned.
    pub planned: Option<u32>,
    /// The base as it stands.
    pub base: u32,
    /// The fewest on that base.
    pub least: Option<u32>,
    /// The most on that base.
    pub most: Option<u32>,
    /// Nominations that count, the granted too.
    pub proposed: u32,
    /// Those granted.
    pub granted: u32,
    /// Places left; none where there is no upper bound.
    pub left: Option<u32>,
    /// So many too many.
    pub over: u32,
    /// So many too few.
    pub short: u32,
    /// The nominations beyond the upper bound: the lowest scores, then those that came last.
    pub beyond: Vec<String>,
}

impl Live<'_> {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.over == 0 && self.short == 0
    }
}

impl Book {
    /// How every quota stands.
    pub fn live(&self, nominated: &[Nominated]) -> Vec<Live<'_>> {
        let standing = self.standing(nominated);
        self.quotas.iter().map(|quota| self.live_of(quota, &standing)).collect()
    }

    fn live_of<'a>(&'a self, quota: &'a Quota, standing: &[&Nominated]) -> Live<'a> {
        let base = match &quota.base {
            Base::People(count) | Base::Units(count) => *count,
            Base::Awards(_) => count(standing, |one| self.bases(quota, one.kind, &one.award)),
        };
        let mut counted: Vec<&Nominated> =
            standing.iter().copied().filter(|one| self.counts(quota, one.kind, &one.groups, &one.award)).collect();
        let granted = count(&counted, |one| one.granted);
        let proposed = count(&counted, |_| true);
        let (least, most) =
            (quota.at_least.map(|measure| measure.of(base)), quota.at_most.map(|measure| measure.of(base)));
        counted.sort_by_key(|one| Reverse(one.score.unwrap_or(i64::MIN)));
        let keep = most.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
        Live {
            quota,
            planned: self.planned(quota, 0),
            base,
            least,
            most,
            proposed,
            granted,
            left: most.map(|most| most.saturating_sub(proposed)),
            over: most.map_or(0, |most| proposed.saturating_sub(most)),
            short: least.map_or(0, |least| least.saturating_sub(proposed)),
            beyond: counted.iter().skip(keep).map(|one| one.id.clone()).collect(),
        }
    }

    /// What the quota comes to by the plan: of a nested one, on what the quota above it comes to.
    fn planned(&self, quota: &Quota, depth: usize) -> Option<u32> {
        let base = match &quota.base {
            Base::People(count) | Base::Units(count) => Some(*count),
            Base::Awards(awards) if depth < self.quotas.len() => {
                let above =
                    |one: &&Quota| one.awards == *awards && one.subject == quota.subject && one.group.is_none();
                self.quotas.iter().filter(above).find_map(|one| self.planned(one, depth + 1))
            }
            Base::Awards(_) => None,
        };
        let measure = quota.at_least.or(quota.at_most)?;
        match measure {
            super::Measure::Count(count) => Some(count),
            super::Measure::Share(..) => base.map(|base| measure.of(base)),
        }
    }

    /// The quotas that one more nomination would break, or break further.
    pub fn would_break(&self, nominated: &[Nominated], more: &Nominated) -> Vec<&str> {
        let before = self.live(nominated);
        let mut with = nominated.to_vec();
        with.push(more.clone());
        let after = self.live(&with);
        let worse = before
            .iter()
            .zip(&after)
            .filter(|(before, after)| after.over > before.over || after.short > before.short);
        worse.map(|(before, _)| before.quota.key.as_str()).collect()
    }
}
