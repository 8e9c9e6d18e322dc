//! Whether what was written keeps to Nghị định 30/2020/NĐ-CP, Phụ lục I: the produced files are measured, not the code.

mod docx;
mod pdf;
mod reader;

use crate::forms::all;
use crate::write::OfficialDocument;
use crate::write::sheet::Sheet;

/// A stretch of text as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Size in tenths of a point.
    pub(super) size: u32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Where it stands: the line of a page, or the paragraph of a part.
    pub(super) at: usize,
}

/// Which occurrence of a text is meant.
#[derive(Clone, Copy)]
enum Which {
    First,
    Last,
}

/// What a component must look like.
struct Component {
    name: &'static str,
    text: String,
    which: Which,
    /// Points, from and to.
    size: (u32, u32),
    bold: bool,
    italic: bool,
    capitals: bool,
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The pieces that make up a text, however it is broken into lines.
fn pieces_of<'a>(pieces: &'a [Piece], text: &str, which: Which) -> Vec<&'a Piece> {
    let mut all = String::new();
    let mut ends = Vec::new();
    for piece in pieces {
        all.push_str(&letters(&piece.text));
        ends.push(all.len());
    }
    let wanted = letters(text);
    let found = match which {
        Which::First => all.find(&wanted),
        Which::Last => all.rfind(&wanted),
    };
    let Some(from) = found.filter(|_| !wanted.is_empty()) else { return Vec::new() };
    let to = from + wanted.len();
    let inside = |index: &usize| {
        let begin = if *index == 0 { 0 } else { ends[index - 1] };
        begin < to && ends[*index] > from && ends[*index] > begin
    };
    (0..pieces.len()).filter(inside).map(|index| &pieces[index]).collect()
}

/// Every example of every form, laid out.
fn examples() -> impl Iterator<Item = (String, OfficialDocument, Sheet)> {
    all().iter().flat_map(|form| {
        form.examples.iter().map(move |one| {
            let document = (one.fill)().document;
            let sheet = Sheet::of(&document).expect("laid out");
            (format!("{}/{}", form.code, one.name), document, sheet)
        })
    })
}

/// The components of Phụ lục I that the document has.
fn components(sheet: &Sheet) -> Vec<Component> {
    let mut found = Vec::new();
    let mut add = |name, text: &str, which, size, face: (bool, bool, bool)| {
        if !text.is_empty() {
            let (bold, italic, capitals) = face;
            found.push(Component { name, text: text.into(), which, size, bold, italic, capitals });
        }
    };
    use Which::{First, Last};
    add("Quốc hiệu", sheet.national_name, First, (12, 13), (true, false, true));
    add("Tiêu ngữ", sheet.motto, First, (13, 14), (true, false, false));
    add(
        "cơ quan chủ quản",
        sheet.parent_authority.as_deref().unwrap_or_default(),
        First,
        (12, 13),
        (false, false, true),
    );
    if sheet.parent_authority.as_deref() != Some(sheet.issuer.as_str()) {
        let under = if sheet.parent_authority.as_deref().is_some_and(|parent| parent.contains(&sheet.issuer)) {
            Last
        } else {
            First
        };
        if matches!(under, First) {
            add("cơ quan ban hành", &sheet.issuer, under, (12, 13), (true, false, true));
        }
    }
    add("số, ký hiệu", sheet.number_line.as_deref().unwrap_or_default(), First, (13, 13), (false, false, false));
    add("địa danh, ngày", &sheet.place_date_line, First, (13, 14), (false, true, false));
    if sheet.kind.is_empty() {
        add("trích yếu công văn", &sheet.subject, First, (12, 13), (false, false, false));
    } else {
        let title = format!("{}{}", sheet.kind, sheet.subject);
        add("tên loại, trích yếu", &title, First, (13, 14), (true, false, false));
    }
    if let Some(first) = sheet.addressees.first() {
        add("Kính gửi", &format!("{}{first}", sheet.addressee_label), First, (13, 14), (false, false, false));
    }
    let signature = &sheet.signature;
    let signed = [signature.authority_form.as_deref(), Some(signature.post.as_str())];
    signed.into_iter().flatten().for_each(|line| add("chức vụ", line, Last, (13, 14), (true, false, true)));
    add("họ tên người ký", signature.name.as_deref().unwrap_or_default(), Last, (13, 14), (true, false, false));
    if let Some(beside) = &sheet.co_signature {
        add("bên ký trái", &beside.party, Last, (13, 14), (true, false, true));
    }
    if !sheet.recipients.is_empty() {
        add("Nơi nhận", sheet.recipients_label, Last, (12, 12), (true, true, false));
        let list: String = sheet.recipients.concat();
        add("danh sách nơi nhận", &list, Last, (11, 11), (false, false, false));
    }
    found
}

/// Every component of the document has its size and face.
fn check_components(name: &str, sheet: &Sheet, pieces: &[Piece]) {
    for one in components(sheet) {
        let found = pieces_of(pieces, &one.text, one.which);
        assert!(!found.is_empty(), "{name}: {} “{}” is not found", one.name, one.text);
        for piece in found {
            let (least, most) = (one.size.0 * 10, one.size.1 * 10);
            assert!((least..=most).contains(&piece.size), "{name}: {} is {piece:?}", one.name);
            assert_eq!((piece.bold, piece.italic), (one.bold, one.italic), "{name}: {} is {piece:?}", one.name);
            assert!(!one.capitals || piece.text.to_uppercase() == piece.text, "{name}: {} is {piece:?}", one.name);
        }
    }
}

/// Bases are italic, running text upright, both of 13 to 14.
fn check_text(name: &str, sheet: &Sheet, pieces: &[Piece]) {
    use crate::write::document::Block;
    for block in &sheet.body {
        let (text, italic) = match block {
            Block::Basis { text } => (text.clone(), true),
            Block::Item { text } => (text.clone(), false),
            Block::Paragraph { runs } if runs.iter().all(|run| !run.bold && !run.italic) => {
                (runs.iter().map(|run| run.text.as_str()).collect(), false)
            }
            _ => continue,
        };
        for piece in pieces_of(pieces, &text, Which::First) {
            assert!((130..=140).contains(&piece.size), "{name}: text is {piece:?}");
            assert_eq!((piece.italic, piece.bold), (italic, false), "{name}: text is {piece:?}");
        }
    }
}
