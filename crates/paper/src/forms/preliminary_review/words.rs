//! The wording of the preliminary review. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Báo cáo sơ kết phong trào thi đua";
pub(super) const ENGLISH: &str = "Preliminary review of an emulation movement";
pub(super) const NEEDS: Says = Says {
    vi: "Phong trào dài hạn, giai đoạn sơ kết, kết quả so với mục tiêu, điển hình, hạn chế và giải pháp.",
    en: "The long movement, the part of it that is reviewed, results against its goals, exemplars, shortcomings and measures.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Sơ kết giữa kỳ một phong trào 5 năm", en: "The middle of a movement of five years" }];
pub(super) const KIND: &str = "BÁO CÁO";
pub(super) const ORGANISATION: &str = "CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN";
pub(super) const ORGANISATION_MISSING: &str = "(Chưa nhập nội dung chỉ đạo, tổ chức thực hiện)";
pub(super) const RESULTS: &str = "KẾT QUẢ THỰC HIỆN";
pub(super) const NO_GOALS: &str = "Phong trào thi đua không đặt mục tiêu bằng số.";
pub(super) const TABLE: &str = "Kết quả so với mục tiêu của cả giai đoạn";
pub(super) const COLUMNS: [&str; 7] =
    ["TT", "Mục tiêu", "Đơn vị tính", "Cả giai đoạn", "Đã đạt", "Tỷ lệ (%)", "Đánh giá"];
pub(super) const EXEMPLARS: &str = "Điển hình tiên tiến";
pub(super) const COMMENDED: &str = "Công tác khen thưởng";
pub(super) const SHORTCOMINGS: &str = "TỒN TẠI, HẠN CHẾ";
pub(super) const SHORTCOMINGS_MISSING: &str = "(Chưa nhập tồn tại, hạn chế)";
pub(super) const CAUSES: &str = "NGUYÊN NHÂN";
pub(super) const LESSONS: &str = "BÀI HỌC KINH NGHIỆM";
pub(super) const MEASURES: &str = "NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI";

pub(super) fn subject(movement: &str, span: &str) -> String {
    format!("Sơ kết {movement}, {span}")
}

pub(super) fn opening(issuer: &str, plan: Option<&str>, movement: &str, span: &str) -> String {
    let carried = plan.map(|plan| format!("Thực hiện {plan}, ")).unwrap_or_default();
    format!("{carried}{issuer} báo cáo sơ kết {movement}, {span} như sau:")
}

pub(super) fn closing(issuer: &str, movement: &str, span: &str) -> String {
    format!("Trên đây là báo cáo sơ kết {movement}, {span} của {issuer}./.")
}
