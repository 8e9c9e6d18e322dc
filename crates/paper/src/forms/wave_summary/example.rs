//! A filled-in summing-up. The commune, its units and its figures are invented.

use super::{WaveSummary, WaveTargetRow};
use crate::forms::task_assignment::example::{letterhead, plan};

/// The first wave of an invented commune.
pub fn example() -> WaveSummary {
    let row = |name: &str, unit: &str, planned: &str, actual: &str, status: &str| WaveTargetRow {
        name: name.into(),
        unit: unit.into(),
        planned: planned.into(),
        actual: actual.into(),
        status: status.into(),
    };
    WaveSummary {
        letterhead: letterhead("BC-UBND"),
        wave: "Đợt thi đua thứ nhất".into(),
        days: "01/01/2022 – 30/6/2022".into(),
        goal: Some("Hoàn thành các chỉ tiêu 6 tháng đầu năm".into()),
        plan: Some(plan()),
        organisation: Some("Ủy ban nhân dân xã phát động đến 6 thôn, 3 trường học và Trạm Y tế xã.".into()),
        targets: vec![
            row("Thu ngân sách trên địa bàn", "tỷ đồng", "≥ 2,5", "2,7", "Vượt"),
            row("Đường liên thôn được bê tông hóa", "km", "≥ 4", "3,6", "Chưa đạt"),
        ],
        results: Some("Đã hoàn thành việc hiến đất mở rộng đường tại 4 thôn.".into()),
        tasks: Some("Trong đợt có 5 nhiệm vụ: 4 đã xong, 1 chậm.".into()),
        matters: vec!["Giải phóng mặt bằng tuyến đường thôn An Phú: đã tháo gỡ".into()],
        participation: Some("10/10 đơn vị tham gia; 8 đơn vị báo cáo đúng hạn, 2 đơn vị báo cáo chậm.".into()),
        commended: Some("Biểu dương thôn An Phú và 3 hộ hiến đất.".into()),
        shortcomings: Some("Một số thôn triển khai chậm do thiếu vật liệu.".into()),
        directions: Some("Tiếp tục hoàn thành tuyến đường liên thôn trong đợt thứ hai.".into()),
        illustrative: true,
    }
}
