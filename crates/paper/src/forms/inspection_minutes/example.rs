//! Filled-in minutes. The commune, its units, people and figures are invented.

use super::{FindingRow, InspectionMinutes, ItemRow, ValueRow};
use crate::forms::task_assignment::example::{letterhead, plan};
use crate::forms::{DocumentReference, Letterhead};
use crate::write::document::{IssueDate, Signature};

/// A visit of an invented commune to one of its villages.
pub fn example() -> InspectionMinutes {
    let item = |item: &str, answer: &str, grounds: &str| ItemRow {
        item: item.into(),
        answer: answer.into(),
        grounds: grounds.into(),
    };
    InspectionMinutes {
        letterhead: Letterhead {
            signature: Signature {
                authority_form: None,
                post: "Trưởng đoàn".into(),
                name: Some("Trần Thị Ví Dụ".into()),
            },
            ..letterhead("BB-ĐKT")
        },
        inspection: "Kiểm tra công tác thi đua, khen thưởng 6 tháng đầu năm 2022".into(),
        decision: Some(DocumentReference {
            number_symbol: Some("52/KH-UBND".into()),
            date: Some(IssueDate { day: 20, month: 6, year: 2022 }),
            issuer: Some("Ủy ban nhân dân xã An Bình".into()),
        }),
        plan: Some(plan()),
        subject: "Thôn An Phú".into(),
        day: Some(IssueDate { day: 5, month: 7, year: 2022 }),
        team: vec![
            "Trưởng đoàn: bà Trần Thị Ví Dụ, Phó Chủ tịch UBND xã".into(),
            "Thư ký: ông Lê Văn Mẫu, công chức Văn phòng – Thống kê".into(),
        ],
        present: Some("Trưởng thôn Nguyễn Văn Mẫu\nTrưởng ban công tác Mặt trận thôn".into()),
        members: Vec::new(),
        sample: vec![
            "Danh sách có 42 dòng; chọn 02 dòng nhiều điểm rủi ro nhất và mỗi nhóm 01 dòng ngẫu nhiên".into(),
            "Số gieo: 48213 (Văn phòng ấn định lúc 08:00 ngày 21/6/2022, trước khi lập danh sách)".into(),
        ],
        items: vec![
            item("Triển khai các phong trào thi đua", "Đạt", "Đã quán triệt ngày 15/02/2022, có biên bản"),
            item("Đăng ký thi đua", "Đạt", "Bản đăng ký đã duyệt ngày 20/02/2022"),
            item("Ký kết giao ước thi đua", "Đạt một phần", "Có giao ước, thiếu chữ ký của hai hộ"),
            item("Sơ kết", "Chưa đạt", "Chưa sơ kết đợt 1, quá hạn ngày 30/6/2022"),
            item("Tổng kết", "Chưa đủ căn cứ", "Chưa đến kỳ tổng kết năm"),
            item("Biểu dương, khen thưởng", "Đạt", "Đã biểu dương 3 hộ hiến đất"),
            item("Nhân rộng các mô hình mới", "", ""),
        ],
        values: vec![ValueRow {
            target: "Đường liên thôn được bê tông hóa (km)".into(),
            own: "1,2".into(),
            verified: "1".into(),
            gap: "+20%".into(),
            how: "Đo tại chỗ".into(),
        }],
        minutes: Some("Đoàn đã xem sổ họp thôn, giao ước thi đua và đi thực tế tuyến đường.".into()),
        findings: vec![FindingRow {
            what: "Chưa sơ kết đợt thi đua thứ nhất".into(),
            severity: "phải khắc phục".into(),
            basis: "Kế hoạch số 34/KH-UBND, mục III.2".into(),
            demand: "Tổ chức sơ kết và gửi báo cáo về UBND xã".into(),
            until: Some(IssueDate { day: 20, month: 7, year: 2022 }),
            explained: Some("Trùng vụ thu hoạch, thôn sẽ họp trong tuần tới".into()),
        }],
        explanation: None,
        unit_signature: Signature {
            authority_form: None,
            post: "Trưởng thôn".into(),
            name: Some("Nguyễn Văn Mẫu".into()),
        },
        secretary: Some("Lê Văn Mẫu".into()),
        illustrative: true,
    }
}
