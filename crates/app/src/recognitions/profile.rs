//! The profile of an exemplar, from what is recorded of it.

use super::under::of_recognition;
use super::words::words;
use super::{labels, results};
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::forms::Asked;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::recognitions::{Purpose, State as Standing};
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::exemplar_profile::{ExemplarProfile, document};
use thidua_store::honours::Standing as Honoured;
use thidua_store::recognitions::Recognition;

const VI: Language = Language::Vietnamese;

/// The forms that are printed from a recognition.
pub(crate) const FORMS: &[&str] = &["exemplar_profile"];

/// Whether others are to learn from it.
pub(super) fn is_exemplar(it: &Recognition) -> bool {
    it.state == Standing::Recognised && it.purposes.contains(&Purpose::Exemplar)
}

/// Post and unit of whom it is about.
async fn who(app: &App, it: &Recognition, unit: &str) -> Result<String, Refusal> {
    let Some(id) = &it.person_id else { return Ok(unit.to_owned()) };
    let Some(person) = app.store.person(id).await? else { return Ok(unit.to_owned()) };
    let of = match &person.post.unit_id {
        Some(id) => app.store.unit(id).await?.map(|unit| unit.name),
        None => None,
    };
    let parts = [person.post.title.unwrap_or_default(), of.unwrap_or_else(|| unit.to_owned())];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

/// What it was commended with.
async fn awards(app: &App, it: &Recognition) -> Result<Vec<String>, Refusal> {
    let w = words(VI);
    let day = show::day(it.day);
    let told = match &it.given_by {
        Some(by) => w.profile_by.replace("{by}", by).replace("{day}", &day),
        None => w.profile_told.replace("{day}", &day),
    };
    let mut honours = match &it.person_id {
        Some(id) => app.store.honours_of_people(&app.store.same_person(id).await?).await?,
        None => Vec::new(),
    };
    honours.extend(app.store.honours_of_units(it.whom_unit_id.as_slice()).await?);
    let standing = honours.into_iter().filter(|one| one.standing == Honoured::Valid);
    let award = standing
        .map(|one| w.profile_award.replace("{award}", &one.award_name).replace("{year}", &one.year.to_string()));
    Ok(std::iter::once(told).chain(award).collect())
}

/// `GET /recognitions/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let (under, it) = of_recognition(&app, &visitor, &id).await?;
    if !is_exemplar(&it) {
        return Err(Refusal::NotFound);
    }
    let w = words(VI);
    let owner = app.store.unit(&under.view.plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let head = letterhead::of_unit(&app, &owner, "").await?;
    let (deed, story) = match it.merit.split_once('\n') {
        Some((deed, story)) => (deed.to_owned(), Some(story.trim().to_owned())),
        None => (it.merit.clone(), None),
    };
    let result = results::of(&app, &visitor, &under, &it, w).await?;
    let channels: Vec<&str> = it.channels.iter().map(|one| labels::channel(*one, w)).collect();
    let spreading = [channels.join("; "), it.told.clone().unwrap_or_default()];
    let spreading: Vec<String> = spreading.into_iter().filter(|part| !part.is_empty()).collect();
    let form = ExemplarProfile {
        letterhead: Letterhead { symbol_hint: None, recipients: Vec::new(), ..head },
        name: it.whom.clone(),
        who: who(&app, &it, &under.unit(&it.unit_id)).await?,
        field: under.view.movement.named.name.clone(),
        deed,
        story,
        results: result.map(|(_, kind, name)| format!("{kind}: {name}")).into_iter().collect(),
        lessons: under
            .lessons_of(&it.id)
            .filter(|lesson| lesson.withdrawn.is_none())
            .map(|lesson| lesson.what.clone())
            .collect(),
        awards: awards(&app, &it).await?,
        spreading: (!spreading.is_empty()).then(|| spreading.join(". ")),
        // whether they agreed to be published is not recorded; a person asks before it is
        consent: None,
        mark: under.view.plan.illustrative.then(|| crate::forms::words::words(VI).mark_sample.to_owned()),
    };
    asked.send(&app, document(&form), &it.whom).await
}
