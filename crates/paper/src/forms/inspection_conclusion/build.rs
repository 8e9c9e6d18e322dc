//! The conclusion, section by section.

use super::{InspectionConclusion, words};
use crate::forms::numbering::Sections;
use crate::forms::wording::{date, items, paragraphs, sentence, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Table};

/// The conclusion as an official document.
pub fn document(form: &InspectionConclusion) -> OfficialDocument {
    let issuer = &form.letterhead.issuer;
    let mut sections = Sections::default();
    let decision = form.decision.as_ref().map(|one| one.cited_as(one.kind()));
    let plan = form.plan.as_ref().map(|one| one.cited_as(words::PLAN));
    let mut blocks = vec![Block::paragraph(words::opening(issuer, decision.as_deref(), plan.as_deref()))];

    blocks.push(Block::heading(1, sections.next(words::DONE)));
    blocks.push(Block::paragraph(words::VISITS));
    blocks.extend(items(&form.visits));
    if !form.left_out.is_empty() {
        blocks.push(Block::paragraph(words::LEFT_OUT));
        blocks.extend(items(&form.left_out));
    }
    blocks.extend(form.sample.iter().map(|text| Block::paragraph(sentence(text))));

    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(typed_or_gap(form.general.as_deref(), words::GENERAL_MISSING));
    blocks.push(Block::Table(answers(form)));
    blocks.extend(form.values.as_deref().map(|text| Block::paragraph(sentence(text))));
    let parts = [(words::GOOD, &form.good), (words::WANTING, &form.wanting), (words::CAUSES, &form.causes)];
    let mut number = 0;
    for (title, text) in parts {
        let said = text.as_deref().map(paragraphs).unwrap_or_default();
        if !said.is_empty() {
            number += 1;
            blocks.push(Block::heading(2, format!("{number}. {title}")));
            blocks.extend(said);
        }
    }

    blocks.push(Block::heading(1, sections.next(words::DEMANDS)));
    if form.demands.is_empty() {
        blocks.push(Block::paragraph(words::NO_DEMANDS));
    } else {
        blocks.push(Block::Table(demands(form)));
    }
    blocks.extend(form.further.as_deref().map(paragraphs).unwrap_or_default());
    blocks.push(Block::paragraph(words::closing(issuer)));
    let mark = form.illustrative.then(|| words::MARK.to_owned());
    form.letterhead.document(words::KIND, words::subject(&form.inspection), blocks, mark)
}

fn answers(form: &InspectionConclusion) -> Table {
    use Align::{Center, Left};
    const SHARES: [(u32, Align); 6] = [(2, Center), (14, Left), (4, Center), (5, Center), (5, Center), (6, Center)];
    let rows = form.items.iter().enumerate().map(|(at, (item, counts))| {
        let mut cells = vec![(at + 1).to_string(), item.clone()];
        cells.extend(counts.iter().map(usize::to_string));
        Row::cells(cells)
    });
    Table {
        caption: Some(words::TABLE.to_owned()),
        columns: columns(words::COLUMNS, SHARES),
        rows: rows.collect(),
        landscape: false,
    }
}

fn demands(form: &InspectionConclusion) -> Table {
    use Align::{Center, Left};
    const SHARES: [(u32, Align); 6] = [(2, Center), (7, Left), (10, Left), (10, Left), (6, Center), (6, Left)];
    let rows = form.demands.iter().enumerate().map(|(at, row)| {
        let until = row.until.map(date).unwrap_or_default();
        let number = (at + 1).to_string();
        Row::cells([&number, &row.subject, &row.what, &row.demand, &until, &row.standing].map(String::as_str))
    });
    Table {
        caption: Some(words::DEMANDS_TABLE.to_owned()),
        columns: columns(words::DEMAND_COLUMNS, SHARES),
        rows: rows.collect(),
        landscape: false,
    }
}

fn columns<const N: usize>(titles: [&str; N], shares: [(u32, Align); N]) -> Vec<Column> {
    titles.into_iter().zip(shares).map(|(title, (share, align))| Column::new(title, share, align)).collect()
}
