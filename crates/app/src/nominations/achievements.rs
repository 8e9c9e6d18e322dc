//! The report of achievements of a nominee, from what is recorded.

use super::printing::{blank, marked};
use super::scene::Scene;
use super::words::{Words, words};
use crate::App;
use crate::face::Refusal;
use crate::reports::letterhead;
use chrono::Datelike;
use thidua_domain::awards::subject::{Sort, SubjectKind};
use thidua_domain::awards::words::grade_words;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::grades::Stage;
use thidua_domain::units::Unit;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::achievement_report::{
    AchievementReport, HeldAward, HeldInitiative, Subject, document as paper,
};
use thidua_paper::write::OfficialDocument;
use thidua_store::grades::{Graded, Kept};
use thidua_store::honours::{Honour, Standing};
use thidua_store::nominations::{Nomination, Round};

const VI: Language = Language::Vietnamese;

/// `năm 2024`, or the days where the period is no whole year.
fn period(round: &Round, w: &'static Words) -> String {
    let (from, to) = (round.from, round.to);
    let whole = from.ordinal() == 1 && to.month() == 12 && to.day() == 31;
    match whole {
        true if from.year() == to.year() => w.paper_year.replace("{year}", &to.year().to_string()),
        true => w.paper_years.replace("{from}", &from.year().to_string()).replace("{to}", &to.year().to_string()),
        false => w.paper_days.replace("{from}", &short(from)).replace("{to}", &short(to)),
    }
}

/// `Số 12/QĐ-UBND ngày 20/12/2025 của Ủy ban nhân dân xã`, as far as known.
fn cited(number: Option<&str>, dated: Option<chrono::NaiveDate>, issuer: &str, w: &'static Words) -> String {
    let parts = [
        number.map(|number| w.cited_number.replace("{number}", number)),
        dated.map(|day| w.cited_day.replace("{day}", &short(day))),
        (!issuer.is_empty()).then(|| w.cited_issuer.replace("{issuer}", issuer)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn of_grade(kept: &Kept, w: &'static Words) -> HeldAward {
    let written = &kept.written;
    HeldAward {
        year: written.year.to_string(),
        award: grade_words(written.grade).vi,
        decision: cited(
            written.number.as_deref(),
            written.dated,
            written.authority.as_deref().unwrap_or_default(),
            w,
        ),
    }
}

fn of_honour(one: &Honour, w: &'static Words) -> HeldAward {
    HeldAward {
        year: one.year.to_string(),
        award: one.award_name.clone(),
        decision: cited(one.number.as_deref(), one.dated, &one.issuer, w),
    }
}

/// Who reports, with what is recorded; the rest is filled in by hand.
async fn subject(app: &App, it: &Nomination, w: &'static Words) -> Result<Subject, Refusal> {
    let who = &it.nominee;
    Ok(match who.kind {
        SubjectKind::Individual => {
            let person = match &who.person_id {
                Some(id) => app.store.person(id).await?,
                None => None,
            };
            let born = person.as_ref().map(|person| person.birth()).filter(|born| !born.is_empty());
            // of somebody without a post the unit is where they live
            let (home, post) = match &who.post {
                Some(post) => (blank(w), format!("{post}, {}", who.of_unit)),
                None => (who.of_unit.clone(), String::new()),
            };
            Subject::Individual {
                name: who.name.clone(),
                born: born.unwrap_or_else(|| blank(w)),
                home,
                post,
                education: None,
                duties: None,
            }
        }
        SubjectKind::Collective => Subject::Collective {
            name: who.name.clone(),
            address: if who.of_unit == who.name { blank(w) } else { who.of_unit.clone() },
            situation: blank(w),
            duties: None,
        },
        SubjectKind::Household => {
            let of = w.paper_of_household.split('|').find_map(|before| who.name.strip_prefix(before));
            Subject::Household {
                head: of.unwrap_or(&who.name).trim().to_owned(),
                address: who.of_unit.clone(),
                members: None,
                livelihood: None,
            }
        }
    })
}

/// What was achieved: the report as it was written, else the merit with the results that are cited.
async fn achieved(app: &App, it: &Nomination) -> Result<String, Refusal> {
    if let Some(report) = it.report.as_ref().filter(|report| !report.trim().is_empty()) {
        return Ok(report.clone());
    }
    let cited = app.store.cited_results(&it.id).await?;
    let lines = cited.iter().filter(|one| one.kind != "grade").map(|one| format!("- {}", one.says));
    Ok(std::iter::once(it.merit.clone()).chain(lines).collect::<Vec<_>>().join("\n"))
}

/// The report of a nominee that a unit proposes.
pub(super) async fn document(
    app: &App,
    scene: &Scene,
    it: &Nomination,
    unit: &Unit,
) -> Result<OfficialDocument, Refusal> {
    let w = words(VI);
    let who = &it.nominee;
    let people = match &who.person_id {
        Some(id) => app.store.same_person(id).await?,
        None => Vec::new(),
    };
    let units = match &who.unit_id {
        Some(unit) => crate::honours::forerunners(app, unit).await?,
        None => Vec::new(),
    };
    let graded: Vec<Graded> =
        people.iter().cloned().map(Graded::Person).chain(units.iter().cloned().map(Graded::Unit)).collect();
    let mut titles: Vec<HeldAward> = app
        .store
        .grades_over_years(&graded)
        .await?
        .iter()
        .filter(|kept| kept.written.stage == Stage::Decided)
        .map(|kept| of_grade(kept, w))
        .collect();
    let mut honours = app.store.honours_of_people(&people).await?;
    honours.extend(app.store.honours_of_units(&units).await?);
    let mut commendations = Vec::new();
    for one in honours.iter().filter(|one| one.standing == Standing::Valid) {
        let day = one.dated.unwrap_or_else(|| scene.law_day(Some(it)));
        let title = super::law::award(&scene.law, day, &one.award).is_some_and(|award| award.sort == Sort::Title);
        if title { &mut titles } else { &mut commendations }.push(of_honour(one, w));
    }
    titles.sort_by(|one, other| one.year.cmp(&other.year));
    commendations.sort_by(|one, other| one.year.cmp(&other.year));
    let mut initiatives = Vec::new();
    if let Some(person) = &who.person_id {
        let found = app.store.initiatives_of_person(person).await?;
        initiatives.extend(found.into_iter().map(|one| HeldInitiative {
            year: one.year.to_string(),
            name: one.title,
            recognised: capital(&crate::initiatives::labels::scope(one.scope, VI)),
        }));
    }
    // a unit that is proposed reports itself, and its authority confirms
    let own = match &who.unit_id {
        Some(id) => app.store.unit(id).await?,
        None => None,
    };
    let confirms = if own.is_some() { &scene.authority } else { unit };
    let head = letterhead::of_unit(app, own.as_ref().unwrap_or(unit), w.symbol_report).await?;
    // what an individual or a household writes has no number
    let symbol_hint = head.symbol_hint.clone().filter(|_| who.kind == SubjectKind::Collective);
    let form = AchievementReport {
        letterhead: Letterhead { recipients: Vec::new(), symbol_hint, ..head },
        award: it.award_name.clone(),
        period: period(&scene.round, w),
        subject: subject(app, it, w).await?,
        achievements: Some(achieved(app, it).await?),
        policies: None,
        titles,
        commendations,
        initiatives,
        confirmed_by: Some(letterhead::signed_by(confirms)),
        mark: marked(it),
    };
    Ok(paper(&form))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
