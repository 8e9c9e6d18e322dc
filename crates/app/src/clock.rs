//! The clock and the dice of the running program. Everything else takes them as arguments.

use chrono::{Duration, NaiveDate, NaiveDateTime, Timelike, Utc};
use thidua_store::Moment;

/// Vietnam is seven hours ahead of UTC, without summer time.
const HOURS_AHEAD: i64 = 7;

/// The present moment in UTC, to the microsecond.
pub fn now() -> Moment {
    let now: NaiveDateTime = Utc::now().naive_utc();
    now.with_nanosecond(now.nanosecond() / 1_000 * 1_000).unwrap_or(now)
}

/// The day of a moment in Vietnam.
pub fn local_date(at: Moment) -> NaiveDate {
    local(at).date()
}

/// The moment as a Vietnamese clock shows it.
pub(crate) fn local(at: Moment) -> NaiveDateTime {
    at + Duration::hours(HOURS_AHEAD)
}

/// The moment at which a day begins in Vietnam.
pub(crate) fn start_of_day(day: NaiveDate) -> Moment {
    day.and_time(chrono::NaiveTime::MIN) - Duration::hours(HOURS_AHEAD)
}

/// The moment at which a day ends in Vietnam.
pub fn end_of_day(day: NaiveDate) -> Option<Moment> {
    day.succ_opt().map(start_of_day)
}

/// Random bytes for identifiers.
pub fn randomness() -> [u8; 10] {
    rand::random()
}

/// 32 random bytes for tokens and codes.
pub(crate) fn secret() -> [u8; 32] {
    rand::random()
}
