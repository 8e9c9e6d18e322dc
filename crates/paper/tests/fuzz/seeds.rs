//! What the inputs grow from: the samples, and files that this product writes.

use std::io::{Cursor, Write};
use std::path::Path;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_paper::forms::launch_plan::{document, example};
use thidua_paper::seal::Seal;
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

/// A signed document; its signatures are invented.
pub const SIGNED: &[u8] = include_bytes!("../../src/signature/tests/invented/signed.pdf");

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
    b"/Kids [96 0 R]",
    b"/ByteRange [0 1 2 3]",
    b"/Contents <30803080>",
    b"/FT/Sig",
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

/// Pieces of workbooks.
pub const SHEET_WORDS: &[&[u8]] = &[
    b"<row r=\"1048576\">",
    b"<row>",
    b"</row>",
    b"<c r=\"XFD1\" t=\"s\"><v>0</v></c>",
    b"<c r=\"ZZZZZZZZ9\" s=\"99999999\"><v>1e400</v></c>",
    b"<c t=\"inlineStr\"><is><t>",
    b"</t></is></c>",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"<mergeCells>",
    b"<v>44627</v>",
    b"<v>-1</v>",
    b"<v>99999999999999999999999999999999</v>",
    b"t=\"e\"",
    b"t=\"b\"",
    b"date1904=\"1\"",
    b"_x0000_",
    b"_x",
    b"&#x110000;",
    b"<![CDATA[",
    b"<!--",
    b"<rPh>",
    b"<si>",
    b"hmac-sha256 ",
    "Họ và tên".as_bytes(),
    "Tổng cộng".as_bytes(),
    "ngày 7 tháng 3 năm 2022".as_bytes(),
    b"#N/A",
    b";",
    b"\"",
    b"sep=|\n",
    b"=\"007\"",
];

/// Workbooks, the rows of their sheets, and separated text.
pub fn lists() -> Vec<Vec<u8>> {
    let columns = list_columns();
    let book = thidua_paper::write::xlsx::ListBook {
        authority: "Xã Lơ Ku",
        title: "Danh sách",
        date: chrono::NaiveDate::from_ymd_opt(2026, 3, 7).expect("a day"),
        columns: &columns,
        numbered: true,
        spare_rows: 2,
        seal: Some(&list_seal()),
        version: 7,
    };
    let row = [
        Cell::text("Trần Thị Diệu"),
        Cell::Year(1985),
        Cell::Choice("a".into()),
        Cell::Amount(Amount::whole(12)),
        Cell::Whole(3),
        Cell::YesNo(true),
    ];
    let ties = [Tie::new("id-1", 1), Tie::new("id-2", 4)];
    let whole = thidua_paper::write::xlsx::list_to_xlsx(&book, ties.iter().map(|tie| (Some(tie), row.as_slice())))
        .expect("written");
    let mut package = zip::ZipArchive::new(Cursor::new(whole.clone())).expect("a package");
    let mut part = |name: &str| {
        let mut content = Vec::new();
        std::io::copy(&mut package.by_name(name).expect("a part"), &mut content).expect("unpacked");
        content
    };
    let (list, signed, styles) =
        (part("xl/worksheets/sheet1.xml"), part("xl/worksheets/sheet3.xml"), part("xl/styles.xml"));
    let text = "DANH SÁCH;;\nSTT;Họ và tên;Ngày sinh;Danh hiệu;Điểm;Số năm;Đảng viên\n1;\"Trần \"\"Út\"\" Diệu\";7/3/1985;LĐTT;1.234,5;3;x\nCộng;;;;9\n";
    vec![whole, list, signed, styles, text.as_bytes().to_vec()]
}

/// The columns that lists are read with.
pub fn list_columns() -> Vec<Column> {
    vec![
        Column::new("name", "Họ và tên", Kind::Text).required().naming(),
        Column::new("birth", "Ngày sinh", Kind::Date { year_alone: true }).naming(),
        Column::new(
            "title",
            "Danh hiệu",
            Kind::Choice(vec![Choice::new("a", "Lao động tiên tiến").also(["LĐTT"])]),
        ),
        Column::new("points", "Điểm", Kind::Amount(Expectation::Percent)),
        Column::new("years", "Số năm", Kind::Whole),
        Column::new("party", "Đảng viên", Kind::YesNo),
    ]
}

/// What the rows of lists are tied with.
pub fn list_seal() -> Seal {
    Seal::new(b"key", "people", "unit")
}

/// A workbook around a part that stands for each of its parts: one input damages all of them.
pub fn packed_workbook(body: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let outline = br#"<workbook><workbookPr/><sheets><sheet name="DS" r:id="a"/><sheet name="_thidua" state="veryHidden" r:id="a"/></sheets></workbook>"#;
    let links = br#"<Relationships><Relationship Id="a" Type="/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="/sharedStrings" Target="strings.xml"/><Relationship Id="c" Type="/styles" Target="styles.xml"/></Relationships>"#;
    let parts: [(&str, &[u8]); 5] = [
        ("xl/workbook.xml", outline),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/sheet.xml", body),
        ("xl/strings.xml", body),
        ("xl/styles.xml", body),
    ];
    for (name, content) in parts {
        zip.start_file(name, plain).expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}
