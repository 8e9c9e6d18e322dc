//! Filled-in minutes. The school and its people are invented.

use super::{SelectionLine, SelectionMinutes};
use crate::forms::Letterhead;
use crate::forms::samples::{day, lines, school};
use crate::forms::words::ILLUSTRATIVE;
use crate::write::document::Signature;

/// The year-end selection of an invented school.
pub fn example() -> SelectionMinutes {
    let line = |name: &str, award: &str, votes: (u32, u32), rate: &str, result: &str| SelectionLine {
        name: name.into(),
        award: award.into(),
        votes_for: votes.0,
        against: votes.1,
        rate: rate.into(),
        result: result.into(),
    };
    let chair =
        Signature { authority_form: None, post: "Chủ tọa".into(), name: Some("Phạm Thị Mẫu".into()) };
    SelectionMinutes {
        letterhead: Letterhead {
            number_symbol: Some("07/BB-TH".into()),
            signature: chair,
            ..school(day(30, 10, 2026), &["Hội đồng Thi đua - Khen thưởng xã An Bình", "Lưu: VT"])
        },
        meeting: "bình xét thi đua, khen thưởng năm 2026".into(),
        day: Some(day(30, 10, 2026)),
        began: Some("14 giờ 00".into()),
        ended: Some("16 giờ 30".into()),
        place: Some("phòng họp nhà trường".into()),
        chair: Some("bà Phạm Thị Mẫu, Hiệu trưởng".into()),
        writer: Some("ông Đỗ Văn Thử, Văn thư".into()),
        members: Some(28),
        present: 26,
        absent: lines(&["Bà Trần Thị Bích (nghỉ thai sản)", "Ông Lê Văn Mẫu (đi công tác)"]),
        discussion: Some("Các tổ chuyên môn báo cáo kết quả thực hiện chỉ tiêu đã đăng ký.\nHội nghị thảo luận, nhất trí với báo cáo của các tổ.".into()),
        secret: Some(true),
        lines: vec![
            line("Nguyễn Thị Thử", "Chiến sĩ thi đua cơ sở", (25, 1), "96,2%", "Đề nghị"),
            line("Đỗ Văn Thử", "Lao động tiên tiến", (26, 0), "100%", "Đề nghị"),
            line("Tổ chuyên môn khối 4 - 5", "Giấy khen của Chủ tịch Ủy ban nhân dân xã", (11, 15), "42,3%", "Không đề nghị"),
        ],
        conclusion: Some("Hội nghị thống nhất đề nghị 02 trường hợp có từ 50% số phiếu đồng ý trở lên.".into()),
        signed_by_writer: Some(Signature { authority_form: None, post: String::new(), name: Some("Đỗ Văn Thử".into()) }),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
