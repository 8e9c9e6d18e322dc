//! `/awards`: every title and form of the law of a day, for everybody.

use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::clock::local_date;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, page};
use askama::Template;
use axum::extract::{Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::awards::pack::{Award, Catalogue, RegimeRules, shipped};
use thidua_domain::awards::prize::money;
use thidua_domain::awards::subject::{Sort, SubjectKind};
use thidua_domain::awards::words::{level_words, subject_words};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::basics::text::fold;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) day: String,
    #[serde(default)]
    q: String,
    #[serde(default, rename = "for")]
    whom: String,
}

struct Row {
    address: String,
    name: String,
    english: String,
    whom: String,
    level: String,
    decides: String,
    prize: String,
}

#[derive(Template)]
#[template(path = "awards/catalogue.html")]
struct CataloguePage {
    f: Frame,
    w: &'static Words,
    day: String,
    bad_day: bool,
    law: String,
    q: String,
    whom: String,
    kinds: Vec<(&'static str, String)>,
    groups: Vec<(&'static str, Vec<Row>)>,
}

/// The law of a day: the catalogue, the rules of its regime, and whether the day is known.
pub(super) struct OfDay {
    pub(super) catalogue: &'static Catalogue,
    pub(super) rules: &'static RegimeRules,
    pub(super) day: NaiveDate,
    pub(super) bad_day: bool,
}

/// The law of the day that was typed, else of today.
pub(super) fn of_day(app: &App, typed: &str) -> Result<OfDay, Refusal> {
    let catalogue = shipped().map_err(|problems| Refusal::fault(format!("{problems:?}")))?;
    let read = (!typed.trim().is_empty()).then(|| read_date(typed));
    let bad_day = matches!(read, Some(Err(_)));
    let day = read.and_then(Result::ok).unwrap_or_else(|| local_date((app.clock)()));
    let rules = catalogue.law.on(day).and_then(|(regime, _)| catalogue.of(&regime.key));
    let rules = rules.ok_or_else(|| Refusal::fault("no regime"))?;
    Ok(OfDay { catalogue, rules, day, bad_day })
}

/// `GET /awards`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, Query(asked): Query<Asked>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let of = of_day(&app, &asked.day)?;
    let whom = SubjectKind::from_code(&asked.whom);
    let q = fold(&asked.q);
    let fits = |award: &&Award| {
        whom.is_none_or(|kind| award.subjects.contains(&kind))
            && (q.is_empty()
                || fold(&award.name.name).contains(&q)
                || fold(&award.name.english).contains(&q)
                || fold(&award.code) == q)
    };
    let mut groups: Vec<(&'static str, Vec<Row>)> = Vec::new();
    for (sort, label) in [(Sort::Title, w.titles), (Sort::Form, w.forms)] {
        let mut awards: Vec<&Award> =
            of.rules.awards.iter().filter(|award| award.sort == sort).filter(fits).collect();
        // the highest honour first, as the law lists them
        awards.sort_by_key(|award| std::cmp::Reverse(award.level));
        if !awards.is_empty() {
            groups.push((label, awards.into_iter().map(|award| row(award, &of, language, w)).collect()));
        }
    }
    page(&CataloguePage {
        f: frame(&caller, Tab::Catalogue),
        day: short(of.day),
        bad_day: of.bad_day,
        law: crate::law::on(of.day).says(language),
        q: asked.q,
        whom: whom.map(|kind| kind.code().to_owned()).unwrap_or_default(),
        kinds: SubjectKind::ALL
            .iter()
            .map(|kind| (kind.code(), subject_words(*kind).in_language(language).to_owned()))
            .collect(),
        groups,
        w,
    })
}

fn row(award: &Award, of: &OfDay, language: Language, w: &'static Words) -> Row {
    let first = award.subjects.first().copied().unwrap_or(SubjectKind::Individual);
    let prize = money(of.catalogue, of.rules, award, first, of.day);
    Row {
        address: format!("/awards/{}?day={}", award.code, short(of.day)),
        name: award.name.name.clone(),
        english: labels::gloss(award, language),
        whom: labels::whom(award, language),
        level: level_words(award.level).in_language(language).to_owned(),
        decides: labels::decides(award, language),
        prize: prize.map_or_else(String::new, |prize| labels::money(&prize, w)),
    }
}
