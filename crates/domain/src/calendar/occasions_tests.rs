//! Occasions: the file, the printed numbers of real plans, and what is wrong with others.

use super::*;
use std::collections::HashSet;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn the_file_of_occasions_is_read_and_every_day_exists() {
    let file: File = toml::from_str(FILE).expect("the occasions");
    assert_eq!(file.occasion.len(), OCCASIONS.len());
    let codes: HashSet<&str> = OCCASIONS.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes.len(), OCCASIONS.len());
    for one in OCCASIONS.iter() {
        assert!(one.in_year(2024).is_some(), "{}", one.code);
        assert!(one.phrases.iter().all(|phrase| !phrase.is_empty() && fold(phrase) == *phrase), "{}", one.code);
        assert_eq!(recognise(&one.name.vi), Some(one), "its own name means it");
    }
}

#[test]
fn the_printed_numbers_of_a_plan_are_right() {
    // thirteen dated occasions of a department's plan of 2022, and four of a commune's plan of 2024
    for (name, years, origin, date) in [
        ("Ngày thành lập Đảng Cộng sản Việt Nam", 92, day(1930, 2, 3), day(2022, 2, 3)),
        ("Ngày Giải phóng miền Nam, thống nhất đất nước", 47, day(1975, 4, 30), day(2022, 4, 30)),
        ("Ngày Chiến thắng Điện Biên Phủ", 68, day(1954, 5, 7), day(2022, 5, 7)),
        ("Ngày sinh Chủ tịch Hồ Chí Minh", 132, day(1890, 5, 19), day(2022, 5, 19)),
        ("Ngày thành lập thành phố", 15, day(2007, 5, 28), day(2022, 5, 28)),
        ("Ngày Cách mạng tháng Tám thành công", 77, day(1945, 8, 19), day(2022, 8, 19)),
        ("Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 77, day(1945, 9, 2), day(2022, 9, 2)),
        ("Ngày Thương binh Liệt sỹ", 75, day(1947, 7, 27), day(2022, 7, 27)),
        ("ngày sinh Đình nguyên Tiến sỹ Phan Đình Phùng", 175, day(1847, 6, 6), day(2022, 6, 6)),
        ("Xô viết Nghệ Tĩnh", 92, day(1930, 9, 12), day(2022, 9, 12)),
        ("Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam", 92, day(1930, 11, 18), day(2022, 11, 18)),
        ("Ngày Giải phóng Thủ đô", 70, day(1954, 10, 10), day(2024, 10, 10)),
        ("Ngày thành lập Quân đội nhân dân Việt Nam", 80, day(1944, 12, 22), day(2024, 12, 22)),
        ("Ngày hội Quốc phòng toàn dân", 35, day(1989, 12, 22), day(2024, 12, 22)),
    ] {
        assert_eq!(slips(name, Some(years), Some(origin), Some(date)), [], "{name}");
    }
}

#[test]
fn wrong_numbers_and_days_are_found_also_when_nothing_else_is_printed() {
    let found = |name, years, origin, date| slips(name, years, origin, date);
    assert_eq!(
        found("Ngày thành lập Đảng Cộng sản Việt Nam", Some(93), None, Some(day(2022, 2, 3))),
        [Slip::Years { printed: 93, computed: 92 }]
    );
    let invalids = recognise("Ngày Thương binh - Liệt sĩ").expect("known");
    assert_eq!(
        found("Ngày Thương binh - Liệt sĩ", None, Some(day(1946, 7, 27)), Some(day(2022, 7, 26))),
        [
            Slip::Origin { occasion: invalids, known: day(1947, 7, 27), printed: day(1946, 7, 27) },
            Slip::Day { occasion: invalids, known: day(2022, 7, 27), printed: day(2022, 7, 26) },
        ]
    );
    assert_eq!(found("Ngày thành lập xã", Some(10), None, Some(day(2022, 6, 1))), [], "not known, not checked");
}

#[test]
fn an_occasion_of_its_own_is_recognised_and_counted() {
    let own = |month, day| {
        Occasion::local("o1".into(), "Ngày thành lập tỉnh Gia Lai".into(), false, (month, day), Some(1932))
    };
    let founding = own(5, 24).expect("a day");
    assert_eq!((founding.in_year(2022), founding.years(2022)), (Some(day(2022, 5, 24)), Some(90)));
    let list = [founding];
    assert!(recognise_among("90 năm Ngày thành lập tỉnh Gia Lai", &list).is_some());
    assert!(recognise_among("Ngày thành lập tỉnh Kon Tum", &list).is_none());
    assert!(own(2, 29).is_some() && own(2, 30).is_none() && own(13, 1).is_none());
    let lunar = Occasion::local("o2".into(), "Lễ hội đình".into(), true, (1, 15), None).expect("a lunar day");
    assert_eq!(lunar.in_year(2024), Some(day(2024, 2, 24)));
}

#[test]
fn occasions_of_a_year_stand_in_the_order_of_their_days_with_their_numbers() {
    let year = of_year(2024);
    assert!(year.is_sorted_by_key(|held| held.day));
    let find = |code| year.iter().find(|held| held.occasion.code == code).expect("held");
    assert_eq!((find("dien-bien-phu").day, find("dien-bien-phu").years), (day(2024, 5, 7), Some(70)));
    assert_eq!(find("tet").day, day(2024, 2, 10));
    assert_eq!(find("hung-kings").day, day(2024, 4, 18));
    assert!(of_year(1980).iter().all(|held| held.occasion.code != "defence"), "not before it began");
    for (years, round) in [(70, Roundness::Round), (35, Roundness::Five), (92, Roundness::Other)] {
        assert_eq!(roundness(years), round);
    }
}
