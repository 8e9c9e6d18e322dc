//! Scores and ranks.

use super::rules::MOST;
use super::{Judged, Layout, RolledUp};

/// The score of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitScore {
    /// Weights times shares, each share at most 120 %, in hundredths of a percent; downwards.
    pub score: i64,
    /// The rank within year, province and kind, the highest score first; equal scores share a rank and leave a gap.
    pub rank: u32,
    /// How many targets have each [`super::Status`], in the order of [`super::Status::ALL`].
    pub counts: [u32; 5],
}

/// The score of a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvinceScore {
    /// As a unit's.
    pub score: i64,
    /// The rank within year and cluster.
    pub rank: u32,
}

fn score<'a>(layout: &Layout, judged: impl Iterator<Item = &'a Judged>) -> i64 {
    let points = |(one, rule): (&Judged, &super::TargetRule)| {
        one.percent.map_or(0, |percent| rule.weight.saturating_mul(percent.min(MOST)))
    };
    judged.zip(&layout.targets).map(points).fold(0i64, i64::saturating_add).div_euclid(100)
}

/// Ranks within groups: the highest score first, gaps after equal scores.
fn ranks(scores: &[i64], group: impl Fn(usize) -> (usize, usize)) -> Vec<u32> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_unstable_by_key(|at| (group(*at), std::cmp::Reverse(scores[*at])));
    let mut ranks = vec![0; scores.len()];
    let (mut place, mut rank, mut before) = (0, 0, None);
    for at in order {
        let here = (group(at), scores[at]);
        match before {
            Some((in_group, score)) if in_group == here.0 => {
                place += 1;
                if score != here.1 {
                    rank = place;
                }
            }
            _ => (place, rank) = (1, 1),
        }
        before = Some(here);
        ranks[at] = rank;
    }
    ranks
}

/// The units.
pub(super) fn units(layout: &Layout, judged: &[Judged]) -> Vec<UnitScore> {
    let targets = layout.targets.len();
    let mut found: Vec<UnitScore> = (0..layout.units.len())
        .map(|at| {
            let own = &judged[at * targets..(at + 1) * targets];
            let mut counts = [0; 5];
            for one in own {
                counts[one.status as usize] += 1;
            }
            UnitScore { score: score(layout, own.iter()), rank: 0, counts }
        })
        .collect();
    let scores: Vec<i64> = found.iter().map(|one| one.score).collect();
    let group = |at: usize| (layout.units[at].province, layout.units[at].kind);
    for (one, rank) in found.iter_mut().zip(ranks(&scores, group)) {
        one.rank = rank;
    }
    found
}

/// The provinces.
pub(super) fn provinces(layout: &Layout, targets: &[RolledUp]) -> Vec<ProvinceScore> {
    let count = layout.targets.len();
    let scores: Vec<i64> = (0..layout.provinces.len())
        .map(|at| score(layout, targets[at * count..(at + 1) * count].iter().map(|one| &one.judged)))
        .collect();
    let ranks = ranks(&scores, |at| (layout.provinces[at].cluster, 0));
    scores.into_iter().zip(ranks).map(|(score, rank)| ProvinceScore { score, rank }).collect()
}
