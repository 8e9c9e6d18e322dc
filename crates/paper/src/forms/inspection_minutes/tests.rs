//! What the minutes must never get wrong.

use super::{InspectionMinutes, document, example};
use crate::write::reading::docx_text;
use crate::write::to_docx;

fn text(form: &InspectionMinutes) -> String {
    docx_text(&to_docx(&document(form)).expect("written"))
}

#[test]
fn minutes_without_findings_say_so_and_gaps_are_told() {
    let empty = InspectionMinutes {
        findings: Vec::new(),
        present: Some(" \n ".into()),
        day: None,
        sample: Vec::new(),
        values: Vec::new(),
        illustrative: false,
        ..example()
    };
    let text = text(&empty);
    assert!(text.contains("Không có tồn tại phải khắc phục."), "{text}");
    assert!(text.contains("(Chưa nhập thành phần của đơn vị được kiểm tra)"));
    assert!(text.contains("(Đơn vị chưa có ý kiến giải trình)"));
    assert!(text.contains("hôm nay, ngày … tháng …"), "{text}");
    assert!(!text.contains("CÁCH CHỌN MẪU") && !text.contains("Số liệu xác minh") && !text.contains("MINH HỌA"));
    assert!(text.contains("II. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA"), "the numbers close up: {text}");
}

#[test]
fn an_item_nobody_answered_is_never_shown_as_fine() {
    let text = text(&example());
    assert!(text.contains("7 | Nhân rộng các mô hình mới | Chưa đánh giá | "), "{text}");
}

#[test]
fn the_seed_stands_on_the_paper() {
    assert!(text(&example()).contains("Số gieo: 48213"));
}
