//! The list by award.

use super::{NomineeList, words};
use crate::forms::tables::table;
use crate::forms::wording::{bare, gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, PartySignature, Row};

/// The list as an official document.
pub fn document(form: &NomineeList) -> OfficialDocument {
    use Align::{Center, Left};
    let mut rows = Vec::new();
    for group in &form.groups {
        rows.push(Row::Group(words::group(&group.award, group.lines.len())));
        for (at, line) in group.lines.iter().enumerate() {
            let number = (at + 1).to_string();
            let cells = [&number, &line.name, &line.born, &line.who, &line.merit, &line.appraisal, &line.vote];
            rows.push(Row::cells(cells.map(String::as_str)));
        }
    }
    let count: usize = form.groups.iter().map(|group| group.lines.len()).sum();
    let mut blocks = Vec::new();
    if count == 0 {
        blocks.push(gap(words::NOBODY));
    } else {
        let shares = [(2, Center), (8, Left), (4, Center), (9, Left), (12, Left), (7, Left), (5, Center)];
        blocks.push(Block::Table(table(None, words::COLUMNS, shares, rows)));
        blocks.push(Block::paragraph(words::total(count)));
    }
    let document = form.letterhead.document(words::KIND, bare(&form.round).to_owned(), blocks, form.mark.clone());
    OfficialDocument {
        landscape: true,
        unnumbered: form.letterhead.number_symbol.is_none(),
        co_signature: form
            .made_by
            .clone()
            .map(|signature| PartySignature { party: words::MADE_BY.into(), signature }),
        recipients: Vec::new(),
        ..document
    }
}
