//! What the text itself gives away: an earlier year left in a sentence about this year's work.

use super::{Fault, Found};
use crate::basics::text::fold;
use crate::plans::draft::{Lines, PlanDraft};

/// Folded words before "năm 2021" that speak of this year's work, not of a document, a base or a period.
const THIS_YEARS_WORK: [&str; 3] = ["nhiem vu trong nam", "chi tieu trong nam", "chi tieu, nhiem vu trong nam"];

pub(super) fn check(draft: &PlanDraft, source: &[String], found: &mut Vec<Found>) {
    let Some(plan) = draft.document.subject_year.as_ref().map(|year| year.value) else { return };
    for (index, line) in source.iter().enumerate() {
        // a sentence may break before the year: look at the line with the end of the one before
        let before = index.checked_sub(1).and_then(|before| source.get(before)).map(String::as_str).unwrap_or("");
        let joined = format!("{} {}", tail(before), fold(line));
        for phrase in THIS_YEARS_WORK {
            let year = joined.find(phrase).and_then(|at| joined.get(at + phrase.len()..)).and_then(leading_year);
            if let Some(year) = year
                && (plan - 2..plan).contains(&year)
            {
                let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                let fault = Fault::StrayYear { year, plan };
                found.push(Found::at(fault, Some(Lines::new(number, number)), format!("lines.{number}")));
                break;
            }
        }
    }
}

fn tail(line: &str) -> String {
    let folded = fold(line);
    let start = folded.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    folded.get(start..).unwrap_or_default().to_owned()
}

fn leading_year(text: &str) -> Option<i32> {
    text.trim_start().get(..4)?.parse().ok()
}
