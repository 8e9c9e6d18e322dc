//! The wording of the decision that assigns targets. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Quyết định giao chỉ tiêu thi đua";
pub(super) const ENGLISH: &str = "Decision that assigns targets";
pub(super) const NEEDS: Says = Says {
    vi: "Phong trào, căn cứ, các đơn vị được giao và giá trị giao cho từng đơn vị của mỗi chỉ tiêu.",
    en: "The movement, the bases, the units, and what each is assigned of every target.",
};
pub(super) const EXAMPLES: [Says; 1] = [Says {
    vi: "Xã giao chỉ tiêu cho các thôn, trường",
    en: "A commune assigns targets to its villages and schools",
}];
pub(super) const KIND: &str = "QUYẾT ĐỊNH";
pub(super) const COLUMNS: [&str; 4] = ["TT", "Chỉ tiêu", "Đơn vị tính", "Tổng số"];
pub(super) const UNITS: &str = "Giao cho các đơn vị";
pub(super) const TABLE: &str = "Chỉ tiêu thi đua giao cho các đơn vị";
pub(super) const CARRIED_OUT: &str = "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị có liên quan và các \
    đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này";

pub(super) fn subject(movement: &str) -> String {
    format!("Về việc giao chỉ tiêu thực hiện {movement}")
}

pub(super) fn assigned(movement: &str, units: usize) -> String {
    format!("Giao chỉ tiêu thực hiện {movement} cho {units:02} đơn vị (có Phụ lục kèm theo)")
}

pub(super) fn duty(office: &str, until: Option<&str>) -> String {
    let until = until.map(|until| format!(" {until}")).unwrap_or_default();
    format!(
        "Căn cứ chỉ tiêu được giao, các đơn vị tổ chức phát động, đăng ký thi đua và chịu trách nhiệm về kết quả thực hiện; báo \
         cáo số liệu kèm nguồn số liệu về {office}{until}. {office} theo dõi, đôn đốc, tổng hợp kết quả"
    )
}
