//! The wording of the summary list of nominees. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Danh sách tổng hợp đề nghị khen thưởng";
pub(super) const ENGLISH: &str = "Summary list of nominees";
pub(super) const NEEDS: Says = Says {
    vi: "Đợt xét, từng danh hiệu, hình thức với người, tập thể, hộ gia đình được đề nghị và kết quả thẩm định.",
    en: "The round, and for each award who is nominated and how the dossier was appraised.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Danh sách đề nghị khen thưởng năm của xã", en: "The yearly list of a commune" }];
pub(super) const KIND: &str = "DANH SÁCH TỔNG HỢP";
pub(super) const MADE_BY: &str = "NGƯỜI LẬP DANH SÁCH";
pub(super) const NOBODY: &str = "(Chưa có trường hợp nào được đề nghị)";
pub(super) const COLUMNS: [&str; 7] =
    ["TT", "Tên", "Năm sinh", "Chức vụ, đơn vị", "Thành tích, căn cứ xét", "Kết quả thẩm định", "Phiếu đồng ý"];

pub(super) fn group(award: &str, count: usize) -> String {
    format!("{award}: {count:02} trường hợp")
}

pub(super) fn total(count: usize) -> String {
    format!("Danh sách có {count:02} trường hợp./.")
}
