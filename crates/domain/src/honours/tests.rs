//! Tables and properties of shares and repeat winners.

use super::repeats::{Repeat, repeats};
use super::shares::{Counted, Part, Trend, shares};
use super::{Given, words};
use crate::people::PersonKind;
use crate::quotas::Group;
use proptest::prelude::*;
use std::collections::BTreeSet;

use PersonKind::{Collective, Household, Individual};

fn given(subject: &str, kind: PersonKind, year: i32, groups: Option<&[Group]>) -> Given {
    Given {
        subject: subject.into(),
        kind,
        award: "GK".into(),
        year,
        groups: groups.map(|groups| groups.iter().copied().collect()),
    }
}

fn two_years() -> Vec<Given> {
    use Group::{DirectWorker, Farmer, Leader, NonLeader, Woman};
    vec![
        given("a", Individual, 2024, Some(&[DirectWorker, NonLeader, Farmer])),
        given("b", Individual, 2024, Some(&[DirectWorker, NonLeader, Woman])),
        given("c", Individual, 2024, Some(&[Leader])),
        given("h", Household, 2024, None),
        given("a", Individual, 2025, Some(&[DirectWorker, NonLeader, Farmer])),
        given("b", Individual, 2025, Some(&[NonLeader, Woman])),
        given("c", Individual, 2025, Some(&[Leader])),
        given("d", Individual, 2025, None),
        given("u", Collective, 2025, None),
        given("h", Household, 2025, None),
    ]
}

#[test]
fn shares_of_two_years_are_compared_exactly_and_falls_are_told() {
    let all = shares(&two_years(), 2025);
    let of = |counted| *all.iter().find(|share| share.counted == counted).expect("a share");
    for (counted, now, before, trend, warns) in [
        (Counted::Group(Group::DirectWorker), (1, 3), (2, 3), Trend::Fell, true),
        (Counted::Group(Group::Farmer), (1, 3), (1, 3), Trend::Same, false),
        (Counted::Group(Group::NonLeader), (2, 3), (2, 3), Trend::Same, false),
        (Counted::Group(Group::Woman), (1, 3), (1, 3), Trend::Same, false),
        (Counted::Group(Group::Leader), (1, 3), (1, 3), Trend::Same, false),
        (Counted::Group(Group::Worker), (0, 3), (0, 3), Trend::Same, false),
        (Counted::Households, (1, 6), (1, 4), Trend::Fell, true),
    ] {
        let share = of(counted);
        assert_eq!(
            ((share.now.count, share.now.of), (share.before.count, share.before.of)),
            (now, before),
            "{counted:?}"
        );
        assert_eq!((share.trend, share.warns()), (trend, warns), "{counted:?}");
    }
    let workers = of(Counted::Group(Group::DirectWorker));
    assert_eq!(
        words::share(&workers).vi,
        "Tỷ lệ người trực tiếp lao động, sản xuất, công tác: 1/3, 33,33 %; giảm so với năm trước (2/3, 66,67 %). \
         Chưa ghi nhóm đối tượng: 1."
    );
}

#[test]
fn a_year_without_awards_is_no_fall() {
    for year in [2023, 2024, 2026, i32::MIN] {
        for share in shares(&two_years(), year) {
            assert_eq!(share.trend, Trend::NotComparable, "{year} {:?}", share.counted);
            assert!(!share.warns());
        }
    }
    assert_eq!(Part::default().percent(), None);
}

#[test]
fn fewer_awards_to_leaders_are_no_warning() {
    let list = [
        given("a", Individual, 2024, Some(&[Group::Leader])),
        given("b", Individual, 2025, Some(&[Group::NonLeader])),
    ];
    let all = shares(&list, 2025);
    let warned: Vec<Counted> = all.iter().filter(|share| share.warns()).map(|share| share.counted).collect();
    assert_eq!(warned, []);
    assert!(all.iter().any(|share| share.counted == Counted::Group(Group::Leader) && share.trend == Trend::Fell));
}

#[test]
fn who_wins_again_and_again_is_named_with_the_longest_run() {
    let mut list: Vec<Given> =
        [2019, 2021, 2022, 2023, 2023].iter().map(|year| given("a", Individual, *year, None)).collect();
    list.extend([2022, 2023].map(|year| given("b", Individual, year, None)));
    list.push(given("c", Individual, 2023, None));
    list.extend([2021, 2022, 2023].map(|year| given("u", Collective, year, None)));
    let found = repeats(&list, Individual, 2020, 2023, 2);
    let repeat = |subject: &str, awards, years, run| Repeat { subject: subject.into(), awards, years, run };
    assert_eq!(found.winners, [repeat("a", 4, 3, 3), repeat("b", 2, 2, 2)]);
    assert_eq!((found.theirs, found.all), (6, 7));
    assert_eq!(found.percent().map(|percent| percent.vietnamese()), Some("85,71".to_owned()));
    assert_eq!(repeats(&list, Individual, 2020, 2023, 3).winners.len(), 1);
    assert_eq!(repeats(&list, Individual, 2020, 2023, 0).winners.len(), 2, "once is no repeat");
    assert_eq!(repeats(&list, Household, 2020, 2023, 2).percent(), None);
    assert_eq!(words::repeat(&found.winners[1], "Bà Bình").en, "Bà Bình: 2 awards in 2 years, at most 2 in a row.");
}

proptest! {
    #[test]
    fn a_share_never_falls_when_one_more_of_the_group_is_awarded(
        list in proptest::collection::vec((0_i32..2, any::<bool>()), 1..30)
    ) {
        let mut list: Vec<Given> = list
            .into_iter()
            .map(|(year, farmer)| {
                let groups = if farmer { BTreeSet::from([Group::Farmer]) } else { BTreeSet::new() };
                Given { groups: Some(groups), ..given("a", Individual, 2024 + year, None) }
            })
            .collect();
        let farmers = |list: &[Given]| {
            shares(list, 2025).into_iter().find(|share| share.counted == Counted::Group(Group::Farmer)).expect("a share")
        };
        let before = farmers(&list);
        list.push(given("b", Individual, 2025, Some(&[Group::Farmer])));
        let after = farmers(&list);
        prop_assert!(before.trend == Trend::Fell || after.trend != Trend::Fell || before.now.of == 0);
    }
}
