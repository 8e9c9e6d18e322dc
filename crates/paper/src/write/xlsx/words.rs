//! The fixed words of every workbook.

/// The sheet that holds the list.
pub(crate) const LIST_SHEET: &str = "Danh sách";
/// The hidden sheet that holds the choices.
pub(super) const CHOICES_SHEET: &str = "Danh mục";
/// Above the column of row codes, which is hidden.
pub(crate) const CODE_HEADING: &str = "Mã dòng";
/// Above the numbers of the rows.
pub(crate) const NUMBER_HEADING: &str = "STT";
/// Before the day on which the list was made.
pub(super) const MADE_ON: &str = "Lập";
/// Behind the heading of a column that every row needs.
pub(super) const REQUIRED: &str = " (*)";
/// What people may do, under the name of the list.
pub(super) const MAY: &str = "Có thể sửa, thêm, sắp xếp, chuyển dòng tùy ý rồi tải tệp này lên; xóa dòng trong tệp không xóa bản ghi; không cần điền mã. Cột có dấu (*) là bắt buộc.";
/// Beside a cell for a day.
pub(super) const DAY_HINT: &str = "Nhập theo thứ tự ngày/tháng/năm, ví dụ 07/3/2022.";
/// Beside a cell for a day or a year.
pub(super) const DAY_OR_YEAR_HINT: &str =
    "Nhập ngày/tháng/năm, ví dụ 07/3/1985; nếu chỉ biết năm thì ghi năm, ví dụ 1985.";
/// When what was typed is none of the choices.
pub(super) const PICK_TITLE: &str = "Chưa đúng danh mục";
/// See [`PICK_TITLE`].
pub(super) const PICK: &str = "Hãy chọn một giá trị trong danh sách thả xuống.";
/// At the foot of each page.
pub(crate) const PAGE: &str = "Trang";
/// The sheet of a table of an official document.
pub(super) const TABLE_SHEET: &str = "Bảng";
