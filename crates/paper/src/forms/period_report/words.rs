//! The wording of the consolidated report. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Báo cáo kết quả phong trào thi đua theo kỳ";
pub(super) const ENGLISH: &str = "Report of an emulation movement for a period";
pub(super) const NEEDS: Says = Says {
    vi: "Kỳ báo cáo, kết quả các chỉ tiêu, đợt thi đua, khó khăn, kiến nghị và phương hướng.",
    en: "The period, what came of the targets and waves, difficulties, proposals and what comes next.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Báo cáo 6 tháng đầu năm", en: "The report of a half-year" }];
pub(super) const KIND: &str = "BÁO CÁO";
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const ILLUSTRATIVE: &str = "Lưu ý: Các số liệu trong báo cáo này là số liệu minh họa, dùng để giới thiệu \
    cách trình bày; không phải kết quả thực tế của bất kỳ cơ quan, đơn vị, địa phương nào.";

pub(super) const ORGANISATION: &str = "CÔNG TÁC TỔ CHỨC, TRIỂN KHAI";
pub(super) const ORGANISATION_MISSING: &str = "(Chưa nhập nội dung về công tác tổ chức, triển khai)";
pub(super) const RESULTS: &str = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU, NỘI DUNG THI ĐUA";
pub(super) const NO_TARGETS: &str = "Phong trào thi đua không có chỉ tiêu được theo dõi.";
pub(super) const SEE_APPENDIX: &str = "Kết quả chi tiết của từng chỉ tiêu nêu tại Phụ lục kèm theo Báo cáo này.";
pub(super) const COLUMNS: [&str; 9] = [
    "TT",
    "Chỉ tiêu",
    "Đơn vị tính",
    "Kế hoạch",
    "Thực hiện",
    "Tỷ lệ (%)",
    "Cùng kỳ năm trước",
    "So với cùng kỳ",
    "Đánh giá",
];
pub(super) const MOVEMENTS: &str = "CÁC ĐỢT THI ĐUA, PHONG TRÀO, CUỘC VẬN ĐỘNG";
pub(super) const WAVES: &str = "Các đợt thi đua";
pub(super) const NO_WAVES: &str = "Trong kỳ không có đợt thi đua.";
pub(super) const ATTACHED: &str = "Các phong trào, cuộc vận động";
pub(super) const NO_MOVEMENTS: &str = "Không có phong trào, cuộc vận động nào được gắn với phong trào thi đua này.";
pub(super) const INSPECTIONS: &str = "Công tác kiểm tra";
pub(super) const RECOGNISED: &str = "Biểu dương, nêu gương";
pub(super) const MISSING: &str = "NỘI DUNG CHƯA ĐƯỢC BÁO CÁO";
pub(super) const NOTHING_MISSING: &str = "Các đơn vị đã báo cáo đầy đủ, các chỉ tiêu đều có số liệu.";
pub(super) const DIFFICULTIES_SECTION: &str = "KHÓ KHĂN, HẠN CHẾ VÀ KIẾN NGHỊ";
pub(super) const DIFFICULTIES: &str = "Khó khăn, hạn chế";
pub(super) const DIFFICULTIES_MISSING: &str = "(Chưa nhập nội dung khó khăn, hạn chế)";
pub(super) const PROPOSALS: &str = "Đề xuất, kiến nghị";
pub(super) const NO_PROPOSALS: &str = "Không có đề xuất, kiến nghị.";
pub(super) const LESSONS: &str = "Bài học kinh nghiệm";
pub(super) const DIRECTIONS: &str = "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI";
pub(super) const DIRECTIONS_MISSING: &str = "(Chưa nhập phương hướng, nhiệm vụ thời gian tới)";

pub(super) fn within(movement: &str, period: &str) -> String {
    match period.trim() {
        "" => movement.to_owned(),
        // a title that names its year is not told it twice
        period if period.starts_with("năm ") && movement.contains(period) => movement.to_owned(),
        period => format!("{movement} ({period})"),
    }
}

pub(super) fn table(period: &str) -> String {
    format!("Kết quả thực hiện các chỉ tiêu thi đua {}", period.trim()).trim_end().to_owned()
}

pub(super) fn subject(measured: &str) -> String {
    format!("Kết quả thực hiện {measured}")
}

pub(super) fn basis(plan: &str, movement: &str) -> String {
    format!("Thực hiện {plan} về phát động {movement}")
}

pub(super) fn opening(issuer: &str, measured: &str) -> String {
    format!("{issuer} báo cáo kết quả thực hiện {measured} như sau:")
}

pub(super) fn closing(issuer: &str, measured: &str) -> String {
    format!("Trên đây là báo cáo kết quả thực hiện {measured} của {issuer}./.")
}
