//! Working days against the years as they were worked, and as properties.

use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The working days of a year that were free, and the weekends that were worked.
fn printed(year: i32) -> String {
    let calendar = WorkCalendar::shipped();
    let special = calendar.special_days(year).into_iter().filter_map(|(date, what)| match what {
        Day::WorkedInstead => Some(format!("+{}", date.format("%d/%m"))),
        _ if is_weekend(date) => None,
        Day::MadeUp(_) => Some(format!("{}*", date.format("%d/%m"))),
        Day::Free => Some(format!("{}-", date.format("%d/%m"))),
        _ => Some(date.format("%d/%m").to_string()),
    });
    special.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_free_days_of_the_last_years_were_these() {
    // * makes up for a weekend, - was swapped, + was worked instead
    for (year, expected) in [
        (2021, "01/01 10/02 11/02 12/02 15/02* 16/02* 21/04 30/04 03/05* 02/09 03/09"),
        (2022, "03/01* 31/01 01/02 02/02 03/02 04/02 11/04* 02/05* 03/05* 01/09 02/09"),
        (2023, "02/01* 20/01 23/01 24/01 25/01* 26/01* 01/05 02/05* 03/05* 01/09 04/09*"),
        (2024, "01/01 08/02 09/02 12/02 13/02* 14/02* 18/04 29/04- 30/04 01/05 +04/05 02/09 03/09"),
        (2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 +26/04 30/04 01/05 02/05- 01/09 02/09"),
        (2026, "01/01 02/01- +10/01 16/02 17/02 18/02 19/02 20/02 27/04* 30/04 01/05 +22/08 31/08- 01/09 02/09"),
    ] {
        assert_eq!(printed(year), expected, "{year}");
    }
}

#[test]
fn working_days_are_counted_across_tet() {
    let calendar = WorkCalendar::shipped();
    // Wednesday 7 February 2024 is the last day before Tết; Thursday the 15th the first after it
    for (event, days, last) in [
        (day(2024, 2, 7), 1, day(2024, 2, 15)),
        (day(2024, 2, 5), 10, day(2024, 2, 26)),
        (day(2024, 4, 26), 1, day(2024, 5, 2)),
        // Saturday 4 May 2024 was worked
        (day(2024, 5, 3), 1, day(2024, 5, 4)),
        (day(2024, 5, 4), 0, day(2024, 5, 4)),
        (day(2022, 3, 7), 10, day(2022, 3, 21)),
    ] {
        let found = calendar.add(event, days);
        assert_eq!(found.value, last, "{days} working days after {event}");
        assert!(found.confirmed());
        assert_eq!(calendar.between(event, last).value, i64::from(days));
        assert_eq!(calendar.between(last, event).value, -i64::from(days));
    }
}

#[test]
fn a_year_without_a_decision_says_so_near_its_holidays_and_only_there() {
    let calendar = WorkCalendar::shipped();
    let tet = calendar.add(day(2028, 1, 24), 5);
    assert!(matches!(tet.doubts.as_slice(), [Doubt::NotDecided { year: 2028, .. }]), "{:?}", tet.doubts);
    assert!(calendar.add(day(2028, 7, 3), 10).confirmed(), "July has no holiday");
    assert!(!calendar.add(day(2028, 8, 28), 3).confirmed());
    assert_eq!(calendar.add(day(1990, 6, 1), 1).doubts, [Doubt::NoLaw { year: 1990 }]);
}

#[test]
fn what_an_authority_enters_completes_a_year() {
    let decided = Decision {
        year: 2028,
        tet: Some((day(2028, 1, 24), day(2028, 1, 28))),
        beside_national_day: Some(day(2028, 9, 1)),
        swaps: Vec::new(),
        free: Vec::new(),
        complete: true,
        document: "Thông báo 1/TB-BNV".into(),
        mark: Mark::Verified,
    };
    let calendar = WorkCalendar::with(std::slice::from_ref(&decided));
    let found = calendar.add(day(2028, 1, 21), 1);
    assert_eq!((found.value, found.confirmed()), (day(2028, 1, 31), true));
    assert!(
        !WorkCalendar::with(&[Decision { mark: Mark::Unverified, ..decided }]).add(day(2028, 1, 21), 1).confirmed()
    );
}

#[test]
fn a_holiday_that_is_not_verified_is_worked_until_somebody_confirms_it() {
    let culture = day(2026, 11, 24);
    let shipped = WorkCalendar::shipped();
    assert!(shipped.works(culture));
    let found = shipped.add(day(2026, 11, 23), 1);
    assert!(matches!(found.doubts.as_slice(), [Doubt::NotVerified { .. }]));
    let confirmed = Decision {
        year: 2026,
        tet: None,
        beside_national_day: None,
        swaps: Vec::new(),
        free: vec![culture],
        complete: false,
        document: "Luật".into(),
        mark: Mark::Verified,
    };
    let calendar = WorkCalendar::with(std::slice::from_ref(&confirmed));
    assert!(!calendar.works(culture));
    assert!(calendar.add(day(2026, 11, 23), 1).confirmed());
    let denied = WorkCalendar::with(&[Decision { free: Vec::new(), complete: true, ..confirmed }]);
    assert!(
        denied.works(culture) && denied.add(day(2026, 11, 23), 1).confirmed(),
        "the year is complete without it"
    );
}

prop_compose! {
    fn any_day()(days in 0u64..6_000) -> NaiveDate {
        day(2014, 1, 1) + Days::new(days)
    }
}

proptest! {
    #[test]
    fn counting_and_adding_agree(event in any_day(), days in 1u32..60) {
        let calendar = WorkCalendar::shipped();
        let last = calendar.add(event, days).value;
        prop_assert!(calendar.works(last) && last > event);
        prop_assert_eq!(calendar.between(event, last).value, i64::from(days));
    }

    #[test]
    fn spans_add_up(a in any_day(), b in any_day(), c in any_day()) {
        let calendar = WorkCalendar::shipped();
        let mut days = [a, b, c];
        days.sort();
        let [a, b, c] = days;
        let span = |from, to| calendar.between(from, to).value;
        prop_assert_eq!(span(a, b) + span(b, c), span(a, c));
        prop_assert_eq!(span(c, a), -span(a, c));
    }

    #[test]
    fn the_next_working_day_is_worked_and_none_lies_between(date in any_day()) {
        let calendar = WorkCalendar::shipped();
        let next = calendar.next_working_day(date).value;
        prop_assert!(calendar.works(next) && next >= date);
        prop_assert!(date.iter_days().take_while(|day| *day < next).all(|day| !calendar.works(day)));
        let last = calendar.last_working_day(date).value;
        prop_assert!(calendar.works(last) && last <= date && calendar.between(last, date).value == 0);
    }
}
