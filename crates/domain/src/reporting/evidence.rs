//! The evidence ledger: which document is cited for which lines, and what is odd about it.

use crate::basics::date::read_date;
use crate::basics::text::fold;
use crate::plans::symbol::NumberSymbol;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A line of a report with what it cites.
#[derive(Clone, Debug)]
pub struct Citation<'a> {
    /// The unit that reports.
    pub unit_id: &'a str,
    /// The target.
    pub target_id: &'a str,
    /// The source in words.
    pub source: Option<&'a str>,
    /// The day of the figure, as it was entered.
    pub dated: Option<NaiveDate>,
    /// Digest of the attached file.
    pub file: Option<&'a str>,
    /// The day on which the report was first sent.
    pub sent: Option<NaiveDate>,
}

/// What a source in words names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Number and symbol as printed.
    pub number: Option<String>,
    /// The key under which its spellings meet.
    pub key: Option<String>,
    /// The day that stands in the words.
    pub dated: Option<NaiveDate>,
}

/// Something odd about evidence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// The same document, or the same file, is cited by so many units.
    UsedByUnits(usize),
    /// One unit cites it for so many lines.
    UsedForLines(usize),
    /// The same number stands with different days.
    TwoDays,
    /// Its day lies after the report was sent.
    AfterReport(NaiveDate),
    /// Its day lies outside the period.
    OutsidePeriod(NaiveDate),
    /// Neither a number nor a day, and no file.
    Unnamed,
    /// It is of another unit that reports in the same round: the name found.
    OtherIssuer(String),
}

impl Oddity {
    /// A number that stays.
    pub fn number(&self) -> &'static str {
        match self {
            Oddity::UsedByUnits(_) => "EVD-001",
            Oddity::UsedForLines(_) => "EVD-002",
            Oddity::TwoDays => "EVD-003",
            Oddity::AfterReport(_) => "EVD-004",
            Oddity::OutsidePeriod(_) => "EVD-005",
            Oddity::Unnamed => "EVD-006",
            Oddity::OtherIssuer(_) => "EVD-007",
        }
    }

    /// Whether it is more than worth knowing: one report often proves several lines of its unit.
    pub fn is_doubtful(&self) -> bool {
        !matches!(self, Oddity::UsedForLines(_))
    }
}

/// What words name: the first number with a symbol, the first day.
pub fn named(source: &str) -> Named {
    let mut found = Named::default();
    for word in source.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | ':')) {
        let word = word.trim_matches(|c: char| matches!(c, '.' | '“' | '”' | '"'));
        if word.is_empty() {
            continue;
        }
        if found.dated.is_none()
            && word.matches('/').count() == 2
            && let Ok(day) = read_date(word)
        {
            found.dated = Some(day);
            continue;
        }
        if found.number.is_none()
            && let Some(symbol) = NumberSymbol::read(word).filter(|_| word.contains(['/', '-']))
        {
            found.key = Some(symbol.key());
            found.number = Some(word.to_owned());
        }
    }
    found.dated = found.dated.or_else(|| spelled_day(source));
    found
}

/// `ngày 7 tháng 3 năm 2022`.
fn spelled_day(source: &str) -> Option<NaiveDate> {
    let folded = fold(source);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(6).find_map(|six| match six {
        ["ngay", day, "thang", month, "nam", year] => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    })
}

/// The days of a period: from the first of January to a quarter after its end.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

/// What is odd about each citation, in their order. `units` are the units of the round by identifier and name.
pub fn oddities(citations: &[Citation<'_>], units: &[(&str, &str)], span: Span) -> Vec<Vec<Oddity>> {
    let names: Vec<Named> = citations.iter().map(|one| one.source.map(named).unwrap_or_default()).collect();
    let mut by_document: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (one, name)) in citations.iter().zip(&names).enumerate() {
        let day = name.dated.or(one.dated);
        if let Some(file) = one.file {
            by_document.entry(format!("file {file}")).or_default().push(at);
        }
        if let Some(key) = &name.key {
            // the same number comes again with every issuer: a document is its number with its day
            let day = day.map(|day| day.to_string()).unwrap_or_default();
            by_document.entry(format!("{key} {day}")).or_default().push(at);
        }
    }
    // within one unit the same number with two days is a slip; of two units it is two documents
    let mut own_days: BTreeMap<(&str, &str), BTreeSet<NaiveDate>> = BTreeMap::new();
    for (one, name) in citations.iter().zip(&names) {
        if let (Some(key), Some(day)) = (&name.key, name.dated) {
            own_days.entry((one.unit_id, key.as_str())).or_default().insert(day);
        }
    }
    let folded: Vec<(&str, String)> = units.iter().map(|(id, name)| (*id, fold(name))).collect();
    let mut found: Vec<Vec<Oddity>> = vec![Vec::new(); citations.len()];
    for users in by_document.values() {
        let of = |at: &usize| citations.get(*at);
        let who: BTreeSet<&str> = users.iter().filter_map(of).map(|one| one.unit_id).collect();
        for at in users {
            let Some(one) = citations.get(*at) else { continue };
            let Some(odd) = found.get_mut(*at) else { continue };
            let own: BTreeSet<&str> = users
                .iter()
                .filter_map(of)
                .filter(|other| other.unit_id == one.unit_id)
                .map(|one| one.target_id)
                .collect();
            if who.len() > 1 {
                odd.push(Oddity::UsedByUnits(who.len()));
            }
            if own.len() > 1 {
                odd.push(Oddity::UsedForLines(own.len()));
            }
        }
    }
    for ((one, name), odd) in citations.iter().zip(&names).zip(&mut found) {
        let day = name.dated.or(one.dated);
        if let Some(key) = &name.key
            && own_days.get(&(one.unit_id, key.as_str())).is_some_and(|days| days.len() > 1)
        {
            odd.push(Oddity::TwoDays);
        }
        if let (Some(day), Some(sent)) = (day, one.sent)
            && day > sent
        {
            odd.push(Oddity::AfterReport(day));
        }
        if let Some(day) = day.filter(|day| *day < span.first || *day > span.last) {
            odd.push(Oddity::OutsidePeriod(day));
        }
        if name.number.is_none() && name.dated.is_none() && one.file.is_none() {
            odd.push(Oddity::Unnamed);
        }
        if let Some(other) = other_issuer(one, &folded, units) {
            odd.push(Oddity::OtherIssuer(other));
        }
        odd.sort();
        odd.dedup();
    }
    found
}

/// Another unit of the round that the words name, where they do not name the own one.
fn other_issuer(one: &Citation<'_>, folded: &[(&str, String)], units: &[(&str, &str)]) -> Option<String> {
    let source = format!(" {} ", fold(one.source?));
    let holds = |name: &str| !name.is_empty() && source.contains(&format!(" {name} "));
    let own = folded.iter().find(|(id, _)| *id == one.unit_id).is_some_and(|(_, name)| holds(name));
    if own {
        return None;
    }
    // the longest name that stands there: "Thôn Đông" is not in "Thôn Đông Hòa"
    let found =
        folded.iter().filter(|(id, name)| *id != one.unit_id && holds(name)).max_by_key(|(_, name)| name.len())?;
    units.iter().find(|(id, _)| *id == found.0).map(|(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).expect("a day")
    }

    fn cited<'a>(unit: &'a str, target: &'a str, source: &'a str) -> Citation<'a> {
        Citation { unit_id: unit, target_id: target, source: Some(source), dated: None, file: None, sent: None }
    }

    const UNITS: [(&str, &str); 2] = [("u1", "Thôn Đông"), ("u2", "Thôn Đoài")];

    fn span() -> Span {
        Span { first: day(1, 1), last: day(9, 30) }
    }

    fn odd(citations: &[Citation<'_>]) -> Vec<Vec<Oddity>> {
        oddities(citations, &UNITS, span())
    }

    #[test]
    fn words_name_a_number_and_a_day() {
        for (words, number, dated) in [
            ("Báo cáo số 12/BC-UBND ngày 30/6/2024", Some("12/BC-UBND"), Some(day(6, 30))),
            ("BC 12/BC-UBND, ngày 30 tháng 6 năm 2024.", Some("12/BC-UBND"), Some(day(6, 30))),
            ("Sổ theo dõi, 01/7/2024", None, Some(day(7, 1))),
            ("Sổ thu của thôn", None, None),
            ("Biên bản họp 3/4 hộ", None, None),
        ] {
            let found = named(words);
            assert_eq!((found.number.as_deref(), found.dated), (number, dated), "{words}");
        }
    }

    #[test]
    fn one_document_for_two_lines_or_two_units_is_told() {
        let report = "Báo cáo số 12/BC-UBND ngày 30/6/2024";
        let found = odd(&[
            cited("u1", "a", report),
            cited("u1", "b", report),
            cited("u2", "a", "BC 12/BC-UBND, 30/6/2024"),
        ]);
        assert_eq!(found[0], vec![Oddity::UsedByUnits(2), Oddity::UsedForLines(2)]);
        assert_eq!(found[2], vec![Oddity::UsedByUnits(2)]);
        // the same number of another day is another document, unless one unit gives it both days
        let found = odd(&[cited("u1", "a", report), cited("u2", "a", "Báo cáo số 12/BC-UBND ngày 28/6/2024")]);
        assert!(found.iter().all(Vec::is_empty), "{found:?}");
        let found = odd(&[cited("u1", "a", report), cited("u1", "b", "Báo cáo số 12/BC-UBND ngày 28/6/2024")]);
        assert!(found.iter().all(|one| one.contains(&Oddity::TwoDays)), "{found:?}");
        let file = |unit| Citation { file: Some("d1"), ..cited(unit, "a", "Sổ") };
        assert_eq!(odd(&[file("u1"), file("u2")])[0], vec![Oddity::UsedByUnits(2)]);
    }

    #[test]
    fn evidence_after_the_report_or_outside_the_period_or_without_a_name_is_told() {
        let late = Citation { sent: Some(day(7, 5)), ..cited("u1", "a", "Báo cáo 9/BC-UBND ngày 08/7/2024") };
        assert_eq!(odd(&[late])[0], vec![Oddity::AfterReport(day(7, 8))]);
        let old = cited("u1", "a", "Quyết định 3/QĐ-UBND ngày 05/11/2024");
        assert_eq!(odd(&[old])[0], vec![Oddity::OutsidePeriod(day(11, 5))]);
        assert_eq!(odd(&[cited("u1", "a", "theo dõi")])[0], vec![Oddity::Unnamed]);
        let dated = Citation { dated: Some(day(6, 30)), ..cited("u1", "a", "Sổ theo dõi") };
        assert_eq!(odd(&[dated])[0], vec![Oddity::Unnamed], "the day of the figure is not a day of the document");
    }

    #[test]
    fn a_document_of_another_unit_is_told_by_its_name() {
        let other = cited("u1", "a", "Báo cáo 4/BC-TĐ của Thôn Đoài ngày 30/6/2024");
        assert_eq!(odd(&[other])[0], vec![Oddity::OtherIssuer("Thôn Đoài".to_owned())]);
        let both = cited("u1", "a", "Biên bản 4/BB giữa Thôn Đông và Thôn Đoài ngày 30/6/2024");
        assert_eq!(odd(&[both])[0], vec![]);
    }
}
