//! A dossier judged by the law of any day, beside the judgement that was kept: condition by condition.

use super::judging::judged;
use super::law;
use super::scene::{self, Scene};
use super::words::{Words, words};
use crate::App;
use crate::awards::{Told, labels as award_labels, words as award_words};
use crate::commendation::tabs::{Tab, frame};
use crate::face::frame::returned;
use crate::face::words::words as common;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, show as shown};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use serde_json::Value;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::{DateProblem, read_date};
use thidua_store::nominations::Nomination;

/// What an address may ask for.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    day: String,
}

/// What one of the two judgements says of a condition.
#[derive(Clone, Default, PartialEq, Eq)]
struct Side {
    class: &'static str,
    outcome: &'static str,
    decides: bool,
    article: String,
    note: String,
}

struct Row {
    number: String,
    says: String,
    kept: Option<Side>,
    again: Option<Side>,
    differs: bool,
}

#[derive(Default)]
struct Heading {
    class: &'static str,
    verdict: &'static str,
    by: String,
    prize: String,
}

#[derive(Template)]
#[template(path = "nominations/replay.html")]
struct ReplayPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    award: String,
    day: String,
    problem: Option<&'static str>,
    kept: Heading,
    kept_title: &'static str,
    again: Heading,
    refused: Option<String>,
    rows: Vec<Row>,
    differences: usize,
}

/// A judgement as it is kept, read again: conditions in their order, parts behind their group.
fn read(told: &Value, w: &'static Words) -> Vec<(String, String, Side)> {
    let mut found = Vec::new();
    let mut walk: Vec<&Value> = told["conditions"].as_array().into_iter().flatten().rev().collect();
    while let Some(one) = walk.pop() {
        walk.extend(one["parts"].as_array().into_iter().flatten().rev());
        let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
        let list = |name: &str| -> Vec<String> {
            let list = one[name].as_array().into_iter().flatten();
            list.filter_map(|one| one.as_str().map(str::to_owned)).collect()
        };
        let (class, outcome) = match one["outcome"].as_str() {
            Some("true") => ("met", w.met),
            Some("false") => ("missed", w.not_met),
            _ => ("needs-person", w.unknown),
        };
        let note = [list("uses"), list("missing")].concat().join("; ");
        let side = Side {
            class,
            outcome,
            decides: one["decides"].as_bool().unwrap_or(false),
            article: text("article"),
            note,
        };
        found.push((text("number"), text("says"), side));
    }
    found
}

fn heading(told: &Value, language: Language) -> Heading {
    let (w, aw) = (words(language), award_words::words(language));
    let text = |name: &str| told[name].as_str().unwrap_or_default().to_owned();
    let (class, verdict) = Verdict::from_code(&text("verdict"))
        .map_or(("not-begun", ""), |verdict| award_labels::verdict(verdict, aw));
    Heading {
        class,
        verdict,
        by: w
            .by_law
            .replace("{law}", crate::law::regime(&text("regime"), language))
            .replace("{pack}", &text("pack")),
        prize: told["prize"]["amount"]
            .as_i64()
            .map(|amount| w.vnd.replace("{n}", &award_labels::vnd(amount)))
            .unwrap_or_default(),
    }
}

/// The rows of both: those of the kept judgement in its order, then those that only the other has.
fn beside(kept: &[(String, String, Side)], again: &[(String, String, Side)]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (number, says, side) in kept {
        let other = again.iter().find(|(known, ..)| known == number);
        let same =
            other.is_some_and(|(_, _, other)| other.outcome == side.outcome && other.decides == side.decides);
        rows.push(Row {
            number: number.clone(),
            says: says.clone(),
            kept: Some(side.clone()),
            again: other.map(|(_, _, other)| other.clone()),
            differs: !same,
        });
    }
    for (number, says, side) in again.iter().filter(|(number, ..)| !kept.iter().any(|(known, ..)| known == number))
    {
        rows.push(Row {
            number: number.clone(),
            says: says.clone(),
            kept: None,
            again: Some(side.clone()),
            differs: true,
        });
    }
    rows
}

/// The judgement by the law of a day, or why there is none.
async fn by_day(
    app: &App,
    scene: &mut Scene,
    it: &Nomination,
    day: chrono::NaiveDate,
    language: Language,
) -> Result<Result<Value, String>, Refusal> {
    scene.law = law::catalogue(app, &scene.round.unit_id, day).await?;
    let then = Nomination { received_on: Some(day), ..it.clone() };
    Ok(match judged(app, scene, &then).await? {
        Ok(judgement) => Ok(serde_json::to_value(Told::new(&judgement, language)).map_err(Refusal::fault)?),
        Err(problem) => Err(problem.says().in_language(language).to_owned()),
    })
}

/// `GET /nominations/{id}/replay`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (mut scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let (w, c) = (words(language), common(language));
    let own_day = scene.law_day(Some(&it));
    let (day, problem) = match read_date(&asked.day) {
        Ok(day) => (day, None),
        Err(DateProblem::Empty) => (own_day, None),
        Err(DateProblem::NotADate) => (own_day, Some(c.bad_date)),
        Err(DateProblem::NoSuchDay) => (own_day, Some(c.no_such_day)),
        Err(DateProblem::YearOutOfRange) => (own_day, Some(c.year_range)),
    };
    let kept: Option<Value> = it.judged.as_ref().and_then(|kept| serde_json::from_str(&kept.told).ok());
    let (kept, kept_title) = match kept {
        Some(kept) => (kept, w.replay_kept),
        None => (by_day(&app, &mut scene, &it, own_day, language).await?.unwrap_or_default(), w.replay_now),
    };
    let again = by_day(&app, &mut scene, &it, day, language).await?;
    let (again, refused) = match again {
        Ok(again) => (again, None),
        Err(says) => (Value::Null, Some(says)),
    };
    let rows = beside(&read(&kept, w), &read(&again, w));
    let page = ReplayPage {
        f: frame(&caller, Tab::Rounds).with_sample(it.illustrative),
        id,
        name: it.nominee.name.clone(),
        award: it.award_name.clone(),
        day: if problem.is_some() { asked.day } else { shown::day(Some(day)) },
        problem,
        kept: heading(&kept, language),
        kept_title,
        again: heading(&again, language),
        refused,
        differences: rows.iter().filter(|row| row.differs).count(),
        rows,
        w,
    };
    returned(&page, false, page.problem.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_condition_that_counts_otherwise_or_stands_on_one_side_only_is_a_difference() {
        let w = words(Language::Vietnamese);
        let one = |number: &str, outcome: &str| json!({"number": number, "says": "…", "outcome": outcome});
        let kept = json!({"conditions": [one("AWD-1", "true"), {"number": "AWD-2", "says": "…", "outcome": "false",
            "parts": [one("AWD-2a", "false")]}, one("AWD-3", "true")]});
        let again = json!({"conditions": [one("AWD-1", "true"), {"number": "AWD-2", "says": "…", "outcome": "true",
            "parts": [one("AWD-2a", "true")]}, one("T-1", "unknown")]});
        let rows = beside(&read(&kept, w), &read(&again, w));
        let told: Vec<(&str, bool, bool, bool)> = rows
            .iter()
            .map(|row| (row.number.as_str(), row.kept.is_some(), row.again.is_some(), row.differs))
            .collect();
        assert_eq!(
            told,
            [
                ("AWD-1", true, true, false),
                ("AWD-2", true, true, true),
                ("AWD-2a", true, true, true),
                ("AWD-3", true, false, true),
                ("T-1", false, true, true),
            ]
        );
    }
}
