//! Movements that run for form's sake: nobody registers, nothing is reported, nothing came of them.

use super::State;
use chrono::{Days, NaiveDate};

/// Days after the launch within which registration is opened.
pub const TO_OPEN: u64 = 30;
/// Days after the launch, or after the last figure, within which something is reported.
pub const TO_REPORT: u64 = 100;
/// Days after the end of the year within which there is a result.
pub const TO_RESULT: u64 = 31;

/// How registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registration {
    /// Nobody was asked.
    NotOpened,
    /// Until this day, the last one in time; so many have handed in.
    Until(NaiveDate, u32),
}

/// What is known of a launched movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Where it stands.
    pub state: State,
    /// The plan's own movement; those attached to it have neither registration nor targets.
    pub own: bool,
    /// The day of its plan.
    pub launched: NaiveDate,
    /// The last day of its year, or of the last of its years.
    pub ends: NaiveDate,
    /// Measured targets.
    pub targets: u32,
    /// How registration stands.
    pub registration: Registration,
    /// When a figure was last entered.
    pub last_figure: Option<NaiveDate>,
    /// Whether a result was written down, or the figures of the whole year are there.
    pub result: bool,
}

/// What a movement lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// Registration was never opened.
    NotOpened,
    /// Registration is over, and nobody has handed in.
    NobodyRegistered,
    /// Not one figure was reported.
    NoFigure,
    /// The last figure is old.
    OldFigure,
    /// Its time is over, and nothing says what came of it.
    NoResult,
}

impl Lack {
    /// Every lack.
    pub const ALL: [Lack; 5] =
        [Lack::NotOpened, Lack::NobodyRegistered, Lack::NoFigure, Lack::OldFigure, Lack::NoResult];

    /// The word for filters.
    pub fn code(self) -> &'static str {
        match self {
            Lack::NotOpened => "not-opened",
            Lack::NobodyRegistered => "nobody-registered",
            Lack::NoFigure => "no-figure",
            Lack::OldFigure => "old-figure",
            Lack::NoResult => "no-result",
        }
    }
}

/// What a movement lacks on a day, each with the day since when.
pub fn lacks(known: &Known, today: NaiveDate) -> Vec<(Lack, NaiveDate)> {
    let after = |day: NaiveDate, days: u64| day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
    let runs = matches!(known.state, State::Issued | State::Running | State::PreliminaryReview);
    let over = today > known.ends;
    let mut found = Vec::new();
    if runs && known.own {
        match known.registration {
            Registration::NotOpened if !over && today > after(known.launched, TO_OPEN) => {
                found.push((Lack::NotOpened, known.launched));
            }
            Registration::Until(last, 0) if today > last => found.push((Lack::NobodyRegistered, last)),
            _ => {}
        }
        if known.targets > 0 {
            // what was reported to the end of the year stays the last report
            let asked = today.min(known.ends);
            match known.last_figure {
                None if today > after(known.launched, TO_REPORT) => found.push((Lack::NoFigure, known.launched)),
                Some(last) if asked > after(last, TO_REPORT) => found.push((Lack::OldFigure, last)),
                _ => {}
            }
        }
    }
    let due = known.state == State::FinalReview || today > after(known.ends, TO_RESULT);
    if !known.result && due && !matches!(known.state, State::Draft | State::Closed) {
        found.push((Lack::NoResult, known.ends.min(today)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn known() -> Known {
        Known {
            state: State::Running,
            own: true,
            launched: day("2024-03-12"),
            ends: day("2024-12-31"),
            targets: 12,
            registration: Registration::Until(day("2024-03-31"), 5),
            last_figure: Some(day("2024-07-05")),
            result: false,
        }
    }

    fn found(known: &Known, on: &str) -> Vec<(Lack, String)> {
        lacks(known, day(on)).into_iter().map(|(lack, since)| (lack, since.to_string())).collect()
    }

    #[test]
    fn a_movement_that_goes_its_way_lacks_nothing() {
        assert_eq!(found(&known(), "2024-08-01"), []);
        assert_eq!(found(&Known { last_figure: Some(day("2024-12-30")), ..known() }, "2025-01-15"), []);
    }

    #[test]
    fn registration_is_missed_a_month_after_the_launch_or_when_its_day_has_passed_without_anybody() {
        let unopened = Known { registration: Registration::NotOpened, ..known() };
        assert_eq!(found(&unopened, "2024-04-11"), []);
        assert_eq!(found(&unopened, "2024-04-12"), [(Lack::NotOpened, "2024-03-12".to_owned())]);
        let empty = Known { registration: Registration::Until(day("2024-03-31"), 0), ..known() };
        assert_eq!(found(&empty, "2024-03-31"), []);
        assert_eq!(found(&empty, "2024-04-01"), [(Lack::NobodyRegistered, "2024-03-31".to_owned())]);
        let attached = Known { own: false, ..unopened };
        assert_eq!(found(&attached, "2024-08-01"), [], "an attached movement has no registration of its own");
    }

    #[test]
    fn silence_is_counted_from_the_launch_or_from_the_last_figure_and_ends_with_the_year() {
        let silent = Known { last_figure: None, ..known() };
        assert_eq!(found(&silent, "2024-06-20"), []);
        assert_eq!(found(&silent, "2024-06-21"), [(Lack::NoFigure, "2024-03-12".to_owned())]);
        assert_eq!(found(&Known { targets: 0, ..silent }, "2024-06-21"), [], "without targets there is no figure");
        assert_eq!(found(&known(), "2024-10-14"), [(Lack::OldFigure, "2024-07-05".to_owned())]);
        let full = Known { last_figure: Some(day("2024-12-20")), result: true, ..known() };
        assert_eq!(found(&full, "2026-11-30"), []);
    }

    #[test]
    fn a_result_is_missed_when_the_time_is_over_or_the_final_review_runs() {
        let late = Known { last_figure: Some(day("2024-12-20")), ..known() };
        assert_eq!(found(&late, "2025-01-31"), []);
        assert_eq!(found(&late, "2025-02-01"), [(Lack::NoResult, "2024-12-31".to_owned())]);
        let review = Known { state: State::FinalReview, ..late };
        assert_eq!(found(&review, "2024-12-10"), [(Lack::NoResult, "2024-12-10".to_owned())]);
        assert_eq!(found(&Known { result: true, ..review }, "2025-06-01"), []);
        assert_eq!(found(&Known { state: State::Closed, ..late }, "2026-06-01"), [], "what is closed is closed");
        let attached = Known { own: false, targets: 0, last_figure: None, ..late };
        assert_eq!(found(&attached, "2025-02-01"), [(Lack::NoResult, "2024-12-31".to_owned())]);
    }
}
