//! The wording of the consolidated report. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Báo cáo tổng hợp kết quả phong trào thi đua của các đơn vị";
pub(super) const ENGLISH: &str = "Consolidated report of the units";
pub(super) const NEEDS: Says = Says {
    vi: "Kỳ báo cáo, đơn vị đã báo cáo và chưa báo cáo, kết quả từng chỉ tiêu của từng đơn vị.",
    en: "The period, who has reported and who has not, and what each unit reached of every target.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Tổng hợp 6 tháng đầu năm của xã", en: "A half-year of a commune" }];
pub(super) const KIND: &str = "BÁO CÁO";
pub(super) const REPORTED: &str = "TÌNH HÌNH BÁO CÁO";
pub(super) const LATE: &str = "Đơn vị báo cáo chậm:";
pub(super) const MISSING: &str = "Đơn vị chưa báo cáo:";
pub(super) const RESULTS: &str = "KẾT QUẢ TỔNG HỢP";
pub(super) const SEE_APPENDIX: &str = "Kết quả của từng đơn vị nêu tại Phụ lục kèm theo Báo cáo này.";
pub(super) const DIFFICULTIES: &str = "KHÓ KHĂN, HẠN CHẾ";
pub(super) const DIFFICULTIES_MISSING: &str = "(Chưa nhập nội dung khó khăn, hạn chế)";
pub(super) const PROPOSALS: &str = "ĐỀ XUẤT, KIẾN NGHỊ";
pub(super) const COLUMNS: [&str; 7] =
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Kết quả", "Tỷ lệ (%)", "Cách tính"];
pub(super) const UNITS: &str = "Kết quả của các đơn vị";
pub(super) const ALL: &str = "Tổng hợp chung";

pub(super) fn subject(movement: &str, period: &str) -> String {
    format!("Tổng hợp kết quả thực hiện {movement} ({period})")
}

pub(super) fn table(period: &str) -> String {
    format!("Tổng hợp kết quả thực hiện các chỉ tiêu thi đua, {period}")
}

pub(super) fn opening(issuer: &str, plan: Option<&str>, movement: &str, period: &str) -> String {
    let carried = plan.map(|plan| format!("Thực hiện {plan}, ")).unwrap_or_default();
    format!(
        "{carried}{issuer} tổng hợp báo cáo của các đơn vị về kết quả thực hiện {movement} trong kỳ {period} như sau:"
    )
}

pub(super) fn reported(reported: usize, all: usize) -> String {
    format!("Đã có {reported:02}/{all:02} đơn vị gửi báo cáo.")
}

pub(super) fn closing(issuer: &str, movement: &str) -> String {
    format!("Trên đây là báo cáo tổng hợp kết quả thực hiện {movement} của {issuer}./.")
}
