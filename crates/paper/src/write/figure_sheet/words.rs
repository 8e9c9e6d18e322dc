//! The fixed words of a figures workbook.

use thidua_domain::periods::Period;

/// The sheet that is filled in.
pub(crate) const SHEET: &str = "Số liệu";
/// Above the rows.
pub(super) const TITLE: &str = "Bảng số liệu thực hiện chỉ tiêu thi đua";
/// Before the name of the movement.
pub(super) const MOVEMENT: &str = "Phong trào";
/// Before the name of the unit.
pub(super) const UNIT: &str = "Đơn vị báo cáo";
/// Before the last day.
pub(super) const DUE: &str = "hạn nộp";
/// What to do.
pub(super) const MAY: &str = "Chỉ điền các ô tô màu, số lũy kế từ đầu năm; không cần điền mã. Chỉ tiêu không liên quan: ghi “Không áp dụng” và lý do ở cột Ghi chú.";
/// Before the day that holds for rows without one.
pub(crate) const COMMON_DAY: &str = "Ngày số liệu chung (cho các dòng để trống ngày)";
/// Before the source that holds for rows without one.
pub(crate) const COMMON_SOURCE: &str = "Nguồn, văn bản chung (cho các dòng để trống nguồn)";
/// Beside a cell of figures.
pub(super) const VALUE_HINT: &str = "Số lũy kế từ ngày 01/01 đến hết kỳ; dùng dấu phẩy thập phân.";
/// Beside a cell of a day.
pub(super) const DAY_HINT: &str = "Nhập ngày/tháng/năm, ví dụ 30/6/2026.";
/// When what was typed is no judgement.
pub(super) const PICK_TITLE: &str = "Chưa đúng";
/// See [`PICK_TITLE`].
pub(super) const PICK: &str = "Hãy chọn Đạt, Đạt một phần, Chưa đạt hoặc Không áp dụng.";
/// Below the rows, on the left.
pub(super) const MADE_BY: &str = "Người lập biểu";
/// Below the rows, on the right.
pub(super) const HEAD_OF_UNIT: &str = "Thủ trưởng đơn vị";
/// Below both.
pub(super) const SIGN: &str = "(Ký, ghi rõ họ tên)";

/// A period of a year: “6 tháng đầu năm 2026”.
pub(crate) fn period(period: Period, year: i32) -> String {
    match period {
        Period::FirstQuarter => format!("quý I năm {year}"),
        Period::FirstHalf => format!("6 tháng đầu năm {year}"),
        Period::ThreeQuarters => format!("9 tháng năm {year}"),
        Period::Year => format!("cả năm {year}"),
    }
}
