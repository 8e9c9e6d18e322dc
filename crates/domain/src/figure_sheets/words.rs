//! The words of figure sheets: what is told about what came back.

use super::Problem;
use super::rule_words::rule;
use crate::basics::{Amount, Says};
use crate::finding::Severity;
use crate::lists::{ListFinding, Place};

/// What is told of a sheet that came back, besides the cells that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is of another unit.
    OtherUnit {
        /// Whose it is.
        theirs: String,
        /// Whose is wanted.
        ours: String,
    },
    /// It is of another period or year.
    OtherPeriod {
        /// Which one.
        theirs: String,
        /// Which is wanted.
        ours: String,
    },
    /// It is of another movement.
    OtherMovement {
        /// Which one.
        theirs: String,
    },
    /// Its hidden sheet was changed, or written by another installation.
    BrokenSeal,
    /// It carries nothing that says it was written here.
    NotOurs,
    /// Without the data of the installation the signature cannot be checked.
    SealUnchecked,
    /// It has no column of figures.
    NoValues,
    /// The hidden column of row codes is gone.
    CodesGone,
    /// The code says one line, the name another; the name counts.
    CodeAndNameDiffer {
        /// The line of the code.
        code: String,
        /// What stands in the row.
        name: String,
    },
    /// The name of the row is nothing known; the code counts.
    NameChanged {
        /// The line of the code.
        code: String,
        /// What stands in the row.
        name: String,
    },
    /// The number of merged cells counts for the first row only.
    MergedNumber,
    /// No line of the sheet is meant.
    UnknownLine(String),
    /// Several lines could be meant.
    SeveralLines(String),
    /// The line stands there a second time.
    LineTwice {
        /// The name.
        name: String,
        /// The row where it stands first.
        first: u32,
    },
    /// Several rows answer one line, and none of them is taken.
    RowsOfOneLine {
        /// The name.
        name: String,
        /// The other rows.
        others: Vec<i64>,
    },
    /// Lines that are not in the file.
    LinesGone(usize),
    /// A row of sums.
    SumRow(String),
    /// The heading of a group.
    GroupRow(String),
    /// Something was entered where nothing is.
    EnteredInGroup(String),
    /// A number typed as text, and how it was read.
    NumberFromText {
        /// What was typed.
        typed: String,
        /// How it was read.
        read: Amount,
    },
    /// Two readings were possible, and the plan decided.
    ChosenByPlan {
        /// What was typed.
        typed: String,
        /// The reading that was taken.
        read: Amount,
        /// The other one.
        other: Amount,
    },
    /// The value was worked out from numerator and denominator.
    FromFraction(Amount),
    /// A cell that held a value was emptied; the value stays.
    Emptied,
    /// More rows than a sheet has.
    TooManyRows(usize),
    /// The title names another year or period.
    TitleSays(String),
    /// A rule of the figures.
    Rule(Problem),
}

/// Names are cut in messages.
fn cut(text: &str) -> String {
    if text.chars().count() <= 80 {
        text.to_owned()
    } else {
        format!("{}…", text.chars().take(80).collect::<String>())
    }
}

/// The finding that tells it.
pub fn finding(told: &Told, place: Place) -> ListFinding {
    let (number, severity, message, mend) = say(told);
    ListFinding { number, severity, place, message, mend }
}

pub(super) type Said = (&'static str, Severity, Says, Says);

pub(super) fn of(number: &'static str, severity: Severity, message: (String, String), mend: (&str, &str)) -> Said {
    (number, severity, Says::new(message.0, message.1), Says::new(mend.0, mend.1))
}

fn say(told: &Told) -> Said {
    match told {
        Told::Rule(problem) => rule(problem),
        Told::OtherUnit { theirs, ours } => of(
            "FIG-001",
            Severity::Error,
            (
                format!("Tệp này là bảng số liệu của “{theirs}”, không phải của “{ours}”."),
                format!("This workbook is of “{theirs}” and not of “{ours}”."),
            ),
            ("Nộp tệp ở báo cáo của đơn vị đó, hoặc tải bảng của đơn vị này.", "Upload it to that unit's report, or download this one."),
        ),
        Told::OtherPeriod { theirs, ours } => of(
            "FIG-002",
            Severity::Error,
            (
                format!("Tệp này là bảng số liệu {theirs}, không phải {ours}."),
                format!("This workbook is of {theirs} and not of {ours}."),
            ),
            ("Nộp tệp ở đúng kỳ báo cáo, hoặc tải bảng của kỳ này rồi chép số sang.", "Upload it to its own round, or download this round's and copy the figures."),
        ),
        Told::OtherMovement { theirs } => of(
            "FIG-003",
            Severity::Error,
            (
                format!("Tệp này là bảng số liệu của phong trào khác: “{}”.", cut(theirs)),
                format!("This workbook is of another movement: “{}”.", cut(theirs)),
            ),
            ("Nộp tệp ở báo cáo của phong trào đó.", "Upload it to the report of that movement."),
        ),
        Told::BrokenSeal => of(
            "FIG-004",
            Severity::Warning,
            (
                "Trang ẩn dùng để nhận ra bảng và các dòng đã bị thay đổi, nên không được tin dùng; các dòng được khớp theo số thứ tự và tên.".to_owned(),
                "The hidden sheet was changed and is not believed; rows are matched by number and name.".to_owned(),
            ),
            ("Xem kỹ từng dòng trước khi nhận, hoặc tải lại bảng và chép số sang.", "Look at every row, or download the workbook again and copy the figures."),
        ),
        Told::NotOurs => of(
            "FIG-005",
            Severity::Warning,
            (
                "Tệp không phải là bảng tải về từ đây; các dòng được khớp theo số thứ tự và tên.".to_owned(),
                "The file was not downloaded from here; rows are matched by number and name.".to_owned(),
            ),
            ("Xem kỹ từng dòng trước khi nhận. Muốn khớp chắc chắn, hãy tải bảng về rồi điền.", "Look at every row; to be sure, download the workbook and fill it in."),
        ),
        Told::SealUnchecked => of(
            "FIG-006",
            Severity::Notice,
            (
                "Chưa kiểm tra được chữ ký của bảng vì không mở dữ liệu của hệ thống.".to_owned(),
                "The signature was not checked, since no data are open.".to_owned(),
            ),
            ("Không cần làm gì; chữ ký được kiểm tra khi nộp.", "Nothing to do; it is checked when the workbook is uploaded."),
        ),
        Told::NoValues => of(
            "FIG-007",
            Severity::Error,
            ("Không thấy cột “Thực hiện”.".to_owned(), "There is no column “Thực hiện”.".to_owned()),
            ("Đặt tên cột số liệu là “Thực hiện” rồi nộp lại.", "Name the column of figures “Thực hiện” and upload again."),
        ),
        Told::CodesGone => of(
            "FIG-008",
            Severity::Notice,
            (
                "Cột mã dòng (cột ẩn) không còn; các dòng được khớp theo số thứ tự và tên.".to_owned(),
                "The hidden column of row codes is gone; rows are matched by number and name.".to_owned(),
            ),
            ("Xem lại các dòng trước khi nhận.", "Look at the rows before taking them."),
        ),
        Told::CodeAndNameDiffer { code, name } => of(
            "FIG-009",
            Severity::Warning,
            (
                format!("Dòng này vốn là “{}” nhưng nay ghi “{}”; số liệu được hiểu theo tên đang ghi.", cut(code), cut(name)),
                format!("This row was “{}” and now says “{}”; the name counts.", cut(code), cut(name)),
            ),
            ("Kiểm tra lại tên chỉ tiêu của dòng.", "Check the name of the row."),
        ),
        Told::NameChanged { code, name } => of(
            "FIG-023",
            Severity::Warning,
            (
                format!("Tên chỉ tiêu của dòng đã bị sửa thành “{}”; dòng vẫn được hiểu là “{}”.", cut(name), cut(code)),
                format!("The name was changed to “{}”; the row is still taken for “{}”.", cut(name), cut(code)),
            ),
            ("Kiểm tra xem số liệu có đúng là của chỉ tiêu này không.", "Check that the figure is of this line."),
        ),
        Told::MergedNumber => of(
            "FIG-024",
            Severity::Warning,
            (
                "Ô số liệu bị gộp với dòng trên; số chỉ được tính cho dòng đầu của ô gộp.".to_owned(),
                "The cell is merged with the row above; its number counts for the first row only.".to_owned(),
            ),
            ("Bỏ gộp ô rồi ghi số riêng cho từng dòng.", "Unmerge the cells and enter a figure for each row."),
        ),
        Told::UnknownLine(name) => of(
            "FIG-010",
            Severity::Error,
            (
                format!("Không có chỉ tiêu “{}” trong báo cáo này.", cut(name)),
                format!("This report has no line “{}”.", cut(name)),
            ),
            ("Sửa tên cho đúng với kế hoạch, hoặc chọn chỉ tiêu tương ứng.", "Mend the name, or choose the line that is meant."),
        ),
        Told::SeveralLines(name) => of(
            "FIG-011",
            Severity::Error,
            (
                format!("“{}” có thể là nhiều chỉ tiêu khác nhau.", cut(name)),
                format!("“{}” could be several lines.", cut(name)),
            ),
            ("Ghi rõ số thứ tự của chỉ tiêu trong kế hoạch.", "Give the plan's own number of the line."),
        ),
        Told::LineTwice { name, first } => of(
            "FIG-012",
            Severity::Error,
            (
                format!("Chỉ tiêu “{}” đã có ở dòng {first}.", cut(name)),
                format!("“{}” stands in row {first} already.", cut(name)),
            ),
            ("Giữ lại một dòng, xóa dòng kia.", "Keep one of the rows and delete the other."),
        ),
        Told::RowsOfOneLine { name, others } => {
            let rows = others.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
            of(
                "FIG-012",
                Severity::Error,
                (
                    format!("Chỉ tiêu “{}” còn được trả lời ở dòng {rows} của tệp này; không dòng nào được nhận.", cut(name)),
                    format!("“{}” is answered in row {rows} of this upload as well; none of the rows is taken.", cut(name)),
                ),
                ("Giữ một dòng: xóa số liệu ở các dòng kia rồi lưu, hoặc sửa tệp và nộp lại.", "Keep one row: clear the figures of the others and save, or mend the file and upload it again."),
            )
        }
        Told::LinesGone(count) => of(
            "FIG-013",
            Severity::Notice,
            (
                format!("Có {count} chỉ tiêu của báo cáo không có trong tệp; số liệu của chúng được giữ nguyên."),
                format!("{count} lines of the report are not in the file; their figures stay."),
            ),
            ("Nếu cần nộp cả các chỉ tiêu này, hãy thêm dòng với đúng tên.", "To report them too, add rows with their names."),
        ),
        Told::SumRow(name) => of(
            "FIG-014",
            Severity::Notice,
            (
                format!("Dòng “{}” là dòng cộng nên được bỏ qua.", cut(name)),
                format!("“{}” is a row of sums and is left out.", cut(name)),
            ),
            ("Không cần làm gì.", "Nothing to do."),
        ),
        Told::GroupRow(name) => of(
            "FIG-015",
            Severity::Notice,
            (
                format!("Dòng “{}” không phải là chỉ tiêu nên được bỏ qua.", cut(name)),
                format!("“{}” is no line and is left out.", cut(name)),
            ),
            ("Không cần làm gì.", "Nothing to do."),
        ),
        Told::EnteredInGroup(name) => of(
            "FIG-016",
            Severity::Warning,
            (
                format!("“{}” là dòng nhóm; số ghi ở đó không được nhận.", cut(name)),
                format!("“{}” heads a group; what is entered there is not taken.", cut(name)),
            ),
            ("Ghi số vào từng chỉ tiêu thành phần.", "Enter the figures of its parts."),
        ),
        Told::NumberFromText { typed, read } => of(
            "FIG-017",
            Severity::Notice,
            (
                format!("Số ở dạng chữ “{}” được đọc là {}.", cut(typed), read.vietnamese()),
                format!("The text “{}” was read as {} (decimal comma).", cut(typed), read.vietnamese()),
            ),
            ("Xem số đọc được có đúng không.", "See whether it was read rightly."),
        ),
        Told::ChosenByPlan { typed, read, other } => of(
            "FIG-018",
            Severity::Warning,
            (
                format!("“{}” có thể là {} hoặc {}; so với kế hoạch, được đọc là {}.", cut(typed), read.vietnamese(), other.vietnamese(), read.vietnamese()),
                format!("“{}” could be {} or {}; by the plan it was read as the first.", cut(typed), read.vietnamese(), other.vietnamese()),
            ),
            ("Xem số đọc được có đúng không; nên dùng dấu phẩy thập phân.", "See whether it was read rightly; use a decimal comma."),
        ),
        Told::FromFraction(value) => of(
            "FIG-019",
            Severity::Notice,
            (
                format!("Ô “Thực hiện” để trống, được tính từ tử số và mẫu số: {} %.", value.vietnamese()),
                format!("The figure was worked out from numerator and denominator: {} %.", value.vietnamese()),
            ),
            ("Không cần làm gì.", "Nothing to do."),
        ),
        Told::Emptied => of(
            "FIG-020",
            Severity::Notice,
            (
                "Ô “Thực hiện” để trống; số liệu đã nhập được giữ nguyên.".to_owned(),
                "The cell is empty; the figure that was entered stays.".to_owned(),
            ),
            ("Muốn rút số liệu, hãy rút ở trang báo cáo.", "To take a figure back, do it on the page of the report."),
        ),
        Told::TooManyRows(limit) => of(
            "FIG-021",
            Severity::Error,
            (
                format!("Trang tính có hơn {limit} dòng, nhiều hơn một bảng số liệu."),
                format!("The sheet has more than {limit} rows, more than a sheet of figures has."),
            ),
            ("Nộp riêng từng bảng số liệu.", "Upload one sheet of figures at a time."),
        ),
        Told::TitleSays(text) => of(
            "FIG-022",
            Severity::Warning,
            (
                format!("Phần đầu của tệp ghi “{}”, khác với kỳ báo cáo này.", cut(text)),
                format!("The title of the file says “{}”, which is not this round.", cut(text)),
            ),
            ("Kiểm tra xem có nộp nhầm tệp của kỳ khác không.", "Check that this is the file of this round."),
        ),
    }
}
