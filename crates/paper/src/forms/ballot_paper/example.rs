//! Filled-in ballot papers. The council and its people are invented.

use super::{BallotItem, BallotPaper};
use crate::forms::samples::{council, day};
use crate::forms::words::ILLUSTRATIVE;
use crate::write::document::SlipsOnAPage;

/// Two on a page.
pub fn example() -> BallotPaper {
    let item = |name: &str, award: &str| BallotItem { name: name.into(), award: award.into() };
    BallotPaper {
        letterhead: council("", day(12, 11, 2026), &[]),
        meeting: "Họp xét thi đua, khen thưởng năm 2026".into(),
        items: vec![
            item("Phạm Thị Mẫu, Hiệu trưởng Trường Tiểu học An Bình", "Chiến sĩ thi đua cơ sở"),
            item("Nguyễn Văn Mẫu, Chuyên viên Phòng Văn hóa - Xã hội", "Chiến sĩ thi đua cơ sở"),
            item("Nhân dân và cán bộ Thôn Đông", "Cờ thi đua của Ủy ban nhân dân tỉnh"),
        ],
        on_a_page: SlipsOnAPage::Two,
        copies: 3,
        mark: Some(ILLUSTRATIVE.into()),
    }
}

/// Four on a page.
pub fn four() -> BallotPaper {
    let mut ballot = BallotPaper { on_a_page: SlipsOnAPage::Four, copies: 9, ..example() };
    ballot.items.truncate(2);
    ballot
}
