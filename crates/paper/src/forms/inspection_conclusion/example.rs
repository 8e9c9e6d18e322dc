//! A filled-in conclusion. The commune, its units and its figures are invented.

use super::{DemandRow, InspectionConclusion};
use crate::forms::inspection_minutes;
use crate::forms::task_assignment::example::letterhead;
use crate::write::document::IssueDate;

/// The conclusion of an inspection of an invented commune.
pub fn example() -> InspectionConclusion {
    let minutes = inspection_minutes::example();
    let counts = [[2, 0, 0, 0], [2, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 2], [2, 0, 0, 0], [0, 1, 0, 1]];
    InspectionConclusion {
        letterhead: letterhead("TB-UBND"),
        inspection: minutes.inspection,
        decision: minutes.decision,
        plan: minutes.plan,
        visits: vec!["Thôn An Phú (05/7/2022)".into(), "Khối thi đua các trường học (06/7/2022)".into()],
        left_out: vec!["Thôn Hòa Bình (đường ngập, chuyển sang đợt kiểm tra sau)".into()],
        sample: minutes.sample,
        items: minutes.items.into_iter().zip(counts).map(|(row, counts)| (row.item, counts)).collect(),
        values: Some("Đã xác minh 02 số liệu; 01 số liệu đơn vị tự báo cáo cao hơn số xác minh".into()),
        general: Some("Các đơn vị đã triển khai phong trào thi đua ngay từ đầu năm.".into()),
        good: Some("Đăng ký thi đua đầy đủ, đúng thời hạn.".into()),
        wanting: Some("Một số đơn vị chưa sơ kết đợt thi đua thứ nhất.".into()),
        causes: Some("Trùng vụ thu hoạch.".into()),
        demands: vec![DemandRow {
            subject: "Thôn An Phú".into(),
            what: "Chưa sơ kết đợt thi đua thứ nhất".into(),
            demand: "Tổ chức sơ kết và gửi báo cáo về UBND xã".into(),
            until: Some(IssueDate { day: 20, month: 7, year: 2022 }),
            standing: "Chưa khắc phục".into(),
        }],
        further: Some("Văn phòng UBND xã theo dõi, đôn đốc việc khắc phục.".into()),
        illustrative: true,
    }
}
