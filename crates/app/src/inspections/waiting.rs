//! What waits on the first page because of inspections.

use super::words::words;
use crate::App;
use crate::face::{Refusal, Visitor, show};
use crate::office::reach;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::inspections::findings::{State as Found, days_late};
use thidua_store::Within;
use thidua_store::inspections::Visit;

/// A line of the first page.
pub(crate) struct Waiting {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
}

fn units(visitor: &Visitor, act: Act) -> Vec<String> {
    visitor.actor.units(act).unwrap_or_default().into_iter().map(str::to_owned).collect()
}

/// The lines for who inspects, and for who is inspected.
pub(crate) async fn waiting(app: &App, visitor: &Visitor, language: Language) -> Result<Vec<Waiting>, Refusal> {
    let w = words(language);
    let today = reach::today(app);
    let mut found = Vec::new();
    let mut inspecting = units(visitor, Act::Inspect);
    inspecting.extend(units(visitor, Act::PlanInspection));
    inspecting.sort();
    inspecting.dedup();
    if !inspecting.is_empty() {
        let within = Within::Units { own: inspecting, branches: Vec::new() };
        let running: Vec<_> =
            app.store.inspections(&within).await?.into_iter().filter(|it| it.state.takes_visits()).collect();
        let ids: Vec<String> = running.iter().map(|it| it.id.clone()).collect();
        let visits = app.store.inspection_visits(&ids).await?;
        for it in &running {
            let due = |visit: &&Visit| {
                let day = visit.planned_on.or(it.to);
                visit.inspection_id == it.id && visit.is_due() && day.is_some_and(|day| day <= today)
            };
            let n = visits.iter().filter(due).count();
            if n > 0 {
                found.push(Waiting {
                    class: "at-risk",
                    text: w.home_due.replace("{name}", &it.name).replace("{n}", &n.to_string()),
                    address: format!("/inspections/{}#places", it.id),
                    note: super::labels::days(it.from, it.to),
                });
            }
        }
        let open = app.store.open_findings(&within).await?;
        let count =
            |of: &dyn Fn(&thidua_store::inspections::Finding) -> bool| open.iter().filter(|one| of(one)).count();
        let late = count(&|one| days_late(one.state, one.mend_until, today).is_some());
        let mended = count(&|one| one.state == Found::Mended);
        let mut line = |class, text: &str, n: usize| {
            if n > 0 {
                found.push(Waiting {
                    class,
                    text: text.replace("{n}", &n.to_string()),
                    address: "/inspections#list".to_owned(),
                    note: String::new(),
                });
            }
        };
        line("missed", w.home_late, late);
        line("needs-person", w.home_mended, mended);
    }
    let own = units(visitor, Act::DoTask);
    for one in app.store.findings_to_mend(&own).await? {
        let late = days_late(one.state, one.mend_until, today).is_some();
        let until = one.mend_until.map(|day| w.until.replace("{day}", &show::day(Some(day)))).unwrap_or_default();
        found.push(Waiting {
            class: if late { "missed" } else { "needs-person" },
            text: w.home_mend.replace("{what}", &one.demand),
            address: format!("/inspections/{}/visits/{}#finding-{}", one.inspection_id, one.subject_id, one.id),
            note: format!("{}, {until}", one.subject_name).trim_end_matches(", ").to_owned(),
        });
    }
    let visiting = app.store.inspections_visiting(&own).await?;
    let ids: Vec<String> = visiting.iter().filter(|it| it.state.is_followed()).map(|it| it.id.clone()).collect();
    for visit in app.store.inspection_visits(&ids).await? {
        if !own.contains(&visit.subject_id) {
            continue;
        }
        let address = format!("/inspections/{}/visits/{}", visit.inspection_id, visit.subject_id);
        let until = visit.explain_until.filter(|until| *until >= today && visit.is_made());
        if let (Some(until), None) = (until, &visit.explanation) {
            found.push(Waiting {
                class: "needs-person",
                text: w.home_explain.replace("{day}", &show::day(Some(until))),
                address: format!("{address}#explanation"),
                note: visit.name.clone(),
            });
        }
        if let Some(day) = visit.planned_on.filter(|day| *day >= today && visit.is_due()) {
            found.push(Waiting {
                class: "on-track",
                text: w.home_visit.replace("{day}", &show::day(Some(day))),
                address,
                note: visit.name,
            });
        }
    }
    Ok(found)
}
