//! The summing-up, section by section.

use super::{WaveSummary, words};
use crate::forms::numbering::Sections;
use crate::forms::wording::{items, paragraphs, sentence, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Run, Table};

/// The summing-up as an official document.
pub fn document(form: &WaveSummary) -> OfficialDocument {
    let issuer = &form.letterhead.issuer;
    let plan = form.plan.as_ref().map(|plan| plan.cited_as(words::PLAN));
    let mut sections = Sections::default();
    let mut blocks = vec![Block::paragraph(words::opening(issuer, plan.as_deref(), &form.wave))];

    blocks.push(Block::heading(1, sections.next(words::ORGANISATION)));
    if let Some(goal) = form.goal.as_deref().filter(|goal| !goal.trim().is_empty()) {
        blocks.push(Block::Paragraph { runs: vec![Run::bold(words::GOAL), Run::plain(sentence(goal))] });
    }
    blocks.extend(typed_or_gap(form.organisation.as_deref(), words::ORGANISATION_MISSING));

    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(form.results.as_deref().map(paragraphs).unwrap_or_default());
    if form.targets.is_empty() {
        blocks.push(Block::paragraph(words::NO_TARGETS));
    } else {
        blocks.push(Block::Table(table(form)));
    }
    blocks.extend(form.tasks.as_deref().map(Block::paragraph));
    if !form.matters.is_empty() {
        blocks.push(Block::paragraph(words::MATTERS));
        blocks.extend(items(&form.matters));
    }

    blocks.push(Block::heading(1, sections.next(words::PARTICIPATION)));
    blocks.extend(typed_or_gap(form.participation.as_deref(), words::PARTICIPATION_MISSING));
    blocks.push(Block::heading(1, sections.next(words::COMMENDED)));
    blocks.extend(typed_or_gap(form.commended.as_deref(), words::COMMENDED_MISSING));
    blocks.push(Block::heading(1, sections.next(words::SHORTCOMINGS)));
    blocks.extend(typed_or_gap(form.shortcomings.as_deref(), words::SHORTCOMINGS_MISSING));
    let directions = form.directions.as_deref().map(paragraphs).unwrap_or_default();
    if !directions.is_empty() {
        blocks.push(Block::heading(1, sections.next(words::DIRECTIONS)));
        blocks.extend(directions);
    }
    blocks.push(Block::paragraph(words::closing(issuer, &form.wave)));
    let mark = form.illustrative.then(|| words::MARK.to_owned());
    form.letterhead.document(words::KIND, words::subject(&form.wave, &form.days), blocks, mark)
}

fn table(form: &WaveSummary) -> Table {
    use Align::{Center, Left, Right};
    const SHARES: [(u32, Align); 6] = [(2, Center), (14, Left), (5, Center), (6, Right), (6, Right), (6, Center)];
    let columns = words::COLUMNS.into_iter().zip(SHARES);
    let rows = form.targets.iter().enumerate().map(|(at, row)| {
        let number = (at + 1).to_string();
        Row::cells([&number, &row.name, &row.unit, &row.planned, &row.actual, &row.status].map(String::as_str))
    });
    Table {
        caption: Some(words::TABLE.to_owned()),
        columns: columns.map(|(title, (share, align))| Column::new(title, share, align)).collect(),
        rows: rows.collect(),
        landscape: false,
    }
}
