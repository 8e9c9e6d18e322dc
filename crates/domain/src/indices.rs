//! Index results per year (plan of Bình Sơn II.1.d: “nâng cao điểm số, thứ hạng của 06 Chỉ số”): a score that is better
//! higher, a rank that is better lower, and how a year stands to the year before and to what was aimed at.

use crate::basics::Amount;
use std::cmp::Ordering;

/// Score and rank of a body in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The score.
    pub score: Option<Amount>,
    /// The rank, from 1.
    pub rank: Option<u32>,
    /// Of how many.
    pub of: Option<u32>,
}

/// Why a reading cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingProblem {
    /// Neither score nor rank.
    Empty,
    /// A rank of nought.
    RankZero,
    /// A rank beyond the number of those ranked.
    RankBeyond,
    /// A negative score.
    ScoreNegative,
}

impl Reading {
    /// Whether it can be.
    ///
    /// # Errors
    /// What is wrong.
    pub fn check(self) -> Result<(), ReadingProblem> {
        match self {
            Reading { score: None, rank: None, .. } => Err(ReadingProblem::Empty),
            Reading { rank: Some(0), .. } => Err(ReadingProblem::RankZero),
            Reading { rank: Some(rank), of: Some(of), .. } if rank > of => Err(ReadingProblem::RankBeyond),
            Reading { score: Some(score), .. } if score < Amount::ZERO => Err(ReadingProblem::ScoreNegative),
            _ => Ok(()),
        }
    }
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Better than the year before.
    Better,
    /// As the year before.
    Same,
    /// Worse.
    Worse,
}

impl Way {
    fn of(ordering: Ordering) -> Way {
        match ordering {
            Ordering::Greater => Way::Better,
            Ordering::Equal => Way::Same,
            Ordering::Less => Way::Worse,
        }
    }
}

/// The change against the year before; nothing where one of the two years is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// By how much the score went up (negative: down), and which way that is.
    pub score: Option<(Amount, Way)>,
    /// By how many places the rank rose (negative: fell), and which way that is.
    pub rank: Option<(i64, Way)>,
    /// The number of those ranked differs: places of two years are not of one list.
    pub other_field: bool,
}

/// Compares a year with the one before. A higher score is better; a lower rank is better.
pub fn change(before: Option<Reading>, now: Reading) -> Change {
    let Some(before) = before else { return Change::default() };
    let score = match (before.score, now.score) {
        (Some(before), Some(now)) => now.minus(before).map(|by| (by, Way::of(now.cmp(&before)))),
        _ => None,
    };
    let rank = match (before.rank, now.rank) {
        (Some(before), Some(now)) => Some((i64::from(before) - i64::from(now), Way::of(before.cmp(&now)))),
        _ => None,
    };
    let other_field = rank.is_some() && before.of.is_some() && now.of.is_some() && before.of != now.of;
    Change { score, rank, other_field }
}

/// What was aimed at for a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    /// “Nâng điểm số”: a higher score than the year before.
    pub score_rises: bool,
    /// “Nâng thứ hạng”: a better place than the year before.
    pub rank_rises: bool,
    /// At least this score.
    pub score: Option<Amount>,
    /// At most this rank.
    pub rank: Option<u32>,
}

impl Aim {
    /// Whether anything is aimed at.
    pub fn is_set(self) -> bool {
        self != Aim::default()
    }

    /// Whether the aim is reached; `None` while a part of it cannot be told, unless another part is missed already.
    pub fn reached(self, before: Option<Reading>, now: Option<Reading>) -> Option<bool> {
        if !self.is_set() {
            return None;
        }
        let now = now?;
        let moved = change(before, now);
        let rose = |way: Option<Way>| way.map(|way| way == Way::Better);
        let parts = [
            self.score_rises.then(|| rose(moved.score.map(|(_, way)| way))),
            self.rank_rises.then(|| rose(moved.rank.map(|(_, way)| way))),
            self.score.map(|bar| now.score.map(|score| score >= bar)),
            self.rank.map(|bar| now.rank.map(|rank| rank <= bar)),
        ];
        let asked: Vec<Option<bool>> = parts.into_iter().flatten().collect();
        if asked.contains(&Some(false)) {
            return Some(false);
        }
        asked.iter().all(|part| *part == Some(true)).then_some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(score: &str, rank: u32, of: u32) -> Reading {
        Reading { score: Amount::from_plain(score).ok(), rank: Some(rank), of: Some(of) }
    }

    #[test]
    fn a_score_is_better_higher_and_a_rank_is_better_lower() {
        let before = reading("84.5", 12, 63);
        for (now, score, rank) in [
            (reading("86", 9, 63), Way::Better, Way::Better),
            (reading("86", 15, 63), Way::Better, Way::Worse),
            (reading("84.5", 12, 63), Way::Same, Way::Same),
            (reading("80.25", 1, 63), Way::Worse, Way::Better),
        ] {
            let moved = change(Some(before), now);
            assert_eq!(moved.score.map(|(_, way)| way), Some(score), "{now:?}");
            assert_eq!(moved.rank.map(|(_, way)| way), Some(rank), "{now:?}");
        }
        let moved = change(Some(before), reading("86", 9, 63));
        assert_eq!(moved.score.map(|(by, _)| by.vietnamese()), Some("1,5".into()));
        assert_eq!(moved.rank.map(|(by, _)| by), Some(3), "three places up");
        assert!(change(Some(before), reading("86", 9, 34)).other_field, "63 provinces became 34");
        assert_eq!(change(None, before), Change::default());
    }

    #[test]
    fn a_reading_that_cannot_be_is_refused() {
        for (one, problem) in [
            (Reading::default(), Err(ReadingProblem::Empty)),
            (Reading { rank: Some(0), ..Reading::default() }, Err(ReadingProblem::RankZero)),
            (reading("1", 64, 63), Err(ReadingProblem::RankBeyond)),
            (reading("-1", 3, 63), Err(ReadingProblem::ScoreNegative)),
            (Reading { rank: Some(70), ..Reading::default() }, Ok(())),
            (reading("100", 63, 63), Ok(())),
        ] {
            assert_eq!(one.check(), problem, "{one:?}");
        }
    }

    #[test]
    fn an_aim_is_reached_when_all_of_it_is_and_missed_when_any_of_it_is() {
        let before = Some(reading("84.5", 12, 63));
        let both = Aim { score_rises: true, rank_rises: true, ..Aim::default() };
        let bar = Aim { score: Some(Amount::whole(85)), rank: Some(10), ..Aim::default() };
        let only_score = Reading { score: Some(Amount::whole(86)), ..Reading::default() };
        for (aim, before, now, reached) in [
            (Aim::default(), before, Some(reading("86", 9, 63)), None),
            (both, before, None, None),
            (both, before, Some(reading("86", 9, 63)), Some(true)),
            (both, before, Some(reading("86", 12, 63)), Some(false)),
            (both, None, Some(reading("86", 9, 63)), None),
            (both, before, Some(only_score), None),
            (bar, None, Some(reading("85", 10, 63)), Some(true)),
            (bar, None, Some(reading("84.99", 10, 63)), Some(false)),
            (bar, None, Some(only_score), None),
            (bar, None, Some(Reading { rank: Some(11), ..Reading::default() }), Some(false)),
        ] {
            assert_eq!(aim.reached(before, now), reached, "{aim:?} {now:?}");
        }
    }
}
