//! The reply, piece by piece. A letter has no kind: its subject stands under its number.

use super::{ComplaintReply, words};
use crate::forms::wording::{bare, date, items, paragraphs, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::Block;

/// The reply as an official document.
pub fn document(form: &ComplaintReply) -> OfficialDocument {
    let issuer = &form.letterhead.issuer;
    let (kind, written) = (bare(&form.kind), form.written.map(date));
    let mut blocks = vec![Block::paragraph(words::opening(
        issuer,
        &date(form.received),
        kind,
        written.as_deref(),
        bare(&form.about),
    ))];
    for (title, lines) in [(words::FINDINGS, &form.findings), (words::PROVISIONS, &form.provisions)] {
        if !lines.is_empty() {
            blocks.push(Block::paragraph(title));
            blocks.extend(items(lines));
        }
    }
    blocks.push(Block::paragraph(words::ANSWER));
    blocks.extend(typed_or_gap(form.answer.as_deref(), words::ANSWER_MISSING));
    blocks.extend(form.next.as_deref().map(paragraphs).unwrap_or_default());
    blocks.push(Block::paragraph(words::closing(issuer)));
    let document = form.letterhead.document("", words::subject(kind), blocks, form.mark.clone());
    OfficialDocument { addressees: vec![form.addressee.clone()], ..document }
}
