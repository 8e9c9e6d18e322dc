//! A filled-in invitation. The council and its people are invented.

use super::CouncilInvitation;
use crate::forms::samples::{council, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// A meeting of an invented council.
pub fn example() -> CouncilInvitation {
    CouncilInvitation {
        letterhead: council("09/GM-HĐTĐKT", day(5, 11, 2026), &["Như trên", "Lưu: HĐTĐKT"]),
        meeting: "Họp xét thi đua, khen thưởng năm 2026".into(),
        invited: lines(&[
            "Các thành viên Hội đồng Thi đua - Khen thưởng xã",
            "Bà Phạm Thị Mẫu, Hiệu trưởng Trường Tiểu học An Bình (dự phần giải trình)",
        ]),
        agenda: lines(&[
            "Thẩm định hồ sơ đề nghị khen thưởng năm 2026",
            "Bỏ phiếu kín đối với danh hiệu Chiến sĩ thi đua cơ sở",
            "Thông qua biên bản, tờ trình",
        ]),
        hour: "08 giờ 00".into(),
        day: day(12, 11, 2026),
        place: "Phòng họp số 1, trụ sở Ủy ban nhân dân xã An Bình".into(),
        chair: "Bà Trần Thị Ví Dụ, Chủ tịch Hội đồng".into(),
        papers: Some(
            "gửi kèm giấy mời; thành viên nghiên cứu trước, ý kiến gửi Thư ký trước ngày 11/11/2026".into(),
        ),
        absence: Some(
            "Thành viên không dự họp được gửi phiếu bằng văn bản về cơ quan thường trực trước giờ họp.".into(),
        ),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
