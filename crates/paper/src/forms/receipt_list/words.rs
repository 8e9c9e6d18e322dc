//! The wording of the list to sign. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Danh sách ký nhận khen thưởng";
pub(super) const ENGLISH: &str = "List to sign at a ceremony";
pub(super) const NEEDS: Says = Says {
    vi: "Buổi lễ, quyết định khen thưởng và từng người, tập thể nhận với hiện vật, tiền thưởng.",
    en: "The ceremony, the decision, and who receives which certificate and money.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Trao thưởng tại hội nghị tổng kết", en: "A ceremony at a conference" }];
pub(super) const KIND: &str = "DANH SÁCH KÝ NHẬN";
pub(super) const MADE_BY: &str = "NGƯỜI LẬP DANH SÁCH";
pub(super) const NOBODY: &str = "(Chưa có người nhận)";
pub(super) const SUM: &str = "Cộng";
pub(super) const COLUMNS: [&str; 7] =
    ["TT", "Tên", "Chức vụ, đơn vị", "Danh hiệu, hình thức", "Hiện vật", "Tiền thưởng (đồng)", "Ký nhận"];

pub(super) fn subject(ceremony: &str) -> String {
    ceremony.to_owned()
}

pub(super) fn decision(decision: &str) -> String {
    format!("Theo {decision}.")
}

pub(super) fn total(count: usize, words: &str) -> String {
    format!("Danh sách có {count:02} trường hợp. Tổng số tiền bằng chữ: {words} đồng./.")
}
