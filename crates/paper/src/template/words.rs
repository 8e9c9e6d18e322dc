//! What people read about templates: Vietnamese first, English second.

use super::place::Part;
use super::problem::Wrong;
use thidua_domain::basics::Says;

pub(super) fn part(part: Part) -> Says {
    match part {
        Part::Body => Says::new("Thân văn bản", "Body"),
        Part::Header(number) => Says::new(format!("Đầu trang {number}"), format!("Header {number}")),
        Part::Footer(number) => Says::new(format!("Chân trang {number}"), format!("Footer {number}")),
        Part::Footnotes => Says::new("Chú thích cuối trang", "Footnotes"),
        Part::Endnotes => Says::new("Chú thích cuối văn bản", "Endnotes"),
        Part::FileName => Says::new("Tên tệp", "File name"),
    }
}

pub(super) fn in_table(table: usize, row: usize, cell: usize) -> Says {
    Says::new(format!("bảng {table}, dòng {row}, ô {cell}"), format!("table {table}, row {row}, cell {cell}"))
}

pub(super) fn in_paragraph(number: usize) -> Says {
    Says::new(format!("đoạn {number}"), format!("paragraph {number}"))
}

fn near(names: &[String], vi: &str, en: &str) -> (String, String) {
    if names.is_empty() {
        return (vi.to_owned(), en.to_owned());
    }
    let names = names.join("”, “");
    (format!(" Có phải là “{names}”?{vi}"), format!(" Did you mean “{names}”?{en}"))
}

/// What is the matter and what to do next.
pub(super) fn wrong(wrong: &Wrong, tag: &str) -> Says {
    match wrong {
        Wrong::NotWord => Says::new(
            "Tệp không phải văn bản Word (.docx). Hãy mở mẫu bằng Word, lưu thành .docx rồi chọn lại.",
            "The file is no Word document (.docx). Open the template in Word, save it as .docx and choose that file.",
        ),
        Wrong::OldWord => Says::new(
            "Tệp Word đời cũ (.doc) không dùng làm mẫu được. Hãy mở bằng Word, lưu thành .docx rồi chọn lại.",
            "An old Word document (.doc) cannot be a template. Open it in Word, save it as .docx and choose that file.",
        ),
        Wrong::Encrypted => Says::new(
            "Tệp đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi thử lại.",
            "The file is protected by a password. Open it, remove the password, save it and try again.",
        ),
        Wrong::Damaged => Says::new(
            "Tệp bị hỏng hoặc không đúng dạng của Word. Hãy mở bằng Word và lưu thành tệp .docx mới.",
            "The file is damaged or not as Word writes it. Open it in Word and save it as a new .docx.",
        ),
        Wrong::TooLarge => Says::new(
            "Tệp giải nén ra quá lớn (trên 50 MB), quá nhiều phần (trên 1.000) hoặc nén bất thường nên bị từ chối. Hãy bỏ bớt hình ảnh rồi lưu lại bằng Word.",
            "The file unpacks to more than 50 MB, has more than 1,000 parts or is packed suspiciously, and is refused. Remove pictures and save it again in Word.",
        ),
        Wrong::Macros => Says::new(
            "Mẫu có macro nên bị từ chối để bảo đảm an toàn. Hãy lưu thành .docx (không có macro) rồi thử lại.",
            "The template holds macros and is refused for safety. Save it as .docx without macros and try again.",
        ),
        Wrong::ExternalLink(target) => Says::new(
            format!(
                "Mẫu lấy nội dung từ nơi khác khi mở: “{target}”. Hãy gỡ liên kết (chèn hẳn hình vào văn bản; bỏ mẫu đính kèm ở Tệp > Tùy chọn > Phần bổ trợ > Mẫu) rồi lưu lại."
            ),
            format!(
                "The template fetches “{target}” when it is opened. Remove the link (insert pictures instead of linking them; detach the template under File > Options > Add-ins > Templates) and save again."
            ),
        ),
        Wrong::EmbeddedObject(name) => Says::new(
            format!(
                "Mẫu nhúng đối tượng của phần mềm khác: “{name}”. Hãy xóa đối tượng đó hoặc thay bằng hình ảnh."
            ),
            format!(
                "The template embeds an object of another program: “{name}”. Delete it or put a picture in its place."
            ),
        ),
        Wrong::DangerousField(name) => Says::new(
            format!(
                "Trường Word “{name}” lấy dữ liệu hoặc chạy lệnh từ bên ngoài nên bị từ chối. Hãy xóa trường này (Ctrl+Shift+F9 đổi trường thành chữ)."
            ),
            format!(
                "The Word field “{name}” fetches or runs something from outside and is refused. Delete it (Ctrl+Shift+F9 turns fields into text)."
            ),
        ),
        Wrong::TrackedChanges => Says::new(
            "Mẫu còn dấu theo dõi thay đổi (Track Changes). Hãy chấp nhận hoặc từ chối tất cả thay đổi, tắt theo dõi rồi lưu lại.",
            "The template holds tracked changes. Accept or reject all of them, turn tracking off and save again.",
        ),
        Wrong::PictureTooLarge { name, megapixels } => Says::new(
            format!(
                "Hình “{name}” có {megapixels} triệu điểm ảnh, quá lớn (tối đa 50 triệu). Hãy thu nhỏ hình: chọn hình, Định dạng > Nén ảnh, rồi lưu lại."
            ),
            format!(
                "The picture “{name}” has {megapixels} megapixels, more than 50. Make it smaller (select it, Format > Compress Pictures) and save again."
            ),
        ),
        Wrong::NoTags => Says::new(
            "Mẫu không có trường nào để điền. Hãy đặt trường vào chỗ cần điền, ví dụ {{ ho_ten }} hoặc trường trộn thư «ho_ten».",
            "The template has no field to fill in. Put fields where something is to be filled in: {{ ho_ten }} or the merge field «ho_ten».",
        ),
        Wrong::UnclosedTag => Says::new(
            format!(
                "Thẻ “{tag}” mở mà không đóng trong cùng một đoạn. Hãy thêm dấu đóng }}}} (hoặc %}}) vào đúng đoạn đó."
            ),
            format!(
                "The tag “{tag}” is opened and not closed in the same paragraph. Add }}}} (or %}}) in that paragraph."
            ),
        ),
        Wrong::UnclosedBlock => Says::new(
            format!("“{tag}” mở mà không có chỗ kết thúc. Hãy thêm {}.", closing(tag)),
            format!("“{tag}” is never closed. Add {}.", closing(tag)),
        ),
        Wrong::NothingOpen => Says::new(
            format!("“{tag}” kết thúc mà phía trước không mở gì. Hãy xóa thẻ này hoặc thêm thẻ mở trước nó."),
            format!("“{tag}” closes and nothing is open. Delete it or add the opening tag before it."),
        ),
        Wrong::WrongClose(open) => Says::new(
            format!("“{tag}” không khớp với thẻ đang mở “{open}”. Hãy kết thúc “{open}” trước."),
            format!("“{tag}” does not fit “{open}”, which is open. Close “{open}” first."),
        ),
        Wrong::Crossing => Says::new(
            format!(
                "“{tag}” mở ở một khung và kết thúc ở khung khác (ví dụ mở trong bảng, đóng ngoài bảng). Hãy đặt thẻ mở và thẻ đóng trong cùng một ô, cùng một bảng hoặc cùng ở ngoài bảng."
            ),
            format!(
                "“{tag}” begins in one frame and ends in another (in a table and outside it). Put both tags into one cell, one table, or both outside of tables."
            ),
        ),
        Wrong::NotAlone => Says::new(
            format!(
                "“{tag}” phải đứng một mình trong dòng bảng (thẻ tr) hoặc trong đoạn (thẻ p), vì cả dòng hoặc đoạn đó bị thay. Hãy đưa phần chữ còn lại sang dòng, đoạn khác."
            ),
            format!(
                "“{tag}” has to stand alone in its table row (tr) or paragraph (p), which it takes the place of. Move the other words to another row or paragraph."
            ),
        ),
        Wrong::UnknownTag(name) => Says::new(
            format!(
                "Không có lệnh “{name}” trong “{tag}”. Các lệnh dùng được: if, elif, else, endif, for, endfor."
            ),
            format!("“{name}” in “{tag}” is not known. What can be used: if, elif, else, endif, for, endfor."),
        ),
        Wrong::UnknownFilter(name, names) => {
            let (vi, en) = near(names, "", "");
            Says::new(
                format!(
                    "Không có cách viết “{name}” trong “{tag}”.{vi} Các cách viết: hoa, thuong, hoa_dau, ngay, ngay_chu, so, doc_so, bang_chu, mac_dinh(\"…\"), noi(\", \"), so_luong."
                ),
                format!(
                    "There is no filter “{name}” in “{tag}”.{en} Filters: upper, lower, title, capitalize, ngay, ngay_chu, so, doc_so, bang_chu, default(\"…\"), join(\", \"), length."
                ),
            )
        }
        Wrong::Unreadable(near) if near.is_empty() => Says::new(
            format!("Chưa viết hết thẻ “{tag}”. Ví dụ đúng: {{{{ ho_ten }}}}, {{% if so_luong > 1 %}}."),
            format!("The tag “{tag}” is not complete. Right: {{{{ ho_ten }}}}, {{% if so_luong > 1 %}}."),
        ),
        Wrong::Unreadable(near) => Says::new(
            format!(
                "Không hiểu thẻ “{tag}” từ chỗ “{near}”. Tên trường viết liền, ví dụ {{{{ ho_ten }}}}; chữ đặt trong ngoặc kép."
            ),
            format!(
                "The tag “{tag}” cannot be read from “{near}” on. Names have no spaces, {{{{ ho_ten }}}}; text stands in quotes."
            ),
        ),
        Wrong::UnknownField(name, names) => {
            let (vi, en) = near(names, "", "");
            Says::new(
                format!("Không có trường “{name}” (trong “{tag}”).{vi} Xem danh sách trường của loại văn bản này."),
                format!(
                    "There is no field “{name}” (in “{tag}”).{en} See the list of fields of this kind of document."
                ),
            )
        }
        Wrong::NotAList(name) => Says::new(
            format!(
                "“{name}” không phải danh sách nên không lặp được (trong “{tag}”). Hãy dùng {{{{ {name} }}}}, hoặc chọn trường danh sách."
            ),
            format!(
                "“{name}” is no list and cannot be repeated (in “{tag}”). Use {{{{ {name} }}}}, or a field that is a list."
            ),
        ),
        Wrong::NotPrintable(name) => Says::new(
            format!(
                "“{name}” là một danh sách hoặc một nhóm trường, không in thẳng được (trong “{tag}”). Hãy lặp bằng {{% for … in {name} %}} hoặc ghi rõ trường bên trong."
            ),
            format!(
                "“{name}” is a list or a group of fields and cannot be printed as one (in “{tag}”). Repeat it with {{% for … in {name} %}} or name a field in it."
            ),
        ),
        Wrong::FieldAroundField(name) => Says::new(
            format!(
                "Trường Word “{name}” bao quanh trường trộn thư; Word sẽ không cập nhật nó. Hãy thay bằng {{% if … %}} … {{% endif %}}."
            ),
            format!(
                "The Word field “{name}” stands around a merge field, and Word will not update it. Use {{% if … %}} … {{% endif %}} instead."
            ),
        ),
        Wrong::EmptyControl => Says::new(
            format!("Ô nội dung “{tag}” không có chữ nào để thay. Hãy gõ một chữ bất kỳ vào trong ô đó."),
            format!("The content control “{tag}” holds no text to take the place of. Type something into it."),
        ),
        Wrong::Missing(name) => Says::new(
            format!(
                "Dữ liệu không có “{name}” (cần cho “{tag}”). Hãy thêm cột hoặc trường này vào dữ liệu, hoặc viết {{{{ {name} | mac_dinh(\"\") }}}}."
            ),
            format!(
                "The data has no “{name}” (needed by “{tag}”). Add it to the data, or write {{{{ {name} | default(\"\") }}}}."
            ),
        ),
        Wrong::TooMuch => Says::new(
            "Văn bản tạo ra quá lớn (lặp quá nhiều lần). Hãy bớt danh sách lồng nhau hoặc chia thành nhiều văn bản.",
            "The document would be too large (repeated too often). Use fewer nested lists or make several documents.",
        ),
    }
}

/// The tag that closes an opening tag.
fn closing(tag: &str) -> String {
    let tag = tag.trim();
    if let Some(list) = tag.split("TableStart:").nth(1) {
        return format!("«TableEnd:{}»", list.trim_matches(['»', ' ', '"', '}']));
    }
    let inside = tag.trim_start_matches("{%").trim_start_matches('-').trim_start();
    let level = ["tr ", "tc ", "p ", "r "].into_iter().find(|level| tag.starts_with(&format!("{{%{level}")));
    let inside = level.map_or(inside, |level| inside.strip_prefix(level.trim()).unwrap_or(inside).trim_start());
    let word = if inside.starts_with("for") { "endfor" } else { "endif" };
    format!("{{%{}{word} %}}", level.unwrap_or(" "))
}

/// The list of fields as a workbook: its title, before the name of the form.
pub(super) const FIELDS_OF: &str = "Trường dùng trong mẫu Word";
/// Its columns.
pub(super) const FIELD_COLUMNS: [&str; 5] = ["Tên trường", "Nội dung", "Loại", "Giá trị mẫu", "Cách ghi trong mẫu"];

pub(super) fn kind(kind: super::fields::Kind) -> &'static str {
    use super::fields::Kind;
    match kind {
        Kind::Text => "chữ",
        Kind::Number => "số",
        Kind::Money => "tiền",
        Kind::Date => "ngày",
        Kind::Flag => "có/không",
        Kind::List => "danh sách",
        Kind::Group => "nhóm trường",
    }
}
