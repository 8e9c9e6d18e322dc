//! How waves look in sentences.

use super::words::Words;
use crate::face::show;
use chrono::NaiveDate;
use thidua_domain::basics::date::short;
use thidua_domain::calendar::occasions::Slip;
use thidua_domain::waves::{Celebrated, Conference, Notice, Phase, Wave, WaveKind};

pub(super) fn kind(kind: WaveKind, w: &'static Words) -> &'static str {
    match kind {
        WaveKind::Regular => w.kind_regular,
        WaveKind::Thematic => w.kind_thematic,
        WaveKind::Peak => w.kind_peak,
        WaveKind::Seasonal => w.kind_seasonal,
    }
}

pub(super) fn phase(phase: Phase, w: &'static Words) -> &'static str {
    match phase {
        Phase::Undated => w.phase_undated,
        Phase::Ahead => w.phase_ahead,
        Phase::Running => w.phase_running,
        Phase::Ended => w.phase_ended,
        Phase::Closed => w.phase_closed,
    }
}

pub(super) fn conference(conference: Option<Conference>, w: &'static Words) -> &'static str {
    match conference {
        None => w.conference_none,
        Some(Conference::HalfYear) => w.conference_half,
        Some(Conference::YearEnd) => w.conference_year,
    }
}

/// `01/01/2022 – 30/6/2022`, or that the days are open.
pub(super) fn days(from: Option<NaiveDate>, to: Option<NaiveDate>, w: &'static Words) -> String {
    match (from, to) {
        (None, None) => w.phase_undated.to_owned(),
        (Some(from), None) => format!("{} – {}", short(from), w.until_further),
        (from, to) => format!("{} – {}", show::day(from), show::day(to)),
    }
}

/// `trước ngày 15/7/2022`.
pub(crate) fn deadline(wave: &Wave, w: &'static Words) -> String {
    let said = if wave.strictly_before { w.before } else { w.by };
    wave.summary_deadline.map(|day| format!("{said} {}", short(day))).unwrap_or_default()
}

/// `Ngày Thương binh - Liệt sĩ (75 năm, 27/7/2022)`.
pub(super) fn occasion(one: &Celebrated, w: &'static Words) -> String {
    let years = one.years.map(|years| w.years.replace("{n}", &years.to_string()));
    let parts: Vec<String> = [years, one.day.map(short)].into_iter().flatten().collect();
    if parts.is_empty() { one.name.clone() } else { format!("{} ({})", one.name, parts.join(", ")) }
}

pub(super) fn notice(notice: &Notice, w: &'static Words) -> String {
    match notice {
        Notice::Undated => w.n_undated.to_owned(),
        Notice::Reversed => w.n_reversed.to_owned(),
        Notice::OccasionOutside { occasion, day } => {
            w.n_outside.replace("{day}", &short(*day)).replace("{occasion}", occasion)
        }
        Notice::Occasion { occasion, slip } => slip_sentence(slip, w).replace("{occasion}", occasion),
        Notice::DeadlineBeforeEnd { last } => w.n_tight.replace("{last}", &short(*last)),
        Notice::Gap { next } => w.n_gap.replace("{next}", next),
        Notice::Overlap { next } => w.n_overlap.replace("{next}", next),
    }
}

fn slip_sentence(slip: &Slip, w: &'static Words) -> String {
    let filled = |sentence: &str, printed: String, right: String| {
        sentence.replace("{printed}", &printed).replace("{known}", &right).replace("{computed}", &right)
    };
    match slip {
        Slip::Years { printed, computed } => filled(w.n_years, printed.to_string(), computed.to_string()),
        Slip::Origin { known, printed, .. } => filled(w.n_origin, short(*printed), short(*known)),
        Slip::Day { known, printed, .. } => filled(w.n_day, short(*printed), short(*known)),
    }
}
