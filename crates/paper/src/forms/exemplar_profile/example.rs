//! A filled-in profile. The commune and its people are invented.

use super::ExemplarProfile;
use crate::forms::Letterhead;
use crate::forms::samples::{commune, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// A woman of an invented commune.
pub fn example() -> ExemplarProfile {
    ExemplarProfile {
        letterhead: Letterhead { number_symbol: None, ..commune("", day(15, 8, 2026), &["Sở Nội vụ", "Đài truyền thanh xã", "Lưu: VT"]) },
        name: "Bà Nguyễn Thị Thử".into(),
        who: "Chi hội trưởng Chi hội Phụ nữ Thôn Đông, xã An Bình".into(),
        field: "Bảo vệ môi trường, xây dựng nông thôn mới".into(),
        deed: "Vận động hội viên phân loại rác tại nguồn, xây dựng tuyến đường hoa tự quản".into(),
        story: Some("Từ tháng 3/2026, bà đến từng hộ hướng dẫn phân loại rác; lập 06 tổ tự quản, mỗi tổ chăm sóc 200 m đường hoa.\nTiền bán phế liệu được dùng mua thẻ bảo hiểm y tế tặng hộ khó khăn.".into()),
        results: lines(&["112/120 hộ trong thôn phân loại rác tại nguồn", "1,2 km đường hoa; 14 thẻ bảo hiểm y tế được trao tặng"]),
        lessons: lines(&["Đến từng nhà, làm mẫu trước", "Công khai thu, chi tại nhà văn hóa thôn hằng tháng"]),
        awards: lines(&["Giấy khen của Chủ tịch Ủy ban nhân dân xã năm 2026"]),
        spreading: Some("Chuyên mục “Người tốt, việc tốt” của Đài truyền thanh xã; ba thôn đã đến học tập.".into()),
        consent: Some(true),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
