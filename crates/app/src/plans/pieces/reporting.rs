//! A line of the reporting calendar.

use super::{Item, Kind, PieceView, TYPED};
use crate::face::forms::{Field, Input, Reader};
use crate::face::show;
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::plans::draft::{PlanDraft, Reporting, ReportingPeriod};

pub(crate) fn label(period: ReportingPeriod, w: &'static Words) -> &'static str {
    match period {
        ReportingPeriod::Quarter => w.r_quarter,
        ReportingPeriod::HalfYear => w.r_half,
        ReportingPeriod::Year => w.r_year,
        ReportingPeriod::Wave => w.r_wave,
        ReportingPeriod::AsRegulated => w.r_regulated,
    }
}

pub(super) fn view(index: usize, one: &Reporting, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Reporting, index, Some(one.lines), None, w);
    view.strong = label(one.period, w).to_owned();
    let parts = [
        one.from.clone(),
        one.to.as_ref().map(|to| format!("→ {to}")),
        one.via.as_ref().map(|via| format!("({} {via})", w.f_via.to_lowercase())),
        one.due.map(|due| show::day(Some(due))),
    ];
    view.rest = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view
}

impl Item for Reporting {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.reporting
    }

    fn fields(before: Option<&Self>, _: &PlanDraft, w: &'static Words, _: &'static Common) -> Vec<Field> {
        let text = |of: fn(&Reporting) -> Option<String>| before.and_then(of).unwrap_or_default();
        let periods = ReportingPeriod::ALL.into_iter().map(|period| (period.code(), label(period, w))).collect();
        vec![
            Field::new(
                "period",
                w.f_period,
                Input::Choice(periods),
                before.map_or("year", |one| one.period.code()),
            ),
            Field::new("due", w.f_due, Input::Day, show::day(before.and_then(|one| one.due))),
            Field::new("from", w.f_from, Input::Line, text(|one| one.from.clone())),
            Field::new("to", w.f_to, Input::Line, text(|one| one.to.clone())),
            Field::new("via", w.f_via, Input::Line, text(|one| one.via.clone())),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, _: &'static Words) -> Option<Self> {
        Some(Reporting {
            period: typed.code("period", ReportingPeriod::from_code).unwrap_or(ReportingPeriod::Year),
            due: typed.day("due"),
            from: typed.text("from"),
            to: typed.text("to"),
            via: typed.text("via"),
            lines: before.map_or(TYPED, |one| one.lines),
        })
    }

    fn confirm(&mut self) {}
}
