//! What a package may not be, and what is taken out of it.

use super::*;
use crate::template::Wrong;

fn wrong(bytes: &[u8]) -> Vec<Wrong> {
    Template::read(bytes).expect_err("refused").into_iter().map(|problem| problem.wrong).collect()
}

fn with(others: &[(&str, &[u8])]) -> Vec<u8> {
    package(&paragraph("{{ a }}"), others)
}

fn relation(kind: &str, target: &str) -> String {
    format!(
        "<Relationships xmlns=\"r\"><Relationship Id=\"rId1\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\" \
         TargetMode=\"External\"/></Relationships>"
    )
}

#[test]
fn template_files_that_are_no_word_document_say_what_they_are() {
    assert_eq!(wrong(b""), [Wrong::NotWord]);
    assert_eq!(wrong(b"%PDF-1.7"), [Wrong::NotWord]);
    assert_eq!(wrong(b"\xd0\xcf\x11\xe0 old"), [Wrong::OldWord]);
    assert_eq!(wrong(b"\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), [Wrong::Encrypted]);
    assert_eq!(wrong(&zipped(&[("xl/workbook.xml", b"<a/>")])), [Wrong::NotWord]);
    assert_eq!(wrong(&with(&[("_rels/.rels", b"<Relationships/>")])), [Wrong::NotWord]);
    assert_eq!(wrong(&with(&[("word/document.xml", b"<w:document>")])), [Wrong::Damaged]);
    assert_eq!(wrong(&with(&[("word/styles.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>")])), [Wrong::Damaged]);
    assert_eq!(wrong(&package("", &[])[..300]), [Wrong::Damaged]);
}

#[test]
fn template_macros_links_and_objects_are_refused() {
    assert_eq!(wrong(&with(&[("word/vbaProject.bin", b"x")])), [Wrong::Macros]);
    let types = TYPES.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    );
    assert_eq!(wrong(&with(&[("[Content_Types].xml", types.as_bytes())])), [Wrong::Macros]);
    for (kind, target) in [
        ("attachedTemplate", "file:///C:/x.dotm"),
        ("image", "http://x/y.png"),
        ("oleObject", "file://x"),
        ("frame", "http://x"),
        ("hyperlink", "file://server/x"),
        ("hyperlink", "javascript:x"),
    ] {
        let relation = relation(kind, target);
        let told = wrong(&with(&[("word/_rels/document.xml.rels", relation.as_bytes())]));
        assert_eq!(told, [Wrong::ExternalLink(target.into())], "{kind}");
    }
    let link = relation("hyperlink", "mailto:ubnd@example.vn");
    assert!(Template::read(&with(&[("word/_rels/document.xml.rels", link.as_bytes())])).is_ok());
    let object = "word/embeddings/oleObject1.bin";
    assert_eq!(wrong(&with(&[(object, b"x")])), [Wrong::EmbeddedObject(object.into())]);
    let chunk = relation("aFChunk", "x.html");
    assert_eq!(
        wrong(&with(&[("word/_rels/document.xml.rels", chunk.as_bytes())])),
        [Wrong::EmbeddedObject("x.html".into())]
    );
}

#[test]
fn template_pictures_of_fifty_megapixels_are_refused_by_name() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 0x27, 0x10, 0, 0, 0x17, 0x70]);
    let told = wrong(&with(&[("word/media/image1.png", &png)]));
    assert_eq!(told, [Wrong::PictureTooLarge { name: "image1.png".into(), megapixels: 60 }]);
}

#[test]
fn template_bombs_are_refused() {
    let many: Vec<(String, &[u8])> = (0..1_001).map(|at| (format!("word/{at}.bin"), b"x".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(wrong(&with(&many)), [Wrong::TooLarge]);
    let zeros = vec![b' '; 8 * 1024 * 1024];
    assert_eq!(wrong(&with(&[("word/x.xml", &zeros)])), [Wrong::TooLarge], "packed to a thousandth");
    assert_eq!(wrong(&with(&[("word/a.xml", b"<a/>"), ("word/A.xml", b"<a/>")])), [Wrong::Damaged]);
}

#[test]
fn template_traces_of_a_mail_merge_are_taken_out() {
    let settings =
        "<w:settings xmlns:w=\"w\"><w:mailMerge><w:dataSource r:id=\"rId1\"/></w:mailMerge><w:zoom/></w:settings>";
    let relation = relation("mailMergeSource", "file:///C:/ds.xlsx");
    let bytes =
        with(&[("word/settings.xml", settings.as_bytes()), ("word/_rels/settings.xml.rels", relation.as_bytes())]);
    let filled = Template::read(&bytes).expect("read").fill(&value(r#"{"a":1}"#)).expect("filled");
    assert_eq!(part(&filled, "word/settings.xml"), "<w:settings xmlns:w=\"w\"><w:zoom/></w:settings>");
    assert!(!part(&filled, "word/_rels/settings.xml.rels").contains("Relationship "));
}

#[test]
fn template_a_word_template_makes_documents() {
    let types = TYPES.replace("document.main+xml", "template.main+xml");
    let bytes = with(&[("[Content_Types].xml", types.as_bytes())]);
    let filled = Template::read(&bytes).expect("read").fill(&value(r#"{"a":1}"#)).expect("filled");
    assert_eq!(part(&filled, "[Content_Types].xml"), TYPES);
}

#[test]
fn template_what_is_not_touched_is_copied_as_it_is_packed() {
    let bytes = with(&[("word/media/a.png", b"\x89PNG not a picture"), ("docProps/app.xml", b"<a/>")]);
    let filled = Template::read(&bytes).expect("read").fill(&value(r#"{"a":"x"}"#)).expect("filled");
    let mut before = zip::ZipArchive::new(Cursor::new(&bytes)).expect("zip");
    let mut after = zip::ZipArchive::new(Cursor::new(&filled)).expect("zip");
    assert_eq!(before.len(), after.len());
    for name in ["word/media/a.png", "docProps/app.xml", "_rels/.rels"] {
        let of = |zip: &mut zip::ZipArchive<Cursor<&Vec<u8>>>| {
            let mut file = zip.by_name(name).expect("the part");
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut content).expect("unpacked, and its sum is right");
            (content, file.crc32(), file.compressed_size())
        };
        assert_eq!(of(&mut before), of(&mut after), "{name}");
    }
}
