//! Three answers: met, not met, not known; and how they combine (Kleene).

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The facts say that it is not met.
    False,
    /// A fact is missing.
    Unknown,
    /// The facts say that it is met.
    True,
}

impl Outcome {
    /// Of a thing that is known.
    pub fn of(met: bool) -> Outcome {
        if met { Outcome::True } else { Outcome::False }
    }

    /// All of them: one that is not met decides, else one that is not known.
    pub fn all(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
        let mut worst = Outcome::True;
        for outcome in outcomes {
            worst = worst.min(outcome);
            if worst == Outcome::False {
                break;
            }
        }
        worst
    }

    /// Any of them: one that is met decides, else one that is not known.
    pub fn any(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
        let mut best = Outcome::False;
        for outcome in outcomes {
            best = best.max(outcome);
            if best == Outcome::True {
                break;
            }
        }
        best
    }

    /// At least `wanted` of things of which `met` are known to count and `open` are not known.
    pub fn at_least(wanted: u32, met: u32, open: u32) -> Outcome {
        if met >= wanted {
            Outcome::True
        } else if met.saturating_add(open) >= wanted {
            Outcome::Unknown
        } else {
            Outcome::False
        }
    }

    /// `true`, `false` or `unknown`, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::True => "true",
            Outcome::False => "false",
            Outcome::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome::{self, False as F, True as T, Unknown as U};
    use proptest::prelude::*;

    #[test]
    fn what_is_not_known_stays_open_unless_something_else_decides() {
        for (left, right, all, any) in
            [(T, T, T, T), (T, U, U, T), (T, F, F, T), (U, U, U, U), (U, F, F, U), (F, F, F, F)]
        {
            for pair in [[left, right], [right, left]] {
                assert_eq!(Outcome::all(pair), all, "{pair:?}");
                assert_eq!(Outcome::any(pair), any, "{pair:?}");
            }
        }
        assert_eq!(Outcome::all([]), T);
        assert_eq!(Outcome::any([]), F);
    }

    proptest! {
        #[test]
        fn learning_a_fact_never_turns_a_sure_answer(wanted in 0_u32..9, met in 0_u32..9, open in 0_u32..9, more in 0_u32..9) {
            let before = Outcome::at_least(wanted, met, open);
            let counted = more.min(open);
            let after = Outcome::at_least(wanted, met + counted, 0);
            prop_assert!(before == U || before == after, "{before:?} {after:?}");
        }
    }
}
