//! Why a file could not be read as text, in words that say what to do next.

use super::FileKind;
use thidua_domain::basics::Says;

/// Why a file could not be read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadProblem {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than the reader accepts.
    #[error("the file is larger than {limit_bytes} bytes")]
    TooLarge {
        /// The limit.
        limit_bytes: usize,
    },
    /// It has more pages than the reader accepts.
    #[error("the file has {pages} pages, more than {limit}")]
    TooManyPages {
        /// Pages of the file, or of its scanned part.
        pages: usize,
        /// The limit.
        limit: usize,
    },
    /// It is not text.
    #[error("the file is not text: {0:?}")]
    Binary(FileKind),
    /// It is no PDF, where only one will do.
    #[error("the file is no PDF")]
    NotPdf,
    /// It is text in an encoding that is not known here.
    #[error("the encoding of the file is not known")]
    UnreadableEncoding,
    /// It is cut off or damaged.
    #[error("the file is damaged or cut off")]
    Broken,
    /// It opens only with a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// It carries a program.
    #[error("the file holds macros")]
    Macros,
    /// Its XML declares entities, which no Office document does.
    #[error("the file declares XML entities")]
    Entities,
    /// It would unpack or draw to more than any document has.
    #[error("the file unpacks to more than a document holds")]
    Bomb,
    /// It is a picture, and this machine has no program that recognises letters.
    #[error("no program recognises letters on this machine")]
    NoRecogniser,
    /// It is a picture, and the recogniser knows no Vietnamese.
    #[error("the recogniser has no Vietnamese data")]
    NoVietnamese,
    /// No letters were recognised.
    #[error("no letters were recognised")]
    NothingRecognised,
    /// Recognising took too long.
    #[error("recognising took too long")]
    TooSlow,
}

impl ReadProblem {
    /// What is the matter and what to do next, for people.
    pub fn says(self) -> Says {
        match self {
            ReadProblem::Empty => Says::new(
                "Tệp không có nội dung. Hãy chọn tệp khác, hoặc mở tệp này, kiểm tra rồi lưu lại.",
                "The file has no content. Choose another file, or open this one, check it and save it again.",
            ),
            ReadProblem::TooLarge { limit_bytes } => {
                let megabytes = limit_bytes / 1_000_000;
                Says::new(
                    format!(
                        "Tệp lớn hơn {megabytes} MB. Hãy bỏ bớt hình ảnh hoặc tách riêng phần kế hoạch rồi thử lại."
                    ),
                    format!(
                        "The file is larger than {megabytes} MB. Remove pictures, or put the plan into a file of its own, and try again."
                    ),
                )
            }
            ReadProblem::TooManyPages { pages, limit } => Says::new(
                format!(
                    "Tệp có {pages} trang, nhiều hơn {limit} trang đọc được một lần. Hãy tách riêng các trang của kế hoạch rồi thử lại."
                ),
                format!(
                    "The file has {pages} pages, more than the {limit} that are read at once. Put the pages of the plan into a file of their own and try again."
                ),
            ),
            ReadProblem::Binary(kind) => binary(kind),
            ReadProblem::UnreadableEncoding => Says::new(
                "Không nhận ra bảng mã của tệp. Hãy mở tệp bằng Word hoặc Notepad và lưu lại với bảng mã UTF-8.",
                "The encoding of the file is not known. Open it in Word or Notepad and save it again as UTF-8.",
            ),
            ReadProblem::Broken => Says::new(
                "Tệp bị hỏng hoặc bị cắt cụt, không mở được. Hãy tải lại tệp từ nơi gửi, hoặc mở bằng phần mềm đã tạo ra nó rồi lưu thành tệp mới.",
                "The file is damaged or cut off and cannot be opened. Fetch it again, or open it in the program that made it and save it as a new file.",
            ),
            ReadProblem::NotPdf => Says::new(
                "Tệp này không phải PDF. Hãy chọn bản PDF của văn bản.",
                "This is no PDF. Choose the PDF of the document.",
            ),
            ReadProblem::Encrypted => Says::new(
                "Tệp đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi thử lại.",
                "The file is protected by a password. Open it, remove the password, save it and try again.",
            ),
            ReadProblem::Macros => Says::new(
                "Tệp Word có macro nên bị từ chối để bảo đảm an toàn. Hãy lưu thành .docx (không có macro) rồi thử lại.",
                "The Word document holds macros and is refused for safety. Save it as .docx without macros and try again.",
            ),
            ReadProblem::Entities => Says::new(
                "Tệp Word có phần khai báo lạ (thực thể XML) mà Word không bao giờ tạo ra, nên bị từ chối. Hãy mở tệp bằng Word và lưu thành tệp .docx mới.",
                "The Word document holds XML entities, which Word never writes, and is refused. Open it in Word and save it as a new .docx.",
            ),
            ReadProblem::Bomb => Says::new(
                "Tệp giải nén ra quá lớn hoặc quá phức tạp so với một văn bản, nên bị từ chối. Hãy in tệp ra PDF mới hoặc lưu lại bằng Word rồi thử lại.",
                "The file unpacks to more than a document holds and is refused. Print it to a new PDF, or save it again in Word, and try again.",
            ),
            ReadProblem::NoRecogniser => Says::new(
                "Tệp là ảnh quét; máy chủ chưa có phần mềm nhận dạng chữ. Hãy nhờ quản trị cài Tesseract kèm dữ liệu tiếng Việt (gói tesseract-ocr và tesseract-ocr-vie), hoặc dùng tệp Word, PDF có chữ.",
                "The file is a scan and this machine has no program that recognises letters. Have Tesseract installed with its Vietnamese data (packages tesseract-ocr and tesseract-ocr-vie), or use a Word document or a PDF with text.",
            ),
            ReadProblem::NoVietnamese => Says::new(
                "Tệp là ảnh quét; phần mềm nhận dạng chữ Tesseract chưa có dữ liệu tiếng Việt. Hãy nhờ quản trị cài gói tesseract-ocr-vie, hoặc dùng tệp Word, PDF có chữ.",
                "The file is a scan and Tesseract has no Vietnamese data. Have the package tesseract-ocr-vie installed, or use a Word document or a PDF with text.",
            ),
            ReadProblem::NothingRecognised => Says::new(
                "Không nhận dạng được chữ nào trong ảnh. Hãy quét lại rõ hơn (từ 200 dpi, đúng chiều, đủ sáng) rồi thử lại.",
                "No letters were recognised in the picture. Scan it again more clearly (200 dpi or more, upright, bright enough) and try again.",
            ),
            ReadProblem::TooSlow => Says::new(
                "Nhận dạng một trang mất quá lâu. Hãy quét lại trang ở 200–300 dpi, đen trắng, rồi thử lại.",
                "Recognising a page took too long. Scan it again at 200 to 300 dpi in black and white, and try again.",
            ),
        }
    }
}

fn binary(kind: FileKind) -> Says {
    if kind == FileKind::LockedOffice {
        return ReadProblem::Encrypted.says();
    }
    let (vi, en) = match kind {
        FileKind::Xlsx => ("Tệp Excel (xlsx)", "Excel workbooks (xlsx)"),
        FileKind::Zip => ("Tệp nén", "Archives"),
        FileKind::OldOffice => ("Tệp Word/Excel đời cũ (doc, xls)", "Old Word and Excel files (doc, xls)"),
        FileKind::Rtf => ("Tệp RTF", "RTF files"),
        FileKind::OtherPicture => ("Loại ảnh này", "Pictures of this kind"),
        _ => ("Loại tệp này", "Files of this kind"),
    };
    Says::new(
        format!(
            "{vi} không đọc được. Hãy mở tệp và lưu thành .docx, PDF hoặc văn bản .txt (ảnh: PNG hoặc JPG) rồi chọn lại."
        ),
        format!(
            "{en} are not read. Open the file, save it as .docx, PDF or plain text (.txt; pictures as PNG or JPG) and choose that file."
        ),
    )
}
