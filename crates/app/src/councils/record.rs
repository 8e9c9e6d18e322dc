//! One body: who sits in it on a day, what is the matter, its decisions and what each changed.

use super::actions::{self, Known};
use super::editing::fields;
use super::list::Asked;
use super::{labels, words};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::office::forms::{FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::councils::{BodyKind, Changes, changes, composition, holding};

struct MemberRow {
    seat: &'static str,
    name: String,
    position: String,
    days: String,
}

struct DecisionRow {
    id: String,
    number: String,
    days: String,
    reason: String,
    file: Option<String>,
    recorded: String,
    /// Label and sentence of each sort of change.
    changed: Vec<(&'static str, String)>,
    holds: bool,
}

#[derive(Template)]
#[template(path = "councils/record.html")]
struct RecordPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    id: String,
    name: String,
    kind: &'static str,
    unit_id: String,
    unit: String,
    at: String,
    day: String,
    heading: String,
    by: String,
    members: Vec<MemberRow>,
    findings: Vec<(String, &'static str)>,
    decisions: Vec<DecisionRow>,
    may_manage: bool,
    form: FormView,
}

/// `GET /councils/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &id, &asked, None).await
}

/// The form of a decision: a new one begins with the present list, an old one with its own.
pub(super) fn decision_form(known: &Known, edit: &str, today: NaiveDate, w: &'static words::Words) -> FormView {
    let edited = known.decisions.iter().find(|one| one.decision.id == edit);
    let times = known.times();
    let list = match edited {
        Some(one) => one.decision.members.clone(),
        None => composition(&times, today).into_iter().cloned().collect(),
    };
    let action = format!("/councils/{}/decisions", known.body.id);
    let button = if edited.is_some() { w.edit_decision } else { w.decide };
    let form = FormView::new(action, known.body.version, fields(edited, &list, known.body.kind, w), button)
        .with_file(w.file, edited.and_then(|one| one.file_name.clone()));
    if edited.is_some() { form.correcting(edit) } else { form }
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    asked: &Asked,
    back: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let today = reach::today(app);
    let known = actions::one(app, id, today).await?;
    app.require(visitor, Act::Look, &known.unit.id).await?;
    let may_manage = app.may(visitor, Act::ManageRegulations, &known.unit.id).await?;
    let day = read_date(&asked.at).unwrap_or(today);
    let kind = known.body.kind;
    let times = known.times();
    let holding = holding(&times, day).map(|one| one.id.clone());
    let by = known.decisions.iter().find(|one| Some(&one.decision.id) == holding.as_ref());
    let members = composition(&times, day)
        .into_iter()
        .map(|member| MemberRow {
            seat: labels::seat(member.seat, kind, w),
            name: member.name.clone(),
            position: [&member.title, &member.unit].into_iter().flatten().cloned().collect::<Vec<_>>().join(", "),
            days: days(member.from, member.to, o),
        })
        .collect();
    let mut decisions = Vec::new();
    for (at, one) in known.decisions.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| known.decisions.get(before));
        let next = known.decisions.get(at + 1).and_then(|next| next.decision.from.pred_opt());
        let last = match (one.decision.to, next) {
            (Some(to), Some(next)) => Some(to.min(next)),
            (to, next) => to.or(next),
        };
        decisions.push(DecisionRow {
            id: one.decision.id.clone(),
            number: match one.dated {
                Some(dated) => format!("{}, {}", one.number_symbol, short(dated)),
                None => one.number_symbol.clone(),
            },
            days: days(Some(one.decision.from), last, o),
            reason: one.reason.clone().unwrap_or_default(),
            file: one.file_digest.clone(),
            recorded: format!("{}, {}", one.account_name, shown::moment(one.recorded_at)),
            changed: match before {
                None => vec![(w.first, String::new())],
                Some(before) => said(changes(&before.decision.members, &one.decision.members), kind, w),
            },
            holds: Some(&one.decision.id) == holding.as_ref(),
        });
    }
    decisions.reverse();
    let form = back.unwrap_or_else(|| decision_form(&known, &asked.edit, today, w));
    let came = form.came;
    let template = RecordPage {
        f: frame(caller, Tab::Councils),
        id: id.to_owned(),
        name: known.body.name.clone(),
        kind: labels::kind(kind, w),
        unit_id: known.unit.id.clone(),
        unit: known.unit.name.clone(),
        at: if day == today { String::new() } else { short(day) },
        day: short(day),
        heading: w.composition_on.replace("{day}", &short(day)),
        by: by.map(|one| w.by_decision.replace("{number}", &one.number_symbol)).unwrap_or_default(),
        members,
        findings: known.findings.iter().map(|one| labels::finding(one, w)).collect(),
        decisions,
        may_manage,
        form,
        w,
        o,
    };
    answered(page(&template), came)
}

fn days(from: Option<NaiveDate>, to: Option<NaiveDate>, o: &'static office::Words) -> String {
    let parts = [from.map(|from| (o.from_day, from)), to.map(|to| (o.to_day, to))];
    parts.into_iter().flatten().map(|(word, day)| format!("{word} {}", short(day))).collect::<Vec<_>>().join(" ")
}

fn said(found: Changes, kind: BodyKind, w: &'static words::Words) -> Vec<(&'static str, String)> {
    let moved: Vec<String> = found
        .moved
        .iter()
        .map(|(name, from, to)| {
            format!("{name} ({} → {})", labels::seat(*from, kind, w), labels::seat(*to, kind, w))
        })
        .collect();
    let sorts = [(w.joined, found.joined), (w.left, found.left), (w.moved, moved)];
    let said: Vec<(&'static str, String)> = sorts
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(label, names)| (label, names.join(", ")))
        .collect();
    if said.is_empty() { vec![(w.unchanged, String::new())] } else { said }
}
