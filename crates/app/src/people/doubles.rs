//! Records that may be one person: the list of pairs, two side by side, and the decision, which can be taken back.

use super::actions::{self, person_for};
use super::labels;
use super::likeness::Looker;
use super::reach::within;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::people::Person;
use thidua_domain::people::likeness::{Likeness, Verdict, compare as compare_traits};

/// Pairs that are weighed for one page.
const WEIGHED: usize = 120;

struct PairRow {
    one: (String, String, String),
    other: (String, String, String),
    score: i32,
    verdict: &'static str,
    reasons: String,
}

#[derive(Template)]
#[template(path = "people/doubles.html")]
struct DoublesPage {
    f: Frame,
    w: &'static Words,
    pairs: Vec<PairRow>,
    more: bool,
}

fn reasons(likeness: &Likeness, w: &'static Words) -> String {
    likeness.grounds.iter().map(|ground| labels::ground(*ground, w)).collect::<Vec<_>>().join(", ")
}

/// `GET /people/doubles`.
pub(crate) async fn doubles(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words(caller.preferences.language);
    let suspects = app.store.suspects(&within(&visitor, Act::ManagePeople), WEIGHED).await?;
    let mut ids: Vec<String> =
        suspects.pairs.iter().flat_map(|(one, other)| [one.clone(), other.clone()]).collect();
    ids.sort();
    ids.dedup();
    let people: HashMap<String, Person> =
        app.store.people_of(&ids).await?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let mut looker = Looker::new(&app);
    let mut pairs = Vec::new();
    for (one, other) in &suspects.pairs {
        let (Some(one), Some(other)) = (people.get(one), people.get(other)) else { continue };
        // the other of a pair may belong to a unit where this person may not look
        let open = match &other.post.unit_id {
            Some(unit) => app.may(&visitor, Act::Look, unit).await?,
            None => false,
        } && match &one.post.unit_id {
            Some(unit) => app.may(&visitor, Act::Look, unit).await?,
            None => false,
        };
        if !open {
            continue;
        }
        let likeness = compare_traits(&looker.traits(one).await?, &looker.traits(other).await?);
        if likeness.verdict() > Verdict::Different {
            let of = |one: &Person| (one.id.clone(), one.name.clone(), one.birth());
            pairs.push(PairRow {
                one: of(one),
                other: of(other),
                score: likeness.score,
                verdict: labels::verdict(likeness.verdict(), w),
                reasons: reasons(&likeness, w),
            });
        }
    }
    pairs.sort_by_key(|pair| -pair.score);
    page(&DoublesPage { f: Frame::new(&caller, Place::People), w, pairs, more: suspects.more })
}

/// A line of the two records side by side.
struct Line {
    label: &'static str,
    one: String,
    other: String,
    differs: bool,
}

struct Ground {
    says: &'static str,
    points: i32,
}

#[derive(Template)]
#[template(path = "people/compare.html")]
struct ComparePage {
    f: Frame,
    w: &'static Words,
    one: Person,
    other: Person,
    lines: Vec<Line>,
    score: i32,
    verdict: &'static str,
    grounds: Vec<Ground>,
}

/// `GET /people/{id}/compare/{other}`.
pub(crate) async fn compare(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, other)): Path<(String, String)>,
) -> Answer {
    let w = words(caller.preferences.language);
    let one = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let other = person_for(&app, &visitor, &other, Act::ManagePeople).await?;
    let mut looker = Looker::new(&app);
    let likeness = compare_traits(&looker.traits(&one).await?, &looker.traits(&other).await?);
    let mut lines = Vec::new();
    let (mine, theirs) = (told(&app, &one, w).await?, told(&app, &other, w).await?);
    for ((label, one), (_, other)) in mine.into_iter().zip(theirs) {
        let differs = one != other;
        lines.push(Line { label, one, other, differs });
    }
    let grounds =
        likeness.grounds.iter().map(|ground| Ground { says: labels::ground(*ground, w), points: ground.points() });
    page(&ComparePage {
        f: Frame::new(&caller, Place::People),
        w,
        lines,
        score: likeness.score,
        verdict: labels::verdict(likeness.verdict(), w),
        grounds: grounds.collect(),
        one,
        other,
    })
}

/// What a record says, line by line.
async fn told(app: &App, one: &Person, w: &'static Words) -> Result<Vec<(&'static str, String)>, Refusal> {
    let unit = match &one.post.unit_id {
        Some(id) => app.store.unit(id).await?.map(|unit| unit.name).unwrap_or_default(),
        None => String::new(),
    };
    let names = app.store.names_of(std::slice::from_ref(&one.id)).await?;
    let posts = app.store.posts_of(std::slice::from_ref(&one.id)).await?;
    let former: Vec<String> = posts.into_iter().filter_map(|kept| kept.post.title).collect();
    Ok(vec![
        (w.col_name, one.name.clone()),
        (w.names, names.into_iter().map(|one| one.name).collect::<Vec<_>>().join(", ")),
        (w.col_kind, labels::kind(one.kind, w).to_owned()),
        (w.col_birth, one.birth()),
        (w.sex, one.sex.map_or("", |sex| labels::sex(sex, w)).to_owned()),
        (w.col_category, labels::category(one.post.category, w).to_owned()),
        (w.col_unit, unit),
        (w.col_title, one.post.title.clone().unwrap_or_default()),
        (w.posts, former.join(", ")),
        (w.identity_shown, super::identity::masked(app, &one.id).await?.unwrap_or_default()),
        (w.note, one.note.clone().unwrap_or_default()),
    ])
}

/// `POST /people/{id}/compare/{other}`: one person, or two.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, other)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let one = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let other = person_for(&app, &visitor, &other, Act::ManagePeople).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let reason = reader.text("reason");
    let version = |name: &str| typed.get(name).and_then(|version| version.parse::<i64>().ok()).unwrap_or(-1);
    let (mut kept, mut gone) = ((&one, version("version")), (&other, version("other_version")));
    let same = match typed.get("says").map(String::as_str) {
        Some("same") => true,
        Some("same-other") => {
            std::mem::swap(&mut kept, &mut gone);
            true
        }
        Some("two") => false,
        _ => return Err(Refusal::ChangedMeanwhile),
    };
    actions::decide(&app, visitor.author((app.clock)()), kept, gone, same, reason.as_deref()).await?;
    go(format!("/people/{}?done=saved", kept.0.id))
}

/// `POST /people/{id}/pairs/{pair}`: takes a decision back.
pub(crate) async fn undo(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, pair)): Path<(String, String)>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let ids = app.store.same_person(&person.id).await?;
    let pair = app.store.pairs_of(&ids).await?.into_iter().find(|one| one.id == pair).ok_or(Refusal::NotFound)?;
    actions::undo(&app, visitor.author((app.clock)()), &person, &pair).await?;
    go(format!("/people/{id}?done=saved"))
}
