//! The parts of the package, by name.

use super::super::document::IssueDate;
use super::super::sheet::Sheet;
use super::section::{
    LANDSCAPE_FIRST_HEAD, LANDSCAPE_HEAD, PORTRAIT_FIRST_HEAD, PORTRAIT_HEAD, pages, running_heads,
};
use super::size;
use super::xml::escape;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Every part, in the order in which it is packed.
pub(super) fn all(sheet: &Sheet) -> Vec<(String, String)> {
    let mut parts = vec![
        part("[Content_Types].xml", &content_types()),
        part("_rels/.rels", &package_relations()),
        part("docProps/core.xml", &core(sheet)),
        part("word/document.xml", &document(sheet)),
        part("word/styles.xml", &styles()),
        part("word/settings.xml", &settings()),
        part("word/_rels/document.xml.rels", &document_relations()),
    ];
    for (index, head) in running_heads(sheet).iter().enumerate() {
        let xml = format!("<w:hdr xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{head}</w:hdr>");
        parts.push(part(&format!("word/header{}.xml", index + 1), &xml));
    }
    parts
}

fn part(name: &str, xml: &str) -> (String, String) {
    (name.into(), format!("{DECLARATION}{xml}"))
}

fn document(sheet: &Sheet) -> String {
    format!("<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>{}</w:body></w:document>", pages(sheet))
}

fn content_types() -> String {
    let mut xml = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{WORD}.styles+xml\"/>\
         <Override PartName=\"/word/settings.xml\" ContentType=\"{WORD}.settings+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for number in 1..=4 {
        xml.push_str(&format!(
            "<Override PartName=\"/word/header{number}.xml\" ContentType=\"{WORD}.header+xml\"/>"
        ));
    }
    xml.push_str("</Types>");
    xml
}

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

fn document_relations() -> String {
    let heads = [PORTRAIT_HEAD, PORTRAIT_FIRST_HEAD, LANDSCAPE_HEAD, LANDSCAPE_FIRST_HEAD];
    let mut xml = format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATIONS}/settings\" Target=\"settings.xml\"/>"
    );
    for (index, id) in heads.iter().enumerate() {
        let number = index + 1;
        xml.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{RELATIONS}/header\" Target=\"header{number}.xml\"/>"
        ));
    }
    xml.push_str("</Relationships>");
    xml
}

fn core(sheet: &Sheet) -> String {
    let created = sheet.date.map(|IssueDate { day, month, year }| {
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{year:04}-{month:02}-{day:02}T00:00:00Z</dcterms:created>"
        )
    });
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>vi-VN</dc:language>{}</cp:coreProperties>",
        escape(&sheet.title),
        escape(&sheet.issuer),
        created.unwrap_or_default()
    )
}

fn settings() -> String {
    format!(
        "<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:autoHyphenation w:val=\"false\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>"
    )
}

fn styles() -> String {
    let indent = size::INDENT;
    let defaults = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
         w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:color w:val=\"000000\"/><w:sz w:val=\"{0}\"/>\
         <w:szCs w:val=\"{0}\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>",
        size::BODY
    );
    let content = format!("<w:ind w:firstLine=\"{indent}\"/><w:jc w:val=\"both\"/>");
    let mut xml = format!("<w:styles xmlns:w=\"{MAIN}\">{defaults}");
    xml.push_str("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
    xml.push_str(&style("Content", "Body Text", &content, ""));
    for (level, italic) in [(1, ""), (2, ""), (3, "<w:i/><w:iCs/>")] {
        let outline = level - 1;
        xml.push_str(&style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &format!("<w:keepNext/><w:keepLines/>{content}<w:outlineLvl w:val=\"{outline}\"/>"),
            &format!("<w:b/><w:bCs/>{italic}"),
        ));
    }
    xml.push_str(&style(
        "Tight",
        "Tight",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "",
    ));
    xml.push_str(&style(
        "TableText",
        "Table Text",
        "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "",
    ));
    for (id, name, half_points) in
        [("SlipText", "Slip Text", size::SLIP), ("SmallSlipText", "Small Slip Text", size::SMALL_SLIP)]
    {
        xml.push_str(&style(
            id,
            name,
            "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/>",
            &format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"),
        ));
    }
    xml.push_str(&style(
        "Header",
        "header",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "",
    ));
    xml.push_str("</w:styles>");
    xml
}

fn style(id: &str, name: &str, paragraph: &str, face: &str) -> String {
    let run = if face.is_empty() { String::new() } else { format!("<w:rPr>{face}</w:rPr>") };
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>"
    )
}
