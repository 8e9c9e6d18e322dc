use super::*;
use crate::access::Role;
use chrono::NaiveDate;

#[test]
fn or_better_is_that_grade_and_those_above_it() {
    use Grade::{Completed, Excellent, Good, NotCompleted};
    let table = [
        (NotCompleted, [true, false, false, false]),
        (Completed, [true, true, false, false]),
        (Good, [true, true, true, false]),
        (Excellent, [true, true, true, true]),
    ];
    for (grade, fits) in table {
        for (bar, fit) in Grade::ALL.iter().zip(fits) {
            assert_eq!(grade.at_least(*bar), fit, "{grade:?} against {bar:?}");
        }
    }
    for grade in Grade::ALL {
        assert_eq!(Grade::from_code(grade.code()), Some(*grade));
    }
}

#[test]
fn a_grade_goes_from_the_own_word_to_a_decision_and_only_a_decision_with_a_reason_changes_a_decision() {
    use Refused::{AlreadyDecided, AlreadyProposed, DocumentMissing, ReasonMissing};
    use Stage::{Decided, Proposed, SelfGraded};
    for (now, to, document, reason, answer) in [
        (None, SelfGraded, false, false, Ok(())),
        (None, Proposed, false, false, Ok(())),
        (None, Decided, true, false, Ok(())),
        (None, Decided, false, false, Err(DocumentMissing)),
        (Some(SelfGraded), SelfGraded, false, false, Ok(())),
        (Some(SelfGraded), Proposed, false, false, Ok(())),
        (Some(SelfGraded), Decided, true, false, Ok(())),
        (Some(Proposed), SelfGraded, false, true, Err(AlreadyProposed)),
        (Some(Proposed), Proposed, false, false, Ok(())),
        (Some(Proposed), Decided, true, false, Ok(())),
        (Some(Proposed), Decided, false, true, Err(DocumentMissing)),
        (Some(Decided), SelfGraded, true, true, Err(AlreadyDecided)),
        (Some(Decided), Proposed, true, true, Err(AlreadyDecided)),
        (Some(Decided), Decided, true, false, Err(ReasonMissing)),
        (Some(Decided), Decided, false, true, Err(DocumentMissing)),
        (Some(Decided), Decided, true, true, Ok(())),
    ] {
        assert_eq!(write(now, to, document, reason), answer, "{now:?} to {to:?}");
    }
}

#[test]
fn who_said_or_proposed_a_grade_decides_it_only_where_nobody_else_may() {
    use Deciding::{Alone, ByAnother, Freely};
    use Stage::{Decided, Proposed, SelfGraded};
    let day = NaiveDate::from_ymd_opt(2022, 12, 1).expect("a day");
    let head = Actor::new("a".into(), Role::Head, Some("u".into()), Vec::new(), day);
    let written: [(&[(Stage, Option<&str>)], bool); 8] = [
        (&[], false),
        (&[(SelfGraded, Some("b"))], false),
        (&[(SelfGraded, Some("a"))], true),
        (&[(Proposed, Some("a"))], true),
        // what somebody else wrote over it does not undo it
        (&[(SelfGraded, Some("a")), (Proposed, Some("b"))], true),
        (&[(SelfGraded, Some("a")), (Proposed, Some("b")), (Decided, Some("c"))], true),
        // an own decision is no word of one's own
        (&[(Proposed, Some("b")), (Decided, Some("a"))], false),
        (&[(SelfGraded, None)], false),
    ];
    for (written, own) in written {
        for others in [true, false] {
            let expected = match (own, others) {
                (false, _) => Freely,
                (true, true) => ByAnother,
                (true, false) => Alone,
            };
            assert_eq!(deciding(written, others, &head), expected, "{written:?} {others}");
        }
    }
}

fn basis(all: i64, short: i64) -> Basis {
    Basis { kind: BasisKind::Targets, name: String::new(), done: all - short, all, short, address: None }
}

#[test]
fn only_the_ends_of_the_scale_can_differ_from_the_data() {
    let (good, bad, nothing) = (vec![basis(5, 0)], vec![basis(5, 2), basis(3, 1)], Vec::new());
    for (grade, bases, differs_by) in [
        (Grade::Excellent, &bad, Some(Differs::Above(3))),
        (Grade::Excellent, &good, None),
        (Grade::Excellent, &nothing, None),
        (Grade::Good, &bad, None),
        (Grade::Completed, &bad, None),
        (Grade::NotCompleted, &bad, None),
        (Grade::NotCompleted, &good, Some(Differs::Below)),
        (Grade::NotCompleted, &nothing, None),
    ] {
        assert_eq!(differs(grade, bases), differs_by, "{grade:?}");
    }
}

#[test]
fn counts_and_shares_are_exact_and_nothing_divides_by_zero() {
    let mut tally = Tally::default();
    assert_eq!((tally.share(Grade::Good), tally.excellent_among_good()), (None, None));
    for (grade, times) in
        [(Some(Grade::Excellent), 2), (Some(Grade::Good), 7), (Some(Grade::Completed), 1), (None, 2)]
    {
        for _ in 0..times {
            tally.add(grade);
        }
    }
    assert_eq!((tally.graded(), tally.missing, tally.all()), (10, 2, 12));
    assert_eq!((tally.at_least(Grade::Good), tally.at_least(Grade::NotCompleted)), (9, 10));
    let shown = |amount: Option<Amount>| amount.map(Amount::vietnamese).unwrap_or_default();
    assert_eq!(shown(tally.share(Grade::Excellent)), "20");
    assert_eq!(shown(tally.share_at_least(Grade::Good)), "75", "of all, also of those without a grade");
    assert_eq!(shown(tally.excellent_among_good()), "22,22");
}

proptest::proptest! {
    #[test]
    fn every_bar_splits_the_graded_in_two(counts in proptest::collection::vec(0_usize..4, 0..60)) {
        let mut tally = Tally::default();
        for at in &counts {
            tally.add(Some(Grade::ALL[*at]));
        }
        for bar in Grade::ALL {
            let below = counts.iter().filter(|at| Grade::ALL[**at] < *bar).count();
            proptest::prop_assert_eq!(tally.at_least(*bar) as usize + below, counts.len());
        }
    }
}
