//! Reads files as they were written: lines and rules of a PDF, paragraphs of a Word file.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Piece;
use crate::write::reading::piped;

/// A line of a PDF with its place in tenths of a point.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) page: usize,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    pub(super) piece: Piece,
}

/// The pages and lines of a PDF, as poppler reads them.
pub(super) fn lines(pdf: &[u8]) -> (Vec<(i32, i32)>, Vec<Line>) {
    let folder = std::env::temp_dir().join(format!("thidua-conformity-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the file");
    let path = folder.join("a.pdf");
    std::fs::write(&path, pdf).expect("the file can be written");
    let path = path.to_str().expect("a plain path");
    // at three times the size, the whole numbers of the answer are thirds of a point
    let xml = piped("pdftohtml", &["-xml", "-stdout", "-i", "-zoom", "3", "-fontfullname", path], &[]);
    let (mut pages, mut lines) = (Vec::new(), Vec::<Line>::new());
    let mut fonts: BTreeMap<String, (u32, String)> = BTreeMap::new();
    let mut open = None;
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().expect("readable") {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => match start.name().as_ref() {
                "page" => pages.push((tenths(&start, "width"), tenths(&start, "height"))),
                "fontspec" => {
                    let size = u32::try_from(tenths(&start, "size")).expect("a size");
                    fonts.insert(attribute(&start, "id"), (size, attribute(&start, "family")));
                }
                "text" => {
                    let (size, family) = fonts[&attribute(&start, "font")].clone();
                    let (left, top) = (tenths(&start, "left"), tenths(&start, "top"));
                    let piece = Piece {
                        text: String::new(),
                        size,
                        bold: family.contains("Bold"),
                        italic: family.contains("Italic"),
                        at: lines.len(),
                    };
                    let (right, bottom) = (left + tenths(&start, "width"), top + tenths(&start, "height"));
                    open = Some(Line { page: pages.len(), left, right, top, bottom, piece });
                }
                _ => {}
            },
            Event::Text(text) => {
                if let Some(line) = &mut open {
                    line.piece.text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(line) = &mut open {
                    line.piece.text.push(entity(&reference));
                }
            }
            Event::End(end) if end.name().as_ref() == "text" => {
                lines.extend(open.take().filter(|line| !line.piece.text.trim().is_empty()));
            }
            _ => {}
        }
    }
    (pages, lines)
}

fn entity(name: &str) -> char {
    match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "#160" => '\u{a0}',
        other => panic!("unknown entity {other}"),
    }
}

pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> String {
    let found = start.attributes().flatten().find(|one| one.key.as_ref() == name);
    found.map(|one| one.value.to_string()).unwrap_or_default()
}

fn tenths(start: &BytesStart<'_>, name: &str) -> i32 {
    let thirds: i32 = attribute(start, name).parse().expect("a whole number");
    thirds * 10 / 3
}

/// A paragraph of a Word file, with what its style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: String,
    pub(super) align: String,
    pub(super) first_line: i32,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top_border: bool,
    pub(super) has_page_number: bool,
    pub(super) pieces: Vec<Piece>,
}

/// What a style says.
#[derive(Clone, Default)]
struct Style {
    paragraph: Paragraph,
    size: u32,
    bold: bool,
    italic: bool,
}

/// The paragraphs of a part, in order, with the faces of their runs.
pub(super) fn paragraphs(styles_xml: &str, part_xml: &str) -> Vec<Paragraph> {
    let styles = styles(styles_xml);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut reader = Reader::from_str(part_xml);
    let (mut base, mut run, mut in_run, mut in_text) = (Style::default(), Style::default(), false, false);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => match start.name().as_ref() {
                "w:p" => {
                    base = styles[""].clone();
                    found.push(base.paragraph.clone());
                }
                "w:pStyle" => {
                    base = styles[&attribute(&start, "w:val")].clone();
                    *found.last_mut().expect("a paragraph") = base.paragraph.clone();
                }
                "w:r" => (in_run, run) = (true, base.clone()),
                "w:t" => {
                    in_text = true;
                    let at = found.len();
                    let piece =
                        Piece { text: String::new(), size: run.size, bold: run.bold, italic: run.italic, at };
                    found.last_mut().expect("a paragraph").pieces.push(piece);
                }
                "w:top" if !in_run => found.iter_mut().last().into_iter().for_each(|one| one.top_border = true),
                "w:instrText" => found.last_mut().expect("a paragraph").has_page_number = true,
                _ if in_run => face(&mut run, &start),
                _ => {
                    if let Some(paragraph) = found.last_mut() {
                        standing(paragraph, &start);
                    }
                }
            },
            Event::End(end) => match end.name().as_ref() {
                "w:r" => in_run = false,
                "w:t" => in_text = false,
                _ => {}
            },
            Event::Text(text) if in_text => written(&mut found).push_str(&text),
            Event::GeneralRef(reference) if in_text => written(&mut found).push(entity(&reference)),
            _ => {}
        }
    }
    found
}

fn written(found: &mut [Paragraph]) -> &mut String {
    &mut found.last_mut().and_then(|one| one.pieces.last_mut()).expect("a run").text
}

fn face(style: &mut Style, start: &BytesStart<'_>) {
    match start.name().as_ref() {
        // half points in the file
        "w:sz" => style.size = attribute(start, "w:val").parse::<u32>().expect("a size") * 5,
        "w:b" => style.bold = true,
        "w:i" => style.italic = true,
        _ => {}
    }
}

fn standing(paragraph: &mut Paragraph, start: &BytesStart<'_>) {
    let twips = |name: &str| attribute(start, name).parse().unwrap_or_default();
    match start.name().as_ref() {
        "w:jc" => paragraph.align = attribute(start, "w:val"),
        "w:ind" => {
            (paragraph.left, paragraph.right) = (twips("w:left"), twips("w:right"));
            paragraph.first_line = twips("w:firstLine");
        }
        _ => {}
    }
}

/// The styles by name; the empty name is what stands without one.
fn styles(xml: &str) -> BTreeMap<String, Style> {
    let mut styles = BTreeMap::new();
    let mut reader = Reader::from_str(xml);
    let (mut name, mut style, mut defaults) = (String::new(), Style::default(), Style::default());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => match start.name().as_ref() {
                "w:style" => {
                    name = attribute(&start, "w:styleId");
                    style = defaults.clone();
                    style.paragraph.style.clone_from(&name);
                }
                _ => {
                    face(&mut style, &start);
                    standing(&mut style.paragraph, &start);
                }
            },
            Event::End(end) => match end.name().as_ref() {
                "w:docDefaults" => defaults = style.clone(),
                "w:style" => drop(styles.insert(name.clone(), style.clone())),
                _ => {}
            },
            _ => {}
        }
    }
    styles.insert(String::new(), defaults);
    styles
}
