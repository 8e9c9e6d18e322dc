//! The wording of the ballot paper. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Phiếu bầu kín của Hội đồng";
pub(super) const ENGLISH: &str = "Ballot paper of the council";
pub(super) const NEEDS: Says = Says {
    vi: "Hội đồng, cuộc họp, danh sách nội dung bỏ phiếu và số phiếu cần in; hai hoặc bốn phiếu trên một trang A4.",
    en: "The council, the meeting, what is voted on, and how many papers are printed; two or four on a page of A4.",
};
pub(super) const EXAMPLES: [Says; 2] = [
    Says { vi: "Hai phiếu trên một trang", en: "Two on a page" },
    Says { vi: "Bốn phiếu trên một trang", en: "Four on a page" },
];
pub(super) const KIND: &str = "PHIẾU BẦU";
pub(super) const COLUMNS: [&str; 4] = ["TT", "Đề nghị khen thưởng", "Đồng ý", "Không đồng ý"];
/// A box to put a mark into; every embedded face has it.
pub(super) const BOX: &str = "□";
pub(super) const HOW: &str =
    "Đánh dấu x vào một ô ở mỗi dòng. Dòng đánh dấu cả hai ô hoặc không đánh dấu là không hợp lệ.";
pub(super) const NO_NAME: &str = "Phiếu có đóng dấu treo của Hội đồng; không ghi tên, không ký tên.";

pub(super) fn item(name: &str, award: &str) -> String {
    format!("{name} - {award}")
}
