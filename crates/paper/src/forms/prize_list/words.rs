//! The wording of the list of prize money. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Danh sách chi tiền thưởng";
pub(super) const ENGLISH: &str = "List of prize money";
pub(super) const NEEDS: Says = Says {
    vi: "Quyết định, mức lương cơ sở, hệ số và số tiền của từng người, tập thể, hộ gia đình.",
    en: "The decision, the base salary, and the multiple and sum for each.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Chi tiền thưởng theo một quyết định", en: "The money of a decision" }];
pub(super) const KIND: &str = "DANH SÁCH CHI TIỀN THƯỞNG";
pub(super) const NOBODY: &str = "(Chưa có người được thưởng)";
pub(super) const SUM: &str = "Cộng";
pub(super) const COLUMNS: [&str; 7] =
    ["TT", "Tên", "Chức vụ, đơn vị", "Danh hiệu, hình thức", "Hệ số", "Số tiền (đồng)", "Ký nhận"];

pub(super) fn subject(occasion: &str) -> String {
    crate::forms::wording::upper_first(occasion)
}

pub(super) fn opening(decision: Option<&str>, salary: &str) -> String {
    let decision = decision.map(|decision| format!("Theo {decision}. ")).unwrap_or_default();
    format!("{decision}Mức lương cơ sở: {salary} đồng.")
}

pub(super) fn source(source: &str) -> String {
    format!("Nguồn chi: {source}")
}

pub(super) fn total(words: &str) -> String {
    format!("Tổng số tiền bằng chữ: {words} đồng./.")
}
