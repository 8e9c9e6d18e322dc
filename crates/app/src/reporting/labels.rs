//! Rules, states, sections and slips in words.

use super::words::Words;
use crate::face::show;
use crate::face::words::Words as Common;
use chrono::NaiveDate;
use thidua_domain::basics::Language;
use thidua_domain::movements::kind::Field as WorkField;
use thidua_domain::reporting::check::{Against, Slip};
use thidua_domain::reporting::{DueRule, Standing, State};
use thidua_domain::targets::Comparator;
use thidua_store::reporting::Round;

/// The period inside a sentence: `quý I`, `6 tháng đầu năm`.
pub(super) fn period(period: thidua_domain::periods::Period, c: &'static Common) -> String {
    show::inside(show::period(period, c))
}

pub(super) fn rule(rule: DueRule, due: NaiveDate, w: &'static Words) -> String {
    let n = rule.days().unwrap_or_default().to_string();
    match rule {
        DueRule::Printed => w.rule_printed.to_owned(),
        DueRule::Before => w.rule_before.replace("{day}", &show::day(due.succ_opt())),
        DueRule::WorkingDays(_) => w.rule_working.replace("{n}", &n),
        DueRule::Above(_) => w.rule_above.replace("{n}", &n),
        DueRule::Set => w.rule_set.to_owned(),
    }
}

/// The rule of a round with where it stands.
pub(super) fn rule_of(round: &Round, w: &'static Words) -> String {
    let says = rule(round.text.rule, round.text.due, w);
    match &round.text.rule_source {
        Some(source) => format!("{says} ({source})"),
        None => says,
    }
}

pub(super) fn state(state: Option<State>, w: &'static Words) -> &'static str {
    match state {
        None => w.state_none,
        Some(State::Draft) => w.state_draft,
        Some(State::Submitted) => w.state_submitted,
        Some(State::Returned) => w.state_returned,
        Some(State::Resubmitted) => w.state_resubmitted,
        Some(State::Accepted) => w.state_accepted,
    }
}

/// The class name that colours a state.
pub(super) fn class(state: Option<State>, standing: Standing) -> &'static str {
    match (state, standing) {
        (Some(State::Accepted), _) => "met",
        (Some(State::Submitted | State::Resubmitted), _) => "on-track",
        (Some(State::Returned), _) => "at-risk",
        (_, Standing::Missing(_)) => "missed",
        (Some(State::Draft), _) => "needs-person",
        (None, _) => "not-begun",
    }
}

pub(super) fn standing(standing: Standing, due: NaiveDate, today: NaiveDate, w: &'static Words) -> String {
    match standing {
        Standing::OnTime => w.on_time.to_owned(),
        Standing::Late(days) => w.days_late.replace("{n}", &days.to_string()),
        Standing::Missing(days) => w.days_missing.replace("{n}", &days.to_string()),
        Standing::Waiting if due == today => w.due_today.to_owned(),
        Standing::Waiting => w.days_left.replace("{n}", &(due - today).num_days().to_string()),
    }
}

/// The name of a section: `general`, `field:economy`, `difficulties`, `proposals`.
pub(crate) fn section(code: &str, w: &'static Words, language: Language) -> String {
    match code {
        "difficulties" => w.section_difficulties.to_owned(),
        "proposals" => w.section_proposals.to_owned(),
        _ => match code.strip_prefix("field:").and_then(WorkField::from_code) {
            Some(field) => w
                .section_field
                .replace("{field}", &show::inside(crate::movements::contents::field_name(field, language))),
            None => w.section_general.to_owned(),
        },
    }
}

pub(crate) fn slip(slip: &Slip, w: &'static Words) -> String {
    let with = |text: &str, value: thidua_domain::basics::Amount| text.replace("{v}", &value.vietnamese());
    match slip {
        Slip::Missing => w.slip_missing.to_owned(),
        Slip::NoDay => w.slip_no_day.to_owned(),
        Slip::NoSource => w.slip_no_source.to_owned(),
        Slip::DayInFuture => w.slip_day_future.to_owned(),
        Slip::DayOutside => w.slip_day_outside.to_owned(),
        Slip::NoReason => w.slip_no_reason.to_owned(),
        Slip::Negative => w.slip_negative.to_owned(),
        Slip::HalfARatio => w.slip_half.to_owned(),
        Slip::DenominatorZero => w.slip_zero.to_owned(),
        Slip::NumeratorAbove => w.slip_above.to_owned(),
        Slip::RateDiffers { computed } => with(w.slip_rate, *computed),
        Slip::MoreThanAll { all } => with(w.slip_all, *all),
        Slip::Thousandfold { against, value } => {
            let what = match against {
                Against::Plan => w.against_plan,
                Against::PeriodBefore => w.against_before,
                Against::LastYear => w.against_last_year,
            };
            with(w.slip_thousand, *value).replace("{what}", what)
        }
        Slip::Fell { before } => with(w.slip_fell, *before),
        Slip::Jumped { before } => with(w.slip_jumped, *before),
        Slip::PartsDiffer { sum } => with(w.slip_parts, *sum),
        Slip::SharesDiffer { sum } => with(w.slip_shares, *sum),
        Slip::NoEvidence => w.slip_no_evidence.to_owned(),
    }
}

/// Whether a target is answered by a judgement and not by a number.
pub(super) fn is_judged(comparator: Option<Comparator>) -> bool {
    comparator.is_some_and(Comparator::is_judged)
}
