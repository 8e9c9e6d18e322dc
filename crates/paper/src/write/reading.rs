//! Reading written documents back, for the tests only.

use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::document::{Block, OfficialDocument, PartySignature, Row, Signature};

/// One space between words, however the lines are broken; a line may also be broken behind a slash or a hyphen.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("/ ", "/").replace("- ", "-")
}

/// Every string a reader must be able to find on the paper.
pub(crate) fn words_of(document: &OfficialDocument) -> Vec<String> {
    let mut words = vec![document.kind.clone(), document.subject.clone()];
    words.extend(document.parent_authority.as_ref().map(|text| text.to_uppercase()));
    words.extend([&document.number_symbol, &document.place, &document.mark].into_iter().flatten().cloned());
    words.extend(document.addressees.iter().cloned());
    words.extend(document.form_label.clone());
    words.extend(document.co_signature.iter().flat_map(party_words));
    words.extend(document.signature.authority_form.as_ref().map(|text| text.to_uppercase()));
    words.push(document.signature.post.to_uppercase());
    words.extend(document.signature.name.clone());
    words.extend(document.recipients.iter().cloned());
    words.extend(document.blocks.iter().flat_map(block_words));
    words
}

fn block_words(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. }
        | Block::Basis { text }
        | Block::Centred { text }
        | Block::Item { text }
        | Block::Part { text } => vec![text.clone()],
        Block::Paragraph { runs } => vec![runs.iter().map(|run| run.text.as_str()).collect()],
        Block::Table(table) => {
            let mut words: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
            words.extend(table.columns.iter().filter_map(|column| column.over.clone()));
            words.extend(
                table.caption.iter().map(|text| if table.landscape { text.to_uppercase() } else { text.clone() }),
            );
            for row in &table.rows {
                match row {
                    Row::Cells(cells) => words.extend(cells.iter().map(|cell| cell.text.clone())),
                    Row::Group(text) => words.push(text.clone()),
                }
            }
            words
        }
        Block::Signatures { parties } => parties.iter().flat_map(party_words).collect(),
    }
}

fn party_words(one: &PartySignature) -> Vec<String> {
    let Signature { authority_form, post, name } = &one.signature;
    let form = authority_form.as_ref().map(|text| text.to_uppercase());
    [Some(one.party.to_uppercase()), form, Some(post.to_uppercase()), name.clone()].into_iter().flatten().collect()
}

/// What `pdftotext` reads, without the running heads, in one line.
pub(crate) fn pdf_text(pdf: &[u8]) -> String {
    squeezed(&pdf_pages(pdf).join(" "))
}

/// What `pdftotext` reads on each page, without the running head.
pub(crate) fn pdf_pages(pdf: &[u8]) -> Vec<String> {
    let text = piped("pdftotext", &["-raw", "-", "-"], pdf);
    text.trim_end_matches('\u{c}').split('\u{c}').map(without_running_head).collect()
}

/// A running head ends in a bare page number: alone on its line, or behind the mark.
fn without_running_head(page: &str) -> String {
    let (first, rest) = page.split_once('\n').unwrap_or((page, ""));
    let mark = first.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    let is_number = mark.len() < first.len() && mark.to_uppercase() == mark;
    if is_number { rest.into() } else { page.into() }
}

/// What `pdfinfo` says about every page.
pub(crate) fn pdf_info(pdf: &[u8]) -> String {
    piped("pdfinfo", &["-f", "1", "-l", "99", "-"], pdf)
}

/// Where every word of the page stands: left and right edge, in whole points.
pub(crate) fn word_edges(pdf: &[u8], page: usize) -> Vec<(u32, u32)> {
    let page = page.to_string();
    let boxes = piped("pdftotext", &["-bbox", "-f", &page, "-l", &page, "-", "-"], pdf);
    let edge = |line: &str, name: &str| {
        let (_, rest) = line.split_once(name)?;
        rest.split_once('.')?.0.parse().ok()
    };
    boxes.lines().filter_map(|line| Some((edge(line, "xMin=\"")?, edge(line, "xMax=\"")?))).collect()
}

pub(crate) fn piped(program: &str, arguments: &[&str], input: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is missing ({error}); install the package poppler-utils"));
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the program ends");
    feeding.join().expect("feeding ends").expect("the program reads all");
    assert!(output.status.success(), "{program} failed");
    String::from_utf8(output.stdout).expect("UTF-8 comes out")
}

/// The XML parts of a Word file.
pub(crate) fn docx_parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip package");
    (0..package.len())
        .map(|index| {
            let mut part = package.by_index(index).expect("a part");
            let mut xml = String::new();
            part.read_to_string(&mut xml).expect("UTF-8");
            (part.name().expect("a name").to_string(), xml)
        })
        .collect()
}

/// Reads the part to its end, checking that every element is closed.
pub(crate) fn assert_well_formed(name: &str, xml: &str) {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_i32;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name} leaves elements open");
}

/// The text of a Word file: a line for each paragraph, a line for each row of a ruled table.
pub(crate) fn docx_text(docx: &[u8]) -> String {
    let parts = docx_parts(docx);
    let (_, xml) = parts.iter().find(|(name, _)| name == "word/document.xml").expect("the main part");
    let mut reader = Reader::from_str(xml);
    let mut lines = vec![String::new()];
    // tables stand inside one another on slips; only ruled ones are rows of a table
    let mut ruled: Vec<bool> = Vec::new();
    let (mut in_text, mut first_cell) = (false, true);
    loop {
        let in_ruled = ruled.last() == Some(&true);
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(start) => match start.name().as_ref() {
                "w:t" => in_text = true,
                "w:tbl" => ruled.push(false),
                "w:tblBorders" => *ruled.last_mut().expect("inside a table") = true,
                "w:tr" => first_cell = true,
                "w:tc" if in_ruled && !std::mem::take(&mut first_cell) => push(&mut lines, " | "),
                _ => {}
            },
            Event::End(end) => match end.name().as_ref() {
                "w:t" => in_text = false,
                "w:tbl" => drop(ruled.pop()),
                "w:p" if !in_ruled => lines.push(String::new()),
                "w:tr" if in_ruled => lines.push(String::new()),
                _ => {}
            },
            Event::Text(text) if in_text => push(&mut lines, &text),
            Event::GeneralRef(reference) if in_text => push(
                &mut lines,
                match &*reference {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("unknown entity {other}"),
                },
            ),
            _ => {}
        }
    }
    let kept: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    kept.join("\n") + "\n"
}

fn push(lines: &mut [String], text: &str) {
    lines.last_mut().expect("there is always a line").push_str(text);
}
