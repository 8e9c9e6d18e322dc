//! The table of lunar years computed once more, by other formulas: Jean Meeus, Astronomical Algorithms, chapters 25
//! (the sun to a hundredth of a degree) and 49 (new moons to some seconds). Only the tests contain it.
#![allow(clippy::float_arithmetic, clippy::cast_possible_truncation)] // astronomy, not figures of a target

use super::lunar::{leap_month, lunar, new_year};
use chrono::{Datelike, Days, NaiveDate};

type Real = f64; // float: astronomy in a test; what ships is a table of whole numbers

const ZONE: Real = 7.0 / 24.0;

/// Terrestrial less universal time, in days (Espenak and Meeus, simplified to a parabola around 2000).
fn delta(year: Real) -> Real {
    let t = year - 2000.0;
    let seconds = if year < 1950.0 { 30.0 - (1950.0 - year) * 0.5 } else { 63.9 + 0.33 * t + 0.0056 * t * t };
    seconds.max(0.0) / 86_400.0
}

fn sine(degrees: Real) -> Real {
    degrees.to_radians().sin()
}

/// The moment of new moon `k` (0 is the first of the year 2000), as a Julian day in universal time.
fn new_moon(k: i32) -> Real {
    let k = Real::from(k);
    let t = k / 1236.85;
    let e = 1.0 - 0.002_516 * t - 0.000_007_4 * t * t;
    let sun = 2.5534 + 29.105_356_70 * k - 0.000_001_4 * t * t;
    let moon = 201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t;
    let f = 160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t;
    let node = 124.7746 - 1.563_755_88 * k + 0.002_067_2 * t * t;
    let main = [
        (-0.40720, moon),
        (0.17241 * e, sun),
        (0.01608, 2.0 * moon),
        (0.01039, 2.0 * f),
        (0.00739 * e, moon - sun),
        (-0.00514 * e, moon + sun),
        (0.00208 * e * e, 2.0 * sun),
        (-0.00111, moon - 2.0 * f),
        (-0.00057, moon + 2.0 * f),
        (0.00056 * e, 2.0 * moon + sun),
        (-0.00042, 3.0 * moon),
        (0.00042 * e, sun + 2.0 * f),
        (0.00038 * e, sun - 2.0 * f),
        (-0.00024 * e, 2.0 * moon - sun),
        (-0.00017, node),
    ];
    let planets = [
        (0.000_325, 299.77 + 0.107_408 * k - 0.009_173 * t * t),
        (0.000_165, 251.88 + 0.016_321 * k),
        (0.000_164, 251.83 + 26.651_886 * k),
        (0.000_126, 349.42 + 36.412_478 * k),
        (0.000_110, 84.66 + 18.206_239 * k),
        (0.000_062, 141.74 + 53.303_771 * k),
        (0.000_060, 207.14 + 2.453_732 * k),
        (0.000_056, 154.84 + 7.306_860 * k),
    ];
    let mean = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t;
    let parts: Real = main.iter().chain(&planets).map(|(size, angle)| size * sine(*angle)).sum();
    mean + parts - delta(2000.0 + k / 12.3685)
}

/// The apparent longitude of the sun, in degrees from 0 to 360.
fn sun(julian: Real) -> Real {
    let t = (julian + delta(2000.0 + (julian - 2_451_545.0) / 365.25) - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let m = 357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t;
    let center = (1.914_602 - 0.004_817 * t) * sine(m)
        + (0.019_993 - 0.000_101 * t) * sine(2.0 * m)
        + 0.000_289 * sine(3.0 * m);
    let node = 125.04 - 1934.136 * t;
    (mean + center - 0.005_69 - 0.004_78 * sine(node)).rem_euclid(360.0)
}

/// The day of a Julian moment in the seventh zone, and how many minutes it is from midnight.
fn day(julian: Real) -> (NaiveDate, Real) {
    let local = julian + 0.5 + ZONE;
    let date = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    // the Julian day that begins at noon of 1 January 2000 is 2 451 545
    let days = local.floor() as i64 - 2_451_545;
    let off = local - local.floor();
    (date + chrono::Duration::days(days), off.min(1.0 - off) * 1440.0)
}

/// The Julian moment of midnight at the beginning of a day in the seventh zone.
fn midnight(date: NaiveDate) -> Real {
    let epoch = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    let days = i32::try_from((date - epoch).num_days()).expect("some days");
    2_451_544.5 + Real::from(days) - ZONE
}

/// Which of the twelve principal terms the sun has reached.
fn sector(date: NaiveDate) -> u32 {
    (sun(midnight(date)) / 30.0).floor() as u32
}

/// Whether a principal term falls within half an hour of one of the midnights around a month: there the low precision of
/// this computation cannot decide.
fn term_near(date: NaiveDate) -> bool {
    let off = sun(midnight(date)).rem_euclid(30.0);
    off.min(30.0 - off) < 0.021
}

#[test]
fn months_begin_on_the_day_of_the_new_moon() {
    let mut near = 0;
    for k in -1236..=1248 {
        let (date, minutes) = day(new_moon(k));
        if !(1900..=2100).contains(&date.year()) {
            continue;
        }
        let there = lunar(date).expect("inside the table");
        if minutes < 3.0 {
            near += 1;
            let beside = lunar(date + Days::new(1)).expect("inside the table");
            assert!(there.day == 1 || there.day >= 29 || beside.day == 1, "{date}: {there:?}");
        } else {
            assert_eq!(there.day, 1, "{date} is a new moon, {minutes} minutes from midnight");
        }
    }
    assert!(near < 25, "the comparison is close: {near} moons of 2 480 are left open");
}

#[test]
fn leap_months_are_the_first_without_a_principal_term() {
    for year in 1900..2100 {
        let first = new_year(year).expect("inside the table");
        let next = new_year(year + 1).expect("inside the table");
        // the beginnings of all months of the year, and of the next year
        let mut starts: Vec<NaiveDate> = first
            .iter_days()
            .take_while(|date| *date < next)
            .filter(|date| lunar(*date).is_some_and(|l| l.day == 1))
            .collect();
        starts.push(next);
        for pair in starts.windows(2) {
            let [start, end] = pair else { continue };
            let there = lunar(*start).expect("inside the table");
            if term_near(*start) || term_near(*end) {
                continue;
            }
            let terms = (sector(*end) + 12 - sector(*start)) % 12;
            if there.leap {
                assert_eq!(terms, 0, "the leap month of {year}");
            } else if leap_month(year).is_some_and(|leap| there.month <= leap && leap < 11) {
                assert!(terms > 0, "month {} before the leap month of {year} has a principal term", there.month);
            }
            // the winter solstice lies in the eleventh month: the sun enters the tenth of its sectors
            if there.month == 11 && !there.leap {
                assert!(sector(*start) <= 8 && sector(*end) >= 9, "the solstice of {year}");
            }
        }
    }
}
