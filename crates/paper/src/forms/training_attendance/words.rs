//! The wording of the attendance sheet. Change a sentence here, and only here.

use super::Outcome;
use crate::forms::Says;
use crate::forms::wording::bare;

pub(super) const NAME: &str = "Danh sách điểm danh lớp tập huấn";
pub(super) const ENGLISH: &str = "Attendance sheet of a class";
pub(super) const NEEDS: Says = Says {
    vi: "Lớp tập huấn, thời gian, địa điểm và danh sách người được triệu tập.",
    en: "The class, its days and place, and who was called.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Lớp tập huấn nghiệp vụ của xã", en: "A class of a commune" }];
pub(super) const KIND: &str = "DANH SÁCH ĐIỂM DANH";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const DAYS: &str = "Thời gian";
pub(super) const PLACE: &str = "Địa điểm";
pub(super) const AUDIENCE: &str = "Đối tượng";
pub(super) const CONTENT: &str = "Nội dung";
pub(super) const ORGANISER: &str = "Đơn vị tổ chức, báo cáo viên";
pub(super) const NOBODY: &str = "(Chưa có người trong danh sách)";
pub(super) const COLUMNS: [&str; 6] = ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Điểm danh", "Ký tên"];

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Present => "Có mặt",
        Outcome::Absent => "Vắng",
        Outcome::Certificate => "Có mặt, cấp chứng nhận",
    }
}

/// The class inside the head: "Lớp Tập huấn …" is told once.
pub(super) fn subject(title: &str) -> String {
    let title = bare(title);
    if title.to_lowercase().starts_with("lớp") { title.to_owned() } else { format!("Lớp {}", lower(title)) }
}

fn lower(title: &str) -> String {
    crate::forms::wording::lower_first(title)
}

/// The counts; before the class only how many are called.
pub(super) fn counts(called: usize, present: usize, absent: usize, certificates: usize) -> String {
    if present + absent == 0 {
        return format!("Danh sách có {called} người.");
    }
    let open = called - present - absent;
    let open = if open > 0 { format!(", chưa điểm danh {open}") } else { String::new() };
    format!(
        "Danh sách có {called} người: có mặt {present} (được cấp chứng nhận {certificates}), vắng {absent}{open}."
    )
}
