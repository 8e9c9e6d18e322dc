//! Waves, their deadlines, and anniversaries by arithmetic.

use super::{Fault, Found};
use crate::plans::draft::{Occasion, PlanDraft};

pub(super) fn check(draft: &PlanDraft, found: &mut Vec<Found>) {
    for (index, wave) in draft.waves.iter().enumerate() {
        let mut push = |fault, lines| found.push(Found::at(fault, Some(lines), format!("waves.{index}")));
        let name = || wave.name.clone();
        if let (Some(from), Some(to)) = (wave.from, wave.to)
            && from > to
        {
            push(Fault::WaveReversed { name: name() }, wave.lines);
        }
        if let (Some(to), Some(deadline)) = (wave.to, wave.summary_deadline)
            && (deadline < to || (deadline == to && wave.deadline_strictly_before))
        {
            push(Fault::DeadlineTight { name: name() }, wave.lines);
        }
        for occasion in &wave.occasions {
            let outside = occasion
                .date
                .is_some_and(|day| wave.from.is_some_and(|from| day < from) || wave.to.is_some_and(|to| day > to));
            if outside {
                push(Fault::OccasionOutside { name: occasion.name.clone(), wave: name() }, occasion.lines);
            }
        }
        for (occasion, fault) in wave.occasions.iter().filter_map(|one| anniversary(one).map(|fault| (one, fault)))
        {
            push(fault, occasion.lines);
        }
    }
    for (index, occasion) in draft.occasions.iter().enumerate() {
        if let Some(fault) = anniversary(occasion) {
            found.push(Found::at(fault, Some(occasion.lines), format!("occasions.{index}")));
        }
    }
    for pair in draft.waves.windows(2) {
        let [first, second] = pair else { continue };
        if let (Some(end), Some(start)) = (first.to, second.from)
            && end.succ_opt() != Some(start)
        {
            let fault =
                Fault::WavesApart { first: first.name.clone(), second: second.name.clone(), overlap: start <= end };
            found.push(Found::at(fault, Some(second.lines), "waves".into()));
        }
    }
}

/// RULE-19: the number of years is the year less the year of origin.
fn anniversary(occasion: &Occasion) -> Option<Fault> {
    let (printed, origin, day) = (occasion.anniversary_years?, occasion.origin_date?, occasion.date?);
    let computed = crate::calendar::occasions::anniversary(origin, day);
    (i32::try_from(printed) != Ok(computed)).then(|| Fault::Anniversary {
        name: occasion.name.clone(),
        printed,
        computed,
    })
}
