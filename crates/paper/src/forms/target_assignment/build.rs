//! The decision, article by article, and its table.

use super::{TargetAssignment, words};
use crate::forms::articles::{Article, articles};
use crate::forms::letterhead::bases;
use crate::forms::wording::movement;
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Table};

/// The decision as an official document.
pub fn document(form: &TargetAssignment) -> OfficialDocument {
    let movement = movement(&form.movement);
    let mut blocks = vec![Block::centred(form.letterhead.decider())];
    blocks.extend(bases(&form.bases));
    blocks.extend(articles(vec![
        Article::of(words::assigned(&movement, form.units.len())),
        Article::of(words::duty(&form.reports_to, form.reports_until.as_deref())),
        Article::of(words::CARRIED_OUT),
    ]));
    blocks.push(Block::Table(table(form)));
    form.letterhead.decision(words::KIND, words::subject(&movement), blocks, form.mark.clone())
}

fn table(form: &TargetAssignment) -> Table {
    let [ordinal, name, unit, total] = words::COLUMNS;
    let mut columns = vec![
        Column::new(ordinal, 2, Align::Center),
        Column::new(name, 12, Align::Left),
        Column::new(unit, 4, Align::Center),
        Column::new(total, 5, Align::Right),
    ];
    columns.extend(form.units.iter().map(|unit| Column::new(unit, 5, Align::Right).under(words::UNITS)));
    let mut rows = Vec::new();
    let mut number = 0;
    for group in &form.groups {
        rows.extend(group.name.clone().map(Row::Group));
        for target in &group.targets {
            number += 1;
            let mut cells =
                vec![number.to_string(), target.name.clone(), target.unit.clone(), target.total.clone()];
            cells.extend(target.values.iter().cloned());
            rows.push(Row::cells(cells));
        }
    }
    Table { caption: Some(words::TABLE.into()), columns, rows, landscape: true }
}
