//! Templates packed by hand, each as Word or a person would make it.

mod bad;
mod fields;
mod hostile;
mod made;
mod package;
mod samples;
mod word;

use super::{Template, TemplateProblem, Value};
use crate::write::reading::{assert_well_formed, docx_parts};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

pub(super) const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" \
xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" \
ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
Target=\"word/document.xml\"/></Relationships>";

pub(super) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

pub(super) fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {NAMES}><w:body>{body}</w:body></w:document>")
}

/// A package with this body, and other parts.
pub(super) fn package(body: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let body = document(body);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", body.as_bytes()),
    ];
    parts.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    parts.extend(others);
    zipped(&parts)
}

pub(super) fn paragraph(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A table; a row is texts with a bar between cells.
pub(super) fn table(rows: &[&str]) -> String {
    let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(text));
    let row = |row: &&str| format!("<w:tr>{}</w:tr>", row.split('|').map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

pub(super) fn read(body: &str) -> Template {
    Template::read(&package(body, &[])).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

pub(super) fn problems(body: &str) -> Vec<TemplateProblem> {
    Template::read(&package(body, &[])).expect_err("refused")
}

/// Numbers of what is wrong.
pub(super) fn numbers(problems: &[TemplateProblem]) -> Vec<&'static str> {
    problems.iter().map(TemplateProblem::number).collect()
}

pub(super) fn value(json: &str) -> Value {
    Value::from_json(json).expect("JSON")
}

/// The body of the filled document.
pub(super) fn body(template: &Template, json: &str) -> String {
    let filled = template.fill(&value(json)).unwrap_or_else(|problem| panic!("{problem}"));
    part(&filled, "word/document.xml")
}

pub(super) fn part(docx: &[u8], wanted: &str) -> String {
    let parts = docx_parts(docx);
    for (name, xml) in &parts {
        assert_well_formed(name, xml);
    }
    parts.into_iter().find(|(name, _)| name == wanted).expect("the part").1
}

/// The text of a part: a line for each paragraph, line breaks and tabs as they are.
pub(super) fn lines(xml: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in xml.split("<w:p>").flat_map(|piece| piece.split("<w:p ")).skip(1) {
        let mut line = String::new();
        let mut rest = paragraph.split("</w:p>").next().unwrap_or_default();
        while let Some(at) = rest.find('<') {
            let tag = rest[at + 1..].split('>').next().unwrap_or_default();
            rest = &rest[at + tag.len() + 2..];
            match tag {
                "w:br/" => line.push('\n'),
                "w:tab/" => line.push('\t'),
                tag if tag == "w:t" || tag.starts_with("w:t ") => {
                    line.push_str(&super::tree::unescaped(rest.split('<').next().unwrap_or_default()));
                }
                _ => {}
            }
        }
        lines.push(line);
    }
    lines
}

/// What a template of these paragraphs says with this data.
pub(super) fn said(body_xml: &str, json: &str) -> Vec<String> {
    lines(&body(&read(body_xml), json))
}
