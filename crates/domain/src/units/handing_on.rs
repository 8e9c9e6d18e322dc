//! What becomes of something that runs when its unit ends: it is handed on whole, divided among successors, or settled
//! on the last day. Nothing is lost: what was reported until then stays where it was reported.

use crate::basics::Amount;
use crate::targets::Comparator;

/// What is done with one running thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// Another unit answers for it from the day on, with everything in it.
    Transfer(String),
    /// It is settled, and each successor gets a draft of its own with its part of every value that adds up.
    Split,
    /// It is summed up and closed on the last day.
    Settle,
    /// It stays as it is under the unit that ended, for a person to decide later.
    Leave,
}

impl Treatment {
    /// The word for forms and for the store: `transfer:UNIT`, `split`, `settle`, `leave`.
    pub fn code(&self) -> String {
        match self {
            Treatment::Transfer(unit) => format!("transfer:{unit}"),
            Treatment::Split => "split".to_owned(),
            Treatment::Settle => "settle".to_owned(),
            Treatment::Leave => "leave".to_owned(),
        }
    }

    /// The treatment of a code.
    pub fn from_code(code: &str) -> Option<Treatment> {
        match code {
            "split" => Some(Treatment::Split),
            "settle" => Some(Treatment::Settle),
            "leave" => Some(Treatment::Leave),
            _ => code
                .strip_prefix("transfer:")
                .filter(|unit| !unit.is_empty())
                .map(|u| Treatment::Transfer(u.into())),
        }
    }
}

/// What, beside plans and their movements, may run when a unit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunningKind {
    /// A covenant that it keeps or is a party to.
    Covenant,
    /// Its registration for emulation.
    Registration,
    /// A task that it gives, leads or works in.
    Task,
    /// A bottleneck in its register, or one that it answers for.
    Bottleneck,
    /// A problem that it decides or raised.
    Problem,
    /// What it was given of a target above.
    Assignment,
    /// An inspection that it makes, or in which it is still to be visited or has something to mend.
    Inspection,
    /// A further power of an account in it.
    Grant,
}

impl RunningKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [RunningKind; 8] = [
        RunningKind::Covenant,
        RunningKind::Registration,
        RunningKind::Task,
        RunningKind::Bottleneck,
        RunningKind::Problem,
        RunningKind::Assignment,
        RunningKind::Inspection,
        RunningKind::Grant,
    ];

    /// The word for forms and for the audit log.
    pub fn code(self) -> &'static str {
        match self {
            RunningKind::Covenant => "covenant",
            RunningKind::Registration => "registration",
            RunningKind::Task => "task",
            RunningKind::Bottleneck => "bottleneck",
            RunningKind::Problem => "problem",
            RunningKind::Assignment => "assignment",
            RunningKind::Inspection => "inspection",
            RunningKind::Grant => "grant",
        }
    }

    /// What is done with one unless somebody chooses: it goes to who follows; without one it is settled. What others
    /// still have to answer waits for them: work that is reported done, a problem that another authority decides.
    pub fn usual(self, part: RunningPart, awaits_others: bool, successor: Option<&str>) -> Treatment {
        match successor {
            Some(successor) => Treatment::Transfer(successor.to_owned()),
            None if self == RunningKind::Problem && part == RunningPart::Joins => Treatment::Leave,
            None if self == RunningKind::Task && part == RunningPart::Leads && awaits_others => Treatment::Leave,
            None => Treatment::Settle,
        }
    }
}

/// Which part a unit has in what runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunningPart {
    /// It is the unit's own: it keeps the covenant, gives the task, decides the problem.
    Owns,
    /// The unit answers for it: it leads the task, removes the bottleneck.
    Leads,
    /// The unit is one of several: a party, one that works in the task, the one that raised the problem.
    Joins,
}

/// Divides a value by weights so that the parts make exactly the whole: each part is a multiple of the smallest
/// digit that the value itself shows (3.027 con stays whole animals), and what is left goes to the largest remainders,
/// first come first.
///
/// Nothing when there are no weights, a weight is negative, or all are zero.
pub fn parts(value: Amount, weights: &[i64]) -> Option<Vec<Amount>> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if weights.is_empty() || weights.iter().any(|weight| *weight < 0) || sum == 0 {
        return None;
    }
    let stored = i128::from(value.ten_thousandths());
    let mut step = 10_000_i128;
    while step > 1 && stored % step != 0 {
        step /= 10;
    }
    let (sign, steps) = (stored.signum(), stored.abs() / step);
    let mut shares: Vec<(i128, i128)> = weights
        .iter()
        .map(|weight| (steps * i128::from(*weight) / sum, steps * i128::from(*weight) % sum))
        .collect();
    let mut left = steps - shares.iter().map(|(whole, _)| whole).sum::<i128>();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(shares[*index].1));
    for index in order {
        if left == 0 {
            break;
        }
        shares[index].0 += 1;
        left -= 1;
    }
    shares
        .into_iter()
        .map(|(whole, _)| i64::try_from(sign * whole * step).ok().map(Amount::from_ten_thousandths))
        .collect()
}

/// What each of several successors gets of a value that one unit was given: its part of an amount, a rate or a quality
/// as it is. Nothing where it cannot be known whether the value adds up; then a person says.
pub fn shared(
    value: Option<Amount>,
    comparator: Option<Comparator>,
    unit: Option<&str>,
    weights: &[i64],
) -> Option<Vec<Option<Amount>>> {
    const RATES: [&str; 3] = ["%", "‰", "/"];
    let each = || weights.iter().map(|_| value).collect();
    match value {
        None => comparator.is_some_and(Comparator::is_judged).then(each),
        Some(value) if divides(comparator, unit) => Some(parts(value, weights)?.into_iter().map(Some).collect()),
        Some(_) => unit.is_some_and(|unit| RATES.iter().any(|mark| unit.contains(mark))).then(each),
    }
}

/// Whether the value of a target can be divided among units: amounts and counts can, rates, scores and criteria cannot.
pub fn divides(comparator: Option<Comparator>, unit: Option<&str>) -> bool {
    const WHOLE: [&str; 6] = ["%", "‰", "/", "điểm", "tiêu chí", "thứ hạng"];
    let counted = matches!(
        comparator,
        Some(
            Comparator::Exactly
                | Comparator::AtLeast
                | Comparator::MoreThan
                | Comparator::AtMost
                | Comparator::LessThan
                | Comparator::Between
                | Comparator::About
        )
    );
    counted && unit.is_some_and(|unit| !WHOLE.iter().any(|mark| unit.contains(mark)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amounts(value: &str, weights: &[i64]) -> Vec<String> {
        let value = Amount::from_plain(value).expect("an amount");
        parts(value, weights).expect("parts").into_iter().map(Amount::plain).collect()
    }

    #[test]
    fn parts_keep_the_digits_of_the_whole() {
        assert_eq!(amounts("3027", &[1, 1]), ["1514", "1513"], "no half animals");
        assert_eq!(amounts("10", &[3, 3, 3]), ["4", "3", "3"]);
        assert_eq!(amounts("9007.4", &[50, 30, 20]), ["4503.7", "2702.2", "1801.5"]);
        assert_eq!(amounts("0.77", &[1, 2]), ["0.26", "0.51"]);
        assert_eq!(amounts("100", &[1, 0]), ["100", "0"]);
        assert_eq!(parts(Amount::whole(5), &[0, 0]), None);
        assert_eq!(parts(Amount::whole(5), &[]), None);
        assert_eq!(parts(Amount::whole(5), &[2, -1]), None);
    }

    #[test]
    fn amounts_are_divided_and_rates_are_not() {
        assert!(divides(Some(Comparator::Exactly), Some("con")));
        assert!(divides(Some(Comparator::AtLeast), Some("tỷ đồng")));
        for whole in ["%", "triệu đồng/người/năm", "tiêu chí", "điểm"] {
            assert!(!divides(Some(Comparator::AtLeast), Some(whole)), "{whole}");
        }
        assert!(!divides(Some(Comparator::Achieve), Some("con")));
        assert!(!divides(Some(Comparator::Exactly), None));
    }

    #[test]
    fn several_successors_share_an_amount_and_each_keeps_a_rate() {
        let value = |plain: &str| Amount::from_plain(plain).ok();
        let plain = |shares: Option<Vec<Option<Amount>>>| {
            shares.map(|all| all.into_iter().map(|one| one.map(Amount::plain)).collect::<Vec<_>>())
        };
        let some = |text: &str| Some(text.to_owned());
        let least = Some(Comparator::AtLeast);
        assert_eq!(plain(shared(value("35"), least, Some("hộ"), &[2, 1])), Some(vec![some("23"), some("12")]));
        assert_eq!(plain(shared(value("95"), least, Some("%"), &[2, 1])), Some(vec![some("95"), some("95")]));
        assert_eq!(plain(shared(None, Some(Comparator::Achieve), None, &[1, 1])), Some(vec![None, None]));
        assert_eq!(shared(value("13"), least, Some("tiêu chí"), &[1, 1]), None, "a person says");
        assert_eq!(
            shared(value("13"), least, None, &[1, 1]),
            None,
            "without a unit nobody knows whether it adds up"
        );
        assert_eq!(shared(value("35"), least, Some("hộ"), &[0, 0]), None);
    }

    #[test]
    fn what_runs_goes_to_who_follows_and_is_settled_without_one() {
        use RunningPart::{Joins, Leads, Owns};
        for kind in RunningKind::ALL {
            for part in [Owns, Leads, Joins] {
                assert_eq!(kind.usual(part, true, Some("u")), Treatment::Transfer("u".into()), "{kind:?}");
            }
            assert_eq!(kind.usual(Owns, true, None), Treatment::Settle, "{kind:?}");
        }
        assert_eq!(RunningKind::Task.usual(Leads, false, None), Treatment::Settle);
        assert_eq!(RunningKind::Task.usual(Leads, true, None), Treatment::Leave, "the giver still confirms it");
        assert_eq!(RunningKind::Problem.usual(Joins, false, None), Treatment::Leave, "another authority decides");
    }

    #[test]
    fn codes_name_their_treatments() {
        for one in [Treatment::Transfer("u".into()), Treatment::Split, Treatment::Settle, Treatment::Leave] {
            assert_eq!(Treatment::from_code(&one.code()), Some(one));
        }
        assert_eq!(Treatment::from_code("transfer:"), None);
    }

    proptest! {
        #[test]
        fn parts_make_the_whole(stored in -9_000_000_000_000_000_000i64..9_000_000_000_000_000_000,
                                weights in prop::collection::vec(0i64..1_000_000, 1..12)) {
            let value = Amount::from_ten_thousandths(stored);
            if let Some(parts) = parts(value, &weights) {
                let sum: i128 = parts.iter().map(|part| i128::from(part.ten_thousandths())).sum();
                prop_assert_eq!(sum, i128::from(stored));
                prop_assert_eq!(parts.len(), weights.len());
            }
        }
    }
}
