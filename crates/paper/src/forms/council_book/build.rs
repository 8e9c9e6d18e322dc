//! The book: what is open first.

use super::{CouncilBook, DossierLine, words};
use crate::forms::tables::table;
use crate::forms::wording::{bare, date, gap, paragraphs};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Row};

/// The book as an official document.
pub fn document(form: &CouncilBook) -> OfficialDocument {
    use Align::{Center, Left};
    let (open, met): (Vec<_>, Vec<_>) = form.dossiers.iter().partition(|one| one.open.is_some());
    let mut blocks =
        vec![Block::paragraph(words::opening(bare(&form.meeting), &date(form.day), open.len(), met.len()))];
    blocks.extend(form.remarks.as_deref().map(paragraphs).unwrap_or_default());
    if form.dossiers.is_empty() {
        blocks.push(gap(words::NOTHING));
    } else {
        let mut rows = Vec::new();
        let mut number = 0;
        for (title, dossiers) in [(words::OPEN, open), (words::MET, met)] {
            if dossiers.is_empty() {
                continue;
            }
            rows.push(Row::Group(words::group(title, dossiers.len())));
            for one in dossiers {
                number += 1;
                rows.push(row(number, one));
            }
        }
        let shares = [(2, Center), (7, Left), (7, Left), (7, Left), (10, Left), (9, Left), (6, Left), (6, Left)];
        blocks.push(Block::Table(table(None, words::COLUMNS, shares, rows)));
    }
    let document = form.letterhead.document(words::KIND, bare(&form.meeting).to_owned(), blocks, form.mark.clone());
    OfficialDocument {
        landscape: true,
        unnumbered: form.letterhead.number_symbol.is_none() && form.letterhead.symbol_hint.is_none(),
        recipients: Vec::new(),
        ..document
    }
}

fn row(number: usize, one: &DossierLine) -> Row {
    let number = number.to_string();
    let recused = one.recused.join("; ");
    let open = one.open.as_deref().unwrap_or(words::NONE_OPEN);
    Row::cells([&number, &one.name, &one.who, &one.award, &one.merit, open, &one.rule, &recused].map(String::from))
}
