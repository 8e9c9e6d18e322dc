//! Bodies that a plan names and that no longer exist on its day: the district level ended on 30 June 2025.

use super::{Fault, Found};
use crate::plans::draft::PlanDraft;

/// More findings of this kind say nothing new.
const MOST: usize = 5;

pub(super) fn check(draft: &PlanDraft, found: &mut Vec<Found>) {
    let (Some(date), Some(end)) = (&draft.document.date, crate::units::districts_end()) else { return };
    if date.value <= end {
        return;
    }
    let recipients = draft
        .recipients
        .iter()
        .enumerate()
        .map(|(at, one)| (one.name.as_str(), one.lines, format!("recipients.{at}")));
    let actors = draft
        .obligations
        .iter()
        .enumerate()
        .map(|(at, one)| (one.actor.as_str(), one.lines, format!("obligations.{at}")));
    let mut named: Vec<String> = Vec::new();
    for (name, lines, piece) in recipients.chain(actors) {
        let Some(word) = ended(name) else { continue };
        if named.len() >= MOST || named.iter().any(|known| known == word) {
            continue;
        }
        named.push(word.to_owned());
        found.push(Found::at(Fault::BodyEnded { name: name.to_owned() }, Some(lines), piece));
    }
}

/// The word by which a name belongs to the level that ended.
fn ended(name: &str) -> Option<&'static str> {
    const WORDS: [&str; 5] = ["huyện", "thị xã", "thị trấn", "quận", "cấp huyện"];
    let lower = format!(" {} ", name.to_lowercase().replace([',', ';', '.', '(', ')'], " "));
    // “nguyên … huyện” and islands that keep the word in a name of their own are none
    WORDS.into_iter().find(|word| lower.contains(&format!(" {word} ")) && !lower.contains(" nguyên "))
}
