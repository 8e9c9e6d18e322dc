//! Scores a reading against a worked answer by the rules of `samples/gold/README.md`, in whole thousandths: for the tests and
//! for `cargo x bench --reading`.

use super::results::{Answer, Said};
use super::similarity::Grams;
use serde_json::Value;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{PlanDraft, TargetDraft};

/// How well the targets were read.
#[derive(Clone, Debug, Default)]
pub struct TargetScore {
    /// Leaves of the answer.
    pub wanted: usize,
    /// Leaves that were read.
    pub read: usize,
    /// Pairs of the two.
    pub matched: usize,
    /// Pairs with comparator, value and unit right.
    pub right: usize,
    /// Words of the answer's names, in matched pairs.
    pub words: usize,
    /// Those of them that were read with the right marks.
    pub words_right: usize,
    /// What went wrong, a line each.
    pub faults: Vec<String>,
}

impl TargetScore {
    /// Harmonic mean of precision and recall of matched leaves, in thousandths.
    pub fn f1(&self) -> usize {
        (2000 * self.matched).checked_div(self.read + self.wanted).unwrap_or(1000)
    }

    /// Leaves with comparator, value and unit right among the leaves of the answer, in thousandths.
    pub fn strict(&self) -> usize {
        (1000 * self.right).checked_div(self.wanted).unwrap_or(1000)
    }

    /// Words of names with the right marks, in thousandths.
    pub fn marks(&self) -> usize {
        (1000 * self.words_right).checked_div(self.words).unwrap_or(1000)
    }

    /// Adds the score of another document.
    pub fn add(&mut self, other: &TargetScore) {
        self.wanted += other.wanted;
        self.read += other.read;
        self.matched += other.matched;
        self.right += other.right;
        self.words += other.words;
        self.words_right += other.words_right;
    }
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
    let Some(name) = name else { return String::new() };
    if ["%", "điểm %", "điểm phần trăm", "phần trăm"].contains(&name) {
        return "%".to_owned();
    }
    match normal(&name.replace('²', "2").replace('³', "3")).as_str() {
        "trd" => "trieu dong".to_owned(),
        "nguoi" => "lao dong".to_owned(),
        "ho gia dinh" => "ho".to_owned(),
        other => other.to_owned(),
    }
}

/// Whether a leaf has the comparator, value and unit of the answer, or of one of the readings it accepts besides.
fn full(leaf: &TargetDraft, answer: &Value, leaf_of_answer: &Value) -> bool {
    let field = |key: &str| answer.get(key).unwrap_or(&leaf_of_answer[key]);
    let comparator = leaf.comparator.map(|comparator| comparator.code()) == field("comparator").as_str();
    comparator
        && leaf.value == number(field("value"))
        && leaf.value_max == number(&answer["value_max"])
        && unit(leaf.unit.as_deref()) == unit(field("unit").as_str())
}

/// A leaf that was read, in a line: where, what, how much.
fn told(leaf: &TargetDraft) -> String {
    let comparator = leaf.comparator.map_or("", |comparator| comparator.code());
    let values: Vec<String> = [leaf.value, leaf.value_max].into_iter().flatten().map(Amount::plain).collect();
    format!(
        "{}: {} [{comparator} {} {}]",
        leaf.lines.first,
        leaf.name,
        values.join(".."),
        leaf.unit.as_deref().unwrap_or_default()
    )
}

/// A leaf of the answer, in a line.
fn wished(gold: &Value) -> String {
    let values: Vec<String> = [&gold["value"], &gold["value_max"]]
        .into_iter()
        .filter(|value| value.is_number())
        .map(Value::to_string)
        .collect();
    format!(
        "{}: {} [{} {} {}]",
        gold["lines"][0],
        text(gold, "name"),
        text(gold, "comparator"),
        values.join(".."),
        text(gold, "unit")
    )
}

/// Scores the targets of a draft.
pub fn targets(draft: &PlanDraft, gold: &Value) -> TargetScore {
    let read: Vec<&TargetDraft> = draft.targets.iter().filter(|target| target.comparator.is_some()).collect();
    let empty = Vec::new();
    let wanted: Vec<&Value> = gold["targets"]
        .as_array()
        .unwrap_or(&empty)
        .iter()
        .filter(|target| target["comparator"].is_string())
        .collect();
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
        let accepted =
            gold["accept"].as_array().is_some_and(|accept| accept.iter().any(|other| full(leaf, other, gold)));
        if full(leaf, gold, gold) || accepted {
            right += 1;
        } else {
            faults.push(format!("not full: {} / {}", told(leaf), wished(gold)));
        }
        let words_before = (words, all_words);
        let mut own: Vec<String> = leaf.name.to_lowercase().split_whitespace().map(str::to_owned).collect();
        for word in text(gold, "name").to_lowercase().split_whitespace() {
            all_words += 1;
            if let Some(at) = own.iter().position(|known| known == word) {
                own.swap_remove(at);
                words += 1;
            }
        }
        if words - words_before.0 < all_words - words_before.1 {
            faults.push(format!("words: {} / {}", leaf.name, text(gold, "name")));
        }
    }
    faults.extend(
        met.iter().zip(&wanted).filter(|(met, _)| !**met).map(|(_, gold)| format!("missed: {}", wished(gold))),
    );
    faults.extend(
        used.iter().zip(&read).filter(|(used, _)| !**used).map(|(_, leaf)| format!("extra: {}", told(leaf))),
    );
    TargetScore {
        wanted: wanted.len(),
        read: read.len(),
        matched,
        right,
        words: all_words,
        words_right: words,
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

/// The targets that a worked answer says a report answers, and how many of the reader's answers are right: the value (or one
/// that is accepted besides), or that there is none yet.
pub fn results(found: &[Answer], gold: &Value) -> (usize, usize) {
    let empty = Vec::new();
    let told = gold["results"].as_array().unwrap_or(&empty);
    let mut ids: Vec<&str> = told.iter().map(|one| text(one, "target_id")).collect();
    ids.sort_unstable();
    ids.dedup();
    let right = ids.iter().filter(|id| {
        let mut answers = told.iter().filter(|one| text(one, "target_id") == **id);
        found
            .iter()
            .find(|answer| answer.target == **id)
            .is_some_and(|answer| answers.any(|one| answers_right(answer, one)))
    });
    (ids.len(), right.count())
}

fn answers_right(answer: &Answer, gold: &Value) -> bool {
    let none = text(gold, "state") == "none";
    let alternatives = gold["accept_actual"].as_array().cloned().unwrap_or_default();
    match &answer.said {
        Said::NotYet => {
            none || gold["accept_state"].as_array().is_some_and(|states| states.iter().any(|state| state == "none"))
        }
        Said::Attained => {
            !none
                && (gold["actual"].is_null()
                    || number(&gold["actual"]).is_some_and(Amount::is_zero)
                    || alternatives.contains(&Value::Null))
        }
        Said::Reached(value) => {
            let own = gold["unit"].as_str();
            let listed = alternatives.iter().map(|other| match other.as_object() {
                Some(with_unit) => {
                    (with_unit.get("value").and_then(number), with_unit.get("unit").and_then(Value::as_str))
                }
                None => (number(other), own),
            });
            let ratio =
                gold["denominator"].is_number().then(|| (number(&gold["numerator"]), answer.unit.as_deref()));
            !none
                && std::iter::once((number(&gold["actual"]), own)).chain(listed).chain(ratio).any(
                    |(wanted, unit)| {
                        wanted.is_some_and(|wanted| same_amount(*value, answer.unit.as_deref(), wanted, unit))
                    },
                )
        }
    }
}

/// The same amount in units of money that may differ; a rate may be rounded to one decimal.
fn same_amount(value: Amount, unit: Option<&str>, wanted: Amount, wanted_unit: Option<&str>) -> bool {
    const MONEY: [&str; 4] = ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"];
    let place = |unit: Option<&str>| {
        let first = unit.unwrap_or_default().split('/').next().unwrap_or_default();
        MONEY.iter().position(|name| *name == first).and_then(|at| u32::try_from(at).ok())
    };
    let stored = |amount: Amount| i128::from(amount.ten_thousandths());
    let (mut left, mut right) = (stored(value), stored(wanted));
    if let (Some(own), Some(other)) = (place(unit), place(wanted_unit)) {
        let least = own.min(other);
        left *= 1000_i128.pow(own - least);
        right *= 1000_i128.pow(other - least);
    }
    let rounding = if unit == Some("%") { 500 } else { 0 };
    (left - right).abs() <= rounding
}
