//! Arithmetic and completeness of the target tree.

use super::{Fault, Found};
use crate::basics::Amount;
use crate::plans::draft::{PlanDraft, TargetDraft, TargetRole};
use crate::targets::{Bound, Comparator, Direction, Goal, GoalParts, Reference};

/// Below this the reader was not sure.
pub(super) const DOUBTFUL_BELOW: u8 = 70;

pub(super) fn check(draft: &PlanDraft, found: &mut Vec<Found>) {
    if !draft.targets.iter().any(|target| target.comparator.is_some()) {
        found.push(Found::about(Fault::NoTargets, "targets"));
    }
    for target in &draft.targets {
        let mut push = |fault| found.push(Found::at(fault, Some(target.lines), format!("targets.{}", target.id)));
        if target.name.trim().is_empty() {
            push(Fault::Nameless);
        }
        leaf(target, &mut push);
        let children: Vec<&TargetDraft> =
            draft.targets.iter().filter(|child| child.parent_id.as_deref() == Some(&target.id)).collect();
        sums(target, &children, &mut push);
    }
}

fn leaf(target: &TargetDraft, push: &mut impl FnMut(Fault)) {
    let Some(comparator) = target.comparator else { return };
    let name = || target.name.clone();
    let goal = Goal::from_parts(GoalParts {
        comparator,
        value: target.value,
        value_max: target.value_max,
        direction: target.direction,
        basis: target.basis.as_deref(),
        tolerance: None,
        reference: None,
    });
    match goal {
        Err(_) => push(Fault::GoalUnclear { name: name() }),
        Ok(Goal::About { .. }) => push(Fault::ToleranceNeeded { name: name() }),
        Ok(Goal::Exactly(Bound::Printed(_), Direction::Neither)) => push(Fault::DirectionUnknown { name: name() }),
        Ok(
            Goal::Exactly(bound, _)
            | Goal::AtLeast(bound)
            | Goal::MoreThan(bound)
            | Goal::AtMost(bound)
            | Goal::LessThan(bound),
        ) => match bound {
            Bound::Referenced(Reference::AssignedFromAbove, _) => push(Fault::AssignedLater { name: name() }),
            Bound::Referenced(Reference::EarlierYear(year), _) => {
                push(Fault::EarlierYearNeeded { name: name(), year });
            }
            Bound::Printed(_) => {}
        },
        Ok(_) => {}
    }
    if comparator == Comparator::Between
        && target.qualifier.as_deref().is_some_and(|words| words.to_lowercase().contains("ít nhất"))
    {
        push(Fault::AtLeastARange { name: name() });
    }
    if let (Some(reached), Some(all)) = (target.value, target.denominator)
        && reached > all
    {
        push(Fault::MoreThanAll { name: name(), reached, all });
    }
    if target.confidence.as_percent() < DOUBTFUL_BELOW {
        push(Fault::Doubtful { name: name() });
    }
}

fn sums(container: &TargetDraft, children: &[&TargetDraft], push: &mut impl FnMut(Fault)) {
    let values = |role: TargetRole| -> Vec<Amount> {
        children
            .iter()
            // growth rates of components do not add up to the growth of the total
            .filter(|child| child.role == Some(role) && !is_change(child))
            .filter_map(|child| child.value)
            .collect()
    };
    let sum = |parts: &[Amount]| parts.iter().try_fold(Amount::ZERO, |sum, part| sum.plus(*part));
    let name = || container.name.clone();
    let components = values(TargetRole::Component);
    let total = children.iter().find(|child| child.role == Some(TargetRole::Total));
    // rates under a rate are taken of different wholes ("100 %, trong đó 15 %") and do not add up
    let same_unit = |total: &TargetDraft| {
        total.unit.as_deref() != Some("%")
            && children
                .iter()
                .filter(|child| child.role == Some(TargetRole::Component))
                .all(|child| child.unit == total.unit)
    };
    if let Some(total) = total
        && components.len() > 1
        && same_unit(total)
        && let (Some(whole), Some(sum)) = (total.value, sum(&components))
        && sum != whole
    {
        push(Fault::SumDisagrees { name: name(), sum, total: whole });
    }
    let shares = values(TargetRole::Share);
    if shares.len() > 1
        && let Some(sum) = sum(&shares)
        && sum != Amount::whole(100)
    {
        push(Fault::SharesDisagree { name: name(), sum });
    }
}

fn is_change(target: &TargetDraft) -> bool {
    matches!(target.comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy))
}
