//! Names of fields, states, ages and needs.

use super::words::Words;
use thidua_domain::tasks::bottlenecks::{Age, Field, Need, State};

pub(crate) fn field(field: Field, w: &'static Words) -> &'static str {
    match field {
        Field::AdministrativeReform => w.field_reform,
        Field::Infrastructure => w.field_infrastructure,
        Field::SiteClearance => w.field_site,
        Field::Other => w.field_other,
    }
}

pub(crate) fn state(state: State, w: &'static Words) -> &'static str {
    match state {
        State::Draft => w.state_draft,
        State::Open => w.state_open,
        State::Removed => w.state_removed,
        State::Dropped => w.state_dropped,
    }
}

pub(crate) fn age(age: Age, w: &'static Words) -> &'static str {
    match age {
        Age::Days30 => w.age_days_30,
        Age::Days90 => w.age_days_90,
        Age::Year => w.age_year,
        Age::LongStanding => w.age_long,
    }
}

/// The names of what is missing, in a row.
pub(crate) fn needs(missing: &[Need], w: &'static Words) -> String {
    let name = |need: &Need| match need {
        Need::Direction => w.need_direction,
        Need::Owner => w.need_owner,
        Need::Day => w.need_day,
    };
    missing.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The class that colours a row: late is worst, then long-standing, then what nobody has accepted.
pub(crate) fn class(state: State, late: bool, age: Age) -> &'static str {
    match (state, late, age) {
        (State::Removed, _, _) => "met",
        (State::Dropped, _, _) | (State::Draft, _, _) => "not-begun",
        (State::Open, true, _) => "missed",
        (State::Open, false, Age::LongStanding) => "at-risk",
        (State::Open, false, _) => "on-track",
    }
}
