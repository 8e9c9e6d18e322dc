//! The wording of the annex to a covenant. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Phụ lục giao ước thi đua";
pub(super) const ENGLISH: &str = "Annex to a covenant";
pub(super) const NEEDS: Says = Says {
    vi: "Giao ước được sửa đổi, lý do, nội dung sửa đổi và ngày có hiệu lực.",
    en: "The covenant, why it changes, what changes, and from when on.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Phụ lục sửa đổi, bổ sung giao ước", en: "An annex that changes a covenant" }];
pub(super) const KIND: &str = "PHỤ LỤC GIAO ƯỚC THI ĐUA";
pub(super) const REASON_SECTION: &str = "LÝ DO SỬA ĐỔI, BỔ SUNG";
pub(super) const CHANGES_SECTION: &str = "NỘI DUNG SỬA ĐỔI, BỔ SUNG";
pub(super) const TERMS_SECTION: &str = "HIỆU LỰC";

pub(super) fn subject(number: u32, title: &str) -> String {
    format!("Số {number:02} - {title}")
}

pub(super) fn opening(title: &str, signed: Option<&str>) -> String {
    let signed = signed.map(|day| format!(" có hiệu lực từ ngày {day}")).unwrap_or_default();
    format!("Các bên ký kết Giao ước thi đua “{title}”{signed} thống nhất sửa đổi, bổ sung giao ước như sau:")
}

pub(super) fn replaced(before: &str, after: &str) -> String {
    format!("Sửa đổi: “{before}” thành “{after}”")
}

pub(super) fn dropped(before: &str) -> String {
    format!("Bãi bỏ: “{before}”")
}

pub(super) fn added(after: &str) -> String {
    format!("Bổ sung: “{after}”")
}

pub(super) fn effective(day: &str) -> String {
    format!("Phụ lục có hiệu lực từ ngày {day}. Các nội dung khác của giao ước giữ nguyên.")
}

pub(super) const CLOSING: &str =
    "Phụ lục là một phần không tách rời của giao ước; mỗi bên ký kết giữ một bản có giá trị như nhau./.";
