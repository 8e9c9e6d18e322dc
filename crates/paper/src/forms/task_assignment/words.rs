//! The wording of the notice that gives tasks. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Thông báo giao nhiệm vụ";
pub(super) const ENGLISH: &str = "Notice that gives tasks";
pub(super) const NEEDS: Says = Says {
    vi: "Từng nhiệm vụ với đơn vị chủ trì, người chịu trách nhiệm, thời hạn và kết quả cần đạt.",
    en: "Each task with its unit, person, deadline and result.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Thông báo giao nhiệm vụ của xã", en: "Tasks of a commune" }];
pub(super) const KIND: &str = "THÔNG BÁO";
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const COLUMNS: [&str; 6] =
    ["TT", "Việc", "Đơn vị chủ trì, phối hợp", "Người, trách nhiệm", "Thời hạn", "Kết quả cần đạt"];
pub(super) const REQUEST: &str = "Đề nghị: ";
pub(super) const WITH: &str = "Phối hợp: ";

pub(super) fn subject(unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("Giao nhiệm vụ cho {unit}"),
        None => "Giao nhiệm vụ cho các đơn vị".into(),
    }
}

pub(super) fn opening(issuer: &str, plan: Option<&str>) -> String {
    match plan {
        Some(plan) => format!("Thực hiện {plan}, {issuer} giao nhiệm vụ như sau:"),
        None => format!("{issuer} giao nhiệm vụ như sau:"),
    }
}

pub(super) const ANSWER: &str = "Các đơn vị báo cáo tiến độ, kết quả và khó khăn, vướng mắc (nếu có) theo đúng thời hạn ở bảng trên; \
    việc đề nghị các cơ quan, tổ chức phối hợp được theo dõi cùng các nhiệm vụ được giao.";

pub(super) fn closing(issuer: &str) -> String {
    format!("{issuer} thông báo để các đơn vị biết, thực hiện./.")
}
