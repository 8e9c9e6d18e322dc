//! The log, newest first: each entry a sentence with the thing it is about; asked by person, thing and days.

use super::labels;
use super::words::{self, Words};
use crate::App;
use crate::clock::start_of_day;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::date::read_date;
use thidua_domain::basics::text::fold;
use thidua_store::audit::{AskedEntries, Logged};

/// Entries on a page.
const A_PAGE: usize = 100;

/// The longest part of a detail that is shown.
const DETAIL: usize = 600;

struct Row {
    at: String,
    who: String,
    act: String,
    /// Address and name of the thing.
    thing: Option<(Option<String>, String)>,
    detail: String,
    /// The question for everything done to this thing.
    all: String,
}

#[derive(Template)]
#[template(path = "audit/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
    asked: Asked,
    kinds: Vec<(&'static str, &'static str)>,
    /// The one thing that is asked for.
    thing: Option<String>,
    day_problem: bool,
    filtered: bool,
    older: Option<String>,
}

/// What is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    who: String,
    kind: String,
    thing: String,
    from: String,
    to: String,
    before: String,
}

impl Asked {
    /// The question, with another entry to begin behind.
    fn query(&self, before: &str) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("who", &*self.who),
            ("kind", &self.kind),
            ("thing", &self.thing),
            ("from", &self.from),
            ("to", &self.to),
            ("before", before),
        ];
        out.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        out.finish()
    }

    fn kind(&self) -> Option<&str> {
        labels::SUBJECTS.iter().copied().find(|kind| *kind == self.kind)
    }
}

/// `GET /audit`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Audit);
    let day = |typed: &str| if typed.trim().is_empty() { Ok(None) } else { read_date(typed).map(Some) };
    let (from, to) = (day(&asked.from), day(&asked.to));
    let day_problem = from.is_err() || to.is_err();
    let (from, to) = (from.ok().flatten(), to.ok().flatten());
    let accounts = accounts_named(&app, &asked.who).await?;
    let accounts: Option<Vec<&str>> = accounts.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
    let thing = Some(asked.thing.as_str()).filter(|thing| !thing.is_empty() && asked.kind().is_some());
    let scope = visitor.scope();
    let question = AskedEntries {
        units: scope.as_deref(),
        accounts: accounts.as_deref(),
        subject: asked.kind(),
        subject_id: thing,
        from: from.map(start_of_day),
        to: to.and_then(|to| to.succ_opt()).map(start_of_day),
        older_than: Some(asked.before.as_str()).filter(|before| !before.is_empty()),
        limit: i64::try_from(A_PAGE + 1).unwrap_or(i64::MAX),
    };
    let mut entries = app.store.audit_entries(&question).await?;
    let more = entries.len() > A_PAGE;
    entries.truncate(A_PAGE);
    let older = more.then(|| entries.last().map(|last| asked.query(&last.id))).flatten();
    let names = names(&app, &entries).await?;
    let name_of = |kind: &str, id: &str| names.get(&(kind.to_owned(), id.to_owned())).cloned();
    let filtered = !asked.query("").is_empty();
    let thing = match (asked.kind(), thing) {
        (Some(kind), Some(id)) => {
            let known = app.store.names_of_things(kind, &[id]).await?.remove(id);
            let name = entries.first().and(known).unwrap_or_default();
            Some(format!("{} {name}", labels::subject(kind, w)).trim_end().to_owned())
        }
        _ => None,
    };
    let opens = |kind: &str| kind != "account" || visitor.actor.may(Act::ManageAccounts);
    let rows = entries.into_iter().map(|one| row(one, &name_of, &opens, w)).collect();
    let kinds = labels::SUBJECTS.iter().map(|kind| (*kind, labels::subject(kind, w))).collect();
    page(&ListPage { f, w, rows, asked, kinds, thing, day_problem, filtered, older })
}

/// The accounts whose name or login holds what was typed; `None` when nothing was.
async fn accounts_named(app: &App, typed: &str) -> Result<Option<Vec<String>>, Refusal> {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        return Ok(None);
    }
    let all = app.store.accounts().await?.into_iter();
    let fits = all.filter(|one| fold(&one.name).contains(&typed) || one.login.contains(&typed));
    Ok(Some(fits.map(|one| one.id).take(400).collect()))
}

/// The names of the things of these entries, by kind and identifier.
async fn names(app: &App, entries: &[Logged]) -> Result<HashMap<(String, String), String>, Refusal> {
    let mut found = HashMap::new();
    for kind in labels::SUBJECTS.iter().copied() {
        let mut ids: Vec<&str> =
            entries.iter().filter(|one| one.subject == kind).map(|one| one.subject_id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let named = app.store.names_of_things(kind, &ids).await?;
        found.extend(named.into_iter().map(|(id, name)| ((kind.to_owned(), id), name)));
    }
    Ok(found)
}

fn row(
    one: Logged,
    name_of: &impl Fn(&str, &str) -> Option<String>,
    opens: &impl Fn(&str) -> bool,
    w: &'static Words,
) -> Row {
    let address = labels::address(&one.subject, &one.subject_id).filter(|_| opens(&one.subject));
    let name = name_of(&one.subject, &one.subject_id).map(|name| shortened(&name, 160));
    let detail = one.detail.map(|detail| shortened(&detail, DETAIL)).unwrap_or_default();
    let all = Asked { kind: one.subject.clone(), thing: one.subject_id.clone(), ..Asked::default() }.query("");
    Row {
        at: show::moment(one.at),
        who: one.account_name,
        act: lower_first(labels::label(&one.act, w)),
        // a thing that is gone is only told by the detail
        thing: name.clone().map(|name| (address, name)),
        detail: if name.as_deref() == Some(detail.as_str()) { String::new() } else { detail },
        all,
    }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most).chain(['…']).collect()
}

/// Acts stand within a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
