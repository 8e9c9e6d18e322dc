//! An invented report of an invented commune.

use super::{PeriodReport, ResultGroup, ResultRow};
use crate::forms::final_report::StatusCounts;
use crate::forms::{DocumentReference, Letterhead};
use crate::write::document::{IssueDate, Signature};

fn row(cells: [&str; 9]) -> ResultRow {
    let [number, name, unit, planned, actual, rate, last_year, compared, status] = cells.map(str::to_owned);
    ResultRow { number, name, unit, planned, actual, rate, last_year, compared, status }
}

/// The example.
pub fn example() -> PeriodReport {
    let issuer = "Ủy ban nhân dân xã An Bình".to_owned();
    PeriodReport {
        letterhead: Letterhead {
            parent_authority: Some("Ủy ban nhân dân huyện An Hòa".into()),
            issuer: issuer.clone(),
            number_symbol: Some("61/BC-UBND".into()),
            symbol_hint: None,
            place: Some("An Bình".into()),
            date: Some(IssueDate { day: 5, month: 7, year: 2024 }),
            recipients: vec![
                "Phòng Nội vụ huyện (để b/c)".into(),
                "Thường trực Đảng ủy, HĐND xã".into(),
                "09 thôn".into(),
                "Lưu: VT".into(),
            ],
            signature: Signature {
                authority_form: Some("TM. Ủy ban nhân dân".into()),
                post: "Chủ tịch".into(),
                name: Some("Nguyễn Văn Ẩn".into()),
            },
        },
        movement: "Phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ năm 2024".into(),
        period: "6 tháng đầu năm 2024".into(),
        plan: Some(DocumentReference {
            number_symbol: Some("50/KH-UBND".into()),
            date: Some(IssueDate { day: 7, month: 3, year: 2024 }),
            issuer: Some(issuer),
        }),
        organisation: Some(
            "Phong trào được phát động với 3 chỉ tiêu.\nĐã có 9/9 đơn vị đăng ký thi đua; 8 giao ước thi đua đã ký.\n\
             - Thôn Đông: Họp thôn ngày 15/3/2024, 92% số hộ dự."
                .into(),
        ),
        counts: StatusCounts { total: 3, on_track: 1, at_risk: 1, no_figure: 1, ..StatusCounts::default() },
        fields: vec![
            (
                "Về kinh tế".into(),
                "Thu ngân sách đạt 900,5/1.768 triệu đồng (50,93 %), tăng 12,35 % so với cùng kỳ năm trước (801,5 triệu \
                 đồng).\nTổng sản lượng lương thực đạt 3.100/9.007,4 tấn (34,42 %), chậm so với tiến độ.\n\
                 - Thôn Đông: Thu đủ các khoản của hộ kinh doanh;\n- Thôn Đoài: Đang rà soát 12 hộ chưa nộp."
                    .into(),
            ),
            ("Về văn hóa - xã hội".into(), "- Thôn Đông: 100% số hộ tham gia ngày hội.".into()),
        ],
        groups: vec![
            ResultGroup {
                name: Some("I. Về kinh tế".into()),
                rows: vec![
                    row([
                        "1",
                        "Thu ngân sách",
                        "triệu đồng",
                        "1.768",
                        "900,5",
                        "50,93",
                        "801,5",
                        "+12,35 %",
                        "Đúng tiến độ",
                    ]),
                    row(["2", "Tổng sản lượng lương thực", "tấn", "9.007,4", "3.100", "34,42", "", "", "Có nguy cơ"]),
                ],
            },
            ResultGroup {
                name: Some("II. Về văn hóa - xã hội".into()),
                rows: vec![row([
                    "3",
                    "Tỷ lệ gia đình văn hóa",
                    "%",
                    "85",
                    "",
                    "",
                    "84,5",
                    "",
                    "Chưa có số liệu",
                ])],
            },
        ],
        waves: Some("- Đợt 1 (07/3/2024 – 30/6/2024): tổng kết ngày 10/7/2024, đạt mục tiêu.".into()),
        movements: Some("- Phong trào “Dân vận khéo”: 04 mô hình mới.".into()),
        inspections: None,
        recognised: Some("- Bà Lan: hiến 200 m² đất làm đường (biểu dương ngày 20/5/2024).".into()),
        missing: Some(
            "Đơn vị chưa có báo cáo được tiếp nhận: Thôn Giữa.\nChỉ tiêu chưa có số liệu: Tỷ lệ gia đình văn hóa.".into(),
        ),
        difficulties: Some("- Thôn Đoài: Thiếu đất sạch để bố trí sân phơi.".into()),
        proposals: Some("- Thôn Đông: Đề nghị hỗ trợ 20 tấn xi măng.".into()),
        lessons: None,
        directions: Some("Đôn đốc hai thôn còn chậm; hoàn thành thu ngân sách trước ngày 30/11/2024.".into()),
        illustrative: true,
    }
}
