//! Other names of a person, and members of a collective.

use super::actions::{entry, person_for};
use super::reach::within;
use super::record::{Marked, render};
use super::words::words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::people::{PersonKind, name};
use thidua_store::people::AskedPeople;

/// `POST /people/{id}/names`.
pub(crate) async fn add_name(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let other = name::tidy(&reader.required_name("name"));
    if other.is_empty() || !reader.fine() {
        return go(format!("/people/{id}"));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.add_person_name(&person, &other, reader.tick("former")).await?;
    change.commit(entry("person.named", &person, Some(format!("{} = {other}", person.name)))).await?;
    go(format!("/people/{id}?done=saved"))
}

/// `POST /people/{id}/names/{alias}`: takes one away.
pub(crate) async fn remove_name(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, alias)): Path<(String, String)>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.remove_person_name(&person, &alias).await?;
    change.commit(entry("person.named", &person, Some(person.name.clone()))).await?;
    go(format!("/people/{id}?done=saved"))
}

/// People that are offered when several have a name.
const OFFERED: usize = 12;

/// `POST /people/{id}/members`: writes somebody into a collective, by name or by choice.
pub(crate) async fn add_member(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words(caller.preferences.language);
    let group = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    if group.kind != PersonKind::Collective {
        return Err(Refusal::NotFound);
    }
    let text = typed.get("member").map(|text| text.trim().to_owned()).unwrap_or_default();
    let chosen = typed.get("chosen").filter(|chosen| !chosen.is_empty());
    let member = match chosen {
        Some(chosen) => person_for(&app, &visitor, chosen, Act::ManagePeople).await?,
        None => {
            let asked = AskedPeople {
                within: within(&visitor, Act::ManagePeople),
                words: text.clone(),
                category: None,
                kind: Some(PersonKind::Individual),
                standing: None,
            };
            let mut found =
                if text.is_empty() { Vec::new() } else { app.store.find_people(&asked, 0, OFFERED).await?.0 };
            if found.len() != 1 {
                let problem = if found.is_empty() { w.member_unknown } else { w.member_choose };
                let rows = super::listing::lines(&app, found, w).await?;
                let choice = |row: super::listing::Row| {
                    let unit = row.unit.map(|(_, name)| name).unwrap_or_default();
                    let parts = [row.name, row.birth, row.title, unit];
                    (row.id, parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
                };
                let choices = rows.into_iter().map(choice).collect();
                return render(&app, &caller, &visitor, group, Some(Marked::Member(text, problem, choices))).await;
            }
            found.swap_remove(0)
        }
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.set_member(&group.id, &member.id, None, None).await?;
    change.commit(entry("person.member", &group, Some(format!("{}: {}", group.name, member.name)))).await?;
    go(format!("/people/{id}?done=saved"))
}
