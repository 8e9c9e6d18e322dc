//! What a rule needs from a person: a tolerance, the assigned value, last year's actual, the better side.

use super::thread::{render, target_for};
use super::{labels, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Direction, Reference};
use thidua_store::targets::Target;

/// The fields that this target's rule needs; none when the plan says everything.
pub(crate) fn fields(target: &Target, w: &'static words::Words) -> Vec<Field> {
    let draft = &target.draft;
    let mut fields = Vec::new();
    if draft.comparator == Some(Comparator::About) {
        fields.push(
            Field::new("tolerance", w.tolerance, Input::Number, show::amount(target.tolerance))
                .hint(w.tolerance_hint),
        );
    }
    let waits = draft.comparator.is_some_and(|comparator| !comparator.is_judged()) && draft.value.is_none();
    match draft.basis.as_deref().and_then(Reference::from_basis).filter(|_| waits) {
        // what the plan above gives arrives by itself
        Some(Reference::AssignedFromAbove) if target.assigned.is_some() => {}
        Some(Reference::AssignedFromAbove) => {
            fields.push(Field::new(
                "reference",
                w.reference_assigned,
                Input::Number,
                show::amount(target.reference),
            ));
        }
        // entered with its source among the earlier years
        Some(Reference::EarlierYear(_)) if target.earlier.is_some() => {}
        Some(Reference::EarlierYear(_)) => {
            fields.push(Field::new(
                "reference",
                w.reference_previous,
                Input::Number,
                show::amount(target.reference),
            ));
        }
        None => {}
    }
    let sided = matches!(draft.comparator, Some(Comparator::Exactly | Comparator::About | Comparator::Between));
    if sided && (draft.direction == Direction::Neither || !fields.is_empty()) {
        let ways = Direction::ALL.into_iter().map(|way| (way.code(), labels::direction(way, w))).collect();
        fields.push(Field::new("direction", w.direction, Input::Choice(ways), draft.direction.code()));
    }
    fields
}

/// `POST /targets/{id}/reference`.
pub(crate) async fn set(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = target_for(&app, &visitor, &id, Act::SetReference).await?;
    if !view.movement.state.takes_figures()
        || fields(&view.target, words::words(caller.preferences.language)).is_empty()
    {
        return Err(Refusal::ChangedMeanwhile);
    }
    let w = words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let expected =
        if view.target.draft.unit.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    let tolerance = reader.amount("tolerance", expected);
    if tolerance.is_some_and(|tolerance| tolerance < Amount::ZERO) {
        reader.problem("tolerance", w.negative);
    }
    let reference = reader.amount("reference", expected);
    let direction = reader.code("direction", Direction::from_code).unwrap_or(view.target.draft.direction);
    let period = typed.get("period").and_then(|code| Period::from_code(code)).unwrap_or(Period::FirstQuarter);
    if !reader.fine() {
        let marked = reader.mark(fields(&view.target, w));
        return render(&caller, &visitor, view, period, None, Some(marked));
    }
    let author = visitor.author((app.clock)());
    super::actions::set_reference(&app, author, &view.plan.unit_id, &id, tolerance, reference, direction).await?;
    go(format!("/targets/{id}?period={}&done=saved", period.code()))
}
