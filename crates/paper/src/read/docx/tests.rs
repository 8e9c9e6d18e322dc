//! Word documents, packed by hand so that each says just what is asked of the reader.

use crate::read::{LIMIT_BYTES, ReadNote, ReadProblem, read_bytes};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {NAMES}><w:body>{body}</w:body></w:document>")
}

fn lines(body: &str) -> Vec<String> {
    let file = packed(&[("word/document.xml", document(body).as_bytes())]);
    read_bytes(&file).expect("a document").lines
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_breaks_and_entities_become_lines() {
    let body = [
        paragraph("KẾ HOẠCH"),
        "<w:p><w:r><w:t>Thi đua &amp; khen thưởng</w:t><w:br/><w:t>năm 2026 &#8211; đợt 1</w:t></w:r></w:p>"
            .to_owned(),
    ];
    assert_eq!(lines(&body.concat()), ["KẾ HOẠCH", "Thi đua & khen thưởng", "năm 2026 – đợt 1"]);
}

#[test]
fn a_word_cut_into_runs_is_one_word_and_deleted_words_are_gone() {
    let body = "<w:p><w:r><w:t>Phong </w:t></w:r><w:r><w:t>trà</w:t></w:r><w:r><w:t>o </w:t></w:r>\
        <w:del><w:r><w:delText>cũ </w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>";
    assert_eq!(lines(body), ["Phong trào mới"]);
}

#[test]
fn raised_figures_are_powers_or_notes() {
    let raised =
        |text: &str| format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{text}</w:t></w:r>");
    let body =
        format!("<w:p><w:r><w:t>120 m</w:t></w:r>{}<w:r><w:t> sân</w:t></w:r>{}</w:p>", raised("2"), raised("14"));
    assert_eq!(lines(&body), ["120 m² sân"]);
}

#[test]
fn numbers_of_a_list_are_written_out() {
    let numbering = format!(
        "<w:numbering {NAMES}><w:abstractNum w:abstractNumId=\"0\">\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
         <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>\
         <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let item = |level: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
             <w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body: String = [(0, "Mục đích"), (1, "Một"), (2, "Ý"), (1, "Hai"), (0, "Nội dung"), (1, "Lại một")]
        .map(|(level, text)| item(level, text))
        .concat();
    let file =
        packed(&[("word/document.xml", document(&body).as_bytes()), ("word/numbering.xml", numbering.as_bytes())]);
    let read = read_bytes(&file).expect("a document").lines;
    assert_eq!(read, ["I. Mục đích", "1. Một", "- Ý", "2. Hai", "II. Nội dung", "1. Lại một"]);
}

#[test]
fn the_rows_of_a_table_keep_their_cells_apart() {
    let row = |cells: [&str; 3]| {
        let cells: String = cells.map(|text| format!("<w:tc>{}</w:tc>", paragraph(text))).concat();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = [row(["TT", "Chỉ tiêu", "Kế hoạch"]), row(["1", "Trồng rừng (ha)", "25"])].concat();
    let read = lines(&format!("{}<w:tbl>{table}</w:tbl>{}", paragraph("Phụ lục"), paragraph("Hết")));
    assert!(read.iter().any(|line| line.contains("Trồng rừng (ha)") && line.contains('|') && line.contains("25")));
    assert_eq!((read.first().map(String::as_str), read.last().map(String::as_str)), (Some("Phụ lục"), Some("Hết")));
}

#[test]
fn runs_typed_in_a_font_of_before_unicode_are_converted() {
    let run = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>KÕ ho¹ch thi ®ua</w:t></w:r>\
        <w:r><w:t> năm 2012</w:t></w:r></w:p>";
    let file = packed(&[("word/document.xml", document(run).as_bytes())]);
    let read = read_bytes(&file).expect("a document");
    assert_eq!(read.lines, ["Kế hoạch thi đua năm 2012"]);
    assert!(matches!(read.notes.as_slice(), [ReadNote::Legacy(_)]));
}

#[test]
fn what_could_harm_is_refused_with_its_reason() {
    let good = document(&paragraph("Kế hoạch"));
    let entities = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>{}",
        document(&paragraph("&b;")).trim_start_matches("<?xml version=\"1.0\"?>")
    );
    let deep = document(&"<w:tbl><w:tr><w:tc>".repeat(5_000));
    let huge = document(&paragraph(&" ".repeat(30 * 1024 * 1024)));
    let many: Vec<(String, Vec<u8>)> = (0..2_500).map(|i| (format!("word/media/{i}.png"), Vec::new())).collect();
    let mut many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    many.push(("word/document.xml", good.as_bytes()));
    let rows = [
        (packed(&[("word/document.xml", good.as_bytes()), ("word/vbaProject.bin", b"x")]), ReadProblem::Macros),
        (packed(&[("word/document.xml", entities.as_bytes())]), ReadProblem::Entities),
        (packed(&[("word/document.xml", deep.as_bytes())]), ReadProblem::Bomb),
        (packed(&[("word/document.xml", huge.as_bytes())]), ReadProblem::Bomb),
        (packed(&many), ReadProblem::Bomb),
        (packed(&[("word/document.xml", b"\xff\xfe\x00")]), ReadProblem::Empty),
        (packed(&[("word/document.xml", b"<w:document><w:body></w:p></w:body>")]), ReadProblem::Broken),
    ];
    for (file, problem) in rows {
        assert!(file.len() < LIMIT_BYTES);
        assert_eq!(read_bytes(&file).map(|read| read.lines.len()), Err(problem));
    }
}

#[test]
fn a_document_cut_off_anywhere_is_refused_and_never_read_in_half() {
    let body: String = (0..40).map(|i| paragraph(&format!("Chỉ tiêu {i}: đạt {} ha", i * 7))).collect();
    let whole = packed(&[("word/document.xml", document(&body).as_bytes())]);
    assert_eq!(read_bytes(&whole).map(|read| read.lines.len()), Ok(40));
    for cut in (4..whole.len()).step_by(37) {
        assert!(read_bytes(&whole[..cut]).is_err(), "cut at {cut} of {}", whole.len());
    }
}
