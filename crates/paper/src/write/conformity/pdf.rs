//! PDFs: paper, margins, faces, rules, justified text, page numbers, and what a reader that speaks needs.

use super::reader::{Line, lines};
use super::{Piece, Which, check_components, check_text, examples, letters, pieces_of};
use crate::read::pdf::{level_rules, opened_for_test};
use crate::write::document::{Block, OfficialDocument};
use crate::write::reading::piped;
use crate::write::sheet::Sheet;
use crate::write::to_pdf;

/// Tenths of a point of so many millimetres.
const fn tenths(millimetres: i32) -> i32 {
    millimetres * 7_200 / 254
}

/// What rounding in the answers of the reader leaves.
const NEAR: i32 = 15;
const LEFT: i32 = tenths(30);
const RIGHT: i32 = tenths(15);
const TOP: i32 = tenths(20);

#[test]
fn pdfs_keep_to_the_layout_of_the_decree() {
    for (name, document, sheet) in examples() {
        let pdf = to_pdf(&document).expect("written");
        let (pages, lines) = lines(&pdf);
        check_paper(&name, &document, &sheet, &pages, &lines);
        check_fonts(&name, &pdf);
        if document.slips.is_some() {
            continue;
        }
        check_page_numbers(&name, &pages, &lines);
        let text: Vec<Line> = lines.iter().filter(|line| line.bottom > TOP).cloned().collect();
        let pieces: Vec<Piece> = text.iter().map(|line| line.piece.clone()).collect();
        check_components(&name, &sheet, &pieces);
        check_text(&name, &sheet, &pieces);
        let rules: Vec<(i32, i32, i32)> =
            level_rules(&pdf)[0].iter().map(|&(left, right, top)| (left / 10, right / 10, top / 10)).collect();
        check_rules(&name, &sheet, &text, &rules);
        check_paragraphs(&name, &sheet, &text, pages[0].0);
    }
}

fn check_paper(name: &str, document: &OfficialDocument, sheet: &Sheet, pages: &[(i32, i32)], lines: &[Line]) {
    let (short, long) = (5_953, 8_419);
    let near = |a: i32, b: i32| (a - b).abs() <= 10;
    let wide = pages.iter().filter(|&&(width, height)| near(width, long) && near(height, short)).count();
    let high = pages.iter().filter(|&&(width, height)| near(width, short) && near(height, long)).count();
    assert_eq!(wide + high, pages.len(), "{name}: A4 {pages:?}");
    assert_eq!(wide > 0, document.landscape || !sheet.appendices.is_empty(), "{name}: landscape");
    assert_eq!(high == 0, document.landscape, "{name}: portrait");
    for line in lines {
        let (width, height) = pages[line.page - 1];
        let text = &line.piece.text;
        assert!(line.left >= LEFT - NEAR, "{name}: left margin: {line:?}");
        // a space at the end of a line hangs over
        let hanging = if text.ends_with(' ') { 50 } else { 0 };
        assert!(line.right - hanging <= width - RIGHT + NEAR, "{name}: right margin: {line:?}");
        assert!(line.bottom <= height - tenths(20) + 60, "{name}: bottom margin: {line:?}");
        let running = line.bottom <= TOP;
        assert!(running || line.top >= TOP - NEAR, "{name}: top margin: {line:?}");
    }
    let leftmost = lines.iter().map(|line| line.left).min().expect("words");
    assert!(leftmost <= tenths(35), "{name}: the text begins at {leftmost}");
}

fn check_fonts(name: &str, pdf: &[u8]) {
    let fonts = piped("pdffonts", &["-"], pdf);
    for font in fonts.lines().skip(2) {
        assert!(font.contains("LiberationSerif") && font.contains(" yes yes yes "), "{name}: {font}");
    }
}

/// From the second page of the text and of each appendix on: in the top margin, in the middle, 13 to 14, upright.
fn check_page_numbers(name: &str, pages: &[(i32, i32)], lines: &[Line]) {
    let numbers = |page: usize| {
        let in_margin = lines.iter().filter(move |line| line.page == page && line.bottom <= TOP);
        in_margin.filter(|line| line.piece.text.trim().bytes().all(|byte| byte.is_ascii_digit()))
    };
    assert_eq!(numbers(1).count(), 0, "{name}: no number on the first page");
    let mut expected = 1;
    for page in 2..=pages.len() {
        let Some(number) = numbers(page).next() else {
            assert!(pages[page - 1].0 > pages[page - 1].1, "{name}: page {page} has no number");
            expected = 1;
            continue;
        };
        expected += 1;
        assert_eq!(number.piece.text.trim(), expected.to_string(), "{name}: page {page}");
        let middle = (LEFT + pages[page - 1].0 - RIGHT) / 2;
        assert!(((number.left + number.right) / 2 - middle).abs() <= 2 * NEAR, "{name}: {number:?}");
        assert!((130..=140).contains(&number.piece.size), "{name}: {number:?}");
        assert!(!number.piece.bold && !number.piece.italic, "{name}: {number:?}");
    }
}

/// The lines that make up a text.
fn lines_of<'a>(lines: &'a [Line], text: &str) -> Vec<&'a Line> {
    let pieces: Vec<Piece> =
        lines.iter().enumerate().map(|(at, line)| Piece { at, ..line.piece.clone() }).collect();
    pieces_of(&pieces, text, Which::First).into_iter().map(|piece| &lines[piece.at]).collect()
}

/// Under the motto as long as it is; under the issuer and the subject a third to a half.
fn check_rules(name: &str, sheet: &Sheet, lines: &[Line], rules: &[(i32, i32, i32)]) {
    let check = |what: &str, text: &str, above: usize, shares: (i32, i32)| {
        let found = lines_of(lines, text);
        let last = found.last().unwrap_or_else(|| panic!("{name}: {what} is not found"));
        let width = |line: &Line| line.right - line.left;
        let longest = found.iter().skip(above).map(|line| width(line)).max().expect("a line");
        let beside = |rule: &(i32, i32, i32)| ((rule.0 + rule.1) / 2 - (last.left + last.right) / 2).abs();
        let under = rules
            .iter()
            .filter(|rule| (last.bottom - 40..=last.bottom + 120).contains(&rule.2) && beside(rule) <= 60);
        let rule = under
            .min_by_key(|rule| (rule.2 - last.bottom).abs())
            .unwrap_or_else(|| panic!("{name}: no rule under the middle of {what}: {last:?} {rules:?}"));
        let percent = (rule.1 - rule.0) * 100 / longest;
        assert!((shares.0..=shares.1).contains(&percent), "{name}: the rule under {what} is {percent}% of it");
    };
    check("Tiêu ngữ", sheet.motto, 0, (97, 103));
    let repeated =
        sheet.parent_authority.as_deref().is_some_and(|parent| letters(parent).contains(&letters(&sheet.issuer)));
    if !repeated {
        check("cơ quan ban hành", &sheet.issuer, 0, (33, 50));
    }
    if !sheet.kind.is_empty() {
        // the kind belongs to it, so that the subject is not found in the head
        check("trích yếu", &format!("{}{}", sheet.kind, sheet.subject), 1, (33, 50));
    }
}

/// Titles in the middle; running text indented by 1 to 1.27 centimetres and even on the right.
fn check_paragraphs(name: &str, sheet: &Sheet, lines: &[Line], width: i32) {
    let middle = (LEFT + width - RIGHT) / 2;
    if !sheet.kind.is_empty() {
        for line in lines_of(lines, &format!("{}{}", sheet.kind, sheet.subject)) {
            assert!(
                ((line.left + line.right) / 2 - middle).abs() <= 3 * NEAR,
                "{name}: not in the middle: {line:?}"
            );
        }
    }
    for block in &sheet.body {
        let text = match block {
            Block::Basis { text } => text.clone(),
            Block::Paragraph { runs } => runs.iter().map(|run| run.text.as_str()).collect(),
            _ => continue,
        };
        let found: Vec<&Line> = lines_of(lines, &text);
        let Some(first) = found.first() else { panic!("{name}: “{text}” is not found") };
        let indent = first.left - LEFT;
        assert!((283 - NEAR..=360 + NEAR).contains(&indent), "{name}: indented by {indent}: {first:?}");
        // pieces of several faces share a line; the end of a line is its rightmost piece
        let last = found.last().expect("a line").top;
        for line in found.iter().filter(|line| line.page == first.page && (line.top - last).abs() > 60) {
            let end = found.iter().filter(|other| (other.top - line.top).abs() < 60).map(|other| other.right).max();
            let end = end.expect("a line");
            assert!((end - (width - RIGHT)).abs() <= 60, "{name}: not even on the right: {line:?}");
        }
    }
}

#[test]
fn every_pdf_can_be_read_aloud_and_shows_its_title() {
    use hayro::hayro_syntax::object::dict::keys::{
        LANG, MARK_INFO, METADATA, OUTLINES, STRUCT_TREE_ROOT, VIEWER_PREFERENCES,
    };
    use hayro::hayro_syntax::object::{Dict, Stream, String as Text};
    for (name, document, sheet) in examples() {
        let bytes = to_pdf(&document).expect("written");
        let pdf = opened_for_test(&bytes);
        let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalogue");
        let language: Text<'_> = catalogue.get(LANG).expect("a language");
        assert!(language.as_bytes().starts_with(b"vi"), "{name}");
        assert_eq!(
            catalogue.get::<Dict<'_>>(MARK_INFO).and_then(|mark| mark.get(b"Marked")),
            Some(true),
            "{name}: tagged"
        );
        assert!(catalogue.get::<Dict<'_>>(STRUCT_TREE_ROOT).is_some(), "{name}: a tree of what is what");
        let shown = catalogue.get::<Dict<'_>>(VIEWER_PREFERENCES).and_then(|shown| shown.get(b"DisplayDocTitle"));
        assert_eq!(shown, Some(true), "{name}: the title is shown");
        let first_bookmark = catalogue.get::<Dict<'_>>(OUTLINES).and_then(|marks| marks.get_ref(b"First"));
        let headings = sheet.body.iter().any(|block| matches!(block, Block::Heading { .. }));
        assert_eq!(first_bookmark.is_some(), headings, "{name}: bookmarks");
        let metadata: Stream<'_> = catalogue.get(METADATA).expect("metadata");
        let metadata = String::from_utf8(metadata.decoded().expect("readable").to_vec()).expect("UTF-8");
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}: PDF/UA-1");
        let archive =
            metadata.contains("<pdfaid:part>2</pdfaid:part>") && metadata.contains("<pdfaid:conformance>A<");
        assert_eq!(archive, document.date.is_some(), "{name}: PDF/A-2a");
        assert!(metadata.contains("<dc:title>"), "{name}: a title");
    }
}
