//! A filled-in decision. The commune, its units and figures are invented.

use super::{AssignedGroup, AssignedTarget, TargetAssignment};
use crate::forms::samples::{commune, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// Targets of an invented commune.
pub fn example() -> TargetAssignment {
    let target = |name: &str, unit: &str, total: &str, values: &[&str]| AssignedTarget {
        name: name.into(),
        unit: unit.into(),
        total: total.into(),
        values: lines(values),
    };
    TargetAssignment {
        letterhead: commune(
            "58/QĐ-UBND",
            day(5, 3, 2026),
            &["Như Điều 3", "Thường trực Đảng ủy, HĐND xã (để b/c)", "Lưu: VT"],
        ),
        movement: "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2026".into(),
        bases: lines(&[
            "Luật Tổ chức chính quyền địa phương ngày 16/6/2025",
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Căn cứ Kế hoạch số 20/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân xã An Bình về phát động phong trào thi đua năm 2026",
            "Xét đề nghị của Trưởng phòng Văn hóa - Xã hội",
        ]),
        units: lines(&["Thôn Đông", "Thôn Đoài", "Thôn Trung", "Trường Tiểu học An Bình"]),
        groups: vec![
            AssignedGroup {
                name: Some("Kinh tế".into()),
                targets: vec![
                    target("Tổng sản lượng lương thực", "tấn", "9.007,4", &["3.120", "2.987,4", "2.900", ""]),
                    target("Diện tích gieo trồng", "ha", "1.215", &["420", "405", "390", ""]),
                ],
            },
            AssignedGroup {
                name: Some("Văn hóa - xã hội".into()),
                targets: vec![
                    target("Gia đình văn hóa", "%", "≥ 92", &["≥ 92", "≥ 92", "≥ 93", ""]),
                    target("Học sinh hoàn thành chương trình lớp học", "%", "≥ 98", &["", "", "", "≥ 98"]),
                ],
            },
        ],
        reports_to: "Phòng Văn hóa - Xã hội".into(),
        reports_until: Some("trước ngày 05 của tháng đầu mỗi quý".into()),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
