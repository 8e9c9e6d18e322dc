//! The principles of commendation, checked before a decision: authority, conditions, vote, duplicates, one form for one
//! achievement, promptness, complaints, direct workers. What data do not say is left to the person who decides.

use super::held;
use super::law::Weighed;
use super::words::{Words, words};
use crate::App;
use crate::face::Refusal;
use crate::honours::whose;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_domain::decisions::deciders::Authority;
use thidua_domain::nominations::Occasion;
use thidua_domain::recognitions::promptness;
use thidua_store::decisions::RoundHead;

/// A principle with what the data say of it.
pub(super) struct Check {
    pub(super) principle: &'static str,
    pub(super) class: &'static str,
    pub(super) says: String,
    /// Things to look at: text, address.
    pub(super) lines: Vec<(String, Option<String>)>,
}

fn check(principle: &'static str, class: &'static str, says: String) -> Check {
    Check { principle, class, says, lines: Vec::new() }
}

/// The principles for some nominations of a round on a planned day.
pub(super) async fn checks(
    app: &App,
    round: &RoundHead,
    all: &[&Weighed],
    day: NaiveDate,
    language: Language,
) -> Result<Vec<Check>, Refusal> {
    let w = words(language);
    let mut found = vec![authority(all, w), conditions(all, w), vote(all, w), once(all, w)];
    let (twice, complaints) = history(app, round, all, w).await?;
    found.extend([twice, complaints]);
    if matches!(round.occasion, Occasion::Sudden | Occasion::Thematic) {
        found.push(prompt(app, round, all, day, w).await?);
    }
    found.push(non_leaders(all, w));
    found.push(check(w.p_open, "needs-person", w.p_open_says.to_owned()));
    Ok(found)
}

fn authority(all: &[&Weighed], w: &'static Words) -> Check {
    let unsure = |one: &&&Weighed| matches!(&one.whose, Authority::Own { mark, .. } if !mark.is_sure());
    let unsure: Vec<_> = all.iter().filter(unsure).collect();
    let others = all.iter().filter(|one| !one.whose.is_own()).count();
    let mut made = match (others, unsure.len()) {
        (0, 0) => check(w.p_authority, "met", w.p_authority_fine.to_owned()),
        (0, n) => check(w.p_authority, "needs-person", w.p_authority_ask.replace("{n}", &n.to_string())),
        (n, _) => check(w.p_authority, "missed", w.p_authority_bad.replace("{n}", &n.to_string())),
    };
    let mut sources: Vec<String> = Vec::new();
    for one in all {
        if let Authority::Own { source, mark } = &one.whose {
            let mark = if mark.is_sure() { String::new() } else { format!(" ({})", w.unverified) };
            let line = format!("{}: {source}{mark}", one.it.award_name);
            if !sources.contains(&line) {
                sources.push(line);
            }
        }
    }
    made.lines = sources.into_iter().map(|line| (line, None)).collect();
    made
}

fn named(one: &Weighed) -> (String, Option<String>) {
    (format!("{} – {}", one.it.name, one.it.award_name), Some(format!("/nominations/{}", one.it.id)))
}

fn conditions(all: &[&Weighed], w: &'static Words) -> Check {
    let of = |verdict: Option<Verdict>| all.iter().filter(move |one| one.it.verdict == verdict);
    let bad: Vec<_> = of(Some(Verdict::NotEligible)).map(|one| named(one)).collect();
    let ask: Vec<_> = all
        .iter()
        .filter(|one| !matches!(one.it.verdict, Some(Verdict::Eligible | Verdict::NotEligible)))
        .collect();
    let fine = of(Some(Verdict::Eligible)).count();
    let class = match (bad.is_empty(), ask.is_empty()) {
        (false, _) => "missed",
        (true, false) => "needs-person",
        (true, true) => "met",
    };
    let says = w
        .p_conditions_says
        .replace("{fine}", &fine.to_string())
        .replace("{ask}", &ask.len().to_string())
        .replace("{bad}", &bad.len().to_string());
    let mut made = check(w.p_conditions, class, says);
    made.lines = bad.into_iter().chain(ask.into_iter().map(|one| named(one))).take(20).collect();
    made
}

fn vote(all: &[&Weighed], w: &'static Words) -> Check {
    let asked: Vec<_> = all.iter().filter(|one| one.needs_vote).collect();
    let missing: Vec<_> = asked.iter().filter(|one| one.it.passed != Some(true)).collect();
    if asked.is_empty() {
        return check(w.p_vote, "met", w.p_vote_none.to_owned());
    }
    let says = |text: &str, n: usize| text.replace("{n}", &n.to_string());
    let mut made = match missing.len() {
        0 => check(w.p_vote, "met", says(w.p_vote_fine, asked.len())),
        n => check(w.p_vote, "missed", says(w.p_vote_bad, n)),
    };
    made.lines = missing.into_iter().take(20).map(|one| named(one)).collect();
    made
}

/// One form for one achievement.
fn once(all: &[&Weighed], w: &'static Words) -> Check {
    let mut by: HashMap<(String, String), Vec<&Weighed>> = HashMap::new();
    for one in all {
        let whose = one.it.person_id.clone().or_else(|| one.it.subject_unit_id.clone());
        let whose = whose.unwrap_or_else(|| one.it.name.to_lowercase());
        by.entry((whose, one.it.merit.trim().to_lowercase())).or_default().push(one);
    }
    let mut several: Vec<_> = by.into_values().filter(|some| some.len() > 1).flatten().map(named).collect();
    several.sort();
    let mut made = if several.is_empty() {
        check(w.p_once, "met", w.p_once_fine.to_owned())
    } else {
        check(w.p_once, "needs-person", w.p_once_ask.to_owned())
    };
    made.lines = several.into_iter().take(20).collect();
    made
}

/// Honours of the same award and year, and open complaints.
async fn history(
    app: &App,
    round: &RoundHead,
    all: &[&Weighed],
    w: &'static Words,
) -> Result<(Check, Check), Refusal> {
    let (mut twice, mut open) = (Vec::new(), Vec::new());
    for one in all {
        let it = &one.it;
        let (people, units) = whose::subject(app, it.person_id.as_deref(), it.subject_unit_id.as_deref()).await?;
        for honour in held::same_year(app, round, one).await? {
            let number = honour.number.unwrap_or_default();
            let line = format!("{} – {} {}: {number}", it.name, honour.award_name, honour.year);
            twice.push((line, Some(format!("/honours/{}", honour.id))));
        }
        for complaint in app.store.open_complaints_of(&people, &units).await? {
            let line = format!("{}: {}", it.name, complaint.says.chars().take(120).collect::<String>());
            open.push((line, Some(format!("/complaints/{}", complaint.id))));
        }
    }
    let made = |principle, lines: Vec<(String, Option<String>)>, fine: &str, bad: &str| Check {
        principle,
        class: if lines.is_empty() { "met" } else { "needs-person" },
        says: if lines.is_empty() { fine.to_owned() } else { bad.replace("{n}", &lines.len().to_string()) },
        lines,
    };
    Ok((
        made(w.p_twice, twice, w.p_twice_fine, w.p_twice_ask),
        made(w.p_complaints, open, w.p_complaints_fine, w.p_complaints_ask),
    ))
}

/// Working days from the achievement to the day of the decision.
async fn prompt(
    app: &App,
    round: &RoundHead,
    all: &[&Weighed],
    day: NaiveDate,
    w: &'static Words,
) -> Result<Check, Refusal> {
    let calendar = crate::calendar::of_unit(app, &round.unit_id).await?;
    let days: Vec<(i64, &Weighed)> = all
        .iter()
        .filter_map(|one| Some((promptness(one.it.achieved_on, Some(day), &calendar)?.value, *one)))
        .collect();
    let Some((longest, slowest)) = days.iter().max_by_key(|(n, _)| *n) else {
        return Ok(check(w.p_prompt, "needs-person", w.p_prompt_unknown.to_owned()));
    };
    let mut made = check(w.p_prompt, "on-track", w.p_prompt_says.replace("{n}", &longest.to_string()));
    made.lines = vec![named(slowest)];
    Ok(made)
}

fn non_leaders(all: &[&Weighed], w: &'static Words) -> Check {
    let people: Vec<_> = all.iter().filter(|one| one.it.kind == SubjectKind::Individual).collect();
    let count = |fits: &dyn Fn(&&&&Weighed) -> bool| people.iter().filter(fits).count().to_string();
    if people.is_empty() {
        return check(w.p_workers, "on-track", w.p_workers_none.to_owned());
    }
    let unknown = people.iter().filter(|one| one.it.leader.is_none()).count();
    let mut says = w
        .p_workers_says
        .replace("{others}", &count(&|one| one.it.leader == Some(false)))
        .replace("{women}", &count(&|one| one.it.female == Some(true)))
        .replace("{all}", &people.len().to_string());
    if unknown > 0 {
        says = format!("{says} {}", w.p_workers_unknown.replace("{n}", &unknown.to_string()));
    }
    check(w.p_workers, "on-track", says)
}
