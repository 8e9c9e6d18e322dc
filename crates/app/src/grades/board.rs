//! The grades of a year: counts and shares, the units below, the people, and who has none.

use super::labels;
use super::list::{All, Asked, MOST, all, decision_of, missing, query, written};
use super::words::{Words, words};
use crate::App;
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Visitor, page};
use crate::office::reach;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Query, State};
use std::fmt::Display;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::grades::{Grade, Stage, Tally};
use thidua_store::grades::{Graded, Kept};

/// People on one page.
const A_PAGE: usize = 100;
/// Names in the message to the chat group.
const NAMED: usize = 30;

struct Group {
    label: &'static str,
    all: u32,
    /// The best grade first.
    counts: Vec<u32>,
    missing: u32,
    share: String,
    /// Of all units, or of all people.
    total: bool,
}

struct Row {
    address: String,
    name: String,
    beside: String,
    class: &'static str,
    grade: &'static str,
    stage: &'static str,
    decision: String,
    by: String,
    below: Option<String>,
}

struct Choice {
    code: &'static str,
    label: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "grades/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    unit_id: String,
    unit: String,
    year: i64,
    query: String,
    own: bool,
    n_all: u32,
    n_decided: usize,
    n_missing: u32,
    n_good: u32,
    good_share: String,
    n_excellent: u32,
    excellent_share: String,
    heads: Vec<&'static str>,
    groups: Vec<Group>,
    bars: Vec<Choice>,
    stages: Vec<Choice>,
    units: Vec<Row>,
    people: Vec<Row>,
    paging: Paging,
    units_paging: Paging,
    own_address: String,
    own_class: &'static str,
    own_now: &'static str,
    own_stage: &'static str,
    more: String,
    grid_units: bool,
    grid_people: bool,
    missing: usize,
    message: String,
}

fn percent(amount: Option<Amount>) -> String {
    amount.map_or_else(|| "0".to_owned(), Amount::vietnamese)
}

/// The counts of a kind or category.
fn group(label: &'static str, tally: &Tally) -> Group {
    Group {
        label,
        all: tally.all(),
        counts: Grade::ALL.iter().rev().map(|grade| tally.count(*grade)).collect(),
        missing: tally.missing,
        share: percent(tally.share_at_least(Grade::Good)),
        total: false,
    }
}

/// Units by kind and people by category, each followed by its own total: the rules count units and people apart.
fn groups(all: &All, language: Language, w: &'static Words) -> (Vec<Group>, [Tally; 2]) {
    let (p, u) = (crate::people::words::words(language), crate::units::words::words(language));
    let (kinds, categories) = all.kinds();
    let grade = |of: Option<&Kept>| of.map(|one| one.written.grade);
    let mut totals = [Tally::default(), Tally::default()];
    let mut found = Vec::new();
    for kind in kinds {
        let mut tally = Tally::default();
        for unit in all.units.iter().filter(|unit| unit.kind == kind) {
            tally.add(grade(all.of_unit(unit)));
            totals[0].add(grade(all.of_unit(unit)));
        }
        found.push(group(crate::units::labels::kind(kind, u), &tally));
    }
    found.push(Group { total: true, ..group(w.all_units, &totals[0]) });
    for category in categories {
        let mut tally = Tally::default();
        for one in all.people.iter().filter(|one| one.post.category == category) {
            tally.add(grade(all.of_person(one)));
            totals[1].add(grade(all.of_person(one)));
        }
        found.push(group(crate::people::labels::category(category, p), &tally));
    }
    found.push(Group { total: true, ..group(w.all_people, &totals[1]) });
    found.retain(|one| one.all > 0);
    (found, totals)
}

/// A share of the units and one of the people; nothing of those that are none.
fn shares(totals: &[Tally; 2], of: [&str; 2], share: impl Fn(&Tally) -> Option<Amount>) -> String {
    let said = totals.iter().zip(of).filter(|(tally, _)| tally.all() > 0);
    said.map(|(tally, words)| words.replace("{share}", &percent(share(tally)))).collect::<Vec<_>>().join("; ")
}

fn choices(asked: &Asked, w: &'static Words) -> (Vec<Choice>, Vec<Choice>) {
    let choice = |code: &'static str, label: String, chosen: &str| Choice { here: code == chosen, code, label };
    let mut bars = vec![choice("", w.any.to_owned(), &asked.bar), choice("none", w.missing.to_owned(), &asked.bar)];
    bars.extend(Grade::ALL.iter().rev().map(|grade| {
        let label = labels::grade(*grade, w);
        let label =
            if *grade == Grade::Excellent { label.to_owned() } else { w.or_better.replace("{grade}", label) };
        choice(grade.code(), label, &asked.bar)
    }));
    let mut stages = vec![choice("", w.any.to_owned(), &asked.stage)];
    let of = |stage: &Stage| choice(stage.code(), labels::stage(*stage, w).to_owned(), &asked.stage);
    stages.extend(Stage::ALL.iter().map(of));
    (bars, stages)
}

fn row(of: Option<&Kept>, address: String, name: String, beside: String, w: &'static Words) -> Row {
    let grade = of.map(|one| one.written.grade);
    Row {
        address,
        name,
        beside,
        class: labels::class(grade),
        grade: labels::maybe(grade, w),
        stage: of.map_or("", |one| labels::stage(one.written.stage, w)),
        decision: decision_of(of, w),
        by: written(of),
        below: None,
    }
}

/// `GET /grades?year=2022&unit=…`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let all = all(&app, &visitor, &asked).await?;
    let (year, unit) = (all.year, &all.unit);
    let (groups, totals) = groups(&all, language, w);
    let both = |count: fn(&Tally) -> u32| totals.iter().map(count).sum();
    let decided = |one: &&Kept| one.written.stage == Stage::Decided;
    let units: Vec<Row> = all
        .units
        .iter()
        .filter(|unit| asked.fits(all.of_unit(unit)))
        .map(|unit| {
            let address = format!("/grades/units/{}?year={year}", unit.id);
            let kind = crate::units::labels::kind(unit.kind, crate::units::words::words(language));
            let mut row = row(all.of_unit(unit), address, unit.name.clone(), kind.to_owned(), w);
            row.below = Some(format!("/grades?unit={}&year={year}", unit.id));
            row
        })
        .collect();
    let people: Vec<Row> = all
        .people
        .iter()
        .filter(|one| asked.fits(all.of_person(one)))
        .map(|one| {
            let beside = [one.post.title.clone().unwrap_or_default(), all.unit_name(one)];
            let beside = beside.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            row(all.of_person(one), format!("/grades/people/{}?year={year}", one.id), one.name.clone(), beside, w)
        })
        .collect();
    let (people, paging) = Paging::of(people, asked.page, A_PAGE);
    let (units, units_paging) = Paging::of(units, asked.units, A_PAGE);
    let own = app.store.grade(&Graded::Unit(unit.id.clone()), year).await?;
    let (bars, stages) = choices(&asked, w);
    let missing = missing(&all);
    let grids = super::grid::offered(&app, &visitor, &all).await?;
    page(&BoardPage {
        o: office::words(language),
        unit_id: unit.id.clone(),
        unit: unit.name.clone(),
        query: query(&all, &asked),
        own: asked.people == "own",
        n_all: both(Tally::all),
        n_decided: all.grades.values().filter(decided).count(),
        n_missing: both(|tally| tally.missing),
        n_good: both(|tally| tally.at_least(Grade::Good)),
        good_share: shares(&totals, [w.good_units, w.good_people], |tally| tally.share_at_least(Grade::Good)),
        n_excellent: both(|tally| tally.count(Grade::Excellent)),
        excellent_share: shares(&totals, [w.excellent_units, w.excellent_people], Tally::excellent_among_good),
        heads: Grade::ALL.iter().rev().map(|grade| labels::grade(*grade, w)).collect(),
        more: if all.more { w.people_more.replace("{n}", &MOST.to_string()) } else { String::new() },
        message: message(&all, &missing, w),
        missing: missing.len(),
        grid_units: grids.0,
        grid_people: grids.1,
        own_address: format!("/grades/units/{}?year={year}", unit.id),
        own_class: labels::class(own.as_ref().map(|one| one.written.grade)),
        own_now: labels::maybe(own.as_ref().map(|one| one.written.grade), w),
        own_stage: own.as_ref().map_or("", |one| labels::stage(one.written.stage, w)),
        units_paging,
        f: frame(&caller, Tab::Grades).with_sample(reach::runs_on_samples(&app, &unit.id).await?),
        year,
        groups,
        bars,
        stages,
        units,
        people,
        paging,
        w,
    })
}

fn message(all: &All, missing: &[String], w: &'static Words) -> String {
    if missing.is_empty() {
        return String::new();
    }
    let mut names = missing.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    if missing.len() > NAMED {
        names.push_str("; …");
    }
    w.message
        .replace("{year}", &all.year.to_string())
        .replace("{unit}", &all.unit.name)
        .replace("{n}", &missing.len().to_string())
        .replace("{names}", &names)
}

impl BoardPage {
    /// Pages are turned with everything that was asked for; those of units and of people apart from each other.
    fn turn(&self, units: impl Display, people: impl Display) -> String {
        let here = |choices: &[Choice]| choices.iter().find(|one| one.here).map_or("", |one| one.code);
        let (bar, stage) = (here(&self.bars), here(&self.stages));
        format!("/grades?{}&bar={bar}&stage={stage}&units={units}&page={people}", self.query)
    }
}
