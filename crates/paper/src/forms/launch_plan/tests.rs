//! What the launch plan must never get wrong.

use super::{LaunchPlan, PlannedLine, PlannedTargets, document, example};
use crate::write::document::{Block, Signature};
use crate::write::reading::docx_text;
use crate::write::to_docx;

fn text(plan: &LaunchPlan) -> String {
    docx_text(&to_docx(&document(plan)).expect("written"))
}

fn line(text: &str, parts: &[&str]) -> PlannedLine {
    PlannedLine { text: text.into(), parts: parts.iter().map(|&part| part.into()).collect() }
}

#[test]
fn parts_of_a_target_are_lettered_under_it_and_not_counted() {
    let lines = vec![
        line("Giảm nghèo", &["Hộ nghèo: còn 5 %", "Hộ cận nghèo: còn 3 %", "Một", "Hai", "Ba"]),
        line("Gieo trồng: 3.994 ha.", &["Lúa: 1.350 ha"]),
        line("Giao quân: 08 thanh niên", &[]),
    ];
    let plan = LaunchPlan { target_groups: vec![PlannedTargets { name: None, lines }], ..example() };
    let expected = "(1) Giảm nghèo:\na) Hộ nghèo: còn 5%;\nb) Hộ cận nghèo: còn 3%;\nc) Một;\nd) Hai;\nđ) Ba.\n\
                    (2) Gieo trồng: 3.994 ha, trong đó:\na) Lúa: 1.350 ha.\n(3) Giao quân: 08 thanh niên.\n";
    assert!(text(&plan).contains(expected), "{}", text(&plan));
    let parts = document(&plan).blocks.into_iter().filter(|block| matches!(block, Block::Part { .. })).count();
    assert_eq!(parts, 6);
}

#[test]
fn bases_open_and_close_as_official_papers_do() {
    let bases = vec!["Luật Thi đua, khen thưởng năm 2022".into(), "Kế hoạch số 262/KH-UBND".into()];
    let text = text(&LaunchPlan { bases, ..example() });
    assert!(
        text.contains("\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\nThực hiện Kế hoạch số 262/KH-UBND.\n"),
        "{text}"
    );
}

#[test]
fn the_committee_signs_without_its_level_and_the_kept_copy_has_no_purpose() {
    let mut plan = example();
    plan.letterhead.recipients = vec!["Lưu: VT (lưu)".into(), "Sở Nội vụ (để b/c)".into()];
    for form in [Some("TM. ỦY BAN NHÂN DÂN XÃ".to_owned()), None] {
        plan.letterhead.signature = Signature { authority_form: form, post: "Chủ tịch".into(), name: None };
        let text = text(&plan);
        assert!(text.contains("\n- Sở Nội vụ (để b/c);\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"), "{text}");
    }
}
