//! Tables and properties of quotas.

use super::repair::{Candidate, Change, NoRepair, Repair};
use super::{Base, Book, Force, Group, Measure, Nominated, Quota, Step, ratio, words};
use crate::basics::{Fraction, Rounding};
use crate::people::{Category, PersonKind, Sex};
use proptest::prelude::*;
use std::collections::BTreeSet;

use Force::{Aim, Limit};
use PersonKind::{Collective, Individual};

fn share(percent: u32, rounding: Rounding) -> Option<Measure> {
    Fraction::percent(percent).map(|share| Measure::Share(share, rounding))
}

fn quota(key: &str, awards: &[&str], at_most: Option<Measure>, at_least: Option<Measure>, base: Base) -> Quota {
    Quota {
        key: key.into(),
        awards: awards.iter().map(|award| (*award).to_owned()).collect(),
        subject: None,
        group: None,
        at_most,
        at_least,
        base,
        force: Limit,
        source: "II.3".into(),
    }
}

fn awards(list: &[&str]) -> Base {
    Base::Awards(list.iter().map(|award| (*award).to_owned()).collect())
}

fn step(award: &str, counts_as: &[&str], lower: Option<&str>) -> Step {
    Step {
        award: award.into(),
        counts_as: counts_as.iter().map(|one| (*one).to_owned()).collect(),
        lower: lower.map(str::to_owned),
    }
}

fn ladder() -> Vec<Step> {
    vec![
        step("CSTDCS", &["LDTT"], Some("LDTT")),
        step("CSTDBT", &["CSTDCS"], Some("CSTDCS")),
        step("TTLDXS", &["TTLDTT"], Some("TTLDTT")),
    ]
}

fn nominee(number: usize, kind: PersonKind, award: &str) -> Nominated {
    Nominated {
        id: format!("{award}-{number}"),
        subject: format!("{}-{number}", kind.code()),
        kind,
        award: award.into(),
        groups: BTreeSet::new(),
        score: i64::try_from(number).ok(),
        granted: false,
        fixed: false,
    }
}

fn nominees(count: usize, kind: PersonKind, award: &str) -> Vec<Nominated> {
    (1..=count).map(|number| nominee(number, kind, award)).collect()
}

/// The quotas of the plan of Sở Nội vụ Hà Tĩnh II.3, with ten units and forty people: the least as aims, the most as caps.
fn ha_tinh() -> Book {
    let aim = |quota: Quota| Quota { force: Aim, ..quota };
    let of = |subject, quota: Quota| Quota { subject: Some(subject), ..quota };
    let down = Rounding::Down;
    let quotas = vec![
        of(Collective, aim(quota("TTLĐTT", &["TTLDTT"], None, share(100, down), Base::Units(10)))),
        of(Collective, quota("TTLĐXS", &["TTLDXS"], share(20, down), None, awards(&["TTLDTT"]))),
        of(Collective, quota("Bằng khen", &["BKBT", "COBT"], Some(Measure::Count(3)), None, Base::Units(10))),
        of(
            Collective,
            aim(quota("Bằng khen, ít nhất", &["BKBT", "COBT"], None, Some(Measure::Count(2)), Base::Units(10))),
        ),
        of(Collective, quota("Cờ", &["COBT"], Some(Measure::Count(1)), None, Base::Units(10))),
        of(Individual, aim(quota("LĐTT", &["LDTT"], None, share(100, down), Base::People(40)))),
        of(Individual, quota("CSTĐCS", &["CSTDCS"], share(15, down), None, awards(&["LDTT"]))),
        of(Individual, quota("Bằng khen cá nhân", &["BKBT"], share(15, down), None, Base::People(40))),
        of(
            Individual,
            aim(quota("Bằng khen Thủ tướng", &["BKTTG"], None, Some(Measure::Count(1)), Base::People(40))),
        ),
    ];
    Book { quotas, steps: ladder() }
}

/// Everything that the plan allows, and no more.
fn full_year() -> Vec<Nominated> {
    let mut all = nominees(8, Collective, "TTLDTT");
    all.extend([9, 10].map(|number| nominee(number, Collective, "TTLDXS")));
    all.extend(nominees(2, Collective, "BKBT"));
    all.push(nominee(3, Collective, "COBT"));
    all.extend(nominees(34, Individual, "LDTT"));
    all.extend((35..=40).map(|number| nominee(number, Individual, "CSTDCS")));
    all.extend(nominees(6, Individual, "BKBT"));
    all.push(nominee(40, Individual, "BKTTG"));
    all
}

#[test]
fn ten_units_and_forty_people_have_the_places_of_the_plan() {
    let book = ha_tinh();
    let all = full_year();
    let table: Vec<(&str, Option<u32>, u32, Option<u32>, bool)> = book
        .live(&all)
        .iter()
        .map(|live| (live.quota.key.as_str(), live.planned, live.proposed, live.left, live.holds()))
        .collect();
    assert_eq!(
        table,
        [
            ("TTLĐTT", Some(10), 10, None, true),
            ("TTLĐXS", Some(2), 2, Some(0), true),
            ("Bằng khen", Some(3), 3, Some(0), true),
            ("Bằng khen, ít nhất", Some(2), 3, None, true),
            ("Cờ", Some(1), 1, Some(0), true),
            ("LĐTT", Some(40), 40, None, true),
            ("CSTĐCS", Some(6), 6, Some(0), true),
            ("Bằng khen cá nhân", Some(6), 6, Some(0), true),
            ("Bằng khen Thủ tướng", Some(1), 1, None, true),
        ]
    );
    assert_eq!(book.repair(&all, &[]), Ok(Repair { changes: Vec::new(), smallest: true }));
}

#[test]
fn one_more_than_the_plan_allows_is_told_before_it_is_nominated() {
    let book = ha_tinh();
    let all = full_year();
    for (more, broken) in [
        (nominee(41, Individual, "CSTDCS"), vec!["CSTĐCS"]),
        (nominee(41, Individual, "LDTT"), vec![]),
        (nominee(41, Individual, "BKBT"), vec!["Bằng khen cá nhân"]),
        (nominee(11, Collective, "COBT"), vec!["Bằng khen", "Cờ"]),
        (nominee(11, Collective, "TTLDXS"), vec!["TTLĐXS"]),
        (nominee(41, Individual, "BKTTG"), vec![]),
    ] {
        assert_eq!(book.would_break(&all, &more), broken, "{}", more.award);
    }
}

#[test]
fn who_is_beyond_and_what_mends_it_are_the_lowest_scores() {
    let book = ha_tinh();
    let mut all = full_year();
    for number in [33, 34] {
        all.retain(|one| one.id != format!("LDTT-{number}"));
        all.push(nominee(number, Individual, "CSTDCS"));
    }
    all.push(nominee(4, Collective, "COBT"));
    let live = book.live(&all);
    let of = |key: &str| live.iter().find(|live| live.quota.key == key).expect("the quota");
    assert_eq!(
        (of("CSTĐCS").over, of("CSTĐCS").beyond.clone()),
        (2, vec!["CSTDCS-34".to_owned(), "CSTDCS-33".to_owned()])
    );
    assert_eq!(words::live(of("CSTĐCS")).vi, "Đã đề nghị 8, vượt 2 so với mức tối đa.");
    let down = |id: &str, to: &str| Change::Downgrade { id: id.into(), to: to.into() };
    let repair = book.repair(&all, &[]).expect("a repair");
    assert_eq!(
        repair,
        Repair {
            changes: vec![
                Change::Withdraw { id: "COBT-3".into() },
                down("CSTDCS-33", "LDTT"),
                down("CSTDCS-34", "LDTT"),
            ],
            smallest: true
        },
        "a flag too many is one of the three as well"
    );
}

#[test]
fn whoever_is_nominated_twice_on_a_ladder_counts_once() {
    let book = ha_tinh();
    let mut all = vec![nominee(1, Individual, "LDTT"), nominee(1, Individual, "CSTDCS")];
    let live = book.live(&all);
    assert_eq!((live[5].proposed, live[6].proposed), (1, 1));
    all.push(nominee(1, Individual, "CSTDCS"));
    assert_eq!(book.standing(&all).len(), 1, "the same twice is one");
}

#[test]
fn what_is_granted_stays_and_may_make_a_repair_impossible() {
    let book = Book {
        quotas: vec![quota("a", &["X"], Some(Measure::Count(1)), None, Base::People(2))],
        steps: Vec::new(),
    };
    let mut all = nominees(2, Individual, "X");
    all[0].granted = true;
    assert_eq!(
        book.repair(&all, &[]).expect("a repair").changes,
        [Change::Withdraw { id: "X-2".into() }],
        "although its score is higher"
    );
    all[1].fixed = true;
    assert_eq!(book.repair(&all, &[]), Err(NoRepair::Impossible));
}

#[test]
fn a_share_that_is_too_small_is_mended_by_adding_where_that_is_allowed() {
    let workers = Quota {
        group: Some(Group::DirectWorker),
        ..quota("workers", &["X"], None, share(50, Rounding::Up), awards(&["X"]))
    };
    let book = Book { quotas: vec![workers], steps: Vec::new() };
    let mut all = nominees(3, Individual, "X");
    all[0].groups.insert(Group::DirectWorker);
    let candidate = |number: usize, score: i64| Candidate {
        subject: format!("new-{number}"),
        kind: Individual,
        award: "X".into(),
        groups: BTreeSet::from([Group::DirectWorker]),
        score: Some(score),
    };
    let add = |number: usize| Change::Add { subject: format!("new-{number}"), award: "X".into() };
    let repair = book.repair(&all, &[candidate(1, 5), candidate(2, 9)]).expect("a repair");
    assert_eq!(repair.changes, [add(2)], "the better one is added");
    let repair = book.repair(&all, &[]).expect("a repair");
    assert_eq!(repair.changes, [Change::Withdraw { id: "X-2".into() }]);
}

#[test]
fn the_groups_of_somebody_follow_from_category_post_and_sex() {
    use Group::{DirectWorker, Farmer, Leader, NonLeader, Woman, Worker};
    for (category, leader, sex, groups) in [
        (Category::Farmer, false, Some(Sex::Female), vec![DirectWorker, NonLeader, Farmer, Woman]),
        (Category::Worker, true, Some(Sex::Male), vec![Leader, Worker]),
        (Category::LeaderManager, false, None, vec![Leader]),
        (Category::Official, false, None, vec![NonLeader]),
    ] {
        assert_eq!(Group::all_of(category, leader, sex), groups.into_iter().collect(), "{category:?}");
    }
}

/// A unit of five hundred with twelve quotas, nested in each other, most of them broken.
fn five_hundred() -> (Book, Vec<Nominated>) {
    let down = Rounding::Down;
    let of = |group, quota: Quota| Quota { group: Some(group), ..quota };
    let quotas = vec![
        quota("1", &["LDTT"], share(90, down), None, Base::People(500)),
        quota("2", &["CSTDCS"], share(15, down), None, awards(&["LDTT"])),
        quota("3", &["CSTDBT"], share(20, Rounding::HalfUp), None, awards(&["CSTDCS"])),
        of(Group::Leader, quota("4", &["CSTDCS"], share(30, down), None, awards(&["CSTDCS"]))),
        of(Group::DirectWorker, quota("5", &["CSTDCS"], None, share(50, Rounding::Up), awards(&["CSTDCS"]))),
        of(Group::Woman, quota("6", &["LDTT"], None, share(40, down), awards(&["LDTT"]))),
        quota("7", &["BKBT"], share(15, Rounding::Up), None, Base::People(500)),
        of(Group::Leader, quota("8", &["BKBT"], share(25, down), None, awards(&["BKBT"]))),
        quota("9", &["BKTTG"], Some(Measure::Count(3)), Some(Measure::Count(1)), Base::People(500)),
        of(Group::Woman, quota("10", &["BKBT"], None, share(33, Rounding::Up), awards(&["BKBT"]))),
        of(Group::Farmer, quota("11", &["LDTT"], None, share(5, Rounding::Up), awards(&["LDTT"]))),
        of(Group::Leader, quota("12", &["CSTDBT"], share(50, down), None, awards(&["CSTDBT"]))),
    ];
    let groups = |number: usize| -> BTreeSet<Group> {
        let mut groups = BTreeSet::new();
        let leads = number.is_multiple_of(5);
        groups.insert(if leads { Group::Leader } else { Group::NonLeader });
        if !leads && !number.is_multiple_of(3) {
            groups.insert(Group::DirectWorker);
        }
        if number % 7 < 3 {
            groups.insert(Group::Woman);
        }
        if number.is_multiple_of(19) {
            groups.insert(Group::Farmer);
        }
        groups
    };
    let mut all = Vec::new();
    for number in 1..=500 {
        let award = match number {
            _ if number % 20 == 0 => "CSTDBT",
            _ if number % 4 < 2 => "CSTDCS",
            _ => "LDTT",
        };
        let mut add = |award: &str| {
            let score = i64::try_from(number * 7919 % 500).ok();
            all.push(Nominated { groups: groups(number), score, ..nominee(number, Individual, award) });
        };
        add(award);
        if number.is_multiple_of(5) || number % 11 == 0 {
            add("BKBT");
        }
        if number % 100 == 0 {
            add("BKTTG");
        }
    }
    (Book { quotas, steps: ladder() }, all)
}

#[test]
fn a_unit_of_five_hundred_with_twelve_nested_quotas_is_mended_by_a_proven_smallest_set() {
    let (book, all) = five_hundred();
    assert!(book.live(&all).iter().filter(|live| !live.holds()).count() >= 6, "most are broken");
    let repair = book.repair(&all, &[]).expect("a repair");
    assert!(repair.smallest);
    let after = apply(&all, &repair.changes);
    assert!(book.live(&after).iter().all(super::live::Live::holds));
    assert_eq!(book.repair(&all, &[]), Ok(repair), "the same question has the same answer");
}

/// The nominations after some changes.
fn apply(all: &[Nominated], changes: &[Change]) -> Vec<Nominated> {
    let mut after = all.to_vec();
    for change in changes {
        match change {
            Change::Withdraw { id } => after.retain(|one| one.id != *id),
            Change::Downgrade { id, to } => {
                after.iter_mut().filter(|one| one.id == *id).for_each(|one| one.award.clone_from(to));
            }
            Change::Add { subject, award } => after.push(Nominated {
                subject: subject.clone(),
                groups: BTreeSet::from([Group::DirectWorker]),
                id: format!("{award} {subject}"),
                ..nominee(0, Individual, award)
            }),
        }
    }
    after
}

fn rounding() -> impl Strategy<Value = Rounding> {
    prop_oneof![Just(Rounding::Down), Just(Rounding::Up), Just(Rounding::HalfUp)]
}

fn some_quota() -> impl Strategy<Value = Quota> {
    let name = |number: usize| ["LDTT", "CSTDCS", "CSTDBT", "BKBT"][number];
    let measure = || (0_u32..=100, 0_u32..6, any::<bool>(), rounding());
    (0_usize..4, 0_usize..4, measure(), 0_u8..4, 0_u8..3, 0_u32..9).prop_map(
        move |(of, nested, measure, shape, group, people)| {
            let (percent, number, counted, rounding) = measure;
            let bound = if counted { Some(Measure::Count(number)) } else { share(percent, rounding) };
            let base = if shape % 2 == 0 { awards(&[name(nested)]) } else { Base::People(people) };
            let group = [None, Some(Group::DirectWorker), Some(Group::Leader)][usize::from(group)];
            let (most, least) = if shape < 3 { (bound, None) } else { (None, bound) };
            Quota { group, ..quota("q", &[name(of)], most, least, base) }
        },
    )
}

fn some_nominees() -> impl Strategy<Value = Vec<Nominated>> {
    proptest::collection::vec((0_usize..4, any::<bool>(), 0_i64..5, 0_u8..12), 0..=8).prop_map(|list| {
        list.into_iter()
            .enumerate()
            .map(|(number, (award, worker, score, fixed))| Nominated {
                groups: BTreeSet::from([if worker { Group::DirectWorker } else { Group::Leader }]),
                score: Some(score),
                fixed: fixed == 0,
                ..nominee(number, Individual, ["LDTT", "CSTDCS", "CSTDBT", "BKBT"][award])
            })
            .collect()
    })
}

/// The size of the smallest set, found by trying all.
fn by_trying(book: &Book, all: &[Nominated], candidates: usize) -> Option<usize> {
    let options: Vec<Vec<Option<Change>>> = all
        .iter()
        .map(|one| {
            let mut options = vec![None];
            if !one.fixed {
                options.push(Some(Change::Withdraw { id: one.id.clone() }));
                let below = book.below(&one.award).into_iter();
                options.extend(below.map(|to| Some(Change::Downgrade { id: one.id.clone(), to: to.into() })));
            }
            options
        })
        .chain((0..candidates).map(|number| {
            vec![None, Some(Change::Add { subject: format!("new-{number}"), award: "CSTDCS".into() })]
        }))
        .collect();
    let mut best = None;
    let mut at = vec![0; options.len()];
    loop {
        let changes: Vec<Change> =
            at.iter().zip(&options).filter_map(|(at, options)| options[*at].clone()).collect();
        if best.is_none_or(|best| changes.len() < best)
            && book.live(&apply(all, &changes)).iter().all(super::live::Live::holds)
        {
            best = Some(changes.len());
        }
        let Some(place) = (0..at.len()).find(|place| at[*place] + 1 < options[*place].len()) else { return best };
        at[..place].fill(0);
        at[place] += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_smaller_set_mends_than_the_one_that_is_found(
        quotas in proptest::collection::vec(some_quota(), 1..5), all in some_nominees(), candidates in 0_usize..3
    ) {
        let book = Book { quotas, steps: ladder() };
        let all: Vec<Nominated> = all.into_iter().take(8 - candidates).collect();
        let more: Vec<Candidate> = (0..candidates)
            .map(|number| Candidate {
                subject: format!("new-{number}"),
                kind: Individual,
                award: "CSTDCS".into(),
                groups: BTreeSet::from([Group::DirectWorker]),
                score: Some(1),
            })
            .collect();
        let smallest = by_trying(&book, &all, candidates);
        match book.repair(&all, &more) {
            Ok(repair) => {
                prop_assert!(repair.smallest);
                prop_assert_eq!(Some(repair.changes.len()), smallest);
                let after = apply(&all, &repair.changes);
                prop_assert!(book.live(&after).iter().all(super::live::Live::holds));
            }
            Err(why) => prop_assert_eq!((why, smallest), (NoRepair::Impossible, None)),
        }
    }
}

proptest! {
    #[test]
    fn an_inequality_says_what_the_count_says(quota in some_quota(), all in some_nominees()) {
        let book = Book { quotas: vec![quota], steps: ladder() };
        let holds = book.live(&all)[0].holds();
        let by_ratio = ratio::ratios(&book).iter().all(|ratio| {
            let sum: i64 = all.iter().map(|one| ratio.weight(&book, one.kind, &one.groups, &one.award)).sum();
            sum <= ratio.bound
        });
        prop_assert_eq!(holds, by_ratio);
    }
}
