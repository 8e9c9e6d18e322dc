//! A target of the plan, or the container of a compound line.

use super::{Item, Kind, PieceView, TYPED, with_empty};
use crate::face::forms::{Field, Input, Reader};
use crate::face::show;
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use crate::targets::labels;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::plans::draft::{Confidence, PlanDraft, TargetDraft, TargetRole};
use thidua_domain::targets::{Comparator, Direction, Goal, GoalParts, GoalProblem};

pub(super) fn view(one: &TargetDraft, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Targets, &one.id, Some(one.lines), Some(one.confidence), w);
    let t = labels::words_like(w);
    view.tag = if one.comparator.is_none() { Some(w.group_pieces) } else { None };
    let number = one.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
    view.lead = format!("{number}{}", one.name);
    view.strong = format!("{} {}", show::asked(one, t), one.unit.as_deref().unwrap_or_default()).trim().to_owned();
    if !view.strong.is_empty() {
        view.lead.push(':');
    }
    view.rest = one.basis.as_deref().map(|basis| format!("({})", labels::basis(basis, t))).unwrap_or_default();
    view
}

fn roles(w: &'static Words) -> [(&'static str, &'static str); 4] {
    [
        (TargetRole::Total.code(), w.f_role_total),
        (TargetRole::Growth.code(), w.f_role_growth),
        (TargetRole::Component.code(), w.f_role_component),
        (TargetRole::Share.code(), w.f_role_share),
    ]
}

impl Item for TargetDraft {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.targets
    }

    fn fields(before: Option<&Self>, draft: &PlanDraft, w: &'static Words, c: &'static Common) -> Vec<Field> {
        let t = labels::words_like(w);
        let text = |of: fn(&TargetDraft) -> Option<String>| before.and_then(of).unwrap_or_default();
        let amount = |of: fn(&TargetDraft) -> Option<Amount>| show::amount(before.and_then(of));
        let comparators: Vec<_> = std::iter::once(("", w.f_container))
            .chain(
                Comparator::ALL
                    .into_iter()
                    .map(|comparator| (comparator.code(), labels::comparator(comparator, t))),
            )
            .collect();
        let comparator = before.map_or("eq", |one| one.comparator.map_or("", Comparator::code));
        let directions = Direction::ALL.into_iter().map(|way| (way.code(), labels::direction(way, t))).collect();
        vec![
            Field::new("name", w.f_name, Input::Text, text(|one| Some(one.name.clone()))),
            Field::new("comparator", w.f_comparator, Input::Choice(comparators), comparator),
            Field::new("value", w.f_value, Input::Number, amount(|one| one.value)).hint(w.f_value_hint),
            Field::new("value_max", w.f_value_max, Input::Number, amount(|one| one.value_max)),
            Field::new("unit", w.f_unit, Input::Line, text(|one| one.unit.clone())),
            Field::new("basis", w.f_basis, Input::List(bases(before, draft, w)), text(|one| one.basis.clone())),
            Field::new(
                "direction",
                w.f_direction,
                Input::Choice(directions),
                before.map_or(Direction::Higher, |one| one.direction).code(),
            ),
            Field::new("denominator", w.f_denominator, Input::Number, amount(|one| one.denominator)),
            Field::new(
                "role",
                w.f_role,
                Input::Choice(with_empty(c, roles(w))),
                before.and_then(|one| one.role).map_or("", TargetRole::code),
            ),
            Field::new("number", w.f_numbering, Input::Line, text(|one| one.number.clone())),
            Field::new("group", w.f_group, Input::Line, text(|one| one.group.clone())),
            Field::new(
                "parent",
                w.f_parent_target,
                Input::List(lines(draft, c)),
                text(|one| one.parent_id.clone()),
            ),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, w: &'static Words) -> Option<Self> {
        let unit = typed.text("unit");
        let expected = if unit.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
        let one = TargetDraft {
            // a new target takes its code when the draft is settled
            id: before.map(|one| one.id.clone()).unwrap_or_default(),
            parent_id: typed.text("parent"),
            number: typed.text("number"),
            group: typed.text("group"),
            name: typed.required("name"),
            raw: before.map(|one| one.raw.clone()).unwrap_or_default(),
            lines: before.map_or(TYPED, |one| one.lines),
            comparator: typed.code("comparator", Comparator::from_code),
            value: typed.amount("value", expected),
            value_max: typed.amount("value_max", expected),
            unit,
            basis: typed.text("basis"),
            qualifier: before.and_then(|one| one.qualifier.clone()),
            direction: typed.code("direction", Direction::from_code).unwrap_or_default(),
            role: typed.code("role", TargetRole::from_code),
            denominator: typed.amount("denominator", Expectation::Quantity),
            criterion: before.and_then(|one| one.criterion),
            confidence: Confidence::SURE,
        };
        if let (true, Some(comparator)) = (typed.fine(), one.comparator) {
            let goal = Goal::from_parts(GoalParts {
                comparator,
                value: one.value,
                value_max: one.value_max,
                direction: one.direction,
                basis: one.basis.as_deref(),
                tolerance: None,
                reference: None,
            });
            match goal {
                Ok(_) => {}
                Err(GoalProblem::ValueMissing) => typed.problem("value", w.value_missing),
                Err(GoalProblem::UpperBoundMissing) => typed.problem("value_max", w.upper_missing),
                Err(GoalProblem::RangeReversed) => typed.problem("value_max", w.reversed),
                Err(GoalProblem::UpperBoundNotWanted) => typed.problem("value_max", w.upper_unwanted),
            }
        }
        Some(one)
    }

    fn confirm(&mut self) {
        self.confidence = Confidence::SURE;
    }
}

/// What a target can be measured against: nothing, a level above, an earlier year; and what it has now.
fn bases(before: Option<&TargetDraft>, draft: &PlanDraft, w: &'static Words) -> Vec<(String, String)> {
    let t = labels::words_like(w);
    let mut bases = vec![
        (String::new(), w.basis_none.to_owned()),
        ("assigned by province".to_owned(), w.basis_province.to_owned()),
        ("assigned by district".to_owned(), w.basis_district.to_owned()),
        ("assigned".to_owned(), w.basis_above.to_owned()),
    ];
    if let Some(year) = &draft.document.subject_year {
        let earlier = format!("vs {}", year.value - 1);
        bases.push((earlier.clone(), labels::basis(&earlier, t)));
    }
    if let Some(own) =
        before.and_then(|one| one.basis.clone()).filter(|own| bases.iter().all(|(code, _)| code != own))
    {
        let label = labels::basis(&own, t);
        bases.push((own, label));
    }
    bases
}

/// The compound lines that a target can belong to.
fn lines(draft: &PlanDraft, c: &'static Common) -> Vec<(String, String)> {
    let containers = draft.targets.iter().filter(|one| one.comparator.is_none());
    let named = containers.map(|one| (one.id.clone(), format!("{} {}", one.id, one.name)));
    std::iter::once((String::new(), c.none.to_owned())).chain(named).collect()
}

/// After a change: new targets take a code, children of removed containers stand alone, and children follow their
/// container in the list.
pub(super) fn settle(draft: &mut PlanDraft) {
    let taken: Vec<String> = draft.targets.iter().map(|one| one.id.clone()).collect();
    let mut number = 1;
    for one in draft.targets.iter_mut().filter(|one| one.id.is_empty()) {
        while taken.contains(&format!("N{number:02}")) {
            number += 1;
        }
        one.id = format!("N{number:02}");
        number += 1;
    }
    let containers: Vec<String> =
        draft.targets.iter().filter(|one| one.comparator.is_none()).map(|one| one.id.clone()).collect();
    for one in &mut draft.targets {
        let own = one.id.clone();
        one.parent_id = one.parent_id.take().filter(|parent| containers.contains(parent) && *parent != own);
    }
    // containers of containers do not occur in plans; a parent is always at the top
    let tops: Vec<TargetDraft> = draft.targets.iter().filter(|one| one.parent_id.is_none()).cloned().collect();
    let mut ordered = Vec::with_capacity(draft.targets.len());
    for top in tops {
        let id = top.id.clone();
        ordered.push(top);
        ordered.extend(draft.targets.iter().filter(|one| one.parent_id.as_deref() == Some(&id)).cloned());
    }
    if ordered.len() == draft.targets.len() {
        draft.targets = ordered;
    }
}
