//! A filled-in list. The commune and its people are invented.

use super::{Nominee, NomineeGroup, NomineeList};
use crate::forms::Letterhead;
use crate::forms::samples::{commune, day, signer};
use crate::forms::words::ILLUSTRATIVE;

/// The list of an invented commune.
pub fn example() -> NomineeList {
    let nominee = |texts: [&str; 6]| {
        let [name, born, who, merit, appraisal, vote] = texts.map(String::from);
        Nominee { name, born, who, merit, appraisal, vote }
    };
    NomineeList {
        letterhead: Letterhead { number_symbol: None, ..commune("", day(10, 11, 2026), &[]) },
        round: "Đề nghị khen thưởng năm 2026".into(),
        groups: vec![
            NomineeGroup {
                award: "Chiến sĩ thi đua cơ sở".into(),
                lines: vec![
                    nominee([
                        "Phạm Thị Mẫu",
                        "1984",
                        "Hiệu trưởng, Trường Tiểu học An Bình",
                        "Hoàn thành xuất sắc nhiệm vụ; sáng kiến công nhận theo Quyết định số 61/QĐ-UBND",
                        "Đủ điều kiện",
                        "9/9 (100%)",
                    ]),
                    nominee([
                        "Nguyễn Văn Mẫu",
                        "1990",
                        "Chuyên viên, Phòng Văn hóa - Xã hội",
                        "Hoàn thành xuất sắc nhiệm vụ",
                        "Thiếu quyết định công nhận sáng kiến",
                        "4/9 (44,4%)",
                    ]),
                ],
            },
            NomineeGroup {
                award: "Giấy khen của Chủ tịch Ủy ban nhân dân xã".into(),
                lines: vec![
                    nominee([
                        "Chi hội Phụ nữ Thôn Đông",
                        "",
                        "Hội Liên hiệp Phụ nữ xã An Bình",
                        "Tuyến đường hoa tự quản dài 1,2 km",
                        "Đủ điều kiện",
                        "9/9 (100%)",
                    ]),
                    nominee([
                        "Hộ ông Lê Văn Cẩn",
                        "",
                        "Thôn Hai",
                        "Hiến 200 m² đất làm đường",
                        "Đủ điều kiện",
                        "9/9 (100%)",
                    ]),
                ],
            },
        ],
        made_by: Some(signer("Chuyên viên", "Lê Thị Thử")),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
