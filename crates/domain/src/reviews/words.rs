//! The words of generated sentences. Official papers are Vietnamese whatever the language of the pages.

use crate::figures::Attainment;
use crate::movements::kind::Field;
use crate::targets::Status;

pub(super) const REACHED: &str = "đạt";
pub(super) const DOWN_TO: &str = "còn";
pub(super) const ROSE: &str = "tăng";
pub(super) const FELL: &str = "giảm";
pub(super) const PLAN: &str = "kế hoạch";
pub(super) const NOT_GIVEN: &str = "chưa được giao mức thực hiện";
pub(super) const NONE: &str = "không có";
pub(super) const THERE_WERE: &str = "có";
pub(super) const CASES: &str = "trường hợp";
pub(super) const POINTS: &str = "điểm %";
pub(super) const LAST_YEAR: &str = "so với cùng kỳ năm trước";
pub(super) const SAME_AS_LAST_YEAR: &str = "bằng cùng kỳ năm trước";
pub(super) const LAST_YEAR_WAS: &str = "cùng kỳ năm trước là";
pub(super) const NOT_APPLICABLE: &str = "không áp dụng trong kỳ";
pub(super) const NO_FIGURE: &str = "chưa có số liệu";
pub(super) const MORE_THAN: &str = "trên";
pub(super) const LESS_THAN: &str = "dưới";
pub(super) const AT_MOST: &str = "không quá";
pub(super) const AT_LEAST: (&str, &str) = ("từ", "trở lên");
pub(super) const BETWEEN: (&str, &str) = ("từ", "đến");
pub(super) const ABOUT: &str = "khoảng";

/// Words at the end of a name that the sentence says itself.
pub(super) const LAST_WORDS: [&str; 12] =
    ["đạt", "là", "còn", "dưới", "xuống", "trên", "từ", "tăng", "giảm", "khoảng", "không quá", ":"];

pub(super) fn judged(attainment: Attainment) -> &'static str {
    match attainment {
        Attainment::Yes => "đạt",
        Attainment::Partly => "đạt một phần",
        Attainment::No => "chưa đạt",
    }
}

/// What stands behind the figures; nothing where the figures say enough.
pub(super) fn verdict(status: Option<Status>) -> Option<&'static str> {
    match status? {
        Status::Exceeded => Some("vượt kế hoạch"),
        Status::Met => Some("đạt kế hoạch"),
        Status::AtRisk => Some("chậm so với tiến độ"),
        Status::Missed => Some("không đạt kế hoạch"),
        Status::NotBegun | Status::OnTrack | Status::NeedsPerson => None,
    }
}

/// The heading of a field of work in a report.
pub fn heading(field: Field) -> &'static str {
    match field {
        Field::Economy => "Về kinh tế",
        Field::Society => "Về văn hóa - xã hội",
        Field::Health => "Về y tế",
        Field::Education => "Về giáo dục và đào tạo",
        Field::Security => "Về quốc phòng - an ninh",
        Field::Reform => "Về cải cách hành chính, chuyển đổi số",
        Field::Politics => "Về xây dựng Đảng, chính quyền",
        Field::Emulation => "Về công tác thi đua, khen thưởng",
        Field::Other => "Về các nội dung khác",
    }
}

/// `Thôn Đông, Thôn Đoài và Thôn Giữa`.
pub fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} và {last}", before.join(", ")),
    }
}
