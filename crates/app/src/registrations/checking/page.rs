//! `/movements/{id}/registrations/check`: the form, the answers, the inspection.

use super::inspect::{Done, Inspected, inspect};
use super::words::{Words, words};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::cascade::plan_day;
use crate::face::forms::Typed;
use crate::face::paging::{Paging, encoded};
use crate::face::tabs::Tab;
use crate::face::{Answer as Page, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::people;
use crate::registrations::door::{Door, door};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::registrations::checking::{Answer, Asked, Candidate, look_up, read_line};
use thidua_domain::registrations::{ItemKind, State as Registered};
use thidua_store::people::{AskedPeople, Within};
use thidua_store::registrations::{Item, Registration};

/// Lines of one list.
const MOST_LINES: usize = 300;
/// Inspected units of one page.
const A_PAGE: usize = 100;
/// People of one name that are looked at.
const SAME_NAME: usize = 20;

/// The answers of the inspection, in the order of its columns.
const LACKS: [&str; 4] = ["plan", "known", "registered", "covenant"];

/// Which rows of the inspection are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    block: String,
    #[serde(default)]
    find: String,
    /// The answer that is lacking: `plan`, `known`, `registered`, `covenant`.
    #[serde(default)]
    lacks: String,
    page: Option<usize>,
}

struct AnswerRow {
    name: String,
    class: &'static str,
    says: &'static str,
    lines: Vec<(String, Option<String>)>,
}

struct InspectedRow {
    unit: String,
    registration: Option<String>,
    cells: Vec<(&'static str, &'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "registrations/checking/check.html")]
struct CheckPage {
    f: Frame,
    w: &'static Words,
    back: &'static str,
    id: String,
    plan_number: String,
    names: String,
    units: Vec<(String, String)>,
    problem: String,
    answers: Vec<AnswerRow>,
    counts: String,
    copy: String,
    rows: Vec<InspectedRow>,
    totals: Vec<(&'static str, String, &'static str)>,
    copy_inspection: String,
    paging: Paging,
    query: String,
    find: String,
    blocks: BlockFilter,
}

/// `GET`: the form and the inspection.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(rows): Query<Shown>,
) -> Page {
    render(&app, &caller, &visitor, &id, &rows, None).await
}

/// `POST`: the answers for a list. Nothing is written.
pub(crate) async fn ask(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Page {
    render(&app, &caller, &visitor, &id, &Shown::default(), Some(&typed)).await
}

/// Who a candidate is, for the answer.
struct Meant {
    candidate: Candidate,
    registration: Option<usize>,
    item: Option<usize>,
}

/// The name of a person as an item has it, without the post behind it.
fn bare(person: &str) -> &str {
    person.split([',', ';', '(']).next().unwrap_or(person).trim()
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    rows: &Shown,
    typed: Option<&Typed>,
) -> Page {
    let door = door(app, visitor, id).await?;
    if !door.sees_all {
        return Err(Refusal::NotAllowed);
    }
    let language = caller.preferences.language;
    let w = words(language);
    let (registrations, items) = match &door.round {
        Some(round) => (
            app.store.registrations_of_round(&round.id).await?,
            app.store.registration_items_of_round(&round.id).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let inspected = inspect(app, &door.view, door.round.as_ref(), &registrations).await?;
    let mut names = typed.and_then(|typed| typed.get("names")).cloned().unwrap_or_default();
    let chosen = typed.and_then(|typed| typed.get("unit")).filter(|unit| !unit.is_empty());
    if let Some(unit) = chosen.and_then(|unit| inspected.iter().find(|one| one.unit.id == *unit)) {
        names = format!("{}\n{}", names.trim_end(), unit.unit.name).trim_start().to_owned();
    }
    let asked: Vec<Asked> = names.lines().filter_map(read_line).collect();
    let problem = match (typed, asked.len()) {
        (Some(_), 0) => w.nothing_asked.to_owned(),
        (Some(_), n) if n > MOST_LINES => w.too_many.replace("{n}", &n.to_string()),
        _ => String::new(),
    };
    let mut answers = Vec::new();
    if problem.is_empty() && !asked.is_empty() {
        let known = known(app, &door, &inspected, &registrations, &items).await?;
        let approved = approvals(app, &registrations).await?;
        let facts = Facts { registrations: &registrations, items: &items, approved: &approved, w, language };
        for one in &asked {
            let mut all: Vec<Candidate> = known.iter().map(|one| one.candidate.clone()).collect();
            all.extend(recorded(app, &door, one).await?);
            answers.push(facts.row(one, &look_up(one, &all), &all, &known));
        }
    }
    let number = |class: &str| answers.iter().filter(|one| one.class == class).count().to_string();
    let counts = w
        .counts
        .replace("{yes}", &number("met"))
        .replace("{no}", &number("missed"))
        .replace("{ask}", &number("needs-person"));
    let copy = answers
        .iter()
        .map(|one| {
            let more: Vec<&str> = one.lines.iter().map(|(says, _)| says.as_str()).collect();
            let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join("; ")) };
            format!("- {}: {}{more}", one.name, shown::inside(one.says))
        })
        .collect::<Vec<_>>()
        .join("\n");
    let blocks =
        BlockFilter::of(app, &door.view.plan.unit_id, plan_day(app, &door.view.plan).await?, &rows.block, language)
            .await?;
    let table = table(&inspected, rows, &blocks, w);
    let status = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = CheckPage {
        f: Frame::new(caller, Place::Movements).in_movement(caller, id, Tab::Registrations),
        id: id.to_owned(),
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        names,
        units: inspected.iter().map(|one| (one.unit.id.clone(), one.unit.name.clone())).collect(),
        problem,
        counts,
        copy,
        answers,
        rows: table.rows,
        totals: table.totals,
        copy_inspection: table.copy,
        paging: table.paging,
        query: format!("block={}&find={}&lacks={}&", blocks.asked(), encoded(&rows.find), encoded(&rows.lacks)),
        find: rows.find.clone(),
        blocks,
        back: crate::registrations::words::words(language).heading,
        w,
    };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}

/// Units below, with what they registered for themselves, and the people whom registrations name.
async fn known(
    app: &App,
    door: &Door,
    inspected: &[Inspected],
    registrations: &[Registration],
    items: &[Item],
) -> Result<Vec<Meant>, Refusal> {
    let mut units: Vec<(String, String)> =
        inspected.iter().map(|one| (one.unit.id.clone(), one.unit.name.clone())).collect();
    let absent: Vec<String> = registrations
        .iter()
        .filter(|one| units.iter().all(|(id, _)| *id != one.unit_id))
        .map(|one| one.unit_id.clone())
        .collect();
    units.extend(app.store.units_of(&absent).await?.into_iter().map(|unit| (unit.id, unit.name)));
    units.retain(|(id, _)| *id != door.view.plan.unit_id);
    let names: HashMap<&str, &str> = units.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let mut found: Vec<Meant> = units
        .iter()
        .map(|(id, name)| {
            let registration = registrations.iter().position(|one| one.unit_id == *id);
            let registered = registration.is_some_and(|at| registrations[at].state.is_handed_in());
            let candidate = Candidate { name: name.clone(), at: None, identity: id.clone(), registered };
            Meant { candidate, registration, item: None }
        })
        .collect();
    for (at, item) in items.iter().enumerate() {
        let Some(person) = &item.written.person else { continue };
        let Some(of) = registrations.iter().position(|one| one.id == item.registration_id) else { continue };
        let registration = &registrations[of];
        let unit = names.get(registration.unit_id.as_str()).copied().unwrap_or_default();
        let name = bare(person).to_owned();
        let candidate = Candidate {
            identity: identity(&name, unit),
            at: Some(unit.to_owned()),
            registered: registration.state.is_handed_in(),
            name,
        };
        found.push(Meant { candidate, registration: Some(of), item: Some(at) });
    }
    Ok(found)
}

/// One person in one unit.
fn identity(name: &str, unit: &str) -> String {
    format!("{}@{}", fold(name), fold(unit))
}

/// People of the register with this name in the branch of the authority.
async fn recorded(app: &App, door: &Door, asked: &Asked) -> Result<Vec<Candidate>, Refusal> {
    let question = AskedPeople {
        within: Within::branch(&door.view.plan.unit_id),
        words: asked.name.clone(),
        category: None,
        kind: None,
        standing: None,
    };
    let (people, _) = app.store.find_people(&question, 0, SAME_NAME).await?;
    let ids: Vec<String> = people.iter().filter_map(|one| one.post.unit_id.clone()).collect();
    let units: HashMap<String, String> =
        app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    Ok(people
        .into_iter()
        .map(|person| {
            let unit = person.post.unit_id.as_ref().and_then(|id| units.get(id)).cloned().unwrap_or_default();
            Candidate {
                identity: identity(&person.name, &unit),
                at: Some(unit),
                registered: false,
                name: person.name,
            }
        })
        .collect())
}

/// When each registration was approved.
async fn approvals(app: &App, registrations: &[Registration]) -> Result<HashMap<String, String>, Refusal> {
    let mut found = HashMap::new();
    for one in registrations.iter().filter(|one| one.state == Registered::Approved) {
        let steps = app.store.registration_steps(&one.id).await?;
        let last = steps.iter().filter(|step| step.to == Registered::Approved.code()).map(|step| step.at).max();
        found.extend(last.map(|at| (one.id.clone(), shown::moment(at))));
    }
    Ok(found)
}

/// What the answers are put together from.
struct Facts<'a> {
    registrations: &'a [Registration],
    items: &'a [Item],
    approved: &'a HashMap<String, String>,
    w: &'static Words,
    language: Language,
}

impl Facts<'_> {
    fn row(&self, asked: &Asked, answer: &Answer, all: &[Candidate], known: &[Meant]) -> AnswerRow {
        let w = self.w;
        let who = |at: usize| match &all[at].at {
            Some(unit) if !unit.is_empty() => format!("{} ({unit})", all[at].name),
            _ => all[at].name.clone(),
        };
        let (class, says, lines) = match answer {
            Answer::Registered(places) => {
                let mut lines: Vec<(String, Option<String>)> = Vec::new();
                for meant in places.iter().filter_map(|at| known.get(*at)) {
                    lines.extend(self.registered(meant));
                }
                ("met", w.registered, lines)
            }
            Answer::NotRegistered(places) if places.is_empty() => {
                ("missed", w.not_registered, vec![(w.unknown.to_owned(), None)])
            }
            Answer::NotRegistered(places) => {
                let drafts = places.iter().filter_map(|at| known.get(*at)?.registration);
                let mut lines: Vec<(String, Option<String>)> = drafts
                    .map(|at| {
                        (w.in_draft.replace("{unit}", &who(places[0])), Some(self.registrations[at].id.clone()))
                    })
                    .collect();
                lines.dedup();
                if lines.is_empty() {
                    lines.push((w.known_as.replace("{who}", &who(places[0])), None));
                }
                ("missed", w.not_registered, lines)
            }
            Answer::NeedsPerson(places) => {
                let p = people::words::words(self.language);
                let mut lines: Vec<(String, Option<String>)> = Vec::new();
                for (at, ground) in places {
                    let why = people::labels::ground(*ground, p);
                    let line = w.may_be.replace("{who}", &who(*at)).replace("{why}", why);
                    let link = known.get(*at).and_then(|meant| meant.registration);
                    let line = (line, link.map(|at| self.registrations[at].id.clone()));
                    if !lines.contains(&line) {
                        lines.push(line);
                    }
                }
                ("needs-person", w.needs_person, lines)
            }
        };
        AnswerRow { name: asked.whole.clone(), class, says, lines }
    }

    /// What was registered, and when it was sent and approved.
    fn registered(&self, meant: &Meant) -> Option<(String, Option<String>)> {
        let w = self.w;
        let registration = &self.registrations[meant.registration?];
        let what = match meant.item {
            Some(item) => {
                let name = crate::registrations::labels::name(&self.items[item].written, self.language);
                format!("{name} ({})", meant.candidate.at.as_deref().unwrap_or_default())
            }
            None => {
                let of = |kind: ItemKind| {
                    let items = self.items.iter().filter(|item| item.registration_id == registration.id);
                    items
                        .filter(|item| item.written.kind == kind && item.written.person.is_none())
                        .count()
                        .to_string()
                };
                w.of_unit
                    .replace("{targets}", &of(ItemKind::Target))
                    .replace("{titles}", &of(ItemKind::Title))
                    .replace("{tasks}", &of(ItemKind::Task))
            }
        };
        let sent = registration.submitted_at.map(|at| w.sent.replace("{at}", &shown::moment(at)));
        let approved = self.approved.get(&registration.id).map(|at| w.approved.replace("{at}", at));
        let parts: Vec<String> = [Some(what), sent, approved].into_iter().flatten().collect();
        Some((parts.join("; "), Some(registration.id.clone())))
    }
}

/// The inspection as it is shown.
struct Table {
    rows: Vec<InspectedRow>,
    totals: Vec<(&'static str, String, &'static str)>,
    copy: String,
    paging: Paging,
}

fn table(inspected: &[Inspected], rows: &Shown, blocks: &BlockFilter, w: &'static Words) -> Table {
    let labels = [w.col_plan, w.col_known, w.col_registered, w.col_covenant];
    let find = fold(&rows.find);
    let lacking = LACKS.iter().position(|code| *code == rows.lacks);
    let chosen: Vec<&Inspected> =
        inspected.iter().filter(|one| blocks.shows(&one.unit.id) && fold(&one.unit.name).contains(&find)).collect();
    let said = |done: Done| match done {
        Some(true) => ("met", w.yes),
        Some(false) => ("missed", w.no),
        None => ("not-begun", w.not_needed),
    };
    let totals = labels
        .iter()
        .enumerate()
        .map(|(at, label)| {
            let asked: Vec<bool> = chosen.iter().filter_map(|one| one.all()[at]).collect();
            (*label, format!("{}/{}", asked.iter().filter(|done| **done).count(), asked.len()), LACKS[at])
        })
        .collect();
    // the tiles count all that is chosen, and lead to those that lack one answer
    let chosen: Vec<&Inspected> =
        chosen.into_iter().filter(|one| lacking.is_none_or(|at| one.all()[at] == Some(false))).collect();
    let copy = chosen
        .iter()
        .map(|one| {
            let cells: Vec<String> = labels
                .iter()
                .zip(one.all())
                .map(|(label, done)| format!("{}: {}", shown::inside(label), shown::inside(said(done).1)))
                .collect();
            format!("- {}: {}", one.unit.name, cells.join("; "))
        })
        .take(A_PAGE)
        .collect::<Vec<_>>()
        .join("\n");
    let (chosen, paging) = Paging::of(chosen, rows.page, A_PAGE);
    let rows = chosen
        .into_iter()
        .map(|one| InspectedRow {
            unit: one.unit.name.clone(),
            registration: one.registration.clone(),
            cells: labels
                .iter()
                .zip(one.all())
                .map(|(label, done)| {
                    let (class, says) = said(done);
                    (*label, class, says)
                })
                .collect(),
        })
        .collect();
    Table { rows, totals, copy, paging }
}
