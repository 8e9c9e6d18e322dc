//! A filled-in decision. The commune and its people are invented.

use super::{InspectionDecision, TeamMember};
use crate::forms::samples::{commune, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// An inspection of an invented commune.
pub fn example() -> InspectionDecision {
    let member =
        |name: &str, post: &str, seat: &str| TeamMember { name: name.into(), post: post.into(), seat: seat.into() };
    InspectionDecision {
        letterhead: commune(
            "131/QĐ-UBND",
            day(25, 6, 2026),
            &["Như Điều 4", "Thường trực Đảng ủy xã (để b/c)", "Lưu: VT"],
        ),
        inspection: "công tác thi đua, khen thưởng 6 tháng đầu năm 2026".into(),
        bases: lines(&[
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Căn cứ Kế hoạch số 20/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân xã An Bình về phát động phong trào thi đua năm 2026",
            "Xét đề nghị của Trưởng phòng Văn hóa - Xã hội",
        ]),
        team: vec![
            member("Lê Văn Mẫu", "Phó Chủ tịch Ủy ban nhân dân xã", "Trưởng đoàn"),
            member("Phạm Thị Ví Dụ", "Trưởng phòng Văn hóa - Xã hội", "Phó Trưởng đoàn"),
            member("Nguyễn Văn Mẫu", "Chuyên viên Phòng Văn hóa - Xã hội", "Thành viên, Thư ký"),
        ],
        units: lines(&["Thôn Đông", "Thôn Đoài", "Trường Tiểu học An Bình"]),
        items: lines(&[
            "Việc ban hành kế hoạch, tổ chức phát động phong trào thi đua",
            "Việc đăng ký thi đua, ký kết và thực hiện giao ước thi đua",
            "Số liệu báo cáo và chứng cứ của các chỉ tiêu thi đua",
            "Việc bình xét, đề nghị khen thưởng và sử dụng quỹ thi đua, khen thưởng",
        ]),
        period: "từ ngày 01/01/2026 đến ngày 30/6/2026".into(),
        days: "từ ngày 06/7/2026 đến ngày 10/7/2026".into(),
        conclusion_until: Some("trước ngày 25/7/2026".into()),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
