//! The tops of the tree, and finding units by name.

use super::editing::fields;
use super::{labels, words};
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::units::Unit;
use thidua_store::units::Child;

/// Units on one page of a list.
pub(super) const A_PAGE: i64 = 100;
/// Units that a search shows.
const FOUND: usize = 50;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) q: String,
    #[serde(default)]
    pub(super) at: String,
    #[serde(default)]
    pub(super) page: String,
}

impl Asked {
    /// The day asked for, if it can be read and is another day than today.
    pub(super) fn day(&self, today: NaiveDate) -> (NaiveDate, bool) {
        let day = read_date(&self.at).unwrap_or(today);
        (day, day != today)
    }

    /// The page asked for, counted from 1.
    pub(super) fn page(&self) -> i64 {
        self.page.parse().ok().filter(|page| (1..=100_000).contains(page)).unwrap_or(1)
    }
}

/// A line of a list of units.
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) partner: bool,
    pub(crate) head: String,
    pub(crate) days: String,
    pub(crate) below: i64,
    /// Whether who reads may open it.
    pub(crate) open: bool,
    /// Names of the bodies above, nearest first; in the list of what was found.
    pub(crate) above: String,
}

impl Row {
    pub(super) fn new(unit: Unit, below: i64, above: String, w: &'static words::Words) -> Row {
        Row {
            kind: labels::kind(unit.kind, w),
            partner: unit.kind.is_partner(),
            days: labels::days(unit.valid_from, unit.valid_to, w),
            id: unit.id,
            name: unit.name,
            head: unit.head.unwrap_or_default(),
            below,
            open: true,
            above,
        }
    }
}

#[derive(Template)]
#[template(path = "units/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    found: Option<Vec<Row>>,
    more: bool,
    q: String,
    day: String,
    at: String,
    fields: Vec<Field>,
    may_add: bool,
    may_manage: bool,
    refused: bool,
}

/// `GET /units`: the tops of what this person may see, or what a name finds there.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    list(&app, &caller, &visitor, &asked, None).await
}

pub(super) async fn list(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    asked: &Asked,
    marked: Option<Vec<Field>>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Units);
    let today = local_date((app.clock)());
    let (day, past) = asked.day(today);
    let (mut found, mut more) = (None, false);
    if !asked.q.trim().is_empty() {
        let mut hits = Vec::new();
        let all = app.store.find_units(&asked.q, FOUND * 4).await?;
        let ids: Vec<String> = all.iter().map(|one| one.unit.id.clone()).collect();
        // the bodies above all of them are asked for at once: a page of hits is two questions
        let paths = app.store.above_of(&ids).await?;
        for one in all {
            let path = paths.get(&one.unit.id).map(Vec::as_slice).unwrap_or_default();
            let along: Vec<&str> =
                std::iter::once(one.unit.id.as_str()).chain(path.iter().map(|(id, _)| id.as_str())).collect();
            if visitor.actor.may_along(Act::Look, &along) {
                if hits.len() == FOUND {
                    more = true;
                    break;
                }
                let names = if past { above(app, &one.unit, day).await? } else { names(path, &one.unit) };
                hits.push(Row::new(one.unit, 0, names, w));
            }
        }
        found = Some(hits);
    }
    let rows = tops(app, visitor, day).await?.into_iter();
    let rows = rows.map(|child| Row::new(child.unit, child.below, String::new(), w)).collect();
    let refused = marked.is_some();
    // only who belongs to no unit adds another top of the tree
    let may_add = visitor.actor.units(Act::ManageUnits).is_none();
    let may_manage = visitor.actor.may(Act::ManageUnits);
    let fields = marked.unwrap_or_else(|| fields(w, None));
    let (q, at) = (asked.q.clone(), if past { short(day) } else { String::new() });
    let day = short(day);
    let mut response =
        page(&ListPage { f, w, rows, found, more, q, day, at, fields, may_add, may_manage, refused })?;
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// The units from which this person's part of the tree hangs.
async fn tops(app: &App, visitor: &Visitor, day: NaiveDate) -> Result<Vec<Child>, Refusal> {
    let Some(own) = visitor.actor.units(Act::Look) else {
        return Ok(app.store.children_on(None, day, 0, 500).await?.0);
    };
    let mut tops = Vec::new();
    for id in own {
        // a unit that has ended is shown as it last was
        let then = app.store.unit_on(id, day).await?;
        let unit = if then.is_some() { then } else { app.store.unit(id).await? };
        if let Some(unit) = unit {
            let below = app.store.children_on(Some(id), day, 0, 0).await?.1;
            tops.push(Child { unit, below });
        }
    }
    Ok(tops)
}

/// The names of the bodies above a unit now, nearest first.
fn names(path: &[(String, String)], unit: &Unit) -> String {
    let mut names: Vec<&str> = path.iter().map(|(_, name)| name.as_str()).collect();
    names.extend(unit.parent_name.as_deref().filter(|_| path.is_empty()));
    names.join(" · ")
}

/// The names of the bodies above a unit on a day, nearest first.
async fn above(app: &App, unit: &Unit, day: NaiveDate) -> Result<String, Refusal> {
    let path = app.store.path_on(&unit.id, day).await?;
    let mut names: Vec<String> = path.into_iter().skip(1).map(|unit| unit.name).collect();
    names.extend(unit.parent_name.clone().filter(|_| names.is_empty()));
    Ok(names.join(" · "))
}
