//! Choosing a reporting period: the same form on every page that shows one.

use super::show;
use super::words::Words;
use thidua_domain::periods::Period;

/// A period in the form `face/period_form.html`.
pub(crate) struct PeriodChoice {
    pub(crate) code: &'static str,
    pub(crate) label: &'static str,
    pub(crate) chosen: bool,
}

/// All periods, one of them chosen.
pub(crate) fn choices(chosen: Period, c: &'static Words) -> Vec<PeriodChoice> {
    Period::ALL
        .into_iter()
        .map(|one| PeriodChoice { code: one.code(), label: show::period(one, c), chosen: one == chosen })
        .collect()
}
