//! Names of bodies and seats, and findings as sentences.

use super::words::Words;
use thidua_domain::basics::date::short;
use thidua_domain::councils::{BodyFinding, BodyKind, Seat};

pub(crate) fn kind(kind: BodyKind, w: &'static Words) -> &'static str {
    match kind {
        BodyKind::EmulationCouncil => w.kind_emulation_council,
        BodyKind::InitiativeCouncil => w.kind_initiative_council,
        BodyKind::SupportTeam => w.kind_support_team,
        BodyKind::StandingOffice => w.kind_standing_office,
    }
}

/// A seat as a body of this kind calls it.
pub(crate) fn seat(seat: Seat, kind: BodyKind, w: &'static Words) -> &'static str {
    match (kind, seat) {
        (_, Seat::Secretary) => w.seat_secretary,
        (BodyKind::SupportTeam, Seat::Chair) => w.team_chair,
        (BodyKind::SupportTeam, Seat::ViceChair) => w.team_vice_chair,
        (BodyKind::SupportTeam, Seat::StandingMember) => w.team_standing_member,
        (BodyKind::SupportTeam, Seat::Member) => w.team_member,
        (BodyKind::StandingOffice, Seat::Chair) => w.office_chair,
        (BodyKind::StandingOffice, Seat::ViceChair) => w.office_vice_chair,
        (BodyKind::StandingOffice, Seat::StandingMember) => w.office_standing_member,
        (BodyKind::StandingOffice, Seat::Member) => w.office_member,
        (_, Seat::Chair) => w.seat_chair,
        (_, Seat::ViceChair) => w.seat_vice_chair,
        (_, Seat::StandingMember) => w.seat_standing_member,
        (_, Seat::Member) => w.seat_member,
    }
}

/// What is the matter, and how to mend it.
pub(crate) fn finding(one: &BodyFinding, w: &'static Words) -> (String, &'static str) {
    match one {
        BodyFinding::NoDecision => (w.f_no_decision.to_owned(), w.m_no_decision),
        BodyFinding::UnitEnded { last } => (w.f_unit_ended.replace("{day}", &short(*last)), w.m_unit_ended),
        BodyFinding::NoChair => (w.f_no_chair.to_owned(), w.m_no_chair),
        BodyFinding::ManyChairs { names } => {
            let says =
                w.f_many_chairs.replace("{n}", &names.len().to_string()).replace("{names}", &names.join(", "));
            (says, w.m_many_chairs)
        }
        BodyFinding::TermEnded { name, last } => {
            (w.f_term_ended.replace("{name}", name).replace("{day}", &short(*last)), w.m_term_ended)
        }
        BodyFinding::EndsSoon { last } => (w.f_ends_soon.replace("{day}", &short(*last)), w.m_ends_soon),
    }
}
