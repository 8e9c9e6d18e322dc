//! Templates as Word writes them: runs cut anywhere, fields in pieces, controls, headers, text boxes.

use super::*;

#[test]
fn template_tags_that_word_cut_into_runs_are_one() {
    let body = "<w:p w:rsidR=\"00A\"><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:proofErr w:type=\"spellStart\"/>\
        <w:r w:rsidRPr=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Tên: {</w:t></w:r>\
        <w:r><w:t>{ ho</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>\
        <w:r><w:rPr><w:i/></w:rPr><w:t>_ten | default(“</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>\
        <w:r><w:lastRenderedPageBreak/><w:t>…”) }</w:t></w:r><w:r><w:t>} ở</w:t></w:r></w:p>";
    let xml = super::body(&read(body), r#"{"ho_ten":" An"}"#);
    assert_eq!(lines(&xml), ["Tên:  An ở"]);
    assert!(xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Tên:  An</w:t>"), "{xml}");
    assert!(xml.contains("<w:proofErr") && xml.contains("_GoBack"), "what is between stays: {xml}");
}

#[test]
fn template_signs_that_word_changes_are_understood() {
    let body = paragraph("{{ a | default(“x”) }}{% if b == ‘y’ %}\u{a0}1{% endif %}{% if n >= 2 %}2{% endif %}");
    assert_eq!(said(&body, r#"{"a":"","b":"y","n":3}"#), ["x\u{a0}12"]);
    let nonbreaking = paragraph("{{\u{a0}a\u{a0}}}");
    assert_eq!(said(&nonbreaking, r#"{"a":"x"}"#), ["x"]);
}

const COMPLEX: &str = "<w:p><w:r><w:t xml:space=\"preserve\">Ông </w:t></w:r>\
    <w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:rPr><w:b/></w:rPr><w:instrText xml:space=\"preserve\"> MERGE</w:instrText></w:r>\
    <w:r><w:instrText>FIELD \"Họ_tên\" \\* Upper  \\* MERGEFORMAT </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
    <w:r><w:rPr><w:i/></w:rPr><w:t>«Họ_</w:t></w:r><w:r><w:t>tên»</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";

#[test]
fn template_merge_fields_in_pieces_are_filled_in_the_looks_of_their_result() {
    let xml = body(&read(COMPLEX), r#"{"ho_ten":"Lê An"}"#);
    assert_eq!(lines(&xml), ["Ông LÊ AN."]);
    assert!(xml.contains("<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">LÊ AN</w:t></w:r>"), "{xml}");
    assert!(!xml.contains("fldChar") && !xml.contains("instrText"), "{xml}");
}

#[test]
fn template_simple_merge_fields_take_their_switches() {
    let field = |instruction: &str| {
        let instruction = instruction.replace('"', "&quot;");
        format!(
            "<w:p><w:fldSimple w:instr=\" {instruction} \"><w:r><w:rPr><w:b/></w:rPr><w:t>«x»</w:t></w:r></w:fldSimple></w:p>"
        )
    };
    for (instruction, json, written) in [
        ("MERGEFIELD ho_ten", r#"{"ho_ten":"An"}"#, "An"),
        ("mergefield ho_ten \\* FirstCap", r#"{"ho_ten":"an"}"#, "An"),
        ("MERGEFIELD ngay \\@ \"dd/MM/yyyy\"", r#"{"ngay":"2022-03-07"}"#, "07/03/2022"),
        ("MERGEFIELD ngay \\@ \"'ngày' d 'tháng' M\"", r#"{"ngay":"2022-03-07"}"#, "ngày 7 tháng 3"),
        ("MERGEFIELD so \\# \"#.##0\"", r#"{"so":1234567}"#, "1.234.567"),
        ("MERGEFIELD t \\b \"Ông \" \\f \",\"", r#"{"t":"An"}"#, "Ông An,"),
        ("MERGEFIELD t \\b \"Ông \" \\f \",\"", r#"{"t":""}"#, ""),
        ("MERGEFIELD don_vi.ten \\* MERGEFORMAT", r#"{"don_vi":{"ten":"Thôn 1"}}"#, "Thôn 1"),
    ] {
        assert_eq!(said(&field(instruction), json), [written], "{instruction}");
    }
}

#[test]
fn template_fields_of_word_that_count_pages_stay() {
    let page = "<w:p><w:r><w:t>{{ a }}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let xml = body(&read(page), r#"{"a":"x"}"#);
    assert!(xml.contains("PAGE") && xml.matches("<w:fldChar").count() == 3, "{xml}");
}

#[test]
fn template_fields_of_word_around_merge_fields_are_told() {
    let around = COMPLEX.replace(
        "<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
    );
    let around = around.replace(
        "<w:r><w:t>.</w:t></w:r>",
        "<w:r><w:instrText> = \"x\" \"a\" \"b\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    );
    assert_eq!(numbers(&problems(&around)), ["TPL-033"]);
}

#[test]
fn template_quotations_are_no_fields() {
    let body = paragraph("Phong trào «Dân vận khéo», «Sạch» và «ho_ten»");
    assert_eq!(said(&body, r#"{"ho_ten":"An"}"#), ["Phong trào «Dân vận khéo», «Sạch» và An"]);
}

#[test]
fn template_content_controls_are_filled_by_their_tag() {
    let body = "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"Họ tên\"/><w:tag w:val=\"ho_ten\"/><w:id w:val=\"5\"/><w:showingPlcHdr/>\
        <w:dataBinding w:xpath=\"/x\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>\
        <w:t>Bấm </w:t></w:r><w:r><w:t>vào đây</w:t></w:r></w:sdtContent></w:sdt></w:p>\
        <w:sdt><w:sdtPr><w:docPartObj/><w:tag w:val=\"muc_luc\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Mục lục</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    let xml = super::body(&read(body), r#"{"ho_ten":"An"}"#);
    assert_eq!(lines(&xml), ["An", "Mục lục"]);
    for gone in ["Placeholder", "showingPlcHdr", "dataBinding"] {
        assert!(!xml.contains(gone), "{gone}: {xml}");
    }
    let empty = body.replace("<w:t>Bấm </w:t>", "").replace("<w:t>vào đây</w:t>", "");
    assert_eq!(numbers(&problems(&empty)), ["TPL-034"]);
}

#[test]
fn template_repeating_sections_are_loops() {
    let item = |text: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:id w:val=\"9\"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent><w:tr><w:tc><w:p><w:sdt><w:sdtPr>\
            <w:tag w:val=\"ho_ten\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:tr>\
            </w:sdtContent></w:sdt>"
        )
    };
    let body = format!(
        "<w:tbl><w:sdt><w:sdtPr><w:tag w:val=\"danh_sach\"/><w15:repeatingSection/></w:sdtPr><w:sdtContent>{}{}</w:sdtContent></w:sdt></w:tbl>",
        item("một"),
        item("hai")
    );
    let xml = super::body(&read(&body), r#"{"danh_sach":[{"ho_ten":"A"},{"ho_ten":"B"},{"ho_ten":"C"}]}"#);
    assert_eq!(lines(&xml), ["A", "B", "C"]);
    assert!(!xml.contains("w:id"), "{xml}");
}

#[test]
fn template_headers_footers_notes_and_text_boxes_are_filled() {
    let part = |name: &str, text: &str| format!("<w:{name} {NAMES}>{}</w:{name}>", paragraph(text));
    let (header, footer, notes) =
        (part("hdr", "Đầu {{ a }}"), part("ftr", "«a»"), part("footnotes", "{% if a %}ghi{% endif %}"));
    let text_box = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}\
        </w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ngoài {{{{ a }}}}</w:t></w:r></w:p>",
        paragraph("hộp {{ a }}")
    );
    let others = [
        ("word/header2.xml", header.as_bytes()),
        ("word/footer1.xml", footer.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
        ("word/styles.xml", b"<w:styles xmlns:w=\"w\">{{ a }}</w:styles>"),
    ];
    let template = Template::read(&package(&text_box, &others)).expect("read");
    let filled = template.fill(&value(r#"{"a":"<1>"}"#)).expect("filled");
    assert_eq!(lines(&super::part(&filled, "word/header2.xml")), ["Đầu <1>"]);
    assert_eq!(lines(&super::part(&filled, "word/footer1.xml")), ["<1>"]);
    assert_eq!(lines(&super::part(&filled, "word/footnotes.xml")), ["ghi"]);
    assert!(super::part(&filled, "word/styles.xml").contains("{{ a }}"), "other parts are copied");
    let body = super::part(&filled, "word/document.xml");
    assert_eq!(body.matches("hộp &lt;1&gt;").count(), 2, "{body}");
    assert!(body.contains("ngoài &lt;1&gt;"), "{body}");
}
