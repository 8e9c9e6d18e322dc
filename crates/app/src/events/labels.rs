//! How events look in sentences.

use super::words::Words;
use crate::face::show;
use thidua_domain::basics::date::short;
use thidua_domain::events::{EventKind, Held, roman};
use thidua_store::events::Event;

pub(super) fn kind(kind: EventKind, w: &'static Words) -> &'static str {
    match kind {
        EventKind::Congress => w.congress,
        EventKind::Exemplars => w.exemplars,
        EventKind::Preliminary => w.preliminary,
        EventKind::Final => w.final_review,
    }
}

/// `Đại hội thi đua yêu nước lần thứ VI`.
pub(super) fn usual_name(of: EventKind, ordinal: Option<i64>, w: &'static Words) -> String {
    match ordinal.and_then(|n| u32::try_from(n).ok()).map(roman) {
        Some(roman) => format!("{} {}", kind(of, w), w.nth.replace("{n}", &roman)),
        None => kind(of, w).to_owned(),
    }
}

/// `20/6/2025 – 21/6/2025`, or that no day is set.
pub(super) fn days(event: &Event, w: &'static Words) -> String {
    match (event.day, event.last_day) {
        (None, _) => w.undated.to_owned(),
        (Some(day), Some(last)) if last > day => format!("{} – {}", short(day), short(last)),
        (Some(day), _) => show::day(Some(day)),
    }
}

/// The class and the words of where a unit stands.
pub(super) fn held(held: Held, w: &'static Words) -> (&'static str, String) {
    let days = |says: &str, days: i64| says.replace("{n}", &days.to_string());
    match held {
        Held::Held => ("met", w.held.to_owned()),
        Held::HeldLate(n) => ("at-risk", days(w.held_late, n)),
        Held::NotYet => ("not-begun", w.not_yet.to_owned()),
        Held::Late(n) => ("missed", days(w.late, n)),
    }
}
