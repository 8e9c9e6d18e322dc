//! The covenant, section by section.

use super::{Covenant, Party, signatures, words};
use crate::forms::letterhead::bases;
use crate::forms::numbering::Sections;
use crate::forms::wording::{date, items, movement, sentence};
use crate::write::OfficialDocument;
use crate::write::document::Block;

/// The covenant as an official document.
pub fn document(covenant: &Covenant) -> OfficialDocument {
    let day = covenant.day.map(date);
    let opening = words::opening(&movement(&covenant.movement), covenant.place.as_deref(), day.as_deref());
    let mut sections = Sections::default();
    let mut blocks = bases(&covenant.bases);
    blocks.push(Block::paragraph(opening));
    blocks.push(Block::heading(1, sections.next(words::PARTIES_SECTION)));
    blocks.extend(covenant.parties.iter().enumerate().map(|(index, party)| named(index + 1, party)));
    blocks.push(Block::heading(1, sections.next(words::CONTENT_SECTION)));
    blocks.extend(covenant.preamble.iter().map(|text| Block::paragraph(sentence(text))));
    blocks.extend(content(covenant));
    blocks.push(Block::heading(1, sections.next(words::TERMS_SECTION)));
    let terms = words::TERMS.iter().enumerate();
    blocks.extend(terms.map(|(index, text)| Block::paragraph(format!("{}. {}", index + 1, sentence(text)))));
    blocks.push(Block::paragraph(words::closing(covenant.parties.len())));
    let parties = signatures(&covenant.parties);
    if !parties.is_empty() {
        blocks.push(Block::Signatures { parties });
    }
    covenant.letterhead.document(words::KIND, covenant.title.clone(), blocks, covenant.mark.clone())
}

fn named(number: usize, party: &Party) -> Block {
    let members = if party.members.is_empty() { String::new() } else { words::members(&party.members) };
    Block::paragraph(format!("{number}. {}{members}.", party.name))
}

/// What all promise, then what each promises; a single part needs no number.
fn content(covenant: &Covenant) -> Vec<Block> {
    let mut parts: Vec<(String, &[String])> = Vec::new();
    if !covenant.common.is_empty() {
        parts.push((words::COMMON.to_owned(), &covenant.common));
    }
    parts.extend(covenant.own.iter().map(|(party, lines)| (words::own(party), lines.as_slice())));
    let single = parts.len() == 1;
    let mut blocks = Vec::new();
    for (index, (title, lines)) in parts.into_iter().enumerate() {
        if !single {
            blocks.push(Block::heading(2, format!("{}. {title}", index + 1)));
        }
        blocks.extend(items(lines));
    }
    blocks
}
