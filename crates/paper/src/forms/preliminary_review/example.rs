//! A filled-in review. The commune, its people and figures are invented.

use super::{PreliminaryReview, ReviewedGoal};
use crate::forms::DocumentReference;
use crate::forms::samples::{COMMUNE, commune, day, lines};

/// The middle of a movement of an invented commune.
pub fn example() -> PreliminaryReview {
    let goal = |texts: [&str; 6]| {
        let [name, unit, goal, reached, rate, remark] = texts.map(String::from);
        ReviewedGoal { name, unit, goal, reached, rate, remark }
    };
    PreliminaryReview {
        letterhead: commune(
            "148/BC-UBND",
            day(20, 7, 2028),
            &["Ủy ban nhân dân tỉnh (để b/c)", "Sở Nội vụ", "Lưu: VT"],
        ),
        movement: "Phong trào thi đua “An Bình chung sức xây dựng nông thôn mới”".into(),
        span: "giai đoạn 2026 - 2028".into(),
        plan: Some(DocumentReference {
            number_symbol: Some("31/KH-UBND".into()),
            date: Some(day(2, 3, 2026)),
            issuer: Some(COMMUNE.into()),
        }),
        organisation: Some(
            "Xã đã kiện toàn Ban Chỉ đạo, tổ chức phát động tại 09/09 thôn và ký kết giao ước thi đua hằng năm."
                .into(),
        ),
        goals: vec![
            goal(["Tiêu chí nông thôn mới đạt chuẩn", "tiêu chí", "19", "17", "89,5", "Đúng tiến độ"]),
            goal(["Đường liên thôn được bê tông hóa", "km", "12", "8,4", "70", "Đúng tiến độ"]),
            goal(["Hộ nghèo giảm", "hộ", "60", "22", "36,7", "Có nguy cơ"]),
        ],
        results: Some("Nhân dân hiến 4.250 m² đất, góp 1.360 ngày công làm đường liên thôn.".into()),
        exemplars: lines(&[
            "Hộ ông Lê Văn Cẩn, Thôn Hai: hiến 200 m² đất làm đường",
            "Chi hội Phụ nữ Thôn Đông: tuyến đường hoa tự quản",
        ]),
        commended: Some(
            "Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho 04 tập thể, 11 cá nhân, 06 hộ gia đình.".into(),
        ),
        shortcomings: Some(
            "Công tác giảm nghèo chưa đạt tiến độ; việc nhân rộng điển hình ở một số thôn còn chậm.".into(),
        ),
        causes: Some("Thiên tai năm 2027 ảnh hưởng đến sinh kế của các hộ cận nghèo.".into()),
        lessons: Some("Nơi nào người đứng đầu trực tiếp vận động thì phong trào chuyển biến rõ.".into()),
        measures: Some(
            "Phân công từng đảng viên giúp đỡ hộ nghèo.\nSơ kết từng quý ở thôn chưa đạt tiến độ.".into(),
        ),
        illustrative: true,
    }
}
