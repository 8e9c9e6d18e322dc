//! The report, section by section.

use super::{AchievementReport, HeldAward, Subject, words};
use crate::forms::numbering::Sections;
use crate::forms::tables::table;
use crate::forms::wording::{bare, sentence, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, PartySignature, Row, Run, Signature};

/// The report as an official document.
pub fn document(form: &AchievementReport) -> OfficialDocument {
    let mut sections = Sections::default();
    let (title, lines) = described(&form.subject);
    let mut blocks = vec![Block::heading(1, sections.next(title))];
    blocks.extend(lines.into_iter().filter_map(|(label, text)| line(label, text)));

    blocks.push(Block::heading(1, sections.next(words::ACHIEVEMENTS)));
    blocks.extend(lined(form.achievements.as_deref(), words::ACHIEVEMENTS_MISSING));
    if !form.initiatives.is_empty() {
        blocks.push(Block::paragraph(words::INITIATIVES));
        let rows = form
            .initiatives
            .iter()
            .map(|one| Row::cells([&one.year, &one.name, &one.recognised].map(String::as_str)));
        let shares = [(4, Align::Center), (16, Align::Left), (16, Align::Left)];
        blocks.push(Block::Table(table(None, words::INITIATIVE_COLUMNS, shares, rows.collect())));
    }
    if form.policies.is_some() {
        blocks.push(Block::paragraph(words::POLICIES));
        blocks.extend(lined(form.policies.as_deref(), ""));
    }

    blocks.push(Block::heading(1, sections.next(words::HELD)));
    let mut number = 0;
    for (title, held) in [(words::TITLES, &form.titles), (words::COMMENDATIONS, &form.commendations)] {
        number += 1;
        blocks.push(Block::heading(2, format!("{number}. {title}")));
        blocks.push(if held.is_empty() { Block::paragraph(words::NONE) } else { Block::Table(held_table(held)) });
    }
    blocks.push(Block::paragraph(words::closing(matches!(form.subject, Subject::Individual { .. }))));
    let subject = words::subject(bare(&form.award), bare(&form.period));
    let document = form.letterhead.document(words::KIND, subject, blocks, form.mark.clone());
    OfficialDocument {
        unnumbered: form.letterhead.number_symbol.is_none() && form.letterhead.symbol_hint.is_none(),
        signature: reported_by(form),
        co_signature: form
            .confirmed_by
            .clone()
            .map(|signature| PartySignature { party: words::CONFIRMED.into(), signature }),
        recipients: Vec::new(),
        ..document
    }
}

/// A person and a household sign for themselves, a collective through its head.
fn reported_by(form: &AchievementReport) -> Signature {
    let own =
        |post: &str, name: &str| Signature { authority_form: None, post: post.into(), name: Some(name.into()) };
    match &form.subject {
        Subject::Individual { name, .. } => own(words::REPORTER, name),
        Subject::Household { head, .. } => own(words::HOUSEHOLDER, head),
        Subject::Collective { .. } => form.letterhead.signature.clone(),
    }
}

fn described(subject: &Subject) -> (&'static str, Vec<(&'static str, String)>) {
    let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
    match subject {
        Subject::Individual { name, born, home, post, education, duties } => (
            words::PERSON,
            vec![
                (words::PERSON_NAME, name.clone()),
                (words::BORN, born.clone()),
                (words::HOME, home.clone()),
                (words::POST, post.clone()),
                (words::EDUCATION, maybe(education)),
                (words::DUTIES, maybe(duties)),
            ],
        ),
        Subject::Collective { name, address, situation, duties } => (
            words::COLLECTIVE,
            vec![
                (words::COLLECTIVE_NAME, name.clone()),
                (words::ADDRESS, address.clone()),
                (words::SITUATION, situation.clone()),
                (words::FUNCTION, maybe(duties)),
            ],
        ),
        Subject::Household { head, address, members, livelihood } => (
            words::HOUSEHOLD,
            vec![
                (words::HOUSEHOLD_HEAD, head.clone()),
                (words::ADDRESS, address.clone()),
                (words::MEMBERS, words::members(*members)),
                (words::LIVELIHOOD, maybe(livelihood)),
            ],
        ),
    }
}

fn line(label: &str, text: String) -> Option<Block> {
    let said = !text.trim().is_empty();
    said.then(|| Block::Paragraph { runs: vec![Run::plain(format!("{label}: ")), Run::plain(sentence(&text))] })
}

/// Paragraphs, and items where a line begins with a dash.
fn lined(text: Option<&str>, missing: &str) -> Vec<Block> {
    let item = |block: Block| match block {
        Block::Paragraph { runs } if runs.len() == 1 && runs[0].text.starts_with("- ") => {
            Block::item(runs[0].text.trim_start_matches("- "))
        }
        other => other,
    };
    typed_or_gap(text, missing).into_iter().map(item).collect()
}

fn held_table(held: &[HeldAward]) -> crate::write::document::Table {
    let rows = held.iter().map(|one| Row::cells([&one.year, &one.award, &one.decision].map(String::as_str)));
    let shares = [(4, Align::Center), (14, Align::Left), (18, Align::Left)];
    table(None, words::HELD_COLUMNS, shares, rows.collect())
}
