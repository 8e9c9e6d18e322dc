//! The checker's table: one broken draft for each fault that stops a launch.

use super::*;
use crate::basics::Expectation;
use crate::plans::draft::{Confidence, Header, Piece, TargetDraft, TargetRole, Wave};
use crate::targets::{Comparator, Direction};
use chrono::NaiveDate;

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub(super) fn target(id: &str, parent: Option<&str>, value: Option<&str>, role: Option<TargetRole>) -> TargetDraft {
    TargetDraft {
        id: id.into(),
        parent_id: parent.map(str::to_owned),
        number: None,
        group: None,
        name: id.into(),
        raw: String::new(),
        lines: Lines::new(1, 1),
        comparator: value.map(|_| Comparator::Exactly),
        value: value.map(|text| Amount::read(text, Expectation::Quantity).expect("an amount")),
        value_max: None,
        unit: Some("con".into()),
        basis: None,
        qualifier: None,
        direction: Direction::Higher,
        role,
        denominator: None,
        criterion: None,
        confidence: Confidence::SURE,
    }
}

pub(super) fn whole_plan() -> PlanDraft {
    PlanDraft {
        document: Header {
            number_symbol: Some(Piece::typed("43/KH-UBND".into())),
            issuer: Some(Piece::typed("Ủy ban nhân dân xã A".into())),
            date: Some(Piece::typed(day(2022, 3, 7))),
            title: Some(Piece::typed("Phát động phong trào thi đua năm 2022".into())),
            subject_year: Some(Piece::typed(2022)),
            theme: Some(Piece::typed("Đoàn kết".into())),
            ..Header::default()
        },
        targets: vec![
            target("T1", None, None, None),
            target("T1.1", Some("T1"), Some("3.027"), Some(TargetRole::Total)),
            target("T1.2", Some("T1"), Some("780"), Some(TargetRole::Component)),
            target("T1.3", Some("T1"), Some("2.247"), Some(TargetRole::Component)),
        ],
        ..PlanDraft::default()
    }
}

fn numbers(draft: &PlanDraft, severity: Severity) -> Vec<&'static str> {
    check(draft, &[]).into_iter().filter(|f| f.severity == severity).map(|f| f.number).collect()
}

#[test]
fn a_whole_plan_may_be_launched() {
    let plan = whole_plan();
    assert_eq!(numbers(&plan, Severity::Error), Vec::<&str>::new());
    assert!(may_launch(&check(&plan, &[])));
}

#[test]
fn each_missing_part_stops_the_launch_by_its_number() {
    let table: [(&str, fn(&mut PlanDraft)); 10] = [
        ("PLN-022", |plan| plan.targets[2].name = " ".into()),
        ("PLN-001", |plan| plan.document.title = None),
        ("PLN-002", |plan| plan.document.number_symbol = None),
        ("PLN-003", |plan| plan.document.number_symbol = Some(Piece::typed("KH-UBND".into()))),
        ("PLN-004", |plan| plan.document.date = None),
        ("PLN-005", |plan| plan.document.issuer = None),
        ("PLN-006", |plan| plan.document.subject_year = None),
        ("PLN-007", |plan| plan.document.theme = None),
        ("PLN-010", |plan| plan.targets.clear()),
        ("PLN-012", |plan| plan.targets[2].value = Some(Amount::whole(781))),
    ];
    for (number, break_it) in table {
        let mut plan = whole_plan();
        break_it(&mut plan);
        assert_eq!(numbers(&plan, Severity::Error), [number]);
        assert!(!may_launch(&check(&plan, &[])));
    }
}

#[test]
fn shares_have_to_make_a_hundred() {
    let mut plan = whole_plan();
    let share = |id, value| target(id, Some("T1"), Some(value), Some(TargetRole::Share));
    plan.targets =
        vec![target("T1", None, None, None), share("a", "10,49"), share("b", "37,52"), share("c", "51,99")];
    assert_eq!(numbers(&plan, Severity::Error), Vec::<&str>::new());
    plan.targets[1].value = Amount::read("10,48", Expectation::Quantity).ok();
    assert_eq!(numbers(&plan, Severity::Error), ["PLN-013"]);
}

#[test]
fn an_inherited_theme_is_enough() {
    let mut plan = whole_plan();
    plan.document.inherited_theme = plan.document.theme.take();
    assert_eq!(numbers(&plan, Severity::Error), Vec::<&str>::new());
}

#[test]
fn a_year_that_disagrees_with_the_date_is_a_warning() {
    let mut plan = whole_plan();
    plan.document.subject_year = Some(Piece::typed(2021));
    assert!(numbers(&plan, Severity::Warning).contains(&"PLN-009"));
    plan.document.subject_year = Some(Piece::typed(2023));
    assert!(!numbers(&plan, Severity::Warning).contains(&"PLN-009"), "next year's plan may be signed this year");
}

#[test]
fn last_years_year_left_in_the_text_is_found_across_a_line_break() {
    let plan = whole_plan();
    let text: Vec<String> = ["phấn đấu hoàn thành vượt mức các chỉ tiêu, nhiệm vụ trong", "năm 2021, góp phần"]
        .map(str::to_owned)
        .into();
    let stray = check(&plan, &text).into_iter().find(|finding| finding.number == "PLN-021").expect("a finding");
    assert_eq!(stray.lines, Some(Lines::new(2, 2)));
    let clean = vec!["so với năm 2021".to_owned(), "kế hoạch năm 2022".to_owned()];
    assert!(!check(&plan, &clean).iter().any(|finding| finding.number == "PLN-021"));
}

#[test]
fn anniversaries_and_waves_are_checked_by_arithmetic() {
    let mut plan = whole_plan();
    let occasion = |years, date| crate::plans::draft::Occasion {
        name: "Ngày thành lập Đảng".into(),
        anniversary_years: Some(years),
        origin_date: Some(day(1930, 2, 3)),
        date: Some(date),
        lines: Lines::new(1, 1),
    };
    let wave = |from, to, occasions| Wave {
        name: "Đợt".into(),
        from: Some(from),
        to: Some(to),
        goal: None,
        summary_deadline: Some(to),
        deadline_strictly_before: true,
        occasions,
        lines: Lines::new(1, 1),
        confidence: Confidence::SURE,
    };
    plan.waves = vec![
        wave(day(2022, 1, 1), day(2022, 6, 30), vec![occasion(92, day(2022, 2, 3)), occasion(91, day(2022, 2, 3))]),
        wave(day(2022, 7, 2), day(2022, 12, 31), vec![occasion(92, day(2022, 2, 3))]),
    ];
    let all: Vec<&str> = check(&plan, &[]).iter().map(|finding| finding.number).collect();
    for expected in ["PLN-031", "PLN-032", "PLN-033", "PLN-034"] {
        assert!(all.contains(&expected), "{expected} in {all:?}");
    }
    assert_eq!(all.iter().filter(|number| **number == "PLN-033").count(), 1);
}

#[test]
fn a_plan_of_another_authority_is_noticed() {
    let plan = whole_plan();
    let numbers =
        |authority| check_for(&plan, &[], Some(authority)).iter().map(|finding| finding.number).collect::<Vec<_>>();
    assert!(numbers("Ủy ban nhân dân xã B").contains(&"PLN-061"));
    assert!(!numbers("UBND xã A").contains(&"PLN-061"));
}

#[test]
fn a_name_the_reader_guessed_is_pointed_out_until_a_person_has_saved_it() {
    let mut plan = whole_plan();
    plan.document.issuer = Some(Piece::read("Ủy ban nhân dân xã Lượng Phong".into(), Lines::new(1, 2), 65));
    assert!(numbers(&plan, Severity::Warning).contains(&"PLN-023"));
    plan.document.issuer = Some(Piece::typed("Ủy ban nhân dân xã Lương Phong".into()));
    assert!(!numbers(&plan, Severity::Warning).contains(&"PLN-023"));
}
