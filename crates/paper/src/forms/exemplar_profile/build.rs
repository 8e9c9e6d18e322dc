//! The profile, section by section.

use super::{ExemplarProfile, words};
use crate::forms::numbering::Sections;
use crate::forms::wording::{bare, items, sentence, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Block, Run};

/// The profile as an official document.
pub fn document(form: &ExemplarProfile) -> OfficialDocument {
    let mut sections = Sections::default();
    let line = |label: &str, text: &str| Block::Paragraph {
        runs: vec![Run::bold(format!("{label}: ")), Run::plain(sentence(text))],
    };
    let mut blocks = vec![Block::heading(1, sections.next(words::WHO))];
    for (label, text) in [
        (words::NAME_LABEL, &form.name),
        (words::WHO_LABEL, &form.who),
        (words::FIELD, &form.field),
        (words::DEED, &form.deed),
    ] {
        if !text.trim().is_empty() {
            blocks.push(line(label, text));
        }
    }
    blocks.push(Block::heading(1, sections.next(words::STORY)));
    blocks.extend(typed_or_gap(form.story.as_deref(), words::STORY_MISSING));
    for (title, lines) in
        [(words::RESULTS, &form.results), (words::LESSONS, &form.lessons), (words::AWARDS, &form.awards)]
    {
        if !lines.is_empty() {
            blocks.push(Block::heading(1, sections.next(title)));
            blocks.extend(items(lines));
        }
    }
    blocks.push(Block::heading(1, sections.next(words::SPREADING)));
    blocks.extend(typed_or_gap(form.spreading.as_deref(), words::SPREADING_MISSING));
    blocks.push(Block::paragraph(words::consent(form.consent)));
    let document =
        form.letterhead.document(words::KIND, words::subject(bare(&form.name)), blocks, form.mark.clone());
    OfficialDocument {
        unnumbered: form.letterhead.number_symbol.is_none() && form.letterhead.symbol_hint.is_none(),
        ..document
    }
}
