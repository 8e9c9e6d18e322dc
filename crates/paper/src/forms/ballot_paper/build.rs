//! The ballot paper. All copies are alike: nothing on them tells one from another.

use super::{BallotPaper, words};
use crate::forms::tables::{numbered, table};
use crate::forms::wording::bare;
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Run, Signature, Slips, SlipsOnAPage};

/// The ballot papers as an official document.
pub fn document(form: &BallotPaper) -> OfficialDocument {
    use Align::{Center, Left};
    let rows = numbered(&form.items, |item| {
        vec![words::item(&item.name, &item.award), words::BOX.into(), words::BOX.into()]
    });
    let shares = match form.on_a_page {
        SlipsOnAPage::One | SlipsOnAPage::Two => [(2, Center), (20, Left), (4, Center), (4, Center)],
        SlipsOnAPage::Four => [(4, Center), (12, Left), (6, Center), (7, Center)],
    };
    let small = |text: &str| Block::Paragraph { runs: vec![Run::italic(text)] };
    let blocks =
        vec![Block::Table(table(None, words::COLUMNS, shares, rows)), small(words::HOW), small(words::NO_NAME)];
    let document = form.letterhead.document(words::KIND, bare(&form.meeting).to_owned(), blocks, form.mark.clone());
    OfficialDocument {
        number_symbol: None,
        symbol_hint: None,
        place: None,
        date: None,
        unnumbered: true,
        signature: Signature::default(),
        recipients: Vec::new(),
        slips: Some(Slips { on_a_page: form.on_a_page, copies: form.copies }),
        ..document
    }
}
