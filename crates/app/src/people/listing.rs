//! The list of people: by unit and branch, by category, by name with or without marks.

use super::reach::{Named, unit_named, within};
use super::{labels, words};
use crate::App;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::people::{Category, Person, PersonKind};
use thidua_store::people::{AskedPeople, Within};

/// People on one page.
const A_PAGE: usize = 50;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    page: String,
}

/// A line of a list of people.
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) birth: String,
    pub(crate) category: &'static str,
    pub(crate) leader: bool,
    pub(crate) title: String,
    pub(crate) unit: Option<(String, String)>,
    pub(crate) standing: &'static str,
}

/// Lines of records, with the names of their units.
pub(crate) async fn lines(app: &App, people: Vec<Person>, w: &'static words::Words) -> Result<Vec<Row>, Refusal> {
    let mut units: Vec<String> = people.iter().filter_map(|one| one.post.unit_id.clone()).collect();
    units.sort();
    units.dedup();
    let names: HashMap<String, String> =
        app.store.units_of(&units).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    Ok(people
        .into_iter()
        .map(|one| Row {
            birth: one.birth(),
            category: labels::category(one.post.category, w),
            leader: one.post.leader,
            title: one.post.title.unwrap_or_default(),
            unit: one.post.unit_id.and_then(|id| names.get(&id).map(|name| (id.clone(), name.clone()))),
            standing: match one.standing {
                thidua_domain::people::Standing::Active => "",
                other => labels::standing(other, w),
            },
            id: one.id,
            name: one.name,
        })
        .collect())
}

#[derive(Template)]
#[template(path = "people/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    q: String,
    unit: String,
    unit_problem: Option<String>,
    categories: Vec<(&'static str, &'static str)>,
    category: String,
    kinds: Vec<(&'static str, &'static str)>,
    kind: String,
    total: Option<i64>,
    page: usize,
    more: bool,
    filtered: bool,
    /// The question as an address has it, without the page.
    query: String,
    may_manage: bool,
}

/// The question as the end of an address.
fn query(asked: &Asked) -> String {
    let pairs = [("q", &asked.q), ("unit", &asked.unit), ("category", &asked.category), ("kind", &asked.kind)];
    let encoded = |text: &str| -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
    };
    let pairs = pairs.iter().filter(|(_, value)| !value.is_empty());
    pairs.map(|(name, value)| format!("{name}={}&", encoded(value))).collect()
}

/// `GET /people`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::People);
    let (mut scope, mut unit, mut unit_problem) = (within(&visitor, Act::Look), String::new(), None);
    if !asked.unit.trim().is_empty() {
        match unit_named(&app, &visitor, Act::Look, asked.unit.trim()).await? {
            Named::One(found) => {
                // below a unit only those are shown whom this person may look at
                scope = match scope {
                    Within::Units { alone, .. } if alone.contains(&found.id) => {
                        Within::Units { branches: Vec::new(), alone: vec![found.id.clone()] }
                    }
                    _ => Within::branch(&found.id),
                };
                unit = found.name;
            }
            Named::Unknown => unit_problem = Some(w.unit_unknown.to_owned()),
            Named::Several(names) => unit_problem = Some(format!("{} {}.", w.unit_several, names.join("; "))),
        }
    }
    let page_number = asked.page.parse().ok().filter(|page| (1..=20_000).contains(page)).unwrap_or(1usize);
    let question = AskedPeople {
        within: scope,
        words: asked.q.clone(),
        category: Category::from_code(&asked.category),
        kind: PersonKind::from_code(&asked.kind),
        standing: None,
    };
    let (people, more) = match &unit_problem {
        Some(_) => (Vec::new(), false),
        None => app.store.find_people(&question, (page_number - 1) * A_PAGE, A_PAGE).await?,
    };
    // a country is not counted for a page
    let total = match &question.within {
        Within::Units { .. } if question.words.trim().is_empty() && unit_problem.is_none() => {
            Some(app.store.number_of_people(&question).await?)
        }
        _ => None,
    };
    let problem = unit_problem.is_some();
    crate::face::frame::returned(
        &ListPage {
            rows: lines(&app, people, w).await?,
            query: query(&asked),
            filtered: !query(&asked).is_empty(),
            q: asked.q,
            unit: if problem { asked.unit } else { unit },
            unit_problem,
            categories: labels::categories(w),
            category: asked.category,
            kinds: labels::choices(PersonKind::ALL, PersonKind::code, |one| labels::kind(one, w)),
            kind: asked.kind,
            total,
            page: page_number,
            more,
            may_manage: visitor.actor.may(Act::ManagePeople),
            f,
            w,
        },
        false,
        problem,
    )
}
