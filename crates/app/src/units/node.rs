//! One unit on a day: where it stands, what is below it, what became of it, and forms to add and correct.

use super::editing::{self, fields};
use super::pages::{A_PAGE, Asked, Row};
use super::{labels, words};
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Field, Input, placed};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::units::Unit;

/// A body above: its address where this person may look at it.
struct Above {
    id: Option<String>,
    name: String,
}

/// A stretch of the unit's history.
struct Stretch {
    days: String,
    name: String,
    kind: &'static str,
    head: String,
    by: String,
}

/// A unit before or after.
struct Relative {
    id: String,
    name: String,
    how: String,
}

/// A plan of the unit.
struct PlanRow {
    id: String,
    number: String,
    title: String,
}

/// A form that came back: fields with what is wrong, and which of the two it is.
pub(super) enum Marked {
    /// The form that adds a unit below.
    Below(Vec<Field>),
    /// The form that corrects; `true` when somebody else changed the unit meanwhile.
    Own(Vec<Field>, bool),
}

#[derive(Template)]
#[template(path = "units/node.html")]
struct NodePage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    name: String,
    kind: &'static str,
    partner: bool,
    level: &'static str,
    head: String,
    days: String,
    above: Vec<Above>,
    exists: bool,
    day: String,
    at: String,
    rows: Vec<Row>,
    total: i64,
    page: i64,
    pages: i64,
    stretches: Vec<Stretch>,
    before: Vec<Relative>,
    after: Vec<Relative>,
    plans: Vec<PlanRow>,
    r: &'static crate::recognitions::words::Words,
    recognised: Vec<crate::recognitions::Line>,
    gw: &'static crate::grades::words::Words,
    graded: Vec<crate::grades::Line>,
    may_manage: bool,
    may_reform: bool,
    below_fields: Vec<Field>,
    below_refused: bool,
    own_fields: Vec<Field>,
    own_refused: bool,
    changed: bool,
    version: i64,
}

/// `GET /units/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    app.require(&visitor, Act::Look, &id).await?;
    render(&app, &caller, &visitor, &id, &asked, None).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    asked: &Asked,
    marked: Option<Marked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Units);
    let (day, past) = asked.day(local_date((app.clock)()));
    let now = app.store.unit(id).await?.ok_or(Refusal::NotFound)?;
    let then = app.store.unit_on(id, day).await?;
    let exists = then.is_some();
    let unit = then.unwrap_or_else(|| now.clone());
    let page_number = asked.page();
    let (children, total) = app.store.children_on(Some(id), day, (page_number - 1) * A_PAGE, A_PAGE).await?;
    let path = app.store.path_ids(id).await?;
    let rows = children.into_iter().map(|child| {
        let chain: Vec<&str> =
            std::iter::once(child.unit.id.as_str()).chain(path.iter().map(String::as_str)).collect();
        let open = visitor.actor.may_in(Act::Look, &child.unit.id) || visitor.actor.may_along(Act::Look, &chain);
        Row { open, ..Row::new(child.unit, child.below, String::new(), w) }
    });
    let rows = rows.collect();
    let mut above = Vec::new();
    for one in app.store.path_on(id, day).await?.into_iter().skip(1) {
        let open = app.may(visitor, Act::Look, &one.id).await?;
        above.push(Above { id: open.then_some(one.id), name: one.name });
    }
    if above.is_empty()
        && let Some(name) = unit.parent_name.clone()
    {
        above.push(Above { id: None, name });
    }
    above.reverse();
    let mut plans = Vec::new();
    for plan in app.store.plans(Some(&[id])).await? {
        plans.push(PlanRow {
            number: plan.number_symbol.unwrap_or_default(),
            title: plan.title.unwrap_or_default(),
            id: plan.id,
        });
    }
    let may_manage = app.may(visitor, Act::ManageUnits, id).await?;
    let may_reform = app.may(visitor, Act::Reform, id).await?;
    let (below_marked, own_marked, changed) = match marked {
        Some(Marked::Below(fields)) => (Some(fields), None, false),
        Some(Marked::Own(fields, changed)) => (None, Some(fields), changed),
        None => (None, None, false),
    };
    let (below_refused, own_refused) = (below_marked.is_some(), own_marked.is_some());
    let (before, after) = relatives(app, id, w).await?;
    let template = NodePage {
        kind: labels::kind(unit.kind, w),
        partner: unit.kind.is_partner(),
        level: show::level(unit.level, f.c),
        head: unit.head.clone().unwrap_or_default(),
        days: labels::days(unit.valid_from, unit.valid_to, w),
        day: short(day),
        at: if past { short(day) } else { String::new() },
        r: crate::recognitions::words::words(caller.preferences.language),
        recognised: crate::recognitions::of_unit(app, visitor, id, caller.preferences.language).await?,
        gw: crate::grades::words::words(caller.preferences.language),
        graded: crate::grades::of_unit(app, id, caller.preferences.language).await?,
        id: id.to_owned(),
        name: unit.name.clone(),
        pages: (total + A_PAGE - 1) / A_PAGE,
        page: page_number,
        stretches: stretches(app, id, w).await?,
        below_fields: placed(below_marked.unwrap_or_else(|| fields(w, None)), "below"),
        own_fields: own_marked.unwrap_or_else(|| editing::own_fields(w, &now)),
        version: app.store.unit_version(id).await?,
        f,
        w,
        above,
        exists,
        rows,
        total,
        before,
        after,
        plans,
        may_manage,
        may_reform,
        below_refused,
        own_refused,
        changed,
    };
    crate::face::frame::returned(&template, changed, below_refused || own_refused)
}

async fn stretches(app: &App, id: &str, w: &'static words::Words) -> Result<Vec<Stretch>, Refusal> {
    let mut found = Vec::new();
    for state in app.store.unit_history(id).await? {
        let by = match &state.reform_id {
            Some(reform) => app.store.reform(reform).await?.map(|reform| {
                let document = reform.document.map(|document| format!(", {document}")).unwrap_or_default();
                format!("{}{document}", labels::reform(reform.kind, w))
            }),
            None => None,
        };
        let Unit { name, kind, head, valid_from, valid_to, .. } = state.unit;
        let days = labels::days(valid_from, valid_to, w);
        found.push(Stretch {
            days: if days.is_empty() { w.since_ever.to_owned() } else { days },
            name,
            kind: labels::kind(kind, w),
            head: head.unwrap_or_default(),
            by: by.unwrap_or_default(),
        });
    }
    Ok(found)
}

async fn relatives(
    app: &App,
    id: &str,
    w: &'static words::Words,
) -> Result<(Vec<Relative>, Vec<Relative>), Refusal> {
    let (before, after): (Vec<_>, Vec<_>) = app.store.descent(id).await?.into_iter().partition(|one| one.before);
    let of = |one: thidua_store::units::Descent| Relative {
        how: format!("{}, {}", labels::reform(one.reform.kind, w), short(one.reform.day)),
        id: one.unit_id,
        name: one.name,
    };
    Ok((before.into_iter().map(of).collect(), after.into_iter().map(of).collect()))
}
