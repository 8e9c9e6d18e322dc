//! What goes beyond one year: sample indices over the years, and a term with its targets.

use super::evaluated::{day, entry, number, word};
use super::{DemoFailed, failed};
use crate::App;
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::indices::{Aim, Reading};
use thidua_domain::targets::{Comparator, Direction};
use thidua_domain::terms::{Asked, Method};
use thidua_store::Author;
use thidua_store::index_years::IndexYear;
use thidua_store::plans::Plan;
use thidua_store::terms::{Term, TermTarget, TermYear};

/// An index over the years.
#[derive(Deserialize)]
pub(super) struct Index {
    code: String,
    years: Vec<Measured>,
}

#[derive(Deserialize)]
struct Measured {
    year: i64,
    #[serde(default, deserialize_with = "number")]
    score: Option<Amount>,
    rank: Option<u32>,
    of: Option<u32>,
    document: Option<String>,
    #[serde(default, deserialize_with = "day")]
    dated: Option<NaiveDate>,
    #[serde(default)]
    score_rises: bool,
    #[serde(default)]
    rank_rises: bool,
}

/// A term with its targets.
#[derive(Deserialize)]
pub(super) struct Sample {
    name: String,
    from: i32,
    to: i32,
    source: String,
    targets: Vec<OfTerm>,
}

#[derive(Deserialize)]
struct OfTerm {
    name: String,
    comparator: String,
    direction: String,
    #[serde(deserialize_with = "number")]
    value: Option<Amount>,
    unit: String,
    method: String,
    linked: Option<Linked>,
    years: Vec<Year>,
}

#[derive(Deserialize)]
struct Linked {
    year: i32,
    target: String,
}

#[derive(Deserialize)]
struct Year {
    year: i32,
    #[serde(deserialize_with = "number")]
    planned: Option<Amount>,
    #[serde(default, deserialize_with = "number")]
    actual: Option<Amount>,
}

/// Writes the indices, unless there are some.
pub(super) async fn indices(app: &App, author: Author, plan: &Plan, indices: &[Index]) -> Result<(), DemoFailed> {
    if indices.is_empty() || !app.store.index_years(&plan.unit_id).await.map_err(failed)?.is_empty() {
        return Ok(());
    }
    let w = super::words::words(Language::Vietnamese);
    let (account_name, written_at) = (author.name.clone(), author.at);
    let change = app.store.change(author).await.map_err(failed)?;
    for index in indices {
        for one in &index.years {
            let year = IndexYear {
                unit_id: plan.unit_id.clone(),
                index: index.code.clone(),
                year: one.year,
                aim: Aim { score_rises: one.score_rises, rank_rises: one.rank_rises, score: None, rank: None },
                reading: Reading { score: one.score, rank: one.rank, of: one.of },
                document: one.document.clone(),
                dated: one.dated,
                note: Some(w.sample_source.to_owned()),
                reason: None,
                version: 0,
                account_name: account_name.clone(),
                written_at,
            };
            change.write_index_year(&year).await.map_err(failed)?;
        }
    }
    change.commit(entry(plan, "index.written", "unit", &plan.unit_id, w.sample_source)).await.map_err(failed)
}

/// Writes the terms, unless there are some.
pub(super) async fn terms(app: &App, author: Author, plan: &Plan, terms: &[Sample]) -> Result<(), DemoFailed> {
    if terms.is_empty() || !app.store.terms_of(&plan.unit_id).await.map_err(failed)?.is_empty() {
        return Ok(());
    }
    let w = super::words::words(Language::Vietnamese);
    let yearly = app.store.targets(&plan.id).await.map_err(failed)?;
    let change = app.store.change(author).await.map_err(failed)?;
    for sample in terms {
        let term = Term {
            id: change.new_id(),
            unit_id: plan.unit_id.clone(),
            name: sample.name.clone(),
            years: (sample.from, sample.to),
            source: sample.source.clone(),
            version: 0,
        };
        change.write_term(&term).await.map_err(failed)?;
        for one in &sample.targets {
            let mut years = Vec::new();
            for year in &one.years {
                let linked = one.linked.as_ref().filter(|linked| linked.year == year.year);
                let target_id = linked
                    .map(|linked| {
                        let found = yearly.iter().find(|target| fold(&target.draft.name) == fold(&linked.target));
                        found.map(|target| target.id.clone()).ok_or_else(|| failed(&linked.target))
                    })
                    .transpose()?;
                years.push(TermYear {
                    year: year.year,
                    planned: year.planned,
                    target_id,
                    typed: year.actual,
                    source: year.actual.map(|_| w.sample_source.to_owned()),
                    figure: None,
                });
            }
            let target = TermTarget {
                id: change.new_id(),
                term_id: term.id.clone(),
                name: one.name.clone(),
                asked: Asked {
                    comparator: word(&one.comparator, Comparator::from_code)?,
                    direction: word(&one.direction, Direction::from_code)?,
                    value: one.value,
                    method: word(&one.method, Method::from_code)?,
                },
                unit_of: Some(one.unit.clone()),
                withdrawn: None,
                version: 0,
                years,
            };
            change.write_term_target(&target).await.map_err(failed)?;
        }
    }
    change.commit(entry(plan, "term.written", "unit", &plan.unit_id, w.sample_source)).await.map_err(failed)
}
