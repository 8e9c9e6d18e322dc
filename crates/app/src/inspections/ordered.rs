//! The decision on an inspection: the team, where it goes, what it looks at, and when.

use super::door::door;
use super::labels;
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::forms::Asked;
use crate::reports::actions::period_of_year;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::inspections::State as Standing;
use thidua_domain::inspections::checklist::Item;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::inspection_decision::{InspectionDecision, TeamMember, document};

const VI: Language = Language::Vietnamese;

/// The forms that are printed from an inspection.
pub(crate) const FORMS: &[&str] = &["inspection_decision"];

/// `GET /inspections/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let door = door(&app, &visitor, &id).await?;
    // the whole of it is for who sees the whole
    if !door.whole {
        return Err(Refusal::NotFound);
    }
    let w = words(VI);
    let f = crate::forms::words::words(VI);
    let plan = app.store.plan(&door.plan.id).await?.ok_or(Refusal::NotFound)?;
    let head = &plan.draft.document;
    let it = &door.it;
    let year = head.subject_year.as_ref().map(|year| year.value);
    let reports = crate::reports::words::words(VI);
    let team = it.team.iter().map(|one| TeamMember {
        name: one.name.clone(),
        post: one.post.clone().unwrap_or_else(|| w.paper_blank.to_owned()),
        seat: labels::seat(one.seat, w).to_owned(),
    });
    let days = match (it.from, it.to) {
        (Some(from), Some(to)) => {
            w.paper_days.replace("{from}", &show::day(Some(from))).replace("{to}", &show::day(Some(to)))
        }
        (day, other) => {
            Some(show::day(day.or(other))).filter(|day| !day.is_empty()).unwrap_or_else(|| w.paper_blank.to_owned())
        }
    };
    // an inspection may rest on a plan of its own instead of a decision: then the decision has no number yet
    let number = it.number_symbol.clone().filter(|number| number.contains(w.paper_decides));
    let mut bases = vec![letterhead::basis(head)];
    if let Some(other) = it.number_symbol.as_ref().filter(|_| number.is_none()) {
        let says = w.paper_plan.replace("{number}", other).replace("{day}", &show::day(it.dated));
        bases.push(says);
    }
    let draft = it.state == Standing::Draft;
    let form = InspectionDecision {
        letterhead: Letterhead {
            date: it.dated.filter(|_| number.is_some()).map(letterhead::issue_date),
            number_symbol: number,
            recipients: vec![w.paper_recipients.to_owned()],
            ..letterhead::signed(letterhead::of_report(head, &[], w.symbol_decision), &door.unit)
        },
        // the paper says itself that it is an inspection
        inspection: it.name.strip_prefix(w.paper_inspects).unwrap_or(&it.name).trim().to_owned(),
        bases,
        team: team.collect(),
        units: door.visits.iter().map(|visit| visit.name.clone()).collect(),
        items: Item::ALL.iter().map(|item| labels::item(*item, w).to_owned()).collect(),
        period: it.period.map_or_else(|| w.paper_blank.to_owned(), |period| period_of_year(period, year, reports)),
        days,
        conclusion_until: None,
        mark: if door.plan.illustrative {
            Some(f.mark_sample.to_owned())
        } else {
            draft.then(|| f.mark_draft.to_owned())
        },
    };
    asked.send(&app, document(&form), &it.name).await
}
