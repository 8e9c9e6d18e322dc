//! One person, household or collective: who they are, posts over time, names, members, records that may be the same.

use super::actions::{entry, person_for};
use super::likeness::{Looker, candidates};
use super::reach::usual_unit;
use super::words::{Words, words};
use super::{identity, labels, posts, staff};
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as face_show};
use askama::Template;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::people::{Person, PersonKind, Post};
use thidua_store::people::Within;

/// A stretch of somebody's work.
struct PostRow {
    /// Identifier of one that can be ended.
    id: Option<String>,
    days: String,
    title: String,
    category: &'static str,
    leader: bool,
    unit: Option<(String, String)>,
    /// What became of the unit since.
    unit_now: String,
    mark: &'static str,
    document: String,
}

struct NameRow {
    id: Option<String>,
    name: String,
    sort: &'static str,
}

struct MemberRow {
    id: String,
    name: String,
    days: String,
}

struct AlikeRow {
    id: String,
    name: String,
    birth: String,
    score: i32,
    verdict: &'static str,
    reasons: String,
}

struct PairRow {
    id: String,
    other_id: String,
    other: String,
    says: &'static str,
    by: String,
    at: String,
    reason: String,
    undone: bool,
}

/// A class that somebody was called to.
struct ClassRow {
    title: String,
    /// Its page, for who may open it.
    address: Option<String>,
    day: String,
    attendance: &'static str,
}

#[derive(Template)]
#[template(path = "people/record.html")]
struct RecordPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    kind: &'static str,
    birth: String,
    sex: &'static str,
    category: &'static str,
    leader: bool,
    standing: &'static str,
    note: String,
    identity: Option<String>,
    revealed: Option<String>,
    merged_into: Option<(String, String)>,
    is_unit: Option<(String, String)>,
    posts: Vec<PostRow>,
    names: Vec<NameRow>,
    classes: Vec<ClassRow>,
    hw: &'static crate::honours::words::Words,
    r: &'static crate::recognitions::words::Words,
    recognised: Vec<crate::recognitions::Line>,
    gw: &'static crate::grades::words::Words,
    graded: Vec<crate::grades::Line>,
    gradable: bool,
    collective: bool,
    members: Vec<MemberRow>,
    member_choices: Vec<(String, String)>,
    member_typed: String,
    member_problem: Option<&'static str>,
    groups: Vec<(String, String)>,
    alike: Vec<AlikeRow>,
    pairs: Vec<PairRow>,
    may_manage: bool,
    may_reveal: bool,
    post_fields: Vec<Field>,
    post_refused: bool,
    staff_fields: Vec<Field>,
    staff_refused: bool,
    version: i64,
}

/// A form of the page that came back.
pub(super) enum Marked {
    Post(Vec<Field>),
    Staff(Vec<Field>),
    /// What was typed, what is wrong, and who may be meant.
    Member(String, &'static str, Vec<(String, String)>),
    Revealed(String),
}

/// `GET /people/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, person, None).await
}

/// `POST /people/{id}/identity`: the number in full, once, with an entry in the log.
pub(crate) async fn reveal(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::SeeIdentity).await?;
    let kept = app.store.identity_of(&id).await?.ok_or(Refusal::NotFound)?;
    let number = identity::open(&app, &id, &kept.sealed)?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.commit(entry("person.identity-seen", &person, Some(person.name.clone()))).await?;
    render(&app, &caller, &visitor, person, Some(Marked::Revealed(number.digits().to_owned()))).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    person: Person,
    marked: Option<Marked>,
) -> Answer {
    let w = words(caller.preferences.language);
    let f = Frame::new(caller, Place::People);
    let ids = app.store.same_person(&person.id).await?;
    let unit = person.post.unit_id.clone().unwrap_or_default();
    let may_manage = app.may(visitor, Act::ManagePeople, &unit).await? && person.merged_into.is_none();
    let may_reveal = app.may(visitor, Act::SeeIdentity, &unit).await?;
    let identity = if may_manage || may_reveal { identity::masked(app, &person.id).await? } else { None };
    let named = async |id: &Option<String>| -> Result<Option<(String, String)>, Refusal> {
        Ok(match id {
            Some(id) => app.store.unit(id).await?.map(|unit| (unit.id, unit.name)),
            None => None,
        })
    };
    let merged_into = match &person.merged_into {
        Some(_) => {
            let root = app.store.root_of(&person.id).await?;
            app.store.person(&root).await?.map(|one| (one.id, one.name))
        }
        None => None,
    };
    let (mut post_fields, mut staff_fields) = (posts::fields(app, w, &person).await?, staff::fields(w, None, f.c));
    if let Some(unit) = usual_unit(app, visitor, Act::ManagePeople).await? {
        staff_fields.insert(0, Field::new("unit", w.unit, Input::Line, unit.name));
    }
    let (mut post_refused, mut staff_refused, mut revealed) = (false, false, None);
    let (mut member_typed, mut member_problem, mut member_choices) = (String::new(), None, Vec::new());
    match marked {
        Some(Marked::Post(fields)) => (post_fields, post_refused) = (fields, true),
        Some(Marked::Staff(fields)) => (staff_fields, staff_refused) = (fields, true),
        Some(Marked::Member(typed, problem, choices)) => {
            (member_typed, member_problem, member_choices) = (typed, Some(problem), choices);
        }
        Some(Marked::Revealed(number)) => revealed = Some(number),
        None => {}
    }
    let refused = post_refused || staff_refused || member_problem.is_some();
    let template = RecordPage {
        kind: labels::kind(person.kind, w),
        birth: person.birth(),
        sex: person.sex.map_or("", |sex| labels::sex(sex, w)),
        category: labels::category(person.post.category, w),
        leader: person.post.leader,
        standing: labels::standing(person.standing, w),
        note: person.note.clone().unwrap_or_default(),
        is_unit: named(&person.collective_unit_id).await?,
        posts: post_rows(app, &person, &ids, w).await?,
        names: name_rows(app, &person, &ids, w).await?,
        hw: crate::honours::words::words(caller.preferences.language),
        r: crate::recognitions::words::words(caller.preferences.language),
        recognised: crate::recognitions::of_person(app, visitor, &ids, caller.preferences.language).await?,
        gw: crate::grades::words::words(caller.preferences.language),
        graded: crate::grades::of_person(app, &ids, caller.preferences.language).await?,
        gradable: person.kind == PersonKind::Individual && person.post.unit_id.is_some(),
        classes: classes(app, visitor, &person, &ids, caller.preferences.language).await?,
        collective: person.kind == PersonKind::Collective,
        members: members(app, &person, w).await?,
        groups: app.store.groups_of(&person.id).await?.into_iter().map(|one| (one.id, one.name)).collect(),
        alike: if may_manage { alike(app, visitor, &person, &ids, w).await? } else { Vec::new() },
        pairs: pairs(app, &ids, w).await?,
        version: person.version,
        id: person.id,
        name: person.name,
        f,
        w,
        identity,
        revealed,
        merged_into,
        member_choices,
        member_typed,
        member_problem,
        may_manage,
        may_reveal,
        post_fields,
        post_refused,
        staff_fields,
        staff_refused,
    };
    crate::face::frame::returned(&template, false, refused)
}

async fn post_rows(app: &App, person: &Person, ids: &[String], w: &'static Words) -> Result<Vec<PostRow>, Refusal> {
    let mut all: Vec<(Option<String>, Post, &'static str)> = vec![(None, person.post.clone(), w.posts_now)];
    for kept in app.store.posts_of(ids).await? {
        let mark = if kept.post.to.is_none() { w.post_beside } else { "" };
        all.push((kept.post.to.is_none().then_some(kept.id), kept.post, mark));
    }
    for other in app.store.people_of(&ids[1.min(ids.len())..]).await? {
        all.push((None, other.post, ""));
    }
    let mut units: HashMap<String, (String, String)> = HashMap::new();
    let mut rows = Vec::new();
    for (id, post, mark) in all {
        if let Some(unit) = &post.unit_id
            && !units.contains_key(unit)
        {
            let name = app.store.unit(unit).await?.map(|unit| unit.name).unwrap_or_default();
            let after: Vec<String> =
                app.store.descent(unit).await?.into_iter().filter(|one| !one.before).map(|one| one.name).collect();
            units.insert(unit.clone(), (name, after.join(", ")));
        }
        let known =
            post.unit_id.as_ref().and_then(|unit| units.get(unit).map(|known| (unit.clone(), known.clone())));
        rows.push(PostRow {
            id,
            days: labels::days(post.from, post.to, w),
            title: post.title.unwrap_or_default(),
            category: labels::category(post.category, w),
            leader: post.leader,
            unit_now: known.as_ref().map(|(_, (_, after))| after.clone()).unwrap_or_default(),
            unit: known.map(|(id, (name, _))| (id, name)),
            mark,
            document: post.document.unwrap_or_default(),
        });
    }
    Ok(rows)
}

async fn classes(
    app: &App,
    visitor: &Visitor,
    person: &Person,
    ids: &[String],
    language: Language,
) -> Result<Vec<ClassRow>, Refusal> {
    let t = crate::training::words::words(language);
    let unit = person.post.unit_id.as_deref().unwrap_or_default();
    let mut rows = Vec::new();
    for (title, id, day, attendance) in app.store.trainings_of(ids, &person.name, unit).await? {
        let open = match app.store.training(&id).await? {
            Some(class) => app.may(visitor, Act::Look, &class.unit_id).await?,
            None => false,
        };
        rows.push(ClassRow {
            title,
            address: open.then(|| format!("/training/{id}")),
            day: face_show::day(Some(day)),
            attendance: crate::training::labels::attendance(attendance, t),
        });
    }
    Ok(rows)
}

async fn name_rows(app: &App, person: &Person, ids: &[String], w: &'static Words) -> Result<Vec<NameRow>, Refusal> {
    let mut rows = Vec::new();
    for one in app.store.names_of(ids).await? {
        let own = one.person_id == person.id;
        let sort = if one.former { w.name_former } else { w.name_alias };
        rows.push(NameRow { id: own.then_some(one.id), name: one.name, sort });
    }
    for other in app.store.people_of(&ids[1.min(ids.len())..]).await? {
        if other.name != person.name && !rows.iter().any(|row| row.name == other.name) {
            rows.push(NameRow { id: None, name: other.name, sort: w.name_alias });
        }
    }
    Ok(rows)
}

/// Members of a collective that is shown on its page.
const MEMBERS_SHOWN: usize = 200;

async fn members(app: &App, person: &Person, w: &'static Words) -> Result<Vec<MemberRow>, Refusal> {
    if let Some(unit) = &person.collective_unit_id {
        let asked = thidua_store::people::AskedPeople {
            within: Within::Units { branches: Vec::new(), alone: vec![unit.clone()] },
            words: String::new(),
            category: None,
            kind: Some(PersonKind::Individual),
            standing: Some(thidua_domain::people::Standing::Active),
        };
        let (people, _) = app.store.find_people(&asked, 0, MEMBERS_SHOWN).await?;
        let row = |one: Person| MemberRow { id: one.id, name: one.name, days: one.post.title.unwrap_or_default() };
        return Ok(people.into_iter().map(row).collect());
    }
    let days = |from, to| match (from, to) {
        (None, None) => String::new(),
        (from, to) => labels::days(from, to, w),
    };
    let kept = app.store.members_of(&person.id).await?.into_iter();
    Ok(kept.map(|(one, from, to)| MemberRow { id: one.id, name: one.name, days: days(from, to) }).collect())
}

async fn alike(
    app: &App,
    visitor: &Visitor,
    person: &Person,
    ids: &[String],
    w: &'static Words,
) -> Result<Vec<AlikeRow>, Refusal> {
    let mut without = ids.to_vec();
    for pair in app.store.pairs_of(ids).await?.into_iter().filter(|pair| pair.undone_by.is_none()) {
        without.extend([pair.kept_id, pair.other_id]);
    }
    let mut traits = Looker::new(app).traits(person).await?;
    let found = candidates(app, visitor, &mut traits, &without).await?;
    Ok(found
        .into_iter()
        .take(10)
        .map(|(one, likeness)| AlikeRow {
            birth: one.birth(),
            id: one.id,
            name: one.name,
            score: likeness.score,
            verdict: labels::verdict(likeness.verdict(), w),
            reasons: likeness
                .grounds
                .iter()
                .map(|ground| labels::ground(*ground, w))
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect())
}

async fn pairs(app: &App, ids: &[String], w: &'static Words) -> Result<Vec<PairRow>, Refusal> {
    let mut rows = Vec::new();
    for pair in app.store.pairs_of(ids).await? {
        let other_id = if ids[0] == pair.kept_id { pair.other_id } else { pair.kept_id };
        let other = app.store.person(&other_id).await?.map(|one| one.name).unwrap_or_default();
        rows.push(PairRow {
            id: pair.id,
            other_id,
            other,
            says: if pair.same { w.said_same } else { w.said_two },
            by: pair.decided_by,
            at: face_show::moment(pair.decided_at),
            reason: pair.reason.unwrap_or_default(),
            undone: pair.undone_by.is_some(),
        });
    }
    Ok(rows)
}
