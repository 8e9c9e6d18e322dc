//! The attendance sheet, line by line.

use super::{Outcome, TrainingAttendance, words};
use crate::forms::wording::{gap, sentence};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Run, Table};

/// The attendance sheet as an official document.
pub fn document(sheet: &TrainingAttendance) -> OfficialDocument {
    let lines = [
        (words::DAYS, Some(sheet.days.as_str())),
        (words::PLACE, sheet.place.as_deref()),
        (words::AUDIENCE, sheet.audience.as_deref()),
        (words::CONTENT, sheet.content.as_deref()),
        (words::ORGANISER, sheet.organiser.as_deref()),
    ];
    let mut blocks: Vec<Block> = lines
        .into_iter()
        .filter_map(|(label, text)| Some((label, text.filter(|text| !text.trim().is_empty())?)))
        .map(|(label, text)| Block::Paragraph {
            runs: vec![Run::bold(format!("{label}: ")), Run::plain(sentence(&text.replace('\n', " ")))],
        })
        .collect();
    if sheet.trainees.is_empty() {
        blocks.push(gap(words::NOBODY));
    } else {
        blocks.push(Block::Table(table(sheet)));
        let count = |wanted: &[Outcome]| {
            sheet.trainees.iter().filter(|one| one.outcome.is_some_and(|outcome| wanted.contains(&outcome))).count()
        };
        blocks.push(Block::paragraph(words::counts(
            sheet.trainees.len(),
            count(&[Outcome::Present, Outcome::Certificate]),
            count(&[Outcome::Absent]),
            count(&[Outcome::Certificate]),
        )));
    }
    let mark = sheet.illustrative.then(|| words::MARK.to_owned());
    sheet.letterhead.document(words::KIND, words::subject(&sheet.title), blocks, mark)
}

fn table(sheet: &TrainingAttendance) -> Table {
    let shares = [1, 5, 4, 5, 3, 3];
    let columns = words::COLUMNS.into_iter().zip(shares).enumerate().map(|(at, (title, share))| {
        let align = if matches!(at, 0 | 4 | 5) { Align::Center } else { Align::Left };
        Column::new(title, share, align)
    });
    let rows = sheet.trainees.iter().enumerate().map(|(at, one)| {
        Row::cells([
            (at + 1).to_string(),
            one.name.clone(),
            one.title.clone(),
            one.unit.clone(),
            one.outcome.map(words::outcome).unwrap_or_default().to_owned(),
            String::new(),
        ])
    });
    Table { caption: None, columns: columns.collect(), rows: rows.collect(), landscape: false }
}
