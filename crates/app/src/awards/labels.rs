//! What of an award is said in words.

use super::words::Words;
use crate::face::show;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::pack::{Award, Limit, Role, Vote};
use thidua_domain::awards::prize::Money;
use thidua_domain::awards::words::{subject_words, who_words};
use thidua_domain::basics::{Amount, Language};
use thidua_domain::law::Mark;

/// How sure an entry is: class and words.
pub(crate) fn mark(mark: Mark, w: &'static Words) -> (&'static str, &'static str) {
    match mark {
        Mark::Verified => ("met", w.mark_v),
        Mark::Secondary => ("at-risk", w.mark_s),
        Mark::Unverified => ("needs-person", w.mark_u),
    }
}

/// A verdict: class and words.
pub(crate) fn verdict(verdict: Verdict, w: &'static Words) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Eligible => ("met", w.verdict_eligible),
        Verdict::NotEligible => ("missed", w.verdict_not_eligible),
        Verdict::NeedsPerson => ("needs-person", w.verdict_needs_person),
    }
}

/// What a condition is for.
pub(super) fn role(role: Role, w: &'static Words) -> &'static str {
    match role {
        Role::Requirement => w.role_requirement,
        Role::Bar => w.role_bar,
        Role::Judgement => w.role_judgement,
    }
}

/// The English name, for who reads English beside the name in the law; nothing on a Vietnamese page.
pub(crate) fn gloss(award: &Award, language: Language) -> String {
    if language == Language::English { award.name.english.clone() } else { String::new() }
}

/// Whom an award is for.
pub(crate) fn whom(award: &Award, language: Language) -> String {
    let words = award.subjects.iter().map(|kind| subject_words(*kind).in_language(language).to_owned());
    words.collect::<Vec<_>>().join(", ")
}

/// Who decides, each once.
pub(crate) fn decides(award: &Award, language: Language) -> String {
    let mut found: Vec<String> = Vec::new();
    for who in award.decides.iter().flat_map(|row| &row.who) {
        let words = who_words(*who).in_language(language).to_owned();
        if !found.contains(&words) {
            found.push(words);
        }
    }
    found.join("; ")
}

/// Whole VND with separators.
pub(crate) fn vnd(amount: i64) -> String {
    Amount::from_ten_thousandths(amount.saturating_mul(10_000)).vietnamese()
}

/// `1,0 × mức lương cơ sở = 2.530.000 đồng`.
pub(crate) fn money(money: &Money, w: &'static Words) -> String {
    let words = w.times.replace("{n}", &money.multiple.vietnamese()).replace("{vnd}", &vnd(money.amount));
    if money.at_most { w.up_to.replace("{n}", &words) } else { words }
}

pub(super) fn limit(limit: &Limit, w: &'static Words) -> (&'static str, String) {
    let step = match limit.step.as_str() {
        "appraisal" => w.step_appraisal,
        "posting" => w.step_posting,
        "decision" => w.step_decision,
        "notice" => w.step_notice,
        "return" => w.step_return,
        "public-opinion" => w.step_public_opinion,
        "supplement" => w.step_supplement,
        _ => "",
    };
    (step, w.working_days.replace("{n}", &limit.working_days.to_string()))
}

/// A vote in a sentence.
pub(crate) fn vote(vote: &Vote, w: &'static Words) -> String {
    let mut parts = vec![if vote.ballot == "secret" { w.vote_secret } else { w.vote_open }.to_owned()];
    let base = match vote.base.as_str() {
        "present" => w.base_present,
        "votes-cast" => w.base_cast,
        _ => w.base_all,
    };
    if let Some(percent) = vote.percent {
        parts.push(format!("{} {base}", w.vote_percent.replace("{n}", &percent.to_string())));
    } else if let Some(more) = vote.more_than {
        parts.push(format!("{} {base}", w.vote_more.replace("{n}", &more.to_string())));
    }
    if let Some(quorum) = &vote.quorum {
        parts.push(w.quorum.replace("{n}", quorum));
    }
    if vote.written_absent {
        parts.push(w.written_absent.to_owned());
    }
    parts.join("; ")
}

/// `từ 01/07/2025, đến hết 30/06/2025`.
pub(super) fn days(from: Option<&str>, to: Option<&str>, w: &'static Words) -> String {
    let read = |day: &str| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    let mut parts = Vec::new();
    if let Some(from) = from.and_then(read) {
        parts.push(w.from_day.replace("{day}", &show::day(Some(from))));
    }
    if let Some(to) = to.and_then(read) {
        parts.push(w.to_day.replace("{day}", &show::day(Some(to))));
    }
    parts.join(", ")
}
