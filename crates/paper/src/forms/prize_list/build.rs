//! The list, with its total in figures and in words.

use super::{PrizeList, words};
use crate::forms::money::{dotted, in_words};
use crate::forms::tables::{numbered, table};
use crate::forms::wording::{bare, gap, sentence, upper_first};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Cell, PartySignature, Row};

/// The list as an official document.
pub fn document(form: &PrizeList) -> OfficialDocument {
    use Align::{Center, Left, Right};
    let decision = form.decision.as_ref().map(|decision| decision.cited_as(decision.kind()));
    let mut blocks = vec![Block::paragraph(words::opening(decision.as_deref(), &dotted(form.base_salary)))];
    blocks.push(Block::paragraph(sentence(&words::source(bare(&form.source)))));
    if form.lines.is_empty() {
        blocks.push(gap(words::NOBODY));
    } else {
        let mut rows = numbered(&form.lines, |line| {
            [
                line.name.clone(),
                line.who.clone(),
                line.award.clone(),
                line.multiple.clone(),
                dotted(line.sum),
                String::new(),
            ]
            .into()
        });
        let sum = form.lines.iter().map(|line| line.sum).fold(0_u64, u64::saturating_add);
        let cells = ["", words::SUM, "", "", "", &dotted(sum), ""];
        rows.push(Row::Cells(cells.into_iter().map(Cell::bold).collect()));
        let shares = [(2, Center), (8, Left), (9, Left), (9, Left), (4, Right), (6, Right), (6, Center)];
        blocks.push(Block::Table(table(None, words::COLUMNS, shares, rows)));
        blocks.push(Block::paragraph(words::total(&upper_first(&in_words(sum)))));
    }
    let document =
        form.letterhead.document(words::KIND, words::subject(bare(&form.occasion)), blocks, form.mark.clone());
    OfficialDocument {
        landscape: true,
        unnumbered: form.letterhead.number_symbol.is_none(),
        co_signature: form.accountant.clone().map(|signature| PartySignature { party: String::new(), signature }),
        recipients: Vec::new(),
        ..document
    }
}
