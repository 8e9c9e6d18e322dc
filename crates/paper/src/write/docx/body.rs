//! The content, block by block.

use super::super::document::{Block, PartySignature, Run, Table};
use super::size;
use super::table::{layout_table, ruled_table};
use super::xml::{Face, Paragraph, Spacing, run};

/// Every block; the last paragraph stays with the signature.
pub(super) fn content(blocks: &[Block], room: u32) -> String {
    let last = blocks.len();
    blocks.iter().enumerate().map(|(index, block)| draw(block, index + 1 == last, room)).collect()
}

fn draw(block: &Block, keep_next: bool, room: u32) -> String {
    let text = Paragraph { style: "Content", keep_next, ..Paragraph::default() };
    match block {
        Block::Heading { level, text } => {
            let style = match level {
                1 => "Heading1",
                2 => "Heading2",
                _ => "Heading3",
            };
            Paragraph { style, ..Paragraph::default() }.of(text, Face::default())
        }
        Block::Paragraph { runs } => text.around(&runs.iter().map(piece).collect::<String>()),
        Block::Basis { text: basis } => text.of(basis, Face::italic(0)),
        Block::Centred { text: line } => {
            let middle = Paragraph { keep_next: true, ..Paragraph::centred().spaced(120, 120) };
            middle.of(line, Face::bold(size::BODY))
        }
        Block::Item { text: item } => text.of(&format!("- {item}"), Face::default()),
        Block::Part { text: part } => Paragraph { left: size::INDENT, ..text }.of(part, Face::default()),
        Block::Table(table) => captioned(table, room),
        Block::Signatures { parties } => signatures(parties, room),
    }
}

/// Two signatures beside each other; a row is never divided between pages.
fn signatures(parties: &[PartySignature], room: u32) -> String {
    let left = room / 2;
    let one = |party: Option<&PartySignature>| {
        party.map_or_else(|| Paragraph::tight().around(""), |one| signed(one, 240))
    };
    let rows: Vec<[String; 2]> = parties.chunks(2).map(|pair| [one(pair.first()), one(pair.get(1))]).collect();
    let gap = Spacing { before: 0, after: 0, exact_line: 160 };
    let gap = Paragraph { spacing: Some(gap), ..Paragraph::tight() }.around("");
    format!("{gap}{}{gap}", layout_table(&[left, room - left], &rows))
}

/// For whom, in whose name, the post, room for the hand, the name.
pub(super) fn signed(one: &PartySignature, after: u32) -> String {
    let bold = |text: &str| Paragraph::centred().of(text, Face::bold(size::BODY));
    let PartySignature { party, signature } = one;
    let lines = [Some(party), signature.authority_form.as_ref(), Some(&signature.post)];
    let above: String =
        lines.into_iter().flatten().filter(|line| !line.is_empty()).map(|line| bold(line)).collect();
    let name = signature.name.as_deref().unwrap_or_default();
    above + &Paragraph::centred().spaced(size::SIGNATURE_ROOM, after).of(name, Face::bold(size::BODY))
}

fn piece(piece: &Run) -> String {
    run(&piece.text, Face { bold: piece.bold, italic: piece.italic, half_points: 0 })
}

fn captioned(table: &Table, room: u32) -> String {
    let caption = Paragraph { keep_next: true, ..Paragraph::centred().spaced(60, 120) };
    let caption = table.caption.as_ref().map(|text| caption.of(text, Face::bold(size::HEAD))).unwrap_or_default();
    let spacing = Spacing { before: 0, after: 60, exact_line: 100 };
    let behind = Paragraph { spacing: Some(spacing), ..Paragraph::tight() };
    caption + &ruled_table(table, room) + &behind.around("")
}
