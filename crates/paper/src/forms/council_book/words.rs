//! The wording of the book of dossiers. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Tài liệu họp Hội đồng: bảng tổng hợp hồ sơ";
pub(super) const ENGLISH: &str = "Book of dossiers for the council";
pub(super) const NEEDS: Says = Says {
    vi: "Cuộc họp và các hồ sơ: hồ sơ có vấn đề cần xem xét đứng trước, hồ sơ đủ điều kiện đứng sau.",
    en: "The meeting and its dossiers: those with open questions first, then those that meet every condition.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Tài liệu cuộc họp cuối năm", en: "The papers of a meeting at the end of the year" }];
pub(super) const KIND: &str = "TÀI LIỆU HỌP";
pub(super) const NOTHING: &str = "(Chưa có hồ sơ)";
pub(super) const OPEN: &str = "Hồ sơ có nội dung cần Hội đồng xem xét";
pub(super) const MET: &str = "Hồ sơ đủ điều kiện";
pub(super) const NONE_OPEN: &str = "Không";
pub(super) const COLUMNS: [&str; 8] = [
    "TT",
    "Tên",
    "Chức vụ, đơn vị",
    "Danh hiệu, hình thức",
    "Thành tích, căn cứ xét",
    "Nội dung cần xem xét",
    "Cách bỏ phiếu",
    "Thành viên không bỏ phiếu",
];

pub(super) fn opening(meeting: &str, day: &str, open: usize, met: usize) -> String {
    format!(
        "{meeting}, ngày {day}, có {:02} hồ sơ: {open:02} hồ sơ có nội dung cần xem xét (đứng trước), {met:02} hồ sơ đủ điều kiện.",
        open + met
    )
}

pub(super) fn group(title: &str, count: usize) -> String {
    format!("{title} ({count:02})")
}
