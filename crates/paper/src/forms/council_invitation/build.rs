//! The invitation, line by line.

use super::{CouncilInvitation, words};
use crate::forms::wording::{bare, date, items, sentence};
use crate::write::OfficialDocument;
use crate::write::document::{Block, Run};

/// The invitation as an official document.
pub fn document(form: &CouncilInvitation) -> OfficialDocument {
    let meeting = bare(&form.meeting);
    let line = |label: &str, text: &str| Block::Paragraph {
        runs: vec![Run::bold(format!("{label}: ")), Run::plain(sentence(text))],
    };
    let mut blocks = vec![Block::paragraph(words::inviting(&form.letterhead.issuer))];
    blocks.extend(items(&form.invited));
    blocks.push(line(words::TO, &words::meeting(meeting)));
    if !form.agenda.is_empty() {
        blocks.push(Block::Paragraph { runs: vec![Run::bold(words::AGENDA)] });
        blocks.extend(items(&form.agenda));
    }
    blocks.push(line(words::CHAIR, &form.chair));
    blocks.push(line(words::TIME, &words::time(bare(&form.hour), &date(form.day))));
    blocks.push(line(words::PLACE, &form.place));
    blocks.extend(form.papers.as_deref().map(|text| line(words::PAPERS, text)));
    blocks.extend(form.absence.as_deref().map(|text| Block::paragraph(sentence(text))));
    blocks.push(Block::paragraph(words::CLOSING));
    form.letterhead.document(words::KIND, meeting.to_owned(), blocks, form.mark.clone())
}
