//! A condition with its answer, as the page of a nomination shows it.

use super::words::Words;
use crate::awards::labels as award_labels;
use crate::awards::words as award_words;
use thidua_domain::awards::judging::Answer as Condition;
use thidua_domain::awards::outcome::Outcome;
use thidua_domain::awards::pack::Role;
use thidua_domain::basics::Language;

pub(super) struct ConditionRow {
    pub(super) number: String,
    pub(super) says: String,
    pub(super) source: String,
    pub(super) class: &'static str,
    pub(super) outcome: &'static str,
    pub(super) mark: &'static str,
    pub(super) mark_class: &'static str,
    pub(super) decides: bool,
    pub(super) uses: Vec<String>,
    pub(super) missing: Vec<String>,
    pub(super) mend: String,
    pub(super) parts: Vec<ConditionRow>,
}

impl ConditionRow {
    pub(super) fn flat(&self) -> Vec<&ConditionRow> {
        self.parts.iter().flat_map(|part| std::iter::once(part).chain(part.flat())).collect()
    }
}

pub(super) fn row(
    one: &Condition,
    language: Language,
    w: &'static Words,
    aw: &'static award_words::Words,
) -> ConditionRow {
    let said = |says: &thidua_domain::basics::Says| says.in_language(language).to_owned();
    let (class, outcome) = match one.outcome {
        Outcome::True => ("met", w.met),
        Outcome::False => ("missed", w.not_met),
        Outcome::Unknown if one.role == Role::Judgement => ("not-begun", w.unknown),
        Outcome::Unknown => ("needs-person", w.unknown),
    };
    let (mark_class, mark) = award_labels::mark(one.mark, aw);
    // several parts may lack one and the same thing
    let mut missing: Vec<String> = Vec::new();
    for says in one.reasons.missing.iter().map(said) {
        if !missing.contains(&says) {
            missing.push(says);
        }
    }
    ConditionRow {
        number: one.number.clone(),
        says: said(&one.says),
        source: one.source.clone(),
        class,
        outcome,
        mark,
        mark_class,
        decides: one.deciding != Outcome::True,
        uses: one.reasons.uses.iter().map(said).collect(),
        missing,
        mend: one.reasons.mend.as_ref().map(said).unwrap_or_default(),
        parts: one.parts.iter().map(|part| row(part, language, w, aw)).collect(),
    }
}
