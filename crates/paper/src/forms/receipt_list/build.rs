//! The list, with a total of the money.

use super::{ReceiptList, words};
use crate::forms::money::{dotted, in_words};
use crate::forms::tables::{numbered, table};
use crate::forms::wording::{bare, gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Cell, PartySignature, Row};

/// The list as an official document.
pub fn document(form: &ReceiptList) -> OfficialDocument {
    use Align::{Center, Left, Right};
    let decision = form.decision.as_ref().map(|decision| decision.cited_as(decision.kind()));
    let mut blocks: Vec<Block> =
        decision.iter().map(|decision| Block::paragraph(words::decision(decision))).collect();
    if form.lines.is_empty() {
        blocks.push(gap(words::NOBODY));
    } else {
        let mut rows = numbered(&form.lines, |line| {
            let money = line.money.map(dotted).unwrap_or_default();
            vec![line.name.clone(), line.who.clone(), line.award.clone(), line.items.clone(), money, String::new()]
        });
        let sum = form.lines.iter().filter_map(|line| line.money).fold(0_u64, u64::saturating_add);
        let cells = ["", words::SUM, "", "", "", &dotted(sum), ""];
        rows.push(Row::Cells(cells.into_iter().map(Cell::bold).collect()));
        let shares = [(2, Center), (8, Left), (9, Left), (9, Left), (6, Left), (5, Right), (6, Center)];
        blocks.push(Block::Table(table(None, words::COLUMNS, shares, rows)));
        blocks.push(Block::paragraph(words::total(form.lines.len(), &in_words(sum))));
    }
    let document =
        form.letterhead.document(words::KIND, words::subject(bare(&form.ceremony)), blocks, form.mark.clone());
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
