//! Broad participation on one page: units, people by category, and who is not reached.

use super::words::{Words, words};
use crate::App;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use crate::movements::actions::movement_for;
use crate::office::{reach, words as office};
use crate::people::labels::category;
use askama::Template;
use axum::extract::{Path, State};
use std::collections::{HashMap, HashSet};
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Language, Says};
use thidua_domain::participation::{Reach, Took, Who, by_category, by_post, share};
use thidua_domain::people::name::alike_key;
use thidua_domain::people::{Person, Standing};
use thidua_store::people::Within;

/// Units and names that the message to copy lists.
const NAMED: usize = 60;
/// Units of a branch that are looked at, and how deep.
const LARGEST_BRANCH: usize = 20_000;
const DEEPEST: usize = 16;
/// Records with like names that are looked at.
const MOST_ALIKE: i64 = 20_000;

struct UnitRow {
    id: String,
    name: String,
    registered: bool,
    registration: Option<String>,
    signed: bool,
    joined: usize,
    people: usize,
    reached: bool,
}

struct GroupRow {
    label: &'static str,
    all: u32,
    registered: u32,
    share: String,
    missed: bool,
}

#[derive(Template)]
#[template(path = "participation/page.html")]
struct ParticipationPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    plan: String,
    n_registered: usize,
    n_signed: usize,
    n_joined: usize,
    n_people: u32,
    registered_of: String,
    signed_of: String,
    joined_of: String,
    people_of: String,
    units: Vec<UnitRow>,
    posts: Vec<GroupRow>,
    categories: Vec<GroupRow>,
    unlinked: Option<String>,
    r: &'static crate::recognitions::words::Words,
    n_recognised: usize,
    recognised: Vec<(&'static str, usize)>,
    missed_units: Vec<(String, String)>,
    missed_categories: Vec<&'static str>,
    message: String,
}

/// A sentence in both languages.
pub(super) fn says(of: fn(&'static Words) -> &'static str) -> Says {
    Says::new(of(words(Language::Vietnamese)), of(words(Language::English)))
}

/// What the registrations of a movement say: which units have handed in, and who is named in them.
#[derive(Default)]
struct Registered {
    /// The registration of each unit that handed in.
    units: HashMap<String, String>,
    /// Records of people by the unit that registers them.
    people: Vec<(String, String)>,
    /// Names by the unit that registers them, not linked to a record.
    named: Vec<(String, String)>,
}

async fn registered(app: &App, movement_id: &str) -> Result<Registered, Refusal> {
    let mut found = Registered::default();
    let Some(round) = app.store.registration_round(movement_id).await? else { return Ok(found) };
    let mut of_unit: HashMap<String, String> = HashMap::new();
    for one in app.store.registrations_of_round(&round.id).await? {
        if one.state.is_handed_in() {
            found.units.insert(one.unit_id.clone(), one.id.clone());
            of_unit.insert(one.id, one.unit_id);
        }
    }
    for item in app.store.registration_items_of_round(&round.id).await? {
        let Some(unit) = of_unit.get(&item.registration_id) else { continue };
        match (item.written.person_id, item.written.person) {
            (Some(person), _) => found.people.push((unit.clone(), person)),
            (None, Some(name)) => found.named.push((unit.clone(), name)),
            (None, None) => {}
        }
    }
    found.named.sort();
    found.named.dedup();
    Ok(found)
}

/// Finds the records of names: the only one of that name in the unit itself, else in its branch. How many were not found,
/// or have namesakes, is given back; nobody is guessed.
async fn link(app: &App, owner: &str, registered: &mut Registered) -> Result<usize, Refusal> {
    if registered.named.is_empty() {
        return Ok(0);
    }
    let branch = app.store.branch_on(owner, reach::today(app), LARGEST_BRANCH).await?;
    let parents: HashMap<&str, Option<&str>> =
        branch.iter().map(|unit| (unit.id.as_str(), unit.parent_id.as_deref())).collect();
    let below = |unit: &str, top: &str| {
        let mut at = Some(unit);
        for _ in 0..DEEPEST {
            match at {
                Some(one) if one == top => return true,
                Some(one) => at = parents.get(one).copied().flatten(),
                None => return false,
            }
        }
        false
    };
    let mut keys: Vec<String> = registered.named.iter().map(|(_, name)| alike_key(name)).collect();
    keys.sort();
    keys.dedup();
    let known = app.store.people_alike(&keys, MOST_ALIKE).await?;
    let mut open = 0;
    for (unit, name) in std::mem::take(&mut registered.named) {
        let same = || known.iter().filter(|one| one.standing == Standing::Active && fold(&one.name) == fold(&name));
        let here = |one: &&Person| one.post.unit_id.as_deref() == Some(unit.as_str());
        let there = |one: &&Person| one.post.unit_id.as_deref().is_some_and(|of| below(of, &unit));
        let mut found: Vec<&Person> = same().filter(here).collect();
        if found.is_empty() {
            found = same().filter(there).collect();
        }
        match found[..] {
            [only] => registered.people.push((unit, only.id.clone())),
            _ => open += 1,
        }
    }
    Ok(open)
}

/// The units that have signed a covenant of a movement, alone or in a bloc.
async fn signed(app: &App, movement_id: &str) -> Result<HashSet<String>, Refusal> {
    let mut found = HashSet::new();
    for covenant in app.store.covenants_of_movement(movement_id).await? {
        let signatures = app.store.covenant_signatures(&covenant.id).await?;
        for party in app.store.covenant_parties(&covenant.id).await? {
            if signatures.iter().any(|one| one.party_id == party.id && one.paper_id == covenant.id) {
                found.extend(party.unit_id);
                found.extend(party.members);
            }
        }
    }
    Ok(found)
}

fn group(label: &'static str, reach: Reach, w: &'static Words) -> GroupRow {
    let share = match reach.share() {
        Some(share) => share.vietnamese(),
        None if reach.registered > reach.all => w.more_than_list.to_owned(),
        None => String::new(),
    };
    GroupRow { label, all: reach.all, registered: reach.registered, share, missed: reach.missed() }
}

fn of_units(part: usize, all: usize, says: &str, w: &'static Words) -> String {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let share = share(number(part), number(all)).map_or_else(|| w.no_share.to_owned(), percent);
    says.replace("{n}", &all.to_string()).replace("{share}", &share)
}

fn percent(share: Amount) -> String {
    format!("{} %", share.vietnamese())
}

/// `GET /movements/{id}/participation`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let language = caller.preferences.language;
    let (w, p) = (words(language), crate::people::words::words(language));
    // attached movements share the registrations and covenants of the plan's own
    let movements = app.store.movements(&view.plan.id).await?;
    let own = movements.iter().find(|one| one.named.own).map_or(id.as_str(), |one| &one.id);
    let mut registered = registered(&app, own).await?;
    let unlinked = link(&app, &view.plan.unit_id, &mut registered).await?;
    let signed = signed(&app, own).await?;
    let joins = app.store.campaign_joins(&view.plan.id).await?;

    let mut ids: Vec<String> = registered.people.iter().map(|(_, person)| person.clone()).collect();
    ids.sort();
    ids.dedup();
    let mut roots: HashSet<String> = HashSet::new();
    for person in app.store.people_of(&ids).await? {
        // two records that were found to be one person are counted once
        roots.insert(match person.merged_into {
            Some(_) => app.store.root_of(&person.id).await?,
            None => person.id,
        });
    }
    let roots: Vec<String> = roots.into_iter().collect();
    let people: Vec<Who> =
        app.store.people_of(&roots).await?.iter().map(|one| (one.post.category, one.post.leader)).collect();
    let all: Vec<(Who, u32)> = app
        .store
        .count_people(&Within::branch(&view.plan.unit_id))
        .await?
        .iter()
        .map(|count| ((count.category, count.leader), u32::try_from(count.number).unwrap_or(u32::MAX)))
        .collect();

    let units: Vec<UnitRow> = reach::below(&app, &view.plan.unit_id, reach::today(&app))
        .await?
        .into_iter()
        .map(|unit| {
            let joined = joins.iter().filter(|join| !join.withdrawn && join.unit_id == unit.id).count();
            let mut named: Vec<&str> =
                registered.people.iter().filter(|(of, _)| *of == unit.id).map(|(_, one)| one.as_str()).collect();
            named.sort_unstable();
            named.dedup();
            let took = Took {
                registered: registered.units.contains_key(&unit.id),
                signed: signed.contains(&unit.id),
                joined: joined > 0,
            };
            UnitRow {
                registration: registered.units.get(&unit.id).cloned(),
                registered: took.registered,
                signed: took.signed,
                reached: took.reached(),
                people: named.len(),
                joined,
                id: unit.id,
                name: unit.name,
            }
        })
        .collect();
    let count = |of: fn(&&UnitRow) -> bool| units.iter().filter(of).count();
    let (n_registered, n_signed, n_joined) =
        (count(|row| row.registered), count(|row| row.signed), count(|row| row.joined > 0));
    let total = all.iter().map(|(_, n)| *n).fold(0, u32::saturating_add);
    let n_people = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let everybody = Reach { all: total, registered: n_people };
    let labels = [w.leaders, w.others, w.direct];
    let posts: Vec<GroupRow> =
        labels.into_iter().zip(by_post(&all, &people)).map(|(label, reach)| group(label, reach, w)).collect();
    let categories: Vec<GroupRow> =
        by_category(&all, &people).into_iter().map(|(one, reach)| group(category(one, p), reach, w)).collect();
    let missed_units: Vec<(String, String)> =
        units.iter().filter(|row| !row.reached).map(|row| (row.id.clone(), row.name.clone())).collect();
    let names: Vec<&str> = missed_units.iter().take(NAMED).map(|(_, name)| name.as_str()).collect();
    let message = if names.is_empty() { String::new() } else { w.message.replace("{units}", &names.join("; ")) };
    let recognitions = crate::recognitions::of_plan(&app, &view.plan.id).await?;
    let template = ParticipationPage {
        f: Frame::new(&caller, Place::Movements)
            .in_movement(&caller, &id, Tab::Participation)
            .with_sample(view.plan.illustrative),
        o: office::words(language),
        plan: view.plan.number_symbol.clone().unwrap_or_default(),
        registered_of: of_units(n_registered, units.len(), w.of_units, w),
        signed_of: of_units(n_signed, units.len(), w.of_units, w),
        joined_of: of_units(n_joined, units.len(), w.of_units, w),
        people_of: w
            .of_people
            .replace("{n}", &total.to_string())
            .replace("{share}", &everybody.share().map_or_else(|| w.no_share.to_owned(), percent)),
        n_registered,
        n_signed,
        n_joined,
        n_people,
        r: crate::recognitions::words::words(language),
        n_recognised: recognitions.len(),
        recognised: crate::recognitions::by_category(&app, &recognitions, language).await?,
        posts,
        missed_categories: categories.iter().filter(|row| row.missed).map(|row| row.label).collect(),
        categories,
        unlinked: (unlinked > 0).then(|| w.unlinked.replace("{n}", &unlinked.to_string())),
        units,
        missed_units,
        message,
        w,
        id,
    };
    page(&template)
}
