use super::lines::{Line, LineProblem, read, write};
use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn place(block: &str, name: &str) -> Place {
    Place { block: block.into(), unit_id: Some(name.into()), name: name.into(), from: None, to: None }
}

fn two_arrangements() -> Vec<Arrangement> {
    let mut leaves = place("I", "Chợt");
    leaves.to = Some(day(2022, 6, 30));
    vec![
        Arrangement {
            id: "1".into(),
            from: day(2022, 1, 10),
            places: vec![place("I", "An"), leaves, place("II", "Bình")],
        },
        Arrangement { id: "2".into(), from: day(2023, 3, 1), places: vec![place("I", "An"), place("I", "Bình")] },
    ]
}

#[test]
fn the_composition_is_known_on_any_day() {
    let all = two_arrangements();
    let on = |at| {
        let on = composition(&all, at);
        on.iter().map(|one| format!("{} {}", one.block, one.name)).collect::<Vec<_>>().join(", ")
    };
    for (at, expected) in [
        (day(2022, 1, 9), ""),
        (day(2022, 1, 10), "I An, I Chợt, II Bình"),
        (day(2022, 6, 30), "I An, I Chợt, II Bình"),
        (day(2022, 7, 1), "I An, II Bình"),
        (day(2023, 2, 28), "I An, II Bình"),
        (day(2023, 3, 1), "I An, I Bình"),
    ] {
        assert_eq!(on(at), expected, "{at}");
    }
}

#[test]
fn a_stay_goes_on_through_arrangements_and_ends_with_the_one_that_leaves_it_out() {
    let all = two_arrangements();
    let stays_of =
        |block| stays(&all, block).into_iter().map(|stay| (stay.name, stay.from, stay.to)).collect::<Vec<_>>();
    assert_eq!(
        stays_of("I"),
        [
            ("An".into(), day(2022, 1, 10), None),
            ("Chợt".into(), day(2022, 1, 10), Some(day(2022, 6, 30))),
            ("Bình".into(), day(2023, 3, 1), None),
        ]
    );
    assert_eq!(stays_of("II"), [("Bình".into(), day(2022, 1, 10), Some(day(2023, 2, 28)))]);
}

#[test]
fn a_preview_says_who_moves_from_where_to_where_and_who_is_in_none_or_in_two() {
    let before = [place("I", "An"), place("I", "Chợt"), place("II", "Bình")];
    let after = [place("I", "An"), place("I", "Bình"), place("III", "Dân"), place("I", "Dân")];
    let units: Vec<(String, String)> =
        ["An", "Bình", "Chợt", "Dân", "Em"].iter().map(|name| ((*name).into(), (*name).into())).collect();
    let found = preview(&before.iter().collect::<Vec<_>>(), &after, &units);
    assert_eq!(found.moved, [("Bình".into(), vec!["II".into()], vec!["I".into()])]);
    assert_eq!(found.joined, [("Dân".into(), vec!["III".into(), "I".into()])]);
    assert_eq!(found.left, [("Chợt".into(), vec!["I".into()])]);
    assert_eq!((found.founded, found.ended), (vec!["III".into()], vec!["II".into()]));
    assert_eq!(found.nowhere, ["Chợt", "Em"]);
    assert_eq!(found.twice, [("Dân".into(), vec!["III".into(), "I".into()])]);
    assert_eq!(found.stay, 1);
}

#[test]
fn lines_are_read_as_people_paste_them() {
    let known = ["Khối các trường học".to_owned()];
    let typed = "Khối thi đua số 1:\n- UBND xã Bình Minh\n2. UBND xã Bình An; 01/3/2022; 30/6/2022\n\nKhối các trường học\nTrường A; ; 31/12/2022\n";
    let found = read(typed, &known).expect("read");
    let line = |number, block: &str, name: &str, from, to| Line {
        number,
        block: block.into(),
        name: name.into(),
        from,
        to,
    };
    let expected = [
        line(2, "Khối thi đua số 1", "UBND xã Bình Minh", None, None),
        line(3, "Khối thi đua số 1", "UBND xã Bình An", Some(day(2022, 3, 1)), Some(day(2022, 6, 30))),
        line(6, "Khối các trường học", "Trường A", None, Some(day(2022, 12, 31))),
    ];
    assert_eq!(found, expected);
    let sheet = "1\tKhối thi đua số 1\tUBND xã Bình Minh\n2\tKhối các trường học\tTrường A\t01/3/2022";
    let found = read(sheet, &known).expect("read");
    assert_eq!(found[0], line(1, "Khối thi đua số 1", "UBND xã Bình Minh", None, None));
    assert_eq!(found[1], line(2, "Khối các trường học", "Trường A", Some(day(2022, 3, 1)), None));
}

#[test]
fn each_wrong_line_is_named() {
    let typed = "Xã A\nKhối 1:\nXã B; 31/02/2022\nXã C; 02/3/2022; 01/3/2022\nXã D\nXã D";
    assert_eq!(
        read(typed, &[]).expect_err("refused"),
        [
            LineProblem::NoBlock(1, "Xã A".into()),
            LineProblem::BadDay(3, "31/02/2022".into()),
            LineProblem::DaysOrder(4),
            LineProblem::Twice(6, "Xã D".into()),
        ]
    );
}

#[test]
fn one_unit_is_known_by_its_short_and_its_full_name() {
    for (a, b, same) in [
        ("UBND xã Bình Minh", "Ủy ban nhân dân xã Bình Minh", true),
        ("xã bình minh", "Ủy ban nhân dân xã Bình Minh", true),
        ("UB MTTQ huyện", "Ủy ban Mặt trận Tổ quốc huyện", true),
        ("xã Bình Minh", "xã Bình Dương", false),
        ("", "", false),
    ] {
        assert_eq!(same_name(a, b), same, "{a}");
    }
}

#[test]
fn a_mistyped_name_is_led_to_the_likest() {
    let names: Vec<String> = ["UBND xã Bình Minh", "UBND xã Bình Dương", "Trạm Y tế"].map(str::to_owned).to_vec();
    assert_eq!(likest("Ủy ban nhân dân xã Bình Mnh", &names), Some("UBND xã Bình Minh"));
    assert_eq!(likest("Công ty Lọc hóa dầu", &names), None);
}

#[test]
fn marks_that_were_typed_are_meant_wherever_they_stand() {
    for (typed, name, agree) in [
        ("xã Tân An", "Ủy ban nhân dân xã Tân An", true),
        ("xã Tấn An", "Ủy ban nhân dân xã Tân An", false),
        ("xa tan an", "Ủy ban nhân dân xã Tân An", true),
        ("Uỷ ban nhân dân xã Tân An", "Ủy ban nhân dân xã Tân An", true),
        ("Trung tâm Văn hoá", "Trung tâm Văn hóa", true),
        ("xã Đồng", "xã Dồng", false),
    ] {
        assert_eq!(marks_agree(typed, name), agree, "{typed}");
    }
}

#[test]
fn what_is_the_matter_with_a_block_is_found() {
    use BlockFinding as F;
    let (an, binh) = (place("I", "An"), place("I", "Bình"));
    let today = day(2025, 7, 1);
    let never = |_: &str| None;
    assert_eq!(check(&[], &[], never, today, 2025), [F::Empty]);
    assert_eq!(check(&[&an], &[], never, today, 2025), [F::OneMember, F::NoLead { year: 2025 }]);
    let lead = |name: &str| vec![(LeadSeat::Lead, name.to_owned(), name.to_owned())];
    assert_eq!(check(&[&an, &binh], &lead("An"), never, today, 2025), []);
    assert_eq!(check(&[&an, &binh], &lead("Xa"), never, today, 2025), [F::LeadIsNoMember { name: "Xa".into() }]);
    let ended = |id: &str| (id == "Bình").then_some(day(2025, 6, 30));
    assert_eq!(
        check(&[&an, &binh], &lead("An"), ended, today, 2025),
        [F::MemberEnded { name: "Bình".into(), last: day(2025, 6, 30) }]
    );
}

proptest! {
    #[test]
    fn nobody_is_lost_between_two_compositions(
        before in proptest::collection::vec((0_u8..4, 0_u8..12), 0..12),
        after in proptest::collection::vec((0_u8..4, 0_u8..12), 0..12),
    ) {
        let places = |list: &[(u8, u8)]| -> Vec<Place> {
            list.iter().map(|(block, name)| place(&block.to_string(), &name.to_string())).collect()
        };
        let (before, after) = (places(&before), places(&after));
        let found = preview(&before.iter().collect::<Vec<_>>(), &after, &[]);
        let count = |list: &[Place]| list.iter().map(Place::key).collect::<std::collections::BTreeSet<_>>().len();
        prop_assert_eq!(found.stay + found.moved.len() + found.joined.len(), count(&after));
        prop_assert_eq!(found.stay + found.moved.len() + found.left.len(), count(&before));
    }

    #[test]
    fn what_is_written_is_read_back(list in proptest::collection::vec((0_u8..3, 0_u8..9), 0..10)) {
        let mut list: Vec<(String, String, Option<NaiveDate>, Option<NaiveDate>)> = list
            .into_iter()
            .map(|(block, name)| {
                let from = (name % 3 == 0).then(|| day(2022, 3, 1));
                let to = (name % 2 == 0).then(|| day(2022, 9, 1));
                (format!("Khối thi đua số {block}"), format!("Xã {name}"), from, to)
            })
            .collect();
        list.sort();
        list.dedup();
        let read: Vec<_> = read(&write(&list), &[])
            .expect("read")
            .into_iter()
            .map(|line| (line.block, line.name, line.from, line.to))
            .collect();
        prop_assert_eq!(read, list);
    }
}
