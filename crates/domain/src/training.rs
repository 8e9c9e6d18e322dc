//! Classes for those who do emulation work: attendance, and units that have sent nobody.

use crate::codes::coded;
use chrono::NaiveDate;

coded! {
    /// How it went with a person who was called to a class.
    Attendance {
        /// Called, not yet marked.
        Called = "called",
        /// Was there.
        Present = "present",
        /// Was not there.
        Absent = "absent",
        /// Was there and has a certificate.
        Certificate = "certificate",
    }
}

impl Attendance {
    /// Whether the person learned something there.
    pub fn attended(self) -> bool {
        matches!(self, Attendance::Present | Attendance::Certificate)
    }
}

/// One person in one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// The unit.
    pub unit_id: String,
    /// The last day of the class.
    pub day: NaiveDate,
    /// How it went.
    pub attendance: Attendance,
}

/// The last day on which somebody of a unit learned something; nothing when nobody ever did.
pub fn last_trained(unit_id: &str, attended: &[Attended]) -> Option<NaiveDate> {
    attended.iter().filter(|one| one.unit_id == unit_id && one.attendance.attended()).map(|one| one.day).max()
}

/// Units of which nobody attended a class since a day, with the last day before it on which somebody did.
pub fn untrained<'a>(
    units: &'a [String],
    attended: &[Attended],
    since: NaiveDate,
) -> Vec<(&'a str, Option<NaiveDate>)> {
    units
        .iter()
        .map(|unit| (unit.as_str(), last_trained(unit, attended)))
        .filter(|(_, last)| last.is_none_or(|last| last < since))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_untrained_when_nobody_of_it_learned_anything_since_the_day() {
        let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day).expect("a day");
        let one = |unit: &str, on, attendance| Attended { unit_id: unit.into(), day: on, attendance };
        let attended = [
            one("present", day(3, 1), Attendance::Present),
            one("certificate", day(3, 1), Attendance::Certificate),
            one("absent", day(3, 1), Attendance::Absent),
            one("called", day(3, 1), Attendance::Called),
            one("before", day(2, 28), Attendance::Present),
            one("again", day(2, 28), Attendance::Present),
            one("again", day(3, 5), Attendance::Present),
        ];
        let units: Vec<String> =
            ["present", "certificate", "absent", "called", "before", "again", "never"].map(str::to_owned).into();
        assert_eq!(
            untrained(&units, &attended, day(3, 1)),
            [("absent", None), ("called", None), ("before", Some(day(2, 28))), ("never", None)]
        );
    }
}
