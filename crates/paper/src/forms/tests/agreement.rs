//! What is printed never differs: PDF, Word file and workbook say the same, nothing less and nothing more.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::examples;
use crate::write::document::{Block, OfficialDocument, Table};
use crate::write::reading::{docx_text, pdf_pages};
use crate::write::{PaperError, to_docx, to_pdf, to_xlsx};

/// Letters alone: lines are broken elsewhere in each format.
fn letters(text: &str) -> String {
    // poppler turns signs around that stand alone on a line, between marks that nobody sees
    let unseen = |letter: &char| {
        letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
    };
    let letters: String = text.chars().filter(|letter| !unseen(letter)).collect();
    letters.replace("()%", "(%)")
}

/// The pieces that must all be found, longest first, so that none is found inside another.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> =
        text.lines().flat_map(|line| line.split(" | ")).map(letters).filter(|piece| !piece.is_empty()).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.chars().count()));
    pieces
}

/// What is left of `text` once every piece is taken out of it once; a piece that is not there is told.
fn without(name: &str, text: &str, pieces: &[String]) -> String {
    let mut left = letters(text);
    for piece in pieces {
        let at = left.find(piece.as_str()).unwrap_or_else(|| panic!("{name} lacks “{piece}”; left: {left}"));
        left.replace_range(at..at + piece.len(), "\u{1}");
    }
    letters(&left.replace('\u{1}', ""))
}

fn tables(document: &OfficialDocument) -> Vec<&Table> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// The heads of tables, which repeat on every page.
fn heads(document: &OfficialDocument) -> Vec<String> {
    let columns = tables(document).into_iter().flat_map(|table| &table.columns);
    let mut heads: Vec<String> = columns
        .flat_map(|column| [Some(&column.title), column.over.as_ref()])
        .flatten()
        .map(|title| letters(title))
        .collect();
    heads.sort_by_key(|head| std::cmp::Reverse(head.chars().count()));
    heads
}

#[test]
fn pdf_and_word_file_of_every_example_say_the_same() {
    for (name, _, document) in examples() {
        let word = docx_text(&to_docx(&document).expect("written"));
        let pdf = pdf_pages(&to_pdf(&document).expect("written")).join("\n");
        let mut left = without(&name, &pdf, &pieces(&word));
        // heads of tables and the mark repeat on every page
        let again: Vec<String> =
            heads(&document).into_iter().chain(document.mark.as_deref().map(letters)).collect();
        // twice, because taking one head out may put the pieces of another together
        for words in again.iter().chain(&again) {
            left = letters(&left.replace(words, ""));
        }
        assert_eq!(left, "", "{name}: the PDF says more than the Word file");
    }
}

/// Every cell of every sheet; numbers in the way the paper prints them.
fn workbook(xlsx: Vec<u8>) -> Vec<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).expect("a workbook");
    let sheets = book.sheet_names();
    sheets
        .iter()
        .flat_map(|sheet| {
            book.worksheet_range(sheet)
                .expect("a sheet")
                .used_cells()
                .map(|cell| cell.2.clone())
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn workbook_and_word_file_of_every_table_form_say_the_same() {
    let mut seen = 0;
    for (name, form, document) in examples() {
        if !form.table {
            assert!(tables(&document).is_empty() || to_xlsx(&document).is_ok(), "{name}");
            continue;
        }
        seen += 1;
        let word = docx_text(&to_docx(&document).expect("written"));
        let cells = workbook(to_xlsx(&document).unwrap_or_else(|error| panic!("{name}: {error}")));
        let mut numbers: Vec<String> = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for cell in cells {
            match cell {
                Data::Float(number) => numbers.push(number.to_string()),
                Data::String(text) => texts.push(letters(&text)),
                Data::Empty => {}
                other => panic!("{name}: {other:?}"),
            }
        }
        texts.retain(|text| !text.is_empty());
        texts.sort_unstable();
        numbers.sort_unstable();
        let (mut said, mut counted) = (Vec::new(), Vec::new());
        for piece in pieces(&word) {
            match texts.binary_search(&piece) {
                Ok(_) => said.push(piece),
                Err(_) => counted.push(plain(&piece)),
            }
        }
        said.sort_unstable();
        counted.sort_unstable();
        assert_eq!(said, texts, "{name}: words");
        assert_eq!(counted, numbers, "{name}: figures");
    }
    assert!(seen >= 9, "{seen} table forms");
}

/// "9.007,4" as a program writes it.
fn plain(printed: &str) -> String {
    let percent = printed.strip_suffix('%');
    let plain = percent.unwrap_or(printed).replace('.', "").replace(',', ".");
    let power = if percent.is_some() { "e-2" } else { "" };
    let number: f64 =
        format!("{plain}{power}").parse().unwrap_or_else(|_| panic!("“{printed}” is not in the workbook"));
    number.to_string()
}

#[test]
fn a_text_without_a_table_is_not_a_workbook() {
    let letter = OfficialDocument { kind: "THÔNG BÁO".into(), ..OfficialDocument::default() };
    assert!(matches!(to_xlsx(&letter), Err(PaperError::NoTable)));
}
