//! Following tasks: what is late, soon, or silent; when the head has to know.

use super::deadline::last_good_day;
use super::{Manner, State};
use chrono::NaiveDate;

/// From when on somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days before the deadline from which it is soon.
    pub soon: u32,
    /// Days without news from which a task is silent.
    pub silent: u32,
    /// Urgings after which the head is told.
    pub urgings: u32,
    /// Days of delay after which the head is told.
    pub late: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { soon: 7, silent: 14, urgings: 3, late: 10 }
    }
}

/// What is known of a task that is followed.
#[derive(Clone, Copy, Debug)]
pub struct Followed {
    /// Assigned or asked.
    pub manner: Manner,
    /// Where it stands.
    pub state: State,
    /// Whether all five are clear.
    pub complete: bool,
    /// The next day that is to be kept.
    pub due: Option<NaiveDate>,
    /// Whether that day itself is too late.
    pub strictly_before: bool,
    /// The last day on which the unit gave news, or on which it was given.
    pub heard: Option<NaiveDate>,
    /// Urgings since the head last wrote something, or ever.
    pub urgings: u32,
    /// The day on which the head last wrote something.
    pub noted: Option<NaiveDate>,
}

/// How a task stands on a day, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// So many days too late.
    Late(u32),
    /// So many days left, few.
    Soon(u32),
    /// So many days without news.
    Silent(u32),
    /// Given, not answered yet.
    Unanswered,
    /// The unit says it is done; somebody has to confirm.
    ToConfirm,
    /// One of the five is missing.
    Incomplete,
    /// All five are clear; it can be given.
    Ready,
    /// In good time.
    OnTrack,
    /// Done and confirmed.
    Done,
    /// Cancelled.
    Cancelled,
}

impl Standing {
    /// The word for filters and class names.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Late(_) => "late",
            Standing::Soon(_) => "soon",
            Standing::Silent(_) => "silent",
            Standing::Unanswered => "unanswered",
            Standing::ToConfirm => "to-confirm",
            Standing::Incomplete => "incomplete",
            Standing::Ready => "ready",
            Standing::OnTrack => "on-track",
            Standing::Done => "done",
            Standing::Cancelled => "cancelled",
        }
    }
}

/// The longest delay that is counted, so that no calendar is walked for ever.
const LONGEST: i64 = 20_000;

/// Days after `from` up to and with `to` that count.
pub fn days_between(from: NaiveDate, to: NaiveDate, counts: impl Fn(NaiveDate) -> bool) -> u32 {
    let length = (to - from).num_days().clamp(0, LONGEST);
    let days = from.iter_days().skip(1).take(usize::try_from(length).unwrap_or(0));
    u32::try_from(days.filter(|day| counts(*day)).count()).unwrap_or(u32::MAX)
}

impl Followed {
    /// How it stands today. `counts` says which days count: all, or the working days of the calendar.
    pub fn standing(&self, today: NaiveDate, limits: Limits, counts: impl Fn(NaiveDate) -> bool) -> Standing {
        match self.state {
            State::Draft if self.complete => return Standing::Ready,
            State::Draft => return Standing::Incomplete,
            State::DoneReported => return Standing::ToConfirm,
            State::Confirmed => return Standing::Done,
            State::Cancelled => return Standing::Cancelled,
            State::Given | State::Accepted | State::InProgress | State::Returned => {}
        }
        if let Some(due) = self.due {
            let last = last_good_day(due, self.strictly_before);
            if today > last {
                // a delay over days that do not count is still a delay
                return Standing::Late(days_between(last, today, &counts).max(1));
            }
            let left = days_between(today, last, &counts);
            if left <= limits.soon {
                return Standing::Soon(left);
            }
        }
        let quiet = self.heard.map_or(0, |heard| days_between(heard, today, &counts));
        if quiet >= limits.silent {
            Standing::Silent(quiet)
        } else if self.state == State::Given {
            Standing::Unanswered
        } else {
            Standing::OnTrack
        }
    }

    /// Whether the head has to know: an assignment that was urged often enough or is late long enough, both counted
    /// since the head last wrote something. A request never: a partner is not under orders.
    pub fn escalates(&self, today: NaiveDate, limits: Limits, counts: impl Fn(NaiveDate) -> bool) -> bool {
        if self.manner == Manner::Request || !self.state.is_open() {
            return false;
        }
        let late = self.due.map(|due| last_good_day(due, self.strictly_before)).is_some_and(|last| {
            let since = self.noted.map_or(last, |noted| noted.max(last));
            days_between(since, today, &counts) >= limits.late
        });
        late || self.urgings >= limits.urgings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).expect("a day")
    }

    fn task() -> Followed {
        Followed {
            manner: Manner::Assignment,
            state: State::InProgress,
            complete: true,
            due: Some(day(6, 14)),
            strictly_before: false,
            heard: Some(day(6, 1)),
            urgings: 0,
            noted: None,
        }
    }

    fn at(task: Followed, today: NaiveDate) -> Standing {
        task.standing(today, Limits::default(), |_| true)
    }

    #[test]
    fn a_task_is_soon_then_late_by_its_own_kind_of_day() {
        let table = [
            (false, day(6, 6), Standing::OnTrack),
            (false, day(6, 7), Standing::Soon(7)),
            (false, day(6, 14), Standing::Soon(0)),
            (false, day(6, 15), Standing::Late(1)),
            (true, day(6, 6), Standing::Soon(7)),
            (true, day(6, 13), Standing::Soon(0)),
            (true, day(6, 14), Standing::Late(1)),
            (false, day(7, 14), Standing::Late(30)),
        ];
        for (strictly_before, today, standing) in table {
            assert_eq!(at(Followed { strictly_before, ..task() }, today), standing, "{today} {strictly_before}");
        }
    }

    #[test]
    fn only_days_that_count_are_counted_but_late_is_late() {
        let working = |day: NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        // 14 June 2024 is a Friday
        assert_eq!(task().standing(day(6, 15), Limits::default(), working), Standing::Late(1));
        assert_eq!(task().standing(day(6, 17), Limits::default(), working), Standing::Late(1));
        assert_eq!(task().standing(day(6, 21), Limits::default(), working), Standing::Late(5));
    }

    #[test]
    fn a_unit_that_says_nothing_is_noticed() {
        let far = Followed { due: Some(day(12, 31)), ..task() };
        assert_eq!(at(far, day(6, 14)), Standing::OnTrack);
        assert_eq!(at(far, day(6, 15)), Standing::Silent(14));
        let given = Followed { state: State::Given, ..far };
        assert_eq!(at(given, day(6, 2)), Standing::Unanswered);
    }

    #[test]
    fn states_without_work_are_never_late() {
        for (state, complete, standing) in [
            (State::Draft, false, Standing::Incomplete),
            (State::Draft, true, Standing::Ready),
            (State::DoneReported, true, Standing::ToConfirm),
            (State::Confirmed, true, Standing::Done),
            (State::Cancelled, true, Standing::Cancelled),
        ] {
            assert_eq!(at(Followed { state, complete, ..task() }, day(12, 31)), standing);
            let followed = Followed { state, complete, urgings: 9, ..task() };
            assert!(!followed.escalates(day(12, 31), Limits::default(), |_| true));
        }
    }

    #[test]
    fn assignments_escalate_by_urgings_or_delay_and_requests_never() {
        let limits = Limits::default();
        let tells = |task: Followed, today| task.escalates(today, limits, |_| true);
        assert!(!tells(task(), day(6, 23)), "nine days late");
        assert!(tells(task(), day(6, 24)), "ten days late");
        assert!(tells(Followed { urgings: 3, ..task() }, day(6, 2)), "urged three times");
        for (urgings, today) in [(0, day(6, 24)), (3, day(6, 2)), (99, day(12, 31))] {
            assert!(!tells(Followed { manner: Manner::Request, urgings, ..task() }, today));
        }
    }

    #[test]
    fn the_heads_word_answers_until_the_limits_are_passed_again() {
        let answered = Followed { noted: Some(day(6, 24)), ..task() };
        let tells = |task: Followed, today| task.escalates(today, Limits::default(), |_| true);
        assert!(!tells(answered, day(7, 3)));
        assert!(tells(answered, day(7, 4)));
        let early = Followed { noted: Some(day(6, 1)), ..task() };
        assert!(tells(early, day(6, 24)), "a word before the deadline does not excuse the delay after it");
    }
}
