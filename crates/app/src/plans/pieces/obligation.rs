//! What somebody has to do under the plan.

use super::{Item, Kind, PieceView, TYPED};
use crate::face::forms::{Field, Input, Reader};
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::plans::draft::{Confidence, Obligation, ObligationKind, PlanDraft};

pub(crate) fn label(kind: ObligationKind, w: &'static Words) -> &'static str {
    match kind {
        ObligationKind::Requirement => w.o_requirement,
        ObligationKind::Content => w.o_content,
        ObligationKind::Solution => w.o_solution,
        ObligationKind::Assignment => w.o_assignment,
        ObligationKind::Request => w.o_request,
        ObligationKind::Call => w.o_call,
    }
}

pub(super) fn view(index: usize, one: &Obligation, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Obligations, index, Some(one.lines), Some(one.confidence), w);
    view.tag = Some(label(one.kind, w));
    view.strong = one.actor.clone();
    let parts = [Some(one.action.clone()), one.frequency.clone(), one.deadline.clone(), one.addressee.clone()];
    view.rest = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    view
}

impl Item for Obligation {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.obligations
    }

    fn fields(before: Option<&Self>, _: &PlanDraft, w: &'static Words, _: &'static Common) -> Vec<Field> {
        let text = |of: fn(&Obligation) -> Option<String>| before.and_then(of).unwrap_or_default();
        let kinds = ObligationKind::ALL.into_iter().map(|kind| (kind.code(), label(kind, w))).collect();
        vec![
            Field::new("actor", w.f_actor, Input::Line, text(|one| Some(one.actor.clone()))),
            Field::new("action", w.f_action, Input::Text, text(|one| Some(one.action.clone()))),
            Field::new("frequency", w.f_frequency, Input::Line, text(|one| one.frequency.clone())),
            Field::new("deadline", w.f_due, Input::Line, text(|one| one.deadline.clone())),
            Field::new("addressee", w.f_addressee, Input::Line, text(|one| one.addressee.clone())),
            Field::new(
                "kind",
                w.f_obligation_kind,
                Input::Choice(kinds),
                before.map_or("assignment", |one| one.kind.code()),
            ),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, _: &'static Words) -> Option<Self> {
        Some(Obligation {
            actor: typed.required("actor"),
            action: typed.required("action"),
            frequency: typed.text("frequency"),
            deadline: typed.text("deadline"),
            addressee: typed.text("addressee"),
            kind: typed.code("kind", ObligationKind::from_code).unwrap_or(ObligationKind::Assignment),
            lines: before.map_or(TYPED, |one| one.lines),
            confidence: Confidence::SURE,
        })
    }

    fn confirm(&mut self) {
        self.confidence = Confidence::SURE;
    }
}
