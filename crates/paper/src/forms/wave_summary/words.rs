//! The wording of the summing-up of a wave. Change a sentence here, and only here.

use crate::forms::Says;
use crate::forms::wording::lower_first;

pub(super) const NAME: &str = "Báo cáo tổng kết đợt thi đua";
pub(super) const ENGLISH: &str = "Summing-up of a wave";
pub(super) const NEEDS: Says = Says {
    vi: "Đợt thi đua, kết quả chỉ tiêu của đợt, sự tham gia, biểu dương và hạn chế.",
    en: "The wave, what came of its targets, who took part, recognitions and shortcomings.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Tổng kết đợt thi đua thứ nhất", en: "The summing-up of a first wave" }];
pub(super) const KIND: &str = "BÁO CÁO";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const ORGANISATION: &str = "CÔNG TÁC TỔ CHỨC";
pub(super) const ORGANISATION_MISSING: &str = "(Chưa nhập nội dung về công tác tổ chức đợt thi đua)";
pub(super) const GOAL: &str = "Mục tiêu của đợt: ";
pub(super) const RESULTS: &str = "KẾT QUẢ THỰC HIỆN";
pub(super) const NO_TARGETS: &str = "Đợt thi đua không đặt chỉ tiêu riêng.";
pub(super) const TABLE: &str = "Kết quả thực hiện các chỉ tiêu của đợt thi đua";
pub(super) const COLUMNS: [&str; 6] =
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Chỉ tiêu của đợt", "Thực hiện", "Đánh giá"];
pub(super) const MATTERS: &str = "Việc khó, điểm nghẽn được chọn để tháo gỡ trong đợt:";
pub(super) const PARTICIPATION: &str = "SỰ THAM GIA";
pub(super) const PARTICIPATION_MISSING: &str = "(Chưa nhập nội dung về sự tham gia của các đơn vị, cá nhân)";
pub(super) const COMMENDED: &str = "BIỂU DƯƠNG, KHEN THƯỞNG";
pub(super) const COMMENDED_MISSING: &str = "(Chưa nhập nội dung biểu dương, khen thưởng)";
pub(super) const SHORTCOMINGS: &str = "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN";
pub(super) const SHORTCOMINGS_MISSING: &str = "(Chưa nhập tồn tại, hạn chế và nguyên nhân)";
pub(super) const DIRECTIONS: &str = "NHIỆM VỤ TIẾP THEO";

/// `Tổng kết Đợt thi đua thứ nhất (01/01/2022 – 30/6/2022)`.
pub(super) fn subject(wave: &str, days: &str) -> String {
    let days = if days.trim().is_empty() { String::new() } else { format!(" ({})", days.trim()) };
    format!("Tổng kết {}{days}", inside(wave))
}

/// "Đợt thi đua thứ nhất" inside a sentence; other names keep their first letter.
fn inside(wave: &str) -> String {
    let wave = wave.trim();
    if wave.to_lowercase().starts_with("đợt") { lower_first(wave) } else { wave.to_owned() }
}

pub(super) fn opening(issuer: &str, plan: Option<&str>, wave: &str) -> String {
    let carried = plan.map(|plan| format!("Thực hiện {plan}, ")).unwrap_or_default();
    format!("{carried}{issuer} báo cáo kết quả thực hiện {} như sau:", inside(wave))
}

pub(super) fn closing(issuer: &str, wave: &str) -> String {
    format!("Trên đây là báo cáo tổng kết {} của {issuer}./.", inside(wave))
}
