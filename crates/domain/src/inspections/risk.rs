//! Why a reported line, or a unit, deserves a look: each reason with its points, each shown. Points only order the list;
//! they say nothing against anybody.

use crate::basics::Amount;
use crate::targets::Direction;
use rust_decimal::Decimal;

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No report was handed in.
    NoReport,
    /// The report came so many days late.
    Late(i64),
    /// Corrected so many times after it was handed in.
    Corrected(i64),
    /// No evidence is attached.
    NoEvidence,
    /// The same document or file is cited by so many units.
    SharedEvidence(i64),
    /// The evidence is dated after the report was sent, or outside the period.
    DatedOutside,
    /// So many percent away from the unit's own earlier year, in its favour.
    FromEarlierYear(i64),
    /// So many percent away from the middle of the peers, in its favour.
    FromPeers(i64),
    /// An earlier value was verified as so many percent worse than reported.
    VerifiedLower(i64),
    /// The unit was never visited.
    NeverVisited,
    /// The last visit lies so many days back.
    LongNotVisited(i64),
}

impl Reason {
    /// The word for the store.
    pub fn code(self) -> String {
        match self {
            Reason::NoReport => "no-report".to_owned(),
            Reason::Late(n) => format!("late:{n}"),
            Reason::Corrected(n) => format!("corrected:{n}"),
            Reason::NoEvidence => "no-evidence".to_owned(),
            Reason::SharedEvidence(n) => format!("shared-evidence:{n}"),
            Reason::DatedOutside => "dated-outside".to_owned(),
            Reason::FromEarlierYear(n) => format!("from-earlier-year:{n}"),
            Reason::FromPeers(n) => format!("from-peers:{n}"),
            Reason::VerifiedLower(n) => format!("verified-lower:{n}"),
            Reason::NeverVisited => "never-visited".to_owned(),
            Reason::LongNotVisited(n) => format!("long-not-visited:{n}"),
        }
    }

    /// The reason of a code.
    pub fn from_code(code: &str) -> Option<Reason> {
        let (word, n) = code.split_once(':').unwrap_or((code, ""));
        let n = || n.parse::<i64>().ok();
        Some(match word {
            "no-report" => Reason::NoReport,
            "late" => Reason::Late(n()?),
            "corrected" => Reason::Corrected(n()?),
            "no-evidence" => Reason::NoEvidence,
            "shared-evidence" => Reason::SharedEvidence(n()?),
            "dated-outside" => Reason::DatedOutside,
            "from-earlier-year" => Reason::FromEarlierYear(n()?),
            "from-peers" => Reason::FromPeers(n()?),
            "verified-lower" => Reason::VerifiedLower(n()?),
            "never-visited" => Reason::NeverVisited,
            "long-not-visited" => Reason::LongNotVisited(n()?),
            _ => return None,
        })
    }

    /// Its points, as the method is published.
    pub fn points(self) -> i64 {
        match self {
            Reason::VerifiedLower(_) => 5,
            Reason::FromEarlierYear(_)
            | Reason::FromPeers(_)
            | Reason::NoReport
            | Reason::SharedEvidence(_)
            | Reason::DatedOutside => 3,
            Reason::Late(_) | Reason::NoEvidence | Reason::NeverVisited => 2,
            Reason::Corrected(n) => n.clamp(0, 3),
            Reason::LongNotVisited(_) => 1,
        }
    }
}

/// The points of some reasons together.
pub fn points(reasons: &[Reason]) -> i64 {
    reasons.iter().map(|reason| reason.points()).sum()
}

/// A value counts as far away from another from half of it on.
const FAR_PERCENT: i64 = 50;
/// Fewer peers tell nothing.
const FEWEST_PEERS: usize = 3;
/// The last visit lies long back after so many days.
const LONG_DAYS: i64 = 365;

/// What is known of a line.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// Whether a report was asked for and not handed in.
    pub missing: bool,
    /// Days after the last day.
    pub days_late: i64,
    /// Corrections after it was handed in.
    pub corrections: i64,
    /// A value without a file.
    pub without_evidence: bool,
    /// Units that cite the same evidence, where it is more than this one.
    pub shared_evidence: i64,
    /// The day on the evidence lies outside.
    pub dated_outside: bool,
    /// The value.
    pub value: Option<Amount>,
    /// The unit's own value of an earlier year.
    pub earlier: Option<Amount>,
    /// What it reached of what was given to it, in percent.
    pub rate: Option<Amount>,
    /// The same of the other units with this target.
    pub peers: &'a [Amount],
    /// Which way is better.
    pub direction: Direction,
    /// The largest gap in percent by which an earlier value of the unit was verified as worse.
    pub verified_gap: Option<Amount>,
    /// Whether visits are looked at, and days since the last one; `Some(None)` is never visited.
    pub visited: Option<Option<i64>>,
}

/// The reasons that hold, the weightiest first.
pub fn reasons(known: &Known<'_>) -> Vec<Reason> {
    let mut found = Vec::new();
    if known.missing {
        found.push(Reason::NoReport);
    }
    if known.days_late > 0 {
        found.push(Reason::Late(known.days_late));
    }
    if known.corrections > 0 {
        found.push(Reason::Corrected(known.corrections));
    }
    if known.without_evidence {
        found.push(Reason::NoEvidence);
    }
    if known.shared_evidence > 0 {
        found.push(Reason::SharedEvidence(known.shared_evidence));
    }
    if known.dated_outside {
        found.push(Reason::DatedOutside);
    }
    if let Some((value, earlier)) = known.value.zip(known.earlier) {
        found.extend(far(value, earlier, known.direction).map(Reason::FromEarlierYear));
    }
    if let Some((rate, middle)) = known.rate.zip(median(known.peers)) {
        found.extend(far(rate, middle, known.direction).map(Reason::FromPeers));
    }
    if let Some(gap) = known.verified_gap.filter(|gap| *gap > Amount::ZERO) {
        found.push(Reason::VerifiedLower(whole(gap.decimal())));
    }
    match known.visited {
        Some(None) => found.push(Reason::NeverVisited),
        Some(Some(days)) if days > LONG_DAYS => found.push(Reason::LongNotVisited(days)),
        _ => {}
    }
    found.sort_by_key(|reason| std::cmp::Reverse(reason.points()));
    found
}

/// By how many percent a value lies away from another in favour of the unit, where that is far. From zero nothing is far.
fn far(value: Amount, from: Amount, direction: Direction) -> Option<i64> {
    let difference = value.decimal() - from.decimal();
    let share = difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from.decimal().abs())?;
    let favourable = match direction {
        Direction::Higher => share,
        Direction::Lower => -share,
        Direction::Neither => share.abs(),
    };
    (favourable >= Decimal::from(FAR_PERCENT)).then(|| whole(favourable))
}

/// The middle one of some values; the lower of two in the middle. None of fewer than three.
fn median(values: &[Amount]) -> Option<Amount> {
    if values.len() < FEWEST_PEERS {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get((sorted.len() - 1) / 2).copied()
}

fn whole(value: Decimal) -> i64 {
    i64::try_from(value.round()).unwrap_or(i64::MAX)
}
