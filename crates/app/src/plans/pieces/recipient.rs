//! An entry of Nơi nhận.

use super::{Item, Kind, PieceView, TYPED};
use crate::face::forms::{Field, Input, Reader};
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::plans::draft::{PlanDraft, Recipient};

pub(super) fn view(index: usize, one: &Recipient, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Recipients, index, Some(one.lines), None, w);
    view.lead = one.name.clone();
    view.rest = one.purpose.as_ref().map(|purpose| format!("({purpose})")).unwrap_or_default();
    view
}

impl Item for Recipient {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.recipients
    }

    fn fields(before: Option<&Self>, _: &PlanDraft, w: &'static Words, _: &'static Common) -> Vec<Field> {
        vec![
            Field::new("name", w.f_name, Input::Line, before.map(|one| one.name.clone()).unwrap_or_default()),
            Field::new(
                "purpose",
                w.f_purpose,
                Input::Line,
                before.and_then(|one| one.purpose.clone()).unwrap_or_default(),
            ),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, _: &'static Words) -> Option<Self> {
        Some(Recipient {
            name: typed.required("name"),
            purpose: typed.text("purpose"),
            lines: before.map_or(TYPED, |one| one.lines),
        })
    }

    fn confirm(&mut self) {}
}
