//! All blocks on a day: those of the authority, outside clusters, those of authorities above; and the decisions.

use super::actions::{self, Known, own_units};
use super::{labels, words};
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, State};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::blocks::{LeadSeat, composition, preview};
use thidua_store::blocks::StoredArrangement;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) at: String,
}

struct Row {
    id: String,
    name: String,
    note: String,
    lead: String,
    deputies: String,
    members: usize,
    findings: Vec<String>,
}

struct DecisionRow {
    id: String,
    name: String,
    decided: bool,
    from: String,
    says: String,
    scope: String,
    recorded: String,
}

#[derive(Template)]
#[template(path = "blocks/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    groups: Vec<(&'static str, Vec<Row>, &'static str)>,
    any: bool,
    nowhere: Vec<String>,
    decisions: Vec<DecisionRow>,
    at: String,
    day: String,
    may_manage: bool,
    form: FormView,
}

/// `GET /blocks`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &asked, None).await
}

pub(super) fn add_form(w: &'static words::Words) -> FormView {
    let fields = vec![
        Field::new("name", w.name, Input::Line, "").hint(w.name_hint),
        Field::new("organiser", w.organiser, Input::Line, "").hint(w.organiser_hint),
        Field::new("note", w.note, Input::Line, ""),
    ];
    FormView::new("/blocks", 0, fields, w.add_outside)
}

/// Today, or the last day of the authority where it has ended.
pub(super) async fn day_for(app: &App, visitor: &Visitor, asked: &str) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let today = reach::today(app);
    let own = own_units(visitor);
    let ends = app.store.units_of(own.get(..1).unwrap_or_default()).await?;
    let usual = ends.first().map_or(today, |unit| reach::day_of(unit, today));
    Ok((read_date(asked).unwrap_or(usual), usual))
}

fn row(one: &Known, day: NaiveDate, w: &'static words::Words) -> Row {
    let year = day.year();
    Row {
        id: one.block.id.clone(),
        name: one.block.name.clone(),
        note: match &one.block.organiser {
            Some(organiser) => format!("{} · {organiser}", labels::kind(one.block.kind, w)),
            None => format!("{} · {}", labels::kind(one.block.kind, w), one.unit.name),
        },
        lead: one.names(year, LeadSeat::Lead).join(", "),
        deputies: one.names(year, LeadSeat::Deputy).join(", "),
        members: one.members.len(),
        findings: one.findings.iter().map(|finding| labels::finding(finding, w).0).collect(),
    }
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
    let (day, usual) = day_for(app, visitor, &asked.at).await?;
    let mut blocks = app.store.blocks(&reach::within(visitor)).await?;
    let with = app.store.blocks_with(&own_units(visitor)).await?;
    blocks.extend(with.into_iter().filter(|one| blocks.iter().all(|known| known.id != one.id)).collect::<Vec<_>>());
    let all = actions::known(app, blocks, day).await?;
    let mut of_mine = std::collections::HashMap::new();
    for one in &all {
        if !of_mine.contains_key(&one.unit.id) {
            of_mine.insert(one.unit.id.clone(), app.may(visitor, Act::Look, &one.unit.id).await?);
        }
    }
    let mine = |one: &Known| of_mine.get(&one.unit.id).copied().unwrap_or_default();
    let own_rows = all.iter().filter(|one| mine(one) && !one.block.outside);
    // a block that ended stands in the history only
    let own_rows: Vec<Row> = own_rows.filter(|one| !one.members.is_empty()).map(|one| row(one, day, w)).collect();
    let outside: Vec<Row> =
        all.iter().filter(|one| mine(one) && one.block.outside).map(|one| row(one, day, w)).collect();
    let others: Vec<Row> =
        all.iter().filter(|one| !mine(one) && !one.members.is_empty()).map(|one| row(one, day, w)).collect();
    let manages = app.own_unit(visitor, Act::ManageRegulations, None).await.ok();
    let owner = match &manages {
        Some(unit) => Some(unit.clone()),
        None => own_units(visitor).into_iter().next(),
    };
    let (mut decisions, mut nowhere) = (Vec::new(), Vec::new());
    if let Some(owner) = &owner {
        let arrangements = app.store.arrangements(&[owner.as_str()]).await?;
        decisions = decision_rows(&arrangements, &all, w);
        let times = actions::times_of(&arrangements, owner, None);
        let on = composition(&times, day);
        if !on.is_empty() {
            let below = reach::below(app, owner, day).await?;
            nowhere = below
                .into_iter()
                .filter(|unit| !on.iter().any(|place| place.unit_id.as_deref() == Some(unit.id.as_str())))
                .map(|unit| unit.name)
                .collect();
        }
    }
    let form = back.unwrap_or_else(|| add_form(w));
    let came = form.came;
    let any = !all.is_empty() || !decisions.is_empty();
    let mut groups = vec![(w.own, own_rows, w.empty)];
    if !outside.is_empty() || manages.is_some() {
        groups.push((w.outside, outside, w.no_outside));
    }
    if !others.is_empty() {
        groups.push((w.of_others, others, ""));
    }
    let template = ListPage {
        f: frame(caller, Tab::Blocks),
        groups,
        any,
        nowhere,
        decisions,
        at: if day == usual { String::new() } else { short(day) },
        day: short(day),
        may_manage: manages.is_some(),
        form,
        w,
        o,
    };
    answered(page(&template), came)
}

fn decision_rows(all: &[StoredArrangement], known: &[Known], w: &'static words::Words) -> Vec<DecisionRow> {
    let mut found: Vec<DecisionRow> = all
        .iter()
        .map(|one| {
            let times = actions::times_of(all, &one.unit_id, one.block_id.as_deref());
            let before: Vec<_> = one.from.pred_opt().map(|day| composition(&times, day)).unwrap_or_default();
            let after: Vec<_> = one.places.iter().map(|place| place.place.clone()).collect();
            let seen = preview(&before, &after, &[]);
            let says = if before.is_empty() { w.first.to_owned() } else { super::proposal::counts(&seen, w) };
            let cluster = one.block_id.as_ref().and_then(|id| known.iter().find(|block| block.block.id == *id));
            DecisionRow {
                id: one.id.clone(),
                name: match (&one.number_symbol, one.decided) {
                    (Some(number), true) => number.clone(),
                    _ => w.proposal.to_owned(),
                },
                decided: one.decided,
                from: short(one.from),
                says,
                scope: cluster.map_or_else(|| w.scope_all.to_owned(), |block| block.block.name.clone()),
                recorded: format!("{}, {}", one.account_name, shown::moment(one.recorded_at)),
            }
        })
        .collect();
    found.reverse();
    found
}
