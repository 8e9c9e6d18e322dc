use super::*;
use proptest::prelude::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
}

#[test]
fn the_arrows_of_a_covenant_are_these_and_no_others() {
    let mut table = String::new();
    for from in State::ALL {
        let open: Vec<&str> = State::ALL.into_iter().filter(|to| from.step(*to).is_ok()).map(State::code).collect();
        table.push_str(format!("{:9} → {}", from.code(), open.join(", ")).trim_end());
        table.push('\n');
    }
    let expected = "\
draft     → ready
ready     → draft, signed
signed    → in-force
in-force  → settled
settled   → archived
archived  →
";
    assert_eq!(table, expected, "\n{table}");
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(state));
        assert_eq!(state.is_open(), state == State::Draft, "only a draft is written in");
    }
}

#[test]
fn a_covenant_binds_at_least_two_and_each_promises_something() {
    assert_eq!(not_ready(1, &[], 1), [NotReady::FewerThanTwoParties]);
    assert_eq!(not_ready(2, &[0], 0), [NotReady::NoCommitment]);
    assert_eq!(not_ready(3, &[1, 0], 0), [NotReady::PartyWithoutCommitment]);
    assert_eq!(not_ready(3, &[0, 0], 2), []);
    assert_eq!(not_ready(3, &[1, 2], 0), []);
}

fn base() -> Vec<(String, i64)> {
    vec![("a".into(), 8), ("b".into(), 99), ("c".into(), 27)]
}

#[test]
fn an_annex_changes_a_promise_from_its_day_and_not_before() {
    let annexes = [
        Annex {
            number: 2,
            effective: day(9, 1),
            amendments: vec![Amendment::Replace("a".into(), 12), Amendment::Add("d".into(), 1)],
        },
        Annex {
            number: 1,
            effective: day(7, 1),
            amendments: vec![Amendment::Replace("a".into(), 10), Amendment::Drop("b".into())],
        },
    ];
    let on = |day| -> Vec<(String, i64, Option<u32>)> {
        in_force_on(&base(), &annexes, day).into_iter().map(|one| (one.id, one.terms, one.annex)).collect()
    };
    assert_eq!(on(day(6, 30)), [("a".into(), 8, None), ("b".into(), 99, None), ("c".into(), 27, None)]);
    assert_eq!(on(day(7, 1)), [("a".into(), 10, Some(1)), ("c".into(), 27, None)]);
    assert_eq!(on(day(9, 1)), [("a".into(), 12, Some(2)), ("c".into(), 27, None), ("d".into(), 1, Some(2))]);
}

#[test]
fn only_figures_that_decide_settle_a_promise_without_a_person() {
    for status in Status::ALL {
        let decided = matches!(status, Status::Met | Status::Exceeded | Status::Missed);
        assert_eq!(Outcome::of(Some(status)) != Outcome::NeedsPerson, decided, "{status:?}");
    }
    assert_eq!(Outcome::of(None), Outcome::NeedsPerson);
    assert!(!Outcome::BY_PERSON.contains(&Outcome::NeedsPerson));
}

proptest! {
    #[test]
    fn the_day_before_an_annex_nothing_of_it_holds(from in 2_u32..27, value in 100_i64..200, number in 1_u32..9) {
        let annex = Annex {
            number,
            effective: day(8, from),
            amendments: vec![Amendment::Replace("b".into(), value), Amendment::Add("z".into(), value)],
        };
        let annexes = [annex];
        let untouched = in_force_on(&base(), &[], day(8, from - 1));
        prop_assert_eq!(in_force_on(&base(), &annexes, day(8, from - 1)), untouched);
        let after = in_force_on(&base(), &annexes, day(8, from));
        prop_assert_eq!(after.iter().filter(|one| one.annex == Some(number)).count(), 2);
        prop_assert_eq!(after.len(), 4);
    }
}
