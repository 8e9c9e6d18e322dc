//! A filled-in report. The commune, its units and figures are invented.

use super::{ConsolidatedReport, ConsolidatedTarget};
use crate::forms::DocumentReference;
use crate::forms::samples::{COMMUNE, commune, day, lines};

/// The half-year of an invented commune.
pub fn example() -> ConsolidatedReport {
    let target = |name: &str, unit: &str, planned: &str, values: &[&str], all: [&str; 3]| ConsolidatedTarget {
        name: name.into(),
        unit: unit.into(),
        planned: planned.into(),
        values: lines(values),
        total: all[0].into(),
        rate: all[1].into(),
        method: all[2].into(),
    };
    ConsolidatedReport {
        letterhead: commune(
            "96/BC-UBND",
            day(25, 6, 2026),
            &["Sở Nội vụ (để b/c)", "Thường trực Đảng ủy, HĐND xã", "Lưu: VT"],
        ),
        movement: "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2026".into(),
        period: "6 tháng đầu năm 2026".into(),
        plan: Some(DocumentReference {
            number_symbol: Some("20/KH-UBND".into()),
            date: Some(day(10, 2, 2026)),
            issuer: Some(COMMUNE.into()),
        }),
        units: lines(&["Thôn Đông", "Thôn Đoài", "Thôn Trung"]),
        late: lines(&["Thôn Trung (chậm 03 ngày làm việc)"]),
        missing: lines(&["Trạm Y tế xã"]),
        targets: vec![
            target(
                "Tổng sản lượng lương thực",
                "tấn",
                "9.007,4",
                &["1.580", "1.492,5", "1.410"],
                ["4.482,5", "49,8", "Cộng"],
            ),
            target(
                "Thu nhập bình quân đầu người",
                "triệu đồng",
                "60",
                &["31,2", "29,8", "30,5"],
                ["30,5", "50,8", "Bình quân"],
            ),
            target("Hộ nghèo theo chuẩn nghèo đa chiều", "hộ", "≤ 42", &["15", "17", "14"], ["46", "", "Cộng"]),
        ],
        remarks: Some(
            "Sản lượng lương thực đạt gần một nửa kế hoạch năm; số hộ nghèo còn cao hơn mức phấn đấu 04 hộ.".into(),
        ),
        difficulties: Some("Một số đơn vị báo cáo chưa kèm nguồn số liệu.".into()),
        proposals: Some("Đề nghị Sở Nội vụ tổ chức tập huấn lập báo cáo thi đua.".into()),
        illustrative: true,
    }
}
