//! The words of reading lists: what headings and rows mean, and what is told about them.

use super::ListProblem;
use crate::read::{FileKind, LegacyFont, ReadProblem};
use thidua_domain::basics::Says;
use thidua_domain::basics::text::fold;
use thidua_domain::finding::Severity;
use thidua_domain::lists::{ListFinding, Place};

/// Headings of the numbers of rows.
pub(super) const NUMBER_HEADINGS: [&str; 8] = ["STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "No", "S.T.T", "T.T"];
/// What opens a row of sums, folded.
const SUMS: [&str; 6] = ["tong cong", "tong so", "cong", "tong", "cong tong", "total"];
/// Lines below a list, folded.
const SIGNATURES: [&str; 12] = [
    "nguoi lap",
    "nguoi lap bieu",
    "nguoi lap bang",
    "nguoi lap danh sach",
    "lap bieu",
    "ke toan truong",
    "thu truong don vi",
    "thu truong",
    "chu tich",
    "pho chu tich",
    "truong phong",
    "hieu truong",
];
/// What opens other lines below a list, folded.
const ENDINGS: [&str; 10] = [
    "tm. ",
    "kt. ",
    "tl. ",
    "(ky",
    "ky, ghi ro",
    "ky ten, dong dau",
    "noi nhan:",
    "ghi chu:",
    "xac nhan cua",
    "danh sach nay co",
];

/// Whether a text opens a row of sums: “Tổng cộng”, “Cộng:”, “Tổng số: 12 người”.
pub(in crate::read) fn is_sum(text: &str) -> bool {
    // folding is dear and nearly every row is none
    if text.len() > 120 || !text.starts_with(['T', 't', 'C', 'c']) {
        return false;
    }
    let folded = fold(text);
    let (start, after) = folded.split_once(':').map_or((folded.as_str(), false), |(start, _)| (start, true));
    let bare =
        start.trim().trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || ".,()+=".contains(c));
    SUMS.contains(&bare) || (after && SUMS.iter().any(|sum| bare.starts_with(sum) && bare.len() < sum.len() + 12))
}

/// Whether a text opens the lines below a list: who made it, who signs, “Lơ Ku, ngày … tháng … năm …”.
pub(in crate::read) fn is_signature(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let folded = fold(text);
    let dated = || folded.contains("ngay ") && folded.contains(" thang ") && folded.contains(" nam ");
    let bare = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    SIGNATURES.contains(&bare)
        || ENDINGS.iter().any(|start| folded.starts_with(start))
        || (folded.contains(", ngay ") && dated())
}

/// Whether the number of a row is that of a group: I, II, A, B.
pub(in crate::read) fn is_group_mark(number: &str) -> bool {
    let mark = number.trim_end_matches(['.', ')', '-']);
    !mark.is_empty() && mark.len() <= 5 && mark.bytes().all(|b| b"IVXLC".contains(&b))
        || (mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_uppercase()))
}

/// What is told of a file, a column or a row.
pub(super) enum Told<'a> {
    OtherList,
    BrokenSeal,
    CodesGone,
    NotOurs,
    RequiredColumnMissing(&'a str),
    ColumnMissing(&'a str),
    ColumnTwice(&'a str),
    ColumnUnknown(&'a str),
    Beyond { cells: u64, columns: u32 },
    TooManyRows(u32),
    CodeUnknown,
    Sum(&'a str),
    Signature(&'a str),
    Group(&'a str),
    NumbersAsText { heading: &'a str, count: u32 },
    NoRows,
    MonthFirst { heading: &'a str, example: &'a str },
    Converted(LegacyFont),
}

fn cut(text: &str) -> String {
    if text.chars().count() <= 60 {
        text.to_owned()
    } else {
        format!("{}…", text.chars().take(60).collect::<String>())
    }
}

/// The finding that tells it.
pub(super) fn finding(told: &Told<'_>, place: Place) -> ListFinding {
    let (number, severity, message, mend) = say(told);
    ListFinding { number, severity, place, message, mend }
}

fn say(told: &Told<'_>) -> (&'static str, Severity, Says, Says) {
    let of = |number, severity, vi: String, en: String, mend_vi: &str, mend_en: &str| {
        (number, severity, Says::new(vi, en), Says::new(mend_vi, mend_en))
    };
    match told {
        Told::OtherList => of(
            "LST-001",
            Severity::Error,
            "Tệp này là của một danh sách khác (khác loại hoặc khác đơn vị).".to_owned(),
            "This workbook is of another list (another kind or another unit).".to_owned(),
            "Mở đúng danh sách rồi nộp tệp ở đó, hoặc tải lại tệp của danh sách này rồi chép các dòng cần sửa sang.",
            "Upload it to its own list, or download this list again and copy the rows over.",
        ),
        Told::BrokenSeal => of(
            "LST-002",
            Severity::Warning,
            "Trang ẩn dùng để nhận ra các dòng đã bị thay đổi, nên không dùng được.".to_owned(),
            "The hidden sheet that ties rows to records was changed and is not believed.".to_owned(),
            "Tải lại tệp và chép phần đã sửa sang; nếu vẫn nộp, các dòng chỉ được khớp theo tên.",
            "Download the list again and copy your changes over; otherwise rows are matched by name only.",
        ),
        Told::CodesGone => of(
            "LST-003",
            Severity::Warning,
            "Cột mã dòng (cột ẩn) không còn trong tệp.".to_owned(),
            "The hidden column of row codes is gone.".to_owned(),
            "Các dòng được khớp theo tên; xem kỹ từng đề xuất, hoặc tải lại tệp.",
            "Rows are matched by name; look at each proposal, or download the list again.",
        ),
        Told::NotOurs => of(
            "LST-004",
            Severity::Notice,
            "Tệp không phải là tệp tải về từ đây nên các dòng được khớp theo tên.".to_owned(),
            "The file was not downloaded from here; rows are matched by name.".to_owned(),
            "Xem kỹ các dòng được đề xuất. Muốn khớp chắc chắn, hãy tải danh sách về, sửa rồi nộp lại.",
            "Look at what is proposed. To be sure of every row, download the list, change it and upload it.",
        ),
        Told::RequiredColumnMissing(heading) => of(
            "LST-005",
            Severity::Warning,
            format!("Không thấy cột bắt buộc “{heading}”."),
            format!("The required column “{heading}” was not found."),
            "Kiểm tra lại tên cột. Dòng mới cần có cột này; dòng cũ giữ nguyên giá trị đang có.",
            "Check its heading. New rows need it; known rows keep what they have.",
        ),
        Told::ColumnMissing(heading) => of(
            "LST-006",
            Severity::Notice,
            format!("Không thấy cột “{heading}”; giá trị đang có được giữ nguyên."),
            format!("The column “{heading}” was not found; what is there stays."),
            "Nếu cần sửa cột này, hãy thêm cột với đúng tên.",
            "To change it, add a column with that heading.",
        ),
        Told::ColumnTwice(heading) => of(
            "LST-007",
            Severity::Warning,
            format!("Cột “{}” trùng với một cột đứng trước nên không được đọc.", cut(heading)),
            format!("“{}” says the same as a column before it and is not read.", cut(heading)),
            "Xóa hoặc đổi tên một trong hai cột.",
            "Delete or rename one of the two.",
        ),
        Told::ColumnUnknown(heading) => of(
            "LST-008",
            Severity::Notice,
            format!("Cột “{}” không thuộc danh sách này nên được bỏ qua.", cut(heading)),
            format!("“{}” is no column of this list and is left out.", cut(heading)),
            "Không cần làm gì; nếu cột này quan trọng, hãy sửa tên cột cho đúng.",
            "Nothing to do; if it matters, mend its heading.",
        ),
        Told::Beyond { cells, columns } => of(
            "LST-009",
            Severity::Warning,
            format!("Có {cells} ô nằm ngoài {columns} cột đầu nên không được đọc."),
            format!("{cells} cells stand beyond the first {columns} columns and are not read."),
            "Chuyển các cột cần thiết về phía đầu trang tính.",
            "Move the columns that matter to the front.",
        ),
        Told::TooManyRows(limit) => of(
            "LST-010",
            Severity::Error,
            format!("Danh sách có hơn {limit} dòng; phần sau không được đọc."),
            format!("The list has more than {limit} rows; the rest was not read."),
            "Tách danh sách thành nhiều tệp.",
            "Divide the list into several files.",
        ),
        Told::CodeUnknown => of(
            "LST-011",
            Severity::Warning,
            "Dòng này được chép từ một tệp khác hoặc mã dòng đã bị sửa, nên không nhận ra được.".to_owned(),
            "This row was copied from another workbook, or its code was changed; it is not known.".to_owned(),
            "Dòng được khớp theo tên; xem lại đề xuất. Không cần sửa mã.",
            "It is matched by name; look at the proposal. The code needs no mending.",
        ),
        Told::Sum(text) => of(
            "LST-012",
            Severity::Notice,
            format!("Dòng “{}” là dòng cộng nên được bỏ qua.", cut(text)),
            format!("“{}” is a row of sums and is left out.", cut(text)),
            "Không cần làm gì.",
            "Nothing to do.",
        ),
        Told::Signature(text) => of(
            "LST-013",
            Severity::Notice,
            format!("Từ dòng “{}” trở xuống là phần ký tên, ghi chú nên không đọc nữa.", cut(text)),
            format!("From “{}” on there are signatures and notes; reading ends here.", cut(text)),
            "Nếu bên dưới còn dòng của danh sách, hãy chuyển lên trên.",
            "If rows of the list stand below, move them up.",
        ),
        Told::Group(text) => of(
            "LST-014",
            Severity::Notice,
            format!("Dòng “{}” là dòng tiêu đề nhóm nên được bỏ qua.", cut(text)),
            format!("“{}” heads a group of rows and is left out.", cut(text)),
            "Không cần làm gì.",
            "Nothing to do.",
        ),
        Told::NumbersAsText { heading, count } => of(
            "LST-015",
            Severity::Notice,
            format!("Cột “{heading}” có {count} số ở dạng chữ; đã đọc thành số."),
            format!("“{heading}” has {count} numbers typed as text; they were read as numbers."),
            "Kiểm tra lại các giá trị đọc được trước khi xác nhận.",
            "Check the values before you confirm.",
        ),
        Told::NoRows => of(
            "LST-016",
            Severity::Warning,
            "Không có dòng nào dưới dòng tiêu đề.".to_owned(),
            "There are no rows below the headings.".to_owned(),
            "Kiểm tra xem đã nhập đúng trang tính và đã lưu tệp chưa.",
            "Check that the right sheet was filled in and the file saved.",
        ),
        Told::MonthFirst { heading, example } => of(
            "LST-017",
            Severity::Error,
            format!(
                "Cột “{heading}” có ngày ghi tháng trước ngày (như {}), nên các ngày khác trong cột cũng có thể bị đảo ngày và tháng.",
                cut(example)
            ),
            format!(
                "“{heading}” has days written month first (such as {}), so that its other days may be swapped as well.",
                cut(example)
            ),
            "Nộp tệp .xlsx thay cho CSV (ngày trong .xlsx không bị đảo), hoặc sửa cả cột thành ngày/tháng/năm.",
            "Upload the .xlsx itself and not a CSV (its days cannot be swapped), or write the whole column as day/month/year.",
        ),
        Told::Converted(font) => of(
            "LST-018",
            Severity::Notice,
            format!("Đã chuyển từ bảng mã {} sang Unicode.", font.name()),
            format!("The text was converted from {} to Unicode.", font.name()),
            "Hãy đối chiếu vài dòng, nhất là chữ in hoa có dấu.",
            "Compare some rows, above all capitals with tones.",
        ),
    }
}

/// Why a file could not be read as a list, and what to do.
pub(super) fn problem(problem: &ListProblem) -> Says {
    match problem {
        ListProblem::File(file) => of_file(*file),
        ListProblem::NoHeadings { wanted } => {
            let listed = wanted.iter().map(|heading| format!("“{heading}”")).collect::<Vec<_>>().join(", ");
            Says::new(
                format!(
                    "Không tìm thấy dòng tiêu đề trong 30 dòng đầu. Tệp cần có dòng tiêu đề với các cột: {listed}."
                ),
                format!(
                    "No headings were found in the first 30 rows. There must be a row with the headings {listed}."
                ),
            )
        }
        ListProblem::TooManyRows { limit } => Says::new(
            format!("Danh sách có hơn {limit} dòng. Hãy tách thành nhiều tệp."),
            format!("The list has more than {limit} rows. Divide it into several files."),
        ),
    }
}

fn of_file(problem: ReadProblem) -> Says {
    match problem {
        ReadProblem::TooLarge { limit_bytes } => {
            let megabytes = limit_bytes / 1_000_000;
            Says::new(
                format!(
                    "Tệp lớn hơn {megabytes} MB. Hãy bỏ hình ảnh và các trang tính thừa, hoặc tách danh sách thành nhiều tệp."
                ),
                format!(
                    "The file is larger than {megabytes} MB. Remove pictures and other sheets, or divide the list."
                ),
            )
        }
        ReadProblem::Macros => Says::new(
            "Tệp Excel có macro nên bị từ chối để bảo đảm an toàn. Hãy lưu thành .xlsx (không có macro) rồi thử lại.",
            "The workbook holds macros and is refused for safety. Save it as .xlsx without macros and try again.",
        ),
        ReadProblem::Entities => Says::new(
            "Tệp Excel có phần khai báo lạ (thực thể XML) nên bị từ chối. Hãy mở tệp bằng Excel và lưu thành tệp .xlsx mới.",
            "The workbook declares XML entities and is refused. Open it in Excel and save it as a new .xlsx.",
        ),
        ReadProblem::Bomb => Says::new(
            "Tệp giải nén ra quá lớn so với một danh sách nên bị từ chối. Hãy chép danh sách sang một tệp mới rồi thử lại.",
            "The file unpacks to more than a list holds and is refused. Copy the list into a new workbook and try again.",
        ),
        ReadProblem::Binary(FileKind::OldOffice | FileKind::Zip) => Says::new(
            "Tệp đời cũ (.xls), .ods hoặc tệp nén không đọc được. Hãy mở tệp và lưu thành .xlsx (Excel Workbook) hoặc .csv rồi chọn lại.",
            "Old workbooks (.xls), .ods files and archives are not read. Open the file, save it as .xlsx or .csv and choose that one.",
        ),
        ReadProblem::Binary(FileKind::LockedOffice) | ReadProblem::Encrypted => ReadProblem::Encrypted.says(),
        ReadProblem::Binary(_) => Says::new(
            "Tệp này không phải là bảng tính. Hãy chọn tệp .xlsx hoặc .csv.",
            "This is no spreadsheet. Choose an .xlsx or .csv file.",
        ),
        ReadProblem::UnreadableEncoding => Says::new(
            "Không nhận ra bảng mã của tệp. Hãy lưu tệp thành .xlsx, hoặc CSV UTF-8, rồi thử lại.",
            "The encoding of the file is not known. Save it as .xlsx, or as CSV UTF-8, and try again.",
        ),
        other => other.says(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_signatures_are_told_from_names() {
        for text in ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng số", "Tổng số: 12 đồng chí", "Cộng (1+2)", "Tong"]
        {
            assert!(is_sum(text), "{text}");
        }
        for text in ["Xã Cộng Hòa", "Cộng Hòa", "Tổng công ty Điện lực", "Tổng hợp Lao động", "Nguyễn Văn Tổng"]
        {
            assert!(!is_sum(text), "{text}");
        }
        for text in [
            "NGƯỜI LẬP BIỂU",
            "Lơ Ku, ngày 07 tháng 3 năm 2022",
            "(Ký, ghi rõ họ tên)",
            "TM. ỦY BAN NHÂN DÂN XÃ",
            "Ghi chú: abc",
        ] {
            assert!(is_signature(text), "{text}");
        }
        for text in ["Chủ tịch Hội Nông dân", "Nguyễn Văn An", "Người lập nghiệp"] {
            assert!(!is_signature(text), "{text}");
        }
        assert!(
            is_group_mark("I")
                && is_group_mark("IV.")
                && is_group_mark("A")
                && !is_group_mark("1")
                && !is_group_mark("")
        );
    }
}
