//! The tally sheet, piece by piece.

use super::{TallySheet, words};
use crate::forms::wording::{bare, date, items, sentence};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, PartySignature, Row, Signature, Table};

/// The tally sheet as an official document.
pub fn document(form: &TallySheet) -> OfficialDocument {
    let meeting = bare(&form.meeting);
    let opening = words::opening(
        form.hour.as_deref(),
        &date(form.day),
        form.place.as_deref(),
        &form.letterhead.issuer,
        meeting,
    );
    let mut blocks = vec![
        Block::paragraph(opening),
        Block::paragraph(words::people(form.members, form.present, form.in_writing)),
        Block::paragraph(words::TELLERS),
    ];
    let mut tellers = vec![words::head_teller(&form.head_teller)];
    tellers.extend(form.tellers.iter().map(|name| words::teller(name)));
    blocks.extend(items(&tellers));
    blocks.extend(form.rule.as_deref().map(|rule| Block::paragraph(sentence(&words::rule(rule)))));
    blocks.push(Block::Table(table(form)));
    blocks.push(Block::paragraph(words::CLOSING));
    let document = form.letterhead.document(words::KIND, words::subject(meeting), blocks, form.mark.clone());
    let second = form.tellers.first().cloned();
    OfficialDocument {
        unnumbered: form.letterhead.number_symbol.is_none() && form.letterhead.symbol_hint.is_none(),
        signature: Signature {
            authority_form: None,
            post: words::HEAD_TELLER.into(),
            name: Some(form.head_teller.clone()),
        },
        co_signature: second.map(|name| PartySignature {
            party: words::TELLER.into(),
            signature: Signature { authority_form: None, post: String::new(), name: Some(name) },
        }),
        recipients: Vec::new(),
        ..document
    }
}

fn table(form: &TallySheet) -> Table {
    use Align::{Center, Left};
    let papers = |title: &str, share| Column::new(title, share, Center).under(words::PAPERS);
    let result = |title: &str, share| Column::new(title, share, Center).under(words::RESULT);
    let [ordinal, what, issued, returned, valid, invalid, votes_for, against, rate] = words::COLUMNS;
    let columns = vec![
        Column::new(ordinal, 2, Center),
        Column::new(what, 9, Left),
        papers(issued, 3),
        papers(returned, 3),
        papers(valid, 3),
        papers(invalid, 4),
        result(votes_for, 3),
        result(against, 4),
        result(rate, 6),
    ];
    let rows = form.items.iter().enumerate().map(|(at, item)| {
        let counts = [item.issued, item.returned, item.valid, item.invalid, item.votes_for, item.against];
        let mut cells = vec![(at + 1).to_string(), words::item(&item.name, &item.award)];
        cells.extend(counts.iter().map(u32::to_string));
        cells.push(words::came(&item.rate, &item.result));
        Row::cells(cells)
    });
    Table { caption: None, columns, rows: rows.collect(), landscape: false }
}
