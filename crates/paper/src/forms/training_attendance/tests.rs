//! What the attendance sheet must never get wrong.

use super::{Outcome, TrainingAttendance, document, example};
use crate::write::reading::docx_text;
use crate::write::to_docx;

fn text(sheet: &TrainingAttendance) -> String {
    docx_text(&to_docx(&document(sheet)).expect("written"))
}

#[test]
fn the_counts_are_those_of_the_list() {
    let said = "Danh sách có 4 người: có mặt 2 (được cấp chứng nhận 1), vắng 1, chưa điểm danh 1.";
    assert!(text(&example()).contains(said), "{}", text(&example()));
    let mut all = example();
    all.trainees.iter_mut().for_each(|one| one.outcome = Some(Outcome::Present));
    assert!(text(&all).contains("có mặt 4 (được cấp chứng nhận 0), vắng 0."));
}

#[test]
fn before_the_class_the_sheet_is_there_to_be_signed() {
    let mut before = example();
    before.trainees.iter_mut().for_each(|one| one.outcome = None);
    let text = text(&before);
    assert!(text.contains("Danh sách có 4 người.") && !text.contains("Có mặt") && text.contains("Ký tên"));
}

#[test]
fn a_class_is_called_a_class_once_and_an_empty_list_says_so() {
    let sheet = TrainingAttendance { title: "Lớp bồi dưỡng".into(), trainees: Vec::new(), ..example() };
    assert_eq!(document(&sheet).subject, "Lớp bồi dưỡng");
    assert!(text(&sheet).contains("Chưa có người trong danh sách"));
}
