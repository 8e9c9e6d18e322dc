//! What the law says of a nomination on the day of a decision: whose the award is, what it rests on, how much money follows.

use crate::face::Refusal;
use chrono::NaiveDate;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::pack::{self, Award, Catalogue, RegimeRules};
use thidua_domain::awards::prize::{Money, money};
use thidua_domain::basics::Amount;
use thidua_domain::decisions::deciders::{Authority, authority};
use thidua_domain::law::Mark;
use thidua_domain::nominations::{Refused, Standing, State};
use thidua_domain::units::UnitKind;
use thidua_store::decisions::Nominated;
use thidua_store::honours::Paid;

/// The rules that the product ships with.
pub(crate) fn shipped() -> Result<&'static Catalogue, Refusal> {
    pack::shipped().map_err(|problems| Refusal::fault(format!("{problems:?}")))
}

pub(crate) use crate::nominations::law::catalogue;

/// The rules of the regime that judged a dossier, else those of the day.
pub(crate) fn rules<'a>(catalogue: &'a Catalogue, regime: Option<&str>, day: NaiveDate) -> Option<&'a RegimeRules> {
    let judged = regime.and_then(|key| catalogue.of(key));
    judged.or_else(|| catalogue.law.on(day).and_then(|(regime, _)| catalogue.of(&regime.key)))
}

/// An award as the day of the decision has it, else as the dossier was judged.
pub(crate) fn award<'a>(
    catalogue: &'a Catalogue,
    code: &str,
    regime: Option<&str>,
    day: NaiveDate,
) -> Option<&'a Award> {
    let of_day = rules(catalogue, None, day).and_then(|rules| rules.award(code));
    of_day.or_else(|| rules(catalogue, regime, day).and_then(|rules| rules.award(code)))
}

/// Why a nomination cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotReady {
    /// No law of the day knows the award.
    NoAward,
    /// The law does not say who decides.
    NobodyDecides,
    /// A step of the nomination is refused.
    Step(Refused),
    /// It waits for the council, or is over.
    Elsewhere(State),
}

/// A nomination held against the law of a day.
pub(crate) struct Weighed {
    pub(crate) it: Nominated,
    pub(crate) whose: Authority,
    pub(crate) not_ready: Option<NotReady>,
    pub(crate) money: Option<Money>,
    /// The council has to vote on such an award.
    pub(crate) needs_vote: bool,
}

impl Weighed {
    /// Whether this authority may decide it now.
    pub(crate) fn decides(&self) -> bool {
        self.whose.is_own() && self.not_ready.is_none()
    }

    /// Whether it may be sent upward now.
    pub(crate) fn goes_up(&self) -> bool {
        !self.whose.is_own() && self.not_ready.is_none()
    }

    /// What a person has to confirm: a rule that is not sure, or a judgement that asks for one.
    pub(crate) fn asks(&self) -> bool {
        let unsure = matches!(&self.whose, Authority::Own { mark, .. } if !mark.is_sure());
        unsure || self.it.verdict != Some(Verdict::Eligible)
    }

    pub(crate) fn amount(&self) -> i64 {
        self.money.as_ref().map_or(0, |money| money.amount)
    }
}

/// Weighs a nomination for an authority of a kind on a day.
pub(crate) fn weigh(catalogue: &Catalogue, kind: UnitKind, day: NaiveDate, it: Nominated) -> Weighed {
    let regime = it.regime.as_deref();
    let Some(found) = award(catalogue, &it.award, regime, day) else {
        let not_ready = Some(NotReady::NoAward);
        return Weighed { it, whose: Authority::Unknown, not_ready, money: None, needs_vote: false };
    };
    let whose = authority(found, kind, day);
    let needs_vote = !found.votes.is_empty();
    let standing = Standing {
        needs_vote,
        passed: it.passed,
        not_eligible: it.verdict == Some(Verdict::NotEligible),
        own: whose.is_own(),
        ..Standing::default()
    };
    let to = if whose.is_own() { State::Deciding } else { State::Upward };
    let not_ready = match it.state {
        _ if whose == Authority::Unknown => Some(NotReady::NobodyDecides),
        State::Deciding if whose.is_own() => standing.not_eligible.then_some(NotReady::Step(Refused::NotEligible)),
        State::Appraisal | State::Voted | State::Deciding => it.state.step(to, &standing).err().map(NotReady::Step),
        other => Some(NotReady::Elsewhere(other)),
    };
    let money = rules(catalogue, regime, day)
        .and_then(|rules| money(catalogue, rules, rules.award(&it.award)?, it.kind, day));
    Weighed { it, whose, not_ready, money, needs_vote }
}

/// Money as an honour keeps it.
pub(crate) fn paid(money: &Money) -> Paid {
    Paid {
        multiple: money.multiple.ten_thousandths(),
        factor: money.factor.ten_thousandths(),
        base_salary: money.base_salary,
        amount: money.amount,
        mark: match money.mark {
            Mark::Verified => "V",
            Mark::Secondary => "S",
            Mark::Unverified => "U",
        }
        .to_owned(),
    }
}

/// `1,0 × 1.490.000 × 2 = 2.980.000`.
pub(crate) fn reckoned(paid: &Paid) -> String {
    let number = |n: i64| Amount::from_ten_thousandths(n).vietnamese();
    let vnd = crate::awards::labels::vnd;
    let factor = if paid.factor == 10_000 { String::new() } else { format!(" × {}", number(paid.factor)) };
    format!("{} × {}{factor} = {}", number(paid.multiple), vnd(paid.base_salary), vnd(paid.amount))
}
