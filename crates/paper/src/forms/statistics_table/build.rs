//! The form: its particulars, its table, and who made it.

use super::{StatisticsLine, StatisticsTable, words};
use crate::forms::money::dotted;
use crate::forms::numbering::letter;
use crate::forms::wording::{bare, items};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Cell, Column, PartySignature, Row, Table};

/// The form as an official document.
pub fn document(form: &StatisticsTable) -> OfficialDocument {
    let mut facts = vec![words::reporter(&form.letterhead.issuer), words::receiver(&form.receiver)];
    facts.extend(form.issued_with.as_deref().map(words::issued_with));
    facts.extend(form.due.as_deref().map(words::due));
    facts.extend(form.unit.as_deref().map(words::unit));
    let mut blocks = vec![Block::paragraph(format!("{}.", facts.join("; ")))];
    blocks.push(Block::Table(table(form)));
    if !form.notes.is_empty() {
        blocks.push(Block::paragraph(words::NOTES));
        blocks.extend(items(&form.notes));
    }
    let subject = words::subject(bare(&form.name), bare(&form.period));
    let document = form.letterhead.document(words::KIND, subject, blocks, form.mark.clone());
    OfficialDocument {
        form_label: Some(words::label(&form.number)),
        landscape: true,
        unnumbered: form.letterhead.number_symbol.is_none(),
        co_signature: form
            .made_by
            .clone()
            .map(|signature| PartySignature { party: words::MADE_BY.into(), signature }),
        recipients: Vec::new(),
        ..document
    }
}

fn table(form: &StatisticsTable) -> Table {
    let count = u32::try_from(form.columns.len()).unwrap_or(u32::MAX).max(1);
    // the name of a line takes about a third of the width, however many columns there are
    let mut columns = vec![
        Column::new(words::ORDINAL, (count / 3).max(1), Align::Center),
        Column::new(words::NAME_COLUMN, count.saturating_add(1), Align::Left),
    ];
    columns.extend(form.columns.iter().map(|column| {
        let plain = Column::new(&column.title, 2, Align::Right);
        match &column.over {
            Some(over) => plain.under(over),
            None => plain,
        }
    }));
    let (mut rows, mut number, mut part) = (Vec::new(), 0, 0);
    for line in &form.lines {
        rows.push(match line {
            StatisticsLine::Heading(text) => {
                part += 1;
                number = 0;
                Row::Group(format!("{}. {text}", letter(part - 1).to_uppercase()))
            }
            StatisticsLine::Total { name, values } => Row::Cells(cells("", name, values, Cell::bold)),
            StatisticsLine::Figures { name, values } => {
                number += 1;
                Row::Cells(cells(&number.to_string(), name, values, Cell::new))
            }
        });
    }
    Table { caption: None, columns, rows, landscape: false }
}

fn cells(number: &str, name: &str, values: &[u64], face: fn(String) -> Cell) -> Vec<Cell> {
    let mut cells = vec![face(number.to_owned()), face(name.to_owned())];
    cells.extend(values.iter().map(|value| face(dotted(*value))));
    cells
}
