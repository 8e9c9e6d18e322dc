//! The indices of a body in a year beside the year before and what was aimed at, and all years.

use super::catalogue::{self, Index};
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::reach;
use crate::office::tabs::{Tab, frame};
use askama::Template;
use axum::extract::{Query, State};
use chrono::Datelike;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Language, Says};
use thidua_domain::indices::{Aim, Change, Reading, Way, change};
use thidua_store::index_years::IndexYear;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    year: String,
}

struct Row {
    code: String,
    short: String,
    name: String,
    note: String,
    score: String,
    rank: String,
    changes: Vec<(&'static str, String)>,
    aim: String,
    class: &'static str,
    result: &'static str,
    document: String,
}

struct Past {
    short: String,
    cells: Vec<String>,
}

#[derive(Template)]
#[template(path = "indices/table.html")]
struct TablePage {
    f: Frame,
    w: &'static Words,
    unit_id: String,
    unit: String,
    year: i64,
    against: String,
    rows: Vec<Row>,
    may_write: bool,
    n_published: usize,
    n_score: usize,
    n_rank: usize,
    n_reached: usize,
    years: Vec<i64>,
    past: Vec<Past>,
}

/// The year of an address, or the newest that is written, or this one.
pub(super) fn year(asked: &str, newest: Option<i64>, this: i64) -> Result<i64, Refusal> {
    match asked.trim() {
        "" => Ok(newest.unwrap_or(this)),
        typed => typed.parse().ok().filter(|year| (2000..=2100).contains(year)).ok_or_else(|| {
            let of = |language| words(language).bad_year;
            Refusal::Invalid(Says::new(of(Language::Vietnamese), of(Language::English)))
        }),
    }
}

/// The unit that was asked for, or the first that this person may look at.
pub(super) async fn unit_of(app: &App, visitor: &Visitor, asked: &str) -> Result<String, Refusal> {
    if asked.is_empty() && visitor.actor.units(Act::Look).is_none() {
        let (tops, _) = app.store.children_on(None, reach::today(app), 0, 1).await?;
        return tops.into_iter().next().map(|top| top.unit.id).ok_or(Refusal::NotFound);
    }
    app.own_unit(visitor, Act::Look, Some(asked)).await
}

pub(super) fn rank(of: Reading, w: &'static Words) -> String {
    match (of.rank, of.of) {
        (Some(rank), Some(all)) => w.rank_of.replace("{rank}", &rank.to_string()).replace("{of}", &all.to_string()),
        (Some(rank), None) => rank.to_string(),
        (None, _) => String::new(),
    }
}

fn class(way: Way) -> &'static str {
    match way {
        Way::Better => "met",
        Way::Same => "not-begun",
        Way::Worse => "missed",
    }
}

/// What changed, each part with the class of its direction.
pub(super) fn changes(of: Change, w: &'static Words) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    if let Some((by, way)) = of.score {
        let size = if by < Amount::ZERO { Amount::ZERO.minus(by).unwrap_or(by) } else { by };
        let says = match way {
            Way::Better => w.score_up,
            Way::Same => w.score_same,
            Way::Worse => w.score_down,
        };
        found.push((class(way), says.replace("{by}", &size.vietnamese())));
    }
    if let Some((by, way)) = of.rank {
        let says = match way {
            Way::Better => w.rank_up,
            Way::Same => w.rank_same,
            Way::Worse => w.rank_down,
        };
        found.push((class(way), says.replace("{by}", &by.abs().to_string())));
    }
    found
}

/// The aim in words.
pub(super) fn aim(of: Aim, w: &'static Words) -> String {
    let mut parts = Vec::new();
    if of.score_rises {
        parts.push(w.aim_score_rises.to_owned());
    }
    if of.rank_rises {
        parts.push(w.aim_rank_rises.to_owned());
    }
    parts.extend(of.score.map(|score| w.aim_score.replace("{n}", &score.vietnamese())));
    parts.extend(of.rank.map(|rank| w.aim_rank.replace("{n}", &rank.to_string())));
    if parts.is_empty() { w.aim_none.to_owned() } else { parts.join(", ") }
}

pub(super) fn document(of: &IndexYear) -> String {
    let parts = [of.document.clone().unwrap_or_default(), shown::day(of.dated)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn scale(index: &Index, w: &'static Words) -> String {
    let says = if index.mark.is_sure() { w.scale_sure } else { w.scale };
    index.scale.map(|scale| says.replace("{n}", &scale.vietnamese())).unwrap_or_default()
}

/// Score and rank, where anything is published.
pub(super) fn published(of: Option<&IndexYear>) -> Option<Reading> {
    of.map(|one| one.reading).filter(|reading| *reading != Reading::default())
}

/// `GET /indices?unit=…&year=2025`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let id = unit_of(&app, &visitor, &asked.unit).await?;
    let unit = app.store.unit(&id).await?.ok_or(Refusal::NotFound)?;
    let kept = app.store.index_years(&id).await?;
    let year = year(&asked.year, kept.first().map(|one| one.year), i64::from(reach::today(&app).year()))?;
    let of = |code: &str, year: i64| kept.iter().find(|one| one.index == code && one.year == year);
    let (mut n_published, mut n_score, mut n_rank, mut n_reached) = (0, 0, 0, 0);
    let mut rows = Vec::new();
    for index in catalogue::all() {
        let (now, before) = (of(&index.code, year), published(of(&index.code, year - 1)));
        let reading = published(now);
        let moved = reading.map(|reading| change(before, reading)).unwrap_or_default();
        let aims = now.map(|one| one.aim).unwrap_or_default();
        let reached = aims.reached(before, reading);
        n_published += usize::from(reading.is_some());
        n_score += usize::from(moved.score.is_some_and(|(_, way)| way == Way::Better));
        n_rank += usize::from(moved.rank.is_some_and(|(_, way)| way == Way::Better));
        n_reached += usize::from(reached == Some(true));
        let mut notes = vec![scale(index, w)];
        if !index.levels.contains(&unit.level) {
            notes.push(w.not_this_level.to_owned());
        }
        if moved.other_field {
            notes.push(w.other_field.to_owned());
        }
        let (class, result) = match reached {
            _ if !aims.is_set() => ("", ""),
            Some(true) => ("met", w.reached),
            Some(false) => ("missed", w.missed),
            None => ("not-begun", w.open),
        };
        rows.push(Row {
            code: index.code.clone(),
            short: index.short.clone(),
            name: index.name(language).to_owned(),
            note: notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("; "),
            score: reading.and_then(|one| one.score).map(Amount::vietnamese).unwrap_or_default(),
            rank: reading.map(|one| rank(one, w)).unwrap_or_default(),
            changes: if reading.is_some() && before.is_none() {
                vec![("not-begun", w.no_before.to_owned())]
            } else {
                changes(moved, w)
            },
            aim: aim(aims, w),
            class,
            result,
            document: now.map(document).unwrap_or_default(),
        });
    }
    let mut years: Vec<i64> =
        kept.iter().filter(|one| published(Some(one)).is_some()).map(|one| one.year).collect();
    years.sort_unstable();
    years.dedup();
    let cell = |code: &str, year: i64| {
        let Some(reading) = published(of(code, year)) else { return String::new() };
        let score = reading.score.map(Amount::vietnamese).unwrap_or_default();
        let place = rank(reading, w);
        if place.is_empty() { score } else { format!("{score} ({place})") }
    };
    let past = catalogue::all()
        .iter()
        .map(|index| Past {
            short: index.short.clone(),
            cells: years.iter().map(|year| cell(&index.code, *year)).collect(),
        })
        .collect();
    page(&TablePage {
        f: frame(&caller, Tab::Indices).with_sample(reach::runs_on_samples(&app, &id).await?),
        unit_id: id.clone(),
        unit: unit.name,
        against: w.col_change.replace("{year}", &(year - 1).to_string()),
        may_write: app.may(&visitor, Act::ReportFigure, &id).await?,
        year,
        rows,
        n_published,
        n_score,
        n_rank,
        n_reached,
        years,
        past,
        w,
    })
}
