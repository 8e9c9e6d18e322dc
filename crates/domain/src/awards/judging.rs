//! Judging a case by the law of its day: eligible, not eligible, or a person is needed; always with every condition.
//!
//! The law is chosen by the day on which the dossier was received. Where a later regime says so (Luật 06/2026/QH16 Điều 4
//! khoản 4), a dossier received before it and not yet decided is judged by both, and the better answer is kept.
//!
//! A requirement that is not marked V never decides, in neither direction. A bar that is not marked V counts as met when
//! the facts say so, for then it makes no difference whether it is law; when it is not met, a person decides.

use super::criteria::{Need, Reasons};
use super::facts::Case;
use super::outcome::Outcome;
use super::pack::{Award, Catalogue, Codes, Condition, Role};
use super::prize::{Money, money};
use crate::basics::Says;
use crate::codes::coded;
use crate::law::{Mark, Regime};
use chrono::NaiveDate;

coded! {
    /// The answer.
    Verdict {
        /// The deciding conditions are met.
        Eligible = "eligible",
        /// A condition that was read in the law is not met.
        NotEligible = "not-eligible",
        /// A fact is missing, or the deciding rule is not verified.
        NeedsPerson = "needs-person",
    }
}

impl Verdict {
    /// The better an answer is for the nominee, the higher.
    fn favour(self) -> u8 {
        match self {
            Verdict::Eligible => 2,
            Verdict::NeedsPerson => 1,
            Verdict::NotEligible => 0,
        }
    }
}

/// A condition with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The condition.
    pub number: String,
    /// What it asks.
    pub says: Says,
    /// Document and article.
    pub source: String,
    /// How sure it is.
    pub mark: Mark,
    /// What it is for.
    pub role: Role,
    /// The name of its kind.
    pub kind: &'static str,
    /// What the facts say.
    pub outcome: Outcome,
    /// What counts for the verdict.
    pub deciding: Outcome,
    /// The facts it used, what it lacks, what mends it.
    pub reasons: Reasons,
    /// The parts of a group.
    pub parts: Vec<Answer>,
    /// The local pack it comes from.
    pub local: Option<String>,
}

/// The judgement of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The regime that judged it.
    pub regime: String,
    /// The pack and its version.
    pub pack: String,
    /// The answer.
    pub verdict: Verdict,
    /// Every condition.
    pub conditions: Vec<Answer>,
    /// Why the verdict, where it is not only a matter of conditions.
    pub notes: Vec<Says>,
    /// The money that would follow.
    pub money: Option<Money>,
    /// The regime that was tried too and was less favourable.
    pub also_tried: Option<(String, Verdict)>,
}

/// Why a case cannot be judged at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unjudged {
    /// No award has this code.
    UnknownAward(String),
    /// The regime of the day does not have the award.
    NotInRegime {
        /// The regime.
        regime: String,
        /// The name of the award.
        award: String,
    },
}

impl Unjudged {
    /// What it is and what to do.
    pub fn says(&self) -> Says {
        match self {
            Unjudged::UnknownAward(code) => Says::new(
                format!(
                    "Không có danh hiệu, hình thức khen thưởng nào mang mã “{code}”; xem mã ở trang danh mục /awards."
                ),
                format!("No award has the code “{code}”; the codes stand on /awards."),
            ),
            Unjudged::NotInRegime { regime, award } => Says::new(
                format!(
                    "Pháp luật có hiệu lực vào ngày nhận hồ sơ (chế độ {regime}) không có {award}; kiểm tra ngày nhận hồ sơ hoặc mã."
                ),
                format!("The law of the day on which the dossier was received (regime {regime}) has no {award}."),
            ),
        }
    }
}

/// Judges a case.
///
/// # Errors
/// [`Unjudged`] where there is nothing to judge by.
pub fn judge(catalogue: &Catalogue, code: &str, case: &Case) -> Result<Judgement, Unjudged> {
    if catalogue.codes.get(code).is_none() {
        return Err(Unjudged::UnknownAward(code.to_owned()));
    }
    let Some((regime, known)) = catalogue.law.on(case.received_on) else {
        return Err(Unjudged::UnknownAward(code.to_owned()));
    };
    let own = by(catalogue, regime, known, code, case);
    let decided = case.decided_on.unwrap_or(case.received_on);
    let later = catalogue.law.regimes().iter().find(|later| both(later, case.received_on, decided));
    let Some(later) = later else { return own };
    match (own, by(catalogue, later, true, code, case)) {
        (Ok(old), Ok(new)) => {
            let source = later.better_of_both.as_ref().map(|(source, _)| source.clone()).unwrap_or_default();
            let (mut kept, other) =
                if new.verdict.favour() > old.verdict.favour() { (new, old) } else { (old, new) };
            kept.notes.push(Says::new(
                format!("Hồ sơ nhận trước ngày luật mới có hiệu lực: đã xét theo cả hai chế độ {} và {}, giữ kết quả có lợi hơn ({source}).", other.regime.clone().min(kept.regime.clone()), other.regime.clone().max(kept.regime.clone())),
                format!("Received before the new law: judged by both regimes, the better answer is kept ({source})."),
            ));
            kept.also_tried = Some((other.regime, other.verdict));
            Ok(kept)
        }
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
        (Err(problem), Err(_)) => Err(problem),
    }
}

fn by(catalogue: &Catalogue, regime: &Regime, known: bool, code: &str, case: &Case) -> Result<Judgement, Unjudged> {
    let missing = || Unjudged::NotInRegime {
        regime: regime.key.clone(),
        award: catalogue.codes.get(code).map_or(code, |code| catalogue.codes.name(code)).to_owned(),
    };
    let rules = catalogue.of(&regime.key).ok_or_else(missing)?;
    let award = rules.award(code).ok_or_else(missing)?;
    let mut notes = Vec::new();
    let verdict = if award.subjects.contains(&case.subject.kind) {
        let deciding = deciding(award, case, known);
        if !known {
            notes.push(Says::new(
                "Hồ sơ nhận trước ngày đầu của chế độ pháp luật cũ nhất trong hệ thống: mọi kết quả cần người xác nhận.",
                "Received before the oldest regime of the system: a person confirms every answer.",
            ));
        }
        match deciding {
            Outcome::True => Verdict::Eligible,
            Outcome::Unknown => Verdict::NeedsPerson,
            Outcome::False => Verdict::NotEligible,
        }
    } else {
        let words: Vec<String> =
            award.subjects.iter().map(|kind| super::words::subject_words(*kind).vi.to_lowercase()).collect();
        notes.push(Says::new(
            format!("{} chỉ xét cho {}.", award.name.name, words.join(", ")),
            format!("{} is not for this kind of subject.", award.name.english),
        ));
        Verdict::NotEligible
    };
    Ok(Judgement {
        regime: regime.key.clone(),
        pack: catalogue.version.clone(),
        verdict,
        conditions: answers(award, case, known, &catalogue.codes),
        notes,
        money: money(catalogue, rules, award, case.subject.kind, case.decided_on.unwrap_or(case.received_on)),
        also_tried: None,
    })
}

pub(super) fn applies(condition: &Condition, case: &Case) -> bool {
    let subject = condition.subjects.is_empty() || condition.subjects.contains(&case.subject.kind);
    let work = condition.categories.is_empty()
        || case.subject.work.is_none_or(|work| condition.categories.contains(&work));
    subject && work
}

/// Whether a condition is for some kinds of work and it is not known which the nominee does.
pub(super) fn work_unknown(condition: &Condition, case: &Case) -> bool {
    !condition.categories.is_empty() && case.subject.work.is_none()
}

/// What counts for the verdict of an award, without reasons: cheap, for millions of cases.
pub fn deciding(award: &Award, case: &Case, known: bool) -> Outcome {
    let all = award.conditions.iter().filter(|one| applies(one, case)).map(|one| {
        let outcome = counted(one, case, known, true);
        if work_unknown(one, case) && outcome == Outcome::False { Outcome::Unknown } else { outcome }
    });
    Outcome::all(all)
}

/// The verdict of an award by one regime, without reasons, or by the better of two where the law says so.
pub fn judge_code(catalogue: &Catalogue, award: &Award, regime: &Regime, known: bool, case: &Case) -> Verdict {
    if !award.subjects.contains(&case.subject.kind) {
        return Verdict::NotEligible;
    }
    let of = |award: &Award, known| match deciding(award, case, known) {
        Outcome::True => Verdict::Eligible,
        Outcome::Unknown => Verdict::NeedsPerson,
        Outcome::False => Verdict::NotEligible,
    };
    let own = of(award, known);
    let decided = case.decided_on.unwrap_or(case.received_on);
    let later = catalogue.law.regimes().iter().find(|later| both(later, case.received_on, decided));
    match later
        .filter(|later| later.key != regime.key)
        .and_then(|later| catalogue.of(&later.key)?.award(&award.code))
    {
        Some(later) => {
            let new = of(later, true);
            if new.favour() > own.favour() { new } else { own }
        }
        None => own,
    }
}

/// Whether a dossier is judged by a later regime too.
fn both(later: &Regime, received: NaiveDate, decided: NaiveDate) -> bool {
    later.better_of_both.is_some() && received < later.from && later.holds_on(decided)
}

/// The only condition that stands before an award, with its reasons; nothing where more do, or none.
pub fn only_one(award: &Award, case: &Case, known: bool, codes: &Codes) -> Option<Answer> {
    let mut standing = award
        .conditions
        .iter()
        .filter(|one| applies(one, case) && counted(one, case, known, true) != Outcome::True);
    let only = standing.next()?;
    if standing.next().is_some() {
        return None;
    }
    Some(answer(only, case, known, codes, true))
}

/// How a condition counts. `top`: not inside a group, where a judgement nobody made stops nobody.
fn counted(condition: &Condition, case: &Case, known: bool, top: bool) -> Outcome {
    let parts =
        || condition.parts.iter().filter(|part| applies(part, case)).map(|part| counted(part, case, known, false));
    let outcome = match &condition.need {
        // each part carries its own mark
        Need::Any(_) => return by_mark(Outcome::any(parts()), Mark::Verified, condition.role, top),
        Need::All(_) => return by_mark(Outcome::all(parts()), Mark::Verified, condition.role, top),
        need => need.outcome(case, &condition.number),
    };
    by_mark(outcome, if known { condition.mark } else { Mark::Unverified }, condition.role, top)
}

fn by_mark(outcome: Outcome, mark: Mark, role: Role, top: bool) -> Outcome {
    match (role, outcome) {
        (Role::Judgement, Outcome::Unknown) if top => Outcome::True,
        (Role::Bar | Role::Judgement, Outcome::True) => Outcome::True,
        (_, outcome) if mark.is_sure() => outcome,
        _ => Outcome::Unknown,
    }
}

fn answers(award: &Award, case: &Case, known: bool, codes: &Codes) -> Vec<Answer> {
    award
        .conditions
        .iter()
        .filter(|one| applies(one, case))
        .map(|one| answer(one, case, known, codes, true))
        .collect()
}

pub(super) fn answer(condition: &Condition, case: &Case, known: bool, codes: &Codes, top: bool) -> Answer {
    let parts: Vec<Answer> = condition
        .parts
        .iter()
        .filter(|part| applies(part, case))
        .map(|part| answer(part, case, known, codes, false))
        .collect();
    let (outcome, reasons) = match &condition.need {
        Need::Any(_) => {
            let outcome = Outcome::any(parts.iter().map(|part| part.outcome));
            (outcome, gathered(&parts, outcome))
        }
        Need::All(_) => {
            let outcome = Outcome::all(parts.iter().map(|part| part.outcome));
            (outcome, gathered(&parts, outcome))
        }
        need => (need.outcome(case, &condition.number), need.reasons(case, &condition.number, codes)),
    };
    Answer {
        number: condition.number.clone(),
        says: Says::new(condition.says.clone(), condition.english.clone()),
        source: condition.source.clone(),
        mark: if known { condition.mark } else { Mark::Unverified },
        role: condition.role,
        kind: condition.need.name(),
        outcome,
        deciding: counted(condition, case, known, top),
        reasons,
        parts,
        local: condition.local.clone(),
    }
}

/// The reasons of a group: those of the parts that met it, or of all of them while it is not met.
fn gathered(parts: &[Answer], outcome: Outcome) -> Reasons {
    let mut reasons = Reasons::default();
    for part in parts.iter().filter(|part| outcome != Outcome::True || part.outcome == Outcome::True) {
        for uses in &part.reasons.uses {
            if !reasons.uses.contains(uses) {
                reasons.uses.push(uses.clone());
            }
        }
        if part.outcome == Outcome::Unknown {
            reasons.missing.extend(part.reasons.missing.iter().cloned());
        }
        if reasons.mend.is_none() && part.outcome != Outcome::True {
            reasons.mend.clone_from(&part.reasons.mend);
        }
    }
    reasons
}
