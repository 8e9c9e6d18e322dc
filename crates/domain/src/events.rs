//! Congresses and conferences of emulation: Đại hội thi đua yêu nước lần thứ VI, hội nghị điển hình tiên tiến, hội nghị
//! sơ kết, tổng kết (plan of Bình Sơn II.1.a); the units that hold theirs before it, and the wave it dates.

use crate::codes::coded;
use crate::waves::{Wave, WaveKind};
use chrono::NaiveDate;

coded! {
    /// What is held.
    EventKind {
        /// Đại hội thi đua yêu nước.
        Congress = "congress",
        /// Hội nghị điển hình tiên tiến.
        Exemplars = "exemplars",
        /// Hội nghị sơ kết.
        Preliminary = "preliminary",
        /// Hội nghị tổng kết.
        Final = "final",
    }
}

/// A number as congresses are counted: lần thứ VI.
pub fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut left = number;
    let mut written = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            written.push_str(letters);
            left -= value;
        }
    }
    written
}

/// The number of a congress as people write it: 6, VI or vi; from 1 to 99.
pub fn read_ordinal(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    (1..=99).find(|n| typed.parse() == Ok(*n) || roman(*n).eq_ignore_ascii_case(typed))
}

/// Whether a unit has held its own before the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// In time.
    Held,
    /// So many days after the last day.
    HeldLate(i64),
    /// Not yet, and there is time.
    NotYet,
    /// Not, so many days after the last day.
    Late(i64),
}

/// Where a unit stands: the last day is the one that was set, else the day before the event.
pub fn held(on: Option<NaiveDate>, by: Option<NaiveDate>, event: Option<NaiveDate>, today: NaiveDate) -> Held {
    let last = by.or_else(|| event.and_then(|day| day.pred_opt()));
    let after = |day: NaiveDate| last.map(|last| (day - last).num_days()).filter(|days| *days > 0);
    match on {
        Some(on) => after(on).map_or(Held::Held, Held::HeldLate),
        None => after(today).map_or(Held::NotYet, Held::Late),
    }
}

/// The wave as its event dates it: a peak wave ends on the day of the event while nobody has set another end. Nothing
/// when the wave keeps what it has.
pub fn dated(wave: &Wave, before: Option<NaiveDate>, now: Option<NaiveDate>) -> Option<Wave> {
    let now = now?;
    let follows = wave.to.is_none() || wave.to == before;
    let fits = wave.from.is_none_or(|from| from <= now);
    (wave.kind == WaveKind::Peak && follows && fits && wave.to != Some(now))
        .then(|| Wave { to: Some(now), ..wave.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, month, day).expect("a day")
    }

    #[test]
    fn congresses_are_counted_in_roman_numbers() {
        let table = [(1, "I"), (4, "IV"), (6, "VI"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (0, "")];
        for (number, written) in table {
            assert_eq!(roman(number), written);
        }
        for (typed, number) in [
            ("6", Some(6)),
            (" VI ", Some(6)),
            ("xcix", Some(99)),
            ("0", None),
            ("100", None),
            ("IIX", None),
            ("", None),
        ] {
            assert_eq!(read_ordinal(typed), number, "{typed}");
        }
    }

    #[test]
    fn units_hold_theirs_by_the_day_that_was_set_or_before_the_event() {
        let event = Some(day(6, 20));
        for (on, by, today, stands) in [
            (Some(day(5, 30)), Some(day(5, 31)), day(7, 1), Held::Held),
            (Some(day(6, 2)), Some(day(5, 31)), day(7, 1), Held::HeldLate(2)),
            (Some(day(6, 19)), None, day(7, 1), Held::Held),
            (Some(day(6, 20)), None, day(7, 1), Held::HeldLate(1)),
            (None, Some(day(5, 31)), day(5, 31), Held::NotYet),
            (None, Some(day(5, 31)), day(6, 3), Held::Late(3)),
            (None, None, day(6, 20), Held::Late(1)),
        ] {
            assert_eq!(held(on, by, event, today), stands, "{on:?} {by:?} {today}");
        }
        assert_eq!(held(None, None, None, day(12, 31)), Held::NotYet, "without any day nobody is late");
    }

    #[test]
    fn a_peak_wave_follows_the_day_of_its_event_until_somebody_sets_another() {
        let wave = |kind, from, to| Wave {
            kind,
            name: "Đợt cao điểm".into(),
            goal: None,
            event: None,
            from,
            to,
            summary_deadline: None,
            strictly_before: false,
            conference: None,
            occasions: Vec::new(),
        };
        let peak = |from, to| wave(WaveKind::Peak, from, to);
        let ends = |wave: &Wave, before, now| dated(wave, before, now).and_then(|wave| wave.to);
        assert_eq!(ends(&peak(None, None), None, Some(day(6, 20))), Some(day(6, 20)));
        assert_eq!(ends(&peak(None, Some(day(6, 20))), Some(day(6, 20)), Some(day(7, 5))), Some(day(7, 5)));
        assert_eq!(ends(&peak(None, Some(day(6, 1))), Some(day(6, 20)), Some(day(7, 5))), None, "set by hand");
        assert_eq!(
            ends(&peak(Some(day(8, 1)), None), None, Some(day(7, 5))),
            None,
            "it would end before it begins"
        );
        assert_eq!(ends(&peak(None, Some(day(7, 5))), Some(day(7, 5)), Some(day(7, 5))), None, "nothing changes");
        assert_eq!(ends(&wave(WaveKind::Thematic, None, None), None, Some(day(7, 5))), None, "only peak waves");
        assert_eq!(ends(&peak(None, None), None, None), None);
    }
}
