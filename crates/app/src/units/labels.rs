//! Names of kinds of units and reforms, and days of validity, as people read them.

use super::words::Words;
use chrono::NaiveDate;
use thidua_domain::basics::date::short;
use thidua_domain::units::UnitKind;
use thidua_domain::units::reform::ReformKind;

pub(crate) fn kind(kind: UnitKind, w: &'static Words) -> &'static str {
    match kind {
        UnitKind::Central => w.kind_central,
        UnitKind::Province => w.kind_province,
        UnitKind::Department => w.kind_department,
        UnitKind::District => w.kind_district,
        UnitKind::Commune => w.kind_commune,
        UnitKind::Village => w.kind_village,
        UnitKind::Office => w.kind_office,
        UnitKind::PublicService => w.kind_public_service,
        UnitKind::School => w.kind_school,
        UnitKind::HealthStation => w.kind_health_station,
        UnitKind::Enterprise => w.kind_enterprise,
        UnitKind::Party => w.kind_party,
        UnitKind::PeoplesCouncil => w.kind_peoples_council,
        UnitKind::Front => w.kind_front,
        UnitKind::Union => w.kind_union,
        UnitKind::ArmedForces => w.kind_armed_forces,
        UnitKind::VerticalLine => w.kind_vertical_line,
        UnitKind::Other => w.kind_other,
    }
}

pub(crate) fn reform(kind: ReformKind, w: &'static Words) -> &'static str {
    match kind {
        ReformKind::Rename => w.reform_rename,
        ReformKind::Move => w.reform_move,
        ReformKind::Relevel => w.reform_relevel,
        ReformKind::Merge => w.reform_merge,
        ReformKind::Split => w.reform_split,
        ReformKind::Abolish => w.reform_abolish,
    }
}

/// `từ 01/7/2025`, `đến 30/6/2025`, both, or nothing.
pub(crate) fn days(from: Option<NaiveDate>, to: Option<NaiveDate>, w: &'static Words) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("{} {}", w.from_day, short(from)),
        (None, Some(to)) => format!("{} {}", w.to_day, short(to)),
        (Some(from), Some(to)) => format!("{} {} {} {}", w.from_day, short(from), w.to_day, short(to)),
    }
}
