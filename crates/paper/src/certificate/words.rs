//! The words of printing certificates: what people read when something cannot be printed. Change a sentence here, and only here.

use super::field::Field;
use super::problem::Unfit;
use thidua_domain::basics::Says;

/// Title and language of the file.
pub(super) const LANGUAGE: &str = "vi-VN";

pub(super) fn title(design: &str, count: usize) -> String {
    format!("{design} ({count} bản)")
}

pub(super) fn test_title(design: &str) -> String {
    format!("Tờ in thử: {design}")
}

pub(super) const TEST_LINES: [&str; 4] = [
    "In trang này trên giấy trắng cùng khổ với phôi, chọn “kích thước thực” (100 %), không chọn “vừa trang giấy”.",
    "Dùng thước đo từ mép giấy đến tâm hai dấu chữ thập: dấu thứ nhất đến mép trái và mép trên, dấu thứ hai đến mép phải và mép dưới.",
    "Gõ bốn số đo được (mm, một chữ số thập phân) vào phần hiệu chỉnh máy in. Máy in đúng thì cả bốn số là 20,0.",
    "Đặt tờ này chồng lên phôi, soi trước ánh sáng: mỗi khung là chỗ của một dòng chữ.",
];

pub(super) const CROSS_NAMES: [&str; 2] = ["Dấu 1", "Dấu 2"];

pub(super) fn nobody() -> Says {
    Says::new(
        "Danh sách không có ai để in. Hãy thêm ít nhất một dòng.",
        "The list names nobody. Add at least one row.",
    )
}

pub(super) fn too_many(most: usize) -> Says {
    Says::new(
        format!("Một lượt in có nhiều nhất {most} bản. Hãy chia danh sách thành nhiều tệp."),
        format!("A batch has at most {most} certificates. Divide the list into several files."),
    )
}

pub(super) fn page(error: &str) -> Says {
    Says::new(format!("Không tạo được trang in: {error}"), format!("The page could not be made: {error}"))
}

pub(super) fn unfit(one: &Unfit) -> Says {
    let (row, name) = (one.row, &one.name);
    let (field, english) = one.field.map_or(("dòng in sẵn", "a line of the design"), field);
    if one.letters.is_empty() {
        let count = one.text.chars().count();
        Says::new(
            format!(
                "Dòng {row} ({name}): {field} dài {count} ký tự, không đủ chỗ dù đã thu nhỏ chữ. \
                 Hãy viết gọn hơn, hoặc chọn mẫu khổ lớn hơn."
            ),
            format!(
                "Row {row} ({name}): {english} has {count} characters and no room even in the smallest letters. \
                 Shorten it, or take a larger design."
            ),
        )
    } else {
        let letters = &one.letters;
        Says::new(
            format!(
                "Dòng {row} ({name}): {field} có ký tự không in được: {letters}. \
                 Hãy gõ lại bằng bảng mã Unicode, bỏ biểu tượng."
            ),
            format!(
                "Row {row} ({name}): {english} has characters that cannot be printed: {letters}. \
                 Type them again in Unicode, without symbols."
            ),
        )
    }
}

/// A field in a sentence.
const fn field(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Number => ("số thứ tự", "the number"),
        Field::Name => ("họ tên, tên tập thể", "the name"),
        Field::Honorific => ("danh xưng", "the form of address"),
        Field::Title => ("chức vụ", "the post"),
        Field::Unit => ("đơn vị", "the unit"),
        Field::Merit => ("thành tích", "the merit"),
        Field::Award => ("hình thức khen thưởng", "the award"),
        Field::Decision => ("số quyết định", "the number of the decision"),
        Field::Day | Field::Month | Field::Year => ("ngày tháng", "the date"),
        Field::Book => ("số vào sổ", "the number in the book"),
        Field::Signer => ("tên người ký", "the signer"),
        Field::SignerPost => ("chức vụ người ký", "the post of the signer"),
        Field::SignedFor => ("dòng ký thay mặt", "in whose name it is signed"),
        Field::Issuer => ("tên cơ quan", "the authority"),
        Field::Place => ("địa danh", "the place"),
        Field::Code => ("mã tra cứu", "the verification code"),
        Field::Address => ("liên kết tra cứu", "the verification address"),
        Field::Mark => ("dấu nhắc", "the notice"),
    }
}

pub(super) fn off_by_too_much() -> Says {
    Says::new(
        "Dấu chữ thập lệch hơn 15 mm: đo nhầm, hoặc giấy không cùng khổ với mẫu. Hãy in lại tờ thử ở “kích thước thực” và đo lại.",
        "A cross is off by more than 15 mm: measured wrongly, or another size of paper. Print the test sheet again at actual size and measure again.",
    )
}

pub(super) fn no_name_column() -> Says {
    Says::new(
        "Danh sách cần một cột tên (Họ và tên, hoặc name).",
        "The list needs a column of names (Họ và tên, or name).",
    )
}

pub(super) fn row_without_name(row: u32) -> Says {
    Says::new(
        format!("Dòng {row} của tệp không có tên người hay tập thể. Hãy điền tên, hoặc xóa dòng."),
        format!("Row {row} of the file has no name. Fill it in, or delete the row."),
    )
}
