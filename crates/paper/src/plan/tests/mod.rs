//! The reader against the five real plans, against plans written for the tests, and against damage.

mod clean;
mod corpus;
mod damage;
mod layouts;
mod printed;
mod real;
mod shapes;
mod written;

use super::{NotAPlan, read_plan};
use crate::read::{SourceText, read_bytes};
use std::path::Path;
use thidua_domain::plans::draft::{PlanDraft, TargetDraft};

/// The text of a file under `samples/`.
fn sample(name: &str) -> SourceText {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(name);
    read_bytes(&std::fs::read(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display())))
        .expect("a text")
}

fn plan(name: &str) -> PlanDraft {
    read_plan(&sample(name)).expect("a plan")
}

fn leaves(draft: &PlanDraft) -> Vec<&TargetDraft> {
    draft.targets.iter().filter(|target| target.comparator.is_some()).collect()
}

/// `comparator value[..max] unit` of every leaf, in order.
fn table(draft: &PlanDraft) -> Vec<String> {
    leaves(draft)
        .into_iter()
        .map(|leaf| {
            let mut row = leaf.comparator.map_or("", |comparator| comparator.code()).to_owned();
            for (sign, value) in [(" ", leaf.value), ("..", leaf.value_max)] {
                if let Some(value) = value {
                    row.push_str(sign);
                    row.push_str(&value.plain());
                }
            }
            if let Some(unit) = &leaf.unit {
                row.push(' ');
                row.push_str(unit);
            }
            row
        })
        .collect()
}
