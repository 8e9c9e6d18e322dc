//! The decision, article by article, with a list for each award.

use super::{AwardDecision, Group, Sort, words};
use crate::forms::articles::{Article, articles};
use crate::forms::letterhead::bases;
use crate::forms::wording::{gap, paragraphs};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Table};

/// The decision as an official document.
pub fn document(form: &AwardDecision) -> OfficialDocument {
    let named: Vec<String> = form.bases.iter().filter(|basis| !basis.trim().is_empty()).cloned().collect();
    let mut blocks = vec![Block::centred(form.letterhead.decider())];
    blocks.extend(bases(&named));
    let mut said: Vec<String> = Vec::new();
    for group in &form.groups {
        let count = group.lines.len();
        said.push(match &form.kind {
            Sort::Award => words::award(count, &group.award),
            Sort::Revocation { of, .. } => words::revoked(count, &group.award, of.as_deref()),
        });
    }
    if let Sort::Revocation { ground, .. } = &form.kind {
        said.push(words::ground(ground));
    }
    match (&form.kind, &form.money) {
        (Sort::Award, Some(sum)) => said.push(words::money(sum)),
        (Sort::Revocation { .. }, Some(sum)) => said.push(words::recovery(sum)),
        (Sort::Revocation { .. }, None) => said.push(words::RECOVER_ITEMS.to_owned()),
        (Sort::Award, None) => {}
    }
    said.push(words::CARRIED_OUT.to_owned());
    blocks.extend(articles(said.into_iter().map(Article::of).collect()));
    if let Sort::Revocation { reason: Some(reason), .. } = &form.kind {
        blocks.extend(paragraphs(reason));
    }
    if form.groups.is_empty() {
        blocks.push(gap(words::NOBODY));
    }
    blocks.extend(form.groups.iter().map(|group| Block::Table(table(group))));
    form.letterhead.decision(words::KIND, form.title.clone(), blocks, form.mark.clone())
}

fn table(group: &Group) -> Table {
    use Align::{Center, Left, Right};
    const SHARES: [(u32, Align); 5] = [(2, Center), (8, Left), (10, Left), (12, Left), (6, Right)];
    let rows = group.lines.iter().enumerate().map(|(at, line)| {
        let number = (at + 1).to_string();
        Row::cells([&number, &line.name, &line.who, &line.merit, &line.money].map(String::as_str))
    });
    let columns = words::COLUMNS.into_iter().zip(SHARES);
    Table {
        caption: Some(words::caption(&group.award)),
        columns: columns.map(|(title, (share, align))| Column::new(title, share, align)).collect(),
        rows: rows.collect(),
        landscape: false,
    }
}
