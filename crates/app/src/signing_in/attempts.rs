//! Failed attempts, counted for each login: after five within a quarter of an hour the door stays shut for a while.

use std::collections::HashMap;
use std::sync::Mutex;
use thidua_store::Moment;

const ALLOWED: usize = 5;
const MINUTES: i64 = 15;
/// Logins remembered at most; guessing thousands of names must not fill the memory.
const REMEMBERED: usize = 10_000;

/// The failed attempts of each login.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<String, Vec<Moment>>>);

impl Attempts {
    /// How many attempts are left.
    pub(crate) fn left(&self, login: &str, now: Moment) -> usize {
        let mut failed = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let recent = failed.get_mut(login).map_or(0, |times| {
            times.retain(|time| now - *time < chrono::Duration::minutes(MINUTES));
            times.len()
        });
        ALLOWED.saturating_sub(recent)
    }

    /// Counts one that failed.
    pub(crate) fn failed(&self, login: &str, now: Moment) {
        let mut failed = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if failed.len() >= REMEMBERED {
            failed.retain(|_, times| times.iter().any(|time| now - *time < chrono::Duration::minutes(MINUTES)));
            if failed.len() >= REMEMBERED {
                // a flood of names: forgetting all of them costs a guesser of one name nothing but five tries
                failed.clear();
            }
        }
        failed.entry(login.to_owned()).or_default().push(now);
    }

    /// Forgets them after a success.
    pub(crate) fn succeeded(&self, login: &str) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(login);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_attempt_waits_a_quarter_of_an_hour() {
        let attempts = Attempts::default();
        let at = |minute| {
            chrono::NaiveDate::from_ymd_opt(2026, 11, 20)
                .and_then(|day| day.and_hms_opt(8, minute, 0))
                .expect("a moment")
        };
        for minute in 0..5 {
            assert_eq!(attempts.left("an", at(minute)), 5 - minute as usize);
            attempts.failed("an", at(minute));
        }
        assert_eq!(attempts.left("an", at(14)), 0);
        assert_eq!(attempts.left("an", at(15)), 1);
        assert_eq!(attempts.left("khác", at(5)), 5);
        attempts.succeeded("an");
        assert_eq!(attempts.left("an", at(6)), 5);
    }
}
