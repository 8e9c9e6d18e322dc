//! A document cited by the plan.

use super::{Item, Kind, PieceView, TYPED};
use crate::face::forms::{Field, Input, Reader};
use crate::face::show;
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::plans::draft::{BasisRole, Confidence, LegalBasis, PlanDraft};

pub(super) fn view(index: usize, one: &LegalBasis, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Bases, index, Some(one.lines), Some(one.confidence), w);
    view.tag = one.parent_plan.then_some(w.parent_plan);
    view.lead = one.kind.clone();
    view.strong = one.number_symbol.clone().unwrap_or_default();
    let parts = [Some(show::day(one.date)), one.issuer.clone(), one.subject.clone()];
    view.rest = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    view
}

impl Item for LegalBasis {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.legal_bases
    }

    fn fields(before: Option<&Self>, _: &PlanDraft, w: &'static Words, _: &'static Common) -> Vec<Field> {
        let text = |of: fn(&LegalBasis) -> Option<String>| before.and_then(of).unwrap_or_default();
        let roles = vec![
            (BasisRole::Basis.code(), w.f_role_is_basis),
            (BasisRole::Implements.code(), w.f_role_implements),
            (BasisRole::Referenced.code(), w.f_role_referenced),
        ];
        let parent = before.is_some_and(|one| one.parent_plan);
        vec![
            Field::new("kind", w.f_kind, Input::Line, before.map(|one| one.kind.clone()).unwrap_or_default()),
            Field::new("number_symbol", w.f_number, Input::Line, text(|one| one.number_symbol.clone())),
            Field::new("date", w.f_date, Input::Day, show::day(before.and_then(|one| one.date))),
            Field::new("issuer", w.f_issuer, Input::Line, text(|one| one.issuer.clone())),
            Field::new("subject", w.f_subject, Input::Text, text(|one| one.subject.clone())),
            Field::new("role", w.f_role_basis, Input::Choice(roles), before.map_or("basis", |one| one.role.code())),
            Field::new("parent_plan", w.f_is_parent_plan, Input::Tick, if parent { "yes" } else { "" }),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, _: &'static Words) -> Option<Self> {
        Some(LegalBasis {
            kind: typed.required("kind"),
            number_symbol: typed.text("number_symbol"),
            date: typed.day("date"),
            issuer: typed.text("issuer"),
            subject: typed.text("subject"),
            role: typed.code("role", BasisRole::from_code).unwrap_or(BasisRole::Basis),
            parent_plan: typed.tick("parent_plan"),
            lines: before.map_or(TYPED, |one| one.lines),
            confidence: Confidence::SURE,
        })
    }

    fn confirm(&mut self) {
        self.confidence = Confidence::SURE;
    }
}
