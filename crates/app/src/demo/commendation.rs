//! Awards and initiatives of the demo, from the sample; everything of it is invented and marked so.

use super::{DemoFailed, failed};
use crate::App;
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::initiatives::{Kind, Scope, State};
use thidua_store::audit::Entry;
use thidua_store::honours::{Honour, Honoured, Standing};
use thidua_store::initiatives::{Author as By, Initiative, Recognised};
use thidua_store::{Author, Within};

const SAMPLE: &str = include_str!("../../../../samples/commendation/sample.toml");

#[derive(Default, Deserialize)]
struct Sample {
    #[serde(default)]
    honours: Vec<Given>,
    #[serde(default)]
    initiatives: Vec<HandedIn>,
}

#[derive(Deserialize)]
struct Given {
    year: i32,
    award: String,
    name: String,
    level: String,
    occasion: String,
    kind: String,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    leader: bool,
    #[serde(default)]
    female: Option<bool>,
    #[serde(default)]
    post: Option<String>,
    count: usize,
}

#[derive(Deserialize)]
struct Decided {
    number: String,
    dated: NaiveDate,
    by: String,
}

#[derive(Deserialize)]
struct HandedIn {
    title: String,
    year: i32,
    scope: String,
    first_used: NaiveDate,
    submitted: NaiveDate,
    authors: Vec<(String, i64)>,
    summary: String,
    #[serde(default)]
    benefit: Option<String>,
    #[serde(default)]
    recognised: Option<Decided>,
    #[serde(default)]
    adopted: bool,
}

/// Adds the sample of an authority, where it has one and nothing of it is there yet.
pub(super) async fn load(
    app: &App,
    author: impl Fn() -> Author,
    short: &str,
    unit_id: &str,
    unit_name: &str,
) -> Result<(), DemoFailed> {
    let samples: HashMap<String, Sample> = toml::from_str(SAMPLE).map_err(failed)?;
    let Some(sample) = samples.get(short) else { return Ok(()) };
    let within = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    if !sample.initiatives.is_empty() && app.store.initiatives(&within).await.map_err(failed)?.is_empty() {
        for one in &sample.initiatives {
            hand_in(app, author(), one, unit_id).await?;
        }
    }
    let years = sample.honours.iter().map(|one| one.year);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else { return Ok(()) };
    if app.store.honour_facts(&within, first, last).await.map_err(failed)?.is_empty() {
        give(app, author(), &sample.honours, unit_id, unit_name).await?;
    }
    Ok(())
}

async fn give(app: &App, author: Author, sample: &[Given], unit_id: &str, issuer: &str) -> Result<(), DemoFailed> {
    let w = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let change = app.store.change(author).await.map_err(failed)?;
    let mut honours = Vec::new();
    let mut numbers: HashMap<(i32, &str), usize> = HashMap::new();
    for one in sample {
        let kind = SubjectKind::from_code(&one.kind).ok_or_else(|| failed(&one.kind))?;
        for _ in 0..one.count {
            // the same numbers come back each year: some of these people win again
            let number = numbers.entry((one.year, &one.kind)).and_modify(|n| *n += 1).or_insert(1);
            let name = match kind {
                SubjectKind::Individual => w.sample_person,
                SubjectKind::Collective => w.sample_collective,
                SubjectKind::Household => w.sample_household,
            };
            honours.push(Honour {
                id: change.new_id(),
                unit_id: unit_id.to_owned(),
                issuer: issuer.to_owned(),
                level: Level::from_code(&one.level).ok_or_else(|| failed(&one.level))?,
                award: one.award.clone(),
                award_name: one.name.clone(),
                occasion: one.occasion.clone(),
                whom: Honoured {
                    kind,
                    person_id: None,
                    unit_id: None,
                    name: name.replace("{n}", &number.to_string()),
                    birth_year: None,
                    post: one.post.clone(),
                    of_unit: issuer.to_owned(),
                    category: one.category.clone(),
                    leader: one.category.as_ref().map(|_| one.leader),
                    female: one.female,
                },
                year: i64::from(one.year),
                period: None,
                merit: w.sample_merit.to_owned(),
                decision_id: None,
                number: Some(w.sample_decision.to_owned()),
                dated: NaiveDate::from_ymd_opt(one.year, 12, 20),
                nomination_id: None,
                paid: None,
                standing: Standing::Valid,
                revoked_by: None,
                illustrative: true,
                version: 0,
                account_name: String::new(),
                written_at: NaiveDateTime::MIN,
            });
        }
    }
    change.add_honours(&honours).await.map_err(failed)?;
    let entry = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "honour.sampled",
        subject: "unit",
        subject_id: unit_id.to_owned(),
        detail: Some(w.sample_honours.replace("{n}", &honours.len().to_string())),
    };
    change.commit(entry).await.map_err(failed)
}

async fn hand_in(app: &App, author: Author, one: &HandedIn, unit_id: &str) -> Result<(), DemoFailed> {
    let decided = one.recognised.as_ref();
    let asked = Scope::from_code(&one.scope).ok_or_else(|| failed(&one.scope))?;
    let mut authors = Vec::new();
    for (name, share) in &one.authors {
        let person_id = crate::meetings::person_named(app, unit_id, name).await.map_err(failed)?;
        authors.push(By { person_id, name: name.clone(), share: *share });
    }
    let change = app.store.change(author).await.map_err(failed)?;
    let it = Initiative {
        id: change.new_id(),
        unit_id: unit_id.to_owned(),
        year: one.year,
        kind: Kind::Initiative,
        title: one.title.clone(),
        summary: one.summary.clone(),
        benefit: one.benefit.clone(),
        first_used_on: Some(one.first_used),
        submitted_on: one.submitted,
        state: if decided.is_some() { State::Recognised } else { State::Submitted },
        scope: if decided.is_some() { Scope::Unit } else { asked },
        number_symbol: decided.map(|one| one.number.clone()),
        dated: decided.map(|one| one.dated),
        recognised_by: decided.map(|one| one.by.clone()),
        reason: None,
        file_digest: None,
        file_name: None,
        sitting: None,
        illustrative: true,
        authors,
        version: 0,
        account_name: String::new(),
        written_at: NaiveDateTime::MIN,
    };
    change.write_initiative(&it).await.map_err(failed)?;
    if let Some(decided) = decided {
        let recognised = Recognised {
            initiative_id: it.id.clone(),
            scope: Scope::Unit,
            number_symbol: decided.number.clone(),
            dated: decided.dated,
            recognised_by: decided.by.clone(),
            unit_id: Some(unit_id.to_owned()),
            file_digest: None,
            file_name: None,
        };
        change.add_initiative_recognition(&recognised).await.map_err(failed)?;
        if one.adopted {
            let below = app.store.children_now(unit_id).await.map_err(failed)?;
            let units: Vec<String> = below.into_iter().take(2).map(|unit| unit.id).collect();
            let until = decided.dated + chrono::Duration::days(90);
            change.ask_adoption(&it.id, &units, until).await.map_err(failed)?;
        }
    }
    let entry = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "initiative.submitted",
        subject: "initiative",
        subject_id: it.id.clone(),
        detail: Some(it.title.clone()),
    };
    change.commit(entry).await.map_err(failed)
}
