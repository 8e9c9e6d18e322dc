//! Plans written for the tests: other issuers, other layouts, and texts that are no plans.

use super::{NotAPlan, leaves, plan, read_plan, sample, table};
use thidua_domain::plans::draft::ReportingPeriod;

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().expect("a day"))
}

#[test]
fn a_school_union_s_plan_is_read_with_waves_and_numbered_targets() {
    let draft = plan("written/union-of-a-school.txt");
    let document = &draft.document;
    assert_eq!(document.number_symbol.as_ref().map(|piece| piece.value.as_str()), Some("07/KH-CĐTHCS"));
    assert_eq!(document.issuer.as_ref().map(|piece| piece.value.as_str()), Some("Công đoàn trường THCS Hòa Bình"));
    assert_eq!(document.issuer_level.as_ref().map(|piece| piece.value.code()), Some("other"));
    assert_eq!(
        document.theme.as_ref().map(|piece| piece.value.as_str()),
        Some("Đoàn kết, kỷ cương, sáng tạo, chất lượng")
    );
    assert_eq!(document.signer_name.as_ref().map(|piece| piece.value.as_str()), Some("Trần Thị Ngọc Mai"));
    assert_eq!(
        table(&draft),
        [
            "eq 100 %",
            "ge 30 %",
            "ge 98.5 %",
            "le 0.5 %",
            "none_exists",
            "eq 12 sáng kiến",
            "eq 3 sáng kiến",
            "between 2..4 đoàn viên",
            "maintain",
        ]
    );
    assert_eq!(leaves(&draft)[3].direction.code(), "lower");
    let waves: Vec<_> = draft
        .waves
        .iter()
        .map(|wave| (wave.from, wave.to, wave.summary_deadline, wave.deadline_strictly_before))
        .collect();
    assert_eq!(
        waves,
        [
            (day("2024-09-05"), day("2024-11-20"), day("2024-11-30"), false),
            (day("2024-11-21"), day("2025-05-31"), None, false)
        ]
    );
    assert_eq!(draft.waves[1].occasions.len(), 1);
    assert_eq!(
        draft.recipients.iter().map(|recipient| recipient.purpose.as_deref()).collect::<Vec<_>>(),
        [Some("báo cáo"), Some("để biết"), Some("thực hiện"), Some("lưu")]
    );
    assert_eq!(
        draft
            .legal_bases
            .iter()
            .filter(|basis| basis.parent_plan)
            .filter_map(|basis| basis.number_symbol.as_deref())
            .collect::<Vec<_>>(),
        ["15/KH-LĐLĐ"]
    );
}

#[test]
fn a_department_s_plan_is_read_with_groups_and_a_calendar() {
    let draft = plan("written/province-department.txt");
    let document = &draft.document;
    assert_eq!(document.issuer.as_ref().map(|piece| piece.value.as_str()), Some("Sở Y tế Đồng Tháp"));
    assert_eq!(
        document.parent_authority.as_ref().map(|piece| piece.value.as_str()),
        Some("Ủy ban nhân dân tỉnh Đồng Tháp")
    );
    assert_eq!(document.date.as_ref().map(|piece| piece.value.to_string()).as_deref(), Some("2026-02-12"));
    assert_eq!(
        document.theme.as_ref().map(|piece| piece.value.as_str()),
        Some("Y tế Đồng Tháp chuyên nghiệp, nghĩa tình, số hóa")
    );
    assert_eq!(
        document.signer_title.as_ref().map(|piece| piece.value.as_str()),
        Some("KT. Giám đốc - Phó Giám đốc")
    );
    assert_eq!(
        table(&draft),
        [
            "gt 92 %",
            "lt 0.3 %",
            "eq 32 giường",
            "decrease_by 15 %",
            "ge 95 %",
            "approx 3.5 triệu đồng/người/tháng",
            "eq 100 %",
            "eq 60 %",
            "increase_by 5 %",
        ]
    );
    let groups: Vec<_> = leaves(&draft).into_iter().map(|leaf| leaf.group.clone().unwrap_or_default()).collect();
    assert_eq!((groups[0].as_str(), groups[4].as_str()), ("Về khám, chữa bệnh", "Về y tế dự phòng"));
    assert_eq!(leaves(&draft)[3].basis.as_deref(), Some("vs 2025"));
    let periods: Vec<_> = draft.reporting.iter().map(|line| line.period).collect();
    assert_eq!(
        periods,
        [ReportingPeriod::Quarter, ReportingPeriod::HalfYear, ReportingPeriod::Year, ReportingPeriod::Year]
    );
    assert_eq!(draft.reporting[3].due, day("2026-11-10"));
    assert_eq!(draft.reporting[3].via.as_deref(), Some("Văn phòng Sở"));
    assert!(draft.movements.iter().any(|movement| movement.name.starts_with("Bệnh viện xanh")));
}

#[test]
fn a_ward_s_plan_gives_levels_changes_and_parts() {
    let draft = plan("written/ward-2026.txt");
    assert_eq!(
        table(&draft),
        [
            "increase_by 10 %",
            "eq 1.5 %",
            "decrease_by 0.5 %",
            "approx 1250 tỷ đồng",
            "increase_by 5 %",
            "ge 95 %",
            "eq 350 tỷ đồng",
            "increase_by 4.2 %",
            "eq 200 tỷ đồng",
            "eq 150 tỷ đồng",
            "ge 2 hợp tác xã",
            "eq 5 tổ hợp tác",
            "gt 95 %",
            "eq 100 %",
            "lt 10 %",
            "eq 100 %",
            "between 1200..1500 lao động",
            "eq 30 lao động",
            "none_exists",
            "eq 90 %",
            "eq 3 trường",
            "decrease_by 5..10 %",
            "achieve",
            "le 10 hạng",
        ]
    );
    assert_eq!(draft.document.number_symbol, None, "a number that is left open is not made up");
    assert_eq!(draft.document.date, None);
    assert_eq!(draft.document.subject_year.as_ref().map(|piece| piece.value), Some(2026));
    assert_eq!(
        draft.document.issuer.as_ref().map(|piece| piece.value.as_str()),
        Some("Ủy ban nhân dân phường Tân An")
    );
}

#[test]
fn a_damaged_plan_of_a_hospital_is_restored_and_read() {
    let draft = plan("written/hospital-damaged.txt");
    assert_eq!(table(&draft), ["eq 85000 lượt", "ge 90 %", "lt 0.5 %", "eq 100 %", "none_exists"]);
    let names: Vec<_> = leaves(&draft).into_iter().map(|leaf| leaf.name.clone()).collect();
    assert_eq!(names[1], "Tỷ lệ hài lòng của người bệnh");
    assert!(leaves(&draft).iter().all(|leaf| leaf.confidence.as_percent() < 95), "what was restored is less sure");
    assert_eq!(draft.document.number_symbol.as_ref().map(|piece| piece.value.as_str()), Some("25/KH-BV"));
    assert_eq!(
        draft.document.theme.as_ref().map(|piece| piece.value.as_str()),
        Some("Kỷ cương, trách nhiệm, vì người bệnh phục vụ")
    );
    assert_eq!(
        draft.reporting.iter().map(|line| line.period).collect::<Vec<_>>(),
        [ReportingPeriod::HalfYear, ReportingPeriod::Year]
    );
    assert_eq!(draft.recipients.len(), 3);
}

#[test]
fn a_plan_without_measurable_targets_is_a_plan_without_targets() {
    let draft = plan("written/no-measurable-target.txt");
    assert!(draft.targets.is_empty(), "{:?}", draft.targets);
    assert_eq!(
        draft.document.issuer.as_ref().map(|piece| piece.value.as_str()),
        Some("Ủy ban nhân dân xã Tân Phú")
    );
    assert_eq!(draft.document.theme, None);
    assert_eq!(draft.recipients.len(), 2);
    assert!(draft.obligations.iter().any(|duty| duty.actor == "Công chức Văn hóa - Xã hội"));
}

#[test]
fn texts_that_are_no_plans_are_refused_with_a_reason_and_a_next_step() {
    assert_eq!(read_plan(&sample("written/a-letter.txt")), Err(NotAPlan::NotEmulation));
    // another kind of document that speaks of emulation is read, and sets no targets
    let report = read_plan(&sample("written/a-report.txt")).expect("a document");
    assert_eq!(report.document.kind.map(|kind| kind.value).as_deref(), Some("Báo cáo"));
    assert_eq!(report.targets, []);
    let short = crate::read::SourceText::from_text("KẾ HOẠCH");
    let problem = read_plan(&short).expect_err("too short");
    assert_eq!(problem, NotAPlan::TooShort { words: 2 });
    assert!(problem.says().vi.contains("kiểm tra"));
    let english = "The council approved the annual budget and asked every department to submit quarterly figures before the deadline. ".repeat(6);
    assert_eq!(read_plan(&crate::read::SourceText::from_text(&english)), Err(NotAPlan::NotVietnamese));
}
