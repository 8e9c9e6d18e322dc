//! The wording of the decision on awards. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Quyết định khen thưởng, hủy bỏ khen thưởng";
pub(super) const ENGLISH: &str = "Decision on awards, or revoking them";
pub(super) const NEEDS: Says = Says {
    vi: "Căn cứ, danh hiệu hoặc hình thức khen thưởng và danh sách người, tập thể, hộ gia đình được tặng; khi hủy bỏ thì thêm căn cứ hủy bỏ.",
    en: "The bases, each award with the list of those who get it; to revoke, also the ground.",
};
pub(super) const EXAMPLES: [Says; 2] = [
    Says { vi: "Quyết định khen thưởng một đợt thi đua", en: "A decision of awards of a wave" },
    Says { vi: "Quyết định hủy bỏ khen thưởng", en: "A decision that revokes an award" },
];
pub(super) const KIND: &str = "QUYẾT ĐỊNH";
pub(super) const NOBODY: &str = "(Danh sách trống)";
pub(super) const COLUMNS: [&str; 5] = ["TT", "Tên", "Chức vụ, đơn vị", "Thành tích", "Tiền (đồng)"];

pub(super) fn award(count: usize, award: &str) -> String {
    format!("Tặng {award} cho {count:02} trường hợp (có danh sách kèm theo)")
}

pub(super) fn revoked(count: usize, award: &str, of: Option<&str>) -> String {
    let of = of.map(|of| format!(" theo Quyết định {of}")).unwrap_or_default();
    format!("Hủy bỏ việc tặng {award}{of} đối với {count:02} trường hợp (có danh sách kèm theo)")
}

pub(super) fn ground(ground: &str) -> String {
    format!("Lý do hủy bỏ: {ground}")
}

pub(super) fn money(sum: &str) -> String {
    format!("Tiền thưởng kèm theo: {sum} đồng, chi từ quỹ thi đua, khen thưởng theo quy định hiện hành")
}

pub(super) fn recovery(sum: &str) -> String {
    format!("Thu hồi hiện vật khen thưởng và số tiền thưởng {sum} đồng, nộp vào quỹ thi đua, khen thưởng")
}

pub(super) const RECOVER_ITEMS: &str = "Thu hồi hiện vật khen thưởng đã trao";
pub(super) const CARRIED_OUT: &str = "Các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên trong danh sách chịu trách nhiệm thi hành Quyết định này";

pub(super) fn caption(award: &str) -> String {
    format!("Danh sách: {award}")
}
