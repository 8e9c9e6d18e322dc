//! Why a file could not be read as text, in words that say what to do next.

use super::{FileKind, LegacyFont};
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
    /// It is not text.
    #[error("the file is not text: {0:?}")]
    Binary(FileKind),
    /// It is text in an encoding that is not known here.
    #[error("the encoding of the file is not known")]
    UnreadableEncoding,
    /// It was typed in a font from before Unicode.
    #[error("the text was typed in a font from before Unicode: {0:?}")]
    LegacyFont(LegacyFont),
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
                        "Tệp lớn hơn {megabytes} MB. Hãy bỏ hình ảnh, lưu thành tệp văn bản (.txt) rồi thử lại."
                    ),
                    format!(
                        "The file is larger than {megabytes} MB. Remove pictures, save it as plain text (.txt) and try again."
                    ),
                )
            }
            ReadProblem::Binary(kind) => binary(kind),
            ReadProblem::UnreadableEncoding => Says::new(
                "Không nhận ra bảng mã của tệp. Hãy mở tệp bằng Word hoặc Notepad và lưu lại với bảng mã UTF-8.",
                "The encoding of the file is not known. Open it in Word or Notepad and save it again as UTF-8.",
            ),
            ReadProblem::LegacyFont(font) => {
                let name = match font {
                    LegacyFont::Tcvn3 => "TCVN3 (ABC)",
                    LegacyFont::Vni => "VNI",
                };
                Says::new(
                    format!(
                        "Văn bản gõ bằng bảng mã cũ {name}. Hãy dùng Unikey (Ctrl+Shift+F6) chuyển sang Unicode, lưu lại rồi thử lại."
                    ),
                    format!(
                        "The text was typed in the old {name} encoding. Convert it to Unicode (in Unikey: Ctrl+Shift+F6), save it and try again."
                    ),
                )
            }
        }
    }
}

fn binary(kind: FileKind) -> Says {
    let (vi, en) = match kind {
        FileKind::Pdf => ("Tệp PDF", "PDF files"),
        FileKind::Docx => ("Tệp Word (docx)", "Word documents (docx)"),
        FileKind::Xlsx => ("Tệp Excel (xlsx)", "Excel workbooks (xlsx)"),
        FileKind::Zip => ("Tệp nén", "Archives"),
        FileKind::OldOffice => ("Tệp Word/Excel đời cũ (doc, xls)", "Old Word and Excel files (doc, xls)"),
        FileKind::Rtf => ("Tệp RTF", "RTF files"),
        FileKind::Image => ("Tệp hình ảnh", "Pictures"),
        FileKind::Unknown => ("Tệp không phải văn bản", "Files that are not text"),
    };
    Says::new(
        format!(
            "{vi} chưa đọc được. Hãy mở tệp, chọn Lưu thành → Văn bản thuần (.txt, UTF-8) rồi chọn lại tệp .txt đó."
        ),
        format!("{en} are not read yet. Open the file, save it as plain text (.txt, UTF-8) and choose that file."),
    )
}
