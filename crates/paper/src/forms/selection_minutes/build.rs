//! The minutes, section by section.

use super::{SelectionMinutes, words};
use crate::forms::numbering::Sections;
use crate::forms::tables::{numbered, table};
use crate::forms::wording::{bare, date, items, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, PartySignature};

/// The minutes as an official document.
pub fn document(form: &SelectionMinutes) -> OfficialDocument {
    use Align::{Center, Left};
    let mut sections = Sections::default();
    let (unit, meeting) = (&form.letterhead.issuer, bare(&form.meeting));
    let opening =
        words::opening(form.began.as_deref(), form.day.map(date).as_deref(), form.place.as_deref(), unit, meeting);
    let mut blocks = vec![Block::paragraph(opening)];
    blocks.push(Block::heading(1, sections.next(words::PEOPLE)));
    blocks.push(Block::paragraph(words::chair(form.chair.as_deref().map(bare))));
    blocks.push(Block::paragraph(words::writer(form.writer.as_deref().map(bare))));
    blocks.push(Block::paragraph(words::present(form.present, form.members)));
    if !form.absent.is_empty() {
        blocks.push(Block::paragraph(words::ABSENT));
        blocks.extend(items(&form.absent));
    }
    blocks.push(Block::heading(1, sections.next(words::SAID)));
    blocks.extend(typed_or_gap(form.discussion.as_deref(), words::SAID_MISSING));
    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.push(Block::paragraph(match form.secret {
        Some(true) => words::SECRET,
        Some(false) => words::OPEN,
        None => words::BALLOT_UNKNOWN,
    }));
    let rows = numbered(&form.lines, |line| {
        let (votes, against) = (line.votes_for.to_string(), line.against.to_string());
        [&line.name, &line.award, &votes, &against, &line.rate, &line.result].map(String::clone).into()
    });
    let shares = [(2, Center), (8, Left), (9, Left), (4, Center), (4, Center), (4, Center), (6, Center)];
    blocks.push(Block::Table(table(None, words::COLUMNS, shares, rows)));
    blocks.push(Block::heading(1, sections.next(words::CONCLUSION)));
    blocks.extend(typed_or_gap(form.conclusion.as_deref(), words::CONCLUSION_MISSING));
    blocks.push(Block::paragraph(words::closing(form.ended.as_deref())));
    let document = form.letterhead.document(words::KIND, words::subject(meeting), blocks, form.mark.clone());
    OfficialDocument {
        co_signature: form
            .signed_by_writer
            .clone()
            .map(|signature| PartySignature { party: words::WRITER.into(), signature }),
        ..document
    }
}
