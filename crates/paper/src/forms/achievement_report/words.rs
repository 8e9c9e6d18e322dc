//! The wording of the report of achievements. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Báo cáo thành tích đề nghị khen thưởng";
pub(super) const ENGLISH: &str = "Report of achievements";
pub(super) const NEEDS: Says = Says {
    vi: "Danh hiệu, hình thức đề nghị; sơ lược về cá nhân, tập thể hoặc hộ gia đình; thành tích; khen thưởng đã có.",
    en: "The award, who the individual, collective or household is, what was achieved, and earlier awards.",
};
pub(super) const EXAMPLES: [Says; 3] = [
    Says { vi: "Báo cáo thành tích của cá nhân", en: "The report of an individual" },
    Says { vi: "Báo cáo thành tích của tập thể", en: "The report of a collective" },
    Says { vi: "Báo cáo thành tích của hộ gia đình", en: "The report of a household" },
];
pub(super) const KIND: &str = "BÁO CÁO THÀNH TÍCH";
pub(super) const PERSON: &str = "SƠ LƯỢC LÝ LỊCH";
pub(super) const PERSON_NAME: &str = "Họ và tên";
pub(super) const BORN: &str = "Sinh ngày, tháng, năm";
pub(super) const HOME: &str = "Nơi ở hiện nay";
pub(super) const POST: &str = "Chức vụ, đơn vị công tác";
pub(super) const EDUCATION: &str = "Trình độ chuyên môn";
pub(super) const DUTIES: &str = "Nhiệm vụ được giao";
pub(super) const COLLECTIVE: &str = "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH";
pub(super) const COLLECTIVE_NAME: &str = "Tên đơn vị";
pub(super) const ADDRESS: &str = "Địa chỉ";
pub(super) const SITUATION: &str = "Quá trình, tổ chức, cơ sở vật chất";
pub(super) const FUNCTION: &str = "Chức năng, nhiệm vụ";
pub(super) const HOUSEHOLD: &str = "SƠ LƯỢC VỀ HỘ GIA ĐÌNH";
pub(super) const HOUSEHOLD_HEAD: &str = "Đại diện hộ gia đình";
pub(super) const MEMBERS: &str = "Nhân khẩu";
pub(super) const LIVELIHOOD: &str = "Nghề nghiệp, điều kiện kinh tế";
pub(super) const ACHIEVEMENTS: &str = "THÀNH TÍCH ĐẠT ĐƯỢC";
pub(super) const ACHIEVEMENTS_MISSING: &str = "(Chưa nhập thành tích)";
pub(super) const INITIATIVES: &str = "Sáng kiến, đề tài được công nhận:";
pub(super) const INITIATIVE_COLUMNS: [&str; 3] = ["Năm", "Tên sáng kiến, đề tài", "Phạm vi, quyết định công nhận"];
pub(super) const POLICIES: &str = "Việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước:";
pub(super) const HELD: &str = "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG";
pub(super) const TITLES: &str = "Danh hiệu thi đua, mức hoàn thành nhiệm vụ";
pub(super) const COMMENDATIONS: &str = "Hình thức khen thưởng";
pub(super) const HELD_COLUMNS: [&str; 3] =
    ["Năm", "Danh hiệu, hình thức", "Quyết định (số, ngày, cơ quan ban hành)"];
pub(super) const NONE: &str = "Chưa có.";
pub(super) const CONFIRMED: &str = "XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG";
pub(super) const REPORTER: &str = "Người báo cáo thành tích";
pub(super) const HOUSEHOLDER: &str = "Đại diện hộ gia đình";

pub(super) fn subject(award: &str, period: &str) -> String {
    let period = if period.is_empty() { String::new() } else { format!(", {period}") };
    format!("Đề nghị tặng {award}{period}")
}

pub(super) fn members(count: Option<u32>) -> String {
    count.map_or_else(|| "…… người".to_owned(), |count| format!("{count:02} người"))
}

pub(super) fn closing(person: bool) -> String {
    let who = if person { "Tôi" } else { "Chúng tôi" };
    format!("{who} cam đoan nội dung báo cáo là đúng sự thật và chịu trách nhiệm trước pháp luật về báo cáo này./.")
}
