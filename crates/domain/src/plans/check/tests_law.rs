//! The checker against the law, the layout, the end of the district level, and documents on file.

use super::tests::{day, target, whole_plan};
use super::*;
use crate::plans::draft::{BasisRole, Confidence, LegalBasis, Piece, Recipient};

fn basis(kind: &str, symbol: Option<&str>, date: Option<(i32, u32, u32)>) -> LegalBasis {
    LegalBasis {
        kind: kind.into(),
        number_symbol: symbol.map(str::to_owned),
        date: date.map(|(year, month, of)| day(year, month, of)),
        issuer: None,
        subject: (kind == "Luật").then(|| "Thi đua, khen thưởng".to_owned()),
        role: BasisRole::Basis,
        parent_plan: false,
        lines: Lines::new(3, 3),
        confidence: Confidence::SURE,
    }
}

fn dated(year: i32, month: u32, of: u32) -> PlanDraft {
    let mut plan = whole_plan();
    plan.document.date = Some(Piece::typed(day(year, month, of)));
    plan.document.subject_year = Some(Piece::typed(year));
    plan
}

fn found(plan: &PlanDraft, number: &str) -> Vec<Finding> {
    check(plan, &[]).into_iter().filter(|finding| finding.number == number).collect()
}

#[test]
fn a_basis_out_of_force_on_the_day_of_the_plan_is_found_with_what_replaced_it() {
    let table: [(&str, (i32, u32, u32), Option<Severity>); 9] = [
        ("91/2017/NĐ-CP", (2023, 12, 31), None),
        ("91/2017/NĐ-CP", (2024, 1, 1), Some(Severity::Warning)),
        ("91/2017/ND-CP", (2024, 3, 1), Some(Severity::Warning)),
        ("98/2023/NĐ-CP", (2025, 6, 30), None),
        ("98/2023/NĐ-CP", (2025, 7, 1), Some(Severity::Warning)),
        ("15/2003/QH11", (2022, 5, 1), None),
        ("15/2003/QH11", (2024, 2, 1), Some(Severity::Warning)),
        // read in one compilation only: a person confirms
        ("12/2019/TT-BNV", (2024, 5, 2), Some(Severity::Notice)),
        ("34/2014/CT-TW", (2025, 5, 2), None),
    ];
    for (symbol, (year, month, of), expected) in table {
        let mut plan = dated(year, month, of);
        plan.legal_bases = vec![basis("Nghị định", Some(symbol), None)];
        let severities: Vec<Severity> = found(&plan, "PLN-043").iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, expected.into_iter().collect::<Vec<_>>(), "{symbol} on {year}-{month}-{of}");
    }
    let mut plan = dated(2024, 2, 1);
    plan.legal_bases = vec![basis("Luật", None, Some((2003, 11, 26)))];
    let finding = found(&plan, "PLN-043").pop().expect("the law of 2003 by its date");
    assert!(finding.mend.vi.contains("06/2022/QH15") && finding.lines == Some(Lines::new(3, 3)), "{finding:?}");
    let mut early = dated(2023, 2, 1);
    early.legal_bases = vec![basis("Luật", Some("06/2022/QH15"), None)];
    assert_eq!(found(&early, "PLN-044").len(), 1);
}

#[test]
fn bodies_of_the_level_that_ended_are_named_after_its_end_only() {
    let recipient = |name: &str| Recipient { name: name.into(), purpose: None, lines: Lines::new(40, 40) };
    for (date, expected) in [((2025, 6, 30), 0), ((2025, 7, 1), 2)] {
        let mut plan = dated(date.0, date.1, date.2);
        plan.recipients = ["UBND các huyện", "Phòng Nội vụ huyện", "Thị xã An Khê", "Các xã, phường", "Lưu: VT"]
            .map(recipient)
            .to_vec();
        assert_eq!(found(&plan, "PLN-062").len(), expected, "{date:?}");
    }
}

#[test]
fn head_and_layout_are_checked_against_the_rules_of_official_documents() {
    let mut plan = dated(2024, 3, 7);
    plan.document.issuer_level = Some(Piece::typed(IssuerLevel::Commune));
    plan.document.kind = Some(Piece::typed("Kế hoạch".into()));
    plan.document.place = Some(Piece::typed("Ví Dụ".into()));
    plan.document.date = Some(Piece::read(day(2024, 2, 5), Lines::new(3, 3), 97));
    plan.document.signer_title = Some(Piece::typed("TM. Ủy ban nhân dân xã - Chủ tịch".into()));
    plan.recipients = vec![Recipient { name: "Lưu: VT".into(), purpose: None, lines: Lines::new(9, 9) }];
    let text: Vec<String> =
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Ví Dụ, ngày 05 tháng 02 năm 2024"]
            .map(str::to_owned)
            .to_vec();
    let layout = |plan: &PlanDraft, text: &[String]| -> Vec<&'static str> {
        check(plan, text)
            .iter()
            .map(|finding| finding.number)
            .filter(|number| number.starts_with("PLN-07"))
            .collect()
    };
    assert_eq!(layout(&plan, &text), Vec::<&str>::new());
    let table: [(&str, fn(&mut PlanDraft, &mut Vec<String>)); 7] = [
        ("PLN-070", |plan, _| plan.document.number_symbol = Some(Piece::typed("5/KH-UBND".into()))),
        ("PLN-071", |plan, _| plan.document.number_symbol = Some(Piece::typed("43/CT-UBND".into()))),
        ("PLN-072", |plan, _| plan.document.place = None),
        ("PLN-073", |_, text| text[2] = "Ví Dụ, ngày 5 tháng 02 năm 2024".into()),
        ("PLN-074", |_, text| text.drain(..2).for_each(drop)),
        ("PLN-075", |plan, _| plan.recipients[0].name = "Các ban, ngành".into()),
        ("PLN-076", |plan, _| plan.document.signer_title = Some(Piece::typed("Chủ tịch".into()))),
    ];
    for (number, spoil) in table {
        let (mut plan, mut text) = (plan.clone(), text.clone());
        spoil(&mut plan, &mut text);
        assert_eq!(layout(&plan, &text), [number]);
    }
    // the Party and unions have rules of their own; before 2020 another circular held
    plan.document.place = None;
    plan.document.issuer = Some(Piece::typed("Đảng ủy xã A".into()));
    assert_eq!(layout(&plan, &text), Vec::<&str>::new());
}

#[test]
fn a_figure_that_disagrees_with_the_decision_on_file_is_found() {
    let leaf = |id: &str, name: &str, value: &str| {
        let mut leaf = target(id, None, Some(value), None);
        leaf.name = name.into();
        leaf
    };
    let mut decision = dated(2022, 1, 20);
    decision.document.issuer = Some(Piece::typed("Ủy ban nhân dân huyện B".into()));
    decision.targets = vec![
        leaf("T1", "Tổng đàn gia súc - xã A", "3.100"),
        leaf("T2", "Tổng đàn gia súc - xã C", "900"),
        leaf("T3", "Trồng rừng mới - Xã A", "40"),
    ];
    let mut plan = dated(2022, 3, 7);
    plan.targets = vec![leaf("T1", "Tổng đàn gia súc", "3.027"), leaf("T2", "Trồng rừng mới", "40")];
    plan.legal_bases = vec![basis("Quyết định", Some("2563/QĐ-UBND"), None)];
    let on_file = [OnFile { draft: &decision, symbol: "2563/QĐ-UBND" }];
    let disagreeing = |plan: &PlanDraft| -> Vec<Option<String>> {
        check_beside(plan, &[], Some("Ủy ban nhân dân xã A"), &on_file)
            .into_iter()
            .filter(|finding| finding.number == "PLN-045")
            .map(|finding| finding.piece)
            .collect()
    };
    assert_eq!(disagreeing(&plan), [Some("targets.T1".to_owned())]);
    // a decision that the plan does not cite says nothing about it
    plan.legal_bases[0].number_symbol = Some("9/QĐ-UBND".into());
    assert!(disagreeing(&plan).is_empty());
}

#[test]
fn a_theme_the_reader_guessed_is_pointed_out() {
    let mut plan = whole_plan();
    plan.document.theme = Some(Piece::read("Đoàn kết, kỷ cương".into(), Lines::new(12, 12), 62));
    let finding = found(&plan, "PLN-023").pop().expect("a finding");
    assert_eq!(finding.piece.as_deref(), Some("document.theme"));
    plan.document.theme = Some(Piece::read("Đoàn kết, kỷ cương".into(), Lines::new(12, 12), 92));
    assert!(found(&plan, "PLN-023").is_empty());
}
