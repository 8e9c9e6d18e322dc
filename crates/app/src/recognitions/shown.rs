//! Recognitions as other pages show them: of a wave, a plan, a unit, a person; and as a sentence for reports.

use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor, show};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::people::Category;
use thidua_domain::recognitions::State;
use thidua_store::StoreError;
use thidua_store::recognitions::Recognition;

/// A recognition on another page.
pub(crate) struct Line {
    /// Its page, for who may open it.
    pub(crate) address: Option<String>,
    pub(crate) whom: String,
    pub(crate) merit: String,
    pub(crate) day: String,
    pub(crate) purposes: String,
}

fn line(it: &Recognition, open: bool, w: &'static Words) -> Line {
    Line {
        address: open.then(|| format!("/recognitions/{}", it.id)),
        whom: it.whom.clone(),
        merit: it.merit.clone(),
        day: show::day(it.day),
        purposes: labels::purposes(it, w),
    }
}

/// `Bà Lan: hiến 200 m² đất làm đường (biểu dương ngày 07/3/2022)`.
pub(crate) fn sentence(it: &Recognition, language: Language) -> String {
    words(language)
        .sentence
        .replace("{day}", &show::day(it.day))
        .replace("{whom}", &it.whom)
        .replace("{merit}", &it.merit.replace('\n', " "))
}

/// The recognitions of a wave, as words of its sheet begin with; nothing where there are none.
pub(crate) async fn commended(app: &App, wave_id: &str, language: Language) -> Result<Vec<String>, StoreError> {
    let found = app.store.recognitions_of_wave(wave_id).await?;
    Ok(found.iter().map(|it| sentence(it, language)).collect())
}

/// The recognitions of a wave whose authority is open to whoever asks.
pub(crate) async fn of_wave(app: &App, wave_id: &str, language: Language) -> Result<Vec<Line>, StoreError> {
    let w = words(language);
    let found = app.store.recognitions_of_wave(wave_id).await?;
    Ok(found.iter().map(|it| line(it, true, w)).collect())
}

/// Those recognised under a plan.
pub(crate) async fn of_plan(app: &App, plan_id: &str) -> Result<Vec<Recognition>, StoreError> {
    let mut found = app.store.recognitions_of_plan(plan_id).await?;
    found.retain(|it| it.state == State::Recognised);
    Ok(found)
}

async fn lines(
    app: &App,
    visitor: &Visitor,
    found: Vec<Recognition>,
    language: Language,
) -> Result<Vec<Line>, Refusal> {
    let w = words(language);
    let mut open: HashMap<String, bool> = HashMap::new();
    let mut lines = Vec::new();
    for it in found {
        if !open.contains_key(&it.movement_id) {
            let movement = app.store.movement(&it.movement_id).await?;
            let plan = match movement {
                Some(movement) => app.store.plan_line(&movement.plan_id).await?,
                None => None,
            };
            let may = match plan {
                Some(plan) => app.may(visitor, Act::Look, &plan.unit_id).await?,
                None => false,
            };
            open.insert(it.movement_id.clone(), may);
        }
        lines.push(line(&it, open.get(&it.movement_id).copied().unwrap_or_default(), w));
    }
    Ok(lines)
}

/// Those of a person, household or collective, by all records of it.
pub(crate) async fn of_person(
    app: &App,
    visitor: &Visitor,
    ids: &[String],
    language: Language,
) -> Result<Vec<Line>, Refusal> {
    lines(app, visitor, app.store.recognitions_of_people(ids).await?, language).await
}

/// Those of a unit.
pub(crate) async fn of_unit(
    app: &App,
    visitor: &Visitor,
    unit_id: &str,
    language: Language,
) -> Result<Vec<Line>, Refusal> {
    lines(app, visitor, app.store.recognitions_of_unit(unit_id).await?, language).await
}

/// How many recognitions went to each category of people, to units, and to names without a record.
pub(crate) async fn by_category(
    app: &App,
    found: &[Recognition],
    language: Language,
) -> Result<Vec<(&'static str, usize)>, StoreError> {
    let (w, p) = (words(language), crate::people::words::words(language));
    let mut ids: Vec<String> = found.iter().filter_map(|it| it.person_id.clone()).collect();
    ids.sort();
    ids.dedup();
    let people: HashMap<String, Category> =
        app.store.people_of(&ids).await?.into_iter().map(|one| (one.id, one.post.category)).collect();
    let of = |it: &Recognition| it.person_id.as_ref().and_then(|id| people.get(id)).copied();
    let count = |fits: &dyn Fn(&Recognition) -> bool| found.iter().filter(|it| fits(it)).count();
    let mut rows: Vec<(&'static str, usize)> = Category::ALL
        .iter()
        .map(|one| (crate::people::labels::category(*one, p), count(&|it| of(it) == Some(*one))))
        .collect();
    rows.push((w.units_row, count(&|it| it.whom_unit_id.is_some())));
    rows.push((w.names_row, count(&|it| it.whom_unit_id.is_none() && of(it).is_none())));
    rows.retain(|(_, n)| *n > 0);
    Ok(rows)
}
