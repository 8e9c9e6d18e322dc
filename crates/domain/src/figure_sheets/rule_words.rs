//! The words of the rules of figures.

use super::Problem;
use super::words::{Said, of};
use crate::finding::Severity;

/// What a rule says.
pub(super) fn rule(problem: &Problem) -> Said {
    match problem {
        Problem::FarOff { value, against } => of(
            "FIG-101",
            Severity::Warning,
            (
                format!(
                    "{} lệch quá xa so với {}: có thể nhầm đơn vị tính hoặc dấu phẩy (gấp hoặc kém khoảng 1.000 lần).",
                    value.vietnamese(),
                    against.vietnamese()
                ),
                format!(
                    "{} is about 1,000 times off {}: perhaps another unit of measure, or a misplaced comma.",
                    value.vietnamese(),
                    against.vietnamese()
                ),
            ),
            (
                "Kiểm tra đơn vị tính; nếu số đúng, đánh dấu xác nhận.",
                "Check the unit of measure; if it is right, confirm it.",
            ),
        ),
        Problem::Negative(value) => of(
            "FIG-102",
            Severity::Error,
            (
                format!("Số liệu {} nhỏ hơn 0.", value.vietnamese()),
                format!("The figure {} is below zero.", value.vietnamese()),
            ),
            (
                "Sửa lại; nếu là mức giảm của chỉ tiêu “giảm”, ghi số dương.",
                "Mend it; of a target that falls, enter the fall as a positive number.",
            ),
        ),
        Problem::FractionDiffers { value, worked_out } => of(
            "FIG-103",
            Severity::Warning,
            (
                format!(
                    "Tử số chia mẫu số được {} %, nhưng ô “Thực hiện” ghi {}.",
                    worked_out.vietnamese(),
                    value.vietnamese()
                ),
                format!(
                    "Numerator over denominator is {} %, but the figure says {}.",
                    worked_out.vietnamese(),
                    value.vietnamese()
                ),
            ),
            ("Sửa một trong hai cho khớp.", "Mend one of the two."),
        ),
        Problem::ZeroDenominator => of(
            "FIG-104",
            Severity::Error,
            ("Mẫu số bằng 0.".to_owned(), "The denominator is zero.".to_owned()),
            (
                "Ghi mẫu số, hoặc ghi “Không áp dụng” kèm lý do.",
                "Enter the denominator, or “Không áp dụng” with the reason.",
            ),
        ),
        Problem::HalfFraction => of(
            "FIG-105",
            Severity::Warning,
            (
                "Chỉ có tử số hoặc chỉ có mẫu số.".to_owned(),
                "There is only a numerator, or only a denominator.".to_owned(),
            ),
            ("Ghi cả hai, hoặc bỏ trống cả hai.", "Enter both, or neither."),
        ),
        Problem::OverWhole => of(
            "FIG-106",
            Severity::Warning,
            ("Tử số lớn hơn mẫu số.".to_owned(), "The numerator is larger than the denominator.".to_owned()),
            ("Kiểm tra xem hai ô có bị đổi chỗ không.", "Check that the two were not swapped."),
        ),
        Problem::Future => of(
            "FIG-107",
            Severity::Error,
            ("Ngày số liệu ở tương lai.".to_owned(), "The day of the figure lies in the future.".to_owned()),
            ("Ghi ngày chốt số liệu.", "Enter the day the figure is of."),
        ),
        Problem::OutsideYear(year) => of(
            "FIG-108",
            Severity::Error,
            (
                format!("Ngày số liệu không thuộc năm {year} hoặc quý đầu của năm sau."),
                format!("The day of the figure is neither in {year} nor in the quarter after it."),
            ),
            ("Kiểm tra lại năm của ngày số liệu.", "Check the year."),
        ),
        Problem::FarFromPeriod => of(
            "FIG-109",
            Severity::Warning,
            (
                "Ngày số liệu cách xa ngày cuối kỳ báo cáo.".to_owned(),
                "The day of the figure is far from the end of the period.".to_owned(),
            ),
            ("Kiểm tra lại; nếu đúng, đánh dấu xác nhận.", "Check it; if it is right, confirm it."),
        ),
        Problem::Fell { value, before } => of(
            "FIG-110",
            Severity::Warning,
            (
                format!("Số lũy kế {} nhỏ hơn kỳ trước ({}).", value.vietnamese(), before.vietnamese()),
                format!(
                    "The cumulative {} is below that of the period before ({}).",
                    value.vietnamese(),
                    before.vietnamese()
                ),
            ),
            (
                "Ghi số lũy kế từ đầu năm, không phải số riêng của kỳ.",
                "Enter what adds up since January, not the period alone.",
            ),
        ),
        Problem::ReasonMissing => of(
            "FIG-111",
            Severity::Error,
            ("Ghi “Không áp dụng” nhưng chưa có lý do.".to_owned(), "“Không áp dụng” needs a reason.".to_owned()),
            ("Ghi lý do vào cột “Ghi chú”.", "Write the reason under “Ghi chú”."),
        ),
        Problem::PartsDiffer { total, parts } => of(
            "FIG-112",
            Severity::Warning,
            (
                format!("Tổng {} khác với cộng các thành phần ({}).", total.vietnamese(), parts.vietnamese()),
                format!("The total {} is not the sum of its parts ({}).", total.vietnamese(), parts.vietnamese()),
            ),
            ("Kiểm tra lại tổng và các thành phần.", "Check the total and its parts."),
        ),
        Problem::OverHundred(value) => of(
            "FIG-113",
            Severity::Warning,
            (
                format!("Tỷ lệ {} % lớn hơn 100 %.", value.vietnamese()),
                format!("{} % is more than 100 %.", value.vietnamese()),
            ),
            ("Kiểm tra lại; nếu đúng, đánh dấu xác nhận.", "Check it; if it is right, confirm it."),
        ),
    }
}
