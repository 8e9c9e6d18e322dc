//! The wording of the letter that urges. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Công văn đôn đốc thực hiện nhiệm vụ";
pub(super) const ENGLISH: &str = "Official letter that urges";
pub(super) const NEEDS: Says = Says {
    vi: "Đơn vị nhận và các nhiệm vụ quá hạn với thời hạn, số ngày quá hạn.",
    en: "To whom it goes, and what is late since when.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Công văn đôn đốc một thôn", en: "A letter to a village" }];
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const EVERYBODY: &str = "Các cơ quan, đơn vị";
pub(super) const SUBJECT: &str = "V/v đôn đốc thực hiện nhiệm vụ";

pub(super) fn opening(issuer: &str, plan: Option<&str>, count: usize) -> String {
    let carried = plan.map(|plan| format!("Thực hiện {plan}, ")).unwrap_or_default();
    format!(
        "{carried}{issuer} đã giao, đề nghị các đơn vị thực hiện nhiệm vụ theo thời hạn. Đến nay còn {count:02} nhiệm vụ quá hạn, cụ thể:"
    )
}

/// One task: `Thôn An Phú: Vận động …, thời hạn trước ngày …, quá hạn 12 ngày, đã đôn đốc 02 lần`.
pub(super) fn task(unit: Option<&str>, work: &str, deadline: &str, late: u32, urgings: u32) -> String {
    let unit = unit.map(|unit| format!("{unit}: ")).unwrap_or_default();
    let before = if urgings > 0 { format!(", đã đôn đốc {urgings:02} lần") } else { String::new() };
    format!("{unit}{work}, thời hạn {deadline}, quá hạn {late:02} ngày{before}")
}

pub(super) fn asked(issuer: &str, request: bool) -> String {
    let verb = if request { "đề nghị" } else { "yêu cầu" };
    format!(
        "{issuer} {verb} thủ trưởng các đơn vị khẩn trương chỉ đạo thực hiện; báo cáo kết quả, nguyên nhân chậm, khó khăn, \
         vướng mắc và thời gian hoàn thành về {issuer} trước ngày …/…/……"
    )
}

pub(super) fn closing(issuer: &str) -> String {
    format!("{issuer} trân trọng đề nghị các đơn vị quan tâm, phối hợp thực hiện./.")
}
