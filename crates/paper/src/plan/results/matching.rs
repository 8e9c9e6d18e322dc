//! Which target a fact answers: by its words, its unit and the value the plan set, the best pairs first.

use super::facts::{Fact, State};
use super::{Answer, Asked, Said};
use crate::plan::similarity;
use std::collections::{HashMap, HashSet};
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::Confidence;
use thidua_domain::targets::Comparator;

/// Words that name nothing by themselves.
const EMPTY: [&str; 34] = [
    "ty", "le", "ti", "so", "tong", "duoc", "cua", "cac", "tren", "dia", "ban", "nam", "dat", "va", "co", "trong",
    "muc", "toan", "cho", "la", "ca", "theo", "nguoi", "den", "tu", "do", "voi", "bi", "giam", "tang", "luong",
    "con", "o", "thuc",
];

/// The least score, in thousandths, at which a fact answers a target.
const LEAST: i64 = 510;

/// The answers to the targets, best pairs first; each fact and each target is used once.
pub(super) fn answers(facts: &[Fact], asked: &[Asked]) -> Vec<Answer> {
    let names: Vec<Vec<String>> = asked.iter().map(|one| words(&fold(&one.name))).collect();
    let mut seen: HashMap<&str, i64> = HashMap::new();
    for word in names.iter().flat_map(|words| words.iter().collect::<HashSet<_>>()) {
        *seen.entry(word).or_default() += 1;
    }
    // a word that many targets share tells little
    let weight = |word: &str| match seen.get(word) {
        Some(times) => 1_000 / (times + 1),
        None => 500,
    };
    let mut pairs: Vec<(i64, usize, usize)> = Vec::new();
    for (t, target) in asked.iter().enumerate() {
        for (f, fact) in facts.iter().enumerate() {
            let score = likeness(fact, target, &names[t], &weight);
            if score >= LEAST && said(fact, target).is_some() {
                pairs.push((score, t, f));
            }
        }
    }
    pairs.sort_by_key(|(score, t, f)| (-score, *t, *f));
    let (mut answered, mut used) = (vec![None; asked.len()], vec![false; facts.len()]);
    for (score, t, f) in pairs {
        if answered[t].is_none() && !used[f] {
            used[f] = true;
            answered[t] = Some((score, f));
        }
    }
    asked
        .iter()
        .zip(answered)
        .filter_map(|(target, found)| found.and_then(|(score, f)| answer(&facts[f], target, score)))
        .collect()
}

fn words(folded: &str) -> Vec<String> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}

/// How well a fact fits a target, in thousandths.
fn likeness(fact: &Fact, target: &Asked, wanted: &[String], weight: &impl Fn(&str) -> i64) -> i64 {
    let own: HashSet<String> = words(&fact.name).into_iter().collect();
    let around: HashSet<String> = words(&fact.around).into_iter().collect();
    let total: i64 = wanted.iter().map(|word| weight(word)).sum::<i64>().max(1);
    let met: i64 = wanted
        .iter()
        .map(|word| {
            if own.contains(word) {
                weight(word)
            } else if around.contains(word) {
                weight(word) * 7 / 10
            } else {
                0
            }
        })
        .sum();
    if met == 0 {
        return 0;
    }
    let own_total: i64 = own.iter().map(|word| weight(word)).sum::<i64>().max(1);
    let of_own: i64 = own.iter().filter(|word| wanted.contains(word)).map(|word| weight(word)).sum();
    let cover = met * 1_000 / total;
    let precise = of_own * 1_000 / own_total;
    let dice = i64::from(similarity::dice(&fact.name, &fold(&target.name)));
    let base = cover * 45 / 100 + precise * 25 / 100 + dice * 30 / 100;
    base + unit_bonus(fact, target) + value_bonus(fact, target) + state_bonus(fact, target)
}

fn unit_bonus(fact: &Fact, target: &Asked) -> i64 {
    let (Some(wanted), Some(own)) = (target.unit.as_deref(), fact.unit.as_deref()) else { return 0 };
    let alike = scale(own, wanted).is_some() || root(own) == root(wanted);
    let rate = wanted == "%" && (own == "%" || fact.rate.is_some() || fact.over.is_some());
    if alike || rate { 180 } else { -250 }
}

/// `người` and `lao động`, `lượt` and `lần` count the same; what it is counted for is left off.
fn root(unit: &str) -> String {
    let first = fold(unit.split('/').next().unwrap_or(unit));
    match first.as_str() {
        "lao dong" | "nguoi" | "dong chi" | "dang vien" | "doan vien" | "hoi vien" | "thanh nien" | "can bo"
        | "luot nguoi" | "luot lao dong" => "nguoi".to_owned(),
        "lan" | "luot" | "luot benh nhan" => "luot".to_owned(),
        "ho gia dinh" | "ho ngheo" => "ho".to_owned(),
        _ => first,
    }
}

/// What an amount in one unit is multiplied or divided by to be in another: thousands.
fn scale(from: &str, to: &str) -> Option<i32> {
    const MONEY: [&str; 4] = ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"];
    if from == to {
        return Some(0);
    }
    let place = |unit: &str| MONEY.iter().position(|name| *name == unit).and_then(|at| i32::try_from(at).ok());
    let (own, per) = from.split_once('/').map_or((from, ""), |(own, per)| (own, per));
    let (wanted, wanted_per) = to.split_once('/').map_or((to, ""), |(own, per)| (own, per));
    (per == wanted_per || per.is_empty() || wanted_per.is_empty())
        .then(|| Some(place(own)? - place(wanted)?))
        .flatten()
}

fn value_bonus(fact: &Fact, target: &Asked) -> i64 {
    let Some(wanted) = target.value else { return 0 };
    if fact.planned == Some(wanted) || fact.over == Some(wanted) {
        return 200;
    }
    let Some(Said::Reached(reached)) = said(fact, target) else { return 0 };
    let (reached, wanted) = (reached.ten_thousandths(), wanted.ten_thousandths());
    let changes = matches!(target.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy);
    if reached <= 0 || wanted <= 0 || changes {
        return 0;
    }
    if reached / 8 > wanted || wanted / 8 > reached {
        -200
    } else if reached / 2 <= wanted && wanted / 2 <= reached {
        60
    } else {
        0
    }
}

fn state_bonus(fact: &Fact, target: &Asked) -> i64 {
    let judged = target.comparator.is_judged() || target.comparator == Comparator::NoneExists;
    match (fact.state, judged) {
        (State::Value, false) => 60,
        (State::Absent, _) if target.comparator == Comparator::NoneExists => 150,
        (State::Standing, true) => 80,
        (State::NotYet, _) => -60,
        (State::Value, true) => -60,
        (_, false) => -150,
        _ => 0,
    }
}

/// What a fact says of a target, in the target's unit; nothing when it cannot answer it.
fn said(fact: &Fact, target: &Asked) -> Option<Said> {
    match fact.state {
        State::NotYet => return Some(Said::NotYet),
        State::Absent => {
            let counted = target.unit.is_some() && target.comparator != Comparator::NoneExists;
            return Some(if counted { Said::Reached(Amount::ZERO) } else { Said::Attained });
        }
        State::Standing => {
            return (target.value.is_none() || target.comparator.is_judged()).then_some(Said::Attained);
        }
        State::Value => {}
    }
    let value = fact.value?;
    if target.comparator.is_judged() && target.value.is_none() {
        return Some(Said::Attained);
    }
    let Some(wanted) = target.unit.as_deref() else { return Some(Said::Reached(value)) };
    let own = fact.unit.as_deref();
    if wanted == "%" && own != Some("%") {
        let rate = fact.rate.or_else(|| fact.over.and_then(|over| value.percent_of(over)));
        return rate.map(Said::Reached);
    }
    let steps = own.map_or(Some(0), |own| scale(own, wanted).or_else(|| (root(own) == root(wanted)).then_some(0)));
    match steps {
        Some(steps) => shifted(value, steps).map(Said::Reached),
        None if own == Some("%") => None,
        None => Some(Said::Reached(value)),
    }
}

/// The amount multiplied by a thousand so many times, or divided.
fn shifted(value: Amount, steps: i32) -> Option<Amount> {
    let stored = value.ten_thousandths();
    let thousand = 1_000_i64.checked_pow(steps.unsigned_abs())?;
    if steps >= 0 {
        stored.checked_mul(thousand).map(Amount::from_ten_thousandths)
    } else {
        (stored % thousand == 0).then(|| Amount::from_ten_thousandths(stored / thousand))
    }
}

fn answer(fact: &Fact, target: &Asked, score: i64) -> Option<Answer> {
    let said = said(fact, target)?;
    let rate = target.unit.as_deref() == Some("%") && fact.unit.as_deref() != Some("%");
    let ratio = fact.value.zip(fact.over).filter(|_| rate || fact.rate.is_some());
    let planned = fact.planned.or(fact.over.filter(|over| !rate && Some(*over) == target.value));
    // a count over its plan is no ratio of a whole
    let ratio = ratio.filter(|_| planned.is_none() || rate);
    let sure = u8::try_from((score / 13).clamp(30, 96)).unwrap_or(30);
    Some(Answer {
        target: target.id.clone(),
        said,
        planned,
        ratio,
        percent_of_plan: fact.percent_of_plan,
        change: fact.change.clone(),
        unit: target.unit.clone().or_else(|| fact.unit.clone()),
        name: fact.printed.clone(),
        raw: fact.raw.clone(),
        lines: fact.lines,
        confidence: Confidence::percent(sure),
    })
}
