//! Named sets of criteria (“chi bộ bốn tốt”, “3 dám, 3 hơn, 5 rõ”) and how far a unit meets each.

use super::kind::coded;

coded! {
    /// How far a unit meets a criterion.
    Grade {
        /// Đạt.
        Met => "met",
        /// Đạt một phần.
        Partly => "partly",
        /// Chưa đạt.
        NotMet => "not-met",
    }
}

/// A criterion of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// The group it stands in: “3 dám”.
    pub group: String,
    /// Its words.
    pub text: String,
}

/// A set of criteria of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriteriaSet {
    /// Short word that stays.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Folded words of a motto or movement by which it is proposed.
    pub keeps: Vec<String>,
    /// The criteria in order.
    pub criteria: Vec<Criterion>,
    /// Where the words come from.
    pub source: String,
    /// `V` verified, `S` seen in a secondary source, `U` unverified: then a person confirms it before use.
    pub mark: String,
}

/// How a unit stands in a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Criteria of the set.
    pub all: usize,
    /// Met.
    pub met: usize,
    /// Met in part.
    pub partly: usize,
    /// Not met.
    pub not_met: usize,
}

impl Standing {
    /// Counts marks; a criterion without one is not assessed yet.
    pub fn of(marks: &[Option<Grade>]) -> Standing {
        let count = |grade| marks.iter().filter(|mark| **mark == Some(grade)).count();
        Standing {
            all: marks.len(),
            met: count(Grade::Met),
            partly: count(Grade::Partly),
            not_met: count(Grade::NotMet),
        }
    }

    /// Criteria that nobody has assessed yet.
    pub fn open(self) -> usize {
        self.all - self.met - self.partly - self.not_met
    }

    /// Whether the whole set is met: `None` while it cannot be said. One criterion that is not met decides at once.
    pub fn whole(self) -> Option<bool> {
        match (self.not_met + self.partly, self.open()) {
            (0, 0) if self.all > 0 => Some(true),
            (0, _) => None,
            _ => Some(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_set_is_met_when_every_criterion_is() {
        use Grade::{Met, NotMet, Partly};
        for (marks, whole) in [
            (vec![Some(Met), Some(Met)], Some(true)),
            (vec![Some(Met), None], None),
            (vec![Some(NotMet), None], Some(false)),
            (vec![Some(Met), Some(Partly)], Some(false)),
            (vec![], None),
        ] {
            assert_eq!(Standing::of(&marks).whole(), whole, "{marks:?}");
        }
    }

    proptest! {
        #[test]
        fn counts_make_the_whole(codes in prop::collection::vec(0usize..4, 0..30)) {
            let marks: Vec<Option<Grade>> = codes.iter().map(|code| Grade::ALL.get(*code).copied()).collect();
            let standing = Standing::of(&marks);
            prop_assert_eq!(standing.met + standing.partly + standing.not_met + standing.open(), marks.len());
        }
    }
}
