//! The words of cells that could not be read: what is the matter, and what to do about it.

use super::column::{Choice, Column, Kind};
use super::problem::CellProblem;
use crate::basics::{Amount, Says};

/// A cell that says có.
pub(super) const YES: &str = "Có";
/// A cell that says không.
pub(super) const NO: &str = "Không";
/// Ways to type có, folded. `x` and the marks are how offices tick boxes.
pub(super) const YES_WAYS: [&str; 10] = ["co", "x", "v", "✓", "✔", "1", "true", "yes", "dung", "☑"];
/// Ways to type không, folded.
pub(super) const NO_WAYS: [&str; 8] = ["khong", "k", "0", "-", "false", "no", "sai", "☐"];
/// The words of a day typed in words, folded.
pub(super) const DAY: &str = "ngay";
/// See [`DAY`].
pub(super) const MONTH: &str = "thang";
/// See [`DAY`].
pub(super) const YEAR: &str = "nam";

/// More choices than this are not listed in a message.
const LISTED: usize = 12;

/// Long texts are cut in messages.
fn short(typed: &str) -> String {
    if typed.chars().count() <= 60 {
        typed.to_owned()
    } else {
        format!("{}…", typed.chars().take(60).collect::<String>())
    }
}

fn listed(labels: &[String]) -> String {
    let mut text = labels.iter().take(LISTED).map(|label| format!("“{label}”")).collect::<Vec<_>>().join(", ");
    if labels.len() > LISTED {
        text.push_str(", …");
    }
    text
}

fn all_labels(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.label.clone()).collect()
}

/// Message and way to mend.
pub(super) fn problem(problem: &CellProblem, column: &Column, typed: &str) -> (Says, Says) {
    let heading = &column.heading;
    let typed = short(typed);
    let say =
        |vi: String, en: String, mend_vi: &str, mend_en: &str| (Says::new(vi, en), Says::new(mend_vi, mend_en));
    match problem {
        CellProblem::Missing => say(
            format!("Cột “{heading}” còn để trống."),
            format!("“{heading}” is empty."),
            "Nhập giá trị vào ô, hoặc xóa cả dòng nếu dòng không dùng.",
            "Fill in the cell, or delete the row if it is not needed.",
        ),
        CellProblem::NotANumber => say(
            format!("Cột “{heading}”: “{typed}” không phải là số."),
            format!("“{heading}”: “{typed}” is not a number."),
            "Chỉ nhập số, không kèm đơn vị tính; ví dụ 1.234,5 hoặc 1234,5.",
            "Type the number alone, without a unit; for example 1.234,5 or 1234,5.",
        ),
        CellProblem::NotWhole => say(
            format!("Cột “{heading}”: “{typed}” không phải là số nguyên."),
            format!("“{heading}”: “{typed}” is not a whole number."),
            "Nhập số nguyên, không có phần thập phân.",
            "Type a whole number, without decimals.",
        ),
        CellProblem::TooManyDecimals => say(
            format!("Cột “{heading}”: “{typed}” có quá bốn chữ số thập phân."),
            format!("“{heading}”: “{typed}” has more than four decimals."),
            "Làm tròn còn nhiều nhất bốn chữ số thập phân (trong Excel: hàm ROUND) rồi nộp lại.",
            "Round it to at most four decimals (ROUND in Excel) and upload again.",
        ),
        CellProblem::TooLarge => say(
            format!("Cột “{heading}”: “{typed}” lớn quá mức cho phép."),
            format!("“{heading}”: “{typed}” is larger than numbers may be."),
            "Kiểm tra lại số và đơn vị tính.",
            "Check the number and its unit.",
        ),
        CellProblem::TwoReadings(one, two) => two_readings(heading, &typed, *one, *two),
        CellProblem::DayForNumber => say(
            format!(
                "Cột “{heading}”: ô đang chứa ngày {typed}, không phải số (Excel tự đổi số như 1.5 thành ngày)."
            ),
            format!(
                "“{heading}”: the cell holds the day {typed} and no number (spreadsheets turn 1.5 into a day)."
            ),
            "Chọn ô, đổi định dạng sang Number rồi gõ lại số với dấu phẩy thập phân.",
            "Set the cell's format to Number and type the number again.",
        ),
        CellProblem::PercentForNumber => say(
            format!("Cột “{heading}”: ô đang có định dạng phần trăm ({typed})."),
            format!("“{heading}”: the cell is formatted as a percentage ({typed})."),
            "Đổi định dạng ô sang Number rồi gõ lại số.",
            "Set the cell's format to Number and type the number again.",
        ),
        CellProblem::NotADate => {
            let year = matches!(column.kind, Kind::Date { year_alone: true });
            let (vi, en) = if year { (" hoặc chỉ ghi năm", ", or the year alone") } else { ("", "") };
            (
                Says::new(
                    format!("Cột “{heading}”: “{typed}” không phải là ngày."),
                    format!("“{heading}”: “{typed}” is not a day."),
                ),
                Says::new(
                    format!("Nhập theo thứ tự ngày/tháng/năm, đủ bốn chữ số của năm, ví dụ 07/3/2022{vi}."),
                    format!("Type day/month/year with all four digits of the year, for example 07/3/2022{en}."),
                ),
            )
        }
        CellProblem::NoSuchDay => say(
            format!("Cột “{heading}”: không có ngày {typed} trong lịch."),
            format!("“{heading}”: the calendar has no day {typed}."),
            "Kiểm tra lại ngày và tháng; ngày đứng trước tháng.",
            "Check day and month; the day comes first.",
        ),
        CellProblem::YearOutOfRange => say(
            format!("Cột “{heading}”: năm trong “{typed}” không hợp lệ."),
            format!("“{heading}”: the year in “{typed}” is out of range."),
            "Ghi đủ bốn chữ số của năm, từ 1900 đến 2100.",
            "Type all four digits of the year, between 1900 and 2100.",
        ),
        CellProblem::NotAChoice(near) => not_a_choice(column, &typed, near),
        CellProblem::SeveralChoices(choices) => (
            Says::new(
                format!("Cột “{heading}”: “{typed}” có thể là {}.", listed(choices)),
                format!("“{heading}”: “{typed}” could be {}.", listed(choices)),
            ),
            Says::new(
                "Gõ đúng dấu, hoặc chọn trong danh sách thả xuống của ô.",
                "Type the marks, or pick from the cell's list.",
            ),
        ),
        CellProblem::NotYesNo => say(
            format!("Cột “{heading}”: “{typed}” không phải là Có hoặc Không."),
            format!("“{heading}”: “{typed}” is neither Có nor Không."),
            "Nhập Có hoặc Không; đánh dấu x cũng là Có.",
            "Type Có (yes) or Không (no); an x means Có.",
        ),
        CellProblem::DigitsLost => say(
            format!("Cột “{heading}”: số {typed} dài hơn 15 chữ số nên Excel đã làm mất các chữ số cuối."),
            format!("“{heading}”: {typed} has more than 15 digits, and the spreadsheet has dropped the last ones."),
            "Đổi định dạng ô sang Text rồi gõ lại đầy đủ.",
            "Set the cell's format to Text and type it again in full.",
        ),
        CellProblem::SheetError => say(
            format!("Cột “{heading}”: công thức trong ô báo lỗi {typed}."),
            format!("“{heading}”: the formula in the cell answers {typed}."),
            "Sửa công thức, hoặc gõ thẳng giá trị vào ô.",
            "Mend the formula, or type the value itself.",
        ),
        CellProblem::TooLong => say(
            format!("Cột “{heading}”: nội dung dài quá 32.000 ký tự."),
            format!("“{heading}”: the text is longer than 32,000 letters."),
            "Rút gọn nội dung của ô.",
            "Shorten it.",
        ),
        CellProblem::NameTooLong => say(
            format!("Cột “{heading}”: tên dài quá 200 ký tự."),
            format!("“{heading}”: a name is at most 200 characters."),
            "Rút gọn tên; phần giải thích ghi ở cột khác.",
            "Shorten the name; explanations go into another column.",
        ),
    }
}

fn two_readings(heading: &str, typed: &str, one: Amount, two: Amount) -> (Says, Says) {
    let (one, two) = (one.vietnamese(), two.vietnamese());
    (
        Says::new(
            format!("Cột “{heading}”: “{typed}” có thể là {one} hoặc {two}."),
            format!("“{heading}”: “{typed}” could be {one} or {two} (decimal comma)."),
        ),
        Says::new(
            "Gõ lại với dấu phẩy thập phân, không dùng dấu chấm ngăn hàng nghìn.",
            "Type it again with a decimal comma and without a dot between thousands.",
        ),
    )
}

fn not_a_choice(column: &Column, typed: &str, near: &[String]) -> (Says, Says) {
    let heading = &column.heading;
    let all = match &column.kind {
        Kind::Choice(choices) => all_labels(choices),
        _ => Vec::new(),
    };
    let mend = if near.is_empty() {
        Says::new(
            format!("Chọn một trong các giá trị: {}.", listed(&all)),
            format!("Pick one of: {}.", listed(&all)),
        )
    } else {
        Says::new(
            format!("Có phải {} không? Hãy chọn trong danh sách thả xuống của ô.", listed(near)),
            format!("Did you mean {}? Pick from the cell's list.", listed(near)),
        )
    };
    (
        Says::new(
            format!("Cột “{heading}”: “{typed}” không có trong danh mục."),
            format!("“{heading}”: “{typed}” is not one of the choices."),
        ),
        mend,
    )
}
