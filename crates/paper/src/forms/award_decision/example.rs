//! A filled-in decision. The commune and its people are invented.

use super::{AwardDecision, Group, Line, Sort};
use crate::forms::samples::{commune, day, lines};
use crate::forms::task_assignment::example::letterhead;

/// A decision of an invented commune.
pub fn example() -> AwardDecision {
    let line = |name: &str, who: &str, merit: &str, money: &str| Line {
        name: name.into(),
        who: who.into(),
        merit: merit.into(),
        money: money.into(),
    };
    AwardDecision {
        letterhead: letterhead("QĐ-UBND"),
        title: "Về việc khen thưởng đợt thi đua thứ nhất năm 2022".into(),
        bases: vec![
            "Luật Thi đua, khen thưởng ngày 26/11/2003".into(),
            "Xét đề nghị của Hội đồng Thi đua - Khen thưởng xã".into(),
        ],
        kind: Sort::Award,
        groups: vec![Group {
            award: "Giấy khen của Chủ tịch Ủy ban nhân dân xã".into(),
            lines: vec![
                line("Nguyễn Văn Ẩn", "Trưởng thôn, Thôn Một", "Vận động hiến đất làm đường", "230.000"),
                line("Hộ ông Lê Văn Cẩn", "Thôn Hai", "Hiến 200 m² đất làm đường", ""),
            ],
        }],
        money: Some("230.000".into()),
        mark: Some("SỐ LIỆU MINH HỌA".into()),
    }
}

/// A decision that revokes an award.
pub fn revocation() -> AwardDecision {
    AwardDecision {
        letterhead: commune(
            "215/QĐ-UBND",
            day(3, 9, 2026),
            &["Như Điều 4", "Ủy ban nhân dân tỉnh (để b/c)", "Lưu: VT, HS"],
        ),
        title: "Về việc hủy bỏ quyết định tặng Giấy khen".into(),
        bases: lines(&[
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Căn cứ Kết luận nội dung tố cáo số 08/KL-UBND ngày 20/8/2026 của Chủ tịch Ủy ban nhân dân xã An Bình",
            "Xét đề nghị của Hội đồng Thi đua - Khen thưởng xã",
        ]),
        kind: Sort::Revocation {
            of: Some("số 42/QĐ-UBND ngày 10/02/2026 của Chủ tịch Ủy ban nhân dân xã An Bình".into()),
            ground: "Kê khai gian dối về thành tích (khoản 2 Điều 93 Luật Thi đua, khen thưởng)".into(),
            reason: None,
        },
        groups: vec![Group {
            award: "Giấy khen của Chủ tịch Ủy ban nhân dân xã".into(),
            lines: vec![Line {
                name: "Đỗ Văn Thử".into(),
                who: "Thôn Hai".into(),
                merit: "Đã kê khai diện tích hiến đất không đúng thực tế".into(),
                money: "702.000".into(),
            }],
        }],
        money: Some("702.000".into()),
        mark: Some("SỐ LIỆU MINH HỌA".into()),
    }
}
