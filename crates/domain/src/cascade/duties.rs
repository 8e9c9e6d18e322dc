//! What a unit owes to a plan of a unit above, and which of several plans presses most.

use chrono::NaiveDate;

/// Where one thing that a plan above asks of a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Done, or not asked of this unit.
    Settled,
    /// Not done; the last day on which it is in time, where there is one.
    Open(Option<NaiveDate>),
}

/// How much a plan presses, in the order in which plans are shown: what has the nearest last day, or passed it longest
/// ago, comes first; then what is open without a day; then what is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pressing {
    /// Something is open until this day.
    Until(NaiveDate),
    /// Something is open, and no day was set.
    Someday,
    /// Nothing is open.
    Nothing,
}

/// How much a plan presses by all that it asks.
pub fn pressing(duties: impl IntoIterator<Item = Duty>) -> Pressing {
    let of = |duty| match duty {
        Duty::Settled => Pressing::Nothing,
        Duty::Open(None) => Pressing::Someday,
        Duty::Open(Some(day)) => Pressing::Until(day),
    };
    duties.into_iter().map(of).min().unwrap_or(Pressing::Nothing)
}

/// Days for which what was given or changed is marked as new.
pub const NEW_DAYS: i64 = 7;

/// Whether what was written on a day is still new.
pub fn is_new(written: NaiveDate, today: NaiveDate) -> bool {
    written <= today && (today - written).num_days() < NEW_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_nearest_or_longest_passed_day_presses_most() {
        let (march, april) = (day("2024-03-20"), day("2024-04-02"));
        for (duties, found) in [
            (vec![], Pressing::Nothing),
            (vec![Duty::Settled, Duty::Settled], Pressing::Nothing),
            (vec![Duty::Settled, Duty::Open(None)], Pressing::Someday),
            (vec![Duty::Open(None), Duty::Open(Some(april))], Pressing::Until(april)),
            (vec![Duty::Open(Some(april)), Duty::Settled, Duty::Open(Some(march))], Pressing::Until(march)),
        ] {
            assert_eq!(pressing(duties.clone()), found, "{duties:?}");
        }
        let mut order = vec![Pressing::Nothing, Pressing::Until(april), Pressing::Someday, Pressing::Until(march)];
        order.sort();
        assert_eq!(order, [Pressing::Until(march), Pressing::Until(april), Pressing::Someday, Pressing::Nothing]);
    }

    #[test]
    fn what_was_given_is_new_for_seven_days() {
        let today = day("2024-03-20");
        for (written, new) in
            [("2024-03-20", true), ("2024-03-14", true), ("2024-03-13", false), ("2024-03-21", false)]
        {
            assert_eq!(is_new(day(written), today), new, "{written}");
        }
    }
}
