//! The wording of a statistical form. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Biểu thống kê thi đua, khen thưởng";
pub(super) const ENGLISH: &str = "Statistical form";
pub(super) const NEEDS: Says = Says {
    vi: "Biểu số, kỳ báo cáo, đơn vị gửi và nhận, các cột và các dòng với số liệu.",
    en: "The form, the period, who reports to whom, the columns, and the lines with their figures.",
};
pub(super) const EXAMPLES: [Says; 2] = [
    Says { vi: "Biểu 0601.N/BNV-TĐKT: phong trào thi đua", en: "Form 0601: movements" },
    Says { vi: "Biểu 0603.N/BNV-TĐKT: khen thưởng", en: "Form 0603: awards" },
];
pub(super) const KIND: &str = "BIỂU THỐNG KÊ";
pub(super) const ORDINAL: &str = "TT";
pub(super) const NAME_COLUMN: &str = "Chỉ tiêu";
pub(super) const NOTES: &str = "Ghi chú:";
pub(super) const MADE_BY: &str = "NGƯỜI LẬP BIỂU";

pub(super) fn label(number: &str) -> String {
    format!("Biểu số: {number}")
}

pub(super) fn subject(name: &str, period: &str) -> String {
    format!("{name} ({})", crate::forms::wording::lower_first(period))
}

pub(super) fn reporter(name: &str) -> String {
    format!("Đơn vị báo cáo: {name}")
}

pub(super) fn receiver(name: &str) -> String {
    format!("đơn vị nhận báo cáo: {name}")
}

pub(super) fn issued_with(source: &str) -> String {
    format!("ban hành theo {source}")
}

pub(super) fn due(due: &str) -> String {
    format!("ngày nhận báo cáo: {due}")
}

pub(super) fn unit(unit: &str) -> String {
    format!("đơn vị tính: {unit}")
}
