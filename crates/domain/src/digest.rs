//! The leader's digest (bản tin điều hành): how often it is sent, when it is due, when its silence is an alarm.

use crate::codes::coded;
use chrono::{Datelike, NaiveDate};

coded! {
    /// How often the digest is sent by itself.
    Every {
        /// Every day.
        Day = "day",
        /// Every week.
        Week = "week",
        /// Every month.
        Month = "month",
        /// Never.
        Never = "never",
    }
}

coded! {
    /// Why a digest was not sent.
    Problem {
        /// The account is locked.
        Locked = "locked",
        /// Whoever holds the account has not finished signing in for good: a one-time code or a second factor is open.
        NotEnrolled = "not-enrolled",
        /// The address is none.
        Address = "address",
        /// The mail server does not answer.
        Connection = "connection",
        /// The mail server does not take the letter.
        Refused = "refused",
        /// The digest could not be put together.
        Content = "content",
    }
}

impl Every {
    /// Days between two digests at most; nothing where none is sent.
    fn days(self) -> Option<i64> {
        match self {
            Every::Day => Some(1),
            Every::Week => Some(7),
            Every::Month => Some(31),
            Every::Never => None,
        }
    }

    /// Whether one is due today. The first is due at once; a weekly one in a new week (from Monday), a monthly one in a
    /// new month.
    pub fn is_due(self, sent: Option<NaiveDate>, today: NaiveDate) -> bool {
        let Some(sent) = sent else { return self != Every::Never };
        match self {
            Every::Day => sent < today,
            Every::Week => sent < today && sent.iso_week() != today.iso_week(),
            Every::Month => sent < today && (sent.year(), sent.month()) != (today.year(), today.month()),
            Every::Never => false,
        }
    }

    /// Whether nothing has come for so long that whatever should send does not run. `since` is the last digest, else the
    /// day on which it was asked for.
    pub fn is_silent(self, since: NaiveDate, today: NaiveDate) -> bool {
        self.days().is_some_and(|days| (today - since).num_days() > days + 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
    }

    #[test]
    fn a_digest_is_due_in_a_new_day_week_or_month() {
        // 4 July 2022 is a Monday
        let cases = [
            (Every::Day, Some(day(7, 4)), day(7, 4), false),
            (Every::Day, Some(day(7, 4)), day(7, 5), true),
            (Every::Week, Some(day(7, 3)), day(7, 4), true),
            (Every::Week, Some(day(7, 4)), day(7, 10), false),
            (Every::Week, Some(day(6, 30)), day(7, 3), false),
            (Every::Month, Some(day(6, 30)), day(7, 1), true),
            (Every::Month, Some(day(7, 1)), day(7, 31), false),
            (Every::Never, Some(day(1, 1)), day(12, 31), false),
            (Every::Week, None, day(7, 6), true),
            (Every::Never, None, day(7, 6), false),
            (Every::Day, Some(day(7, 5)), day(7, 4), false),
        ];
        for (every, sent, today, due) in cases {
            assert_eq!(every.is_due(sent, today), due, "{every:?} {sent:?} {today}");
        }
    }

    #[test]
    fn silence_is_an_alarm_two_days_after_the_next_was_due() {
        for (every, last) in [(Every::Day, 3), (Every::Week, 9), (Every::Month, 33)] {
            let since = day(3, 1);
            let on = |days: i64| since + chrono::Duration::days(days);
            assert!(!every.is_silent(since, on(last)), "{every:?}");
            assert!(every.is_silent(since, on(last + 1)), "{every:?}");
        }
        assert!(!Every::Never.is_silent(day(1, 1), day(12, 31)));
    }
}
