//! A filled-in list. The commune and its people are invented.

use super::{Prize, PrizeList};
use crate::forms::samples::{commune, day, signer};
use crate::forms::words::ILLUSTRATIVE;
use crate::forms::{DocumentReference, Letterhead};

/// The money of a decision of an invented commune.
pub fn example() -> PrizeList {
    let prize = |name: &str, who: &str, multiple: &str, sum: u64| Prize {
        name: name.into(),
        who: who.into(),
        award: "Giấy khen của Chủ tịch Ủy ban nhân dân xã".into(),
        multiple: multiple.into(),
        sum,
    };
    PrizeList {
        letterhead: Letterhead { number_symbol: None, ..commune("", day(15, 12, 2026), &[]) },
        occasion: "khen thưởng tổng kết phong trào thi đua năm 2026".into(),
        decision: Some(DocumentReference {
            number_symbol: Some("260/QĐ-UBND".into()),
            date: Some(day(10, 12, 2026)),
            issuer: Some("Chủ tịch Ủy ban nhân dân xã An Bình".into()),
        }),
        base_salary: 2_530_000,
        source: "Quỹ thi đua, khen thưởng của xã năm 2026".into(),
        lines: vec![
            prize("Trần Văn Thử", "Trưởng thôn, Thôn Đông", "0,3", 759_000),
            prize("Chi hội Phụ nữ Thôn Đông", "Hội Liên hiệp Phụ nữ xã", "0,6", 1_518_000),
            prize("Hộ ông Lê Văn Cẩn", "Thôn Hai", "0,45", 1_138_500),
        ],
        accountant: Some(signer("Kế toán", "Lê Thị Thử")),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
