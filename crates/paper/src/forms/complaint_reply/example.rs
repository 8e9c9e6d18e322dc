//! A filled-in reply. The commune and its people are invented.

use super::ComplaintReply;
use crate::forms::samples::{commune, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// A reply to a citizen of an invented commune.
pub fn example() -> ComplaintReply {
    ComplaintReply {
        letterhead: commune("312/UBND-VHXH", day(28, 12, 2026), &["Như trên", "Thường trực HĐND xã (để b/c)", "Lưu: VT, VHXH"]),
        addressee: "Ông Đỗ Văn Thử, Thôn Hai, xã An Bình, tỉnh An Hòa".into(),
        kind: "đơn kiến nghị".into(),
        written: Some(day(16, 12, 2026)),
        received: day(17, 12, 2026),
        about: "việc hộ gia đình ông không có tên trong danh sách khen thưởng tổng kết năm 2026".into(),
        findings: lines(&[
            "Thôn Hai họp bình xét ngày 25/10/2026, có 41/48 hộ dự; hộ ông được 18/41 phiếu đồng ý (43,9%)",
            "Danh sách đề nghị được niêm yết tại nhà văn hóa thôn từ ngày 26/10/2026 đến ngày 02/11/2026; không có ý kiến",
        ]),
        provisions: lines(&["Quy chế thi đua, khen thưởng của xã: đề nghị khen thưởng khi có trên 50% số hộ dự họp đồng ý"]),
        answer: Some("Việc bình xét của thôn đúng quy chế; kiến nghị bổ sung danh sách khen thưởng năm 2026 không có cơ sở để giải quyết.\nViệc hiến đất năm 2026 của gia đình được ghi nhận trong sổ theo dõi, xét trong đợt khen thưởng chuyên đề năm 2027.".into()),
        next: Some("Nếu không đồng ý, ông có quyền khiếu nại đến Chủ tịch Ủy ban nhân dân xã hoặc khởi kiện theo quy định của pháp luật.".into()),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
