//! A filled-in decision. The commune and its people are invented.

use super::{AwardDecision, Group, Line, Sort};
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
