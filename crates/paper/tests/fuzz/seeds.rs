//! What the inputs grow from: the samples, and files that this product writes.

use std::io::{Cursor, Write};
use std::path::Path;
use thidua_paper::forms::launch_plan::{document, example};
use thidua_paper::write::{to_docx, to_pdf};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Pieces of Office documents.
pub const XML_WORDS: &[&[u8]] = &[
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl><w:tr><w:tc>",
    b"</w:tc></w:tr></w:tbl>",
    b"<w:numId w:val=\"1\"/>",
    b"<w:ilvl w:val=\"8\"/>",
    b"<w:lvlText w:val=\"%1.%2.%9\"/>",
    b"<w:start w:val=\"4294967295\"/>",
    b"<w:br/>",
    b"<w:rFonts w:ascii=\".VnTimeH\"/>",
    b"<w:vertAlign w:val=\"superscript\"/>",
    b"&#x110000;",
    b"&lt;",
    b"<![CDATA[",
    b"<!DOCTYPE",
    b"<!--",
];

/// Pieces of PDF files.
pub const PDF_WORDS: &[&[u8]] = &[
    b"1 0 obj",
    b"endobj",
    b"stream\n",
    b"endstream",
    b"/Filter /FlateDecode",
    b"/Filter [/ASCIIHexDecode /FlateDecode]",
    b"/LZWDecode",
    b"/Kids [2 0 R 2 0 R]",
    b"/Parent 3 0 R",
    b"/Length 999999999",
    b"BT /F 12 Tf 0 0 Td (x) Tj ET",
    b"/X Do",
    b"q 1 0 0 1 0 0 cm Q",
    b"/MediaBox [0 0 1e30 1e30]",
    b"<<",
    b">>",
    b"startxref\n0\n",
];

/// Pieces of plans and reports.
pub const PLAN_WORDS: &[&[u8]] = &[
    "\n- ".as_bytes(),
    "\n(1) ".as_bytes(),
    "\nII. CHỈ TIÊU\n".as_bytes(),
    " trong đó ".as_bytes(),
    " đạt 100% trở lên".as_bytes(),
    " từ 1 đến 2 ".as_bytes(),
    " giảm còn 7,16% ".as_bytes(),
    " 53,5/52 ha, đạt 102,9% kế hoạch ".as_bytes(),
    " 16 tỷ 434 triệu đồng ".as_bytes(),
    " trước ngày 31/02/2024 ".as_bytes(),
    " từ ngày 01/01/0000 đến ngày 99/99/9999 ".as_bytes(),
    " 999.999.999.999.999.999,9999 % ".as_bytes(),
    "Căn cứ Luật số 1/1/QH; ".as_bytes(),
    " | ".as_bytes(),
    "\t".as_bytes(),
    "“".as_bytes(),
    "\u{301}".as_bytes(),
    "\n\n\n".as_bytes(),
];

/// The texts of a folder of `samples/reading`, with the five plans among the plans.
pub fn texts(kind: &str) -> Vec<Vec<u8>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut folders = vec![samples.join("reading").join(kind)];
    if kind == "plans" {
        folders.push(samples.join("plans"));
    }
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("samples"))
        .map(|entry| entry.expect("a sample").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).expect("a sample")).collect()
}

/// A plan in the encodings that texts come in.
pub fn encodings() -> Vec<Vec<u8>> {
    let text = "KẾ HOẠCH\r\nPhát động phong trào thi đua năm 2026\n- Tỷ lệ hộ nghèo giảm 0,5%.\n";
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    vec![
        text.as_bytes().to_vec(),
        wide,
        b"K\xca\xec HOA\xf2CH n\xe3m 2022, phong tr\xe0o thi \xf0ua".to_vec(),
        b"K\xd5 ho\xb9ch ph\xb8t \xae\xe9ng phong tr\xb5o thi \xaeua th\xf9c hi\xd6n th\xbe\xb3ng l\xeei".to_vec(),
        "Keá hoaïch phaùt ñoäng phong traøo thi ñua thöïc hieän thaéng lôïi".as_bytes().to_vec(),
    ]
}

/// Word packages, and bodies that the target packs itself.
pub fn word() -> Vec<Vec<u8>> {
    let whole = to_docx(&document(&example())).expect("written");
    let mut package = zip::ZipArchive::new(Cursor::new(whole.clone())).expect("a package");
    let mut body = Vec::new();
    let mut part = package.by_name("word/document.xml").expect("a body");
    std::io::copy(&mut part, &mut body).expect("unpacked");
    vec![whole, body]
}

/// A package around a body, its list definitions the body itself: one input damages both.
pub fn packed(body: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for name in ["word/document.xml", "word/numbering.xml", "word/styles.xml"] {
        zip.start_file(name, plain).expect("a part");
        zip.write_all(body).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

/// A printed plan, and one page that is not packed, whose parts a change can reach.
pub fn pdf() -> Vec<Vec<u8>> {
    let plain = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] \
/Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font \
<< /F 5 0 R >> /XObject << /X 6 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 120 >>\nstream\nBT /F 12 Tf 72 700 Td (Ke hoach) \
Tj 0 -14 Td [(thi) -200 (dua)] TJ ET\n72 690 200 0.5 re f\n72 650 m 272 650 l S\n/X Do\nendstream\nendobj\n5 0 obj\n<< /Type \
/Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n6 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] \
/Length 10 >>\nstream\nq 1 w Q\nendstream\nendobj\ntrailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n";
    vec![plain.to_vec(), plain.to_vec(), to_pdf(&document(&example())).expect("printed")]
}
