use super::*;

fn amount(text: &str) -> Amount {
    Amount::from_plain(text).expect("an amount")
}

fn asked(comparator: Comparator, direction: Direction, value: &str, method: Method) -> Asked {
    Asked { comparator, direction, value: Some(amount(value)), method }
}

fn years(of: &[(i32, &str, &str)]) -> Vec<Year> {
    let read = |text: &str| (!text.is_empty()).then(|| amount(text));
    of.iter()
        .map(|(year, planned, actual)| Year { year: *year, planned: read(planned), actual: read(actual) })
        .collect()
}

#[test]
fn years_that_add_up_are_summed_against_the_goal_of_the_term() {
    let goal = asked(Comparator::AtLeast, Direction::Higher, "100", Method::Sum);
    let found = view(&goal, &years(&[(2021, "20", "22"), (2022, "20", "15"), (2023, "20", "")]), 2025);
    assert_eq!(found.years[0].status, Some(Status::Exceeded));
    assert_eq!(found.years[1].status, Some(Status::Missed));
    assert_eq!(found.years[2].status, None, "nobody has entered it");
    assert_eq!((found.so_far, found.remaining), (Some(amount("37")), Some(amount("63"))));
    assert_eq!(found.status, Some(Status::AtRisk), "behind the newest step, and the term goes on");
    assert!(found.gaps.is_empty(), "the years to come are no gaps");
}

#[test]
fn a_level_is_that_of_the_newest_year() {
    let goal = asked(Comparator::AtMost, Direction::Lower, "1.2", Method::Level);
    let found = view(&goal, &years(&[(2021, "4", "3.9"), (2022, "3", "3"), (2024, "2", "1.5")]), 2025);
    assert_eq!((found.so_far, found.remaining), (Some(amount("1.5")), Some(amount("0.3"))));
    assert_eq!(found.status, Some(Status::OnTrack));
    let late = view(&goal, &years(&[(2021, "4", "3.9"), (2022, "3", ""), (2023, "2", "2.5")]), 2025);
    assert_eq!(late.gaps, [2022]);
    assert_eq!(late.status, Some(Status::AtRisk));
}

#[test]
fn a_term_is_missed_only_when_its_last_year_is_in() {
    let goal = asked(Comparator::AtLeast, Direction::Higher, "60", Method::Level);
    for (last, status) in [("55", Status::Missed), ("60", Status::Met), ("61", Status::Exceeded)] {
        let found = view(&goal, &years(&[(2024, "50", "48"), (2025, "60", last)]), 2025);
        assert_eq!(found.status, Some(status), "{last}");
    }
    let early = view(&goal, &years(&[(2024, "50", "61")]), 2025);
    assert_eq!(early.status, Some(Status::OnTrack), "a level can be lost again");
    let sum = Asked { method: Method::Sum, ..goal };
    let early = view(&sum, &years(&[(2024, "50", "61")]), 2025);
    assert_eq!(early.status, Some(Status::Exceeded), "what is added up is not lost");
}

#[test]
fn nothing_entered_is_not_begun_and_no_value_is_no_judgement() {
    let goal = asked(Comparator::AtLeast, Direction::Higher, "60", Method::Sum);
    assert_eq!(view(&goal, &[], 2025).status, Some(Status::NotBegun));
    let open = Asked { value: None, ..goal };
    let found = view(&open, &years(&[(2024, "50", "61")]), 2025);
    assert_eq!((found.status, found.remaining, found.so_far), (None, None, Some(amount("61"))));
}

proptest::proptest! {
    #[test]
    fn the_sum_does_not_depend_on_the_order_of_the_years(
        actuals in proptest::collection::vec(proptest::option::of(0_i32..10_000), 1..8), turn in 0_usize..8
    ) {
        let goal = asked(Comparator::AtLeast, Direction::Higher, "5000", Method::Sum);
        let mut list: Vec<Year> = actuals.iter().zip(2018..).map(|(actual, year)| {
            Year { year, planned: None, actual: actual.map(Amount::whole) }
        }).collect();
        let before = view(&goal, &list, 2030);
        let turned = turn % list.len();
        list.rotate_left(turned);
        proptest::prop_assert_eq!(&view(&goal, &list, 2030), &before);
        let sum: i32 = actuals.iter().flatten().sum();
        let known = actuals.iter().any(Option::is_some);
        proptest::prop_assert_eq!(before.so_far, known.then(|| Amount::whole(sum)));
    }
}
