//! One person or unit: each award that years earn, when it is within reach, what is still to earn.

use super::gathering::{Today, decided, initiatives, subject};
use super::list::{lacks, streak};
use super::words::{Words, words};
use crate::App;
use crate::awards::labels as award_labels;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::reach;
use crate::people::actions::person_for;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::awards::facts::{Case, Subject};
use thidua_domain::awards::planning::{AHEAD, outlooks, streaks};
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_store::grades::Graded;
use thidua_store::honours::Standing as Honoured;

struct Row {
    code: String,
    name: String,
    decides: String,
    class: &'static str,
    when: String,
    note: &'static str,
    lacks: Vec<String>,
}

#[derive(Template)]
#[template(path = "planner/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    name: String,
    note: String,
    back: String,
    back_name: String,
    record: String,
    never: bool,
    streaks: Vec<String>,
    rows: Vec<Row>,
    held: Vec<String>,
    day: String,
}

fn rows(case: &Case, today: &Today, language: Language, w: &'static Words) -> Result<Vec<Row>, Refusal> {
    let mut all = outlooks(today.rules()?, today.codes(), case, today.year);
    all.sort_by_key(|one| (one.first.unwrap_or(i32::MAX), one.award.level));
    Ok(all
        .iter()
        .map(|one| {
            let (class, when) = match one.first {
                Some(year) if year == today.year && one.earned => ("met", w.when_earned.to_owned()),
                Some(year) if year == today.year => ("on-track", w.when_now.to_owned()),
                Some(year) => ("at-risk", w.when_year.replace("{year}", &year.to_string())),
                None => ("not-begun", w.when_never.replace("{n}", &AHEAD.to_string())),
            };
            Row {
                code: one.award.code.clone(),
                name: if language == Language::Vietnamese {
                    one.award.name.name.clone()
                } else {
                    one.award.name.english.clone()
                },
                decides: award_labels::decides(one.award, language),
                class,
                when,
                note: if one.open { w.open_grades } else { "" },
                lacks: lacks(one, today.codes(), case, today.year, language),
            }
        })
        .collect())
}

/// `GET /planner/people/{id}`.
pub(crate) async fn person(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::Look).await?;
    let unit_id = person.post.unit_id.clone().ok_or(Refusal::NotFound)?;
    let unit = app.store.unit(&unit_id).await?.ok_or(Refusal::NotFound)?;
    let today = Today::of(&app, &unit_id).await?;
    let same = app.store.same_person(&id).await?;
    let graded: Vec<Graded> = same.iter().cloned().map(Graded::Person).collect();
    let grades = decided(app.store.grades_over_years(&graded).await?.iter());
    let honours = app.store.honours_of_people(&same).await?;
    let mut case = today.case(subject(&person), grades, &honours).ok_or(Refusal::NotFound)?;
    let made = app.store.initiatives_of_person(&id).await?;
    case.facts.initiatives = Some(initiatives(made, today.codes()));
    let note = [person.post.title.clone().unwrap_or_default(), unit.name.clone()];
    let note = note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let record = format!("/people/{id}");
    render(&app, &caller, &today, (case, honours), (person.name, note, record), &unit).await
}

/// `GET /planner/units/{id}`.
pub(crate) async fn unit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let unit = app.store.unit(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::Look, &id).await?;
    let today = Today::of(&app, &id).await?;
    let grades = decided(app.store.grades_over_years(&[Graded::Unit(id.clone())]).await?.iter());
    let honours = app.store.honours_of_units(std::slice::from_ref(&id)).await?;
    let subject = Subject {
        kind: SubjectKind::Collective,
        work: None,
        leader: None,
        female: None,
        unit_level: None,
        province: None,
    };
    let case = today.case(subject, grades, &honours).ok_or(Refusal::NotFound)?;
    let record = format!("/units/{id}");
    render(&app, &caller, &today, (case, honours), (unit.name.clone(), String::new(), record), &unit).await
}

async fn render(
    app: &App,
    caller: &Caller,
    today: &Today,
    (case, honours): (Case, Vec<thidua_store::honours::Honour>),
    (name, note, record): (String, String, String),
    unit: &thidua_domain::units::Unit,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let valid = honours.iter().filter(|one| one.standing == Honoured::Valid);
    let held: Vec<String> = valid.map(|one| format!("{} {}", one.award_name, one.year)).collect();
    let template = OnePage {
        f: frame(caller, Tab::Planner).with_sample(reach::runs_on_samples(app, &unit.id).await?),
        name,
        note,
        back: format!("/planner?unit={}", unit.id),
        back_name: unit.name.clone(),
        record,
        never: held.is_empty(),
        streaks: streaks(today.rules()?, today.codes(), &case.facts, today.year)
            .iter()
            .map(|one| streak(one, today.codes(), language, w))
            .collect(),
        rows: rows(&case, today, language, w)?,
        held,
        day: shown::day(Some(today.day)),
        w,
    };
    page(&template)
}
