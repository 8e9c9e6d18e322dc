//! The letter, piece by piece.

use super::{UrgingLetter, words};
use crate::forms::wording::{bare, items};
use crate::write::OfficialDocument;
use crate::write::document::Block;

/// The letter as an official document. A letter has no kind: its subject stands under its number.
pub fn document(form: &UrgingLetter) -> OfficialDocument {
    let issuer = &form.letterhead.issuer;
    let plan = form.plan.as_ref().map(|plan| plan.cited_as(words::PLAN));
    let mut blocks = vec![Block::paragraph(words::opening(issuer, plan.as_deref(), form.tasks.len()))];
    let lines: Vec<String> = form
        .tasks
        .iter()
        .map(|task| {
            // the unit to whom the letter goes is not named again
            let unit = (form.unit.as_deref() != Some(&task.unit)).then_some(task.unit.as_str());
            words::task(unit, bare(&task.work), &task.deadline, task.days_late, task.urgings)
        })
        .collect();
    blocks.extend(items(&lines));
    blocks.push(Block::paragraph(words::asked(issuer, form.request)));
    blocks.push(Block::paragraph(words::closing(issuer)));
    let addressee = form.unit.clone().unwrap_or_else(|| words::EVERYBODY.to_owned());
    let letter = form.letterhead.document("", words::SUBJECT.into(), blocks, None);
    OfficialDocument { addressees: vec![addressee], ..letter }
}
