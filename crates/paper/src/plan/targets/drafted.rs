//! From the entries of a plan to its drafts: containers and leaves, with the direction in which each is better.

use super::Entry;
use super::shape::Seed;
use crate::plan::dictionary;
use crate::plan::source::Source;
use thidua_domain::plans::draft::{Confidence, TargetDraft};
use thidua_domain::targets::{Comparator, Direction};

fn direction(seed: &Seed) -> Direction {
    match seed.comparator {
        Comparator::Achieve | Comparator::Maintain | Comparator::NoneExists => Direction::Neither,
        Comparator::LessThan | Comparator::AtMost => Direction::Lower,
        Comparator::DecreaseBy => Direction::Lower,
        Comparator::IncreaseBy | Comparator::AtLeast | Comparator::MoreThan => dictionary::direction_of(&seed.name)
            .filter(|_| seed.comparator != Comparator::IncreaseBy)
            .unwrap_or(Direction::Higher),
        Comparator::Exactly | Comparator::Between | Comparator::About => {
            dictionary::direction_of(&seed.name).unwrap_or(Direction::Higher)
        }
    }
}

pub(super) fn write(source: &Source, entry: Entry, count: usize, drafts: &mut Vec<TargetDraft>) {
    let Entry { lines, number, group, title, leaves, .. } = entry;
    let id = format!("T{count:02}");
    let several = leaves.len() > 1;
    let sure = leaves.iter().map(|leaf| leaf.confidence).min().unwrap_or(0);
    if several {
        drafts.push(TargetDraft {
            id: id.clone(),
            parent_id: None,
            number: number.clone(),
            group: group.clone(),
            name: title.unwrap_or_else(|| leaves[0].seed.name.clone()),
            raw: source.raw_lines(lines),
            lines,
            comparator: None,
            value: None,
            value_max: None,
            unit: None,
            basis: None,
            qualifier: None,
            direction: Direction::Neither,
            role: None,
            denominator: None,
            criterion: None,
            confidence: Confidence::percent(sure),
        });
    }
    for (index, leaf) in leaves.into_iter().enumerate() {
        let direction = direction(&leaf.seed);
        drafts.push(TargetDraft {
            id: if several { format!("{id}.{}", index + 1) } else { id.clone() },
            parent_id: several.then(|| id.clone()),
            number: number.clone(),
            group: group.clone(),
            name: leaf.seed.name,
            raw: leaf.raw,
            lines: leaf.lines,
            comparator: Some(leaf.seed.comparator),
            value: leaf.seed.value,
            value_max: leaf.seed.value_max,
            unit: leaf.seed.unit,
            basis: leaf.seed.basis,
            qualifier: leaf.seed.qualifier,
            direction,
            role: leaf.role,
            denominator: leaf.seed.denominator,
            criterion: leaf.seed.criterion,
            confidence: Confidence::percent(leaf.confidence),
        });
    }
}
