//! A wave, and the occasions it is tied to.

use super::{Item, Kind, PieceView, TYPED};
use crate::face::forms::{Field, Input, Reader};
use crate::face::show;
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::basics::date::{DateProblem, read_past_date};
use thidua_domain::plans::draft::{Confidence, Occasion, PlanDraft, Wave};

pub(super) fn views(draft: &PlanDraft, w: &'static Words) -> Vec<PieceView> {
    let mut views = Vec::new();
    for (index, one) in draft.waves.iter().enumerate() {
        let mut view = PieceView::new(Kind::Waves, index, Some(one.lines), Some(one.confidence), w);
        view.tag = Some(w.kind_wave);
        view.lead = one.name.clone();
        view.strong = format!("{} – {}", show::day(one.from), show::day(one.to));
        let deadline = one.summary_deadline.map(|day| format!("{} {}", w.f_deadline, show::day(Some(day))));
        view.rest = [deadline, one.goal.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ");
        views.push(view);
        views.extend(one.occasions.iter().enumerate().map(|(at, occasion)| occasion_view(index, at, occasion, w)));
    }
    views
}

fn occasion_view(wave: usize, at: usize, occasion: &Occasion, w: &'static Words) -> PieceView {
    let mut view = PieceView::new(Kind::Waves, wave, Some(occasion.lines), None, w);
    view.anchor = format!("occasion-{wave}-{at}");
    view.tag = Some(w.kind_occasion);
    view.lead = occasion.name.clone();
    view.strong = show::day(occasion.date);
    view
}

impl Item for Wave {
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self> {
        &mut draft.waves
    }

    fn fields(before: Option<&Self>, _: &PlanDraft, w: &'static Words, _: &'static Common) -> Vec<Field> {
        let day = |of: fn(&Wave) -> Option<chrono::NaiveDate>| show::day(before.and_then(of));
        let strictly = before.is_none_or(|one| one.deadline_strictly_before);
        vec![
            Field::new("name", w.f_name, Input::Line, before.map(|one| one.name.clone()).unwrap_or_default()),
            Field::new("from", w.f_from_day, Input::Day, day(|one| one.from)),
            Field::new("to", w.f_to_day, Input::Day, day(|one| one.to)),
            Field::new("goal", w.f_goal, Input::Text, before.and_then(|one| one.goal.clone()).unwrap_or_default()),
            Field::new("summary_deadline", w.f_deadline, Input::Day, day(|one| one.summary_deadline)),
            Field::new("strictly_before", w.f_before, Input::Tick, if strictly { "yes" } else { "" }),
            Field::new("occasions", w.f_occasions, Input::Text, written(before.map_or(&[], |one| &one.occasions)))
                .hint(w.f_occasions_hint),
        ]
    }

    fn read(before: Option<&Self>, typed: &mut Reader<'_>, w: &'static Words) -> Option<Self> {
        let known = before.map_or(&[][..], |one| &one.occasions);
        let occasions = read_occasions(known, typed, w);
        Some(Wave {
            name: typed.required("name"),
            from: typed.day("from"),
            to: typed.day("to"),
            goal: typed.text("goal"),
            summary_deadline: typed.day("summary_deadline"),
            deadline_strictly_before: typed.tick("strictly_before"),
            occasions,
            lines: before.map_or(TYPED, |one| one.lines),
            confidence: Confidence::SURE,
        })
    }

    fn confirm(&mut self) {
        self.confidence = Confidence::SURE;
    }
}

/// Occasions as lines: `name | years | first day | day of the year`.
fn written(occasions: &[Occasion]) -> String {
    let lines = occasions.iter().map(|one| {
        let years = one.anniversary_years.map(|years| years.to_string()).unwrap_or_default();
        format!("{} | {years} | {} | {}", one.name, show::day(one.origin_date), show::day(one.date))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads them back; an occasion whose name stays keeps its place in the source.
fn read_occasions(known: &[Occasion], typed: &mut Reader<'_>, w: &'static Words) -> Vec<Occasion> {
    let text = typed.text("occasions").unwrap_or_default();
    let mut occasions = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let part = |index: usize| parts.get(index).copied().unwrap_or_default();
        let day = |text: &str| match read_past_date(text) {
            Err(DateProblem::Empty) => Ok(None),
            other => other.map(Some),
        };
        let years = if part(1).is_empty() { Ok(None) } else { part(1).parse().map(Some) };
        let (Ok(years), Ok(origin), Ok(date), false) = (years, day(part(2)), day(part(3)), part(0).is_empty())
        else {
            typed.problem("occasions", w.bad_occasion.replace("{line}", line));
            continue;
        };
        occasions.push(Occasion {
            name: part(0).to_owned(),
            anniversary_years: years,
            origin_date: origin,
            date,
            lines: known.iter().find(|one| one.name == part(0)).map_or(TYPED, |one| one.lines),
        });
    }
    occasions
}
