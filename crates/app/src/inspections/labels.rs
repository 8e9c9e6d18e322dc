//! States, items, answers, severities and reasons as people read them.

use super::words::Words;
use crate::face::show;
use chrono::NaiveDate;
use thidua_domain::basics::Amount;
use thidua_domain::inspections::checklist::{Answer, Item};
use thidua_domain::inspections::findings::{Severity, State as Found, days_late};
use thidua_domain::inspections::risk::Reason;
use thidua_domain::inspections::sampling::Because;
use thidua_domain::inspections::{Refused, Seat, State};
use thidua_store::inspections::{Finding, SampleLine};

/// Class and name of a state.
pub(super) fn state(state: State, w: &'static Words) -> (&'static str, &'static str) {
    match state {
        State::Draft => ("not-begun", w.state_draft),
        State::Issued => ("on-track", w.state_issued),
        State::Concluded => ("needs-person", w.state_concluded),
        State::Closed => ("met", w.state_closed),
        State::Withdrawn => ("not-begun", w.state_withdrawn),
    }
}

pub(super) fn seat(seat: Seat, w: &'static Words) -> &'static str {
    match seat {
        Seat::Lead => w.seat_lead,
        Seat::Deputy => w.seat_deputy,
        Seat::Secretary => w.seat_secretary,
        Seat::Member => w.seat_member,
    }
}

pub(super) fn item(item: Item, w: &'static Words) -> &'static str {
    match item {
        Item::Launch => w.item_launch,
        Item::Registration => w.item_registration,
        Item::Covenant => w.item_covenant,
        Item::PreliminaryReview => w.item_preliminary,
        Item::FinalReview => w.item_final,
        Item::Recognition => w.item_recognition,
        Item::Spreading => w.item_spreading,
    }
}

/// Class and name of an answer.
pub(super) fn answer(answer: Answer, w: &'static Words) -> (&'static str, &'static str) {
    match answer {
        Answer::Met => ("met", w.answer_met),
        Answer::Partly => ("at-risk", w.answer_partly),
        Answer::NotMet => ("missed", w.answer_not_met),
        Answer::NoGrounds => ("needs-person", w.answer_no_grounds),
    }
}

pub(super) fn severity(severity: Severity, w: &'static Words) -> &'static str {
    match severity {
        Severity::Reminder => w.severity_reminder,
        Severity::Mend => w.severity_mend,
        Severity::Grave => w.severity_grave,
    }
}

/// Class and words of where a finding stands, with the days it is late.
pub(super) fn found(it: &Finding, today: NaiveDate, w: &'static Words) -> (&'static str, String) {
    let (class, says) = match it.state {
        Found::Open => ("at-risk", w.f_open),
        Found::Mended => ("needs-person", w.f_mended),
        Found::Settled => ("met", w.f_settled),
        Found::Withdrawn => ("not-begun", w.f_withdrawn),
    };
    match days_late(it.state, it.mend_until, today) {
        Some(late) => ("missed", format!("{says}, {}", w.f_late.replace("{n}", &late.to_string()))),
        None => (class, says.to_owned()),
    }
}

/// A reason with its number in a sentence.
pub(super) fn reason(reason: Reason, w: &'static Words) -> String {
    let (text, n) = match reason {
        Reason::NoReport => (w.r_no_report, 0),
        Reason::Late(n) => (w.r_late, n),
        Reason::Corrected(n) => (w.r_corrected, n),
        Reason::NoEvidence => (w.r_no_evidence, 0),
        Reason::SharedEvidence(n) => (w.r_shared, n),
        Reason::DatedOutside => (w.r_dated, 0),
        Reason::FromEarlierYear(n) => (w.r_earlier, n),
        Reason::FromPeers(n) => (w.r_peers, n),
        Reason::VerifiedLower(n) => (w.r_verified, n),
        Reason::NeverVisited => (w.r_never, 0),
        Reason::LongNotVisited(n) => (w.r_long, n),
    };
    text.replace("{n}", &n.to_string())
}

/// All reasons of a line with their points: `báo cáo muộn 3 ngày (2); …`.
pub(super) fn reasons(line: &SampleLine, w: &'static Words) -> String {
    let said: Vec<String> =
        line.reasons.iter().map(|one| format!("{} ({})", reason(*one, w), one.points())).collect();
    if said.is_empty() { w.no_reason.to_owned() } else { said.join("; ") }
}

pub(super) fn because(because: Because, w: &'static Words) -> String {
    let (text, n) = match because {
        Because::Risk(n) => (w.because_risk, n),
        Because::Lot(n) => (w.because_lot, n),
    };
    text.replace("{n}", &n.to_string())
}

/// `+20%`, `−5%`, `0%`.
pub(super) fn gap(gap: Amount) -> String {
    let sign = if gap > Amount::ZERO { "+" } else { "" };
    format!("{sign}{}%", gap.vietnamese().replace('-', "−"))
}

/// `01/7/2022 – 15/7/2022`.
pub(super) fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{} – {}", show::day(Some(from)), show::day(Some(to))),
        (one, other) => show::day(one.or(other)),
    }
}

/// Why a step was refused, in a sentence that says what to do.
pub(super) fn refused(refused: Refused, w: &'static Words) -> String {
    let with = |text: &str, n: usize| text.replace("{n}", &n.to_string());
    match refused {
        Refused::NoArrow => w.no_arrow.to_owned(),
        Refused::Undecided => w.no_number.to_owned(),
        Refused::NoLead => w.no_lead.to_owned(),
        Refused::NoSubject => w.no_places.to_owned(),
        Refused::Unvisited(n) => with(w.unvisited, n),
        Refused::Unanswered(n) => with(w.unanswered, n),
        Refused::NoConclusion => w.no_conclusion.to_owned(),
        Refused::OpenFindings(n) => with(w.open_findings, n),
        Refused::NoReason => w.no_reason_given.to_owned(),
    }
}
