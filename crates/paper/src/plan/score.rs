//! Scores a reading against a worked answer by the rules of `samples/gold/README.md`, in whole thousandths.

use super::similarity::Grams;
use serde_json::Value;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{PlanDraft, TargetDraft};

/// How well the targets were read, in thousandths.
#[derive(Debug)]
pub struct TargetScore {
    /// Harmonic mean of precision and recall of matched leaves.
    pub f1: usize,
    /// Matched leaves with comparator, value and unit right, among the leaves of the answer.
    pub strict: usize,
    /// Words of the answer's names that were read with the right marks.
    pub words: usize,
    /// What went wrong.
    #[expect(dead_code, reason = "shown when an assertion fails")]
    pub faults: Vec<String>,
}

/// The normal form of the rules: letters and digits without marks, single spaces.
fn normal(text: &str) -> String {
    let kept: String = fold(text).chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Similarity by the rules, in thousandths.
pub fn alike(a: &str, b: &str) -> usize {
    Grams::of(&normal(a)).dice(&Grams::of(&normal(b))) as usize
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Numbers of the answer as exact amounts.
fn number(value: &Value) -> Option<Amount> {
    value.as_number().and_then(|number| Amount::from_plain(&number.to_string()).ok())
}

fn overlap(leaf: &TargetDraft, gold: &Value) -> bool {
    let line = |at: usize| gold["lines"][at].as_u64().unwrap_or_default();
    u64::from(leaf.lines.first) <= line(1) && line(0) <= u64::from(leaf.lines.last)
}

fn unit(name: Option<&str>) -> String {
    match name {
        None => String::new(),
        Some("%") => "%".to_owned(),
        Some(name) => match normal(name).as_str() {
            "trd" => "trieu dong".to_owned(),
            "nguoi" => "lao dong".to_owned(),
            "ho gia dinh" => "ho".to_owned(),
            other => other.to_owned(),
        },
    }
}

fn full(leaf: &TargetDraft, gold: &Value) -> bool {
    let comparator = leaf.comparator.map(|comparator| comparator.code()) == gold["comparator"].as_str();
    comparator
        && leaf.value == number(&gold["value"])
        && leaf.value_max == number(&gold["value_max"])
        && unit(leaf.unit.as_deref()) == unit(gold["unit"].as_str())
}

/// Scores the targets of a draft.
pub fn targets(draft: &PlanDraft, gold: &Value) -> TargetScore {
    let read: Vec<&TargetDraft> = draft.targets.iter().filter(|target| target.comparator.is_some()).collect();
    let empty = Vec::new();
    let wanted: Vec<&Value> =
        gold["targets"].as_array().unwrap_or(&empty).iter().filter(|target| target["leaf"] == true).collect();
    let mut pairs = Vec::new();
    for (i, leaf) in read.iter().enumerate() {
        for (j, gold) in wanted.iter().enumerate() {
            let same_lines = overlap(leaf, gold);
            let base = alike(&leaf.name, text(gold, "name")).max(alike(&leaf.raw, text(gold, "raw")))
                + if same_lines { 100 } else { 0 };
            let same_value = leaf.value == number(&gold["value"]);
            if base >= 450 || (base >= 300 && same_value && same_lines) {
                pairs.push((base + if same_value { 300 } else { 0 }, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.cmp(a));
    let (mut used, mut met) = (vec![false; read.len()], vec![false; wanted.len()]);
    let (mut matched, mut right, mut words, mut all_words) = (0, 0, 0, 0);
    let mut faults = Vec::new();
    for (_, i, j) in pairs {
        if used[i] || met[j] {
            continue;
        }
        (used[i], met[j]) = (true, true);
        matched += 1;
        let (leaf, gold) = (read[i], wanted[j]);
        let accepted = gold["accept"].as_array().is_some_and(|accept| accept.iter().any(|other| full(leaf, other)));
        if full(leaf, gold) || accepted {
            right += 1;
        } else {
            faults.push(format!("not full: {} / {}", leaf.name, text(gold, "name")));
        }
        let mut own: Vec<String> = leaf.name.to_lowercase().split_whitespace().map(str::to_owned).collect();
        for word in text(gold, "name").to_lowercase().split_whitespace() {
            all_words += 1;
            if let Some(at) = own.iter().position(|known| known == word) {
                own.swap_remove(at);
                words += 1;
            }
        }
    }
    faults.extend(
        met.iter()
            .zip(&wanted)
            .filter(|(met, _)| !**met)
            .map(|(_, gold)| format!("missed: {}", text(gold, "name"))),
    );
    faults.extend(
        used.iter().zip(&read).filter(|(used, _)| !**used).map(|(_, leaf)| format!("extra: {}", leaf.name)),
    );
    TargetScore {
        f1: 2000 * matched / (read.len() + wanted.len()).max(1),
        strict: 1000 * right / wanted.len().max(1),
        words: 1000 * words / all_words.max(1),
        faults,
    }
}

/// Recall of the numbered legal bases, in thousandths: number, symbol and date.
pub fn bases(draft: &PlanDraft, gold: &Value) -> usize {
    let bare = |symbol: &str| normal(&symbol.replace(['/', '-'], " ")).replace(' ', "");
    let empty = Vec::new();
    let wanted: Vec<&Value> = gold["legal_bases"]
        .as_array()
        .unwrap_or(&empty)
        .iter()
        .filter(|base| base["number_symbol"].is_string())
        .collect();
    let hit = wanted.iter().filter(|gold| {
        draft.legal_bases.iter().any(|base| {
            let symbol = base
                .number_symbol
                .as_deref()
                .is_some_and(|symbol| bare(symbol) == bare(text(gold, "number_symbol")));
            symbol
                && (base.date.is_none()
                    || gold["date"].is_null()
                    || base.date.map(|date| date.to_string()).as_deref() == gold["date"].as_str())
        })
    });
    1000 * hit.count() / wanted.len().max(1)
}

/// Header fields that are wrong.
pub fn header(draft: &PlanDraft, gold: &Value) -> Vec<String> {
    let document = &draft.document;
    let gold = &gold["document"];
    let mut wrong = Vec::new();
    let mut exact = |key: &str, read: Option<String>| {
        let wanted =
            gold[key].as_str().map(str::to_owned).or_else(|| gold[key].as_i64().map(|number| number.to_string()));
        if read != wanted {
            wrong.push(format!("{key}: {read:?} instead of {wanted:?}"));
        }
    };
    exact("number_symbol", document.number_symbol.as_ref().map(|piece| piece.value.clone()));
    exact("date", document.date.as_ref().map(|piece| piece.value.to_string()));
    exact("subject_year", document.subject_year.as_ref().map(|piece| piece.value.to_string()));
    exact("issuer_level", document.issuer_level.as_ref().map(|piece| piece.value.code().to_owned()));
    let mut similar = |key: &str, read: Option<&String>| {
        let close = match (read, gold[key].as_str()) {
            (None, None) => true,
            (Some(read), Some(wanted)) => alike(read, wanted) >= 800,
            _ => false,
        };
        if !close {
            wrong.push(format!("{key}: {read:?} instead of {:?}", gold[key]));
        }
    };
    similar("issuer", document.issuer.as_ref().map(|piece| &piece.value));
    similar("title", document.title.as_ref().map(|piece| &piece.value));
    similar("theme", document.theme.as_ref().map(|piece| &piece.value));
    similar("inherited_theme", document.inherited_theme.as_ref().map(|piece| &piece.value));
    similar("signer_title", document.signer_title.as_ref().map(|piece| &piece.value));
    similar("signer_name", document.signer_name.as_ref().map(|piece| &piece.value));
    wrong
}

/// Recall of a list of names, in thousandths.
pub fn names(read: &[String], gold: &Value) -> usize {
    let empty = Vec::new();
    let wanted: Vec<&str> = gold
        .as_array()
        .unwrap_or(&empty)
        .iter()
        .map(|item| item.as_str().unwrap_or_else(|| text(item, "name")))
        .collect();
    let hit = wanted.iter().filter(|name| read.iter().any(|own| alike(own, name) >= 800)).count();
    1000 * hit / wanted.len().max(1)
}

/// Recall of the binding duties (solutions and assignments), in thousandths.
pub fn duties(draft: &PlanDraft, gold: &Value) -> usize {
    let empty = Vec::new();
    let wanted: Vec<&Value> = gold["obligations"]
        .as_array()
        .unwrap_or(&empty)
        .iter()
        .filter(|duty| matches!(text(duty, "kind"), "assignment" | "solution" | "schedule"))
        .collect();
    let hit = wanted.iter().filter(|gold| {
        draft.obligations.iter().any(|duty| {
            alike(&duty.actor, text(gold, "actor")) >= 500 && alike(&duty.action, text(gold, "action")) >= 400
        })
    });
    1000 * hit.count() / wanted.len().max(1)
}
