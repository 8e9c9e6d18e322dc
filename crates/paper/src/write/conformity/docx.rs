//! Word files: paper, margins, faces, indents, running heads.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::reader::{Paragraph, attribute, paragraphs};
use super::{Piece, Which, check_components, check_text, examples, pieces_of};
use crate::write::document::Block;
use crate::write::measure::bold_width;
use crate::write::reading::docx_parts;
use crate::write::sheet::Sheet;
use crate::write::to_docx;

/// Twips of so many millimetres.
fn twips(millimetres: i32) -> i32 {
    millimetres * 1_440 * 10 / 254
}

struct Section {
    wide: bool,
    margins: [i32; 4],
    size: [i32; 2],
    first_page_of_its_own: bool,
}

fn sections(xml: &str) -> Vec<Section> {
    let mut found = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                let number = |name: &str| attribute(&start, name).parse::<i32>().unwrap_or_default();
                match start.name().as_ref() {
                    "w:sectPr" => found.push(Section {
                        wide: false,
                        margins: [0; 4],
                        size: [0; 2],
                        first_page_of_its_own: false,
                    }),
                    "w:pgSz" => {
                        let section = found.last_mut().expect("a section");
                        section.wide = attribute(&start, "w:orient") == "landscape";
                        section.size = [number("w:w"), number("w:h")];
                    }
                    "w:pgMar" => {
                        let sides = ["w:top", "w:bottom", "w:left", "w:right"];
                        found.last_mut().expect("a section").margins = sides.map(number);
                    }
                    "w:titlePg" => found.last_mut().expect("a section").first_page_of_its_own = true,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

fn part<'a>(parts: &'a [(String, String)], name: &str) -> &'a str {
    &parts.iter().find(|(one, _)| one == name).unwrap_or_else(|| panic!("no {name}")).1
}

#[test]
fn word_files_keep_to_the_layout_of_the_decree() {
    for (name, document, sheet) in examples() {
        let parts = docx_parts(&to_docx(&document).expect("written"));
        let main = part(&parts, "word/document.xml");
        let found = sections(main);
        let appendices = sheet.appendices.len();
        assert_eq!(found.len(), 1 + appendices, "{name}");
        for (at, section) in found.iter().enumerate() {
            let wide = document.landscape || at > 0;
            assert_eq!(section.wide, wide, "{name}");
            assert_eq!(section.size, if wide { [16_838, 11_906] } else { [11_906, 16_838] }, "{name}: A4");
            let [top, bottom, left, right] = section.margins;
            for (side, least, most) in [(top, 20, 25), (bottom, 20, 25), (left, 30, 35), (right, 15, 20)] {
                assert!((twips(least) - 1..=twips(most) + 1).contains(&side), "{name}: {side}");
            }
            assert!(section.first_page_of_its_own, "{name}: no number on the first page");
        }
        let text = paragraphs(part(&parts, "word/styles.xml"), main);
        if document.slips.is_some() {
            continue;
        }
        let pieces: Vec<Piece> = text.iter().flat_map(|one| one.pieces.clone()).collect();
        check_components(&name, &sheet, &pieces);
        check_text(&name, &sheet, &pieces);
        check_rules(&name, &text, &sheet);
        check_paragraphs(&name, &text, &sheet.body);
        check_running_heads(&name, &parts);
    }
}

/// Under the motto a rule as long as it is; under the issuer and the subject one of a third to a half of a line.
fn check_rules(name: &str, text: &[Paragraph], sheet: &Sheet) {
    let room = if sheet.landscape { 16_838 } else { 11_906 } - 1_701 - 850;
    let column = room * 42 / 100;
    let check = |what: &str, line: &str, half_points: u32, room: i32, shares: (i32, i32)| {
        let of = |one: &Paragraph| one.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        let at = text.iter().position(|one| of(one) == line && one.pieces.iter().all(|piece| piece.bold));
        let above = &text[at.unwrap_or_else(|| panic!("{name}: {what} is not found"))];
        let rule = &text[at.expect("found") + 1];
        assert!(rule.top_border && rule.left == rule.right, "{name}: no rule under the middle of {what}");
        let width = i32::try_from(bold_width(line, half_points)).expect("short");
        let inside = room - above.left - above.right;
        // lines are broken where they are full; the longest is hardly shorter than all of them even
        let lines = (width + inside - 1) / inside;
        let percent = (room - rule.left - rule.right) * 100 / (width / lines);
        assert!((shares.0..=shares.1).contains(&percent), "{name}: the rule under {what} is {percent}%");
    };
    check("Tiêu ngữ", sheet.motto, 26, room - column, (98, 102));
    check("cơ quan ban hành", &sheet.issuer, 24, column, (33, 50));
    if !sheet.kind.is_empty() {
        check("trích yếu", &sheet.subject, 28, room, (33, 50));
    }
}

/// Running text is justified and indented by 1 to 1.27 centimetres, titles stand in the middle.
fn check_paragraphs(name: &str, text: &[Paragraph], body: &[Block]) {
    let content: Vec<&Paragraph> = text.iter().filter(|one| one.style == "Content").collect();
    for one in &content {
        assert_eq!(one.align, "both", "{name}: {one:?}");
        let part = one.left > 0;
        assert!(part || (567..=720).contains(&one.first_line), "{name}: {one:?}");
    }
    let expected = body
        .iter()
        .filter(|block| matches!(block, Block::Basis { .. } | Block::Item { .. } | Block::Paragraph { .. }));
    assert!(content.len() >= expected.count(), "{name}");
    for block in body {
        let Block::Centred { text: line } = block else { continue };
        let pieces: Vec<Piece> = text.iter().flat_map(|one| one.pieces.clone()).collect();
        let found = pieces_of(&pieces, line, Which::First);
        assert!(found.iter().all(|piece| text[piece.at - 1].align == "center" && piece.bold), "{name}: {line}");
    }
}

/// From the second page on: a number of 13 to 14, upright, at a tab in the middle; none on the first page of the text.
fn check_running_heads(name: &str, parts: &[(String, String)]) {
    let styles = part(parts, "word/styles.xml");
    for (number, numbered) in [(1, true), (2, false), (3, true), (4, false)] {
        let xml = part(parts, &format!("word/header{number}.xml"));
        let head = paragraphs(styles, xml);
        assert_eq!(head.iter().any(|one| one.has_page_number), numbered, "{name}: header {number}");
        if numbered {
            let shown = head[0].pieces.last().expect("the number");
            assert!((130..=140).contains(&shown.size) && !shown.bold && !shown.italic, "{name}: {shown:?}");
            let middle = if number == 1 { (11_906 - 1_701 - 850) / 2 } else { (16_838 - 1_701 - 850) / 2 };
            assert!(xml.contains(&format!("<w:tab w:val=\"center\" w:pos=\"{middle}\"/>")), "{name}: {xml}");
        }
    }
}
