//! The wording of the minutes of an inspection. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Biên bản kiểm tra công tác thi đua, khen thưởng";
pub(super) const ENGLISH: &str = "Minutes of an inspection";
pub(super) const NEEDS: Says = Says {
    vi: "Đoàn kiểm tra, đơn vị được kiểm tra, kết quả từng nội dung, số liệu xác minh và tồn tại.",
    en: "The team, the unit, the answers to each item, verified values and findings.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Buổi kiểm tra tại một thôn", en: "A visit to a village" }];
pub(super) const KIND: &str = "BIÊN BẢN";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const PRESENT: &str = "THÀNH PHẦN";
pub(super) const TEAM: &str = "1. Đoàn kiểm tra:";
pub(super) const TEAM_MISSING: &str = "(Chưa nhập thành phần đoàn kiểm tra)";
pub(super) const PRESENT_MISSING: &str = "(Chưa nhập thành phần của đơn vị được kiểm tra)";
pub(super) const MEMBERS: &str = "Các đơn vị thành viên:";
pub(super) const SAMPLE: &str = "CÁCH CHỌN MẪU";
pub(super) const RESULTS: &str = "NỘI DUNG VÀ KẾT QUẢ KIỂM TRA";
pub(super) const TABLE: &str = "Kết quả kiểm tra theo bảy nội dung";
pub(super) const COLUMNS: [&str; 4] = ["TT", "Nội dung", "Đánh giá", "Căn cứ, ghi chú"];
pub(super) const NOT_ANSWERED: &str = "Chưa đánh giá";
pub(super) const VALUES: &str = "Số liệu xác minh";
pub(super) const VALUE_COLUMNS: [&str; 6] =
    ["TT", "Chỉ tiêu", "Đơn vị tự báo cáo", "Số xác minh", "Chênh lệch", "Cách xác minh"];
pub(super) const FINDINGS: &str = "TỒN TẠI VÀ YÊU CẦU KHẮC PHỤC";
pub(super) const NO_FINDINGS: &str = "Không có tồn tại phải khắc phục.";
pub(super) const EXPLANATION: &str = "Ý KIẾN GIẢI TRÌNH CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA";
pub(super) const EXPLANATION_MISSING: &str = "(Đơn vị chưa có ý kiến giải trình)";
pub(super) const SECRETARY: &str = "NGƯỜI GHI BIÊN BẢN";
pub(super) const LEAD: &str = "Trưởng đoàn kiểm tra";

pub(super) fn subject(subject: &str) -> String {
    format!("Kiểm tra công tác thi đua, khen thưởng tại {subject}")
}

pub(super) fn opening(
    issuer: &str,
    inspection: &str,
    decision: Option<&str>,
    plan: Option<&str>,
    subject: &str,
    day: Option<&str>,
) -> String {
    let carried = decision.map(|decision| format!("Thực hiện {decision}; ")).unwrap_or_default();
    let plan = plan.map(|plan| format!(" việc thực hiện {plan}")).unwrap_or_default();
    let day = day.map_or_else(|| "Hôm nay, ngày … tháng … năm ……".to_owned(), |day| format!("Ngày {day}"));
    let day = if carried.is_empty() { day } else { crate::forms::wording::lower_first(&day) };
    format!("{carried}{day}, đoàn kiểm tra của {issuer} ({inspection}) kiểm tra{plan} tại {subject}.")
}

pub(super) fn unit_present(subject: &str) -> String {
    format!("2. {subject}:")
}

pub(super) fn finding(number: usize, severity: &str, what: &str) -> String {
    format!("{number}. {what} ({severity})")
}

pub(super) fn basis(basis: &str) -> String {
    format!("Căn cứ: {basis}")
}

pub(super) fn demand(demand: &str, until: Option<&str>) -> String {
    let until = until.map(|until| format!(", xong trước hết ngày {until}")).unwrap_or_default();
    format!("Yêu cầu: {demand}{until}")
}

pub(super) fn explained(says: &str) -> String {
    format!("Đơn vị giải trình: {says}")
}

pub(super) fn for_party(subject: &str) -> String {
    format!("ĐẠI DIỆN {}", subject.to_uppercase())
}

pub(super) const CLOSING: &str = "Biên bản kết thúc lúc … giờ … cùng ngày, được đọc cho những người có tên trên cùng nghe, công nhận đúng và ký tên; \
     lập thành 02 bản, mỗi bên giữ 01 bản./.";
