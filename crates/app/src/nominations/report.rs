//! A draft of the achievement report, put together from what is recorded.

use super::one::may_write;
use super::scene::{self, invalid};
use super::words::words;
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Visitor};
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::awards::words::grade_words;
use thidua_domain::basics::Language;
use thidua_domain::grades::Stage;
use thidua_store::grades::Graded;

/// `POST /nominations/{id}/report`.
pub(crate) async fn assemble(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    app.require(&visitor, Act::Nominate, &it.unit_id).await?;
    let remarks = app.store.nomination_remarks(&id).await?;
    if !may_write(&scene, &it, &remarks, "report") {
        return Err(invalid(|w| w.r_no_arrow.to_owned()));
    }
    // a report is a Vietnamese document in either language of the interface
    let w = words(Language::Vietnamese);
    let who = &it.nominee;
    let post = who.post.as_ref().map(|post| format!(", {post}")).unwrap_or_default();
    let mut text = w
        .draft_intro
        .replace("{name}", &who.name)
        .replace("{post}", &post)
        .replace("{unit}", &who.of_unit)
        .replace("{award}", &it.award_name);
    text.push_str("\n\n");
    text.push_str(&it.merit);
    let cited = app.store.cited_results(&id).await?;
    let results: Vec<String> =
        cited.iter().filter(|one| one.kind != "grade").map(|one| format!("- {}", one.says)).collect();
    if !results.is_empty() {
        text.push_str(&format!("\n\n{}\n{}", w.draft_results, results.join("\n")));
    }
    let people = match &who.person_id {
        Some(person) => app.store.same_person(person).await?,
        None => Vec::new(),
    };
    let graded: Vec<Graded> =
        people.iter().cloned().map(Graded::Person).chain(who.unit_id.clone().map(Graded::Unit)).collect();
    let mut grades: Vec<(i64, String)> = app
        .store
        .grades_over_years(&graded)
        .await?
        .into_iter()
        .filter(|kept| kept.written.stage == Stage::Decided)
        .map(|kept| (kept.written.year, grade_words(kept.written.grade).vi))
        .collect();
    grades.sort();
    if !grades.is_empty() {
        let list: Vec<String> = grades
            .iter()
            .map(|(year, grade)| w.draft_grade.replace("{year}", &year.to_string()).replace("{grade}", grade))
            .collect();
        text.push_str(&format!("\n\n{}", w.draft_grades.replace("{list}", &list.join("; "))));
    }
    let mut honours = app.store.honours_of_people(&people).await?;
    if let Some(unit) = &who.unit_id {
        honours.extend(app.store.honours_of_units(std::slice::from_ref(unit)).await?);
    }
    if !honours.is_empty() {
        let list: Vec<String> = honours
            .iter()
            .map(|one| {
                let number = one.number.as_ref().map(|number| format!(" ({number})")).unwrap_or_default();
                format!(
                    "{}{number}",
                    w.draft_honour.replace("{award}", &one.award_name).replace("{year}", &one.year.to_string())
                )
            })
            .collect();
        text.push_str(&format!("\n\n{}", w.draft_honours.replace("{list}", &list.join("; "))));
    }
    let mut new = it.clone();
    new.report = Some(text);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.write_nomination(&new).await?;
    let detail = format!("{}: {}", it.nominee.name, it.award_name);
    change.commit(scene.entry("nomination.corrected", &id, detail)).await?;
    go(format!("/nominations/{id}?done=saved#text"))
}
