//! `/awards/{code}`: criteria, papers, steps and money of one award by the law of a day, for everybody.

use super::catalogue::{Asked, OfDay, of_day};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::awards::criteria::Need;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::pack::{Award, Condition, WorkedCase};
use thidua_domain::awards::prize::money;
use thidua_domain::awards::words::{level_words, subject_words, who_words};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::law::Mark;

/// A sentence with its source and mark.
struct Cited {
    label: String,
    says: String,
    note: String,
    source: String,
    mark: &'static str,
    mark_class: &'static str,
}

struct Criterion {
    number: String,
    says: String,
    group: &'static str,
    role: &'static str,
    cited: Cited,
    local: String,
    parts: Vec<Criterion>,
}

impl Criterion {
    /// The parts of every depth, each with how deep it stands.
    fn flat(&self) -> Vec<(usize, &Criterion)> {
        let mut found = Vec::new();
        for part in &self.parts {
            found.push((1, part));
            found.extend(part.flat().into_iter().map(|(depth, one)| (depth + 1, one)));
        }
        found
    }
}

#[derive(Template)]
#[template(path = "awards/one.html")]
struct AwardPage {
    f: Frame,
    w: &'static Words,
    name: String,
    english: String,
    day: String,
    law: String,
    whom: String,
    level: String,
    item: String,
    cited: Cited,
    criteria: Vec<Criterion>,
    papers: Vec<Cited>,
    steps: Vec<Cited>,
    prizes: Vec<Cited>,
    cases: Vec<(String, &'static str, &'static str)>,
    other_days: Vec<(String, String)>,
}

/// `GET /awards/{code}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let of = of_day(&app, &asked.day)?;
    // a day on which it does not exist leads to one on which it does
    let day_of = |key: &str| {
        of.catalogue.law.regimes().iter().find(|regime| regime.key == key).map(|regime| short(regime.from))
    };
    let other_days: Vec<(String, String)> = of
        .catalogue
        .rules
        .iter()
        .filter(|rules| rules.key != of.rules.key && rules.award(&code).is_some())
        .filter_map(|rules| {
            let regime = of.catalogue.law.regimes().iter().find(|regime| regime.key == rules.key)?;
            let name = match language {
                Language::Vietnamese => &regime.name,
                Language::English => &regime.english,
            };
            Some((format!("/awards/{code}?day={}", day_of(&rules.key)?), name.clone()))
        })
        .collect();
    let Some(award) = of.rules.award(&code) else {
        return match other_days.first() {
            Some((address, _)) => crate::face::frame::go(address.clone()),
            None => Err(Refusal::NotFound),
        };
    };
    page(&AwardPage {
        f: frame(&caller, Tab::Catalogue),
        name: award.name.name.clone(),
        english: labels::gloss(award, language),
        day: short(of.day),
        law: crate::law::on(of.day).says(language),
        whom: labels::whom(award, language),
        level: level_words(award.level).in_language(language).to_owned(),
        item: award.item.as_ref().map_or_else(String::new, |(vi, en)| match language {
            Language::Vietnamese => vi.clone(),
            Language::English => en.clone(),
        }),
        cited: cited(String::new(), String::new(), String::new(), &award.name.source, award.mark, w),
        criteria: award.conditions.iter().map(|one| criterion(one, language, w)).collect(),
        papers: papers(award, language, w),
        steps: steps(award, language, w),
        prizes: prizes(award, &of, language, w),
        cases: cases(&of, &code, w),
        other_days,
        w,
    })
}

fn cited(label: String, says: String, note: String, source: &str, mark: Mark, w: &'static Words) -> Cited {
    let (mark_class, words) = labels::mark(mark, w);
    Cited { label, says, note, source: source.to_owned(), mark: words, mark_class }
}

fn by_letter(code: &str) -> Mark {
    Mark::of_letter(code).unwrap_or(Mark::Unverified)
}

fn criterion(one: &Condition, language: Language, w: &'static Words) -> Criterion {
    let says = match language {
        Language::Vietnamese => &one.says,
        Language::English => &one.english,
    };
    Criterion {
        number: one.number.clone(),
        says: says.clone(),
        group: match one.need {
            Need::Any(_) => w.any_of,
            Need::All(_) => w.all_of,
            _ => "",
        },
        role: labels::role(one.role, w),
        cited: cited(String::new(), String::new(), String::new(), &one.source, one.mark, w),
        local: one.local.as_ref().map(|pack| w.local.replace("{pack}", pack)).unwrap_or_default(),
        parts: one.parts.iter().map(|part| criterion(part, language, w)).collect(),
    }
}

fn papers(award: &Award, language: Language, w: &'static Words) -> Vec<Cited> {
    let paper = |one: &thidua_domain::awards::pack::Paper| {
        let says = if language == Language::Vietnamese { &one.says } else { &one.english };
        let mut notes = Vec::new();
        if let Some(originals) = one.originals {
            notes.push(w.originals.replace("{n}", &originals.to_string()));
        }
        notes.extend(one.template.clone());
        if one.when_criterion.is_some() {
            notes.push(w.only_when_initiative.to_owned());
        }
        cited(String::new(), says.clone(), notes.join("; "), &one.source, by_letter(&one.mark), w)
    };
    award.papers.iter().map(paper).collect()
}

fn steps(award: &Award, language: Language, w: &'static Words) -> Vec<Cited> {
    let mut found = Vec::new();
    for row in &award.decides {
        let who: Vec<String> = row.who.iter().map(|who| who_words(*who).in_language(language).to_owned()).collect();
        let days = labels::days(row.from.as_deref(), row.to.as_deref(), w);
        found.push(cited(w.who_decides.to_owned(), who.join("; "), days, &row.source, by_letter(&row.mark), w));
    }
    for row in &award.when {
        let says = if language == Language::Vietnamese { &row.says } else { &row.english };
        found.push(cited(w.rhythm.to_owned(), says.clone(), String::new(), &row.source, by_letter(&row.mark), w));
    }
    for row in &award.limits {
        let (step, days) = labels::limit(row, w);
        found.push(cited(
            w.limit.to_owned(),
            format!("{step}: {days}"),
            String::new(),
            &row.source,
            by_letter(&row.mark),
            w,
        ));
    }
    for row in &award.votes {
        found.push(cited(
            w.vote.to_owned(),
            labels::vote(row, w),
            String::new(),
            &row.source,
            by_letter(&row.mark),
            w,
        ));
    }
    found
}

fn prizes(award: &Award, of: &OfDay, language: Language, w: &'static Words) -> Vec<Cited> {
    let prize = |kind| {
        let money = money(of.catalogue, of.rules, award, kind, of.day)?;
        let label = subject_words(kind).in_language(language).to_owned();
        Some(cited(label, labels::money(&money, w), money.salary_source.clone(), &money.source, money.mark, w))
    };
    award.subjects.iter().filter_map(|kind| prize(*kind)).collect()
}

fn cases(of: &OfDay, code: &str, w: &'static Words) -> Vec<(String, &'static str, &'static str)> {
    let shown = |(_, case): &(String, WorkedCase)| {
        let (class, words) = labels::verdict(Verdict::from_code(&case.verdict)?, w);
        Some((case.says.clone(), class, words))
    };
    of.catalogue
        .cases
        .iter()
        .filter(|(award, case)| award == code && case.regime == of.rules.key)
        .filter_map(shown)
        .collect()
}
