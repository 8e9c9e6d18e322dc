//! A filled-in list. The commune and its people are invented.

use super::{Receipt, ReceiptList};
use crate::forms::samples::{commune, day, signer};
use crate::forms::words::ILLUSTRATIVE;
use crate::forms::{DocumentReference, Letterhead};

/// A ceremony of an invented commune.
pub fn example() -> ReceiptList {
    let receipt = |name: &str, who: &str, award: &str, money: Option<u64>| Receipt {
        name: name.into(),
        who: who.into(),
        award: award.into(),
        items: "Giấy khen, khung".into(),
        money,
    };
    let chair = "Giấy khen của Chủ tịch Ủy ban nhân dân xã";
    ReceiptList {
        letterhead: Letterhead { number_symbol: None, ..commune("", day(18, 12, 2026), &[]) },
        ceremony: "Hội nghị tổng kết phong trào thi đua năm 2026".into(),
        decision: Some(DocumentReference {
            number_symbol: Some("260/QĐ-UBND".into()),
            date: Some(day(10, 12, 2026)),
            issuer: Some("Chủ tịch Ủy ban nhân dân xã An Bình".into()),
        }),
        lines: vec![
            receipt("Trần Văn Thử", "Trưởng thôn, Thôn Đông", chair, Some(759_000)),
            receipt("Chi hội Phụ nữ Thôn Đông", "Hội Liên hiệp Phụ nữ xã", chair, Some(1_518_000)),
            receipt("Hộ ông Lê Văn Cẩn", "Thôn Hai", chair, None),
        ],
        made_by: Some(signer("Chuyên viên", "Lê Thị Thử")),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
