//! The judgement of a case as programs read it (`award judge`).

use serde::Serialize;
use thidua_domain::awards::judging::{Answer, Judgement, Verdict};
use thidua_domain::awards::outcome::Outcome;
use thidua_domain::awards::pack::Role;
use thidua_domain::basics::{Language, Says};
use thidua_domain::law::Mark;

/// A judgement, or what is wrong with the case.
#[derive(Serialize)]
pub struct Told {
    regime: String,
    pack: String,
    verdict: &'static str,
    conditions: Vec<Condition>,
    prize: Option<Prize>,
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    also_tried: Option<AlsoTried>,
    /// Records of the initiatives by which conditions are met; only where a register stands behind the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    initiatives: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Condition {
    number: String,
    says: String,
    article: String,
    source_mark: &'static str,
    role: &'static str,
    outcome: &'static str,
    decides: bool,
    uses: Vec<String>,
    missing: Vec<String>,
    mend: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Condition>,
    #[serde(skip_serializing_if = "Option::is_none")]
    local_pack: Option<String>,
}

#[derive(Serialize)]
struct Prize {
    multiple: String,
    factor: String,
    base_salary: i64,
    amount: i64,
    at_most: bool,
    article: String,
    source_mark: &'static str,
    /// It follows from the law, not from any plan.
    from: &'static str,
}

#[derive(Serialize)]
struct AlsoTried {
    regime: String,
    verdict: &'static str,
}

/// The letter of a mark.
pub(crate) fn letter(mark: Mark) -> &'static str {
    match mark {
        Mark::Verified => "V",
        Mark::Secondary => "S",
        Mark::Unverified => "U",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Requirement => "requirement",
        Role::Bar => "bar",
        Role::Judgement => "judgement",
    }
}

fn multiple(amount: thidua_domain::basics::Amount) -> String {
    let plain = amount.plain();
    if plain.contains('.') { plain } else { format!("{plain}.0") }
}

impl Told {
    /// The judgement in a language.
    pub fn new(judged: &Judgement, language: Language) -> Told {
        let said = |says: &Says| says.in_language(language).to_owned();
        Told {
            regime: judged.regime.clone(),
            pack: judged.pack.clone(),
            verdict: judged.verdict.code(),
            conditions: judged.conditions.iter().map(|one| condition(one, judged.verdict, language)).collect(),
            prize: judged.money.as_ref().map(|money| Prize {
                multiple: multiple(money.multiple),
                factor: multiple(money.factor),
                base_salary: money.base_salary,
                amount: money.amount,
                at_most: money.at_most,
                article: money.source.clone(),
                source_mark: letter(money.mark),
                from: "law",
            }),
            notes: judged.notes.iter().map(said).collect(),
            also_tried: judged
                .also_tried
                .as_ref()
                .map(|(regime, verdict)| AlsoTried { regime: regime.clone(), verdict: verdict.code() }),
            initiatives: None,
        }
    }

    /// The same with the initiatives of the register on which it rests.
    pub(crate) fn resting_on(self, initiatives: Vec<String>) -> Told {
        Told { initiatives: Some(initiatives), ..self }
    }
}

fn condition(answer: &Answer, verdict: Verdict, language: Language) -> Condition {
    let said = |says: &Says| says.in_language(language).to_owned();
    let decides = match verdict {
        Verdict::Eligible => false,
        Verdict::NotEligible => answer.deciding == Outcome::False,
        Verdict::NeedsPerson => answer.deciding == Outcome::Unknown,
    };
    Condition {
        number: answer.number.clone(),
        says: said(&answer.says),
        article: answer.source.clone(),
        source_mark: letter(answer.mark),
        role: role(answer.role),
        outcome: answer.outcome.code(),
        decides,
        uses: answer.reasons.uses.iter().map(said).collect(),
        missing: answer.reasons.missing.iter().map(said).collect(),
        mend: answer.reasons.mend.as_ref().map(said),
        parts: answer.parts.iter().map(|part| condition(part, verdict, language)).collect(),
        local_pack: answer.local.clone(),
    }
}
