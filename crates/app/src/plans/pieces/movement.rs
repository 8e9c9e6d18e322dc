//! A movement named by the plan.

use super::{Item, Kind, PieceView, TYPED};
use crate::face::forms::{Field, Input, Reader};
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::plans::draft::{Confidence, NamedMovement, PlanDraft};

pub(super) fn view(index: usize, one: &NamedMovement, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Movements, index, Some(one.lines), Some(one.confidence), w);
    view.tag = one.own.then_some(w.own_movement);
    view.lead = one.name.clone();
    view
}

impl Item for NamedMovement {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.movements
    }

    fn fields(before: Option<&Self>, _: &PlanDraft, w: &'static Words, _: &'static Common) -> Vec<Field> {
        let own = before.is_some_and(|one| one.own);
        vec![
            Field::new("name", w.f_name, Input::Text, before.map(|one| one.name.clone()).unwrap_or_default()),
            Field::new("own", w.f_own, Input::Tick, if own { "yes" } else { "" }),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, _: &'static Words) -> Option<Self> {
        Some(NamedMovement {
            name: typed.required("name"),
            own: typed.tick("own"),
            lines: before.map_or(TYPED, |one| one.lines),
            confidence: Confidence::SURE,
        })
    }

    fn confirm(&mut self) {
        self.confidence = Confidence::SURE;
    }
}
