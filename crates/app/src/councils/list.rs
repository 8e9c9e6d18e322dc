//! All bodies, and which of them have to be renewed.

use super::{actions, labels, words};
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Visitor, page};
use crate::office::forms::{FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::councils::{BodyKind, Seat, composition, holding};

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    show: String,
    #[serde(default)]
    pub(super) at: String,
    #[serde(default)]
    pub(super) edit: String,
}

struct Row {
    id: String,
    name: String,
    kind: &'static str,
    unit: String,
    decision: String,
    chair: String,
    members: usize,
    findings: Vec<String>,
}

#[derive(Template)]
#[template(path = "councils/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    any: bool,
    faults: bool,
    at: String,
    day: String,
    may_add: bool,
    form: FormView,
}

/// `GET /councils`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &asked, None).await
}

pub(super) fn add_form(w: &'static words::Words) -> FormView {
    let kinds = BodyKind::ALL.iter().map(|kind| (kind.code(), labels::kind(*kind, w))).collect();
    let fields = vec![
        Field::new("kind", w.kind, Input::Choice(kinds), BodyKind::EmulationCouncil.code()),
        Field::new("name", w.name, Input::Line, "").hint(w.name_hint),
    ];
    FormView::new("/councils", 0, fields, w.add)
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    asked: &Asked,
    back: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let today = reach::today(app);
    let day = read_date(&asked.at).unwrap_or(today);
    let all = actions::all(app, &reach::within(visitor), today).await?;
    let any = !all.is_empty();
    let faults = asked.show == "faults";
    let rows = all
        .iter()
        .filter(|one| !faults || !one.findings.is_empty())
        .map(|one| {
            let times = one.times();
            let sitting = composition(&times, day);
            let chairs: Vec<&str> = sitting
                .iter()
                .filter(|member| member.seat == Seat::Chair)
                .map(|member| member.name.as_str())
                .collect();
            let decision = holding(&times, day)
                .and_then(|holding| one.decisions.iter().find(|decision| decision.decision.id == holding.id));
            Row {
                id: one.body.id.clone(),
                name: one.body.name.clone(),
                kind: labels::kind(one.body.kind, w),
                unit: one.unit.name.clone(),
                decision: decision
                    .map(|one| format!("{}, {} {}", one.number_symbol, o.from_day, short(one.decision.from)))
                    .unwrap_or_default(),
                chair: chairs.join(", "),
                members: sitting.len(),
                findings: one.findings.iter().map(|finding| labels::finding(finding, w).0).collect(),
            }
        })
        .collect();
    let form = back.unwrap_or_else(|| add_form(w));
    let came = form.came;
    let template = ListPage {
        f: frame(caller, Tab::Councils),
        rows,
        any,
        faults,
        at: if day == today { String::new() } else { short(day) },
        day: short(day),
        may_add: app.own_unit(visitor, Act::ManageRegulations, None).await.is_ok(),
        form,
        w,
        o,
    };
    answered(page(&template), came)
}
