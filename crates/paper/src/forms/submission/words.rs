//! The wording of the submission. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Tờ trình đề nghị khen thưởng";
pub(super) const ENGLISH: &str = "Submission of nominations";
pub(super) const NEEDS: Says = Says {
    vi: "Nơi nhận trình, căn cứ, quá trình xét, các danh hiệu, hình thức đề nghị kèm danh sách và hồ sơ gửi kèm.",
    en: "To whom, the bases, how was selected, what is proposed for whom, and the papers that go with it.",
};
pub(super) const EXAMPLES: [Says; 2] = [
    Says { vi: "Xã trình tỉnh khen thưởng", en: "A commune submits to its province" },
    Says {
        vi: "Hội đồng trình Chủ tịch Ủy ban nhân dân xã", en: "A council submits to the chair of its commune"
    },
];
use crate::forms::wording::{bare, lower_first};
pub(super) const KIND: &str = "TỜ TRÌNH";
pub(super) const NOBODY: &str = "(Chưa có tập thể, cá nhân, hộ gia đình được đề nghị)";
pub(super) const SEE_LIST: &str = "Danh sách và tóm tắt thành tích nêu tại Phụ lục kèm theo Tờ trình này.";
pub(super) const PAPERS: &str = "Hồ sơ gửi kèm gồm:";
pub(super) const COLUMNS: [&str; 5] =
    ["TT", "Tên tập thể, cá nhân, hộ gia đình", "Chức vụ, đơn vị", "Tóm tắt thành tích", "Phiếu đồng ý"];
pub(super) const TABLE: &str = "Danh sách tập thể, cá nhân, hộ gia đình đề nghị khen thưởng";

pub(super) fn subject(title: &str) -> String {
    let title = lower_first(title);
    let title = title.strip_prefix("về việc ").unwrap_or(&title);
    format!("Về việc {title}")
}

pub(super) fn proposing(issuer: &str, addressee: &str) -> String {
    let addressee = bare(addressee);
    let addressee = if addressee.is_empty() { "cấp có thẩm quyền" } else { addressee };
    format!("{issuer} kính trình {addressee} xem xét, khen thưởng:")
}

pub(super) fn group(award: &str, count: usize) -> String {
    format!("{award}: {count:02} trường hợp")
}

pub(super) fn closing(issuer: &str) -> String {
    format!("{issuer} chịu trách nhiệm về tính chính xác của hồ sơ và kính trình xem xét, quyết định./.")
}
