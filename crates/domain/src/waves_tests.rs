//! Waves: phases, deadlines and notices, as tables.

use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
}

fn wave(name: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Wave {
    Wave {
        kind: WaveKind::Regular,
        name: name.into(),
        goal: None,
        event: None,
        from,
        to,
        summary_deadline: None,
        strictly_before: true,
        conference: None,
        occasions: Vec::new(),
    }
}

fn celebrated(name: &str, years: Option<u32>, origin: Option<NaiveDate>, day: Option<NaiveDate>) -> Celebrated {
    Celebrated { name: name.into(), years, origin, day }
}

#[test]
fn a_wave_stands_where_its_days_say() {
    let half = wave("Đợt 1", Some(day(1, 1)), Some(day(6, 30)));
    let open = wave("Cao điểm", None, None);
    let begun = wave("Không hạn", Some(day(3, 1)), None);
    for (wave, today, closed, phase) in [
        (&half, day(6, 30), false, Phase::Running),
        (&half, day(7, 1), false, Phase::Ended),
        (&half, day(7, 1), true, Phase::Closed),
        (&open, day(7, 1), false, Phase::Undated),
        (&begun, day(2, 28), false, Phase::Ahead),
        (&begun, day(12, 31), false, Phase::Running),
    ] {
        assert_eq!(wave.phase(today, closed), phase, "{} on {today}", wave.name);
    }
}

#[test]
fn the_two_waves_of_a_department_have_these_notices() {
    let mut first = wave("Đợt 1", Some(day(1, 1)), Some(day(6, 30)));
    first.summary_deadline = Some(day(7, 15));
    let mut second = wave("Đợt 2", Some(day(7, 1)), Some(day(12, 31)));
    second.summary_deadline = Some(day(12, 31));
    let born = NaiveDate::from_ymd_opt(1847, 6, 6);
    second.occasions = vec![celebrated("Phan Đình Phùng", Some(175), born, Some(day(6, 6)))];
    assert_eq!(first.last_summary_day(), Some(day(7, 14)), "strictly before");
    let found = notices(&[first, second]);
    assert_eq!(
        found,
        [
            (1, Notice::DeadlineBeforeEnd { last: day(12, 30) }),
            (1, Notice::OccasionOutside { occasion: "Phan Đình Phùng".into(), day: day(6, 6) }),
        ]
    );
}

#[test]
fn gaps_and_overlaps_are_told_of_waves_of_the_plan_only() {
    let first = wave("Đợt 1", Some(day(1, 1)), Some(day(6, 30)));
    let after_gap = wave("Đợt 2", Some(day(7, 2)), Some(day(12, 31)));
    let overlapping = wave("Đợt 2", Some(day(6, 30)), Some(day(12, 31)));
    let short = Wave { kind: WaveKind::Thematic, ..wave("Ngắn ngày", Some(day(2, 1)), Some(day(2, 20))) };
    let gap = notices(&[first.clone(), after_gap, short.clone()]);
    assert_eq!(gap, [(0, Notice::Gap { next: "Đợt 2".into() })]);
    // the order in which they stand does not matter
    assert_eq!(notices(&[overlapping, first, short]), [(1, Notice::Overlap { next: "Đợt 2".into() })]);
    let reversed = wave("Ngược", Some(day(5, 2)), Some(day(5, 1)));
    assert_eq!(notices(&[reversed, wave("Sau", None, None)]), [(0, Notice::Reversed), (1, Notice::Undated)]);
}

#[test]
fn a_known_occasion_is_completed_from_its_name_and_what_is_written_stays() {
    let done = celebrated("Ngày Thương binh - Liệt sĩ", None, None, None).completed(2022, &[]);
    assert_eq!((done.years, done.day), (Some(75), Some(day(7, 27))));
    let wrong = celebrated("Ngày Thương binh - Liệt sĩ", Some(76), None, None).completed(2022, &[]);
    assert_eq!(wrong.years, Some(76), "a written number is not changed");
    let wave = Wave { occasions: vec![wrong], ..wave("Đợt", Some(day(7, 1)), Some(day(12, 31))) };
    assert!(matches!(
        notices(&[wave]).as_slice(),
        [(0, Notice::Occasion { slip: Slip::Years { printed: 76, computed: 75 }, .. })]
    ));
    let own = celebrated("Ngày thành lập xã", None, NaiveDate::from_ymd_opt(1972, 5, 1), Some(day(5, 1)));
    assert_eq!(own.completed(2022, &[]).years, Some(50));
}

#[test]
fn a_plan_ties_the_summing_up_of_a_wave_to_a_conference() {
    for (text, tied) in [
        (
            "Tổ chức tổng kết đợt thi đua, gắn với sơ kết việc thực hiện nhiệm vụ 06 tháng đầu năm 2022",
            Some(Conference::HalfYear),
        ),
        (
            "T6 chuc téng két dot thi dua, ga“in voi so két viée thuc hién nhiém vu 06 thang",
            Some(Conference::HalfYear),
        ),
        ("tong két phong trao thi dua, gin véi hoi nghi tong két cong tic nam 2022", Some(Conference::YearEnd)),
        ("gắn với tổng kết công tác năm", Some(Conference::YearEnd)),
        ("Tổ chức sơ kết đợt, tổng kết phong trào thi đua trước ngày 31/12/2022", None),
        ("", None),
    ] {
        assert_eq!(Conference::in_words(text), tied, "{text}");
    }
}
