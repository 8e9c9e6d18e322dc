//! Whatever the bytes are, reading ends with a template or with what is wrong.

use super::*;
use proptest::prelude::*;

fn sample() -> Vec<u8> {
    let rows = table(&["STT|Tên", "{%tr for d in ds %}|", "{{ d.v | so }}|«ten»", "{%tr endfor %}|"]);
    let field = "<w:p><w:fldSimple w:instr=\"MERGEFIELD a\"><w:r><w:t>«a»</w:t></w:r></w:fldSimple></w:p>";
    package(&format!("{}{rows}{field}", paragraph("{% if a %}{{ b }}{% else %}c{% endif %}")), &[])
}

fn try_all(bytes: &[u8]) {
    match Template::read(bytes) {
        Ok(template) => {
            let _ = template.fill(&value(r#"{"a":1,"b":2,"ten":3,"ds":[{"v":1}]}"#));
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
}

#[test]
fn template_cut_off_anywhere_is_refused_and_never_panics() {
    let bytes = sample();
    for end in 0..bytes.len() {
        try_all(&bytes[..end]);
    }
}

#[test]
fn template_parts_cut_off_anywhere_are_refused_and_never_panic() {
    let whole = part(&sample(), "word/document.xml");
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let bytes = package("", &[("word/document.xml", &whole.as_bytes()[..end])]);
        assert!(Template::read(&bytes).is_err(), "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn template_with_bytes_changed_never_panics(at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = sample();
        for (at, byte) in at {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        try_all(&bytes);
    }

    #[test]
    fn template_with_pieces_of_xml_in_any_order_never_panics(pieces in prop::collection::vec(0..16usize, 0..14)) {
        const PIECES: [&str; 16] = [
            "<w:p><w:r><w:t>{% for x in ds %}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{% endfor %}</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>{%p if a %}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>",
            "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "</w:tc><w:tc>", "</w:tc></w:tr><w:tr><w:tc>",
            "<w:p><w:r><w:t>{%tr for x in ds %}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>", "<w:p><w:r><w:t>«TableStart:ds»</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>«TableEnd:ds»</w:t></w:r></w:p>", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>",
            "<w:p><w:r><w:instrText>MERGEFIELD a</w:instrText></w:r></w:p>", "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        ];
        let body: String = pieces.iter().map(|at| PIECES[*at]).collect();
        if let Ok(template) = Template::read(&package(&body, &[])) {
            for json in [r#"{"a":1,"ds":[1,2]}"#, r#"{"a":0,"ds":[]}"#] {
                // what was read can be filled, and what is written is well-formed
                part(&template.fill(&value(json)).expect("filled"), "word/document.xml");
            }
        }
    }
}
