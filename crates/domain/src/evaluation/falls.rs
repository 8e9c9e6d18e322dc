//! “Giảm cả 3 tiêu chí”: a line whose several measures all have to fall.

use super::growth::{Change, change};
use crate::basics::Amount;
use crate::basics::text::fold;
use crate::periods::Period;
use crate::targets::Status;

/// One of the three measures of traffic accidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Số vụ.
    Cases,
    /// Số người chết.
    Deaths,
    /// Số người bị thương.
    Injured,
}

impl Measure {
    /// The three.
    pub const ALL: [Measure; 3] = [Measure::Cases, Measure::Deaths, Measure::Injured];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Measure::Cases => "cases",
            Measure::Deaths => "deaths",
            Measure::Injured => "injured",
        }
    }

    /// The measure of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }
}

/// What an earlier figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// The target itself.
    Itself,
    /// The level that changes, where the target is a change: of “giảm 0,5–1 %” the rate.
    Level,
    /// One of several measures that the target has.
    Measure(Measure),
}

impl Of {
    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Of::Itself => "itself",
            Of::Level => "level",
            Of::Measure(measure) => measure.code(),
        }
    }

    /// By its code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "itself" => Some(Of::Itself),
            "level" => Some(Of::Level),
            other => Measure::from_code(other).map(Of::Measure),
        }
    }
}

/// The measures that a line speaks of: those of traffic accidents, where it says that all three are to fall.
pub fn measures_of(name: &str) -> &'static [Measure] {
    let words = fold(name);
    let three = ["ca 3 tieu chi", "ca ba tieu chi", "3 tieu chi", "ba tieu chi", "ca 3 mat", "ca ba mat"];
    let said = words.contains("tai nan") && three.iter().any(|said| words.contains(said));
    if said { &Measure::ALL } else { &[] }
}

/// A measure now and in the earlier year, over the same months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fall {
    /// Now.
    pub now: Option<Amount>,
    /// In the earlier year.
    pub before: Option<Amount>,
}

impl Fall {
    /// How it changed; nothing while one of the two is missing.
    pub fn change(self) -> Option<Change> {
        change(self.now?, self.before?)
    }

    /// Whether it fell. Nothing then and nothing now cannot fall further and counts as fallen.
    pub fn fallen(self) -> Option<bool> {
        let (now, before) = (self.now?, self.before?);
        Some(now < before || (now.is_zero() && before.is_zero()))
    }
}

/// The status of the line: every measure has to fall. Nothing for a line without measures.
pub fn fall_together(measures: &[Fall], period: Period) -> Option<Status> {
    if measures.is_empty() {
        return None;
    }
    let over = period == Period::Year;
    let said: Vec<Option<bool>> = measures.iter().map(|one| one.fallen()).collect();
    Some(if said.contains(&Some(false)) {
        if over { Status::Missed } else { Status::AtRisk }
    } else if said.iter().all(|one| *one == Some(true)) {
        if over { Status::Met } else { Status::OnTrack }
    } else if said.iter().all(Option::is_none) {
        Status::NotBegun
    } else {
        Status::NeedsPerson
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_asks_for_all_three_has_three_measures() {
        assert_eq!(measures_of("Giảm tai nạn giao thông cả 3 tiêu chí").len(), 3);
        assert_eq!(
            measures_of("Giảm tai nạn giao thông trên cả ba mặt (số vụ, số người chết, bị thương)").len(),
            3
        );
        assert!(measures_of("Giảm tai nạn giao thông").is_empty());
        assert!(measures_of("Hoàn thành 3 tiêu chí nông thôn mới").is_empty());
    }

    #[test]
    fn one_measure_that_does_not_fall_decides() {
        let fall = |now, before| Fall { now: Some(Amount::whole(now)), before: Some(Amount::whole(before)) };
        let open = Fall { now: Some(Amount::whole(1)), before: None };
        for (parts, half, year) in [
            ([fall(10, 12), fall(1, 2), fall(5, 9)], Status::OnTrack, Status::Met),
            ([fall(10, 12), fall(2, 2), fall(5, 9)], Status::AtRisk, Status::Missed),
            ([fall(10, 12), fall(0, 0), fall(5, 9)], Status::OnTrack, Status::Met),
            ([fall(10, 12), open, fall(5, 9)], Status::NeedsPerson, Status::NeedsPerson),
            ([fall(10, 9), open, fall(5, 9)], Status::AtRisk, Status::Missed),
            ([open, open, open], Status::NotBegun, Status::NotBegun),
        ] {
            assert_eq!(fall_together(&parts, Period::FirstHalf), Some(half), "{parts:?}");
            assert_eq!(fall_together(&parts, Period::Year), Some(year), "{parts:?}");
        }
        assert_eq!(fall_together(&[], Period::Year), None);
    }
}
