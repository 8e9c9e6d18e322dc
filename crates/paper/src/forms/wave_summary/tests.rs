//! What the summing-up of a wave must never get wrong.

use super::{WaveSummary, document, example};
use crate::write::reading::docx_text;
use crate::write::to_docx;

fn text(form: &WaveSummary) -> String {
    docx_text(&to_docx(&document(form)).expect("written"))
}

#[test]
fn a_wave_without_targets_says_so_and_gaps_are_told() {
    let empty = WaveSummary {
        targets: Vec::new(),
        commended: None,
        directions: None,
        matters: Vec::new(),
        illustrative: false,
        ..example()
    };
    let text = text(&empty);
    assert!(text.contains("Đợt thi đua không đặt chỉ tiêu riêng."), "{text}");
    assert!(text.contains("(Chưa nhập nội dung biểu dương, khen thưởng)"));
    assert!(!text.contains("NHIỆM VỤ TIẾP THEO") && !text.contains("Việc khó") && !text.contains("MINH HỌA"));
    assert!(text.contains("V. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"), "the numbers close up: {text}");
}

#[test]
fn a_wave_without_days_has_no_empty_brackets() {
    let undated = WaveSummary { days: " ".into(), ..example() };
    assert_eq!(document(&undated).subject, "Tổng kết đợt thi đua thứ nhất");
}
