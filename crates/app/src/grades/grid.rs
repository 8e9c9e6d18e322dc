//! Many grades in one form: all people of a unit, or all units below it, written together or not at all.

use super::door::{Powers, Subject, powers_over_people, powers_over_unit};
use super::labels;
use super::list::{All, Asked as AskedList, all};
use super::sheet::{choices, decision_fields};
use super::words::{Words, words};
use super::writing::{Decision, detail, entry, field_of, read_decision};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, answered};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::grades::{Deciding, Grade, Stage, write as may_write};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::grades::{Graded, Kept, Written};

/// Lines of one form.
const A_PAGE: usize = 120;
/// Names in the log of one saving.
const NAMED: usize = 20;

/// What the address says.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    year: String,
    /// `units` or `people`.
    #[serde(default)]
    whom: String,
    #[serde(default)]
    stage: String,
    #[serde(default)]
    page: Option<usize>,
}

struct Row {
    id: String,
    name: String,
    beside: String,
    address: String,
    version: i64,
    class: &'static str,
    now: String,
    chosen: String,
    problem: String,
}

#[derive(Template)]
#[template(path = "grades/grid.html")]
struct GridPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    unit_id: String,
    unit: String,
    heading: String,
    year: i64,
    whom: String,
    stage: Stage,
    stages: Vec<(Stage, &'static str)>,
    fields: Vec<Field>,
    choices: Vec<(&'static str, &'static str)>,
    rows: Vec<Row>,
    paging: Paging,
    refused: bool,
    changed: bool,
    nothing: bool,
}

/// Everything that the form is about.
struct Sheet {
    all: All,
    subjects: Vec<Subject>,
    paging: Paging,
    stage: Stage,
    stages: Vec<Stage>,
}

/// The stages that this person may write for somebody of the list.
fn stages(powers: &[Powers]) -> Vec<Stage> {
    Stage::ALL.iter().copied().filter(|stage| powers.iter().any(|one| one.may(*stage))).collect()
}

/// Whether the grids of units and of people are offered to this person.
pub(super) async fn offered(app: &App, visitor: &Visitor, all: &All) -> Result<(bool, bool), Refusal> {
    let people = powers_over_people(app, visitor, &all.unit.id).await?;
    let any = |powers: Powers| powers.own || powers.propose || powers.decide;
    let units = match all.units.first() {
        Some(first) => any(powers_over_unit(app, visitor, first).await?),
        None => false,
    };
    let has_people = all.people.iter().any(|one| one.post.unit_id.as_deref() == Some(&all.unit.id));
    Ok((units, has_people && any(people)))
}

async fn sheet(app: &App, visitor: &Visitor, id: &str, asked: &Asked) -> Result<Sheet, Refusal> {
    let list = AskedList {
        unit: id.to_owned(),
        year: asked.year.clone(),
        people: "own".to_owned(),
        ..AskedList::default()
    };
    let mut all = all(app, visitor, &list).await?;
    let mut subjects = Vec::new();
    let paging = if asked.whom == "units" {
        // powers are asked unit by unit, and so only for those of this page
        let (units, paging) = Paging::of(std::mem::take(&mut all.units), asked.page, A_PAGE);
        for unit in units {
            subjects.push(Subject {
                whom: Graded::Unit(unit.id.clone()),
                name: unit.name.clone(),
                powers: powers_over_unit(app, visitor, &unit).await?,
                person: None,
                unit,
            });
        }
        paging
    } else {
        let powers = powers_over_people(app, visitor, id).await?;
        let (people, paging) = Paging::of(std::mem::take(&mut all.people), asked.page, A_PAGE);
        subjects.extend(people.into_iter().map(|person| Subject {
            whom: Graded::Person(person.id.clone()),
            name: person.name.clone(),
            unit: all.unit.clone(),
            person: Some(person),
            powers,
        }));
        paging
    };
    let powers: Vec<Powers> = subjects.iter().map(|one| one.powers).collect();
    let stages = stages(&powers);
    let stage = Stage::from_code(&asked.stage).filter(|stage| stages.contains(stage));
    let Some(stage) = stage.or_else(|| stages.last().copied()) else {
        return Err(Refusal::NotAllowed);
    };
    Ok(Sheet { all, subjects, paging, stage, stages })
}

/// `GET /grades/units/{id}/grid?year=2022&whom=people`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let sheet = sheet(&app, &visitor, &id, &asked).await?;
    let fields = fields(sheet.stage, words(caller.preferences.language));
    render(&caller, &sheet, &asked, fields, &HashMap::new(), &HashMap::new(), Came::Fresh)
}

/// The fields of the decision stand once, over all lines; the reason is asked for where some line needs it.
fn fields(stage: Stage, w: &'static Words) -> Vec<Field> {
    if stage != Stage::Decided {
        return Vec::new();
    }
    let mut fields = decision_fields(None, w);
    fields.push(Field::new("reason", w.reason, Input::Line, ""));
    fields
}

fn render(
    caller: &Caller,
    sheet: &Sheet,
    asked: &Asked,
    fields: Vec<Field>,
    typed: &Typed,
    problems: &HashMap<String, String>,
    came: Came,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let year = sheet.all.year;
    let rows = sheet.subjects.iter().map(|one| {
        let now = sheet.all.grades.get(&one.whom);
        let id = one.whom.id().to_owned();
        let title = one.person.as_ref().and_then(|person| person.post.title.clone()).unwrap_or_default();
        Row {
            name: one.name.clone(),
            beside: title,
            address: format!("{}?year={year}", one.address()),
            version: now.map_or(0, |now| now.version),
            class: labels::class(now.map(|now| now.written.grade)),
            now: labels::kept(now, w),
            chosen: typed.get(&format!("g-{id}")).cloned().unwrap_or_default(),
            problem: problems.get(&id).cloned().unwrap_or_default(),
            id,
        }
    });
    let units = asked.whom == "units";
    let whom = if units { w.whom_units } else { w.whom_people };
    let template = GridPage {
        o: office::words(language),
        unit_id: sheet.all.unit.id.clone(),
        unit: sheet.all.unit.name.clone(),
        heading: w.grid.replace("{whom}", whom),
        whom: if units { "units" } else { "people" }.to_owned(),
        stage: sheet.stage,
        stages: sheet.stages.iter().map(|stage| (*stage, labels::stage(*stage, w))).collect(),
        choices: choices(w.unchanged, w),
        rows: rows.collect(),
        paging: sheet.paging,
        refused: came == Came::Refused,
        changed: came == Came::Changed,
        nothing: problems.contains_key(""),
        f: frame(caller, Tab::Grades),
        fields,
        year,
        w,
    };
    answered(page(&template), came)
}

/// A line to be written.
struct Line<'a> {
    subject: &'a Subject,
    written: Written,
    now: Option<&'a Kept>,
    deciding: Deciding,
}

/// What one line says, and the version that the person saw.
fn line(subject: &Subject, typed: &Typed, year: i64, stage: Stage, of: &Decision) -> Option<(Written, i64)> {
    let id = subject.whom.id();
    let grade = Grade::from_code(typed.get(&format!("g-{id}"))?)?;
    let seen = typed.get(&format!("v-{id}")).and_then(|seen| seen.parse().ok()).unwrap_or(-1);
    let written = Written {
        whom: subject.whom.clone(),
        year,
        of_unit_id: subject.unit.id.clone(),
        stage,
        grade,
        number: of.number.clone(),
        dated: of.dated,
        authority: of.authority.clone(),
        reason: of.reason.clone(),
        note: None,
    };
    Some((written, seen))
}

/// `POST /grades/units/{id}/grid`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let sheet = sheet(&app, &visitor, &id, &asked).await?;
    if Stage::from_code(&asked.stage).is_some_and(|stage| stage != sheet.stage) {
        return Err(Refusal::NotAllowed);
    }
    let typed = receive(&app, request, office::words(language)).await?.typed;
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let decided = sheet.stage == Stage::Decided;
    let of = if decided { read_decision(&mut reader, reach::today(&app), w) } else { Decision::default() };
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut problems: HashMap<String, String> = HashMap::new();
    let mut changed = false;
    for subject in &sheet.subjects {
        let Some((written, seen)) = line(subject, &typed, sheet.all.year, sheet.stage, &of) else { continue };
        let now = sheet.all.grades.get(&subject.whom);
        let stands = now.map(|now| now.written.stage);
        let deciding = match now {
            Some(_) if decided => {
                let versions = app.store.grade_versions(&subject.whom, sheet.all.year).await?;
                subject.deciding(&app, &visitor, &versions).await?
            }
            _ => Deciding::Freely,
        };
        let mut wrong = |says: String| problems.insert(subject.whom.id().to_owned(), says);
        if !subject.powers.may(sheet.stage) {
            return Err(Refusal::NotAllowed);
        }
        if now.map_or(0, |now| now.version) != seen {
            wrong(w.changed_line.replace("{now}", &labels::kept(now, w)));
            changed = true;
        } else if deciding == Deciding::ByAnother {
            wrong(w.r_own.to_owned());
        } else if let Err(refused) = may_write(stands, sheet.stage, true, of.reason.is_some()) {
            if field_of(refused) == "reason" {
                reader.problem("reason", labels::refused(refused, w));
            }
            wrong(labels::refused(refused, w).to_owned());
        }
        lines.push(Line { subject, written, now, deciding });
    }
    if lines.is_empty() {
        problems.insert(String::new(), w.nothing_chosen.to_owned());
    }
    if !problems.is_empty() || !reader.fine() {
        let came = if changed { Came::Changed } else { Came::Refused };
        let fields = reader.mark(fields(sheet.stage, w));
        return render(&caller, &sheet, &asked, fields, &typed, &problems, came);
    }
    let mut bases = Vec::new();
    for line in &lines {
        bases.push(super::basis::gather(&app, line.subject, sheet.all.year, language).await?);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    for (Line { subject, written, now, deciding }, bases) in lines.iter().zip(&bases) {
        match change.write_grade(written, bases, now.map_or(0, |now| now.version)).await {
            Ok(_) => {}
            Err(StoreError::ChangedMeanwhile) => return Err(Refusal::ChangedMeanwhile),
            Err(other) => return Err(other.into()),
        }
        let replaced = now.is_some_and(|now| now.written.stage == Stage::Decided);
        change.note(entry(subject, sheet.stage, replaced, detail(written, *deciding, w))).await?;
    }
    change.commit(together(&sheet, &lines, w)).await?;
    let query = format!("year={}&whom={}&stage={}", sheet.all.year, asked.whom, sheet.stage.code());
    let page = sheet.paging.page;
    go(format!("/grades/units/{}/grid?{query}&page={page}&done=saved", id))
}

/// The log entry of the whole saving, beside those of each line.
fn together(sheet: &Sheet, lines: &[Line<'_>], w: &'static Words) -> Entry {
    let mut names = lines.iter().take(NAMED).map(|line| line.subject.name.as_str()).collect::<Vec<_>>().join(", ");
    if lines.len() > NAMED {
        names.push_str(", …");
    }
    let detail = w
        .logged_more
        .replace("{year}", &sheet.all.year.to_string())
        .replace("{n}", &lines.len().to_string())
        .replace("{names}", &names);
    Entry {
        unit_id: Some(sheet.all.unit.id.clone()),
        act: "grade.many",
        subject: "unit",
        subject_id: sheet.all.unit.id.clone(),
        detail: Some(detail),
    }
}
