//! Filled-in submissions. The commune, the province and their people are invented.

use super::{Proposed, ProposedGroup, Submission};
use crate::forms::samples::{COMMUNE, commune, council, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// An invented commune submits to its province.
pub fn example() -> Submission {
    Submission {
        letterhead: commune("77/TTr-UBND", day(18, 11, 2026), &["Như trên", "Thường trực Đảng ủy, HĐND xã (để b/c)", "Lưu: VT"]),
        addressees: lines(&["Ủy ban nhân dân tỉnh An Hòa", "Hội đồng Thi đua - Khen thưởng tỉnh An Hòa"]),
        title: "đề nghị tặng Cờ thi đua, Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2026".into(),
        bases: lines(&[
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ",
            "Biên bản họp Hội đồng Thi đua - Khen thưởng xã ngày 12/11/2026",
        ]),
        selection: Some(
            "Các đơn vị đã bình xét công khai từ cơ sở; Hội đồng Thi đua - Khen thưởng xã họp, bỏ phiếu kín với 09/09 thành viên.".into(),
        ),
        groups: vec![
            group("Cờ thi đua của Ủy ban nhân dân tỉnh", &[
                ("Nhân dân và cán bộ Thôn Đông", "Xã An Bình", "Dẫn đầu phong trào thi đua xây dựng nông thôn mới", "9/9 (100%)"),
            ]),
            group("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", &[
                ("Phạm Thị Mẫu", "Hiệu trưởng, Trường Tiểu học An Bình", "Hai năm liên tục hoàn thành xuất sắc nhiệm vụ; có sáng kiến được công nhận", "9/9 (100%)"),
                ("Hộ bà Nguyễn Thị Thử", "Thôn Đoài", "Hiến 350 m² đất làm nhà văn hóa thôn", "8/9 (88,9%)"),
            ]),
        ],
        papers: lines(&[
            "Biên bản họp Hội đồng và kết quả bỏ phiếu",
            "Báo cáo thành tích của tập thể, cá nhân, hộ gia đình có xác nhận",
            "Bản sao quyết định công nhận sáng kiến",
        ]),
        mark: Some(ILLUSTRATIVE.into()),
    }
}

/// The council of an invented commune submits to the chair.
pub fn own() -> Submission {
    Submission {
        letterhead: council("05/TTr-HĐTĐKT", day(13, 11, 2026), &["Như trên", "Lưu: HĐTĐKT"]),
        addressees: lines(&["Chủ tịch Ủy ban nhân dân xã An Bình"]),
        title: "đề nghị tặng Giấy khen năm 2026".into(),
        bases: lines(&[
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Quy chế hoạt động của Hội đồng Thi đua - Khen thưởng xã",
        ]),
        selection: None,
        groups: vec![group(
            &format!("Giấy khen của Chủ tịch {COMMUNE}"),
            &[(
                "Trần Văn Thử",
                "Trưởng thôn, Thôn Đông",
                "Hoàn thành tốt nhiệm vụ; vận động 12 hộ hiến đất",
                "9/9 (100%)",
            )],
        )],
        papers: lines(&["Biên bản họp Hội đồng"]),
        mark: Some(ILLUSTRATIVE.into()),
    }
}

fn group(award: &str, lines: &[(&str, &str, &str, &str)]) -> ProposedGroup {
    let line = |&(name, who, merit, vote): &(&str, &str, &str, &str)| Proposed {
        name: name.into(),
        who: who.into(),
        merit: merit.into(),
        vote: vote.into(),
    };
    ProposedGroup { award: award.into(), lines: lines.iter().map(line).collect() }
}
