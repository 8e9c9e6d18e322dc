//! The report, section by section, and its table.

use super::{ConsolidatedReport, words};
use crate::forms::numbering::Sections;
use crate::forms::wording::{items, movement, paragraphs, typed_or_gap};
use crate::forms::words::ILLUSTRATIVE;
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Table};

/// The report as an official document.
pub fn document(form: &ConsolidatedReport) -> OfficialDocument {
    let issuer = &form.letterhead.issuer;
    let movement = movement(&form.movement);
    let plan = form.plan.as_ref().map(|plan| plan.cited_as(plan.kind()));
    let mut sections = Sections::default();
    let mut blocks = vec![Block::paragraph(words::opening(issuer, plan.as_deref(), &movement, &form.period))];

    blocks.push(Block::heading(1, sections.next(words::REPORTED)));
    let all = form.units.len() + form.missing.len();
    blocks.push(Block::paragraph(words::reported(form.units.len(), all)));
    for (label, units) in [(words::LATE, &form.late), (words::MISSING, &form.missing)] {
        if !units.is_empty() {
            blocks.push(Block::paragraph(label));
            blocks.extend(items(units));
        }
    }
    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(form.remarks.as_deref().map(paragraphs).unwrap_or_default());
    blocks.push(Block::paragraph(words::SEE_APPENDIX));
    blocks.push(Block::heading(1, sections.next(words::DIFFICULTIES)));
    blocks.extend(typed_or_gap(form.difficulties.as_deref(), words::DIFFICULTIES_MISSING));
    let proposals = form.proposals.as_deref().map(paragraphs).unwrap_or_default();
    if !proposals.is_empty() {
        blocks.push(Block::heading(1, sections.next(words::PROPOSALS)));
        blocks.extend(proposals);
    }
    blocks.push(Block::paragraph(words::closing(issuer, &movement)));
    blocks.push(Block::Table(table(form)));
    let mark = form.illustrative.then(|| ILLUSTRATIVE.to_owned());
    form.letterhead.document(words::KIND, words::subject(&movement, &form.period), blocks, mark)
}

fn table(form: &ConsolidatedReport) -> Table {
    let [ordinal, name, unit, planned, total, rate, method] = words::COLUMNS;
    let mut columns = vec![
        Column::new(ordinal, 2, Align::Center),
        Column::new(name, 11, Align::Left),
        Column::new(unit, 4, Align::Center),
        Column::new(planned, 5, Align::Right),
    ];
    columns.extend(form.units.iter().map(|unit| Column::new(unit, 5, Align::Right).under(words::UNITS)));
    columns.push(Column::new(total, 5, Align::Right).under(words::ALL));
    columns.push(Column::new(rate, 4, Align::Right).under(words::ALL));
    columns.push(Column::new(method, 5, Align::Center).under(words::ALL));
    let rows = form.targets.iter().enumerate().map(|(at, target)| {
        let mut cells =
            vec![(at + 1).to_string(), target.name.clone(), target.unit.clone(), target.planned.clone()];
        cells.extend(target.values.iter().cloned());
        cells.extend([target.total.clone(), target.rate.clone(), target.method.clone()]);
        Row::cells(cells)
    });
    Table { caption: Some(words::table(&form.period)), columns, rows: rows.collect(), landscape: true }
}
