//! What is wrong with a template is named, with its place and what to do next.

use super::*;
use crate::template::Wrong;

#[test]
fn template_tags_that_do_not_fit_are_all_named() {
    for (text, number) in [
        ("{{ a", "TPL-020"),
        ("{{ a {{ b }}", "TPL-020"),
        ("ho_ten }}", "TPL-022"),
        ("{{ a }} if b %}", "TPL-022"),
        ("{% if a %}x", "TPL-021"),
        ("{% for x in a %}x", "TPL-021"),
        ("«TableStart:ds» x", "TPL-021"),
        ("x{% endif %}", "TPL-022"),
        ("{% else %}", "TPL-022"),
        ("«TableEnd:ds»", "TPL-022"),
        ("{% if a %}{% endfor %}", "TPL-023"),
        ("«TableStart:ds»«TableEnd:khac»", "TPL-023"),
        ("{% set a = 1 %}", "TPL-026"),
        ("{% include 'x' %}", "TPL-026"),
        ("{{ a | viet_hoa_x }}", "TPL-027"),
        ("{{ }}", "TPL-028"),
        ("{{ a b }}", "TPL-028"),
        ("{{ a + 1 }}", "TPL-028"),
        ("{{ a.__class__() }}", "TPL-028"),
        ("{{ \"x }}", "TPL-028"),
        ("{% for x in [1,2] %}{% endfor %}", "TPL-028"),
        ("{% for x in ds|first %}{% endfor %}", "TPL-028"),
    ] {
        assert_eq!(numbers(&problems(&paragraph(text))), [number], "{text}");
    }
    let body = [paragraph("{{ a"), paragraph("{% if b %}"), paragraph("{{ c | khong }}")].concat();
    assert_eq!(numbers(&problems(&body)), ["TPL-020", "TPL-027", "TPL-021"]);
}

#[test]
fn template_problems_say_where_they_are_and_what_to_do() {
    let body = format!("{}{}", paragraph("mở đầu"), table(&["a|b", "c|Ông {% for d in ds %} {{ d.ten"]));
    let told = problems(&body);
    assert_eq!(numbers(&told), ["TPL-020", "TPL-021"]);
    let says = told[1].says();
    assert!(
        says.vi.contains("Thân văn bản, bảng 1, dòng 2, ô 2") && says.vi.contains("{% endfor %}"),
        "{}",
        says.vi
    );
    assert!(says.en.contains("table 1, row 2, cell 2") && says.en.contains("{% endfor %}"), "{}", says.en);
    let rows = problems(&table(&["{%tr if a %}|", "x|"]));
    assert!(rows[0].says().vi.contains("{%tr endif %}"), "{}", rows[0].says().vi);
    let near = problems(&paragraph("{{ a | ngaychu }}"));
    assert!(near[0].says().vi.contains("“ngay_chu”"), "{}", near[0].says().vi);
}

#[test]
fn template_blocks_across_frames_and_tags_beside_words_are_told() {
    let tags = |rows: &[&str]| numbers(&problems(&table(rows)));
    assert_eq!(tags(&["{%tr for d in ds %}|chữ", "{{ d }}|", "{%tr endfor %}|"]), ["TPL-025"]);
    let body = [paragraph("{%p if a %} chữ"), paragraph("x"), paragraph("{%p endif %}")].concat();
    assert_eq!(numbers(&problems(&body)), ["TPL-025"]);
    let body = [paragraph("{% if a %}"), table(&["x{% endif %}"])].concat();
    assert_eq!(numbers(&problems(&body)), ["TPL-024"]);
    assert_eq!(numbers(&problems(&paragraph("{%tr for d in ds %}{%tr endfor %}"))), ["TPL-024"]);
    assert_eq!(tags(&["{% if a %}{% for d in ds %}x|{% endif %}{% endfor %}"]).first(), Some(&"TPL-023"));
    let picture = "<w:p><w:r><w:t>{%p if a %}</w:t></w:r><w:r><w:drawing/></w:r></w:p>";
    let body = [picture, &paragraph("{%p endif %}")].concat();
    assert_eq!(numbers(&problems(&body)), ["TPL-025"], "the picture would be lost");
}

#[test]
fn template_changes_that_are_tracked_and_fields_that_fetch_are_refused() {
    let body = format!("{}<w:p><w:ins w:id=\"1\"><w:r><w:t>mới</w:t></w:r></w:ins></w:p>", paragraph("{{ a }}"));
    let told = problems(&body);
    assert_eq!(numbers(&told), ["TPL-010"]);
    assert_eq!(told[0].place.as_ref().map(|place| place.paragraph), Some(2));
    for field in
        ["INCLUDETEXT \"c:\\\\x\"", "INCLUDEPICTURE http://x", "DDEAUTO cmd", "LINK Excel.Sheet", "DATABASE \\d x"]
    {
        let field = field.replace('"', "&quot;");
        let body = format!("<w:p><w:fldSimple w:instr=\"{field}\"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>");
        assert_eq!(numbers(&problems(&body)), ["TPL-009"], "{field}");
    }
    let pieces = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>\
        <w:r><w:instrText>TEXT x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    assert_eq!(problems(pieces)[0].wrong, Wrong::DangerousField("INCLUDETEXT".into()));
}

#[test]
fn template_every_problem_has_its_words_in_both_languages() {
    let all = [
        Wrong::NotWord,
        Wrong::OldWord,
        Wrong::Encrypted,
        Wrong::Damaged,
        Wrong::TooLarge,
        Wrong::Macros,
        Wrong::ExternalLink("x".into()),
        Wrong::EmbeddedObject("x".into()),
        Wrong::DangerousField("x".into()),
        Wrong::TrackedChanges,
        Wrong::PictureTooLarge { name: "x".into(), megapixels: 60 },
        Wrong::NoTags,
        Wrong::UnclosedTag,
        Wrong::UnclosedBlock,
        Wrong::NothingOpen,
        Wrong::WrongClose("x".into()),
        Wrong::Crossing,
        Wrong::NotAlone,
        Wrong::UnknownTag("x".into()),
        Wrong::UnknownFilter("x".into(), Vec::new()),
        Wrong::Unreadable(String::new()),
        Wrong::Unreadable("x".into()),
        Wrong::UnknownField("x".into(), vec!["y".into()]),
        Wrong::NotAList("x".into()),
        Wrong::NotPrintable("x".into()),
        Wrong::FieldAroundField("x".into()),
        Wrong::EmptyControl,
        Wrong::Missing("x".into()),
        Wrong::TooMuch,
    ];
    let mut numbers: Vec<&str> = all.iter().map(Wrong::number).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), all.len() - 1);
    for wrong in all {
        let says = TemplateProblem { wrong, tag: "{{ a }}".into(), place: None }.says();
        assert!(says.vi.ends_with('.') && says.en.ends_with('.') && says.vi != says.en, "{says:?}");
    }
}
