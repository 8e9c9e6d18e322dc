//! Dates as Vietnamese offices write and type them: day, month, year.

use chrono::{Datelike, NaiveDate};

/// Why a typed date was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing was typed.
    Empty,
    /// Not three numbers of the shape day/month/year.
    NotADate,
    /// The shape is right but the day is not in the calendar (31/02).
    NoSuchDay,
    /// The year lies outside 1930 to 2100; for a day that is commemorated, outside 1000 to 2100.
    YearOutOfRange,
}

/// Reads `7/03/2022`, `07-3-2022`, `7.3.2022` (day first) or ISO `2022-03-07`.
///
/// # Errors
/// A [`DateProblem`] that names what is wrong; nothing is guessed.
pub fn read_date(typed: &str) -> Result<NaiveDate, DateProblem> {
    read_date_since(1930, typed)
}

/// Reads a day that is commemorated, in the same ways: from the year 1000 on.
///
/// # Errors
/// As [`read_date`].
pub fn read_past_date(typed: &str) -> Result<NaiveDate, DateProblem> {
    read_date_since(1000, typed)
}

/// Like [`read_date`], from an earlier year on: births may lie before 1930.
///
/// # Errors
/// As [`read_date`].
pub fn read_date_since(first_year: u32, typed: &str) -> Result<NaiveDate, DateProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(DateProblem::Empty);
    }
    let parts: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return Err(DateProblem::NotADate) };
    let (day, month, year) = if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    let number = |part: &str| -> Result<u32, DateProblem> {
        if part.is_empty() || part.len() > 4 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DateProblem::NotADate);
        }
        part.parse().map_err(|_| DateProblem::NotADate)
    };
    let (day, month, year) = (number(day)?, number(month)?, number(year)?);
    if !(first_year..=2100).contains(&year) {
        return Err(DateProblem::YearOutOfRange);
    }
    let year = i32::try_from(year).map_err(|_| DateProblem::YearOutOfRange)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NoSuchDay)
}

/// `07/3/2022`: days below 10 and months 1 and 2 with a leading zero, as the rules of official documents write dates.
pub fn short(date: NaiveDate) -> String {
    format!("{:02}/{}/{}", date.day(), month(date), date.year())
}

/// `ngày 07 tháng 3 năm 2022`.
pub fn long(date: NaiveDate) -> String {
    format!("ngày {:02} tháng {} năm {}", date.day(), month(date), date.year())
}

fn month(date: NaiveDate) -> String {
    if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_march_is_read_from_every_way_of_typing_it() {
        let expected = NaiveDate::from_ymd_opt(2022, 3, 7).expect("a day");
        for typed in ["07/03/2022", "7/3/2022", "7-3-2022", " 07.3.2022", "2022-03-07"] {
            assert_eq!(read_date(typed), Ok(expected), "{typed}");
        }
        assert_eq!(short(expected), "07/3/2022");
        assert_eq!(long(expected), "ngày 07 tháng 3 năm 2022");
    }

    #[test]
    fn impossible_dates_are_refused_by_name() {
        assert_eq!(read_date("31/02/2024"), Err(DateProblem::NoSuchDay));
        assert_eq!(read_date("1/1/9999"), Err(DateProblem::YearOutOfRange));
        assert_eq!(read_date("1/1/-1"), Err(DateProblem::NotADate));
        assert_eq!(read_date("hôm qua"), Err(DateProblem::NotADate));
        assert_eq!(read_date(" "), Err(DateProblem::Empty));
        assert_eq!(read_date("6/6/1847"), Err(DateProblem::YearOutOfRange));
        assert_eq!(read_past_date("6/6/1847"), Ok(NaiveDate::from_ymd_opt(1847, 6, 6).expect("a day")));
    }
}
