//! From the body of a Word document to lines.

use super::numbering::{self, Numbering};
use crate::read::legacy::{self, LegacyFont};
use crate::read::{ReadProblem, table};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The lines of a document.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) text: Vec<String>,
    /// The legacy fonts that runs of it were typed in.
    pub(super) legacy: Option<LegacyFont>,
}

/// The value of an attribute, entities resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.try_get_attribute(name).ok().flatten().and_then(|found| {
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    })
}

/// A table that is being read; tables may stand in cells of tables.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Vec<String>>>,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<String>,
    level: Option<usize>,
}

/// More nesting than this is no document.
const DEEPEST: usize = 200;

struct Walk {
    numbering: Numbering,
    out: Walked,
    tables: Vec<Table>,
    paragraphs: Vec<Paragraph>,
    /// Depth of elements whose text is left out.
    hidden: usize,
    in_text: bool,
    raised: bool,
    font: Option<LegacyFont>,
    capitals: bool,
}

/// Elements whose text is not the document's: deleted words, the second form of a drawing, properties, formula codes.
const HIDDEN: [&str; 6] = ["w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText", "w:sectPr"];

/// Walks over the body.
pub(super) fn lines(xml: &str, numbering: Numbering) -> Result<Walked, ReadProblem> {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk {
        numbering,
        out: Walked::default(),
        tables: Vec::new(),
        paragraphs: Vec::new(),
        hidden: 0,
        in_text: false,
        raised: false,
        font: None,
        capitals: false,
    };
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| ReadProblem::Broken)? {
            Event::Eof => break,
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(ReadProblem::Bomb);
                }
                walk.open(&tag);
            }
            Event::Empty(tag) => {
                walk.open(&tag);
                walk.close(tag.name().as_ref());
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                walk.close(tag.name().as_ref());
            }
            Event::Text(text) if walk.in_text => walk.add(&text),
            Event::CData(text) if walk.in_text => walk.add(&text),
            Event::GeneralRef(name) if walk.in_text => {
                let resolved = match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = resolved {
                    walk.add(c.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }
    // a truncated document gives what it has
    while !walk.paragraphs.is_empty() {
        walk.end_paragraph();
    }
    while !walk.tables.is_empty() {
        walk.end_table();
    }
    Ok(walk.out)
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name();
        let name = name.as_ref();
        if HIDDEN.contains(&name) {
            self.hidden += 1;
        }
        match name {
            "w:p" => self.paragraphs.push(Paragraph::default()),
            "w:r" => {
                self.raised = false;
                self.font = None;
                self.capitals = false;
            }
            "w:rFonts" => {
                let font = attribute(tag, "w:ascii").or_else(|| attribute(tag, "w:hAnsi"));
                if let Some(font) = font {
                    self.font = LegacyFont::of_font(&font);
                    self.capitals = legacy::is_capital_font(&font);
                }
            }
            "w:vertAlign" => self.raised = attribute(tag, "w:val").as_deref() == Some("superscript"),
            // some programs raise a figure by half points
            "w:position" => {
                self.raised = attribute(tag, "w:val").is_some_and(|by| by.parse::<i32>().is_ok_and(|by| by > 4))
            }
            "w:t" => self.in_text = true,
            "w:tab" | "w:ptab" if self.hidden == 0 && !self.paragraphs.is_empty() => self.push("\t"),
            "w:br" | "w:cr" => self.push("\n"),
            "w:noBreakHyphen" => self.push("-"),
            "w:sym" => self.push("-"),
            "w:pStyle" => self.paragraph(|one| one.style = attribute(tag, "w:val").unwrap_or_default()),
            "w:numId" => self.paragraph(|one| one.list = attribute(tag, "w:val")),
            "w:ilvl" => self.paragraph(|one| one.level = Some(numbering::level_of_value(tag))),
            "w:tbl" => self.tables.push(Table::default()),
            "w:tr" => self.table(|one| one.rows.push(Vec::new())),
            "w:tc" => self.table(|one| {
                if let Some(row) = one.rows.last_mut() {
                    row.push(Vec::new());
                }
            }),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if HIDDEN.contains(&name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        match name {
            "w:t" => self.in_text = false,
            "w:p" => self.end_paragraph(),
            "w:tbl" => self.end_table(),
            _ => {}
        }
    }

    fn paragraph(&mut self, set: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            set(paragraph);
        }
    }

    fn table(&mut self, set: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            set(table);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.text.push_str(text);
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(font) = self.font {
            self.out.legacy = Some(font);
            let converted = font.convert(text);
            self.push(&if self.capitals { converted.to_uppercase() } else { converted });
            return;
        }
        match text {
            "2" if self.raised => self.push("²"),
            "3" if self.raised => self.push("³"),
            // a footnote's number is no part of the sentence
            _ if self.raised && text.chars().all(|c| c.is_ascii_digit()) => {}
            _ => self.push(text),
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let list = paragraph.list.map(|list| (list, paragraph.level.unwrap_or(0)));
        let list = list.or_else(|| self.numbering.of_style(&paragraph.style));
        let empty = paragraph.text.trim().is_empty();
        let label = match list {
            Some((list, level)) if list != "0" && !empty => self.numbering.next(&list, level),
            _ => String::new(),
        };
        let own = paragraph.text.trim_end();
        let own = if label.is_empty() { own } else { own.trim_start() };
        let text = format!("{label}{own}");
        // a text box stands inside a paragraph: its lines come before it
        let cell = self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        let lines = match cell {
            Some(cell) => cell,
            None => &mut self.out.text,
        };
        lines.extend(text.split('\n').map(str::to_owned));
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let lines = table::lines(table.rows);
        let cell = self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        match cell {
            Some(cell) => cell.extend(lines),
            None => self.out.text.extend(lines),
        }
    }
}
