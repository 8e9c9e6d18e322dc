//! The submission, piece by piece.

use super::{ProposedGroup, Submission, words};
use crate::forms::letterhead::bases;
use crate::forms::wording::{bare, gap, items, paragraphs};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Table};

/// The submission as an official document.
pub fn document(form: &Submission) -> OfficialDocument {
    let issuer = &form.letterhead.issuer;
    let mut blocks = bases(&form.bases);
    blocks.extend(form.selection.as_deref().map(paragraphs).unwrap_or_default());
    if form.groups.is_empty() {
        blocks.push(gap(words::NOBODY));
    } else {
        let asked = form.addressees.first().map_or("", String::as_str);
        blocks.push(Block::paragraph(words::proposing(issuer, asked)));
        let lines: Vec<String> =
            form.groups.iter().map(|group| words::group(&group.award, group.lines.len())).collect();
        blocks.extend(items(&lines));
        blocks.push(Block::paragraph(words::SEE_LIST));
    }
    if !form.papers.is_empty() {
        blocks.push(Block::paragraph(words::PAPERS));
        blocks.extend(items(&form.papers));
    }
    blocks.push(Block::paragraph(words::closing(issuer)));
    if !form.groups.is_empty() {
        blocks.push(Block::Table(table(&form.groups)));
    }
    let subject = words::subject(bare(&form.title));
    let document = form.letterhead.document(words::KIND, subject, blocks, form.mark.clone());
    OfficialDocument { addressees: form.addressees.clone(), ..document }
}

fn table(groups: &[ProposedGroup]) -> Table {
    use Align::{Center, Left};
    const SHARES: [(u32, Align); 5] = [(2, Center), (8, Left), (10, Left), (17, Left), (5, Center)];
    let mut rows = Vec::new();
    for group in groups {
        rows.push(Row::Group(group.award.clone()));
        for (at, line) in group.lines.iter().enumerate() {
            let number = (at + 1).to_string();
            rows.push(Row::cells([&number, &line.name, &line.who, &line.merit, &line.vote].map(String::as_str)));
        }
    }
    let columns = words::COLUMNS.into_iter().zip(SHARES);
    Table {
        caption: Some(words::TABLE.into()),
        columns: columns.map(|(title, (share, align))| Column::new(title, share, align)).collect(),
        rows,
        landscape: true,
    }
}
