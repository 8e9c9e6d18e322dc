//! How the domain's values look on a page: labels of codes, amounts, dates.

use super::words::Words;
use chrono::NaiveDate;
use thidua_domain::access::Role;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, date};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::movements::State;
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::{Confidence, IssuerLevel, Lines, Recipient, TargetDraft};
use thidua_domain::targets::{Comparator, Status};
use thidua_store::Moment;

pub(crate) fn role(role: Role, c: &'static Words) -> &'static str {
    match role {
        Role::Administrator => c.role_administrator,
        Role::StandingOffice => c.role_standing_office,
        Role::Head => c.role_head,
        Role::Reporter => c.role_reporter,
        Role::Signatory => c.role_signatory,
        Role::CouncilMember => c.role_council_member,
        Role::PropagandaOfficer => c.role_propaganda_officer,
        Role::Inspector => c.role_inspector,
        Role::Viewer => c.role_viewer,
    }
}

pub(crate) fn status(status: Option<Status>, c: &'static Words) -> &'static str {
    match status {
        Some(Status::NotBegun) => c.status_not_begun,
        Some(Status::OnTrack) => c.status_on_track,
        Some(Status::AtRisk) => c.status_at_risk,
        Some(Status::Met) => c.status_met,
        Some(Status::Exceeded) => c.status_exceeded,
        Some(Status::Missed) => c.status_missed,
        Some(Status::NeedsPerson) => c.status_needs_person,
        None => c.status_none,
    }
}

pub(crate) fn attainment(attainment: Attainment, c: &'static Words) -> &'static str {
    match attainment {
        Attainment::Yes => c.attained_yes,
        Attainment::Partly => c.attained_partly,
        Attainment::No => c.attained_no,
    }
}

/// A figure in words: a number, a judgement, or which kind of emptiness it is.
pub(crate) fn figure(figure: Figure, c: &'static Words) -> String {
    match figure {
        Figure::NotEntered => c.figure_not_entered.to_owned(),
        Figure::NotAssigned => c.figure_not_assigned.to_owned(),
        Figure::NotApplicable => c.figure_not_applicable.to_owned(),
        Figure::Number(amount) => amount.vietnamese(),
        Figure::Judged(judged) => attainment(judged, c).to_owned(),
    }
}

pub(crate) fn period(period: Period, c: &'static Words) -> &'static str {
    match period {
        Period::FirstQuarter => c.period_q1,
        Period::FirstHalf => c.period_h1,
        Period::ThreeQuarters => c.period_q3,
        Period::Year => c.period_y,
    }
}

pub(crate) fn state(state: State, c: &'static Words) -> &'static str {
    match state {
        State::Draft => c.state_draft,
        State::Issued => c.state_issued,
        State::Running => c.state_running,
        State::PreliminaryReview => c.state_preliminary,
        State::FinalReview => c.state_final,
        State::Closed => c.state_closed,
    }
}

pub(crate) fn level(level: IssuerLevel, c: &'static Words) -> &'static str {
    match level {
        IssuerLevel::Central => c.level_central,
        IssuerLevel::Province => c.level_province,
        IssuerLevel::ProvinceDepartment => c.level_province_department,
        IssuerLevel::District => c.level_district,
        IssuerLevel::Commune => c.level_commune,
        IssuerLevel::Other => c.level_other,
    }
}

/// The text with its first letter small, to stand inside a sentence: `quý I`, not `quý i`.
pub(crate) fn inside(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub(crate) fn day(day: Option<NaiveDate>) -> String {
    day.map(date::short).unwrap_or_default()
}

/// A recipient with its purpose; of filing ("Lưu: VT") the name says enough.
pub(crate) fn recipient(one: &Recipient) -> String {
    match &one.purpose {
        Some(purpose) if !fold(&one.name).starts_with("luu") => format!("{} ({purpose})", one.name),
        _ => one.name.clone(),
    }
}

/// `07/3/2022 08:14` as a Vietnamese clock shows it.
pub(crate) fn moment(at: Moment) -> String {
    let local = crate::clock::local(at);
    format!("{} {}", date::short(local.date()), local.format("%H:%M"))
}

pub(crate) fn amount(amount: Option<Amount>) -> String {
    amount.map(Amount::vietnamese).unwrap_or_default()
}

/// `12` or `12-14`, for `data-lines`.
pub(crate) fn lines(lines: Lines) -> String {
    if lines.first == lines.last { lines.first.to_string() } else { format!("{}-{}", lines.first, lines.last) }
}

/// high, medium or low, by how sure the reader was.
pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence.as_percent() {
        90.. => "high",
        70.. => "medium",
        _ => "low",
    }
}

/// What a target asks, as a sign and a value: `≥ 99,6`, `150.000 – 200.000`, `khoảng 9,48`.
pub(crate) fn asked(target: &TargetDraft, w: &'static crate::targets::words::Words) -> String {
    let Some(comparator) = target.comparator else { return String::new() };
    let value = amount(target.value);
    let range = match target.value_max {
        Some(high) => format!("{value} – {}", high.vietnamese()),
        None => value.clone(),
    };
    let of = |number: String| match target.denominator {
        Some(all) => format!("{number}/{}", all.vietnamese()),
        None => number,
    };
    let signed = |sign: &str| match (target.value.is_some(), sign) {
        (true, "") => of(value.clone()),
        (true, sign) => format!("{sign} {}", of(value.clone())),
        (false, "") => w.the_assigned.to_owned(),
        (false, sign) => format!("{sign} {}", w.the_assigned),
    };
    match comparator {
        Comparator::Exactly => signed(""),
        Comparator::AtLeast => signed("≥"),
        Comparator::MoreThan => signed(">"),
        Comparator::AtMost => signed("≤"),
        Comparator::LessThan => signed("<"),
        Comparator::Between => range,
        Comparator::About => format!("{} {range}", w.about),
        Comparator::IncreaseBy => format!("{} {range}", w.rise),
        Comparator::DecreaseBy => format!("{} {range}", w.fall),
        Comparator::Maintain => w.maintain.to_owned(),
        Comparator::NoneExists => w.none_exists.to_owned(),
        Comparator::Achieve => w.achieve.to_owned(),
    }
}
