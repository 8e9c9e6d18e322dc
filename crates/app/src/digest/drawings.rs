//! How often an account has its digest drawn: gathering and drawing it take a core, and nobody needs it many times over.

use crate::face::Refusal;
use std::collections::HashMap;
use std::sync::Mutex;
use thidua_store::Moment;

/// Pictures and letters of one account within [`MINUTES`].
const ALLOWED: usize = 12;
const MINUTES: i64 = 10;

/// The drawings of each account that is signed in.
#[derive(Default)]
pub(crate) struct Drawings(Mutex<HashMap<String, Vec<Moment>>>);

impl Drawings {
    /// Counts one more, unless there were enough of late.
    pub(crate) fn take(&self, account_id: &str, now: Moment) -> Result<(), Refusal> {
        let recent = |times: &mut Vec<Moment>| {
            times.retain(|time| now - *time < chrono::Duration::minutes(MINUTES));
            times.len()
        };
        let mut drawn = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // accounts that have rested are forgotten
        drawn.retain(|_, times| recent(times) > 0);
        let times = drawn.entry(account_id.to_owned()).or_default();
        if times.len() >= ALLOWED {
            return Err(Refusal::TooOften);
        }
        times.push(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_twelve_drawings_within_ten_minutes_and_takes_none_from_others() {
        let drawings = Drawings::default();
        let at = |minute| {
            chrono::NaiveDate::from_ymd_opt(2026, 11, 20)
                .and_then(|day| day.and_hms_opt(8, minute, 0))
                .expect("a moment")
        };
        for minute in [0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3] {
            assert!(drawings.take("an", at(minute)).is_ok());
        }
        assert!(matches!(drawings.take("an", at(9)), Err(Refusal::TooOften)));
        assert!(drawings.take("bình", at(9)).is_ok());
        assert!(drawings.take("an", at(10)).is_ok(), "the first six are long ago");
    }
}
