//! The wording of the registration. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Bản đăng ký thi đua";
pub(super) const ENGLISH: &str = "Registration for emulation";
pub(super) const NEEDS: Says = Says {
    vi: "Chỉ tiêu, danh hiệu và nhiệm vụ mà đơn vị đăng ký.",
    en: "The targets, titles and tasks that a unit registers.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Bản đăng ký thi đua của một thôn", en: "The registration of a village" }];
pub(super) const KIND: &str = "BẢN ĐĂNG KÝ THI ĐUA";
pub(super) const TARGETS: &str = "CHỈ TIÊU THI ĐUA ĐĂNG KÝ";
pub(super) const TITLES: &str = "DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG ĐĂNG KÝ";
pub(super) const HARD: &str = "NHIỆM VỤ KHÓ, PHỨC TẠP ĐĂNG KÝ ĐẢM NHẬN";
pub(super) const TASKS: &str = "NHIỆM VỤ KHÁC ĐĂNG KÝ";
pub(super) const TARGET_COLUMNS: [&str; 6] =
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Được giao, kế hoạch", "Đăng ký", "Ghi chú"];
pub(super) const TITLE_COLUMNS: [&str; 3] = ["TT", "Danh hiệu, hình thức khen thưởng", "Tập thể, cá nhân"];
pub(super) const NOTHING: &str = "Chưa đăng ký nội dung nào.";

pub(super) fn subject(year: &str) -> String {
    if year.is_empty() { "Thực hiện phong trào thi đua".into() } else { format!("Năm {year}") }
}

pub(super) fn opening(unit: &str, movement: &str) -> String {
    format!("Hưởng ứng {movement}, {unit} đăng ký thi đua như sau:")
}

pub(super) fn task(name: &str, description: &str, expected: &str) -> String {
    let description = if description.is_empty() { String::new() } else { format!(": {description}") };
    let expected =
        if expected.is_empty() { String::new() } else { format!("; kết quả dự kiến: {expected}") };
    format!("{name}{description}{expected}")
}

pub(super) fn closing(unit: &str) -> String {
    format!("{unit} cam kết phấn đấu hoàn thành các nội dung đã đăng ký./.")
}
