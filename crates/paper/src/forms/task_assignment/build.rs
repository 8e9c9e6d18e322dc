//! The notice, piece by piece.

use super::{AssignedTask, TaskAssignment, words};
use crate::forms::wording::bare;
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Table};

/// The notice as an official document.
pub fn document(form: &TaskAssignment) -> OfficialDocument {
    let plan = form.plan.as_ref().map(|plan| plan.cited_as(words::PLAN));
    let blocks = vec![
        Block::paragraph(words::opening(&form.letterhead.issuer, plan.as_deref())),
        Block::Table(table(&form.tasks)),
        Block::paragraph(words::ANSWER),
        Block::paragraph(words::closing(&form.letterhead.issuer)),
    ];
    form.letterhead.document(words::KIND, words::subject(form.unit.as_deref()), blocks, None)
}

fn table(tasks: &[AssignedTask]) -> Table {
    const SHARES: [(u32, Align); 6] = [
        (5, Align::Center),
        (27, Align::Left),
        (18, Align::Left),
        (20, Align::Left),
        (13, Align::Left),
        (17, Align::Left),
    ];
    let row = |(index, task): (usize, &AssignedTask)| {
        let work = bare(&task.work);
        let units = if task.with_units.is_empty() {
            task.unit.clone()
        } else {
            format!("{}. {}{}", task.unit, words::WITH, task.with_units.join(", "))
        };
        Row::cells([
            (index + 1).to_string(),
            if task.request { format!("{}{work}", words::REQUEST) } else { work.to_owned() },
            units,
            format!("{}. {}", task.person, bare(&task.responsibility)),
            task.deadline.clone(),
            bare(&task.result).to_owned(),
        ])
    };
    Table {
        caption: None,
        columns: words::COLUMNS
            .into_iter()
            .zip(SHARES)
            .map(|(title, (share, align))| Column::new(title, share, align))
            .collect(),
        rows: tasks.iter().enumerate().map(row).collect(),
        landscape: false,
    }
}
