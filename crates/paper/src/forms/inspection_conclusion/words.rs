//! The wording of the conclusion of an inspection. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Thông báo kết luận kiểm tra công tác thi đua, khen thưởng";
pub(super) const ENGLISH: &str = "Conclusion of an inspection";
pub(super) const NEEDS: Says = Says {
    vi: "Nơi đã kiểm tra, kết quả từng nội dung, tồn tại và kiến nghị có thời hạn.",
    en: "Where it was, what was seen of each item, what is wanting, and what is asked until when.",
};
pub(super) const EXAMPLES: [Says; 1] = [Says {
    vi: "Kết luận kiểm tra phong trào thi đua của xã",
    en: "The conclusion of an inspection of a commune",
}];
pub(super) const KIND: &str = "THÔNG BÁO";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const DONE: &str = "VIỆC TỔ CHỨC KIỂM TRA";
pub(super) const VISITS: &str = "Các cơ quan, đơn vị, khối, cụm được kiểm tra:";
pub(super) const LEFT_OUT: &str = "Chưa kiểm tra:";
pub(super) const RESULTS: &str = "KẾT QUẢ KIỂM TRA";
pub(super) const GENERAL_MISSING: &str = "(Chưa nhập đánh giá chung)";
pub(super) const TABLE: &str = "Kết quả theo bảy nội dung (số nơi được kiểm tra)";
pub(super) const COLUMNS: [&str; 6] = ["TT", "Nội dung", "Đạt", "Đạt một phần", "Chưa đạt", "Chưa đủ căn cứ"];
pub(super) const GOOD: &str = "Ưu điểm";
pub(super) const WANTING: &str = "Tồn tại, hạn chế";
pub(super) const CAUSES: &str = "Nguyên nhân";
pub(super) const DEMANDS: &str = "YÊU CẦU KHẮC PHỤC";
pub(super) const DEMANDS_TABLE: &str = "Tồn tại và yêu cầu khắc phục";
pub(super) const DEMAND_COLUMNS: [&str; 6] = ["TT", "Đơn vị", "Tồn tại", "Yêu cầu", "Thời hạn", "Tình trạng"];
pub(super) const NO_DEMANDS: &str = "Không có tồn tại phải khắc phục.";

pub(super) fn subject(inspection: &str) -> String {
    format!("Kết luận {}", crate::forms::wording::lower_first(inspection.trim()))
}

pub(super) fn opening(issuer: &str, decision: Option<&str>, plan: Option<&str>) -> String {
    let decision = decision.map(|decision| format!("Thực hiện {decision}, ")).unwrap_or_default();
    let plan = plan.map(|plan| format!(" việc thực hiện {plan}")).unwrap_or_default();
    format!("{decision}{issuer} đã kiểm tra{plan}. {issuer} thông báo kết luận như sau:")
}

pub(super) fn closing(issuer: &str) -> String {
    format!(
        "{issuer} thông báo để các cơ quan, đơn vị biết, thực hiện và báo cáo kết quả khắc phục đúng thời hạn./."
    )
}
