//! The fixed words of every official document (Nghị định 30/2020/NĐ-CP, Phụ lục I).

/// Quốc hiệu.
pub(super) const NATIONAL_NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub(super) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Before the number.
pub(super) const NUMBER_LABEL: &str = "Số:";
/// The room a clerk needs to write a number by hand.
pub(super) const BLANK_NUMBER: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// A blank that is filled in by hand.
pub(super) const BLANK: &str = "…";
/// Parts of the place and date line.
pub(super) const DAY: &str = "ngày";
/// Parts of the place and date line.
pub(super) const MONTH: &str = "tháng";
/// Parts of the place and date line.
pub(super) const YEAR: &str = "năm";
/// Before the addressee.
pub(super) const ADDRESSEE_LABEL: &str = "Kính gửi:";
/// Before the distribution list.
pub(super) const RECIPIENTS_LABEL: &str = "Nơi nhận:";
/// The heading of an appendix.
pub(super) const APPENDIX: &str = "Phụ lục";
/// Opens the line that ties an appendix to its document.
pub(super) const ATTACHED_TO: &str = "Kèm theo";
/// Before the number inside a sentence.
pub(super) const NUMBER_IN_SENTENCE: &str = "số";
/// Before the issuer inside a sentence.
pub(super) const ISSUED_BY: &str = "của";
